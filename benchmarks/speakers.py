"""How well speakers are resolved, given the right spans.

    python benchmarks/speakers.py ../shared [--misses N]

Takes the folder that holds `corpora/polnear` and `eval/score_speakers.py`. Attributions are the first annotator's,
entities CoreNLP's, so that what is measured is resolution alone. Prints the scorer's figures, accuracy by rule and
speed as JSON.
"""

import argparse
import csv
import gzip
import importlib
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from subprocess import run
from typing import Any

from factbase.document import Act, Attribution, Document, Entity, EntityKind, Extraction, QuoteKind, Span, Speaker
from factbase.resolve import load_registry, resolve

KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORGANIZATION": EntityKind.ORGANISATION,
    "LOCATION": EntityKind.PLACE,
    "MISC": EntityKind.OTHER,
}


def silver_entities(row: dict[str, Any]) -> tuple[Entity, ...]:
    """Adjacent tokens of one class are one entity."""
    out: list[Entity] = []
    for sentence in row["sentences"]:
        previous = "O"
        for start, end, _, label in sentence:
            if label in KINDS and label == previous:
                out[-1] = Entity(Span(out[-1].span.start, end), KINDS[label])
            elif label in KINDS:
                out.append(Entity(Span(start, end), KINDS[label]))
            previous = label
    return tuple(out)


def gold_extraction(annotations: list[dict[str, Any]], entities: tuple[Entity, ...]) -> Extraction:
    def spans(pairs: list[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(Span(*pair) for pair in pairs)

    attributions = tuple(
        Attribution(spans(a["content"]), spans(a["cue"]), spans(a["source"]), QuoteKind.INDIRECT, Act.STATE, 1.0)
        for a in annotations
    )
    return Extraction(attributions, entities)


def statement(annotation: dict[str, Any], speaker: Speaker | None) -> dict[str, Any]:
    told = (
        {"name": speaker.name, "kind": speaker.kind, "role": speaker.role, "organisation": speaker.organisation}
        if speaker
        else None
    )
    return {role: annotation[role] for role in ("content", "cue", "source")} | {"speaker": told, "said": None}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true", help="list what is wrong")
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "eval"))
    score = importlib.import_module("score_attributions")
    judge = importlib.import_module("score_speakers")
    corpus = args.shared / "corpora/polnear"
    gold_path = args.shared / "eval/polnear-speakers-dev.jsonl"
    gold = {
        row["doc"]: row["statements"] for row in map(json.loads, gold_path.read_text(encoding="utf-8").splitlines())
    }
    with gzip.open(corpus / "corenlp-dev.jsonl.gz", "rt", encoding="utf-8") as file:
        silver = {row["doc"]: silver_entities(row) for row in map(json.loads, file)}
    with (corpus / "metadata.tsv").open(encoding="utf-8") as file:
        outlets = {r["filename"]: r["publisher"] for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    registry = load_registry()
    paths = score.gold_documents(corpus / "dev")
    rules: Counter[tuple[str, bool]] = Counter()
    words, seconds, lines = 0, 0.0, []
    for name, who in gold.items():
        text = (corpus / "dev/text" / f"{name}.txt").read_bytes().decode()
        annotations = score.lower(score.read_annotations(paths[name][min(paths[name])]))
        document = Document(name, text, name, "", "text 1", outlet=outlets[name])
        extraction = gold_extraction(annotations, silver[name])
        began = time.process_time()
        speakers = resolve(document, extraction, registry=registry)
        seconds += time.process_time() - began
        words += len(text.split())
        statements = [statement(a, s) for a, s in zip(annotations, speakers, strict=True)]
        lines.append(json.dumps({"doc": name, "statements": statements}))
        for a, s, found, wanted in zip(annotations, statements, speakers, who, strict=True):
            right = judge.same_speaker(s["speaker"], wanted)
            rules[found.how if found else "none", right] += 1
            if args.misses and not (right and (not found or found.kind == wanted["kind"])):
                source = " / ".join(text[b:e] for b, e in a["source"])
                print(
                    name[:40],
                    repr(source[:110]),
                    "|",
                    found and (found.name, str(found.kind), found.how),
                    "|",
                    wanted["name"],
                    wanted["kind"],
                )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        program = [
            sys.executable,
            str(args.shared / "eval/score_speakers.py"),
            str(corpus / "dev"),
            str(gold_path),
            str(path),
            "--json",
        ]
        figures = json.loads(run(program, check=True, capture_output=True, text=True).stdout)
    names = sorted({rule for rule, _ in rules})
    figures["by_rule"] = {
        r: [round(rules[r, True] / (rules[r, True] + rules[r, False]), 3), rules[r, True] + rules[r, False]]
        for r in names
    }
    figures["words_per_second"] = round(words / seconds)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
