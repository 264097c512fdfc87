"""Decisions on statements: what each changes, what it refuses, and that undoing restores what was, on both engines."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from factbase import query, store
from factbase.document import DateRange, Method, Position, Span
from factbase.errors import FactbaseError, JudgementError, QueryError
from factbase.query import Filters
from factbase.store import Correction, NewSpeaker, Placing, corrections
from factbase.store import tables as t
from factbase.store.kinds import Review
from tests.query.conftest import DEBT
from tests.query.conftest import save as save_archive
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
from tests.store.examples import DEAR, GOVERNMENT, GROUP, PERSON, SELL, SUBSIDY

KEEP, DOCKERS = "We might keep the bridge", "Nobody may sell what dockers built"
LIND = NewSpeaker("Ada  Lind ", PERSON)


@pytest.fixture
def archive(engine: Engine) -> Engine:
    """The four articles of the questions' tests, without any decision."""
    with store.writing(engine) as session:
        save_archive(session)
    return engine


def quotes(engine: Engine, **filters: Any) -> set[str]:
    with store.reading(engine) as session:
        return {row.quote for row in query.statements(session, Filters(**filters))}


def listed(engine: Engine) -> dict[str, int]:
    """Speakers by name, with their statements."""
    with store.reading(engine) as session:
        return {row.name: row.statements for row in query.speakers(session)}


def positions(engine: Engine, topic: str = SALE.slug) -> dict[str, str]:
    with store.reading(engine) as session:
        return {row.quote: row.position for row in query.stances(session, Filters(topic=topic))}


def members(engine: Engine) -> set[tuple[str, str, str]]:
    """Affiliations that statements show: speaker, organisation, role."""
    bodies = t.affiliation.join(t.speaker, t.speaker.c.id == t.affiliation.c.speaker_id)
    bodies = bodies.join(t.organisation, t.organisation.c.id == t.affiliation.c.organisation_id)
    wanted = sa.select(t.speaker.c.name, t.organisation.c.name, t.affiliation.c.role).select_from(bodies)
    with store.reading(engine) as session:
        return {tuple(found) for found in session.connection().execute(wanted)}


def test_an_accepted_statement_stays_as_it_is(archive: Engine) -> None:
    before = row(archive, DEAR)
    decide(archive, accept(DEAR, SELL))
    after = row(archive, DEAR)
    assert (after.review, after.reviewed_by, after.machine) == (Review.ACCEPTED, "Ana", None)
    assert after._asdict() | {"review": None, "reviewed_by": None} == before._asdict()
    with store.reading(archive) as session:
        assert {r.review for r in query.statements(session, Filters(about="bridge dear"))} == {"accepted"}


def test_a_rejected_statement_leaves_everything_but_show(archive: Engine) -> None:
    before = listed(archive)
    decide(archive, reject(SELL), reject(DOCKERS))
    assert {SELL, DOCKERS}.isdisjoint(quotes(archive))
    assert listed(archive)["Ines Okafor"] == before["Ines Okafor"] - 1
    assert "Charles Brown Jr." not in listed(archive)
    assert {SELL, DOCKERS}.isdisjoint(positions(archive))
    assert ("Charles Brown Jr.", "Harbour Union", "Chairman") not in members(archive)
    with store.reading(archive) as session:
        found = query.statement(session, uid(session, SELL))
        assert "Harbour Union" not in [body.name for body in query.organisations(session)]
    assert (found.row.review, found.row.reviewed_by, found.words) == ("rejected", "Ana", SELL)
    assert [(d.decision, d.by) for d in found.decisions] == [("reject", "Ana")]


