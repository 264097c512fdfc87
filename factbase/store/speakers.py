"""What people decide of speakers: that two are one, what one is called, what it is. Each is a judgement, and each can
be undone.

All functions return the number of the judgement, and raise JudgementError, with the reason in a sentence, where a
decision cannot be made. Speakers are given by their uid.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row
from sqlmodel import Session

from factbase.document import SpeakerKind
from factbase.errors import JudgementError
from factbase.store import judgements
from factbase.store.corrections import restate
from factbase.store.identity import changing
from factbase.store.introduced import NEW, NewSpeaker, forget, introduce
from factbase.store.judgements import Judgement, append, deciding
from factbase.store.kinds import Decision, Subject
from factbase.store.rows import ids
from factbase.store.standing import CANONICAL
from factbase.store.tables import speaker, speaker_name, statement
from factbase.store.words import fold, name_key

SHORT = 10  # digits of a uid that a sentence shows: as many as listings do
COUNTRY = re.compile(r"[A-Z]{3}")
WIKIDATA = re.compile(r"Q[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Part:
    """Statements, by uid, and whose they are: a speaker that is there, by uid, or one whom nobody knew yet."""

    statements: Sequence[str]
    by: str | NewSpeaker


def merge(session: Session, uid: str, into: str, *, by: str, note: str | None = None) -> int:
    """One speaker is another; `into` is the one that stays."""
    connection = session.connection()
    deciding(connection)
    one, other = _speaker(connection, uid), _speaker(connection, into)
    if one.uid == other.uid:
        raise JudgementError(f"Both are {label(one)} already: a speaker cannot be merged into itself.")
    if one.kind is not other.kind:
        raise JudgementError(
            f"{label(one)} is of kind {one.kind} and {label(other)} of kind {other.kind}: if they are one, give one "
            f"the kind of the other first, by `factbase speaker set --kind`."
        )
    return _decide(session, one, Judgement(Subject.SPEAKER, uid, Decision.MERGE, by, {"speaker": into}, note), other)


def keep_apart(session: Session, uid: str, other: str, *, by: str, note: str | None = None) -> int:
    """One speaker is not another, however alike their names: nothing changes but that nobody is asked again."""
    connection = session.connection()
    deciding(connection)
    one, two = _speaker(connection, uid), _speaker(connection, other)
    if one.uid == two.uid:
        raise JudgementError(f"Both are {label(one)}: name two speakers.")
    if any({j.subject_uid, j.value.get("speaker")} == {uid, other} for j in judgements.apart(connection)):
        raise JudgementError(f"{label(one)} and {label(two)} are two already.")
    return append(session, Judgement(Subject.SPEAKER, uid, Decision.REJECT, by, {"speaker": other}, note))


def rename(session: Session, uid: str, name: str, *, by: str, note: str | None = None) -> int:
    """A speaker is called so from now on; the names that it had still find it."""
    connection = session.connection()
    deciding(connection)
    one = _speaker(connection, uid)
    if one.name == (called := _name(name)):
        raise JudgementError(f"{label(one)} is called so already.")
    return _decide(session, one, Judgement(Subject.SPEAKER, uid, Decision.RENAME, by, {"name": called}, note))


def alias(session: Session, uid: str, name: str, *, by: str, note: str | None = None) -> int:
    """A speaker also goes by this name."""
    connection = session.connection()
    deciding(connection)
    one, called = _speaker(connection, uid), _name(name)
    ours = sa.select(speaker.c.id).where(sa.or_(speaker.c.id == one.id, speaker.c.canonical_id == one.id))
    known = sa.select(speaker_name.c.id).where(speaker_name.c.speaker_id.in_(ours), speaker_name.c.name == called)
    if connection.scalar(known) is not None:
        raise JudgementError(f"{label(one)} goes by the name {called} already.")
    return _decide(session, one, Judgement(Subject.SPEAKER, uid, Decision.ALIAS, by, {"name": called}, note))


def split(session: Session, uid: str, part: Part, *, by: str, note: str | None = None) -> int:
    """A part of what a speaker is listed with is another's. It is the same as to set that speaker on each of the
    statements, by one judgement."""
    connection = session.connection()
    deciding(connection)
    one, uids = _speaker(connection, uid), list(dict.fromkeys(part.statements))
    numbers = _of(connection, one, uids)
    if isinstance(part.by, NewSpeaker):
        _tells_apart(part.by, one)
        value = {"speaker": introduce(connection, part.by, statement_uid=uids[0]), NEW: asdict(part.by)}
    elif part.by != uid:
        value = {"speaker": _speaker(connection, part.by).uid}
    else:
        raise JudgementError(f"What is split off {label(one)} must be another's.")
    judged = Judgement(Subject.SPEAKER, uid, Decision.SPLIT, by, value | {"statements": uids}, note)
    number = append(session, judged)
    restate(connection, numbers)
    return number


def set_facts(session: Session, uid: str, facts: dict[str, str | None], *, by: str, note: str | None = None) -> int:
    """What a speaker is: `kind`, `country` (ISO 3166-1 alpha-3) and `wikidata` (Q517), those of them that are given;
    a country or Wikidata id of None says that it has none."""
    connection = session.connection()
    deciding(connection)
    one = _speaker(connection, uid)
    _check(facts)
    if all(getattr(one, name) == value for name, value in facts.items()):
        raise JudgementError(f"Of {label(one)} that is known already.")
    return _decide(session, one, Judgement(Subject.SPEAKER, uid, Decision.SET, by, facts, note))


def undo(session: Session, number: int, *, by: str) -> Row[Any]:
    """Takes a judgement on a speaker back, and returns it: all is then as if it had never been made."""
    connection = session.connection()
    deciding(connection)
    undone = judgements.to_undo(connection, number, Subject.SPEAKER)
    subject = connection.execute(sa.select(speaker).where(speaker.c.uid == undone.subject_uid)).one()
    with changing(connection, {subject.id}):
        judgements.undo(connection, [number], by=by)
    if undone.decision is Decision.SPLIT:
        restate(connection, list(ids(connection, statement.c.uid, undone.value["statements"]).values()))
    forget(connection, {undone.subject_uid, undone.value.get("speaker", undone.subject_uid)})
    return undone


def label(row: Row[Any]) -> str:
    """Ines Okafor (4318cfe4d2)."""
    return f"{row.name} ({row.uid[:SHORT]})"


def _decide(session: Session, one: Row[Any], decided: Judgement, *others: Row[Any]) -> int:
    with changing(session.connection(), {one.id, *(other.id for other in others)}):
        return append(session, decided)


def _speaker(connection: Connection, uid: str) -> Row[Any]:
    """Of whom one can decide something: it is there, and is merged into no other."""
    row = connection.execute(sa.select(speaker).where(speaker.c.uid == uid)).first()
    if row is None:
        raise JudgementError(f"There is no speaker {uid[:SHORT]}; `factbase speakers` lists those that there are.")
    if row.canonical_id is not None:
        [merged] = [j for j in judgements.standing(connection, Subject.SPEAKER, [uid]) if j.decision is Decision.MERGE]
        into = connection.execute(sa.select(speaker).where(speaker.c.uid == merged.value["speaker"])).one()
        raise JudgementError(
            f"{label(row)} was merged into {label(into)} already, by judgement {merged.id}: "
            f"name that one, or `factbase speaker undo {merged.id}` first."
        )
    return row


def _of(connection: Connection, one: Row[Any], uids: Sequence[str]) -> list[int]:
    """The rows of these statements, which all are by this speaker or by one that was merged into it."""
    if not uids:
        raise JudgementError("There is nothing to split off: name the statements.")
    numbers = ids(connection, statement.c.uid, uids)
    if missing := [number for number in uids if number not in numbers]:
        raise JudgementError(f"There is no statement {missing[0]}; `factbase statements` lists those that there are.")
    joined = statement.outerjoin(speaker, speaker.c.id == statement.c.speaker_id)
    wanted = sa.select(statement.c.uid, CANONICAL.label("by")).select_from(joined)
    rows = connection.execute(wanted.where(statement.c.id.in_(sorted(numbers.values()))).order_by(statement.c.id))
    if others := [row.uid for row in rows if row.by != one.id]:
        raise JudgementError(f"Statement {others[0][:SHORT]} is not one of {label(one)}'s.")
    return list(numbers.values())


def _tells_apart(new: NewSpeaker, one: Row[Any]) -> None:
    """Two who are called the same would be one to the next article that names them."""
    if name_key(new.name, new.kind) == name_key(one.name, one.kind):
        raise JudgementError(f"Give a name that tells the new speaker from {label(one)}: {new.name} (the other), say.")


def _name(name: str) -> str:
    called = " ".join(name.split())
    if not fold(called):
        raise JudgementError(f"{name!r} is no name: it has no letter and no digit.")
    return called


def _check(facts: dict[str, str | None]) -> None:
    if not facts:
        raise JudgementError("There is nothing to set: name a kind, a country or a Wikidata id.")
    country, wikidata = facts.get("country"), facts.get("wikidata")
    if "kind" in facts and facts["kind"] not in list(SpeakerKind):
        raise JudgementError(f"{facts['kind']!r} is no kind of speaker: {', '.join(SpeakerKind)}.")
    if country is not None and not COUNTRY.fullmatch(country):
        raise JudgementError(f"{country!r} is no country's code: three letters of ISO 3166-1, as in FRA.")
    if wikidata is not None and not WIKIDATA.fullmatch(wikidata):
        raise JudgementError(f"{wikidata!r} is no Wikidata id: Q and a number, as in Q3052772.")
