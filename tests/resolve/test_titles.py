"""Roles and bodies beside a name: in front of it without a comma, behind it, and those that are another's."""

import pytest

from factbase.document import SpeakerKind
from factbase.resolve.registry import load_registry
from factbase.resolve.roles import phrase_role
from factbase.resolve.titles import title_phrase
from tests.resolve.article import names, speakers

REGISTRY = load_registry()

IN_FRONT = [
    ("After the leak, CEO of the Ferry Council ", "CEO of the Ferry Council"),
    ("He met the director of Volta Motors ", "director of Volta Motors"),
    ("Geology student at Ashton College ", "Geology student at Ashton College"),
    ("the president of the Lyon region ", None),
    ("the head of the Lyon chapter of the Ferry League ", "head of the Lyon chapter of the Ferry League"),
    ("Governor of Oregon ", "Governor of Oregon"),
    ("a friend of the Ferry League ", None),
    ("an aide to Volta ", None),
    ("a spokesman for Volta founder ", None),
    ("a spokesman for Sen. ", None),
    ("the mother of ", None),
    ("director of ports, ", None),
    ("a worker at the old ", None),
]


@pytest.mark.parametrize(("words", "phrase"), IN_FRONT)
def test_title_with_body_in_front(words: str, phrase: str | None) -> None:
    assert title_phrase(f"{words}Jane Roe", len(words), 0) == phrase


PHRASES = [
    ("spokesman for the Kenyan military", "spokesman", "Kenyan military", "KEN"),
    ("a clerk for the Ashton Sheriff's office", "clerk", "Ashton Sheriff's office", None),
    ("Director of the National Tide study", "Director of the National Tide study", "National Tide study", None),
    ("head of the Lyon chapter of the Ferry League", "head", "Ferry League", None),
    ("Minister of Foreign Affairs", "Minister of Foreign Affairs", None, None),
    ("Undersecretary for Education", "Undersecretary for Education", None, None),
    ("an instructor at Ashton law school", "instructor", "Ashton law school", None),
    ("a driver for Volta who left", "driver", "Volta", None),
    ("CEO of the Ferry Council", "CEO", "Ferry Council", None),
    ("an aide with Sen. Ed Vang's second campaign", "aide", "Vang campaign", None),
    ("a clerk at the Italian daily Il Ponte", "clerk", "Il Ponte", None),
    ("president of the Oregon state divers union", "president", "Oregon state divers union", None),
    ("a Korea scholar at the Tide Institute", "Korea scholar", "Tide Institute", None),
    ("an Ashton lawyer for the Tide Institute", "lawyer", "Ashton", None),
    ("vice president in the Lyon office of Volta Motors", "vice president", "Volta Motors", None),
    ("secretary of the Treasury", "secretary", "Treasury", None),
]


@pytest.mark.parametrize(("phrase", "title", "organisation", "country"), PHRASES)
def test_bodies_to_their_last_word(phrase: str, title: str, organisation: str | None, country: str | None) -> None:
    role = phrase_role(phrase, REGISTRY)
    assert role
    assert (role.title, role.organisation, role.country) == (title, organisation, country)


