"""Whether a person of the article is the known one of that name; a namesake brings no country and no identifier."""

from collections.abc import Iterable

from factbase.resolve.lexicon import OFFICES
from factbase.resolve.names import name_words
from factbase.resolve.offices import has_held
from factbase.resolve.page import Page
from factbase.resolve.registry import Known, Registry, plain

PUBLIC = OFFICES | frozenset(
    "billionaire mogul tycoon politician spokesman spokeswoman spokesperson adviser activist author executive star host"
    " businessman businesswoman strategist lawyer economist father mother brother sister wife husband son daughter"
    " founder investor attorney candidate supporter opponent rival critic ally counterpart friend person man woman"
    " donor".split()
)
"""What a person of the news may well be called; the "welder" or the "violinist" of that name is another one."""


def is_borne_out(
    known: Known, nouns: frozenset[str], told: str | None, countries: frozenset[str], registry: Registry
) -> bool:
    """Whether nothing speaks against, and something speaks for it: an office, the country, or fame.

    `nouns` are what the article calls the person, `told` is the country that their role tells, `countries` are those
    that the article speaks of.
    """
    strangers = {noun for noun in nouns if noun.rpartition("-")[2] not in PUBLIC}
    if (told and known.country and told != known.country) or (strangers and not has_held(known.name, nouns)):
        return False
    famous = any(registry.surnames.get(word) is known for word in name_words(known.name))
    return famous or told is not None or known.country in countries or has_held(known.name, nouns)


def countries_of(page: Page, bodies: Iterable[str | None], registry: Registry) -> frozenset[str]:
    """The countries of the bodies and of the adjectives that the article names: "FRA" of "the French press"."""
    marked = (registry.adjectives.get(plain(page.text[slice(*e.span)])) for e in page.entities)
    return frozenset({known.country for known in marked if known and known.country} | {c for c in bodies if c})
