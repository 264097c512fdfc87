"""export: everything, for programs."""

from typing import TYPE_CHECKING

import click

from factbase.cli.database import database_option, reading
from factbase.cli.example import example
from factbase.cli.filters import filter_options
from factbase.cli.output import Output, output_options
from factbase.export import Format, listing
from factbase.rows import ArticleRow, SpeakerRow, StanceRow, StatementRow

if TYPE_CHECKING:
    from factbase.query import Filters


@click.group("export", epilog=example("factbase export stances --topic nato-instructors -o stances.csv"))
def export_() -> None:
    """Write rows for programs: CSV unless another format is asked for."""


@export_.command("statements", epilog=example("factbase export statements --jsonl -o statements.jsonl"))
@filter_options()
@output_options(default=Format.CSV, package="Statements")
@database_option
def statements(database: str | None, filters: "Filters", output: Output) -> None:
    """Write statements, under the names of the timeline's columns."""
    from factbase import query  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    with reading(database) as session:
        output.write(listing(query.statements(session, filters), StatementRow))


@export_.command(
    "stances",
    epilog=example(
        "factbase export stances --topic nato-instructors --excel -o stances.csv",
        "factbase export stances -o stances.csv --package",
    ),
)
@filter_options()
@output_options(default=Format.CSV, package="Stance timeline")
@database_option
def stances(database: str | None, filters: "Filters", output: Output) -> None:
    """Write the stance timeline: one row a statement and topic, by the day said."""
    from factbase import query  # noqa: PLC0415  as above

    with reading(database) as session:
        output.write(listing(query.stances(session, filters), StanceRow))


@export_.command("speakers", epilog=example("factbase export speakers --tsv"))
@filter_options("speaker", "organisation", "country", "topic", "kind", "position", "article", "limit")
@output_options(default=Format.CSV)
@database_option
def speakers(database: str | None, filters: "Filters", output: Output) -> None:
    """Write speakers, each with its other names and how much it says."""
    from factbase import query  # noqa: PLC0415  as above

    with reading(database) as session:
        output.write(listing(query.speakers(session, filters), SpeakerRow))


@export_.command("articles", epilog=example("factbase export articles --json"))
@filter_options("article", "since", "until", "limit")
@output_options(default=Format.CSV)
@database_option
def articles(database: str | None, filters: "Filters", output: Output) -> None:
    """Write articles, each with where it was read from."""
    from factbase import query  # noqa: PLC0415  as above

    with reading(database) as session:
        output.write(listing(query.articles(session, filters), ArticleRow))
