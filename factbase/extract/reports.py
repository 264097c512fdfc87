"""Reports of reports: "The Times wrote that officials said …" holds two statements, the one inside the other."""

from collections.abc import Iterable, Sequence

from factbase.document import Attribution, Span, Spans
from factbase.extract.shelf import Shelf


def reports(found: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the one that reports it: the shortest content that holds its content and its cue."""
    shelf = Shelf(((i, outer), outer.content) for i, outer in enumerate(found))
    return [_report(shelf, inner) for inner in found]


def _report(shelf: Shelf[tuple[int, Attribution]], inner: Attribution) -> int | None:
    holders = [
        (sum(s.end - s.start for s in outer.content), i)
        for i, outer in shelf.near(inner.content)
        if outer is not inner and inner.cue and _holds(outer.content, (*inner.content, *inner.cue))
    ]
    return min(holders)[1] if holders else None


def _holds(outer: Spans, inner: Iterable[Span]) -> bool:
    return all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)
