"""Who gets which lane, and which marks stand in it. Plain values, no drawing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from factbase.document import Position
from factbase.rows import StanceRow

UNKNOWN = "Speaker not known"
MOST_LANES = 80


@dataclass(frozen=True, slots=True)
class Mark:
    """What one speaker said on one day, or at some time within a week or a month, in one position."""

    rows: tuple[StanceRow, ...]
    """One statement or several, in their order."""

    @property
    def position(self) -> Position:
        return self.rows[0].position

    @property
    def days(self) -> tuple[float, float] | None:
        """Beginning of the first day and end of the last, as ordinals."""
        first, last = self.rows[0].said_from, self.rows[0].said_to
        return (first.toordinal(), last.toordinal() + 1.0) if first and last else None


@dataclass(frozen=True, slots=True)
class Lane:
    """One speaker's statements on the topic."""

    name: str
    role: str | None
    marks: tuple[Mark, ...]
    """By the first day; on one day from support to opposition; last what has no date."""
    latest: Position
    """Of what was said last, the undated counting only where nothing is dated."""

    @property
    def statements(self) -> int:
        return sum(len(mark.rows) for mark in self.marks)


def lanes(rows: Iterable[StanceRow]) -> list[Lane]:
    """A lane a speaker, from support at the top to opposition, within a position by date."""
    by_speaker = sorted(rows, key=lambda row: row.speaker_id or "")
    found = [_lane(list(own)) for _, own in groupby(by_speaker, key=lambda row: row.speaker_id)]
    return sorted(found, key=lambda lane: (-lane.latest.score, _days(lane.marks[0].rows[0]), lane.name))


def busiest(found: Sequence[Lane]) -> list[Lane]:
    """The lanes that fit a page: those with the most statements, in the order they came."""
    kept = sorted(found, key=lambda lane: -lane.statements)[:MOST_LANES]
    return [lane for lane in found if lane in kept]


def _lane(rows: Sequence[StanceRow]) -> Lane:
    in_order = sorted(rows, key=lambda row: (row.said_from or date.min, row.published or "", row.start))
    name = in_order[-1].speaker or UNKNOWN
    role = next((role for row in reversed(in_order) if (role := _role(row, name))), None)
    return Lane(name, role, tuple(_marks(in_order)), in_order[-1].position)


def _marks(in_order: Sequence[StanceRow]) -> Iterator[Mark]:
    together = sorted(in_order, key=lambda row: (_days(row), -row.score))
    for _, same in groupby(together, key=lambda row: (_days(row), row.position)):
        yield Mark(tuple(same))


def _days(row: StanceRow) -> tuple[date, date]:
    """What has no date comes after all that has one."""
    return row.said_from or date.max, row.said_to or date.max


def _role(row: StanceRow, name: str) -> str:
    """Foreign Minister, Lithuania; the organisation once: Chairman of the Joint Chiefs of Staff; of "military
    officials" nothing, who are officials."""
    role = row.role if row.role and row.role.lower() not in name.lower() else ""
    organisation = row.organisation or ""
    return role if organisation in role else ", ".join(filter(None, (role, organisation)))
