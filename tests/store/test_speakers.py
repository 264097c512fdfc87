"""Decisions on speakers: what each changes, what it refuses, and that undoing restores what was, on both engines."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from factbase import query, store
from factbase.document import Reading, Speaker, SpeakerKind
from factbase.errors import JudgementError
from factbase.query import Filters
from factbase.store import identity
from factbase.store import tables as t
from factbase.store.standing import CANONICAL
from tests.query.conftest import readings
from tests.query.conftest import save as save_archive
from tests.store.dump import dump
from tests.store.examples import GOVERNMENT, HARBOUR, OKAFOR, ORGANISATION, PERSON, SOURCE, document, harbour, says
from tests.store.test_save import save

Decide = Callable[[Session], int]


@pytest.fixture
def archive(engine: Engine) -> Engine:
    """The four articles of the questions' tests, without any decision."""
    with store.writing(engine) as session:
        save_archive(session)
    return engine


def uid(session: Session, name: str) -> str:
    return str(session.connection().scalar(sa.select(t.speaker.c.uid).where(t.speaker.c.name == name)))


def merge(one: str, into: str) -> Decide:
    return lambda session: store.merge(session, uid(session, one), uid(session, into), by="Ana")


def rename(one: str, name: str) -> Decide:
    return lambda session: store.rename(session, uid(session, one), name, by="Ana")


def alias(one: str, name: str) -> Decide:
    return lambda session: store.alias(session, uid(session, one), name, by="Ana")


def set_facts(one: str, **facts: str | None) -> Decide:
    return lambda session: store.set_facts(session, uid(session, one), facts, by="Ana")


def split(one: str, by: str, *quotes: str) -> Decide:
    """To the speaker of this name where there is one, else to a new one of it and of the same kind."""

    def decided(session: Session) -> int:
        ours = sa.select(t.statement.c.uid).where(t.statement.c.content.in_(quotes)).order_by(t.statement.c.id)
        there = session.connection().execute(sa.select(t.speaker).where(t.speaker.c.name == one)).first()
        known = uid(session, by)
        new = store.NewSpeaker(by, there.kind if there else PERSON)
        part = store.Part(list(session.connection().scalars(ours)), new if known == "None" else known)
        return store.split(session, uid(session, one), part, by="Ana")

    return decided


def decide(engine: Engine, *decisions: Decide) -> list[int]:
    """Each in a transaction of its own, by the names that the machine gave."""
    numbers = []
    for decision in decisions:
        with store.writing(engine) as session:
            numbers.append(decision(session))
    assert store.check(engine) == []
    return numbers


def undo(engine: Engine, *numbers: int) -> None:
    for number in numbers:
        with store.writing(engine) as session:
            store.undo_on_speaker(session, number, by="Ben")
    assert store.check(engine) == []


def listed(engine: Engine) -> dict[str, int]:
    """Speakers by name, with their statements."""
    with store.reading(engine) as session:
        return {row.name: row.statements for row in query.speakers(session)}


def facts(engine: Engine, name: str) -> Any:
    with store.reading(engine) as session:
        return session.connection().execute(sa.select(t.speaker).where(t.speaker.c.name == name)).one()


def test_a_merged_speaker_is_listed_as_the_other(archive: Engine) -> None:
    before = listed(archive)
    decide(archive, merge("Inès Okafour", "Ines Okafor"))
    assert "Inès Okafour" not in listed(archive)
    assert listed(archive)["Ines Okafor"] == before["Ines Okafor"] + before["Inès Okafour"]
    with store.reading(archive) as session:
        (row,) = [row for row in query.statements(session) if row.quote == "The bridge stays"]
        assert (row.speaker, row.found_as) == ("Ines Okafor", "Inès Okafour")
        (row,) = [row for row in query.stances(session) if row.quote == "The bridge stays"]
        assert row.speaker == "Ines Okafor"
        assert {row.quote for row in query.statements(session, Filters(speaker="okafour"))} > {"The bridge stays"}


