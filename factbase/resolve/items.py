"""The words of a source as items: a name of the article is one, and what is listed falls into its parts."""

import re
from dataclasses import dataclass

from factbase.document import Span
from factbase.resolve.cast import Cast
from factbase.resolve.lexicon import BODIES, PREPOSITIONS, QUALIFIERS, QUANTIFIERS, RELATIVES, is_plural, singular

TOKEN = re.compile(
    r"(?:Messrs|Mrs?|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Rev|Prof|Pres|St)\.(?=\s)|(?:I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|[Yy]ou|[Ii]t)(?=['’](?:m|re|ve|d|ll)\b)|['’](?:s|m|re|ve|d|ll)\b|(?<=s)['’](?=\s)|\d{1,3}(?:,\d{3})+|[\w@#$%][\w.&'’/@-]*[\w%]|\w\.?|[^\w\s*]"
)
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
OWNERS = frozenset("his her its their my our your whose".split())
LISTING = frozenset((",", "and", "or", "nor", "&", "/"))
LEADING = frozenset(
    "according to by from even for only both neither either also as per with via of meanwhile then now later but and"
    " just over nearly roughly among".split()
)
CONTRACTED = ("'m", "'re", "'ve", "'d", "'ll", "’m", "’re", "’ve", "’d", "’ll")
TRAILING = frozenset((*CONTRACTED, ",", ".", ";", ":", "-", "–", "—", '"', "”", "“", ")", *POSSESSIVE))
CAPITAL_NAMES = frozenset(("WHO", "US"))
"""Names that would be pronouns in small letters."""
BESIDE = frozenset(
    "all both each also together himself herself themselves itself today yesterday monday tuesday wednesday thursday"
    " friday saturday sunday".split()
)
"""What may stand behind a pronoun or a name: "they all", "which together", "the minister Sunday"."""
MEDIA = frozenset(
    "newspaper paper magazine network agency chain daily weekly website site channel company firm bank news group"
    " tabloid station broadcaster survey conglomerate corporation".split()
)


@dataclass(frozen=True, slots=True)
class Item:
    """A name of the article, or one word."""

    text: str
    span: Span
    figure: int | None = None

    @property
    def low(self) -> str:
        return self.text if self.text in CAPITAL_NAMES else self.text.lower()


Items = tuple[Item, ...]


def read_items(text: str, spans: tuple[Span, ...], cast: Cast) -> Items:
    """The words of a source; every name that the cast knows is one item."""
    out: list[Item] = []
    for start, end in spans:
        position = start
        for named, figure in cast.at(start, end):
            if named.start >= position and named.end <= end + 3:
                out += _words(text, position, named.start)
                stop = min(named.end, end)
                out.append(Item(text[named.start : stop], Span(named.start, stop), figure))
                position = stop
        out += _words(text, position, end)
    return tuple(out)


def conjuncts(items: Items) -> list[Items]:
    """ "Ryan and McConnell" is two; "Jane Roe, an adviser to Ryan and McConnell," is one."""
    clause = next((k for k, item in enumerate(items) if k and item.low in ("who", "which", "whose")), len(items))
    items = led(_without_notes(items[:clause]))
    parts: list[Items] = [()]
    mark = ""
    for item in items:
        if item.low in LISTING:
            mark = item.low if item.low != "," or not parts[-1] else ","
            parts.append(())
        else:
            parts[-1] += (item,)
    if mark == "," and parts[-1] and parts[-1][0].low in QUANTIFIERS:
        parts.pop()  # "China and the United States, the world's two biggest polluters,"
    parts = [bare for p in parts if p and (bare := led(p))]
    joined = any(item.low in LISTING - {",", "/"} for item in items)
    first, *others = parts or [()]
    listed = joined and others and _is_conjunct(first) and all(_is_conjunct(p) or _is_class(p) for p in others)
    return [first, *others] if listed else [items]


def _words(text: str, start: int, end: int) -> list[Item]:
    """Words and marks; the possessive is a word of its own."""
    out: list[Item] = []
    for found in TOKEN.finditer(text, start, end):
        word, at = found.group(), found.start()
        if len(word) > 2 and word.endswith(("'s", "’s")):
            out += [
                Item(word[:-2], Span(at, at + len(word) - 2)),
                Item(word[-2:], Span(at + len(word) - 2, found.end())),
            ]
        elif len(word) > 2 and word.endswith(("s'", "s’")):
            out += [
                Item(word[:-1], Span(at, at + len(word) - 1)),
                Item(word[-1:], Span(at + len(word) - 1, found.end())),
            ]
        else:
            out.append(Item(word, Span(at, found.end())))
    return out


def led(items: Items) -> Items:
    """Without "according to", "more than", "HE" of "HE the Minister" and marks in front, and without marks behind."""
    if len(items) > 2 and items[0].low in ("more", "fewer", "less") and items[1].low == "than":
        items = items[2:]
    if len(items) > 2 and items[0].text == "HE" and items[1].low == "the":
        items = items[1:]
    while items and (items[0].low in LEADING or not items[0].text[0].isalnum()) and items[0].text[0] not in "@#$":
        items = items[1:]
    while len(items) > 1 and (items[-1].text in TRAILING or (items[-1].low in BESIDE and items[-1].figure is None)):
        items = items[:-1]
    return items


def _without_notes(items: Items) -> Items:
    """Leaves out "(D-Mont.)"."""
    out: list[Item] = []
    depth = 0
    for item in items:
        depth += item.text in ("(", "[")
        if not depth:
            out.append(item)
        depth -= item.text in (")", "]") and depth > 0
    return tuple(out)


def _is_conjunct(part: Items) -> bool:
    """A bare name, with or without a title: "the Senate", "Sens. Ryan", "Gannett newspaper chain"."""
    if len(part) == 1 and part[0].low in ("he", "she", "i", "they", "we"):
        return True
    named = [i for i, item in enumerate(part) if item.figure is not None]
    if (
        not named
        or (len(part) == 1 and part[0].low in QUALIFIERS)
        or part[0].low in ("a", "an", "who", "which", "one")
        or part[0].low in OWNERS
    ):
        return False
    owned = len(part) == 3 and part[1].text in POSSESSIVE and named == [0, 2]  # "Hungary's Roe"
    if any(item.low in PREPOSITIONS or item.low in RELATIVES or item.text in POSSESSIVE for item in part) and not owned:
        return False
    return all(singular(item.low) == item.low in BODIES | MEDIA for item in part[named[-1] + 1 :])


def _is_class(part: Items) -> bool:
    """ "others", "other community members", "voters"."""
    named = any(item.text in POSSESSIVE or item.figure is not None for item in part)
    if named or part[0].low in QUANTIFIERS - {"other", "others"}:
        return False
    return part[-1].low == "others" or (is_plural(part[-1].low) and not any(item.low in PREPOSITIONS for item in part))
