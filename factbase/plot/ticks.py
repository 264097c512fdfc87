"""Where the time axis is marked, and with which words: by days, weeks, months or years, whatever fits."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MONDAY = 1  # 1 January of year 1, whose ordinal is 1


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    """As an ordinal: noon where it stands for a day, else the beginning of a month or year."""
    label: str
    """16 May, May or 2024."""
    year: str = ""
    """Below the first, and where another begins."""


Dates = Callable[[date, date], Iterator[date]]


def ticks(first: float, last: float, *, most: int) -> list[Tick]:
    """As many as there can be, `most` at most, between two ordinals; the year where it begins or is new."""
    start, end = date.fromordinal(int(first)), date.fromordinal(int(last))
    candidates = (
        [(day, form, noon) for day in dates(start, end) if first <= day.toordinal() + noon <= last]
        for dates, form, noon in _scales()
    )
    return list(_labelled(next(found for found in candidates if len(found) <= most)))


def _scales() -> Iterator[tuple[Dates, str, float]]:
    yield from ((_each_day(step), "day", 0.5) for step in (1, 2, 7, 14))
    yield from ((_each_month(step), "month", 0.0) for step in (1, 2, 3, 6))
    yield from ((_each_year(step * 10**power), "year", 0.0) for power in range(5) for step in (1, 2, 5))


def _each_day(step: int) -> Dates:
    """Weeks begin on Mondays."""

    def dates(start: date, end: date) -> Iterator[date]:
        behind = (start.toordinal() - MONDAY) % step
        return map(date.fromordinal, range(start.toordinal() + (step - behind) % step, end.toordinal() + 1, step))

    return dates


def _each_month(step: int) -> Dates:
    def dates(start: date, end: date) -> Iterator[date]:
        for months in count((start.year * 12 + start.month - 1) // step * step, step):
            if months > end.year * 12 + end.month - 1:
                return
            yield date(months // 12, months % 12 + 1, 1)

    return dates


def _each_year(step: int) -> Dates:
    def dates(start: date, end: date) -> Iterator[date]:
        return (date(year, 1, 1) for year in range(max(start.year // step * step, step), end.year + 1, step))

    return dates


def _labelled(found: Iterable[tuple[date, str, float]]) -> Iterator[Tick]:
    before = 0
    for day, form, noon in found:
        month = MONTHS[day.month - 1]
        words = {"day": f"{day.day} {month}", "month": month, "year": f"{day.year}"}
        is_new = form != "year" and day.year != before
        yield Tick(day.toordinal() + noon, words[form], f"{day.year}" if is_new else "")
        before = day.year
