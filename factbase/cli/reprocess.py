"""reprocess: what the database holds, read again."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from factbase.cli.counts import many
from factbase.cli.database import database_option, opened
from factbase.cli.example import example
from factbase.cli.output import Output, output_options
from factbase.export import listing
from factbase.rows import DifferenceRow

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from factbase.pipeline import Reprocessed


@click.command("reprocess", epilog=example("factbase reprocess --dry-run"))
@click.option("--article", metavar="ID", help="Only this article: its id, its address, or where it was read from.")
@click.option("--dry-run", is_flag=True, help="Change nothing; tell what it would come to.")
@output_options()
@database_option
def reprocess_(database: str | None, article: str | None, output: Output, *, dry_run: bool) -> None:
    """Read all articles again, from their stored texts, with the program's present model and rules.

    What the program finds now replaces what it had found. What people decided stands; printed is what would have been
    changed of it: what stands, and what the program now reads.
    """
    from factbase import pipeline  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    engine = opened(database)
    numbers = _articles(engine, article)
    done = pipeline.reprocess(engine, numbers, dry_run=dry_run)
    with click.progressbar(
        done, length=len(numbers), label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as steps:
        articles = list(steps)  # all, before the first line is printed: `| head` must not stop it half-way
    output.write(listing((row for each in articles for row in each.differences), DifferenceRow))
    click.echo(summary(articles, dry_run=dry_run), err=True)


def summary(articles: "Sequence[Reprocessed]", *, dry_run: bool) -> str:
    """3 articles: 4 statements added, 2 changed, 1 removed. 5 differences from what people decided, which stands."""
    added, changed, removed = (sum(getattr(a, name) for a in articles) for name in ("added", "changed", "removed"))
    differences = sum(len(each.differences) for each in articles)
    counts = f"{many(added, 'statement')} added, {changed:,} changed, {removed:,} removed"
    parts = [f"{many(len(articles), 'article')}: {counts}."]
    if differences:
        parts.append(f"{many(differences, 'difference')} from what people decided, which stands.")
    return " ".join([*parts, *(["Nothing was kept."] if dry_run else [])])


def _articles(engine: "Engine", article: str | None) -> list[int]:
    from factbase import query, store  # noqa: PLC0415  as above

    with store.reading(engine) as session:
        return query.articles_called(session, article) if article else store.article_numbers(session)
