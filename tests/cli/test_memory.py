"""A hundred thousand rows go out in the memory of a thousand: the peak of a process of its own, on both engines."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection

from factbase import store
from factbase.store import tables as t
from factbase.store import tally
from factbase.store.engine import CACHE_KILOBYTES
from tests.store.saving import save_all

ROWS = 100_000
GROWTH = CACHE_KILOBYTES  # that SQLite may keep of its file; a list of so many rows is twice as much
STATUS = Path("/proc/self/status")
EXPORT = f"""
import re, sys
from factbase.cli import main
try:
    main(sys.argv[1:])
finally:
    print(re.search(r"VmHWM:\\s+(\\d+) kB", open("{STATUS}").read())[1])
"""


def multiply(connection: Connection) -> None:
    """The statement that has a stance, and the stance, a hundred thousand times."""
    first = connection.execute(sa.select(t.stance.c.statement_id)).scalar_one()
    numbers = sa.select(sa.literal(1).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(sa.select(numbers.c.n + 1).where(numbers.c.n < ROWS))
    n = numbers.c.n
    uid = sa.cast(n + 1_000_000_000, sa.Text)
    copy(connection, t.statement, first, numbers, {"id": n + 1_000, "uid": uid, "place": n + 1_000})
    copy(connection, t.stance, first, numbers, {"id": n + 1_000, "statement_id": n + 1_000})
    tally.recount(connection)


def copy(
    connection: Connection, table: sa.Table, first: int, numbers: sa.CTE, new: Mapping[str, ColumnElement[Any]]
) -> None:
    of_first = (table.c.id if table is t.statement else table.c.statement_id) == first
    values = sa.select(*(new.get(column.name, column) for column in table.c)).select_from(
        table.join(numbers, sa.true())
    )
    connection.execute(table.insert().from_select([column.name for column in table.c], values.where(of_first)))


def peak(url: str, *words: str) -> int:
    """KiB."""
    command = [sys.executable, "-c", EXPORT, "export", *words, "--database", url]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.skipif(not STATUS.exists(), reason="the peak of a process is read from /proc")
def test_memory_does_not_grow_with_the_rows(own_url: str, tmp_path: Path) -> None:
    save_all(own_url, [0])
    engine = store.open_engine(own_url)
    with store.writing(engine) as session:
        multiply(session.connection())
    engine.dispose()
    few, many = tmp_path / "few.csv", tmp_path / "many.csv"
    before = peak(own_url, "stances", "-n", "1000", "-o", str(few))
    assert peak(own_url, "stances", "-o", str(many), "--package") - before < GROWTH
    assert many.read_bytes().count(b"\r\n") > ROWS
