"""Positions of single statements: those that people set, and the machine's, put aside while other words stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from factbase.document import Method, Position
from factbase.store.rows import insert_new
from factbase.store.tables import stance, statement, topic

KEPT = ("condition", "confidence", "method", "words", "run_id")

Aside = dict[str, list[Any] | None]
"""By the topic's uid what the machine made of the words that it read; null for no position."""


class Label(NamedTuple):
    """A position that a person set; null says that the statement takes none."""

    position: Position | None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A statement whose words changed, and the topics that it is to be placed on anew."""

    statement_id: int
    snapshot_id: int
    place: int
    topics: frozenset[str]
    """Their slugs."""


def set_labels(connection: Connection, of: Row[Any], labels: Mapping[str, Label]) -> None:
    """Makes these the only positions of a statement that people set; those on topics that are gone wait for them."""
    by_person = sa.and_(stance.c.statement_id == of.id, stance.c.method == Method.PERSON)
    there = {row.topic_id: row for row in connection.execute(sa.select(stance).where(by_person))}
    topics = sa.select(topic.c.uid, topic.c.id).where(topic.c.uid.in_(sorted(labels)))
    wanted = {number: labels[uid] for uid, number in connection.execute(topics)}
    for number in sorted(there):
        if wanted.get(number) != (there[number].position, there[number].condition):
            connection.execute(sa.delete(stance).where(stance.c.id == there[number].id))
    day = {"statement_id": of.id, "day": of.day, "published_on": of.published_on}
    given = {"confidence": 1.0, "method": Method.PERSON}
    insert_new(connection, stance, [day | given | {"topic_id": n, **wanted[n]._asdict()} for n in sorted(wanted)])


def by_machine(connection: Connection, statement_id: int) -> Aside:
    """The machine's positions of a statement on all topics."""
    ours = sa.and_(stance.c.topic_id == topic.c.id, stance.c.statement_id == statement_id)
    joined = topic.outerjoin(stance, sa.and_(ours, stance.c.method != Method.PERSON))
    wanted = sa.select(topic.c.uid, stance.c.position, *(stance.c[name] for name in KEPT)).select_from(joined)
    return {uid: None if position is None else [position, *kept] for uid, position, *kept in connection.execute(wanted)}


def replace_by(connection: Connection, of: Row[Any], aside: Aside) -> frozenset[str]:
    """Puts these in the place of the machine's positions of a statement; returns the topics that they are not of."""
    topics = {row.uid: row for row in connection.execute(sa.select(topic).order_by(topic.c.id))}
    connection.execute(sa.delete(stance).where(stance.c.statement_id == of.id, stance.c.method != Method.PERSON))
    day = {"statement_id": of.id, "day": of.day, "published_on": of.published_on}
    rows = [
        day | {"topic_id": topics[uid].id, "position": taken[0]} | dict(zip(KEPT, taken[1:], strict=True))
        for uid, taken in sorted(aside.items())
        if taken and uid in topics
    ]
    insert_new(connection, stance, rows)
    return frozenset(row.slug for uid, row in topics.items() if uid not in aside)


def forget_aside(connection: Connection, snapshot_id: int, topic_id: int) -> None:
    """What was put aside of this topic is no longer what the machine would make of the words."""
    slug_uid = connection.scalar(sa.select(topic.c.uid).where(topic.c.id == topic_id))
    ours = sa.and_(statement.c.snapshot_id == snapshot_id, statement.c.machine.is_not(None))
    for number, machine in connection.execute(sa.select(statement.c.id, statement.c.machine).where(ours)).all():
        if slug_uid in (aside := machine.get("stances", {})):
            left = machine | {"stances": {uid: taken for uid, taken in aside.items() if uid != slug_uid}}
            connection.execute(sa.update(statement).where(statement.c.id == number).values(machine=left))
