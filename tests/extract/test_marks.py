import pytest

from factbase.document import QuoteKind, Span, Spans
from factbase.extract.marks import over_paragraphs, quote_kind, turn, with_marks, without_scraps
from factbase.text import quotations


def spans(text: str, *words: str) -> Spans:
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def cut(text: str, found: Spans) -> list[str]:
    return [text[s:e] for s, e in found]


KINDS = [
    ("“We will go”", "“We will go”", QuoteKind.DIRECT),
    ("He said “we will go” today", "He said “we will go” today", QuoteKind.MIXED),
    ("that they will go", "that they will go", QuoteKind.INDIRECT),
    ("that they will “go", "that they will “go", QuoteKind.MIXED),
    ("“One” and “two”", "“One” and “two”", QuoteKind.MIXED),
    ("“One” “two”", "“One” “two”", QuoteKind.DIRECT),
]


@pytest.mark.parametrize(("text", "content", "expected"), KINDS)
def test_quote_kind(text: str, content: str, expected: QuoteKind) -> None:
    start = text.index(content)
    assert quote_kind(text, (Span(start, start + len(content)),), quotations(text)) is expected


MARKS = [
    ("marks on both sides", "“We go,” he said.", ["We go"], ["“We go,”"]),
    ("doubled marks", "``We go,'' he said.", ["We go,'"], ["``We go,''"]),
    ("the opening mark of a mixed content stays out", "He said that “we go” on.", ["that “we go"], ["that “we go”"]),
    ("spans that touch are joined", "“We go. We stay,” he said.", ["We go", ". We stay"], ["“We go. We stay,”"]),
    ("a mark alone is no content", "“ said he.", ["“"], []),
    ("none", "that they go", ["they go"], ["they go"]),
]


@pytest.mark.parametrize(("text", "found", "expected"), [row[1:] for row in MARKS], ids=[row[0] for row in MARKS])
def test_content_takes_its_marks_along(text: str, found: list[str], expected: list[str]) -> None:
    assert cut(text, with_marks(text, spans(text, *found), quotations(text))) == expected


SCRAPS = [
    ("the next sentence's first word", "“We go,” he said. Then he left.", ["“We go,”", "Then"], ["“We go,”"]),
    ("the next quotation's first word", "“We go.” “NATO is here.”", ["“We go.”", "“NATO"], ["“We go.”"]),
    ("a part before a comma stays", "The deal, they said, is dead.", ["The deal", "is dead"], ["The deal", "is dead"]),
    ("a part before the source stays", "Yes they said, it is.", ["Yes", "it is"], ["Yes", "it is"]),
    ("a dateline", "OSLO (AP) — Ice melts, they said.", ["OSLO", "Ice melts"], ["Ice melts"]),
    ("a dateline with a day", "OSLO, Oct. 3 — Ice melts, they said.", ["OSLO", "Ice melts"], ["Ice melts"]),
    ("the only part stays", "They want peace now.", ["peace"], ["peace"]),
]


@pytest.mark.parametrize(("text", "content", "expected"), [row[1:] for row in SCRAPS], ids=[row[0] for row in SCRAPS])
def test_scraps_are_left_out(text: str, content: list[str], expected: list[str]) -> None:
    attributing = spans(text, "he said" if "he said" in text else "they" if "they" in text else text[-1])
    assert cut(text, without_scraps(text, spans(text, *content), attributing)) == expected


SPEECH = "“One is long.\n“Two is longer.\n“Three,” he said. “Four.”\n“Five.”"

PARAGRAPHS = [
    ("from the last back", SPEECH, ["“Three,”"], [], ["“One is long.", "“Two is longer.", "“Three,”"]),
    ("from the first on", SPEECH, ["“One is long."], [], ["“One is long.", "“Two is longer.", "“Three,”"]),
    ("a piece of one is taken whole", SPEECH, ["“One is", "“Three,”"], [], [*SPEECH.split("\n")[:2], "“Three,”"]),
    ("not over what another says", SPEECH, ["“Three,”"], ["“One is long."], ["“Two is longer.", "“Three,”"]),
    ("not past a closing mark", SPEECH, ["“Four.”"], [], ["“Four.”"]),
    ("not from a paragraph without quotation", "“One.\nNo.\n“Two,” he said.", ["“Two,”"], [], ["“Two,”"]),
]


@pytest.mark.parametrize(
    ("text", "content", "taken", "expected"), [row[1:] for row in PARAGRAPHS], ids=[row[0] for row in PARAGRAPHS]
)
def test_a_quotation_runs_over_paragraphs(text: str, content: list[str], taken: list[str], expected: list[str]) -> None:
    whole = over_paragraphs(text, spans(text, *content), quotations(text), [spans(text, *taken)])
    assert cut(text, whole) == expected


@pytest.mark.parametrize(
    ("text", "source", "label"),
    [
        ("He left.\n“PENCE: No.”", "", "PENCE"),
        ("He left.\n“PENCE: No.”", "“", "PENCE"),
        ("• Ana Ruiz: No.", "", "Ana Ruiz"),
        ("Q: Why?", "", "Q"),
        ("The answer of Ana Ruiz: No.", "", ""),
        ("He had one answer: No.", "", ""),
        ("Pope: No.", "Pope", "Pope"),
    ],
)
def test_whose_turn_it_is(text: str, source: str, label: str) -> None:
    colon, begin = text.index(":"), text.find(source) if source else 0
    given = (Span(begin, begin + len(source)),) if source else ()
    found = turn(text, (Span(colon, colon + 1),), given)
    assert "".join(text[s:e] for s, e in found) == label
