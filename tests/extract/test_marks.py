import re

import pytest

from factbase.document import QuoteKind, Span, Spans
from factbase.extract.marks import (
    in_paragraphs,
    is_about_name,
    is_caption,
    one_paragraph,
    over_paragraphs,
    quote_kind,
    turn,
    whole_quotations,
    with_marks,
    without_scraps,
)
from factbase.text import paragraphs, quotations


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


LINES = [
    (
        "a headline's day is not told",
        "Monday, 3 May\nIce melts, they said.",
        ["Monday, 3 May\nIce melts"],
        ["Ice melts"],
    ),
    ("nor what follows", "They said ice melts.\nLater on", ["ice melts.\nLater on"], ["ice melts."]),
    ("a quotation goes on", "“Ice.\n“Snow,” they said.", ["“Ice.\n“Snow,”"], ["“Ice.", "“Snow,”"]),
    ("nor what nobody quotes below", "Roe said no.\nBut yes", ["no.", "But yes"], ["no."]),
    ("what is quoted below", "Roe said no.\n“But yes”", ["no.", "“But yes”"], ["no.", "“But yes”"]),
    ("what is quoted above is another's", "“Ice.”\n“Snow,” Roe said.", ["“Ice.”", "“Snow,”"], ["“Snow,”"]),
    ("a list stays whole", "They said:\n- ice\n- snow", ["- ice\n- snow"], ["- ice", "- snow"]),
    ("not another's turn", "They said “ANA: Ice.\n“BEN: No.”", ["Ice.\n“BEN: No.”"], ["Ice."]),
    ("one paragraph", "They said ice melts.", ["ice melts."], ["ice melts."]),
]


@pytest.mark.parametrize(("text", "content", "expected"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_what_is_told_ends_with_its_paragraph(text: str, content: list[str], expected: list[str]) -> None:
    cue = spans(text, "said")
    assert cut(text, in_paragraphs(text, spans(text, *content), cue, paragraphs(text), quotations(text))) == expected


def test_without_a_cue_every_paragraph_is_kept() -> None:
    text = "Ice melts.\nSnow falls."
    assert len(in_paragraphs(text, (Span(0, len(text)),), (), paragraphs(text), [])) == 2


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Image: Ana Ruiz.", "Image", True),
        ("File photo: AP", "File photo", True),
        ("Photo by: Ana Ruiz", "Photo by", True),
        ("The harbour at night Image: AP", "The harbour at night Image", True),
        ("Ana Ruiz: No.", "Ana Ruiz", False),
        ("Poll: Nobody wants it", "Poll", False),
    ],
)
def test_who_took_a_picture_says_nothing(text: str, source: str, expected: bool) -> None:
    assert is_caption(text, spans(text, ":"), spans(text, source)) is expected


RUBRICS = [
    ("Live", True),
    ("Read more", True),
    ("Ukraine war", True),
    ("Harbour Conference", True),
    ("Poll", False),
    ("War Child", False),
]


@pytest.mark.parametrize(("label", "expected"), RUBRICS)
def test_what_an_article_is_or_is_about(label: str, expected: bool) -> None:
    text = f"{label}: Talks go on"
    assert is_caption(text, spans(text, ":"), spans(text, label)) is expected


def test_a_video_that_shows_something_is_no_caption() -> None:
    text = "The video shows two men."
    assert not is_caption(text, spans(text, "shows"), spans(text, "The video"))


NAMELESS = [
    ("not to be named because the talks go on", True),
    ("that the mayor not be identified", True),
    ("to remain anonymous", True),
    ("for anonymity", True),
    ("to be named head of the agency", False),
    ("not to be outdone", False),
]


@pytest.mark.parametrize(("content", "expected"), NAMELESS)
def test_that_nobody_shall_be_named_is_no_statement(content: str, expected: bool) -> None:
    assert is_about_name(content, spans(content, content), ()) is expected


def test_nor_is_that_somebody_declined_to_be_named() -> None:
    text = "Roe declined to be named. Poe hopes to be named."
    first, second = (m.span() for m in re.finditer("to be named", text))
    assert is_about_name(text, (Span(*first),), spans(text, "declined"))
    assert not is_about_name(text, (Span(*second),), spans(text, "hopes"))


WHOLE = [
    ("most of it", "“One two three four five six seven”", ["“One two three four"], [], True),
    ("its middle", "“One two three four five six seven”", ["two three four five"], [], True),
    ("its beginning", "“One two three four five six seven”", ["“One two three"], [], True),
    ("less than half of its end", "“One two three four five six seven”", ["five six seven”"], [], False),
    ("a short one", "“One two three four”", ["“One two three"], [], False),
    ("what another says", "“One two three four five six seven”", ["“One two three four"], ["six"], False),
    ("with words before it", "He: “One two three four five six”", ["He", "“One two three four"], [], True),
]


@pytest.mark.parametrize(("text", "content", "taken", "whole"), [w[1:] for w in WHOLE], ids=[w[0] for w in WHOLE])
def test_a_quotation_is_whole(text: str, content: list[str], taken: list[str], *, whole: bool) -> None:
    read = spans(text, *content)
    found = whole_quotations(text, read, quotations(text), [spans(text, *taken)])
    assert cut(text, found) == ([*content[:-1], text[text.index("“") :]] if whole else content)


def test_words_far_from_the_cue_are_another_s() -> None:
    text = "Roe wrote:\n“We go.\n“Soon.”\nIt rained.\nThey stay.\nThey go."
    content = spans(text, "“We go.", "“Soon.”", "They stay.")
    found = in_paragraphs(text, content, spans(text, "wrote"), paragraphs(text), quotations(text))
    assert cut(text, found) == ["“We go.", "“Soon.”"]


def test_a_source_stays_in_its_paragraph() -> None:
    text = "“Nothing is ruled out” – Macron\nPresident Macron spoke."
    across = (Span(text.index("Macron"), text.index(" spoke")),)
    lines = paragraphs(text)
    assert cut(text, one_paragraph(text, across, spans(text, "–"), lines)) == ["Macron"]
    assert one_paragraph(text, across, (), lines) == across
    assert one_paragraph(text, across, spans(text, "spoke"), lines) == (Span(text.index("President"), across[0].end),)
    assert one_paragraph(text, spans(text, "President"), spans(text, "–"), lines) == spans(text, "President")


@pytest.mark.parametrize(
    ("source", "expected"),
    [("Herald) Jane Roe", "Jane Roe"), ("Jane Roe (D)", "Jane Roe (D)"), ("Jane Roe", "Jane Roe"), ("Roe)", "Roe)")],
)
def test_a_source_does_not_begin_in_a_bracket(source: str, expected: str) -> None:
    text = f"(The {source} said so."
    assert cut(text, one_paragraph(text, spans(text, source), spans(text, "said"), paragraphs(text))) == [expected]
