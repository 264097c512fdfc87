"""What people of an organisation said while they were there."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from factbase import query, store
from factbase.document import DateRange, Reading, Said, Speaker
from factbase.query import Filters
from tests.store.examples import GOVERNMENT, PERSON, document, says
from tests.store.test_imported import imported, known
from tests.store.test_matching import merge
from tests.store.test_save import save

KIRBY = Speaker("Ada Roth", PERSON, role="spokeswoman", organisation="State Department")
ELSEWHERE = replace(KIRBY, role=None, organisation=None)


def said(word: str, who: Speaker, day: str | None) -> Reading:
    text = f"It is {word}."
    told = Said(DateRange(date.fromisoformat(day), date.fromisoformat(day)), "then") if day else None
    published = None if day is None else "2030-01-01"
    return Reading(document(text=text, source=word, published=published), (says(text, word, who, said=told),))


def words(engine: Engine, filters: Filters) -> list[str]:
    with store.reading(engine) as session:
        return [row.quote for row in query.statements(session, filters)]


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        # printed with it
        ([said("one", KIRBY, "2016-05-01")], ["one"]),
        # up to a year around the days on which it is printed
        ([said("one", KIRBY, "2016-05-01"), said("two", ELSEWHERE, "2016-12-01")], ["two", "one"]),
        ([said("one", KIRBY, "2016-05-01"), said("two", ELSEWHERE, "2021-12-01")], ["one"]),
        ([said("one", KIRBY, "2016-05-01"), said("two", ELSEWHERE, "2015-04-01")], ["one"]),
        ([said("one", KIRBY, "2016-05-01"), said("two", KIRBY, "2019-05-01"), said("x", ELSEWHERE, "2017-12-01")],
         ["two", "x", "one"]),
        # but printed with another, or where no post was ever printed
        ([said("one", KIRBY, "2016-05-01"), said("two", replace(KIRBY, organisation="Pentagon"), "2016-06-01")],
         ["one"]),
        ([said("one", replace(KIRBY, role=None), "2016-05-01"), said("two", ELSEWHERE, "2016-06-01")], ["one"]),
        # a statement without a day
        ([said("one", KIRBY, "2016-05-01"), said("two", ELSEWHERE, None)], ["one", "two"]),
        ([said("one", KIRBY, None), said("two", ELSEWHERE, "2016-05-01")], ["two", "one"]),
        # a post that was
        ([said("one", replace(KIRBY, role="former spokeswoman"), "2016-05-01")], []),
        ([said("one", replace(KIRBY, role="Former spokeswoman"), "2021-05-01"), said("two", KIRBY, "2016-05-01")],
         ["two"]),
        # itself
        ([said("one", Speaker("State Department", GOVERNMENT), "2016-05-01")], ["one"]),
    ],
)  # fmt: skip
def test_while_they_were_there(engine: Engine, readings: list[Reading], expected: list[str]) -> None:
    save(engine, *readings)
    assert words(engine, Filters(organisation="State Department")) == expected
    assert words(engine, Filters(organisation="State Department", about="it")) == []
    for word in expected:
        assert words(engine, Filters(organisation="State Department", about=word)) == [word]


def test_since(engine: Engine) -> None:
    save(engine, said("one", KIRBY, "2016-05-01"), said("two", ELSEWHERE, "2016-12-01"))
    assert words(engine, Filters(organisation="State Department", since=date(2016, 6, 1))) == ["two"]


@pytest.mark.parametrize(("day", "is_there"), [("2015-04-30", False), ("2015-05-01", True), ("2017-01-20", True),
                                               ("2017-01-21", False)])  # fmt: skip
def test_the_days_that_a_person_gave_hold(engine: Engine, day: str, is_there: bool) -> None:
    told = {"role": "spokeswoman", "organisation": "State Department"}
    imported(engine, known("Ada Roth", **told, since=date(2015, 5, 1), until=date(2017, 1, 20)))
    save(engine, said("one", ELSEWHERE, day))
    assert words(engine, Filters(organisation="State Department")) == (["one"] if is_there else [])


def test_of_merged_speakers_each_has_the_posts_of_all(engine: Engine) -> None:
    bo = Speaker("Bo Ek", PERSON)
    save(engine, said("one", KIRBY, "2016-05-01"), said("two", bo, "2016-06-01"))
    assert words(engine, Filters(organisation="State Department")) == ["one"]
    merge(engine, "Bo Ek", "Ada Roth")
    assert words(engine, Filters(organisation="State Department")) == ["two", "one"]
