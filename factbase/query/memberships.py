"""What people said while they were at an organisation."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import Session

from factbase.query.filters import among, members
from factbase.store.standing import CANONICAL
from factbase.store.tables import NEVER, affiliation, speaker, statement

YEAR = 366  # days around those that statements show: nobody prints everybody's post with every word
FORMER = ("former %", "ex-%", "ex %")

own = speaker.alias("speaking")
peer = speaker.alias("peer")


def while_there(session: Session, organisations: Sequence[int]) -> ColumnElement[bool]:
    """The statement is the organisation's own, or of one of its people and from their time there.

    Their time is told by the statement itself, which prints the organisation with a post that is not a former one; or
    by the days that a person gave; or, where it prints none, it is up to a year around the days on which other
    statements show a post there. Of statements without a day nobody can tell: they are in.
    """
    themselves = members(session, _that_are(session, organisations))
    return sa.or_(
        sa.and_(among(statement.c.organisation_id, organisations), _holds(statement.c.role)),
        among(statement.c.speaker_id, themselves),
        _belonged(session.connection().dialect.name, organisations),
    )


def _that_are(session: Session, organisations: Sequence[int]) -> list[int]:
    """Canonical speakers."""
    itself = sa.select(CANONICAL).where(among(speaker.c.organisation_id, organisations)).distinct()
    return list(session.connection().scalars(itself))


def _belonged(dialect: str, organisations: Sequence[int]) -> ColumnElement[bool]:
    """The speaker, or one that is merged with it, had an affiliation that covers the statement's day."""
    whose = sa.func.coalesce(own.c.canonical_id, own.c.id)
    canonical = sa.select(whose).where(own.c.id == statement.c.speaker_id).correlate(statement).scalar_subquery()
    group = sa.select(peer.c.id).where(sa.or_(peer.c.id == canonical, peer.c.canonical_id == canonical))
    told = affiliation.c.statement_id.is_(None)
    since = sa.case((told, affiliation.c.since), else_=_shifted(dialect, affiliation.c.since, -YEAR))
    until = sa.case((told, affiliation.c.until), else_=_shifted(dialect, affiliation.c.until, YEAR))
    covers = sa.and_(
        sa.or_(since.is_(None), since <= statement.c.last_day), sa.or_(until.is_(None), until >= statement.c.day)
    )
    ours = sa.and_(affiliation.c.speaker_id.in_(group), among(affiliation.c.organisation_id, organisations))
    timely = sa.or_(statement.c.day == NEVER, covers)
    tells = sa.or_(told, sa.and_(affiliation.c.role != "", statement.c.organisation_id.is_(None)))
    return sa.select(affiliation.c.id).where(ours, _holds(affiliation.c.role), timely, tells).exists()


def _holds(role: sa.Column[str]) -> ColumnElement[bool]:
    """The post is not one that somebody used to have."""
    printed = sa.func.lower(sa.func.coalesce(role, ""))
    return sa.and_(*(printed.not_like(former) for former in FORMER))


def _shifted(dialect: str, day: sa.Column[object], days: int) -> ColumnElement[object]:
    """So many days later, as the engine compares it with a day: SQLite keeps days as text."""
    if dialect == "sqlite":
        return sa.func.date(day, f"{days:+} days", type_=sa.Date())
    return day + sa.literal(days, sa.Integer())
