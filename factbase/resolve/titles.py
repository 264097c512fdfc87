"""Roles with their body in front of a name, without a comma: "CEO of the Ferry Council Jane Roe"."""

import re

from factbase.resolve.complements import ENDS
from factbase.resolve.lexicon import ABBREVIATED, HONORIFICS, MEMBERS, PERSON_NOUNS, QUALIFIERS, singular

FARTHEST = 160  # characters that such a role may take
BREAK = re.compile(r".*[,;:“”\"()\n—–]", re.DOTALL)
TYING = frozenset("of at for".split())
JOINTS = TYING | frozenset("on the and & de".split())
COURTESY = frozenset("Mr Mrs Ms Dr Prof Miss Sir".split())
KIN = frozenset("wife husband son daughter father mother brother sister friend ally opponent rival critic".split())
SHORTEST = 3  # words: a role, "of" and a body


def title_phrase(text: str, start: int, floor: int) -> str | None:
    """The role and body that end where the name at `start` begins.

    "director of the Ferry Board", "Geology student at Ashton College", "president of the Lyon region"; nothing of
    "a friend of the welder Jane Roe" and "an aide to Mr. Roe".
    """
    words = BREAK.sub("", text[max(floor, start - FARTHEST) : start]).split()
    while words and words[-1].strip(".") in COURTESY:
        words.pop()
    if len(words) < SHORTEST or not text[start - 1].isspace() or not _may_end(words[-1]):
        return None
    k = len(words) - 1
    while k > 0 and (words[k][0].isupper() or words[k] in JOINTS or singular(words[k]) in ENDS):
        if words[k] in TYING and _is_role(words[k - 1]):
            return " ".join(words[_first(words, k - 1) :]) if _opens_body(words[k + 1 :]) else None
        k -= 1
    return None


def _may_end(word: str) -> bool:
    """A body's last word, not a title of the name itself."""
    low = word.lower().strip(".")
    titled = singular(low) in PERSON_NOUNS | MEMBERS or low in ABBREVIATED or low in HONORIFICS
    return not titled and (word[0].isupper() or singular(low) in ENDS)


def _is_role(word: str) -> bool:
    low = word.lower()
    return (low in PERSON_NOUNS or low in ABBREVIATED) and low not in KIN


def _opens_body(words: list[str]) -> bool:
    rest = words[1:] if words[:1] == ["the"] else words
    return bool(rest) and rest[0][0].isupper()


def _first(words: list[str], head: int) -> int:
    """Where the title begins: "Executive" of "Executive director"."""
    first = head
    while first and (words[first - 1][0].isupper() or _belongs(words[first - 1])):
        first -= 1
    return first


def _belongs(word: str) -> bool:
    return word in QUALIFIERS or singular(word) in PERSON_NOUNS
