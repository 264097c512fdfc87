"""An archive of four articles that all questions are put to, on both engines.

1 The Sundial, 5 March 2025, the harbour of `tests.store.examples`: six statements, an older copy with one more.
2 The Echo, 20 March 2025: Okafor again (March, the 18th), her spokesman, a rejected statement, "Inès Okafour".
3 The Echo, no date: Roth, and nobody.
4 The Sundial, 1 April 2025: Okafor and Brown.
"""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import Session

from factbase import store
from factbase.document import DateRange, Method, Position, Reading, Said, Speaker, Stance, Topic
from factbase.store import tables as t
from factbase.store import tally
from factbase.store.kinds import Review
from tests.conftest import database
from tests.store.conftest import SALE
from tests.store.examples import HARBOUR, OKAFOR, PERSON, UNNAMED, document, harbour, says

DEBT = Topic("debt", "The city takes on new debts", ("debt",))
MARCH = Said(DateRange(date(2025, 3, 1), date(2025, 3, 31)), "this month")
TUESDAY = Said(DateRange(date(2025, 3, 18), date(2025, 3, 18)), "on Tuesday")
TODAY = Said(DateRange(date(2025, 3, 20), date(2025, 3, 20)), "today")
BROWN = Speaker("Charles Brown Jr.", PERSON, role="Chairman", organisation="Harbour Union", names=("Brown",))

SECOND = (
    "Okafor wavers\nWe might keep the bridge, Okafor wrote. The bridge could be leased, Okafor said. "
    "No deal is near, an Okafor spokesman said. It was all a dream, he said. The bridge stays, Inès Okafour said."
)
THIRD = "Roth speaks\nDon’t sell it, Ada Roth said. It is unclear who asked for more."
FOURTH = "Union objects\nWe will not sell, Okafor said. Nobody may sell what dockers built, General Brown said."


def readings() -> list[Reading]:
    second = document(
        text=SECOND, title="Okafor wavers", outlet="The Echo", published="2025-03-20", source="echo/2.txt"
    )
    third = document(text=THIRD, title="Roth speaks", outlet="The Echo", published=None, source="echo/3.txt")
    fourth = document(
        text=FOURTH,
        title="Union objects",
        published="2025-04-01T08:00",
        source="4.html",
        url="https://sundial.example/4",
    )
    spokesman = Speaker("Okafor spokesman", UNNAMED, organisation="City of Lund")
    return [
        Reading(document(text="Old copy.\n" + HARBOUR), (says("Old copy.", "copy", OKAFOR),)),
        harbour(),
        Reading(
            second,
            (
                says(SECOND, "We might keep the bridge", OKAFOR, said=MARCH),
                says(SECOND, "The bridge could be leased", OKAFOR, said=TUESDAY),
                says(SECOND, "No deal is near", spokesman, said=TODAY),
                says(SECOND, "It was all a dream", OKAFOR),
                says(SECOND, "The bridge stays", Speaker("Inès Okafour", PERSON)),
            ),
        ),
        Reading(third, (says(THIRD, "Don’t sell it", Speaker("Ada Roth", PERSON)), says(THIRD, "more", None))),
        Reading(
            fourth,
            (says(FOURTH, "We will not sell", OKAFOR), says(FOURTH, "Nobody may sell what dockers built", BROWN)),
        ),
    ]


STANCES = {
    SALE.slug: {
        "We will sell it in May": Position.SUPPORT,
        "We might keep the bridge": Position.OPEN,
        "The bridge could be leased": Position.LEAN_OPPOSE,
        "It was all a dream": Position.SUPPORT,
        "The bridge stays": Position.OPPOSE,
        "Don’t sell it": Position.OPPOSE,
        "We will not sell": Position.OPPOSE,
        "Nobody may sell what dockers built": Position.OPPOSE,
    },
    DEBT.slug: {"new debts": Position.OPPOSE, "We might keep the bridge": Position.OPEN},
}


def fill(session: Session) -> None:
    save(session)
    decide(session)


def save(session: Session) -> None:
    run = store.start_run(session, program="0.1", model="hand", options={})
    for topic in (SALE, DEBT):
        store.add_topic(session, topic)
    for reading in readings():
        saved = store.save_reading(session, reading, run=run)
        for slug, positions in STANCES.items():
            found = [
                (place, Stance(slug, positions[s.text], 0.8, Method.RULE, "sell", "if rates fall"))
                for place, s in enumerate(reading.statements)
                if s.text in positions
            ]
            store.save_stances(session, saved.snapshot_id, found, topic_slug=slug, run=run)


def decide(session: Session) -> None:
    """What people decided: Okafour is Okafor, the dream was none of hers, and the 18th is right."""
    connection = session.connection()
    uids = {name: number for number, name in connection.execute(sa.select(t.speaker.c.uid, t.speaker.c.name))}
    store.merge(session, uids["Inès Okafour"], uids["Ines Okafor"], by="Ana", note="a misprint")
    for words, review in (("It was all a dream", Review.REJECTED), ("The bridge could be leased", Review.ACCEPTED)):
        reviewed = sa.update(t.statement).where(t.statement.c.content == words)
        connection.execute(reviewed.values(review=review, reviewed_by="Ana"))
    unsure = sa.update(t.statement).where(t.statement.c.content == "Don’t sell it")
    connection.execute(unsure.values(confidence=0.6))
    tally.recount(connection)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from filled(request, tmp_path_factory, fill)


def filled(
    request: pytest.FixtureRequest, folders: pytest.TempPathFactory, fill: Callable[[Session], None]
) -> Iterator[Engine]:
    """A database on the engine that the fixture's parameter names, with what `fill` puts into it."""
    if request.param == "sqlite":
        yield from _opened(f"sqlite:///{folders.mktemp('archive')}/archive.db", fill)
    else:
        template = request.getfixturevalue("postgresql_template")
        with database(request.getfixturevalue("postgresql_server"), template) as url:
            yield from _opened(url, fill)


def _opened(url: str, fill: Callable[[Session], None]) -> Iterator[Engine]:
    engine = store.open_engine(url)
    store.prepare(engine)
    with store.writing(engine) as session:
        fill(session)
    yield engine
    engine.dispose()


@pytest.fixture
def session(archive: Engine) -> Iterator[Session]:
    with store.reading(archive) as opened:
        yield opened
