"""Whom pronouns and descriptions mean: by CoreNLP in PolNeAR's articles (silver), by hand in GUM and GAP."""

import csv
import gzip
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factbase.extract.references import PRONOUNS

GAP = {"train": "gap-development.tsv", "dev": "gap-validation.tsv"}
"""The files of GAP by split."""
OTHER_PRONOUNS = frozenset(
    "i me my mine we us our ours you your yours who whom whose which that this these those".split()
)
NAMES = ("NNP", "NNPS")
AFTER_HEAD = frozenset(
    ("IN", "TO", ",", ":", "WDT", "WP", "WP$", "VBD", "VBG", "VBN", "VBP", "VBZ", "-LRB-", "POS", "CC")
)
DEFINITE = ("the ", "this ", "that ")
LONGEST = 12  # words before a description's noun
MENTION = re.compile(r"\((\d+)-[^()]*?(?=[()]|$)(\))?|(\d+)\)")
SPACES = re.compile(r"SpaceAfter=No")

Range = tuple[int, int]
Token = tuple[int, int, str]
"""Where a token begins and ends, and its part of speech (Penn)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A pronoun, or the noun of "the senator", and what is known to mean the same before it."""

    word: Range
    antecedents: list[Range]


def silver(path: Path, texts: dict[str, str]) -> dict[str, list[Link]]:
    """By article, of CoreNLP's chains."""
    found: dict[str, list[Link]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["doc"] in texts:
                tokens = [(start, end, tag) for sentence in row["sentences"] for start, end, tag, _ in sentence]
                chains = [[(start, end) for start, end in chain] for chain in row["coreference"]]
                found[row["doc"]] = list(_links(texts[row["doc"]], tokens, chains))
    return found


def gum(folder: Path, documents: str) -> Iterator[tuple[str, list[Link]]]:
    """The documents of "train", "dev" or "test" in `splits.md`; genres that the folder does not hold are left out."""
    listed = re.findall(r"^## (\w+)|\* (GUM_\w+)", (folder / "splits.md").read_text(encoding="utf-8"), re.M)
    split, of = "", {}
    for heading, name in listed:
        split = heading or split
        of[name] = split
    for path in sorted(folder.glob("*.conllu.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for name, rows in _conllu(lines):
                if of.get(name, "train") == documents:
                    yield _gum(rows)


def _conllu(lines: Iterable[str]) -> Iterator[tuple[str, list[list[str]]]]:
    """Documents with their lines of ten columns; an empty one stands where a paragraph begins."""
    name, rows = "", list[list[str]]()
    end, spaced = 0, True
    for line in lines:
        if line.startswith("# newdoc id = "):
            if rows:
                yield name, rows
            name, rows = line.split(" = ")[1].strip(), []
        elif line.startswith("# newpar") and "block" not in line:
            rows.append([])
        elif line[:1].isdigit():
            row = line.rstrip("\n").split("\t")
            if "-" in row[0]:  # "don't" before its words, which stand without a space between them
                end, spaced = int(row[0].split("-")[1]), not SPACES.search(row[9])
            elif "." not in row[0]:
                joined = int(row[0]) < end or (int(row[0]) == end and not spaced)
                row[9] += "|SpaceAfter=No" if joined else ""
                rows.append(row)
        elif not line.strip():
            end, spaced = 0, True
    if rows:
        yield name, rows


def _gum(rows: list[list[str]]) -> tuple[str, list[Link]]:
    text, tokens = "", []
    chains: dict[str, list[Range]] = defaultdict(list)
    begun: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if not row:
            text = text.rstrip() + "\n\n" if text else ""
            continue
        start = len(text)
        text += row[1]
        tokens.append((start, len(text), row[4]))
        entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for opened, closed, ended in MENTION.findall(entity):
            if opened:
                begun[opened].append(start)
            if closed or ended:
                key = opened or ended
                if begun[key]:
                    chains[key].append((begun[key].pop(), len(text)))
        text += "" if SPACES.search(row[9]) else " "
    return text, list(_links(text, tokens, [sorted(c) for c in chains.values()]))


def gap(path: Path) -> Iterator[tuple[str, list[Link]]]:
    """Of each snippet the pronoun and the one of two names that it means, where it means one and stands after it."""
    for text, link, _ in two_names(path):
        if link.antecedents:
            yield text, [link]


def two_names(path: Path) -> Iterator[tuple[str, Link, list[Range]]]:
    """The snippets of GAP with both of their names, and of these before the pronoun what it means."""
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            at = int(row["Pronoun-offset"])
            starts = {name: int(row[f"{name}-offset"]) for name in "AB"}
            names = {name: (start, start + len(row[name])) for name, start in starts.items()}
            meant = [names[n] for n in names if row[f"{n}-coref"] == "TRUE" and starts[n] < at]
            yield row["Text"], Link((at, at + len(row["Pronoun"])), meant), list(names.values())


def _links(text: str, tokens: list[Token], chains: list[list[Range]]) -> Iterator[Link]:
    """Pronouns with the names and nouns of their chain before them, descriptions with the names alone."""
    starts = {start: i for i, (start, _, _) in enumerate(tokens)}
    for chain in chains:
        meant = [
            found
            for start, end in chain
            if text[start:end].lower() not in PRONOUNS | OTHER_PRONOUNS
            and (found := _named(tokens, starts.get(start), end))
        ]
        for start, end in chain:
            words = text[start:end].lower()
            before = [m for m in meant if m.at[1] <= start]
            if before and words in PRONOUNS:
                yield Link((start, end), [m.at for m in before])
            elif words.startswith(DEFINITE):
                names = [m.at for m in before if m.is_name]
                noun = _named(tokens, starts.get(start), end)
                if names and noun and not noun.is_name:
                    yield Link(noun.at, names)


@dataclass(frozen=True, slots=True)
class Head:
    """What a mention is built around."""

    at: Range
    is_name: bool


def _named(tokens: list[Token], first: int | None, end: int) -> Head | None:
    """The name, or else the noun, that a mention is built around: "Ana Reyes" of "Mayor Ana Reyes, who …"."""
    if first is None:
        return None
    inside = itertools.takewhile(lambda t: t[1] <= end, itertools.islice(tokens, first, first + LONGEST))
    base = list(itertools.takewhile(lambda t: t[2] not in AFTER_HEAD, inside))
    if not base:
        return None
    names = list(itertools.takewhile(lambda t: t[2] in NAMES, reversed(base)))
    return Head((names[-1][0] if names else base[-1][0], base[-1][1]), bool(names))
