"""One document through all stages, and into the store. The only file that knows their order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from factbase import store
from factbase.document import Document, Reading, Spans, Statement, Topic
from factbase.errors import SourceError

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from factbase.extract import Tagger
    from factbase.resolve import Registry

# Stages are imported where they run: onnxruntime alone takes 160 ms, and a listing needs none of them.


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: "new", "known", "changed" or "failed", and then why."""

    source: str
    status: str
    statements: int = 0
    reason: str | None = None


def extract(documents: Iterable[Document | SourceError]) -> Iterator[Reading | SourceError]:
    """Read documents without a database, in order; what could not be read comes back as it is."""
    for found in documents:
        yield found if isinstance(found, SourceError) else read(found)


def ingest(engine: "Engine", documents: Iterable[Document | SourceError]) -> Iterator[Outcome]:
    """Read documents into the store, each in one transaction; known ones are not read again."""
    with store.writing(engine) as session:
        run = _start(session, {})
        topics = store.topics(session)
    counts: dict[str, int] = {}
    for found in documents:
        outcome = _ingest(engine, found, topics, run)
        counts[outcome.status] = counts.get(outcome.status, 0) + 1
        yield outcome
    with store.writing(engine) as session:
        store.finish_run(session, run, counts=counts)


def apply_topic(engine: "Engine", slug: str) -> int:
    """Place what the database holds already on a topic; how many statements take a position."""
    placed = 0
    with store.writing(engine) as session:
        topic = store.topic(session, slug)
        run = _start(session, {"topic": slug})
        for snapshot, reading in store.readings(session):
            placed += _place(session, snapshot, reading, topic, run)
        store.finish_run(session, run, counts={"stances": placed})
    return placed


def read(document: Document) -> Reading:
    """All stages of one document."""
    from factbase.extract import extract as find  # noqa: PLC0415
    from factbase.extract.reports import reports  # noqa: PLC0415
    from factbase.resolve import resolve  # noqa: PLC0415
    from factbase.when import date_statements, occasions  # noqa: PLC0415

    [extraction] = find([document.text], _tagger())
    found = extraction.attributions
    speakers = resolve(document, extraction, registry=_registry())
    dates = date_statements(document, found, speakers=speakers)
    places = occasions(document, found, speakers=speakers)
    statements = [
        Statement(a, words(document.text, a.content), speaker, said, occasion, by)
        for a, speaker, said, occasion, by in zip(found, speakers, dates, places, reports(found), strict=True)
    ]
    return Reading(document, tuple(statements))


def words(text: str, spans: Spans) -> str:
    """The exact words of a content; pieces that are apart are joined by " … "."""
    return " … ".join(text[start:end] for start, end in spans)


def _start(session: "Session", options: dict[str, str]) -> int:
    return store.start_run(session, program=version("factbase-news"), model=_tagger().version, options=options)


def _ingest(engine: "Engine", found: Document | SourceError, topics: Sequence[Topic], run: int) -> Outcome:
    if isinstance(found, SourceError):
        return Outcome(found.source, "failed", reason=found.reason)
    with store.reading(engine) as session:
        if store.known(session, found):
            return Outcome(found.source, "known")
    reading = read(found)
    with store.writing(engine) as session:
        saved = store.save_reading(session, reading, run=run)
        for topic in topics if saved.status != "known" else ():
            _place(session, saved.snapshot_id, reading, topic, run)
    return Outcome(found.source, saved.status, saved.statements)


def _place(session: "Session", snapshot: int, reading: Reading, topic: Topic, run: int) -> int:
    from factbase.stance import place  # noqa: PLC0415

    stances = place(reading.document, reading.statements, topic)
    found = [(i, stance) for i, stance in enumerate(stances) if stance]
    return store.save_stances(session, snapshot, found, topic_slug=topic.slug, run=run)


@cache
def _tagger() -> "Tagger":
    from factbase.extract import Tagger  # noqa: PLC0415

    return Tagger()


@cache
def _registry() -> "Registry":
    from factbase.resolve import load_registry  # noqa: PLC0415

    return load_registry()
