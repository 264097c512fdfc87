import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from factbase.document import Document
from factbase.errors import SourceError
from factbase.read import jsonl
from factbase.read.article import Given
from factbase.read.html import Pages
from factbase.read.jsonl import parse
from factbase.read.sources import Found
from factbase.read.unreadable import Unreadable

DUMP = Found(Path("news/dump.jsonl.gz"))
TEXT = "Bridge closed\n\nThe minister said no.\n"
DAYS = "".join(f"<p>The minister said on day {day} that the bridge would be repaired.</p>" for day in range(9))
HEAD = "<head><title>Bridge closed for winter</title><meta property='og:site_name' content='The Post'></head>"
PAGE = f"<html>{HEAD}<body><article>{DAYS}</article></body></html>"
GERMAN = "Der Minister sagte am Freitag, er werde die Brücke nicht schließen. " * 3


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    with Pages() as running:
        yield running


def documents(pages: Pages, *lines: object, given: Given = Given()) -> list[Document | SourceError]:  # noqa: B008 - frozen
    """Lines that are no bytes are written as JSON."""
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(jsonl.documents(io.BufferedReader(io.BytesIO(data)), DUMP, given, pages))


def one(pages: Pages, line: object, given: Given = Given()) -> Document:  # noqa: B008 - frozen
    (document,) = documents(pages, line, given=given)
    assert isinstance(document, Document)
    return document


def test_all_fields(pages: Pages) -> None:
    line = {
        "id": "post-17", "text": TEXT, "title": "Bridge closed", "url": "https://post.example/17",
        "published": "2024-05-17T21:00:00-04:00", "outlet": "The Post", "byline": "A. Reporter",
        "language": "en-US", "unknown": 1,
    }  # fmt: skip
    document = one(pages, line)
    assert document == Document(
        id="post-17",
        text=TEXT,
        source="news/dump.jsonl.gz/post-17",
        raw_sha256=document.raw_sha256,
        reader="jsonl 1",
        title="Bridge closed",
        url="https://post.example/17",
        outlet="The Post",
        byline="A. Reporter",
        language="en-US",
        published="2024-05-17T21:00:00-04:00",
        published_from="field",
    )


@pytest.mark.parametrize(
    ("line", "source", "name"),
    [
        ({"id": "a"}, "news/dump.jsonl.gz/a", "a"),
        ({"id": 17, "url": "https://post.example/17"}, "news/dump.jsonl.gz/17", "17"),
        ({"url": "https://post.example/17"}, "https://post.example/17", "dump:1"),
        ({"id": ""}, "news/dump.jsonl.gz:1", "dump:1"),
        ({}, "news/dump.jsonl.gz:1", "dump:1"),
    ],
)
def test_where_it_was_read_from(pages: Pages, line: dict[str, object], source: str, name: str) -> None:
    document = one(pages, {"text": TEXT, **line})
    assert (document.source, document.id) == (source, name)


def test_the_stem_of_the_source_is_the_id(pages: Pages) -> None:
    assert Path(one(pages, {"text": TEXT, "id": "post_2016-09-12_bridge"}).source).stem == "post_2016-09-12_bridge"


def test_the_text_is_untouched(pages: Pages) -> None:
    assert one(pages, {"text": "\r\n A \n"}).text == "\r\n A \n"


def test_a_page_in_a_line(pages: Pages) -> None:
    document = one(pages, {"html": PAGE, "title": "Closed", "text": " "})
    assert document.text.startswith("The minister said on day 0")
    assert (document.title, document.outlet, document.reader[:6]) == ("Closed", "The Post", "html 1")


def test_what_is_given_wins(pages: Pages) -> None:
    line = {"text": TEXT, "published": "not a date", "outlet": "The Post"}
    document = one(pages, line, Given(published="2024-05-17", outlet="Other", url="https://other.example"))
    assert (document.published, document.published_from) == ("2024-05-17", "option")
    assert (document.outlet, document.url) == ("Other", "https://other.example")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{text: 1}", "is not JSON: expecting property name enclosed in double quotes at character 2"),
        (b'{"text": "A', "is not JSON: unterminated string starting at at character 10"),
        (b'{"text": "A\tB"}', "is not JSON: invalid control character at at character 12"),
        (b'{"text": "caf\xe9"}', "is not UTF-8"),
        (b"[" * 100_000, "is nested too deep"),
        (b'{"n": ' + b"1" * 5_000 + b"}", "holds a number too long to read"),
        (b'["text"]', "is JSON, but not an object with a text or html"),
        (b"null", "is JSON, but not an object with a text or html"),
        ({"title": "A"}, "has no text: neither its text nor its html holds anything"),
        ({"text": " \n", "html": ""}, "has no text: neither its text nor its html holds anything"),
        ({"text": ["A"]}, "has a text that is no text"),
        ({"text": TEXT, "byline": ["A"]}, "has a byline that is no text"),
        ({"text": TEXT, "id": 1.5}, "has a id that is no text"),
        ({"text": TEXT, "id": True}, "has a id that is no text"),
        ({"text": "No\ud800"}, "has half a character (a lone surrogate) in its text"),
        ({"text": TEXT, "title": "\udc00"}, "has half a character (a lone surrogate) in its title"),
        ({"text": "No\0"}, "is binary: its text holds NUL characters"),
        ({"text": TEXT, "language": "de-AT"}, "is not in English: its language is 'de-AT'"),
        ({"text": GERMAN}, "is not in English: its language is 'de'"),
        (
            {"text": TEXT, "published": "17 May"},
            "has the date of publication '17 May', not one like 2024-05-17 or 2024-05-17T21:00:00Z",
        ),
        ({"text": TEXT, "published": "2199-01-01"}, "has the date of publication 2199-01-01, which is in the future"),
        ({"text": "word " * 1_100_000}, "is longer than 5 million characters, too much for one article"),
        ({"html": "<html><body></body></html>"}, "has no article: no main text was found in the page"),
        (b'{"text": "' + b"a" * 25_000_000 + b'"}', "is longer than 25 MB, too much for one article"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_stops_no_other(pages: Pages, line: object, reason: str) -> None:
    first, error, last = documents(pages, {"text": TEXT}, b"", line, {"text": TEXT})
    assert str(error) == f"news/dump.jsonl.gz: line 3 {reason}"
    assert isinstance(first, Document)
    assert isinstance(last, Document)


def test_declared_english_is_believed(pages: Pages) -> None:
    assert one(pages, {"text": "Nein, nein und nochmals nein, sagte er. " * 9, "language": "en"}).language == "en"


def test_a_byte_order_mark_and_line_ends_are_no_part_of_a_line(pages: Pages) -> None:
    lines = b'\xef\xbb\xbf{"text": "One"}\r', b'{"text": "Two"}\r', b"\r"
    assert [d.text for d in documents(pages, *lines) if isinstance(d, Document)] == ["One", "Two"]


def test_surrogate_pairs_are_characters() -> None:
    assert parse(b'{"text": "\\ud83d\\ude00"}').text == "😀"
    with pytest.raises(Unreadable):
        parse(b"{")
