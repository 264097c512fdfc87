import io
import subprocess
import sys
from itertools import pairwise
from typing import Literal
from xml.etree import ElementTree as ET

import pytest

from factbase.document import Method, Position
from factbase.errors import FactbaseError
from factbase.plot import draw
from factbase.plot.page import LINE, page
from factbase.rows import StanceRow
from tests.plot.measured import measure
from tests.rows import stance

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [
    stance("Ana Kovač", Position.OPPOSE, "2024-05-16"),
    stance("Ana Kovač", Position.OPEN, "2024-02-01", "2024-02-29", role=None),
    stance("Žilvinas", Position.LEAN_SUPPORT, "2024-05-06", "2024-05-12", organisation=None, role=None),
    stance("The White House", Position.SUPPORT, None, article_url="javascript:alert(1)", quote="5 < 6 & “so”\x07"),
]


def drawn(rows: list[StanceRow], output: Literal["svg", "png"] = "svg") -> bytes:
    stream = io.BytesIO()
    draw(rows, stream, output=output)
    return stream.getvalue()


def words(svg: bytes) -> str:
    return "\n".join("".join(text.itertext()).strip() for text in ET.fromstring(svg).iter(f"{SVG}text"))


def groups(svg: bytes, name: str) -> list[ET.Element]:
    return [g for g in ET.fromstring(svg).iter(f"{SVG}g") if g.get("id", "").startswith(f"{name}-")]


def titles(svg: bytes, name: str = "statement") -> list[str]:
    return [g.findtext(f"{SVG}title", "") for g in groups(svg, name)]


def links(svg: bytes) -> list[str | None]:
    """Where marks lead."""
    anchors = (g.find(f".//{SVG}a") for g in groups(svg, "statement"))
    return [None if a is None else a.get("{http://www.w3.org/1999/xlink}href") for a in anchors]


def test_a_tooltip_for_every_statement() -> None:
    assert titles(drawn(ROWS)) == [
        "The White House, not dated, support: “5 < 6 & “so” ” (The Courier)",
        "Žilvinas, week of 2024-05-06, lean support: “We will not send anyone” (The Courier)",
        "Ana Kovač, 2024-02, open: “We will not send anyone” (The Courier)",
        "Ana Kovač, 2024-05-16, oppose: “We will not send anyone” (The Courier)",
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "Allies send instructors",
        "4 statements by 3 speakers, 1 February 2024 to 16 May 2024",
        "Source: The Courier (1 article).",
        "Positions read by machine, none checked by a person. Made with factbase.",
        "Ana Kovač",
        "Defence Minister, Slovenia",
        "not dated",
        "latest position",
        "lean oppose",
        "some day of a week, month …",
        "Mar",
    ],
)
def test_words_on_the_picture(printed: str) -> None:
    assert printed in words(drawn(ROWS)).splitlines()


@pytest.mark.parametrize(
    ("rows", "legend"),
    [
        (ROWS[:1], {"some day of a week, month …": False, "number of statements": False}),
        (ROWS[1:2], {"some day of a week, month …": True, "number of statements": False}),
        (ROWS[:1] * 2, {"some day of a week, month …": False, "number of statements": True}),
    ],
)
def test_the_legend_tells_what_there_is(rows: list[StanceRow], legend: dict[str, bool]) -> None:
    printed = words(drawn(rows)).splitlines()
    assert {line: line in printed for line in legend} == legend


def test_statements_of_one_day_and_position_share_a_mark() -> None:
    svg = drawn([ROWS[0], stance("Ana Kovač", Position.OPPOSE, "2024-05-16", quote="Never", start=700)])
    assert titles(svg) == [
        "Ana Kovač, 2024-05-16, oppose:\n“We will not send anyone” (The Courier)\n“Never” (The Courier)"
    ]
    assert "2" in words(svg).splitlines()


@pytest.mark.parametrize(
    ("other", "leads"),
    [("https://courier.example/a?x=1", "https://courier.example/a?x=1"), ("https://herald.example/b", None)],
)
def test_a_mark_links_to_the_one_article_it_is_from(other: str, leads: str | None) -> None:
    assert links(drawn([ROWS[0], stance("Ana Kovač", Position.OPPOSE, "2024-05-16", article_url=other)])) == [leads]


def test_an_svg_tells_itself_to_who_cannot_see_it() -> None:
    root = ET.fromstring(drawn(ROWS))
    assert root.get("role") == "img"
    told = {root.find(f"*[@id='{name}']").text for name in (root.get("aria-labelledby") or "").split()}  # type: ignore[union-attr]
    assert told == {
        "Allies send instructors: 4 statements by 3 speakers, 1 February 2024 to 16 May 2024",
        "Speakers from support to opposition, each with the latest position: The White House: support (1 statement); "
        "Žilvinas: lean support (1 statement); Ana Kovač: oppose (2 statements).",
    }
    assert len(root.findall(f"{SVG}title")) == 1


