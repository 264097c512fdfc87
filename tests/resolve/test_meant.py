"""Who is meant by a name in short, a pronoun or a description."""

import pytest

from tests.resolve.article import names, speakers

# Text, persons, organisations, and who is meant.
MEANT = [
    ("[I'm] late, [he's] early, [they've] gone.", "", "", [None, None, None]),
    ("[One delegate] left. “No,” [he] said. Al Roe sat. [He] slept.", "Al Roe", "",
     ["delegate", "delegate", "Al Roe"]),
    ("Al Roe sat. [A woman] left. [He] slept.", "Al Roe", "", ["woman", "Al Roe"]),
    ("[Al Roe] met Bo Poe. [Those around him] wept.", "Al Roe; Bo Poe", "", ["Al Roe", "those around him"]),
    ("[Al Roe] left. [His campaign] said so.", "Al Roe", "", ["Al Roe", "Roe campaign"]),
    ("The Roe campaign paid. [Al Roe] left. [His campaign] said so.", "Al Roe", "", ["Al Roe", "Roe campaign"]),
    ("[Al Roe] left. [His administration] said so.", "Al Roe", "", ["Al Roe", "Roe administration"]),
    ("Al Roe, 54, met Bo Poe. [Poe] left. [The 54-year-old] sat. [The 33-year-old] stood.", "Al Roe; Bo Poe; Poe", "",
     ["Bo Poe", "Al Roe", "Al Roe"]),
    ("[The 33-year-old] stood.", "", "", [None]),
    ("[Al Roe] left. [The lawmaker] sat.", "Al Roe", "", ["Al Roe", "Al Roe"]),
    ("Al Roe, a Republican, sat. [Roe] left. [The Democratic candidate] sat.", "Al Roe; Roe", "",
     ["Al Roe", "Democratic candidate"]),
    ("[Al Roe] and Bo Poe sat. [He and Mr. Poe] left.", "Al Roe; Bo Poe; Poe", "", ["Al Roe", "Al Roe; Bo Poe"]),
    ("Al Roe and Bo Poe sat. [They] left.", "Al Roe; Bo Poe", "", ["Al Roe; Bo Poe"]),
    ("Al Roe sat. Bo Poe stood. [They] left.", "Al Roe; Bo Poe", "", [None]),
    ("Al Roe sat. Bo Poe stood. [Both] left.", "Al Roe; Bo Poe", "", ["Al Roe; Bo Poe"]),
    ("[Bo Poe and Al Roe] sat. Max Vang stood. [The two] left.", "Al Roe; Bo Poe; Max Vang", "",
     ["Bo Poe; Al Roe", "Bo Poe; Al Roe"]),
    ("Al Roe sat. [Both] left. [The two] stood.", "Al Roe", "", [None, None]),
    ("Al Roe met Bo Poe. [The latter] left. [The former] sat.", "Al Roe; Bo Poe", "", ["Bo Poe", "Al Roe"]),
    ("Mayor Al Roe, Mayor Bo Poe and Max Vang sat. [Both mayors] left.", "Al Roe; Bo Poe; Max Vang", "",
     ["Al Roe; Bo Poe"]),
    ("Mr. Roe met Mrs. Poe and Mrs. Vang, not Max Mak. [The two women] left. [Both plans] fell.",
     "Roe; Poe; Vang; Max Mak", "", ["Poe; Vang", "plans"]),
    ("[Al Roe and his Danish counterpart, Bo Poe,] sat. [He and the clerk, Max Vang], left.",
     "Al Roe; Bo Poe; Max Vang", "", ["Al Roe; Bo Poe", "Al Roe; Max Vang"]),
    ("Minister of Ports Al Roe sat. [HE the Minister] left.", "Al Roe", "", ["Al Roe"]),
    ("[The deputy leader of the opposition Quay Party, Al Roe,] sat.", "Al Roe", "Quay Party", ["Al Roe"]),
    ("[The deputy leader of the opposition Quay, Al Roe,] sat.", "Quay; Al Roe", "", ["Al Roe"]),
    ("[The head of the Port Watch, PW, Deputy Mayor Al Roe,] sat. [The Port Watch, PW,] left.", "Al Roe",
     "Port Watch; PW", ["Al Roe", "Port Watch"]),
    ("[The president of the council, Chad's Al Roe,] sat. [The chair, the former MP Bo Poe,] left.", "Al Roe; Bo Poe",
     "Chad", ["Al Roe", "Bo Poe"]),
    ("[His colleague in the council, Ashton Rep. Al Roe,] sat.", "Ashton; Al Roe", "", ["Al Roe"]),
    ("[The union, Al Roe,] stood. [The rail union, Volta,] sat.", "Al Roe", "Volta", [None, "Volta"]),
    ("[A grower who gave her name only as Ana] sat. [A clerk known to Bo] left.", "Ana; Bo", "", ["Ana", "clerk"]),
    ("The Quay Alliance of Towns, or QAT, met. [QAT] left.", "", "Quay Alliance; QAT", ["Quay Alliance of Towns"]),
    ("[Maulana Al Roe] sat. [Adv Bo Poe] left.", "Al Roe; Bo Poe", "", ["Al Roe", "Bo Poe"]),
    ("Volta Motors, founded by Al Roe, [which] fell, rose.", "Al Roe", "Volta Motors", ["Volta Motors"]),
    ("It was founded by Al Roe, [which] fell.", "Al Roe", "", [None]),
    ("[Two researchers at the port] spoke. [The researchers] left.", "", "",
     ["researchers at the port", "researchers at the port"]),
    ("[Federal and state officials] spoke.", "", "Federal", ["Federal and state officials"]),
    ("Maria Soto Villar sat. [Soto] left.", "Maria Soto Villar; Soto", "", ["Maria Soto Villar"]),
    ("[Lord Roe] sat.", "Roe", "", ["Lord Roe"]),
    ("[Jane Roe KC] sat. [Roe] left.", "Jane Roe KC; Roe", "", ["Jane Roe", "Jane Roe"]),
    ("[Ukraine's General Staff] sat.", "", "General Staff", ["Ukrainian General Staff"]),
    ("[The Republic of Kenya] sat.", "", "Republic of Kenya", ["Kenya"]),
    ("[Papua New Guinea] sat. [Trinidad and Tobago's clerk] left.", "New; Trinidad", "Papua",
     ["Papua New Guinea", "Trinidad and Tobago's clerk"]),
    ("[Germany's Economy Ministry] sat. [The Ecology Ministry] left. [The ministry] stood.", "",
     "Economy Ministry; Ecology", ["German Economy Ministry", "Ecology Ministry", "German Economy Ministry"]),
    ("[Al Roe, who chairs the board, and Bo Poe, a clerk in Lima,] sat.", "Al Roe; Bo Poe", "", ["Al Roe; Bo Poe"]),
    ("[Al Roe, head of the union, and its secretary, Bo Poe,] sat.", "Al Roe; Bo Poe", "", ["Al Roe; Bo Poe"]),
    ("[Al Roe, who met Bo Poe, and Max Vang] sat.", "Al Roe; Bo Poe; Max Vang", "", ["Al Roe"]),
    ("[Al Roe, a friend of the mayor, and his wife] sat.", "Al Roe", "", ["Al Roe"]),
    ("The energy firm Volta fell. [The company] sat.", "", "Volta", ["Volta"]),
    ("[The Rosario grain exchange] sat. [About 300 trawler crew] left. [The industry] wept. [A handout] lay there.",
     "", "Rosario", ["Rosario grain exchange", "300 trawler crew", "industry", "handout"]),
    ("[Elvis Mak Chi-hang] sat. [Mak] left.", "Elvis Mak Chi-hang; Mak", "", ["Elvis Mak Chi-hang"] * 2),
    ("[A Deputy Attorney-General, Hon. Al Roe,] sat. [Its vice-chairman, Mr Bo Poe,] left.", "Al Roe; Bo Poe", "",
     ["Al Roe", "Bo Poe"]),
    ("[minister of state for inland ports Al Roe] sat.", "Al Roe", "", ["Al Roe"]),
    ("[A survey last month by the Ferry Council] lay there. [A draft seen by the board] lay there, too.", "",
     "Ferry Council", ["survey by the Ferry Council", "draft"]),
    ("[A meeting of the Ferry Council] ended.", "", "Ferry Council", ["Ferry Council"]),
    ("Anna Sofia Roe sat. [Sofia] left.", "Anna Sofia Roe; Sofia", "", ["Anna Sofia Roe"]),
    ("[Kyiv] sat.", "Kyiv", "", ["Ukraine"]),
    ("[Kyiv] sat.", "", "Kyiv", ["Ukraine"]),
    ("The World Trade Organization sat. Al Roe, head of the League of Towns, left. [The WTO chief] sat.", "Al Roe",
     "World Trade Organization; League of Towns; WTO", ["WTO chief"]),
    ("Al Roe ran. [The Roe camp] sat.", "Al Roe", "", ["Roe camp"]),
    ("Al Roe ran. The Roe campaign sat. [The Roe camp] left.", "Al Roe", "", ["Roe campaign"]),
    ("Al Roe met the union. [The welder] sat. [A hiker] fell.", "Al Roe", "", [None, "hiker"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "organisation", "expected"), MEANT)
def test_who_is_meant(text: str, person: str, organisation: str, expected: list[str | None]) -> None:
    assert names(f"T\nFirst.\nSecond.\nThird.\n{text}", person=person, organisation=organisation) == expected


TWO_MEN = "Joe Malik called Ben Roe on Monday. [He] said no."


@pytest.mark.parametrize("means", ["Joe Malik", "Ben Roe"])
def test_the_network_points_at_one_of_two_men(means: str) -> None:
    assert names(TWO_MEN, person="Joe Malik; Ben Roe", means=means) == [means]


def test_what_the_network_points_at_must_fit() -> None:
    assert names("Joe Malik called Mary Roe. [He] said no.", person="Joe Malik; Mary Roe", means="Mary") == [
        "Joe Malik"
    ]


BANK = "Sunfell paid fines. A week went by. [The bank] said no."

BOTH = "Anna Roe and Mr. Joe Malik met. A week went by. [The woman] said no."


@pytest.mark.parametrize(
    ("marked", "named", "means", "speaker"),
    [
        (BANK, {"organisation": "Sunfell"}, "Sunfell", "Sunfell"),
        (BANK, {"person": "Sunfell"}, "Sunfell", None),
        (BANK, {"organisation": "Sunfell"}, "week", None),
        (BOTH, {"person": "Anna Roe; Joe Malik"}, "Anna Roe", "Anna Roe"),
        (BOTH, {"person": "Anna Roe; Joe Malik"}, "Joe Malik", None),
    ],
)
def test_whom_the_network_is_sure_that_a_description_means(
    marked: str, named: dict[str, str], means: str, speaker: str | None
) -> None:
    [found] = speakers(marked, means=means, **named)
    assert (found.name if found and found.how == "pointed" else None) == speaker


SPOKEN_OF = [
    ("Ana Roe, an opposition leader, met President Al Poe. [The leader] slammed {President Al Poe}.",
     ["Ana Roe"]),
    ("Ana Roe met Al Poe. Roe left. [He] slammed {Al Poe}.", [None]),
    ("Al Poe met Bo Roe. [He] told him {Al Poe’s plan}.", ["Bo Roe"]),
    ("{Al Poe will go}, [his office] said.", ["Al Poe's office"]),
    ("[Al Poe] said {“He refuses to go.”}", ["Al Poe"]),
    ("Al Poe met Bo Roe. {“Bo Roe sings,”} [he] said.", ["Al Poe"]),
    ("{Al Poe was late}, [he] said.", ["Al Poe"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPOKEN_OF)
def test_who_is_spoken_of_does_not_speak(text: str, expected: list[str | None]) -> None:
    assert names(f"T\n{text}", person="Ana Roe; Roe; Al Poe; Bo Roe") == expected


def test_of_whom_he_speaks_after_another_spoke() -> None:
    text = "T\n{No}, [Bo Roe] said. {Al Poe was late}, [he] said."
    assert names(text, person="Al Poe; Bo Roe") == ["Bo Roe", "Bo Roe"]


def test_he_in_somebody_s_words_is_another() -> None:
    text = "T\nAl Poe met Bo Roe. [Al Poe] said {“[He] refuses {to go}.”}"
    assert names(text, person="Al Poe; Bo Roe") == ["Al Poe", "Bo Roe"]


def test_a_given_name_in_two_parts_is_no_family_name() -> None:
    text = "T\nLegislator Tung Hui-chen met Chen Ming-tong. [Chen] left. [Tung] sat. [Kim Jong-un] left. [Kim] sat."
    person = "Tung Hui-chen; Chen Ming-tong; Chen; Tung; Kim Jong-un; Kim"
    assert names(text, person=person) == ["Chen Ming-tong", "Tung Hui-chen", "Kim Jong-un", "Kim Jong-un"]


def test_he_is_not_whom_he_tells() -> None:
    assert names("T\n[He] told Governor Al Roe no. [He] left.", person="Al Roe") == [None, "Al Roe"]
    assert names("T\nIn [his] speech, Al Roe said no.", person="Al Roe") == ["Al Roe"]


def test_who_took_a_picture_is_not_meant() -> None:
    assert names("T\nAl Roe sat.\nPhoto: Bo Poe\n[He] left.", person="Al Roe; Bo Poe") == ["Al Roe"]
    assert names("T\nAl Roe sat.\nAn aide: Bo Poe\n[He] left.", person="Al Roe; Bo Poe") == ["Bo Poe"]


def test_a_paper_wants_nothing() -> None:
    text = "T\nPoland sat, [a text] said. [It] {} more."
    assert names(text.format("wants"), place="Poland", cue="wants") == ["text", "Poland"]
    assert names(text.format("adds"), place="Poland", cue="adds") == ["text", "text"]


def test_one_of_two_may_be_told_with_a_state() -> None:
    text = "T\n[Minister Al Roe and Chad's Bo Poe] left."
    assert names(text, person="Al Roe; Bo Poe", place="Chad") == ["Al Roe; Bo Poe"]


def test_a_place_does_not_speak_for_its_dispatch() -> None:
    text = "MANILA, Chad — [Senators] refused it" + " again and again" * 12 + ",[] warning that it was late."
    assert names(text, place="MANILA", cue="warning") == ["senators", "senators"]


def test_a_bill_is_nobody() -> None:
    assert names("Bill passes\nIt rained. [He] sat.", person="Bill") == [None]
    assert names("Bill speaks\nBill Roe came. [He] sat.", person="Bill; Bill Roe") == ["Bill Roe"]


def test_an_adjective_is_no_person() -> None:
    assert names("T\nFrench delegates sat. [He] left.", person="French") == [None]
    assert names("T\nMr. French sat. [He] left.", person="French") == ["French"]


def test_of_two_with_one_family_name_the_subject_before() -> None:
    text = "T\nKim Yo Jong, the sister of leader Kim Jong Un, sat. [Kim] left."
    assert names(text, person="Kim Yo Jong; Kim Jong Un; Kim") == ["Kim Yo Jong"]


def test_two_who_do_something_together() -> None:
    text = "T\nPresident Al Roe and Danish Prime Minister Bo Poe sat, [Roe's office] said. [They] left{}."
    person = "Al Roe; Bo Poe; Roe"
    assert names(text.format(" together"), person=person) == ["Roe's office", "Al Roe; Bo Poe"]
    assert names(text.format(""), person=person) == ["Roe's office", "Roe's office"]
