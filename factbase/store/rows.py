"""Core statements that the engines share: rows that may be there already."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

BATCH = 300  # rows of up to 33 columns stay below SQLite's 32,766 bound values


def insert_new(connection: Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts the rows that break no uniqueness. Give rows that others may insert too in one order: no deadlock."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    for start in range(0, len(rows), BATCH):
        connection.execute(
            insert(table).values([dict(row) for row in rows[start : start + BATCH]]).on_conflict_do_nothing()
        )


def ids(connection: Connection, column: sa.Column[Any], values: Sequence[str]) -> dict[str, int]:
    """The numbers of the rows that have these values in a unique column."""
    found: dict[str, int] = {}
    for start in range(0, len(values), BATCH):
        wanted = sa.select(column, column.table.c.id).where(column.in_(values[start : start + BATCH]))
        found.update((value, number) for value, number in connection.execute(wanted))
    return found
