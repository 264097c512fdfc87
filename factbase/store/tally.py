"""How many listed statements each speaker and organisation has, kept so that lists of them need not count a million.

A speaker's tally covers all that people merged into it. An organisation's is the sum over its speakers: those that are
it, and those with an affiliation to it. Statements of older copies of an article and rejected ones do not count.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, Row

from factbase.store.standing import CANONICAL, KEPT, settle
from factbase.store.tables import affiliation, organisation, snapshot, speaker, statement

STATEMENTS = statement.join(speaker, speaker.c.id == statement.c.speaker_id).join(snapshot)
DATES = (sa.func.min(statement.c.said_from), sa.func.max(statement.c.said_to))


class Tally(NamedTuple):
    """Of a speaker."""

    statements: int = 0
    articles: int = 0
    first_said: date | None = None
    last_said: date | None = None


class Share(NamedTuple):
    """Of an organisation, or what some speakers add to it."""

    speakers: int = 0
    statements: int = 0


@contextmanager
def keeping(connection: Connection, speakers: Iterable[int], snapshots: Collection[int]) -> Iterator[None]:
    """Keeps tallies true while statements of these snapshots change, from and to these speakers."""
    named = set(speakers)
    touched = canonical(connection, named)
    lock(connection, speaker, named | touched)
    before = shares(connection, touched)
    lock(connection, organisation, before)
    ours = sa.and_(statement.c.snapshot_id.in_(sorted(snapshots)), snapshot.c.newest)
    gone = _tallies(connection, ours)
    yield
    add_speakers(connection, gone, _tallies(connection, ours))
    add_organisations(connection, before, shares(connection, touched))


def of_snapshot(connection: Connection, snapshot_id: int | None) -> dict[int, Tally]:
    """What the statements of a snapshot add, by canonical speaker; nothing for no snapshot."""
    return _tallies(connection, statement.c.snapshot_id == snapshot_id)


def canonical(connection: Connection, speakers: Iterable[int]) -> set[int]:
    return set(connection.scalars(sa.select(CANONICAL).where(speaker.c.id.in_(sorted(speakers)))))


def lock(connection: Connection, table: sa.Table, numbers: Iterable[int]) -> None:
    """In one order, so that two processes wait for each other instead of both being refused."""
    wanted = sa.select(table.c.id).where(table.c.id.in_(sorted(numbers))).order_by(table.c.id)
    connection.execute(wanted.with_for_update(key_share=True)).all()


def shares(connection: Connection, speakers: Iterable[int]) -> dict[int, Share]:
    """What these canonical speakers add to each organisation."""
    wanted = sorted(speakers)
    return _shares(connection, sa.or_(speaker.c.id.in_(wanted), speaker.c.canonical_id.in_(wanted)))


def add_speakers(connection: Connection, gone: dict[int, Tally], come: dict[int, Tally]) -> None:
    """Takes away what a replaced snapshot had added and adds what its successor does; the speakers must be locked."""
    touched = sorted(n for n in {*gone, *come} if gone.get(n) != come.get(n))
    rows = connection.execute(sa.select(speaker).where(speaker.c.id.in_(touched)).order_by(speaker.c.id)).all()
    for row in rows:
        less, more = gone.get(row.id, Tally()), come.get(row.id, Tally())
        first, last = _dates(connection, row, more, row.id in gone)
        values = Tally(
            row.statements - less.statements + more.statements,
            row.articles - less.articles + more.articles,
            first,
            last,
        )
        connection.execute(sa.update(speaker).where(speaker.c.id == row.id).values(values._asdict()))


def add_organisations(connection: Connection, before: dict[int, Share], after: dict[int, Share]) -> None:
    for number in sorted({*before, *after}):
        less, more = before.get(number, Share()), after.get(number, Share())
        if less != more:
            connection.execute(
                sa.update(organisation)
                .where(organisation.c.id == number)
                .values(
                    speakers=organisation.c.speakers + more.speakers - less.speakers,
                    statements=organisation.c.statements + more.statements - less.statements,
                )
            )


def recount_speakers(connection: Connection, group: Sequence[int]) -> None:
    """The tallies of these speakers anew; with each of them must be all that were merged with it."""
    tallies = _tallies(connection, sa.and_(snapshot.c.newest, statement.c.speaker_id.in_(group)))
    for number in group:
        values = tallies.get(number, Tally())._asdict()
        connection.execute(sa.update(speaker).where(speaker.c.id == number).values(values))


def recount(connection: Connection) -> None:
    """All tallies anew, and what stances stand: after bulk loading, after merges, or where `wrong` found some."""
    settle(connection, sa.select(statement.c.id))
    _set(connection, speaker, Tally(), _tallies(connection, snapshot.c.newest))
    _set(connection, organisation, Share(), _shares(connection, sa.true()))


def wrong(connection: Connection) -> list[str]:
    """The uids of speakers and the names of organisations whose tally is not what counting gives."""
    tallies, sums = _tallies(connection, snapshot.c.newest), _shares(connection, sa.true())
    kept = connection.execute(sa.select(speaker.c.id, speaker.c.uid, *(speaker.c[f] for f in Tally._fields)))
    bodies = connection.execute(
        sa.select(organisation.c.id, organisation.c.name, *(organisation.c[f] for f in Share._fields))
    )
    return [
        *(name for number, name, *tally in kept if tallies.get(number, Tally()) != tuple(tally)),
        *(name for number, name, *share in bodies if sums.get(number, Share()) != tuple(share)),
    ]


def _tallies(connection: Connection, where: ColumnElement[bool]) -> dict[int, Tally]:
    counts = (sa.func.count(), sa.func.count(snapshot.c.article_id.distinct()))
    wanted = sa.select(CANONICAL, *counts, *DATES).select_from(STATEMENTS).where(where, KEPT)
    wanted = wanted.group_by(CANONICAL)
    return {number: Tally(*tally) for number, *tally in connection.execute(wanted)}


def _shares(connection: Connection, where: ColumnElement[bool]) -> dict[int, Share]:
    itself = sa.select(CANONICAL.label("who"), speaker.c.organisation_id.label("body"))
    belongs = sa.select(CANONICAL, affiliation.c.organisation_id).join(
        speaker, speaker.c.id == affiliation.c.speaker_id
    )
    pairs = sa.union(itself.where(where, speaker.c.organisation_id.is_not(None)), belongs.where(where)).subquery()
    summed = (
        sa.select(pairs.c.body, sa.func.count(), sa.func.sum(speaker.c.statements))
        .join(speaker, speaker.c.id == pairs.c.who)
        .where(speaker.c.statements > 0)
        .group_by(pairs.c.body)
    )
    return {number: Share(*share) for number, *share in connection.execute(summed)}


def _dates(connection: Connection, row: Row[Any], more: Tally, has_lost: bool) -> tuple[date | None, date | None]:
    if not has_lost:
        firsts = [day for day in (row.first_said, more.first_said) if day]
        lasts = [day for day in (row.last_said, more.last_said) if day]
        return min(firsts, default=None), max(lasts, default=None)
    group = sa.or_(speaker.c.id == row.id, speaker.c.canonical_id == row.id)
    first, last = connection.execute(
        sa.select(*DATES).select_from(STATEMENTS).where(group, snapshot.c.newest, KEPT)
    ).one()
    return first, last


def _set(connection: Connection, table: sa.Table, none: NamedTuple, counted: "dict[int, Any]") -> None:
    connection.execute(sa.update(table).values(none._asdict()))
    rows: Sequence[dict[str, Any]] = [{"number": n, **counted[n]._asdict()} for n in sorted(counted)]
    if rows:
        connection.execute(sa.update(table).where(table.c.id == sa.bindparam("number")), rows)
