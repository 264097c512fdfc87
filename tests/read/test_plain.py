import hashlib

import pytest

from factbase.read import plain
from factbase.read.unreadable import Unreadable


@pytest.mark.parametrize(
    "text",
    [
        "Bridge closed\r\n\r\nThe minister said no.\r\n",
        "Bridge closed\rThe minister said no.",
        "  Bridge closed \n\n\n“No,” she said.\n\n",
        "Bridge closed\u2028The minister\u00a0said\tno.\f",
    ],
)
def test_the_text_is_untouched(text: str) -> None:
    document = plain.document(text.encode(), source="a/b.txt", stem="b")
    assert (document.text, document.title) == (text, "Bridge closed")
    assert (document.id, document.source, document.reader) == ("b", "a/b.txt", "text 1")
    assert document.raw_sha256 == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n# Bridge closed\n\nWords.", "Bridge closed"),
        ("Bridge closed", "Bridge closed"),
        ("The minister said no. " * 20 + "\nWords.", None),
        ("###\nWords.", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert plain.title(text) == title


@pytest.mark.parametrize("data", [b"\n \t\r\n", b"\xef\xbb\xbf", "\u00a0\u2003".encode()])
def test_empty(data: bytes) -> None:
    with pytest.raises(Unreadable, match="is empty"):
        plain.document(data, source="a", stem="a")
