"""What a source holds, by its name and its first bytes."""

import codecs
import re
from enum import StrEnum

from factbase.read.unreadable import Unreadable


class Form(StrEnum):
    TEXT = "text"
    PAGE = "page"
    LINES = "lines"


SUFFIXES = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".md": Form.TEXT,
    ".html": Form.PAGE,
    ".htm": Form.PAGE,
    ".xhtml": Form.PAGE,
    ".jsonl": Form.LINES,
    ".ndjson": Form.LINES,
    ".json": Form.LINES,
}
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file inside a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"bplist00", "a Safari web archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"WARC/", "a WARC archive"),
)
HEAD = 4_096  # bytes that are looked at
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)  # UTF-32-LE begins as UTF-16-LE does
PROLOGUE = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
PAGE_START = re.compile(PROLOGUE + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
LINES_START = re.compile(rb'\s*\{\s*(?:"|\})')
OVER_LINES = re.compile(rb"\s*[\[{][ \t]*\r?\n")
ARRAY_START = re.compile(rb'\s*\[\s*[{"\]]')
FEED_START = re.compile(PROLOGUE + rb"<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
ARCHIVED_PAGE = re.compile(rb"(?:From: <Saved by|MIME-Version:)", re.IGNORECASE)


def form(suffix: str, head: bytes) -> Form:
    """How to read what begins with `head`: a known suffix decides, else its look. Raises Unreadable on no text."""
    if not head:
        raise Unreadable("is empty")
    if kind := _foreign(head):
        raise Unreadable(f"is {kind}, not text")
    known = SUFFIXES.get(suffix)
    found = _looks(head.removeprefix(codecs.BOM_UTF8)) if known is None or suffix == ".json" else known
    if found is Form.LINES:
        _refuse_other_json(head)
    return found


def _refuse_other_json(head: bytes) -> None:
    """One sentence, where reading on would give one for each line."""
    if head.startswith(WIDE):
        raise Unreadable("is UTF-16, and JSON Lines is UTF-8")
    if OVER_LINES.match(head):
        raise Unreadable("is JSON over many lines, and JSON Lines has one article a line (jq -c . FILE makes it so)")


def _foreign(head: bytes) -> str | None:
    for signature, kind in SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[257:262] == b"ustar":
        return "a tar archive"
    if b"\0" in head and not head.startswith(WIDE):
        return "binary"
    return None


def _looks(head: bytes) -> Form:
    if LINES_START.match(head):
        return Form.LINES
    if PAGE_START.match(head):
        return Form.PAGE
    if ARRAY_START.match(head):
        raise Unreadable("is a JSON array; JSON Lines has one article a line (jq -c '.[]' FILE makes it so)")
    if FEED_START.match(head):
        raise Unreadable("is a news feed, not an article")
    if ARCHIVED_PAGE.match(head):
        raise Unreadable("is an MHTML archive; save the page as HTML")
    return Form.TEXT