def test_another_speaker(archive: Engine) -> None:
    """All that is listed by speaker follows; a role that was printed of somebody else goes, the machine's is kept."""
    before = listed(archive)
    decide(archive, by(SELL, "Ada Roth"))
    assert SELL in quotes(archive, speaker="roth")
    assert SELL not in quotes(archive, speaker="ines okafor")
    assert (listed(archive)["Ada Roth"], listed(archive)["Ines Okafor"]) == (2, before["Ines Okafor"] - 1)
    with store.reading(archive) as session:
        (stance,) = [s for s in query.stances(session, Filters(topic=SALE.slug)) if s.quote == SELL]
    assert (stance.speaker, stance.role, stance.organisation, stance.review) == ("Ada Roth", None, None, "corrected")
    found = row(archive, SELL)
    assert (found.speaker_how, found.speaker_confidence, found.machine["role"]) == ("person", 1.0, "Mayor")
    assert {"speaker", "role", "organisation"} == set(found.machine)


def test_the_role_stays_with_whom_has_the_same_name(archive: Engine) -> None:
    """The record is another, the name that was printed is not."""
    decide(archive, by(DOCKERS, NewSpeaker("Brown", PERSON)))
    found = row(archive, DOCKERS)
    assert (found.role, found.organisation, set(found.machine)) == ("Chairman", "Harbour Union", {"speaker"})
    assert ("Brown", "Harbour Union", "Chairman") in members(archive)
    assert ("Charles Brown Jr.", "Harbour Union", "Chairman") not in members(archive)


def test_an_affiliation_that_others_show_too_stays(archive: Engine) -> None:
    before = members(archive)
    decide(archive, by(DEAR, NONE))
    assert members(archive) == before
    with store.reading(archive) as session:
        witness = sa.select(t.statement.c.content).join(t.affiliation).where(t.affiliation.c.role == "Mayor")
        assert session.connection().scalars(witness).all() != [DEAR]


@pytest.mark.parametrize(
    ("new", "name", "body"),
    [
        (LIND, "Ada Lind", None),
        (NewSpeaker("Port Authority", GOVERNMENT), "Port Authority", "Port Authority"),
        (NewSpeaker("dockers", GROUP), "dockers", None),
    ],
)
def test_a_new_speaker_is_there_while_it_is_named(
    archive: Engine, new: NewSpeaker, name: str, body: str | None
) -> None:
    before = dump(archive)
    first, second, third = decide(archive, by(SELL, new), by(SUBSIDY, name), by(SUBSIDY, "Ada Roth"))
    assert SELL in quotes(archive, speaker=name, kind=new.kind)
    with store.reading(archive) as session:
        assert body is None or SELL in {s.quote for s in query.statements(session, Filters(organisation=body))}
    undo(archive, first, third)
    assert quotes(archive, speaker=name) == {SUBSIDY}
    undo(archive, second)
    assert dump(archive) == before


def test_a_new_speaker_that_an_article_names_later_stays(archive: Engine) -> None:
    (number,) = decide(archive, by(SELL, NewSpeaker("Port Authority", GOVERNMENT)))
    decide(archive, by(SUBSIDY, "Port Authority"))
    undo(archive, number)
    assert listed(archive)["Port Authority"] == 1


def test_nobody_knows_who(archive: Engine) -> None:
    decide(archive, by(SELL, NONE))
    found = row(archive, SELL)
    assert (found.speaker_id, found.speaker_kind, found.speaker_how, found.role) == (None, None, None, None)
    assert SELL in quotes(archive)
    assert SELL in positions(archive)


def test_another_day(archive: Engine) -> None:
    decide(archive, said(SELL, "2024-01-02", "2024-01-05"))
    assert quotes(archive, until=date(2024, 12, 31)) == {SELL}
    assert quotes(archive, since=date(2024, 1, 4), until=date(2024, 1, 4)) == {SELL}
    with store.reading(archive) as session:
        dated = [s.quote for s in query.stances(session, Filters(topic=SALE.slug, since=date(2020, 1, 1)))]
    assert dated[0] == SELL
    with store.reading(archive) as session:
        (okafor,) = query.speakers(session, Filters(speaker="ines okafor"))
        assert okafor.first_said == date(2024, 1, 2)
        (first, *_) = query.statements(session, Filters(about="sell", until=date(2024, 2, 1)))
    assert (first.quote, first.said_from, first.said_to) == (SELL, date(2024, 1, 2), date(2024, 1, 5))


