"""Reports of reports: "The Times wrote that officials said …" holds two statements, the one inside the other."""

from collections.abc import Iterable, Sequence

from factbase.document import Attribution, Span, Spans


def reports(found: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the one that reports it: the shortest content that holds its content and its cue."""
    return [_report(found, inner) for inner in found]


def _report(found: Sequence[Attribution], inner: Attribution) -> int | None:
    holders = [
        (sum(s.end - s.start for s in outer.content), i)
        for i, outer in enumerate(found)
        if outer is not inner and inner.cue and _holds(outer.content, (*inner.content, *inner.cue))
    ]
    return min(holders)[1] if holders else None


def _holds(outer: Spans, inner: Iterable[Span]) -> bool:
    return all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)
