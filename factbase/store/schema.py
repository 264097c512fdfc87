"""The schema of a database: made, checked, upgraded, and the whole of it copied."""

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from factbase.errors import DatabaseError
from factbase.store import corrections, identity, tally
from factbase.store import tables as t
from factbase.store.engine import BEGIN, place, telling

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
"""Of alembic/versions, oldest first. A test holds them to the files, so that no command need import alembic (0.4 s)."""
LOCK = 0x66616374  # "fact": whoever creates or upgrades a schema in PostgreSQL holds it
COUNTED = (t.article, t.snapshot, t.statement, t.speaker, t.organisation, t.topic, t.stance, t.judgement, t.run)


@dataclass(frozen=True, slots=True)
class Info:
    """What a database is and how much it holds; `bytes` is the size on disk."""

    place: str
    engine: str
    """ "SQLite 3.40.1", "PostgreSQL 15.8"."""
    schema: str
    bytes: int
    counts: dict[str, int]


def prepare(engine: Engine) -> None:
    """Makes the schema where there is none, and refuses one that this program cannot use (DatabaseError)."""
    with telling(engine), engine.connect() as connection:
        found = _revision(connection)
    if found is None:
        upgrade(engine)
    elif found in REVISIONS[:-1]:
        raise DatabaseError(f"{place(engine.url)}: the database has an older schema; run `factbase db upgrade` first.")
    elif found != REVISIONS[-1]:
        raise DatabaseError(f"{place(engine.url)}: the database was made by a newer factbase; install that one.")


def upgrade(engine: Engine) -> None:
    """Brings an empty or older database to this program's schema, wholly or not at all."""
    from alembic.config import Config  # noqa: PLC0415  as above

    from alembic import command  # noqa: PLC0415  0.4 s that only a new or old database needs

    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    with telling(engine), engine.execution_options(**{BEGIN: "IMMEDIATE"}).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        if (found := _revision(connection)) not in (None, *REVISIONS):
            raise DatabaseError(f"{place(engine.url)}: schema {found} is not known to this factbase.")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if found in REVISIONS[:-1]:
            identity.stand_all(connection)
            corrections.restate_all(connection)


def migrations() -> Path:
    """The folder of the migrations: inside the installed package, else beside it in the checkout."""
    installed = Path(__file__).with_name("migrations")
    return installed if installed.is_dir() else Path(__file__).parents[2] / "alembic"


def info(engine: Engine) -> Info:
    with telling(engine), engine.connect() as connection:
        return Info(
            place=place(engine.url),
            engine=_engine_version(connection),
            schema=_revision(connection) or "",
            bytes=_size(connection),
            counts={table.name: _count(connection, table) for table in COUNTED},
        )


def check(engine: Engine) -> list[str]:
    """What is wrong with the data, one sentence each; nothing where all is well."""
    with telling(engine), engine.connect() as connection:
        problems = _sqlite_problems(connection) if engine.dialect.name == "sqlite" else []
        return problems + [f"The tally of {name} is not what counting gives." for name in tally.wrong(connection)]


def backup(engine: Engine, path: Path) -> None:
    """A consistent copy of a SQLite database while others write; never over a file that is there."""
    if engine.dialect.name != "sqlite":
        raise DatabaseError("A PostgreSQL database is copied by its own tool: pg_dump --format=custom --file FILE.")
    if path.exists():
        raise DatabaseError(f"{path}: there is a file already; a backup does not overwrite it.")
    with telling(engine), engine.execution_options(**{BEGIN: None}).connect() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(path),))


def _revision(connection: Connection) -> str | None:
    """None for an empty database; DatabaseError for one that holds something else."""
    names = set(sa.inspect(connection).get_table_names())
    if "alembic_version" in names and (not names - {"alembic_version"} or t.snapshot.name in names):
        found: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
        return found
    if names:
        raise DatabaseError(
            f"{place(connection.engine.url)}: this database holds the tables of another program; name an empty one."
        )
    return None


def _sqlite_problems(connection: Connection) -> list[str]:
    broken = connection.scalars(sa.text("PRAGMA integrity_check")).all()
    links = connection.execute(sa.text("PRAGMA foreign_key_check")).all()
    return [f"SQLite: {line}." for line in broken if line != "ok"] + [
        f"Row {rowid} of {table} names a row of {parent} that is not there." for table, rowid, parent, _ in links
    ]


def _engine_version(connection: Connection) -> str:
    if connection.dialect.name == "sqlite":
        return f"SQLite {connection.scalar(sa.select(sa.func.sqlite_version()))}"
    return f"PostgreSQL {str(connection.scalar(sa.text('SHOW server_version'))).split()[0]}"


def _count(connection: Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def _size(connection: Connection) -> int:
    if connection.dialect.name == "sqlite":
        pages = sa.text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(connection.scalar(pages) or 0)
    return int(connection.scalar(sa.text("SELECT pg_database_size(current_database())")) or 0)
