"""A named event that is dated once and spoken of again: "at Monday's debate", then "during the debate, she said".

An article that opens with such an event, just over, reports it: what it tells people said, it tells they said there.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from factbase.document import DateRange, Said, Span
from factbase.text import Range
from factbase.when.attachment import FUTURE, SPEAKING, Frame, reaches
from factbase.when.expressions import Expression
from factbase.when.place import Place

# Where many people speak.
GATHERINGS = frozenset("debate,town hall,forum,hearing,convention,summit,protest,march,rally,vigil".split(","))
AHEAD = re.compile(
    rf"(?:['’]s?|,? (?:in|at|during) (?:an?|the|his|her|their)) (?:[\w.-]+ ){{0,3}}?(?P<noun>{SPEAKING})\b"
)
NO_CLAUSE = r"(?!(?:before|after|since|until|ahead|that|which|who|when|as|and|but)\b)"
BEHIND = re.compile(rf"\b(?P<noun>{SPEAKING})\b(?: {NO_CLAUSE}[\w’'.-]+){{0,6}}$")
AGAIN = re.compile(
    rf"\b(?:[Aa]t|[Ii]n|[Dd]uring|[Oo]f|[Tt]old|[Oo]n|[Tt]hroughout) (?:the|that|this|his|her|their) "
    rf"(?:[\w-]+ ){{0,2}}?(?P<noun>{SPEAKING})\b(?:['’]s)?"
    r"(?! (?:season|schedule|commission|organi[sz]ers?|plan|debate|process))"
)
PARTS = (
    "beginning|start|opening|end|close|middle|half|hours?|minutes?|moments?|rounds?|parts?|portion|night|day|winners?"
    "|losers?|highlights?|stage|course"
)
# "at Monday's debate"; "A second debate began Monday night"; "The beginning of Saturday's debate was awkward"
AT = re.compile(
    r"\b(?i:at|in|during|throughout|on) (?:[\w’'.-]+ ){0,5}$|^\W*(?:(?!of\b)[\w’'.-]+ ){0,4}$"
    rf"|\b(?:{PARTS}) of (?:[\w’'.-]+ ){{0,5}}$"
)
AFTERWARDS = re.compile(
    r"\b(?i:after|before|since|ahead of|following|until|prior to|than|about|run-?up to|on the eve of|post-)\b[^,;]*$"
)
NEWS_DAYS = 3
AT_EVENT = 0.65

Time = tuple[Expression, Range, DateRange | None]
"""An expression, its sentence and its days."""


class Event(NamedTuple):
    """What was held on a day, where the text says so."""

    position: int
    sentence: Range
    noun: str
    days: DateRange
    words: str
    attended: bool
    """Told as what goes on: "at Monday's debate", not "ahead of" it or "the meaning of" it."""


@dataclass(frozen=True, slots=True)
class Programme:
    """The events that an article dates."""

    by_noun: dict[str, list[Event]]
    """In reading order."""
    reported: Event | None
    """The gathering that the article is about."""
    disturbed: int
    """Where another time is told after that."""


def programme(text: str, times: Sequence[Time], *, lead: int, quoted: Sequence[Span], today: date | None) -> Programme:
    """`lead` is where headline and first paragraphs end, `quoted` what is printed as people's own words."""
    events = find_events(text, times)
    by_noun: dict[str, list[Event]] = {}
    for event in events:
        by_noun.setdefault(event.noun, []).append(event)
    first = next((e for e in events if e.position < lead and not _inside(quoted, e.position)), None)
    if first is None or today is None or not _is_news(first, today):
        return Programme(by_noun, None, 0)
    other = (e.core for e, _, days in times if e.core >= first.sentence[1] and days != first.days)
    return Programme(by_noun, first, next(other, len(text)))


def _inside(spans: Sequence[Span], position: int) -> bool:
    return any(start <= position < end for start, end in spans)


def _is_news(event: Event, today: date) -> bool:
    """A weekday most of a week back is as likely to come: "He will do well in Monday's debate", printed on a Sunday."""
    return event.attended and event.noun in GATHERINGS and (today - event.days.end).days <= NEWS_DAYS


def find_events(text: str, times: Sequence[Time]) -> list[Event]:
    """In reading order; a time that is no single day names no event, nor does what will be."""
    found = ((e, sentence, days, _noun(text, e, sentence)) for e, sentence, days in times if _is_day(days))
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


def at_events(
    text: str, frames: Sequence[Frame | None], places: Sequence[Place | None], held: Programme
) -> list[Said | None]:
    """For each statement the day of the event it was made at, where another sentence dates that."""
    return [
        Said(event.days, event.words, AT_EVENT)
        if frame and place and place.goes_on and not place.habitual and (event := _event(text, frame, place, held))
        else None
        for frame, place in zip(frames, places, strict=True)
    ]


def _event(text: str, frame: Frame, place: Place, held: Programme) -> Event | None:
    return _spoken_of(text, frame, held) or (held.reported if _is_there(place, held) else None)


def _is_there(place: Place, held: Programme) -> bool:
    """After the event was told, and before any other time is."""
    start, end = place.sentence
    return (
        held.reported is not None and not place.perfect and held.reported.sentence[1] <= start < end <= held.disturbed
    )


def _spoken_of(text: str, frame: Frame, held: Programme) -> Event | None:
    """The event that the words which do the attributing go back to: the last of its name told before them."""
    for again in AGAIN.finditer(text, *frame.home) if held.by_noun else ():
        events = held.by_noun.get(again["noun"].lower(), [])
        before = bisect_left(events, again.start(), key=lambda e: e.position)
        told_as_over = AFTERWARDS.search(text[frame.home[0] : again.start()])
        if before and not told_as_over and reaches(text, frame, again.span()):
            return events[before - 1]
    return None
