"""Pairs that may be one speaker."""

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from factbase import query, store
from factbase.document import Speaker, SpeakerKind
from factbase.errors import JudgementError, QueryError
from factbase.query import Filters
from factbase.store import tables as t
from tests.store.examples import GOVERNMENT, ORGANISATION, PERSON, UNNAMED
from tests.store.test_imported import imported, known
from tests.store.test_matching import COACH, SENATOR, article, merge
from tests.store.test_save import save

BOB, ROBERT = Speaker("Bob Ek", PERSON), Speaker("Robert Ek", PERSON)


def pairs(engine: Engine, filters: Filters = query.filters.EVERYTHING) -> list[tuple[str, str]]:
    with store.reading(engine) as session:
        return [(row.speaker, row.other) for row in query.suggestions(session, filters)]


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        ([SENATOR, COACH], [("Ada Roth", "Ada Roth")]),
        ([ROBERT, ROBERT, BOB], [("Bob Ek", "Robert Ek")]),
        ([ROBERT, BOB, BOB], [("Robert Ek", "Bob Ek")]),
        ([ROBERT, Speaker("Ek", PERSON)], [("Ek", "Robert Ek")]),
        ([ROBERT, Speaker("Ines Ek", PERSON)], []),
        ([Speaker("Harbour Boards Union", ORGANISATION), Speaker("HBU", ORGANISATION)],
         [("HBU", "Harbour Boards Union")]),
        ([Speaker("Harbour Labour Union", ORGANISATION), Speaker("Harbor Labor Union", ORGANISATION)], []),
        ([Speaker("Lund Labour Union", ORGANISATION), Speaker("Lund Labor Union", ORGANISATION)],
         [("Lund Labor Union", "Lund Labour Union")]),
        ([Speaker("Supreme Court", ORGANISATION), Speaker("Supreme Court", ORGANISATION)],
         [("Supreme Court", "Supreme Court")]),
        ([Speaker("Harbour Union", ORGANISATION), Speaker("Harbour Union", GOVERNMENT)], []),
        ([Speaker("police", ORGANISATION), Speaker("police", ORGANISATION)], []),
        ([Speaker("an aide", UNNAMED), Speaker("an aide", UNNAMED)], []),
        ([Speaker("Bo Roth; Bob Ek", PERSON), ROBERT], []),
    ],
)  # fmt: skip
def test_pairs(engine: Engine, speakers: list[Speaker], expected: list[tuple[str, str]]) -> None:
    save(engine, *(article(number, speaker) for number, speaker in enumerate(speakers)))
    assert pairs(engine) == expected


@pytest.fixture
def two_pairs(engine: Engine) -> Engine:
    save(engine, article(0, ROBERT, SENATOR), article(1, ROBERT), article(2, BOB), article(3, COACH))
    return engine


def test_the_likeliest_come_first_with_reason_and_score(two_pairs: Engine) -> None:
    with store.reading(two_pairs) as session:
        first, second = query.suggestions(session)
    assert (first.speaker, first.score, first.statements, first.other_statements) == ("Bob Ek", 0.74, 1, 2)
    assert first.reason == "a nickname or another spelling of the given name"
    assert second.score < first.score
    assert second.reason.startswith("the same name; no organisation in common")


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        (Filters(limit=1), 1),
        (Filters(speaker="Ek"), 1),
        (Filters(speaker="Ada Roth"), 1),
        (Filters(kind=SpeakerKind.PERSON), 2),
        (Filters(kind=SpeakerKind.GOVERNMENT), 0),
        (Filters(kind=SpeakerKind.GROUP), 0),
    ],
)
def test_filters(two_pairs: Engine, filters: Filters, number: int) -> None:
    assert len(pairs(two_pairs, filters)) == number


def test_other_filters_are_refused(two_pairs: Engine) -> None:
    with pytest.raises(QueryError, match="suggestions cannot be filtered by topic"):
        pairs(two_pairs, Filters(topic="x"))


def test_who_was_merged_is_not_suggested_again(two_pairs: Engine) -> None:
    merge(two_pairs, "Bob Ek", "Robert Ek")
    assert pairs(two_pairs) == [("Ada Roth", "Ada Roth")]


@pytest.mark.parametrize("undone", [False, True])
def test_who_was_judged_different_is_not_suggested_again(two_pairs: Engine, undone: bool) -> None:
    with store.writing(two_pairs) as session:
        uids = dict(session.connection().execute(sa.select(t.speaker.c.name, t.speaker.c.uid)).all())
        number = store.keep_apart(session, uids["Robert Ek"], uids["Bob Ek"], by="Ana")
        if undone:
            store.undo_on_speaker(session, number, by="Ana")
    assert (("Bob Ek", "Robert Ek") in pairs(two_pairs)) is undone


def test_to_judge_two_different_twice_or_one_of_itself_is_refused(two_pairs: Engine) -> None:
    with store.writing(two_pairs) as session:
        uids = dict(session.connection().execute(sa.select(t.speaker.c.name, t.speaker.c.uid)).all())
        store.keep_apart(session, uids["Robert Ek"], uids["Bob Ek"], by="Ana")
        with pytest.raises(JudgementError, match=r"Bob Ek \(\w+\) and Robert Ek \(\w+\) are two already"):
            store.keep_apart(session, uids["Bob Ek"], uids["Robert Ek"], by="Ben")
        with pytest.raises(JudgementError, match="name two speakers"):
            store.keep_apart(session, uids["Bob Ek"], uids["Bob Ek"], by="Ben")


def test_of_those_who_never_spoke_nobody_asks(engine: Engine) -> None:
    imported(engine, known("Robert Ek"), known("Bob Ek"))
    assert pairs(engine) == []
    save(engine, article(0, Speaker("R. Ek", PERSON)))
    assert pairs(engine) == [("Robert Ek", "R. Ek")]
