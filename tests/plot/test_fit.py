import pytest

from factbase.plot.fit import Column
from tests.plot.measured import measure


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("", 2, [""]),
        ("Ana Kovač", 2, ["Ana Kovač"]),
        ("Ministry of Defence", 2, ["Ministry", "of Defence"]),
        ("Ministry \n of   Defence", 2, ["Ministry", "of Defence"]),
        ("Ministry of Defence of Norland", 2, ["Ministry", "of…"]),
        ("Ministry of Defence of Norland", 1, ["Ministry…"]),
        ("a b c d e f g", 1, ["a b c d e…"]),
        ("Aaaaaaaaaaaaaaaaaaaaaaaaa", 3, ["Aaaaaaaaaa", "aaaaaaaaaa", "aaaaa"]),
        ("Aaaaaaaaaaaaaaaaaaaaaaaaa", 1, ["Aaaaaaaaa…"]),
        ("Aaaaaaaaaaaaaaaaaaaaaaaaa", 2, ["Aaaaaaaaaa", "aaaaaaaaa…"]),
        ("a" * 100_000, 1, ["aaaaaaaaa…"]),
    ],
)
def test_ten_letters_a_line(text: str, most: int, lines: list[str]) -> None:
    assert Column(1.0, 10, measure).lines(text, most=most) == lines


def test_bold_letters_are_broader() -> None:
    assert Column(1.0, 10, measure, bold=True).lines("Ana Kovač", most=2) == ["Ana", "Kovač"]


def test_a_line_has_one_letter_at_least() -> None:
    assert Column(0.01, 10, measure).lines("Ana", most=9)[-3:] == ["A", "n", "a"]
