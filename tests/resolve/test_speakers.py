"""Whole articles: who each marked source is found to be."""

import pytest

from factbase.document import Document, Extraction, SpeakerKind
from factbase.resolve import resolve
from tests.resolve.article import REGISTRY, names, speakers


def test_titles_roles_pronouns_and_descriptions() -> None:
    found = names(
        """Kenya hosts grain summit
[Kenyan Foreign Minister Alfred Otieno] said on Monday that talks would resume. [Otieno], who flew to Rome, said \
[he] was hopeful. [The minister] added that [his government] would pay.
[Amina Diallo, a spokeswoman for the World Food Programme,] said stocks were low. [She] warned of famine. \
[The agency] has asked for money, [Diallo] said.
[Nairobi] rejected the claim. [The Kenyan government] said so again. [An official in the ministry] disagreed, and \
[two Western diplomats] did too.""",
        person="Alfred Otieno; Otieno; Amina Diallo; Diallo",
        organisation="World Food Programme",
        place="Rome; Nairobi",
        other="Kenyan; Western",
    )
    assert found == [
        *["Alfred Otieno"] * 4,
        "Alfred Otieno's government",
        "Amina Diallo",
        "Amina Diallo",
        "World Food Programme",
        "Amina Diallo",
        "Kenya",
        "Kenya",
        "official in the ministry",
        "Western diplomats",
    ]


def test_two_persons_in_turn() -> None:
    found = names(
        """Leaders meet
[President Joe Biden] and [Vice President Kamala Harris] met. [Biden] said [he] was fine; [Harris] said [she] was too. \
[The vice president] left. [The president] stayed.""",
        person="Joe Biden; Biden; Kamala Harris; Harris",
    )
    biden, harris = "Joe Biden", "Kamala Harris"
    assert found == [biden, harris, biden, biden, harris, harris, harris, biden]


def test_states_by_their_people_capitals_and_seats() -> None:
    found = names(
        """Budget row
[Donald Tusk] and [Viktor Orban] disagreed. [The Polish prime minister] said no. [His Hungarian counterpart] said yes. \
[Warsaw and Budapest] have said they will talk. [The Kremlin] denied it. [Kremlin spokesman Dmitry Peskov] called it a \
lie. [German Chancellor Olaf Scholz] said "fine." [The chancellor] left. [The US] and [Washington] agreed.""",
        person="Donald Tusk; Viktor Orban; Dmitry Peskov; Olaf Scholz",
        place="Warsaw; Budapest; US; Washington",
        other="Polish; Hungarian; German",
    )
    assert found == [
        "Donald Tusk",
        "Viktor Orban",
        "Donald Tusk",
        "Viktor Orban",
        "Poland; Hungary",
        "Kremlin",
        "Dmitry Peskov",
        "Olaf Scholz",
        "Olaf Scholz",
        "United States",
        "United States",
    ]


def test_outlets_documents_and_bodies() -> None:
    found = names(
        """A strike at Volta
[Jo Hardy, the union's general secretary,] said workers were angry. [Volta Motors] said it regretted the strike. \
[The carmaker] has lost money. [A poll by Gallup] found support. [The poll] said 40 percent agreed. \
[The Times of London's Kim Lee] reported it. [Lee] wrote that [sources familiar with the talks] were gloomy. \
[The Alliance for Fair Work (AFW)] objected. [AFW] said so. [Members of the union] cheered, [42 percent] did not.""",
        person="Jo Hardy; Hardy; Kim Lee; Lee",
        organisation="Volta Motors; Gallup; Times of London; AFW",
    )
    assert found == [
        "Jo Hardy",
        "Volta Motors",
        "Volta Motors",
        "poll by Gallup",
        "poll by Gallup",
        "Kim Lee",
        "Kim Lee",
        "sources familiar with the talks",
        "Alliance for Fair Work",
        "Alliance for Fair Work",
        "members of the union",
        "42 percent",
    ]


def test_what_an_outlet_writes_is_its_own() -> None:
    text = """Report
[The New York Times] reports delays. "[Officials] want more," [it] reads. "All is late," writes [the American daily]."""
    found = names(text, organisation="New York Times", other="American", cue="reads")
    assert found == ["The New York Times", "officials", "The New York Times", "The New York Times"]


