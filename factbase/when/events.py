"""A named event that the article dates once and speaks of again: "Monday's debate", then "during the debate, she said"."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from factbase.document import DateRange
from factbase.text import Range
from factbase.when.attachment import FUTURE, SPEAKING, Frame, reaches
from factbase.when.expressions import Expression

GATHERINGS = frozenset("debate,town hall,forum,hearing,convention,summit,protest,march,rally,vigil".split(","))
AHEAD = re.compile(
    rf"(?:['’]s?|,? (?:in|at|during) (?:an?|the|his|her|their)) (?:[\w.-]+ ){{0,3}}?(?P<noun>{SPEAKING})\b"
)
BEHIND = re.compile(
    rf"\b(?P<noun>{SPEAKING})\b(?: (?!(?:before|after|since|until|ahead|that|which|who|when|as|and|but)\b)[\w’'.-]+){{0,6}}$"
)
AGAIN = re.compile(
    rf"\b(?:[Aa]t|[Ii]n|[Dd]uring|[Oo]f|[Tt]old|[Oo]n|[Tt]hroughout) (?:the|that|this|his|her|their) "
    rf"(?:[\w-]+ ){{0,2}}?(?P<noun>{SPEAKING})\b(?:['’]s)?(?! (?:season|schedule|commission|organi[sz]ers?|plan|debate))"
)
# "at Monday's debate"; "A second debate began Monday night"; "The beginning of Saturday's debate was awkward"
AT = re.compile(
    r"\b(?i:at|in|during|throughout|on) (?:[\w’'.-]+ ){0,5}$|^\W*(?:(?!of\b)[\w’'.-]+ ){0,4}$"
    r"|\b(?:beginning|start|opening|end|close|middle|half|hours?|minutes?|moments?|rounds?|parts?|portion|night|day|winners?"
    r"|losers?|highlights?|stage|course) of (?:[\w’'.-]+ ){0,5}$"
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
    """Told as what goes on: "at Monday's debate", not "ahead of" it or "the meaning of" it."""


def find_events(text: str, dated: Sequence[tuple[Expression, Range, DateRange | None]]) -> list[Event]:
    """In reading order, from expressions with their sentences and days; one that is no single day names no event,
    nor does what will be."""
    found = ((e, sentence, days, _noun(text, e, sentence)) for e, sentence, days in dated if _is_day(days))
    return [
        Event(e.core, sentence, noun[0], days, text[e.start : e.end], _is_attended(text, sentence, noun[1]))
        for e, sentence, days, noun in found
        if days and noun and not FUTURE.search(text, sentence[0], e.start)
    ]


def _is_day(days: DateRange | None) -> bool:
    return days is not None and days.start == days.end


def _noun(text: str, e: Expression, sentence: Range) -> tuple[str, int] | None:
    """The event's noun, and where what names it begins, day or noun."""
    if ahead := AHEAD.match(text, e.end, sentence[1]):
        return ahead["noun"].lower(), ahead.start("noun")
    start = max(sentence[0], e.start - 80)
    behind = BEHIND.search(text[start : e.start].rstrip())
    return (behind["noun"].lower(), start + behind.start("noun")) if behind else None


def _is_attended(text: str, sentence: Range, noun: int) -> bool:
    before = text[sentence[0] : noun]
    return bool(AT.search(before)) and not AFTERWARDS.search(before)


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
