"""Plain text to Document: the text untouched, its first line the title."""

import hashlib

from factbase.document import Document
from factbase.read import charset
from factbase.read.dateline import printed_date
from factbase.read.unreadable import Unreadable

READER = "text 1"
LIMIT = 5_000_000  # bytes; the longest books are about as long
LONGEST_TITLE = 300  # a longer first line is a paragraph


def document(data: bytes, *, source: str, stem: str) -> Document:
    text = charset.plain(data)
    if not text.strip():
        raise Unreadable("is empty")
    return Document(
        id=stem,
        text=text,
        source=source,
        raw_sha256=hashlib.sha256(data).hexdigest(),
        reader=READER,
        title=title(text),
        published=(day := printed_date(text)),
        published_from="text" if day else None,
    )


def title(text: str) -> str | None:
    """The first line that is not blank, without the "# " of Markdown; None if it is too long for a title."""
    first = next(line for line in text.splitlines() if line.strip()).strip()
    return (first.lstrip("# ") or None) if len(first) <= LONGEST_TITLE else None
