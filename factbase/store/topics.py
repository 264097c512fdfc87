"""Topics, and the positions that statements take on them."""

import re
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Row
from sqlmodel import Session

from factbase.document import Method, Stance, Topic
from factbase.errors import QueryError, TopicError
from factbase.store import uid
from factbase.store.judgements import saving
from factbase.store.rows import insert_new
from factbase.store.standing import settle
from factbase.store.tables import stance, statement
from factbase.store.tables import topic as topic_table

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def add_topic(session: Session, topic: Topic) -> None:
    """Adds a topic; one that is there already with the same words stays. Raises TopicError."""
    _check(topic)
    connection = session.connection()
    row = {
        "uid": uid.of_topic(topic.slug),
        "slug": topic.slug,
        "proposition": topic.proposition,
        "terms": [*topic.terms],
    }
    insert_new(connection, topic_table, [row])
    if _topic(session, topic.slug) != topic:
        raise TopicError(f"There is a topic {topic.slug} already with other words; remove it first.")


def remove_topic(session: Session, slug: str) -> None:
    """Removes a topic and all positions on it. Raises QueryError if there is none."""
    number = topic_id(session, slug)
    connection = session.connection()
    connection.execute(sa.delete(stance).where(stance.c.topic_id == number))
    connection.execute(sa.delete(topic_table).where(topic_table.c.id == number))


def topics(session: Session) -> list[Topic]:
    """All topics by slug."""
    rows = session.connection().execute(sa.select(topic_table).order_by(topic_table.c.slug))
    return [Topic(row.slug, row.proposition, tuple(row.terms)) for row in rows]


def topic(session: Session, slug: str) -> Topic:
    """The topic of this slug. Raises QueryError if there is none."""
    if found := _topic(session, slug):
        return found
    raise _missing(slug)


def topic_id(session: Session, slug: str) -> int:
    """The number of its row. Raises QueryError if there is none."""
    number: int | None = session.connection().scalar(sa.select(topic_table.c.id).where(topic_table.c.slug == slug))
    if number is None:
        raise _missing(slug)
    return number


def save_stances(
    session: Session, snapshot_id: int, stances: Iterable[tuple[int, Stance]], *, topic_slug: str, run: int
) -> int:
    """Replaces what the machine made of a snapshot's statements on a topic, and returns how many take a position.

    `stances` names each statement by its index in the reading that the snapshot was saved from. Positions that people
    set stay and overrule these.
    """
    connection = session.connection()
    saving(connection)
    number = topic_id(session, topic_slug)
    ours = statement.c.snapshot_id == snapshot_id
    statements = {row.place: row for row in connection.execute(sa.select(*statement.c).where(ours))}
    in_snapshot = sa.select(statement.c.id).where(ours)
    by_machine = sa.and_(stance.c.topic_id == number, stance.c.method != Method.PERSON)
    connection.execute(sa.delete(stance).where(by_machine, stance.c.statement_id.in_(in_snapshot)))
    rows = [_row(found, statements[place]) | {"topic_id": number, "run_id": run} for place, found in stances]
    insert_new(connection, stance, rows)
    settle(connection, in_snapshot)
    return len(rows)


def _row(found: Stance, of: Row[Any]) -> dict[str, Any]:
    return {
        "statement_id": of.id,
        "day": of.day,
        "published_on": of.published_on,
        "position": found.position,
        "condition": found.condition,
        "confidence": found.confidence,
        "method": found.method,
        "words": found.words,
    }


def _topic(session: Session, slug: str) -> Topic | None:
    row = session.connection().execute(sa.select(topic_table).where(topic_table.c.slug == slug)).first()
    return Topic(row.slug, row.proposition, tuple(row.terms)) if row else None


def _missing(slug: str) -> QueryError:
    return QueryError(f"There is no topic {slug}; `factbase topics` lists those that there are.")


def _check(topic: Topic) -> None:
    if not SLUG.fullmatch(topic.slug):
        raise TopicError(f"{topic.slug!r} is no slug: lower-case letters, digits and hyphens, as in nato-instructors.")
    if not topic.proposition.strip():
        raise TopicError(f"The topic {topic.slug} needs a proposition: a sentence that one can be for or against.")
