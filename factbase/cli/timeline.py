"""timeline: how positions on a topic went through time."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import click

from factbase.cli.database import database_option, reading
from factbase.cli.example import example
from factbase.cli.files import replacing
from factbase.cli.filters import filter_options
from factbase.cli.output import Output, output_options
from factbase.document import Topic
from factbase.export import listing, wide, write_moves, write_timeline
from factbase.rows import StanceRow, TimelineRow

if TYPE_CHECKING:
    from factbase.query import Filters

PICTURES = ("svg", "png")


def _picture(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    if value and value.suffix.lower().removeprefix(".") not in PICTURES:
        raise click.BadParameter("the name of a picture ends in .svg or .png", ctx, param)
    return value


@click.command(
    "timeline",
    epilog=example(
        "factbase timeline nato-instructors --since 2024 --country France",
        "factbase timeline nato-instructors --changes",
        "factbase timeline nato-instructors --plot timeline.svg",
    ),
)
@click.argument("topic")
@click.option("--changes", is_flag=True, help="Only who moved: the position before and the new one, with both quotes.")
@click.option("--wide", "grid", is_flag=True, help="A row a day said, a column a speaker.")
@click.option(
    "--plot",
    type=click.Path(path_type=Path),
    metavar="FILE",
    callback=_picture,
    help="Draw FILE.svg or FILE.png instead.",
)
@filter_options("speaker", "organisation", "country", "since", "until", "as_of", "min_confidence")
@output_options()
@database_option
def timeline_(  # noqa: PLR0913  click passes every option by name
    database: str | None,
    topic: str,
    filters: "Filters",
    output: Output,
    *,
    changes: bool,
    grid: bool,
    plot: Path | None,
) -> None:
    """Show who took which position on TOPIC, by the day said.

    Each speaker has a section: first what is dated, with what changed (↑ towards support, ↓ towards opposition, ⇄ to
    the other side), then what nobody knows the day of. What a spokesperson says counts for the institution too. All
    other formats have one row for each statement.
    """
    from factbase import query, store  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    if changes + grid + bool(plot) > 1:
        raise click.UsageError("--changes, --wide and --plot are three different views: give one.")
    with reading(database) as session:
        about = store.topic(session, topic)
        chosen = replace(filters, topic=about.slug)
        if plot:
            draw(query.stances(session, chosen), plot)
        elif grid:
            output.write(wide(query.stances(session, chosen)))
        elif output.is_for_reading:
            _print(query.timeline(session, chosen), about, output, changes=changes)
        elif changes:
            output.write(listing(query.moves(session, chosen), TimelineRow))
        else:
            output.write(listing(query.stances(session, chosen), StanceRow).without("topic"))


def _print(rows: Iterable[TimelineRow], topic: Topic, output: Output, *, changes: bool) -> None:
    lay_out = write_moves if changes else write_timeline
    output.print(lambda stream, width: lay_out(rows, stream, proposition=topic.proposition, columns=width))


def draw(rows: Iterable[StanceRow], file: Path) -> None:
    """Write the picture, and tell where it is and what it could not show."""
    from factbase import plot  # noqa: PLC0415  with matplotlib 300 ms

    kind = cast("Literal['svg', 'png']", file.suffix.lower().removeprefix("."))
    with replacing(file) as stream:
        missing = plot.draw(rows, stream, output=kind)
    if missing:
        shown = " ".join(missing[:10]) + (" …" if len(missing) > 10 else "")
        click.echo(f"{file}: no installed font has {shown}; a font like Noto Sans CJK does, or take SVG.", err=True)
    click.echo(f"{file}", err=True)
