"""How well statements are dated where their spans are known.

    python benchmarks/dates.py CORPORA_FOLDER EVAL_FOLDER [--errors]

CORPORA_FOLDER holds polnear/, EVAL_FOLDER holds score_speakers.py and polnear-speakers-dev.jsonl. Prints JSON:
precision, recall and F of `said` (the same days) and `said_overlap` by that scorer, the share of right dates by
confidence, and words a second. `speakers_given` are the same figures where the gold names tell who speaks. With
--errors, one line for every date that differs.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factbase.document import Act, Attribution, Document, QuoteKind, Said, Span, Speaker, SpeakerKind
from factbase.when import date_statements

Row = dict[str, Any]


def attributions(read: list[dict[str, list[tuple[int, int]]]]) -> list[Attribution]:
    def spans(pairs: list[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(Span(*pair) for pair in pairs)

    return [
        Attribution(spans(a["Content"]), spans(a["Cue"]), spans(a["Source"]), QuoteKind.INDIRECT, Act.STATE, 1.0)
        for a in read
    ]


def documents(corpora: Path, evaluation: Path) -> Iterator[tuple[Row, Document, list[Attribution]]]:
    sys.path.insert(0, str(evaluation))
    from score_attributions import gold_documents, read_annotations  # noqa: PLC0415  in the folder just named

    corpus = corpora / "polnear"
    with (corpus / "metadata.tsv").open(encoding="utf-8") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        published = {row["filename"]: row["publication_date"] for row in rows}
    annotated = gold_documents(corpus / "dev")
    for line in (evaluation / "polnear-speakers-dev.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        name = gold["doc"]
        text = (corpus / "dev" / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        document = Document(name, text, name, "", "text 1", published=published[name])
        yield gold, document, attributions(read_annotations(annotated[name][min(annotated[name])]))


def prediction(name: str, found: list[Attribution], said: tuple[Said | None, ...]) -> Row:
    return {
        "doc": name,
        "statements": [
            {
                "content": a.content,
                "source": a.source,
                "said": {"from": str(s.range.start), "to": str(s.range.end)} if s and s.range else None,
            }
            for a, s in zip(found, said, strict=True)
        ],
    }


def scores(corpora: Path, evaluation: Path, predictions: list[Row]) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.jsonl"
        path.write_text("\n".join(map(json.dumps, predictions)), encoding="utf-8")
        scorer, gold = evaluation / "score_speakers.py", evaluation / "polnear-speakers-dev.jsonl"
        command = [sys.executable, str(scorer), str(corpora / "polnear" / "dev"), str(gold), str(path), "--json"]
        printed: Row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {name: printed[name] for name in ("said", "said_overlap")}


def speakers(gold: Row) -> list[Speaker | None]:
    return [Speaker(s["name"], SpeakerKind(s["kind"])) if s["name"] else None for s in gold["statements"]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("evaluation", type=Path)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    predictions, given, seconds, words = [], [], 0.0, 0
    by_confidence: dict[float, list[bool]] = defaultdict(list)
    for gold, document, found in documents(args.corpora, args.evaluation):
        started = time.perf_counter()
        said = date_statements(document, found)
        seconds += time.perf_counter() - started
        words += len(document.text.split())
        predictions.append(prediction(document.id, found, said))
        told = date_statements(document, found, speakers=speakers(gold))
        given.append(prediction(document.id, found, told))
        for row, attribution, one in zip(gold["statements"], found, said, strict=True):
            days = [str(one.range.start), str(one.range.end)] if one and one.range else None
            if one and days:
                by_confidence[one.confidence].append(days == row["said"])
            if args.errors and days != row["said"]:
                cue = " ".join(document.text[s:e] for s, e in attribution.source + attribution.cue)
                print(document.id[:30], row["id"], cue[:60], one, row["said"], row["said_text"], sep=" | ")
    out = scores(args.corpora, args.evaluation, predictions)
    out["speakers_given"] = scores(args.corpora, args.evaluation, given)
    out["by_confidence"] = {
        c: [round(sum(hits) / len(hits), 3), len(hits)] for c, hits in sorted(by_confidence.items())
    }
    out["words_per_second"] = round(words / seconds)
    print(json.dumps(out))


if __name__ == "__main__":
    main()
