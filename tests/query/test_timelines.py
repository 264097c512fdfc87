"""Timelines of speakers and institutions, on both engines: what is before what, for whom, and known since when."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import Session

from factbase import query, store
from factbase.document import DateRange, Document, Method, Position, Reading, Said, Speaker, Stance, Topic
from factbase.query import Filters
from factbase.store import tables as t
from factbase.store import tally
from tests.query.conftest import filled
from tests.store.conftest import SALE
from tests.store.examples import GOVERNMENT, PERSON, UNNAMED, says

DEBT = Topic("debt", "The city takes on new debts", ("debt",))
OPPOSE, LEAN_OPPOSE, OPEN, LEAN_SUPPORT, SUPPORT = Position
HALL = "City Hall"

KOVAC = Speaker("Ana Kovac", PERSON, role="Mayor", country="SVN")
ROTH, ROTHE = Speaker("Ada Roth", PERSON, country="FRA"), Speaker("Ada Rothe", PERSON)
ITSELF = Speaker(HALL, GOVERNMENT, country="SVN")
ERNST = Speaker("Jo Ernst", PERSON, role="deputy Press Secretary", organisation=HALL)
CLERK = Speaker("City Hall spokeswoman", UNNAMED, role="spokeswoman", organisation=HALL)
BLUM = Speaker("Lea Blum", PERSON, role="member", organisation=HALL)
OLD = Speaker("Max Old", PERSON, role="former spokesman", organisation=HALL)
VOGT = Speaker("Tim Vogt", PERSON, role="Spokesman", organisation="Port Authority")


class Told(NamedTuple):
    words: str
    by: Speaker
    said: str | None
    """A day, "from to" or nothing."""
    sale: Position | None
    debt: Position | None = None


ARTICLES: list[tuple[str | None, list[Told]]] = [
    ("2024-12-30", [Told("Sell it at once", KOVAC, "2024-12-28", SUPPORT)]),
    ("2025-01-02", [Told("Sell in time", KOVAC, "2024-12-31", LEAN_SUPPORT), Told("Both", KOVAC, None, OPPOSE)]),
    (
        "2025-01-05",
        [Told("Never", KOVAC, "2025-01-01", OPPOSE), Told("Perhaps", KOVAC, "2025-01-01 2025-01-31", OPEN)],
    ),
    (
        "2025-02-03",
        [Told("Sell now", KOVAC, "2025-01-20", SUPPORT), Told("Sell still", KOVAC, "2025-02-01", SUPPORT, OPPOSE)],
    ),
    ("2025-03-01", [Told("The hall keeps it", ITSELF, "2025-02-10", OPPOSE)]),
    (
        "2025-03-05",
        [
            Told("The hall will sell", ERNST, "2025-03-03", SUPPORT),
            Told("The hall would sell", ITSELF, "2025-03-04", LEAN_SUPPORT),
            Told("I would not", BLUM, "2025-03-04", OPPOSE),
            Told("In my day no", OLD, "2025-03-04", OPPOSE),
        ],
    ),
    (None, [Told("Wait", ROTH, "2025-03-04", OPEN)]),
    ("2025-04-01", [Told("No sale", ROTHE, "2025-03-20", OPPOSE), Told("We are sold", CLERK, None, SUPPORT)]),
    ("2025-05-02", [Told("The port is ours", VOGT, "2025-05-01", OPPOSE)]),
    ("2025-06-01", [Told("Undecided in January", KOVAC, "2025-01-10", OPEN)]),
]
KOVACS = [
    ("Sell it at once", None, None),
    ("Sell in time", SUPPORT, "hedge"),
    ("Never", LEAN_SUPPORT, "reversal"),
    ("Perhaps", LEAN_SUPPORT, "hedge"),
    ("Both", None, None),
    ("Undecided in January", OPPOSE, "support"),
    ("Sell now", OPEN, "support"),
    ("Sell still", SUPPORT, "same"),
]


def fill(session: Session) -> None:
    run = store.start_run(session, program="0", model="hand", options={})
    for topic in (SALE, DEBT):
        store.add_topic(session, topic)
    for number, (published, told) in enumerate(ARTICLES):
        text = ". ".join(one.words for one in told)
        document = Document(f"{number}", text, f"{number}.txt", "0" * 64, "text 1", published=published)
        statements = tuple(says(text, one.words, one.by, said=_said(one.said)) for one in told)
        saved = store.save_reading(session, Reading(document, statements), run=run)
        for slug, positions in ((SALE.slug, [one.sale for one in told]), (DEBT.slug, [one.debt for one in told])):
            found = [(i, Stance(slug, p, 0.8, Method.RULE)) for i, p in enumerate(positions) if p]
            store.save_stances(session, saved.snapshot_id, found, topic_slug=slug, run=run)
    merge(session, "Ada Rothe", "Ada Roth")


def merge(session: Session, one: str, into: str) -> None:
    connection = session.connection()
    ids = {name: number for number, name in connection.execute(sa.select(t.speaker.c.id, t.speaker.c.name))}
    connection.execute(sa.update(t.speaker).where(t.speaker.c.id == ids[one]).values(canonical_id=ids[into]))
    tally.recount(connection)


def _said(days: str | None) -> Said | None:
    first, _, last = (days or "").partition(" ")
    return Said(DateRange(date.fromisoformat(first), date.fromisoformat(last or first)), "then") if first else None


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from filled(request, tmp_path_factory, fill)


def flat(session: Session, **filters: Any) -> list[tuple[str, Position | None, str | None]]:
    rows = query.stances(session, Filters(**{"topic": SALE.slug} | filters))
    return [(row.quote, row.previous_position, row.change) for row in rows]


def quotes(session: Session, **filters: Any) -> list[str]:
    return [quote for quote, _, _ in flat(session, **filters)]


def timeline(session: Session, of: str, **filters: Any) -> list[tuple[str | None, str, str | None]]:
    rows = query.timeline(session, Filters(**{"topic": SALE.slug} | filters))
    return [(row.spoken_by, row.quote, row.change) for row in rows if row.timeline_of == of]


def test_each_stands_beside_the_last_that_is_surely_earlier(session: Session) -> None:
    """Over New Year; what has no day is beside nothing; "in January" is neither before nor after the 20th."""
    assert flat(session, speaker="Kovac") == KOVACS


def test_topics_do_not_meet(session: Session) -> None:
    assert flat(session, topic="debt") == [("Sell still", None, None)]


def test_what_filters_hide_is_still_before(session: Session) -> None:
    assert flat(session, since=date(2025, 1, 20), until=date(2025, 1, 20), speaker="Kovac")[1:] == [KOVACS[6]]


@pytest.mark.parametrize("speaker", ["Ada Roth", "Ada Rothe"])
def test_merged_speakers_have_one_timeline(session: Session, speaker: str) -> None:
    assert flat(session, speaker=speaker) == [("Wait", None, None), ("No sale", OPEN, "hedge")]


def test_a_reader_of_a_day_knew_what_had_been_published(session: Session) -> None:
    """What was said in January and printed in June was not known in February; an article without a date never is."""
    assert flat(session, speaker="Kovac", as_of=date(2025, 2, 3)) == [
        *KOVACS[:5],
        ("Sell now", OPPOSE, "reversal"),
        ("Sell still", SUPPORT, "same"),
    ]
    assert quotes(session, as_of=date(2025, 1, 2)) == ["Sell it at once", "Sell in time", "Both"]
    assert flat(session, speaker="Roth", as_of=date(2025, 12, 31)) == [("No sale", None, None)]
    shown = [row.quote for row in query.statements(session, Filters(as_of=date(2025, 1, 2)))]
    assert shown == ["Both", "Sell in time", "Sell it at once"]


def test_what_spokespersons_say_counts_for_both(session: Session) -> None:
    """Not what members and former spokesmen say."""
    assert timeline(session, "Jo Ernst") == [(None, "The hall will sell", None)]
    assert timeline(session, HALL) == [
        (None, "The hall keeps it", None),
        ("Jo Ernst", "The hall will sell", "reversal"),
        (None, "The hall would sell", "hedge"),
        ("City Hall spokeswoman", "We are sold", None),
    ]
    assert timeline(session, "Port Authority") == [("Tim Vogt", "The port is ours", None)]


def test_an_institution_asked_for_by_name_brings_its_spokespersons(session: Session) -> None:
    assert flat(session, speaker=HALL) == [
        ("The hall keeps it", None, None),
        ("The hall will sell", OPPOSE, "reversal"),
        ("The hall would sell", SUPPORT, "hedge"),
        ("We are sold", None, None),
    ]
    assert quotes(session, speaker="Port Authority") == ["The port is ours"]
    assert quotes(session, speaker=HALL, limit=2) == ["The hall keeps it", "The hall will sell"]
    assert quotes(session, speaker=HALL, about="hall sell") == ["The hall will sell", "The hall would sell"]
    assert quotes(session, speaker=HALL, article="5.txt", topic=None) == ["The hall will sell", "The hall would sell"]
    assert quotes(session, speaker="Jo Ernst") == ["The hall will sell"]


def test_an_organisation_is_itself_and_its_people_and_nothing_twice(session: Session) -> None:
    # not what its former spokesman says: he is not there any more
    everyone = "The hall keeps it|The hall will sell|The hall would sell|I would not|We are sold"
    assert quotes(session, organisation="city hall") == everyone.split("|")
    in_timelines = [row.quote for row in query.timeline(session, Filters(topic=SALE.slug, organisation=HALL))]
    assert sorted(in_timelines) == sorted([*everyone.split("|"), "The hall will sell", "We are sold"])
    assert len(quotes(session)) == len(set(quotes(session))) == 17


@pytest.mark.parametrize("many", [0, 20_000])
def test_countries(session: Session, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    """Walking the days, and by speaker where those of a country said little; the merged count as whom they are."""
    monkeypatch.setattr("factbase.query.conditions.MANY", many)
    assert quotes(session, country="FRA") == ["Wait", "No sale"]
    assert quotes(session, country="SVN", since=date(2025, 2, 1)) == [
        "Sell still", "The hall keeps it", "The hall would sell",
    ]  # fmt: skip
    assert quotes(session, country="EST") == []
    assert timeline(session, HALL, country="SVN")[1] == ("Jo Ernst", "The hall will sell", "reversal")
    assert timeline(session, HALL, country="FRA") == []
    statements = [row.quote for row in query.statements(session, Filters(country="FRA"))]
    on_topic = [row.quote for row in query.statements(session, Filters(country="FRA", topic=SALE.slug))]
    with_words = [row.quote for row in query.statements(session, Filters(country="FRA", about="sale"))]
    assert (statements, on_topic, with_words) == (["No sale", "Wait"], ["No sale", "Wait"], ["No sale"])


def test_lists_of_a_country(session: Session) -> None:
    assert [row.name for row in query.speakers(session, Filters(country="SVN"))] == ["Ana Kovac", HALL]
    assert [row.name for row in query.organisations(session, Filters(country="SVN"))] == [HALL]
    assert list(query.organisations(session, Filters(country="FRA"))) == []


def test_moves(session: Session) -> None:
    rows = list(query.moves(session, Filters(topic=SALE.slug)))
    assert [(row.previous_quote, row.quote, row.change) for row in rows] == [
        ("Sell it at once", "Sell in time", "hedge"),
        ("Sell in time", "Never", "reversal"),
        ("Sell in time", "Perhaps", "hedge"),
        ("Never", "Undecided in January", "support"),
        ("Undecided in January", "Sell now", "support"),
        ("The hall will sell", "The hall would sell", "hedge"),
        ("Wait", "No sale", "hedge"),
    ]
    first = rows[0]
    assert (first.previous_said_from, first.previous_said_to) == (date(2024, 12, 28), date(2024, 12, 28))
    before = next(row for row in query.stances(session, Filters()) if row.quote == "Sell it at once")
    assert first.previous_row_id == before.row_id


def test_moves_of_an_institution_asked_for(session: Session) -> None:
    rows = query.moves(session, Filters(topic=SALE.slug, speaker=HALL))
    assert [(row.previous_quote, row.quote, row.spoken_by) for row in rows] == [
        ("The hall keeps it", "The hall will sell", "Jo Ernst"),
        ("The hall will sell", "The hall would sell", None),
    ]


def test_merged_institutions_have_one_timeline(session: Session) -> None:
    """The session is never committed."""
    connection = session.connection()
    port = {"uid": "f" * 32, "kind": GOVERNMENT, "name": "Port Authority", "statements": 0, "articles": 0}
    body = connection.scalar(sa.select(t.organisation.c.id).where(t.organisation.c.key == "port authority"))
    connection.execute(sa.insert(t.speaker).values(port | {"organisation_id": body}))
    merge(session, "Port Authority", HALL)
    assert timeline(session, HALL)[-1] == ("Tim Vogt", "The port is ours", "reversal")


def test_deciding_that_institutions_are_one_reaches_their_spokespersons(session: Session) -> None:
    """As `speaker merge` does; never committed."""
    connection = session.connection()
    itself = connection.scalar(sa.select(t.speaker.c.uid).where(t.speaker.c.name == HALL))
    body = connection.scalar(sa.select(t.organisation.c.id).where(t.organisation.c.key == "port authority"))
    vogt = connection.scalar(sa.select(t.statement.c.id).where(t.statement.c.content == "The port is ours"))
    port = {"uid": "e" * 32, "kind": GOVERNMENT, "name": "Port Authority", "statements": 0, "articles": 0}
    connection.execute(sa.insert(t.speaker).values(port | {"organisation_id": body}))
    store.merge(session, "e" * 32, str(itself), by="Ana")
    ours = sa.select(t.stance.c.institution_id).where(t.stance.c.statement_id == vogt)
    hall = sa.select(t.organisation.c.id).where(t.organisation.c.key == "city hall")
    assert connection.scalar(ours) == connection.scalar(hall)


def test_utterances_are_the_statements(session: Session) -> None:
    found = list(query.utterances(session, Filters(country="FRA")))
    assert [one.words for one in found] == ["No sale", "Wait"]
    assert len({one.speaker for one in found}) == 1
    assert len({one.article for one in found}) == 2


def test_by_which_names_people_are_spoken_of(session: Session) -> None:
    names = query.spoken_of(session)
    assert {"kovac", "ana", "rothe"} <= names
    assert "city" not in names
