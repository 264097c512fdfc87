"""The two tables: what they weigh, and which way."""

import pytest

from factbase.document import Method, Topic
from factbase.stance import decide
from factbase.stance.model import SUPPORTS, TAKES, Evidence, siding, supports, takes, taking
from tests.stance.articles import TROOPS, article

PLAIN = Evidence(
    score=0.6,
    elsewhere=0.0,
    rejects=False,
    negations=0,
    relevance=0.6,
    by_context=False,
    quoted=False,
    nameless=False,
    by_document=False,
    words=12,
    we=False,
)


def test_each_figure_has_a_weight() -> None:
    assert TAKES.keys() == taking(PLAIN).keys() | {"bias"}
    assert SUPPORTS.keys() == siding(PLAIN).keys() | {"bias"}


@pytest.mark.parametrize(
    "more", [{"score": 1.2}, {"elsewhere": -1.2}, {"relevance": 1.2}, {"quoted": True}, {"we": True}, {"words": 5}]
)
def test_what_makes_a_position_likelier(more: dict[str, float]) -> None:
    assert takes(PLAIN._replace(**more)) > takes(PLAIN)  # type: ignore[arg-type]  # a field's name and its value


@pytest.mark.parametrize("less", ["by_context", "nameless", "by_document"])
def test_what_makes_it_less_likely(less: str) -> None:
    assert takes(PLAIN._replace(**{less: True})) < takes(PLAIN)


def test_sides() -> None:
    assert supports(PLAIN._replace(score=1.2)) > supports(PLAIN) > 0.5
    assert supports(PLAIN._replace(score=-1.2, rejects=True)) < 0.5
    assert supports(PLAIN._replace(elsewhere=-2.0)) < 0.5 < supports(PLAIN._replace(elsewhere=2.0))


def test_more_than_enough_counts_no_further() -> None:
    assert supports(PLAIN._replace(score=9.0, elsewhere=9.0)) == supports(PLAIN._replace(score=1.2, elsewhere=2.0))


LONG = (
    "what the delegates from the northern districts were told last week about the plan to send troops is that the "
    "cabinet has “thought about soldiers for a very long time” and that they should go to Sudania"
)


def test_what_needs_weighing_is_the_model_s_and_says_so() -> None:
    document, statements = article(f"Falk | said | {LONG}")
    (found,) = decide(document, statements, TROOPS)
    assert found is not None
    assert found.stance.method is Method.MODEL
    assert 0.7 <= found.stance.confidence < 1
    assert found.stance.words in LONG


def test_a_side_that_is_near_chance_is_left_out() -> None:
    lines = ("Falk | said | we will never send troops", f"Falk | said | {LONG}")
    document, statements = article(*lines)
    assert [found.stance.position.value if found else None for found in decide(document, statements, TROOPS)] == [
        "oppose",
        None,
    ]


def test_another_topic_s_words_change_nothing() -> None:
    document, statements = article(f"Falk | said | {LONG}")
    assert decide(document, statements, Topic("gas", "Norland should buy gas", ("gas",))) == (None,)
