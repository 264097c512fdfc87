"""Who "I" and "we" are outside quotation marks: the author, the paper."""

import re

from factbase.document import Document, EntityKind
from factbase.resolve.names import tidy
from factbase.resolve.page import Page
from factbase.resolve.registry import Registry

BY = re.compile(
    r"^\s*(?:By|BY|by|(?:Opinion|Comment|Commentary|Analysis|Column)\s*(?:[|:]|by))"
    r"\s+([A-Z][\w.’'-]*(?:[ ]+[A-Z][\w.’'-]*){1,3})[ ]*(?:$|[,|])",
    re.MULTILINE,
)
TAGLINE = re.compile(
    r"\W*([A-Z][\w.’'-]*(?:[ ]+[A-Z][\w.’'-]*){1,3}),? (?:is|was|are|teaches|writes|covers|lives|works)\b"
)
SEVERAL = re.compile(r"\s*(?:,|\band\b|&|;)\s*")
HEAD = 600  # characters from the top in which a byline stands


def author(document: Document, page: Page, registry: Registry) -> str | None:
    """The byline, the "By Jane Roe" below the title, or the "Jane Roe is a teacher in Ohio" at the end."""
    return _byline(document) or _by_line(page) or _tagline(page, registry)


def editorial_voice(document: Document, page: Page, registry: Registry) -> str | None:
    """The paper speaks as "we" where no author is known."""
    return None if author(document, page, registry) else document.outlet


def _byline(document: Document) -> str | None:
    names = [tidy(n.removeprefix("By ").removeprefix("by ")) for n in SEVERAL.split(document.byline or "") if n.strip()]
    return names[0] if len(names) == 1 and " " in names[0] else None


def _by_line(page: Page) -> str | None:
    found = BY.search(page.text, 0, HEAD)
    return tidy(found[1]) if found else None


def _tagline(page: Page, registry: Registry) -> str | None:
    """A person whom one of the last two paragraphs introduces and nothing before it names."""
    for start, end in page.paragraphs[-2:] if len(page.paragraphs) > 4 else ():
        found = TAGLINE.match(page.text, start, end)
        if found is None or page.text.find(found[1], 0, start) >= 0:
            continue
        marked = any(e.kind is EntityKind.PERSON for e in page.within(start, found.end(1)))
        if marked or registry.gender(found[1].split()[0]):
            return tidy(found[1])
    return None
