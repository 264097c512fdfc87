"""Who gets which lane, and where in it each statement goes. Plain arithmetic, no drawing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from factbase.document import Position
from factbase.rows import StanceRow

UNKNOWN = "Speaker not known"
MOST_LANES = 80
UNDATED_ABREAST = 6
MOST_LEVELS = 12  # what is more stands on the last one, over each other


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement. `level` counts from 0: statements that would cover one another stand below each other."""

    row: StanceRow
    level: int
    slot: int = 0
    """Its place from the left among the undated."""

    @property
    def days(self) -> tuple[float, float]:
        """Beginning of the first day and end of the last, as ordinals."""
        first, last = self.row.said_from or date.min, self.row.said_to or date.min
        return first.toordinal(), last.toordinal() + 1.0

    @property
    def middle(self) -> float:
        return sum(self.days) / 2


@dataclass(frozen=True, slots=True)
class Lane:
    """One speaker's statements on the topic."""

    name: str
    role: str | None
    dated: tuple[Mark, ...]
    undated: tuple[Mark, ...]
    latest: Position
    """Of what was said last, the undated counting only where nothing is dated."""

    @property
    def levels(self) -> int:
        return 1 + max(mark.level for mark in (*self.dated, *self.undated))


def lanes(rows: Iterable[StanceRow], *, apart: float) -> list[Lane]:
    """A lane a speaker, from support at the top to opposition, within a position by date.

    `apart` is the number of days that two marks on one level must be apart so as not to cover one another.
    """
    by_speaker = sorted(rows, key=lambda row: row.speaker_id or "")
    found = [_lane(list(own), apart) for _, own in groupby(by_speaker, key=lambda row: row.speaker_id)]
    return sorted(found, key=lambda lane: (-lane.latest.score, _first_day(lane), lane.name))


def busiest(found: Sequence[Lane]) -> list[Lane]:
    """The lanes that fit a page: those with the most statements, in the order they came."""
    kept = sorted(found, key=lambda lane: -len(lane.dated) - len(lane.undated))[:MOST_LANES]
    return [lane for lane in found if lane in kept]


def _lane(rows: Sequence[StanceRow], apart: float) -> Lane:
    in_order = sorted(rows, key=lambda row: (row.said_to or date.min, row.published or "", row.start))
    dated = tuple(_stacked([row for row in in_order if row.said_from], apart))
    undated = tuple(_side_by_side([row for row in in_order if not row.said_from]))
    last = in_order[-1]
    role = next((_role(row) for row in reversed(in_order) if row.role or row.organisation), None)
    return Lane(last.speaker or UNKNOWN, role, dated, undated, last.position)


def _stacked(rows: Sequence[StanceRow], apart: float) -> Iterator[Mark]:
    """Each on the first level where it is clear of what stands there already; those of one day in their order."""
    ends: list[float] = []
    for row in sorted(rows, key=lambda row: Mark(row, 0).middle):
        start, end = Mark(row, 0).days
        half = max(end - start, apart) / 2
        left, right = (start + end) / 2 - half, (start + end) / 2 + half
        level = next((i for i, taken in enumerate(ends) if taken <= left), len(ends))
        ends[level:] = [right, *ends[level + 1 :]]
        yield Mark(row, min(level, MOST_LEVELS - 1))


def _side_by_side(rows: Sequence[StanceRow]) -> Iterator[Mark]:
    for i, row in enumerate(rows):
        level, slot = divmod(i, UNDATED_ABREAST)
        yield Mark(row, min(level, MOST_LEVELS - 1), slot)


def _role(row: StanceRow) -> str:
    """Foreign Minister, Lithuania; the organisation once: Chairman of the Joint Chiefs of Staff."""
    role, organisation = row.role or "", row.organisation or ""
    return role if organisation in role else ", ".join(filter(None, (role, organisation)))


def _first_day(lane: Lane) -> float:
    return min((mark.middle for mark in lane.dated), default=float(date.max.toordinal()))
