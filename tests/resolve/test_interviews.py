"""Interviews of questions and answers, and words that are said without quotation marks."""

from factbase.document import Act, Attribution, Document, Entity, EntityKind, Extraction, QuoteKind, Span
from factbase.resolve import resolve
from tests.resolve.article import REGISTRY, names

INTERVIEW = """{heading}
By Kim Lund
[Q] : Is it late?
[A] : It is.
[QUESTION] : Why?
[ANSWER] : The steel."""


def interview(heading: str, person: str) -> list[str | None]:
    return names(INTERVIEW.format(heading=heading), person=person, cue=":")


def test_the_one_who_is_named_answers() -> None:
    found = interview("Jo Park on the bridge", "Jo Park; Kim Lund")
    assert found == [None, "Jo Park", None, "Jo Park"]


def test_of_two_who_are_named_nobody_is_taken() -> None:
    assert interview("Jo Park and Ana Roe on the bridge", "Jo Park; Ana Roe; Kim Lund") == [None] * 4


def test_who_wrote_it_does_not_answer() -> None:
    assert interview("The bridge", "Kim Lund") == [None] * 4


def test_i_in_a_turn_is_who_speaks() -> None:
    text = "ROE: Is it late?\nJo Park: I said so in May."

    def spans(*words: str) -> tuple[Span, ...]:
        return tuple(Span(text.rindex(w), text.rindex(w) + len(w)) for w in words)

    turn = Attribution(spans("I said so in May."), spans(":"), spans("Jo Park"), QuoteKind.DIRECT, Act.STATE, 1.0)
    inner = Attribution(spans("so in May"), spans("said"), spans("I"), QuoteKind.INDIRECT, Act.STATE, 1.0)
    person = Entity(spans("Jo Park")[0], EntityKind.PERSON)
    found = resolve(
        Document("t", text, "t.txt", "0" * 64, "text 1"), Extraction((turn, inner), (person,), ()), registry=REGISTRY
    )
    assert [speaker.name if speaker else None for speaker in found] == ["Jo Park", "Jo Park"]
