"""The model card."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from factbase.score import Figures

HEAD = """\
# The reader's model

Version {version}, made {made}. Finds attributions (content, cue, source) and names in English news.

## What it is

A BERT encoder of 6 layers (384 wide, started from sentence-transformers/all-MiniLM-L6-v2, Apache-2.0) with embeddings
for the shape of words, quotation marks and paragraph breaks, and heads for anchors (where a cue begins), roles (what
each word piece is to one anchor) and names. Weights in 7-bit whole numbers, per channel.

## What it was trained on

| data | used for | licence |
|---|---|---|
| PolNeAR 1.0, train split: 840 political articles of seven US outlets, 2016 | anchors, roles | none stated: research |
| CoreNLP's names of the same articles | names (silver) | as above |

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
{error:.3f}, each article judged by weights that were fitted on others (five folds).

| claimed | right | statements |
|---|---|---|
"""

FAILURES = """
## Known failures

- It was trained on US political news of 2016. Other countries, genres and years are read worse; transcripts
  (`Name: "..."`) and headlines most of all.
- Paraphrase without a verb of saying, and thoughts and feelings ("fears that ..."), are the statements it misses most.
- The content of indirect speech often ends a clause too early or too late.
- Reports of reports: as a rule only the outer one is found. The development split does not annotate them.
"""


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


def card(version: str, figures: Mapping[str, Figures], calibration: Calibration, *, scorer: str, made: date) -> str:
    rows = [f"| {name} | {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} |" for name, f in figures.items()]
    bins = [f"| {b.claimed:.2f} | {b.right:.2f} | {b.count} |" for b in calibration.bins]
    return (
        HEAD.format(version=version, made=made, scorer=scorer)
        + "\n".join(rows)
        + "\n"
        + CONFIDENCE.format(error=calibration.error)
        + "\n".join(bins)
        + "\n"
        + FAILURES
    )
