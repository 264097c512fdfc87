"""Known speakers of the user's own, and what later articles make of them."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from factbase import store
from factbase.document import KnownSpeaker, Speaker
from factbase.errors import KnownSpeakerError
from factbase.store import tables as t
from tests.store.dump import dump
from tests.store.examples import GOVERNMENT, ORGANISATION, PERSON
from tests.store.test_matching import article, who_said
from tests.store.test_save import column, save


def known(name: str, **told: Any) -> KnownSpeaker:
    return KnownSpeaker(**{"name": name, "kind": PERSON, **told})


def imported(engine: Engine, *speakers: KnownSpeaker) -> list[str]:
    with store.writing(engine) as session:
        store.begin_import(session)
        return [store.save_known(session, speaker) for speaker in speakers]


ROTH = known("Ada Roth", country="SWE", aliases=("Roth",), role="Minister", organisation="Ministry of Transport")
MAYOR = known("Ada Roth", role="Mayor", organisation="City of Lund", since=date(2023, 1, 1))


def test_importing_again_changes_nothing(engine: Engine) -> None:
    lines = (ROTH, MAYOR, known("Gazprom", kind=ORGANISATION, country="RUS", aliases=("Газпром",)))
    assert imported(engine, *lines) == ["new", "changed", "new"]
    before = dump(engine)
    assert imported(engine, *lines) == ["known", "known", "known"]
    assert dump(engine) == before
    assert store.check(engine) == []


def affiliations(engine: Engine) -> list[tuple[object, ...]]:
    joined = t.affiliation.join(t.organisation, t.organisation.c.id == t.affiliation.c.organisation_id)
    wanted = sa.select(t.organisation.c.name, t.affiliation.c.role, t.affiliation.c.since, t.affiliation.c.until)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(wanted.select_from(joined).order_by(t.affiliation.c.id))]


def test_affiliations_have_days(engine: Engine) -> None:
    begun = known("Bo Ek", role="President", organisation="Norland", since=date(2000, 5, 7))
    again = known("Bo Ek", role="President", organisation="Norland", since=date(2012, 5, 7))
    ended = known("Bo Ek", role="President", organisation="Norland", since=date(2000, 5, 7), until=date(2008, 5, 7))
    assert imported(engine, begun, again, ended) == ["new", "changed", "changed"]
    assert affiliations(engine) == [
        ("Norland", "President", date(2000, 5, 7), date(2008, 5, 7)),
        ("Norland", "President", date(2012, 5, 7), None),
    ]


@pytest.mark.parametrize(
    ("lines", "found", "numbers"),
    [
        # an alias means its speaker, even a single word without a role
        ([ROTH], [Speaker("Roth", PERSON), Speaker("Ada Roth", PERSON)], [0, 0]),
        ([ROTH, known("Bo Roth", aliases=("Roth",))], [Speaker("Roth", PERSON), Speaker("Ada Roth", PERSON)], [0, 1]),
        ([ROTH], [Speaker("Roth", PERSON, country="NOR"), Speaker("Ada Roth", PERSON)], [0, 1]),
        ([known("Gazprom", kind=ORGANISATION, aliases=("the gas giant",))],
         [Speaker("The Gas Giant", ORGANISATION), Speaker("Gazprom", ORGANISATION)], [0, 0]),
        # what is known of it is evidence
        ([ROTH],
         [Speaker("Ada Roth", PERSON, role="quarterback"), Speaker("Ada Roth", PERSON, role="Minister")], [0, 1]),
        ([known("Robert Ek", role="Mayor", organisation="Lund")],
         [Speaker("Bob Ek", PERSON, role="Mayor"), Speaker("Robert Ek", PERSON)], [0, 0]),
    ],
)  # fmt: skip
def test_later_articles_find_them(
    engine: Engine, lines: list[KnownSpeaker], found: list[Speaker], numbers: list[int]
) -> None:
    imported(engine, *lines)
    save(engine, *(article(number, speaker) for number, speaker in enumerate(found)))
    assert who_said(engine) == numbers
    assert store.check(engine) == []


def test_who_is_known_from_articles_is_completed(engine: Engine) -> None:
    save(engine, article(0, Speaker("Ada Roth", PERSON, role="Minister")))
    assert imported(engine, ROTH, MAYOR) == ["changed", "changed"]
    assert column(engine, t.speaker.c.country) == ["SWE"]
    assert column(engine, t.speaker_name.c.given, t.speaker_name.c.name == "Ada Roth") == [True]
    assert column(engine, t.organisation.c.statements) == [1, 1]
    assert store.check(engine) == []


def test_a_namesake_of_somebody_in_articles_is_another(engine: Engine) -> None:
    save(engine, article(0, Speaker("Ada Roth", PERSON, role="quarterback", organisation="Lund Rovers")))
    assert imported(engine, ROTH) == ["new"]
    assert imported(engine, ROTH) == ["known"]
    assert len(set(column(engine, t.speaker.c.uid))) == 2


def test_a_wikidata_id_tells_who_is_meant(engine: Engine) -> None:
    told = known("Ada Roth", wikidata="Q1"), known("Ada Roth", wikidata="Q2"), known("A. R.", wikidata="Q2")
    assert imported(engine, *told) == ["new", "new", "changed"]
    with pytest.raises(KnownSpeakerError, match="2 speakers are called Ada Roth"):
        imported(engine, known("Ada Roth"))


def test_what_contradicts_is_refused(engine: Engine) -> None:
    imported(engine, known("Ada Roth", wikidata="Q1", country="SWE"))
    with pytest.raises(KnownSpeakerError, match="Ada Roth has the country SWE in the database, not NOR"):
        imported(engine, known("Ada Roth", wikidata="Q1", country="NOR"))
    assert imported(engine, known("Ada Roth", country="NOR")) == ["new"]


def test_what_a_person_decided_stays(engine: Engine) -> None:
    imported(engine, ROTH)
    [uid] = column(engine, t.speaker.c.uid)
    with store.writing(engine) as session:
        store.set_facts(session, str(uid), {"country": None}, by="Ana")
    assert imported(engine, ROTH) == ["known"]
    assert column(engine, t.speaker.c.country) == [None]


def test_an_alias_that_a_person_decided_means_its_speaker(engine: Engine) -> None:
    save(engine, article(0, Speaker("Ada Roth", PERSON)))
    with store.writing(engine) as session:
        store.alias(session, str(column(engine, t.speaker.c.uid)[0]), "Roth", by="Ana")
    save(engine, article(1, Speaker("Roth", PERSON)), article(2, Speaker("Roth", PERSON)))
    assert who_said(engine) == [0, 0, 0]


def test_a_government_is_its_organisation(engine: Engine) -> None:
    imported(engine, known("Ministry of Transport", kind=GOVERNMENT, country="SWE"), ROTH)
    assert column(engine, t.organisation.c.name) == ["Ministry of Transport"]
    assert column(engine, t.speaker.c.organisation_id, t.speaker.c.kind == GOVERNMENT) == [1]
