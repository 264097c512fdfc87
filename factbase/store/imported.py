"""Known speakers of the user's own: made or completed, with names that mean them and affiliations with days."""

from collections.abc import Sequence
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import Session

from factbase.document import KnownSpeaker
from factbase.errors import KnownSpeakerError
from factbase.linking import LINK, Profile, compare
from factbase.store import tally, uid
from factbase.store.affiliations import Membership
from factbase.store.matching import Known, alone, candidates, known_by_name
from factbase.store.people import BODIES
from factbase.store.rows import ids, insert_new
from factbase.store.tables import affiliation, organisation, speaker, speaker_name
from factbase.store.words import fold, name_key

Outcome = Literal["new", "changed", "known"]


def begin_import(session: Session) -> None:
    """To be called before the first `save_known` of a transaction: nobody else makes speakers until it ends."""
    alone(session.connection())


def save_known(session: Session, told: KnownSpeaker) -> Outcome:
    """Makes the speaker, or adds what is told of it to the one that is known. Doing it again changes nothing.

    It is the one with its Wikidata id, else with its name, unless what else is told contradicts. Raises
    KnownSpeakerError, which leaves the transaction as it was, where several may be meant, or where the database has
    another country or Wikidata id for it.
    """
    connection = session.connection()
    number = _of_wikidata(connection, told) or _of_name(connection, told)
    is_new = number is None
    if number is None:
        number = _insert(connection, told)
    else:
        _refuse_contradiction(connection, number, told)
    changed = [
        _complete(connection, number, told),
        _name(connection, number, told),
        _affiliate(connection, number, told),
    ]
    return "new" if is_new else "changed" if any(changed) else "known"


def _of_wikidata(connection: Connection, told: KnownSpeaker) -> int | None:
    if told.wikidata is None:
        return None
    same = sa.select(speaker.c.id).where(speaker.c.wikidata == told.wikidata, speaker.c.kind == told.kind)
    found: int | None = connection.scalar(same.order_by(speaker.c.id).limit(1))
    return found


def _of_name(connection: Connection, told: KnownSpeaker) -> int | None:
    """One that people told of before goes by its name alone; one that articles have must be as likely as for a link."""
    profile = _profile(told)
    [key] = profile.names
    there = known_by_name(connection, [profile]).values()
    near = [of for of in there if of.row.kind is told.kind and key in of.keys]
    fitting = _fitting(connection, near, profile)
    theirs = [of for of in fitting if key in of.given] or fitting
    if len(theirs) > 1:
        raise KnownSpeakerError(
            f"{len(theirs)} speakers are called {told.name}: tell more of this one, a Wikidata id best of all"
        )
    return theirs[0].number_for([key]) if theirs else None


def _fitting(connection: Connection, near: Sequence[Known], new: Profile) -> list[Known]:
    scored = [(of, compare(new, c.profile)) for of, c in zip(near, candidates(connection, near), strict=True)]
    differs = [of for of, found in scored if found is None or _is_of_another_country(of, new)]
    return [of for of, found in scored if found and of not in differs and (new.names & of.given or found.score >= LINK)]


def _is_of_another_country(of: Known, new: Profile) -> bool:
    return bool(of.row.country and new.country and of.row.country != new.country)


def _profile(told: KnownSpeaker) -> Profile:
    return Profile(
        kind=told.kind,
        names=frozenset({name_key(told.name, told.kind)}),
        roles=frozenset({fold(told.role)} if told.role else ()),
        organisations=frozenset({name_key(told.organisation)} if told.organisation else ()),
        country=told.country,
        wikidata=told.wikidata,
    )


