"""How many of the topics that a database suggests are about what people made propositions about.

    python ../shared/eval/polnear_articles.py ../shared/corpora/polnear dev > dev.jsonl
    python ../shared/eval/score_stances.py topics ../shared/eval/polnear-speakers-dev.jsonl > topics.jsonl
    factbase ingest dev.jsonl --database dev.db
    python -m benchmarks.suggestions dev.db topics.jsonl

A suggestion counts if its first term occurs, in any inflection, in a proposition or among the terms of a topic of the
file. The propositions are of 40 of the 84 articles, so not all others are wrong.
"""

import argparse
import json
from pathlib import Path

from factbase import query, store
from factbase.document import Topic
from factbase.resolve import load_registry
from factbase.rows import SuggestionRow
from factbase.stance.topics import compile_topic
from factbase.stance.words import lowered
from factbase.suggest import suggest

FIRST = (10, 20, 40)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", type=Path)
    parser.add_argument("topics", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.topics.read_text(encoding="utf-8").splitlines()]
    gold = [lowered(" ; ".join((row["proposition"], *row.get("terms", ())))) for row in rows]
    found = suggested(f"sqlite:///{options.database}")
    hits = [is_about_one(row, gold) for row in found]
    print(json.dumps({f"of the first {n}": sum(hits[:n]) for n in FIRST}, indent=1))


def suggested(url: str) -> list[SuggestionRow]:
    engine = store.open_engine(url)
    with store.reading(engine) as session:
        utterances, names = list(query.utterances(session)), query.spoken_of(session)
    engine.dispose()
    return list(suggest(utterances, names=names, given=frozenset(load_registry().genders)))


def is_about_one(row: SuggestionRow, gold: list[str]) -> bool:
    pattern = compile_topic(Topic("", "", row.terms[:1])).terms
    return pattern is not None and any(pattern.search(text) for text in gold)


if __name__ == "__main__":
    main()
