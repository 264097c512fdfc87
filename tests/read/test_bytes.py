import gzip
import io
import os
from pathlib import Path

import pytest

from factbase.read.bytes import lines, opened, whole
from factbase.read.sources import Found
from factbase.read.unreadable import Unreadable

TEXT = b"The minister said no.\n" * 5_000


def content(path: Path, data: bytes) -> bytes:
    path.write_bytes(data)
    with opened(Found(path), None) as stream:
        return whole(stream, limit=1_000_000)


@pytest.mark.parametrize(
    "packed",
    [gzip.compress(TEXT, mtime=0), gzip.compress(TEXT[:10], mtime=0) + gzip.compress(TEXT[10:], mtime=0), TEXT],
)
@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz"])
def test_gzip_is_told_by_its_first_bytes(tmp_path: Path, name: str, packed: bytes) -> None:
    assert content(tmp_path / name, packed) == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(TEXT, mtime=0)[:-20], "is a gzip file that breaks off before its end"),
        (gzip.compress(TEXT, mtime=0)[:15], "is a gzip file that breaks off before its end"),
        (gzip.compress(TEXT, mtime=0)[:12] + bytes(50), "is a damaged gzip file"),
        (gzip.compress(TEXT, mtime=0)[:-8] + bytes(8), "is a damaged gzip file"),
        (gzip.compress(TEXT, mtime=0) + b"more", "is a damaged gzip file"),
        (gzip.compress(bytes(3_000_000), mtime=0), "is larger than 1 MB, too much for one article"),
        (bytes(1_000_001), "is larger than 1 MB, too much for one article"),
    ],
)
def test_what_cannot_be_unpacked(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as error:
        content(tmp_path / "a.gz", data)
    assert str(error.value) == reason


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(bytes(60_000_000), 1))
    with (
        opened(Found(tmp_path / "a.jsonl.gz"), None) as stream,
        pytest.raises(Unreadable, match="unpacks to more than 200 times its size, which no articles do"),
    ):
        list(lines(stream, limit=1_000))


def test_lines_before_the_break_are_kept(tmp_path: Path) -> None:
    written = [os.urandom(500).hex().encode() for _ in range(1_000)]
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"\n".join(written))[:-1_000])
    read: list[bytes | None] = []
    with opened(Found(tmp_path / "a.gz"), None) as stream, pytest.raises(Unreadable, match="breaks off"):
        read.extend(lines(stream, limit=10_000))
    assert 900 < len(read) < 1_000
    assert read == written[: len(read)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", []),
        (b"a\nb", [b"a", b"b"]),
        (b"a\r\n\nb\n", [b"a", b"", b"b"]),
        (b"a" * 10 + b"\nb", [b"a" * 10, b"b"]),
        (b"a" * 11 + b"\nb", [None, b"b"]),
        (b"a" * 3_000_000 + b"\nb", [None, b"b"]),
        (b"b\n" + b"a" * 11, [b"b", None]),
    ],
)
def test_lines(data: bytes, expected: list[bytes | None]) -> None:
    assert list(lines(io.BufferedReader(io.BytesIO(data)), limit=10)) == expected


def test_a_pipe_that_trickles_is_looked_at_whole() -> None:
    """And standard input stays open for who gave it."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", buffering=0) as stdin, os.fdopen(writing, "wb", buffering=0) as feed:
        feed.write(b"<!DOC")
        feed.write(b"TYPE html>")
        feed.close()
        with opened(Found(None), stdin) as stream:
            assert stream.peek(100) == b"<!DOCTYPE html>"
        assert not stdin.closed
