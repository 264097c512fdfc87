"""Rows as named cells: which columns a kind of row has, in which order, and which of them people read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Any

from factbase.errors import QueryError
from factbase.export.reading import READING
from factbase.rows import (
    ArticleRow,
    DecisionRow,
    DifferenceRow,
    JudgementRow,
    OrganisationRow,
    PairRow,
    SpeakerRow,
    StanceRow,
    StatementRow,
    SuggestionRow,
    TimelineRow,
    TopicRow,
)

Cell = str | int | float | date | tuple[Any, ...] | None
"""Tuples are lists of names or of [start, end]."""
Row = (
    StatementRow | StanceRow | TimelineRow | SpeakerRow | OrganisationRow | ArticleRow | TopicRow | SuggestionRow
    | JudgementRow | DecisionRow | DifferenceRow | PairRow
)  # fmt: skip

TIMELINE = (
    "row_id", "said_date", "said_from", "said_to", "date_precision", "published", "speaker_id", "speaker",
    "speaker_kind", "role", "organisation", "country", "topic", "proposition", "position", "score",
    "previous_position", "change", "condition", "confidence", "quote", "quote_kind", "act", "reported_by", "outlet",
    "article_title", "article_url", "start", "end", "text_sha256", "method", "review", "reviewed_by",
)  # fmt: skip
"""The columns of the stance timeline as CSV, in their fixed order; statements have those of them that they know."""
BEFORE = ("previous_row_id", "previous_said_from", "previous_said_to", "previous_quote")
"""What a list of moves has more: the position before, by the day and the words."""
BEYOND_CSV = ("spans", "article_source", "found_as")


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows are written."""

    output: Format = Format.TABLE
    columns: int | None = None
    """The width of the terminal, for tables; None writes every cell whole on one line."""
    excel: bool = False
    """CSV and TSV begin with a byte order mark, by which Excel knows UTF-8."""
    raw: bool = False
    """CSV and TSV leave text that looks like a formula as it is."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    cell: Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows that are read once, and the columns that each format shows of them."""

    rows: Iterable[Any]
    reading: tuple[Column, ...]
    """Of tables and Markdown: few, made for the eye."""
    flat: tuple[Column, ...]
    """Of CSV and TSV."""
    nested: tuple[Column, ...]
    """Of JSON and JSON Lines."""

    def columns(self, output: Format) -> tuple[Column, ...]:
        if output in (Format.TABLE, Format.MARKDOWN):
            return self.reading
        return self.flat if output in (Format.CSV, Format.TSV) else self.nested

    def only(self, names: Sequence[str]) -> "Listing":
        """The named columns in the order of `names`, in every format. QueryError where there is none of that name."""
        flat, nested = ({c.name: c for c in columns} for columns in (self.flat, self.nested))
        if unknown := [name for name in names if name not in nested]:
            raise QueryError(f"there is no column {unknown[0]!r}; the columns are {', '.join(nested)}")
        chosen = tuple(flat.get(name, nested[name]) for name in names)
        return replace(self, reading=chosen, flat=chosen, nested=tuple(nested[name] for name in names))

    def without(self, name: str) -> "Listing":
        """The same without one of the columns for reading."""
        return replace(self, reading=tuple(c for c in self.reading if c.name != name))


def listing(rows: Iterable[Row], kind: type[Row]) -> Listing:
    """Rows of one kind: statements and stances under the timeline's columns, others under their own fields."""
    own = tuple(f.name for f in fields(kind))
    statement = issubclass(kind, StatementRow)
    names = tuple(n for n in (*TIMELINE, *BEFORE) if n in own) if statement else own
    return Listing(
        rows,
        tuple(Column(name, cell) for name, cell in READING[kind].items()),
        tuple(Column(name, _day_published if name == "published" else attrgetter(name)) for name in names),
        tuple(Column(name, attrgetter(name)) for name in (*names, *(BEYOND_CSV if statement else ()))),
    )


def _day_published(row: StatementRow | ArticleRow) -> str | None:
    """Without the hour, so that a column of CSV has one form of date; JSON keeps it as it was found."""
    return row.published[:10] if row.published else None
