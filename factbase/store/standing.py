"""Which stances stand and whom they count for: worked out from copies, roles, judgements and people's own positions."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection

from factbase.document import Method
from factbase.store.kinds import Review
from factbase.store.tables import snapshot, speaker, stance, statement

CANONICAL = sa.func.coalesce(speaker.c.canonical_id, speaker.c.id)
KEPT = sa.or_(statement.c.review.is_(None), statement.c.review != Review.REJECTED)
"""Nobody rejected the statement."""

SPOKESPERSONS = ("%spokes%", "%press secretary%", "%press officer%", "%communications director%", "%press attach%")
"""Roles that speak for the organisation they are of, as they are printed: "deputy foreign ministry spokeswoman"."""
NO_LONGER = ("%former%", "ex-%", "% ex-%", "%one-time%", "%onetime%")

by_person = stance.alias("by_person")
own = speaker.alias("own")
canonical = speaker.alias("canonical")
merged = speaker.alias("merged")
into = speaker.alias("into")


def holds() -> ColumnElement[bool]:
    """The stance is a position, a person's or one that no person's overrules."""
    theirs = sa.select(by_person.c.id).where(
        by_person.c.statement_id == stance.c.statement_id,
        by_person.c.topic_id == stance.c.topic_id,
        by_person.c.method == Method.PERSON,
    )
    return sa.and_(stance.c.position.is_not(None), sa.or_(stance.c.method == Method.PERSON, ~theirs.exists()))


def speaks_for() -> ColumnElement[bool]:
    """The statement's role is a spokesperson's, at the time it was made."""
    role = sa.func.lower(statement.c.role)
    return sa.and_(
        sa.or_(*(role.like(printed) for printed in SPOKESPERSONS)), *(~role.like(printed) for printed in NO_LONGER)
    )


def institution() -> sa.ScalarSelect[int]:
    """The organisation that the speaker of a stance's statement is, after merges, or speaks for as its spokesperson."""
    of_spokesperson = sa.case((speaks_for(), sa.func.coalesce(_merged_body(), statement.c.organisation_id)))
    said_by = statement.join(own, own.c.id == statement.c.speaker_id).join(
        canonical, canonical.c.id == sa.func.coalesce(own.c.canonical_id, own.c.id)
    )
    return (
        sa.select(sa.func.coalesce(canonical.c.organisation_id, of_spokesperson))
        .select_from(said_by)
        .where(statement.c.id == stance.c.statement_id)
        .scalar_subquery()
    )


def _merged_body() -> sa.ScalarSelect[int]:
    """The organisation that people merged the statement's into."""
    return (
        sa.select(sa.func.min(into.c.organisation_id))
        .select_from(merged.join(into, into.c.id == merged.c.canonical_id))
        .where(merged.c.organisation_id == statement.c.organisation_id)
        .correlate(statement)
        .scalar_subquery()
    )


def settle(connection: Connection, statements: sa.Select[Any]) -> None:
    """Works out anew whether the stances of these statements stand, and whose they are after merges."""
    listed = (
        sa.select(statement.c.id).join(snapshot).where(statement.c.id == stance.c.statement_id, KEPT, snapshot.c.newest)
    )
    said_by = statement.join(speaker, speaker.c.id == statement.c.speaker_id)
    whose = sa.select(CANONICAL).select_from(said_by).where(statement.c.id == stance.c.statement_id)
    said_to = sa.select(statement.c.said_to).where(statement.c.id == stance.c.statement_id)
    connection.execute(
        sa.update(stance)
        .where(stance.c.statement_id.in_(statements))
        .values(
            stands=sa.and_(holds(), listed.exists()),
            speaker_id=whose.scalar_subquery(),
            institution_id=institution(),
            said_to=said_to.scalar_subquery(),
        )
    )
