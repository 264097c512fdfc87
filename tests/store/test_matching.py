"""Who is known from other articles."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from factbase import store
from factbase.document import Reading, Speaker
from factbase.store import tables as t
from factbase.store import uid
from tests.store.dump import dump
from tests.store.examples import GOVERNMENT, ORGANISATION, PERSON, document, says
from tests.store.test_save import column, save

SENATOR = Speaker("Ada Roth", PERSON, role="Senator", organisation="Senate", country="USA")
COACH = Speaker("Ada Roth", PERSON, role="coach", organisation="Lund Rovers")
PLAIN = Speaker("Ada Roth", PERSON)
RUSSIAN = Speaker("Ministry of Defence", GOVERNMENT, country="RUS")
UKRAINIAN = Speaker("Ministry of Defence", GOVERNMENT, country="UKR")


def article(number: int, *speakers: Speaker, source: str | None = None) -> Reading:
    """In which each of them says a word."""
    words = [f"Word{number}x{i}" for i in range(len(speakers))]
    text = f"Article {number}. " + " ".join(f"{word} is said." for word in words)
    found = tuple(says(text, word, who) for word, who in zip(words, speakers, strict=True))
    return Reading(document(text=text, source=source or f"{number}.txt"), found)


def who_said(engine: Engine) -> list[int]:
    """The numbers of the speakers of all statements, by order of first appearance: [0, 0, 1]."""
    numbers = column(engine, t.statement.c.speaker_id)
    order = list(dict.fromkeys(numbers))
    return [order.index(number) for number in numbers]


def one_each(speakers: Sequence[Speaker]) -> list[Reading]:
    return [article(number, speaker) for number, speaker in enumerate(speakers)]


@pytest.mark.parametrize(
    ("speakers", "numbers"),
    [
        # the same full name, and nothing that contradicts
        ([PLAIN, SENATOR, PLAIN], [0, 0, 0]),
        ([SENATOR, replace(SENATOR, role="President", organisation=None)], [0, 0]),
        # namesakes, and then somebody of whom nobody knows which
        ([SENATOR, COACH], [0, 1]),
        ([SENATOR, COACH, PLAIN], [0, 1, 2]),
        ([SENATOR, COACH, replace(COACH, organisation=None), replace(SENATOR, role="senator")], [0, 1, 1, 0]),
        ([SENATOR, replace(SENATOR, country="NOR")], [0, 1]),
        # other forms of the name
        ([SENATOR, Speaker("Ada Q. Roth", PERSON), Speaker("Sen. Ada Roth", PERSON)], [0, 0, 0]),
        ([Speaker("Robert Roth", PERSON, role="Senator"), Speaker("Bob Roth", PERSON, role="senator")], [0, 0]),
        ([Speaker("Robert Roth", PERSON, role="Senator"), Speaker("Bob Roth", PERSON)], [0, 1]),
        ([Speaker("Adam Roth", PERSON, role="builder"), Speaker("Adam Roth Jr.", PERSON, role="builder")], [0, 1]),
        # a surname alone
        ([SENATOR, Speaker("Roth", PERSON, role="Senator", organisation="Senate")], [0, 0]),
        ([SENATOR, Speaker("Roth", PERSON, role="Senator")], [0, 1]),
        ([replace(SENATOR, names=("Roth",)), Speaker("Roth", PERSON)], [0, 1]),
        ([Speaker("Roth", PERSON, role="Senator", organisation="Senate"), SENATOR], [0, 1]),
        # several who speak together are known by their names
        ([Speaker("Ada Roth; Bo Ek", PERSON), Speaker("Ada Roth; Bo Ek", PERSON, role="Senators")], [0, 0]),
        ([Speaker("Ada Roth; Bo Ek", PERSON), Speaker("Bo Ek", PERSON), Speaker("Ada Ek", PERSON)], [0, 1, 2]),
        # bodies
        ([RUSSIAN, UKRAINIAN, RUSSIAN, UKRAINIAN], [0, 1, 0, 1]),
        ([RUSSIAN, replace(RUSSIAN, country=None)], [0, 1]),
        ([Speaker("Gazprom", ORGANISATION), Speaker("Gazprom", ORGANISATION, country="RUS")], [0, 0]),
        ([Speaker("police", ORGANISATION), Speaker("police", ORGANISATION)], [0, 1]),
        ([Speaker("Harbour Board Union", ORGANISATION, names=("HBU",)), Speaker("HBU", ORGANISATION)], [0, 0]),
        ([Speaker("Daily Post", ORGANISATION, names=("Post",)), Speaker("Post", ORGANISATION)], [0, 1]),
    ],
)  # fmt: skip
def test_who_is_known(engine: Engine, speakers: list[Speaker], numbers: list[int]) -> None:
    save(engine, *one_each(speakers))
    assert who_said(engine) == numbers
    assert store.check(engine) == []


def test_saving_again_changes_nothing(engine: Engine) -> None:
    readings = one_each([SENATOR, COACH, PLAIN, Speaker("Bo Ek", PERSON), RUSSIAN, UKRAINIAN])
    save(engine, *readings)
    before = dump(engine)
    save(engine, *readings)
    assert dump(engine) == before


def test_two_of_one_article_are_never_one(engine: Engine) -> None:
    save(engine, article(0, SENATOR), article(1, Speaker("Ada Q. Roth", PERSON), SENATOR))
    assert who_said(engine) == [0, 1, 0]


def test_a_changed_article_keeps_its_people(engine: Engine) -> None:
    """Even if others of their names came since."""
    save(engine, article(0, PLAIN, source="a.txt"), article(1, COACH), article(2, SENATOR))
    save(engine, article(3, PLAIN, source="a.txt"))
    numbers = who_said(engine)
    assert numbers[-1] == numbers[0]


def test_a_namesake_is_told_apart_by_the_statement_that_introduced_it(engine: Engine) -> None:
    save(engine, *one_each([SENATOR, COACH]))
    [_, second] = column(engine, t.statement.c.uid)
    assert column(engine, t.speaker.c.uid) == [
        uid.of_speaker(PERSON, "ada roth", introduced_by=""),
        uid.of_speaker(PERSON, "ada roth", introduced_by=str(second)),
    ]


def merge(engine: Engine, one: str, into: str) -> None:
    """As a judgement leaves it."""
    with store.writing(engine) as session:
        rows = dict(session.connection().execute(sa.select(t.speaker.c.name, t.speaker.c.id)).all())
        moved = sa.update(t.speaker).where(t.speaker.c.id == rows[one]).values(canonical_id=rows[into])
        session.connection().execute(moved)


def test_whom_people_merged_is_one_candidate(engine: Engine) -> None:
    """And a statement stays with the one of the two whose name it has, so that undoing the merge parts them again."""
    bob = Speaker("Bob Ek", PERSON, role="builder")
    save(engine, *one_each([Speaker("Robert Ek", PERSON), bob]))
    merge(engine, "Bob Ek", "Robert Ek")
    save(engine, article(7, Speaker("Bob Ek", PERSON)), article(8, Speaker("Rob Ek", PERSON, role="builder")))
    assert who_said(engine) == [0, 1, 1, 0]
