"""What people decided of speakers, the newest first: what stands and what was undone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Row
from sqlmodel import Session

from factbase.rows import JudgementRow
from factbase.store.introduced import NEW
from factbase.store.kinds import Decision, Subject
from factbase.store.matching import found
from factbase.store.tables import judgement, speaker

OTHER = judgement.c.value["speaker"].as_string()
MADE = {Decision.MERGE, Decision.SPLIT, Decision.REJECT}
"""Decisions whose value names another speaker."""
FACTS = {Decision.RENAME, Decision.SET}
"""Decisions on what listings say of a speaker."""


def speaker_judgements(session: Session, uid: str | None = None) -> Iterator[JudgementRow]:
    """All on speakers, or those on the speaker of this id, on what was merged into it, and on what names it."""
    yield from _rows(session, sa.true() if uid is None else _about(_merged(session, uid)))


def applying(session: Session, uid: str) -> list[JudgementRow]:
    """Those by which the speaker of this id is listed as it is: what made it, whom it was merged into, and what was
    decided of that one."""
    stand = judgement.c.undone_at.is_(None)
    made = sa.and_(judgement.c.decision == Decision.SPLIT, uid == OTHER)
    found = list(_rows(session, sa.and_(stand, sa.or_(judgement.c.subject_uid == uid, made))))[::-1]
    origin = [each for each in found if each.other_id == uid]
    for each in found:
        if each.decision == Decision.MERGE and each.other_id:
            return [*origin, each, *applying(session, each.other_id)]
    return [*origin, *(each for each in found if each.decision in FACTS)]


def _about(uids: Sequence[str]) -> ColumnElement[bool]:
    names_it = sa.and_(judgement.c.decision.in_(MADE), OTHER.in_(uids))
    return sa.or_(judgement.c.subject_uid.in_(uids), names_it)


def _merged(session: Session, uid: str) -> list[str]:
    """This one and all that are merged into it."""
    number = sa.select(speaker.c.id).where(speaker.c.uid == uid).scalar_subquery()
    members = session.connection().scalars(sa.select(speaker.c.uid).where(speaker.c.canonical_id == number))
    return [uid, *members]


def _rows(session: Session, condition: ColumnElement[bool]) -> Iterator[JudgementRow]:
    wanted = sa.select(judgement).where(judgement.c.subject == Subject.SPEAKER, condition)
    rows = session.connection().execute(wanted.order_by(judgement.c.id.desc())).all()
    names = _names(session, rows)
    for row in rows:
        yield _row(row, names)


def _names(session: Session, rows: Sequence[Row[Any]]) -> dict[str, str]:
    """What the speakers that these name were called by the machine, or by whoever introduced one that is gone again."""
    connection = session.connection()
    uids = {row.subject_uid for row in rows} | {row.value["speaker"] for row in rows if row.decision in MADE}
    there = connection.execute(sa.select(speaker).where(speaker.c.uid.in_(sorted(uids))))
    names = {row.uid: found(row, "name") for row in there}
    values = connection.scalars(sa.select(judgement.c.value).where(OTHER.in_(sorted(uids - names.keys()))))
    return names | {value["speaker"]: value[NEW]["name"] for value in values if NEW in value}


def _row(row: Row[Any], names: Mapping[str, str]) -> JudgementRow:
    other = row.value["speaker"] if row.decision in MADE else None
    return JudgementRow(
        judgement=row.id,
        speaker_id=row.subject_uid,
        speaker=names.get(row.subject_uid),
        decision=row.decision.value,
        value=names.get(other) if other else _facts(row.value),
        other_id=other,
        statements=tuple(row.value.get("statements", ())),
        by=row.by,
        at=_moment(row.at),
        note=row.note,
        undone_at=_moment(row.undone_at) if row.undone_at else None,
        undone_by=row.undone_by,
    )


def _facts(value: Mapping[str, Any]) -> str:
    """The name alone, else what was set: "country SVN", "no country"."""
    if "name" in value:
        return str(value["name"])
    return ", ".join(f"no {key}" if fact is None else f"{key} {fact}" for key, fact in value.items())


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
