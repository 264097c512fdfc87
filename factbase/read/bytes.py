"""The bytes of a source, unpacked if they are gzipped, never more of them than one article may have."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO

from factbase.read.sources import Found
from factbase.read.unreadable import Unreadable

GZIP = b"\x1f\x8b"
BOMB = 20_000_000  # bytes that come out of a gzip file before its ratio is looked at
BOMB_RATIO = 200  # articles shrink to a third or a tenth, the same article over and over to a fiftieth


class Tally(io.RawIOBase):
    """Counts what is read, and fills each buffer whole, so that a pipe's first bytes can be looked at."""

    def __init__(self, stream: IO[bytes] | io.FileIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what io.BufferedReader passes
        filled = 0
        while filled < len(buffer) and (piece := self._stream.read(len(buffer) - filled)):
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        self.count += filled
        return filled


class Gunzipped(io.RawIOBase):
    """Unpacks, and says in a sentence what is wrong with a file that breaks off, is damaged or is a bomb."""

    def __init__(self, packed: io.BufferedReader, tally: Tally) -> None:
        self._gzip = gzip.GzipFile(fileobj=packed)
        self._tally = tally
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what io.BufferedReader passes
        try:
            piece = self._gzip.read(len(buffer))
        except EOFError:
            raise Unreadable("is a gzip file that breaks off before its end") from None
        except (gzip.BadGzipFile, zlib.error):
            raise Unreadable("is a damaged gzip file") from None
        self._count += len(piece)
        if self._count > BOMB and self._count > BOMB_RATIO * self._tally.count:
            raise Unreadable(f"unpacks to more than {BOMB_RATIO} times its size, which no articles do")
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def opened(found: Found, stdin: BinaryIO | None) -> Iterator[io.BufferedReader]:
    """A stream of the unpacked bytes. Standard input stays open. Raises OSError and Unreadable."""
    if found.path is None:
        yield _unpacked(stdin or sys.stdin.buffer)
    else:
        with found.path.open("rb", buffering=0) as file:
            yield _unpacked(file)


def _unpacked(stream: IO[bytes] | io.FileIO) -> io.BufferedReader:
    tally = Tally(stream)
    packed: io.BufferedReader = io.BufferedReader(tally, 1 << 16)
    if packed.peek(2)[:2] != GZIP:
        return packed
    return io.BufferedReader(Gunzipped(packed, tally), 1 << 16)


def whole(stream: io.BufferedReader, *, limit: int) -> bytes:
    """All of a stream, which must be at most `limit` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(f"is larger than {limit // 1_000_000} MB, too much for one article")
    return data


def lines(stream: io.BufferedReader, *, limit: int) -> Iterator[bytes | None]:
    """Lines without their ends, one in memory at a time; None for one longer than `limit` bytes."""
    while line := stream.readline(limit + 1):
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line.rstrip(b"\r\n")
