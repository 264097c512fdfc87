"""From the source of a page to its article. Runs as a process of its own, which may hang, swell or crash.

Frames go in by standard input (the page) and out by standard output (a Page as JSON): eight bytes of length, then
that many bytes of UTF-8. See `factbase.read.html` for the other end.
"""

import contextlib
import copy
import json
import os
import re
import struct
import sys
from dataclasses import asdict, dataclass
from datetime import date
from typing import IO, TYPE_CHECKING

from factbase.read.published import latest

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml has no types of its own
    from trafilatura.settings import Document

LENGTH = struct.Struct(">Q")
MEMORY = 2 << 30  # bytes of address space; a page of 20 MB takes about a quarter of it
CELL = 300  # characters; a table with a longer cell is there for the layout
LABEL = re.compile(r"(?:advertisement|advertising|sponsored|story continues below(?: advertisement)?)[.:]?", re.I)
PROMOTION = re.compile(
    r"(?:also )?read(?: more| also| next| the full|:)|related\b|see also|more on this|recommended|watch:|listen:"
    r"|sign up|subscribe",
    re.IGNORECASE,
)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
STATED = re.compile(
    rf"\b(?:published|posted)\b.{{0,40}}?\b(\d{{1,2}} {MONTH},? \d{{4}}|{MONTH} \d{{1,2}},? \d{{4}})\b", re.IGNORECASE
)
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)\s*-->")
PUBLISHED = (
    ".//meta[@property='article:published_time']/@content",
    ".//*[@itemprop='datePublished']/@content",
    ".//*[@itemprop='datePublished']/@datetime",
    ".//meta[@name='date' or @name='pubdate' or @name='publish-date' or @name='dcterms.created']/@content",
    ".//time[@pubdate]/@datetime",
    ".//article//time/@datetime",
)
JSON_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
TIMED = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page tells; `text` is empty where it has no article."""

    text: str = ""
    """One paragraph a line, the headline first where it stands with the article."""
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    extractor: str | None = None
    """"trafilatura 2.3.1": another version may find another text."""
    too_deep: bool = False
    """Tags are nested so deep that the parser dropped the rest."""


def article(source: str) -> Page:
    """The main text of a page and what it says of itself: navigation, comments, captions and adverts stay out."""
    from trafilatura import __version__  # noqa: PLC0415 - 0.3 s that the parent process never pays
    from trafilatura.utils import HTML_PARSER, load_html  # noqa: PLC0415 - as above

    tree = load_html(source)
    if tree is None:
        return Page()
    if any("Excessive depth" in entry.message for entry in HTML_PARSER.error_log):
        return Page(too_deep=True)
    unfold_layout(tree)
    drop_promotions(tree)
    found = _extracted(tree)
    if found is None:
        return Page()
    day = found.date if found.date and is_unambiguous(found.date, source) else stated_date(tree)
    return Page(
        text=paragraphs(found.text or ""),
        title=found.title,
        byline=found.author and found.author.replace("; ", ", "),
        outlet=found.sitename,
        url=found.url or saved_from(source),
        published=day and precise(tree, day),
        language=tree.get("lang"),
        extractor=f"trafilatura {__version__}",
    )


def _extracted(tree: "HtmlElement") -> "Document | None":
    from trafilatura import bare_extraction  # noqa: PLC0415 - see article
    from trafilatura.settings import DEFAULT_CONFIG, Document  # noqa: PLC0415 - see article

    config = copy.deepcopy(DEFAULT_CONFIG)
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "100")  # below 250, a brief's paragraphs would come in one line
    # An extensive search for dates ends in guesses: "© 2024" becomes the first of January.
    dates = {"extensive_search": False, "original_date": True, "max_date": latest().isoformat()}
    found = bare_extraction(
        tree,
        fast=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dates,
        config=config,
    )
    return found if isinstance(found, Document) else None


def unfold_layout(tree: "HtmlElement") -> None:
    """Turns the tables that lay out old pages into blocks; tables of figures stay, to be left out as such."""
    for table in list(tree.iter("table")):
        cells = [cell for cell in table.iter("td", "th", "tr", "tbody") if next(cell.iterancestors("table")) is table]
        if any(len(cell.text_content()) > CELL for cell in cells if cell.tag in ("td", "th")):
            for element in (table, *cells):
                element.tag = "div"


def drop_promotions(tree: "HtmlElement") -> None:
    """Takes out "Read more: Ten storms that changed the coast", a paragraph that is mostly a link elsewhere."""
    for element in list(tree.iter("p", "li", "h2", "h3", "h4")):
        words = element.text_content().strip()
        linked = sum(len(link.text_content()) for link in element.iter("a"))
        if PROMOTION.match(words) and 3 * linked > len(words):
            element.drop_tree()


def paragraphs(text: str) -> str:
    """One a line, without blank lines and "Advertisement"."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not LABEL.fullmatch(line))


def saved_from(source: str) -> str | None:
    """The address that browsers leave in a comment: <!-- saved from url=(0024)https://example.org/news -->."""
    found = SAVED_FROM.search(source, 0, 2_000)
    return found[1] if found else None


def is_unambiguous(day: str, source: str) -> bool:
    """Whether a page has this day other than as 03/04/2004, which is March in America and April in Britain."""
    at = date.fromisoformat(day)
    if at.day > 12:
        return True
    month = rf"(?:{at:%b}\w*)"
    named = rf"\b0?{at.day}(?:st|nd|rd|th)?\W+(?:of\W+)?{month}|\b{month}\W+0?{at.day}\b"
    return bool(re.search(rf"{at:%Y}\W?0?{at.month}\W?0?{at.day}(?!\d)|{named}", source, re.IGNORECASE))


def stated_date(tree: "HtmlElement") -> str | None:
    """The day that follows "Published" or "Posted" in the text, if its month is named: "Posted: March 3, 2004"."""
    from htmldate import find_date  # noqa: PLC0415 - see article

    stated = next((found[1] for text in tree.itertext() if (found := STATED.search(text))), None)
    if stated is None:
        return None
    day: str | None = find_date(f"<html><body><p class='date'>{stated}</p></body></html>", extensive_search=False)
    return day if day and date.fromisoformat(day) <= latest() else None


def precise(tree: "HtmlElement", day: str) -> str:
    """The date with its time, where the page gives one for that very day: "2024-05-17T21:00:00-04:00"."""
    stamps = [stamp for path in PUBLISHED for stamp in tree.xpath(path)]
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        stamps += JSON_PUBLISHED.findall(script.text or "")
    return next((stamp for stamp in stamps if (timed := TIMED.fullmatch(stamp)) and timed[1] == day), day)


def read_frame(stream: IO[bytes]) -> bytes | None:
    """None where the other end has closed or died."""
    header = stream.read(LENGTH.size)
    if len(header) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(header)
    data = stream.read(length)
    return data if len(data) == length else None


def write_frame(stream: IO[bytes], data: bytes) -> None:
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on Windows; a lower limit may stand already
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    _limit_memory()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not end up between the frames
    while (source := read_frame(sys.stdin.buffer)) is not None:
        answer = json.dumps(asdict(article(source.decode("utf-8"))))
        write_frame(answers, answer.encode("utf-8"))


if __name__ == "__main__":
    main()
