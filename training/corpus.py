"""PolNeAR and its silver names, as they lie on disk."""

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NER = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place", "MISC": "other"}
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Attribution:
    content: Spans
    source: Spans
    cue: Spans


@dataclass(frozen=True, slots=True)
class Article:
    name: str
    text: str
    attributions: list[Attribution]


def articles(folder: Path) -> list[Article]:
    """The articles of a split; of several annotators the first by name."""
    paths: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        paths.setdefault(path.stem.rpartition("_")[0], path)
    return [
        Article(name, (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8"), list(_attributions(path)))
        for name, path in sorted(paths.items())
    ]


def _attributions(path: Path) -> Iterator[Attribution]:
    """Of brat's stand-off lines: T lines are spans, E lines tie those of one attribution."""
    spans: dict[str, Spans] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if line.startswith("T") and " " in rest:  # a few spans are left without offsets
            offsets = rest.split("\t")[0].split(" ", 1)[1]
            spans[key] = [(int(s), int(e)) for s, e in (pair.split() for pair in offsets.split(";"))]
        elif line.startswith("E"):
            parts: dict[str, Spans] = {"Content": [], "Source": [], "Cue": []}
            for argument in rest.split():
                role, _, target = argument.partition(":")
                role = role.rstrip("0123456789")
                if role in parts:
                    parts[role] += spans.get(target, [])  # some lines tie a span that the file does not hold
            if parts["Content"]:
                yield Attribution(*(sorted(parts[role]) for role in ("Content", "Source", "Cue")))


def sentences(path: Path) -> list[str]:
    """FactAppeal's, each by itself."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [row["sentence"] for row in csv.DictReader(lines)]


def silver_entities(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """CoreNLP's names by article: (start, end, our label), tokens that touch and agree joined."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found[row["doc"]] = [name for sentence in row["sentences"] for name in _names(sentence)]
    return found


def _names(sentence: list[tuple[int, int, str, str]]) -> Iterator[tuple[int, int, str]]:
    last: tuple[int, int, str] | None = None
    for start, end, _, ner in sentence:
        label = NER.get(ner)
        if last and last[2] == label:
            last = (last[0], end, last[2])
            continue
        if last:
            yield last
        last = (start, end, label) if label else None
    if last:
        yield last
