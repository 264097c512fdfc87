"""Known persons, their offices, and their namesakes."""

from datetime import date

import pytest

from factbase.resolve.offices import has_held, holds, offices
from tests.resolve.article import REGISTRY, names, speakers

# Text, its entities, and the country that the known person of that name brings.
NAMESAKES = [
    ("[Gordon Brown] spoke in Ashton.", {}, None),
    ("[Gordon Brown] spoke to British reporters.", {"other": "British"}, "GBR"),
    ("[Gordon Brown] spoke in France.", {"place": "France"}, None),
    ("[Prime Minister Gordon Brown] spoke.", {}, "GBR"),
    ("[Gordon Brown, a retired welder,] spoke to British reporters.", {"other": "British"}, None),
    ("[Canadian Finance Minister Gordon Brown] spoke.", {"other": "Canadian"}, "CAN"),
    ("[Vladimir Putin] spoke.", {}, "RUS"),
    ("[Vladimir Putin, a violinist,] spoke.", {}, None),
]


@pytest.mark.parametrize(("text", "marked", "country"), NAMESAKES)
def test_a_known_name_needs_evidence(text: str, marked: dict[str, str], country: str | None) -> None:
    (speaker,) = speakers(f"T\n{text}", person="Gordon Brown; Vladimir Putin", **marked)
    assert speaker
    assert speaker.country == country
    assert speaker.wikidata is None or speaker.country == "RUS"


HELD = [
    ("Bernie Sanders", "the Vermont senator", None, "2016-05-01", True),
    ("Bernie Sanders", "the Texas senator", None, "2016-05-01", False),
    ("Hillary Clinton", "the former secretary of state", None, "2016-05-01", True),
    ("Hillary Clinton", "the secretary of state", None, "2016-05-01", False),
    ("Donald Trump", "the GOP presidential nominee", None, "2016-09-01", True),
    ("Emmanuel Macron", "the president", "FRA", "2024-05-17", True),
    ("Emmanuel Macron", "the president", "DEU", "2024-05-17", False),
    ("Emmanuel Macron", "the president", None, "2016-05-17", False),
    ("Emmanuel Macron", "the former", None, "2024-05-17", False),
    ("Jane Roe", "the president", None, "2024-05-17", False),
]


@pytest.mark.parametrize(("name", "asked", "country", "day", "held"), HELD)
def test_offices(name: str, asked: str, country: str | None, day: str, held: bool) -> None:
    words = [w for w in asked.split() if w != "of"]
    assert holds(name, words, country, date.fromisoformat(day)) is held


def test_offices_ever_held() -> None:
    assert has_held("Angela Merkel", frozenset({"chancellor"}))
    assert not has_held("Angela Merkel", frozenset({"welder"}))


def test_every_holder_of_an_office_is_a_known_person() -> None:
    assert [name for name in offices() if name not in REGISTRY.people] == []
    assert all(o.end is None or o.start < o.end for held in offices().values() for o in held)


def test_who_held_the_office_on_that_day() -> None:
    text = "T\nIt rained.\nOne.\nTwo.\nBernie Sanders met Hillary Clinton. [The senator from Vermont] smiled; \
[the former secretary of state] did not. [The Vermont senator] left."
    person = "Bernie Sanders; Hillary Clinton"
    sanders, clinton = "Bernie Sanders", "Hillary Clinton"
    assert names(text, person=person, place="Vermont", published="2016-05-01") == [sanders, clinton, sanders]
    assert names(text, person=person, place="Vermont")[1] != clinton


def test_a_state_owns_its_office() -> None:
    text = "T\nOne.\nBenjamin Netanyahu met Joe Biden. [Israel's prime minister] left."
    assert names(text, person="Benjamin Netanyahu; Joe Biden", place="Israel", published="2024-05-01") == [
        "Benjamin Netanyahu"
    ]