def test_no_known_day(archive: Engine) -> None:
    decide(archive, said(DEAR, None))
    found = row(archive, DEAR)
    assert (found.said_from, found.said_to, found.said_words) == (None, None, None)
    assert found.day == date(2025, 3, 5)
    assert found.machine == {"said": ["2025-03-03", "2025-03-03", "on Monday", 1.0]}


def test_other_words(archive: Engine) -> None:
    """They are those of the text; search finds them, and no longer the others; the id stays."""
    before = row(archive, SELL)
    decided = []
    with store.writing(archive) as session:
        decided.append(content(SELL, "We will", "in May")(session))
    found = row(archive, "We will … in May")
    assert (found.uid, found.start, found.end) == (before.uid, before.start, before.end)
    assert found.content_spans == [[before.start, before.start + 7], [before.end - 6, before.end]]
    assert found.machine["content"] == before.content_spans
    assert quotes(archive, about="sell") & {SELL, found.content} == set()
    assert quotes(archive, about="may") >= {found.content}
    assert SELL not in positions(archive)
    (unplaced,) = decided[0].unplaced
    assert unplaced.statement_id == found.id
    assert unplaced.topics == {SALE.slug, DEBT.slug}


def test_another_position(archive: Engine) -> None:
    decide(
        archive,
        position(SELL, SALE.slug, Position.OPPOSE, "if rates rise"),
        position(DEAR, SALE.slug, Position.LEAN_SUPPORT),
        position(KEEP, SALE.slug, None),
    )
    assert (positions(archive)[SELL], positions(archive)[DEAR]) == ("oppose", "lean_support")
    assert KEEP not in positions(archive)
    assert KEEP in positions(archive, DEBT.slug)
    with store.reading(archive) as session:
        (taken,) = query.statement(session, uid(session, SELL)).stances
    assert (taken.method, taken.condition, taken.confidence) == (Method.PERSON, "if rates rise", 1.0)
    assert (taken.review, taken.reviewed_by) == ("corrected", "Ben")


def test_the_last_position_counts(archive: Engine) -> None:
    first, last = decide(
        archive, position(SELL, SALE.slug, Position.OPPOSE), position(SELL, SALE.slug, Position.LEAN_OPPOSE)
    )
    assert positions(archive)[SELL] == "lean_oppose"
    undo(archive, last)
    assert positions(archive)[SELL] == "oppose"
    undo(archive, first)
    assert positions(archive)[SELL] == "support"


def test_a_persons_position_outlives_its_topic(archive: Engine) -> None:
    decide(archive, position(SELL, SALE.slug, Position.OPPOSE), position(SELL, DEBT.slug, Position.OPEN))
    with store.writing(archive) as session:
        store.remove_topic(session, SALE.slug)
    decide(archive, said(SELL, "2024-01-02"))
    with store.writing(archive) as session:
        store.add_topic(session, SALE)
    assert positions(archive) == {SELL: "oppose"}
    assert positions(archive, DEBT.slug)[SELL] == "open"


@pytest.mark.parametrize(
    ("decisions", "review", "reviewer"),
    [
        ([], None, None),
        ([accept(SELL)], Review.ACCEPTED, "Ana"),
        ([reject(SELL)], Review.REJECTED, "Ana"),
        ([said(SELL, "2025-03-01")], Review.CORRECTED, "Ben"),
        ([said(SELL, "2025-03-01"), accept(SELL)], Review.ACCEPTED, "Ana"),
        ([accept(SELL), said(SELL, "2025-03-01")], Review.CORRECTED, "Ben"),
        ([accept(SELL), position(SELL, SALE.slug, Position.OPEN)], Review.ACCEPTED, "Ana"),
        ([position(SELL, SALE.slug, Position.OPEN)], Review.CORRECTED, "Ben"),
        ([reject(SELL), said(SELL, "2025-03-01")], Review.REJECTED, "Ana"),
        ([reject(SELL), position(SELL, SALE.slug, Position.OPEN)], Review.REJECTED, "Ana"),
        ([reject(SELL), accept(SELL)], Review.ACCEPTED, "Ana"),
        ([accept(SELL), reject(SELL)], Review.REJECTED, "Ana"),
    ],
)
def test_the_review_follows_what_stands(
    archive: Engine, decisions: list[Decide], review: Review | None, reviewer: str | None
) -> None:
    numbers = decide(archive, *decisions)
    assert (row(archive, SELL).review, row(archive, SELL).reviewed_by) == (review, reviewer)
    undo(archive, *numbers)
    assert (row(archive, SELL).review, row(archive, SELL).reviewed_by) == (None, None)


