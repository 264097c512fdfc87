"""The date of publication that a plain text prints at its head, in a line that tells nothing else.

Nothing is guessed: "On 3 May 2024 the council met" is no such line, nor is "3/5/2024", which may be two days.
"""

import re
from datetime import date

from factbase.read.published import FIRST_NEWSPAPER, latest

HEAD = 12  # lines that are not blank
LONGEST = 200  # characters; a longer line after the title is the article's first paragraph
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
DATES = (
    re.compile(rf"\b{DAY} {MONTH},? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{MONTH} {DAY},? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b"),
)
LABEL = re.compile(
    r"\b(?:(?:first|last|originally) )?(?:published|posted|updated|modified|issued|released|filed|date)\b:?",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"\b\d{1,3} (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago\b|\bAdjust font size\b"
    r"|\d{1,2} min(?:ute)?s?(?: read)?|\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?"
    r"|\b\d{1,2}(?:[:.]\d{2}){0,2} ?(?:[ap]\.?m\b\.?)?"
    r"|\b(?:Greenwich Mean|British Summer|Central European(?: Summer)?|(?:Eastern|Central|Mountain|Pacific)"
    r"(?: Standard| Daylight)?|India Standard|Moscow|Local) Time\b"
    r"|\b(?:GMT|UTC)[+-]\d{1,2}(?::\d{2})?|\b[A-Z]{1,3}T\b|\b(?:GMT|UTC|CET|EET|MSK|Z|local time)\b|\b(?:on|at)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(r"\s*by [^.!?:\n]{3,120}?(?=\s*[,|·•–—-])", re.IGNORECASE)
PLACED = r"[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][\w. ]{1,20})?, "
SENT = r",? ?(?:\([A-Z][^()]{1,30}\) ?)?[-–—]{1,2} "
DISPATCHES = tuple(re.compile(f"{PLACED}(?i:{found.pattern}){SENT}") for found in DATES)
"""How a dispatch begins: "HELSINKI, March 3, 2025 (Reuters) - "."""
DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
REPORTS = tuple(re.compile(rf"(?m:^){DAYS},? (?i:{found.pattern}) ?[–—-]{{1,2}} ?(?=[A-Z“\"])") for found in DATES)
REPORTED = 3  # lines from the top
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
BETWEEN = r"[\s,.;:|/·•–—()\[\]-]"
SECTION = re.compile(rf"{BETWEEN}*[A-Z][\w.&'’-]*(?:{BETWEEN}+[A-Z][\w.&'’-]*){{0,5}}{BETWEEN}*")
AGENCY = re.compile(
    rf"{BETWEEN}*(?:Xinhua|Reuters|AFP|AP|UPI|EFE|ANSA|dpa|TASS|ANI|PTI|Kyodo|Yonhap|Anadolu){BETWEEN}*"
)
TITLE = re.compile(r".*\S\s*[–—|-]\s+")
MARKS = re.compile(f"{BETWEEN}*")


def printed_date(text: str) -> str | None:
    """The day as ISO 8601; None where no line is a date, or it lies in the future."""
    lines = [line.strip() for line in text[: HEAD * LONGEST * 2].splitlines() if line.strip()][:HEAD]
    begun, first = False, None
    for number, line in enumerate(lines):
        if found := _sent(line):
            return found
        begun |= number > 0 and len(line) > LONGEST
        stamped = CLOCK.search(line) is not None
        found = _date_of(line, title=number == 0, stamped=stamped) if stamped or not begun else None
        if found and stamped:
            return found  # above it a site prints today's date
        first = first or found
    return first or _day_of_report(text, lines)


def _day_of_report(text: str, lines: list[str]) -> str | None:
    """ "Monday, July 3, 2023 – The council met": how reports of some papers begin, and chronicles all their entries."""
    begun = [m for line in lines[:REPORTED] for pattern in REPORTS if (m := pattern.match(line))]
    return _iso(begun[0]) if begun and sum(len(p.findall(text)) for p in REPORTS) == 1 else None


def _sent(line: str) -> str | None:
    found = next((m for pattern in DISPATCHES if (m := pattern.match(line))), None)
    return _iso(found) if found else None


def _date_of(line: str, *, title: bool, stamped: bool) -> str | None:
    dates = sorted((m for pattern in DATES for m in pattern.finditer(line)), key=lambda m: m.start())
    if not dates:
        return None
    rest = line
    for found in reversed(dates):
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    rest = ASIDE.sub("", LABEL.sub("", BYLINE.sub("", rest)))
    ends_title = title and TITLE.fullmatch(line, 0, dates[-1].start()) and MARKS.fullmatch(line, dates[-1].end())
    # "Diplomacy 10:18 October 06, 2022", "Xinhua, September 28, 2015"
    filed = (stamped and SECTION.fullmatch(rest)) or AGENCY.fullmatch(rest)
    if not MARKS.fullmatch(rest) and not ends_title and not filed:
        return None
    return _iso(dates[-1] if ends_title else _published(line, dates))


def _published(line: str, dates: list[re.Match[str]]) -> re.Match[str]:
    """Of several the one that is not called an update."""
    for found in dates:
        label = [m[0].lower() for m in LABEL.finditer(line, 0, found.start())]
        if not label or ("updated" not in label[-1] and "modified" not in label[-1]):
            return found
    return dates[0]


def _iso(found: re.Match[str]) -> str | None:
    month = found["month"].lower()
    try:
        day = date(
            int(found["year"]), int(month) if month.isdigit() else MONTHS.index(month[:3]) + 1, int(found["day"])
        )
    except ValueError:
        return None
    return day.isoformat() if day.year >= FIRST_NEWSPAPER and day <= latest() else None
