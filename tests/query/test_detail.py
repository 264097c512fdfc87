"""One statement with all that is known of it."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from factbase import query
from factbase.document import Position
from factbase.errors import QueryError
from factbase.query import Filters, StatementDetail
from factbase.store import tables as t


def detail(session: Session, about: str) -> StatementDetail:
    row = next(query.statements(session, Filters(about=about)))
    found = query.statement(session, row.row_id[:12])
    assert found.row == row
    return found


def test_words_in_their_context(session: Session) -> None:
    found = detail(session, "subsidy")
    assert found.before == (
        "Mayor Ines Okafor said on Monday that the bridge is too dear to keep. “We will sell it in May,” Okafor said. "
        "The Ministry of Transport ruled out "
    )
    assert found.words == "a subsidy"
    assert found.after == (
        ". A person close to the talks said buyers don’t exist. "
        "The Daily Crane reported that Okafor warned of new debts."
    )
    assert (found.cue, found.source) == ("H", "")
    assert (found.said_words, found.said_confidence, found.row.said_from) == ("lately", 0.4, None)


def test_provenance(session: Session) -> None:
    found = detail(session, "new debts").provenance
    assert (found.source, found.reader, found.is_newest) == ("news/harbour.txt", "text 1", True)
    assert (found.program, found.model, found.raw_sha256) == ("0.1", "hand", "ab" * 32)
    assert found.fetched.tzinfo is not None
    assert found.started <= found.fetched


def test_who_and_who_reports(session: Session) -> None:
    inner = query.statement(session, next(query.statements(session, Filters(speaker="okafor", about="debts"))).row_id)
    outer = next(query.statements(session, Filters(speaker="crane")))
    assert (inner.quoted_in, inner.row.reported_by) == (outer.row_id, "The Daily Crane")
    assert (inner.speaker_as_found, inner.speaker_how, inner.speaker_confidence) == ("Ines Okafor", "name", 1.0)
    merged = detail(session, "stays")
    assert (merged.row.speaker, merged.speaker_as_found) == ("Ines Okafor", "Inès Okafour")


def test_its_stances(session: Session) -> None:
    found = detail(session, "might keep").stances
    assert {(row.topic, row.position) for row in found} == {
        ("bridge-sale", Position.OPEN),
        ("debt", Position.OPEN),
    }


@pytest.mark.parametrize("words", ["copy", "It was all a dream"])
def test_what_is_no_longer_listed_is_still_shown(session: Session, words: str) -> None:
    uid = session.connection().scalar(sa.select(t.statement.c.uid).where(t.statement.c.content == words))
    found = query.statement(session, str(uid))
    assert found.words == words
    assert found.provenance.is_newest is (words != "copy")
    assert [row.position for row in found.stances] == ([] if words == "copy" else [Position.SUPPORT])


@pytest.mark.parametrize(
    ("uid", "told"),
    [
        ("abcde", "'abcde' is no id of a statement"),
        ("ABCDEF", "is no id"),
        ("Macron", "is no id"),
        ("000000", "There is no statement 000000"),
    ],
)
def test_what_is_no_statement(session: Session, uid: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        query.statement(session, uid)


def test_an_ambiguous_id(session: Session) -> None:
    """Two uids that begin alike are made so: chance gives none in fourteen."""
    twins = sa.select(t.statement.c.id).order_by(t.statement.c.id).limit(2)
    for number, uid in zip(session.connection().scalars(twins).all(), ("facade01" * 4, "facade02" * 4), strict=True):
        session.connection().execute(sa.update(t.statement).where(t.statement.c.id == number).values(uid=uid))
    with pytest.raises(QueryError, match="More than one statement has an id that begins with facade"):
        query.statement(session, "facade")
    assert query.statement(session, "facade02").words
