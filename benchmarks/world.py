"""How well positions are placed on world news, one sentence at a time.

    python -m benchmarks.world [--half work|held] [--wrong]

`world.tsv` holds 192 sentences about 32 propositions (`world_topics.jsonl`) in the language of diplomacy, each with the
step that docs/positions.md gives it, written before the rules were looked at again, the last 72 a while after the
others; the speakers are invented. Rules
may be written with the `work` half in view; the `held` half is for the report alone. Prints one JSON object a half;
`--wrong` lists what came out otherwise.
"""

import argparse
import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from factbase.document import (
    Attribution,
    Document,
    Position,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    Topic,
)
from factbase.extract.acts import act
from factbase.stance import place

HERE = Path(__file__).parent
HALVES = ("work", "held")


class Row(NamedTuple):
    half: str
    topic: Topic
    gold: Position | None
    kind: SpeakerKind
    source: str
    cue: str
    content: str


class Outcome(NamedTuple):
    row: Row
    found: Stance | None

    @property
    def exact(self) -> bool:
        return (self.found.position if self.found else None) == self.row.gold

    @property
    def right_side(self) -> bool:
        return side(self.found.position if self.found else None) == side(self.row.gold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, action="append")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    found = [Outcome(row, placed(row)) for row in rows()]
    for half in options.half or HALVES:
        own = [outcome for outcome in found if outcome.row.half == half]
        print(json.dumps({half: figures(own)}))
        if options.wrong:
            show([outcome for outcome in own if not outcome.exact])


def rows() -> list[Row]:
    topics = {
        topic.slug: topic for topic in map(read_topic, (HERE / "world_topics.jsonl").read_text("utf-8").splitlines())
    }
    with (HERE / "world.tsv").open(encoding="utf-8", newline="") as lines:
        return [read_row(row, topics) for row in csv.DictReader(lines, delimiter="\t")]


def read_topic(line: str) -> Topic:
    row = json.loads(line)
    return Topic(row["slug"], row["proposition"], tuple(row["terms"]))


def read_row(row: dict[str, str], topics: dict[str, Topic]) -> Row:
    gold = None if row["position"] == "none" else Position(row["position"])
    return Row(
        row["half"], topics[row["topic"]], gold, SpeakerKind(row["kind"]), row["source"], row["cue"], row["content"]
    )


def placed(row: Row) -> Stance | None:
    """Where the sentence "source cue content." alone is placed."""
    text, spans = "", []
    for part in (row.source, row.cue, row.content):
        start = len(text) + bool(text)
        text += (" " if text else "") + part
        spans.append((Span(start, len(text)),))
    source, cue, content = spans
    found = Attribution(content, cue, source, QuoteKind.INDIRECT, act(row.content, row.cue), 1.0)
    statement = Statement(found, row.content, Speaker(row.source, row.kind), None)
    return place(Document("world", f"{text}.", "world.tsv", "0" * 64, "text 1"), [statement], row.topic)[0]


def side(position: Position | None) -> int | None:
    return None if position is None else (position.score > 0) - (position.score < 0)


def figures(found: Sequence[Outcome]) -> dict[str, int]:
    """Of how many rows the step is right, the side is (none counts as one), and how many are worse than left out:
    placed on another side than their own, or where there is none to place them on."""
    return {
        "rows": len(found),
        "step": sum(outcome.exact for outcome in found),
        "side": sum(outcome.right_side for outcome in found),
        "wrong_side": sum(outcome.found is not None and not outcome.right_side for outcome in found),
        "missed": sum(outcome.found is None and outcome.row.gold is not None for outcome in found),
    }


def show(wrong: Sequence[Outcome]) -> None:
    for row, found in wrong:
        name = f"{found.position} {found.confidence} by {found.words!r}" if found else "none"
        print(f"{row.topic.slug}: {row.source} | {row.cue} | {row.content}\n    {row.gold or 'none'}, found {name}")


if __name__ == "__main__":
    main()
