"""What people decide of statements: that one is right, that it is none, what of it is otherwise, where it stands.

Each is a judgement of its own, and each can be undone. Statements are given by their uid. All functions raise
JudgementError, with the reason in a sentence, where a decision cannot be made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, Row
from sqlmodel import Session

from factbase.document import DateRange, Position, Span, Spans
from factbase.errors import JudgementError
from factbase.store import judgements, uid
from factbase.store.corrections import Standing, as_decided, restate, standing
from factbase.store.introduced import NEW, NewSpeaker, forget, introduce
from factbase.store.judgements import Judgement, append, deciding
from factbase.store.kinds import Decision, Subject
from factbase.store.positions import Unplaced
from factbase.store.rows import ids
from factbase.store.spans import check_content
from factbase.store.tables import judgement, speaker, speaker_name, statement
from factbase.store.topics import topic_id

NO_ROLE = {"role": None, "organisation": None}


class Nothing(Enum):
    """What a person says that there is none of."""

    NOTHING = "none"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person sets of statements; None leaves it as it is."""

    speaker: str | NewSpeaker | Nothing | None = None
    """The uid of one that is there, one to be made, or nobody knows who."""
    said: DateRange | Nothing | None = None
    content: Spans | None = None


@dataclass(frozen=True, slots=True)
class Placing:
    """A position on the topic of this slug; None says that a statement takes none."""

    topic: str
    position: Position | None
    condition: str | None = None


class Made(NamedTuple):
    """A judgement, by its number, on the statement of this uid."""

    judgement: int
    statement: str


