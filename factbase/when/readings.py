"""Reads a date expression that was found against the day of publication.

Every reader takes the match of its rule and an Anchor, or None where the day of publication is unknown, and gives
the days meant, or None where they depend on that day or are none of the calendar.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from factbase.document import DateRange
from factbase.when import calendar

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}


class Anchor(NamedTuple):
    """What a relative expression is read against."""

    today: date
    """The day of publication."""
    future: bool
    """The utterance is yet to come: "will say on Monday"."""


Reader = Callable[[re.Match[str], Anchor | None], DateRange | None]


def relative(read: Callable[[re.Match[str], Anchor], DateRange | None]) -> Reader:
    return lambda found, anchor: read(found, anchor) if anchor else None


def _word(found: re.Match[str], group: str) -> str:
    """A group's words in lower case; "" where it took no part or the rule has none."""
    return (found.groupdict().get(group) or "").lower()


def _month(word: str) -> int:
    return MONTHS.index(word[:3].lower()) + 1


def _weekday(word: str) -> int:
    return WEEKDAYS.index(word[:3].lower())


def iso(found: re.Match[str], _: Anchor | None) -> DateRange | None:
    """2019-05-03"""
    return calendar.one(calendar.day(int(found["y"]), int(found["m"]), int(found["d"])))


def full(found: re.Match[str], anchor: Anchor | None) -> DateRange | None:
    """May 3, 2019; 3 May 2019; Friday, May 3; May 3-5; between 3 and 5 May"""
    numbers = [int(d.rstrip("stndrh")) for d in (found["d"], found["d2"]) if d]
    month = _month(found["m"])
    if found["y"]:
        days = [calendar.day(int(found["y"]), month, d) for d in numbers]
    elif anchor is None:
        return None
    elif anchor.future:
        following = [calendar.coming(anchor.today, _on(month, d)) for d in numbers]
        days = [f.start if f else None for f in following]
    else:
        days = [calendar.yearless(anchor.today, d, month) for d in numbers]
    return calendar.span(days[0], days[-1])


def _on(month: int, number: int) -> Callable[[int], DateRange | None]:
    return lambda y: calendar.one(calendar.day(y, month, number))


def month_year(found: re.Match[str], _: Anchor | None) -> DateRange | None:
    """February 2019, late February 2019"""
    return _part(calendar.month(int(found["y"]), _month(found["m"])), _word(found, "part"))


def month_alone(found: re.Match[str], anchor: Anchor) -> DateRange | None:
    """in February, last May, late September, a June report"""
    number, which, today = _month(found["m"]), _word(found, "which"), anchor.today
    if which == "this":
        whole = calendar.month(today.year, number)
    elif which in ("next", "coming") or anchor.future:
        whole = calendar.coming(today, lambda y: calendar.month(y, number))
    else:
        whole = calendar.begun(today, lambda y: calendar.month(y, number))
        if whole and which in ("last", "past", "previous") and whole.end >= today:
            whole = calendar.month(whole.start.year - 1, number)
    return _part(whole, _word(found, "part"))


def _part(whole: DateRange | None, part: str) -> DateRange | None:
    """The first ten days of a month for "early", the next ten for "mid", the rest for "late"."""
    if whole is None or not part:
        return whole
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, whole.end.day)}[part]
    return calendar.span(whole.start.replace(day=first), whole.start.replace(day=last))


def months(found: re.Match[str], anchor: Anchor) -> DateRange | None:
    """from June to August"""
    last = calendar.begun(anchor.today, lambda y: calendar.month(y, _month(found["m2"])))
    first = last and calendar.begun(last.start, lambda y: calendar.month(y, _month(found["m"])))
    return last and first and calendar.span(first.start, last.end)


