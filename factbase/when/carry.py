"""Takes a date from where it is told to statements of the same speaker that plainly belong there.

The limits were measured on PolNeAR's articles (docs/dates.md): a day carries on while the same speaker goes on,
longer periods hardly ever do, and what somebody "has long said" has no day.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factbase.document import DateRange, Said
from factbase.text import Range
from factbase.when import identity
from factbase.when.identity import Voice
from factbase.when.place import Place

OTHER_OCCASION = re.compile(
    r"\b(?i:in|at|during|on) (?:an? |the )?(?:recent|other|previous|earlier|different) "
    r"(?:[\w-]+ ){0,2}(?:interviews?|appearances?|statements?|speech(?:es)?|rall(?:y|ies)|debates?|tweets?|posts?"
    r"|remarks|comments|letters?|hearings?|meetings?|events?|occasions?)\b"
)
# What is told of the day before goes no further.
IN_PASSING = re.compile(r"(?i:\ba day earlier|\bthe previous \w+)$")
LEAD_PARAGRAPHS = 3
NEWS_PARAGRAPHS = 5
NEAR_PARAGRAPHS = 2
SCENE_PARAGRAPHS = 5
ONE_DAY = 0.3
HEADING_PARAGRAPHS = 2
RESTATED = 0.4  # of a headline's stems
# At most the share that was right of all dates that a rule gave (docs/dates.md).
LED, CARRIED, TITLED, CARRIED_FAR = 0.85, 0.82, 0.82, 0.8
RELEASED, IN_SENTENCE, SUMMED_UP, BEFORE = 0.75, 0.75, 0.7, 0.7
TOLD, NEXT, OF_THE_DAY, REPLIED = 0.65, 0.65, 0.6, 0.55


@dataclass(frozen=True, slots=True)
class Told:
    """A time in the article's own words: in nobody's mouth, and not where it dates a statement."""

    position: int
    paragraph: int
    words: str
    sentence: Range
    about: str
    """Its sentence in lower case."""
    range: DateRange | None
    """None for a time that is no days of the calendar, or only in a side clause: such a time ends a scene."""
    names_days: bool
    scene: bool
    """It can begin another scene."""
    recent: bool = False
    """Told in a whole sentence, of the week before the day of publication."""
    released: str | None = None
    """The document that came out then: "poll" for "a poll released on Friday"."""


class Timeline:
    """What an article dates and tells, by position."""

    def __init__(self, places: Sequence[Place | None], said: Sequence[Said | None], told: Sequence[Told]) -> None:
        dated = ((p, s) for p, s in zip(places, said, strict=True) if p and s)
        self.dated = sorted(dated, key=lambda pair: pair[0].position)
        self.order = sorted((p for p in places if p), key=lambda p: p.position)
        self.at_turns = [pair for pair in self.dated if not pair[0].in_turn]
        self.told = sorted(told, key=lambda t: t.position)
        self.released = _releases(self.told)
        self.opening = _opening(self.told)
        self.by_voice: dict[int, list[tuple[Place, Said]]] = defaultdict(list)
        for place_of_it, date in self.dated:
            if (voice := place_of_it.voice) and not IN_PASSING.search(date.words):
                for number in (voice.number, *voice.members):
                    self.by_voice[number].append((place_of_it, date))

    def before(self, here: Place) -> tuple[Place, Said] | None:
        """The last dated statement of the same speaker; in a transcript, of anybody whom nobody reports there."""
        voice = here.voice.number if here.voice else None
        dated = self.at_turns if here.transcript else self.by_voice.get(voice, []) if voice is not None else []
        at = bisect_left(dated, here.position, key=lambda pair: pair[0].position)
        return dated[at - 1] if at else None

    def between(self, start: int, end: int) -> list[Told]:
        """The times told in a range of the text."""
        first, last = (bisect_left(self.told, position, key=lambda t: t.position) for position in (start, end))
        return self.told[first:last]

    def dates_another(self, time: Told, here: Place) -> bool:
        """It stands beside statements of other speakers alone: "This week, Vane said"."""
        at = bisect_left(self.order, time.position, key=lambda p: p.sentence[1])
        near = [p for p in self.order[at : at + 6] if p.sentence[0] <= time.position < p.sentence[1]]
        return bool(near) and all(p.voice and here.voice and p.voice.number != here.voice.number for p in near)

    def scene(self, here: Place) -> Told | None:
        """The last time told in the sentences before, if nothing was dated since."""
        at = bisect_left(self.told, here.sentence[0], key=lambda t: t.position) - 1
        while at >= 0 and not self.told[at].names_days:
            at -= 1
        if at < 0:
            return None
        later = bisect_right(self.dated, self.told[at].position, key=lambda pair: pair[0].position)
        broken = later < len(self.dated) and self.dated[later][0].position < here.position
        return None if broken else self.told[at]


def carried(places: Sequence[Place | None], said: Sequence[Said | None], told: Sequence[Told]) -> list[Said | None]:
    """`said` with what follows and what precedes a dated statement, and what else is of an article's only day."""
    line = Timeline(places, said, told)
    out = [date or (_for(here, line) if here and not here.habitual else None) for here, date in _both(places, said)]
    out = _from_neighbours(places, out, line)
    day = _only_day(places, out)
    return [date or (day if here and _of_the_day(here, line) else None) for here, date in _both(places, out)]


