import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.text import covering, paragraphs, quotations, sentences

QUOTED = [
    ("curly", "“We will go,” he said. “Soon.”", ["“We will go,”", "“Soon.”"]),
    ("straight", 'He said "we go" and "we stay" again.', ['"we go"', '"we stay"']),
    ("doubled", "``We will go,'' he said.", ["``We will go,''"]),
    ("two apostrophes on both sides", "''We will go,'' he said.", ["''We will go,''"]),
    ("guillemets", "« Nous irons », he said.", ["« Nous irons »"]),
    ("German", "He said: „Wir gehen“ and left.", ["„Wir gehen“"]),
    ("British single", "‘We will go,’ said the minister.", ["‘We will go,’"]),
    ("straight single", "'We will go,' said the minister.", ["'We will go,'"]),
    ("single around a possessive", "‘The workers’ rights matter,’ she said.", ["‘The workers’ rights matter,’"]),
    ("apostrophes are none", "It's the workers' rights that don't count.", []),
    ("single inside double is not outermost", "“He said ‘never’ to me,” she said.", ["“He said ‘never’ to me,”"]),
    ("headline", "'Nothing ruled out', says president", ["'Nothing ruled out'"]),
    ("a height", 'He is 6\'2" tall and said "no".', ['"no"']),
    ("a closing mark alone", "It ended.” Then he left.", []),
    ("an opening mark alone runs to the paragraph's end", "“We will go.\nThe end.", ["“We will go."]),
    ("an opening mark at the very end", "He said “\nand left.", []),
    ("several paragraphs", "“First.\n\n“Second,” he said.", ["“First.", "“Second,”"]),
    ("a curly opened, a straight closed", '“We will go," he said.', ['“We will go,"']),
    ("a closing mark that opens a paragraph", "”We will go.” — Roe\n”It is late.", ["”We will go.”", "”It is late."]),
    ("Swedish", "Roe: ”We will go” and ”stay”.", ["”We will go”", "”stay”"]),
    ("Danish", "»Vi går«, he said.", ["»Vi går«"]),
    ("a closing mark before a word that nothing closes", "He left. ”Then he said so.", []),
    ("the same marks inside", "“They call it “hell” here,” he said.", ["“They call it “hell” here,”"]),
    ("the same marks inside, not closed", "“We go. He said “no” and “yes”.", ["“We go. He said “no”", "“yes”"]),
    ("a single mark never closed", "'Twas the night.", []),
    ("none", "Nothing here.", []),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in QUOTED], ids=[row[0] for row in QUOTED])
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == expected


def test_inner_leaves_the_marks_out() -> None:
    text = "``We go,'' he said."
    [q] = quotations(text)
    assert text[slice(*q.inner)] == "We go,"


SENTENCES = [
    ("Gen. Brown flew. He spoke.", ["Gen. Brown flew.", "He spoke."]),
    ("The U.S. troops left. They did.", ["The U.S. troops left.", "They did."]),
    ("J. D. Roe spoke. “Yes.” Then he left.", ["J. D. Roe spoke.", "“Yes.”", "Then he left."]),
    ("Really? Yes! Fine… and so on.", ["Really?", "Yes!", "Fine… and so on."]),
    ("It costs 3.5 dollars. Cheap.", ["It costs 3.5 dollars.", "Cheap."]),
    ("A headline\nA paragraph.", ["A headline", "A paragraph."]),
    ("So did I. Then it ended.", ["So did I.", "Then it ended."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s:e] for s, e in sentences(text)] == expected


def test_lines_are_paragraphs() -> None:
    text = "Title\r\n\r\nFirst.\n  Second.  \n\n\n"
    assert [text[s:e] for s, e in paragraphs(text)] == ["Title", "First.", "Second."]


def test_points_of_a_list_are_not_folded() -> None:
    point = "- Roe: “This is one of the points that the list of an editor has”"
    text = f"Reactions\n\n{point}\n{point}\n{point}\n\nThey left."
    assert len(paragraphs(text)) == 5


def test_lines_below_a_title_are_not_folded() -> None:
    short, long = "This line stands alone and is as long as a folded one is", "So it went on. " * 20
    text = f"{short}\n{short}\n2 min read\n{short}\n\n{long}\n\n{long}"
    assert len(paragraphs(text)) == 6


def test_folded_text_has_blank_lines_between_paragraphs() -> None:
    line = "This line was folded by an editor at some width, as mail is"
    text = f"Title\n\n{line}\n{line}\n{line}\n{line}\nand ends.\n\nNext."
    assert [text[s:e][:10] for s, e in paragraphs(text)] == ["Title", "This line ", "Next."]


def test_covering() -> None:
    ranges = [(0, 3), (5, 8)]
    assert [covering(ranges, i) for i in (0, 2, 3, 5, 7, 8)] == [0, 0, None, 1, 1, None]
    assert covering([], 0) is None


@given(st.text(alphabet="ab .?\n'\"“”‘’«»`5\r\t", max_size=80))
def test_ranges_are_in_order_and_inside(text: str) -> None:
    found = quotations(text)
    for ranges in (paragraphs(text), sentences(text), [(q.start, q.end) for q in found]):
        assert all(0 <= s < e <= len(text) for s, e in ranges)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(ranges))
    assert all(q.start < q.inner[0] <= q.inner[1] <= q.end for q in found)
