"""Who "I" and "we" are outside quotation marks: the author, the paper."""

import re

from factbase.document import Document, SpeakerKind
from factbase.resolve.cast import Cast
from factbase.resolve.names import tidy
from factbase.resolve.page import Page

BY = re.compile(r"^\s*(?:By|BY|by)\s+([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){1,3})\s*(?:$|[,|\n])", re.MULTILINE)
TAGLINE = re.compile(r"^\W*([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){1,3}),? (?:is|was|are|teaches|writes|covers|lives|works)\b")
SEVERAL = re.compile(r"\s*(?:,|\band\b|&|;)\s*")
HEAD = 600  # characters from the top in which a byline stands


def author(document: Document, page: Page, cast: Cast) -> str | None:
    """The byline, the "By Jane Roe" below the title, or the "Jane Roe is a teacher in Ohio" at the end."""
    return _byline(document) or _by_line(page) or _tagline(page, cast)


def editorial_voice(document: Document, page: Page, cast: Cast) -> str | None:
    """The paper speaks as "we" where no author is known."""
    return None if author(document, page, cast) else document.outlet


def _byline(document: Document) -> str | None:
    names = [tidy(n.removeprefix("By ").removeprefix("by ")) for n in SEVERAL.split(document.byline or "") if n.strip()]
    return names[0] if len(names) == 1 and " " in names[0] else None


def _by_line(page: Page) -> str | None:
    found = BY.search(page.text, 0, HEAD)
    return tidy(found[1]) if found else None


def _tagline(page: Page, cast: Cast) -> str | None:
    """A person whom one of the last two paragraphs introduces and nothing before it names."""
    for start, end in page.paragraphs[-2:] if len(page.paragraphs) > 4 else ():
        found = TAGLINE.match(page.text, start, end)
        named = {i for _, i in cast.at(start, end) if cast.figures[i].kind is SpeakerKind.PERSON}
        if found and named and all(span.start >= start for span, i in cast.mentions if i == min(named)):
            return tidy(found[1])
    return None
