"""What each part of reading is worth: the trained model with one part taken away at a time, as JSON.

    python -m benchmarks.ablation ../shared/corpora > benchmarks/ablation.json

Figures are F1 of attribution on PolNeAR's development split. A feature is taken away when the model is used, not when
it is trained, so a loss says how much the model leans on it, not how well one without it could do. Reports inside
reports are left out: the corpus does not annotate them.
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from factbase import score
from factbase.document import Span, Spans
from factbase.extract import Tagger
from factbase.extract.attribution import decode
from factbase.extract.features import Encoded, encode
from factbase.extract.windows import windows
from training.corpus import Article, articles

Change = Callable[[Encoded], Encoded]


def hidden(name: str) -> Change:
    return lambda pieces: replace(pieces, **{name: np.zeros_like(getattr(pieces, name))})


def measure(tagger: Tagger, gold: list[Article], change: Change, *, window: int, overlap: int) -> float:
    def read(article: Article) -> list[score.Scored]:
        pieces = change(encode(article.text, tagger.tokenizer))
        cut = windows(pieces, length=window, overlap=overlap)
        found = decode(article.text, [(w, tagger.tag(w)) for w in cut], tagger)
        return [score.Scored(a.content, a.source) for a in found.attributions]

    figures = score.attributions((a.text, read(a), _gold(a)) for a in gold)
    return figures["attribution"].f1


def _gold(article: Article) -> list[score.Scored]:
    def spans(found: list[tuple[int, int]]) -> Spans:
        return tuple(Span(*s) for s in found)

    return [score.Scored(spans(a.content), spans(a.source)) for a in article.attributions]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    gold = articles(parser.parse_args().corpora / "polnear" / "dev")
    tagger = Tagger()
    whole = {"window": tagger.settings.window, "overlap": tagger.settings.overlap}
    out = {"model": tagger.version, "whole": measure(tagger, gold, lambda p: p, **whole)}
    for name in ("shapes", "quotes", "breaks"):
        out[f"without {name}"] = measure(tagger, gold, hidden(name), **whole)
    for overlap in (20, 32, 64, 128):
        out[f"overlap {overlap}"] = measure(tagger, gold, lambda p: p, window=whole["window"], overlap=overlap)
    for window in (192, 256, 448):
        out[f"window {window}"] = measure(tagger, gold, lambda p: p, window=window, overlap=whole["overlap"])
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
