"""What the machine read of a statement, beside what stands where people decided otherwise.

Revision: 0003
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa

from alembic import op
from factbase.store.words import fold

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger


def table(name: str, *columns: str, **others: Any) -> sa.TableClause:
    return sa.table(name, *(sa.column(c) for c in columns), *(sa.column(c, kind) for c, kind in others.items()))


speaker = table("speaker", "uid", "kind", id=NUMBER)
organisation = table("organisation", "key", id=NUMBER)
snapshot = table("snapshot", "text", id=NUMBER)
statement = table(
    "statement",
    *("speaker_kind", "speaker_how", "speaker_confidence", "role", "organisation", "said_words", "said_confidence"),
    *("content", "words", "start", "end"),
    **dict.fromkeys(("id", "snapshot_id", "speaker_id", "organisation_id"), NUMBER),
    **dict.fromkeys(("said_from", "said_to", "day", "last_day", "published_on"), sa.Date),
    **dict.fromkeys(("machine", "content_spans"), sa.JSON),
)
topic = table("topic", "uid", id=NUMBER)
stance = table(
    "stance",
    *("position", "condition", "confidence", "method", "words"),
    **dict.fromkeys(("statement_id", "topic_id", "run_id"), NUMBER),
    **dict.fromkeys(("day", "published_on"), sa.Date),
    stands=sa.Boolean,
)


def upgrade() -> None:
    op.add_column("statement", sa.Column("machine", sa.JSON(), nullable=True))


def downgrade() -> None:
    """The older schema has no room for both: what was found comes back; an upgrade lays what was decided over it.

    Tallies and affiliations stay as they were until then.
    """
    connection = op.get_bind()
    for row in connection.execute(sa.select(statement).where(statement.c.machine.is_not(None))).all():
        found = dict(column for name, value in row.machine.items() for column in _columns(connection, row, name, value))
        connection.execute(sa.update(statement).where(statement.c.id == row.id).values(found))
        days = {"day": found.get("day", row.day), "published_on": row.published_on}
        connection.execute(sa.update(stance).where(stance.c.statement_id == row.id).values(days))
        if "stances" in row.machine:
            _put_back(connection, row.machine["stances"], {"statement_id": row.id, **days})
    op.drop_column("statement", "machine")


def _columns(connection: sa.Connection, row: sa.Row[Any], name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The columns that a key of `machine` was kept from."""
    if name == "speaker":
        uid, how, confidence = value
        who = connection.execute(sa.select(speaker.c.id, speaker.c.kind).where(speaker.c.uid == uid)).first()
        yield from zip(("speaker_id", "speaker_kind"), who or (None, None), strict=True)
        yield from (("speaker_how", how), ("speaker_confidence", confidence))
    elif name == "role":
        yield name, value
    elif name == "organisation":
        key = organisation.c.key == value[1]
        yield from ((name, value[0]), ("organisation_id", connection.scalar(sa.select(organisation.c.id).where(key))))
    elif name == "said":
        first, last = (day and date.fromisoformat(day) for day in value[:2])
        yield from (("said_from", first), ("said_to", last), ("said_words", value[2]), ("said_confidence", value[3]))
        yield from (("day", first or row.published_on), ("last_day", last or row.published_on))
    elif name == "content":
        text = connection.scalar(sa.select(snapshot.c.text).where(snapshot.c.id == row.snapshot_id))
        content = " … ".join(str(text)[start:end] for start, end in value)
        yield from (("content_spans", value), ("content", content), ("words", fold(content)))
        yield from (("start", value[0][0]), ("end", value[-1][1]))


def _put_back(connection: sa.Connection, aside: dict[str, list[Any] | None], days: dict[str, Any]) -> None:
    """The machine's positions that were put aside while other words stood."""
    by_machine = sa.and_(stance.c.statement_id == days["statement_id"], stance.c.method != "person")
    connection.execute(sa.delete(stance).where(by_machine))
    topics = {row.uid: row.id for row in connection.execute(sa.select(topic.c.uid, topic.c.id))}
    for uid, taken in aside.items():
        if taken and uid in topics:
            kept = dict(zip(("position", "condition", "confidence", "method", "words", "run_id"), taken, strict=True))
            connection.execute(sa.insert(stance).values(days | kept | {"topic_id": topics[uid], "stands": False}))
