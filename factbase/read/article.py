"""The last step of every reader: what the user gave, and what no article may have."""

import re
from dataclasses import dataclass, fields, replace

from factbase.document import Document
from factbase.read import language
from factbase.read.published import publication
from factbase.read.unreadable import Unreadable

UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user gave for all sources; it wins over what an article says of itself."""

    published: str | None = None
    outlet: str | None = None
    url: str | None = None


def finished(document: Document, given: Given, *, surely_english: bool = False) -> Document:
    """The document with what was given, its date checked. Raises Unreadable if it is foreign, misdated or garbled."""
    document = replace(
        document,
        published=given.published or document.published,
        published_from="option" if given.published else document.published_from,
        outlet=given.outlet or document.outlet,
        url=given.url or document.url,
    )
    _refuse_half_characters(document)
    if not surely_english and (code := language.foreign(document.text)):
        raise Unreadable(f"is not in English: its language is {code!r}")
    return replace(document, published=document.published and publication(document.published))


def _refuse_half_characters(document: Document) -> None:
    """Neither database stores a lone surrogate, and PostgreSQL no NUL."""
    for name in (field.name for field in fields(document)):
        found = UNSTORABLE.search(getattr(document, name) or "")
        if found and found[0] == "\0":
            raise Unreadable(f"is binary: its {name} holds NUL characters")
        if found:
            raise Unreadable(f"has half a character (a lone surrogate) in its {name}")
