"""One document through all stages, and into the store. The only file that knows their order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from factbase import store
from factbase.document import Attribution, Document, Reading, Span, Spans, Speaker, Statement, Topic
from factbase.errors import SourceError

if TYPE_CHECKING:
    from factbase.extract import Tagger
    from factbase.resolve import Registry

ROUND = 200_000  # characters that are extracted together: windows of like length make full batches


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: "new", "known", "changed" or "failed", and then why."""

    source: str
    status: str
    statements: int = 0
    reason: str | None = None


def extract(documents: Iterable[Document | SourceError]) -> Iterator[Reading | SourceError]:
    """Read documents without a database, in order; what could not be read comes back as it is."""
    for group in _rounds(documents):
        readings = _read([d for d in group if isinstance(d, Document)])
        for found in group:
            yield found if isinstance(found, SourceError) else next(readings)


def ingest(engine: Engine, documents: Iterable[Document | SourceError]) -> Iterator[Outcome]:
    """Read documents into the store, each in one transaction; known ones are not read again."""
    with store.writing(engine) as session:
        run = store.start_run(session, program=version("factbase-news"), model=_tagger_version(), options={})
        topics = store.topics(session)
    counts: dict[str, int] = {}
    for group in _rounds(documents):
        for outcome in _ingest_round(engine, group, topics, run):
            counts[outcome.status] = counts.get(outcome.status, 0) + 1
            yield outcome
    with store.writing(engine) as session:
        store.finish_run(session, run, counts=counts)


def apply_topic(engine: Engine, slug: str) -> int:
    """Place what the database holds already on a topic; how many statements take a position."""
    from factbase.stance import place  # noqa: PLC0415  only those who place pay for its tables

    placed = 0
    with store.writing(engine) as session:
        topic = store.topic(session, slug)
        run = store.start_run(
            session, program=version("factbase-news"), model=_tagger_version(), options={"topic": slug}
        )
        for snapshot, reading in store.readings(session):
            found = [(i, s) for i, s in enumerate(place(reading.document, reading.statements, topic)) if s]
            placed += store.save_stances(session, snapshot, found, topic_slug=slug, run=run)
        store.finish_run(session, run, counts={"stances": placed})
    return placed


def _ingest_round(
    engine: Engine, group: Sequence[Document | SourceError], topics: Sequence[Topic], run: int
) -> Iterator[Outcome]:
    with store.reading(engine) as session:
        new = [d for d in group if isinstance(d, Document) and not store.known(session, d)]
    readings = {id(d): r for d, r in zip(new, _read(new), strict=True)}
    for found in group:
        if isinstance(found, SourceError):
            yield Outcome(found.source, "failed", reason=found.reason)
        elif (reading := readings.get(id(found))) is None:
            yield Outcome(found.source, "known")
        else:
            yield _save(engine, reading, topics, run)


def _save(engine: Engine, reading: Reading, topics: Sequence[Topic], run: int) -> Outcome:
    from factbase.stance import place  # noqa: PLC0415  as above

    with store.writing(engine) as session:
        saved = store.save_reading(session, reading, run=run)
        for topic in topics if saved.status != "known" else ():
            found = [(i, s) for i, s in enumerate(place(reading.document, reading.statements, topic)) if s]
            store.save_stances(session, saved.snapshot_id, found, topic_slug=topic.slug, run=run)
    return Outcome(reading.document.source, saved.status, saved.statements)


def _rounds(documents: Iterable[Document | SourceError]) -> Iterator[list[Document | SourceError]]:
    group: list[Document | SourceError] = []
    size = 0
    for found in documents:
        group.append(found)
        size += len(found.text) if isinstance(found, Document) else 0
        if size >= ROUND:
            yield group
            group, size = [], 0
    if group:
        yield group


def _read(documents: Sequence[Document]) -> Iterator[Reading]:
    if not documents:
        return
    from factbase.extract import extract as read_texts  # noqa: PLC0415  with onnxruntime 160 ms, for who extracts
    from factbase.resolve import resolve  # noqa: PLC0415  as above
    from factbase.when import date_statements, occasions  # noqa: PLC0415  as above

    extractions = read_texts((d.text for d in documents), _tagger())
    for document, extraction in zip(documents, extractions, strict=True):
        found = extraction.attributions
        speakers = resolve(document, extraction, registry=_registry())
        dates = date_statements(document, found)
        places = occasions(document, found)
        reported = _reports(found)
        yield Reading(
            document,
            tuple(
                Statement(a, words(document.text, a.content), speaker, said, occasion, by)
                for a, speaker, said, occasion, by in zip(found, speakers, dates, places, reported, strict=True)
            ),
        )


def words(text: str, spans: Spans) -> str:
    """The exact words of a content; pieces that are apart are joined by " … "."""
    return " … ".join(text[start:end] for start, end in spans)


def _reports(found: Sequence[Attribution]) -> list[int | None]:
    """For each statement the one that reports it: the smallest content that holds all of its own words and cue."""
    out: list[int | None] = []
    for a in found:
        holders = [
            (sum(s.end - s.start for s in b.content), k)
            for k, b in enumerate(found)
            if b is not a and _holds(b.content, (*a.content, *a.cue)) and a.cue
        ]
        out.append(min(holders)[1] if holders else None)
    return out


def _holds(outer: Spans, inner: Iterable[Span]) -> bool:
    return all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)


@cache
def _tagger() -> "Tagger":
    from factbase.extract import Tagger  # noqa: PLC0415  as above

    return Tagger()


def _tagger_version() -> str:
    return _tagger().version


@cache
def _registry() -> "Registry":
    from factbase.resolve import load_registry  # noqa: PLC0415  as above

    return load_registry()