def weekday_alone(found: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Thursday, last Thursday, Thursday night, next Monday"""
    weekday, which = _weekday(found["w"]), _word(found, "which")
    if which in ("next", "coming"):
        return calendar.one(calendar.weekday_after(anchor.today, weekday))
    if anchor.future:
        return calendar.one(calendar.weekday_from(anchor.today, weekday))
    if which in ("last", "past", "previous"):
        yesterday = calendar.shift(anchor.today, -1)
        return calendar.one(calendar.weekday_before(yesterday, weekday)) if yesterday else None
    return calendar.one(calendar.weekday_before(anchor.today, weekday))


def weekday_of_week(found: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Tuesday of last week, last week on Tuesday, Tuesday this week"""
    weeks = {"last": -1, "this": 0, "next": 1}[_word(found, "which") or _word(found, "which2")]
    whole = calendar.week(anchor.today, weeks)
    return calendar.one(calendar.shift(whole.start, _weekday(found["w"] or found["w2"]))) if whole else None


def weekdays(found: re.Match[str], anchor: Anchor) -> DateRange | None:
    """from Monday to Wednesday"""
    last = calendar.weekday_before(anchor.today, _weekday(found["w2"]))
    return calendar.span(last and calendar.weekday_before(last, _weekday(found["w"])), last)


DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def near(found: re.Match[str], anchor: Anchor) -> DateRange | None:
    """yesterday, today, tonight, tomorrow, this morning, last night"""
    words = found[0].lower().split()
    days = next((DAYS[w] for w in words if w in DAYS), -1 if "last" in words else 0)
    return calendar.one(calendar.shift(anchor.today, days))


def unit(found: re.Match[str], anchor: Anchor) -> DateRange | None:
    """last week, this month, earlier this year, next week, this past week"""
    today, which = anchor.today, _word(found, "which").split()[-1]
    steps = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[which]
    whole = _whole(_word(found, "unit"), today, steps)
    if steps or whole is None:
        return whole
    later = anchor.future or _word(found, "part") == "later"
    return calendar.span(today, whole.end) if later else calendar.span(whole.start, today)


def so_far(found: re.Match[str], anchor: Anchor) -> DateRange | None:
    """earlier in the week"""
    whole = _whole(_word(found, "unit"), anchor.today, 0)
    return calendar.span(whole.start, anchor.today) if whole else None


def _whole(unit: str, today: date, steps: int) -> DateRange | None:
    if unit == "week":
        return calendar.week(today, steps)
    if unit == "month":
        return calendar.months_after(today, steps)
    return calendar.year(today.year + steps)


def weekend(found: re.Match[str], anchor: Anchor) -> DateRange | None:
    """over the weekend, this weekend, last weekend, next weekend"""
    today, which = anchor.today, _word(found, "which")
    if which in ("next", "coming") or anchor.future:
        return calendar.weekend(today, 1 if today.weekday() >= 5 else 0)
    on_it = today.weekday() >= 5 and which not in ("last", "past", "previous")
    return calendar.weekend(today, 0 if on_it else -1)


def season(found: re.Match[str], anchor: Anchor | None) -> DateRange | None:
    """last spring (that had ended), this summer (of this year), in the fall, in the summer of 2015"""
    first_month, which = SEASONS[_word(found, "season")], _word(found, "which")
    if found["y"]:
        return calendar.season(int(found["y"]), first_month)
    if anchor is None:
        return None
    if which in ("next", "coming") or anchor.future:
        return calendar.coming(anchor.today, lambda y: calendar.season(y, first_month))
    latest = calendar.begun(anchor.today, lambda y: calendar.season(y, first_month))
    if latest and which in ("last", "past", "previous") and latest.end >= anchor.today:
        return calendar.season(latest.start.year - 1, first_month)
    return latest


def ago(found: re.Match[str], anchor: Anchor) -> DateRange | None:
    """three days ago, two weeks ago (that week), two months ago (that month), ten years ago (that year)"""
    count = NUMBERS.get(_word(found, "n")) or int(found["n"])
    unit = _word(found, "unit")
    if unit == "day":
        return calendar.one(calendar.shift(anchor.today, -count))
    return _whole(unit, anchor.today, -count)


def year(found: re.Match[str], _: Anchor | None) -> DateRange | None:
    """in 2008, in late 2014, from 2008 to 2012"""
    first = int(found["y"])
    part = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(_word(found, "part"))
    if not part:
        return calendar.years(first, int(_word(found, "y2") or first))
    begin, end = calendar.month(first, part[0]), calendar.month(first, part[1])
    return begin and end and calendar.span(begin.start, end.end)


def decade(found: re.Match[str], _: Anchor | None) -> DateRange | None:
    """in the 1990s, the '90s, the 1960s and 1970s"""
    first = int(found["y"])
    first += 0 if first > 99 else 1900 if first >= 30 else 2000
    last = int(found["y2"] or first)
    last += first // 100 * 100 if last <= 99 else 0
    return calendar.years(first, last + 9)


def holiday(found: re.Match[str], anchor: Anchor | None) -> DateRange | None:
    """on Christmas Day, on Good Friday, on Labor Day 2015"""
    name = re.sub(r"['’.]", "", found["name"]).lower()
    of_year = calendar.HOLIDAYS[" ".join(name.split())]
    if found["y"]:
        return calendar.one(of_year(int(found["y"])))
    if anchor is None:
        return None
    pick = calendar.coming if anchor.future else calendar.begun
    return pick(anchor.today, lambda y: calendar.one(of_year(y)))


def nothing(found: re.Match[str], anchor: Anchor | None) -> DateRange | None:  # noqa: ARG001  a Reader
    """the day before, the following week, years ago, recently: another time, but none that the calendar knows"""
    return None
