"""Two who decide at the same time, and one who decides while another saves."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from factbase import store
from factbase.errors import JudgementError
from factbase.store import tables as t
from factbase.store.kinds import Decision
from tests.store.saving import PEOPLE, article

ROUNDS = 6
Work = Callable[[sa.Engine], int]


def together(url: str, *works: Work) -> list[int]:
    """What each returns; every one has its own connections."""
    start = threading.Barrier(len(works))

    def run(work: Work) -> int:
        engine = store.open_engine(url)
        start.wait()
        try:
            return work(engine)
        finally:
            engine.dispose()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def merging(*pairs: tuple[str, str]) -> Work:
    """How many of these merges were made."""

    def work(engine: sa.Engine) -> int:
        made = 0
        for one, into in pairs:
            try:
                with store.writing(engine) as session:
                    store.merge(session, one, into, by="Ana")
                    made += 1
            except JudgementError:
                continue
        return made

    return work


def saving(engine: sa.Engine) -> int:
    for number in range(10, 10 + 2 * ROUNDS):
        with store.writing(engine) as session:
            store.save_reading(session, article(number), run=1)
    return 2 * ROUNDS


def merging_and_undoing(one: str, into: str) -> Work:
    def work(engine: sa.Engine) -> int:
        for _ in range(ROUNDS):
            with store.writing(engine) as session:
                number = store.merge(session, one, into, by="Ana")
            with store.writing(engine) as session:
                store.undo_on_speaker(session, number, by="Ana")
        with store.writing(engine) as session:
            return store.merge(session, one, into, by="Ana")

    return work


def way(one: str, into: dict[str, str]) -> list[str]:
    """Whom a speaker was merged into, to the end, or until somebody comes a second time."""
    met = [one]
    while met[-1] in into and met.count(met[-1]) == 1:
        met.append(into[met[-1]])
    return met


@pytest.fixture
def people(engine: sa.Engine) -> list[str]:
    with store.writing(engine) as session:
        run = store.start_run(session, program="0", model="hand", options={})
        for number in range(10):
            store.save_reading(session, article(number), run=run)
        names = [person.name for person in PEOPLE]
        wanted = sa.select(t.speaker.c.uid).where(t.speaker.c.name.in_(names)).order_by(t.speaker.c.id)
        return list(session.connection().scalars(wanted))


def test_merges_against_each_other_come_to_no_circle(url: str, engine: sa.Engine, people: list[str]) -> None:
    circle = list(zip(people, [*people[1:], people[0]], strict=True))
    back = [(into, one) for one, into in circle]
    made = together(url, merging(*circle), merging(*back))
    assert store.check(engine) == []
    with store.reading(engine) as session:
        found = session.connection().execute(sa.select(t.judgement).where(t.judgement.c.decision == Decision.MERGE))
        into = {row.subject_uid: row.value["speaker"] for row in found}
        roots = sa.select(t.speaker.c.id).where(t.speaker.c.uid.in_(people), t.speaker.c.canonical_id.is_(None))
        left = session.connection().scalars(roots).all()
    assert (len(into), len(left)) == (sum(made), len(people) - sum(made))
    assert all(len(way(one, into)) <= len(people) for one in people)


def test_deciding_while_another_saves(url: str, engine: sa.Engine, people: list[str]) -> None:
    together(url, saving, merging_and_undoing(people[0], people[1]), merging_and_undoing(people[2], people[3]))
    assert store.check(engine) == []
    with store.reading(engine) as session:
        canonical = session.connection().scalars(
            sa.select(t.speaker.c.canonical_id).where(t.speaker.c.uid.in_(people[:4:2]))
        )
        assert None not in canonical.all()
