"""Bytes to text: byte order marks, UTF-8, the charset that a page declares, else detection."""

import codecs
import re
from collections.abc import Iterator

from factbase.read.unreadable import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
DECLARED_WITHIN = 8_192  # browsers look at 1,024 bytes; what blockers and savers add in front pushes it further
WESTERN = frozenset(("ascii", "iso8859-1", "cp1252"))  # browsers read all three as windows-1252
SAMPLE = 50_000


def plain(data: bytes) -> str:
    """The text of a plain file without its byte order mark. Raises Unreadable where any byte makes no character.

    >>> plain(b"\\xef\\xbb\\xbfcaf\\xc3\\xa9"), plain("“café”".encode("cp1252"))
    ('café', '“café”')
    """
    marked = _marked(data, errors="strict")
    if marked is not None:
        return marked
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _nearly_utf8(data):
            # Guessing on would garble every other accent of the file.
            raise Unreadable(f"is not valid UTF-8: byte {error.start + 1} is broken") from None
    return _detected(data)


def page(data: bytes) -> str:
    """The source of a page. Valid UTF-8 is that whatever the page declares: browsers save so and leave the label."""
    marked = _marked(data, errors="replace")
    if marked is not None:
        return marked
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if _nearly_utf8(data):
            return data.decode("utf-8", "replace")
    return _as_declared(data) or _detected(data)


def _marked(data: bytes, *, errors: str) -> str | None:
    for mark, charset in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(charset, errors)
            except UnicodeDecodeError as error:
                raise Unreadable(
                    f"is not valid {charset.upper()}: byte {len(mark) + error.start + 1} is broken"
                ) from None
    return None


def _nearly_utf8(data: bytes) -> bool:
    """Most of what is not ASCII is well-formed UTF-8, which no other charset is by chance."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) >= 5 * broken


def _as_declared(data: bytes) -> str | None:
    found = DECLARED.search(data, 0, DECLARED_WITHIN)
    if not found:
        return None
    try:
        charset = codecs.lookup(found[1].decode("ascii")).name
        return data.decode("cp1252", "replace") if charset in WESTERN else data.decode(charset)
    except (LookupError, UnicodeDecodeError):  # a charset that does not exist, is no charset ("hex") or is wrong
        return None


def _detected(data: bytes) -> str:
    for charset in _likely(data[:SAMPLE]):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:  # the sample fits and the rest does not
            continue
    raise Unreadable("is in no charset that can be told")


def _likely(sample: bytes) -> Iterator[str]:
    """Charsets, the likeliest first: windows-1252 or Mac Roman for what is nearly all ASCII, as English is.

    charset-normalizer alone takes "It’s a £5 fee" for Shift-JIS and "“Never,” said Mr Muñoz" for windows-1250.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 50 ms that UTF-8 need not wait for

    matches = list(from_bytes(sample))
    if sum(byte > 0x7F for byte in sample) <= len(sample) // 5:
        alike = [charset for match in matches for charset in (match.encoding, *match.could_be_from_charset)]
        yield next((charset for charset in alike if charset in ("cp1252", "mac_roman")), "cp1252")
    yield from (match.encoding for match in matches)
