"""Which body a general noun means: "the organization" is one nearby, not the only one of the article that fits."""

from collections import Counter

from factbase.document import SpeakerKind
from factbase.resolve.cast import Cast, Figure
from factbase.resolve.page import Page

GENERAL = frozenset("organization organisation group company firm body agency institution".split())
"""Nouns that fit so many bodies that only one nearby is meant."""
NEAR = 4  # sentences in which the body is named
NEXT = 1  # sentences in which a body is named whose own name does not tell what it is
OFTEN = 3  # mentions of the body that the article is about
MOST = 60  # mentions looked back at


def body_nearby(cast: Cast, page: Page, fit: set[int], position: int) -> int | None:
    """The last named of those that fit, else the one body just named that nothing is known of.

    Else, of those that fit, the one that the article is about.
    """
    here = page.sentence(position)
    before = [(i, here - page.sentence(span.start)) for span, i in cast.before(position, most=MOST)]
    near = next((i for i, away in before if i in fit and away <= NEAR), None)
    untold = {i for i, away in before if away <= NEXT and _is_untold(cast.figures[i])}
    if near is not None:
        return near
    return untold.pop() if len(untold) == 1 else _main(cast, fit)


def _main(cast: Cast, fit: set[int]) -> int | None:
    """The one that is named often, and more than twice as often as any other."""
    times = Counter(i for _, i in cast.mentions if i in fit).most_common(2)
    second = times[1][1] if len(times) > 1 else 0
    return times[0][0] if times and times[0][1] >= OFTEN and times[0][1] > 2 * second else None


def _is_untold(figure: Figure) -> bool:
    return figure.kind is SpeakerKind.ORGANISATION and not figure.nouns
