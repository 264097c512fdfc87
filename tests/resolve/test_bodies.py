"""Organisations and states by short, general and half names."""

import pytest

from tests.resolve.article import names, speakers

SHORT = [
    ("He read Tales fond of Volta. [Volta] left.", "Tales fond of Volta; Volta", "Volta"),
    ("The Church of Ashton met. [The Church] left.", "Church of Ashton; Church", "Church of Ashton"),
    ("The Union of Divers and the Union of Rowers met. [The Union] left.", "Union of Divers; Union of Rowers; Union",
     "Union"),
    ("The Ashton Harbour Council met. [The Harbour Council] left.", "Ashton Harbour Council; Harbour Council",
     "Ashton Harbour Council"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "organisation", "expected"), SHORT)
def test_short_names(text: str, organisation: str, expected: str) -> None:
    assert names(f"T\n{text}", organisation=organisation) == [expected]


def test_no_name_begins_with_small_words() -> None:
    (speaker,) = speakers(
        "T\nHe read Tales fond of Volta. [Al Roe, a member of Volta,] left.",
        organisation="Tales fond of Volta; Volta",
        person="Al Roe",
    )
    assert speaker
    assert speaker.organisation == "Volta"


HALVES = [
    ("South Korea met. [The South] left. [The North] stayed.", "South Korea", ["South Korea", "North Korea"]),
    ("North Korea met. [The South] left.", "North Korea; South", ["South Korea"]),
    ("South Africa met. [The South] left.", "South Africa", ["South"]),
    ("They met. [The South] left.", "", ["South"]),
    ("They met in May. So [the Wave] left.", "", ["Wave"]),
]


@pytest.mark.parametrize(("text", "place", "expected"), HALVES)
def test_halves_of_a_land(text: str, place: str, expected: list[str | None]) -> None:
    assert names(f"T\n{text}", place=place) == expected


def test_a_name_without_surname() -> None:
    (speaker,) = speakers("T\nThey met in May. So [the Wave] left.")
    assert speaker
    assert speaker.kind == "organisation"


def test_departments_for_what_states_do_are_governments() -> None:
    text = "T\n[The Department for Transport] sat. [The Department of Chess] left."
    found = speakers(text, organisation="Department for Transport; Department of Chess")
    assert [speaker and speaker.kind for speaker in found] == ["government", "organisation"]


def test_the_government_is_of_the_state_the_article_is_about() -> None:
    found = names(
        """Kenya to hold port talks
Kenya will hold talks on its ports, the Kenyan minister Al Roe said.
Ships come from Chad, Mali, Niger and Yemen. [The government] wants more of them.
In Mali it rained, [the government] said.""",
        person="Al Roe",
        place="Kenya; Chad; Mali; Niger; Yemen",
        other="Kenyan",
    )
    assert found == ["Kenya", "Mali"]


def test_the_government_is_of_the_state_whose_ministry_is_named() -> None:
    found = names(
        """Ships wait
Ships wait off Mombasa. They came from Chad and Mali. Chad's captains slept.
The Kenyan Ports Ministry met. It rained. [The government] wants more of them.""",
        organisation="Ports Ministry",
        place="Chad; Mali; Mombasa; Kenya",
        other="Kenyan",
    )
    assert found == ["Kenya"]


def test_the_government_of_two_states_alike_is_nobody() -> None:
    text = "Ships wait\nIt rained. Chad sat. Mali sat. It rained. [The government] left."
    assert names(text, place="Chad; Mali") == ["government"]


GENERAL = [
    ("The Taliban sat. The Ferry Prize met. [The organization] left.", "Taliban; Ferry Prize", "Taliban"),
    ("The Taliban sat. It. It. It. It. It. The Ferry Prize met. [The organization] left.", "Taliban; Ferry Prize",
     "Ferry Prize"),
    ("The Taliban sat. It rained. It rained. It rained. It rained. It rained. [The organization] left.", "Taliban",
     None),
    ("The Taliban sat. The Taliban left. The Taliban ate. It. It rained. It rained. It rained. It rained. It rained."
     " [The organization] left.", "Taliban", "Taliban"),
    ("The Taliban sat. It rained. It rained. It rained. It rained. It rained. [The Afghan organization] left.",
     "Taliban", "Taliban"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "organisation", "expected"), GENERAL)
def test_general_nouns_look_near(text: str, organisation: str, expected: str | None) -> None:
    assert names(f"T\n{text}", organisation=organisation) == [expected]
