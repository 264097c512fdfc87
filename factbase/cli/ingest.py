"""ingest: articles into the database."""

from collections import Counter

import click

from factbase.cli.counts import many
from factbase.cli.database import database_option, opened
from factbase.cli.edge import SOME_FAILED
from factbase.cli.example import example
from factbase.cli.sources import Sources, source_options, tell


@click.command("ingest", epilog=example("factbase ingest articles/ --outlet 'The Courier'"))
@source_options
@database_option
@click.pass_context
def ingest_(ctx: click.Context, sources: Sources, database: str | None) -> None:
    """Read articles and keep their statements.

    SOURCE is a text file (its first line is the title), a saved web page, a file of JSON Lines, each also gzipped, a
    folder of those, or - for standard input. An article that is known already is left as it is.
    """
    from factbase import pipeline  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    counts: Counter[str] = Counter()
    statements = 0
    with sources.progress(pipeline.ingest(opened(database), sources.documents())) as outcomes:
        for outcome in outcomes:
            counts[outcome.status] += 1
            statements += outcome.statements
            if outcome.status == "failed":
                tell(f"{outcome.source}: {outcome.reason}")
    click.echo(summary(counts, statements), err=True)
    if counts["failed"]:
        ctx.exit(SOME_FAILED)


def summary(counts: Counter[str], statements: int) -> str:
    """3 articles: 2 new, 1 known. 41 statements. 1 source failed."""
    read = {status: counts[status] for status in ("new", "changed", "known") if counts[status]}
    kinds = ", ".join(f"{n:,} {status}" for status, n in read.items())
    parts = []
    if read or not counts["failed"]:
        parts.append(many(sum(read.values()), "article") + (f": {kinds}" if kinds else ""))
    if counts["new"] or counts["changed"]:
        parts.append(many(statements, "statement"))
    if counts["failed"]:
        parts.append(f"{many(counts['failed'], 'source')} failed")
    return " ".join(f"{part}." for part in parts)
