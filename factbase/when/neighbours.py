"""The day of the statement before or after: "Reyes said on Thursday that it rained. Vane replied that it had not."."""

import itertools
from collections.abc import Sequence

from factbase.document import Said
from factbase.when.place import Place
from factbase.when.timeline import (
    BEFORE,
    CARRIED_FAR,
    NEXT,
    REPLIED,
    Timeline,
    is_day,
    is_document,
    of_one_voice,
    surely,
)


def from_neighbours(places: Sequence[Place | None], said: list[Said | None], line: Timeline) -> list[Said | None]:
    """`said` with the days of statements beside which a dated one stands."""
    out = list(said)
    only = len({date.range for date in said if date}) == 1
    order = sorted((here.position, i) for i, here in enumerate(places) if here)
    for (_, before), (_, i) in itertools.pairwise(order):
        there, here, date = places[before], places[i], out[before]
        if out[i] is None and there and here and date and not _apart(there, here, date, line):
            sure = _as_sure(there, here, date, only=only)
            out[i] = surely(date, sure) if sure else None
    for (_, i), (_, after) in itertools.pairwise(order):
        here, there, date = places[i], places[after], said[after]
        if out[i] is None and here and there and date and _leads_to(here, there, date, line):
            out[i] = surely(date, BEFORE)
    return out


def _as_sure(there: Place, here: Place, date: Said, *, only: bool) -> float | None:
    """How sure it is that two statements, one after the other, were made on one day; None if it is not.

    In one sentence, or as a reply; and what is over and done after a day that is told beside the first, in one
    paragraph, or anywhere in an article of `only` one day. People speak of a poll on days of their own.
    """
    if here.sentence == there.sentence:
        return REPLIED if here.goes_on else None
    if here.reply and here.paragraph - there.paragraph <= 1:
        return REPLIED
    sure = is_day(date.range) and date.confidence >= CARRIED_FAR and not there.transcript
    of_document = is_document(there) and not is_document(here)
    near = only or here.paragraph == there.paragraph
    return NEXT if here.past and sure and near and not of_document else None


def _leads_to(here: Place, there: Place, date: Said, line: Timeline) -> bool:
    """What the same speaker said in the paragraph before a dated statement."""
    sure = is_day(date.range) and date.confidence >= CARRIED_FAR and not _apart(here, there, date, line)
    return sure and of_one_voice(here, there) and here.past and there.paragraph - here.paragraph == 1


def _apart(there: Place, here: Place, date: Said, line: Timeline) -> bool:
    """Of no single day, or another time is told in between."""
    start = here.sentence[0] if here.sentence == there.sentence else there.sentence[1]
    undated = there.habitual or here.habitual or here.perfect
    return undated or any(t.words != date.words for t in line.between(start, here.sentence[1]))
