"""The timeline and its moves as people read them."""

import io
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from factbase.document import Position
from factbase.export import write_moves, write_timeline
from factbase.export.plain import width
from factbase.rows import StanceRow, TimelineRow
from tests.rows import stance

PROPOSITION = "Allies send instructors"
LONG = "We have said from the first day that nobody from this government will ask our own people to go there " * 3


def row(of: str | None, position: Position, first: str | None, last: str | None = None, **more: Any) -> TimelineRow:
    """A row of the timeline of `of`, which is its speaker's unless `spoken_by` says otherwise."""
    own = {name: more.pop(name) for name in list(more) if name in TimelineRow.__slots__}
    made = stance(more.pop("speaker", of), position, first, last)
    values = {field.name: getattr(made, field.name) for field in fields(StanceRow)}
    beyond = dict.fromkeys(TimelineRow.__slots__) | {"timeline_id": f"speaker {of}", "timeline_of": of}
    return replace(TimelineRow(**values | beyond), **{"change": None, "previous_position": None} | own | more)


def timeline(*rows: TimelineRow, columns: int | None = None) -> list[str]:
    stream = io.StringIO()
    write_timeline(rows, stream, proposition=PROPOSITION, columns=columns)
    return stream.getvalue().splitlines()


def moves(*rows: TimelineRow, columns: int | None = None) -> list[str]:
    stream = io.StringIO()
    write_moves(rows, stream, proposition=PROPOSITION, columns=columns)
    return stream.getvalue().splitlines()


FEBRUARY = row(
    "Ana Kovač", Position.OPEN, "2024-02-01", "2024-02-29", quote="We rule nothing out", row_id="77ab0c13e0:instructors"
)
MAY = row(
    "Ana Kovač", Position.OPPOSE, "2024-05-16", change="hedge", previous_position=Position.OPEN,
    previous_said_from=date(2024, 2, 1), previous_said_to=date(2024, 2, 29), previous_quote="We rule nothing out",
    previous_row_id="77ab0c13e0aaaaaa:instructors",
)  # fmt: skip
NEVER = row("Ana Kovač", Position.OPPOSE, None, quote="Never", row_id="c0dec0dec0:instructors")
KREMLIN = row(
    "Kremlin", Position.OPPOSE, "2024-05-02", role=None, quote="They would be targets", row_id="b0b0b0b0b0:instructors"
)


def test_a_section_a_speaker_by_most_positions() -> None:
    assert timeline(FEBRUARY, KREMLIN, MAY, NEVER) == [
        "Allies send instructors",
        "4 positions in 2 timelines, 1 move, 1 undated",
        "",
        "Ana Kovač, Defence Minister · 3 positions, 1 undated",
        "  2024-02          open             We rule nothing out      77ab0c13e0",
        "  2024-05-16       oppose  ↓ hedge  We will not send anyone  a1b2c3d4e5",
        "  undated",
        "  pub. 2024-05-17  oppose           Never                    c0dec0dec0",
        "",
        "Kremlin · 1 position",
        "  2024-05-02       oppose           They would be targets    b0b0b0b0b0",
    ]


@pytest.mark.parametrize(
    ("change", "mark"),
    [("support", "↑ support"), ("hedge", "↓ hedge"), ("reversal", "⇄ reversal"), ("same", ""), (None, "")],
)
def test_marks(change: str | None, mark: str) -> None:
    (line,) = timeline(replace(MAY, change=change))[4:]
    assert line.split("oppose")[1].split("We will")[0].strip() == mark


def test_who_spoke_for_an_institution() -> None:
    spoken = row(
        "City Hall", Position.SUPPORT, "2024-05-16", speaker="Jo Ernst", spoken_by="Jo Ernst", role="spokesman"
    )
    lines = timeline(spoken, replace(spoken, role=None))
    assert lines[3] == "City Hall · 2 positions"
    assert "Jo Ernst, spokesman: We will not send anyone" in lines[4]
    assert "Jo Ernst: We will not send anyone" in lines[5]


def test_of_two_of_one_day_each_statement_counts_once() -> None:
    own = replace(MAY, row_id="ab12:instructors")
    spoken = replace(own, timeline_id="organisation 1", timeline_of="City Hall", spoken_by="Ana Kovač")
    assert timeline(own, spoken)[1] == "1 position in 2 timelines, 1 move"


def test_what_is_not_known() -> None:
    nobody = row(None, Position.OPEN, None, published=None, role=None)
    assert timeline(nobody)[3:] == [
        "unknown speaker · 1 position, 1 undated",
        "  undated",
        "  no date at all  open    We will not send anyone  a1b2c3d4e5",
    ]


def test_a_role_that_is_in_the_name_is_not_repeated() -> None:
    assert timeline(row("Defence Minister Kovač", Position.OPEN, None))[3].startswith("Defence Minister Kovač · ")


def test_nothing_found() -> None:
    assert timeline() == ["Allies send instructors", "0 positions in 0 timelines"]
    assert moves(FEBRUARY) == ["Allies send instructors", "0 moves"]


@pytest.mark.parametrize("columns", [80, 100, 160])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    lines = timeline(replace(MAY, quote=LONG), FEBRUARY, NEVER, columns=columns)
    assert max(map(width, lines)) <= columns
    assert max(map(width, moves(replace(MAY, quote=LONG), columns=columns))) <= columns


def test_long_quotes_are_short_in_a_timeline_and_whole_in_moves() -> None:
    long = replace(MAY, quote=LONG)
    assert len(timeline(long, columns=80)) == 4 + 3
    assert timeline(long, columns=80)[-1].rstrip().endswith("…")
    assert len(timeline(long)) == 4 + 1
    right = " ".join(line[51:].strip() for line in moves(long)[3:-1])
    assert LONG.strip() in " ".join(right.split())


def test_a_speech_is_cut_even_there() -> None:
    lines = moves(replace(MAY, quote=LONG * 5))
    assert len(lines) == 3 + 1 + 1 + 12 + 1
    assert lines[-2].endswith("…")


def test_what_nobody_is_known_to_have_said_comes_last() -> None:
    nobody = [row(None, Position.OPEN, None, row_id=f"{n}:a") for n in range(3)]
    assert [line for line in timeline(*nobody, KREMLIN, FEBRUARY) if " · " in line] == [
        "Ana Kovač, Defence Minister · 1 position",
        "Kremlin · 1 position",
        "unknown speaker · 3 positions, 3 undated",
    ]


def test_moves_stand_side_by_side() -> None:
    second = replace(MAY, quote="And never", change="same")
    assert moves(FEBRUARY, MAY, second, replace(MAY, spoken_by="Jo Ernst", role=None), columns=80) == [
        "Allies send instructors",
        "2 moves",
        "",
        "Ana Kovač",
        "  2024-02  open                         →  2024-05-16  oppose  ↓ hedge",
        "  We rule nothing out                      We will not send anyone",
        "  77ab0c13e0                               a1b2c3d4e5",
        "",
        "  2024-02  open                         →  2024-05-16  oppose  ↓ hedge",
        "  We rule nothing out                      Jo Ernst: We will not send anyone",
        "  77ab0c13e0                               a1b2c3d4e5",
    ]