def _opening(told: Sequence[Told]) -> Told | None:
    """The first time told in an article's first paragraphs, if it is a day."""
    first = next((t for t in told if t.names_days and t.paragraph <= LEAD_PARAGRAPHS), None)
    return first if first and _is_day(first.range) and first.recent else None


def _both(places: Sequence[Place | None], said: Sequence[Said | None]) -> Iterator[tuple[Place | None, Said | None]]:
    return zip(places, said, strict=True)


def _for(here: Place, line: Timeline) -> Said | None:
    if not here.perfect and (goes_on := _from_before(here, line) or _from_scene(here, line)):
        return goes_on
    ways = (_from_opening, _from_news, _from_own_sentence, _from_body, _from_restated, _from_title, _from_release)
    return next((date for way in ways if (date := way(here, line))), None)


def _from_before(here: Place, line: Timeline) -> Said | None:
    """The last date of the same speaker, if no other time was told since."""
    before = line.before(here)
    if before is None or not _continues(here) or line.between(*here.sentence):
        return None
    there, date = before
    paragraphs = here.paragraph - there.paragraph
    if not _is_day(date.range) and paragraphs > 1 and not here.then:
        return None
    if paragraphs <= SCENE_PARAGRAPHS and any(
        t.scene and not line.dates_another(t, here) for t in line.between(there.sentence[1], here.position)
    ):
        return None
    return _surely(date, CARRIED if paragraphs <= NEAR_PARAGRAPHS else CARRIED_FAR)


def _surely(date: Said, at_most: float) -> Said:
    """What is taken from a date is no surer than that date."""
    return replace(date, confidence=min(date.confidence, at_most))


def _continues(here: Place) -> bool:
    """A person's present tense is a standing view; what a report "says" it said when it came out."""
    return here.goes_on or _is_document(here)


def _is_day(days: DateRange | None) -> bool:
    return days is not None and days.start == days.end


def _from_scene(here: Place, line: Timeline) -> Said | None:
    """ "On Sunday, Ana Reyes walked her dog in the square. It was empty, Reyes said."."""
    scene = line.scene(here) if here.voice and here.goes_on and not here.relative else None
    if scene is None or not scene.scene or scene.range is None or here.voice is None or line.between(*here.sentence):
        return None
    reach = NEAR_PARAGRAPHS if _is_day(scene.range) else 0
    near = here.paragraph - scene.paragraph <= reach
    return Said(scene.range, scene.words, TOLD) if near and _is_about(scene, here.voice) else None