@dataclass(frozen=True, slots=True)
class Decided:
    """The judgements that were made or undone, and what is to be placed on topics anew."""

    judgements: tuple[Made, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()

    def __add__(self, other: "Decided") -> "Decided":
        return Decided(self.judgements + other.judgements, self.unplaced + other.unplaced)


def accept(session: Session, uids: Sequence[str], *, by: str, note: str | None = None) -> Decided:
    """All that stands of these statements is right, and stays so whatever the machine reads later."""
    values = {each.row.uid: as_decided(each.stands) for each in _found(session, uids)}
    return _decide(
        session, [Judgement(Subject.STATEMENT, uid, Decision.ACCEPT, by, values[uid], note) for uid in values]
    )


def reject(session: Session, uids: Sequence[str], *, by: str, note: str | None = None) -> Decided:
    """These are no statements: they leave listings, tallies and timelines."""
    found = _found(session, uids)
    made = [Judgement(Subject.STATEMENT, each.row.uid, Decision.REJECT, by, note=note) for each in found]
    return _decide(session, made)


def correct(
    session: Session, uids: Sequence[str], correction: Correction, *, by: str, note: str | None = None
) -> Decided:
    """Speaker, days or words of these statements are others; a new speaker is introduced by the first of them."""
    found = _found(session, uids)
    if correction == Correction():
        raise JudgementError("There is nothing to set: name a speaker, days, or where the words stand.")
    said, content = _said(correction.said), _content(correction.content, found)
    speakers = _speakers(session.connection(), correction.speaker, found)
    made = [
        Judgement(Subject.STATEMENT, each.row.uid, Decision.SET, by, who | said | content, note)
        for each, who in zip(found, speakers, strict=True)
    ]
    return _decide(session, made)


def set_position(
    session: Session, uids: Sequence[str], placing: Placing, *, by: str, note: str | None = None
) -> Decided:
    """These statements take this position on a topic, or none: it overrules the machine's, now and later.

    Raises QueryError if there is no such topic.
    """
    found = _found(session, uids)
    topic_id(session, placing.topic)
    on = {"topic": uid.of_topic(placing.topic), "slug": placing.topic}
    value = {**on, "position": placing.position, "condition": placing.condition}
    return _decide(session, [Judgement(Subject.STANCE, e.row.uid, Decision.SET, by, value, note) for e in found])


def undo(session: Session, numbers: Sequence[int], *, by: str) -> Decided:
    """Takes judgements on statements back: all is then as if they had never been made."""
    connection = session.connection()
    deciding(connection)
    undone = [_to_undo(connection, number) for number in numbers]
    judgements.undo(connection, numbers, by=by)
    unplaced = restate(connection, _numbers(connection, [row.subject_uid for row in undone]))
    forget(connection, [named for row in undone if (named := row.value.get("speaker"))])
    made = (Made(row.id, row.subject_uid) for row in undone)
    return Decided(tuple(made), tuple(unplaced))


def _found(session: Session, uids: Sequence[str]) -> list[Standing]:
    """The statements, each once, in the order given. From here on nobody else decides or saves."""
    connection = session.connection()
    deciding(connection)
    found = {each.row.uid: each for each in standing(connection, _numbers(connection, uids))}
    if missing := [number for number in uids if number not in found]:
        raise JudgementError(f"There is no statement {missing[0]}; `factbase statements` lists those that there are.")
    return [found[number] for number in dict.fromkeys(uids)]


def _numbers(connection: Connection, uids: Sequence[str]) -> list[int]:
    return list(ids(connection, statement.c.uid, sorted(set(uids))).values())


def _decide(session: Session, made: Sequence[Judgement]) -> Decided:
    done = [Made(append(session, each), each.subject_uid) for each in made]
    connection = session.connection()
    unplaced = restate(connection, _numbers(connection, [each.statement for each in done]))
    return Decided(tuple(done), tuple(unplaced))


def _to_undo(connection: Connection, number: int) -> Row[Any]:
    """Of a statement or of its position on a topic."""
    subject = connection.scalar(sa.select(judgement.c.subject).where(judgement.c.id == number))
    return judgements.to_undo(connection, number, Subject.STANCE if subject is Subject.STANCE else Subject.STATEMENT)


def _said(given: DateRange | Nothing | None) -> dict[str, Any]:
    if given is None:
        return {}
    if isinstance(given, Nothing):
        return {"said": None}
    if given.end < given.start:
        raise JudgementError(f"{given.end} is before {given.start}.")
    return {"said": [given.start.isoformat(), given.end.isoformat()]}


def _content(given: Spans | None, found: Sequence[Standing]) -> dict[str, Any]:
    if given is None:
        return {}
    if len(found) != 1:
        raise JudgementError("Where the words stand can be set of one statement at a time.")
    [row] = (each.row for each in found)
    check_content(row.text, given, beside=tuple(Span(*span) for span in (*row.cue_spans, *row.source_spans)))
    return {"content": [list(span) for span in given]}


def _speakers(
    connection: Connection, given: str | NewSpeaker | Nothing | None, found: Sequence[Standing]
) -> list[dict[str, Any]]:
    """What the judgement on each statement says of its speaker.

    The role and the organisation that were printed are those of whom the machine took for the speaker: they stay only
    if that one and this have a name in common.
    """
    if given is None:
        return [{} for _ in found]
    if isinstance(given, Nothing):
        return [{"speaker": None} | NO_ROLE for _ in found]
    number = introduce(connection, given, statement_uid=found[0].row.uid) if isinstance(given, NewSpeaker) else given
    value = {"speaker": number} | ({NEW: _called(given)} if isinstance(given, NewSpeaker) else {})
    names = _names(connection, [number, *(each.row.speaker_uid for each in found if each.row.speaker_uid)])
    if number not in names:
        raise JudgementError(f"There is no speaker {number}; `factbase speakers` lists those that there are.")
    return [value | ({} if names[number] & names.get(e.row.speaker_uid, set()) else NO_ROLE) for e in found]


def _called(new: NewSpeaker) -> dict[str, str]:
    """For the history, which tells of it also when it is gone."""
    return {"name": " ".join(new.name.split()), "kind": new.kind}


def _names(connection: Connection, uids: Iterable[str]) -> dict[str, set[str]]:
    """The keys of all names that these speakers go by."""
    joined = speaker.join(speaker_name, speaker_name.c.speaker_id == speaker.c.id)
    wanted = sa.select(speaker.c.uid, speaker_name.c.key).select_from(joined)
    names: dict[str, set[str]] = {}
    for number, key in connection.execute(wanted.where(speaker.c.uid.in_(sorted(set(uids))))):
        names.setdefault(number, set()).add(key)
    return names
