"""What was saved, given back as readings: speakers as they were found, of statements what stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row
from sqlmodel import Session

from factbase.document import (
    Attribution,
    DateRange,
    Document,
    Reading,
    Said,
    Span,
    Spans,
    Speaker,
    SpeakerKind,
    Statement,
)
from factbase.store import tables as t
from factbase.store.matching import found
from factbase.store.tables import article, outlet, speaker, speaker_name, statement

Named = tuple[Row[Any], list[str]]
"""A speaker and the names that articles have for it."""
PAGE = 50  # snapshots at once: each page is a query of its own, so whoever iterates may write and commit in between


def readings(session: Session, *, snapshot: int | None = None) -> Iterator[tuple[int, Reading]]:
    """(number of the snapshot, reading), for the newest copy of every article or for one snapshot, oldest first.

    Statements come as they were saved, in their order, so that an index into them is their place.
    """
    after = 0
    while page := _page(session.connection(), after, snapshot):
        for row in page:
            yield row.id, Reading(_document(row), _statements(session.connection(), row.id))
        if snapshot is not None:
            return
        after = page[-1].id


def article_numbers(session: Session) -> list[int]:
    """Of all articles, in the order in which they came."""
    return list(session.connection().scalars(sa.select(article.c.id).order_by(article.c.id)))


def documents(session: Session, article_id: int) -> list[tuple[int, Document]]:
    """(number of the snapshot, document) of every copy of an article, oldest first."""
    wanted = _snapshots().where(t.snapshot.c.article_id == article_id)
    return [(row.id, _document(row)) for row in session.connection().execute(wanted)]


def _snapshots() -> sa.Select[Any]:
    return (
        sa.select(t.snapshot, article.c.title, article.c.url, article.c.byline, article.c.language)
        .add_columns(article.c.published_from, outlet.c.name.label("outlet"))
        .select_from(t.snapshot.join(article).outerjoin(outlet))
        .order_by(t.snapshot.c.id)
    )


def _page(connection: Connection, after: int, only: int | None) -> Sequence[Row[Any]]:
    wanted = _snapshots().limit(PAGE)
    chosen = t.snapshot.c.id == only if only is not None else sa.and_(t.snapshot.c.newest, t.snapshot.c.id > after)
    return connection.execute(wanted.where(chosen)).all()


def _document(row: Row[Any]) -> Document:
    return Document(
        id=row.document,
        text=row.text,
        source=row.source,
        raw_sha256=row.raw_sha256,
        reader=row.reader,
        title=row.title,
        url=row.url,
        outlet=row.outlet,
        byline=row.byline,
        language=row.language,
        published=row.published,
        published_from=row.published_from,
    )


def _statements(connection: Connection, snapshot_id: int) -> tuple[Statement, ...]:
    wanted = sa.select(statement).where(statement.c.snapshot_id == snapshot_id).order_by(statement.c.place)
    rows = connection.execute(wanted).all()
    numbers = {row.speaker_id for row in rows if row.speaker_id is not None}
    names = _names(connection, numbers)
    people = connection.execute(sa.select(speaker).where(speaker.c.id.in_(sorted(numbers))))
    by = {row.id: (row, names[row.id]) for row in people}
    places = {row.id: row.place for row in rows}
    return tuple(_statement(row, by, places) for row in rows)


def _names(connection: Connection, speakers: set[int]) -> dict[int, list[str]]:
    wanted = (
        sa.select(speaker_name.c.speaker_id, speaker_name.c.name)
        .where(speaker_name.c.speaker_id.in_(sorted(speakers)), speaker_name.c.found)
        .order_by(speaker_name.c.id)
    )
    names: dict[int, list[str]] = {}
    for number, name in connection.execute(wanted):
        names.setdefault(number, []).append(name)
    return names


def _statement(row: Row[Any], by: Mapping[int, Named], places: dict[int, int]) -> Statement:
    attribution = Attribution(
        content=_spans(row.content_spans),
        cue=_spans(row.cue_spans),
        source=_spans(row.source_spans),
        quote=row.kind,
        act=row.act,
        confidence=row.confidence,
    )
    told = DateRange(row.said_from, row.said_to) if row.said_from else None
    has_said = told is not None or row.said_words is not None
    said = Said(told, row.said_words or "", row.said_confidence) if has_said else None
    reported_in = places[row.quoted_in] if row.quoted_in is not None else None
    return Statement(attribution, row.content, _speaker(row, by), said, row.occasion, reported_in)


def _speaker(row: Row[Any], by: Mapping[int, Named]) -> Speaker | None:
    if row.speaker_id is None:
        return None
    who, names = by[row.speaker_id]
    return Speaker(
        name=found(who, "name"),
        kind=SpeakerKind(found(who, "kind")),
        role=row.role,
        organisation=row.organisation,
        country=found(who, "country"),
        wikidata=found(who, "wikidata"),
        names=tuple(name for name in names if name != found(who, "name")),
        confidence=row.speaker_confidence,
        how=row.speaker_how,
    )


def _spans(stored: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in stored)
