"""One statement in its context, with where everything about it comes from."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Row
from sqlmodel import Session

from factbase.errors import QueryError
from factbase.query.columns import COLUMNS, own, sources, statement_row
from factbase.query.decisions import decisions
from factbase.query.filters import UID_PREFIX, begins
from factbase.query.judgements import applying
from factbase.query.stances import stances_of
from factbase.rows import DecisionRow, JudgementRow, StanceRow, StatementRow
from factbase.store.corrections import SUBJECTS
from factbase.store.overruled import Overruled, overruled
from factbase.store.tables import judgement, run, snapshot, statement
from factbase.text import sentences

AROUND = 2  # sentences before and after


@dataclass(frozen=True, slots=True)
class Provenance:
    """The copy of the article that a statement was read from, and what read it."""

    snapshot_id: str
    fetched: datetime
    source: str
    reader: str
    raw_sha256: str
    is_newest: bool
    program: str
    model: str | None
    started: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDetail:
    """`before`, `words` and `after` are the text as it stands, without a gap: up to two sentences on each side."""

    row: StatementRow
    before: str
    words: str
    after: str
    cue: str
    source: str
    """The words that name the speaker; pieces of cue and source are joined by " … "."""
    said_words: str | None
    said_confidence: float | None
    occasion: str | None
    speaker_as_found: str | None
    """The name before people decided otherwise."""
    speaker_how: str | None
    """The rule that resolved the speaker, with its confidence."""
    speaker_confidence: float | None
    quoted_in: str | None
    """The id of the statement that reports this one."""
    provenance: Provenance
    stances: tuple[StanceRow, ...]
    judgements: tuple[JudgementRow, ...]
    """Those by which the speaker is who it is said to be."""
    decisions: tuple[DecisionRow, ...]
    """Those that stand, on the statement and its positions, the newest first."""
    overruled: tuple[Overruled, ...]
    """What the machine reads otherwise than people decided."""


def statement_detail(session: Session, uid: str) -> StatementDetail:
    """A statement by its id or six or more digits of it. Raises QueryError if there is none or more than one."""
    number = number_of(session, uid)
    chosen = sa.select(statement.c.id.label("statement_id")).where(statement.c.id == number).subquery()
    reports = statement.alias("reports")
    tables = sources(chosen).outerjoin(run, run.c.id == statement.c.run_id)
    tables = tables.outerjoin(reports, reports.c.id == statement.c.quoted_in)
    wanted: sa.Select[Any] = sa.select(*COLUMNS, *DETAILS, reports.c.uid.label("quoted_in")).select_from(tables)
    row = session.connection().execute(wanted).one()
    decided = applying(session, row.own_uid) if row.own_uid else ()
    detail = _detail(row, tuple(stances_of(session, number)), tuple(decided))
    standing = tuple(each for each in decisions(session, detail.row.row_id) if each.undone_at is None)
    return replace(detail, decisions=standing, overruled=tuple(overruled(session.connection(), number)))


DETAILS = (
    snapshot.c.text,
    snapshot.c.uid.label("snapshot_id"),
    snapshot.c.fetched,
    snapshot.c.reader,
    snapshot.c.raw_sha256,
    snapshot.c.newest,
    statement.c.cue_spans,
    statement.c.source_spans,
    statement.c.said_words,
    statement.c.said_confidence,
    statement.c.occasion,
    statement.c.speaker_how,
    statement.c.speaker_confidence,
    own.c.uid.label("own_uid"),
    run.c.program,
    run.c.model,
    run.c.started,
)


def statement_uid(session: Session, words: str) -> str:
    """The whole id of a statement, from it, from that of one of its stances, or from six or more digits of it."""
    number = number_of(session, words.partition(":")[0])
    found: str = session.connection().execute(sa.select(statement.c.uid).where(statement.c.id == number)).scalar_one()
    return found


def judged_uid(session: Session, words: str) -> str:
    """The same, also of a statement that is gone since its judgements were undone."""
    prefix = words.partition(":")[0]
    begins_so = sa.and_(judgement.c.subject_uid >= prefix, judgement.c.subject_uid < prefix + "g")
    wanted = sa.select(judgement.c.subject_uid).where(judgement.c.subject.in_(SUBJECTS), begins_so).distinct().limit(2)
    found = session.connection().scalars(wanted).all() if UID_PREFIX.fullmatch(prefix) else []
    return str(found[0]) if len(found) == 1 else statement_uid(session, words)


def number_of(session: Session, uid: str) -> int:
    """The row of a statement. Raises QueryError if there is none or more than one."""
    if not UID_PREFIX.fullmatch(uid):
        raise QueryError(f"{uid!r} is no id of a statement: six or more of the digits 0-9 and a-f.")
    found = session.connection().scalars(sa.select(statement.c.id).where(begins(statement, uid)).limit(2)).all()
    if not found:
        raise QueryError(f"There is no statement {uid}; `factbase statements` lists those that there are.")
    if len(found) > 1:
        raise QueryError(f"More than one statement has an id that begins with {uid}; give more of it.")
    return int(found[0])


def _detail(row: Row[Any], taken: tuple[StanceRow, ...], decided: tuple[JudgementRow, ...]) -> StatementDetail:
    first, last = _context(row.text, row.start, row.end)
    listed = statement_row(row)
    return StatementDetail(
        row=listed,
        before=row.text[first : row.start],
        words=row.text[row.start : row.end],
        after=row.text[row.end : last],
        cue=_words(row.text, row.cue_spans),
        source=_words(row.text, row.source_spans),
        said_words=row.said_words,
        said_confidence=row.said_confidence,
        occasion=row.occasion,
        speaker_as_found=listed.found_as or listed.speaker,
        speaker_how=row.speaker_how,
        speaker_confidence=row.speaker_confidence,
        quoted_in=row.quoted_in,
        provenance=_provenance(row),
        stances=taken,
        judgements=decided,
        decisions=(),
        overruled=(),
    )


def _provenance(row: Row[Any]) -> Provenance:
    return Provenance(
        snapshot_id=row.snapshot_id,
        fetched=row.fetched,
        source=row.article_source,
        reader=row.reader,
        raw_sha256=row.raw_sha256,
        is_newest=row.newest,
        program=row.program,
        model=row.model,
        started=row.started,
    )


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    """From the start of the sentence AROUND before the one that holds `start` to the end of that AROUND after."""
    found = sentences(text)
    first = max(bisect_right([s for s, _ in found], start) - 1 - AROUND, 0)
    last = min(bisect_left([e for _, e in found], end) + AROUND, len(found) - 1)
    return min(found[first][0], start), max(found[last][1], end)


def _words(text: str, spans: list[list[int]]) -> str:
    return " … ".join(text[start:end] for start, end in spans)
