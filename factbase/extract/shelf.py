"""Spans by place, so that what is near is found without looking at all: a transcript has thousands of statements."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from factbase.document import Span

CELL = 2000  # characters
Item = TypeVar("Item")


class Shelf(Generic[Item]):
    """Items, each with the spans that it takes up."""

    def __init__(self, held: Iterable[tuple[Item, Iterable[Span]]] = ()) -> None:
        self._cells: dict[int, list[tuple[int, Item]]] = {}
        self._count = 0
        for item, spans in held:
            self.add(item, spans)

    def add(self, item: Item, spans: Iterable[Span]) -> None:
        for cell in {cell for span in spans for cell in _cells(span)}:
            self._cells.setdefault(cell, []).append((self._count, item))
        self._count += 1

    def near(self, spans: Iterable[Span]) -> Iterator[Item]:
        """The items that may have a character in common with these, each once, in the order they came in."""
        found = {n: item for span in spans for cell in _cells(span) for n, item in self._cells.get(cell, ())}
        return (found[n] for n in sorted(found))


def _cells(span: Span) -> range:
    return range(span.start // CELL, max(span.start, span.end - 1) // CELL + 1)
