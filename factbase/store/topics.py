"""Topics, and the positions that statements take on them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, Row
from sqlmodel import Session

from factbase.document import Method, Stance, Topic
from factbase.errors import QueryError, TopicError
from factbase.store import uid
from factbase.store.corrections import restate
from factbase.store.judgements import saving
from factbase.store.kinds import Subject
from factbase.store.positions import forget_aside
from factbase.store.rows import ids, insert_new
from factbase.store.standing import settle
from factbase.store.tables import judgement, stance, statement
from factbase.store.tables import topic as topic_table
from factbase.terms import parse_all

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def add_topic(session: Session, topic: Topic) -> None:
    """Adds a topic; one that is there already with the same words stays. Raises TopicError."""
    _check(topic)
    connection = session.connection()
    number = uid.of_topic(topic.slug)
    row = {
        "uid": number,
        "slug": topic.slug,
        "proposition": topic.proposition,
        "terms": [*topic.terms],
    }
    insert_new(connection, topic_table, [row])
    _restate_labelled(connection, number)
    if _topic(session, topic.slug) != topic:
        raise TopicError(
            f"There is a topic {topic.slug} already with other words: `factbase topic set {topic.slug}` changes it, "
            "`factbase topic import --replace FILE` those of a file."
        )


def set_topic(session: Session, topic: Topic) -> int:
    """Gives a topic other words and drops what the machine made of the old ones; how many positions of people stay.

    The same words change nothing. Raises TopicError, and QueryError if there is no such topic.
    """
    _check(topic)
    number = topic_id(session, topic.slug)
    connection = session.connection()
    on_it = stance.c.topic_id == number
    if _topic(session, topic.slug) != topic:
        words = {"proposition": topic.proposition, "terms": [*topic.terms]}
        connection.execute(sa.update(topic_table).where(topic_table.c.id == number).values(words))
        connection.execute(sa.delete(stance).where(on_it, stance.c.method != Method.PERSON))
        _forget_all_aside(connection, number)
    by_people = sa.select(sa.func.count()).select_from(stance).where(on_it, stance.c.method == Method.PERSON)
    return connection.scalar(by_people) or 0


def _forget_all_aside(connection: Connection, topic_id: int) -> None:
    corrected = sa.select(statement.c.snapshot_id).where(statement.c.machine.is_not(None)).distinct()
    for snapshot_id in connection.scalars(corrected).all():
        forget_aside(connection, snapshot_id, topic_id)


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
    set stay and overrule these; what comes to the same stays with its run.
    """
    number, connection = topic_id(session, topic_slug), session.connection()
    saving(connection)
    forget_aside(connection, snapshot_id, number)
    return _replace(
        connection, statement.c.snapshot_id == snapshot_id, dict(stances), {"topic_id": number, "run_id": run}
    )


def save_stances_of(
    session: Session, snapshot_id: int, stances: Mapping[int, Stance | None], *, topic_slug: str, run: int
) -> None:
    """The same for these statements alone; None takes no position."""
    ours = sa.and_(statement.c.snapshot_id == snapshot_id, statement.c.place.in_(sorted(stances)))
    taken = {place: stance for place, stance in stances.items() if stance}
    _replace(session.connection(), ours, taken, {"topic_id": topic_id(session, topic_slug), "run_id": run})


def _replace(connection: Connection, ours: ColumnElement[bool], taken: Mapping[int, Stance], on: dict[str, int]) -> int:
    statements = {row.place: row for row in connection.execute(sa.select(*statement.c).where(ours))}
    rows = [_row(found, statements[place]) | on for place, found in taken.items()]
    numbers = sa.select(statement.c.id).where(ours)
    insert_new(connection, stance, _without_same(connection, rows, on["topic_id"], numbers))
    settle(connection, numbers)
    return len(rows)


def _without_same(
    connection: Connection, rows: Sequence[dict[str, Any]], topic: int, statements: sa.Select[int]
) -> list[dict[str, Any]]:
    """Takes out the machine's positions that are not among these, and returns those that are not there yet."""
    ours = sa.and_(stance.c.topic_id == topic, stance.c.statement_id.in_(statements), stance.c.method != Method.PERSON)
    there = {row.statement_id: row._asdict() for row in connection.execute(sa.select(stance).where(ours))}
    wanted = {row["statement_id"]: row for row in rows}
    same = {n for n in wanted.keys() & there.keys() if _is_same(there[n], wanted[n])}
    gone = sorted(there[n]["id"] for n in there.keys() - same)
    connection.execute(sa.delete(stance).where(stance.c.id.in_(gone)))
    return [row for n, row in wanted.items() if n not in same]


def _is_same(there: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return all(there[name] == value for name, value in wanted.items() if name != "run_id")


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


def _restate_labelled(connection: Connection, topic_uid: str) -> None:
    """People's positions on a topic outlive its removal."""
    labels = sa.select(judgement.c.subject_uid, judgement.c.value).where(
        judgement.c.subject == Subject.STANCE, judgement.c.undone_at.is_(None)
    )
    uids = {uid for uid, value in connection.execute(labels) if value["topic"] == topic_uid}
    restate(connection, list(ids(connection, statement.c.uid, sorted(uids)).values()))


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
    parse_all(topic.terms)
