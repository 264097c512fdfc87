from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.document import Act, Attribution, Entity, EntityKind, QuoteKind, Span
from factbase.extract.attribution import with_whole_names
from factbase.extract.features import Encoded
from factbase.extract.labels import ROLES
from factbase.extract.sequence import best_roles
from factbase.extract.windows import windows


def pieces(count: int, *paragraph_begins: int) -> Encoded:
    zeros = np.zeros(count, dtype=np.int64)
    breaks = zeros.copy()
    breaks[list(paragraph_begins)] = 1
    return Encoded(zeros, zeros, zeros, breaks, np.zeros((count, 2), dtype=np.int64))


WINDOWS = [
    ("short", pieces(50), [(0, 50)]),
    ("just full", pieces(100), [(0, 100)]),
    ("overlapping", pieces(150), [(0, 100), (80, 150)]),
    ("from a paragraph in the overlap on", pieces(150, 85), [(0, 100), (85, 150)]),
    ("a paragraph too near the end is not waited for", pieces(150, 95), [(0, 100), (80, 150)]),
    ("three", pieces(250), [(0, 100), (80, 180), (160, 250)]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in WINDOWS], ids=[row[0] for row in WINDOWS])
def test_windows(text: Encoded, expected: list[tuple[int, int]]) -> None:
    assert [(w.start, w.end) for w in windows(text, length=100, overlap=20)] == expected


@pytest.mark.parametrize(
    ("text", "source", "name", "whole"),
    [
        ("The New York Times wrote no.", (0, 12), (4, 18), "The New York Times"),
        ("India and Pakistan spar.", (0, 9), (10, 18), "India and Pakistan"),
        ("India and Pakistan spar.", (0, 5), (10, 18), "India"),
        ("Poe, Roe or Doe said no.", (0, 11), (12, 15), "Poe, Roe or Doe"),
    ],
)
def test_sources_take_whole_names(text: str, source: tuple[int, int], name: tuple[int, int], whole: str) -> None:
    said = Attribution((), (Span(len(text) - 5, len(text)),), (Span(*source),), QuoteKind.INDIRECT, Act.STATE, 1.0)
    [span] = with_whole_names(text, said, [Entity(Span(*name), EntityKind.OTHER)]).source
    assert text[slice(*span)] == whole


def scores(*steps: dict[str, float]) -> np.ndarray:
    """Log-probabilities of one anchor: what is not named is unlikely."""
    rows = np.full((1, len(steps), len(ROLES)), -9.0, dtype=np.float32)
    for row, step in zip(rows[0], steps, strict=True):
        for label, value in step.items():
            row[ROLES.index(label)] = value
    return rows


def test_the_best_labels_are_those_that_bio_allows() -> None:
    found = best_roles(scores({"O": -0.1, "B-content": -2}, {"I-content": -0.1, "O": -4}, {"I-content": -0.1, "O": -3}))
    assert [ROLES[i] for i in found[0]] == ["B-content", "I-content", "I-content"]


def test_an_inside_of_another_role_is_not_allowed() -> None:
    found = best_roles(scores({"B-source": -0.1}, {"I-content": -0.1, "I-source": -1}, {"O": 0}))
    assert [ROLES[i] for i in found[0]] == ["B-source", "I-source", "O"]


def test_one_piece() -> None:
    assert best_roles(scores({"B-cue": 0})).tolist() == [[ROLES.index("B-cue")]]


def by_steps(row: np.ndarray) -> float:
    """The best sum of scores that BIO allows, one piece at a time."""
    best = {0: 0.0}
    for step in row:
        best = {
            label: max(value + float(step[label]) for last, value in best.items() if follows(last, label))
            for label in range(len(ROLES))
            if any(follows(last, label) for last in best)
        }
    return max(best.values())


def follows(last: int, label: int) -> bool:
    return not ROLES[label].startswith("I-") or ROLES[last][2:] == ROLES[label][2:]


@given(st.integers(0, 2**32 - 1), st.integers(1, 20))
def test_no_labels_that_bio_allows_are_likelier(seed: int, length: int) -> None:
    rows = np.random.default_rng(seed).normal(0, 3, (4, length, len(ROLES))).astype(np.float32)
    rows[:, :, 0] += 4  # as in texts, most pieces have no role
    for row, labels in zip(rows, best_roles(rows), strict=True):
        assert all(follows(a, b) for a, b in pairwise([0, *labels]))
        assert float(row[np.arange(length), labels].sum()) == pytest.approx(by_steps(row), abs=1e-4)
