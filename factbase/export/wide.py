"""The stance timeline as a grid: a row a day said, a column a speaker."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from factbase.export.listing import Cell, Column, Listing
from factbase.export.reading import said
from factbase.rows import StanceRow

UNKNOWN = "unknown speaker"
UNDATED = (date.max, date.max)


@dataclass(frozen=True, slots=True)
class Day:
    """What was said on one day, or in one month, or at a time that nobody told."""

    of: StanceRow
    positions: dict[str | None, list[str]]
    """By speaker's id, in the order they were said."""


def wide(rows: Iterable[StanceRow]) -> Listing:
    """Columns said_from, said_to, then the speakers as they first appear; a cell holds "oppose", or "open; support"
    where one speaker took two positions on that day. What has no date stands in one row, the last.

    The columns are known only at the end, so all rows are held.
    """
    days: dict[tuple[date, date] | None, Day] = {}
    speakers: dict[str | None, str] = {}
    for row in rows:
        key = (row.said_from, row.said_to) if row.said_from and row.said_to else None
        positions = days.setdefault(key, Day(row, {})).positions.setdefault(row.speaker_id, [])
        if row.position not in positions:
            positions.append(row.position)
        speakers.setdefault(row.speaker_id, row.speaker or UNKNOWN)
    in_order = [days[key] for key in sorted(days, key=lambda key: key or UNDATED)]
    cells = tuple(Column(name, _positions_of(speaker)) for speaker, name in _distinct(speakers).items())
    bounds = (Column("said_from", lambda day: day.of.said_from), Column("said_to", lambda day: day.of.said_to))
    return Listing(in_order, (Column("said", lambda day: said(day.of)), *cells), (*bounds, *cells), (*bounds, *cells))


def _positions_of(speaker: str | None) -> Callable[[Day], Cell]:
    return lambda day: "; ".join(day.positions.get(speaker, ())) or None


def _distinct(speakers: Mapping[str | None, str]) -> dict[str | None, str]:
    """Two speakers of one name are told apart by the beginning of their ids: "John Smith (1f0c9a2b3d)"."""
    names = list(speakers.values())
    return {key: name if names.count(name) == 1 else f"{name} ({str(key)[:10]})" for key, name in speakers.items()}
