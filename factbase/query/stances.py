"""Positions through time, oldest first, each beside the one before it.

A position is listed as its speaker's. Where a spokesperson takes it, it counts for the institution too: in the timeline
of that one it stands beside what the institution said before, by whatever mouth.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Row
from sqlmodel import Session

from factbase.query import filters as meant
from factbase.query.columns import COLUMNS, sources, statement_values, stream
from factbase.query.conditions import (
    BY_NUMBER,
    in_time,
    matching,
    of_country,
    of_rare_country,
    of_rare_kind,
    on_statement,
    speakers_meant,
    stance_index,
    with_stance,
)
from factbase.query.filters import EVERYTHING, Filters, among
from factbase.query.previous import Previous, change, earlier, in_own_timeline, in_timeline_of_institution
from factbase.rows import StanceRow
from factbase.store.standing import holds
from factbase.store.tables import NEVER, organisation, speaker, stance, statement, topic

STANCE_COLUMNS = (
    topic.c.slug,
    topic.c.proposition,
    stance.c.position,
    stance.c.condition,
    stance.c.confidence.label("stance_confidence"),
    stance.c.method,
    stance.c.day,
    stance.c.published_on,
    stance.c.statement_id,
    stance.c.id.label("stance_id"),
)
NUMBERS = (stance.c.id, stance.c.statement_id, stance.c.day, stance.c.published_on)
OLDEST_FIRST = (stance.c.day, stance.c.published_on, stance.c.statement_id, stance.c.id)


@dataclass(frozen=True, slots=True)
class Timelines:
    """Which stances are in them, by which index SQLite finds those, and what stands before each."""

    whose: Sequence[ColumnElement[bool]]
    index: str | None
    previous: Previous


def stances(session: Session, filters: Filters = EVERYTHING) -> Iterator[StanceRow]:
    """A row for every statement and topic that it takes a position on, by the day it was said, then published.

    A statement without a day stands where it was published, and is neither before nor after another. What a row says of
    the position before it holds whatever the filters leave out, but for `as_of`. An institution asked for as `speaker`
    brings what its spokespersons said. Raises QueryError for a topic or an article that is not there.
    """
    found = rows_of(session, filters, own(session, filters))
    if filters.speaker is not None:
        found = merge(found, rows_of(session, filters, spoken_for(session, filters)), key=in_order)
    yield from map(_row, islice(_once(found), filters.limit))


def stances_of(session: Session, statement_id: int) -> Iterator[StanceRow]:
    """The positions of one statement, of whatever copy of its article."""
    ours = sa.select(*NUMBERS).where(stance.c.statement_id == statement_id, holds())
    yield from map(_row, _listed(session, ours, in_own_timeline(earlier.c.position, EVERYTHING)))


def own(session: Session, filters: Filters) -> Timelines:
    """The speakers' own."""
    people = [
        *speakers_meant(session, filters),
        *of_rare_kind(session, filters),
        *of_rare_country(session, filters),
    ]
    whose = [*(among(stance.c.speaker_id, chosen) for chosen in people), *of_country(filters, stance.c.speaker_id)]
    return Timelines(whose, stance_index(session, filters, people), in_own_timeline)


def spoken_for(session: Session, filters: Filters) -> Timelines:
    """The institutions', as far as their spokespersons spoke."""
    is_itself = sa.select(speaker.c.organisation_id).where(speaker.c.id == stance.c.speaker_id).scalar_subquery()
    whose: list[ColumnElement[bool]] = [stance.c.institution_id.is_not(None), is_itself.is_(None)]
    if filters.speaker is not None:
        whose.append(among(stance.c.institution_id, meant.bodies_called(session, filters.speaker)))
    if filters.organisation is not None:
        whose.append(among(stance.c.institution_id, meant.organisations_called(session, filters.organisation)))
    if filters.country is not None:
        there = sa.select(organisation.c.id).where(organisation.c.country == filters.country)
        whose.append(stance.c.institution_id.in_(there))
    name = "institution_day" if filters.topic is None else "topic_institution_day"
    return Timelines(whose, None if filters.article else f"INDEXED BY ix_stance_{name}", in_timeline_of_institution)


