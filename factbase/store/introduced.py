"""Speakers that people introduce, and those of one article: there as long as a statement or a judgement names them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from factbase.document import SpeakerKind
from factbase.errors import JudgementError
from factbase.store import uid
from factbase.store.matching import found
from factbase.store.people import BODIES, Who
from factbase.store.rows import ids, insert_new
from factbase.store.tables import affiliation, judgement, organisation, speaker, speaker_name, statement
from factbase.store.words import name_key

NEW = "new"
"""The key in a judgement's value of the name and kind of the speaker, where the judgement introduced it."""

ANYWHERE = sa.true()


@dataclass(frozen=True, slots=True)
class NewSpeaker:
    """Somebody whom the database does not know yet."""

    name: str
    kind: SpeakerKind


def introduce(connection: Connection, new: NewSpeaker, *, statement_uid: str) -> str:
    """Makes the speaker as an article that names it would, and returns its uid. Raises JudgementError."""
    name = " ".join(new.name.split())
    who = Who(new.kind, name_key(name, new.kind))
    if not who.key:
        raise JudgementError(f"{new.name!r} is no name: it has no letter and no digit.")
    number = uid.of_speaker(*who, introduced_by="" if who.is_shared else statement_uid)
    if there := connection.scalar(sa.select(speaker.c.name).where(speaker.c.uid == number)):
        raise JudgementError(f"There is a {new.kind} {there} already: name it by its id, {number[:10]}.")
    row = {"uid": number, "kind": new.kind, "name": name, "organisation_id": _body(connection, name, new.kind)}
    made = connection.scalar(sa.insert(speaker).values(row).returning(speaker.c.id))
    insert_new(connection, speaker_name, [{"speaker_id": made, "name": name, "key": who.key}])
    return number


def forget(connection: Connection, uids: Iterable[str], *, where: sa.ColumnElement[bool] = ANYWHERE) -> None:
    """Takes those of these speakers out that nothing names any more and no other article can name: whom a judgement had
    introduced, and who is one in a single article. `where` are the statements that the machine may have read of them.
    """
    for number in sorted(set(uids)):
        row = connection.execute(sa.select(speaker).where(speaker.c.uid == number)).first()
        if row is None or (_is_shared(row) and not _is_introduced(connection, number)):
            continue
        if _is_named(connection, row, where):
            continue
        connection.execute(sa.delete(speaker_name).where(speaker_name.c.speaker_id == row.id))
        connection.execute(sa.delete(speaker).where(speaker.c.id == row.id))
        if row.organisation_id is not None:
            _forget_body(connection, row.organisation_id)


def _body(connection: Connection, name: str, kind: SpeakerKind) -> int | None:
    """The organisation that a speaker of this kind is."""
    if kind not in BODIES:
        return None
    insert_new(connection, organisation, [{"key": name_key(name), "name": name, "kind": BODIES[kind]}])
    return ids(connection, organisation.c.key, [name_key(name)])[name_key(name)]


def _is_shared(row: Row[Any]) -> bool:
    """One in all articles."""
    kind, name = SpeakerKind(found(row, "kind")), found(row, "name")
    return bool(row.uid == uid.of_speaker(kind, name_key(name, kind), introduced_by=""))


def _is_introduced(connection: Connection, number: str) -> bool:
    values = connection.scalars(sa.select(judgement.c.value).where(_holds(judgement.c.value, number)))
    return any(value.get("speaker") == number and value.get(NEW) for value in values)


def _is_named(connection: Connection, row: Row[Any], where: sa.ColumnElement[bool]) -> bool:
    named = sa.or_(judgement.c.subject_uid == row.uid, _holds(judgement.c.value, row.uid))
    machine = sa.and_(statement.c.machine.is_not(None), _holds(statement.c.machine, row.uid))
    asked = (
        sa.select(judgement.c.id).where(judgement.c.undone_at.is_(None), named),
        sa.select(statement.c.id).where(statement.c.speaker_id == row.id),
        sa.select(statement.c.id).where(machine, where),
        sa.select(speaker.c.id).where(speaker.c.canonical_id == row.id),
        sa.select(speaker_name.c.id).where(speaker_name.c.speaker_id == row.id, speaker_name.c.given),
        sa.select(affiliation.c.id).where(affiliation.c.speaker_id == row.id),
    )
    return any(connection.scalar(wanted.limit(1)) is not None for wanted in asked)


def _holds(column: sa.Column[object], number: str) -> sa.ColumnElement[bool]:
    """A uid of 32 hexadecimal digits means one thing wherever it stands in the JSON."""
    return sa.cast(column, sa.String).contains(number)


def _forget_body(connection: Connection, number: int) -> None:
    """Unless it is or was anything but the speaker that is gone."""
    naming = (speaker.c.organisation_id, statement.c.organisation_id, affiliation.c.organisation_id)
    named = (sa.select(column).where(column == number).limit(1) for column in (*naming, organisation.c.parent_id))
    if not any(connection.scalar(wanted) is not None for wanted in named):
        connection.execute(sa.delete(organisation).where(organisation.c.id == number))
