"""From numbers of statements to the rows that a user sees."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Row
from sqlmodel import Session

from factbase.document import DateRange
from factbase.rows import StatementRow
from factbase.store.standing import KEPT
from factbase.store.tables import article, outlet, snapshot, speaker, statement

PAGE = 500  # rows that are fetched at once while a listing streams

own = speaker.alias("own")
read = speaker.alias("read")
"""Whom the machine read, where people say that it was somebody else."""
canonical = speaker.alias("canonical")
reporting = statement.alias("reporting")
reporter_own = speaker.alias("reporter_own")
reporter = speaker.alias("reporter")

COLUMNS = (
    statement.c.uid.label("row_id"),
    statement.c.said_from,
    statement.c.said_to,
    snapshot.c.published,
    canonical.c.uid.label("speaker_id"),
    canonical.c.name.label("speaker"),
    canonical.c.kind.label("speaker_kind"),
    statement.c.role,
    statement.c.organisation,
    canonical.c.country,
    statement.c.confidence,
    statement.c.content.label("quote"),
    statement.c.kind.label("quote_kind"),
    statement.c.act,
    reporter.c.name.label("reported_by"),
    outlet.c.name.label("outlet"),
    article.c.title.label("article_title"),
    article.c.url.label("article_url"),
    statement.c.start,
    statement.c.end,
    snapshot.c.text_sha256,
    statement.c.review,
    statement.c.reviewed_by,
    statement.c.content_spans,
    snapshot.c.source.label("article_source"),
    own.c.name.label("own_name"),
    own.c.machine.label("own_machine"),
    read.c.name.label("read_name"),
    read.c.machine.label("read_machine"),
    statement.c.machine.label("statement_machine"),
)
AS_THEY_ARE = (
    "row_id said_from said_to published speaker_id speaker speaker_kind role organisation country confidence quote "
    "quote_kind act reported_by outlet article_title article_url start end text_sha256 review reviewed_by "
    "article_source"
).split()


def sources(chosen: sa.FromClause) -> sa.FromClause:
    """All tables of a row, joined to something that has the number of the statement as `statement_id`.

    By outer joins, though most always find a row: so SQLite begins with what was chosen.
    """
    return (
        chosen.outerjoin(statement, statement.c.id == chosen.c.statement_id)
        .outerjoin(snapshot, snapshot.c.id == statement.c.snapshot_id)
        .outerjoin(article, article.c.id == snapshot.c.article_id)
        .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
        .outerjoin(own, own.c.id == statement.c.speaker_id)
        .outerjoin(read, read.c.uid == statement.c.machine[("speaker", 0)].as_string())
        .outerjoin(canonical, canonical.c.id == sa.func.coalesce(own.c.canonical_id, own.c.id))
        .outerjoin(reporting, reporting.c.id == statement.c.quoted_in)
        .outerjoin(reporter_own, reporter_own.c.id == reporting.c.speaker_id)
        .outerjoin(reporter, reporter.c.id == sa.func.coalesce(reporter_own.c.canonical_id, reporter_own.c.id))
    )


def listed() -> list[ColumnElement[bool]]:
    """A statement of the newest copy of its article that nobody rejected.

    The copy is asked for by a subquery, which no planner can turn into the outer loop.
    """
    return [sa.select(snapshot.c.newest).where(snapshot.c.id == statement.c.snapshot_id).scalar_subquery(), KEPT]


def stream(session: Session, wanted: sa.Select[Any]) -> Iterator[Row[Any]]:
    """The rows of a query, a page in memory at a time; whoever stops early closes the cursor."""
    for page in pages(session, wanted):
        yield from page


def pages(session: Session, wanted: sa.Select[Any]) -> Iterator[Sequence[Row[Any]]]:
    with session.connection().execution_options(yield_per=PAGE).execute(wanted) as result:
        yield from result.partitions()


def statement_values(row: Row[Any]) -> dict[str, Any]:
    """The fields of a StatementRow."""
    first: date | None = row.said_from
    told = DateRange(first, row.said_to) if first else None
    return {name: getattr(row, name) for name in AS_THEY_ARE} | {
        "said_date": first if told and told.precision == "day" else None,
        "date_precision": told.precision if told else None,
        "spans": tuple((start, end) for start, end in row.content_spans),
        "found_as": _found_as(row),
    }


def _found_as(row: Row[Any]) -> str | None:
    of_other = "speaker" in (row.statement_machine or {})
    machine, name = (row.read_machine, row.read_name) if of_other else (row.own_machine, row.own_name)
    found: str | None = (machine or {}).get("name", name)
    return found if found != row.speaker else None


def statement_row(row: Row[Any]) -> StatementRow:
    return StatementRow(**statement_values(row))
