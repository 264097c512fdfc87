"""One document through all stages, and into the store. The only file that knows their order."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from factbase import store
from factbase.document import Document, Reading, Spans, Statement, Topic
from factbase.errors import SourceError
from factbase.rows import DifferenceRow

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from factbase.extract import Tagger
    from factbase.resolve import Registry
    from factbase.store import Decided, Reread, Unplaced

# Stages are imported where they run: onnxruntime alone takes 160 ms, and a listing needs none of them.


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: "new", "known", "changed" or "failed", and then why."""

    source: str
    status: str
    statements: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Reprocessed:
    """What became of the statements of one article, in numbers, and what would have become of what people decided."""

    source: str
    added: int
    changed: int
    removed: int
    differences: tuple[DifferenceRow, ...]


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


def decide(engine: "Engine", decision: "Callable[[Session], Decided]") -> "Decided":
    """Decide on statements, or undo it, in one transaction; where other words stand now, topics are applied to them."""
    with store.writing(engine) as session:
        decided = decision(session)
        _place_anew(session, decided.unplaced)
    return decided


def reprocess(engine: "Engine", articles: Sequence[int], *, dry_run: bool = False) -> Iterator[Reprocessed]:
    """Read all stored copies of these articles again with the present model and rules, each article in one transaction.

    What people decided stands. With `dry_run` all is undone again, and what it comes to is told.
    """
    if dry_run:
        yield from (_reprocess(engine, number, None) for number in articles)
        return
    with store.writing(engine) as session:
        run = _start(session, {"reprocess": str(len(articles))})
    counts = Counter[str]()
    for number in articles:
        done = _reprocess(engine, number, run)
        counts.update(added=done.added, changed=done.changed, removed=done.removed)
        yield done
    with store.writing(engine) as session:
        store.finish_run(session, run, counts=counts)


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
        if saved.replaced is not None:
            _place_anew(session, store.carry(session, before=saved.replaced, after=saved.snapshot_id))
    return Outcome(found.source, saved.status, saved.statements)


def _place(session: "Session", snapshot: int, reading: Reading, topic: Topic, run: int) -> int:
    from factbase.stance import place  # noqa: PLC0415

    stances = place(reading.document, reading.statements, topic)
    found = [(i, stance) for i, stance in enumerate(stances) if stance]
    return store.save_stances(session, snapshot, found, topic_slug=topic.slug, run=run)


def _place_anew(session: "Session", unplaced: "Sequence[Unplaced]") -> None:
    """Of statements whose words a person changed, the positions on the topics named with them."""
    from factbase.stance import place  # noqa: PLC0415

    if not unplaced:
        return
    run = store.start_run(session, program=version("factbase-news"), model=None, options={"placed": "corrected"})
    for snapshot in sorted({each.snapshot_id for each in unplaced}):
        [(_, reading)] = store.readings(session, snapshot=snapshot)
        ours = [each for each in unplaced if each.snapshot_id == snapshot]
        for slug in sorted(set().union(*(each.topics for each in ours))):
            stances = place(reading.document, reading.statements, store.topic(session, slug))
            taken = {each.place: stances[each.place] for each in ours if slug in each.topics}
            store.save_stances_of(session, snapshot, taken, topic_slug=slug, run=run)
    store.finish_run(session, run, counts={"statements": len(unplaced)})


def _reprocess(engine: "Engine", article: int, run: int | None) -> Reprocessed:
    """Without a run nothing is kept. The model reads outside of the transaction, which others wait for."""
    with store.reading(engine) as session:
        documents = store.documents(session, article)
    readings = [(number, read(document)) for number, document in documents]
    with store.writing(engine) as session:
        number = _start(session, {}) if run is None else run
        done = [_save_again(session, snapshot, reading, number) for snapshot, reading in readings]
        if run is None:
            session.rollback()
    return Reprocessed(
        source=documents[-1][1].source,
        added=sum(each.added for each in done),
        changed=sum(each.changed for each in done),
        removed=sum(each.removed for each in done),
        differences=tuple(difference for each in done for difference in each.differences),
    )


def _save_again(session: "Session", snapshot: int, reading: Reading, run: int) -> "Reread":
    done = store.save_again(session, snapshot, reading, run=run)
    [(_, stands)] = store.readings(session, snapshot=snapshot)
    for topic in store.topics(session):
        _place(session, snapshot, stands, topic, run)
    return replace(done, differences=(*done.differences, *store.positions_otherwise(session, snapshot)))


@cache
def _tagger() -> "Tagger":
    from factbase.extract import Tagger  # noqa: PLC0415

    return Tagger()


@cache
def _registry() -> "Registry":
    from factbase.resolve import load_registry  # noqa: PLC0415

    return load_registry()
