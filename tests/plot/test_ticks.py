from datetime import date

import pytest

from factbase.plot.ticks import ticks


def labels(first: str, last: str, most: int = 8) -> list[str]:
    """Each with its year below, if it has one."""
    bounds = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal() + 1
    return [f"{tick.label} {tick.year}".strip() for tick in ticks(*bounds, most=most)]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-05-14", "2024-05-17", ["14 May 2024", "15 May", "16 May", "17 May"]),
        ("2024-02-27", "2024-03-02", ["27 Feb 2024", "28 Feb", "29 Feb", "1 Mar", "2 Mar"]),
        ("2024-05-10", "2024-05-21", ["11 May 2024", "13 May", "15 May", "17 May", "19 May", "21 May"]),
        ("2024-12-10", "2025-01-20", ["16 Dec 2024", "23 Dec", "30 Dec", "6 Jan 2025", "13 Jan", "20 Jan"]),
        ("2024-03-01", "2024-06-01", ["4 Mar 2024", "18 Mar", "1 Apr", "15 Apr", "29 Apr", "13 May", "27 May"]),
        ("2024-01-15", "2024-07-15", ["Feb 2024", "Mar", "Apr", "May", "Jun", "Jul"]),
        ("2023-11-01", "2025-01-20", ["Nov 2023", "Jan 2024", "Mar", "May", "Jul", "Sep", "Nov", "Jan 2025"]),
        ("2022-02-24", "2024-06-20", ["Jul 2022", "Jan 2023", "Jul", "Jan 2024"]),
        ("2014-03-01", "2024-06-20", ["2016", "2018", "2020", "2022", "2024"]),
        ("1991-03-01", "2024-06-20", ["1995", "2000", "2005", "2010", "2015", "2020"]),
        ("1890-03-01", "2024-06-20", ["1900", "1920", "1940", "1960", "1980", "2000", "2020"]),
        ("0001-01-01", "9999-12-30", ["2000", "4000", "6000", "8000"]),
    ],
)
def test_as_fine_as_there_is_room(first: str, last: str, expected: list[str]) -> None:
    assert labels(first, last) == expected


@pytest.mark.parametrize("days", [*range(1, 60), *range(60, 800, 37), *range(800, 40_000, 977)])
@pytest.mark.parametrize("most", [7, 9])
def test_there_are_some_but_not_too_many(days: int, most: int) -> None:
    first = date(1999, 12, 30).toordinal()
    found = ticks(first, first + days, most=most)
    assert len(found) <= most
    assert len(found) >= 2 or days < 2
    assert [tick.at for tick in found] == sorted({tick.at for tick in found})
    assert all(first <= tick.at <= first + days for tick in found)


@pytest.mark.parametrize(("days", "noon"), [(5, 0.5), (40, 0.5), (300, 0.0), (3_000, 0.0)])
def test_a_day_is_marked_in_its_middle_and_a_month_where_it_begins(days: int, noon: float) -> None:
    first = date(2024, 2, 1).toordinal()
    assert {tick.at % 1 for tick in ticks(first, first + days, most=8)} == {noon}