def test_a_chain_resolves_to_its_end_and_undoing_gives_back(archive: Engine) -> None:
    names = ("Inès Okafour", "Ada Roth", "Ines Okafor")
    apart = {name: listed(archive)[name] for name in names}
    first, second = decide(archive, merge(names[0], names[1]), merge(names[1], names[2]))
    assert listed(archive)["Ines Okafor"] == sum(apart.values())
    with store.reading(archive) as session:
        assert {row.found_as for row in query.statements(session, Filters(speaker="ines okafor"))} == {None, *names[:2]}
    undo(archive, second)
    assert listed(archive)["Ada Roth"] == apart["Ada Roth"] + apart["Inès Okafour"]
    assert listed(archive)["Ines Okafor"] == apart["Ines Okafor"]
    undo(archive, first)
    assert {name: listed(archive)[name] for name in names} == apart


def test_a_renamed_speaker_is_found_by_all_its_names(archive: Engine) -> None:
    decide(archive, rename("Ines Okafor", "Inés  Okafor-Lindqvist "))
    with store.reading(archive) as session:
        for name in ("okafor-lindqvist", "Ines Okafor"):
            found = list(query.statements(session, Filters(speaker=name, about="dear")))
            assert [(row.speaker, row.found_as) for row in found] == [("Inés Okafor-Lindqvist", "Ines Okafor")]
        (row,) = query.speakers(session, Filters(speaker="lindqvist"))
    assert (row.found_as, row.aliases) == (("Ines Okafor",), ("Ines Okafor", "Okafor"))


def test_an_alias_finds(archive: Engine) -> None:
    decide(archive, alias("Ministry of Transport", "Transportministeriet"))
    with store.reading(archive) as session:
        assert [row.name for row in query.speakers(session, Filters(speaker="transportministeriet"))] == [
            "Ministry of Transport"
        ]


def test_facts_are_set(archive: Engine) -> None:
    decide(archive, set_facts("Ministry of Transport", kind="organisation", country=None, wikidata="Q17"))
    row = facts(archive, "Ministry of Transport")
    assert (row.kind, row.country, row.wikidata) == (ORGANISATION, None, "Q17")
    assert row.machine == {"kind": "government", "country": "SWE", "wikidata": None}
    with store.reading(archive) as session:
        (statement,) = query.statements(session, Filters(kind=ORGANISATION, about="subsidy"))
    assert (statement.speaker_kind, statement.country) == (ORGANISATION, None)


def test_an_organisation_that_is_a_person_is_no_organisation(archive: Engine) -> None:
    decide(archive, set_facts("The Daily Crane", kind="person"))
    with store.reading(archive) as session:
        assert "The Daily Crane" not in [row.name for row in query.organisations(session)]
        assert "The Daily Crane" in [row.name for row in query.speakers(session, Filters(kind=PERSON))]


def test_the_kind_of_the_merged_is_that_of_the_other(archive: Engine) -> None:
    """Also where the judgement that made a merge possible is undone."""
    kind, merged = decide(
        archive,
        set_facts("Ministry of Transport", kind="organisation"),
        merge("Ministry of Transport", "The Daily Crane"),
    )
    decide(archive, set_facts("The Daily Crane", kind="group"))
    undo(archive, kind)
    assert facts(archive, "Ministry of Transport").kind is SpeakerKind.GROUP
    undo(archive, merged)
    assert facts(archive, "Ministry of Transport").kind is GOVERNMENT


def test_what_is_split_off_is_another_speakers(archive: Engine) -> None:
    before, people = dump(archive), listed(archive)
    (number,) = decide(archive, split("Ines Okafor", "Inga Okafor", "The bridge could be leased", "new debts"))
    assert listed(archive) == people | {"Ines Okafor": people["Ines Okafor"] - 2, "Inga Okafor": 2}
    with store.reading(archive) as session:
        rows = list(query.statements(session, Filters(speaker="inga okafor", organisation="city of lund")))
        assert {(row.speaker, row.found_as, row.review) for row in rows} == {
            ("Inga Okafor", "Ines Okafor", "corrected")
        }
        (row,) = (row for row in query.stances(session, Filters(topic="bridge-sale")) if "leased" in row.quote)
        assert (row.speaker, row.previous_position) == ("Inga Okafor", None)
    undo(archive, number)
    assert dump(archive) == before


