"""Files, folders, JSON Lines and standard input to Documents."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from factbase.document import Document
from factbase.errors import SourceError
from factbase.read import bytes as raw
from factbase.read import html, jsonl, plain, sniff
from factbase.read.article import Given, finished
from factbase.read.html import Pages
from factbase.read.published import publication
from factbase.read.sniff import Form
from factbase.read.sources import Found, find, why
from factbase.read.unreadable import Unreadable

__all__ = ["Unreadable", "count", "publication", "read"]


def read(
    sources: Iterable[str | Path],
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | SourceError]:
    """Every article of the sources, in order, and an error for each thing that cannot be read; none stops the rest.

    A source is the path of a plain text, an HTML page or a JSON Lines file, each also gzipped, of a folder of those, or
    "-" for standard input (`stdin`, else the program's). `published`, `outlet` and `url` are those of all of them and
    win over what an article says of itself. One article is in memory at a time.
    """
    given = Given(published, outlet, url)
    with Pages() as pages:
        for found in find(sources):
            if isinstance(found, SourceError):
                yield found
            else:
                yield from _articles(found, given, pages, stdin)


def count(sources: Iterable[str | Path]) -> int | None:
    """How many articles and errors `read` will yield; None if only reading tells: JSON Lines, standard input."""
    total = 0
    for found in find(sources):
        if isinstance(found, Found) and (found.path is None or sniff.SUFFIXES.get(found.suffix) is Form.LINES):
            return None
        total += 1
    return total


def _articles(found: Found, given: Given, pages: Pages, stdin: BinaryIO | None) -> Iterator[Document | SourceError]:
    try:
        with raw.opened(found, stdin) as stream:
            form = sniff.form(found.suffix, stream.peek(sniff.HEAD)[: sniff.HEAD])
            if form is Form.LINES:
                yield from jsonl.documents(stream, found, given, pages)
            else:
                yield _one(stream, form, found, given, pages)
    except Unreadable as error:
        yield SourceError(found.name, str(error))
    except OSError as error:
        yield SourceError(found.name, why(error))


def _one(stream: io.BufferedReader, form: Form, found: Found, given: Given, pages: Pages) -> Document:
    if form is Form.PAGE:
        data = raw.whole(stream, limit=html.LIMIT)
        return finished(html.document(data, pages, source=found.name, stem=found.stem), given)
    data = raw.whole(stream, limit=plain.LIMIT)
    return finished(plain.document(data, source=found.name, stem=found.stem), given)
