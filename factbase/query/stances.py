"""Positions through time, oldest first, each beside the one before it."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Row
from sqlmodel import Session

from factbase.document import Position
from factbase.query.columns import COLUMNS, sources, statement_values, stream
from factbase.query.conditions import (
    BY_NUMBER,
    in_time,
    matching,
    of_rare_kind,
    on_statement,
    speakers_meant,
    stance_index,
    with_stance,
)
from factbase.query.filters import EVERYTHING, Filters, among
from factbase.rows import StanceRow
from factbase.store.standing import holds
from factbase.store.tables import NEVER, stance, statement, topic

earlier = stance.alias("earlier")
STANCE_COLUMNS = (
    topic.c.slug,
    topic.c.proposition,
    stance.c.position,
    stance.c.condition,
    stance.c.confidence.label("stance_confidence"),
    stance.c.method,
)


OLDEST_FIRST = (stance.c.day, stance.c.published_on, stance.c.statement_id, stance.c.id)


def stances(session: Session, filters: Filters = EVERYTHING) -> Iterator[StanceRow]:
    """A row for every statement and topic that it takes a position on, by the day it was said, then published.

    A statement without a day stands where it was published. What a row says of the position before it holds whatever
    the filters leave out. Raises QueryError for a topic or an article that is not there.
    """
    yield from _rows(session, _chosen(session, filters))


def stances_of(session: Session, statement_id: int) -> Iterator[StanceRow]:
    """The positions of one statement, of whatever copy of its article."""
    ours = sa.select(stance.c.id, stance.c.statement_id, stance.c.day, stance.c.published_on)
    yield from _rows(session, ours.where(stance.c.statement_id == statement_id, holds()))


def _rows(session: Session, numbers: sa.Select[Any]) -> Iterator[StanceRow]:
    chosen = numbers.subquery()
    tables = sources(chosen).outerjoin(stance, stance.c.id == chosen.c.id)
    tables = tables.outerjoin(topic, topic.c.id == stance.c.topic_id)
    wanted = sa.select(*COLUMNS, *STANCE_COLUMNS, _previous().label("previous_position")).select_from(tables)
    order = (chosen.c.day, chosen.c.published_on, chosen.c.statement_id, chosen.c.id)
    yield from map(_row, stream(session, wanted.order_by(*order)))


def change(before: Position | None, now: Position) -> str | None:
    """ "reversal" from lean_oppose to support, "support" from open to support, "hedge" from support to lean_support."""
    if before is None:
        return None
    if before.score * now.score < 0:
        return "reversal"
    if before is now:
        return "same"
    return "support" if now.score > before.score else "hedge"


def _chosen(session: Session, filters: Filters) -> sa.Select[Any]:
    """The numbers of the stances, and what orders them."""
    if filters.about is not None:
        return _by_words(session, filters)
    people = speakers_meant(session, filters)
    if filters.kind is not None and (rare := of_rare_kind(session, filters.kind)) is not None:
        people.append(rare)
    wanted = _wanted(session, filters, people).select_from(
        stance.join(statement, statement.c.id == stance.c.statement_id)
    )
    if hint := stance_index(session, filters, people):
        wanted = wanted.with_hint(stance, hint, "sqlite").with_hint(statement, BY_NUMBER, "sqlite")
    return wanted.order_by(*OLDEST_FIRST).limit(filters.limit)


def _wanted(session: Session, filters: Filters, people: Sequence[Sequence[int]]) -> sa.Select[Any]:
    return sa.select(stance.c.id, stance.c.statement_id, stance.c.day, stance.c.published_on).where(
        *with_stance(session, filters),
        *on_statement(session, filters),
        *(among(stance.c.speaker_id, chosen) for chosen in people),
        *in_time(session, filters, stance.c.day),
    )


def _by_words(session: Session, filters: Filters) -> sa.Select[Any]:
    """The index of words orders by day alone: with a limit, it tells the last day that can be among the first rows."""
    found = matching(session, filters)
    tables = found.tables.join(stance, stance.c.statement_id == statement.c.id)
    wanted = (
        _wanted(session, filters, speakers_meant(session, filters))
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


def _previous() -> ColumnElement[Position]:
    """Of the same speaker on the same topic: one step in an index, whose columns these are."""
    before = sa.tuple_(earlier.c.day, earlier.c.published_on, earlier.c.statement_id) < sa.tuple_(
        stance.c.day, stance.c.published_on, stance.c.statement_id
    )
    return (
        sa.select(earlier.c.position)
        .where(earlier.c.topic_id == stance.c.topic_id, earlier.c.speaker_id == stance.c.speaker_id)
        .where(earlier.c.stands, earlier.c.day > NEVER, before)
        .order_by(earlier.c.day.desc(), earlier.c.published_on.desc(), earlier.c.statement_id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _row(row: Row[Any]) -> StanceRow:
    values = statement_values(row) | {"row_id": f"{row.row_id}:{row.slug}", "confidence": row.stance_confidence}
    return StanceRow(
        **values,
        topic=row.slug,
        proposition=row.proposition,
        position=row.position,
        score=row.position.score,
        previous_position=row.previous_position,
        change=change(row.previous_position, row.position),
        condition=row.condition,
        method=row.method,
    )
