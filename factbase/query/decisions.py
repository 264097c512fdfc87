"""What people decided of statements, the newest first: what stands and what was undone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Row
from sqlmodel import Session

from factbase.rows import DecisionRow
from factbase.store.carried import CARRIED
from factbase.store.introduced import NEW
from factbase.store.kinds import Decision, Subject
from factbase.store.tables import judgement, speaker, statement


def decisions(session: Session, uid: str | None = None) -> Iterator[DecisionRow]:
    """All on statements and their positions, or those on the statement of this uid."""
    about = judgement.c.subject.in_((Subject.STATEMENT, Subject.STANCE))
    kept = about if uid is None else sa.and_(about, judgement.c.subject_uid == uid)
    joined = judgement.outerjoin(statement, statement.c.uid == judgement.c.subject_uid)
    wanted = sa.select(judgement, statement.c.content).select_from(joined).where(kept)
    rows = session.connection().execute(wanted.order_by(judgement.c.id.desc())).all()
    names = _names(session, rows)
    for row in rows:
        yield _row(row, names)


def _names(session: Session, rows: Sequence[Row[Any]]) -> dict[str, str]:
    """What the speakers that these name are called, also where undoing took one out that had been introduced."""
    values = [row.value for row in rows]
    introduced = {value["speaker"]: value[NEW]["name"] for value in values if NEW in value}
    uids = {uid for value in values if (uid := value.get("speaker"))}
    wanted = sa.select(speaker.c.uid, speaker.c.name).where(speaker.c.uid.in_(sorted(uids)))
    return introduced | {row.uid: row.name for row in session.connection().execute(wanted)}


def _row(row: Row[Any], names: Mapping[str, str]) -> DecisionRow:
    return DecisionRow(
        judgement=row.id,
        statement_id=row.subject_uid,
        quote=row.content,
        decision=row.decision.value,
        decided="; ".join(_told(row, names)) or None,
        by=row.by,
        at=f"{row.at:%Y-%m-%dT%H:%M:%SZ}",
        note=row.note,
        undone_at=f"{row.undone_at:%Y-%m-%dT%H:%M:%SZ}" if row.undone_at else None,
        undone_by=row.undone_by,
    )


def _told(row: Row[Any], names: Mapping[str, str]) -> Iterator[str]:
    if row.decision is Decision.SET:
        yield from _set(row.value, names)
    if CARRIED in row.value:
        yield f"as judgement {row.value[CARRIED]} on the copy before"


def _set(value: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[str]:
    """speaker Ana Kovač; said 2024-05-16 to 2024-05-17; content 12:40,44:60; oppose on nato-instructors, if asked."""
    if "speaker" in value:
        yield f"speaker {names.get(value['speaker'], value['speaker'])}" if value["speaker"] else "no speaker"
    if "said" in value:
        yield f"said {' to '.join(dict.fromkeys(value['said']))}" if value["said"] else "said on no known day"
    if "content" in value:
        yield "content " + ",".join(f"{start}:{end}" for start, end in value["content"])
    if "topic" in value:
        condition = f", {value['condition']}" if value["condition"] else ""
        yield f"{value['position'] or 'no position'} on {value['slug']}{condition}"
