"""The noun phrase that "who", "which" and "that" are attached to."""

import re

from factbase.document import Span, SpeakerKind
from factbase.resolve.cast import Cast
from factbase.resolve.items import POSSESSIVE, Items, read_items
from factbase.resolve.lexicon import PREPOSITIONS, SMALL_WORDS, singular
from factbase.resolve.page import Page
from factbase.resolve.phrases import NOUNS

LONGEST = 300  # characters in which a source or an antecedent is read
MOST = 12  # words of an antecedent
DETERMINERS = frozenset("the a an his her their some many all most one two three".split())
ARTICLES = ("the", "a", "an")
VERBAL = re.compile(r"(?:said|told|is|are|was|were|has|have|had|[a-z]+ed)$")


def antecedent(page: Page, cast: Cast, position: int) -> Items:
    """The items of the phrase that ends before `position`, where "who" stands: "Democrats on Capitol Hill"."""
    start, _ = page.sentence_range(position)
    items = read_items(page.text, (Span(max(start, position - LONGEST), position),), cast)
    while items and items[-1].text in (",", ".", "(", "–", "—", "-"):
        items = items[:-1]
    first = _first(items)
    if first > 1 and items[first - 1].text == "," and items[first - 2].figure is not None:
        figure = cast.figures[items[first - 2].figure or 0]
        if figure.kind is SpeakerKind.PERSON:
            return items[first - 2 : first - 1]
        owned = any(item.text in POSSESSIVE for item in items[first:])
        article = items[first].low in ARTICLES
        return items[_joint(items, first - 2) : first - 1] if owned or article else items[first:]
    return items[first:]


def _joint(items: Items, i: int) -> int:
    """Where the names joined to the one at `i` begin: "China and the United States, the two biggest buyers, which"."""
    k = i
    while k and (items[k - 1].low in ("and", "the", ",") or items[k - 1].figure is not None):
        k -= 1
    while items[k].figure is None:
        k += 1
    return k


def _first(items: Items) -> int:
    """Goes back over the phrase: the last name or noun, its modifiers, and what it is a complement of."""
    i = len(items) - 1
    while i > 0 and len(items) - i < MOST:
        before = items[i - 1]
        if before.text in POSSESSIVE and i > 1:
            i -= 2  # "the world's two biggest buyers"
            continue
        if before.figure is None and (not before.text[0].isalnum() or VERBAL.match(before.low)):
            break
        if before.low in PREPOSITIONS:
            if i < 2 or not _is_noun(items, i - 2):
                break
            i -= 2
            continue
        if before.low in SMALL_WORDS and before.low not in DETERMINERS:
            break
        i -= 1
        if before.low in ("the", "a", "an"):
            if i < 2 or items[i - 1].low not in PREPOSITIONS or not _is_noun(items, i - 2):
                break
            i -= 1
    return max(i, 0)


def _is_noun(items: Items, i: int) -> bool:
    return items[i].figure is not None or singular(items[i].low) in NOUNS or items[i].low in NOUNS