def _insert(connection: Connection, told: KnownSpeaker) -> int:
    """By kind and name; by what tells it from a namesake too where there is one."""
    key = name_key(told.name, told.kind)
    number = uid.of_speaker(told.kind, key, introduced_by="")
    if ids(connection, speaker.c.uid, [number]):
        told_apart = told.wikidata or "/".join((told.country or "", name_key(told.organisation or ""), told.role or ""))
        number = uid.of_speaker(told.kind, key, introduced_by=told_apart)
    row: dict[str, Any] = {
        "uid": number,
        "kind": told.kind,
        "name": told.name,
        "country": told.country,
        "wikidata": told.wikidata,
    }
    if told.kind in BODIES:
        row["organisation_id"] = _organisation(connection, told.name)
    insert_new(connection, speaker, [row])
    return ids(connection, speaker.c.uid, [number])[number]


def _refuse_contradiction(connection: Connection, number: int, told: KnownSpeaker) -> None:
    row = connection.execute(sa.select(speaker).where(speaker.c.id == number)).one()
    for column in ("country", "wikidata"):
        there, new = getattr(row, column), getattr(told, column)
        if there and new and there != new:
            raise KnownSpeakerError(f"{row.name} has the {column} {there} in the database, not {new}")


def _complete(connection: Connection, number: int, told: KnownSpeaker) -> bool:
    """Fills what was not known; that there is none may be what a person decided."""
    filled = 0
    decided = connection.scalar(sa.select(speaker.c.machine).where(speaker.c.id == number)) or {}
    for column in ("country", "wikidata"):
        if (value := getattr(told, column)) is not None and column not in decided:
            unknown = sa.and_(speaker.c.id == number, speaker.c[column].is_(None))
            filled += connection.execute(sa.update(speaker).where(unknown).values({column: value})).rowcount
    return filled > 0


def _name(connection: Connection, number: int, told: KnownSpeaker) -> bool:
    names = (told.name, *told.aliases)
    rows = [{"speaker_id": number, "name": n, "key": name_key(n, told.kind), "given": True} for n in names]
    ours = sa.and_(speaker_name.c.speaker_id == number, speaker_name.c.name.in_(names))
    given = sa.select(sa.func.count()).where(ours, speaker_name.c.given)
    before = connection.scalar(given)
    insert_new(connection, speaker_name, rows)
    connection.execute(sa.update(speaker_name).where(ours, ~speaker_name.c.given).values(given=True))
    return connection.scalar(given) != before


def _affiliate(connection: Connection, number: int, told: KnownSpeaker) -> bool:
    """The affiliation with its days; the tallies of organisations follow."""
    if told.organisation is None:
        return False
    of = Membership(number, _organisation(connection, told.organisation), told.role or "")
    if _is_told(connection, of, told):
        return False
    canonical = tally.canonical(connection, {number})
    tally.lock(connection, speaker, {number, *canonical})
    before = tally.shares(connection, canonical)
    tally.lock(connection, organisation, {*before, of.organisation_id})
    _put(connection, of, told)
    tally.add_organisations(connection, before, tally.shares(connection, canonical))
    return True


def _is_told(connection: Connection, of: Membership, told: KnownSpeaker) -> bool:
    same = _same(of, told) & _is(affiliation.c.until, told.until)
    return connection.scalar(sa.select(affiliation.c.id).where(same)) is not None


def _put(connection: Connection, of: Membership, told: KnownSpeaker) -> None:
    """One that began on that day and has no end, or another, ends as is told now."""
    ended = sa.update(affiliation).where(_same(of, told)).values(until=told.until)
    if connection.execute(ended).rowcount == 0:
        connection.execute(sa.insert(affiliation).values({**of._asdict(), "since": told.since, "until": told.until}))


def _same(of: Membership, told: KnownSpeaker) -> sa.ColumnElement[bool]:
    ours = (affiliation.c[name] == value for name, value in of._asdict().items())
    return sa.and_(*ours, affiliation.c.statement_id.is_(None), _is(affiliation.c.since, told.since))


def _is(column: sa.Column[Any], value: object) -> sa.ColumnElement[bool]:
    return column.is_(None) if value is None else column == value


def _organisation(connection: Connection, name: str) -> int:
    key = name_key(name)
    insert_new(connection, organisation, [{"key": key, "name": name}])
    return ids(connection, organisation.c.key, [key])[key]
