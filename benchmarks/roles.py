"""How well a speaker's role and organisation are read from one sentence.

    python -m benchmarks.roles ../shared/corpora [--split train] [--misses]

Takes the folder that holds `factappeal`. Its `Source_Attribute` marks the words that tell what a source is: "the
chair of the Harbour Board". Counted are the sentences in which one named source, no document and no news report, stands
together with one attribute; the source is given, names are the network's.

given   share of attributes for which a role (an organisation) is told
right   share of those told whose every word is printed in the attribute or the source: by its first four letters, so
        that "Iran" is printed in "Iranian", or as an acronym ("DNC")
either  share of attributes with a role or an organisation that is right
"""

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factbase.document import Act, Attribution, Document, Extraction, QuoteKind, Span, Speaker
from factbase.extract import Tagger, extract
from factbase.resolve import Registry, load_registry, resolve

TAG = re.compile(r"<(/?)([A-Z][A-Za-z_]+)((?::[A-Za-z_]+)*)>")
UNCOUNTED = ("Document", "News_Report")
SMALL = frozenset("the a an of for and at in on s".split())


@dataclass(frozen=True, slots=True)
class Case:
    text: str
    source: Span
    attribute: str


def cases(path: Path) -> Iterator[Case]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text, spans = unmarked(row["annotation"])
            sources = [span for name, kind, span in spans if name == "Source" and is_counted(kind)]
            attributes = [span for name, _, span in spans if name == "Source_Attribute"]
            if len(sources) == len(attributes) == 1:
                yield Case(text, sources[0], text[slice(*attributes[0])])


def is_counted(kind: str) -> bool:
    return ":Named" in kind and not kind.endswith(UNCOUNTED)


def unmarked(annotation: str) -> tuple[str, list[tuple[str, str, Span]]]:
    """The text without its tags, and each tag's name, kind and span."""
    text, position, opened, spans = "", 0, [], []
    for tag in TAG.finditer(annotation):
        text += annotation[position : tag.start()]
        position = tag.end()
        if not tag[1]:
            opened.append((tag[2], tag[3], len(text)))
        elif opened:
            name, kind, start = opened.pop()
            spans.append((name, kind, Span(start, len(text))))
    return text + annotation[position:], spans


def speaker(case: Case, tagger: Tagger, registry: Registry) -> Speaker | None:
    [found] = extract([case.text], tagger)
    source = Attribution((), (), (case.source,), QuoteKind.INDIRECT, Act.STATE, 1.0)
    document = Document("sentence", case.text, "sentence", "", "text 1")
    return resolve(document, Extraction((source,), found.entities), registry=registry)[0]


def is_printed(told: str, case: Case) -> bool:
    printed = f"{case.attribute} {case.text[slice(*case.source)]}"
    words = [w for w in re.findall(r"\w+", told.lower()) if w not in SMALL]
    stems = {w[:4] for w in re.findall(r"\w+", printed.lower())}
    initials = "".join(w[0] for w in told.split() if w[0].isupper())
    return all(w[:4] in stems for w in words) or (len(initials) > 1 and initials in printed.replace(".", ""))


def share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--split", default="val", choices=("train", "val"))
    parser.add_argument("--misses", action="store_true", help="list what is not told, or wrong")
    args = parser.parse_args()
    tagger, registry = Tagger(), load_registry()
    n: Counter[str] = Counter()
    for case in cases(args.corpora / "factappeal" / f"{args.split}.csv"):
        found = speaker(case, tagger, registry)
        told = {"role": found and found.role, "organisation": found and found.organisation}
        right = {field: bool(words and is_printed(words, case)) for field, words in told.items()}
        n["attributes"] += 1
        n["either"] += any(right.values())
        for field, words in told.items():
            n[field] += words is not None
            n[f"{field} right"] += right[field]
        if args.misses and not all(right.values()):
            print(case.text[slice(*case.source)], "|", " ".join(case.attribute.split()), "|", *told.values(), sep=" ")
    out = {f: {"given": share(n[f], n["attributes"]), "right": share(n[f"{f} right"], n[f])} for f in told}
    print(json.dumps({"attributes": n["attributes"], **out, "either": share(n["either"], n["attributes"])}, indent=1))


if __name__ == "__main__":
    main()
