"""Positions by reference: "supported Macron's position", "echoed her concerns", "rejected the minister's call"."""

from collections.abc import Mapping, Sequence

from factbase.document import Act, Position
from factbase.extract.acts import act
from factbase.stance.relevance import Said

VIEWS = frozenset(
    "position stance view call argument proposal idea comment comments remark remarks concern concerns statement plan "
    "opinion assessment appeal words warning position's stand line approach initiative suggestion".split()
)
SIDES = {Act.AGREE: 1, Act.PRAISE: 1, Act.DEFEND: 1, Act.REJECT: -1, Act.DENY: -1}
WORDS = 7
"""The longest content that may be no more than a reference."""


def referred(i: int, rows: Sequence[Said], placed: Mapping[int, Position], *, near: bool) -> Position | None:
    """The side that statement i takes over from whom it names; None if it names nobody whose position is known.

    `near`: the words around it are of the topic, and a name alone will do ("agreed with Falk"); else it must be a view.
    To support what leaves a thing open is to support more than its rejection: it counts as support. To reject it says
    neither yes nor no.
    """
    row = rows[i]
    side = SIDES.get(act("", row.cue_text), 0)
    words = [t.word.form.removesuffix("'s") for t in row.content]
    if not side or len(words) > WORDS or not (VIEWS.intersection(words) or (near and len(words) <= 3)):
        return None
    theirs = [placed[j].score for j, other in enumerate(rows) if j in placed and _names(other.who, words, row.who)]
    if not theirs:
        return None
    score = side * (theirs[-1] if theirs[-1] else max(0, side))
    return Position.SUPPORT if score > 0 else Position.OPPOSE if score < 0 else None


def _names(who: str | None, words: Sequence[str], speaker: str | None) -> bool:
    """By surname or by the whole of a one-word name; nobody refers to himself."""
    surname = (who or "").lower().split()[-1:]
    return who != speaker and bool(surname) and surname[0] in words
