"""Words of a statement: offsets as printed, what each is to a position, and its concept.

Lower case, typographic apostrophes made plain, and the words of a phrase ("rule out", "call for") joined by an
underscore: none of it changes the length, so that offsets stay those of the text.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from factbase.stance.lexicon import CONCEPTS, FOLLOWING, FUNCTION, ROLES, Role
from factbase.stance.stems import root

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'[^\W_]+)?|[.;:!?…]")
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
    """The words of a text, phrases as one, and the marks that part its clauses."""
    plain = lowered(text)
    found = [Token(m.start(), m.end(), word(m.group())) for m in WORD.finditer(plain)]
    joined: list[Token] = []
    done = 0
    for i, token in enumerate(found):
        if i < done:
            continue
        rests = FOLLOWING.get(token.word.form)
        done = i + (_phrase(found, i, plain, rests) if rests else 1)
        joined.append(token if done == i + 1 else _joined(found[i:done]))
    return joined


def _phrase(found: list[Token], at: int, plain: str, rests: tuple[tuple[str, ...], ...]) -> int:
    """How many words from here on are one phrase, with a blank between each: 1 for none."""
    for rest in rests:
        after = found[at + 1 : at + 1 + len(rest)]
        if tuple(t.word.form for t in after) == rest and plain[found[at].end : after[-1].end] == f" {' '.join(rest)}":
            return 1 + len(rest)
    return 1


def _joined(words: list[Token]) -> Token:
    return Token(words[0].start, words[-1].end, word("_".join(t.word.form for t in words)))


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
    base = root(bare)
    role = Role.NOT if form.endswith("n't") else ROLES.get(bare, Role.NONE)
    concept = "" if bare in FUNCTION or form.endswith("n't") else CONCEPTS.get(base, base)
    return Word(form, role, concept)