def _from_opening(here: Place, line: Timeline) -> Said | None:
    """ "Reyes met the miners on Sunday.": whom an article's beginning tells of, until it tells another time."""
    scene = line.opening
    if scene is None or scene.range is None or here.sentence[0] < scene.sentence[1] or line.between(*here.sentence):
        return None
    if here.relative or not (here.goes_on and here.voice and here.voice.person and _is_about(scene, here.voice)):
        return None
    since = line.between(scene.sentence[1], here.sentence[0])
    elsewhere = any(t.scene and t.range != scene.range for t in since)
    return None if elsewhere else Said(scene.range, scene.words, TOLD)


def _from_news(here: Place, line: Timeline) -> Said | None:
    """ "The ministry rejected the deal on Thursday. [“No,” Ana Roe said.]": what the lead reports of a body, its
    first paragraphs tell in full.
    """
    first, date = line.dated[0] if line.dated else (None, None)
    if first is None or date is None or not (here.past and first.position < here.position) or here.relative:
        return None
    if first.paragraph > NEWS_PARAGRAPHS or (first.voice and first.voice.person) or not _is_day(date.range):
        return None
    if _is_document(first) and here.voice and here.voice.person:
        return None  # people speak of a poll on days of their own
    near = here.paragraph - first.paragraph <= NEAR_PARAGRAPHS
    told = any(t.scene for t in line.between(first.sentence[1], here.sentence[1]))
    return _surely(date, SUMMED_UP) if near and not told and not here.perfect else None


def _is_about(scene: Told, voice: Voice) -> bool:
    return re.search(rf"\b{re.escape(voice.name)}", scene.about) is not None


def _from_own_sentence(here: Place, line: Timeline) -> Said | None:
    """ "The row broke out on Tuesday after Reyes called it a shame": the only time that a sentence tells."""
    times = line.between(*here.sentence)
    if len(times) != 1 or not here.past or times[0].range is None:
        return None
    if any(start <= times[0].position < end for start, end in here.source):
        return None
    before = times[0].position < here.position
    if before and here.relative:
        return None  # "the attack of 3 May, which Reyes called a shame"
    return Said(times[0].range, times[0].words, IN_SENTENCE) if before or _is_day(times[0].range) else None


def _from_body(here: Place, line: Timeline) -> Said | None:
    """Headline and lead tell what the body dates: the article's first date, if it is the same speaker's.

    A headline mostly names its speaker otherwise ("Lawmaker urges ban"), and tells what the next paragraphs do.
    """
    if here.paragraph >= LEAD_PARAGRAPHS or not line.dated:
        return None
    first, date = line.dated[0]
    if here.position >= first.position or not _is_day(date.range):
        return None
    if here.voice and first.voice and first.voice.number == here.voice.number:
        return _surely(date, LED)
    sums_up = here.paragraph == 0 and first.paragraph <= LEAD_PARAGRAPHS
    return _surely(date, SUMMED_UP) if sums_up else None


def _from_restated(here: Place, line: Timeline) -> Said | None:
    """ "Lawmaker urges ban on nets", of which the body says who urged it, and on which day."""
    if here.paragraph >= HEADING_PARAGRAPHS:
        return None
    below = [(len(here.stems & p.stems), date) for p, date in line.dated if p.paragraph > here.paragraph]
    most = max((common for common, _ in below), default=0)
    dates = [date for common, date in below if common == most]
    same = most >= max(2, RESTATED * len(here.stems)) and all(date.range == dates[0].range for date in dates)
    return _surely(dates[0], OF_THE_DAY) if same else None


def _from_title(here: Place, line: Timeline) -> Said | None:
    """The day that a transcript bears: "Press briefing – May 16, 2024"."""
    times = [t for t in line.told if t.paragraph == 0] if here.transcript else []
    return Said(times[0].range, times[0].words, TITLED) if len(times) == 1 and _is_day(times[0].range) else None


