"""Words with their author after a dash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.document import QuoteKind
from factbase.extract.credited import credited
from factbase.text import paragraphs, quotations

Read = list[tuple[str, str]]

CASES: list[tuple[str, str, Read]] = [
    ("a reader", "“We need the bridge.” ― Ana Roe", [("“We need the bridge.”", "Ana Roe")]),
    (
        "what the reader is",
        "“We need the bridge.” – Ana Roe, nurse, Hull.",
        [("“We need the bridge.”", "Ana Roe, nurse, Hull")],
    ),
    ("a line of its own", "“We need it.”\n— Jo Park (mayor)\nHe left.", [("“We need it.”", "Jo Park (mayor)")]),
    ("a headline", "'Nothing ruled out' – Macron", [("'Nothing ruled out'", "Macron")]),
    ("a hyphen", '"It is a good day" - Lord Mayor Jo Park', [('"It is a good day"', "Lord Mayor Jo Park")]),
    ("two hyphens", '"It is a good day" -- Bank of England', [('"It is a good day"', "Bank of England")]),
    (
        "the wrong mark at the beginning",
        "”We pay for it.” ― Kim Lund\n“So do we.” ― Bo Lee",
        [("”We pay for it.”", "Kim Lund"), ("“So do we.”", "Bo Lee")],
    ),
    (
        "a post",
        "No deal. We will not sign. pic.twitter.com/Oqctx — Ana Roe (@anaroe) October 3, 2016",
        [("No deal. We will not sign.", "Ana Roe")],
    ),
    (
        "a post whose author is below",
        "No deal. https://t.co/1 https://t.co/2\n— Ana Roe (@anaroe) Oct. 3, 2016",
        [("No deal.", "Ana Roe")],
    ),
    ("a post that a verb leads to", "Roe tweeted: No deal. — Ana Roe (@anaroe) May 3, 2016", [("No deal.", "Ana Roe")]),
    ("a list of reactions", "Reactions\n• Ana Roe, nurse — “We need it.”", [("“We need it.”", "Ana Roe, nurse")]),
    ("in Markdown", "- **Ana Roe**, nurse – “We need it.”", [("“We need it.”", "Ana Roe**, nurse")]),
    ("a sentence that leads to a quotation", "The plan she made – “We need it.”", []),
    ("a sentence that goes on", "“No deal” – Roe said so on Monday.", []),
    ("a clause", "“No deal” – that was the answer.", []),
    ("a quotation inside a sentence", "She called it “no deal” – Ana Roe", []),
    ("the title of a song", '"Born to Cross Rivers" - Ana Roe', []),
    ("a point of a list after a quotation", "“No deal.”\n– the vote is on Monday", []),
    ("a quotation that nothing closes", "“No deal ― Ana Roe", []),
    ("no words in a post", "https://t.co/1 — Ana Roe (@anaroe) May 3, 2016", []),
    ("nothing before a post", "— Ana Roe (@anaroe) May 3, 2016", []),
    ("a tag", "<post>No deal. — Ana Roe (@anaroe) May 3, 2016", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_credited(text: str, expected: Read) -> None:
    found = credited(text, quotations(text), paragraphs(text))
    assert [(text[slice(*a.content[0])], text[slice(*a.source[0])]) for a in found] == expected
    assert all(a.quote is QuoteKind.DIRECT for a in found)
    assert all(text[slice(*a.cue[0])] in ("–", "—", "―", "-", "--") for a in found)


@given(st.text(alphabet="aB .\n“”\"'—-,(@)0123459 ", max_size=80))
def test_spans_are_apart_and_inside(text: str) -> None:
    for a in credited(text, quotations(text), paragraphs(text)):
        first, last = sorted((a.content[0], a.source[0]))
        assert 0 <= first.start < first.end <= a.cue[0].start < a.cue[0].end <= last.start < last.end <= len(text)
