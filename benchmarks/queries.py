"""How long every listing takes on a database of a million statements, with every filter.

    python -m benchmarks.queries [--statements 1000000] [--database FILE]

Makes a SQLite file of random statements, always the same, in a temporary folder (or keeps it in FILE and uses it
again), asks every question five times in this process with the limit of the command line, and prints the medians in
milliseconds as JSON. The first line of each listing is without a filter; "worst" is the slowest of all.
"""

import argparse
import json
import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlmodel import Session

from factbase import query, store
from factbase.document import Act, Method, Position, QuoteKind, SpeakerKind, Topic
from factbase.query import Filters
from factbase.store import tables as t
from factbase.store import tally
from factbase.store.uid import uid

Listing = Callable[[Session, Filters], Iterator[object]]
LIMIT, TIMES = 50, 5
PER_ARTICLE = 10
FIRST, LAST = date(2019, 1, 1), date(2025, 12, 31)
SPEAKERS_PER_STATEMENT = 0.06
ORGANISATIONS = 5_000
TOPICS = 12
VOCABULARY = 20_000
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
KINDS = [kind for kind, share in zip(SpeakerKind, (640, 150, 100, 60, 49, 1), strict=True) for _ in range(share)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--database", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.database or Path(folder) / "queries.db"
        is_new = not path.exists()
        engine = store.open_engine(f"sqlite:///{path}")
        store.prepare(engine)
        if is_new:
            generate(engine, options.statements)
        print(json.dumps(measure(engine), indent=1))
        engine.dispose()


def measure(engine: Engine) -> dict[str, Any]:
    with store.reading(engine) as session:
        times = {name: round(timed(session, ask) * 1000, 1) for name, ask in questions(session).items()}
    counts = store.info(engine).counts
    return {"counts": counts, "ms": times, "worst": max(times.values())}


def timed(session: Session, ask: Callable[[Session], Any]) -> float:
    taken = []
    for _ in range(TIMES):
        started = perf_counter()
        ask(session)
        taken.append(perf_counter() - started)
    return median(taken)


def questions(session: Session) -> dict[str, Callable[[Session], Any]]:
    asked: dict[str, Callable[[Session], Any]] = {}
    listings: list[tuple[Listing, list[dict[str, Any]]]] = [
        (query.statements, filters_of_statements()),
        (query.stances, filters_of_statements()),
        (query.timeline, [{"topic": "topic-0", "speaker": speaker_name(500)}, {"topic": "topic-0", "country": "EST"}]),
        (query.speakers, filters_of_speakers()),
        (query.organisations, [{}, {"organisation": "Body 1"}, {"organisation": "4999"}, {"organisation": "Nobody"}]),
        (query.articles, [{}, *times(), *articles()]),
        (query.topics, [{}]),
    ]
    for listing, filters in listings:
        for given in filters:
            asked[name(listing, given)] = partial(listed, listing, Filters(**given, limit=LIMIT))
    newest = next(query.statements(session, Filters(limit=1))).row_id
    asked["statement by 12 digits"] = lambda s: query.statement(s, newest[:12])
    return asked


def listed(listing: Listing, filters: Filters, session: Session) -> list[object]:
    return list(listing(session, filters))


def name(listing: Listing, given: dict[str, Any]) -> str:
    return " ".join([listing.__name__, *(f"{key}={value}" for key, value in given.items())])


def filters_of_statements() -> list[dict[str, Any]]:
    return [
        {},
        *speakers(),
        *({"organisation": f"Body {n}"} for n in (0, 10, 4_999, 10_000)),
        *({"topic": f"topic-{n}"} for n in (0, TOPICS - 1)),
        *countries(),
        *({"as_of": day} for day in (FIRST + timedelta(30), LAST - timedelta(365))),
        *(
            {"about": words}
            for words in (word(0), word(100), word(19_999), f'"{word(0)} {word(1)}"', "absent", "don't")
        ),
        {"about": f"{word(0)} {word(1)} {word(2)}"},
        *times(),
        *({"kind": kind} for kind in SpeakerKind),
        *({"position": position} for position in Position),
        *articles(),
        {"topic": "topic-0", "position": Position.LEAN_SUPPORT},
        {"topic": "topic-0", "speaker": speaker_name(0)},
        {"topic": f"topic-{TOPICS - 1}", "speaker": speaker_name(0)},
        {"topic": "topic-0", "since": LAST - timedelta(30)},
        {"topic": "topic-0", "until": FIRST + timedelta(30)},
        {"topic": "topic-0", "as_of": FIRST + timedelta(30)},
        {"topic": "topic-0", "country": "USA"},
        {"topic": f"topic-{TOPICS - 1}", "organisation": "Body 1"},
    ]


def speakers() -> list[dict[str, Any]]:
    """The one with most statements, one with few, one with none, a surname, a first name, nobody."""
    who = [speaker_name(0), speaker_name(500), speaker_name(50_000), "Silent Witness"]
    return [{"speaker": n} for n in (*who, speaker_name(0).split()[1], speaker_name(0).split()[0], "Nobody At All")]


def countries() -> list[dict[str, Any]]:
    """That of a third of the speakers, of a few, of none."""
    return [{"country": code} for code in ("USA", "EST", "XKX")]


def times() -> list[dict[str, Any]]:
    year, days = timedelta(365), timedelta(3)
    return [
        *({"since": day} for day in (FIRST - year, LAST - year, LAST - days, LAST + year)),
        *({"until": day} for day in (FIRST - 20 * year, FIRST + days, FIRST + year, LAST + year)),
        {"since": FIRST + year, "until": FIRST + year + days},
    ]


def articles() -> list[dict[str, Any]]:
    return [{"article": "news/77.txt"}, {"article": "https://paper.example/78"}]


def filters_of_speakers() -> list[dict[str, Any]]:
    return [
        {},
        *speakers(),
        *({"organisation": f"Body {n}"} for n in (0, 4_999)),
        *({"kind": kind} for kind in SpeakerKind),
        *countries(),
        {"topic": "topic-0"},
        {"position": Position.OPEN},
        *articles(),
    ]


def generate(engine: Engine, statements: int) -> None:
    chance = random.Random(1)
    with store.writing(engine) as session:
        run = store.start_run(session, program="0", model=None, options={})
        for n in range(TOPICS):
            store.add_topic(session, Topic(f"topic-{n}", f"Question {n} is settled", (word(n),)))
        connection = session.connection()
        connection.execute(sa.text("PRAGMA cache_size = -1000000"))  # kB: random uids go all over their index
        speakers_ = int(statements * SPEAKERS_PER_STATEMENT)
        insert(connection, t.outlet, ({"id": n, "name": f"Paper {n}", "key": f"paper {n}"} for n in range(1, 201)))
        insert(connection, t.organisation, map(organisation_row, range(ORGANISATIONS)))
        insert(connection, t.speaker, (speaker_row(n) for n in range(speakers_)))
        insert(connection, t.speaker_name, (name_row(n) for n in range(speakers_)))
        insert(connection, t.affiliation, (affiliation_row(n) for n in range(speakers_)))
        days = [FIRST + timedelta(chance.randrange((LAST - FIRST).days)) for _ in range(statements // PER_ARTICLE)]
        insert(connection, t.article, (article_row(n, day) for n, day in enumerate(days)))
        insert(connection, t.snapshot, (snapshot_row(n, day) for n, day in enumerate(days)))
        insert(connection, t.statement, (statement_row(n, chance, days, speakers_, run) for n in range(statements)))
        insert(connection, t.stance, stance_rows(connection, chance, run))
        tally.recount(connection)


def insert(connection: Connection, table: sa.Table, rows: Iterator[dict[str, Any]]) -> None:
    page: list[dict[str, Any]] = []
    for row in rows:
        page.append(row)
        if len(page) == 5_000:
            connection.execute(sa.insert(table), page)
            page = []
    if page:
        connection.execute(sa.insert(table), page)


def word(n: int) -> str:
    """The n-th commonest: "baba", "babe" ..."""
    base = len(SYLLABLES)
    return SYLLABLES[n % base] + SYLLABLES[n // base % base] + SYLLABLES[n // base**2 % base]


def zipf(chance: random.Random, size: int) -> int:
    """0 is drawn about ten times as often as 9."""
    return min(int(size ** chance.random()) - 1, size - 1)


def speaker_name(n: int) -> str:
    return f"{word(n % 300).title()} {word(7_000 + n * 7 % 9_000).title()}"


def kind_of(n: int) -> SpeakerKind:
    return SpeakerKind.PERSON if n in (0, 500, 50_000) else KINDS[n * 7919 % len(KINDS)]


def organisation_row(n: int) -> dict[str, Any]:
    return {"id": n + 1, "name": f"Body {n}", "key": f"body {n}"}


def speaker_row(n: int) -> dict[str, Any]:
    shown = "Silent Witness" if n == 1 else speaker_name(n)
    country = "EST" if n % 1_000 == 77 else "USA" if n % 3 == 0 else "FRA" if n % 3 == 1 else None
    body = n % ORGANISATIONS + 1 if kind_of(n) in (SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT) else None
    own = {"id": n + 1, "uid": f"{n:032x}", "kind": kind_of(n), "name": shown}
    return own | {"country": country, "organisation_id": body}


def name_row(n: int) -> dict[str, Any]:
    shown = "Silent Witness" if n == 1 else speaker_name(n)
    return {"speaker_id": n + 1, "name": shown, "key": shown.lower()}


def affiliation_row(n: int) -> dict[str, Any]:
    return {"speaker_id": n + 1, "organisation_id": n * 31 % ORGANISATIONS + 1, "role": ""}


def article_row(n: int, day: date) -> dict[str, Any]:
    address = {"url": f"https://paper.example/{n}", "url_key": f"paper.example/{n}"} if n % 2 == 0 else {}
    told = {"title": f"Article {n}", "published": day.isoformat(), "published_on": day, "outlet_id": n % 200 + 1}
    return {"id": n + 1, "uid": uid("article", str(n)), "url": None, "url_key": None} | told | address


def snapshot_row(n: int, day: date) -> dict[str, Any]:
    return {
        "id": n + 1,
        "uid": f"{n:032x}",
        "article_id": n + 1,
        "newest": True,
        "document": f"{n}",
        "source": f"news/{n}.txt",
        "source_key": f"/archive/news/{n}.txt",
        "raw_sha256": f"{n:064x}",
        "text_sha256": f"{n:064x}",
        "reader": "text 1",
        "published": day.isoformat(),
        "text": f"Text {n}. " * 100,
    }


def statement_row(n: int, chance: random.Random, days: list[date], speakers_: int, run: int) -> dict[str, Any]:
    who = zipf(chance, speakers_)
    who += who == 1  # the one without statements
    words = " ".join(word(zipf(chance, VOCABULARY)) for _ in range(chance.randrange(5, 30)))
    published = days[n // PER_ARTICLE]
    said = published - timedelta(chance.randrange(10)) if chance.random() < 0.5 else None
    until = said and said + timedelta(chance.choice((0, 0, 0, 0, 6, 27, 364)))
    speaks_for = {"role": "spokesman", "organisation_id": who * 31 % ORGANISATIONS + 1} if n % 20 == 0 else {}
    return {
        "id": n + 1,
        "uid": uid("statement", str(n)),
        "snapshot_id": n // PER_ARTICLE + 1,
        "place": n % PER_ARTICLE,
        "speaker_id": who + 1,
        "speaker_kind": kind_of(who),
        "content": words,
        "words": words,
        "kind": QuoteKind.DIRECT,
        "act": Act.STATE,
        "content_spans": [[0, 10]],
        "cue_spans": [],
        "source_spans": [],
        "start": 0,
        "end": 10,
        "said_from": said,
        "said_to": until,
        "day": said or published,
        "last_day": until or published,
        "published_on": published,
        "confidence": 0.9,
        "run_id": run,
        "role": None,
        "organisation_id": None,
    } | speaks_for


def stance_rows(connection: Connection, chance: random.Random, run: int) -> Iterator[dict[str, Any]]:
    """On one statement in four; topic-0 has the most."""
    wanted = sa.select(t.statement.c.id, t.statement.c.day, t.statement.c.published_on)
    shares = [p for p, share in zip(Position, (40, 4, 20, 1, 35), strict=True) for _ in range(share)]
    for number, day, published in connection.execute(wanted).all():
        if chance.random() < 0.25:
            yield {
                "statement_id": number,
                "topic_id": zipf(chance, TOPICS) + 1,
                "day": day,
                "published_on": published,
                "position": chance.choice(shares),
                "confidence": 0.8,
                "method": Method.RULE,
                "run_id": run,
            }


if __name__ == "__main__":
    main()
