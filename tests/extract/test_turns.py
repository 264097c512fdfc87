"""Transcripts and interviews."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.document import Entity, EntityKind, Span
from factbase.extract.turns import turns
from factbase.text import paragraphs

Read = list[tuple[str, list[str]]]

CASES: list[tuple[str, str, Read]] = [
    (
        "a briefing",
        "MS. ROE: Good morning.\n(Laughter.)\nThe bridge opens in May.\nQUESTION: This May?\nMS. ROE: Yes.\n"
        "QUESTION: Thank you.\nShe left.",
        [
            ("MS. ROE", ["Good morning.", "The bridge opens in May."]),
            ("QUESTION", ["This May?"]),
            ("MS. ROE", ["Yes."]),
            ("QUESTION", ["Thank you."]),
        ],
    ),
    (
        "an interview in marks",
        'From the interview:\n"ROE: Is it late?\n"PARK: It is. They call it "the wait" here.\n"It is a long one.\n'
        'He laughed.\n"ROE: Whose fault is it?\n"PARK: Mine."',
        [
            ("ROE", ["Is it late?"]),
            ("PARK", ['It is. They call it "the wait" here.', '"It is a long one.']),
            ("ROE", ["Whose fault is it?"]),
            ("PARK", ["Mine."]),
        ],
    ),
    (
        "each turn in marks",
        "Q: “Is it late?”\nA: “It is.”\nQ: “Why?”\nA: “The steel.”",
        [("Q", ["“Is it late?”"]), ("A", ["“It is.”"]), ("Q", ["“Why?”"]), ("A", ["“The steel.”"])],
    ),
    (
        "names",
        "Ana Roe: Is it late?\nJo Park: It is.\nAna Roe: Why?\nJo Park: The steel.",
        [("Ana Roe", ["Is it late?"]), ("Jo Park", ["It is."]), ("Ana Roe", ["Why?"]), ("Jo Park", ["The steel."])],
    ),
    (
        "one question and its answer",
        "Talks\nQ: Is it late?\nA: It is.",
        [("Q", ["Is it late?"]), ("A", ["It is."])],
    ),
    (
        "with what they are",
        "Ana Roe, Chief Clerk: Is it late?\nJo Park: It is.\nAna Roe, Chief Clerk: Why?\nJo Park: The steel.",
        [
            ("Ana Roe, Chief Clerk", ["Is it late?"]),
            ("Jo Park", ["It is."]),
            ("Ana Roe, Chief Clerk", ["Why?"]),
            ("Jo Park", ["The steel."]),
        ],
    ),
    (
        "with what they are, the first time",
        "ANA ROE, MAYOR: It is late.\nJO PARK, CLERK: It is.\nANA ROE: Why?",
        [("ANA ROE, MAYOR", ["It is late."]), ("JO PARK, CLERK", ["It is."]), ("ANA ROE", ["Why?"])],
    ),
    (
        "turns far apart",
        "ROE: Is it late?\n" + "The road was empty.\n" * 9 + "PARK: It is.\nROE: Why?\nPARK: The steel.",
        [("ROE", ["Is it late?"]), ("PARK", ["It is."]), ("ROE", ["Why?"]), ("PARK", ["The steel."])],
    ),
    (
        "nothing but a stage direction",
        "ROE: [crosstalk]\nPARK: It is.\nROE: Why?\nPARK: The steel.",
        [("PARK", ["It is."]), ("ROE", ["Why?"]), ("PARK", ["The steel."])],
    ),
    (
        "a long answer",
        "ROE: Is it late?\nPARK: It is.\n" + "The road is empty.\n" * 9 + "ROE: Why?\nPARK: The steel.\n" * 6,
        [
            ("ROE", ["Is it late?"]),
            ("PARK", ["It is.", *["The road is empty."] * 9]),
            *[("ROE", ["Why?"]), ("PARK", ["The steel."])] * 6,
        ],
    ),
    (
        "names in lines of their own",
        "The bridge\n17 March 2025\nThe Secretary of State (Ana Roe)\nI will make a statement.\nIt is late.\n"
        "Jo Park (Hull) (Lab)\nWill she pay?\n[Interruption.]\nMr Speaker\nOrder.\nAna Roe\nNo. You will.",
        [
            ("The Secretary of State (Ana Roe)", ["I will make a statement.", "It is late."]),
            ("Jo Park (Hull) (Lab)", ["Will she pay?"]),
            ("Mr Speaker", ["Order."]),
            ("Ana Roe", ["No. You will."]),
        ],
    ),
    (
        "one who answers several",
        "Press conference\nREUTERS: Is it late?\nPARK: It is.\nAFP: Why?\nPARK: The steel.",
        [("REUTERS", ["Is it late?"]), ("PARK", ["It is."]), ("AFP", ["Why?"]), ("PARK", ["The steel."])],
    ),
    ("portraits", "Ana Roe\nShe is a nurse.\nJo Park\nHe is a pilot.\nBo Lee\nShe is late.", []),
    ("signatures", "Letters\nI will go.\nAna Roe\nI will stay.\nJo Park\nWe are late.\nBo Lee", []),
    (
        "signatures below long letters",
        f"Letters\nI will go. {'It is late. ' * 20}\nAna Roe\nI will stay.\nJo Park\nWe are late.\nBo Lee\nHull",
        [],
    ),
    ("two names", "Ana Roe\nI will go.\nJo Park\nI will stay.", []),
    (
        "a headline of the same form",
        "Park: It is late\nPark said so.\nROE: Is it late?\nPARK: It is.\nROE: Why?\nPARK: The steel.",
        [("ROE", ["Is it late?"]), ("PARK", ["It is."]), ("ROE", ["Why?"]), ("PARK", ["The steel."])],
    ),
    ("headings", "Pros: It is cheap.\nCons: It is slow.\nPros: It is red.\nCons: It is old.", []),
    ("tallies", "Ana Roe: 1,200 votes\nJo Park: 300 votes\nAna Roe: 200 votes\nJo Park: 12 votes", []),
    ("one turn each", "ROE: Is it late?\nPARK: It is.", []),
    ("one speaker", "ROE: Is it late?\nROE: Is it?\nROE: Well?", []),
]
NAMED = ("Ana Roe", "Jo Park", "Bo Lee", "Park")


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_turns(text: str, expected: Read) -> None:
    people = [
        Entity(Span(start, start + len(name)), EntityKind.PERSON)
        for name in NAMED
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    found = turns(text, paragraphs(text), people)
    assert [(text[slice(*a.source[0])], [text[s:e] for s, e in a.content]) for a in found] == expected
    assert {text[slice(*span)] for a in found for span in a.cue} <= {":"}


@given(
    st.lists(st.sampled_from(["Q:", "A:", "ROE :", '"', "“", "”", "(x)", " ", "\n", "\n\n", "Yes.", "a"]), max_size=40)
)
def test_spans_are_apart_and_inside(pieces: list[str]) -> None:
    text = "".join(pieces)
    for a in turns(text, paragraphs(text), []):
        spans = [*a.source, *a.cue, *a.content]
        assert spans == sorted(spans)
        assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
        assert all(0 <= s < e <= len(text) and text[s:e].strip() for s, e in spans)
