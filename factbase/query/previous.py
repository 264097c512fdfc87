"""The position before a position: of the same timeline, surely earlier, and published by the day asked for.

Each is one step in an index whose columns these are.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, ScalarSelect

from factbase.document import Position
from factbase.query.columns import canonical
from factbase.query.conditions import published_by
from factbase.query.filters import Filters
from factbase.store.tables import stance

earlier = stance.alias("earlier")
Wanted = ColumnElement[Any]
Previous = Callable[[Wanted, Filters], Wanted]
"""Of the position before each stance, the column of `earlier` that is asked for."""


def in_own_timeline(column: Wanted, filters: Filters) -> Wanted:
    """In the speaker's own timeline; one that is an institution has its spokespersons' positions too."""
    by_speaker = _last(column, filters, earlier.c.speaker_id == stance.c.speaker_id)
    return sa.case(
        (canonical.c.organisation_id.is_not(None), in_timeline_of_institution(column, filters)), else_=by_speaker
    )


def in_timeline_of_institution(column: Wanted, filters: Filters) -> ScalarSelect[Any]:
    """In the timeline of the institution that it counts for."""
    return _last(column, filters, earlier.c.institution_id == stance.c.institution_id)


def change(before: Position | None, now: Position) -> str | None:
    """ "reversal" from lean_oppose to support, "support" from open to support, "hedge" from support to lean_support."""
    if before is None:
        return None
    if before.score * now.score < 0:
        return "reversal"
    if before is now:
        return "same"
    return "support" if now.score > before.score else "hedge"


def _last(column: Wanted, filters: Filters, of_same: ColumnElement[bool]) -> ScalarSelect[Any]:
    before = sa.tuple_(earlier.c.day, earlier.c.published_on, earlier.c.statement_id) < sa.tuple_(
        stance.c.day, stance.c.published_on, stance.c.statement_id
    )
    return (
        sa.select(column)
        .where(earlier.c.topic_id == stance.c.topic_id, of_same, earlier.c.stands, before, _surely())
        .where(*published_by(filters, earlier.c.published_on))
        .order_by(earlier.c.day.desc(), earlier.c.published_on.desc(), earlier.c.statement_id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _surely() -> ColumnElement[bool]:
    """Both are dated, and the days of the one end before those of the other begin; of the very same days the one that
    was published first counts as earlier, as in the listing. What has no date has no `said_to`: nothing compares."""
    same_days = sa.and_(earlier.c.day == stance.c.day, earlier.c.said_to == stance.c.said_to)
    return sa.and_(stance.c.said_to.is_not(None), sa.or_(earlier.c.said_to < stance.c.day, same_days))
