"""Which databases are opened, and what is said of those that are not."""

import sqlite3
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from factbase import store
from factbase.errors import DatabaseError
from factbase.store import tables as t


def test_default_url_is_a_file_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert store.default_url() == f"sqlite:///{tmp_path}/data/factbase/factbase.db"
    store.open_engine(store.default_url()).dispose()
    assert (tmp_path / "data/factbase/factbase.db").is_file()


def test_default_folder_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with pytest.raises(DatabaseError, match=r"factbase.db: (Not a directory|File exists)"):
        store.open_engine(store.default_url())


def test_sqlite_is_set_up(tmp_path: Path) -> None:
    engine = store.open_engine(f"sqlite:///{tmp_path}/a.db")
    with engine.connect() as connection:
        found = {p: connection.scalar(sa.text(f"PRAGMA {p}")) for p in ("journal_mode", "foreign_keys", "busy_timeout")}
    engine.dispose()
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 30_000}


def test_memory_is_a_database() -> None:
    engine = store.open_engine("sqlite://")
    store.prepare(engine)
    assert store.info(engine).place == ":memory:"
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("news.db", "This is no database URL"),
        ("", "This is no database URL"),
        ("postgresql://localhost:port/x", "This is no database URL"),
        ("mysql://localhost/x", "SQLite or PostgreSQL, not in mysql"),
        ("postgresql+pg8000://localhost/x", "SQLite or PostgreSQL, not in postgresql\\+pg8000"),
        ("sqlite:////there/is/no/such/folder/a.db", "/there/is/no/such/folder/a.db: the file cannot be opened"),
        ("postgresql://ana:s3cret@127.0.0.1:1/news", r"postgresql://ana:\*\*\*@127.0.0.1:1/news: .*refused"),
    ],
)
def test_what_cannot_be_opened(url: str, told: str) -> None:
    with pytest.raises(DatabaseError, match=told) as raised:
        store.open_engine(url)
    assert "s3cret" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_another_file_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Harbour bridge to be sold. " * 50)
    with pytest.raises(DatabaseError, match=r"a\.txt: this file is no SQLite database"):
        store.open_engine(f"sqlite:///{tmp_path}/a.txt")


def test_missing_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatabaseError, match=r"pip install 'factbase-news\[postgres\]'"):
        store.open_engine("postgres://localhost/news")


def test_wrong_database_of_a_server(postgresql_server: str) -> None:
    with pytest.raises(DatabaseError, match=r'nothing_here: .*"nothing_here" does not exist'):
        store.open_engine(f"{postgresql_server}/nothing_here")


def test_no_permission_on_a_server(postgresql_template: str, postgresql_server: str) -> None:
    owner = store.open_engine(f"{postgresql_server}/{postgresql_template}")
    with owner.begin() as connection:
        connection.execute(sa.text("CREATE ROLE guest LOGIN"))
    owner.dispose()
    guest = store.open_engine(f"{postgresql_server.replace('factbase@', 'guest@')}/{postgresql_template}")
    with pytest.raises(DatabaseError, match="permission denied for table alembic_version"):
        store.prepare(guest)
    guest.dispose()


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_a_busy_database(engine: Engine, url: str) -> None:
    other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with engine.connect() as connection:
        connection.execute(sa.text("PRAGMA busy_timeout = 1"))
    with (
        pytest.raises(DatabaseError, match="another process has kept the database busy"),
        store.writing(engine) as session,
    ):
        session.connection()
    other.close()


def test_mistakes_of_the_program_are_not_told_as_sentences(engine: Engine) -> None:
    with pytest.raises(sa.exc.IntegrityError), store.writing(engine) as session:
        session.connection().execute(sa.insert(t.topic).values(uid="a", slug="b"))


def test_reading_leaves_no_trace(engine: Engine) -> None:
    with store.reading(engine) as session:
        session.connection().execute(sa.insert(t.outlet).values(name="A", key="a"))
    with store.reading(engine) as session:
        assert session.connection().scalar(sa.select(sa.func.count()).select_from(t.outlet)) == 0
