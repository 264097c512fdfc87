"""Fit the two tables of factbase/stance/model.py, and measure them on articles that they were not fitted on.

    python -m benchmarks.fit_stances CORPORA_FOLDER EVAL_FOLDER

Prints one JSON object: the tables, and for ten folds over the articles (an article's number modulo ten) the areas under
the curves, the figures of what would be placed, and the share of right sides by confidence. Rewriting the tables by
hand is deliberate: they are to be read before they are used.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from benchmarks.scoring import prf
from benchmarks.stances import Case, cases, side
from factbase.document import Method, Position
from factbase.stance import decide
from factbase.stance.model import Evidence, siding, taking
from factbase.stance.place import POSITION, SURE
from factbase.stance.readings import reads, sums, weighed
from factbase.stance.relevance import said
from factbase.stance.topics import compile_topic

FOLDS = 10
PENALTY = 40.0
"""On the squares of the weights of standardised figures."""
LEVELS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)

Array = npt.NDArray[np.float64]


class Row(NamedTuple):
    """One statement that the model weighs; `article` is its number in the gold."""

    article: int
    found: Evidence
    gold: Position | None
    ruled: bool
    """Rules decide it whatever the model says."""


class Placed(NamedTuple):
    position: float
    """The probability that it takes one."""
    support: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("evaluation", type=Path)
    options = parser.parse_args()
    gathered = list(cases(options.corpora / "polnear" / "dev", options.evaluation))
    rows = list(gathered_rows(gathered))
    print(json.dumps({"takes": _table(*_taking(rows)), "supports": _table(*_siding(rows))} | measured(gathered, rows)))


def gathered_rows(gathered: Iterable[Case]) -> Iterator[Row]:
    """What the model weighs, and what rules decide outright as well: both tell what words are worth."""
    numbers: dict[str, int] = {}
    for case in gathered:
        article = numbers.setdefault(case.document.id, len(numbers))
        topic = compile_topic(case.topic)
        found = reads(case.document, [said(case.document, s, topic) for s in case.statements], topic)
        in_all = sums(found)
        decided = decide(case.document, case.statements, case.topic)
        for read, made, gold in zip(found, decided, case.gold, strict=True):
            if read and read.open is None and not read.answers:
                yield Row(article, weighed(read, in_all), gold, made is not None and made.stance.method is Method.RULE)


def _taking(rows: Sequence[Row]) -> tuple[list[dict[str, float]], list[bool]]:
    return [taking(row.found) for row in rows], [row.gold is not None for row in rows]


def _siding(rows: Sequence[Row]) -> tuple[list[dict[str, float]], list[bool]]:
    sided = [row for row in rows if side(row.gold)]
    return [siding(row.found) for row in sided], [side(row.gold) > 0 for row in sided]


def _table(values: list[dict[str, float]], right: list[bool]) -> dict[str, float]:
    """The weights of the figures as they are, by name, rounded."""
    names = list(values[0])
    x = np.array([[value[name] for name in names] for value in values])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    weights = _fit((x - mean) / spread, np.array(right, dtype=float))
    plain = weights[:-1] / spread
    bias = weights[-1] - float(plain @ mean)
    return {"bias": round(float(bias), 2)} | {n: round(float(w), 2) for n, w in zip(names, plain, strict=True)}


def _fit(x: Array, y: Array) -> Array:
    """Newton's method; the last weight is the bias, which bears no penalty."""
    z = np.hstack([x, np.ones((len(x), 1))])
    penalty = np.diag([PENALTY] * x.shape[1] + [1e-6])
    weights = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ weights))
        gradient = z.T @ (p - y) + penalty @ weights
        weights -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + penalty, gradient)
    return weights


def measured(gathered: Sequence[Case], rows: Sequence[Row]) -> dict[str, Any]:
    """Each article by tables that were fitted without it."""
    placed = [_placed(rows, fold) for fold in range(FOLDS)]
    out = [placed[row.article % FOLDS](row.found) for row in rows]
    return {
        "auc": {
            "takes": _auc([p.position for p in out], [row.gold is not None for row in rows]),
            "supports": _auc(*_sided(out, rows)),
        },
        "figures": _figures(gathered, rows, out),
        "by_confidence": {str(low): _right(out, rows, low) for low in LEVELS},
    }


def _placed(rows: Sequence[Row], fold: int) -> Callable[[Evidence], Placed]:
    others = [row for row in rows if row.article % FOLDS != fold]
    takes, supports = _table(*_taking(others)), _table(*_siding(others))
    return lambda found: Placed(_probability(takes, taking(found)), _probability(supports, siding(found)))


def _probability(table: dict[str, float], values: dict[str, float]) -> float:
    return float(1 / (1 + np.exp(-table["bias"] - sum(table[name] * value for name, value in values.items()))))


def _sided(out: Sequence[Placed], rows: Sequence[Row]) -> tuple[list[float], list[bool]]:
    found = [(p.support, side(row.gold) > 0) for p, row in zip(out, rows, strict=True) if side(row.gold)]
    return [p for p, _ in found], [right for _, right in found]


def _auc(values: Sequence[float], right: Sequence[bool]) -> float:
    x, y = np.array(values), np.array(right)
    above = (x[y][:, None] > x[~y]).mean() + (x[y][:, None] == x[~y]).mean() / 2
    return round(float(above), 3)


def _figures(gathered: Sequence[Case], rows: Sequence[Row], out: Sequence[Placed]) -> dict[str, Any]:
    """What would be placed, with what rules alone decide."""
    ruled = [pair for case in gathered for pair in _ruled(case)]
    made = [
        (_side(p), side(r.gold) if r.gold else None) for p, r in zip(out, rows, strict=True) if _kept(p) and not r.ruled
    ]
    made += [(side(found), side(gold) if gold else None) for found, gold in ruled]
    gold = sum(position is not None for case in gathered for position in case.gold)
    both = [pair for pair in made if pair[1] is not None]
    right = sum(found == expected for found, expected in both)
    return {
        "takes_position": prf(len(both), len(made), gold),
        "side": prf(right, len(made), gold),
        "side_accuracy": round(right / len(both), 4),
    }


def _ruled(case: Case) -> Iterator[tuple[Position, Position | None]]:
    for found, gold in zip(decide(case.document, case.statements, case.topic), case.gold, strict=True):
        if found and found.stance.method is Method.RULE:
            yield found.stance.position, gold


def _kept(placed: Placed) -> bool:
    return placed.position >= POSITION and max(placed.support, 1 - placed.support) >= SURE


def _side(placed: Placed) -> int:
    return 1 if placed.support > 0.5 else -1


def _right(out: Sequence[Placed], rows: Sequence[Row], low: float) -> dict[str, Any]:
    """Of the statements that take a position, those whose side is at least so sure, and the share that is right."""
    sure = [
        _side(p) == side(row.gold)
        for p, row in zip(out, rows, strict=True)
        if row.gold and p.position >= POSITION and max(p.support, 1 - p.support) >= low
    ]
    return {"n": len(sure), "right": round(sum(sure) / len(sure), 3) if sure else None}


if __name__ == "__main__":
    main()
