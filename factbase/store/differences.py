"""Where people decided otherwise than the machine reads."""

from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import Session

from factbase.document import Method
from factbase.rows import DifferenceRow
from factbase.store.corrections import Dated, Facts, Standing
from factbase.store.kinds import Review
from factbase.store.standing import CANONICAL
from factbase.store.tables import speaker, stance, statement, topic
from factbase.text import excerpt

NONE = "none"


def differences(
    connection: Connection, judged: Sequence[Standing], read: Mapping[str, Facts]
) -> Iterator[DifferenceRow]:
    """What people decided of these statements and the machine now reads otherwise; by uid what it reads of those that
    it finds."""
    uids = {uid for facts in (*(e.stands for e in judged), *read.values()) if (uid := facts.speaker.speaker)}
    names = _names(connection, uids)
    for each in judged:
        now = read.get(each.row.uid)
        if each.review is Review.REJECTED:
            if now:
                yield _row(each.row.uid, "statement", Review.REJECTED, "found")
        elif now is None:
            yield _row(each.row.uid, "statement", each.review or NONE, "not found")
        else:
            yield from _of_facts(each, now, names)


def positions_otherwise(session: Session, snapshot_id: int) -> Iterator[DifferenceRow]:
    """Positions of a snapshot's statements that people set and the machine sees otherwise."""
    machine = stance.alias("machine")
    same = sa.and_(machine.c.statement_id == stance.c.statement_id, machine.c.topic_id == stance.c.topic_id)
    tables = stance.join(statement, statement.c.id == stance.c.statement_id).join(topic)
    tables = tables.outerjoin(machine, sa.and_(same, machine.c.method != Method.PERSON))
    wanted = (
        sa.select(statement.c.uid, topic.c.slug, stance.c.position, machine.c.position.label("machine"))
        .select_from(tables)
        .where(statement.c.snapshot_id == snapshot_id, stance.c.method == Method.PERSON)
        .where(stance.c.position.is_distinct_from(machine.c.position))
        .order_by(statement.c.place, topic.c.slug)
    )
    for row in session.connection().execute(wanted):
        yield _row(row.uid, f"position on {row.slug}", row.position or NONE, row.machine or NONE)


def _row(uid: str, what: str, stands: str, machine: str) -> DifferenceRow:
    return DifferenceRow(statement_id=uid, what=what, stands=str(stands), machine=str(machine))


def _names(connection: Connection, uids: set[str]) -> dict[str | None, str]:
    """Of the canonical speakers: whom people merged is no difference."""
    whole = speaker.alias("whole")
    wanted = sa.select(speaker.c.uid, whole.c.name, whole.c.uid).join(whole, whole.c.id == CANONICAL)
    rows = connection.execute(wanted.where(speaker.c.uid.in_(sorted(uids))))
    return {number: f"{name} ({uid[:10]})" for number, name, uid in rows}


def _of_facts(each: Standing, now: Facts, names: Mapping[str | None, str]) -> Iterator[DifferenceRow]:
    stands, machine = _told(each, each.stands, names), _told(each, now, names)
    other = [name for name in stands if name in each.decided and stands[name] != machine[name]]
    for name in other:
        if name not in ("role", "organisation") or "speaker" not in other:  # theirs follow from whom it is
            yield _row(each.row.uid, name, stands[name], machine[name])


def _told(each: Standing, facts: Facts, names: Mapping[str | None, str]) -> dict[str, str]:
    return {
        "speaker": names.get(facts.speaker.speaker, NONE),
        "role": facts.role or NONE,
        "organisation": facts.organisation.name or NONE,
        "said": days(facts.said),
        "content": excerpt(each.row.text, facts.content),
    }


def days(said: Dated) -> str:
    if said.first is None:
        return NONE
    return said.first if said.first == said.last else f"{said.first} to {said.last}"
