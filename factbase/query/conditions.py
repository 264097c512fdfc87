"""The filters as SQL conditions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import Session

from factbase.query import filters as meant
from factbase.query.filters import Filters
from factbase.query.memberships import while_there
from factbase.store.search import (
    STATEMENT_MASK,
    first_rowid,
    last_rowid,
    phrases,
    postgresql_match,
    sqlite_match,
    statement_search,
)
from factbase.store.tables import NEVER, snapshot, speaker, stance, statement

merged = speaker.alias("merged")

BY_NUMBER = "NOT INDEXED"  # SQLite then finds a statement by its row's number
MANY = 20_000  # statements: to fetch and sort fewer takes less than 20 ms


def on_statement(
    session: Session, filters: Filters, published: ColumnElement[Any] = statement.c.published_on
) -> list[ColumnElement[bool]]:
    """It is of the kind and confidence, in the article, published by the day and from the time at the organisation
    asked for."""
    kept: list[ColumnElement[bool]] = []
    if filters.min_confidence is not None:
        kept.append(statement.c.confidence >= filters.min_confidence)
    if filters.organisation is not None:
        kept.append(while_there(session, meant.organisations_called(session, filters.organisation)))
    if filters.kind is not None:
        kept.append(statement.c.speaker_kind == filters.kind)
    if filters.article is not None:
        articles = meant.articles_called(session, filters.article)
        kept.append(statement.c.snapshot_id.in_(sa.select(snapshot.c.id).where(snapshot.c.article_id.in_(articles))))
    kept += published_by(filters, published)
    return kept


def speakers_meant(session: Session, filters: Filters) -> list[list[int]]:
    """For each filter that names speakers the canonical ones that it means."""
    people = []
    if filters.speaker is not None:
        people.append(meant.speakers_called(session, filters.speaker))
    if filters.organisation is not None:
        people.append(meant.speakers_of(session, meant.organisations_called(session, filters.organisation)))
    return people


def said_by(session: Session, people: Sequence[Sequence[int]]) -> list[ColumnElement[bool]]:
    """The statement is by one of each of these sets of canonical speakers, or one that was merged into it."""
    return [meant.among(statement.c.speaker_id, meant.members(session, chosen)) for chosen in people]


def published_by(filters: Filters, published: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    return [] if filters.as_of is None else [published <= filters.as_of, published > NEVER]


def of_country(filters: Filters, canonical: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """The canonical speaker of this number is of the country asked for."""
    if filters.country is None:
        return []
    return [canonical.in_(sa.select(speaker.c.id).where(speaker.c.country == filters.country))]


def said_in_country(filters: Filters) -> list[ColumnElement[bool]]:
    """The statement's speaker, or the one that people merged it into, is of the country asked for."""
    if filters.country is None:
        return []
    itself = sa.select(speaker.c.id).where(speaker.c.country == filters.country, speaker.c.canonical_id.is_(None))
    others = sa.select(merged.c.id).join(speaker, speaker.c.id == merged.c.canonical_id)
    return [statement.c.speaker_id.in_(sa.union_all(itself, others.where(speaker.c.country == filters.country)))]


def in_time(session: Session, filters: Filters, day: ColumnElement[object]) -> Iterator[ColumnElement[bool]]:
    """The days of a statement and those asked for overlap. `day` is the column whose index is walked."""
    if filters.since is not None:
        yield day >= _earliest(session, filters.since)
        yield statement.c.last_day >= filters.since
    if filters.until is not None:
        yield day <= filters.until
        yield day > NEVER
    if filters.as_of is not None:
        yield day <= filters.as_of  # no reader knew what was said later; and the index is walked from there


def with_stance(session: Session, filters: Filters) -> list[ColumnElement[bool]]:
    """The stance stands, and is on the topic and of the position and confidence asked for."""
    kept: list[ColumnElement[bool]] = [stance.c.stands]
    if filters.topic is not None:
        kept.append(stance.c.topic_id == meant.topic_called(session, filters.topic))
    if filters.position is not None:
        kept.append(stance.c.position == filters.position)
    if filters.min_confidence is not None:
        kept.append(stance.c.confidence >= filters.min_confidence)
    return kept


