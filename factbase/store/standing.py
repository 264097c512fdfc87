"""Which stances stand: what listings show, worked out from copies, judgements and people's own positions."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection

from factbase.document import Method
from factbase.store.kinds import Review
from factbase.store.tables import snapshot, speaker, stance, statement

CANONICAL = sa.func.coalesce(speaker.c.canonical_id, speaker.c.id)
KEPT = sa.or_(statement.c.review.is_(None), statement.c.review != Review.REJECTED)
"""Nobody rejected the statement."""

by_person = stance.alias("by_person")


def holds() -> ColumnElement[bool]:
    """The stance is a position, a person's or one that no person's overrules."""
    theirs = sa.select(by_person.c.id).where(
        by_person.c.statement_id == stance.c.statement_id,
        by_person.c.topic_id == stance.c.topic_id,
        by_person.c.method == Method.PERSON,
    )
    return sa.and_(stance.c.position.is_not(None), sa.or_(stance.c.method == Method.PERSON, ~theirs.exists()))


def settle(connection: Connection, statements: sa.Select[Any]) -> None:
    """Works out anew whether the stances of these statements stand, and whose they are after merges."""
    listed = (
        sa.select(statement.c.id).join(snapshot).where(statement.c.id == stance.c.statement_id, KEPT, snapshot.c.newest)
    )
    said_by = statement.join(speaker, speaker.c.id == statement.c.speaker_id)
    whose = sa.select(CANONICAL).select_from(said_by).where(statement.c.id == stance.c.statement_id)
    connection.execute(
        sa.update(stance)
        .where(stance.c.statement_id.in_(statements))
        .values(stands=sa.and_(holds(), listed.exists()), speaker_id=whose.scalar_subquery())
    )
