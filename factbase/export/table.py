"""A table for people: on a terminal as wide as it is, cells wrapped; in a pipe every row whole on one line."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from math import sqrt
from typing import TextIO

from factbase.export.listing import Cell, Format, Listing
from factbase.export.plain import NULL, cut, shown, width, wrap

SAMPLE = 200  # rows that decide how wide the columns are; the rest streams
GAP = "  "
MOST_LINES = 5  # of a cell on a terminal
LONGEST_WORD = 10  # that is never broken, such as a date


def write_table(listing: Listing, stream: TextIO, *, columns: int | None) -> None:
    """`columns` is the terminal's width; None writes every cell whole."""
    shows = listing.columns(Format.TABLE)
    rows = ([c.cell(row) for c in shows] for row in listing.rows)
    first = list(islice(rows, SAMPLE))
    names = [c.name.replace("_", " ") for c in shows]
    texts = [[name, *map(shown, cells)] for name, *cells in zip(names, *first, strict=True)]
    widths = [max(map(width, column)) for column in texts]
    if columns is not None:
        widths = fitted(widths, [*map(_longest_word, texts)], columns - len(GAP) * (len(shows) - 1))
    right = [_is_number(cells) for cells in zip(*first, strict=True)] or [False] * len(shows)
    stream.writelines(_lines(names, widths, right))
    stream.write(GAP.join("─" * w for w in widths) + "\n")
    for row in chain(first, rows):
        cells = [shown(cell) for cell in row]
        stream.writelines(_lines(cells, widths, right) if columns else [_whole(cells, widths, right)])


def fitted(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that fill `room` and ask for few lines: a column gets no more than it wants, no less than its longest
    word, and between those a share by the root of what it wants.

    [18, 58, 250] with words of [10, 9, 9] in 80 is [12, 22, 46].
    """
    widths = dict(enumerate(wanted))
    undecided = set(widths) if sum(wanted) > room else set[int]()
    while undecided:
        left = room - sum(width for i, width in widths.items() if i not in undecided)
        roots = sum(sqrt(wanted[i]) for i in undecided)
        shares = {i: int(left * sqrt(wanted[i]) / roots) for i in undecided}
        widths |= {i: min(max(share, least[i]), wanted[i]) for i, share in shares.items()}
        bounded = {i for i, share in shares.items() if widths[i] != share}
        undecided = undecided - bounded if bounded else set()
    longest = max(widths, key=lambda i: wanted[i])  # it gets what rounding left
    widths[longest] = min(wanted[longest], widths[longest] + max(room - sum(widths.values()), 0))
    return list(widths.values())


def _longest_word(texts: Iterable[str]) -> int:
    return max(min(width(word), LONGEST_WORD) for text in texts for word in text.split())


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
