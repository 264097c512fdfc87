"""Timelines as newsrooms read them: of each speaker and of each institution, every position beside the one before."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby, islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Row
from sqlmodel import Session

from factbase.query.columns import PAGE, canonical
from factbase.query.filters import Filters
from factbase.query.previous import earlier
from factbase.query.stances import Timelines, in_order, own, rows_of, spoken_for, stance_values
from factbase.rows import TimelineRow
from factbase.store.tables import organisation, speaker, stance, statement


def name_of_institution() -> sa.ColumnElement[str]:
    """As a speaker, where it is one: people may have given it another name there."""
    itself = (
        sa.select(speaker.c.name)
        .where(speaker.c.organisation_id == stance.c.institution_id, speaker.c.canonical_id.is_(None))
        .order_by(speaker.c.statements.desc(), speaker.c.id)
        .limit(1)
    )
    called = sa.select(organisation.c.name).where(organisation.c.id == stance.c.institution_id)
    return sa.func.coalesce(itself.scalar_subquery(), called.scalar_subquery())


OWN = (
    canonical.c.organisation_id.label("body"),
    canonical.c.name.label("timeline_of"),
    sa.false().label("is_spoken_for"),
)
INSTITUTIONS = (
    stance.c.institution_id.label("body"),
    name_of_institution().label("timeline_of"),
    sa.true().label("is_spoken_for"),
)
"""Whose timeline a stance is in: the number of the organisation, the name, and whether a spokesperson spoke for it."""


def timeline(session: Session, filters: Filters) -> Iterator[TimelineRow]:
    """The rows of `stances` and, once more in the timeline of their institution, those of spokespersons, in order."""
    rows = merge(
        _rows(session, filters, own(session, filters), OWN),
        _rows(session, filters, spoken_for(session, filters), INSTITUTIONS),
        key=in_order,
    )
    for page in _pages(islice(rows, filters.limit)):
        before = _statements(session, [row.previous_statement for row in page if row.previous_statement])
        for row in page:
            yield _row(row, before.get(row.previous_statement))


def moves(session: Session, filters: Filters) -> Iterator[TimelineRow]:
    """Each statement once whose position is another than the one before: in the speaker's timeline, or in that of the
    institution where that is asked for as `speaker`."""
    found = (row for row in timeline(session, filters) if row.is_move)
    wanted = (row for row in found if row.spoken_by is None or filters.speaker is not None)
    yield from (next(same) for _, same in groupby(wanted, key=lambda row: row.row_id))


def _rows(
    session: Session, filters: Filters, timelines: Timelines, whose: Sequence[sa.ColumnElement[Any]]
) -> Iterator[Row[Any]]:
    before = timelines.previous(earlier.c.statement_id, filters).label("previous_statement")
    return rows_of(session, filters, timelines, before, *whose)


def _pages(rows: Iterable[Row[Any]]) -> Iterator[list[Row[Any]]]:
    left = iter(rows)
    while page := list(islice(left, PAGE)):
        yield page


def _statements(session: Session, numbers: Sequence[int]) -> dict[int, Row[Any]]:
    columns = (statement.c.id, statement.c.uid, statement.c.said_from, statement.c.said_to, statement.c.content)
    wanted: sa.Select[Any] = sa.select(*columns).where(statement.c.id.in_(sorted(set(numbers))))
    return {row.id: row for row in session.connection().execute(wanted)}


def _row(row: Row[Any], before: Row[Any] | None) -> TimelineRow:
    values = stance_values(row)
    return TimelineRow(
        **values,
        timeline_id=f"organisation {row.body}" if row.body is not None else f"speaker {row.speaker_id}",
        timeline_of=row.timeline_of,
        spoken_by=row.speaker if row.is_spoken_for else None,
        previous_row_id=before and f"{before.uid}:{row.slug}",
        previous_said_from=before and before.said_from,
        previous_said_to=before and before.said_to,
        previous_quote=before and before.content,
    )
