"""Whom a position counts for, on both engines."""

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from factbase import store
from factbase.document import Document, Method, Position, Reading, Speaker, SpeakerKind, Stance
from factbase.store import tables as t
from tests.store.conftest import SALE
from tests.store.examples import GOVERNMENT, PERSON, UNNAMED, says

SPEAKERS = [
    (PERSON, "spokesman", True),
    (PERSON, "Spokeswoman", True),
    (UNNAMED, "spokesperson", True),
    (PERSON, "White House press secretary", True),
    (PERSON, "chief ministry spokesman", True),
    (PERSON, "Communications Director", True),
    (PERSON, "press attaché", True),
    (PERSON, "press officer", True),
    (PERSON, "former spokesman", False),
    (PERSON, "ex-spokeswoman", False),
    (PERSON, "one-time press secretary", False),
    (PERSON, "Minister", False),
    (PERSON, "member", False),
    (PERSON, None, False),
    (SpeakerKind.GROUP, "lawmakers", False),
]


def of_speakers(speakers: list[Speaker]) -> Reading:
    text = ". ".join(f"It is no. {n}" for n, _ in enumerate(speakers)) + "."
    statements = tuple(says(text, f"no. {n}.", by) for n, by in enumerate(speakers))
    return Reading(Document("a", text, "a.txt", "0" * 64, "text 1"), statements)


def institutions(engine: Engine, speakers: list[Speaker]) -> list[str | None]:
    """The name of the organisation that each one's position counts for."""
    with store.writing(engine) as session:
        run = store.start_run(session, program="0", model=None, options={})
        store.add_topic(session, SALE)
        saved = store.save_reading(session, of_speakers(speakers), run=run)
        found = [(i, Stance(SALE.slug, Position.OPEN, 0.5, Method.RULE)) for i, _ in enumerate(speakers)]
        store.save_stances(session, saved.snapshot_id, found, topic_slug=SALE.slug, run=run)
        joined = t.stance.join(t.statement).outerjoin(t.organisation, t.organisation.c.id == t.stance.c.institution_id)
        names = sa.select(t.organisation.c.name).select_from(joined).order_by(t.statement.c.place)
        return list(session.connection().scalars(names))


def test_spokespersons_speak_for_their_organisation(engine: Engine) -> None:
    speakers = [
        Speaker(f"Ada Roth {n}", kind, role=role, organisation="City of Lund")
        for n, (kind, role, _) in enumerate(SPEAKERS)
    ]
    assert institutions(engine, speakers) == ["City of Lund" if speaks else None for _, _, speaks in SPEAKERS]


@pytest.mark.parametrize(
    ("speaker", "institution"),
    [
        (Speaker("City of Lund", GOVERNMENT), "City of Lund"),
        (Speaker("Ministry of Transport", GOVERNMENT, role="spokesman", organisation="City of Lund"),
         "Ministry of Transport"),
        (Speaker("Ada Roth", PERSON, role="spokeswoman"), None),
        (None, None),
    ],
)  # fmt: skip
def test_institutions_speak_for_themselves(engine: Engine, speaker: Speaker, institution: str | None) -> None:
    assert institutions(engine, [speaker]) == [institution]
