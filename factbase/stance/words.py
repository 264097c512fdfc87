"""Words of a statement: offsets as printed, what each is to a position, and its concept.

Lower case, typographic apostrophes made plain, and fixed phrases ("rule out", "call for") joined by an underscore: none
of it changes the length, so that offsets stay those of the text.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from factbase.stance.lexicon import CONCEPTS, FUNCTION, PHRASES, ROLES, Role
from factbase.stance.stems import stem

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'[^\W_]+)?(?:_[^\W_]+(?:'[^\W_]+)?)*|[.;:!?…]")
PHRASE = re.compile(r"\b(?:" + "|".join(sorted(PHRASES, key=len, reverse=True)) + r")\b")
BREAKS = frozenset(".;:!?…")


@dataclass(frozen=True, slots=True)
class Word:
    """`concept` is what synonyms share; it is empty for words without content and for the marks that end a clause."""

    form: str
    role: Role
    concept: str


class Token(NamedTuple):
    start: int
    end: int
    word: Word


def tokens(text: str) -> list[Token]:
    """The words of a text and the marks that part its clauses."""
    plain = PHRASE.sub(lambda m: m.group().replace(" ", "_"), lowered(text))
    return [Token(m.start(), m.end(), word(m.group())) for m in WORD.finditer(plain)]


def lowered(text: str) -> str:
    """Lower case of the same length: "İ" and the like, which grow, stay."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("’", "'").replace("‘", "'").replace("\n", " ")


@lru_cache(maxsize=65536)
def word(form: str) -> Word:
    """What a form is: its role by the form, its concept by the stem."""
    if form in BREAKS:
        return Word(form, Role.NONE, "")
    bare = form.removesuffix("'s").rstrip("'")
    root = stem(bare)
    role = Role.NOT if form.endswith("n't") else ROLES.get(bare, Role.NONE)
    concept = "" if bare in FUNCTION or form.endswith("n't") else CONCEPTS.get(root, root)
    return Word(form, role, concept)
