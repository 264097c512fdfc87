"""Speakers, their names, and the organisations that they are or belong to.

Across articles persons, organisations and governments are matched with those that are known (`matching.py`). Whoever
is not known and has a full name is known by kind and name from then on; "Smith", "police", "officials" and "a source"
by the statement that introduced them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from factbase.document import Speaker, SpeakerKind, Statement
from factbase.linking import Profile
from factbase.linking.bodies import is_name, telling
from factbase.linking.names import is_joint
from factbase.store import matching, uid
from factbase.store.kinds import OrganisationKind
from factbase.store.matching import match, sharing
from factbase.store.rows import ids, insert_new
from factbase.store.tables import organisation, snapshot, speaker, speaker_name, statement
from factbase.store.words import fold, name_key

BODIES = {
    SpeakerKind.ORGANISATION: OrganisationKind.OTHER,
    SpeakerKind.GOVERNMENT: OrganisationKind.GOVERNMENT_BODY,
}
"""The kinds of speaker that are organisations, and what kind of organisation that tells."""


class Who(NamedTuple):
    """What makes two speakers of one article the same."""

    kind: SpeakerKind
    key: str

    @property
    def is_shared(self) -> bool:
        """Known by kind and name, if it is a name: not by the statement that introduced it."""
        return self.kind in BODIES or (self.kind is SpeakerKind.PERSON and " " in self.key)


def who(found: Speaker) -> Who:
    return Who(found.kind, name_key(found.name, found.kind))


@dataclass(frozen=True, slots=True)
class People:
    """The numbers of an article's speakers and organisations."""

    speakers: dict[Who, int]
    organisations: dict[str, int]

    def speaker(self, found: Speaker) -> int:
        return self.speakers[who(found)]

    def organisation(self, name: str | None) -> int | None:
        return self.organisations.get(name_key(name)) if name else None


def save_people(
    connection: Connection, statements: Sequence[Statement], uids: Sequence[str], *, article_id: int
) -> People:
    """Makes the speakers of these statements, whose uids are given beside them, where they are not there yet."""
    sharing(connection)
    organisations = _save_organisations(connection, (s.speaker for s in statements if s.speaker))
    first: dict[Who, tuple[Speaker, str]] = {}
    for found, number in zip(statements, uids, strict=True):
        if found.speaker:
            first.setdefault(who(found.speaker), (found.speaker, number))
    there = _of_earlier_copies(connection, article_id)
    there |= _linked(connection, _profiles(statements), there)
    new = _uids(connection, {w: first[w] for w in first if w not in there})
    rows = [_row(w, new[w], first[w][0], organisations) for w in sorted(new, key=new.__getitem__)]
    insert_new(connection, speaker, rows)
    made = ids(connection, speaker.c.uid, sorted(new.values()))
    numbers = {w: there[w] if w in there else made[new[w]] for w in first}
    _save_names(connection, statements, numbers)
    return People(numbers, organisations)


def _linked(connection: Connection, profiles: dict[Who, Profile], there: dict[Who, int]) -> dict[Who, int]:
    """Who of the others is known already; whoever the article's earlier copies have is nobody else here."""
    left = [w for w in sorted(profiles) if w not in there]
    found = match(connection, [profiles[w] for w in left]) if left else []
    taken = set(there.values())
    return {w: number for w, number in zip(left, found, strict=True) if number is not None and number not in taken}


def _profiles(statements: Sequence[Statement]) -> dict[Who, Profile]:
    """What the article tells of each of its speakers that may be known."""
    told: dict[Who, list[Speaker]] = {}
    for found in statements:
        if found.speaker and is_matched(found.speaker):
            told.setdefault(who(found.speaker), []).append(found.speaker)
    return {w: _profile(w, speakers) for w, speakers in told.items()}


def _profile(w: Who, told: Sequence[Speaker]) -> Profile:
    others = {name_key(name) for found in told for name in found.names} if w.kind in BODIES else set()
    return Profile(
        kind=w.kind,
        names=telling(w.key, others) if w.kind in BODIES else frozenset({w.key}),
        roles=frozenset(fold(found.role) for found in told if found.role),
        organisations=frozenset(name_key(found.organisation) for found in told if found.organisation),
        country=next((found.country for found in told if found.country), None),
        wikidata=next((found.wikidata for found in told if found.wikidata), None),
    )


def is_matched(found: Speaker) -> bool:
    """May be known under another name, or be somebody else of its name. Several who speak together are known by their
    names alone."""
    if found.kind is SpeakerKind.PERSON:
        return not is_joint(found.name)
    return found.kind in BODIES and is_name(found.name)


def _uids(connection: Connection, new: dict[Who, tuple[Speaker, str]]) -> dict[Who, str]:
    """By kind and name; by the first statement too where the name is none for all articles, or is somebody else's."""
    alone = {w: uid.of_speaker(*w, introduced_by="") for w, (found, _) in new.items() if _is_known_by_name(w, found)}
    namesakes = {alone[w]: w.kind for w in alone if is_matched(new[w][0])}
    taken = _of_kinds(connection, namesakes)
    return {
        w: alone[w] if w in alone and alone[w] not in taken else uid.of_speaker(*w, introduced_by=number)
        for w, (_, number) in new.items()
    }


