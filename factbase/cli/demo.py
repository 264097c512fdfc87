"""demo: the sample article, from its text to the timeline."""

import shutil
import textwrap
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factbase.cli.counts import many
from factbase.cli.database import opened
from factbase.cli.example import example
from factbase.cli.files import replacing
from factbase.cli.output import stream_to
from factbase.cli.topic import parsed
from factbase.document import Topic
from factbase.errors import FactbaseError
from factbase.export import Format, Layout, Listing, listing, write
from factbase.export.listing import Column
from factbase.export.reading import position, said, speaker
from factbase.rows import StanceRow, StatementRow

if TYPE_CHECKING:
    from sqlalchemy import Engine

ARTICLE = "nato-instructors.txt"
PUBLISHED = "2024-05-17"
TOPIC = "nato-instructors"
DATABASE, CSV, PICTURES = "factbase.db", "stances.csv", ("timeline.svg", "timeline.png")
WIDEST = 100

CONTENTS = {
    "which": "row_id",
    "when": "said_date, said_from, said_to, date_precision, published",
    "who": "speaker_id, speaker, speaker_kind, role, organisation, country, reported_by",
    "for what": "topic, proposition, position, score, previous_position, change, condition, confidence, method",
    "the words": "quote, quote_kind, act, and where they stand in the article: start, end, text_sha256",
    "the article": "outlet, article_title, article_url",
    "checked by": "review, reviewed_by",
}
"""The columns of the CSV, for a reader who sees them for the first time."""


@click.command("demo", epilog=example("factbase demo --folder factbase-demo"))
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), default="factbase-demo", metavar="FOLDER",
    show_default=True, help="Where database, CSV and picture go; those of an earlier demo there are replaced.",
)  # fmt: skip
def demo_(folder: Path) -> None:
    """Show on a sample article who said what, when, and with what position."""
    from factbase.resolve.registry import seeds_folder  # noqa: PLC0415  its tables, not for --help

    _clear(folder)
    engine = opened(f"sqlite:///{folder / DATABASE}")
    topic = _topic(seeds_folder() / "topics.jsonl")
    _ingest(engine, seeds_folder() / ARTICLE, topic)
    statements, stances = _rows(engine)
    _show_source(statements, stances, topic)
    _show_statements(statements, stances)
    _write_csv(stances, folder / CSV)
    _show_files(folder, _draw(stances, folder))


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", CSV, *PICTURES):
        (folder / name).unlink(missing_ok=True)


def _topic(file: Path) -> Topic:
    with file.open(encoding="utf-8") as lines:
        return next(topic for topic in parsed(lines) if topic.slug == TOPIC)


def _ingest(engine: "Engine", article: Path, topic: Topic) -> None:
    from factbase import pipeline, store  # noqa: PLC0415  sqlmodel: 300 ms, not for --help
    from factbase.read import read  # noqa: PLC0415  as above

    with store.writing(engine) as session:
        store.add_topic(session, topic)
    for outcome in pipeline.ingest(engine, read([str(article)], published=PUBLISHED)):
        if outcome.status == "failed":
            raise FactbaseError(f"{outcome.source}: {outcome.reason}")


def _rows(engine: "Engine") -> tuple[list[StatementRow], list[StanceRow]]:
    """Statements in the order of the article, positions by the day said."""
    from factbase import query, store  # noqa: PLC0415  as above

    with store.reading(engine) as session:
        statements = sorted(query.statements(session, query.Filters()), key=attrgetter("start", "end"))
        return statements, list(query.stances(session, query.Filters(topic=TOPIC)))


def _show_source(statements: Sequence[StatementRow], stances: Sequence[StanceRow], topic: Topic) -> None:
    title = statements[0].article_title if statements else ARTICLE
    speakers = len({row.speaker_id for row in statements if row.speaker_id})
    _say(
        f"Read 1 article, published on {PUBLISHED}: “{title}”. It holds {many(len(statements), 'statement')} by "
        f"{many(speakers, 'speaker')}; {len(stances)} of them take a position on the proposition “{topic.proposition}”."
    )


def _show_statements(statements: Sequence[StatementRow], stances: Sequence[StanceRow]) -> None:
    positions = {row.row_id.partition(":")[0]: position(row) for row in stances}
    columns = (
        Column("said", said),
        Column("speaker", speaker),
        Column("position", lambda row: positions.get(row.row_id)),
        Column("what", attrgetter("quote")),
    )
    _head("Who said what, when, and with what position")
    with stream_to(None) as stream:
        write(Listing(statements, columns, columns, columns), stream, Layout(Format.TABLE, columns=_width()))
    click.echo()
    _say("– is what the article does not tell, or a statement that takes no position.")


def _write_csv(stances: Sequence[StanceRow], file: Path) -> None:
    with stream_to(str(file)) as stream:
        write(listing(stances, StanceRow), stream, Layout(Format.CSV))
    _head("What the CSV holds")
    _say(f"{many(len(stances), 'row')}, one for each position, by the day said. Its columns tell:")
    for what, columns in CONTENTS.items():
        _say(columns, first=f"  {what:<13}", rest=" " * 15)


def _draw(stances: Sequence[StanceRow], folder: Path) -> str | None:
    """Why there is no picture, if there is none."""
    from factbase import plot  # noqa: PLC0415  with matplotlib 300 ms

    try:
        for name in PICTURES:
            with replacing(folder / name) as stream:
                plot.draw(stances, stream, output="svg" if name.endswith("svg") else "png")
    except FactbaseError as error:
        return str(error)
    return None


def _show_files(folder: Path, no_picture: str | None) -> None:
    _head("Where to find it")
    files = {CSV: "the stance timeline as CSV", DATABASE: "the database"}
    pictures = {
        PICTURES[0]: "the timeline as a picture, with the quotes as tooltips",
        PICTURES[1]: "the same for print",
    }
    for name, what in (files if no_picture else files | pictures).items():
        click.echo(f"  {folder / name!s:<{len(str(folder)) + 15}}  {what}")
    if no_picture:
        _say(f"No picture: {no_picture}")
    click.echo()
    click.echo("To go on, for example:")
    click.echo(f"  factbase statements --database {folder / DATABASE} --speaker Macron")


def _head(words: str) -> None:
    click.echo(f"\n{words}\n{'=' * len(words)}")


def _say(words: str, *, first: str = "", rest: str = "") -> None:
    lines = textwrap.wrap(
        words, _width(), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    )
    click.echo("\n".join(lines))


def _width() -> int:
    return min(shutil.get_terminal_size((WIDEST, 40)).columns, WIDEST)
