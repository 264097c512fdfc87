"""Cells as text on one line, and how many columns of a terminal they take."""

import unicodedata
from collections.abc import Iterator
from datetime import date

from factbase.export.listing import Cell

NULL = "–"
REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ZERO_WIDTH = ("Mn", "Me", "Cf")


def shown(cell: Cell) -> str:
    """One line without control characters: an article's escape sequences must not reach the terminal."""
    if cell is None or cell == "":
        return NULL
    if isinstance(cell, tuple):
        return shown(", ".join(listed(cell)))
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return " ".join("".join(map(_printable, cell.isoformat() if isinstance(cell, date) else str(cell))).split())


def listed(cells: tuple[object, ...]) -> Iterator[str]:
    """The parts of a list that stands in one cell: names as they are, a piece of a text as "12-40"."""
    return ("-".join(map(str, cell)) if isinstance(cell, tuple) else str(cell) for cell in cells)


def width(text: str) -> int:
    """Columns on a terminal: Chinese and Japanese characters and emoji take two, accents set over a letter none."""
    return len(text) if text.isascii() else sum(map(_width, text))


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most `columns`, broken at spaces, inside a word only where it is longer than a line."""
    lines = [""]
    for word in _pieces(text, columns):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if width(joined) <= columns or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def cut(text: str, columns: int) -> str:
    """At most `columns`, with … where something is missing."""
    if width(text) <= columns:
        return text
    return next(_chunks(text, columns - 1), "").rstrip() + "…"


def _pieces(text: str, columns: int) -> Iterator[str]:
    for word in text.split(" "):
        if width(word) <= columns:
            yield word
        else:
            yield from _chunks(word, columns)


def _chunks(word: str, columns: int) -> Iterator[str]:
    chunk, taken = "", 0
    for character in word:
        if chunk and taken + _width(character) > columns:
            yield chunk
            chunk, taken = "", 0
        chunk, taken = chunk + character, taken + _width(character)
    yield chunk


def _printable(character: str) -> str:
    if character in REORDERING:
        return ""
    return " " if unicodedata.category(character) == "Cc" else character


def _width(character: str) -> int:
    if unicodedata.category(character) in ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
