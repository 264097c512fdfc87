"""Statements, newest first."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from factbase.query.columns import COLUMNS, canonical, listed, own, sources, statement_row, stream
from factbase.query.conditions import (
    BY_NUMBER,
    in_time,
    matching,
    of_country,
    of_rare_country,
    on_statement,
    said_by,
    said_in_country,
    speakers_meant,
    stance_index,
    statement_index,
    with_stance,
)
from factbase.query.filters import EVERYTHING, Filters, among
from factbase.rows import StatementRow, Utterance
from factbase.store.tables import snapshot, stance, statement


def statements(session: Session, filters: Filters = EVERYTHING) -> Iterator[StatementRow]:
    """Statements of the newest copies of articles, by the day they were said, else published, newest first.

    Those that people rejected are left out. Raises QueryError for a topic or an article that is not there.
    """
    chosen = _chosen(session, filters).subquery()
    newest_first = (chosen.c.day.desc(), chosen.c.statement_id.desc())
    wanted = sa.select(*COLUMNS).select_from(sources(chosen)).order_by(*newest_first)
    yield from map(statement_row, stream(session, wanted))


def utterances(session: Session, filters: Filters = EVERYTHING) -> Iterator[Utterance]:
    """The same statements, as little of each as the search for topics needs."""
    chosen = _chosen(session, filters).subquery()
    columns = (statement.c.uid, statement.c.content, canonical.c.uid.label("speaker"), snapshot.c.article_id)
    tables = (
        chosen.outerjoin(statement, statement.c.id == chosen.c.statement_id)
        .outerjoin(snapshot, snapshot.c.id == statement.c.snapshot_id)
        .outerjoin(own, own.c.id == statement.c.speaker_id)
        .outerjoin(canonical, canonical.c.id == sa.func.coalesce(own.c.canonical_id, own.c.id))
    )
    newest_first = (chosen.c.day.desc(), chosen.c.statement_id.desc())
    for row in stream(session, sa.select(*columns).select_from(tables).order_by(*newest_first)):
        yield Utterance(row_id=row.uid, words=row.content, speaker=row.speaker, article=str(row.article_id))


def _chosen(session: Session, filters: Filters) -> sa.Select[Any]:
    """The numbers and days of the statements."""
    if filters.about is not None:
        return _by_words(session, filters)
    if filters.topic is not None or filters.position is not None:
        return _by_stance(session, filters)
    return _by_statement(session, filters)


def _by_statement(session: Session, filters: Filters) -> sa.Select[Any]:
    people = [*speakers_meant(session, filters), *of_rare_country(session, filters)]
    hint = statement_index(session, filters, people)
    wanted = sa.select(statement.c.id.label("statement_id"), statement.c.day).where(
        *listed(),
        *on_statement(session, filters),
        *said_by(session, people),
        *said_in_country(filters),
        *in_time(session, filters, statement.c.day),
    )
    wanted = wanted.with_hint(statement, hint, "sqlite") if hint else wanted
    return wanted.order_by(statement.c.day.desc(), statement.c.id.desc()).limit(filters.limit)


def _by_words(session: Session, filters: Filters) -> sa.Select[Any]:
    found = matching(session, filters)
    kept = [*found.conditions, *listed(), *on_statement(session, filters)]
    kept += in_time(session, filters, statement.c.day)
    kept += [*said_by(session, speakers_meant(session, filters)), *said_in_country(filters)]
    if filters.topic is not None or filters.position is not None:
        on_it = sa.select(stance.c.id).where(stance.c.statement_id == statement.c.id, *with_stance(session, filters))
        kept.append(on_it.exists())
    wanted = sa.select(statement.c.id.label("statement_id"), statement.c.day).select_from(found.tables).where(*kept)
    newest_first = (column.desc() for column in found.order)
    return wanted.with_hint(statement, BY_NUMBER, "sqlite").order_by(*newest_first).limit(filters.limit)


def _by_stance(session: Session, filters: Filters) -> sa.Select[Any]:
    """By way of the stances, whose indexes begin with topic and position; on two topics a statement has two."""
    people = [*speakers_meant(session, filters), *of_rare_country(session, filters)]
    wanted = (
        sa.select(stance.c.statement_id, stance.c.day)
        .select_from(stance.join(statement, statement.c.id == stance.c.statement_id))
        .where(*with_stance(session, filters), *on_statement(session, filters))
        .where(*(among(stance.c.speaker_id, chosen) for chosen in people), *of_country(filters, stance.c.speaker_id))
        .where(*in_time(session, filters, stance.c.day))
    )
    if hint := stance_index(session, filters, people):
        wanted = wanted.with_hint(stance, hint, "sqlite").with_hint(statement, BY_NUMBER, "sqlite")
    newest_first = (stance.c.day.desc(), stance.c.statement_id.desc())
    return wanted.distinct().order_by(*newest_first).limit(filters.limit)
