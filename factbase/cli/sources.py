"""Sources and what the user says of them, the same for `ingest` and `extract`."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

import click

from factbase.cli.days import Published
from factbase.document import Document
from factbase.errors import SourceError

Command = Callable[..., None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sources:
    """What is to be read."""

    names: tuple[str, ...]
    published: str | None
    outlet: str | None
    url: str | None

    def documents(self) -> Iterator[Document | SourceError]:
        from factbase.read import read  # noqa: PLC0415  not for --help

        return read(self.names, published=self.published, outlet=self.outlet, url=self.url, stdin=sys.stdin.buffer)

    @contextmanager
    def progress(self, outcomes: Iterable[T]) -> Iterator[Iterable[T]]:
        """A bar on standard error while `outcomes` are taken, if that is a terminal."""
        if not sys.stderr.isatty():
            yield outcomes
            return
        from factbase.read import count  # noqa: PLC0415  as above

        length = count(self.names)
        with click.progressbar(outcomes, length=length, label="Reading", show_pos=True, file=sys.stderr) as steps:
            yield steps


def source_options(command: Command) -> Command:
    """Passes `sources`, a Sources."""

    @click.argument("names", nargs=-1, required=True, metavar="SOURCE...")
    @click.option("--published", type=Published(), metavar="DATE", help="When the articles were published: 2024-05-17.")
    @click.option("--outlet", metavar="NAME", help="Who published them.")
    @click.option("--url", metavar="URL", help="Where the article stands on the web.")
    @wraps(command)
    def with_sources(
        *args: object,
        names: tuple[str, ...],
        published: str | None,
        outlet: str | None,
        url: str | None,
        **others: object,
    ) -> None:
        command(*args, sources=Sources(names, published, outlet, url), **others)

    return with_sources


def tell(sentence: str) -> None:
    """A message on standard error, clear of the bar if one is drawn there."""
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    click.echo(sentence, err=True)
