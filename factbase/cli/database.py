"""`--database URL`, and the database that it names."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

VARIABLE = "FACTBASE_DATABASE_URL"
F = TypeVar("F", bound=Callable[..., object])


def database_option(command: F) -> F:
    """Passes `database`, the URL, where one was given."""
    return click.option(
        "--database",
        metavar="URL",
        callback=_url,
        help=f"sqlite:///FILE or postgresql://...  [default: {VARIABLE}, else a file in your data folder]",
    )(command)


def opened(database: str | None, *, prepare: bool = True) -> "Engine":
    """The engine, its schema made or checked."""
    from factbase import store  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    engine = store.open_engine(database or store.default_url())
    if prepare:
        store.prepare(engine)
    return engine


@contextmanager
def reading(database: str | None) -> Iterator["Session"]:
    from factbase import store  # noqa: PLC0415  as above

    with store.reading(opened(database)) as session:
        yield session


@contextmanager
def writing(database: str | None) -> Iterator["Session"]:
    from factbase import store  # noqa: PLC0415  as above

    with store.writing(opened(database)) as session:
        yield session


def _url(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    """Given after the command or before it, else by the environment. The path of a file will do."""
    url = value or ctx.find_root().params.get("database") or os.environ.get(VARIABLE)
    return f"sqlite:///{url}" if url and ":" not in url[1:] else url
