"""Which state "the government" means: the one that the article is about, not one that it lists."""

import re
from collections import Counter

from factbase.document import Span, SpeakerKind
from factbase.resolve.cast import Cast, Figure
from factbase.resolve.page import Page
from factbase.resolve.registry import Registry, plain

LISTED = re.compile(r",? (?:and|or) (?:the )?|, (?:the )?")
OPENING = 3  # paragraphs from the top: headline, date line and lead
HEADS = frozenset(
    "president premier minister chancellor secretary lawmaker senator governor monarch king queen".split()
)
"""Who stands for a state as its organs do."""
ORGAN = 3  # a ministry or a minister tells as much as three times the state's name
LEAD = 2


def home_country(cast: Cast, page: Page, position: int, spoken: str | None, registry: Registry) -> str | None:
    """The country of the one state that the sentence names before `position`, else `spoken`, that of the state which
    spoke just before, else the one that the article is about. None if two are even.
    """
    states = [(span, i) for span, i in cast.mentions if is_state(cast.figures[i])]
    free = [(span, i) for k, (span, i) in enumerate(states) if not _is_listed(page, states, k)]
    start, _ = page.sentence_range(position)
    here = {cast.figures[i].country for span, i in free if start <= span.start < position}
    if len(here) == 1 or spoken:
        return here.pop() if len(here) == 1 else spoken
    best = _points(cast, page, free, registry).most_common(2)
    tied = len(best) > 1 and best[0][1] == best[1][1]
    return best[0][0] if best and not tied else None


def is_state(figure: Figure) -> bool:
    return figure.kind is SpeakerKind.GOVERNMENT and figure.how == "registry" and "state" in figure.nouns


def is_organ(figure: Figure) -> bool:
    """The Kremlin and the White House, not Russia or Lyon."""
    return figure.kind is SpeakerKind.GOVERNMENT and figure.how == "registry" and "state" not in figure.nouns


def _is_listed(page: Page, states: list[tuple[Span, int]], k: int) -> bool:
    """One of "from Chad, Mali and Niger"; two in a row are no list."""
    first, last = k, k
    while first and LISTED.fullmatch(page.text, states[first - 1][0].end, states[first][0].start):
        first -= 1
    while last + 1 < len(states) and LISTED.fullmatch(page.text, states[last][0].end, states[last + 1][0].start):
        last += 1
    return last - first > 1


def _points(cast: Cast, page: Page, free: list[tuple[Span, int]], registry: Registry) -> Counter[str]:
    """By country: its name, its adjective, its organs and their heads, and whether it opens the article."""
    points: Counter[str] = Counter()
    for span, i in free:
        points[cast.figures[i].country or ""] += 1 + LEAD * _opens(cast, page, span)
    for entity in page.entities:
        if known := registry.adjectives.get(plain(page.text[slice(*entity.span)])):
            points[known.country or ""] += 1
    for figure in cast.figures:
        organ = figure.kind is SpeakerKind.GOVERNMENT and not is_state(figure)
        if organ or figure.nouns & HEADS:
            points[figure.country or ""] += ORGAN
    del points[""]
    return points


def _opens(cast: Cast, page: Page, span: Span) -> bool:
    """Whether it is the first name of the headline, or of the sentence after it."""
    start, _ = page.paragraphs[page.paragraph(span.start)]
    first = page.sentence(span.start) == page.sentence(start)
    return page.paragraph(span.start) < OPENING and first and cast.is_first(start, span)