def test_what_is_split_off_can_go_to_who_is_there_and_be_decided_on(archive: Engine) -> None:
    before = dump(archive)
    merged, first, second, named = decide(
        archive,
        merge("Inès Okafour", "Ines Okafor"),
        split("Ines Okafor", "Ada Roth", "The bridge stays"),
        split("Ines Okafor", "Inga Okafor", "We will not sell"),
        rename("Inga Okafor", "Inga Lind"),
    )
    assert (listed(archive)["Ada Roth"], listed(archive)["Inga Lind"]) == (2, 1)
    undo(archive, merged, second)
    assert "Inga Lind" not in listed(archive)
    undo(archive, first, named)
    assert dump(archive) == before
    with store.reading(archive) as session:
        told = [(row.speaker, row.value) for row in query.speaker_judgements(session)]
    assert told == [
        ("Inga Okafor", "Inga Lind"),
        ("Ines Okafor", "Inga Okafor"),
        ("Ines Okafor", "Ada Roth"),
        ("Inès Okafour", "Ines Okafor"),
    ]


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (merge("Ada Roth", "Ada Roth"), r"Both are Ada Roth \(\w{10}\) already: a speaker cannot be merged"),
        (merge("Inès Okafour", "Ada Roth"), r"was merged into Ines Okafor \(\w+\) already, by judgement 1"),
        (merge("Ines Okafor", "Inès Okafour"), r"Okafour \(\w+\) was merged into .* `factbase speaker undo 1` first"),
        (merge("Ada Roth", "Inès Okafour"), r"Okafour \(\w+\) was merged into Ines Okafor"),
        (merge("Ministry of Transport", "Ada Roth"), "is of kind government and Ada Roth .* of kind person: if"),
        (merge("Nobody", "Ada Roth"), "There is no speaker None"),
        (rename("Inès Okafour", "Ada"), "was merged into Ines Okafor"),
        (alias("Inès Okafour", "Ada"), "was merged into Ines Okafor"),
        (set_facts("Inès Okafour", country="FRA"), "was merged into Ines Okafor"),
        (rename("Ada Roth", "Ada  Roth"), "is called so already"),
        (split("Ada Roth", "Inga Lind", "We will not sell"), r"Statement \w{10} is not one of Ada Roth \(\w{10}\)'s"),
        (split("Ada Roth", "Inga Lind", "more"), r"Statement \w{10} is not one of Ada Roth"),
        (split("Ada Roth", "Inga Lind"), "There is nothing to split off: name the statements"),
        (split("Ada Roth", "ADA ROTH", "Don’t sell it"), r"tells the new speaker from Ada Roth \(\w+\): ADA"),
        (split("Ada Roth", "Ada Roth", "Don’t sell it"), "What is split off Ada Roth .* must be another's"),
        (split("Ada Roth", "Inès Okafour", "Don’t sell it"), "Okafour .* was merged into Ines Okafor"),
        (split("Ada Roth", "!", "Don’t sell it"), "'!' is no name"),
        (rename("Ada Roth", " — "), "' — ' is no name"),
        (alias("Ines Okafor", "Inès Okafour"), "goes by the name Inès Okafour already"),
        (alias("Ada Roth", ""), "'' is no name"),
        (set_facts("Ines Okafor", country="SWE"), "Of Ines Okafor .* that is known already"),
        (set_facts("Ines Okafor", country="Sweden"), "'Sweden' is no country's code"),
        (set_facts("Ines Okafor", wikidata="17"), "'17' is no Wikidata id"),
        (set_facts("Ines Okafor", kind="robot"), "'robot' is no kind of speaker: person, organisation"),
        (set_facts("Ines Okafor"), "There is nothing to set"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided(archive: Engine, decision: Decide, sentence: str) -> None:
    decide(archive, merge("Inès Okafour", "Ines Okafor"))
    before = dump(archive)
    with pytest.raises(JudgementError, match=sentence):
        decide(archive, decision)
    assert dump(archive) == before


def test_what_was_undone_can_be_decided_again_and_the_other_way_round(archive: Engine) -> None:
    for names in (("Ada Roth", "Ines Okafor"), ("Ines Okafor", "Ada Roth"), ("Ada Roth", "Ines Okafor")):
        (number,) = decide(archive, merge(*names))
        assert names[0] not in listed(archive)
        undo(archive, number)
    with store.reading(archive) as session:
        of_roth = list(query.speaker_judgements(session, uid(session, "Ada Roth")))
        assert list(query.speaker_judgements(session)) == of_roth
        assert [(row.speaker, row.value, row.undone_by) for row in of_roth] == [
            ("Ada Roth", "Ines Okafor", "Ben"),
            ("Ines Okafor", "Ada Roth", "Ben"),
            ("Ada Roth", "Ines Okafor", "Ben"),
        ]


def test_what_cannot_be_undone(full: Engine) -> None:
    (number,) = decide(full, rename("Ines Okafor", "Ada"))
    undo(full, number)
    for wrong, sentence in (
        (number, f"Judgement {number} was undone already, by Ben on 20"),
        (99, "There is no judgement 99; `factbase speaker history`"),
        (1, "Judgement 1 is about a statement; `factbase statement undo`"),
    ):
        with pytest.raises(JudgementError, match=sentence):
            undo(full, wrong)


NAMES = ("Ines Okafor", "Inès Okafour", "Ada Roth", "Ministry of Transport", "The Daily Crane", "Okafor spokesman")
CALLED = ("Ines Okafor", "Okafor", "Ada Lind", "Ministry of Transport", "Lt. Ada Roth")
ONE = st.sampled_from(NAMES)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["person", "organisation", "government"]),
        "country": st.sampled_from(["SWE", "NOR", None]),
        "wikidata": st.sampled_from(["Q1", None]),
    },
)
DECISION = st.one_of(
    st.tuples(st.just("merge"), ONE, ONE),
    st.tuples(st.just("rename"), ONE, st.sampled_from(CALLED)),
    st.tuples(st.just("alias"), ONE, st.sampled_from(CALLED)),
    st.tuples(st.just("set"), ONE, FACTS),
    st.tuples(
        st.just("split"), st.sets(st.integers(0, 11), min_size=1, max_size=3), st.sampled_from([*CALLED, *NAMES])
    ),
    st.tuples(st.just("undo"), st.integers(0, 9), st.none()),
)


