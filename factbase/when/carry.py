"""Takes a date from where it is told to statements of the same speaker that plainly belong there.

The limits were measured on PolNeAR's dev articles (docs/dates.md): a day carries on while the same speaker goes on,
longer periods hardly ever do, and what somebody "has long said" has no day.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factbase.document import Attribution, DateRange, Said
from factbase.text import Range, covering
from factbase.when.identity import Voice

PERFECT_CUE = re.compile(r"(?i:^(?:has|have|had|'s|’s|’ve|'ve)\b)")
UNDATED_CUE = re.compile(
    r"\b(?i:will|would|could|can|may|might|should|often|always|long|previously|once"
    r"|repeatedly|regularly|frequently|never|used to)\b"
)
TRANSCRIPT_CUE = re.compile(r"\s*:\s*")
PAST_CUE = re.compile(
    r"(?i:also |then |later |further )?"
    r"(?i:\w+ed|said|told|wrote|spoke|thought|felt|found|held|made|gave|took|went|began|put|swore|drew)\b"
)
LEAD_PARAGRAPHS = 3
NEAR_PARAGRAPHS = 2
SCENE_PARAGRAPHS = 5
ONE_DAY = 0.3
CARRIED, CARRIED_FAR, LED, TOLD, OF_THE_DAY = 0.85, 0.8, 0.9, 0.6, 0.65


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands and who makes it."""

    position: int
    paragraph: int
    sentence: Range
    voice: Voice | None
    habitual: bool
    """Its cue tells of no single utterance: "often says", "would say"."""
    past: bool
    """ "said", "told": one utterance, over and done."""
    perfect: bool
    """ "has said": some time ago, but in a lead the news itself."""
    transcript: bool
    """Its cue is the mark after a name: "WALLACE: Are you sure?"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A time in the article's own words: in nobody's mouth, and not where it dates a statement."""

    position: int
    paragraph: int
    home: Range
    words: str
    about: str
    """Its sentence in lower case."""
    range: DateRange | None
    """None for a time that is no days of the calendar, or only in a side clause: such a time ends a scene."""
    names_days: bool
    scene: bool
    """It can begin another scene."""


def place(
    text: str, one: Attribution, voice: Voice | None, paragraphs: list[Range], sentences: list[Range]
) -> Place | None:
    marks = one.cue or one.source or one.content
    position = marks[0].start if marks else -1
    paragraph, sentence = covering(paragraphs, position), covering(sentences, position)
    if paragraph is None or sentence is None:
        return None
    cue = " ".join(text[start:end] for start, end in one.cue)
    return Place(
        position,
        paragraph,
        sentences[sentence],
        voice,
        habitual=bool(UNDATED_CUE.search(cue)),
        past=bool(PAST_CUE.match(cue)),
        perfect=bool(PERFECT_CUE.search(cue)),
        transcript=bool(TRANSCRIPT_CUE.fullmatch(cue)),
    )


Dated = list[tuple[Place, Said]]


def carried(places: Sequence[Place | None], said: Sequence[Said | None], told: Sequence[Told]) -> list[Said | None]:
    """`said` with what follows and what precedes a dated statement, and what else is of an article's only day."""
    dated = sorted(((p, s) for p, s in zip(places, said, strict=True) if p and s), key=lambda pair: pair[0].position)
    out = [
        date or (_for(here, dated, told) if here and not here.habitual else None)
        for here, date in zip(places, said, strict=True)
    ]
    day = _only_day(out)
    return [
        date or (day if day and here and here.past and not here.habitual and not _amid(here, told) else None)
        for here, date in zip(places, out, strict=True)
    ]


def _only_day(said: Sequence[Said | None]) -> Said | None:
    """The day of an article that reports one day: every date in it is that day's, and many statements have one."""
    dates = [date for date in said if date]
    if len(dates) < 3 or len(dates) < ONE_DAY * len(said) or not _is_day(dates[0].range):
        return None
    if any(date.range != dates[0].range for date in dates):
        return None
    return Said(dates[0].range, dates[0].words, OF_THE_DAY)


def _amid(here: Place, told: Sequence[Told]) -> bool:
    """Its own sentence tells of another time."""
    return any(here.sentence[0] <= t.position < here.sentence[1] for t in told)


def _for(here: Place, dated: Dated, told: Sequence[Told]) -> Said | None:
    goes_on = None if here.perfect else _from_before(here, dated, told) or _from_scene(here, dated, told)
    return goes_on or _from_body(here, dated)


def _from_before(here: Place, dated: Dated, told: Sequence[Told]) -> Said | None:
    """The last date of the same speaker, if no other time was told since."""
    before = [(p, s) for p, s in dated if p.position < here.position and _goes_on(p, here)]
    if not before or _amid(here, told):
        return None
    there, date = before[-1]
    paragraphs = here.paragraph - there.paragraph
    if not _is_day(date.range) and paragraphs > 1:
        return None
    if paragraphs <= SCENE_PARAGRAPHS and any(
        there.sentence[1] <= t.position < here.position and t.scene for t in told
    ):
        return None
    return Said(date.range, date.words, CARRIED if paragraphs <= NEAR_PARAGRAPHS else CARRIED_FAR)


def _goes_on(there: Place, here: Place) -> bool:
    if here.transcript:
        return True
    return here.voice is not None and there.voice is not None and here.voice.number == there.voice.number


def _is_day(days: DateRange | None) -> bool:
    return days is not None and days.start == days.end


def _from_scene(here: Place, dated: Dated, told: Sequence[Told]) -> Said | None:
    """ "On Sunday, Jimmy Tompkins tossed a football in the park. It was usually full, Tompkins said."."""
    before = [t for t in told if t.position < here.position and t.names_days]
    if not before or here.voice is None:
        return None
    scene = before[-1]
    if any(scene.position < p.position < here.position for p, _ in dated):
        return None
    reach = here.paragraph - scene.paragraph <= (NEAR_PARAGRAPHS if _is_day(scene.range) else 0)
    named = re.search(rf"\b{re.escape(here.voice.name)}", scene.about)
    return Said(scene.range, scene.words, TOLD) if reach and named and scene.range else None


def _from_body(here: Place, dated: Dated) -> Said | None:
    """Headline and lead tell what the body dates: the article's first date, if it is the same speaker's."""
    if here.paragraph >= LEAD_PARAGRAPHS or not dated:
        return None
    first, date = dated[0]
    same = here.voice and first.voice and first.voice.number == here.voice.number
    return Said(date.range, date.words, LED) if same and _is_day(date.range) else None
