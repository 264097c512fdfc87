"""Finds the words that name a day or another time in a text.

Months and weekdays count only as they are printed for dates: "in May" but not "may have", "Sat., Feb. 3" but not
"sat down"; a year only after "in" and the like, never in "2016 hopefuls" or "in 1,900 cases".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import NamedTuple

from factbase.document import DateRange
from factbase.when import calendar, readings
from factbase.when.readings import Anchor, Reader, relative


@dataclass(frozen=True, slots=True)
class Expression:
    """Words for a time: "on Thursday night" from `start`, the bare "Thursday night" from `core`, both to `end`."""

    start: int
    core: int
    end: int
    rule: str
    found: re.Match[str]
    meant: DateRange | None = None
    """The day of "later that day", by the one told before."""

    @property
    def names_days(self) -> bool:
        """False for words that tell of another time without naming it: "the day before the vote", "since Monday"."""
        return self.meant is not None or self.rule not in ("vague", "related")

    def read(self, anchor: Anchor | None) -> DateRange | None:
        """The days meant; None where they depend on an unknown day of publication, or are none of the calendar."""
        return self.meant or RULES[self.rule].read(self.found, anchor)


class Rule(NamedTuple):
    pattern: re.Pattern[str]
    read: Reader


MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
FULL_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
WEEKDAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
ANY_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun)\b\.?)"
NAMED_AFTER_DAY = "(?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|Star|Sun|World|People|Tribune|Morning|Night)"
NOT_NAMED = "".join(f"(?<!{word} )" for word in "Super Black Good Cyber Bloody Ash Palm Ruby".split())
TIME_OF_DAY = "(?i:morning|afternoon|evening|night|noon|lunchtime)"
CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?|noon|midnight)(?: ?(?i:[ap]\.?m\.?))?(?: [A-Z]{2,4}\b)?"
PART_OF_DAY = rf"(?:(?: (?i:early|late|mid))?[ -]{TIME_OF_DAY}\b)?(?: \({CLOCK}\))?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
DAYS = rf"(?P<d>{DAY})(?:(?: ?[-–—] ?| to | through | and | until )(?P<d2>{DAY}))?"
ON_WEEKDAY = rf"(?:\b{ANY_WEEKDAY}{PART_OF_DAY},? (?:the )?)?"
YEAR = r"(?:1\d|20)\d\d(?!\d|,\d|\.\d|%|[-–]\d{3,})"
DECADE = r"(?:1\d|20)\d0|\d0"
EARLY = "(?:(?i:early|late|mid)[- ])"
PART = "(?:(?P<part>(?i:early|late|mid))[- ](?:in )?)?"
WHICH = "(?P<which>(?i:last|this past|this|next|past|previous|coming))"
TO = "(?: to | through | until | and )"
NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9]\d?)"
DETERMINER = "(?i:an?|the|his|her|its|their|this|last|that)"
SPOKEN = (
    "interviews?|reports?|memo|speech|speeches|statements?|letter|essay|op-ed|column|debates?|tweets?|posts?|rally"
    "|address|book|article|story|poll|survey|study|hearing|filing|ruling|opinion|testimony|deposition|conference"
    "|convention|summit|episode|segment|broadcast|video|email|e-mail|paper|release|campaign|election|meeting|visit"
    "|appearance|profile|documentary|film|note|message|analysis|announcement|briefing|town hall|forum|call|trip|race"
    "|primary|primaries|audit|review|lawsuit|complaint|decision"
)
DATED_BY_YEAR = (
    f"{SPOKEN}|admission|examination|investigation|inquiry|claim|pledge|promise|vow|warning|remark|comment|apology"
    "|endorsement|complaint|accusation|order|agreement|accord|treaty|resolution|law|act|bill|measure"
)
UNIT = "(?:day|night|morning|week|weekend|month|year|decade|hour|minute)"
SOME = r"(?i:the|a|an|that|some|many|few|several|previous|following|next|same|two|three|four|five|six|\d+)"


def _holiday(name: str) -> str:
    """ "new years day" matches "New Year's Day" and "New Year’s Day"."""
    words = [w if w == "of" else w.upper() if w == "mlk" else w.capitalize() for w in name.split()]
    return " ".join(_possessive(w) for w in words)


def _possessive(word: str) -> str:
    if word in ("Years", "Valentines", "Patricks", "Veterans", "Presidents"):
        return f"{word[:-1]}['’]?s['’]?"
    return f"{word}\\.?" if word in ("St", "Jr") else word


HOLIDAY = "|".join(map(_holiday, sorted(calendar.HOLIDAYS, key=len, reverse=True)))

PATTERNS: tuple[tuple[str, str, Reader], ...] = (
    ("iso", r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d|-)", readings.iso),
    (
        "full",
        rf"{ON_WEEKDAY}(?<![\w-])(?P<m>{MONTH}) {DAYS}(?![\w%:]|[.,]\d| (?:percent|per cent|million|billion))"
        rf"(?:,? (?P<y>{YEAR}))?",
        readings.full,
    ),
    (
        "day_first",
        rf"{ON_WEEKDAY}(?<![\w.,-]){DAYS} (?:of )?(?P<m>{FULL_MONTH}|[JFMASOND][a-z][a-z](?= \d{{4}}))(?![\w-])"
        rf"(?:,? (?P<y>{YEAR}))?",
        readings.full,
    ),
    ("month_year", rf"(?<![\w-]){PART}(?P<m>{MONTH}),? (?:of )?(?P<y>{YEAR})", readings.month_year),
    (
        "months",
        rf"\b(?i:from|between) (?P<m>{FULL_MONTH}){TO}(?P<m2>{FULL_MONTH})(?!\w| \d| [A-Z])",
        relative(readings.months),
    ),
    (
        "holiday",
        rf"\b(?P<name>{HOLIDAY})(?!\w| [A-Z]| (?:sale|deal|shop|parade|card|gift))(?:,? (?P<y>{YEAR}))?",
        readings.holiday,
    ),
    (
        "month",
        rf"\b(?:(?i:in|during|until|by|of|on) |(?={EARLY})|(?:in )?{WHICH} ){PART}(?P<m>{FULL_MONTH})"
        r"(?![\w-]| [A-Z\d]| on [A-Z])",
        relative(readings.month_alone),
    ),
    (
        "month_noun",
        rf"\b{DETERMINER} (?P<m>{FULL_MONTH})(?= (?:[^\W\d]\w* )?(?:{SPOKEN})\b)",
        relative(readings.month_alone),
    ),
    ("month_of", rf"\b(?P<m>{FULL_MONTH})(?=['’]s (?:\w+ ){{0,2}}(?:{SPOKEN})\b)", relative(readings.month_alone)),
    ("weekdays", rf"\b(?i:from|between) (?P<w>{WEEKDAY}){TO}(?P<w2>{WEEKDAY})\b", relative(readings.weekdays)),
    (
        "weekday_of_week",
        rf"\b(?P<w>{WEEKDAY})(?: of)? (?P<which>(?i:last|this|next)) week\b"
        rf"|\b(?P<which2>(?i:last|this|next)) week on (?P<w2>{WEEKDAY})\b",
        relative(readings.weekday_of_week),
    ),
    (
        "weekday",
        rf"(?:\b{WHICH} )?{NOT_NAMED}\b(?P<w>{WEEKDAY})(?! {NAMED_AFTER_DAY})\b{PART_OF_DAY}(?!\w)",
        relative(readings.weekday_alone),
    ),
    (
        "near",  # in capitals only at the start of a sentence: "USA Today", “Today” and "CBS This Morning" are names
        rf"(?:(?<!\w )(?:Yesterday|Today|Tonight|Tomorrow)(?![,.]?['’”\"])|\b(?:yesterday|today|tonight|tomorrow))"
        rf"(?:[ -]{TIME_OF_DAY}\b)?(?!['’]s \w)(?!\w)"
        r"|(?:\bt|(?<!\w )T)his (?:morning|afternoon|evening)\b|(?:\bl|(?<!\w )L)ast (?:night|evening)\b",
        relative(readings.near),
    ),
    (
        "unit",
        rf"(?<!\bthe )\b(?:(?P<part>(?i:earlier|later|late|early)) (?:in )?)?{WHICH} (?P<unit>week|month|year)\b"
        r"(?!['’]?s? end)",
        relative(readings.unit),
    ),
    ("so_far", r"\b(?i:earlier in the) (?P<unit>week|month|year)\b(?! of)", relative(readings.so_far)),
    ("weekend", rf"\b(?:{WHICH}|(?i:over|at|on|during) the) weekend\b", relative(readings.weekend)),
    (
        "season",
        rf"\b(?:{WHICH} |(?i:in|during|over) (?:the )?{EARLY}?)(?P<season>spring|summer|fall|autumn|winter)"
        rf"(?:(?: of)? (?P<y>{YEAR}))?(?![\w-]|['’])",
        readings.season,
    ),
    ("ago", rf"(?<!than )\b(?P<n>{NUMBER}) (?P<unit>day|week|month|year)s? ago\b", relative(readings.ago)),
    (
        "year",
        rf"\b(?i:in|during|from|between|back in|as early as|of)(?: the year)? {PART}(?P<y>(?:1\d|20)\d\d(?!\d|[.,]\d))"
        rf"(?:(?: ?[-–—] ?|{TO})(?P<y2>{YEAR}))?(?![\w%$-]| (?:\w+ )?(?:people|cases|percent|dollars|votes|members))",
        readings.year,
    ),
    ("year_noun", rf"\b{DETERMINER} (?P<y>{YEAR})(?= (?:\w+ )?(?i:{DATED_BY_YEAR})\b)", readings.year),
    (
        "decade",
        rf"\b(?i:in|during|of|from) (?:the )?{EARLY}?['’‘]?(?P<y>{DECADE})['’]?s"
        rf"(?: (?:and|to|through|or) (?:the )?['’‘]?(?P<y2>{DECADE})['’]?s)?\b",
        readings.decade,
    ),
    (
        "related",
        r"\b(?:(?i:later|earlier) )?(?:(?i:on) )?(?i:the|that) same (?:day|morning|afternoon|evening|night)\b"
        r"|\b(?i:later|earlier) (?:in the|that) (?:day|morning|afternoon|evening|night)\b"
        r"|\b(?i:the (?P<next>next|following)|the (?P<last>previous)) (?:day|morning|afternoon|evening|night)\b"
        r"|\b(?i:a day (?P<later>later)|a day (?P<earlier>earlier))\b",
        readings.nothing,
    ),
    (
        "vague",
        rf"\b(?:{SOME} ){{1,4}}{UNIT}s? (?:before|after|earlier|later|prior|ago)\b"
        rf"|\b(?i:the (?:previous|following|next) {UNIT})\b"
        r"|\b(?i:days|weeks|months|years|decades) (?:before|after|earlier|later|ago)\b"
        r"|\b(?i:in|over|for|during) (?:the )?(?:recent|past|last|previous) "
        r"(?:\w+ )?(?:(?:day|week|month|year|decade)s?|past)\b",
        readings.nothing,
    ),
)
RULES = {name: Rule(re.compile(pattern), read) for name, pattern, read in PATTERNS}

# What stands before the bare words and belongs to what is printed: "late on", "as of", "in early".
LEAD = re.compile(
    r"(?:\b(?i:late|early|earlier|back|just|as) )?"
    r"\b(?:(?i:on|in|at|over|during|by|until|of|throughout|as of|for|from|between) )?"
    r"(?:(?:the|that) )?(?:(?i:late|early|earlier|later|mid)[ -])?$"
)
# "since Monday" is not on Monday.
SHIFTED = re.compile(
    r"\b(?i:since|before|after|ahead of|prior to|following|beyond|starting|beginning)(?: on| in| the| last| this)*\s$"
)
SENTENCE_END = re.compile(r"[.!?][”’\"']?\s|\n")
NEAR = 700  # characters from "later that day" to the day it is of
# A line without any of these holds no expression; looking for them first makes plain lines five times as fast.
TRIGGER = re.compile(
    r"[Dd]ay|DAY|Eve\b|[Nn]ight|[Mm]orning|[Ee]vening|week|month|year|ago|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|\d\d"
    r"|Easter|Christmas|Thanksgiving|Halloween|Juneteenth|Pentecost|earlier|later|decade|before|after|hour|minute|past"
    r"|[Tt]omorrow|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d-\d|\d (?:and|to) \d"
)


def find_expressions(text: str) -> list[Expression]:
    """Every expression in reading order; where two overlap, the one that starts first, then the longer one."""
    found = sorted(_candidates(text), key=lambda e: (e.core, -e.end))
    kept: list[Expression] = []
    for one in found:
        if not kept or one.core >= kept[-1].end:
            kept.append(one)
    return kept


def related(text: str, found: list[Expression], anchor: Anchor | None) -> list[Expression]:
    """With the days of "later that day", "the next day", "a day earlier", by the first day of the sentence before."""
    out: list[Expression] = []
    day, at = None, 0
    for one in found:
        if one.rule == "related" and day and one.core - at <= NEAR:
            ahead = bool(one.found["next"] or one.found["later"]) - bool(one.found["last"] or one.found["earlier"])
            out.append(replace(one, meant=calendar.one(day + timedelta(ahead))))
        else:
            out.append(one)
        told = out[-1].read(anchor)
        if told and told.start == told.end and (day is None or SENTENCE_END.search(text, at, one.core)):
            day, at = told.start, one.end
    return out


def within(found: list[Expression], start: int, end: int) -> list[Expression]:
    """Those of a sorted list whose bare words begin in a range."""
    return found[bisect_left(found, start, key=_core) : bisect_left(found, end, key=_core)]


def _core(e: Expression) -> int:
    return e.core


def _candidates(text: str) -> Iterator[Expression]:
    for line in re.finditer(r"[^\n]+", text):
        if TRIGGER.search(text, line.start(), line.end()):
            for name, rule in RULES.items():
                for found in rule.pattern.finditer(text, line.start(), line.end()):
                    yield _expression(text, line.start(), name, found)


def _expression(text: str, line_start: int, name: str, found: re.Match[str]) -> Expression:
    before = text[max(line_start, found.start() - 24) : found.start()]
    lead = LEAD.search(before)
    start = found.start() - (len(lead.group()) if lead else 0)
    shifted = SHIFTED.search(text[max(line_start, start - 24) : start])
    return Expression(start, found.start(), found.end(), "vague" if shifted else name, found)
