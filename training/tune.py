"""Fit the confidence, choose how much of it a statement needs, measure, write the card: all on the development split.

python -m training.tune --corpora ../shared/corpora --model factbase/extract/model
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

from factbase import score
from factbase.document import Span, Spans
from factbase.extract import Tagger, extract
from factbase.extract.attribution import Candidate, candidates
from factbase.extract.windows import Parts, tagged
from training.card import SURE, Bin, Calibration, Measured, card, reliability
from training.corpus import Article, articles

THRESHOLD = 0.2  # what is no cue for sure is not looked at
LEAST_CONFIDENCES = tuple(round(0.2 + 0.025 * k, 3) for k in range(13))
NESTED_THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
INNER_CONFIDENCES = (0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
NESTED_COST = 0.002
INNER_COST = 0.0065  # of 45 that were read, 35 are reports; the articles' annotators were not asked for them
BINS = 10

Floats = npt.NDArray[np.float64]


def decoded(tagger: Tagger, gold: Sequence[Article], parts: Sequence[Parts]) -> list[list[Candidate]]:
    return [candidates(a.text, p, tagger) for a, p in zip(gold, parts, strict=True)]


def measure(gold: Sequence[Article], found: Sequence[Sequence[Candidate]]) -> dict[str, score.Figures]:
    return score.attributions(
        (a.text, [_scored(c) for c in candidates], _gold(a)) for a, candidates in zip(gold, found, strict=True)
    )


def _scored(candidate: Candidate) -> score.Scored:
    return score.Scored(candidate.attribution.content, candidate.attribution.source)


def _gold(article: Article) -> list[score.Scored]:
    def spans(found: list[tuple[int, int]]) -> Spans:
        return tuple(Span(*s) for s in found)

    return [score.Scored(spans(a.content), spans(a.source)) for a in article.attributions]


def choose_least_confidence(gold: Sequence[Article], found: Sequence[Sequence[Candidate]]) -> float:
    """The one with the best sum of the F1s of attribution and of content tokens."""

    def quality(least: float) -> float:
        figures = measure(gold, [[c for c in group if c.attribution.confidence >= least] for group in found])
        print("least confidence", least, figures["attribution"].f1, figures["content_token"].f1, flush=True)
        return figures["attribution"].f1 + figures["content_token"].f1

    return max(LEAST_CONFIDENCES, key=quality)


def choose_nested_threshold(tagger: Tagger, gold: Sequence[Article], parts: Sequence[Parts]) -> float:
    """The least threshold of reports in reports that costs next to nothing: the articles do not annotate them."""

    def f1(threshold: float) -> float:
        tagger.settings = replace(tagger.settings, nested_threshold=threshold)
        return measure(gold, decoded(tagger, gold, parts))["attribution"].f1

    none = f1(1.1)
    return next((t for t in NESTED_THRESHOLDS if f1(t) >= none - NESTED_COST), 1.1)


def choose_inner_confidence(tagger: Tagger, gold: Sequence[Article]) -> float:
    """The same for reports that are found when a content is read by itself."""

    def f1(confidence: float) -> float:
        tagger.settings = replace(tagger.settings, inner_confidence=confidence)
        return whole(tagger, gold)["attribution"].f1

    none = f1(1.1)
    return next((c for c in INNER_CONFIDENCES if f1(c) >= none - INNER_COST), 1.1)


def whole(tagger: Tagger, gold: Sequence[Article]) -> dict[str, score.Figures]:
    """The figures of all that the program finds."""
    return score.attributions(
        (a.text, [score.Scored(f.content, f.source) for f in found.attributions], _gold(a))
        for a, found in zip(gold, extract([a.text for a in gold], tagger), strict=True)
    )


def calibrate(gold: Sequence[Article], found: Sequence[Sequence[Candidate]]) -> Calibration:
    """Logistic regression; its error is measured over five folds of articles, the weights are of all."""
    rows = [
        (fold % 5, c.evidence, i in right)
        for fold, (a, group) in enumerate(zip(gold, found, strict=True))
        for right in [score.matches(a.text, [_scored(c) for c in group], _gold(a))]
        for i, c in enumerate(group)
    ]
    if not rows:
        raise SystemExit("The model finds no statement in the development split: it has learnt too little to be tuned.")
    folds = np.array([r[0] for r in rows])
    x = np.array([(1.0, *r[1]) for r in rows])
    y = np.array([r[2] for r in rows], dtype=np.float64)
    chances = np.zeros(len(y))
    for fold in range(5):
        chances[folds == fold] = _sigmoid(x[folds == fold] @ _logistic(x[folds != fold], y[folds != fold]))
    bins = tuple(_bins(chances, y))
    error = sum(b.count * abs(b.claimed - b.right) for b in bins) / len(y)
    weights = tuple(round(float(w), 5) for w in _logistic(x, y))
    return Calibration(weights, round(error, 4), bins, round(float(y[chances >= SURE].mean()), 4))


def _logistic(x: Floats, y: Floats, *, ridge: float = 1.0) -> Floats:
    """Newton's method; converges in a few steps on so few weights."""
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        p = _sigmoid(x @ weights)
        gradient = x.T @ (p - y) + ridge * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(x.shape[1])
        weights = weights - np.linalg.solve(hessian, gradient)
    return weights


def _sigmoid(x: Floats) -> Floats:
    return 1 / (1 + np.exp(-x))


def _bins(chances: Floats, right: Floats) -> Iterator[Bin]:
    at = np.minimum((chances * BINS).astype(int), BINS - 1)
    for k in range(BINS):
        if (inside := at == k).any():
            yield Bin(int(inside.sum()), round(float(chances[inside].mean()), 3), round(float(right[inside].mean()), 3))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    gold = articles(args.corpora / "polnear" / "dev")
    tagger = Tagger(args.model)
    parts = [tagged(a.text, tagger) for a in gold]  # the network's word, once: what follows decodes it in many ways
    tagger.settings = replace(
        tagger.settings, threshold=THRESHOLD, nested_threshold=1.1, least_confidence=0.0, inner_confidence=1.1
    )
    calibration = calibrate(gold, decoded(tagger, gold, parts))
    tagger.settings = replace(tagger.settings, calibration=calibration.weights)
    least = choose_least_confidence(gold, decoded(tagger, gold, parts))
    tagger.settings = replace(tagger.settings, least_confidence=least)
    nested = choose_nested_threshold(tagger, gold, parts)
    tagger.settings = replace(tagger.settings, nested_threshold=nested)
    inside = choose_inner_confidence(tagger, gold)
    tagger.settings = replace(tagger.settings, inner_confidence=inside)
    figures = whole(tagger, gold)
    _update(
        args.model / "settings.json", threshold=THRESHOLD, nested_threshold=nested, least_confidence=least,
        inner_confidence=inside, calibration=calibration.weights,
    )  # fmt: skip
    digest = hashlib.sha256(Path(score.__file__).read_bytes()).hexdigest()
    measured = Measured(figures, calibration, least, digest)
    text = card(tagger.version, measured, made=datetime.now(UTC).date())
    (args.model / "CARD.md").write_text(text, encoding="utf-8")
    reliability(calibration, args.model / "reliability.svg")
    print(json.dumps({name: asdict(f) for name, f in figures.items()} | {"calibration_error": calibration.error}))


def _update(path: Path, **values: object) -> None:
    settings = json.loads(path.read_text(encoding="utf-8")) | values
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