# Text, organisations, places, and the role and organisation of the person who speaks.
TOLD = [
    ("[CEO of the Ferry Council Jane Roe] sat.", "Ferry Council", "", ("CEO", "Ferry Council")),
    ("[Geology student at Ashton College Jane Roe] sat.", "Ashton College", "", ("Geology student", "Ashton College")),
    ("[Governor of Oregon Jane Roe] sat.", "", "Oregon", ("Governor of Oregon", "Oregon")),
    ("[Council for the Rights of Divers campaigner Jane Roe] sat.", "", "",
     ("campaigner", "Council for the Rights of Divers")),
    ("[Undersecretary for Education Mrs. Jane Roe] sat.", "", "", ("Undersecretary for Education", None)),
    ("Also [the president of the Lyon region, Jane Roe,] sat.", "", "Lyon", ("president", "Lyon")),
    ("[The secretary general of CGL (Ferry League), Jane Roe,] sat.", "Ferry League", "CGL",
     ("secretary general", "Ferry League")),
    ("[Jane Roe, undersecretary to the mayor,] sat.", "", "", ("undersecretary", None)),
    ("[Jane Roe for Clean Tides] said no.", "Clean Tides", "", (None, "Clean Tides")),
    ("[Jane Roe, of the Clean Tides,] sat.", "Clean Tides", "", (None, "Clean Tides")),
    ("They chose [Jane Roe] for Clean Tides in May.", "Clean Tides", "", (None, None)),
    ("[Jane Roe] left. According to Jane Roe, a clerk at Volta was shown tides.", "Volta", "", (None, None)),
    ("[Jane Roe] left. According to Jane Roe, a clerk at Volta, it was late.", "Volta", "", ("clerk", "Volta")),
    ("[Jane Roe] left. For Ed Vang, a clerk at Volta, Jane Roe was late.", "Volta", "", (None, None)),
    ("[Jane Roe] left. In Lyon, the mayor, Jane Roe, was late.", "", "Lyon", ("mayor", None)),
    ("[Jane Roe] left. It was a major Jane Roe donor.", "", "", (None, None)),
    ("[Jane Roe] left. For Jane Roe, a clerk who had long been in the harbour of old and had seen all of its many ships"
     " come and go under the old bridge of the small town on the coast for years on end, it was late.", "", "",
     ("clerk", None)),
    ("[Rep. Jane Roe] of Clean Tides sat.", "Clean Tides", "", ("Rep.", "House of Representatives")),
    ("[Kenyan Ports Ministry spokeswoman Jane Roe] sat.", "Kenyan Ports Ministry", "",
     ("spokeswoman", "Kenyan Ports Ministry")),
    ("[Co-author Jane Roe] sat.", "", "", ("Co-author", None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "organisation", "place", "told"), TOLD)
def test_roles_beside_a_name(text: str, organisation: str, place: str, told: tuple[str | None, str | None]) -> None:
    speaker, *_ = speakers(f"T\n{text}", person="Jane Roe; Ed Vang", organisation=organisation, place=place)
    assert speaker
    assert (speaker.name, speaker.role, speaker.organisation) == ("Jane Roe", *told)


SOURCES = [
    ("[The head of the Ferry Board Jane Roe] sat.", "Jane Roe"),
    ("[Director of the Lyon chapter of the Ferry Board Jane Roe] sat.", "Jane Roe"),
    ("[The mother of Jane Roe] sat.", "mother of Jane Roe"),
    ("[Officials from Lyon and President Roe] sat. Jane Roe left.", "officials from Lyon and President Roe"),
    ("Jane Roe and Ed Roe sat. [The Roes] left.", "Jane Roe; Ed Roe"),
    ("Jane Roe sat. [The Roes] left.", "Roes"),
    ("[Some 12,000 Greeks] left.", "12,000 Greeks"),
    ("So [the Kenyans] left.", "Kenyans"),
    ("[The Ferry Board's CEO, Jane Roe,] left.", "Jane Roe"),
    ("[Aides to Mr. Roe] sat. Jane Roe left.", "aides to Mr. Roe"),
    ("[The Kenyan Interior Ministry] sat.", "Kenyan Interior Ministry"),
]


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_whom_a_source_names(text: str, expected: str) -> None:
    body = "Ferry Board; Roes; Interior Ministry"
    found = names(f"T\n{text}", person="Jane Roe; Ed Roe", organisation=body, place="Lyon", other="Kenyan")
    assert found == [expected]


def test_he_for_whom_something_is() -> None:
    text = "T\nFor Ed Vang, a clerk in Lyon, Al Poe was late. [He] slept."
    assert names(text, person="Ed Vang; Al Poe") == ["Ed Vang"]


def test_an_explained_acronym_is_no_person() -> None:
    (speaker,) = speakers("T\n[CGL] (Ferry League) sat.", person="CGL", organisation="Ferry League")
    assert speaker
    assert (speaker.name, speaker.kind) == ("Ferry League", SpeakerKind.ORGANISATION)
