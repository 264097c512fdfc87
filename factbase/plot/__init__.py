"""The stance timeline as a picture: time from left to right, a lane a speaker."""

from collections.abc import Iterable
from typing import BinaryIO, Literal

from factbase.errors import FactbaseError
from factbase.rows import StanceRow

__all__ = ["draw"]

MISSING = "pictures are drawn by matplotlib, which is not installed: pip install 'factbase-news[plot]'"


def draw(rows: Iterable[StanceRow], stream: BinaryIO, *, output: Literal["svg", "png"]) -> str:
    """Draw the positions on one topic, one lane a speaker, and return the characters that no installed font has.

    A day is a point, a week or a month a bar, and what has no date stands in a margin of its own. The same rows
    give the same bytes.
    """
    try:
        from factbase.plot.picture import save  # noqa: PLC0415  matplotlib: 300 ms, and an extra
    except ModuleNotFoundError as error:
        raise FactbaseError(MISSING) from error
    found = list(rows)
    if not found:
        raise FactbaseError("no statement takes a position on this topic: there is nothing to draw")
    return save(found, stream, output=output)
