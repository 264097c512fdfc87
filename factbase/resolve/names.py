"""Names of persons: their parts, and whether two may mean one person."""

import re
from functools import lru_cache

from factbase.linking.nicknames import NICKNAMES
from factbase.resolve.lexicon import ABBREVIATED, HONORIFICS
from factbase.resolve.registry import plain

SUFFIX = re.compile(r",?\s+(?:Jr\.?|Sr\.?|II|III|IV)$")
PARTICLES = frozenset("de da do dos di del della van von der den ten bin ibn al el le la du san st".split())
POSTNOMINAL = re.compile(r",? (?:KC|QC|SC|MP|MEP|MSP|OBE|MBE|CBE|KBE|DBE|Ph\.?D\.?|M\.?D\.?|MD|Esq\.?|CPA)$")
QUOTED_NICKNAME = re.compile(r"\s*[\"“'‘(][\w. -]+[\"”'’)]\s*")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
FAMILY_FIRST = re.compile(r"^[^\W\d_]\w+ [A-Z]\w+-[a-z]\w*$")
"""Two given names joined by a hyphen, the second in small letters, as Chinese and Korean names are written."""
FAMILY_SECOND = re.compile(r"^[^\W\d_]\w+ [^\W\d_]\w+ [A-Z]\w+-[a-z]\w*$")
""" "Elvis Mak Chi-hang": a given name of English before all of that."""
MARKS = " \t\n\r,.;:\"“”‘'’«»()[]"


@lru_cache(maxsize=1 << 16)
def tidy(name: str) -> str:
    """A name as it is filed: without white space, marks and possessive around it; "JANE ROE" becomes "Jane Roe"."""
    bare = POSSESSIVE.sub("", " ".join(name.replace("’", "'").split()).lstrip(MARKS).rstrip(MARKS.replace(".", "")))
    bare = POSTNOMINAL.sub("", _without_titles(bare).lstrip(MARKS))
    ended = bare.endswith((" Jr.", " Sr.")) or re.search(r"\b[A-Z]\.$", bare)
    bare = bare if ended else bare.rstrip(MARKS)
    return _recased(bare) if bare.isupper() and len(bare) > 3 and " " in bare else bare


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> tuple[str, ...]:
    """The words that are compared: "Charles Q. Brown Jr." is ("charles", "q", "brown")."""
    bare = QUOTED_NICKNAME.sub(" ", SUFFIX.sub("", tidy(name)))
    return tuple(w for w in plain(bare).replace("-", " ").split() if w not in ("al", "el"))


def family_name(name: str) -> str:
    """The word that stands for a person: "brown" of "Charles Q. Brown Jr.", "tung" of "Tung Hui-chen"."""
    words, whole = name_words(name), tidy(name)
    if FAMILY_SECOND.search(whole):
        return words[1]
    return (words[0] if FAMILY_FIRST.search(whole) else words[-1]) if words else ""


def same_person(short: str, full: str) -> bool:
    """Whether `short` may be a way to write `full`.

    "Brown", "Charles", "C.Q. Brown", "Chuck Brown" and "Gen. Brown" may be "Charles Q. Brown Jr.";
    "Jane Brown" may not.
    """
    a, b = name_words(short), name_words(full)
    if not a or not b:
        return False
    if len(a) == 1:
        return a[0] in (b[-1], b[0], family_name(full)) or given_agree(a[0], b[0])
    if a == b[-len(a) :] or a == b[: len(a)]:
        return True
    return given_agree(a[0], b[0]) and _surnames_agree(a, b)


def misspelt(name: str, surname: str) -> bool:
    """Whether a surname of five letters or more is another with one letter changed, dropped or added."""
    a, b = sorted((plain(name), plain(surname)), key=len)
    if len(a) < 5 or len(b) - len(a) > 1 or a[0] != b[0] or a == b:
        return False
    k = next((i for i, letter in enumerate(a) if letter != b[i]), len(a))
    return a[k + 1 :] == b[k + 1 :] if len(a) == len(b) else a[k:] == b[k + 1 :]


def given_agree(a: str, b: str) -> bool:
    """Equal, an initial, or a nickname of the other."""
    if a == b:
        return True
    if min(len(a), len(b)) <= 2:
        return a[0] == b[0]
    return NICKNAMES.get(a, a) == NICKNAMES.get(b, b) or b in (NICKNAMES.get(a), a) or a == NICKNAMES.get(b)


def _surnames_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The last words are equal, or one has a second family name: "Enrique Peña" is "Enrique Peña Nieto"."""
    return a[-1] == b[-1] or (len(a) == 2 and a[-1] in b[1:]) or (len(b) == 2 and b[-1] in a[1:])


def _without_titles(name: str) -> str:
    """ "Sen. Jane Roe" is "Jane Roe"; "Prince" alone stays."""
    first, _, rest = name.partition(" ")
    while rest and (plain(first) in ABBREVIATED or plain(first) in HONORIFICS) and plain(first) not in ("st", "pope"):
        name = rest
        first, _, rest = name.partition(" ")
    return name


def _recased(name: str) -> str:
    return " ".join(w.lower() if w.lower() in PARTICLES and i else w.title() for i, w in enumerate(name.split()))
