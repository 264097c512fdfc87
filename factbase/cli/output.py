"""The output options, the same on every listing."""

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import BinaryIO, TextIO

import click

from factbase.cli.files import replacing
from factbase.cli.package import check_package, package_option, write_package
from factbase.export import Format, Layout, Listing, write

SUFFIXES = {f".{output}": output for output in Format if output is not Format.TABLE}
Command = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Output:
    """Where rows go, and as what."""

    layout: Layout
    file: str | None
    columns: tuple[str, ...]
    package: str | None = None
    """The title of a data package that is written beside the file."""

    def write(self, listing: Listing) -> None:
        chosen = listing.only(self.columns) if self.columns else listing
        with stream_to(self.file) as stream:
            write(chosen, stream, replace(self.layout, columns=_width(self.file)))
        if self.package and self.file:
            names = [column.name for column in chosen.columns(self.layout.output)]
            write_package(Path(self.file), names, self.layout, title=self.package)

    @property
    def is_for_reading(self) -> bool:
        """A table, and nobody chose its columns."""
        return self.layout.output is Format.TABLE and not self.columns

    def print(self, lay_out: Callable[[TextIO, int | None], None]) -> None:
        """What a function makes of the stream and, on a terminal, its width."""
        with stream_to(self.file) as stream:
            lay_out(stream, _width(self.file))


@contextmanager
def stream_to(file: str | None) -> Iterator[TextIO]:
    """A file that is whole or not there, or standard output for None and "-": UTF-8, line ends as they are written."""
    if file is not None and file != "-":
        with replacing(Path(file)) as stream, _text(stream) as text:
            yield text
    else:
        encoding = sys.stdout.encoding if to_terminal(file) else "utf-8"
        with _text(sys.stdout.buffer, encoding) as text:
            yield text


def to_terminal(file: str | None) -> bool:
    return file in (None, "-") and sys.stdout.isatty()


def _width(file: str | None) -> int | None:
    return shutil.get_terminal_size().columns if to_terminal(file) else None


def output_options(*, default: Format = Format.TABLE, package: str | None = None) -> Callable[[Command], Command]:
    """Passes `output`, an Output. With `package`, a title, the file can be described in a data package."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def with_output(  # noqa: PLR0913  click passes every option by name
            *args: object, output: str | None, file: str | None, columns: str, excel: bool, raw: bool,
            with_package: bool = False, **others: object,
        ) -> None:  # fmt: skip
            layout = Layout(_format(output, file, excel=excel, default=default), excel=excel, raw=raw)
            chosen = tuple(name.strip() for name in columns.split(",") if name.strip())
            if with_package:
                check_package(file, layout)
            described = package if with_package else None
            command(*args, output=Output(layout, file, chosen, described), **others)

        decorated: Command = with_output
        if package:
            decorated = package_option(decorated)
        for option in reversed(_options(default)):
            decorated = option(decorated)
        return decorated

    return decorate


def _options(default: Format) -> list[Callable[[Command], Command]]:
    names = {
        Format.TABLE: "a table to read",
        Format.JSON: "one JSON array",
        Format.JSONL: "JSON Lines: one object a line",
        Format.CSV: "CSV (RFC 4180, UTF-8)",
        Format.TSV: "the same with tabs",
        Format.MARKDOWN: "a Markdown table",
    }
    flags = [
        click.option(
            f"--{output}",
            "output",
            flag_value=output.value,
            help=f"Print {what}{' (default)' if output is default else ''}.",
        )
        for output, what in names.items()
    ]
    return [
        *flags,
        click.option(
            "-o",
            "--output",
            "file",
            metavar="FILE",
            help="Write to FILE; its ending (.csv, .json ...) chooses the format.",
        ),
        click.option("--columns", default="", metavar="NAMES", help="Print these columns: --columns speaker,quote"),
        click.option("--excel", is_flag=True, help="Begin CSV with a byte order mark, as Excel wants it."),
        click.option("--raw", is_flag=True, help="Leave cells of CSV that look like formulas without an apostrophe."),
    ]


def _format(output: str | None, file: str | None, *, excel: bool, default: Format) -> Format:
    if output:
        return Format(output)
    if file and (by_name := SUFFIXES.get(Path(file).suffix.lower())):
        return by_name
    return Format.CSV if excel else default


@contextmanager
def _text(stream: BinaryIO, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A character that a terminal lacks becomes ? there."""
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    try:
        yield text
        text.flush()
    finally:
        text.detach()
