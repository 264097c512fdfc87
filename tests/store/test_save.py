"""What becomes of a reading, the first time and the next."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from factbase import store
from factbase.document import Document, Reading, Speaker, SpeakerKind
from factbase.store import tables as t
from tests.store.dump import dump
from tests.store.examples import (
    GOVERNMENT,
    GROUP,
    HARBOUR,
    OKAFOR,
    ORGANISATION,
    PERSON,
    UNNAMED,
    document,
    harbour,
    says,
)

OTHER_TEXT = HARBOUR.replace("new debts", "old debts")
LINE = {"id": "17", "source": "news/dump.jsonl/17", "reader": "jsonl 1"}
UNNUMBERED = {"id": "dump:3", "source": "news/dump.jsonl:3", "reader": "jsonl 1"}
URL = "https://sundial.example/harbour"


def save(engine: Engine, *readings: Reading) -> list[store.Saved]:
    with store.writing(engine) as session:
        run = store.start_run(session, program="0", model="hand", options={})
        return [store.save_reading(session, reading, run=run) for reading in readings]


def column(engine: Engine, wanted: sa.Column[object], *conditions: sa.ColumnElement[bool]) -> list[object]:
    with engine.connect() as connection:
        return list(connection.scalars(sa.select(wanted).where(*conditions).order_by(wanted.table.c.id)))


def test_a_reading_comes_back_as_it_was_saved(engine: Engine) -> None:
    reading = harbour()
    saved = save(engine, reading)[0]
    assert (saved.status, saved.statements, saved.speakers) == ("new", 6, 4)
    with store.reading(engine) as session:
        assert list(store.readings(session)) == [(saved.snapshot_id, reading)]
        assert list(store.readings(session, snapshot=saved.snapshot_id)) == [(saved.snapshot_id, reading)]
        assert list(store.readings(session, snapshot=99)) == []


def test_a_statement_of_nobody_comes_back(engine: Engine) -> None:
    text = "It is said to rain."
    reading = Reading(document(text=text), (says(text, "rain", None),))
    assert save(engine, reading)[0].speakers == 0
    with store.reading(engine) as session:
        assert next(store.readings(session))[1] == reading


def test_an_article_without_statements_is_kept(engine: Engine) -> None:
    assert [s.status for s in save(engine, Reading(document()), Reading(document()))] == ["new", "known"]


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_saving_again_changes_no_byte(engine: Engine) -> None:
    save(engine, harbour())
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        before = list(raw.iterdump())
    with store.writing(engine) as session:
        assert store.known(session, harbour().document)
        assert store.save_reading(session, harbour(), run=1).status == "known"
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        assert list(raw.iterdump()) == before


@pytest.mark.parametrize(
    ("first", "second", "status", "counts"),
    [
        ({}, {}, "known", (1, 1)),
        ({}, {"source": "copy/of/harbour.txt"}, "known", (1, 1)),
        ({}, {"published": None, "published_from": None}, "known", (1, 1)),
        ({}, {"outlet": None}, "known", (1, 1)),
        ({"published": None}, {"published": "2025-03-05"}, "changed", (1, 2)),
        ({}, {"published": "2025-03-06"}, "changed", (1, 2)),
        ({}, {"text": OTHER_TEXT}, "changed", (1, 2)),
        ({}, {"text": OTHER_TEXT, "source": "elsewhere/harbour.txt"}, "new", (2, 2)),
        ({}, {"text": OTHER_TEXT, "outlet": "The Echo"}, "new", (2, 2)),
        ({}, {"outlet": "The Echo"}, "new", (2, 2)),
        ({}, {"outlet": "the sundial", "source": "b.txt"}, "known", (1, 1)),
        ({"source": "-", "id": "-"}, {"source": "-", "id": "-", "text": OTHER_TEXT}, "new", (2, 2)),
        (LINE, {**LINE, "text": OTHER_TEXT}, "changed", (1, 2)),
        (LINE, {**LINE, "id": "18", "source": "news/dump.jsonl/18", "text": OTHER_TEXT}, "new", (2, 2)),
        (UNNUMBERED, {**UNNUMBERED, "text": OTHER_TEXT}, "new", (2, 2)),
        (UNNUMBERED, {**UNNUMBERED, "id": "dump:4", "source": "news/dump.jsonl:4"}, "known", (1, 1)),
        ({"url": URL}, {"url": URL, "text": OTHER_TEXT, "source": "b.html"}, "changed", (1, 2)),
        ({"url": URL}, {"url": "http://www.Sundial.example/harbour/?utm_source=x#top"}, "known", (1, 1)),
        ({"url": URL}, {"url": URL + "/2"}, "new", (2, 2)),
        ({"url": URL}, {}, "known", (1, 1)),
        ({}, {"url": URL}, "known", (1, 1)),
        ({"source": URL}, {"source": "http://www.sundial.example/harbour", "text": OTHER_TEXT}, "changed", (1, 2)),
    ],
)  # fmt: skip
def test_which_article_and_which_copy(
    engine: Engine, first: dict[str, str], second: dict[str, str], status: str, counts: tuple[int, int]
) -> None:
    assert [s.status for s in save(engine, Reading(document(**first)), Reading(document(**second)))] == ["new", status]
    assert (len(column(engine, t.article.c.id)), len(column(engine, t.snapshot.c.id))) == counts
    with store.reading(engine) as session:
        assert store.known(session, document(**second))


def test_what_a_known_document_tells_for_the_first_time_is_noted(engine: Engine) -> None:
    save(engine, Reading(document(outlet=None, title=None)))
    told = document(url=URL, byline="Ada Roth")
    with store.reading(engine) as session:
        assert not store.known(session, told)
    save(engine, Reading(told))
    with engine.connect() as connection:
        row = connection.execute(sa.select(t.article, t.outlet.c.name).join(t.outlet)).one()
    assert (row.url, row.byline, row.title, row.name) == (URL, "Ada Roth", "Harbour bridge to be sold", "The Sundial")
    with store.reading(engine) as session:
        assert store.known(session, told)


def test_an_outlet_without_a_word_is_none(engine: Engine) -> None:
    save(engine, Reading(document(outlet="—")))
    assert column(engine, t.outlet.c.id) == []


def test_a_changed_article_keeps_its_old_statements(engine: Engine) -> None:
    first, second = save(engine, harbour(), harbour(text=HARBOUR.replace("a subsidy", "a subsidy, or a loan")))
    assert (second.status, second.article_uid) == ("changed", first.article_uid)
    assert len(column(engine, t.statement.c.id)) == 12
    assert column(engine, t.snapshot.c.newest) == [False, True]
    with store.reading(engine) as session:
        assert [number for number, _ in store.readings(session)] == [second.snapshot_id]
    assert store.check(engine) == []


def test_a_changed_article_without_a_speaker_takes_its_tally_back(engine: Engine) -> None:
    save(engine, harbour(), Reading(document(text=OTHER_TEXT)), harbour(text="Other text. " + HARBOUR, source="b.txt"))
    assert store.check(engine) == []
    tallies = dict(zip(column(engine, t.speaker.c.name), column(engine, t.speaker.c.statements), strict=True))
    assert tallies["Ines Okafor"] == 3
    save(engine, Reading(document(text="Nothing", source="b.txt")))
    assert column(engine, t.speaker.c.statements, t.speaker.c.statements > 0) == []
    assert column(engine, t.speaker.c.first_said, t.speaker.c.first_said.is_not(None)) == []
    assert column(engine, t.organisation.c.speakers, t.organisation.c.speakers > 0) == []


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        (Speaker("Ines Okafor", PERSON), Speaker("Inés OKAFOR", PERSON), True),
        (Speaker("Gen. Ada Roth", PERSON), Speaker("Ada Roth", PERSON), True),
        (Speaker("Okafor", PERSON), Speaker("Okafor", PERSON), False),
        (Speaker("President Okafor", PERSON), Speaker("President Okafor", PERSON), False),
        (Speaker("the Kremlin", GOVERNMENT), Speaker("Kremlin", GOVERNMENT), True),
        (Speaker("Kremlin", GOVERNMENT), Speaker("Kremlin", ORGANISATION), False),
        (Speaker("officials", UNNAMED), Speaker("officials", UNNAMED), False),
        (Speaker("voters", GROUP), Speaker("voters", GROUP), False),
        (Speaker("annual report", SpeakerKind.DOCUMENT), Speaker("annual report", SpeakerKind.DOCUMENT), False),
        (Speaker("U.S. Navy", ORGANISATION), Speaker("US Navy", ORGANISATION), True),
    ],
)
def test_who_is_one_speaker_in_two_articles(engine: Engine, first: Speaker, second: Speaker, is_one: bool) -> None:
    texts = ("Rain is bad, it was said.", "Snow is bad, it was said.")
    readings = [
        Reading(document(text=text, source=text), (says(text, text[:4], who), says(text, "bad", who)))
        for text, who in zip(texts, (first, second), strict=True)
    ]
    save(engine, *readings)
    assert len(column(engine, t.speaker.c.id)) == (1 if is_one else 2)


def test_a_source_stays_the_same_in_a_changed_copy(engine: Engine) -> None:
    save(engine, harbour(), harbour(text="Updated. " + HARBOUR))
    assert len(column(engine, t.speaker.c.id)) == 4


def test_organisations_affiliations_and_names(engine: Engine) -> None:
    as_minister = replace(OKAFOR, role="Minister", organisation="Ministry of Transport", names=())
    text = "The law is done, says Okafor."
    later = Reading(document(text=text, source="b.txt"), (says(text, "law is done", as_minister),))
    save(engine, harbour(), later, harbour(source="c.txt"))
    with engine.connect() as connection:
        bodies = connection.execute(sa.select(t.organisation).order_by(t.organisation.c.key)).all()
        belongs = connection.execute(
            sa.select(t.speaker.c.name, t.affiliation.c.role, t.organisation.c.name, t.statement.c.content)
            .select_from(
                t.affiliation.join(t.speaker).join(
                    t.organisation, t.organisation.c.id == t.affiliation.c.organisation_id
                )
            )
            .join(t.statement, t.statement.c.id == t.affiliation.c.statement_id)
            .order_by(t.affiliation.c.id)
        ).all()
    assert [(b.key, b.kind.value, b.country, b.speakers, b.statements) for b in bodies] == [
        ("city of lund", "other", None, 1, 4),
        ("daily crane", "other", None, 1, 1),
        ("ministry of transport", "government_body", "SWE", 2, 5),
    ]
    assert [tuple(row) for row in belongs] == [
        ("Ines Okafor", "Mayor", "City of Lund", "new debts"),  # in February
        ("Ines Okafor", "Minister", "Ministry of Transport", "law is done"),
    ]
    assert column(engine, t.speaker_name.c.key, t.speaker_name.c.name.like("%Okafor")) == ["ines okafor", "okafor"]


def test_an_organisation_is_learned_from_its_own_words(engine: Engine) -> None:
    text = "Roads are safe. Roads are old."
    person = Speaker("Ada Roth", PERSON, organisation="Ministry of Transport")
    itself = Speaker("Ministry of Transport", GOVERNMENT, country="SWE")
    save(
        engine,
        Reading(document(text=text, source="a"), (says(text, "safe", person),)),
        Reading(
            document(text=text + " ", source="b"),
            (says(text, "old", itself),),
        ),
    )
    with engine.connect() as connection:
        row = connection.execute(sa.select(t.organisation)).one()
    assert (row.kind.value, row.country) == ("government_body", "SWE")


def test_a_speaker_is_learned_from_a_later_article(engine: Engine) -> None:
    told = (
        ("Rain is one.", replace(OKAFOR, country=None)),
        ("Rain is two.", replace(OKAFOR, country="NOR", wikidata="Q1")),
        ("Rain is three.", replace(OKAFOR, country="FIN", wikidata="Q1")),
    )
    save(engine, *(Reading(document(text=text, source=text), (says(text, "ain", who),)) for text, who in told))
    assert column(engine, t.speaker.c.country) == ["NOR"]
    assert column(engine, t.speaker.c.wikidata) == ["Q1"]


def test_two_statements_of_the_same_words_are_both_kept(engine: Engine) -> None:
    text = "Both said no."
    both = Reading(document(text=text), (says(text, "no", OKAFOR), says(text, "no", Speaker("Ada Roth", PERSON))))
    save(engine, both)
    assert len(set(column(engine, t.statement.c.uid))) == 2


def test_uids_are_the_same_in_every_database(engine: Engine) -> None:
    """Written down once: a change of these would double every article of every user."""
    save(engine, harbour())
    assert column(engine, t.article.c.uid) == ["81b23dfedb035b07409e9816b8c13db9"]
    assert column(engine, t.snapshot.c.uid) == ["952489d4ca2d2fa0c63c68bd3e3b686d"]
    assert column(engine, t.statement.c.uid)[0] == "6ba84471753afcfeaac69e7114206ee6"
    assert column(engine, t.speaker.c.uid, t.speaker.c.name == "Ines Okafor") == ["4318cfe4d2facc01b77abc8301bee6c1"]


def test_an_error_undoes_all(engine: Engine) -> None:
    text = "Only this."
    broken = replace(says(text, "this", OKAFOR), quoted_in=7)
    before = dump(engine)
    with pytest.raises(IndexError):
        save(engine, harbour(), Reading(document(text=text), (broken,)))
    assert dump(engine) == before


def test_runs_are_noted(engine: Engine) -> None:
    with store.writing(engine) as session:
        number = store.start_run(session, program="0.1.0", model="tagger 1", options={"outlet": "The Sundial"})
        store.finish_run(session, number, counts={"new": 2})
    with engine.connect() as connection:
        row = connection.execute(sa.select(t.run)).one()
    assert (row.program, row.model, row.options, row.counts) == (
        "0.1.0", "tagger 1", {"outlet": "The Sundial"}, {"new": 2}
    )  # fmt: skip
    assert row.started <= row.finished
    assert row.started.utcoffset().total_seconds() == 0


def test_many_statements_of_one_article(engine: Engine) -> None:
    text = "\n".join(f"Item {n} is good." for n in range(700))
    found = tuple(says(text, f"Item {n} is good", OKAFOR) for n in range(700))
    assert save(engine, Reading(document(text=text), found))[0].statements == 700
    with store.reading(engine) as session:
        assert next(store.readings(session))[1].statements == found


def test_readings_of_many_articles(engine: Engine) -> None:
    save(engine, *(Reading(Document(f"{n}", f"Text {n}", f"{n}", "0" * 64, "text 1")) for n in range(120)))
    with store.reading(engine) as session:
        assert [reading.document.id for _, reading in store.readings(session)] == [f"{n}" for n in range(120)]
