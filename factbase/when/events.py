"""A named event that the article dates once and speaks of again: "Monday's debate", then "during the debate, she said"."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from factbase.document import DateRange
from factbase.text import Range
from factbase.when.attachment import SPEAKING, Frame, reaches
from factbase.when.expressions import Expression

GATHERINGS = frozenset("debate,town hall,forum,hearing,convention,summit,protest,march,rally,vigil".split(","))
AHEAD = re.compile(rf"(?:['’]s?|,? (?:in|at|during) (?:an?|the|his|her|their)) (?:[\w.-]+ ){{0,3}}?(?P<noun>{SPEAKING})\b")
BEHIND = re.compile(
    rf"\b(?P<noun>{SPEAKING})\b(?: (?!(?:before|after|since|until|ahead|that|which|who|when|as|and|but)\b)[\w’'.-]+){{0,6}}$"
)
AGAIN = re.compile(
    rf"\b(?:[Aa]t|[Ii]n|[Dd]uring|[Oo]f|[Tt]old|[Oo]n|[Tt]hroughout) (?:the|that|this|his|her|their) "
    rf"(?:[\w-]+ ){{0,2}}?(?P<noun>{SPEAKING})\b(?:['’]s)?(?! (?:season|schedule|commission|organi[sz]ers?|plan|debate))"
)
AFTERWARDS = re.compile(
    r"\b(?i:after|before|since|ahead of|following|until|prior to|than|about|run-?up to|on the eve of|post-)\b[^,;]*$"
)

NEWS_DAYS = 3


class Event(NamedTuple):
    """What was held on a day, where the text says so."""

    position: int
    sentence: Range
    noun: str
    days: DateRange
    words: str
    attended: bool
    """Told as what goes on: not "ahead of Monday's debate"."""


def find_events(text: str, dated: Sequence[tuple[Expression, Range, DateRange | None]]) -> list[Event]:
    """In reading order, from expressions with their sentences and days; one that is no single day names no event."""
    return [
        Event(
            e.core,
            sentence,
            noun.lower(),
            days,
            text[e.start : e.end],
            not AFTERWARDS.search(text[sentence[0] : e.core]),
        )
        for e, sentence, days in dated
        if days and days.start == days.end and (noun := _noun(text, e, sentence))
    ]


def _noun(text: str, e: Expression, sentence: Range) -> str | None:
    before = text[max(sentence[0], e.start - 80) : e.start].rstrip()
    found = AHEAD.match(text, e.end, sentence[1]) or BEHIND.search(before)
    return found["noun"] if found else None


def spoken_of(text: str, frame: Frame, events: Sequence[Event]) -> Event | None:
    """The event that the words which do the attributing go back to: the last of its name told before them."""
    for again in AGAIN.finditer(text, *frame.home):
        if reaches(text, frame, again.span()) and not AFTERWARDS.search(text[frame.home[0] : again.start()]):
            named = [e for e in events if e.noun == again["noun"].lower() and e.position < again.start()]
            if named:
                return named[-1]
    return None


def reported(events: Sequence[Event], lead_ends: int, today: date | None) -> Event | None:
    """The gathering that an article reports: the first event of its first paragraphs, just over, if many speak at such.

    A weekday most of a week back is as likely to come: "he will do well in Monday's debate", in a paper of Sunday.
    """
    first = next(iter(events), None)
    if first is None or today is None or first.position >= lead_ends:
        return None
    news = (today - first.days.end).days <= NEWS_DAYS
    return first if news and first.attended and first.noun in GATHERINGS else None
