"""The owner's article, its statements set by hand: at least twelve of fourteen positions must come out right."""

from pathlib import Path

from factbase.document import Attribution, Document, QuoteKind, Span, Speaker, SpeakerKind, Statement, Topic
from factbase.extract.acts import act
from factbase.stance import place

ARTICLE = Path(__file__).parents[2] / "seeds" / "nato-instructors.txt"
TOPIC = Topic(
    "nato-instructors",
    "NATO countries send military instructors to Ukraine",
    ("instructors", "trainers", "troops", "soldiers"),
)
PAPER, STATE, PERSON, UNNAMED = (
    SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.PERSON, SpeakerKind.UNNAMED,
)  # fmt: skip
Row = tuple[str, SpeakerKind, str, str, str, str | None]
STATEMENTS: list[Row] = [
    ("The New York Times", PAPER, "reports", "NATO countries are", "defence forces soldiers", None),
    ("The New York Times", PAPER, "writes", "NATO allies are", "directly into the war", None),
    ("Ukrainian officials", UNNAMED, "have asked", "their American", "faster deployment", "support"),
    ("United States", STATE, "has said", "no,", "no", "oppose"),
    ("Charles Brown Jr.", PERSON, "stated", "that the deployment", "seems inevitable", "lean_support"),
    ("Charles Brown Jr.", PERSON, "he said", "We’ll get there", "over time", "lean_support"),
    ("Charles Brown Jr.", PERSON, "added", "efforts in Ukraine", "near the battlefield", "lean_oppose"),
    ("White House", STATE, "has firmly stated", "that it will not", "Ukrainian territory", "oppose"),
    ("Emmanuel Macron", PERSON, "said in", "nothing should", "troops to Ukraine", "open"),
    ("Estonia", STATE, "did not rule out", "the possibility", "to the front", "open"),
    ("Gabrielius Landsbergis", PERSON, "supported", "Macron's position", "position", "support"),
    ("Gabrielius Landsbergis", PERSON, "he said", "Our troops have", "before the war", "support"),
    ("Gabrielius Landsbergis", PERSON, "adding", "So returning", "quite doable", "lean_support"),
    ("Military officials", UNNAMED, "admit", "that moving training", "to the situation", "lean_support"),
]


def test_positions() -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    document = Document("nato", text, "nato.txt", "0" * 64, "text 1")
    found = place(document, [statement(text, row) for row in STATEMENTS], TOPIC)
    pairs = [(s.position.value if s else None, row[5]) for s, row in zip(found, STATEMENTS, strict=True)]
    assert sum(got == expected for got, expected in pairs) >= 12, pairs


def statement(text: str, row: Row) -> Statement:
    who, kind, cue, first, last, _ = row
    at = text.index(cue) if cue in ("has said", "supported") else text.index(first)
    start = text.index(first, at)
    content, said = Span(start, text.index(last, start) + len(last)), text.index(cue, max(0, start - 220))
    words = text[content.start : content.end]
    found = Attribution((content,), (Span(said, said + len(cue)),), (), QuoteKind.MIXED, act(words, cue), 1.0)
    return Statement(found, words, Speaker(who, kind), None)
