import pytest

from factbase.document import Span
from factbase.resolve.beside import affiliation, party_after, role_after, role_before, role_in_front
from factbase.resolve.registry import load_registry
from factbase.resolve.roles import phrase_role

REGISTRY = load_registry()

BEFORE = [  # what stands before "Jane Roe": title, organisation, country
    ("French President ", "President", "France", "FRA"),
    ("the Lithuanian Foreign Minister ", "Foreign Minister", "Lithuania", "LTU"),
    ("Lithuania's foreign minister ", "foreign minister", "Lithuania", "LTU"),
    ("said Roe campaign manager ", "campaign manager", "Roe campaign", None),
    ("White House press secretary ", "press secretary", "White House", None),
    ("Bank of Japan governor ", "governor", "Bank of Japan", None),
    ("Chairman of the Joint Chiefs of Staff Gen. ", "Chairman of the Joint Chiefs of Staff Gen.", None, None),
    ("Secretary of State ", "Secretary of State", None, None),
    ("Transport Minister ", "Transport Minister", None, None),
    ("Information Minister ", "Information Minister", None, None),
    ("French UN Ambassador ", "Ambassador", "United Nations", "FRA"),
    (
        "Chadian Deputy Permanent Representative to the United Nations ",
        "Deputy Permanent Representative",
        "Chad",
        "TCD",
    ),
    ("Trinidad and Tobago's Prime Minister Dr. ", "Prime Minister", "Trinidad and Tobago", "TTO"),
    ("World Trade Organization (WTO) Director General ", "Director General", "World Trade Organization", None),
    ("the former prime minister ", "former prime minister", None, None),
    ("Miami-based lawyer ", "lawyer", None, None),
    ("their UN envoy ", "envoy", "United Nations", None),
    ("the Polish government spokeswoman ", "spokeswoman", "Poland", "POL"),
]


@pytest.mark.parametrize(("words", "title", "organisation", "country"), BEFORE)
def test_titles(words: str, title: str, organisation: str | None, country: str | None) -> None:
    role = role_before(f"{words}Jane Roe", len(words), 0, REGISTRY)
    assert role
    assert (role.title, role.organisation) == (title, organisation)
    assert country is None or role.country == country


@pytest.mark.parametrize("words", ["said ", "In Paris, ", "“", "and of ", "Friday. ", "x\n"])
def test_no_title(words: str) -> None:
    assert role_before(f"{words}Jane Roe", len(words), 0, REGISTRY) is None


@pytest.mark.parametrize(("words", "gender"), [("Mr. ", "m"), ("Queen ", "f"), ("Mrs ", "f")])
def test_titles_that_tell_a_gender(words: str, gender: str) -> None:
    role = role_before(f"{words}Roe", len(words), 0, REGISTRY)
    assert role
    assert role.gender == gender


AFTER = [  # what follows the name: title, organisation
    (", Lithuania's foreign minister,", "foreign minister", "Lithuania"),
    (", the executive director of the Arms Control Association,", "executive director", "Arms Control Association"),
    (", Chairman of the Joint Chiefs of Staff,", "Chairman of the Joint Chiefs of Staff", "Joint Chiefs of Staff"),
    (", 45, a spokeswoman for the foreign ministry,", "spokeswoman", "foreign ministry"),
    (", who heads the Budget Office,", "head", "Budget Office"),
    (", who chairs the Ethics Committee,", "chair", "Ethics Committee"),
    (" (R-Ohio), a Roe campaign aide,", "campaign aide", "Roe campaign"),
    (" is the mayor of Lyon.", "mayor", "Lyon"),
    (" — a former teacher —", "former teacher", None),
    (" of Ohio, the panel's ranking Democrat,", "ranking Democrat", "panel"),
    (", a vice president for policy for the Center for Work,", "vice president for policy", "Center for Work"),
    (", an adviser in the Poe administration,", "adviser", "Poe administration"),
    (", Roe's wife,", "wife", None),
]


@pytest.mark.parametrize(("words", "title", "organisation"), AFTER)
def test_apposition(words: str, title: str, organisation: str | None) -> None:
    text = f"Jane Roe{words} said so"
    role = role_after(text, 8, len(text), REGISTRY)
    assert role
    assert (role.title, role.organisation) == (title, organisation)


@pytest.mark.parametrize("words", [" said no.", ", said the paper.", ", for example, left", ", 45, left", ","])
def test_no_apposition(words: str) -> None:
    text = f"Jane Roe{words}"
    assert role_after(text, 8, len(text), REGISTRY) is None


def test_role_with_the_name_behind_it() -> None:
    text = "The foreign minister of France, Jane Roe, left."
    start = text.index("Jane")
    role = role_in_front(text, Span(start, start + 8), 0, REGISTRY)
    assert role
    assert (role.title, role.organisation, role.country) == ("foreign minister", "France", "FRA")


