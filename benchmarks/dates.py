"""How well statements are dated where their spans are known.

    python -m benchmarks.dates CORPORA_FOLDER EVAL_FOLDER [--errors]

CORPORA_FOLDER holds polnear/, EVAL_FOLDER holds score_speakers.py and polnear-speakers-dev.jsonl. Prints JSON:
precision, recall and F of `said` (the same days) and `said_overlap` by that scorer, the share of right dates by
confidence (of dev and of the train articles), and words a second. `speakers_given` are the same figures where the gold
names tell who speaks, `even` and `odd` those of every other article of the gold: rules were written with the first,
third, fifth ... at hand (`even`, counted from nought).

`train` are figures on dates-train.tsv beside this file: 295 articles of PolNeAR's train split, annotated along the
guide of the gold, one line for the statements of a document that were made in the same days, or without statements
where none has a date; speakers as resolved from the annotated sources and CoreNLP's names. `first` are the 55 with
which the first rules were written, `worked` 150 whose errors were read for those added since, `held` 90 whose errors
nobody read: their figures alone were in view when a rule was kept or dropped. With --errors, one line for every date of
the gold that differs.
"""

import argparse
import csv
import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring import prf, score_speakers
from benchmarks.speakers import silver_entities
from factbase.document import Act, Attribution, Document, Extraction, QuoteKind, Said, Span, Speaker, SpeakerKind
from factbase.resolve import load_registry, resolve
from factbase.when import date_statements

Row = dict[str, Any]
GOLD = "polnear-speakers-dev.jsonl"
TRAIN = Path(__file__).with_name("dates-train.tsv")


def attributions(read: list[dict[str, list[tuple[int, int]]]]) -> list[Attribution]:
    def spans(pairs: list[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(Span(*pair) for pair in pairs)

    return [
        Attribution(spans(a["Content"]), spans(a["Cue"]), spans(a["Source"]), QuoteKind.INDIRECT, Act.STATE, 1.0)
        for a in read
    ]


def annotations(evaluation: Path, split: Path) -> Callable[[str], list[dict[str, list[tuple[int, int]]]]]:
    """What reads the first annotator's spans of a document."""
    sys.path.insert(0, str(evaluation))
    from score_attributions import gold_documents, read_annotations  # noqa: PLC0415  in the folder just named

    files = gold_documents(split)
    return lambda name: read_annotations(files[name][min(files[name])])


def dates_of_publication(corpus: Path) -> dict[str, str]:
    with (corpus / "metadata.tsv").open(encoding="utf-8") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["filename"]: row["publication_date"] for row in rows}


def document(corpora: Path, split: str, name: str, published: dict[str, str]) -> Document:
    text = (corpora / "polnear" / split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
    return Document(name, text, name, "", "text 1", published=published[name])


def documents(corpora: Path, evaluation: Path) -> Iterator[tuple[Row, Document, list[Attribution]]]:
    annotated = annotations(evaluation, corpora / "polnear" / "dev")
    published = dates_of_publication(corpora / "polnear")
    for line in (evaluation / GOLD).read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        name = gold["doc"]
        yield gold, document(corpora, "dev", name, published), attributions(annotated(name))


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article of the train split."""

    part: str
    days: list[list[str] | None]
    document: Document
    found: tuple[Attribution, ...]
    speakers: tuple[Speaker | None, ...]


def train_documents(corpora: Path, evaluation: Path) -> Iterator[Annotated]:
    annotated = annotations(evaluation, corpora / "polnear" / "train")
    published = dates_of_publication(corpora / "polnear")
    registry = load_registry()
    with gzip.open(corpora / "polnear" / "corenlp-train.jsonl.gz", "rt", encoding="utf-8") as file:
        silver = {row["doc"]: silver_entities(row) for row in map(json.loads, file)}
    days: dict[tuple[str, str], dict[int, list[str]]] = defaultdict(dict)
    with TRAIN.open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            said = {int(n): [row["from"], row["to"]] for n in row["statements"].split(",") if n}
            days[row["part"], row["document"]].update(said)
    for (part, name), said in days.items():
        found, article = tuple(attributions(annotated(name))), document(corpora, "train", name, published)
        speakers = resolve(article, Extraction(found, silver.get(name, ())), registry=registry)
        yield Annotated(part, [said.get(n) for n in range(len(found))], article, found, speakers)


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
    scored = {row["doc"] for row in predictions}
    lines = (evaluation / GOLD).read_text(encoding="utf-8").splitlines()
    gold = [line for line in lines if json.loads(line)["doc"] in scored]
    scorer, split = evaluation / "score_speakers.py", corpora / "polnear" / "dev"
    printed = score_speakers(scorer, split, gold, map(json.dumps, predictions))
    return {name: printed[name] for name in ("said", "said_overlap")}


def train_scores(corpora: Path, evaluation: Path, by_confidence: dict[float, list[bool]]) -> Row:
    """Precision, recall and F of the same days; which were right is added `by_confidence`."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in train_documents(corpora, evaluation):
        tally = counts[one.part]
        tally["articles"] += 1
        for wanted, said in zip(one.days, date_statements(one.document, one.found, speakers=one.speakers), strict=True):
            tally["gold"] += bool(wanted)
            if said and said.range:
                is_right = wanted == [str(said.range.start), str(said.range.end)]
                by_confidence[said.confidence].append(is_right)
                tally["dated"] += 1
                tally["right"] += is_right
    return {part: figures(tally) for part, tally in counts.items()}


def figures(tally: Counter[str]) -> dict[str, float]:
    rates = prf(tally["right"], tally["dated"], tally["gold"])
    return rates | {"articles": tally["articles"], "dated": tally["gold"]}


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
    for gold, article, found in documents(args.corpora, args.evaluation):
        started = time.perf_counter()
        said = date_statements(article, found)
        seconds += time.perf_counter() - started
        words += len(article.text.split())
        predictions.append(prediction(article.id, found, said))
        told = date_statements(article, found, speakers=speakers(gold))
        given.append(prediction(article.id, found, told))
        for row, attribution, one in zip(gold["statements"], found, said, strict=True):
            days = [str(one.range.start), str(one.range.end)] if one and one.range else None
            if one and days:
                by_confidence[one.confidence].append(days == row["said"])
            if args.errors and days != row["said"]:
                cue = " ".join(article.text[s:e] for s, e in attribution.source + attribution.cue)
                print(article.id[:30], row["id"], cue[:60], one, row["said"], row["said_text"], sep=" | ")
    out = scores(args.corpora, args.evaluation, predictions)
    out["speakers_given"] = scores(args.corpora, args.evaluation, given)
    for half, start in (("even", 0), ("odd", 1)):
        out["speakers_given"][half] = scores(args.corpora, args.evaluation, given[start::2])["said"]
        out[half] = scores(args.corpora, args.evaluation, predictions[start::2])["said"]
    out["train"] = train_scores(args.corpora, args.evaluation, by_confidence)
    out["by_confidence"] = {
        c: [round(sum(hits) / len(hits), 3), len(hits)] for c, hits in sorted(by_confidence.items())
    }
    out["words_per_second"] = round(words / seconds)
    print(json.dumps(out))


if __name__ == "__main__":
    main()
