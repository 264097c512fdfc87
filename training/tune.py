"""Choose the threshold, fit the confidence, measure, and write the model card, all on the development split.

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
from factbase.extract import Tagger
from factbase.extract.attribution import Candidate, candidates, windows
from factbase.extract.features import encode
from factbase.extract.tagger import Tagged, Window
from training.card import Bin, Calibration, card
from training.corpus import Article, articles

THRESHOLDS = tuple(round(0.2 + 0.05 * k, 2) for k in range(10))
NESTED_THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
NESTED_COST = 0.002
BINS = 10

Parts = list[tuple[Window, Tagged]]
Floats = npt.NDArray[np.float64]


def tagged(tagger: Tagger, gold: Sequence[Article]) -> list[Parts]:
    """The network's word on every article, once: what follows tries many ways to decode it."""
    out = []
    for article in gold:
        pieces = encode(article.text, tagger.tokenizer)
        cut = windows(pieces, length=tagger.settings.window, overlap=tagger.settings.overlap)
        out.append([(window, tagger.tag(window)) for window in cut])
    return out


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


def choose_threshold(tagger: Tagger, gold: Sequence[Article], parts: Sequence[Parts]) -> float:
    """The threshold of the anchors with the best F1 of attribution."""
    figures = {}
    for threshold in THRESHOLDS:
        tagger.settings = replace(tagger.settings, threshold=threshold)
        figures[threshold] = measure(gold, decoded(tagger, gold, parts))["attribution"].f1
        print("threshold", threshold, figures[threshold], flush=True)
    return max(figures, key=lambda t: figures[t])


def choose_nested_threshold(tagger: Tagger, gold: Sequence[Article], parts: Sequence[Parts]) -> float:
    """The least threshold of reports in reports that costs next to nothing: the articles do not annotate them."""

    def f1(threshold: float) -> float:
        tagger.settings = replace(tagger.settings, nested_threshold=threshold)
        return measure(gold, decoded(tagger, gold, parts))["attribution"].f1

    none = f1(1.1)
    for threshold in NESTED_THRESHOLDS:
        if f1(threshold) >= none - NESTED_COST:
            return threshold
    return 1.1


def calibrate(gold: Sequence[Article], found: Sequence[Sequence[Candidate]]) -> Calibration:
    """Logistic regression; its error is measured over five folds of articles, the weights are of all."""
    rows = [
        (fold % 5, c.evidence, i in right)
        for fold, (a, group) in enumerate(zip(gold, found, strict=True))
        for right in [score.matches(a.text, [_scored(c) for c in group], _gold(a))]
        for i, c in enumerate(group)
    ]
    folds = np.array([r[0] for r in rows])
    x = np.array([(1.0, *r[1]) for r in rows])
    y = np.array([r[2] for r in rows], dtype=np.float64)
    chances = np.zeros(len(y))
    for fold in range(5):
        weights = _logistic(x[folds != fold], y[folds != fold])
        chances[folds == fold] = _sigmoid(x[folds == fold] @ weights)
    bins = tuple(_bins(chances, y))
    error = sum(b.count * abs(b.claimed - b.right) for b in bins) / len(y)
    return Calibration(tuple(round(float(w), 5) for w in _logistic(x, y)), round(error, 4), bins)


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
    parts = tagged(tagger, gold)
    tagger.settings = replace(tagger.settings, nested_threshold=1.1)
    threshold = choose_threshold(tagger, gold, parts)
    tagger.settings = replace(tagger.settings, threshold=threshold)
    nested = choose_nested_threshold(tagger, gold, parts)
    tagger.settings = replace(tagger.settings, nested_threshold=nested)
    calibration = calibrate(gold, decoded(tagger, gold, parts))
    tagger.settings = replace(tagger.settings, calibration=calibration.weights)
    figures = measure(gold, decoded(tagger, gold, parts))
    _update(args.model / "settings.json", threshold=threshold, nested_threshold=nested, calibration=calibration.weights)
    digest = hashlib.sha256(Path(score.__file__).read_bytes()).hexdigest()
    text = card(tagger.version, figures, calibration, scorer=digest, made=datetime.now(UTC).date())
    (args.model / "CARD.md").write_text(text, encoding="utf-8")
    print(json.dumps({name: asdict(f) for name, f in figures.items()} | {"calibration_error": calibration.error}))


def _update(path: Path, **values: object) -> None:
    settings = json.loads(path.read_text(encoding="utf-8")) | values
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
