"""Folding: what makes two spellings of a word or a name the same, on every engine."""

import re
import unicodedata

from factbase.document import SpeakerKind

ACRONYM = re.compile(r"\b(?:\w\.){2,}(?=\W|$)|\b(?:\w\.)+\w\b(?!\.\w)")
WORD = re.compile(r"[^\W_]+")
TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame gen general lt lieutenant col colonel maj major capt captain cmdr "
    "commander adm admiral brig brigadier sgt sergeant sen senator rep representative gov governor pres president "
    "hon rev".split()
)
"""What is no part of a person's name when it stands in front of one: "Gen. Charles Brown", "Lt. Gen. Brown"."""


def fold(text: str) -> str:
    """Lower-case words parted by single spaces, without accents: "don t" for "Don’t", "us" for "U.S.", "" for "—"."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = ACRONYM.sub(lambda found: found.group().replace(".", ""), text)
    return " ".join(WORD.findall(text.casefold()))


def name_key(name: str, kind: SpeakerKind | None = None) -> str:
    """A name, folded, without "the" and, where a person is meant, without titles: "charles brown jr"."""
    words = fold(name).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(without_titles(words) if kind is SpeakerKind.PERSON else words)


def without_titles(words: list[str]) -> list[str]:
    """Never fewer than one word: somebody may be called Major."""
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return words
