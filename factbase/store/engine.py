"""Opening a database: SQLite or PostgreSQL, and what each needs to be told."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from platformdirs import user_data_path
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlmodel import Session

from factbase.errors import DatabaseError

BUSY_MILLISECONDS = 30_000
CACHE_KILOBYTES = 65_536  # at most; SQLite's own 2 MB are too few for indexes of random uids
BEGIN = "factbase_begin"  # the option of a connection that says how SQLite begins a transaction; None: not at all


class HintingCompiler(SQLiteCompiler):
    """Writes `with_hint(table, "INDEXED BY ...")` into SQL, which SQLAlchemy does for MySQL and SQL Server alone."""

    def get_from_hint_text(self, table: object, text: str | None) -> str | None:  # noqa: ARG002  the caller gives it
        return text


def default_url() -> str:
    """The SQLite file in the user's data folder, as a URL."""
    path = user_data_path("factbase", appauthor=False) / "factbase.db"
    return URL.create("sqlite", database=str(path)).render_as_string()


def open_engine(url: str) -> Engine:
    """An engine that has been reached once.

    Takes `sqlite:///FILE`, `postgresql://...` and `postgres://...`. Raises DatabaseError, without the password.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        _make_default_folder(parsed)
    engine = _created(parsed)
    if engine.dialect.name == "sqlite":
        engine.dialect.statement_compiler = HintingCompiler
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    with telling(engine), engine.connect() as connection:
        connection.execute(sa.text("SELECT 1"))
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that changes nothing."""
    with telling(engine), Session(engine) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session whose work is committed at the end, or undone if anything is raised."""
    with telling(engine), Session(engine.execution_options(**{BEGIN: "IMMEDIATE"})) as session, session.begin():
        yield session


@contextmanager
def telling(engine: Engine) -> Iterator[None]:
    """Turns what a driver raises about the state of the database into a sentence; our own mistakes stay as they are."""
    try:
        yield
    except sa.exc.DatabaseError as error:
        if type(error) in (sa.exc.OperationalError, sa.exc.DatabaseError) or _is_forbidden(error):
            raise DatabaseError(f"{place(engine.url)}: {_reason(error)}") from error
        raise


def place(url: URL) -> str:
    """Where a database is, without a password: the path of a file, else the URL."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseError(
            "This is no database URL; it begins with sqlite:/// or postgresql://, as in sqlite:///news.db."
        ) from None
    if parsed.drivername in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "sqlite+pysqlite", "postgresql+psycopg"):
        raise DatabaseError(f"factbase keeps its data in SQLite or PostgreSQL, not in {parsed.drivername}.")
    return parsed


def _make_default_folder(url: URL) -> None:
    """Only the default one: a folder that the user named and that is not there is more likely misspelt."""
    if url == make_url(default_url()) and url.database:
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseError(f"{place(url)}: {error.strerror}.") from error


def _created(url: URL) -> Engine:
    try:
        return sa.create_engine(url)
    except ModuleNotFoundError as error:
        raise DatabaseError(
            "PostgreSQL needs the driver psycopg: install it with pip install 'factbase-news[postgres]'."
        ) from error


def _set_up_sqlite(connection: Any, _record: object) -> None:
    """The driver must not begin transactions by itself: it would begin them too late, and not IMMEDIATE."""
    connection.isolation_level = None
    cursor: sqlite3.Cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    if mode := connection.get_execution_options().get(BEGIN, "DEFERRED"):
        connection.exec_driver_sql(f"BEGIN {mode}")


def _is_forbidden(error: DBAPIError) -> bool:
    """PostgreSQL's insufficient_privilege comes as what SQLAlchemy takes for a mistake in the program."""
    return getattr(error.orig, "sqlstate", None) == "42501"


def _reason(error: DBAPIError) -> str:
    lines = str(error.orig).strip().splitlines() or [""]
    first = lines[0].removeprefix("connection failed: ").strip()
    known = {
        "file is not a database": "this file is no SQLite database.",
        "unable to open database file": "the file cannot be opened; is there such a folder, and may you write there?",
        "database is locked": "another process has kept the database busy for 30 seconds; try again when it is done.",
        "attempt to write a readonly database": "you may not write to this database.",
        "database or disk is full": "the disk is full.",
    }
    return known.get(first, f"the database answered: {first.rstrip('.')}.")
