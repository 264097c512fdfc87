"""No text and no spans, however wrong, make dating fail, and what it says is always printed in the text."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbase.document import Act, Attribution, Document, QuoteKind, Span, Spans
from factbase.when import date_statements, occasions
from tests.when.marked import article

PIECES = (
    *("on Thursday", " said ", "Reyes", "“", "”", "’s", " in ", "May", " 3, ", "2019", " the 1990s", "last week", ". "),
    *("\n", ", ", "Feb. 29", " who ", "0000-00-00", "in a June report", "from Monday to ", "Friday", "99 years ago"),
    *(
        "Easter",
        " 31 ",
        "November",
        "(9:00 PM EDT)",
        "early ",
        "Twitter",
        "in an interview with ",
        "— ",
        "Ő",
        ":",
        "\x00",
    ),
    *("𝟛 May", "²", "١٢ May 2019"),
    *(
        " at the debate ",
        "at Thursday’s debate ",
        "the poll ",
        "released ",
        " replied ",
        "in a recent interview ",
        "She ",
    ),
    *("sent a letter", "on Dec. 31", "this year", "next week", "tomorrow", "after a rally ", "at the time", "in 2030"),
)
PUBLISHED = st.sampled_from([None, "0001-01-01", "2024-02-29", "2024-05-17T23:59:59Z", "9999-12-31"])


@st.composite
def spans(draw: st.DrawFn) -> Spans:
    edges = sorted(draw(st.lists(st.integers(0, 200), max_size=6, unique=True)))
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))


attributions = st.lists(
    st.builds(Attribution, spans(), spans(), spans(), st.just(QuoteKind.DIRECT), st.just(Act.STATE), st.just(1.0)),
    max_size=6,
)
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@settings(max_examples=100, deadline=None)
@given(texts, attributions, PUBLISHED)
def test_nothing_makes_it_fail(text: str, found: list[Attribution], published: str | None) -> None:
    document = Document("t", text, "t.txt", "0" * 64, "text 1", published=published)
    said = date_statements(document, found)
    places = occasions(document, found)
    assert len(said) == len(places) == len(found)
    assert all(one.words in text and 0 < one.confidence <= 1 for one in said if one)
    assert all(one.range.start <= one.range.end for one in said if one and one.range)
    assert all(words in text for words in places if words)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), attributions, PUBLISHED)
def test_nothing_has_been_said_after_publication(text: str, found: list[Attribution], published: str | None) -> None:
    """None of the pieces announces anything."""
    document = Document("t", text, "t.txt", "0" * 64, "text 1", published=published)
    dates = [one.range for one in date_statements(document, found) if one and one.range]
    assert document.published_on is None or all(days.end <= document.published_on for days in dates)


def test_time_grows_with_the_text_and_no_faster() -> None:
    """Twenty times the statements take some twenty times as long; what is quadratic takes four hundred times."""

    def seconds(copies: int) -> float:
        document, _ = article(PARAGRAPH * copies)
        size = len(document.text) // copies
        found = [_statement(size * i) for i in range(copies)]
        started = time.process_time()
        date_statements(document, found)
        occasions(document, found)
        return time.process_time() - started

    seconds(10)
    assert seconds(800) < 80 * seconds(40)


def _statement(at: int) -> Attribution:
    content, cue, source = ((Span(at + start, at + end),) for start, end in ((38, 62), (28, 32), (15, 27)))
    return Attribution(content, cue, source, QuoteKind.INDIRECT, Act.STATE, 1.0)


PARAGRAPH = "Last Thursday, President Ada said that the bridge was unsafe. It was shut in May 2019 for the day.\n"


def test_the_figures_have_not_fallen() -> None:
    """On PolNeAR's articles, spans given: said F 0.75 on dev, 0.64 on train articles nobody read for the rules."""
    root = Path(__file__).parents[2]
    shared = Path(os.environ.get("FACTBASE_SHARED", root.parent / "shared"))
    if not (shared / "corpora" / "polnear" / "dev").is_dir():
        pytest.skip(f"no corpus in {shared}")
    command = [sys.executable, "-m", "benchmarks.dates", str(shared / "corpora"), str(shared / "eval")]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stdout
    figures = json.loads(printed)
    assert figures["said"]["f"] >= 0.73
    assert figures["said"]["p"] >= 0.87
    assert figures["train"]["held"]["f"] >= 0.62
