"""What is in the database, read again by the trained model; and topics applied to what people corrected."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from factbase import pipeline, query, store
from factbase.document import Method, Position, Reading, Span, Speaker, SpeakerKind
from factbase.query import Filters
from factbase.store import Correction, NewSpeaker, Part, Placing
from factbase.store import tables as t
from tests.store.deciding import speaker_uid, uid
from tests.store.dump import dump
from tests.store.examples import CRANE, MINISTRY, OKAFOR, PERSON, says
from tests.test_pipeline import CLOSURE, TEXT, document

OPEN, CRACKS = "The harbour bridge will not open before June", "“We found cracks that nobody had seen,”"
REJECTED, OPPOSE = "the closure of the bridge", "“We oppose the closure,”"


@pytest.fixture
def bridge(engine: Engine) -> Engine:
    """The bridge, read by hand and otherwise than the model reads it, and a topic."""
    reading = Reading(
        document(),
        (
            says(TEXT, OPEN, OKAFOR),
            says(TEXT, CRACKS, CRANE),
            says(TEXT, "reporters in Lisbon", CRANE),
            says(TEXT, REJECTED, Speaker("opposition", SpeakerKind.GROUP)),
            says(TEXT, OPPOSE, MINISTRY),
        ),
    )
    with store.writing(engine) as session:
        run = store.start_run(session, program="0", model="hand", options={})
        store.add_topic(session, CLOSURE)
        store.save_reading(session, reading, run=run)
    return engine


def reprocess(engine: Engine, *, dry_run: bool = False) -> pipeline.Reprocessed:
    (done,) = pipeline.reprocess(engine, [1], dry_run=dry_run)
    assert store.check(engine) == []
    return done


def told(engine: Engine) -> dict[str, str | None]:
    with store.reading(engine) as session:
        return {row.quote: row.speaker for row in query.statements(session)}


def positions(engine: Engine) -> dict[str, Position]:
    with store.reading(engine) as session:
        return {row.quote: row.position for row in query.stances(session, Filters(topic=CLOSURE.slug))}


def test_all_that_people_decided_stands_over_what_the_model_reads(bridge: Engine) -> None:
    decide_all(bridge)
    before = told(bridge)
    done = reprocess(bridge)
    assert done.source == "bridge.txt"
    assert "reporters in Lisbon" not in told(bridge)
    stands = {
        OPEN: "The Sundial",
        CRACKS: "Town Crier",
        OPPOSE: "Port of Lisbon",
    }
    assert {words: told(bridge)[words] for words in stands} == {words: before[words] for words in stands} == stands
    assert not [words for words in told(bridge) if "rejected" in words or "closure of" in words]
    with store.reading(bridge) as session:
        assert positions(bridge)[OPPOSE] is Position.LEAN_SUPPORT
        (row,) = query.speakers(session, Filters(speaker="the port"))
        assert (row.name, row.kind) == ("Port of Lisbon", SpeakerKind.GROUP)
    found = {(d.statement_id, d.what): (d.stands, d.machine) for d in done.differences}
    with store.reading(bridge) as session:
        opened, oppose = uid(session, OPEN), uid(session, OPPOSE)
    assert found[opened, "speaker"][1].startswith("Ana Ruiz (")
    assert found[oppose, "speaker"][1].startswith("Joe Malik (")
    assert found[oppose, "position on closure"] == ("lean_support", "oppose")


def decide_all(engine: Engine) -> None:
    """A judgement of every kind."""
    with store.writing(engine) as session:
        okafor, crane = speaker_uid(session, "Ines Okafor"), speaker_uid(session, "The Daily Crane")
        opened, cracks, rejected, oppose = (uid(session, words) for words in (OPEN, CRACKS, REJECTED, OPPOSE))
        store.accept(session, [opened], by="Ana")
        store.reject(session, [rejected], by="Ana")
        store.correct(session, [oppose], Correction(NewSpeaker("Port Authority", SpeakerKind.GOVERNMENT)), by="Ana")
        store.set_position(session, [oppose], Placing(CLOSURE.slug, Position.LEAN_SUPPORT), by="Ana")
        store.rename(session, speaker_uid(session, "Port Authority"), "Port of Lisbon", by="Ana")
        store.alias(session, speaker_uid(session, "Port of Lisbon"), "the port", by="Ana")
        store.set_facts(session, speaker_uid(session, "Port of Lisbon"), {"kind": "group"}, by="Ana")
        part = Part([cracks], NewSpeaker("Town Crier", SpeakerKind.ORGANISATION))
        store.split(session, crane, part, by="Ana")
        part = Part([opened], NewSpeaker("The Sundial", PERSON))
        store.split(session, okafor, part, by="Ana")


def test_a_second_time_nothing_changes(bridge: Engine) -> None:
    decide_all(bridge)
    first = reprocess(bridge)
    before = rows(bridge)
    again = reprocess(bridge)
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
    assert again.differences == first.differences
    assert rows(bridge) == before


def test_a_dry_run_keeps_nothing(bridge: Engine) -> None:
    decide_all(bridge)
    before = rows(bridge, t.run)
    dry = reprocess(bridge, dry_run=True)
    assert rows(bridge, t.run) == before
    assert dry == reprocess(bridge)
    assert rows(bridge) != before


def rows(engine: Engine, *more: sa.Table) -> dict[str, list[Any]]:
    """Of all tables but run, with their numbers and times."""
    with engine.connect() as connection:
        tables = [table for table in t.METADATA.sorted_tables if table is not t.run or table in more]
        return {table.name: sorted(map(repr, connection.execute(sa.select(table)))) for table in tables}


def test_the_run_is_on_record(bridge: Engine) -> None:
    done = reprocess(bridge)
    with store.reading(bridge) as session:
        run = session.connection().execute(sa.select(t.run).order_by(t.run.c.id.desc())).first()
    assert run is not None
    assert run.options == {"reprocess": "1"}
    assert run.counts == {"added": done.added, "changed": done.changed, "removed": done.removed}
    assert run.finished is not None
    assert run.model


def test_what_the_model_read_itself_it_reads_again(engine: Engine) -> None:
    with store.writing(engine) as session:
        store.add_topic(session, CLOSURE)
    list(pipeline.ingest(engine, [document()]))
    before = rows(engine)
    done = reprocess(engine)
    assert (done.added, done.changed, done.removed, done.differences) == (0, 0, 0, ())
    assert rows(engine) == before


def test_topics_are_applied_to_words_that_a_person_set(bridge: Engine) -> None:
    """And undoing gives back what had been placed, as long as the topic is the same."""
    pipeline.apply_topic(bridge, CLOSURE.slug)
    before = dump(bridge)
    assert positions(bridge)[OPPOSE] is Position.OPPOSE
    with store.reading(bridge) as session:
        number, start = uid(session, OPPOSE), TEXT.index("closure,”")
    correction = Correction(content=(Span(start, start + 7),))
    decided = pipeline.decide(bridge, lambda session: store.correct(session, [number], correction, by="Ana"))
    assert OPPOSE not in positions(bridge)
    with store.reading(bridge) as session:
        (shown,) = [row for row in query.statements(session) if row.row_id == number]
    assert shown.quote == "closure"
    undone = [made.judgement for made in decided.judgements]
    pipeline.decide(bridge, lambda session: store.undo_on_statement(session, undone, by="Ana"))
    assert dump(bridge) == before


def test_a_topic_that_was_applied_meanwhile_is_applied_again(bridge: Engine) -> None:
    with store.reading(bridge) as session:
        number, start = uid(session, OPPOSE), TEXT.index("closure,”")
    correction = Correction(content=(Span(start, start + 7),))
    pipeline.decide(bridge, lambda session: store.correct(session, [number], correction, by="Ana"))
    pipeline.apply_topic(bridge, CLOSURE.slug)
    assert OPPOSE not in positions(bridge)
    pipeline.decide(bridge, lambda session: store.undo_on_statement(session, [1], by="Ana"))
    assert positions(bridge)[OPPOSE] is Position.OPPOSE
    with store.reading(bridge) as session:
        (stance,) = [row for row in query.stances(session) if row.quote == OPPOSE]
    assert stance.method is Method.RULE
