import codecs

import pytest

from factbase.read import charset
from factbase.read.unreadable import Unreadable

SAID = "“Never,” said Mr Muñoz — twice.\r\nIt’s a £5 fee at the café.\n"
RUSSIAN = "Президент сказал, что не будет посылать войска за границу. " * 5


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (SAID.encode(), SAID),
        (codecs.BOM_UTF8 + SAID.encode(), SAID),
        (codecs.BOM_UTF16_LE + SAID.encode("utf-16-le"), SAID),
        (codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"), SAID),
        (codecs.BOM_UTF32_LE + SAID.encode("utf-32-le"), SAID),
        (SAID.encode("cp1252"), SAID),
        ("It’s a £5 fee, she said.".encode("cp1252"), "It’s a £5 fee, she said."),
        ("The café’s owner said “no” twice. ".encode("mac_roman") * 5, "The café’s owner said “no” twice. " * 5),
        (("A quiet day. " * 5_000 + "“No,” she said.").encode("cp1252"), "A quiet day. " * 5_000 + "“No,” she said."),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
    ],
)
def test_plain(data: bytes, text: str) -> None:
    assert charset.plain(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("“One”, “two”, “three”".encode() + b"\xe2\x80", "is not valid UTF-8: byte 34 is broken"),
        (codecs.BOM_UTF8 + b"ab\xff", "is not valid UTF-8: byte 6 is broken"),
        (codecs.BOM_UTF16_LE + b"a\0b", "is not valid UTF-16-LE: byte 5 is broken"),
        (b"A quiet day. " * 5_000 + b"\x81", "is in no charset that can be told"),
        (bytes(range(1, 32)) * 20 + b"\x81\x8d\x8f\x90\x9d\xff" * 300, "is in no charset that can be told"),
    ],
)
def test_plain_refuses_what_it_would_garble(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as error:
        charset.plain(data)
    assert str(error.value) == reason


def labelled(label: str, text: str = SAID) -> str:
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head>{text}'


@pytest.mark.parametrize(
    ("label", "real", "text"),
    [
        ("windows-1252", "cp1252", SAID),
        ("iso-8859-1", "cp1252", SAID),  # as browsers do
        ("windows-1252", "utf-8", SAID),  # saved by a browser, which left the label
        ("utf-8", "cp1252", SAID),
        ("windows-1251", "cp1251", RUSSIAN),
        ("no-such-charset", "cp1252", SAID),
        ("hex", "cp1252", SAID),
        ("utf-16", "utf-8", SAID),
        ("shift_jis", "cp1252", SAID),
    ],
)
def test_page(label: str, real: str, text: str) -> None:
    assert charset.page(labelled(label, text).encode(real)) == labelled(label, text)


def test_page_without_a_label() -> None:
    assert charset.page(f"<html>{SAID}".encode("cp1252")) == f"<html>{SAID}"


def test_page_keeps_what_is_left_of_broken_utf8() -> None:
    assert charset.page(SAID.encode() + b"\xe2\x80<p>") == SAID + "�<p>"
    assert charset.page(codecs.BOM_UTF8 + b"a\xffb") == "a�b"
