"""Saved pages to Documents. Extraction runs in a process that can be ended: `factbase.read.page`."""

import hashlib
import json
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO, Self, cast

from factbase.document import Document
from factbase.read import charset, language
from factbase.read.page import Page, read_frame, write_frame
from factbase.read.unreadable import Unreadable

LIMIT = 20_000_000  # bytes; pages saved with their pictures inside come near it
SECONDS = 20.0  # an ordinary page takes 0.02


class Pages:
    """Extracts one page after the other, in one process, which starts with the first page and is replaced if it dies.

    Without it, 100,000 nested tags or 200,000 equal paragraphs stop everything for minutes or for good.
    """

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def extract(self, source: str) -> Page:
        """What the page with this source tells. Raises Unreadable where it takes too long or ends the process."""
        process = self._process = self._process or _start()
        expired = threading.Event()
        clock = threading.Timer(self._seconds, _expire, [process, expired])
        clock.start()
        answer = None
        try:
            answer = _ask(process, source.encode("utf-8", "replace"))
        finally:
            clock.cancel()
            clock.join()
            if answer is None or expired.is_set():  # or somebody pressed Ctrl-C
                process.kill()
                self._end()
        if expired.is_set():
            raise Unreadable(f"takes more than {self._seconds:g} seconds to find the article in, and was given up")
        if answer is None:
            raise Unreadable(f"ended the process that looked for its article (status {process.returncode})")
        return Page(**json.loads(answer))

    def _end(self) -> None:
        if self._process:
            with self._process:  # closes its standard input, which ends it, and waits
                self._process = None


def _start() -> subprocess.Popen[bytes]:
    # A new interpreter, as forking is unsafe with threads, and multiprocessing's spawn runs the user's script again.
    # -P: a json.py in the current folder must not be imported.
    command = [sys.executable, "-P", "-m", "factbase.read.page"]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=-1
    )


def _expire(process: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    process.kill()


def _ask(process: subprocess.Popen[bytes], source: bytes) -> bytes | None:
    """The answer; None if the process dies over it."""
    requests, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)  # pipes, see _start
    try:
        write_frame(requests, source)
    except OSError:  # a broken pipe
        return None
    return read_frame(answers)


def document(data: bytes, pages: Pages, *, source: str, stem: str) -> Document:
    """The article of a page as it was saved. Raises Unreadable."""
    return from_source(charset.page(data), pages, raw=data, source=source, stem=stem)


def from_source(html: str, pages: Pages, *, raw: bytes, source: str, stem: str) -> Document:
    """The article of a page whose charset is known; `raw` is what it came in."""
    page = pages.extract(html)
    if page.too_deep:
        raise Unreadable("nests its tags more than 250 deep, and what is below cannot be read")
    if not page.text:
        raise Unreadable("has no article: no main text was found in the page")
    return Document(
        id=stem,
        text=page.text,
        source=source,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        reader=f"html 1 ({page.extractor})",
        title=page.title,
        url=page.url,
        outlet=page.outlet,
        byline=page.byline,
        language=page.language if language.is_english(page.language or "") else None,
        published=page.published,
        published_from="page" if page.published else None,
    )
