"""Names of persons across articles. They come folded: lower-case words parted by single spaces, without titles."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from factbase.linking.nicknames import NICKNAMES

SUFFIXES = frozenset("jr sr ii iii iv".split())
PARTICLES = frozenset(
    "al el ul bin ibn bint abu de da das do dos del della di du la le van von der den ter ten y".split()
)
SPELLINGS = tuple(
    (written, spelling)
    for spelling, many in {
        "ch": "tsch tch", "sh": "sch", "h": "kh", "g": "gh", "d": "dh", "t": "th", "j": "zh dj", "u": "ou oo",
        "k": "ck q", "f": "ph", "v": "w", "ks": "x", "i": "ee ie y j",
    }.items()
    for written in many.split()
)  # fmt: skip
"""What transliterations into English, German and French write differently, in this order."""
REPEATED = re.compile(r"(.)\1+")
SHORTEST = 4  # letters of a name that is held against another spelling: "Li" and "Lee" are too short to tell
VOWELS = re.compile(r"[aeiouy]")


class Likeness(Enum):
    """How two names may be of one person, with the words for it."""

    SAME = "the same name"
    FULLER = "the same name, one with a middle name"
    VARIANT = "a nickname or another spelling of the given name"
    INITIAL = "an initial for a given name"
    SPELLING = "another spelling of the family name"
    FAMILY = "the same family name"
    SUFFIX = "the same name, one with Jr. or the like"


@dataclass(frozen=True, slots=True)
class Parts:
    """ "ursula von der leyen" is given "ursula", family "leyen"; of a single word only the family name is set."""

    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> Parts:
    words = name.split()
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    *before, family = words or [""]
    before = [w for w in before if w not in PARTICLES] or before[:1]
    return Parts(before[0] if before else "", tuple(before[1:]), family, suffix)


@lru_cache(maxsize=1 << 16)
def block(name: str) -> str:
    """What names share that may mean one person: record linkage's blocking key. The family name as it sounds, and the
    first letter of the full given name, where there is one: "biden i" for "joe biden" and "joseph r biden jr"."""
    found = parts(name)
    given = NICKNAMES.get(found.given, found.given)
    return f"{sound(found.family)} {sound(given)[:1]}".strip()


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """One spelling for those that transliterations give: "ianukovich" for "yanukovych" and "janukowitsch"."""
    for written, spelling in SPELLINGS:
        word = word.replace(written, spelling)
    return REPEATED.sub(r"\1", word)


@lru_cache(maxsize=1 << 16)
def alike(a: str, b: str) -> Likeness | None:
    """How two names may be of one person; None if they may not."""
    one, other = parts(a), parts(b)
    if not _same_word(one.family, other.family) or (one.suffix and other.suffix and one.suffix != other.suffix):
        return None
    if not one.given or not other.given:
        return Likeness.FAMILY
    found = _given(one, other)
    if found is not None and one.suffix != other.suffix:
        return Likeness.SUFFIX
    return Likeness.SPELLING if found is not None and one.family != other.family else found


def is_joint(name: str) -> bool:
    """As printed, of several persons who say something together: "Ada Roth; Ines Okafor"."""
    return ";" in name


def is_full(name: str) -> bool:
    return " " in name and bool(parts(name).given)


def _given(one: Parts, other: Parts) -> Likeness | None:
    """From given and middle names: "Charles Q." and "Chuck", "J.D." and "James David", "Mitt" and "Willard Mitt"."""
    if one.given == other.given:
        return _middle(one.middle, other.middle)
    if one.given in other.middle or other.given in one.middle:
        return Likeness.VARIANT
    if _is_nickname(one.given, other.given) or _same_word(one.given, other.given) or _consonants(one, other):
        return Likeness.VARIANT if _middle(one.middle, other.middle) else None
    return Likeness.INITIAL if _is_initial(one, other) or _is_initial(other, one) else None


def _is_initial(short: Parts, long: Parts) -> bool:
    """ "J." and "J.D.", which is folded to one word, of "James David"; a name of two letters may be a name."""
    initials = "".join(w[0] for w in (long.given, *long.middle))
    return len(short.given) <= 2 and initials.startswith(short.given)


def _middle(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """One has none, or they agree as far as both are spelt out: "W." is not "H.W."."""
    if one == other:
        return Likeness.SAME
    if not one or not other:
        return Likeness.FULLER
    a, b = ("".join(_spelt(words)) for words in (one, other))
    return Likeness.FULLER if a.startswith(b) or b.startswith(a) else None


def _spelt(words: tuple[str, ...]) -> list[str]:
    """Initials, for middle names: "robinette" and "r" both give "r", "hw" gives both of its letters."""
    return [w if len(w) == 2 else w[0] for w in words]


def _is_nickname(a: str, b: str) -> bool:
    return NICKNAMES.get(a, a) == NICKNAMES.get(b, b)


def _same_word(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= SHORTEST and sound(a) == sound(b))


def _consonants(one: Parts, other: Parts) -> bool:
    """ "Mohammed", "Muhammad" and "Mohamed": four consonants or more, in order; but "Martin" is not "Martina"."""
    a, b = (sound(p.given) for p in (one, other))
    bare = VOWELS.sub("", a)
    ends_alike = bool(VOWELS.match(a[-1:])) == bool(VOWELS.match(b[-1:]))
    return ends_alike and len(bare) >= SHORTEST and a[:1] == b[:1] and bare == VOWELS.sub("", b)
