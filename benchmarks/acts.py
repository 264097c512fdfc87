"""How well acts are told: on PLOVER's gold sentences, and on 200 statements of PolNeAR's development split.

    python -m benchmarks.acts CORPORA_FOLDER

Prints one JSON object: precision, recall and F of each label, accuracy and macro-F1 over all. PLOVER's classes are
wider than our acts, so acts are mapped to classes: demand and appeal to DEMAND and so on. The first words that PLOVER
marks as the event are taken for the cue, and all that follows for the content. The statements were drawn at random and
labelled by hand before the program's answers were seen (acts.jsonl: document, offsets, act).
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.scoring import prf
from factbase.document import Act
from factbase.extract.acts import act

CLASSES = {
    Act.AGREE: "AGREE",
    Act.PLEDGE: "AGREE",
    Act.PRAISE: "SUPPORT",
    Act.DEFEND: "SUPPORT",
    Act.APOLOGISE: "SUPPORT",
    Act.DEMAND: "DEMAND",
    Act.APPEAL: "DEMAND",
    Act.CRITICISE: "DISAPPROVE",
    Act.ACCUSE: "DISAPPROVE",
    Act.REJECT: "REJECT",
    Act.DENY: "REJECT",
    Act.THREATEN: "THREATEN",
    Act.WARN: "THREATEN",
}
LABELLED = Path(__file__).with_name("acts.jsonl")
RECORD = re.compile(r'"event":\s*"(?P<event>\w+)".*?"markup":\s*"(?P<markup>(?:[^"\\]|\\.)*)"', re.S)
EVENT = re.compile(r"\(EVT:\s*([^()]*)\)")
MARK = re.compile(r"\([A-Z/ ]+:\s*([^()]*)\)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what went wrong instead")
    options = parser.parse_args()
    rows = {
        "plover": [
            (gold, CLASSES.get(found := act(content, cue), "other"), found, cue, content)
            for gold, cue, content in sentences(options.corpora / "plover")
        ],
        "polnear dev": [
            (gold, found := act(content, cue, following=following), found, cue, content)
            for gold, cue, content, following in statements(options.corpora / "polnear" / "dev")
        ],
    }
    if options.errors:
        for row in (row for found in rows.values() for row in found if row[0] != row[1]):
            print(*row, sep=" | ")
        return
    print(json.dumps({name: figures([row[:2] for row in found]) for name, found in rows.items()}, indent=1))


def statements(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Act, cue, content and the mark after it of the statements that were labelled by hand."""
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (folder / "text" / f"{row['doc']}.txt").read_bytes().decode("utf-8")
        cue, content = (" ".join(text[s:e] for s, e in row[name]) for name in ("cue", "content"))
        end = row["content"][-1][1]
        yield row["act"], cue, content, text[end : end + 1]


def sentences(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Class, cue and content of every marked sentence of a verbal class. The file is almost JSON: commas lack."""
    text = (folder / "PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8")
    for record in text.split('"id":')[1:]:
        found = RECORD.search(record)
        if found and found["event"] in CLASSES.values() and (event := EVENT.search(found["markup"])):
            yield found["event"], event[1], MARK.sub(r"\1", found["markup"][event.end() :]).strip()


def figures(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    gold, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    right = Counter(g for g, f in pairs if g == f)
    labels = {label: prf(right[label], found[label], gold[label]) for label in sorted(gold)}
    return {
        "sentences": len(pairs),
        "accuracy": round(sum(right.values()) / len(pairs), 4),
        "macro_f1": round(sum(row["f"] for row in labels.values()) / len(labels), 4),
        "labels": labels,
    }


if __name__ == "__main__":
    main()
