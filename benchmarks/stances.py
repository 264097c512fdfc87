"""How well positions are placed, on the spans and speakers that annotators gave.

    python benchmarks/stances.py CORPORA_FOLDER EVAL_FOLDER

Prints one JSON object: takes_position and side as precision, recall and F, the side's accuracy and macro-F1, the
mean distance in steps, figures by label, by rule and by confidence, and statements placed in a
second of processor time.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.scoring import prf
from factbase.document import (
    Act,
    Attribution,
    Document,
    Position,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Topic,
)
from factbase.extract.acts import act
from factbase.stance import decide, place

CONFIDENCES = (0.0, 0.6, 0.7, 0.8, 0.9)


class Case(NamedTuple):
    """One document, one topic, and the gold position of each statement."""

    document: Document
    statements: tuple[Statement, ...]
    topic: Topic
    gold: tuple[Position | None, ...]


class Placed(NamedTuple):
    rule: str
    confidence: float
    found: Position
    gold: Position | None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("evaluation", type=Path)
    options = parser.parse_args()
    gathered = list(cases(options.corpora / "polnear" / "dev", options.evaluation))
    placed = [row for case in gathered for row in outcomes(case)]
    gold = [position for case in gathered for position in case.gold if position]
    print(json.dumps(figures(placed, gold) | {"statements_per_cpu_second": speed(gathered)}, indent=1))


def cases(corpus: Path, evaluation: Path) -> Iterator[Case]:
    sys.path.insert(0, str(evaluation))
    from score_attributions import gold_documents, lower, read_annotations  # noqa: PLC0415  # lies in the given folder

    annotators = gold_documents(corpus)
    for line in (evaluation / "polnear-speakers-dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = read_document(corpus, row["doc"])
        spans = lower(read_annotations(annotators[row["doc"]][min(annotators[row["doc"]])]))
        statements = tuple(statement(document, *pair) for pair in zip(spans, row["statements"], strict=True))
        for k, proposition in enumerate(row["propositions"]):
            topic = Topic(f"gold-{k}", proposition["text"], tuple(proposition["terms"]))
            labels = {int(i): Position(label) for i, label in proposition["stances"].items()}
            yield Case(document, statements, topic, tuple(labels.get(i) for i in range(len(statements))))


def read_document(corpus: Path, name: str) -> Document:
    text = (corpus / "text" / f"{name}.txt").read_bytes().decode("utf-8")
    return Document(name, text, f"{name}.txt", "0" * 64, "gold 1", title=text.partition("\n")[0])


def statement(document: Document, roles: dict[str, list[tuple[int, int]]], who: dict[str, Any]) -> Statement:
    content, cue, source = (tuple(Span(*pair) for pair in roles[role]) for role in ("content", "cue", "source"))
    words, cue_words = (joined(document.text, spans) for spans in (content, cue))
    said = act(words, cue_words) if cue_words else Act.STATE
    speaker = _speaker(who)
    return Statement(Attribution(content, cue, source, QuoteKind.MIXED, said, 1.0), words, speaker, None)


def _speaker(who: dict[str, Any]) -> Speaker | None:
    if not who["name"]:
        return None
    return Speaker(who["name"], SpeakerKind(who["kind"] or "unnamed"), who["role"], who["organisation"])


def joined(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def outcomes(case: Case) -> list[Placed]:
    decided = decide(case.document, case.statements, case.topic)
    return [
        Placed(found.rule, found.stance.confidence, found.stance.position, gold)
        for found, gold in zip(decided, case.gold, strict=True)
        if found
    ]


def figures(placed: list[Placed], gold: list[Position]) -> dict[str, Any]:
    both = [row for row in placed if row.gold]
    agreeing = sum(same_side(row) for row in both)
    return {
        "takes_position": prf(len(both), len(placed), len(gold)),
        "side": prf(agreeing, len(placed), len(gold)),
        "side_accuracy": accuracy(both) | {"macro_f1": macro_f1(both)},
        "step_error": round(sum(abs(r.found.score - r.gold.score) for r in both if r.gold) / len(both), 3),
        "labels": {
            label.value: prf(
                sum(r.found == r.gold == label for r in both),
                sum(r.found == label for r in placed),
                sum(g == label for g in gold),
            )
            for label in Position
        },
        "at_confidence": {str(c): at_confidence(placed, c, len(gold)) for c in CONFIDENCES},
        "rules": {name: of_rule([r for r in placed if r.rule == name]) for name in sorted({r.rule for r in placed})},
    }


def at_confidence(placed: list[Placed], least: float, gold: int) -> dict[str, Any]:
    sure = [row for row in placed if row.confidence >= least]
    both = [row for row in sure if row.gold]
    return accuracy(both) | {"takes_position": prf(len(both), len(sure), gold)}


def of_rule(rows: list[Placed]) -> dict[str, Any]:
    """How often the rule spoke, spoke where there is a position, took the right side, and how sure it was."""
    both = [row for row in rows if row.gold]
    mean = round(sum(row.confidence for row in rows) / len(rows), 2)
    return {"rows": len(rows), "takes_position": round(len(both) / len(rows), 3), "confidence": mean} | accuracy(both)


def accuracy(both: list[Placed]) -> dict[str, Any]:
    return {"accuracy": round(sum(map(same_side, both)) / len(both), 4) if both else None, "n": len(both)}


def macro_f1(both: list[Placed]) -> float:
    counts: Counter[tuple[str, int]] = Counter()
    for row in both:
        counts["found", side(row.found)] += 1
        counts["gold", side(row.gold)] += 1
        counts["right", side(row.found)] += same_side(row)
    sides = [s for s in (-1, 0, 1) if counts["found", s] + counts["gold", s]]
    return round(sum(2 * counts["right", s] / (counts["found", s] + counts["gold", s]) for s in sides) / len(sides), 4)


def side(position: Position | None) -> int:
    score = position.score if position else 0
    return (score > 0) - (score < 0)


def same_side(row: Placed) -> bool:
    return side(row.found) == side(row.gold)


def speed(gathered: list[Case]) -> int:
    """Statements that one topic is placed over in a second of processor time."""
    start, count = time.process_time(), 0
    while (spent := time.process_time() - start) < 2:
        for case in gathered:
            count += len(place(case.document, case.statements, case.topic))
    return round(count / spent)


if __name__ == "__main__":
    main()
