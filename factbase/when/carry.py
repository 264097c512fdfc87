"""Takes a date from one statement to others of the same utterance.

The limits were measured on PolNeAR's dev articles (docs/dates.md): a day carries on while the same speaker goes on,
longer periods hardly ever do, and what "has long been said" has no day.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factbase.document import Attribution, DateRange, Said
from factbase.text import Range, covering
from factbase.when.expressions import Expression

UNDATED_CUE = re.compile(
    r"(?i:^(?:has|have|had|'s|’s|’ve|'ve)\b)|\b(?i:will|would|could|can|may|might|should|often|always|long|previously|once"
    r"|repeatedly|regularly|frequently|never|used to)\b"
)
LEAD_PARAGRAPHS = 3
NEAR_PARAGRAPHS = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands and who makes it."""

    position: int
    paragraph: int
    sentence: Range
    speaker: int | None
    habitual: bool


def place(
    text: str, one: Attribution, speaker: int | None, paragraphs: list[Range], sentences: list[Range]
) -> Place | None:
    marks = one.cue or one.source or one.content
    position = marks[0].start if marks else -1
    paragraph, sentence = covering(paragraphs, position), covering(sentences, position)
    if paragraph is None or sentence is None:
        return None
    cue = " ".join(text[start:end] for start, end in one.cue)
    return Place(position, paragraph, sentences[sentence], speaker, bool(UNDATED_CUE.search(cue)))


def carried(places: Sequence[Place | None], said: Sequence[Said | None], told: Sequence[Expression]) -> list[Said | None]:
    """`said` with what follows and what precedes a dated statement; `told` are the expressions that nobody utters."""
    out = list(said)
    for i, here in enumerate(places):
        if here is not None and said[i] is None and here.speaker is not None and not here.habitual:
            out[i] = _from_before(here, places, said, told) or _from_body(here, places, said)
    return out


def _from_before(
    here: Place, places: Sequence[Place | None], said: Sequence[Said | None], told: Sequence[Expression]
) -> Said | None:
    """The last date of the same speaker, if no other time was told since."""
    before = [(p, s) for p, s in zip(places, said, strict=True) if p and s and p.position < here.position and p.speaker == here.speaker]
    if not before:
        return None
    there, date = max(before, key=lambda pair: pair[0].position)
    paragraphs = here.paragraph - there.paragraph
    if date.range is None or any(_within(e, here.sentence) for e in told):
        return None
    day = date.range.start == date.range.end
    if not day and paragraphs > 1:
        return None
    if paragraphs <= 5 and any(there.sentence[1] <= e.core < here.position and e.names_days for e in told):
        return None
    return Said(date.range, date.words, 0.8 if paragraphs <= NEAR_PARAGRAPHS else 0.6)


def _within(e: Expression, sentence: Range) -> bool:
    return sentence[0] <= e.core < sentence[1]


def _from_body(here: Place, places: Sequence[Place | None], said: Sequence[Said | None]) -> Said | None:
    """Headline and lead tell what the body dates: the article's first date, if it is the same speaker's."""
    dated = [(p, s) for p, s in zip(places, said, strict=True) if p and s]
    if here.paragraph >= LEAD_PARAGRAPHS or not dated:
        return None
    first, date = min(dated, key=lambda pair: pair[0].position)
    if first.speaker != here.speaker or date.range is None or date.range.start != date.range.end:
        return None
    return Said(date.range, date.words, 0.85)
