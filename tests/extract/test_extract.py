"""The trained model on texts of all kinds: what must hold for any text, and that it reads plain ones."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbase.document import Attribution, Extraction, QuoteKind
from factbase.extract import Tagger, extract

TAGGER = Tagger(threads=1)

NEWS = (
    "Harbour bridge to stay shut until June\n"
    "The harbour bridge will not open before June, Transport Minister Ana Ruiz said on Monday. “We found cracks that "
    "nobody had seen,” she told reporters in Lisbon. “Safety comes first.”\n"
    "Shop owners said they feared for their summer. “Half of my customers come over that bridge,” said Joe Malik, who "
    "runs a café on the quay, “and now they stay away.”\n"
    "The opposition rejected the minister's account. According to a report by the port authority, the cracks were "
    "known in 2019.\n"
)


def read(text: str) -> Extraction:
    [found] = extract([text], TAGGER)
    return found


def pieces(text: str, a: Attribution) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = ([text[s:e] for s, e in spans] for spans in (a.source, a.cue, a.content))
    return source, cue, content


def test_plain_news() -> None:
    found = {" ".join(pieces(NEWS, a)[1]): a for a in read(NEWS).attributions}
    assert pieces(NEWS, found["told"])[0] == ["she"]
    assert pieces(NEWS, found["told"])[2][0] == "“We found cracks that nobody had seen,”"
    assert found["told"].quote is QuoteKind.DIRECT
    assert pieces(NEWS, found["According to"])[0] == ["a report by the port authority"]
    assert pieces(NEWS, found["According to"])[2] == ["the cracks were known in 2019"]
    assert found["According to"].quote is QuoteKind.INDIRECT


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to Ruiz, the ferry will not sail before June.", "Ruiz", "the ferry will not sail before June"),
        ("According to the port, “the ferry is safe.”", "the port", "“the ferry is safe.”"),
    ],
)
def test_the_first_words_of_a_text_may_be_a_cue(text: str, source: str, content: str) -> None:
    """Articles begin with headlines; sentences that stand by themselves do not."""
    [found] = read(text).attributions
    assert pieces(text, found)[0] == [source]
    assert pieces(text, found)[2] == [content]


LEAD = "Prime Minister Ana Roe has warned that the port of the harbour town will have to close before the winter comes."


@pytest.mark.parametrize("text", [f"KUALA LUMPUR: {LEAD}", f"Port in danger\n\nKUALA LUMPUR: {LEAD}\n\nShe left."])
def test_a_place_in_front_of_a_colon_says_nothing(text: str) -> None:
    assert [pieces(text, a)[0] for a in read(text).attributions] == [["Prime Minister Ana Roe"]]


def test_a_town_in_front_of_a_lead_s_colon_says_nothing() -> None:
    text = f"Port in danger\n\nKuala Lumpur: {LEAD}\n\nShe left."
    assert [pieces(text, a)[0] for a in read(text).attributions] == [["Prime Minister Ana Roe"]]


def test_a_name_in_front_of_a_headline_s_colon_says_it() -> None:
    text = f"ROE: We will close the port\n\n{LEAD}"
    assert [pieces(text, a)[0] for a in read(text).attributions] == [["ROE"], ["Prime Minister Ana Roe"]]


def test_names_are_found() -> None:
    names = {NEWS[e.span.start : e.span.end]: e.kind for e in read(NEWS).entities}
    assert names["Ana Ruiz"] == "person"
    assert names["Lisbon"] == "place"


def test_what_is_read_does_not_depend_on_the_neighbours() -> None:
    assert list(extract([NEWS, "Short.", NEWS], TAGGER)) == [read(NEWS), read("Short."), read(NEWS)]


def test_a_long_text_is_read_to_its_end() -> None:
    found = read(NEWS * 12).attributions
    assert len(found) >= 12 * (len(read(NEWS).attributions) - 1)
    assert found[-1].content[-1].end > len(NEWS) * 11


@pytest.mark.parametrize(
    "text", ["", " \n", "\ufeff", "\ud800", "\x00\x01", "“", "é" * 3000, "a" * 3000, "𝔸𝔹 said “𝔸”."]
)
def test_odd_texts_are_read(text: str) -> None:
    assert all_hold(text)


MARKS = ["“", "”", '"', "''", "``", "‘", "’", "\n", "\n\n", "\r\n", "\t", " ", "—", "…", ":", "\u200b", "\u00a0"]
WORDS = ["é", "e\u0301", "𝔸", "中文", "said", "don’t", "\ud83d"]
mangled = st.lists(st.sampled_from([*NEWS.split(" "), *MARKS, *WORDS]), max_size=60)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(mangled.map(" ".join), mangled.map("".join), st.text(max_size=300)))
def test_what_holds_for_any_text(text: str) -> None:
    assert all_hold(text)


def all_hold(text: str) -> bool:
    found = read(text)
    for a in found.attributions:
        assert a.content
        assert 0 <= a.confidence <= 1
        for spans in (a.content, a.source, a.cue):
            assert all(0 <= s < e <= len(text) for s, e in spans)
            assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
            assert all(not cuts_a_word(text, s) and not cuts_a_word(text, e) for s, e in spans)
        assert all(c.end <= s.start or s.end <= c.start for c in a.content for s in (*a.source, *a.cue))
    return all(0 <= e.span.start < e.span.end <= len(text) for e in found.entities)


def cuts_a_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
