"""Which side the words of a statement take on a proposition, and how firmly.

Every reading of the words is a `Signal`: a weight (positive for, negative against) and the words that gave it.
"""

from dataclasses import dataclass

from factbase.stance.lexicon import Role
from factbase.stance.topics import CompiledTopic
from factbase.stance.words import BREAKS, Token

REACH = 5
"""How many words a negation or a verb of rejection reaches."""


@dataclass(frozen=True, slots=True)
class Signal:
    name: str
    weight: float
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A word with what the words before it turned it into: 1 as it stands, -1 turned round."""

    token: Token
    sign: int


def turned(found: list[Token], topic: CompiledTopic, *, start: int = 1) -> list[Part]:
    """Each word with its sign: "not", "refuse to", "ban on" turn the next five words of the clause, two of them cancel out.

    A word of the proposition itself turns nothing: "called for the repeal" is for "the law should be repealed".
    """
    parts, sign, left = [], start, len(found) if start < 0 else 0
    for token in found:
        if token.word.form in BREAKS:
            sign, left = 1, 0
        elif left == 0:
            sign = 1
        parts.append(Part(token, sign))
        left = max(0, left - 1)
        if token.word.role in (Role.NOT, Role.AGAINST) and token.word.concept not in topic.concepts:
            sign, left = -sign, REACH
    return parts