def _from_neighbours(places: Sequence[Place | None], said: list[Said | None], line: Timeline) -> list[Said | None]:
    """The day of the statement before: "Reyes said on Thursday that it rained. Vane replied that it had not."."""
    out = list(said)
    only = len({date.range for date in said if date}) == 1
    order = sorted((here.position, i) for i, here in enumerate(places) if here)
    for (_, before), (_, i) in itertools.pairwise(order):
        there, here, date = places[before], places[i], out[before]
        if out[i] is None and there and here and date and not _apart(there, here, date, line):
            sure = _as_sure(there, here, date, only=only)
            out[i] = _surely(date, sure) if sure else None
    for (_, i), (_, after) in itertools.pairwise(order):
        here, there, date = places[i], places[after], said[after]
        if out[i] is None and here and there and date and _leads_to(here, there, date, line):
            out[i] = _surely(date, BEFORE)
    return out


def _leads_to(here: Place, there: Place, date: Said, line: Timeline) -> bool:
    """What the same speaker said in the paragraph before a dated statement."""
    own = there.voice and here.voice and there.voice.number == here.voice.number
    sure = _is_day(date.range) and date.confidence >= CARRIED_FAR and not _apart(here, there, date, line)
    return bool(own and sure and here.past and there.paragraph - here.paragraph == 1)


def _apart(there: Place, here: Place, date: Said, line: Timeline) -> bool:
    """Of no single day, or another time is told in between."""
    start = here.sentence[0] if here.sentence == there.sentence else there.sentence[1]
    undated = there.habitual or here.habitual or here.perfect
    return undated or any(t.words != date.words for t in line.between(start, here.sentence[1]))


def _as_sure(there: Place, here: Place, date: Said, *, only: bool) -> float | None:
    """How sure it is that two statements, one after the other, were made on one day; None if it is not.

    In one sentence, or as a reply; and what is over and done after a day that is told beside the first, in one
    paragraph, or anywhere in an article of `only` one day. People speak of a poll on days of their own.
    """
    if here.sentence == there.sentence:
        return REPLIED if here.goes_on else None
    if here.reply and here.paragraph - there.paragraph <= 1:
        return REPLIED
    sure = _is_day(date.range) and date.confidence >= CARRIED_FAR and not there.transcript
    of_document = _is_document(there) and not _is_document(here)
    near = only or here.paragraph == there.paragraph
    return NEXT if here.past and sure and near and not of_document else None


def _from_release(here: Place, line: Timeline) -> Said | None:
    """The day on which the poll, study or letter came out that speaks here, if the article tells one such day."""
    if here.voice is None or not here.voice.document or here.voice.another or line.between(*here.sentence):
        return None
    time = line.released.get(identity.DOCUMENTS[here.voice.name])
    return Said(time.range, time.words, RELEASED) if time and time.range else None


def _releases(told: Sequence[Told]) -> dict[str, Told | None]:
    """By kind of document the day on which it came out; None if two days are told."""
    out: dict[str, Told | None] = {}
    for time in told:
        if time.released:
            first = out.setdefault(identity.DOCUMENTS[time.released], time)
            if first and first.range != time.range:
                out[identity.DOCUMENTS[time.released]] = None
    return out


def _only_day(places: Sequence[Place | None], said: Sequence[Said | None]) -> Said | None:
    """The day of an article that reports one day: every date in it is that day's, and what many people said has one.

    The day a poll came out is not when people spoke about it.
    """
    dates = [date for date in said if date]
    spoken = [
        date
        for here, date in _both(places, said)
        if date and here and not _is_document(here) and date.confidence >= CARRIED_FAR
    ]
    if len(spoken) < 3 or len(spoken) < ONE_DAY * len(said) or not _is_day(dates[0].range):
        return None
    if any(date.range != dates[0].range for date in dates):
        return None
    return Said(dates[0].range, dates[0].words, OF_THE_DAY)


def _is_document(here: Place) -> bool:
    return here.voice is not None and here.voice.document


def _of_the_day(here: Place, line: Timeline) -> bool:
    return here.past and not here.habitual and not line.between(*here.sentence)
