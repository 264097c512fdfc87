"""Databases: a fresh one for every test, on SQLite and on a PostgreSQL server that is started for the session."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings
from sqlalchemy import Engine

from factbase import store
from factbase.store.tables import METADATA
from tests import postgresql

settings.register_profile("shared", deadline=None)  # how long an example takes says nothing on a busy machine
settings.load_profile("shared")

NUMBERS = count()
EMPTY = (
    *(f"DELETE FROM {table.name}" for table in reversed(METADATA.sorted_tables)),
    "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'",
)
"""Commands that empty a database of few rows; TRUNCATE takes ten times as long."""


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a server on a free port, without the name of a database."""
    if not postgresql.is_installed():
        pytest.skip("PostgreSQL is not installed (no initdb on the path or in /usr/lib/postgresql/*/bin)")
    with postgresql.server() as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the schema in it, to be copied: faster than to migrate for each test."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    _prepare(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> str:
    _execute(f"{postgresql_server}/postgres", "CREATE DATABASE template_factbase")
    _prepare(f"{postgresql_server}/template_factbase")
    return "template_factbase"


@pytest.fixture(scope="session")
def postgresql_shared(postgresql_server: str, postgresql_template: str) -> Iterator[str]:
    with database(postgresql_server, postgresql_template) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    """For tests that run on both engines."""
    name: str = request.param
    return name


@pytest.fixture
def empty_url(dialect: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database without a schema."""
    if dialect == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        with database(request.getfixturevalue("postgresql_server"), "template0") as url:
            yield url


@pytest.fixture
def own_url(dialect: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database with the schema, for those who change it."""
    if dialect == "sqlite":
        yield _copied(request.getfixturevalue("sqlite_template"), tmp_path)
    else:
        template = request.getfixturevalue("postgresql_template")
        with database(request.getfixturevalue("postgresql_server"), template) as url:
            yield url


@pytest.fixture
def url(dialect: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database with the schema and nothing in it; on PostgreSQL each test empties it, since a new one is slow."""
    if dialect == "sqlite":
        yield _copied(request.getfixturevalue("sqlite_template"), tmp_path)
    else:
        url: str = request.getfixturevalue("postgresql_shared")
        yield url
        _execute(url, ";".join(EMPTY))


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    opened = store.open_engine(url)
    yield opened
    opened.dispose()


def _copied(template: Path, folder: Path) -> str:
    shutil.copy(template, folder / "factbase.db")
    return f"sqlite:///{folder / 'factbase.db'}"


@contextmanager
def database(server: str, template: str) -> Iterator[str]:
    name = f"test_{os.getpid()}_{next(NUMBERS)}"
    _execute(f"{server}/postgres", f"CREATE DATABASE {name} TEMPLATE {template}")
    yield f"{server}/{name}"
    _execute(f"{server}/postgres", f"DROP DATABASE {name} WITH (FORCE)")


def _prepare(url: str) -> None:
    engine = store.open_engine(url)
    store.prepare(engine)
    engine.dispose()


def _execute(url: str, command: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(command.encode())
