"""db: the database itself."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from factbase.cli.database import database_option, opened
from factbase.cli.example import example


@click.group("db", epilog=example("factbase db info"))
def db_() -> None:
    """Look after the database."""


@db_.command("upgrade", epilog=example("factbase db upgrade"))
@database_option
def upgrade(database: str | None) -> None:
    """Bring an older database to this program's schema."""
    from factbase import store  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    engine = opened(database, prepare=False)
    store.upgrade(engine)
    found = store.info(engine)
    click.echo(f"{found.place} has schema {found.schema}.", err=True)


@db_.command("check", epilog=example("factbase db check"))
@database_option
@click.pass_context
def check(ctx: click.Context, database: str | None) -> None:
    """Look for what is wrong with the data; exit status 1 if anything is."""
    from factbase import store  # noqa: PLC0415  as above

    problems = store.check(opened(database))
    for problem in problems:
        click.echo(problem)
    if problems:
        ctx.exit(1)
    click.echo("Nothing is wrong.", err=True)


@db_.command("info", epilog=example("factbase db info"))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@database_option
def info(database: str | None, *, as_json: bool) -> None:
    """Show where the database is and how much it holds."""
    from factbase import store  # noqa: PLC0415  as above

    found = store.info(opened(database))
    if as_json:
        click.echo(json.dumps(asdict(found)))
        return
    facts = {"database": found.place, "engine": found.engine, "schema": found.schema, "bytes": found.bytes}
    for name, value in (facts | found.counts).items():
        click.echo(f"{name:<14}{value:,}" if isinstance(value, int) else f"{name:<14}{value}")


@db_.command("backup", epilog=example("factbase db backup facts-backup.db"))
@click.argument("file", type=click.Path(path_type=Path))
@database_option
def backup(database: str | None, file: Path) -> None:
    """Copy a SQLite database to FILE, also while others write to it."""
    from factbase import store  # noqa: PLC0415  as above

    store.backup(opened(database), file)
    click.echo(f"{file}", err=True)