def uids(engine: Engine) -> dict[str, str]:
    with store.reading(engine) as session:
        return {name: uid(session, name) for name in NAMES}


def take(session: Session, people: dict[str, str], made: list[int], step: tuple[str, Any, Any]) -> None:
    match step:
        case ("undo", which, _):
            if made:
                store.undo_on_speaker(session, made.pop(which % len(made)), by="Ben")
        case ("split", places, by):
            made.append(split_some(session, people, places, by))
        case ("merge", one, into):
            made.append(store.merge(session, people[one], people[into], by="Ana"))
        case ("set", one, values):
            made.append(store.set_facts(session, people[one], values, by="Ana"))
        case (what, one, name):
            made.append({"rename": store.rename, "alias": store.alias}[what](session, people[one], name, by="Ana"))


def split_some(session: Session, people: dict[str, str], places: set[int], by: str) -> int:
    """Of the statements at these places of the archive those of whoever is listed with the first of them."""
    wanted = sa.select(t.statement.c.uid, CANONICAL.label("by")).join(
        t.speaker, t.speaker.c.id == t.statement.c.speaker_id
    )
    rows = session.connection().execute(wanted.order_by(t.statement.c.id)).all()
    chosen = [rows[place] for place in sorted(places)]
    one = session.connection().execute(sa.select(t.speaker).where(t.speaker.c.id == chosen[0].by)).one()
    part = [row.uid for row in chosen if row.by == one.id]
    new = store.NewSpeaker(by, one.kind)
    return store.split(session, one.uid, store.Part(part, people.get(by, new)), by="Ana")


