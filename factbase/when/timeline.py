"""What an article dates and tells, by position, and how sure a date is that is taken from there."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factbase.document import DateRange, Said
from factbase.text import Range
from factbase.when.identity import DOCUMENTS, Voice
from factbase.when.place import Place

# What is told of the day before goes no further.
IN_PASSING = re.compile(r"(?i:\ba day earlier|\bthe previous \w+)$")
LEAD_PARAGRAPHS = 3
NEAR_PARAGRAPHS = 2
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


def _opening(told: Sequence[Told]) -> Told | None:
    """The first time told in an article's first paragraphs, if it is a day."""
    first = next((t for t in told if t.names_days and t.paragraph <= LEAD_PARAGRAPHS), None)
    return first if first and is_day(first.range) and first.recent else None


def _releases(told: Sequence[Told]) -> dict[str, Told | None]:
    """By kind of document the day on which it came out; None if two days are told."""
    out: dict[str, Told | None] = {}
    for time in told:
        if time.released:
            first = out.setdefault(DOCUMENTS[time.released], time)
            if first and first.range != time.range:
                out[DOCUMENTS[time.released]] = None
    return out


def is_day(days: DateRange | None) -> bool:
    return days is not None and days.start == days.end


def surely(date: Said, at_most: float) -> Said:
    """What is taken from a date is no surer than that date."""
    return replace(date, confidence=min(date.confidence, at_most))


def of_one_voice(here: Place, there: Place) -> bool:
    """The same speaker, as far as it is known who speaks."""
    return here.voice is not None and there.voice is not None and here.voice.number == there.voice.number


def is_document(here: Place) -> bool:
    """A report, a poll, a letter speaks."""
    return here.voice is not None and here.voice.document


def is_about(scene: Told, voice: Voice) -> bool:
    """The speaker is named where the scene is told."""
    return re.search(rf"\b{re.escape(voice.name)}", scene.about) is not None
