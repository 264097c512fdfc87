"""Whatever the words, an answer for each statement, and its words verbatim."""

from hypothesis import given
from hypothesis import strategies as st

from factbase.document import Act, Attribution, Document, QuoteKind, Span, Speaker, SpeakerKind, Statement, Topic
from factbase.stance import place

WORDS = (
    "send not troops the would ruled out supported Falk's position no yes if ? . , “ ” it is unless should İ 's not-"
)
TEXTS = st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=6), max_size=20).map(" ".join)
SPEAKERS = st.none() | st.builds(Speaker, st.sampled_from(["Falk", "", "The Times", " "]), st.sampled_from(SpeakerKind))
TOPICS = st.builds(
    Topic, st.just("t"), TEXTS, st.lists(TEXTS | st.sampled_from(["troop*", "-x", '"a b"']), max_size=3).map(tuple)
)


@st.composite
def statements(draw: st.DrawFn, text: str) -> Statement:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6)))
    source, cue, content = (Span(cuts[0], cuts[1]), Span(cuts[2], cuts[3]), Span(cuts[4], cuts[5]))
    found = Attribution((content,), (cue,), (source,), QuoteKind.DIRECT, draw(st.sampled_from(Act)), 1.0)
    return Statement(found, text[content.start : content.end], draw(SPEAKERS), None)


@given(st.data(), TEXTS, TOPICS)
def test_never_fails_and_never_invents(data: st.DataObject, text: str, topic: Topic) -> None:
    document = Document("d", text, "d.txt", "0" * 64, "text 1")
    rows = data.draw(st.lists(statements(text), max_size=4))
    found = place(document, rows, topic)
    assert len(found) == len(rows)
    for row, stance in zip(rows, found, strict=True):
        if stance:
            said = " ".join(text[s:e] for s, e in row.attribution.cue) + " " + row.text
            assert stance.words in said
            assert stance.condition is None or stance.condition in row.text
            assert 0 < stance.confidence < 1
