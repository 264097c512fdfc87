import pytest

from factbase.read.sniff import Form, form
from factbase.read.unreadable import Unreadable


@pytest.mark.parametrize(
    ("suffix", "head", "expected"),
    [
        (".txt", b"<html> is how a page begins", Form.TEXT),
        (".md", b"# Title", Form.TEXT),
        ("", b"Minister resigns\n", Form.TEXT),
        (".2024", b"Minister resigns\n", Form.TEXT),
        ("", b"\xef\xbb\xbfMinister resigns\n", Form.TEXT),
        ("", "Minister resigns".encode("utf-16"), Form.TEXT),
        ("", b"[Updated] Minister resigns", Form.TEXT),
        ("", b"{sic} Minister resigns", Form.TEXT),
        (".html", b"Minister resigns", Form.PAGE),
        (".htm", b"<p>", Form.PAGE),
        ("", b"\n<!DOCTYPE html><html>", Form.PAGE),
        ("", b"<!-- saved from url=(0024)https://example.org/news --><HTML>", Form.PAGE),
        ("", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC ''>", Form.PAGE),
        (".jsonl", b"anything", Form.LINES),
        (".ndjson", b'{"text": ""}', Form.LINES),
        (".json", b'{"text": "A"}\n{"text": "B"}', Form.LINES),
        ("", b'\xef\xbb\xbf{ "text": "A"}', Form.LINES),
    ],
)
def test_form(suffix: str, head: bytes, expected: Form) -> None:
    assert form(suffix, head) is expected


@pytest.mark.parametrize(
    ("suffix", "head", "reason"),
    [
        (".txt", b"", "is empty"),
        (".txt", b"%PDF-1.7\n", "is a PDF document, not text"),
        (".html", b"PK\x03\x04\x14\0", "is a ZIP archive or an Office document, not text"),
        ("", b"\x89PNG\r\n\x1a\n\0\0", "is a PNG picture, not text"),
        ("", b"\xff\xd8\xff\xe0", "is a JPEG picture, not text"),
        ("", b"{\\rtf1\\ansi", "is an RTF document, not text"),
        ("", b"\x1f\x8b\x08", "is a gzip file inside a gzip file, not text"),
        ("", b"news.txt" + bytes(249) + b"ustar", "is a tar archive, not text"),
        (".txt", b"words\0words", "is binary, not text"),
        (
            ".json",
            b'[{"text": "A"}]',
            "is a JSON array; JSON Lines has one article a line (jq -c '.[]' FILE makes it so)",
        ),
        (
            ".json",
            b'{\n "text": "A"\n}',
            "is JSON over many lines, and JSON Lines has one article a line (jq -c . FILE makes it so)",
        ),
        (".jsonl", '{"text": ""}'.encode("utf-16"), "is UTF-16, and JSON Lines is UTF-8"),
        ("", b"<?xml version='1.0'?><rss version='2.0'>", "is a news feed, not an article"),
        ("", b"From: <Saved by Blink>\r\n", "is an MHTML archive; save the page as HTML"),
    ],
)
def test_no_text(suffix: str, head: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as error:
        form(suffix, head)
    assert str(error.value) == reason