def test_what_was_accepted_after_a_correction_outlives_it(archive: Engine) -> None:
    (corrected, accepted) = decide(archive, by(SELL, "Ada Roth"), accept(SELL))
    undo(archive, corrected)
    assert SELL in quotes(archive, speaker="roth")
    undo(archive, accepted)
    assert SELL in quotes(archive, speaker="ines okafor")


def correct(**what: Any) -> Decide:
    return lambda session: store.correct(session, [uid(session, SELL)], Correction(**what), by="Ana")


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (correct(), "There is nothing to set"),
        (correct(speaker="0" * 32), "There is no speaker 0{32}"),
        (correct(speaker=NewSpeaker(" — ", PERSON)), "' — ' is no name"),
        (correct(speaker=NewSpeaker("Gen. Ines  Okafor", PERSON)), "is a person Ines Okafor already: .* its id, 43"),
        (correct(said=DateRange(date(2025, 3, 2), date(2025, 3, 1))), "2025-03-01 is before 2025-03-02"),
        (correct(content=()), "one piece of the text at least"),
        (content(SELL, "ell it"), r"goes through the word “sell” \(\d+:\d+\)"),
        (lambda s: store.accept(s, ["f" * 32], by="Ana"), "There is no statement f{32}; `factbase statements`"),
        (
            lambda s: store.correct(s, [uid(s, SELL), uid(s, DEAR)], Correction(content=(Span(0, 7),)), by="Ana"),
            "one statement at a time",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_decided(archive: Engine, decision: Decide, sentence: str) -> None:
    before = dump(archive)
    with pytest.raises(JudgementError, match=sentence):
        decide(archive, decision)
    assert dump(archive) == before


def test_a_topic_that_is_not_there(archive: Engine) -> None:
    with pytest.raises(QueryError, match="There is no topic nowhere"):
        decide(archive, position(SELL, "nowhere", None))


def test_what_cannot_be_undone(archive: Engine) -> None:
    (number,) = decide(archive, position(SELL, SALE.slug, None))
    with store.writing(archive) as session:
        other = store.rename(session, speaker_uid(session, "Ada Roth"), "Ada", by="Ana")
    undo(archive, number)
    for wrong, sentence in (
        (number, f"Judgement {number} was undone already, by Cleo on 20"),
        (99, "There is no judgement 99; `factbase statement history`"),
        (other, f"Judgement {other} is about a speaker; `factbase speaker undo"),
    ):
        with pytest.raises(JudgementError, match=sentence):
            undo(archive, wrong)


WORDS = st.sampled_from([DEAR, SELL, SUBSIDY, KEEP])
SOME = st.sampled_from(["Ines Okafor", "Ada Roth", "The Daily Crane", "Okafor spokesman", "Ada Lind"])
NEW = st.sampled_from([LIND, NewSpeaker("Port Authority", GOVERNMENT), NewSpeaker("dockers", GROUP)])
DAYS = st.sampled_from(["2024-05-01", "2025-03-03", "2026-01-31", None])
PIECES = {
    DEAR: (DEAR, "the bridge", "too dear"),
    SELL: (SELL, "We will", "it in May"),
    SUBSIDY: (SUBSIDY, "subsidy"),
    KEEP: (KEEP, "We might", "bridge"),
}
TAKEN = st.sampled_from([*Position, None])
STEP = st.one_of(
    st.builds(lambda w: (w, accept), WORDS),
    st.builds(lambda w: (w, reject), WORDS),
    st.builds(lambda w, who: (w, lambda words: by(words, who)), WORDS, st.one_of(SOME, NEW, st.just(NONE))),
    st.builds(lambda w, day: (w, lambda words: said(words, day)), WORDS, DAYS),
    st.builds(lambda w, n: (w, lambda words: content(words, PIECES[w][n % len(PIECES[w])])), WORDS, st.integers(0, 2)),
    st.builds(lambda w, p: (w, lambda words: position(words, SALE.slug, p)), WORDS, TAKEN),
    st.builds(lambda w: (w, None), WORDS),
)
Step = tuple[str, Callable[[str], Decide] | None]


def take(engine: Engine, uids: dict[str, str], steps: Iterable[Step]) -> list[int]:
    """Decides, or undoes the oldest that stands, and returns the judgements that stand."""
    made: list[int] = []
    for words, step in steps:
        with store.reading(engine) as session:
            now = sa.select(t.statement.c.content).where(t.statement.c.uid == uids[words])
            stands = str(session.connection().scalar(now))
        try:
            if step is not None:
                made += decide(engine, step(stands))
            elif made:
                undo(engine, made.pop(0))
        except (FactbaseError, sa.exc.NoResultFound):  # the new speaker is there already, or not yet
            continue
    return made


@given(steps=st.lists(STEP, max_size=9), order=st.permutations(range(9)))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_decided_undoing_it_in_any_order_restores_what_was(
    archive: Engine, steps: list[Step], order: list[int]
) -> None:
    """All is drawn before anything is decided: an example that is broken off would leave its decisions to the next."""
    before = dump(archive)
    with store.reading(archive) as session:
        uids = {words: uid(session, words) for words in PIECES}
    made = take(archive, uids, steps)
    stands = dump(archive)
    with store.writing(archive) as session:
        corrections.restate_all(session.connection())
    assert dump(archive) == stands
    undo(archive, *(made[i] for i in order if i < len(made)))
    assert dump(archive) == before


def test_history(archive: Engine) -> None:
    numbers = decide(
        archive,
        accept(DEAR),
        by(SELL, LIND),
        by(SELL, NONE),
        said(SELL, "2025-03-01", "2025-03-04"),
        said(SELL, None),
        content(SELL, "We will", "in May"),
    )
    with store.reading(archive) as session:
        number = session.connection().scalar(sa.select(t.statement.c.uid).where(t.statement.c.content.contains("…")))
    with store.writing(archive) as session:
        numbers += [
            made.judgement
            for placing in (Placing(SALE.slug, Position.OPEN, "if asked"), Placing(SALE.slug, None))
            for made in store.set_position(session, [str(number)], placing, by="Ben").judgements
        ]
    undo(archive, numbers[1])
    start = row(archive, "We will … in May").start
    with store.reading(archive) as session:
        found = list(query.decisions(session, str(number)))
        everything = list(query.decisions(session))
    assert [row.decided for row in found] == [
        "no position on bridge-sale",
        "open on bridge-sale, if asked",
        f"content {start}:{start + 7},{start + 16}:{start + 22}",
        "said on no known day",
        "said 2025-03-01 to 2025-03-04",
        "no speaker",
        "speaker Ada Lind",
    ]
    assert (found[-1].undone_by, found[-1].quote, found[0].undone_at) == ("Cleo", "We will … in May", None)
    assert [row.judgement for row in everything] == sorted(numbers, reverse=True)
    assert (everything[-1].decision, everything[-1].decided, everything[-1].note) == ("accept", None, "read")


def test_what_the_machine_reads_is_shown_beside(archive: Engine) -> None:
    decide(archive, by(DEAR, "Ada Roth"), said(DEAR, "2025-03-04"))
    with store.reading(archive) as session:
        found = query.statement(session, uid(session, DEAR))
    assert [(o.what, o.machine, o.how) for o in found.overruled] == [
        ("speaker", "Ines Okafor", "name"),
        ("said", "2025-03-03", "on Monday"),
    ]
