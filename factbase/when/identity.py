"""Which statements of an article plainly have the same speaker, as far as their source words tell.

Dating needs only this much: who is meant is for `factbase.resolve`.
"""

import re
from collections.abc import Sequence

from factbase.document import Attribution

PRONOUNS = frozenset("he she they it who i we him her his their its that which".split())
NAME = re.compile(r"[A-Z][\w'’.-]*\w")
WORD = re.compile(r"\w[\w'’.-]*\w|\w")
TITLES = frozenset("the a an jr sr mr mrs ms dr sen rep gov gen president".split())
ARTICLES = frozenset("the a an his her its their".split())
HEAD_END = re.compile(r",| \(|\b(?:of|at|in|for|from|with|who|whose|which|on|by|to)\b|$")


def identities(text: str, attributions: Sequence[Attribution]) -> list[int | None]:
    """A number for each statement, the same for the same speaker; None where the source is empty.

    "Hillary Clinton", "Clinton", "Mrs. Clinton" and then "she" are one; "the mayor" is the last one whose source had
    that word ("Mayor Bill de Blasio").
    """
    known: list[set[str]] = []
    recent: list[int] = []
    found: list[int | None] = [None] * len(attributions)
    order = sorted((one.source[0].start, i) for i, one in enumerate(attributions) if one.source)
    for _, i in order:
        words = " ".join(text[start:end] for start, end in attributions[i].source)
        number = _number(words, known, recent)
        found[i] = number
        if number is not None:
            recent[:] = [n for n in recent if n != number] + [number]
    return found


def _number(words: str, known: list[set[str]], recent: list[int]) -> int | None:
    bare = words.strip(" ,.’'").lower()
    if bare in PRONOUNS:
        return recent[-1] if recent else None
    key = _key(words)
    if not key:
        return None
    number = next((n for n in reversed(recent) if key in known[n]), None)
    if number is None:
        known.append(set())
        number = len(known) - 1
    known[number] |= {w.lower().removesuffix("'s").removesuffix("’s") for w in WORD.findall(words)} - ARTICLES
    return number


def _key(words: str) -> str:
    """The surname, or the noun that describes: "clinton" for "Mrs. Clinton", "mayor" for "the mayor of London"."""
    end = HEAD_END.search(words)
    head = words[: end.start()] if end and end.start() else words
    names = [w for w in NAME.findall(head) if w.lower().strip(".") not in TITLES]
    plain = WORD.findall(head)
    last = names[-1] if names else plain[-1] if plain else ""
    return last.lower().removesuffix("'s").removesuffix("’s")
