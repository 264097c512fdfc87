"""Whom a user means, on both engines."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from factbase import query
from factbase.errors import QueryError
from factbase.store import tables as t


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ines Okafor", "Ines Okafor"),
        ("INÈS OKAFOUR", "Ines Okafor"),
        ("okafor", "Ines Okafor"),
        ("Mayor Okafor", None),
        ("General Brown", "Charles Brown Jr."),
        ("brown", "Charles Brown Jr."),
        ("Crane", "The Daily Crane"),
        ("spokesman", "Okafor spokesman"),
    ],
)
def test_by_name(session: Session, words: str, name: str | None) -> None:
    if name is None:
        with pytest.raises(QueryError, match=f"There is no speaker {words}; `factbase speakers` lists"):
            query.one_speaker(session, words)
    else:
        assert query.one_speaker(session, words).name == name


def test_by_id(session: Session) -> None:
    """Also of a speaker that was merged into another; and a name that looks like an id is a name."""
    uids = {name: uid for uid, name in session.connection().execute(sa.select(t.speaker.c.uid, t.speaker.c.name))}
    for name in ("Ada Roth", "Inès Okafour"):
        assert query.one_speaker(session, uids[name][:8]).speaker_id == uids[name]
    with pytest.raises(QueryError, match="There is no speaker facade"):
        query.one_speaker(session, "facade")


def test_ambiguous(session: Session) -> None:
    connection = session.connection()
    names = connection.execute(sa.select(t.speaker.c.id).order_by(t.speaker.c.id).limit(4)).scalars().all()
    for number in names[:3]:
        connection.execute(sa.insert(t.speaker_name).values(speaker_id=number, name="Zoë", key="zoe"))
    told = r"^zoe may mean Ines Okafor \(\w{10}, person, 7 statements\), .*, 1 statement\).* or .*: give the id\.$"
    with pytest.raises(QueryError, match=told):
        query.one_speaker(session, "zoe")


def test_many_candidates(session: Session) -> None:
    connection = session.connection()
    rows = [{"uid": f"{n:032x}", "kind": "unnamed", "name": "clerk"} for n in range(0x100000, 0x10000C)]
    for row in rows:
        number = connection.scalar(sa.insert(t.speaker).values(row).returning(t.speaker.c.id))
        connection.execute(sa.insert(t.speaker_name).values(speaker_id=number, name="clerk", key="clerk"))
    told = r"clerk may mean (clerk \(0{10}, unnamed, 0 statements\), ){7}.* or 4 more: give"
    with pytest.raises(QueryError, match=told):
        query.one_speaker(session, "clerk")
    with pytest.raises(QueryError, match="0000000000 may mean clerk"):
        query.one_speaker(session, "0000000000")
