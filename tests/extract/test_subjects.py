"""Who stands before a cue."""

import pytest

from factbase.document import Span, Spans
from factbase.extract.subjects import Parts, in_own_sentence, told_in_passive
from factbase.text import covering, paragraphs, sentences


def spans(text: str, words: list[str]) -> Spans:
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def parts(text: str, content: list[str], cue: list[str], source: list[str]) -> Parts:
    return Parts(spans(text, content), spans(text, cue), spans(text, source))


def cut(text: str, found: Parts) -> tuple[list[str], list[str], list[str]]:
    content, cue, source = ([text[s:e] for s, e in kind] for kind in (found.content, found.cue, found.source))
    return content, cue, source


LATE = "Ana Roe was quoted as saying it was late."
SAD = "“A sad day,” Mr Roe is understood to have told them."
PASSIVE = [
    (LATE, ["Ana Roe", "it was late"], ["was quoted as saying"], [], (["it was late"], "Ana Roe")),
    (LATE, ["it was late"], ["saying"], [], (["it was late"], "Ana Roe")),
    (SAD, ["“A sad day,” Mr Roe", "to have told them"], ["is understood"], [], (["“A sad day,”", "them"], "Mr Roe")),
    ("Later on Monday, the Finnish envoy, Al Poe, was cited by Tass as saying no.",
     ["the Finnish envoy, Al Poe", "no"], ["was cited"], [], (["no"], "the Finnish envoy, Al Poe")),
    ("The envoy was quoted as saying no.", ["no"], ["saying"], ["The envoy"], (["no"], "The envoy")),
    ("Roe is expected to tell the council on Monday that it rains.",
     ["Roe", "to tell the council on Monday that it rains"], ["is expected"], [], (["that it rains"], "Roe")),
    ("The board is due to propose a ban.", ["The board", "to propose a ban"], ["is due"], [], (["a ban"], "The board")),
    ("Roe is expected to set out a plan.", ["Roe", "to set out a plan"], ["is expected"], [], (["a plan"], "Roe")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "cue", "source", "expected"), PASSIVE)
def test_passives_of_saying(
    text: str, content: list[str], cue: list[str], source: list[str], expected: tuple[list[str], str]
) -> None:
    found = cut(text, told_in_passive(text, parts(text, content, cue, source), paragraphs(text)[0]))
    assert (found[0], found[2]) == (expected[0], [expected[1]])


UNCHANGED = [
    ("Ana Roe said no.", ["no"], ["said"], ["Ana Roe"]),
    ("what is left was quoted as saying no.", ["no"], ["saying"], []),  # no name, and nothing that the network took
    ("Ana Roe was quoted as saying no.", ["Ana Roe"], ["saying"], []),  # nothing would be left
]


@pytest.mark.parametrize(("text", "content", "cue", "source"), UNCHANGED)
def test_no_passive_or_nobody_in_front(text: str, content: list[str], cue: list[str], source: list[str]) -> None:
    given = parts(text, content, cue, source)
    assert told_in_passive(text, given, paragraphs(text)[0]) == given


READ_ALSO = "Read also: Talks go on – FM Poe\nRoe also said that it rains."
OWN = [
    ("the line above is another's", READ_ALSO, ["that it rains"], "said", ["FM Poe"], ["Roe"]),
    ("so is the sentence before", "The British left. But Sanchez has proposed talks.", ["talks"], "proposed",
     ["British"], ["Sanchez"]),
    ("no name alone stands before the cue", "Roe left. In the end he said no.", ["no"], "said", ["Roe"], ["Roe"]),
    ("what is quoted before", "Poe left. “No,” Roe said.", ["“No,”"], "said", ["Poe"], ["Roe"]),
    ("the source is in the sentence", "Roe said no.", ["no"], "said", ["Roe"], ["Roe"]),
    ("nobody", "Roe said no.", ["no"], "said", [], []),
    ("a content that is the name", "Poe left. Roe said.", ["Roe"], "said", ["Poe"], ["Poe"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "expected"), [row[1:] for row in OWN], ids=[row[0] for row in OWN]
)
def test_a_source_stands_in_its_sentence(
    text: str, content: list[str], cue: str, source: list[str], expected: list[str]
) -> None:
    given = parts(text, content, [cue], source)
    at = covering(sentences(text), given.cue[0].start)
    assert at is not None
    found = in_own_sentence(text, given, sentences(text)[at])
    assert cut(text, found)[2] == expected
