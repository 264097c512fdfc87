"""What people decided. Only appended: undoing is a date on the judgement, and what holds is worked out from all."""

from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from factbase.store.columns import now
from factbase.store.kinds import Decision, Subject
from factbase.store.tables import judgement


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on the speaker, statement or stance of this uid; `value` is what was set: {"name": "..."}."""

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
