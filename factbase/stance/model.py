"""What rules alone cannot weigh: whether a statement takes a position at all, and how sure its side is.

Two logistic regressions over a few figures, fitted by `benchmarks/fit_stances.py`, which prints these tables and how
good they are on articles that they were not fitted on. Most of it is common sense in numbers: who is quoted takes sides
more often than a poll does, and of two statements by one speaker on one topic 93 in 100 are on one side.
"""

import math
from typing import NamedTuple

ENOUGH_SAID = 1.2
"""More than this the words of one statement do not count, either way."""
ENOUGH_ELSEWHERE = 2.0


class Evidence(NamedTuple):
    """One statement in figures."""

    score: float
    """The sum of its signals."""
    elsewhere: float
    """The same of its speaker's other statements on the topic in the document."""
    rejects: bool
    """It says no in so many words: a rejection, a verdict, the proposition's verb negated or its contrary."""
    negations: int
    relevance: float
    by_context: bool
    """Only what stands around it tells that it is of the topic."""
    quoted: bool
    """Its words hold a quotation mark."""
    nameless: bool
    """Nobody says it."""
    by_document: bool
    """A poll, a law, a study says it."""
    words: int
    we: bool
    """It speaks of "us"."""


TAKES = {
    "bias": -1.06,
    "said": 0.53,
    "elsewhere": 0.18,
    "relevance": 1.76,
    "by_context": -0.95,
    "quoted": 0.67,
    "nameless": -1.89,
    "by_document": -0.72,
    "length": -0.17,
    "we": 0.58,
}
SUPPORTS = {
    "bias": 0.94,
    "for": 0.56,
    "against": 1.03,
    "elsewhere_for": 0.32,
    "elsewhere_against": 1.06,
    "rejects": -0.67,
    "negations": -0.29,
}


def takes(found: Evidence) -> float:
    """The probability that it takes a position."""
    return _weighed(TAKES, taking(found))


def supports(found: Evidence) -> float:
    """The probability that the position is for the proposition, if it takes one and does not leave it open."""
    return _weighed(SUPPORTS, siding(found))


def taking(found: Evidence) -> dict[str, float]:
    """What is weighed for `takes`, by name."""
    return {
        "said": min(abs(found.score), 2.0),
        "elsewhere": min(abs(found.elsewhere), ENOUGH_ELSEWHERE),
        "relevance": min(found.relevance, 2.0),
        "by_context": float(found.by_context),
        "quoted": float(found.quoted),
        "nameless": float(found.nameless),
        "by_document": float(found.by_document),
        "length": math.log(found.words + 1),
        "we": float(found.we),
    }


def siding(found: Evidence) -> dict[str, float]:
    """What is weighed for `supports`: for and against have weights of their own, for who says no says it clearly."""
    return {
        "for": min(max(found.score, 0.0), ENOUGH_SAID),
        "against": max(min(found.score, 0.0), -ENOUGH_SAID),
        "elsewhere_for": min(max(found.elsewhere, 0.0), ENOUGH_ELSEWHERE),
        "elsewhere_against": max(min(found.elsewhere, 0.0), -ENOUGH_ELSEWHERE),
        "rejects": float(found.rejects),
        "negations": float(min(found.negations, 3)),
    }


def _weighed(weights: dict[str, float], values: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-weights["bias"] - sum(weights.get(name, 0.0) * v for name, v in values.items())))
