"""Whom the network thinks that pronouns and descriptions mean."""

import pytest

from factbase.document import Reference
from factbase.extract import Tagger, extract

TAGGER = Tagger(threads=1)

TWO = "Ana Ruiz spoke in Lisbon on Monday. She said that the bridge was closed and that it would open in June."


def references(text: str) -> list[tuple[str, Reference]]:
    [found] = extract([text], TAGGER)
    return [(text[slice(*r.word)], r) for r in found.references]


def likeliest(text: str, reference: Reference) -> str:
    span, _ = max(reference.means, key=lambda pair: pair[1])
    return text[slice(*span)]


def test_every_pronoun_points_back() -> None:
    text = TWO
    found = references(text)
    assert [word for word, _ in found] == ["She", "it"]
    assert likeliest(text, found[0][1]) in ("Ana", "Ruiz")
    assert likeliest(text, found[1][1]) == "bridge"


def test_chances_are_of_words_before_the_pronoun() -> None:
    for _, reference in references(TWO):
        assert all(span.end <= reference.word.start for span, _ in reference.means)
        assert 0 < sum(chance for _, chance in reference.means) <= 1.001


@pytest.mark.parametrize("text", ["", "He left.", "Nobody spoke."])
def test_nothing_to_point_at(text: str) -> None:
    assert references(text) == []


def test_a_long_text_has_each_pronoun_once() -> None:
    text = " ".join([TWO] * 30)
    found = references(text)
    assert [r.word.start for _, r in found] == sorted({r.word.start for _, r in found})
    assert len(found) == 60
    assert all(likeliest(text, r) in ("Ana", "Ruiz") for word, r in found[::2])


def test_the_words_of_a_description_that_speaks_are_asked_about() -> None:
    text = (
        "Ana Ruiz met the press on Monday. The former senator from Porto, who is 60, said that the bridge was closed."
    )
    found = references(text)
    assert [word for word, _ in found] == ["former", "senator", "from", "Porto"]
