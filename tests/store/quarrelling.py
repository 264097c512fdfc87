"""A process that decides on the harbour's statements and takes half of it back, again and again.

python -m tests.store.quarrelling URL NAME
"""

import sys
from collections.abc import Callable
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session

from factbase import store
from factbase.document import DateRange, SpeakerKind
from factbase.store import Correction, Decided, NewSpeaker
from factbase.store import tables as t

ROUNDS = 6


def steps(uids: list[str], speakers: list[str], name: str) -> list[Callable[[Session], Decided]]:
    """All processes correct the same statements in different ways; each introduces somebody of its own."""
    days = DateRange(date(2025, 1, len(name)), date(2025, 1, 28))
    new = NewSpeaker(f"{name} Lind", SpeakerKind.PERSON)
    return [
        lambda s: store.correct(s, uids[:3], Correction(speaker=speakers[len(name) % 2]), by=name),
        lambda s: store.correct(s, uids[::-1], Correction(said=days), by=name),
        lambda s: store.reject(s, uids[1:2], by=name),
        lambda s: store.correct(s, uids[:1], Correction(speaker=new), by=name),
        lambda s: store.accept(s, uids, by=name),
    ]


def quarrel(url: str, name: str) -> None:
    engine = store.open_engine(url)
    with store.reading(engine) as session:
        uids = list(session.connection().scalars(sa.select(t.statement.c.uid).order_by(t.statement.c.id)))
        speakers = list(session.connection().scalars(sa.select(t.speaker.c.uid).order_by(t.speaker.c.id)))
    for number in range(ROUNDS):
        made: list[int] = []
        for step in steps(uids, speakers, name):
            with store.writing(engine) as session:
                made += [made.judgement for made in step(session).judgements]
        for judgement in made if number < ROUNDS - 1 else made[::2]:
            with store.writing(engine) as session:
                store.undo_on_statement(session, [judgement], by=name)
    engine.dispose()


if __name__ == "__main__":
    quarrel(*sys.argv[1:])
