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
from factbase.export import listing, wide
from factbase.rows import StanceRow

if TYPE_CHECKING:
    from factbase.query import Filters

PICTURES = ("svg", "png")


def _picture(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    if value and value.suffix.lower().removeprefix(".") not in PICTURES:
        raise click.BadParameter("the name of a picture ends in .svg or .png", ctx, param)
    return value


@click.command("timeline", epilog=example("factbase timeline nato-instructors --plot timeline.svg"))
@click.argument("topic")
@click.option("--wide", "grid", is_flag=True, help="A row a day said, a column a speaker.")
@click.option(
    "--plot",
    type=click.Path(path_type=Path),
    metavar="FILE",
    callback=_picture,
    help="Draw FILE.svg or FILE.png instead.",
)
@filter_options("speaker", "organisation", "since", "until")
@output_options()
@database_option
def timeline_(  # noqa: PLR0913  click passes every option by name
    database: str | None, topic: str, filters: "Filters", output: Output, *, grid: bool, plot: Path | None
) -> None:
    """Show who took which position on TOPIC, by the day said."""
    from factbase import query, store  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    with reading(database) as session:
        rows = query.stances(session, replace(filters, topic=store.topic(session, topic).slug))
        if plot:
            draw(rows, plot)
        else:
            output.write(wide(rows) if grid else listing(rows, StanceRow).without("topic"))


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
