"""When statements were made, and at what occasion.

>>> date_statements(document, attributions)
(Said(range=DateRange(date(2024, 5, 16), date(2024, 5, 16)), words="on Thursday", confidence=0.87), None)
>>> occasions(document, attributions)
("at a rally in Ohio", None)
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from factbase.document import Attribution, DateRange, Document, Said, Spans, Speaker
from factbase.text import Range, covering
from factbase.when import attachment, calendar, carry, events, identity, occasion, timeline
from factbase.when.expressions import Expression, find_expressions, related, within
from factbase.when.place import Place, locate
from factbase.when.place import layout as make_layout
from factbase.when.readings import Anchor

ATTACHED = 0.87
NEWS_DAYS = 7
MARKS = frozenset("“\"‘'«„`")
FULL_STOP = re.compile(r"[.!?…][”’\"'’)\]]*\s*$")
BACKGROUND = frozenset({"year", "year_noun", "decade", "season", "ago"})


def date_statements(
    document: Document, attributions: Sequence[Attribution], *, speakers: Sequence[Speaker | None] | None = None
) -> tuple[Said | None, ...]:
    """When each statement was made, as far as the article tells; one for each attribution.

    An expression dates a statement that it stands beside, outside its content; `speakers`, where resolution has run,
    tell which other statements the date carries over to (else their source words do). The day of publication is never
    taken for that of the utterance. Confidence is at most the share that was right, by rule (docs/dates.md).
    """
    page = _page(document, attributions, speakers)
    today = document.published_on
    found = related(document.text, find_expressions(document.text), Anchor(today, future=False) if today else None)
    said = [
        _attached(document, frame, place, one, found) if frame and place else None
        for frame, place, one in zip(page.frames, page.places, attributions, strict=True)
    ]
    uttered = {e.core for one in attributions for span in one.content for e in within(found, *span)}
    held = _at_events(document, page, attributions, found)
    said = [own or event for own, event in zip(said, held, strict=True)]
    told = [_told(document, page, e) for e in found if e.core not in uttered]
    told.extend(_other_occasions(document.text, page, attributions))
    return tuple(carry.carried(page.places, said, told))


def occasions(
    document: Document, attributions: Sequence[Attribution], *, speakers: Sequence[Speaker | None] | None = None
) -> tuple[str | None, ...]:
    """Where each statement was made, in the words printed: "in an interview with The Guardian", "on Twitter"."""
    page = _page(document, attributions, speakers)
    spans = [occasion.occasion(document.text, frame) if frame else None for frame in page.frames]
    words = [document.text[span[0] : span[1]] if span else None for span in spans]
    return tuple(occasion.spread(page.places, words))


@dataclass(frozen=True, slots=True)
class _Page:
    paragraphs: list[Range]
    sentences: list[Range]
    frames: list[attachment.Frame | None]
    places: list[Place | None]


def _page(document: Document, attributions: Sequence[Attribution], speakers: Sequence[Speaker | None] | None) -> _Page:
    text = document.text
    layout = make_layout(text, attributions)
    voices = (
        identity.resolved(text, attributions, speakers) if speakers is not None else identity.voices(text, attributions)
    )
    places = [locate(layout, a, v) for a, v in zip(attributions, voices, strict=True)]
    frames = attachment.frames(layout.sentences, attributions)
    return _Page(layout.paragraphs, layout.sentences, frames, places)


def _attached(
    document: Document, frame: attachment.Frame, place: Place, one: Attribution, found: list[Expression]
) -> Said | None:
    """Nothing has been said on a day that is yet to come, and what somebody "would say" on none."""
    expression = attachment.attached(document.text, frame, one, found)
    today, future = document.published_on, attachment.is_future(document.text, frame, one)
    if expression is None or (place.habitual and not future):
        return None
    days = _read(expression, today, future=future)
    if days and not future:
        days = calendar.until(days, today)
        if days is None or (place.lasting and (days.start == days.end or days.end != today)):
            return None
    return Said(days, document.text[expression.start : expression.end], ATTACHED)


def _at_events(
    document: Document, page: _Page, attributions: Sequence[Attribution], found: list[Expression]
) -> list[Said | None]:
    """What was said "at the debate", where another sentence dates it."""
    text, today = document.text, document.published_on
    times = [
        (e, page.sentences[at], calendar.until(_read(e, today), today))
        for e in found
        if (at := covering(page.sentences, e.core)) is not None
    ]
    lead = max((end for _, end in page.paragraphs[: timeline.LEAD_PARAGRAPHS + 1]), default=0)
    quoted = [s for a, place in zip(attributions, page.places, strict=True) for s in _quoted(text, a, place)]
    held = events.programme(text, times, lead=lead, quoted=quoted, today=today)
    return events.at_events(text, page.frames, page.places, held)


def _quoted(text: str, one: Attribution, place: Place | None) -> Spans:
    """What of a content is printed as the speaker's own words."""
    if place and place.transcript:
        return one.content
    return tuple(span for span in one.content if text[span.start : span.start + 1] in MARKS)


def _read(expression: Expression, today: date | None, *, future: bool = False) -> DateRange | None:
    return expression.read(Anchor(today, future) if today else None)


def _told(document: Document, page: _Page, e: Expression) -> timeline.Told:
    text, today = document.text, document.published_on
    paragraph, at = covering(page.paragraphs, e.core), covering(page.sentences, e.core)
    home = attachment.near(page.sentences[at], e.core) if at is not None else (e.start, e.end)
    days = _read(e, today) if attachment.sets_scene(text, home, e) else None
    days = calendar.until(days, today)
    words, about = text[e.start : e.end], text[home[0] : home[1]].lower()
    scene = _opens_scene(e)
    out = identity.released(text, home, (e.start, e.end)) if scene else None
    if out and days is None:
        days, scene = calendar.until(_read(e, today), today), False
    news = days is not None and today is not None and (today - days.end).days <= NEWS_DAYS
    recent = news and FULL_STOP.search(about) is not None  # not "Published on Thursday"
    return timeline.Told(e.core, paragraph or 0, words, home, about, days, e.names_days, scene, recent, out)


def _other_occasions(text: str, page: _Page, attributions: Sequence[Attribution]) -> Iterator[timeline.Told]:
    """ "in a recent interview": another time, which ends what was told before."""
    contents = sorted(span for one in attributions for span in one.content)
    ends = list(accumulate((end for _, end in contents), max))
    for found in carry.OTHER_OCCASION.finditer(text):
        begun = bisect_right(contents, found.start(), key=lambda span: span.start)
        paragraph = covering(page.paragraphs, found.start())
        if paragraph is not None and not (begun and found.start() < ends[begun - 1]):
            yield timeline.Told(found.start(), paragraph, found[0], found.span(), "", None, names_days=True, scene=True)


def _opens_scene(e: Expression) -> bool:
    """A day, week or month; a year is mostly background, "he made $19 million in 2015", and so is "a day earlier"."""
    background = e.rule in BACKGROUND or (e.rule == "unit" and "year" in e.found[0])
    return e.names_days and not background and not timeline.IN_PASSING.search(e.found[0])
