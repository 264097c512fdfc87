"""Arithmetic of days: everything here takes and gives dates, nothing reads text.

What lies outside the years 1 to 9999 is None.
"""

from collections.abc import Callable
from datetime import date

from factbase.document import DateRange

DAY_MONTHS = 28 * 10  # a day and month without a year that lie so many days back
SOON = 60  # ... and come so many days ahead again are as likely to come as to be gone


def until(days: DateRange | None, last: date | None) -> DateRange | None:
    """What of a range had come by `last`; None if nothing had."""
    if days is None or last is None or days.end <= last:
        return days
    return span(days.start, last)


def day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shift(start: date, days: int) -> date | None:
    try:
        return date.fromordinal(start.toordinal() + days)
    except (ValueError, OverflowError):
        return None


def span(start: date | None, end: date | None) -> DateRange | None:
    return DateRange(start, end) if start and end and start <= end else None


def one(start: date | None) -> DateRange | None:
    return span(start, start)


def week(today: date, weeks: int = 0) -> DateRange | None:
    """Monday to Sunday of the week so many weeks after that of `today`."""
    monday = shift(today, 7 * weeks - today.weekday())
    return span(monday, shift(monday, 6)) if monday else None


def weekend(today: date, weeks: int = 0) -> DateRange | None:
    found = week(today, weeks)
    return span(shift(found.end, -1), found.end) if found else None


def month(year: int, number: int) -> DateRange | None:
    first = day(year, number, 1)
    following = day(year + number // 12, number % 12 + 1, 1)
    last = shift(following, -1) if following else day(year, 12, 31)
    return span(first, last)


def months_after(today: date, months: int) -> DateRange | None:
    years, number = divmod(today.year * 12 + today.month - 1 + months, 12)
    return month(years, number + 1)


def year(number: int) -> DateRange | None:
    return span(day(number, 1, 1), day(number, 12, 31))


def years(first: int, last: int) -> DateRange | None:
    return span(day(first, 1, 1), day(last, 12, 31))


def season(year_of_it: int, first_month: int) -> DateRange | None:
    """Three months from `first_month`, as the northern half of the world counts; winter ends in the next year."""
    first = day(year_of_it, first_month, 1)
    last = months_after(first, 2) if first else None
    return span(first, last.end) if last else None


def begun(today: date, of_year: Callable[[int], DateRange | None]) -> DateRange | None:
    """The latest of what comes once a year that had begun on `today`."""
    candidates = (of_year(number) for number in range(today.year, today.year - 9, -1))
    return next((found for found in candidates if found and found.start <= today), None)


def coming(today: date, of_year: Callable[[int], DateRange | None]) -> DateRange | None:
    """The next of what comes once a year that begins after `today`."""
    candidates = (of_year(number) for number in range(today.year, today.year + 9))
    return next((found for found in candidates if found and found.start > today), None)


def yearless(today: date, number: int, month_number: int) -> date | None:
    """The last such day up to `today`; None if that is most of a year ago and the next is near.

    "Dec. 28" in an article of 2 January is last year's, but "Jan. 5" there is as likely to come: papers print the
    year of a day that is not of this year.
    """
    last = begun(today, lambda y: one(day(y, month_number, number)))
    following = coming(today, lambda y: one(day(y, month_number, number)))
    if last and following and (today - last.start).days > DAY_MONTHS and (following.start - today).days <= SOON:
        return None
    return last.start if last else None


def weekday_before(today: date, weekday: int) -> date | None:
    """The last such day up to and including `today`; Monday is 0."""
    return shift(today, -((today.weekday() - weekday) % 7))


def weekday_after(today: date, weekday: int) -> date | None:
    return shift(today, (weekday - today.weekday() - 1) % 7 + 1)


def weekday_from(today: date, weekday: int) -> date | None:
    """The next such day, `today` included: what is to be said "on Friday" in a paper of Friday is said today."""
    return shift(today, (weekday - today.weekday()) % 7)


def nth_weekday(year_of_it: int, month_number: int, weekday: int, nth: int) -> date | None:
    """nth is 1 for the first, -1 for the last."""
    found = month(year_of_it, month_number)
    if found is None:
        return None
    if nth < 0:
        return weekday_before(found.end, weekday)
    return shift(found.start, (weekday - found.start.weekday()) % 7 + 7 * (nth - 1))


def easter(year_of_it: int) -> date | None:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year_of_it % 19, divmod(year_of_it, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    step = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month_number, number = divmod(h + step - 7 * ((a + 11 * h + 22 * step) // 451) + 114, 31)
    return day(year_of_it, month_number, number + 1)


def _fixed(month_number: int, number: int) -> Callable[[int], date | None]:
    return lambda y: day(y, month_number, number)


def _nth(month_number: int, weekday: int, nth: int) -> Callable[[int], date | None]:
    return lambda y: nth_weekday(y, month_number, weekday, nth)


def _from_easter(days: int) -> Callable[[int], date | None]:
    return lambda y: shift(found, days) if (found := easter(y)) else None


HOLIDAYS: dict[str, Callable[[int], date | None]] = {
    "new years day": _fixed(1, 1),
    "new years eve": _fixed(12, 31),
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "valentines day": _fixed(2, 14),
    "st patricks day": _fixed(3, 17),
    "may day": _fixed(5, 1),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "australia day": _fixed(1, 26),
    "anzac day": _fixed(4, 25),
    "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "martin luther king jr day": _nth(1, 0, 3),
    "martin luther king day": _nth(1, 0, 3),
    "mlk day": _nth(1, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "memorial day": _nth(5, 0, -1),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "thanksgiving": _nth(11, 3, 4),
    "thanksgiving day": _nth(11, 3, 4),
    "black friday": lambda y: shift(found, 1) if (found := nth_weekday(y, 11, 3, 4)) else None,
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "ash wednesday": _from_easter(-46),
    "ascension day": _from_easter(39),
    "whit monday": _from_easter(50),
    "pentecost": _from_easter(49),
}
"""By name without apostrophes and stops, in lower case. Days that a country sets anew each year are not here."""
