"""Headlines, leads and what follows them: an article's beginning tells what its first paragraphs tell in full."""

from factbase.document import Said
from factbase.when.place import Place
from factbase.when.timeline import (
    LEAD_PARAGRAPHS,
    LED,
    NEAR_PARAGRAPHS,
    OF_THE_DAY,
    SUMMED_UP,
    TOLD,
    Timeline,
    is_about,
    is_day,
    is_document,
    of_one_voice,
    surely,
)

NEWS_PARAGRAPHS = 5
HEADING_PARAGRAPHS = 2
RESTATED = 0.4  # of a headline's stems


def from_body(here: Place, line: Timeline) -> Said | None:
    """Headline and lead tell what the body dates: the article's first date, if it is the same speaker's.

    A headline mostly names its speaker otherwise ("Lawmaker urges ban"), and tells what the next paragraphs do.
    """
    if here.paragraph >= LEAD_PARAGRAPHS or not line.dated:
        return None
    first, date = line.dated[0]
    if here.position >= first.position or not is_day(date.range):
        return None
    if of_one_voice(here, first):
        return surely(date, LED)
    sums_up = here.paragraph == 0 and first.paragraph <= LEAD_PARAGRAPHS
    return surely(date, SUMMED_UP) if sums_up else None


def from_restated(here: Place, line: Timeline) -> Said | None:
    """ "Lawmaker urges ban on nets", of which the body says who urged it, and on which day."""
    if here.paragraph >= HEADING_PARAGRAPHS:
        return None
    below = [(len(here.stems & p.stems), date) for p, date in line.dated if p.paragraph > here.paragraph]
    most = max((common for common, _ in below), default=0)
    dates = [date for common, date in below if common == most]
    same = most >= max(2, RESTATED * len(here.stems)) and all(date.range == dates[0].range for date in dates)
    return surely(dates[0], OF_THE_DAY) if same else None


def from_opening(here: Place, line: Timeline) -> Said | None:
    """ "Reyes met the miners on Sunday.": whom an article's beginning tells of, until it tells another time."""
    scene = line.opening
    if scene is None or scene.range is None or here.sentence[0] < scene.sentence[1] or line.between(*here.sentence):
        return None
    if here.relative or not (here.goes_on and here.voice and here.voice.person and is_about(scene, here.voice)):
        return None
    since = line.between(scene.sentence[1], here.sentence[0])
    elsewhere = any(t.scene and t.range != scene.range for t in since)
    return None if elsewhere else Said(scene.range, scene.words, TOLD)


def from_news(here: Place, line: Timeline) -> Said | None:
    """ "The ministry rejected the deal on Thursday. [“No,” Ana Roe said.]": what the lead reports of a body, its
    first paragraphs tell in full.
    """
    first, date = line.dated[0] if line.dated else (None, None)
    if first is None or date is None or not (here.past and first.position < here.position) or here.relative:
        return None
    if first.paragraph > NEWS_PARAGRAPHS or (first.voice and first.voice.person) or not is_day(date.range):
        return None
    if is_document(first) and here.voice and here.voice.person:
        return None  # people speak of a poll on days of their own
    near = here.paragraph - first.paragraph <= NEAR_PARAGRAPHS
    told = any(t.scene for t in line.between(first.sentence[1], here.sentence[1]))
    return surely(date, SUMMED_UP) if near and not told and not here.perfect else None