NAMES = [
    ("[Jane Roe] spoke. [Roe] left.", "Jane Roe; Roe", ["Jane Roe", "Jane Roe"]),
    ("ROE QUITS\n[Roe] left. Her name: Jane Roe.", "Jane Roe", ["Jane Roe"]),
    ("[Mr. Smith] left. [Mrs. Smith] stayed. John Smith and Mary Smith.", "Smith; John Smith; Mary Smith",
     ["John Smith", "Mary Smith"]),
    ("[Sen. Charles Poe] said. [Chuck Poe] added. [Mr. Poe] left.", "Charles Poe; Chuck Poe; Poe",
     ["Charles Poe"] * 3),
    ("[Crown Prince Mohammed bin Salman] said. [Bin Salman] smiled. [King Salman] did not.",
     "Mohammed bin Salman; Bin Salman; Salman", ["Mohammed bin Salman", "Mohammed bin Salman", "Salman"]),
    ("[Ursula von der Leyen] said. [Von der Leyen] left.", "Ursula von der Leyen", ["Ursula von der Leyen"] * 2),
    ("[Putin] said no.", "Putin", ["Vladimir Putin"]),
    ("[Clinton] said no.", "Clinton", ["Clinton"]),
    ("First Lady Michelle Obama sang. [President Obama] spoke. [Mr. Obama] left.", "Michelle Obama; Obama",
     ["Barack Obama"] * 2),
    ("Jane Wimes spoke. [Wines] said so.", "Jane Wimes", ["Jane Wimes"]),
    ("[Osama bin Laden] said so.", "", ["Osama bin Laden"]),
    ("[@janeroe] said so.", "", ["@janeroe"]),
    ("[Ryan and McConnell] agreed. [They] said so. Paul Ryan, Mitch McConnell.", "Paul Ryan; Mitch McConnell",
     ["Paul Ryan; Mitch McConnell"] * 2),
    ("[Senators Sue Poe (R-Me.) and Al Roe (D-Vt.)] agreed. [The senators] left.", "Sue Poe; Al Roe",
     ["Sue Poe; Al Roe"] * 2),
    ("[Jane Roe and other parents] wept.", "Jane Roe", ["Jane Roe; parents"]),
    ("[A lawyer for the paper, Jane Roe,] spoke.", "Jane Roe", ["Jane Roe"]),
    ("In [Jane Roe's eyes] it was good. In [her view] too.", "Jane Roe", ["Jane Roe", "Jane Roe"]),
    ("[Secretary of State Jane Roe] spoke.", "Jane Roe", ["Jane Roe"]),
    ("[CNN host Jane Roe of Ohio] spoke.", "Jane Roe", ["Jane Roe"]),
    ("[An aide to Jane Roe] spoke.", "Jane Roe", ["aide to Jane Roe"]),
    ("John Poe, a lawyer for Jane Roe, sat. [Roe's lawyer] spoke; [her doctor] did not.", "John Poe; Jane Roe; Roe",
     ["John Poe", "Jane Roe's doctor"]),
    ("Jane Roe, [who] won, spoke of voters [who] left.", "Jane Roe", ["Jane Roe", "voters"]),
    ("Jane Roe, 59, of Ashton, Md., [who] saw it, wept.", "Jane Roe", ["Jane Roe"]),
    ("Jane Roe, a clerk at the bank, [who] saw it, wept.", "Jane Roe", ["Jane Roe"]),
    ("In [his] speech, John Roe wept.", "John Roe", ["John Roe"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "expected"), NAMES)
def test_names(text: str, person: str, expected: list[str]) -> None:
    assert names(text, person=person) == expected


DESCRIPTIONS = [
    ("[Several military officials] said so.", "military officials", SpeakerKind.UNNAMED),
    ("[One voter] said so.", "voter", SpeakerKind.UNNAMED),
    ("[Many of the voters] said so.", "voters", SpeakerKind.GROUP),
    ("[A number of other members of Congress] said so.", "members of Congress", SpeakerKind.GROUP),
    ("[Critics] said so.", "critics", SpeakerKind.GROUP),
    ("[Critics of the EB-5 program] said so.", "critics of the EB-5 program", SpeakerKind.GROUP),
    ("[Voters in Ana Roe's town] said so.", "voters in Ana Roe's town", SpeakerKind.GROUP),
    ("[Democrats on the panel] said so.", "Democrats on the panel", SpeakerKind.GROUP),
    ("[A study released on Friday] said so.", "study", SpeakerKind.DOCUMENT),
    ("[An arbitration panel] said so.", "arbitration panel", SpeakerKind.ORGANISATION),
    ("[The French government] said so.", "France", SpeakerKind.GOVERNMENT),
    ("[Federal and state officials] said so.", "Federal and state officials", SpeakerKind.UNNAMED),
    ("[World leaders and diplomats] said so.", "world leaders and diplomats", SpeakerKind.GROUP),
    ("[Citizens for Tax Justice] said so.", "Citizens for Tax Justice", SpeakerKind.ORGANISATION),
    ("[Reuters] said so.", "Reuters", SpeakerKind.ORGANISATION),
    ("[The U.N.] said so.", "United Nations", SpeakerKind.ORGANISATION),
    ("[AROS] said so.", "AROS", SpeakerKind.ORGANISATION),
    ("[One poster] said so.", "poster", SpeakerKind.UNNAMED),
    ("[Someone] said so.", "someone", SpeakerKind.UNNAMED),
    ("[An independent] said so.", "independent", SpeakerKind.UNNAMED),
    ("[An MP] said so.", "MP", SpeakerKind.UNNAMED),
    ("[MPs] said so.", "MPs", SpeakerKind.GROUP),
    ("[A private letter seen by the Quay] said so.", "private letter", SpeakerKind.DOCUMENT),
    ('[The "Tides" section of the site] said so.', '"Tides" section of the site', SpeakerKind.DOCUMENT),
    ("[The sentence of the court] said so.", "sentence of the court", SpeakerKind.DOCUMENT),
    ("[Police] said so.", "police", SpeakerKind.ORGANISATION),
]


@pytest.mark.parametrize(("text", "name", "kind"), DESCRIPTIONS)
def test_descriptions(text: str, name: str, kind: SpeakerKind) -> None:
    (speaker,) = speakers(f"Title\nFirst.\nSecond.\n{text}")
    assert speaker
    assert (speaker.name, speaker.kind) == (name, kind)


def test_a_poster_that_is_read_is_paper() -> None:
    (speaker,) = speakers("T\nFirst.\n[A poster] reads so.", cue="reads")
    assert speaker
    assert speaker.kind is SpeakerKind.DOCUMENT


UNKNOWN = ["[He] said so.", "[They] said so.", "[It] said so.", "[I] said so.", "[We] said so.", "[You] said so.",
           "[The senator] said so.", "[The company] said so.", "[Something] said so.", "[,] said so.", "[] said so.",
           "[who] said so.", "[His] view.", '"No one," [I] said.']  # fmt: skip


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_the_article_leaves_open_is_nobody(text: str) -> None:
    assert names(f"Title\nFirst.\nSecond.\n{text}") == [None]


def test_lead_and_later_name() -> None:
    text = "Judge bars files\n[A judge] barred them.\nThe order came late.\nJudge Jane Roe signed it, [the judge] said."
    assert names(text, person="Jane Roe") == ["Jane Roe", "Jane Roe"]


def test_other_words_for_the_speaker_before() -> None:
    text = "T\n[Jane Roe] spoke. [The 34-year-old mother of three] wept. [The general] slept."
    assert names(text, person="Jane Roe")[:2] == ["Jane Roe", "Jane Roe"]


def test_bodies_called_by_their_noun() -> None:
    text = """T
[The Roe campaign] denied it. [The campaign] said so. [The Roe team] too. [Boeing Co.] fell. [Boeing] rose. \
The National Oversight Committee met. [The panel] said no. [Ohio Police Department] came; [police] said."""
    found = names(
        text, organisation="National Oversight Committee; Boeing Co.; Boeing; Ohio Police Department", person="Roe"
    )
    assert found[:3] == ["Roe campaign"] * 3
    assert found[3] == found[4]
    assert found[5:] == ["National Oversight Committee", "Ohio Police Department", "Ohio Police Department"]


def test_first_persons() -> None:
    text = 'My view\n"[I] am late," [Jane Roe] said. "[I] ran, [we] all ran." [I] disagree.'
    found = names(text, person="Jane Roe", byline="By John Poe")
    assert found == [None, "Jane Roe", "Jane Roe", "Jane Roe", "John Poe"]


def test_editors_speak_as_we() -> None:
    (speaker,) = speakers("T\nFirst.\n[We] disagree.", outlet="nyt")
    assert speaker
    assert (speaker.name, speaker.country) == ("The New York Times", "USA")
    assert names("T\n[We] disagree.", outlet="Village Crier") == ["Village Crier"]


def test_quotation_that_runs_on() -> None:
    text = 'T\n[Jane Roe] said: "One.\n"Two[], and more."\nThen [Jim Poe] left. No more[].'
    assert names(text, person="Jane Roe; Jim Poe") == ["Jane Roe", "Jane Roe", "Jim Poe", None]


def test_role_organisation_and_country_travel_with_the_person() -> None:
    (speaker, again) = speakers(
        "T\n[Jane Roe] spoke. Later Roe, Lithuania's deputy foreign minister, left. [She] wept.", person="Jane Roe; Roe"
    )
    assert speaker
    assert again
    assert (speaker.role, speaker.organisation, speaker.country) == ("deputy foreign minister", "Lithuania", "LTU")
    assert speaker.role == again.role
    assert speaker.names == ("Roe",)
    assert again.how == "pronoun"


def test_known_names_bring_country_and_identifier() -> None:
    (speaker,) = speakers("T\n[The US] said no.", place="US")
    assert speaker
    assert (speaker.name, speaker.country, speaker.wikidata, speaker.how) == ("United States", "USA", "Q30", "registry")


def test_author_told_at_the_end() -> None:
    text = "T\nOne.\nTwo.\nThree.\n[I] disagree.\nJane Roe is a teacher in Ohio."
    assert names(text, person="Jane Roe") == ["Jane Roe"]
    assert names(text) == ["Jane Roe"]
    assert names(text.replace("One.", "One Jane Roe.")) == [None]
    assert names("By Jane Roe\nOne.\n[I] disagree.") == ["Jane Roe"]
    assert names("Why we wait\nOpinion | Jane Roe\nOne.\n[I] disagree.") == ["Jane Roe"]


def test_chiefs_and_counterparts() -> None:
    text = """T
[UN Secretary-General António Guterres] warned; [the UN chief] was grave. [Guterres's spokesman, Jean Poe,] said \
[the secretary general] would travel. [The Russian president] declined."""
    found = names(text, person="António Guterres; Guterres; Jean Poe", organisation="UN", other="Russian")
    assert found == [*["António Guterres"] * 2, "Jean Poe", "António Guterres", "Russian president"]


def test_french_government_named_by_its_adjective_alone() -> None:
    found = speakers(
        "T\n[France] said no. [The French government] agreed. [A French ministry] did not.", place="France"
    )
    assert [s.name if s else None for s in found] == ["France", "France", "French ministry"]
    assert [s.country if s else None for s in found] == ["FRA"] * 3


def test_namesakes_by_title_and_by_nearness() -> None:
    text = """T
Senator Ann Roe met Judge Bob Roe and left. It rained.
It rained on.
[Judge Roe] said so. Ann Roe came back. [Roe] sat."""
    assert names(text, person="Ann Roe; Bob Roe; Roe") == ["Bob Roe", "Ann Roe"]


def test_headline_that_runs_words_together() -> None:
    text = "Jane Roe Slams Bank\n[Jane Roe] spoke. Roe Hits Back, [Roe] said."
    assert names(text, person="Jane Roe Slams Bank; Jane Roe; Roe") == ["Jane Roe", "Jane Roe"]
    assert names("Roe Speech Flops\n[Jane Roe] spoke.", person="Roe Speech Flops; Jane Roe") == ["Jane Roe"]


def test_persons_taken_for_something_else() -> None:
    text = "T\n[Justice Roe] agreed with [Jane Poe], who left. [Poe] and [Angela Merkel] stayed."
    found = names(text, organisation="Justice Roe; Jane Poe; Angela Merkel", place="Poe")
    assert found == ["Roe", "Jane Poe", "Jane Poe", "Angela Merkel"]


def test_places_that_are_persons_and_places() -> None:
    text = "T\n[Frank Poe] spoke in Jordan Roe. [More than 13 million people] left. [Chinese] wept. [Abcd] fell."
    assert names(text, place="Frank Poe; Jordan Roe") == ["Frank Poe", "13 million people", "Chinese", None]


def test_relative_clause_belongs_to_both() -> None:
    text = "T\n[Ann Roe and Bob Poe, who both sat,] left. [The Roe and Poe campaigns] did not."
    assert names(text, person="Ann Roe; Bob Poe") == ["Ann Roe; Bob Poe", "Roe and Poe campaigns"]


def test_gender_by_the_pronouns_around() -> None:
    text = "T\nQiao Roe said she won. Dubravko Poe said he lost. It rained. [She] wept."
    assert names(text, person="Qiao Roe; Dubravko Poe") == ["Qiao Roe"]


def test_writings_and_crowds_in_the_plural() -> None:
    text = "T\n[Voters] wept. [They] said so. [A letter] came. [It] read so. [Jane Roe] spoke. [She] left. [They] sat."
    found = names(text, person="Jane Roe")
    assert found == ["voters", "voters", "letter", "letter", "Jane Roe", "Jane Roe", None]


def test_no_attributions() -> None:
    assert resolve(Document("a", "", "a", "", "text 1"), Extraction((), ()), registry=REGISTRY) == ()


def test_one_whose_name_is_withheld_speaks_on() -> None:
    found = names(
        """Talks stall
[Prime Minister Jane Roe] warned of delay. [A senior EU diplomat], who asked not to be named, said a deal was far off. \
“Everybody waits,” [the diplomat] said. [The prime minister] disagreed.""",
        person="Jane Roe",
    )
    assert found == ["Jane Roe", "senior EU diplomat", "senior EU diplomat", "Jane Roe"]


def test_names_that_the_network_left_out() -> None:
    found = speakers(
        """Ships collide
[Manila] accused its neighbour. [China's coast guard] denied it. [Human Rights Watch] asked for calm.""",
        organisation="Rights Watch",
        place="China",
    )
    assert [(s.name, s.kind) for s in found if s] == [
        ("Philippines", SpeakerKind.GOVERNMENT),
        ("China's coast guard", SpeakerKind.ORGANISATION),
        ("Human Rights Watch", SpeakerKind.ORGANISATION),
    ]


def test_delegates_without_a_name() -> None:
    found = speakers(
        """Council meets
[The representative of Benin] said the text was late. “It came at noon,” [she] added. [His counterpart from Chad] \
agreed. [The Permanent Observer for the Holy See] said so, too.""",
        place="Benin; Chad; Holy See",
        organisation="Permanent Observer",
    )
    assert [(s.name, s.kind, s.role) if s else None for s in found] == [
        ("representative of Benin", SpeakerKind.UNNAMED, "representative"),
        ("representative of Benin", SpeakerKind.UNNAMED, "representative"),
        ("representative from Chad", SpeakerKind.UNNAMED, "representative"),
        ("Permanent Observer for the Holy See", SpeakerKind.UNNAMED, "observer"),
    ]


def test_who_asks_is_not_who_answers() -> None:
    found = names(
        "Talks\n[Tom Roe] spoke at noon. Asked by the leader, [Kim Lund], about the treaty, [he] said it was over.",
        person="Tom Roe; Kim Lund",
    )
    assert found == ["Tom Roe", "Kim Lund", "Tom Roe"]


def test_a_ruler_speaks_for_the_state_that_the_article_names() -> None:
    text = "Aid blocked\n[Hungary's Roe] said no. [Prime Minister Peter Roe] left. [Slovakia's Poe], an aide, left."
    found = speakers(text, person="Peter Roe; Roe; Poe", place="Hungary; Slovakia")
    assert [s.organisation if s else None for s in found] == ["Hungary", "Hungary", None]


def test_the_subject_speaks_where_a_cue_leans_on_it() -> None:
    text = (
        "Roe meets minister,[] calls for aid.[]\nNoting that it was late, [Jane Roe] said no.[] Noting that it rained."
    )
    people = "Roe; Jane Roe"
    assert names(text, person=people, cue="calls") == ["Jane Roe", None, "Jane Roe", None]
    assert names(text, person=people, cue="Noting") == [None, "Jane Roe", "Jane Roe", None]


def test_who_refused_it_calls_it_late() -> None:
    text = "T\nLYON: [Jane Roe] refused it and[] called it late. So [Roe] refused it and[] called it late."
    assert names(text, person="Jane Roe; Roe", cue="called") == ["Jane Roe", "Jane Roe", "Jane Roe", None]


def test_who_refused_it_notes_it() -> None:
    text = "T\n[Jane Roe] refused it,[] noting that it was late. So [Roe] refused it,[] noting that it rained."
    assert names(text, person="Jane Roe; Roe", cue="noting") == ["Jane Roe", "Jane Roe", "Jane Roe", None]


def test_an_article_is_nobody() -> None:
    assert speakers("[the] asked for comment") == [None]


def test_people_who_know_are_not_just_any_group() -> None:
    found = speakers(
        "[Two people briefed on the talks] said no. [A person close to Roe] left. "
        "[Two people, granted anonymity,] too. "
        "[People in the crowd] sang.",
        person="Roe",
    )
    assert [(s.name, s.kind, s.role) if s else None for s in found] == [
        ("people briefed on the talks", SpeakerKind.UNNAMED, None),
        ("person close to Roe", SpeakerKind.UNNAMED, None),
        ("people", SpeakerKind.UNNAMED, None),
        ("people in the crowd", SpeakerKind.GROUP, None),
    ]


def test_an_office_with_the_name_in_brackets() -> None:
    [found] = speakers("Bridges\n[The Secretary of State for Transport (Jane Roe)]\nIt is late.", person="Jane Roe")
    assert found
    assert (found.name, found.role) == ("Jane Roe", "Secretary of State for Transport")
