"""How well speakers are resolved, given the right spans.

    python -m benchmarks.speakers ../shared [--misses]

Takes the folder that holds `corpora/polnear` and `eval/score_speakers.py`. Attributions are the first annotator's,
entities CoreNLP's, so that what is measured is resolution alone. Prints the scorer's figures, role and
organisation of right speakers, accuracy by rule and speed as JSON.
"""

import argparse
import csv
import gzip
import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring import score_speakers
from factbase.document import Act, Attribution, Document, Entity, EntityKind, Extraction, QuoteKind, Span, Speaker
from factbase.resolve import load_registry, resolve

GOLD = "eval/polnear-speakers-dev.jsonl"
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


@dataclass(frozen=True, slots=True)
class Case:
    """One article of the gold: its statements as annotated, and who is meant by each."""

    name: str
    document: Document
    annotations: list[dict[str, Any]]
    wanted: list[dict[str, Any]]
    extraction: Extraction


def cases(shared: Path) -> Iterator[Case]:
    score = importlib.import_module("score_attributions")
    corpus = shared / "corpora/polnear"
    with gzip.open(corpus / "corenlp-dev.jsonl.gz", "rt", encoding="utf-8") as file:
        silver = {row["doc"]: silver_entities(row) for row in map(json.loads, file)}
    with (corpus / "metadata.tsv").open(encoding="utf-8") as file:
        outlets = {r["filename"]: r["publisher"] for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    paths = score.gold_documents(corpus / "dev")
    for row in map(json.loads, (shared / GOLD).read_text(encoding="utf-8").splitlines()):
        name = row["doc"]
        text = (corpus / "dev/text" / f"{name}.txt").read_bytes().decode()
        annotations = score.lower(score.read_annotations(paths[name][min(paths[name])]))
        document = Document(name, text, name, "", "text 1", outlet=outlets[name])
        yield Case(name, document, annotations, row["statements"], gold_extraction(annotations, silver[name]))


def show_misses(case: Case, speakers: tuple[Speaker | None, ...], right: list[bool]) -> None:
    for a, found, wanted, is_right in zip(case.annotations, speakers, case.wanted, right, strict=True):
        if not (is_right and (not found or found.kind == wanted["kind"])):
            source = " / ".join(case.document.text[b:e] for b, e in a["source"])
            got = found and (found.name, str(found.kind), found.how)
            print(case.name[:40], repr(source[:110]), "|", got, "|", wanted["name"], wanted["kind"])


def scored(shared: Path, lines: list[str]) -> dict[str, Any]:
    """What score_speakers.py prints of these predictions."""
    gold = (shared / GOLD).read_text(encoding="utf-8").splitlines()
    return score_speakers(shared / "eval/score_speakers.py", shared / "corpora/polnear/dev", gold, lines)


def by_rule(rules: Counter[tuple[str, bool]]) -> dict[str, list[float]]:
    """For each rule the share that is right, and how many there are."""
    counts = {rule: (rules[rule, True], rules[rule, True] + rules[rule, False]) for rule, _ in rules}
    return {rule: [round(right / count, 3), count] for rule, (right, count) in sorted(counts.items())}


def told(tally: Counter[str], found: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Whether role and organisation of a right speaker are the gold's: the one's words within the other's."""
    for name in ("role", "organisation"):
        mine, gold = (str(row[name] or "").lower() for row in (found, wanted))
        tally[f"{name} told"] += bool(mine)
        tally[f"{name} wanted"] += bool(gold)
        tally[f"{name} right"] += bool(mine and gold) and (mine in gold or gold in mine)


def facts(tally: Counter[str]) -> dict[str, dict[str, float]]:
    return {
        name: {
            "p": round(tally[f"{name} right"] / tally[f"{name} told"], 3),
            "r": round(tally[f"{name} right"] / tally[f"{name} wanted"], 3),
        }
        for name in ("role", "organisation")
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true", help="list what is wrong")
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "eval"))
    judge = importlib.import_module("score_speakers")
    registry = load_registry()
    rules: Counter[tuple[str, bool]] = Counter()
    tally: Counter[str] = Counter()
    words, seconds, lines = 0, 0.0, []
    for case in cases(args.shared):
        began = time.process_time()
        speakers = resolve(case.document, case.extraction, registry=registry)
        seconds += time.process_time() - began
        words += len(case.document.text.split())
        statements = [statement(a, s) for a, s in zip(case.annotations, speakers, strict=True)]
        lines.append(json.dumps({"doc": case.name, "statements": statements}))
        right = [judge.same_speaker(s["speaker"], w) for s, w in zip(statements, case.wanted, strict=True)]
        for found, wanted, is_right in zip(statements, case.wanted, right, strict=True):
            if is_right and found["speaker"]:
                told(tally, found["speaker"], wanted)
        rules.update((s.how if s else "none", r) for s, r in zip(speakers, right, strict=True))
        if args.misses:
            show_misses(case, speakers, right)
    rest = facts(tally) | {"by_rule": by_rule(rules), "words_per_second": round(words / seconds)}
    print(json.dumps(scored(args.shared, lines) | rest, indent=1))


if __name__ == "__main__":
    main()
