import pytest

from factbase.document import Position
from factbase.export import Format, listing
from factbase.export.plain import cut, shown, width, wrap
from factbase.export.table import fitted
from factbase.rows import OrganisationRow, StanceRow, StatementRow
from tests.export.printed import printed
from tests.rows import STATEMENT, stance, statement

LONG = "We have said from the first day that nobody from this government will ask our own people to go there " * 5


def test_fits_the_terminal() -> None:
    text = printed(listing([statement(role=None)], StatementRow), Format.TABLE, columns=66)
    assert text == (
        "id          said        speaker    quote               article\n"
        "──────────  ──────────  ─────────  ──────────────────  ───────────\n"
        "a1b2c3d4e5  2024-05-16  Ana Kovač  We will not send    The Courier\n"
        "                                   anyone\n"
    )


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    text = printed(listing([statement(quote=LONG), STATEMENT], StatementRow), Format.TABLE, columns=columns)
    assert max(map(width, text.splitlines())) <= columns


def test_a_long_cell_is_cut_on_a_terminal() -> None:
    lines = printed(listing([statement(quote=LONG)], StatementRow), Format.TABLE, columns=80).splitlines()
    assert len(lines) == 2 + 5
    assert lines[-1].endswith("…")


def test_a_long_cell_is_whole_in_a_pipe() -> None:
    lines = printed(listing([statement(quote=LONG)] * 2, StatementRow), Format.TABLE).splitlines()
    assert len(lines) == 2 + 2
    assert LONG.strip() in lines[2]


def test_rows_after_the_sample_are_printed_too() -> None:
    rows = [statement(quote=f"no. {n}") for n in range(250)]
    lines = printed(listing(rows, StatementRow), Format.TABLE).splitlines()
    assert [f"no. {n}" in line for n, line in enumerate(lines[2:])] == [True] * 250


def test_numbers_stand_to_the_right() -> None:
    rows = [OrganisationRow(name="Navy", kind="military", country=None, speakers=2, statements=n) for n in (5, 1200)]
    assert printed(listing(rows, OrganisationRow), Format.TABLE).splitlines()[2:] == [
        "Navy  military  –               2           5",
        "Navy  military  –               2        1200",
    ]


def test_nothing_found_is_a_header() -> None:
    assert printed(listing([], StatementRow), Format.TABLE, columns=80).splitlines()[0].split() == [
        "id", "said", "speaker", "quote", "article",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "printed_as"),
    [
        ("2024-05-16", None, "2024-05-16"),
        ("2024-05-06", "2024-05-12", "week of 2024-05-06"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2024-05-01", "2024-05-17", "2024-05-01 to 2024-05-17"),
        (None, None, "–"),
    ],
)
def test_when(first: str | None, last: str | None, printed_as: str) -> None:
    text = printed(listing([stance("Ana", Position.OPEN, first, last)], StanceRow), Format.MARKDOWN)
    assert text.splitlines()[-1].split(" | ")[1] == printed_as


@pytest.mark.parametrize(
    ("change", "printed_as"),
    [(None, "lean support"), ("same", "lean support"), ("reversal", "lean support (reversal)")],
)
def test_position(change: str | None, printed_as: str) -> None:
    row = stance("Ana", Position.LEAN_SUPPORT, None, change=change)
    assert printed(listing([row], StanceRow), Format.MARKDOWN).splitlines()[-1].split(" | ")[3] == printed_as


@pytest.mark.parametrize(
    ("name", "role", "printed_as"),
    [
        ("Ana Kovač", "Minister", "Ana Kovač, Minister"),
        ("Ana Kovač", None, "Ana Kovač"),
        ("military officials", "Officials", "military officials"),
        (None, "Minister", "–"),
    ],
)
def test_speaker(name: str | None, role: str | None, printed_as: str) -> None:
    row = statement(speaker=name, role=role)
    assert printed(listing([row], StatementRow), Format.MARKDOWN).splitlines()[-1].split(" | ")[2] == printed_as


@pytest.mark.parametrize(
    ("row", "printed_as"),
    [
        (statement(), "The Courier"),
        (statement(outlet=None), "Ministers meet in Ljubljana"),
        (statement(outlet=None, article_title=None), "ministers.html"),
    ],
)
def test_article(row: StatementRow, printed_as: str) -> None:
    assert printed(listing([row], StatementRow), Format.MARKDOWN).splitlines()[-1].endswith(f"| {printed_as} |")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, "–"),
        ("", "–"),
        ("one\n two\t three", "one two three"),
        ("\x1b[31mred\x07", "[31mred"),
        ("a\u202eb", "ab"),
        (0.9134, "0.91"),
        (1200, "1200"),
        (("a", "b"), "a, b"),
        ((), "–"),
    ],
)
def test_shown(cell: str | float | tuple[str, ...] | None, text: str) -> None:
    assert shown(cell) == text


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("陈伟", 4), ("ﾊﾛ", 2), ("🇺🇦 x", 4), ("a\u200db", 2)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("we will not go", 8, ["we will", "not go"]),
        ("", 8, [""]),
        ("unconstitutionally so", 8, ["unconsti", "tutional", "ly so"]),
        ("no unconstitutionally", 8, ["no", "unconsti", "tutional", "ly"]),
        ("新华社记者报道", 8, ["新华社记", "者报道"]),
        ("陈", 1, ["陈"]),
    ],
)
def test_wrap(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@pytest.mark.parametrize(
    ("text", "columns", "kept"),
    [("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("陈伟陈伟", 6, "陈伟…"), ("ab cd", 4, "ab…")],
)
def test_cut(text: str, columns: int, kept: str) -> None:
    assert cut(text, columns) == kept


@pytest.mark.parametrize(
    ("wanted", "least", "room", "widths"),
    [
        ([18, 58, 250], [10, 9, 9], 80, [12, 22, 46]),
        ([10, 12], [10, 12], 80, [10, 12]),
        ([10, 10, 300], [10, 10, 9], 80, [10, 10, 60]),
        ([50, 50, 10], [8, 8, 10], 50, [20, 20, 10]),
        ([100, 25], [5, 5], 60, [40, 20]),
        ([100, 25], [5, 10], 20, [10, 10]),
        ([50, 50], [8, 8], 3, [8, 8]),
    ],
)
def test_fitted(wanted: list[int], least: list[int], room: int, widths: list[int]) -> None:
    assert fitted(wanted, least, room) == widths
