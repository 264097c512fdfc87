from datetime import date

import click
import pytest

from factbase.cli.days import Day, Published


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024-05-16", "2024-05-16", "2024-05-16"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
    ],
)
def test_day(words: str, first: str, last: str) -> None:
    assert Day().convert(words, None, None) == date.fromisoformat(first)
    assert Day(last=True).convert(words, None, None) == date.fromisoformat(last)


@pytest.mark.parametrize(
    "words", ["yesterday", "2024-13", "2024-00", "2024-05-00", "2023-02-29", "0000", "16.5.2024", "", "2024-5"]
)
def test_no_day(words: str) -> None:
    with pytest.raises(click.BadParameter, match="is no date like 2024-05-16, 2024-05 or 2024"):
        Day().convert(words, None, None)


def test_a_day_is_a_day_already() -> None:
    assert Day().convert(date(2024, 5, 16), None, None) == date(2024, 5, 16)


@pytest.mark.parametrize("words", ["2024-05-17", "2024-05-17T21:00:00-04:00", "2024-05-17T21:00"])
def test_published(words: str) -> None:
    assert Published().convert(words, None, None) == words


@pytest.mark.parametrize("words", ["May 2024", "2024-02-30", ""])
def test_not_published(words: str) -> None:
    with pytest.raises(click.BadParameter, match="is no date like 2024-05-17"):
        Published().convert(words, None, None)
