"""A family by its name: "the Roes" are the persons of the article who bear it."""

from factbase.resolve.names import name_words
from factbase.resolve.phrases import Phrase
from factbase.resolve.reading import Found, Reading, together
from factbase.resolve.registry import plain

MOST = 4  # persons; more of one name are no family


def family(reading: Reading, phrase: Phrase) -> Found | None:
    """The persons named in full whose surname stands behind "the" in the plural, if they are two or more."""
    if len(phrase.core) != 2 or phrase.core[0].low != "the" or not phrase.head.text.istitle():
        return None
    many = plain(phrase.head.text)
    surnames = {many.removesuffix(ending) for ending in ("s", "es") if many.endswith(ending)}
    cast = reading.talk.cast
    near = {i for surname in surnames for i in cast.by_word.get(surname, ())}
    bearers = {i for i in near if reading.is_person(i) and _bears(name_words(cast.figures[i].name), surnames)}
    figures = tuple(dict.fromkeys(i for _, i in cast.mentions if i in bearers))
    return together(reading, figures, how="several") if 1 < len(figures) <= MOST else None


def _bears(name: tuple[str, ...], surnames: set[str]) -> bool:
    return len(name) > 1 and name[-1] in surnames
