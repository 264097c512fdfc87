"""The metrics: set arithmetic on words of (predicted, gold) statements, for training, benchmarks and tests.

Spans are compared as sets of word tokens, so that quotation marks and punctuation never count. A predicted
statement is matched with at most one gold statement, the pairs that overlap most first.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from factbase.document import Spans

WORD = re.compile(r"\w+")
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Scored:
    """One statement to compare: what was said, and who is named for it."""

    content: Spans
    source: Spans


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 from 0 to 1."""

    precision: float
    recall: float
    f1: float


_Words = frozenset[int]
_Pair = tuple[_Words, _Words]
_Accept = Callable[[_Pair, _Pair], bool]


def attributions(documents: Iterable[tuple[str, Sequence[Scored], Sequence[Scored]]]) -> dict[str, Figures]:
    """Figures by name over (text, predicted, gold) of many documents.

    content_token: words inside any content. content_half: statements whose content shares at least half of the
    words of both. attribution: the same, and the source too, or neither has one. attribution_strict: word for word.
    """
    counts: Counter[str] = Counter()
    for text, predicted, gold in documents:
        _count(counts, _words(text, predicted), _words(text, gold))
    tokens = _figures(counts["token"], counts["token_predicted"], counts["token_gold"])
    return {"content_token": tokens} | {
        name: _figures(counts[name], counts["predicted"], counts["gold"]) for name in _RULES
    }


def matches(text: str, predicted: Sequence[Scored], gold: Sequence[Scored]) -> dict[int, int]:
    """Indices of the predicted statements whose content and source are right, each with the gold one's."""
    return dict(_match(_words(text, predicted), _words(text, gold), _RULES["attribution"]))


def _words(text: str, statements: Sequence[Scored]) -> list[_Pair]:
    places = [m.span() for m in WORD.finditer(text)]

    def within(spans: Spans) -> _Words:
        return frozenset(i for i, (s, e) in enumerate(places) for a, b in spans if s < b and e > a)

    return [(within(s.content), within(s.source)) for s in statements]


def _count(counts: Counter[str], predicted: Sequence[_Pair], gold: Sequence[_Pair]) -> None:
    covered = frozenset[int]().union(*(content for content, _ in predicted))
    wanted = frozenset[int]().union(*(content for content, _ in gold))
    counts.update(token=len(covered & wanted), token_predicted=len(covered), token_gold=len(wanted))
    counts.update(predicted=len(predicted), gold=len(gold))
    for name, accept in _RULES.items():
        counts[name] += len(_match(predicted, gold, accept))


def _match(predicted: Sequence[_Pair], gold: Sequence[_Pair], accept: _Accept) -> list[tuple[int, int]]:
    """One to one, by overlap of content; pairs that `accept` refuses are passed over."""
    pairs = sorted(
        (-overlap(p[0], g[0]), i, j) for i, p in enumerate(predicted) for j, g in enumerate(gold) if p[0] & g[0]
    )
    taken_predicted: set[int] = set()
    taken_gold: set[int] = set()
    out = []
    for _, i, j in pairs:
        if i not in taken_predicted and j not in taken_gold and accept(predicted[i], gold[j]):
            taken_predicted.add(i)
            taken_gold.add(j)
            out.append((i, j))
    return out


def overlap(a: _Words, b: _Words) -> float:
    """Intersection over union; 1 for two empty sets."""
    return len(a & b) / len(a | b) if a or b else 1.0


_RULES: dict[str, _Accept] = {
    "content_exact": lambda p, g: p[0] == g[0],
    "content_half": lambda p, g: overlap(p[0], g[0]) >= HALF,
    "attribution": lambda p, g: overlap(p[0], g[0]) >= HALF and overlap(p[1], g[1]) >= HALF,
    "attribution_strict": lambda p, g: p == g,
}


def _figures(right: int, predicted: int, gold: int) -> Figures:
    precision, recall = right / predicted if predicted else 0.0, right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(round(precision, 4), round(recall, 4), round(f1, 4))
