"""Whom pronouns and descriptions mean: how often the network's first choice is a word that names the same.

    python -m benchmarks.antecedents CORPORA_FOLDER

CORPORA_FOLDER holds gum/ and gap/. Measured on what training does not see, annotated by hand: GUM's dev documents (each
personal pronoun of the third person with a name or noun before it, and each "the senator" with a name before it) and
GAP's validation split (a pronoun and two names, one of which it means). `right` is the share of first choices that are
right, `named` that of GAP's pronouns where the right name has more of the chance than the other one, `nearest` what the
nearer of the two names would get.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from factbase.document import Reference
from factbase.extract import Tagger
from factbase.extract.references import PRONOUNS, references_at
from factbase.extract.tagger import MODEL
from factbase.extract.windows import tagged
from training.coreference import GAP, Link, gum, two_names

Row = dict[str, float]


def is_first_choice(reference: Reference | None, link: Link) -> bool:
    if reference is None or not reference.means:
        return False
    span, _ = max(reference.means, key=lambda pair: pair[1])
    return any(start < span.end and span.start < end for start, end in link.antecedents)


def chance(reference: Reference | None, name: tuple[int, int]) -> float:
    means = reference.means if reference else ()
    return sum(c for span, c in means if name[0] < span.end and span.start < name[1])


def by_place(text: str, links: list[Link], tagger: Tagger) -> dict[int, Reference]:
    parts = tagged(text, tagger)
    places = np.searchsorted(parts[0][0].pieces.offsets[:, 0], sorted({link.word[0] for link in links}))
    return {r.word.start: r for r in references_at(places, parts, tagger)}


def of_documents(texts: Iterable[tuple[str, list[Link]]], tagger: Tagger) -> dict[str, Row]:
    right: dict[bool, list[bool]] = {True: [], False: []}
    for text, links in texts:
        found = by_place(text, links, tagger)
        for link in links:
            right[text[slice(*link.word)].lower() in PRONOUNS].append(is_first_choice(found.get(link.word[0]), link))
    return {
        name: {"right": share(right[are]), name: len(right[are])}
        for name, are in (("pronouns", True), ("descriptions", False))
    }


def of_snippets(path: Path, tagger: Tagger) -> dict[str, Row]:
    right: list[bool] = []
    named: list[bool] = []
    nearest: list[bool] = []
    for text, link, names in two_names(path):
        if link.antecedents:
            reference = by_place(text, [link], tagger).get(link.word[0])
            right.append(is_first_choice(reference, link))
            if all(start < link.word[0] for start, _ in names):
                named.append(max(names, key=lambda name: chance(reference, name)) in link.antecedents)
                nearest.append(max(names) in link.antecedents)
    both = {"named": share(named), "nearest": share(nearest), "pronouns": len(named)}
    return {"gap": {"right": share(right), "pronouns": len(right)}, "gap_two_names": both}


def share(right: list[bool]) -> float:
    return round(sum(right) / len(right), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL, help="another folder than the program's own")
    args = parser.parse_args()
    tagger = Tagger(args.model)
    by_hand = of_documents(gum(args.corpora / "gum", "dev"), tagger)
    print(json.dumps({"gum": by_hand} | of_snippets(args.corpora / "gap" / GAP["dev"], tagger)))


if __name__ == "__main__":
    main()
