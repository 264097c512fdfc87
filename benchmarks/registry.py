"""What 100,000 known speakers cost ingest: seconds of the processor with and without them, in the same run.

    python -m benchmarks.registry FOLDER_OF_TEXTS

Every article is read once and saved into two SQLite databases in turn, which one first changing from article to
article, so that a busy machine slows both alike. Half of the known speakers share their family names with people of the
news, and given names with each other.
"""

import argparse
import json
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from benchmarks.queries import insert
from factbase import pipeline, store
from factbase.document import Document, Reading, SpeakerKind
from factbase.read import read
from factbase.resolve import load_registry
from factbase.store import tables as t
from factbase.store.uid import uid
from factbase.store.words import name_key

SPEAKERS = 100_000
ORGANISATIONS = 2_000
ARTICLES = 60
SYLLABLES = [c + v for c in "bdfgklmnprst" for v in "aeiou"]


def names() -> Iterator[str]:
    chance = random.Random(1)
    registry = load_registry()
    given = sorted(registry.genders)
    families = sorted({known.name.split()[-1] for known in registry.people.values()})
    for n in range(SPEAKERS):
        made = "".join(chance.choice(SYLLABLES) for _ in range(3))
        yield f"{chance.choice(given)} {chance.choice(families) if n % 2 else made}".title()


def fill(engine: Engine) -> None:
    """Bulk rows: how long an import takes is another question."""
    people = list(names())
    with store.writing(engine) as session:
        connection = session.connection()
        insert(connection, t.organisation, ({"name": f"Body {n}", "key": f"body {n}"} for n in range(ORGANISATIONS)))
        insert(connection, t.speaker, (speaker_row(n, name) for n, name in enumerate(people)))
        insert(connection, t.speaker_name, (name_row(n, name) for n, name in enumerate(people)))
        insert(connection, t.affiliation, (affiliation_row(n) for n in range(SPEAKERS)))


def speaker_row(n: int, name: str) -> dict[str, Any]:
    return {"id": n + 1, "uid": uid("known", str(n)), "kind": SpeakerKind.PERSON, "name": name}


def name_row(n: int, name: str) -> dict[str, Any]:
    return {"speaker_id": n + 1, "name": name, "key": name_key(name, SpeakerKind.PERSON), "given": True}


def affiliation_row(n: int) -> dict[str, Any]:
    return {"speaker_id": n + 1, "organisation_id": n % ORGANISATIONS + 1, "role": "minister"}


def opened(folder: str, name: str) -> Engine:
    engine = store.open_engine(f"sqlite:///{folder}/{name}.db")
    store.prepare(engine)
    return engine


def save(engine: Engine, reading: Reading, run: int) -> None:
    with store.reading(engine) as session:
        store.known(session, reading.document)
    with store.writing(engine) as session:
        store.save_reading(session, reading, run=run)


def measured(engines: dict[str, Engine], documents: list[Document]) -> dict[str, float]:
    """Seconds of the processor by what they were spent on."""
    runs = {}
    for name, engine in engines.items():
        with store.writing(engine) as session:
            runs[name] = store.start_run(session, program="0", model=None, options={})
    seconds: dict[str, float] = defaultdict(float)
    for n, document in enumerate(documents):
        started = time.process_time()
        reading = pipeline.read(document)
        seconds["read"] += time.process_time() - started
        for name in sorted(engines, reverse=n % 2 == 0):
            started = time.process_time()
            save(engines[name], reading, runs[name])
            seconds[name] += time.process_time() - started
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    paths = sorted(parser.parse_args().folder.glob("*.txt"))[:ARTICLES]
    documents = [found for found in read(paths) if isinstance(found, Document)]
    pipeline.read(documents[0])  # loads the model
    with tempfile.TemporaryDirectory() as folder:
        engines = {name: opened(folder, name) for name in ("save_without", "save_with")}
        fill(engines["save_with"])
        seconds = measured(engines, documents)
        for engine in engines.values():
            engine.dispose()
    whole = [seconds["read"] + seconds[name] for name in ("save_with", "save_without")]
    told = {name: round(value, 3) for name, value in sorted(seconds.items())}
    ratios = {
        "ratio_of_ingest": round(whole[0] / whole[1], 3),
        "ratio_of_saving": round(seconds["save_with"] / seconds["save_without"], 3),
    }
    print(json.dumps({"articles": len(documents), "known_speakers": SPEAKERS, **told, **ratios}, indent=2))


if __name__ == "__main__":
    main()
