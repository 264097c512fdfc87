"""What one reading of the words says of a statement's side."""

from collections.abc import Sequence
from typing import NamedTuple

from factbase.stance.words import Token


class Signal(NamedTuple):
    name: str
    weight: float
    token: Token | None = None
    """The word of the content that gave it; none for what the cue or the whole gives."""


def total(found: Sequence[Signal]) -> float:
    return sum(s.weight for s in found)
