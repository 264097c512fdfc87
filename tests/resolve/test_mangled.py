"""Nothing that comes in makes resolution fail, and what comes out is a speaker of this article."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factbase.document import Act, Attribution, Document, Entity, EntityKind, Extraction, QuoteKind, Span, SpeakerKind
from factbase.resolve import resolve
from tests.resolve.article import REGISTRY

WORDS = """Jane Roe Roe's Mr. Sen. President the The a An of for and , . ( ) " “ ” ’s ' — ; : who which that he He She
They it I we his Her my you Kremlin US U.N. Paris French government officials source poll police campaign team senator
said wrote Jr. van bin al-Poe 42 percent % 's Obama Democrats Boeing Co. (AFW) company @roe é 中 🙂""".split()
BLANKS = ["\n", "\n\n", "\t", "\xa0"]
TEXTS = st.lists(st.sampled_from([*WORDS, *BLANKS]), max_size=40).map(" ".join) | st.text(max_size=60)


@st.composite
def articles(draw: st.DrawFn) -> tuple[Document, Extraction]:
    text = draw(TEXTS)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(*sorted(pair)))
    entities = st.builds(Entity, span=spans, kind=st.sampled_from(EntityKind))
    pieces = st.lists(spans, max_size=2).map(tuple)
    attributions = st.builds(
        Attribution,
        content=pieces,
        cue=pieces,
        source=pieces,
        quote=st.sampled_from(QuoteKind),
        act=st.sampled_from(Act),
        confidence=st.floats(0, 1),
    )
    document = Document(
        "a", text, "a", "0", "text 1", byline=draw(st.none() | TEXTS), outlet=draw(st.none() | st.just("Reuters"))
    )
    found = Extraction(tuple(draw(st.lists(attributions, max_size=6))), tuple(draw(st.lists(entities, max_size=8))))
    return document, found


@settings(max_examples=200, deadline=None)
@given(articles())
def test_any_article_is_read(article: tuple[Document, Extraction]) -> None:
    document, extraction = article
    speakers = resolve(document, extraction, registry=REGISTRY)
    assert len(speakers) == len(extraction.attributions)
    for speaker in speakers:
        if speaker is not None:
            assert speaker.name.strip() == speaker.name != ""
            assert "\n" not in speaker.name
            assert speaker.kind in SpeakerKind
            assert 0 < speaker.confidence <= 1
            assert speaker.how
            assert speaker.name not in speaker.names


@settings(max_examples=30, deadline=None)
@given(articles())
def test_the_same_article_gives_the_same_speakers(article: tuple[Document, Extraction]) -> None:
    assert resolve(*article, registry=REGISTRY) == resolve(*article, registry=REGISTRY)
