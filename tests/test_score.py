"""The project's scorer on hand-made spans, and against the benchmark's own where that is at hand."""

import pytest

from factbase.document import Span, Spans
from factbase.score import Figures, Scored, attributions, matches

TEXT = "The mayor said the old bridge will open soon . Critics doubt it ."


def spans(*words: str) -> Spans:
    return tuple(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


GOLD = [
    Scored(spans("the old bridge will open soon"), spans("The mayor")),
    Scored(spans("it"), spans("Critics")),
]


def figures(*predicted: Scored) -> dict[str, Figures]:
    return attributions([(TEXT, predicted, GOLD)])


def test_all_right() -> None:
    assert set(figures(*GOLD).values()) == {Figures(1.0, 1.0, 1.0)}


def test_nothing_found() -> None:
    assert set(figures().values()) == {Figures(0.0, 0.0, 0.0)}


def test_half_of_the_content_is_enough_but_not_exact() -> None:
    found = figures(Scored(spans("old bridge will"), spans("The mayor")))
    assert found["content_half"] == found["attribution"] == Figures(1.0, 0.5, 0.6667)
    assert found["content_exact"] == found["attribution_strict"] == Figures(0.0, 0.0, 0.0)


def test_the_source_counts() -> None:
    found = figures(Scored(spans("the old bridge will open soon"), spans("Critics")), GOLD[1])
    assert found["content_exact"].f1 == 1.0
    assert found["attribution"] == Figures(0.5, 0.5, 0.5)


def test_marks_never_count() -> None:
    assert (
        figures(Scored(spans("the old bridge will open soon ."), spans("The mayor")), GOLD[1])["content_exact"].f1
        == 1.0
    )


def test_one_gold_statement_is_matched_once() -> None:
    twice = Scored(spans("the old bridge will open soon"), spans("The mayor"))
    assert matches(TEXT, [twice, twice], GOLD) == {0: 0}


@pytest.mark.parametrize("source", [(), spans("mayor")])
def test_matches_need_the_source(source: Spans) -> None:
    assert matches(TEXT, [Scored(GOLD[0].content, source)], GOLD) == ({0: 0} if source else {})
