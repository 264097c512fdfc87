"""A table for people: on a terminal as wide as it is, cells wrapped; in a pipe every row whole on one line."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TextIO

from factbase.export.listing import Cell, Format, Listing
from factbase.export.plain import NULL, cut, shown, width, wrap

SAMPLE = 200  # rows that decide how wide the columns are; the rest streams
GAP = "  "
MOST_LINES = 5  # of a cell on a terminal
NARROWEST = 8


def write_table(listing: Listing, stream: TextIO, *, columns: int | None) -> None:
    """`columns` is the terminal's width; None writes every cell whole."""
    shows = listing.columns(Format.TABLE)
    rows = ([c.cell(row) for c in shows] for row in listing.rows)
    first = list(islice(rows, SAMPLE))
    names = [c.name.replace("_", " ") for c in shows]
    wanted = [max(map(width, [name, *map(shown, cells)])) for name, *cells in zip(names, *first, strict=True)]
    widths = wanted if columns is None else fitted(wanted, columns - len(GAP) * (len(shows) - 1))
    right = [_is_number(cells) for cells in zip(*first, strict=True)] or [False] * len(shows)
    stream.writelines(_lines(names, widths, right))
    stream.write(GAP.join("─" * w for w in widths) + "\n")
    for row in chain(first, rows):
        cells = [shown(cell) for cell in row]
        stream.writelines(_lines(cells, widths, right) if columns else [_whole(cells, widths, right)])


def fitted(wanted: Sequence[int], room: int) -> list[int]:
    """Widths that fill at most `room`: narrow columns keep theirs, the wide ones share what is left.

    [10, 12, 300] in 80 is [10, 12, 58]; none falls below 8 columns, however narrow the terminal.
    """
    widths = list(wanted)
    while sum(widths) > room and max(widths) > NARROWEST:
        widest = max(widths)
        second = max([w for w in widths if w < widest] + [NARROWEST])
        tied = [i for i, w in enumerate(widths) if w == widest]
        excess = sum(widths) - room
        share = min(widest - second, -(-excess // len(tied)))
        for i in tied:
            widths[i] = max(widest - share, NARROWEST)
    return widths


def _is_number(cells: Iterable[Cell]) -> bool:
    found = [cell for cell in cells if cell is not None]
    return bool(found) and all(isinstance(cell, int | float) for cell in found)


def _lines(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    wrapped = [_clipped(wrap(cell, w), w) for cell, w in zip(cells, widths, strict=True)]
    for i in range(max(map(len, wrapped))):
        yield _whole([lines[i] if i < len(lines) else "" for lines in wrapped], widths, right)


def _clipped(lines: list[str], columns: int) -> list[str]:
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[: MOST_LINES - 1], cut(" ".join(lines[MOST_LINES - 1 :]), columns)]


def _whole(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = (_padded(c, w, right=r) for c, w, r in zip(cells, widths, right, strict=True))
    return GAP.join(padded).rstrip() + "\n"


def _padded(cell: str, columns: int, *, right: bool) -> str:
    space = " " * (columns - width(cell))
    return space + cell if right and cell != NULL else cell + space
