"""speaker suggest, speaker import: who may be one, and whom the user knows."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

import click

from factbase.cli.counts import many
from factbase.cli.database import database_option, reading, writing
from factbase.cli.edge import SOME_FAILED
from factbase.cli.example import example
from factbase.cli.filters import filter_options
from factbase.cli.output import Output, output_options
from factbase.errors import KnownSpeakerError
from factbase.export import listing
from factbase.rows import PairRow

if TYPE_CHECKING:
    from sqlmodel import Session

    from factbase.query import Filters
    from factbase.read.speakers import Line


@click.command("suggest", epilog=example("factbase speaker suggest --kind person -n 20"))
@filter_options("speaker", "kind", "limit")
@output_options()
@database_option
def suggest(database: str | None, filters: "Filters", output: Output) -> None:
    """List pairs of speakers that may be one, the likeliest first, each with a score and the reason.

    Speakers of two articles are linked without asking where their names, and what is told of them, leave one candidate.
    These are the others. `factbase speaker merge` says that two are one, `factbase speaker distinct` that they are two;
    pairs that were decided do not come again.
    """
    from factbase import query  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    with reading(database) as session:
        output.write(listing(query.suggestions(session, filters), PairRow))


@click.command("import", epilog=example("factbase speaker import speakers.csv"))
@click.argument("file", type=click.File("rb"))
@database_option
@click.pass_context
def import_(ctx: click.Context, database: str | None, file: BinaryIO) -> None:
    """Add the known speakers of FILE, or add to them: articles that are read later find them by all their names.

    FILE is CSV with a header, or JSON Lines, with these fields, of which only the name must be there: name, kind
    (person, organisation or government; a person where it is left out), country (FRA), wikidata (Q3052772), aliases
    (parted by semicolons, or a list), role, organisation, from, to (2024-05-16, 2024-05 or 2024). Somebody with several
    offices has several lines. Lines that cannot be taken in are told by their number, and the rest is kept.
    """
    from factbase.read.speakers import known_speakers  # noqa: PLC0415  not for --help

    try:
        lines = list(known_speakers(file.read()))
    except KnownSpeakerError as error:
        raise KnownSpeakerError(f"{file.name}: {error}.") from None
    with writing(database) as session:
        counts = _save(session, lines)
    click.echo(_summary(counts), err=True)
    if counts["failed"]:
        ctx.exit(SOME_FAILED)


def _save(session: "Session", lines: Iterable["Line"]) -> Counter[str]:
    """All in one transaction; what becomes of each line."""
    from factbase import store  # noqa: PLC0415  as above

    counts: Counter[str] = Counter()
    store.begin_import(session)
    for line in lines:
        try:
            if isinstance(line.found, KnownSpeakerError):
                raise line.found
            counts[store.save_known(session, line.found)] += 1
        except KnownSpeakerError as error:
            click.echo(f"Line {line.number}: {error}.", err=True)
            counts["failed"] += 1
    return counts


def _summary(counts: Counter[str]) -> str:
    """3 lines taken in: 1 new, 1 changed, 1 known. 1 line failed."""
    kinds = ", ".join(f"{counts[outcome]:,} {outcome}" for outcome in ("new", "changed", "known") if counts[outcome])
    taken = sum(counts.values()) - counts["failed"]
    parts = [many(taken, "line") + (f" taken in: {kinds}" if kinds else " taken in")]
    if counts["failed"]:
        parts.append(f"{many(counts['failed'], 'line')} failed")
    return " ".join(f"{part}." for part in parts)
