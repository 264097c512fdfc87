"""The one speaker that a user means, by id or by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Row
from sqlmodel import Session

from factbase.document import SpeakerKind
from factbase.errors import QueryError
from factbase.query.filters import UID_PREFIX, among, begins, names_holding
from factbase.query.judgements import OTHER
from factbase.store.introduced import NEW
from factbase.store.tables import judgement, speaker
from factbase.store.words import name_key, without_titles

LISTED = 8  # candidates that a sentence names


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker as a sentence names it."""

    speaker_id: str
    name: str
    kind: SpeakerKind
    statements: int


def one_speaker(session: Session, words: str) -> Candidate:
    """The speaker of this id (or six or more digits of it), else the only one of this name, else the only one whose
    name holds the words. Raises QueryError, which lists the candidates where there are several.

    A speaker that is listed goes before one of whom only older copies of articles tell. An id may be that of a speaker
    that was merged into another; a name means the other.
    """
    if by_id := speaker_of_id(session, words):
        return by_id
    key = name_key(words)
    for wanted in dict.fromkeys((key, " ".join(without_titles(key.split())))):
        holding = names_holding(session, wanted)
        numbers = {number for number, _, name in holding if name == wanted} or {number for number, _, _ in holding}
        if numbers:
            found = _rows(session, among(speaker.c.id, sorted(numbers)))
            return _only([one for one in found if one.statements] or found, words)
    raise QueryError(
        _gone(session, words) or f"There is no speaker {words}; `factbase speakers` lists those that there are."
    )


def speaker_of_id(session: Session, words: str) -> Candidate | None:
    """The speaker of this id, or of six or more digits of it. Raises QueryError where there are several."""
    found = _rows(session, begins(speaker, words)) if UID_PREFIX.fullmatch(words) else []
    return _only(found, words) if found else None


def _gone(session: Session, words: str) -> str | None:
    """Of whom an undone judgement had introduced, by id."""
    if not UID_PREFIX.fullmatch(words):
        return None
    undone = sa.select(judgement).where(judgement.c.undone_at.is_not(None), OTHER.startswith(words))
    rows = session.connection().execute(undone.order_by(judgement.c.id.desc()))
    row = next((row for row in rows if NEW in row.value), None)
    if row is None:
        return None
    return (
        f"There is no speaker {words} any more: judgement {row.id}, which introduced it, was undone by {row.undone_by} "
        f"on {row.undone_at:%Y-%m-%d}."
    )


def _rows(session: Session, condition: sa.ColumnElement[bool]) -> list[Candidate]:
    rows = session.connection().execute(
        sa.select(speaker).where(condition).order_by(speaker.c.statements.desc(), speaker.c.id)
    )
    return [_candidate(row) for row in rows]


def _candidate(row: Row[Any]) -> Candidate:
    return Candidate(row.uid, row.name, row.kind, row.statements)


def _only(found: Sequence[Candidate], words: str) -> Candidate:
    if len(found) == 1:
        return found[0]
    told = [_told(one) for one in found[:LISTED]]
    if len(found) > LISTED:
        told.append(f"{len(found) - LISTED:,} more")
    raise QueryError(f"{words} may mean {', '.join(told[:-1])} or {told[-1]}: give the id.")


def _told(one: Candidate) -> str:
    """Ines Okafor (4318cfe4d2, person, 7 statements)."""
    noun = "statement" if one.statements == 1 else "statements"
    return f"{one.name} ({one.speaker_id[:10]}, {one.kind}, {one.statements:,} {noun})"
