import pytest

from factbase.document import Topic
from factbase.stance.lexicon import CONCEPTS
from factbase.stance.relevance import terms_in
from factbase.stance.stems import stem
from factbase.stance.topics import compile_topic


@pytest.mark.parametrize(
    ("term", "held", "not_held"),
    [
        ("troops", "our troop and its troops", "a tropical trip"),
        ("deployment", "they deployed, they are deploying, a deployment", "they deplore it"),
        ("policy", "a policy, the policies, a policy's end", "the police"),
        ("tax returns", "his Tax\nreturn", "returned a tax"),
        ("EU", "the EU's terms", "Europe"),
        ('"tax return"', "a tax return", "tax returns"),
        ("nego*", "negotiations", "renegotiate"),
        ("peace talk*", "peace talks", "peaceful talks"),
        ('"peace nego*"', "Peace negotiations", "peaces negotiated"),
        ("“tax return”", "a tax return", "tax returns"),
    ],
)
def test_terms(term: str, held: str, not_held: str) -> None:
    topic = compile_topic(Topic("t", "It is so", (term,)))
    assert terms_in(held, topic)
    assert not terms_in(not_held, topic)


def test_each_term_counts_once_by_the_longest_that_fits() -> None:
    topic = compile_topic(Topic("t", "It is so", ("war", "war crimes")))
    assert terms_in("war crimes and war", topic) == {0: 1, 15: 2}


@pytest.mark.parametrize(
    ("term", "held", "not_held"),
    [
        ("-budget", "the budgets", "the war"),
        ('-"star wars"', "seen in Star Wars", "a star at war"),
        ("-star*", "starlight", "a bastard"),
    ],
)
def test_exclusions(term: str, held: str, not_held: str) -> None:
    excluded = compile_topic(Topic("t", "It is so", ("war", term))).excluded
    assert excluded is not None
    assert excluded.search(held.lower())
    assert not excluded.search(not_held.lower())


@pytest.mark.parametrize("terms", [(), ("",), ("?!",), ("-",), ('"war',), ("a*",)])
def test_terms_that_say_nothing_match_nothing(terms: tuple[str, ...]) -> None:
    assert terms_in("any words at all", compile_topic(Topic("t", "It is so", terms))) == {}


@pytest.mark.parametrize(
    ("proposition", "head", "tone", "action"),
    [
        ("Norland sends troops to Sudania", "send", 0, True),
        ("Norland should recognise Sudania", "recogn", 0, True),
        ("Anna Berg is fit to lead the party", "fit", 1, False),
        ("The law should be repealed", "repeal", -1, True),
        ("The plan was a disaster", "disaster", -1, False),
        ("The minister did not lie", "lie", 1, False),
        ("Falk should be held in contempt", "contempt", 0, True),
        ("Norland patrols the Grey Sea", "patrol", 0, True),
        ("The Sudanians remove their ship from the shoal", "remove", 0, True),
        ("Norland's parliament passes the finance bill", "pass", 0, True),
        ("Political donations make candidates beholden", "candidat", 0, False),
        ("Taxes", "taxes", 0, True),
        ("", "", 0, True),
    ],
)
def test_propositions(proposition: str, head: str, tone: int, action: bool) -> None:
    found = compile_topic(Topic("t", proposition))
    assert (found.tone, found.action) == (tone, action)
    assert found.head == CONCEPTS.get(stem(head), stem(head))


def test_what_a_proposition_sets_aside_is_its_contrary() -> None:
    found = compile_topic(Topic("t", "The attack was an act of terror rather than a crime"))
    assert stem("crime") in found.contrary
    assert "terror" in found.predicate


def test_more_is_the_contrary_of_less() -> None:
    assert "less" in compile_topic(Topic("t", "Firms should pay more taxes")).contrary


@pytest.mark.parametrize(
    "family",
    [
        "deploy deploys deployed deploying deployment deployments",
        "elect elected election elections",
        "racist racists racism",
        "send sends sent sending",
        "sanction sanctions sanctioned sanctioning",
        "explode explosion",
        "ally allies",
        "ban bans banned banning",
    ],
)
def test_a_family_has_one_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", ["policy police", "deploy deplore", "money month", "press pres"])
def test_strangers_have_two(pair: str) -> None:
    assert len({stem(word) for word in pair.split()}) == 2
