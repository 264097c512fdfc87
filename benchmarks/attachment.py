"""Which date is a report's own, on sentences that others annotated: a check of attachment that no rule was written on.

    python -m benchmarks.attachment ../shared/corpora [--errors]

FactAppeal marks in single sentences of news what is reported, its source and the time of the report. Cues are not
marked: the reporting words nearest to the source stand for them. Prints JSON: of the marked times that name days,
how many were attached (recall), and of the dates attached, how many are marked (precision). Sentences without any
date expression count for neither.
"""

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factbase.document import Act, Attribution, Document, QuoteKind, Span
from factbase.when import date_statements
from factbase.when.expressions import find_expressions

TAG = re.compile(r"<(?P<close>/)?(?P<name>[A-Z][A-Za-z_]+)[^<>]*>")
CUE = re.compile(
    r"\b(?:according to|said|says|told|tells|wrote|writes|(?:re)?tweeted|reported|reports|found|finds|shows?|showed"
    r"|announced|revealed|argued|argues|claimed|claims|added|noted|notes|stated|concluded|determined|explained"
    r"|acknowledged|suggested|suggests|warned|testified|confirmed|denied|ruled|estimated|declared|insisted|recalled)\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One row of the corpus, without its marks."""

    text: str
    spans: dict[str, list[Span]]


def read(annotated: str) -> Sentence:
    text, opened = "", {}
    spans: dict[str, list[Span]] = {}
    position = 0
    for tag in TAG.finditer(annotated):
        text += annotated[position : tag.start()]
        position = tag.end()
        if not tag["close"]:
            opened[tag["name"]] = len(text)
        elif tag["name"] in opened:
            spans.setdefault(tag["name"], []).append(Span(opened.pop(tag["name"]), len(text)))
    return Sentence(text + annotated[position:], spans)


def attribution(sentence: Sentence) -> Attribution | None:
    """The report of a sentence that has one; None without a source or reporting words."""
    content, source = (tuple(sentence.spans.get(name, ())) for name in ("Fact_Appeal", "Source"))
    cues = [Span(*m.span()) for m in CUE.finditer(sentence.text) if not any(s <= m.start() < e for s, e in content)]
    if not content or not source or not cues:
        return None
    nearest = min(cues, key=lambda cue: max(source[0].start - cue.end, cue.start - source[0].end))
    return Attribution(content, (nearest,), source, QuoteKind.INDIRECT, Act.STATE, 1.0)


def sentences(corpora: Path) -> Iterator[tuple[Sentence, Attribution]]:
    with (corpora / "factappeal" / "train.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            sentence = read(row["annotation"])
            if found := attribution(sentence):
                yield sentence, found


def count(sentence: Sentence, one: Attribution) -> Counter[str]:
    document = Document("s", sentence.text, "s", "", "text 1", published="2020-06-17")
    (said,) = date_statements(document, [one])
    marked = [
        sentence.text[e.start : e.end]
        for e in find_expressions(sentence.text)
        if e.names_days and any(s <= e.core < end for s, end in sentence.spans.get("Appeal_Time", ()))
    ]
    right = said is not None and any(words in said.words or said.words in words for words in marked)
    return Counter(marked=bool(marked), attached=said is not None, right=right)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--errors", action="store_true", help="the sentences where the two differ")
    args = parser.parse_args()
    total: Counter[str] = Counter()
    for sentence, one in sentences(args.corpora):
        found = count(sentence, one)
        total += found
        if args.errors and not found["marked"] == found["attached"] == found["right"]:
            print(dict(found), sentence.text)
    precision, recall = total["right"] / total["attached"], total["right"] / total["marked"]
    print(json.dumps({**total, "precision": round(precision, 3), "recall": round(recall, 3)}))


if __name__ == "__main__":
    main()
