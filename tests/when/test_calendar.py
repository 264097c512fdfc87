from datetime import date

import pytest

from factbase.when import calendar


@pytest.mark.parametrize(
    ("year", "easter"),
    [(1943, (4, 25)), (1961, (4, 2)), (2000, (4, 23)), (2024, (3, 31)), (2025, (4, 20)), (2038, (4, 25))],
)  # fmt: skip
def test_easter(year: int, easter: tuple[int, int]) -> None:
    assert calendar.easter(year) == date(year, *easter)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("memorial day", 2024, date(2024, 5, 27)),
        ("labor day", 2016, date(2016, 9, 5)),
        ("thanksgiving", 2016, date(2016, 11, 24)),
        ("martin luther king jr day", 2024, date(2024, 1, 15)),
        ("ash wednesday", 2024, date(2024, 2, 14)),
        ("pentecost", 2024, date(2024, 5, 19)),
        ("boxing day", 10000, None),
        ("memorial day", 10000, None),
        ("easter monday", 0, None),
    ],
)
def test_holidays(name: str, year: int, day: date | None) -> None:
    assert calendar.HOLIDAYS[name](year) == day


@pytest.mark.parametrize(
    ("today", "day", "month", "meant"),
    [
        (date(2024, 5, 17), 17, 5, date(2024, 5, 17)),
        (date(2024, 5, 17), 18, 5, None),
        (date(2024, 5, 17), 1, 8, date(2023, 8, 1)),
        (date(2024, 5, 17), 31, 6, None),
    ],
)
def test_a_day_without_its_year(today: date, day: int, month: int, meant: date | None) -> None:
    assert calendar.yearless(today, day, month) == meant