@given(steps=st.lists(DECISION, max_size=8), data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_decided_undoing_it_in_any_order_restores_what_was(
    archive: Engine, steps: list[tuple[str, Any, Any]], data: st.DataObject
) -> None:
    before, people = dump(archive), uids(archive)
    made: list[int] = []
    for step in steps:
        try:
            with store.writing(archive) as session:
                take(session, people, made, step)
        except JudgementError:
            continue
    assert store.check(archive) == []
    stands = dump(archive)
    with store.writing(archive) as session:
        identity.stand_all(session.connection())
    assert dump(archive) == stands
    for number in data.draw(st.permutations(made)):
        with store.writing(archive) as session:
            store.undo_on_speaker(session, number, by="Ben")
    assert store.check(archive) == []
    assert dump(archive) == before


LATER = "Later\nIt was said: rain is red, snow is blue, hail is grey, wind is green, fog is thick."


def later() -> Reading:
    """An article that comes after the decisions, by the same speakers."""
    ministry = Speaker("Ministry of Transport", GOVERNMENT, country="SWE", wikidata="Q9")
    return Reading(
        document(text=LATER, source="later.txt", outlet="The Echo", published="2025-06-01"),
        (
            says(LATER, "rain is red", replace(OKAFOR, country=None, wikidata="Q8")),
            says(LATER, "snow is blue", Speaker("Inès Okafour", PERSON)),
            says(LATER, "hail is grey", ministry),
            says(LATER, "wind is green", Speaker("The Daily Crane", ORGANISATION, country="FIN")),
        ),
    )


DECISIONS = {
    "merge": merge("Inès Okafour", "Ines Okafor"),
    "rename": rename("Ines Okafor", "Ada Lind"),
    "alias": alias("Ines Okafor", "Lind"),
    "kind": set_facts("Ministry of Transport", kind="organisation"),
    "country": set_facts("The Daily Crane", country="SWE"),
    "no country": set_facts("The Daily Crane", country=None, wikidata="Q1"),
    "wikidata": set_facts("Ministry of Transport", wikidata="Q5"),
    "split": split("Ines Okafor", "Inga Lind", "We will sell it in May", "We will not sell"),
    "split to one who is there": split("Ines Okafor", "Ada Roth", "We will sell it in May"),
}


@pytest.mark.parametrize("name", DECISIONS)
def test_decisions_hold_for_articles_to_come_and_undoing_leaves_what_they_would_have_made(
    archive: Engine, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """And for articles that come again, and for changed copies of those that are there."""
    more = (later(), readings()[2], harbour(text="Once more.\n" + HARBOUR))
    path = tmp_path_factory.mktemp("undecided") / "other.db"
    other = store.open_engine(f"sqlite:///{path}")
    store.prepare(other)
    with store.writing(other) as session:
        save_archive(session)
    save(other, *more)
    expected = dump(other)
    other.dispose()

    (number,) = decide(archive, DECISIONS[name])
    stands = {row.uid: (row.canonical_id, row.name, row.kind) for row in speakers(archive)}
    machine = {row.uid for row in speakers(archive) if row.machine}
    save(archive, *more)
    assert store.check(archive) == []
    assert {row.uid: (row.canonical_id, row.name, row.kind) for row in speakers(archive)} == stands
    assert {row.uid for row in speakers(archive) if row.machine} == machine
    undo(archive, number)
    assert dump(archive) == expected


def speakers(engine: Engine) -> list[Any]:
    with store.reading(engine) as session:
        return list(session.connection().execute(sa.select(t.speaker)))


def test_facts_that_people_set_are_not_learned_otherwise(archive: Engine) -> None:
    decide(archive, set_facts("The Daily Crane", country=None, wikidata="Q1"))
    save(archive, later())
    row = facts(archive, "The Daily Crane")
    assert (row.country, row.wikidata, row.machine) == (None, "Q1", {"country": "FIN", "wikidata": None})


def test_a_renamed_source_is_the_same_in_a_changed_copy(archive: Engine) -> None:
    decide(archive, rename(SOURCE.name, "Ada Lind"), set_facts("Ada Lind", kind="person"))
    count = len(speakers(archive))
    save(archive, harbour(text="Once more.\n" + HARBOUR))
    assert len(speakers(archive)) == count


def test_readings_are_as_the_machine_made_them(engine: Engine) -> None:
    save(engine, harbour())
    decide(engine, rename("Ines Okafor", "Ada Lind"), alias("Ada Lind", "Lind"), set_facts("Ada Lind", kind="group"))
    decide(engine, set_facts("Ministry of Transport", country=None))
    with store.reading(engine) as session:
        assert [reading for _, reading in store.readings(session)] == [harbour()]


def test_a_name_that_an_article_has_stays_when_the_alias_is_undone(archive: Engine) -> None:
    (number,) = decide(archive, alias("Ministry of Transport", "Transport Ministry"))
    text = "The Transport Ministry said no."
    ministry = Speaker("Ministry of Transport", GOVERNMENT, names=("Transport Ministry",))
    save(archive, Reading(document(text=text, source="m.txt"), (says(text, "no", ministry),)))
    undo(archive, number)
    with store.reading(archive) as session:
        assert [row.name for row in query.speakers(session, Filters(speaker="transport ministry"))] == [
            "Ministry of Transport"
        ]