def _of_kinds(connection: Connection, kinds: dict[str, SpeakerKind]) -> set[str]:
    """The uids that speakers of these kinds have. Whom people moved to another kind is still who had the uid."""
    wanted = sa.select(speaker.c.uid, speaker.c.kind).where(speaker.c.uid.in_(sorted(kinds)))
    return {number for number, kind in connection.execute(wanted) if kind is kinds[number]}


def _is_known_by_name(w: Who, found: Speaker) -> bool:
    return w.is_shared and (w.kind is SpeakerKind.PERSON or is_name(found.name))


def _row(key: Who, number: str, found: Speaker, organisations: dict[str, int]) -> dict[str, Any]:
    return {
        "uid": number,
        "kind": key.kind,
        "name": found.name,
        "country": found.country,
        "wikidata": found.wikidata,
        "organisation_id": organisations.get(name_key(found.name)) if key.kind in BODIES else None,
    }


def learn(connection: Connection, speakers: Iterable[Speaker], people: People) -> None:
    """What the database did not know of these and this article tells: a country, a Wikidata id, that it is an organ
    of government. The rows must be locked."""
    decided = _decided(connection, people)
    for told in speakers:
        itself = people.speaker(told)
        for column, value in (("country", told.country), ("wikidata", told.wikidata)):
            if column in decided.get(itself, {}):
                decided[itself][column] = decided[itself][column] or value
            else:
                _fill(connection, speaker, itself, column, value)
        if told.kind in BODIES and (body := people.organisation(told.name)):
            _fill(connection, organisation, body, "country", told.country)
            unsure = sa.and_(organisation.c.id == body, organisation.c.kind == OrganisationKind.OTHER)
            connection.execute(sa.update(organisation).where(unsure).values(kind=BODIES[told.kind]))
    for number, machine in decided.items():
        connection.execute(sa.update(speaker).where(speaker.c.id == number).values(machine=machine))


def standing_kinds(connection: Connection, people: People) -> dict[int, SpeakerKind]:
    """What kind each of these speakers is by what people decided; the rows must be locked."""
    wanted = sa.select(speaker.c.id, speaker.c.kind).where(speaker.c.id.in_(sorted(set(people.speakers.values()))))
    return {row.id: row.kind for row in connection.execute(wanted)}


def _decided(connection: Connection, people: People) -> dict[int, dict[str, Any]]:
    """What the machine found of these speakers where people decided otherwise."""
    ours = speaker.c.id.in_(sorted(set(people.speakers.values())))
    wanted = sa.select(speaker.c.id, speaker.c.machine).where(ours, speaker.c.machine.is_not(None))
    return {number: dict(machine) for number, machine in connection.execute(wanted)}


def _fill(connection: Connection, table: sa.Table, number: int, column: str, value: str | None) -> None:
    if value is not None:
        unknown = sa.and_(table.c.id == number, table.c[column].is_(None))
        connection.execute(sa.update(table).where(unknown).values({column: value}))


def _save_organisations(connection: Connection, speakers: Iterable[Speaker]) -> dict[str, int]:
    """The numbers of all organisations that these speakers are or belong to, by their keys."""
    names: dict[str, str] = {}
    for found in speakers:
        for name in (found.organisation, found.name if found.kind in BODIES else None):
            if name and (key := name_key(name)):
                names.setdefault(key, name)
    insert_new(connection, organisation, [{"key": key, "name": names[key]} for key in sorted(names)])
    return ids(connection, organisation.c.key, sorted(names))


def _of_earlier_copies(connection: Connection, article_id: int) -> dict[Who, int]:
    """The speakers of this article, as the machine read the snapshots of it that are there."""
    wanted = sa.select(statement.c.speaker_id, statement.c.machine).join(snapshot)
    said = connection.execute(wanted.where(snapshot.c.article_id == article_id)).all()
    otherwise = {row.machine["speaker"][0] for row in said if "speaker" in (row.machine or {})}
    as_read = {row.speaker_id for row in said if "speaker" not in (row.machine or {})}
    ours = sa.or_(speaker.c.id.in_(as_read), speaker.c.uid.in_(otherwise))
    rows = connection.execute(sa.select(speaker).where(ours).order_by(speaker.c.id.desc()))
    return {_who(row): row.id for row in rows}


def _who(row: Row[Any]) -> Who:
    kind = SpeakerKind(matching.found(row, "kind"))
    return Who(kind, name_key(matching.found(row, "name"), kind))


def _save_names(connection: Connection, statements: Sequence[Statement], numbers: dict[Who, int]) -> None:
    names = {
        (numbers[who(s.speaker)], name): name_key(name, s.speaker.kind)
        for s in statements
        if s.speaker
        for name in (s.speaker.name, *s.speaker.names)
    }
    rows = [{"speaker_id": number, "name": name, "key": names[number, name]} for number, name in sorted(names)]
    insert_new(connection, speaker_name, rows)
    ours = speaker_name.c.speaker_id.in_(sorted(set(numbers.values())))
    given = connection.execute(sa.select(speaker_name).where(ours, ~speaker_name.c.found)).all()
    if seen := [row.id for row in given if (row.speaker_id, row.name) in names]:
        connection.execute(sa.update(speaker_name).where(speaker_name.c.id.in_(seen)).values(found=True))
