"""Takes a date from where it is told to statements of the same speaker that plainly belong there.

The limits were measured on PolNeAR's articles (docs/dates.md): a day carries on while the same speaker goes on,
longer periods hardly ever do, and what somebody "has long said" has no day.
"""

import re
from collections.abc import Iterator, Sequence

from factbase.document import Said
from factbase.when import identity
from factbase.when.beginnings import from_body, from_news, from_opening, from_restated
from factbase.when.neighbours import from_neighbours
from factbase.when.place import Place
from factbase.when.timeline import (
    CARRIED,
    CARRIED_FAR,
    IN_SENTENCE,
    NEAR_PARAGRAPHS,
    OF_THE_DAY,
    RELEASED,
    TITLED,
    TOLD,
    Timeline,
    Told,
    is_about,
    is_day,
    is_document,
    surely,
)

OTHER_OCCASION = re.compile(
    r"\b(?i:in|at|during|on) (?:an? |the )?(?:recent|other|previous|earlier|different) "
    r"(?:[\w-]+ ){0,2}(?:interviews?|appearances?|statements?|speech(?:es)?|rall(?:y|ies)|debates?|tweets?|posts?"
    r"|remarks|comments|letters?|hearings?|meetings?|events?|occasions?)\b"
)
SCENE_PARAGRAPHS = 5
ONE_DAY = 0.3


def carried(places: Sequence[Place | None], said: Sequence[Said | None], told: Sequence[Told]) -> list[Said | None]:
    """`said` with what follows and what precedes a dated statement, and what else is of an article's only day."""
    line = Timeline(places, said, told)
    out = [date or (_for(here, line) if here and not here.habitual else None) for here, date in _both(places, said)]
    out = from_neighbours(places, out, line)
    day = _only_day(places, out)
    return [date or (day if here and _of_the_day(here, line) else None) for here, date in _both(places, out)]


def _both(places: Sequence[Place | None], said: Sequence[Said | None]) -> Iterator[tuple[Place | None, Said | None]]:
    return zip(places, said, strict=True)


def _for(here: Place, line: Timeline) -> Said | None:
    if not here.perfect and (goes_on := _from_before(here, line) or _from_scene(here, line)):
        return goes_on
    ways = (from_opening, from_news, _from_own_sentence, from_body, from_restated, _from_title, _from_release)
    return next((date for way in ways if (date := way(here, line))), None)


def _from_before(here: Place, line: Timeline) -> Said | None:
    """The last date of the same speaker, if no other time was told since."""
    before = line.before(here)
    if before is None or not _continues(here) or line.between(*here.sentence):
        return None
    there, date = before
    paragraphs = here.paragraph - there.paragraph
    if not is_day(date.range) and paragraphs > 1 and not here.then:
        return None
    if paragraphs <= SCENE_PARAGRAPHS and any(
        t.scene and not line.dates_another(t, here) for t in line.between(there.sentence[1], here.position)
    ):
        return None
    return surely(date, CARRIED if paragraphs <= NEAR_PARAGRAPHS else CARRIED_FAR)


def _continues(here: Place) -> bool:
    """A person's present tense is a standing view; what a report "says" it said when it came out."""
    return here.goes_on or is_document(here)


def _from_scene(here: Place, line: Timeline) -> Said | None:
    """ "On Sunday, Ana Reyes walked her dog in the square. It was empty, Reyes said."."""
    scene = line.scene(here) if here.voice and here.goes_on and not here.relative else None
    if scene is None or not scene.scene or scene.range is None or here.voice is None or line.between(*here.sentence):
        return None
    reach = NEAR_PARAGRAPHS if is_day(scene.range) else 0
    near = here.paragraph - scene.paragraph <= reach
    return Said(scene.range, scene.words, TOLD) if near and is_about(scene, here.voice) else None


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
    return Said(times[0].range, times[0].words, IN_SENTENCE) if before or is_day(times[0].range) else None


def _from_title(here: Place, line: Timeline) -> Said | None:
    """The day that a transcript bears: "Press briefing – May 16, 2024"."""
    times = [t for t in line.told if t.paragraph == 0] if here.transcript else []
    return Said(times[0].range, times[0].words, TITLED) if len(times) == 1 and is_day(times[0].range) else None


def _from_release(here: Place, line: Timeline) -> Said | None:
    """The day on which the poll, study or letter came out that speaks here, if the article tells one such day."""
    if here.voice is None or not here.voice.document or here.voice.another or line.between(*here.sentence):
        return None
    time = line.released.get(identity.DOCUMENTS[here.voice.name])
    return Said(time.range, time.words, RELEASED) if time and time.range else None


def _only_day(places: Sequence[Place | None], said: Sequence[Said | None]) -> Said | None:
    """The day of an article that reports one day: every date in it is that day's, and what many people said has one.

    The day a poll came out is not when people spoke about it.
    """
    dates = [date for date in said if date]
    spoken = [
        date
        for here, date in _both(places, said)
        if date and here and not is_document(here) and date.confidence >= CARRIED_FAR
    ]
    if len(spoken) < 3 or len(spoken) < ONE_DAY * len(said) or not is_day(dates[0].range):
        return None
    if any(date.range != dates[0].range for date in dates):
        return None
    return Said(dates[0].range, dates[0].words, OF_THE_DAY)


def _of_the_day(here: Place, line: Timeline) -> bool:
    return here.past and not here.habitual and not line.between(*here.sentence)
