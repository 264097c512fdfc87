"""Whom offices, roles, bodies and states mean, and what the article tells of a person."""

import pytest

from factbase.document import SpeakerKind
from tests.resolve.article import names, speakers

STATES = [
    ("[Republic of Congo's former clerk] sat.", "Congo", ["Republic of Congo's former clerk"]),
    ("[The Democratic Republic of Congo] sat.", "Congo", ["Democratic Republic of the Congo"]),
    ("China met the United States. [The two countries] left.", "China; United States", ["China; United States"]),
    ("China sat. [The two countries] left.", "China", ["countries"]),
    ("It came from China and the United States, the world's two biggest buyers, [which] paid.", "China; United States",
     ["China; United States"]),
    ("It came from China, the buyer, [which] paid.", "China", ["China"]),
    ("India's fishers sat. [The Centre] left. [The Centre for Ports] stood.", "India", ["India", "centre for Ports"]),
    ("France's fishers sat. [The Centre] left.", "France", [None]),
    ("[Abu Dhabi] sat.", "Dhabi", ["United Arab Emirates"]),
    ("[France and Germany] sat.", "Germany", ["France; Germany"]),
    ("[Jordan and Egypt] sat. [Paris Club members] left.", "Jordan; Egypt", ["Jordan; Egypt", "Paris Club members"]),
    ("It rained. [Officials from Poland and Lithuania] left.", "Poland; Lithuania",
     ["officials from Poland and Lithuania"]),
    ("It came from China and Japan, the two biggest buyers, [which together] paid.", "China; Japan", ["China; Japan"]),
    ("China -- [which] paid more -- sat.", "China", ["China"]),
    ("China sat.\nIt rained. It rained. It rained. It rained.\nJapan stood. [Both nations] left.", "China; Japan",
     ["China; Japan"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "expected"), STATES)
def test_states_together(text: str, place: str, expected: list[str]) -> None:
    assert names(f"T\n{text}", place=place) == expected


DOCUMENT_NAMES = [
    ("[A new poll] says so. The Harbour/Wire poll was taken in May. [The poll] asked all.",
     ["Harbour/Wire poll", "Harbour/Wire poll"]),
    ("[A new poll] says so. The latest Harbour poll was taken. A survey came. A Quay poll did not. [This poll] too.",
     ["Harbour poll", "Harbour poll"]),
    ("[A study being released on Tuesday by the Quay Fund and Ferry Watch] says so. It rained. [The report] says more.",
     ["study by Quay Fund and Ferry Watch"] * 2),
    ("[A report published on Monday by Quay Watch] says so. [It] says more.", ["report by Quay Watch"] * 2),
    ("[A survey] says so. A poll conducted last week for the Herald is out.", ["survey"]),
    ("[One poll] says so. The Harbour poll was taken.", ["poll"]),
    ("[A poll] says so. It rained.", ["poll"]),
    ("Al sat. [A study] says so. The study by the Harbour Institute of Tides was long.",
     ["study by Harbour Institute of Tides"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DOCUMENT_NAMES)
def test_documents_by_their_names(text: str, expected: list[str]) -> None:
    assert names(f"T\n{text}") == expected


ORGANISATIONS = [
    ("The Union of Ferry Workers met. [Al Roe, the union's leader,] spoke.", "Union of Ferry Workers",
     ("leader", "Union of Ferry Workers")),
    ("The Union of Ferry Workers met. [Its leader, Al Roe,] spoke.", "Union of Ferry Workers",
     ("leader", "Union of Ferry Workers")),
    ("The Union of Ferry Workers met. He met [its leader Al Roe].", "Union of Ferry Workers",
     ("leader", "Union of Ferry Workers")),
    ("[Al Roe, the union's leader,] spoke.", "", ("leader", None)),
    ("The Ashton Coast Guard came. [Al Roe, a spokesman for the coast guard,] spoke.", "Ashton Coast Guard",
     ("spokesman", "Ashton Coast Guard")),
    ("[Harbour Radio's Al Roe] spoke.", "Harbour Radio", (None, "Harbour Radio")),
    ("[Sen. Al Roe] spoke.", "", ("Sen.", "Senate")),
    ("[Dr. Al Roe] spoke.", "", (None, None)),
    ("[Al Roe, a Poe supporter,] spoke. Rep. Al Roe left.", "", ("Rep.", "House of Representatives")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "organisation", "told"), ORGANISATIONS)
def test_organisations_of_persons(text: str, organisation: str, told: tuple[str | None, str | None]) -> None:
    (speaker,) = speakers(f"T\n{text}", person="Al Roe", organisation=organisation)
    assert speaker
    assert (speaker.role, speaker.organisation) == told


TITLED = [
    ("US Under Secretary of State for Political Affairs", "Under Secretary of State for Political Affairs",
     "United States"),
    ("The Dutch Europe Minister", "Europe Minister", "Netherlands"),
    ("South Korean Unification Minister", "Unification Minister", "South Korea"),
    ("British Labour minister", "Labour minister", "United Kingdom"),
    ("Outgoing Harbour Board President", "outgoing President", "Harbour Board"),
    ("Turkish FM", "FM", "Turkey"),
    ("Reform UK leader", "leader", "Reform UK"),
    ("Minister for Public Expenditure", "Minister for Public Expenditure", None),
    ("A Harbour League (HL) spokesman,", "spokesman", "Harbour League"),
    ("Police publicist", "Police publicist", None),
    ("His French counterpart", None, "France"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "role", "organisation"), TITLED)
def test_titles_of_ministers_and_others(words: str, role: str | None, organisation: str | None) -> None:
    [found] = speakers(f"T\n[{words} Al Roe] sat.", person="Al Roe")
    assert found
    assert (found.role, found.organisation) == (role, organisation)


def test_a_role_before_a_courteous_name() -> None:
    [found] = speakers("T\n[Official Spokesperson, Shri Al Roe,] sat.", person="Shri Al Roe")
    assert found
    assert (found.name, found.role) == ("Al Roe", "Official Spokesperson")


def test_a_prime_minister_is_no_president() -> None:
    text = "T\n[Al Roe, the current president,] sat. Then it rained. [The prime minister] left."
    assert names(text, person="Al Roe", means="Al Roe") == ["Al Roe", "prime minister"]


# Text, places, organisations, and who speaks.
BODIES = [
    ("The Philippines sat. [The country's foreign ministry] left.", "Philippines", "",
     "Philippine foreign ministry"),
    ("[The Philippines] sat. [Its navy] left.", "Philippines", "", "Philippines; Philippine navy"),
    ("[The Philippines] sat. [Its foreign ministry] left. [Its navy] stayed.", "Philippines", "",
     "Philippines; Philippine foreign ministry; Philippine navy"),
    ("The Philippine navy sat in the Philippines. [The country's navy] left.", "Philippines", "Philippine navy",
     "Philippine navy"),
    ("It rained. [The country's navy] left.", "", "", "country's navy"),
    ("[Their neighbour, South Korea,] sat.", "South Korea", "", "South Korea"),
    ("[The treaty ally, the United States,] sat.", "United States", "", "United States"),
    ("[A neighbour, who sat in South Korea,] left.", "South Korea", "", "neighbour"),
    ("[The Tenants and Missing Keys Forum] sat.", "", "Tenants; Missing Keys Forum", "Tenants and Missing Keys Forum"),
    ("[The Tenants and Missing Keys Forum] sat.", "", "Missing Keys Forum", "Tenants and Missing Keys Forum"),
    ("[Harbour Quay TV] sat.", "", "Harbour Quay; TV", "Harbour Quay TV"),
    ("[Harbour Quay TV] sat.", "", "TV", "Harbour Quay TV"),
    ("[Harbour Quay TV] sat.", "", "", "Harbour Quay TV"),
    ("[Liberation] sat, they said.", "", "Liberation", "Liberation"),
    ("[Libération] sat, they said.", "", "Libération", "Libération"),
    ("North Korea sat. [The North's foreign ministry] left.", "North Korea", "", "North Korean foreign ministry"),
    ("After the Ferry League, the coalition said so, [the league] left.", "", "Ferry League", "Ferry League"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "organisation", "expected"), BODIES)
def test_bodies_and_states(text: str, place: str, organisation: str, expected: str) -> None:
    assert names(f"T\n{text}", place=place, organisation=organisation) == expected.split("; ")


MEMBERS = [
    "Many Euro-MPs",
    "50 of the Harbour MPs",
    "Harbour MPs",
    "Some Harbour Party MEPs",
    "Opposition figures",
]


@pytest.mark.parametrize("source", MEMBERS)
def test_members_are_a_group(source: str) -> None:
    [found] = speakers(f"T\n[{source}] sat.", organisation="Harbour MPs; Harbour Party MEPs")
    assert found
    assert found.kind is SpeakerKind.GROUP


def test_a_researcher_of_one_state_speaks_for_the_body() -> None:
    [found] = speakers(
        "T\n[Al Roe, a Chad researcher for Quay Watch,] sat.", person="Al Roe", organisation="Quay Watch"
    )
    assert found
    assert (found.role, found.organisation) == ("researcher", "Quay Watch")


def test_figures_that_count_are_paper() -> None:
    [found] = speakers("T\n[Official figures] say so.")
    assert found
    assert found.kind is SpeakerKind.DOCUMENT


def test_a_delegate_is_of_the_state_named() -> None:
    text = "T\nAl Roe, Under-Secretary-General for Political Affairs, met Mali. [The Under-Secretary-General] said no. \
[The representative of Mali] left."
    found = speakers(text, person="Al Roe", place="Mali", means="Al Roe")
    assert [s and (s.name, s.role, s.organisation) for s in found] == [
        ("Al Roe", "Under-Secretary-General for Political Affairs", None),
        ("representative of Mali", "representative", "Mali"),
    ]


def test_labels_in_capitals() -> None:
    [found] = speakers("T\n[AL ROE, PRIME MINISTER]: No.", person="AL ROE")
    assert found
    assert (found.name, found.role) == ("Al Roe", "Prime Minister")


def test_a_daily_is_no_person() -> None:
    [found] = speakers("T\n[Fakt daily] said no.", person="Fakt")
    assert found
    assert (found.name, found.kind) == ("Fakt", SpeakerKind.ORGANISATION)


def test_an_office_is_no_name() -> None:
    assert names("T\n[The Taoiseach] said no.", person="Taoiseach") == [None]


BEHIND = [
    ("[A former member of the ruling party Al Roe] said no.", "Al Roe", "former member", "ruling party"),
    ("[The secretary of the miners' union Al Roe] said no.", "Al Roe", "secretary", "miners' union"),
    ("[A member of the party Harbour] said no.", "member of the party Harbour", "member", "Harbour"),
]


@pytest.mark.parametrize(("text", "name", "role", "organisation"), BEHIND)
def test_a_person_named_behind_a_body(text: str, name: str, role: str, organisation: str) -> None:
    [found] = speakers(f"T\n{text}", person="Al Roe", organisation="Harbour")
    assert found
    assert (found.name, found.role, found.organisation) == (name, role, organisation)


def test_one_of_many_in_the_lead_is_nobody_named() -> None:
    text = "President Al Roe ordered it. [{} opposition leader] said no."
    assert names(text.format("One"), person="Al Roe") == ["opposition leader"]
    assert names(text.format("Another"), person="Al Roe") == ["opposition leader"]


def test_leaders_of_two_states_are_of_neither() -> None:
    [two, one] = speakers("T\n[The French and German leaders] sat. [The German leaders] left.")
    assert two
    assert one
    assert (two.country, two.organisation, one.country) == (None, None, "DEU")


def test_a_prime_minister_in_short() -> None:
    text = "T\n[Hungary's PM] sat. Viktor Orban left."
    assert names(text, person="Viktor Orban", place="Hungary") == ["Viktor Orban"]


def test_of_namesakes_the_one_whose_country_is_named_most() -> None:
    text = "T\n{}, [Congress] said no. [Congress leader Al Roe] left, [the party] said."
    places = "New Delhi; US"
    people = {"person": "Al Roe", "organisation": "Congress"}
    assert names(text.format("In New Delhi"), place=places, **people) == [
        "Indian National Congress", "Al Roe", "Indian National Congress",
    ]  # fmt: skip
    assert (
        names(text.format("After talks of US and American aides in Washington and New Delhi"), place=places, **people)[
            0
        ]
        == "Congress"
    )
    [_, leader, _] = speakers(text.format("In New Delhi"), place=places, **people)
    assert leader
    assert (leader.organisation, leader.country) == ("Indian National Congress", "IND")
    [found] = speakers("T\nIndia sat. [Congress leader Al Roe] left.", person="Al Roe", place="India")
    assert found
    assert (found.organisation, found.country) == ("Indian National Congress", "IND")
    assert names("T\nIndia sat. [Congress] left.", place="India") == ["Indian National Congress"]


def test_several_attorneys_general() -> None:
    [found, one] = speakers(
        "T\nAl Roe, the attorney general, sat. [Attorneys general] left. [The attorney general] sat."
    )
    assert found
    assert one
    assert (found.name, found.kind, one.kind) == ("attorneys general", SpeakerKind.UNNAMED, SpeakerKind.UNNAMED)


def test_an_office_of_a_body_is_no_name() -> None:
    text = "T\nNATO Secretary General Al Roe sat. [The NATO Secretary General] left."
    assert names(text, person="Al Roe", organisation="NATO") == ["Al Roe"]


def test_a_title_is_whose_it_is() -> None:
    text = "T\nMinority Leader Al Roe sat. [President Bo Poe] left. [The Minority Leader] stood. [The leader] sat."
    assert names(text, person="Al Roe; Bo Poe") == ["Bo Poe", "Al Roe", "Al Roe"]


def test_a_transcript_is_one_even_if_e_mailed() -> None:
    assert names("T\n[A transcript e-mailed by an aide] says so.") == ["transcript"]
    assert names("T\n[Many college-educated voters] say so.") == ["college-educated voters"]


def test_a_sunday_paper_keeps_its_day() -> None:
    assert names("T\n[The Sunday Times] sat.", organisation="Sunday Times") == ["The Sunday Times"]
    assert names("T\n[The Sunday Times] sat.", person="Times") == ["The Sunday Times"]


def test_a_party_is_no_army() -> None:
    text = "T\n[The Bharatiya Janata Party] sat. [{}] left."
    party = {"organisation": "Bharatiya Janata Party", "means": "Bharatiya"}
    assert names(text.format("The army"), **party) == ["Bharatiya Janata Party", None]
    assert names(text.format("The party"), **party) == ["Bharatiya Janata Party"] * 2


def test_a_ministry_is_named_with_its_field() -> None:
    assert names("T\n[The Ministry of External Affairs] sat.", organisation="External Affairs") == [
        "Ministry of External Affairs"
    ]


OTHERS = [
    ("[Chief Minister Al Roe Saturday] said no.", ["Al Roe"]),
    ("[A State Department spokesman] sat. Secretary of State Al Roe left.", ["State Department spokesman"]),
    ("Press secretary Al Roe sat. It rained. [The spokesman] left.", ["Al Roe"]),
    ("The board sat. [Three of them] left.", [None]),
    ("[Neither Chad nor Mali] sat.", ["Chad; Mali"]),
    ("[A report by a rights group released Tuesday] says so.", ["report by a rights group"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_descriptions_of_others(text: str, expected: list[str | None]) -> None:
    assert (
        names(f"T\n{text}", person="Al Roe", place="Chad; Mali", organisation="State Department; Harbour") == expected
    )
