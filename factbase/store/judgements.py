"""What people decided. Only appended: undoing is a date on the judgement, and what holds is worked out from all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row
from sqlmodel import Session

from factbase.errors import JudgementError
from factbase.store.columns import now
from factbase.store.kinds import Decision, Subject
from factbase.store.rows import BATCH
from factbase.store.tables import judgement

LOCK = 0x6A756467  # "judg": in PostgreSQL held shared by whoever saves, alone by whoever decides


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on the speaker, statement or stance of this uid; `value` is what was set: {"name": "..."}.

    Another speaker that it names stands in `value` as {"speaker": its uid}, whatever the decision.
    """

    subject: Subject
    subject_uid: str
    decision: Decision
    by: str
    value: dict[str, Any] = field(default_factory=dict)
    note: str | None = None


def append(session: Session, decided: Judgement) -> int:
    """Notes a decision and returns its number."""
    values = {name: getattr(decided, name) for name in Judgement.__slots__}
    number: int = session.connection().scalar(sa.insert(judgement).values(at=now(), **values).returning(judgement.c.id))
    return number


def undo(connection: Connection, numbers: Iterable[int], *, by: str) -> None:
    """Dates these judgements as undone, where they stand."""
    ours = sa.and_(judgement.c.id.in_(sorted(numbers)), judgement.c.undone_at.is_(None))
    connection.execute(sa.update(judgement).where(ours).values(undone_at=now(), undone_by=by))


def to_undo(connection: Connection, number: int, subject: Subject) -> Row[Any]:
    """The judgement of this number, which stands and is about such a subject. Raises JudgementError."""
    found = connection.execute(sa.select(judgement).where(judgement.c.id == number)).first()
    if found is None:
        raise JudgementError(
            f"There is no judgement {number}; `factbase {subject} history` lists those that there are."
        )
    if found.subject is not subject:
        raise JudgementError(
            f"Judgement {number} is about a {found.subject}; `factbase {found.subject} undo` undoes it."
        )
    if found.undone_at is not None:
        raise JudgementError(
            f"Judgement {number} was undone already, by {found.undone_by} on {found.undone_at:%Y-%m-%d}."
        )
    return found


def standing(connection: Connection, subject: Subject, uids: Sequence[str]) -> list[Row[Any]]:
    """The judgements of these subjects that nobody undid, in the order in which they were made."""
    found: list[Row[Any]] = []
    for start in range(0, len(uids), BATCH):
        ours = judgement.c.subject_uid.in_(uids[start : start + BATCH])
        wanted = sa.select(judgement).where(judgement.c.subject == subject, ours, judgement.c.undone_at.is_(None))
        found.extend(connection.execute(wanted))
    return sorted(found, key=lambda row: row.id)


def apart(connection: Connection) -> Sequence[Row[Any]]:
    """The judgements that two speakers are two and that nobody undid: of `subject_uid` and of `value["speaker"]`."""
    ours = sa.and_(judgement.c.subject == Subject.SPEAKER, judgement.c.decision.in_((Decision.SPLIT, Decision.REJECT)))
    return connection.execute(sa.select(judgement).where(ours, judgement.c.undone_at.is_(None))).all()


def deciding(connection: Connection) -> None:
    """Until the end of the transaction nobody else decides or saves, so that what a decision was based on holds.

    SQLite has one writer at a time by itself.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))


def saving(connection: Connection) -> None:
    """Until the end of the transaction nobody decides; others may save."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock_shared(LOCK)))
