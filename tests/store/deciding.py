"""Decisions on statements as the tests make them: by words of the statement, each in a transaction of its own."""

from collections.abc import Callable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import Session

from factbase import store
from factbase.document import DateRange, Position, Span
from factbase.store import Correction, Decided, NewSpeaker, Nothing, Placing
from factbase.store import tables as t

Decide = Callable[[Session], Decided]
NONE = Nothing.NOTHING


def uid(session: Session, words: str) -> str:
    """Of the statement of the newest copy whose content these are, or were when the machine read them."""
    wanted = sa.select(t.statement.c.uid).join(t.snapshot).where(t.snapshot.c.newest, t.statement.c.content == words)
    return session.connection().execute(wanted).scalar_one()  # type: ignore[no-any-return]


def speaker_uid(session: Session, name: str) -> str:
    return session.connection().execute(sa.select(t.speaker.c.uid).where(t.speaker.c.name == name)).scalar_one()  # type: ignore[no-any-return]


def accept(*words: str) -> Decide:
    return lambda session: store.accept(session, [uid(session, w) for w in words], by="Ana", note="read")


def reject(*words: str) -> Decide:
    return lambda session: store.reject(session, [uid(session, w) for w in words], by="Ana")


def by(words: str, name: str | Nothing | NewSpeaker) -> Decide:
    """The statement is by the speaker whom the machine calls so."""

    def decision(session: Session) -> Decided:
        who = speaker_uid(session, name) if isinstance(name, str) else name
        return store.correct(session, [uid(session, words)], Correction(speaker=who), by="Ben")

    return decision


def said(words: str, first: str | None, last: str | None = None) -> Decide:
    days = DateRange(date.fromisoformat(first), date.fromisoformat(last or first)) if first else NONE
    return lambda session: store.correct(session, [uid(session, words)], Correction(said=days), by="Ben")


def content(words: str, *others: str) -> Decide:
    """These are its words, wherever in the text they stand first."""

    def decision(session: Session) -> Decided:
        number = uid(session, words)
        joined = t.statement.join(t.snapshot)
        wanted = sa.select(t.snapshot.c.text).select_from(joined).where(t.statement.c.uid == number)
        text = str(session.connection().scalar(wanted))
        spans = tuple(Span(text.index(other), text.index(other) + len(other)) for other in others)
        return store.correct(session, [number], Correction(content=spans), by="Ben")

    return decision


def position(words: str, topic: str, taken: Position | None, condition: str | None = None) -> Decide:
    return lambda session: store.set_position(
        session, [uid(session, words)], Placing(topic, taken, condition), by="Ben"
    )


def decide(engine: Engine, *decisions: Decide) -> list[int]:
    """The numbers of the judgements."""
    numbers = []
    for decision in decisions:
        with store.writing(engine) as session:
            numbers += [made.judgement for made in decision(session).judgements]
    assert store.check(engine) == []
    return numbers


def undo(engine: Engine, *numbers: int) -> None:
    for number in numbers:
        with store.writing(engine) as session:
            store.undo_on_statement(session, [number], by="Cleo")
    assert store.check(engine) == []


def row(engine: Engine, words: str) -> Any:
    """The statement of these words, whichever copy it is of."""
    with store.reading(engine) as session:
        return session.connection().execute(sa.select(t.statement).where(t.statement.c.content == words)).one()