def rows_of(session: Session, filters: Filters, timelines: Timelines, *more: ColumnElement[Any]) -> Iterator[Row[Any]]:
    """All that a StanceRow is made of, and `more`, in order."""
    before = timelines.previous(earlier.c.position, filters)
    return _listed(session, _chosen(session, filters, timelines), before, *more)


def in_order(row: Row[Any]) -> tuple[Any, ...]:
    return row.day, row.published_on, row.statement_id, row.stance_id


def stance_values(row: Row[Any]) -> dict[str, Any]:
    """The fields of a StanceRow."""
    return statement_values(row) | {
        "row_id": f"{row.row_id}:{row.slug}",
        "confidence": row.stance_confidence,
        "topic": row.slug,
        "proposition": row.proposition,
        "position": row.position,
        "score": row.position.score,
        "previous_position": row.previous_position,
        "change": change(row.previous_position, row.position),
        "condition": row.condition,
        "method": row.method,
    }


def _row(row: Row[Any]) -> StanceRow:
    return StanceRow(**stance_values(row))


def _once(found: Iterable[Row[Any]]) -> Iterator[Row[Any]]:
    """Where both the spokesperson and the institution are asked for, the position is the spokesperson's."""
    return (next(same) for _, same in groupby(found, key=lambda row: row.stance_id))


def _listed(
    session: Session, numbers: sa.Select[Any], before: ColumnElement[Any], *more: ColumnElement[Any]
) -> Iterator[Row[Any]]:
    chosen = numbers.subquery()
    tables = sources(chosen).outerjoin(stance, stance.c.id == chosen.c.id)
    tables = tables.outerjoin(topic, topic.c.id == stance.c.topic_id)
    wanted = sa.select(*COLUMNS, *STANCE_COLUMNS, before.label("previous_position"), *more).select_from(tables)
    order = (chosen.c.day, chosen.c.published_on, chosen.c.statement_id, chosen.c.id)
    return stream(session, wanted.order_by(*order))


def _chosen(session: Session, filters: Filters, timelines: Timelines) -> sa.Select[Any]:
    """The numbers of the stances, and what orders them."""
    if filters.about is not None:
        return _by_words(session, filters, timelines)
    wanted = _wanted(session, filters, timelines)
    wanted = wanted.select_from(stance.join(statement, statement.c.id == stance.c.statement_id))
    if timelines.index:
        wanted = wanted.with_hint(stance, timelines.index, "sqlite").with_hint(statement, BY_NUMBER, "sqlite")
    return wanted.order_by(*OLDEST_FIRST).limit(filters.limit)


def _wanted(session: Session, filters: Filters, timelines: Timelines) -> sa.Select[Any]:
    return sa.select(*NUMBERS).where(
        *with_stance(session, filters),
        *on_statement(session, filters, stance.c.published_on),
        *timelines.whose,
        *in_time(session, filters, stance.c.day),
    )


def _by_words(session: Session, filters: Filters, timelines: Timelines) -> sa.Select[Any]:
    """The index of words orders by day alone: with a limit, it tells the last day that can be among the first rows."""
    found = matching(session, filters)
    tables = found.tables.join(stance, stance.c.statement_id == statement.c.id)
    wanted = (
        _wanted(session, filters, timelines)
        .select_from(tables)
        .where(*found.conditions)
        .with_hint(statement, BY_NUMBER, "sqlite")
        .with_hint(stance, "INDEXED BY ix_stance_statement_id", "sqlite")
    )
    if filters.limit is not None:
        rough = wanted.order_by(*found.order).limit(filters.limit).subquery()
        last = session.connection().scalar(sa.select(sa.func.max(rough.c.day)))
        wanted = wanted.where(*found.until(last or NEVER))
    return wanted.order_by(*OLDEST_FIRST).limit(filters.limit)
