"""Which date expression dates which statement: the one in the words that do the attributing, not in what is said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factbase.document import Attribution, Span
from factbase.text import Range, covering, sentences
from factbase.when.expressions import SPOKEN, Expression

WALL = re.compile(
    r"\b(?i:who|whom|whose|which|that|after|before|when|while|since|because|although|though|if|until|unless|whether|where"
    r"|following|ahead of|prior to|despite|amid|over|about|into|against|but)\b|[;:(]|[—–] "
)
DATELINE = re.compile(r"[—–-]{1,2} ")
POSSESSIVE = re.compile(rf"['’]s? (?:\S+ ){{0,3}}?(?:{SPOKEN}|remarks|comments|hearing|arguments|session|event|show|news conference|service|edition)\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around one statement's cue and source that are not what it says."""

    home: Range
    """The sentence of the cue."""
    open: tuple[Range, ...]
    """What of it is nobody's content."""
    anchors: tuple[Range, ...]
    """Cue and source inside it."""


def frames(text: str, attributions: Sequence[Attribution]) -> list[Frame | None]:
    ranges = sentences(text)
    return [_frame(ranges, attributions, one) for one in attributions]


def _frame(ranges: list[Range], attributions: Sequence[Attribution], one: Attribution) -> Frame | None:
    marks = one.cue or one.source
    at = covering(ranges, marks[0].start) if marks else None
    if at is None:
        return None
    home = ranges[at]
    position = marks[0].start
    free = [home]
    for other in attributions:
        around = other is not one and any(s.start <= position < s.end for s in other.content)
        if around:
            free = [_meet(r, s) for r in free for s in other.content if _meet(r, s)]
        else:
            for taken in other.content:
                free = [piece for r in free for piece in _without(r, taken)]
    anchors = tuple(tuple(s) for s in (*one.cue, *one.source) if home[0] <= s.start < home[1])
    return Frame(home, tuple(free), anchors)


def _meet(a: Range, b: Span) -> Range | None:
    start, end = max(a[0], b[0]), min(a[1], b[1])
    return (start, end) if start < end else None


def _without(a: Range, b: Span) -> list[Range]:
    return [r for r in ((a[0], min(a[1], b[0])), (max(a[0], b[1]), a[1])) if r[0] < r[1]]


def attached(text: str, frame: Frame, found: Sequence[Expression]) -> Expression | None:
    """The nearest expression of the frame that no other clause shuts off."""
    inside = [e for e in found if any(a <= e.core and e.end <= b for a, b in frame.open)]
    near = [e for e in inside if e.names_days and _belongs(text, frame, e)]
    return min(near, key=lambda e: _distance(frame, e), default=None)


def _distance(frame: Frame, e: Expression) -> int:
    return min(max(a - e.end, e.start - b, 0) for a, b in frame.anchors)


def _belongs(text: str, frame: Frame, e: Expression) -> bool:
    after = text[e.end : frame.home[1]]
    if after[:2] in ("'s", "’s", "s'", "s’") and not POSSESSIVE.match(after):
        return False
    if re.match(r"(?:of|for)\b", text[e.start : e.core]):
        return False
    nearest = min(frame.anchors, key=lambda r: max(r[0] - e.end, e.start - r[1], 0))
    if any(a <= e.core < b for a, b in frame.anchors):
        return True
    between = (e.end, nearest[0]) if e.end <= nearest[0] else (nearest[1], e.start)
    return not any(WALL.search(text, max(a, between[0]), min(b, between[1])) for a, b in frame.open)
