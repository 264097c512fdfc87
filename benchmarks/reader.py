"""What a careful reader makes of when statements were made: what there is to reach.

    factbase extract ARTICLES > predictions.jsonl
    python -m benchmarks.reader CORPORA_FOLDER EVAL_FOLDER predictions.jsonl

dates-again.tsv beside this file is a second reading of the gold's 40 articles along its guide, by somebody who did not
see the gold: one line for the statements of a document that were made in the same days, by their numbers in the gold;
those that an earlier run of the program had found beyond the gold by their first and last characters ("1204-1310").
Prints JSON: `agreement` of that reading with the gold, and `said` of score_speakers.py for the predictions as they are
(`program`) and with the reader's days in place of the program's (`reader`). A statement found that is neither the
gold's nor in the table gets no day of the reader's.
"""

import argparse
import csv
import importlib
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks.scoring import prf, score_speakers

GOLD = "polnear-speakers-dev.jsonl"
AGAIN = Path(__file__).with_name("dates-again.tsv")
SAME_STATEMENT = 0.5

Row = dict[str, Any]
Days = tuple[str, str]


def second_reading() -> dict[str, dict[str, Days]]:
    """By document and statement."""
    out: dict[str, dict[str, Days]] = defaultdict(dict)
    with AGAIN.open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            out[row["document"]] |= {key: (row["from"], row["to"]) for key in row["statements"].split(",") if key}
    return out


def lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def agreement(gold: list[Row], again: dict[str, dict[str, Days]]) -> dict[str, float]:
    """Precision, recall and F of the same days, the gold's taken for right."""
    right = first = second = 0
    for row in gold:
        for one in row["statements"]:
            days = again[row["doc"]].get(str(one["id"]))
            first += bool(one["said"])
            second += bool(days)
            right += bool(days) and list(days or ()) == one["said"]
    return prf(right, second, first)


def as_read(score: Any, files: dict[str, Path], text: str, found: list[Row], again: dict[str, Days]) -> list[Row]:
    """The statements found in a text, with the reader's days; `files` are its annotations, by annotator."""
    words = score.Words(text)
    annotated = [
        {"content": words.within(one["content"])} for one in score.lower(score.read_annotations(files[min(files)]))
    ]
    guesses = [{"content": words.within(one["content"]), "at": at} for at, one in enumerate(found)]
    guesses = [one for one in guesses if one["content"]]
    pairs = score.match(guesses, annotated, lambda a, b: score.iou(a["content"], b["content"]) >= SAME_STATEMENT)
    numbers = {guesses[i]["at"]: str(j) for i, j in pairs}
    keys = [numbers.get(at) or f"{one['content'][0][0]}-{one['content'][-1][1]}" for at, one in enumerate(found)]
    days = [again.get(key) for key in keys]
    told = [{"from": both[0], "to": both[1]} if both else None for both in days]
    return [one | {"said": said} for one, said in zip(found, told, strict=True)]


def said(evaluation: Path, split: Path, predictions: list[Row]) -> dict[str, float]:
    """What score_speakers.py prints of dates."""
    gold = (evaluation / GOLD).read_text(encoding="utf-8").splitlines()
    printed = score_speakers(evaluation / "score_speakers.py", split, gold, map(json.dumps, predictions))
    return dict(printed["said_overlap"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("evaluation", type=Path)
    parser.add_argument("predictions", type=Path)
    args = parser.parse_args()
    sys.path.insert(0, str(args.evaluation))
    score = importlib.import_module("score_attributions")
    split, again, gold = args.corpora / "polnear" / "dev", second_reading(), lines(args.evaluation / GOLD)
    names = {row["doc"] for row in gold}
    found = [row for row in lines(args.predictions) if row["doc"] in names]
    files, read = score.gold_documents(split), []
    for row in found:
        name = row["doc"]
        text = (split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        read.append(row | {"statements": as_read(score, files[name], text, row["statements"], again[name])})
    out = {"program": said(args.evaluation, split, found), "reader": said(args.evaluation, split, read)}
    print(json.dumps({"agreement": agreement(gold, again)} | out))


if __name__ == "__main__":
    main()
