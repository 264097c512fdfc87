"""Who belonged to which organisation, as what and when: as statements show it, and as people told it."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from factbase.store.rows import BATCH, insert_new
from factbase.store.standing import KEPT
from factbase.store.tables import NEVER, affiliation, statement


class Membership(NamedTuple):
    """`role` is "" if none was told."""

    speaker_id: int
    organisation_id: int
    role: str


class Shown(NamedTuple):
    """A membership as one statement shows it, or as several do: their first and last day, and the first of them."""

    of: Membership
    since: date | None
    until: date | None
    uid: str
    statement_id: int


def shown(of: Membership, day: date, last_day: date, uid: str, statement_id: int) -> Shown:
    """By a statement of these days; `NEVER` where nobody knows when."""
    dated = day > NEVER
    return Shown(of, day if dated else None, last_day if dated else None, uid, statement_id)


def save_affiliations(connection: Connection, found: Iterable[Shown]) -> None:
    """Adds what these statements show to what is known. The order in which they come makes no difference: the first
    statement is that of the first day, and of several the one with the least uid. The speakers must be locked."""
    told: dict[Membership, Shown] = {}
    for one in found:
        told[one.of] = _joined(told[one.of], one) if one.of in told else one
    there = _there(connection, {of.speaker_id for of in told})
    insert_new(connection, affiliation, [_row(told[of]) for of in sorted(told) if of not in there])
    for of in sorted(told.keys() & there.keys()):
        if (both := _joined(there[of], told[of])) != there[of]:
            same = sa.and_(*(affiliation.c[name] == value for name, value in of._asdict().items()))
            theirs = sa.and_(same, affiliation.c.statement_id.is_not(None))
            connection.execute(sa.update(affiliation).where(theirs).values(_row(both)))


def show_affiliations(connection: Connection, told: Iterable[tuple[int, int, str]]) -> None:
    """Works (speaker, organisation, role) out anew from the statements that stand: none stays without one. What people
    told stays."""
    for of in sorted({Membership(*each) for each in told}):
        row = sa.and_(*(affiliation.c[name] == value for name, value in of._asdict().items()))
        theirs = sa.and_(row, affiliation.c.statement_id.is_not(None))
        found = _standing(connection, of)
        if found is None:
            connection.execute(sa.delete(affiliation).where(theirs))
        elif connection.execute(sa.update(affiliation).where(theirs).values(_row(found))).rowcount == 0:
            insert_new(connection, affiliation, [_row(found)])


def _standing(connection: Connection, of: Membership) -> Shown | None:
    """What the statements that nobody rejected show of it."""
    wanted = sa.select(statement.c.day, statement.c.last_day, statement.c.uid, statement.c.id).where(
        statement.c.speaker_id == of.speaker_id,
        statement.c.organisation_id == of.organisation_id,
        sa.func.coalesce(statement.c.role, "") == of.role,
        KEPT,
    )
    each = [shown(of, *row) for row in connection.execute(wanted)]
    return reduce(_joined, each) if each else None


def _row(one: Shown) -> dict[str, object]:
    return {**one.of._asdict(), "since": one.since, "until": one.until, "statement_id": one.statement_id}


def _joined(one: Shown, other: Shown) -> Shown:
    first = min(one, other, key=lambda s: (s.since is None, s.since or NEVER, s.uid))
    sinces = [s.since for s in (one, other) if s.since]
    untils = [s.until for s in (one, other) if s.until]
    return first._replace(since=min(sinces, default=None), until=max(untils, default=None))


def _there(connection: Connection, speakers: Iterable[int]) -> dict[Membership, Shown]:
    """What statements have shown of these speakers. A joined row's `since` is the day of its first statement."""
    joined = affiliation.join(statement, statement.c.id == affiliation.c.statement_id)
    wanted = sa.select(affiliation, statement.c.uid).select_from(joined)
    found: dict[Membership, Shown] = {}
    for some in _batches(sorted(speakers)):
        for row in connection.execute(wanted.where(affiliation.c.speaker_id.in_(some))):
            of = Membership(row.speaker_id, row.organisation_id, row.role)
            found[of] = Shown(of, row.since, row.until, row.uid, row.statement_id)
    return found


def _batches(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH))
