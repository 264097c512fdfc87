"""Which program and model read what, and when."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from factbase.store.columns import now
from factbase.store.tables import run


def start_run(session: Session, *, program: str, model: str | None, options: Mapping[str, Any]) -> int:
    """The number of a new run of this version of the program and of its model."""
    values = {"program": program, "model": model, "options": dict(options), "started": now()}
    number: int = session.connection().scalar(sa.insert(run).values(values).returning(run.c.id))
    return number


def finish_run(session: Session, run_id: int, *, counts: Mapping[str, int]) -> None:
    """Notes that it came to its end; a run that was killed has no `finished`."""
    session.connection().execute(sa.update(run).where(run.c.id == run_id).values(finished=now(), counts=dict(counts)))
