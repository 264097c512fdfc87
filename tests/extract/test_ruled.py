"""What is ruled out, where the network read nothing."""

import pytest

from factbase.document import Act, Attribution, QuoteKind, Span
from factbase.extract.ruled import ruled
from factbase.text import quotations, sentences


def read(text: str, found: list[Attribution]) -> list[tuple[str, str, str]]:
    out = ruled(text, sentences(text), quotations(text), found)
    return [tuple(text[slice(*spans[0])] for spans in (a.source, a.cue, a.content)) for a in out]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He did not rule out a ban.", ("He", "did not rule out", "a ban")),
        ("It rained, while Lima ruled out a loan.", ("Lima", "ruled out", "a loan")),
        ("But Ms Roe wouldn’t rule out talks, saying it was late.", ("Ms Roe", "wouldn’t rule out", "talks")),
        ("The ministry turned down the offer in May.", ("The ministry", "turned down", "the offer in May")),
        ("The Ministry of Water in Lima has not yet ruled out a dam.",
         ("The Ministry of Water in Lima", "has not yet ruled out", "a dam")),
        ("It is late, and she has ruled out more.", ("she", "has ruled out", "more")),
        ("Ana Roe, who leads the board, refused to rule out a “short” strike.",
         ("Ana Roe", "refused to rule out", "a “short” strike")),
    ],
)  # fmt: skip
def test_plain_sentences(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text, []) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "When he ruled out a ban, it rained.",
        "The mayor who ruled out a ban has left.",
        "“He did not rule out a ban,” it says.",
        "The offer was turned down by the board.",
        "The rule is out of date, and the river turned down the valley",
        "Rain is not ruled out.",
    ],
)
def test_what_is_no_plain_sentence(text: str) -> None:
    assert read(text, []) == []


def test_what_the_network_read_stays() -> None:
    text = "He did not rule out a ban. She said he ruled out talks."
    cue, report = (text.index(words) for words in ("did not rule out", "he ruled out talks"))
    known = [
        Attribution((Span(20, 25),), (Span(cue, cue + 16),), (), QuoteKind.INDIRECT, Act.STATE, 1.0),
        Attribution((Span(report, report + 18),), (), (), QuoteKind.INDIRECT, Act.STATE, 1.0),
    ]
    assert read(text, known) == []
    assert read(text, known[1:]) == [("He", "did not rule out", "a ban")]


def test_a_report_inside_a_report() -> None:
    text = "She said that Peru did not rule out a ban, while Chile ruled out talks."
    said = Attribution((Span(9, len(text) - 1),), (Span(4, 8),), (Span(0, 3),), QuoteKind.INDIRECT, Act.STATE, 1.0)
    assert read(text, [said]) == [("Peru", "did not rule out", "a ban")]
    assert read(text, []) == [("Peru", "did not rule out", "a ban"), ("Chile", "ruled out", "talks")]


def test_how_it_is_said() -> None:
    text = "They did not rule out “all of it”."
    (one,) = ruled(text, sentences(text), quotations(text), [])
    assert (one.quote, one.act, one.confidence) == (QuoteKind.DIRECT, Act.CONSIDER, 0.6)
