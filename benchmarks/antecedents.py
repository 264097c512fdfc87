"""Whom pronouns mean: how often the network's first choice is a word of a name or description that means the same.

    python -m benchmarks.antecedents CORPORA_FOLDER

CORPORA_FOLDER holds gum/ and gap/. Measured on what training does not see, annotated by hand: GUM's dev documents (each
personal pronoun of the third person with a name or noun before it) and GAP's validation split (a pronoun and two names,
one of which it means). `right` is the share of first choices that are right, `named` that of GAP's pronouns where the
right name has more of the chance than the other one, `nearest` what the nearer of the two names would get.
"""

import argparse
import csv
import json
from collections.abc import Iterable
from pathlib import Path

from factbase.document import Reference
from factbase.extract import Tagger, extract
from training.coreference import Link, gap, gum

GAP = "gap-validation.tsv"


def first_choices(texts: Iterable[tuple[str, list[Link]]], tagger: Tagger) -> tuple[int, int]:
    """How many first choices are right, of how many."""
    right = count = 0
    for text, links in texts:
        [found] = extract([text], tagger)
        by_place = {r.pronoun.start: r for r in found.references}
        for link in links:
            reference = by_place.get(link.pronoun[0])
            count += 1
            if reference and reference.means:
                span, _ = max(reference.means, key=lambda pair: pair[1])
                right += any(start < span.end and span.start < end for start, end in link.antecedents)
    return right, count


def two_names(path: Path, tagger: Tagger) -> tuple[int, int, int]:
    """GAP's rows that mean a name before the pronoun: right by chance, right by nearness, how many."""
    named = nearest = count = 0
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            at = int(row["Pronoun-offset"])
            spans = {x: (int(row[f"{x}-offset"]), int(row[f"{x}-offset"]) + len(row[x])) for x in "AB"}
            meant = [x for x in "AB" if row[f"{x}-coref"] == "TRUE"]
            if not meant or any(start >= at for start, _ in spans.values()):
                continue
            [found] = extract([row["Text"]], tagger)
            reference = next((r for r in found.references if r.pronoun.start == at), None)
            count += 1
            named += max("AB", key=lambda x: chance(reference, spans[x])) in meant
            nearest += max("AB", key=lambda x: spans[x]) in meant
    return named, nearest, count


def chance(reference: Reference | None, name: tuple[int, int]) -> float:
    means = reference.means if reference else ()
    return sum(c for span, c in means if name[0] < span.end and span.start < name[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path, help="another folder than the program's own")
    args = parser.parse_args()
    tagger = Tagger(args.model) if args.model else Tagger()
    out = {}
    for name, texts in (("gum", gum(args.corpora / "gum", "dev")), ("gap", gap(args.corpora / "gap" / GAP))):
        right, count = first_choices(texts, tagger)
        out[name] = {"right": round(right / count, 3), "pronouns": count}
    named, nearest, count = two_names(args.corpora / "gap" / GAP, tagger)
    out["gap_two_names"] = {"named": round(named / count, 3), "nearest": round(nearest / count, 3), "pronouns": count}
    print(json.dumps(out))


if __name__ == "__main__":
    main()
