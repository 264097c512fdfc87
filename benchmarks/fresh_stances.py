"""How well positions are placed on articles that no rule and no table was made with.

    python -m benchmarks.fresh_stances CORPORA_FOLDER

Every 105th of PolNeAR's training articles, from the 53rd by name: 8 articles, 23 propositions. The statements that the
program found in them were labelled by their words alone, before it had placed any: positions are counted among what was
found. The articles trained what finds statements, so that this measures positions alone. Prints one JSON object.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.stances import Placed, figures, read_document
from factbase.document import Position, Reading, Spans, Topic
from factbase.pipeline import read
from factbase.stance import decide

LABELS = Path(__file__).parent / "positions_train.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    corpus = parser.parse_args().corpora / "polnear" / "train"
    placed, gold = [], []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reading = read(read_document(corpus, row["doc"]))
        for k, proposition in enumerate(row["propositions"]):
            placed += list(outcomes(reading, proposition, k))
            gold += [Position(label["position"]) for label in proposition["stances"]]
    print(json.dumps(figures(placed, gold), indent=1))


def outcomes(reading: Reading, proposition: dict[str, Any], number: int) -> Iterator[Placed]:
    topic = Topic(f"fresh-{number}", proposition["text"], tuple(proposition["terms"]))
    labels = [(label["content"], Position(label["position"])) for label in proposition["stances"]]
    decided = decide(reading.document, reading.statements, topic)
    for statement, found in zip(reading.statements, decided, strict=True):
        if found:
            gold = next((p for spans, p in labels if overlap(statement.attribution.content, spans) >= 0.5), None)
            yield Placed(found.rule, found.stance.confidence, found.stance.position, gold)


def overlap(ours: Spans, labelled: list[list[int]]) -> float:
    """Shared characters by all characters of both."""
    one, other = ({i for start, end in spans for i in range(start, end)} for spans in (ours, labelled))
    return len(one & other) / len(one | other)


if __name__ == "__main__":
    main()
