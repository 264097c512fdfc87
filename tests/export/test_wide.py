import json
from dataclasses import replace

from factbase.document import Position
from factbase.export import Format, wide
from tests.export.printed import printed
from tests.rows import stance

ROWS = [
    stance("Ana", Position.OPPOSE, "2024-01-05"),
    stance("Ben", Position.OPEN, "2024-01-05"),
    stance("Ana", Position.OPEN, "2024-02-10"),
    stance("Ana", Position.OPEN, "2024-02-10"),
    stance("Ana", Position.SUPPORT, "2024-02-10"),
    stance(None, Position.SUPPORT, None),
    stance("Ben", Position.LEAN_OPPOSE, "2024-02-01", "2024-02-29"),
]


def test_a_row_a_day_and_a_column_a_speaker() -> None:
    assert printed(wide(ROWS), Format.CSV).split("\r\n") == [
        "said_from,said_to,Ana,Ben,unknown speaker",
        "2024-01-05,2024-01-05,oppose,open,",
        "2024-02-01,2024-02-29,,lean_oppose,",
        "2024-02-10,2024-02-10,open; support,,",
        ",,,,support",
        "",
    ]


def test_for_reading() -> None:
    assert [line.split() for line in printed(wide(ROWS), Format.TABLE).splitlines()[2:4]] == [
        ["2024-01-05", "oppose", "open", "–"],
        ["2024-02", "–", "lean_oppose", "–"],
    ]


def test_namesakes_have_a_column_each() -> None:
    rows = [stance("Ana", Position.OPEN, "2024-01-05"), stance("Ana", Position.OPPOSE, "2024-01-05")]
    (found,) = json.loads(printed(wide([rows[0], replace(rows[1], speaker_id="f" * 64)]), Format.JSON))
    assert (found["Ana (id of Ana)"], found["Ana (ffffffffff)"]) == ("open", "oppose")


def test_nothing_said() -> None:
    assert printed(wide([]), Format.CSV) == "said_from,said_to\r\n"