IN_FRONT = [
    ("LYON (Wire) - France's foreign minister, Jane Roe, left.", "foreign minister", "France"),
    ("a plan that the bank's governor, Jane Roe, likes", "governor", "bank"),
    ("Shadow chancellor, Jane Roe agreed.", "Shadow chancellor", None),
    ("Its leader, Jane Roe, left.", "leader", "its"),
    ("In May, Jane Roe left.", None, None),
    ("It has hurt the nominee, Jane Roe said.", None, None),
    ("The vote angered the mayor, Jane Roe said.", None, None),
]


@pytest.mark.parametrize(("text", "title", "organisation"), IN_FRONT)
def test_what_stands_before_a_comma(text: str, title: str | None, organisation: str | None) -> None:
    start = text.index("Jane")
    role = role_in_front(text, Span(start, start + 8), 0, REGISTRY)
    assert (role.title if role else None, role.organisation if role else None) == (title, organisation)


def test_deputies_are_not_what_they_stand_in_for() -> None:
    role = phrase_role("the vice president", REGISTRY)
    assert role
    assert role.nouns == {"vice-president"}


def test_houses_and_parties() -> None:
    senator = phrase_role("a senator", REGISTRY)
    nominee = phrase_role("the Republican nominee", REGISTRY)
    plumber = phrase_role("a retired teacher", REGISTRY)
    assert senator
    assert nominee
    assert plumber
    assert (senator.chamber, nominee.chamber, plumber.chamber) == ("Senate", None, None)
    assert (senator.party, nominee.party, plumber.party) == (None, "Republican Party", None)


@pytest.mark.parametrize(
    ("note", "party"),
    [
        (" (R-Ohio)", "Republican Party"),
        (", Democrat of Iowa,", "Democratic Party"),
        (" (I-Vt.)", None),
        (" left", None),
    ],
)
def test_parties(note: str, party: str | None) -> None:
    assert party_after(f"Jane Roe{note}", 8) == party


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("CNN's Jane Roe said", "CNN"),
        ("Jane Roe of Reuters said", "Reuters"),
        ("Jane Roe at the National Review said", "National Review"),
        ("Jane Roe of Ashton University said", "Ashton University"),
        ("France's Jane Roe said", None),
        ("Jane Roe of Ohio said", None),
    ],
)
def test_known_body_beside_a_name(text: str, body: str | None) -> None:
    start = text.index("Jane")
    assert affiliation(text, start, start + 8, REGISTRY) == body


def test_of_two_roles_the_first() -> None:
    role = phrase_role("the EU's foreign policy chief and a former Estonian prime minister", REGISTRY)
    assert role
    assert (role.title, role.organisation) == ("foreign policy chief", "European Union")


@pytest.mark.parametrize(
    "phrase",
    ["has run the Friends of the Ferry", "told a voter", "the Democrats", "a winter", "the leader board", "ballots''"],
)
def test_no_role(phrase: str) -> None:
    assert phrase_role(phrase, REGISTRY) is None


PHRASES = [
    ("a retired welder", "retired welder", None, None),
    ("director of economic development.", "director of economic development", None, None),
    ("a professor of modern history at Ashton University", "professor of modern history", "Ashton University", None),
    ("head of the small advocacy group Ferries for All", "head", "Ferries for All", None),
    ("a nurse in Lyon", "nurse", None, None),
    ("a spokeswoman for the coast guard", "spokeswoman", "coast guard", None),
    ("Former Danish prime minister", "former prime minister", "Denmark", "DNK"),
    ("president and CEO.", "president and CEO", None, None),
    ("a Ferry Board spokesman said", "spokesman", "Ferry Board", None),
]


@pytest.mark.parametrize(("phrase", "title", "organisation", "country"), PHRASES)
def test_titles_as_printed(phrase: str, title: str, organisation: str | None, country: str | None) -> None:
    role = phrase_role(phrase, REGISTRY)
    assert role
    assert (role.title, role.organisation, role.country) == (title, organisation, country)


def test_whom_somebody_serves_is_another() -> None:
    words = "Press Secretary of the President of Chad "
    role = role_before(f"{words}Jane Roe", len(words), 0, REGISTRY)
    assert role
    assert (role.title, role.country, role.nouns) == (words.strip(), "TCD", frozenset(("secretary",)))


DATED = [
    ("prime minister between 1984 to 1989 during the rule of Al Roe", "prime minister", None),
    ("the current mayor of Ashton", "mayor", "Ashton"),
    ("mayor on April 3", "mayor", None),
    ("Opposition Spokesman on Foreign Affairs", "Opposition Spokesman on Foreign Affairs", None),
    ("Independent senator", "senator", None),
    ("president of the Ferry Board since March 2010", "president", "Ferry Board"),
]


@pytest.mark.parametrize(("phrase", "title", "organisation"), DATED)
def test_when_somebody_was_something_is_no_part_of_it(phrase: str, title: str, organisation: str | None) -> None:
    role = phrase_role(phrase, REGISTRY)
    assert role
    assert (role.title, role.organisation) == (title, organisation)


def test_where_a_former_envoy_is_now() -> None:
    role = phrase_role("a former U.S. negotiator now at the Ferry Institute for Peace", REGISTRY)
    assert role
    assert (role.title, role.organisation) == ("former negotiator", "Ferry Institute for Peace")
