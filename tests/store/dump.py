"""The content of a database without its rows' numbers and times, to compare what two ways of saving came to."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine

from factbase.store import tables as t

OF_THE_RUN = {"id", "fetched", "run_id", "started", "finished"}


def dump(engine: Engine) -> dict[str, list[str]]:
    """For every table but run and judgement its rows in order, with the uid or key of a row where it names one."""
    with engine.connect() as connection:
        names = {table.name: _names(connection, table) for table in (t.organisation, t.speaker, t.article, t.outlet)}
        names |= {table.name: _names(connection, table) for table in (t.snapshot, t.statement, t.topic)}
        tables = (
            t.outlet,
            t.article,
            t.snapshot,
            t.organisation,
            t.speaker,
            t.speaker_name,
            t.statement,
            t.affiliation,
        )
        return {table.name: sorted(_rows(connection, table, names)) for table in (*tables, t.topic, t.stance)}


def _names(connection: sa.Connection, table: sa.Table) -> dict[int, str]:
    key = table.c.uid if "uid" in table.c else table.c.key
    return {row.id: row[1] for row in connection.execute(sa.select(table.c.id, key))}


def _rows(connection: sa.Connection, table: sa.Table, names: dict[str, dict[int, str]]) -> list[str]:
    linked = {name: next(iter(c.foreign_keys)).column.table.name for name, c in table.c.items() if c.foreign_keys}
    rows = []
    for row in connection.execute(sa.select(table)):
        values: dict[str, Any] = {name: value for name, value in row._mapping.items() if name not in OF_THE_RUN}
        for name in values.keys() & linked.keys() - {"speaker_kind"}:
            values[name] = values[name] and names[linked[name]][values[name]]
        rows.append(repr(values))
    return rows
