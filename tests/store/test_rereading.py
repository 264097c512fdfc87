"""A snapshot read again: what is replaced, and that every kind of judgement stands, with readings made by hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import Session

from factbase import query, store
from factbase.document import Act, Method, Position, Reading, Speaker, Stance, Statement
from factbase.query import Filters
from factbase.store import NewSpeaker, Part, Reread
from factbase.store import tables as t
from tests.store.conftest import SALE
from tests.store.deciding import (
    NONE,
    Decide,
    accept,
    by,
    content,
    decide,
    position,
    reject,
    row,
    said,
    speaker_uid,
    uid,
    undo,
)
from tests.store.dump import dump
from tests.store.examples import (
    BUYERS,
    CRANE,
    DEAR,
    FEBRUARY,
    GROUP,
    HARBOUR,
    MINISTRY,
    MONDAY,
    OKAFOR,
    PERSON,
    SELL,
    SOURCE,
    SUBSIDY,
    document,
    harbour,
    says,
)

WARNED, DEBTS = "Okafor warned of new debts", "new debts"
ROTH = Speaker("Ada Roth", PERSON, role="Director", organisation="Lund Port", how="surname", confidence=0.7)
CRITICS = Speaker("critics", GROUP, how="description")


def again() -> Reading:
    """The same text by another machine: other speakers and days, words more and less, two statements new, one gone."""
    return Reading(
        document(),
        (
            says(HARBOUR, "Harbour bridge to be sold", None),
            says(HARBOUR, DEAR, OKAFOR, said=FEBRUARY),
            _denied(says(HARBOUR, SELL, ROTH, said=MONDAY)),
            says(HARBOUR, "ruled out a subsidy", CRITICS),
            says(HARBOUR, WARNED, CRANE),
            says(HARBOUR, DEBTS, MINISTRY, quoted_in=4),
        ),
    )


def _denied(read: Statement) -> Statement:
    return replace(read, attribution=replace(read.attribution, act=Act.DENY, confidence=0.5))


@pytest.fixture
def harboured(engine: Engine) -> Engine:
    """The first reading, with a topic that one statement takes a position on."""
    with store.writing(engine) as session:
        run = store.start_run(session, program="0", model="hand", options={})
        store.add_topic(session, SALE)
        saved = store.save_reading(session, harbour(), run=run)
        taken = Stance(SALE.slug, Position.SUPPORT, 0.8, Method.RULE, "will sell")
        store.save_stances(session, saved.snapshot_id, [(1, taken)], topic_slug=SALE.slug, run=run)
    return engine


def reread(engine: Engine, reading: Reading | None = None) -> Reread:
    with store.writing(engine) as session:
        run = store.start_run(session, program="1", model="other", options={})
        done = store.save_again(session, 1, reading or again(), run=run)
    assert store.check(engine) == []
    return done


def told(engine: Engine) -> dict[str, str | None]:
    """Every statement of the snapshot by its words, with its speaker, in its order."""
    with store.reading(engine) as session:
        ((_, reading),) = store.readings(session)
    return {s.text: s.speaker.name if s.speaker else None for s in reading.statements}


def test_what_nobody_judged_is_replaced(harboured: Engine) -> None:
    done = reread(harboured)
    assert (done.added, done.changed, done.removed, done.differences) == (2, 3, 2, ())
    with store.reading(harboured) as session:
        assert list(store.readings(session)) == [(1, again())]
        assert {r.name for r in query.speakers(session)} == {
            "Ines Okafor", "Ada Roth", "critics", "The Daily Crane", "Ministry of Transport"
        }  # fmt: skip
        (stance,) = query.stances(session, Filters(topic=SALE.slug))
    assert (stance.quote, stance.speaker, stance.said_from) == (SELL, "Ada Roth", date(2025, 3, 3))


def test_it_comes_to_what_saving_it_would_have(harboured: Engine, tmp_path: Path) -> None:
    """But for speakers and names that other articles may have too: those stay."""
    reread(harboured)
    fresh = store.open_engine(f"sqlite:///{tmp_path}/fresh.db")
    store.prepare(fresh)
    with store.writing(fresh) as session:
        run = store.start_run(session, program="1", model="other", options={})
        store.save_reading(session, again(), run=run)
    expected, found = dump(fresh), dump(harboured)
    fresh.dispose()
    for table in ("statement", "speaker", "speaker_name", "affiliation", "organisation", "snapshot"):
        assert found[table] == expected[table]


def test_reading_again_what_is_there_changes_nothing(harboured: Engine) -> None:
    before = everything(harboured)
    done = reread(harboured, harbour())
    assert (done.added, done.changed, done.removed) == (0, 0, 0)
    assert everything(harboured) == before


def everything(engine: Engine) -> dict[str, list[Any]]:
    """All rows of all tables but run, with their numbers, times and runs."""
    with engine.connect() as connection:
        tables = [table for table in t.METADATA.sorted_tables if table is not t.run]
        return {table.name: sorted(map(repr, connection.execute(sa.select(table)))) for table in tables}


def of_a_speaker(decision: Callable[[Session], int]) -> Decide:
    """The decisions on speakers return the number alone."""
    return lambda session: store.Decided((store.Made(decision(session), ""),))


def crier(session: Session) -> str:
    """An organisation that another article names."""
    text = "It will rain."
    reading = Reading(document(text=text, source="c.txt"), (says(text, "rain", replace(CRANE, name="Town Crier")),))
    store.save_reading(session, reading, run=1)
    return speaker_uid(session, "Town Crier")


def fields(engine: Engine, words: str, *names: str) -> tuple[Any, ...]:
    found = row(engine, words)
    return tuple(getattr(found, name) for name in names)


def quotes(engine: Engine, **filters: Any) -> set[str]:
    with store.reading(engine) as session:
        return {row.quote for row in query.statements(session, Filters(**filters))}


def told_by(engine: Engine, name: str) -> set[str]:
    with store.reading(engine) as session:
        return {row.quote for row in query.statements(session) if row.speaker == name}


def positions(engine: Engine) -> dict[str, str]:
    with store.reading(engine) as session:
        return {row.quote: row.position for row in query.stances(session, Filters(topic=SALE.slug))}


def speakers(engine: Engine) -> list[Any]:
    with store.reading(engine) as session:
        return list(query.speakers(session))


KINDS: dict[str, tuple[Decide, Callable[[Engine], Any]]] = {
    "accept": (accept(SELL), lambda e: fields(e, SELL, "speaker_id", "said_from", "role", "act")),
    "accept what is not found again": (accept(BUYERS), lambda e: fields(e, BUYERS, "speaker_id", "review")),
    "accept what is found in more words": (accept(SUBSIDY), lambda e: {q for q in quotes(e) if "subsidy" in q}),
    "reject": (reject(SELL), lambda e: SELL in quotes(e)),
    "reject what is found in more words": (reject(SUBSIDY), lambda e: {q for q in quotes(e) if "subsidy" in q}),
    "speaker": (by(SELL, "The Daily Crane"), lambda e: fields(e, SELL, "speaker_id", "role", "organisation_id")),
    "speaker of this article alone": (by(SELL, "person close to the talks"), lambda e: told(e)[SELL]),
    "new speaker": (by(DEBTS, NewSpeaker("Joe Malik", PERSON)), lambda e: told(e)[DEBTS]),
    "no speaker": (by(SELL, NONE), lambda e: told(e)[SELL]),
    "days": (said(DEAR, "2025-01-01", "2025-01-31"), lambda e: fields(e, DEAR, "said_from", "said_to", "day")),
    "no day": (said(DEAR, None), lambda e: fields(e, DEAR, "said_from", "day")),
    "content": (content(SELL, "We will", "in May"), lambda e: quotes(e, about="may")),
    "position": (position(SELL, SALE.slug, Position.OPPOSE), positions),
    "no position": (position(SELL, SALE.slug, None), positions),
    "merge": (
        of_a_speaker(lambda s: store.merge(s, speaker_uid(s, "The Daily Crane"), crier(s), by="Ana")),
        lambda e: {r.name: r.found_as for r in speakers(e)}["Town Crier"],
    ),
    "rename": (
        of_a_speaker(lambda s: store.rename(s, speaker_uid(s, "Ines Okafor"), "Inès O.", by="Ana")),
        lambda e: [s for s in told_by(e, "Inès O.") if s == DEAR],
    ),
    "alias": (
        of_a_speaker(lambda s: store.alias(s, speaker_uid(s, "Ines Okafor"), "the mayor", by="Ana")),
        lambda e: DEAR in quotes(e, speaker="the mayor"),
    ),
    "kind": (
        of_a_speaker(lambda s: store.set_facts(s, speaker_uid(s, "The Daily Crane"), {"kind": "group"}, by="Ana")),
        lambda e: quotes(e, kind=GROUP) & {WARNED},
    ),
    "split": (
        of_a_speaker(
            lambda s: store.split(
                s, speaker_uid(s, "Ines Okafor"), Part((uid(s, SELL),), NewSpeaker("Okafor (Malmö)", PERSON)), by="Ana"
            )
        ),
        lambda e: told_by(e, "Okafor (Malmö)"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_judgement_stands_over_another_reading(harboured: Engine, kind: str, tmp_path: Path) -> None:
    """Reading once more changes nothing more; and with the judgement undone, to read again comes to what it would have
    come to without it."""
    decision, stands = KINDS[kind]
    others = [crier] if kind == "merge" else []
    with store.writing(harboured) as session:
        for other in others:
            other(session)
    (number,) = decide(harboured, decision)
    before = stands(harboured)
    reread(harboured)
    assert stands(harboured) == before
    settled = everything(harboured)
    reread(harboured)
    assert everything(harboured) == settled
    with store.writing(harboured) as session:
        is_of_speaker = kind in ("merge", "rename", "alias", "kind", "split")
        if is_of_speaker:
            store.undo_on_speaker(session, number, by="Cleo")
        else:
            store.undo_on_statement(session, [number], by="Cleo")
    reread(harboured)
    assert dump(harboured) == undecided(tmp_path / "other.db", others)


def undecided(path: Path, others: Sequence[Callable[[Session], str]]) -> dict[str, list[str]]:
    """What a database comes to without the decision."""
    engine = store.open_engine(f"sqlite:///{path}")
    store.prepare(engine)
    with store.writing(engine) as session:
        run = store.start_run(session, program="0", model="hand", options={})
        store.add_topic(session, SALE)
        saved = store.save_reading(session, harbour(), run=run)
        taken = Stance(SALE.slug, Position.SUPPORT, 0.8, Method.RULE, "will sell")
        store.save_stances(session, saved.snapshot_id, [(1, taken)], topic_slug=SALE.slug, run=run)
        for other in others:
            other(session)
    reread(engine)
    found = dump(engine)
    engine.dispose()
    return found


@pytest.mark.parametrize(
    ("decisions", "found", "kept"),
    [
        # what was rejected is not found again in fewer, in more or in other words
        ([reject(SELL)], ["sell it"], [SELL]),
        ([reject(SELL)], ["We will", "sell it in May"], [SELL]),
        ([reject(SELL)], ["“We will sell it in May,” Okafor said"], [SELL]),
        # nor what was accepted or corrected beside it
        ([accept(SUBSIDY)], ["ruled out a subsidy"], [SUBSIDY]),
        ([content(SELL, "We will")], ["We will"], ["We will"]),
        ([content(SELL, "We will")], [SELL, "We will"], ["We will"]),
        ([content(SELL, "We will")], ["will sell it in May"], ["We will"]),
        # but what is inside another that is found too is another
        ([accept(WARNED)], [WARNED, DEBTS], [WARNED, DEBTS]),
        ([accept(DEBTS)], [WARNED, DEBTS], [WARNED, DEBTS]),
        # and what nobody judged makes room
        ([], ["ruled out a subsidy"], ["ruled out a subsidy"]),
        ([accept(DEAR)], [SELL], [DEAR, SELL]),
        ([accept(DEAR)], [], [DEAR]),
    ],
)
def test_which_words_are_a_statement_beside_others(
    harboured: Engine, decisions: list[Decide], found: list[str], kept: list[str]
) -> None:
    decide(harboured, *decisions)
    reread(harboured, Reading(document(), tuple(says(HARBOUR, words, OKAFOR) for words in found)))
    assert list(told(harboured)) == kept


def test_what_a_machine_reads_of_a_judged_statement_is_noted(harboured: Engine) -> None:
    """The speaker stays, and the day, of which nobody decided, is the new one."""
    decide(harboured, by(SELL, "The Daily Crane"))
    reread(harboured)
    found = row(harboured, SELL)
    assert (found.said_from, found.said_words) == (date(2025, 3, 3), "on Monday")
    assert found.machine["role"] == "Director"
    with store.reading(harboured) as session:
        (overruled,) = query.statement(session, found.uid).overruled
    assert (overruled.machine, overruled.how, overruled.confidence) == ("Ada Roth", "surname", 0.7)


def test_who_reports_whom(harboured: Engine) -> None:
    """By the words that a person let stand; nobody, where they are gone or its own."""
    decide(harboured, accept(WARNED), accept(DEBTS))
    inner = replace(says(HARBOUR, DEBTS, MINISTRY), quoted_in=0)
    reread(harboured, Reading(document(), (says(HARBOUR, "reported that Okafor warned of new debts", CRANE), inner)))
    assert reported(harboured) == {WARNED: None, DEBTS: WARNED}
    reread(harboured, Reading(document(), ()))
    assert reported(harboured) == {WARNED: None, DEBTS: WARNED}
    with store.writing(harboured) as session:
        store.undo_on_statement(session, [1], by="Cleo")
    reread(harboured, Reading(document(), (says(HARBOUR, DEBTS, OKAFOR),)))
    assert reported(harboured) == {DEBTS: None}


def reported(engine: Engine) -> dict[str, str | None]:
    with store.reading(engine) as session:
        ((_, reading),) = store.readings(session)
    words = [s.text for s in reading.statements]
    return {s.text: None if s.quoted_in is None else words[s.quoted_in] for s in reading.statements}


def test_what_would_have_been_changed_is_told(harboured: Engine) -> None:
    decide(
        harboured,
        accept(DEAR),
        by(SELL, "The Daily Crane"),
        accept(SUBSIDY),
        accept(BUYERS),
        reject(DEBTS),
        said(WARNED, "2025-01-01", "2025-01-02"),
    )
    numbers = {words: row(harboured, words).uid for words in (DEAR, SELL, SUBSIDY, BUYERS, DEBTS, WARNED)}
    told = {(d.statement_id, d.what): (d.stands, d.machine) for d in reread(harboured).differences}
    crane, roth, ministry, critics = (
        label(harboured, name) for name in ("The Daily Crane", "Ada Roth", "Ministry of Transport", "critics")
    )
    assert told == {
        (numbers[DEAR], "said"): ("2025-03-03", "2025-02-01 to 2025-02-28"),
        (numbers[SELL], "speaker"): (crane, roth),
        (numbers[SUBSIDY], "speaker"): (ministry, critics),
        (numbers[SUBSIDY], "content"): (SUBSIDY, "ruled out a subsidy"),
        (numbers[BUYERS], "statement"): ("accepted", "not found"),
        (numbers[DEBTS], "statement"): ("rejected", "found"),
        (numbers[WARNED], "said"): ("2025-01-01 to 2025-01-02", "none"),
    }


def test_whom_people_merged_is_no_difference(harboured: Engine) -> None:
    decide(harboured, accept(SELL))
    reread(harboured)
    with store.writing(harboured) as session:
        store.merge(session, speaker_uid(session, "Ada Roth"), speaker_uid(session, "Ines Okafor"), by="Ana")
    assert [d.what for d in reread(harboured).differences] == ["role", "organisation", "said"]


def test_positions_that_people_and_machine_see_otherwise(harboured: Engine) -> None:
    decide(
        harboured,
        position(SELL, SALE.slug, Position.OPPOSE),
        position(DEAR, SALE.slug, Position.LEAN_SUPPORT),
    )
    with store.reading(harboured) as session:
        found = [(d.what, d.stands, d.machine) for d in store.positions_otherwise(session, 1)]
    assert found == [
        ("position on bridge-sale", "lean_support", "none"),
        ("position on bridge-sale", "oppose", "support"),
    ]


def label(engine: Engine, name: str) -> str:
    with store.reading(engine) as session:
        return f"{name} ({speaker_uid(session, name)[:10]})"


def test_an_unnamed_speaker_stays_the_same(harboured: Engine) -> None:
    """Also where a person says that it is another; whom nothing names any more is gone."""
    with store.reading(harboured) as session:
        before = speaker_uid(session, SOURCE.name)
    decide(harboured, by(BUYERS, "Ines Okafor"))
    moved = Reading(document(), (says(HARBOUR, DEBTS, SOURCE), says(HARBOUR, BUYERS, SOURCE)))
    reread(harboured, moved)
    with store.reading(harboured) as session:
        assert speaker_uid(session, SOURCE.name) == before
    assert told(harboured) == {BUYERS: "Ines Okafor", DEBTS: SOURCE.name}
    reread(harboured, Reading(document(), (says(HARBOUR, BUYERS, OKAFOR),)))
    with store.reading(harboured) as session:
        gone = sa.select(t.speaker.c.id).where(t.speaker.c.uid == before)
        assert session.connection().scalar(gone) is None


def test_older_copies_are_read_again_and_do_not_count(harboured: Engine) -> None:
    with store.writing(harboured) as session:
        store.save_reading(session, harbour(text=HARBOUR + " More."), run=1)
    reread(harboured)
    with store.reading(harboured) as session:
        assert [row.quote for row in query.statements(session, Filters(speaker="roth"))] == []
        assert len(store.documents(session, 1)) == 2


def test_the_history_of_a_statement_outlives_it(harboured: Engine) -> None:
    gone = row(harboured, BUYERS).uid
    (number,) = decide(harboured, accept(BUYERS))
    undo(harboured, number)
    reread(harboured)
    with store.reading(harboured) as session:
        (found,) = query.decisions(session, query.judged_uid(session, gone[:8]))
        assert query.judged_uid(session, row(harboured, SELL).uid[:8]) == row(harboured, SELL).uid
    assert (found.statement_id, found.quote, found.undone_by) == (gone, None, "Cleo")
