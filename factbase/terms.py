"""The notation of a topic's search terms: words in any inflection, "a phrase as it stands", a prefix*, -an exclusion.

troops             troop, troops, troops'
tax return         these words in this order, in any inflection: "tax returns"
"tax return"       exactly so; straight or typographic quotation marks
negotiat*          whatever begins so; three letters or more before the asterisk
-"star wars"       what holds this is not of the topic; any of the three above, with a hyphen before it
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factbase.errors import TopicError

QUOTES = str.maketrans("“”„«»", '"""""')
WORD = re.compile(r"[^\W_]+\*?")
STRAY_ASTERISK = re.compile(r"(?<![^\W_])\*|\*(?=[\w*])")
SHORTEST_PREFIX = 3  # "eu*" would find "Europe", but "eulogy" and "euthanasia" too


@dataclass(frozen=True, slots=True)
class Term:
    """One search term; a word that ends in "*" stands for all that begin so."""

    words: tuple[str, ...]
    """As they were written, apostrophes and hyphens taken for spaces."""
    is_exact: bool = False
    is_excluded: bool = False


def parse(written: str) -> Term:
    """Raises TopicError, a sentence that says what is wrong."""
    plain = written.translate(QUOTES).strip()
    bare = plain.removeprefix("-").strip()
    inner = bare[1:-1] if len(bare) > 2 and bare[0] == bare[-1] == '"' else bare
    words = tuple(WORD.findall(inner))
    if reason := _mistake(inner, words):
        raise TopicError(f"{written!r} is no search term: {reason}.")
    return Term(words, is_exact=inner != bare, is_excluded=bare != plain)


def parse_all(written: Iterable[str]) -> tuple[Term, ...]:
    """All terms of a topic, each once. Raises TopicError, also where one is both sought and excluded."""
    terms = tuple(dict.fromkeys(map(parse, written)))
    sought = {_folded(term) for term in terms if not term.is_excluded}
    for term in terms:
        if term.is_excluded and _folded(term) in sought:
            raise TopicError(f"{' '.join(term.words)!r} is both a search term and excluded.")
    return terms


def _mistake(inner: str, words: tuple[str, ...]) -> str | None:
    if '"' in inner:
        return 'a quotation mark has no partner, or stands inside the term; write a phrase as "tax returns"'
    if inner.startswith("-"):
        return "one hyphen excludes, as in -budget"
    if STRAY_ASTERISK.search(inner):
        return "an asterisk stands at the end of a word, once, as in negotiat*"
    if not words:
        return "it holds no letter and no digit"
    if any(word.endswith("*") and len(word) <= SHORTEST_PREFIX for word in words):
        return f"a prefix has {SHORTEST_PREFIX} letters or more before its asterisk, as in negotiat*"
    return None


def _folded(term: Term) -> tuple[str, ...]:
    return tuple(word.lower() for word in term.words)
