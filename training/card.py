"""The model card."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import matplotlib.pyplot as plt

from factbase.score import Figures

HEAD = """\
# The reader's model

Version {version}, made {made}. Finds attributions (content, cue, source) and names in English news.

## What it is

A BERT encoder of 8 layers (384 wide, grown from the 6 of sentence-transformers/all-MiniLM-L6-v2, Apache-2.0) with
embeddings for the shape of words, quotation marks and paragraph breaks, and heads for anchors (where a cue begins),
roles (what each word piece is to one anchor), names, and what pronouns and descriptions mean. Matrices in 7-bit whole
numbers, per channel, vectors of words in 8 bits. It was taught by a larger network (started from
sentence-transformers/all-mpnet-base-v2, Apache-2.0), which is not shipped.

## What it was trained on

| data | used for | licence |
|---|---|---|
| PolNeAR 1.0, train split: 840 political articles of seven US outlets, 2016 | anchors, roles | none stated: research |
| CoreNLP's names and chains of the same articles | names, pronouns, descriptions (silver) | as above |
| GUM, train documents of six genres | pronouns, descriptions; taught on | notes CC BY 4.0; texts CC BY, CC BY-SA |
| GAP, development split: 2,000 passages of Wikipedia | pronouns; taught on | Apache-2.0 |
| FactAppeal, train split: sentences of news | taught on | CC BY 4.0 |

How to make it again: docs/model.md.

## How good it is

PolNeAR's dev split (84 articles, 2,192 attributions), on which the threshold and the weights of the confidence were
chosen too. Scorer: `factbase/score.py`, sha256 {scorer}.

| figure | precision | recall | F1 |
|---|---|---|---|
"""

CONFIDENCE = """
## What a confidence means

The chance that content (at least half of its words) and source are right. Expected calibration error
{error:.3f}, each article judged by weights that were fitted on others (five folds). Candidates of less than
{least} are left out; of the statements with {sure} and more, {precision:.1%} are right.

![Reliability: what is claimed against what is right](reliability.svg)

| claimed | right | statements |
|---|---|---|
"""

FAILURES = """
## Known failures

- It was trained on US political news of 2016. Other countries, genres and years are read worse, headlines
  most of all.
- Paraphrase without a verb of saying, and thoughts and feelings ("fears that ..."), are the statements it misses most.
- The content of indirect speech often ends a clause too early or too late.
- Reports of reports are found where the inner one has a plain verb of saying. The development split does not annotate
  them, so each counts as an error there.
"""


SURE = 0.9


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of about one confidence: how many, the mean of what was claimed, and the share that is right."""

    count: int
    claimed: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    weights: tuple[float, ...]
    error: float  # expected calibration error of statements whose article the weights were not fitted on
    bins: tuple[Bin, ...]
    precision: float  # of those that are claimed to be right with SURE and more


@dataclass(frozen=True, slots=True)
class Measured:
    """What a card tells; `least` is the least confidence of a statement, `scorer` the sha256 of factbase/score.py."""

    figures: Mapping[str, Figures]
    calibration: Calibration
    least: float
    scorer: str


def card(version: str, measured: Measured, *, made: date) -> str:
    found = measured.calibration
    rows = [f"| {name} | {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} |" for name, f in measured.figures.items()]
    bins = [f"| {b.claimed:.2f} | {b.right:.2f} | {b.count} |" for b in found.bins]
    said = CONFIDENCE.format(error=found.error, least=measured.least, sure=SURE, precision=found.precision)
    return (
        HEAD.format(version=version, made=made, scorer=measured.scorer)
        + "\n".join(rows)
        + "\n"
        + said
        + "\n".join(bins)
        + "\n"
        + FAILURES
    )


def reliability(found: Calibration, path: Path) -> None:
    """Draws claimed against right; a dot's area is the number of statements."""
    with plt.rc_context({"svg.hashsalt": "reliability", "svg.fonttype": "none", "font.size": 9}):
        figure, axes = plt.subplots(figsize=(4, 4), layout="constrained")
        axes.plot([0, 1], [0, 1], color="0.7", linewidth=1, zorder=1)
        most = max(b.count for b in found.bins)
        axes.scatter(
            [b.claimed for b in found.bins],
            [b.right for b in found.bins],
            s=[20 + 180 * b.count / most for b in found.bins],
            color="#2166ac",
            zorder=2,
        )
        axes.set(xlim=(0, 1), ylim=(0, 1), aspect="equal", xlabel="confidence", ylabel="share that is right")
        figure.savefig(path, metadata={"Date": None})
        plt.close(figure)
