"""How far negations reach, and which clauses are set apart."""

import pytest

from factbase.document import Topic
from factbase.stance.scope import asides, turned, within, without
from factbase.stance.topics import compile_topic
from factbase.stance.words import tokens

SIGN = compile_topic(Topic("sign", "Norland signs the treaty", ("treaty",)))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("we will sign", 1),
        ("we will not sign", -1),
        ("we will never refuse to sign", 1),
        ("we would not only sign", 1),
        ("no power on earth can compel us to sign", -1),
        ("Norland is too proud to sign", -1),
        ("not the pact but the treaty we sign", 1),
        ("nobody objects because we sign", 1),
        ("it is unlikely to sign", -1),
        ("they lift the ban, and sign", 1),
        ("a war against those who sign", 1),
        ("he is against those who sign", -1),
        ("they did little to sign", -1),
        ("they need a little time to sign", 1),
        ("no. We sign", 1),
        ("in the disputed waters we sign", 1),
        ("they disputed that we sign", -1),
    ],
)
def test_what_is_turned_round(text: str, sign: int) -> None:
    last = turned(tokens(text), SIGN, frozenset())[-1]
    assert (last.token.word.form, last.sign) == ("sign", sign)


def test_the_proposition_s_own_words_turn_nothing() -> None:
    repeal = compile_topic(Topic("repeal", "The law should be repealed", ("law",)))
    assert [p.sign for p in turned(tokens("repeal the law"), repeal, frozenset())] == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Although he hesitated, we sign", "although he hesitated"),
        ("we sign despite the war", "despite the war"),
        ("we sign if they do", "if they do"),
        ("we sign once the truce holds", "once the truce holds"),
        ("he once signed", ""),
        ("we sign", ""),
    ],
)
def test_concessions_and_conditions(text: str, aside: str) -> None:
    words, spans = tokens(text), asides(text)
    assert " ".join(t.word.form for t in within(words, spans)) == aside
    assert len(within(words, spans)) + len(without(words, spans)) == len(words)
