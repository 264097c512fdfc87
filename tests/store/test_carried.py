"""What people decided holds in the next copy of an article, too, wherever its words have gone."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import Session

from factbase import query, store
from factbase.document import Method, Position, Reading, Span, Stance
from factbase.query import Filters
from factbase.store import Correction, NewSpeaker, Part
from factbase.store import tables as t
from tests.store.conftest import SALE
from tests.store.deciding import (
    NONE,
    Decide,
    accept,
    by,
    content,
    decide,
    position,
    reject,
    said,
    speaker_uid,
    uid,
    undo,
)
from tests.store.examples import (
    BUYERS,
    CRANE,
    DEAR,
    HARBOUR,
    MINISTRY,
    OKAFOR,
    PERSON,
    SELL,
    SOURCE,
    SUBSIDY,
    document,
    harbour,
    says,
)

LONGER = "Updated at noon. " + HARBOUR


@pytest.fixture
def first(engine: Engine) -> Engine:
    with store.writing(engine) as session:
        store.add_topic(session, SALE)
    save(engine, harbour())
    return engine


def save(engine: Engine, reading: Reading) -> None:
    """As the pipeline does it, with a position that the machine finds in "We will sell it in May"."""
    with store.writing(engine) as session:
        run = store.start_run(session, program="0", model="hand", options={})
        saved = store.save_reading(session, reading, run=run)
        taken = Stance(SALE.slug, Position.SUPPORT, 0.8, Method.RULE, "will sell")
        found = [(i, taken) for i, s in enumerate(reading.statements) if s.text == SELL]
        store.save_stances(session, saved.snapshot_id, found, topic_slug=SALE.slug, run=run)
        if saved.replaced is not None:
            store.carry(session, before=saved.replaced, after=saved.snapshot_id)
    assert store.check(engine) == []


def listed(engine: Engine) -> dict[str, str | None]:
    """The statements of the newest copy by their words, with their speakers."""
    with store.reading(engine) as session:
        return {row.quote: row.speaker for row in query.statements(session)}


def newest(engine: Engine, words: str) -> str:
    with store.reading(engine) as session:
        return uid(session, words)


def split(*words: str) -> Decide:
    def decision(session: Session) -> store.Decided:
        who = speaker_uid(session, "Ines Okafor")
        part = Part([uid(session, w) for w in words], NewSpeaker("Ana Okafor", PERSON))
        return store.Decided((store.Made(store.split(session, who, part, by="Ana"), ""),))

    return decision


def test_who_said_it_and_when(first: Engine) -> None:
    decide(first, by(SELL, "The Daily Crane"), said(SELL, "2025-03-01"), by(BUYERS, NONE))
    save(first, harbour(text=LONGER))
    assert listed(first)[SELL] == "The Daily Crane"
    assert listed(first)[BUYERS] is None
    with store.reading(first) as session:
        [row] = [row for row in query.statements(session) if row.quote == SELL]
    assert (str(row.said_from), row.review) == ("2025-03-01", "corrected")


def test_that_it_is_none(first: Engine) -> None:
    decide(first, reject(SUBSIDY))
    save(first, harbour(text=LONGER))
    assert SUBSIDY not in listed(first)


def test_what_was_accepted_stays_in_the_next_copy(first: Engine) -> None:
    """The machine reads another speaker there."""
    decide(first, accept(DEAR))
    changed = harbour(text=LONGER)
    others = tuple(replace(s, speaker=CRANE) if s.text == DEAR else s for s in changed.statements)
    save(first, replace(changed, statements=others))
    assert listed(first)[DEAR] == "Ines Okafor"


@pytest.mark.parametrize("taken", [Position.OPPOSE, None])
def test_a_position(first: Engine, taken: Position | None) -> None:
    decide(first, position(SELL, SALE.slug, taken))
    save(first, harbour(text=LONGER))
    with store.reading(first) as session:
        found = [row.position for row in query.stances(session, Filters(topic=SALE.slug))]
    assert found == ([taken] if taken else [])


def test_other_words(first: Engine) -> None:
    decide(first, content(DEAR, "too dear"))
    save(first, harbour(text=LONGER))
    assert "too dear" in listed(first)
    assert DEAR not in listed(first)


@pytest.mark.parametrize(
    "text", [LONGER, LONGER.replace("Updated", "A bridge"), HARBOUR.replace("Harbour", "The bridge, Harbour")]
)
def test_of_the_same_words_those_beside_the_statement(first: Engine, text: str) -> None:
    start = HARBOUR.index(DEAR) + len("the ")
    here = (Span(start, start + len("bridge")),)
    decide(first, lambda session: store.correct(session, [uid(session, DEAR)], Correction(content=here), by="Ben"))
    save(first, harbour(text=text))
    with store.reading(first) as session:
        wanted = sa.select(t.statement.c.start).join(t.snapshot).where(t.snapshot.c.newest)
        found = session.connection().scalar(wanted.where(t.statement.c.content == "bridge"))
    assert found == text.index(DEAR) + len("the ")


@pytest.mark.parametrize("instead", ["", "don Mondays"])
def test_what_is_set_of_words_that_are_gone_is_left_out(first: Engine, instead: str) -> None:
    """The next copy does not have them, or as parts of words."""
    decide(first, said(DEAR, "2025-03-02"), content(DEAR, "on Monday"))
    save(first, harbour(text=HARBOUR.replace("on Monday", instead)))
    with store.reading(first) as session:
        [row] = [row for row in query.statements(session) if row.quote == DEAR]
        assert [r.decided for r in query.decisions(session) if r.statement_id == newest(first, DEAR)] == [
            "said 2025-03-02; as judgement 1 on the copy before"
        ]
    assert str(row.said_from) == "2025-03-02"


def test_what_a_split_gave_to_another(first: Engine) -> None:
    decide(first, split(SELL))
    save(first, harbour(text=LONGER))
    assert listed(first)[SELL] == "Ana Okafor"
    assert listed(first)[DEAR] == "Ines Okafor"


def test_it_is_a_judgement_of_its_own(first: Engine) -> None:
    (number,) = decide(first, by(SELL, "The Daily Crane"))
    save(first, harbour(text=LONGER))
    with store.reading(first) as session:
        carried, made = query.decisions(session)
    assert made.judgement == number
    assert (carried.by, carried.decided) == (
        "Ben",
        f"speaker The Daily Crane; as judgement {number} on the copy before",
    )
    assert carried.statement_id == newest(first, SELL) != made.statement_id
    undo(first, carried.judgement)
    assert listed(first)[SELL] == "Ines Okafor"


def test_it_goes_on_to_the_third_copy(first: Engine) -> None:
    decide(first, by(SELL, "The Daily Crane"))
    save(first, harbour(text=LONGER))
    save(first, harbour(text="Again. " + LONGER))
    assert listed(first)[SELL] == "The Daily Crane"


def test_what_was_undone_does_not(first: Engine) -> None:
    undo(first, *decide(first, by(SELL, "The Daily Crane")))
    save(first, harbour(text=LONGER))
    assert listed(first)[SELL] == "Ines Okafor"


def test_words_that_are_gone(first: Engine) -> None:
    decide(first, by(SELL, "The Daily Crane"))
    text = HARBOUR.replace(SELL, "We keep it")
    save(first, Reading(document(text=text), (says(text, "We keep it", OKAFOR), says(text, SUBSIDY, MINISTRY))))
    assert listed(first) == {"We keep it": "Ines Okafor", SUBSIDY: "Ministry of Transport"}


def test_words_that_stand_twice_where_they_stood_once(first: Engine) -> None:
    """It is not known which of them was meant."""
    decide(first, by(BUYERS, "The Daily Crane"))
    text = f"{HARBOUR} Again {BUYERS}."
    reading = harbour(text=text)
    again = says(text.replace(BUYERS, "-" * len(BUYERS), 1), BUYERS, SOURCE)
    save(first, replace(reading, statements=(*reading.statements, again)))
    with store.reading(first) as session:
        found = [row.speaker for row in query.statements(session) if row.quote == BUYERS]
    assert found == ["person close to the talks"] * 2
