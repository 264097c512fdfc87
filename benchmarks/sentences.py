"""How much is found in single sentences of other outlets and years; no label of theirs was learnt from.

    python -m benchmarks.sentences ../shared/corpora [--split train] [--model FOLDER] [--misses]

Takes the folder that holds `factappeal`. Its sentences mark facts for which a source is told, as quoted (direct) or
reported (indirect). Counted are sentences with one such fact and one source. Of opinions, wishes, views and demands it
marks nothing, so there is no precision. On the texts of the train split the network was taught.

direct, indirect   share of the facts of which at least half is found, by words, ascribed to the source (which may go
                   on: it ends before ", director of the board")
content            share of those found, whoever they are ascribed to
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.roles import unmarked
from factbase.document import Attribution, Span
from factbase.extract import Tagger, extract
from factbase.extract.attribution import meets
from factbase.extract.tagger import MODEL
from factbase.score import Scored, attributions


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and the fact in it; `kind` is direct or indirect."""

    text: str
    fact: Span
    source: Span
    kind: str


def cases(path: Path) -> Iterator[Case]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text, spans = unmarked(row["annotation"])
            facts = [(kind, span) for name, kind, span in spans if name == "Fact_Appeal"]
            sources = [span for name, _, span in spans if name == "Source"]
            if len(facts) == len(sources) == 1:
                kind, fact = facts[0]
                yield Case(text, fact, sources[0], "direct" if "Direct" in kind else "indirect")


def is_found(case: Case, told: Sequence[Attribution]) -> bool:
    predicted = [Scored(a.content, ()) for a in told]
    return attributions([(case.text, predicted, [Scored((case.fact,), ())])])["content_half"].recall == 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--split", default="val", choices=("train", "val"))
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--misses", action="store_true", help="list what is not found")
    args = parser.parse_args()
    tagger = Tagger(args.model)
    found: dict[str, list[bool]] = defaultdict(list)
    for case in cases(args.corpora / "factappeal" / f"{args.split}.csv"):
        [read] = extract([case.text], tagger)
        ascribed = [a for a in read.attributions if meets(case.source, a.source)]
        found[case.kind].append(is_found(case, ascribed))
        found["content"].append(is_found(case, read.attributions))
        if args.misses and not found[case.kind][-1]:
            told = [[case.text[slice(*span)] for span in (*a.source, *a.content)] for a in read.attributions]
            print(case.kind, case.text, told, sep=" | ")
    print(json.dumps({name: [round(sum(r) / len(r), 3), len(r)] for name, r in sorted(found.items())}))


if __name__ == "__main__":
    main()
