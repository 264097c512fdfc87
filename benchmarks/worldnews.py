"""How well articles of other countries are read, from text to speakers and dates.

    python -m benchmarks.worldnews [--half work|held] [--misses]

`worldnews.jsonl` holds 80 synthetic articles in the manner of as many news houses of all continents, written for this
together with all that they attribute to somebody, without knowledge of the program; the people in them are invented.
Rules may be written with the `work` half in view; the `held` half is for the report alone. Prints one JSON object a
half: `attribution`, `strict` and `words` as in the card of the model (`factbase/score.py`); of the statements of the
gold whose content is found (at least half of the words of both), the shares whose speaker is right, and of those
whose kind is; and precision, recall and F of the days said, over all statements. A name is right as by same_speaker
of the scorer of the gold: last names and first names that agree, or half of the words of both. `--misses` lists what
came out otherwise.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring import prf
from factbase.document import Document, Span, Spans, Statement
from factbase.pipeline import read
from factbase.score import Scored, attributions, matches

ARTICLES = Path(__file__).with_name("worldnews.jsonl")
HALVES = ("work", "held")
SMALL_WORDS = frozenset("the a an of for and s jr sr mr mrs ms dr sen rep gov gen".split())

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """An article: the statements wanted, and those found."""

    row: Row
    text: str
    wanted: list[Row]
    found: tuple[Statement, ...]

    @property
    def pairs(self) -> dict[int, int]:
        """Of statements found the wanted ones that have their content."""
        mine = [Scored(s.attribution.content, ()) for s in self.found]
        gold = [Scored(spans(s["content"]), ()) for s in self.wanted]
        return matches(self.text, mine, gold)


def spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(*pair) for pair in pairs)


def cases(half: str) -> Iterator[Case]:
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == half:
            text, day = row["text"], row["published"]
            article = Document(
                row["id"], text, ARTICLES.name, "0" * 64, "jsonl 1", published=day, published_from="field"
            )
            yield Case(row, text, row["statements"], read(article).statements)


def key(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"'s\b", "", plain)
    return [w for w in re.findall(r"[a-z0-9]+", plain) if w not in SMALL_WORDS and not (len(w) == 1 and w.isalpha())]


def same_speaker(found: str | None, wanted: Row) -> bool:
    if not found or not wanted["name"]:
        return found == wanted["name"]
    mine, gold = (sorted(key(part) for part in name.split(";")) for name in (found, wanted["name"]))
    alike = same_person if wanted["kind"] == "person" else same_words
    return len(mine) == len(gold) and all(map(alike, mine, gold))


def same_person(a: list[str], b: list[str]) -> bool:
    if not a or not b or a[-1] != b[-1]:
        return a == b
    return a == b or (len(a) > 1 and len(b) > 1 and (a[0].startswith(b[0][:3]) or b[0].startswith(a[0][:3])))


def same_words(a: list[str], b: list[str]) -> bool:
    return a == b or bool(a and b and len({*a} & {*b}) / len({*a} | {*b}) >= 0.5)


def days(statement: Statement) -> list[str] | None:
    told = statement.said.range if statement.said else None
    return [str(told.start), str(told.end)] if told else None


def figures(half: Sequence[Case]) -> Row:
    scored = [
        (
            case.text,
            [Scored(s.attribution.content, s.attribution.source) for s in case.found],
            [Scored(spans(s["content"]), spans(s["source"])) for s in case.wanted],
        )
        for case in half
    ]
    rates = attributions(scored)
    n: Counter[str] = Counter()
    for case in half:
        n.update(wanted=len(case.wanted), dated=sum(days(s) is not None for s in case.found))
        n.update(to_date=sum(s["said"] is not None for s in case.wanted))
        for mine, gold in case.pairs.items():
            found, wanted = case.found[mine], case.wanted[gold]
            named = same_speaker(found.speaker.name if found.speaker else None, wanted)
            n.update(found=1, speaker=named, named=bool(named and found.speaker))
            n["kind"] += bool(named and found.speaker and found.speaker.kind == wanted["kind"])
            n["days"] += bool(wanted["said"]) and days(found) == wanted["said"]
    names = {"attribution": "attribution", "strict": "attribution_strict", "words": "content_token"}
    out: Row = {"articles": len(half), "statements": n["wanted"]}
    for short, name in names.items():
        out[short] = {
            k: round(getattr(rates[name], v), 3) for k, v in (("p", "precision"), ("r", "recall"), ("f", "f1"))
        }
    return out | {
        "found": round(n["found"] / n["wanted"], 3),
        "speaker_given_found": round(n["speaker"] / n["found"], 3),
        "kind_given_speaker": round(n["kind"] / n["named"], 3),
        "said": prf(n["days"], n["dated"], n["to_date"], digits=3),
    }


def show(case: Case) -> None:
    """What is missed, what nobody wanted, wrong speakers, kinds and days."""
    print("==", case.row["id"], case.row["style"], case.row["published"])
    pairs = case.pairs

    def words(pieces: Sequence[Sequence[int]]) -> str:
        return " … ".join(" ".join(case.text[start:end].split()) for start, end in pieces)

    for number, wanted in enumerate(case.wanted):
        if number not in pairs.values():
            print("missed  ", words(wanted["source"]), "|", words(wanted["cue"]), "|", words(wanted["content"])[:110])
    for number, found in enumerate(case.found):
        of = found.attribution
        name = found.speaker.name if found.speaker else None
        told = f"{words(of.source)} | {words(of.cue)} | {words(of.content)[:90]}"
        if number not in pairs:
            print("unwanted", told, "|", name)
            continue
        wanted = case.wanted[pairs[number]]
        if not same_speaker(name, wanted):
            print("speaker ", told, "|", name, "for", wanted["name"])
        elif found.speaker and found.speaker.kind != wanted["kind"]:
            print("kind    ", told, "|", name, found.speaker.kind, "for", wanted["kind"])
        if days(found) != wanted["said"]:
            print("day     ", told, "|", days(found), "for", wanted["said"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, action="append")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    for half in options.half or HALVES:
        own = list(cases(half))
        print(json.dumps({half: figures(own)}))
        for case in own if options.misses else ():
            show(case)


if __name__ == "__main__":
    main()
