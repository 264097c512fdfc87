"""statements, speakers, organisations, articles, topics: what the database holds."""

from typing import TYPE_CHECKING

import click

from factbase.cli.database import database_option, reading
from factbase.cli.example import example
from factbase.cli.filters import filter_options
from factbase.cli.output import Output, output_options
from factbase.export import listing
from factbase.rows import ArticleRow, OrganisationRow, SpeakerRow, StatementRow, TopicRow

if TYPE_CHECKING:
    from factbase.query import Filters


@click.command("statements", epilog=example("factbase statements --speaker Macron --since 2024-02 -n 10"))
@filter_options()
@output_options()
@database_option
def statements_(database: str | None, filters: "Filters", output: Output) -> None:
    """List statements, the newest first."""
    from factbase import query  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    with reading(database) as session:
        output.write(listing(query.statements(session, filters), StatementRow))


@click.command("speakers", epilog=example("factbase speakers --csv -o speakers.csv"))
@filter_options("speaker", "organisation", "country", "topic", "kind", "position", "article", "limit")
@output_options()
@database_option
def speakers_(database: str | None, filters: "Filters", output: Output) -> None:
    """List speakers and how many statements each has."""
    from factbase import query  # noqa: PLC0415  as above

    with reading(database) as session:
        output.write(listing(query.speakers(session, filters), SpeakerRow))


@click.command("organisations", epilog=example("factbase organisations"))
@filter_options("organisation", "country", "limit")
@output_options()
@database_option
def organisations_(database: str | None, filters: "Filters", output: Output) -> None:
    """List organisations and how many of their people speak."""
    from factbase import query  # noqa: PLC0415  as above

    with reading(database) as session:
        output.write(listing(query.organisations(session, filters), OrganisationRow))


@click.command("articles", epilog=example("factbase articles --md"))
@filter_options("article", "since", "until", "limit")
@output_options()
@database_option
def articles_(database: str | None, filters: "Filters", output: Output) -> None:
    """List articles, the newest first, and how many statements each holds."""
    from factbase import query  # noqa: PLC0415  as above

    with reading(database) as session:
        output.write(listing(query.articles(session, filters), ArticleRow))


@click.command("topics", epilog=example("factbase topics"))
@output_options()
@database_option
def topics_(database: str | None, output: Output) -> None:
    """List topics and how many statements take a position on each."""
    from factbase import query  # noqa: PLC0415  as above

    with reading(database) as session:
        output.write(listing(query.topics(session), TopicRow))
