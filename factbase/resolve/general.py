"""Which body a general noun means: "the organization" is one nearby, not the only one of the article that fits."""

from factbase.document import SpeakerKind
from factbase.resolve.cast import Cast, Figure
from factbase.resolve.page import Page

GENERAL = frozenset("organization organisation group company firm body agency institution".split())
"""Nouns that fit so many bodies that only one nearby is meant."""
NEAR = 4  # sentences in which the body is named
NEXT = 1  # sentences in which a body is named whose own name does not tell what it is
MOST = 60  # mentions looked back at


def body_nearby(cast: Cast, page: Page, fit: set[int], position: int) -> int | None:
    """The last named of those that fit; else the one body just named that nothing is known of."""
    here = page.sentence(position)
    before = [(i, here - page.sentence(span.start)) for span, i in cast.before(position, most=MOST)]
    near = next((i for i, away in before if i in fit and away <= NEAR), None)
    untold = {i for i, away in before if away <= NEXT and _is_untold(cast.figures[i])}
    return untold.pop() if near is None and len(untold) == 1 else near


def _is_untold(figure: Figure) -> bool:
    return figure.kind is SpeakerKind.ORGANISATION and not figure.nouns
