"""Which words are dates, and what days they mean in an article of Friday 17 May 2024."""

from datetime import date

import pytest

from factbase.when.expressions import find_expressions
from factbase.when.readings import Anchor

FRIDAY = date(2024, 5, 17)


def days(text: str, *, today: date | None = FRIDAY, future: bool = False) -> list[tuple[str, str | None]]:
    out: list[tuple[str, str | None]] = []
    for e in find_expressions(text):
        found = e.read(Anchor(today, future) if today else None)
        out.append((text[e.start : e.end], f"{found.start}/{found.end}" if found else None))
    return out


def day(iso: str) -> str:
    return f"{iso}/{iso}"


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("said on Thursday that", "on Thursday", day("2024-05-16")),
        ("said on Friday that", "on Friday", day("2024-05-17")),
        ("said late on Thursday night that", "late on Thursday night", day("2024-05-16")),
        ("said early Saturday morning", "early Saturday morning", day("2024-05-11")),
        ("at Monday’s debate", "at Monday", day("2024-05-13")),
        ("at a rally last Friday", "last Friday", day("2024-05-10")),
        ("at a rally this Wednesday", "this Wednesday", day("2024-05-15")),
        ("next Monday", "next Monday", day("2024-05-20")),
        ("on Thursday (9:00 PM EDT)", "on Thursday (9:00 PM EDT)", day("2024-05-16")),
        ("by 9 a.m. Sunday", "Sunday", day("2024-05-12")),
        ("on Tuesday of last week", "on Tuesday of last week", day("2024-05-07")),
        ("last week on Tuesday", "last week on Tuesday", day("2024-05-07")),
        ("from Monday to Wednesday", "from Monday to Wednesday", "2024-05-13/2024-05-15"),
        ("between Saturday and Monday", "between Saturday and Monday", "2024-05-11/2024-05-13"),
        ("said yesterday", "yesterday", day("2024-05-16")),
        ("Today, he said", "Today", day("2024-05-17")),
        ("said earlier today", "earlier today", day("2024-05-17")),
        ("this morning", "this morning", day("2024-05-17")),
        ("Last night he said", "Last night", day("2024-05-16")),
        ("will say tomorrow", "tomorrow", day("2024-05-18")),
        ("said last week", "last week", "2024-05-06/2024-05-12"),
        ("said this week", "this week", "2024-05-13/2024-05-17"),
        ("said earlier this week", "earlier this week", "2024-05-13/2024-05-17"),
        ("later this week", "later this week", "2024-05-17/2024-05-19"),
        ("next week", "next week", "2024-05-20/2024-05-26"),
        ("this past week", "this past week", "2024-05-06/2024-05-12"),
        ("said last month", "last month", "2024-04-01/2024-04-30"),
        ("earlier this month", "earlier this month", "2024-05-01/2024-05-17"),
        ("last year", "last year", "2023-01-01/2023-12-31"),
        ("earlier this year", "earlier this year", "2024-01-01/2024-05-17"),
        ("earlier in the week", "earlier in the week", "2024-05-13/2024-05-17"),
        ("earlier in the year", "earlier in the year", "2024-01-01/2024-05-17"),
        ("over the weekend", "over the weekend", "2024-05-11/2024-05-12"),
        ("last weekend", "last weekend", "2024-05-11/2024-05-12"),
        ("next weekend", "next weekend", "2024-05-18/2024-05-19"),
        ("two days ago", "two days ago", day("2024-05-15")),
        ("two weeks ago", "two weeks ago", "2024-04-29/2024-05-05"),
        ("five months ago", "five months ago", "2023-12-01/2023-12-31"),
        ("10 years ago", "10 years ago", "2014-01-01/2014-12-31"),
        ("in February", "in February", "2024-02-01/2024-02-29"),
        ("in December", "in December", "2023-12-01/2023-12-31"),
        ("in May", "in May", "2024-05-01/2024-05-31"),
        ("last May", "last May", "2023-05-01/2023-05-31"),
        ("this May", "this May", "2024-05-01/2024-05-31"),
        ("next March", "next March", "2025-03-01/2025-03-31"),
        ("in late September", "in late September", "2023-09-21/2023-09-30"),
        ("in early March", "in early March", "2024-03-01/2024-03-10"),
        ("mid-April", "mid-April", "2024-04-11/2024-04-20"),
        ("in a March interview with", "in a March", "2024-03-01/2024-03-31"),
        ("at a Jan. 7 rally", "Jan. 7", day("2024-01-07")),
        ("in March’s televised debate", "in March", "2024-03-01/2024-03-31"),
        ("from January to March", "from January to March", "2024-01-01/2024-03-31"),
        ("in February 2019", "in February 2019", "2019-02-01/2019-02-28"),
        ("Feb. 3", "Feb. 3", day("2024-02-03")),
        ("on May 3, 2019, he", "on May 3, 2019", day("2019-05-03")),
        ("on 3 May 2019", "on 3 May 2019", day("2019-05-03")),
        ("on the 3rd of May", "on the 3rd of May", day("2024-05-03")),
        ("on May 3rd", "on May 3rd", day("2024-05-03")),
        ("on Friday, May 3, he", "on Friday, May 3", day("2024-05-03")),
        ("on Sat., Feb. 3", "on Sat., Feb. 3", day("2024-02-03")),
        ("on Feb 29 he", "on Feb 29", day("2024-02-29")),
        ("on 29 February 2023", "on 29 February 2023", None),
        ("between 3 and 5 May", "between 3 and 5 May", "2024-05-03/2024-05-05"),
        ("May 3-5", "May 3-5", "2024-05-03/2024-05-05"),
        ("from May 3 to 5", "from May 3 to 5", "2024-05-03/2024-05-05"),
        ("2019-05-03", "2019-05-03", day("2019-05-03")),
        ("on 2019-13-03", "on 2019-13-03", None),
        ("on 0000-05-03", "on 0000-05-03", None),
        ("in 2008", "in 2008", "2008-01-01/2008-12-31"),
        ("in late 2014", "in late 2014", "2014-09-01/2014-12-31"),
        ("from 2008 to 2012", "from 2008 to 2012", "2008-01-01/2012-12-31"),
        ("in 2008-2012", "in 2008-2012", "2008-01-01/2012-12-31"),
        ("in a 2013 memo", "in a 2013", "2013-01-01/2013-12-31"),
        ("the 1999 admission", "the 1999", "1999-01-01/1999-12-31"),
        ("the 1951 Refugee Convention", "the 1951", "1951-01-01/1951-12-31"),
        ("in the 1990s", "in the 1990s", "1990-01-01/1999-12-31"),
        ("in the ’80s", "in the ’80s", "1980-01-01/1989-12-31"),
        ("in the 20s", "in the 20s", "2020-01-01/2029-12-31"),
        ("in the 1960s and 1970s", "in the 1960s and 1970s", "1960-01-01/1979-12-31"),
        ("in the 1960s and ’70s", "in the 1960s and ’70s", "1960-01-01/1979-12-31"),
        ("last spring", "last spring", "2023-03-01/2023-05-31"),
        ("this spring", "this spring", "2024-03-01/2024-05-31"),
        ("last summer", "last summer", "2023-06-01/2023-08-31"),
        ("last winter", "last winter", "2023-12-01/2024-02-29"),
        ("next winter", "next winter", "2024-12-01/2025-02-28"),
        ("in the summer of 2015", "in the summer of 2015", "2015-06-01/2015-08-31"),
        ("on Christmas Day", "on Christmas Day", day("2023-12-25")),
        ("on New Year’s Eve", "on New Year’s Eve", day("2023-12-31")),
        ("on St. Patrick's Day", "on St. Patrick's Day", day("2024-03-17")),
        ("on Good Friday", "on Good Friday", day("2024-03-29")),
        ("on Easter Monday", "on Easter Monday", day("2024-04-01")),
        ("on Labor Day", "on Labor Day", day("2023-09-04")),
        ("on Thanksgiving", "on Thanksgiving", day("2023-11-23")),
        ("on Black Friday", "on Black Friday", day("2023-11-24")),
        ("on Memorial Day 2016", "on Memorial Day 2016", day("2016-05-30")),
        ("the day after the vote", "the day after", None),
        ("a week earlier", "a week earlier", None),
        ("the following morning", "the following morning", None),
        ("since Monday", "Monday", None),
        ("more than a year ago", "a year ago", None),
        ("in recent weeks", "in recent weeks", None),
        ("in the last year", "in the last year", None),
        ("over the past week", "over the past week", None),
    ],
)
def test_what_a_date_means(text: str, words: str, meant: str | None) -> None:
    assert days(text) == [(words, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "may have", "They May be late", "May I speak?", "Theresa May said so", "the March on Washington",
        "in the March on Rome", "Sun Li sat down", "Sat down with Sun", "will say in a second", "in 1,900 cases",
        "in 1900 cases", "2016 hopefuls", "the 2008 crisis", "USA Today reported", "in “Today”", "CBS This Morning",
        "Super Tuesday", "Black Friday sales", "the Sunday Times", "Mondays", "room 2024", "March 70", "on March 5,000",
        "June said", "3.5 May", "a 20 percent cut", "in 2,008 votes", "Dec 40", "spring water", "the fall of Rome",
        "in 20245", "in 2024%",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("today", "text", "meant"),
    [
        (date(2024, 1, 2), "on Thursday", day("2023-12-28")),
        (date(2024, 1, 2), "in December", "2023-12-01/2023-12-31"),
        (date(2024, 1, 2), "last week", "2023-12-25/2023-12-31"),
        (date(2024, 1, 2), "last month", "2023-12-01/2023-12-31"),
        (date(2024, 1, 2), "on Dec. 28", day("2023-12-28")),
        (date(2024, 1, 2), "on Jan. 5", None),
        (date(2024, 1, 2), "on Christmas Eve", day("2023-12-24")),
        (date(2024, 3, 1), "yesterday", day("2024-02-29")),
        (date(2023, 3, 1), "yesterday", day("2023-02-28")),
        (date(2023, 3, 1), "on Feb. 29", day("2020-02-29")),
        (date(2024, 5, 18), "this weekend", "2024-05-18/2024-05-19"),
        (date(2024, 5, 18), "last weekend", "2024-05-11/2024-05-12"),
        (date(2024, 5, 18), "next weekend", "2024-05-25/2024-05-26"),
        (date(2024, 5, 18), "last Saturday", day("2024-05-11")),
        (date(2024, 10, 3), "this fall", "2024-09-01/2024-11-30"),
        (date(1, 1, 1), "yesterday", None),
        (date(1, 1, 1), "last year", None),
        (date(1, 1, 1), "last Monday", None),
        (date(1, 1, 1), "last week", None),
        (date(1, 1, 1), "last weekend", None),
        (date(1, 1, 1), "40 years ago", None),
        (date(1, 1, 1), "last winter", None),
        (date(9999, 12, 31), "tomorrow", None),
        (date(9999, 12, 31), "next year", None),
        (date(9999, 12, 31), "next Monday", None),
        (date(9999, 12, 31), "next month", None),
        (date(9999, 12, 31), "next March", None),
        (date(9999, 12, 31), "in December", "9999-12-01/9999-12-31"),
        (date(9999, 12, 31), "next winter", None),
    ],
)
def test_the_edges_of_years_and_of_the_calendar(today: date, text: str, meant: str | None) -> None:
    assert [found for _, found in days(text, today=today)] == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("on Monday", day("2024-05-20")),
        ("on Friday", day("2024-05-17")),
        ("next Friday", day("2024-05-24")),
        ("on June 3", day("2024-06-03")),
        ("in February", "2025-02-01/2025-02-28"),
        ("in the fall", "2024-09-01/2024-11-30"),
        ("over the weekend", "2024-05-18/2024-05-19"),
        ("this week", "2024-05-17/2024-05-19"),
        ("on Christmas Day", day("2024-12-25")),
    ],
)
def test_what_is_announced_lies_ahead(text: str, meant: str) -> None:
    assert [found for _, found in days(text, future=True)] == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("on Thursday", None), ("last week", None), ("on May 3", None), ("in February", None), ("last spring", None),
        ("on Christmas Day", None), ("two days ago", None), ("over the weekend", None), ("tonight", None),
        ("on May 3, 2019", day("2019-05-03")), ("in 2008", "2008-01-01/2008-12-31"),
        ("in June 2013", "2013-06-01/2013-06-30"), ("in the summer of 2015", "2015-06-01/2015-08-31"),
        ("on Christmas Day 2015", day("2015-12-25")), ("in the 1990s", "1990-01-01/1999-12-31"),
    ],
)  # fmt: skip
def test_without_a_day_of_publication_only_absolute_dates_are_days(text: str, meant: str | None) -> None:
    assert days(text, today=None) == [(text, meant)]


def test_expressions_come_in_order_and_do_not_overlap() -> None:
    text = "On Friday, May 3, 2019, and in May 2019\nand last week, on Tuesday night, in 2008."
    assert [words for words, _ in days(text)] == [
        "On Friday, May 3, 2019", "in May 2019", "last week", "on Tuesday night", "in 2008",
    ]  # fmt: skip