def statement_index(session: Session, filters: Filters, people: Sequence[Sequence[int]]) -> str | None:
    """Which index of statements SQLite walks. It keeps no statistics that would tell it how many a speaker has; our
    tallies do: few are fetched by speaker and sorted, of many one meets enough while walking from the newest."""
    if filters.article is not None:
        return None
    if are_few(session, people):
        return "INDEXED BY ix_statement_speaker_id_day_id"
    if filters.kind is not None and not people:
        return "INDEXED BY ix_statement_speaker_kind_day_id"
    return "INDEXED BY ix_statement_day_id_last_day"


def stance_index(session: Session, filters: Filters, people: Sequence[Sequence[int]]) -> str | None:
    """Which index of stances SQLite walks; all of them go on with what stances are sorted by."""
    if filters.article is not None:
        return None
    if are_few(session, people):
        name = "topic_speaker_day" if filters.topic is not None else "speaker_day"
    elif filters.topic is not None:
        name = "topic_day"
    else:
        name = "position_day" if filters.position is not None else "day"
    return f"INDEXED BY ix_stance_{name}"


def are_few(session: Session, people: Sequence[Sequence[int]]) -> bool:
    """One of these sets of speakers has so few statements that to fetch and sort them is quickest."""
    counts = (sa.select(sa.func.sum(speaker.c.statements)).where(meant.among(speaker.c.id, some)) for some in people)
    return any((session.connection().scalar(count) or 0) <= MANY for count in counts)


def rare(session: Session, quality: ColumnElement[bool]) -> list[list[int]]:
    """The speakers of a kind or country, if their statements are few: then they are as good as named."""
    ours = sa.and_(quality, speaker.c.statements > 0)
    if (session.connection().scalar(sa.select(sa.func.sum(speaker.c.statements)).where(ours)) or 0) > MANY:
        return []
    return [list(session.connection().scalars(sa.select(speaker.c.id).where(ours)))]


def of_rare_country(session: Session, filters: Filters) -> list[list[int]]:
    return [] if filters.country is None else rare(session, speaker.c.country == filters.country)


def of_rare_kind(session: Session, filters: Filters) -> list[list[int]]:
    return [] if filters.kind is None else rare(session, speaker.c.kind == filters.kind)


@dataclass(frozen=True, slots=True)
class Search:
    """Statements that hold the words: what to select from, on which conditions, in order of day and number."""

    tables: sa.FromClause
    conditions: list[ColumnElement[bool]]
    order: tuple[ColumnElement[Any], ...]

    def until(self, day: date) -> list[ColumnElement[bool]]:
        """None after this day: told to the index of words where that is the one that is walked."""
        is_fts = self.order[0] is statement_search.c.rowid
        return [self.order[0] <= last_rowid(day) if is_fts else statement.c.day <= day]


def matching(session: Session, filters: Filters) -> Search:
    wanted = phrases(filters.about or "")
    if session.connection().dialect.name == "postgresql":
        found: ColumnElement[bool] = postgresql_match("statement", wanted) if wanted else sa.false()
        return Search(statement, [found], (statement.c.day, statement.c.id))
    rowid = statement_search.c.rowid
    kept: list[ColumnElement[bool]] = [sqlite_match(statement_search, wanted)] if wanted else [sa.false()]
    if filters.since is not None:
        kept.append(rowid >= first_rowid(_earliest(session, filters.since)))
    kept += (rowid <= last_rowid(day) for day in (filters.until, filters.as_of) if day is not None)
    return Search(statement_search.join(statement, statement.c.id == rowid.op("&")(STATEMENT_MASK)), kept, (rowid,))


def _earliest(session: Session, since: date) -> date:
    """This day, or the first day of the earliest statement of several days ("in May") that reaches into it."""
    reaching = sa.select(sa.func.min(statement.c.day)).where(
        statement.c.last_day > statement.c.day, statement.c.last_day >= since, statement.c.day < since
    )
    reaching = reaching.with_hint(statement, "INDEXED BY ix_statement_range", "sqlite")
    return session.connection().scalar(reaching) or since
