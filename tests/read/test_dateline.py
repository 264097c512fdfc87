"""Dates of publication that a plain text prints."""

import pytest

from factbase.read.dateline import printed_date

LINES = [
    ("10 October 2024", "2024-10-10"),
    ("Oct. 5, 2016", "2016-10-05"),
    ("2024-05-17", "2024-05-17"),
    ("Published: 14 March 2025, 18.42 GMT", "2025-03-14"),
    ("First published on Thu 16 May 2024 21.00 BST", "2024-05-16"),
    ("Updated 5:04 PM EDT, Thu May 16, 2024", "2024-05-16"),
    ("Thursday, May 16th, 2024 · 3:04 p.m.", "2024-05-16"),
    ("By Kim Lund | May 3, 2024 | 5 min read", "2024-05-03"),
    ("Published May 3, 2024; updated May 4, 2024 at 9:00 p.m. ET", "2024-05-03"),
    ("Updated May 4, 2024 - Published May 3, 2024", "2024-05-03"),
    ("Last modified 4 Sept 2024", "2024-09-04"),
    ("On 3 May 2024 the council met", None),
    ("LONDON, May 3, 2024 (Reuters) - The council met", "2024-05-03"),
    ("NEW YORK, Feb. 3, 2024 — The council met, " + "and it was late, " * 20, "2024-02-03"),
    ("HULL, England, 3 May 2024 -- The council met", "2024-05-03"),
    ("LONDON, May 3 (Reuters) - The council met", None),
    ("LONDON, May 3, 2024 was a Friday", None),
    ("Mayor 3, 2024", None),
    ("31 February 2024", None),
    ("3 May 2999", None),
    ("1 January 1500", None),
    ("3/5/2024", None),
    ("08.02.2023", "2023-02-08"),
    ("published at 08:12 Greenwich Mean Time 13 December 2019", "2019-12-13"),
    ("December 17, 2022, 17:47 – Harbour News Service – HNS", "2022-12-17"),
    ("December 10, 2015 / 12:18 PM / 4 years ago", "2015-12-10"),
    ("Xinhua, September 28, 2015 Adjust font size:", "2015-09-28"),
    ("Harbour, September 28, 2015", None),
    ("3 March 2022, 10:15 – The council said it was fine.", None),
    ("May 2024", None),
    ("The council met", None),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_line_below_the_title(line: str, expected: str | None) -> None:
    assert printed_date(f"Council meets\n\n{line}\n\nIt was late.") == expected


def test_a_title_may_end_in_it() -> None:
    assert printed_date("Press Briefing – May 16, 2024\nGood afternoon.") == "2024-05-16"
    assert printed_date("What happened on May 16, 2024\nNothing.") is None
    assert printed_date("Roe\nPress Briefing – May 16, 2024\nGood afternoon.") is None


def test_a_stamp_with_a_clock_is_the_article_s() -> None:
    assert printed_date("17 July 2024\nSunday 16 October 2016 - 14:41\nTalks go on") == "2016-10-16"
    assert (
        printed_date("Talks\n" + "They met again. " * 20 + "\n6:58 AM EST, March 3, 2024\nIt rained.") == "2024-03-03"
    )
    assert printed_date("Talks\n\nDiplomacy 10:18 October 06, 2022\nIt rained.") == "2022-10-06"
    assert printed_date("Talks\n\nDiplomacy October 06, 2022\nIt rained.") is None


def test_a_report_may_begin_with_its_day() -> None:
    line = "Monday, July 3, 2023 – The council met."
    assert printed_date(line) == "2023-07-03"
    assert printed_date(f"Council meets\n{line}\nIt was late.") == "2023-07-03"
    assert printed_date(f"{line}\nTuesday, July 4, 2023 – It met again.") is None  # a chronicle
    assert printed_date("July 3, 2023 – The council met.") is None


def test_only_the_head_is_searched() -> None:
    line = "\n3 May 2024\n"
    assert printed_date("Council meets\n" + "The council met. " * 20 + line) is None
    assert printed_date("Council\n" + "Short.\n" * 12 + line) is None
    assert printed_date("") is None