@pytest.mark.parametrize("speakers", [2, 12, 60])
def test_names_stand_apart_and_inside_the_page(speakers: int) -> None:
    rows = [
        stance(f"Ministry number {n} of all the affairs that nobody else wants to look after", position, day)
        for n in range(speakers)
        for position, day in ((Position.OPPOSE, "2024-05-16"), (Position.OPEN, None), (Position.SUPPORT, "2024-05-16"))
    ]
    layout = page(rows, measure)
    assert len(layout.rows) == speakers
    assert all(row.bottom == after.top for row, after in pairwise(layout.rows))
    assert all(len(row.name) == 2 and LINE * layout.scale.name * 2 <= row.bottom - row.top for row in layout.rows)
    assert layout.bottom < layout.source_top < layout.height < 0.6 * speakers + 4
    ys = [[row.y(placed) for placed in row.marks] for row in layout.rows]
    assert all(row.top < y < row.bottom for row, of_row in zip(layout.rows, ys, strict=True) for y in of_row)


def test_statements_link_to_their_articles_on_the_web_alone() -> None:
    svg = drawn(ROWS)
    assert links(svg) == [None, *["https://courier.example/a?x=1"] * 3]
    assert b"javascript" not in svg


def test_bars_and_numbers_tell_what_their_marks_tell() -> None:
    svg = drawn([*ROWS[:2], ROWS[1]])
    of_february = titles(svg)[0]
    assert titles(svg, "days") == titles(svg, "number") == [of_february]
    assert of_february.startswith("Ana Kovač, 2024-02, open:\n")


def test_what_people_checked_is_told() -> None:
    rows = [
        ROWS[0],
        stance("B", Position.OPEN, None, review="accepted"),
        stance("C", Position.OPEN, None, method=Method.PERSON),
    ]
    assert "2 of 3 checked by a person" in words(drawn(rows))


@pytest.mark.parametrize("output", ["svg", "png"])
def test_the_same_rows_give_the_same_bytes(output: Literal["svg", "png"]) -> None:
    assert drawn(ROWS, output) == drawn(ROWS, output)


@pytest.mark.parametrize(
    ("rows", "printed"),
    [
        ([stance("Ana", Position.OPEN, None)] * 3, "3 statements by 1 speaker, not dated"),
        ([stance("Ana", Position.OPEN, "2024-02-29")], "1 statement by 1 speaker, 29 February 2024"),
        ([stance(None, Position.OPEN, "2024-02-29")], "Speaker not known"),
        ([stance("Ana $5 of $6", Position.OPEN, "0001-01-01")], "Ana $5 of $6"),
        ([stance("Ana", Position.OPEN, "9999-12-31")], "31 December 9999"),
        ([stance("Ana " * 30, Position.OPEN, "2024-02-29")], "Ana Ana Ana Ana Ana Ana Ana Ana Ana Ana Ana…"),
        ([stance(f"S{n}", Position.OPEN, "2024-02-29") for n in range(90)], "10 more are not."),
        ([stance(f"S{n}", Position.OPEN, f"20{n:02}-02-28") for n in range(60)], "2010 2010 2020 2020"),
        ([stance("A", Position.OPEN, None, outlet=o) for o in "VWXYZ"], "Source: V, W, X and 2 more"),
    ],
)
def test_extremes(rows: list[StanceRow], printed: str) -> None:
    assert printed in words(drawn(rows)).replace("\n", " ")


def test_a_picture_says_which_characters_it_lacks() -> None:
    private = "\ue123"  # of the private use area: in no font
    stream = io.BytesIO()
    assert draw([stance(f"Ana {private}", Position.OPEN, None)], stream, output="png") == private
    assert stream.getvalue().startswith(b"\x89PNG")
    assert draw([stance(f"Ana {private}", Position.OPEN, None)], io.BytesIO(), output="svg") == ""


def test_nothing_to_draw() -> None:
    with pytest.raises(FactbaseError, match="nothing to draw"):
        draw([], io.BytesIO(), output="svg")


def test_without_matplotlib_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.delitem(sys.modules, "factbase.plot.picture", raising=False)
    with pytest.raises(FactbaseError, match=r"pip install 'factbase-news\[plot\]'"):
        draw(ROWS, io.BytesIO(), output="svg")


def test_pyplot_and_its_state_stay_out() -> None:
    code = (
        "import io, sys; from tests.plot.test_draw import ROWS; from factbase.plot import draw; "
        "before = 'matplotlib' in sys.modules; draw(ROWS, io.BytesIO(), output='svg'); "
        "print(before, 'matplotlib.pyplot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"
