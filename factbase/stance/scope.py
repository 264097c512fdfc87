"""How far a negation reaches, and which clauses say nothing of the speaker's side.

"Not only", "no doubt" turn nothing; "no power can compel us to sign" and "too weak to sign" turn what comes later;
"but" begins afresh: "not sanctions but talks".
"""

import re
from collections.abc import Set
from typing import NamedTuple

from factbase.stance.lexicon import Role
from factbase.stance.strength import condition_spans
from factbase.stance.topics import CompiledTopic
from factbase.stance.words import BREAKS, Token, lowered

REACH = 6
"""How many words a negation or a verb of rejection reaches."""
TURNING = frozenset({Role.NOT, Role.AGAINST, Role.DOUBT})
RENEWS = frozenset(
    "allow let want believe think expect support back accept agree permit intend plan compel force push press pressure "
    "pushed forced pressed pressured compelled drag dragged coerce coerced make persuade persuaded stand".split()
)
"""Negated, these negate all that hangs on them: "cannot allow her to become president"."""
BEFORE_AGAINST = frozenset(
    "is are was were be been come came vote votes voted argue argues argued speak spoke advise".split()
)
CONTESTED = frozenset(("disputed", "contested", "opposed"))
DETERMINERS = frozenset("a an the this that these those its their his her our".split())
AFRESH = frozenset({"but", "because"})
LIMITS = frozenset({"only", "just", "merely", "simply", "solely", "necessarily"})
"""After "not" these leave a thing standing: "is not just wrong"."""
CONCESSION = re.compile(
    r"\b(?:(?:even )?though|although|even if|despite|in spite of|notwithstanding|whilst|while|whereas|regardless of|"
    r"no matter|whatever)\b[^,.;:!?…]*"
)


class Part(NamedTuple):
    """A word and what the words before it make of it: 1 as it stands, -1 turned round."""

    token: Token
    sign: int
    term: bool
    """Whether it begins or continues a search term of the topic."""


def turned(found: list[Token], topic: CompiledTopic, terms: Set[int]) -> list[Part]:
    """Each word with its sign: "not", "refuse to", "ban on" turn the next words of the clause, two cancel out.

    A word of the proposition itself turns nothing: "called for the repeal" is for "the law should be repealed".
    """
    parts, sign, left, excess = [], 1, 0, 0
    for i, token in enumerate(found):
        form = token.word.form
        if form in BREAKS or form in AFRESH:
            sign, left, excess = 1, 0, 0
        parts.append(Part(token, sign if left else 1, token.start in terms))
        left, excess = max(0, left - 1), max(0, excess - 1)
        turns = (turns_round(found, i) and token.word.concept not in topic.concepts) or (excess and form == "to")
        if turns:
            sign = -sign if left else -1
        if turns or (left and sign < 0 and form in RENEWS):
            left = REACH
        if form == "too":
            excess = REACH
    return parts


def turns_round(found: list[Token], at: int) -> bool:
    """Whether this word turns round what follows: "not", neither "not only" nor the "against" of "a war against"."""
    if found[at].word.role not in TURNING:
        return False
    following = found[at + 1].word.form if at + 1 < len(found) else ""
    before = found[at - 1].word.form if at else "."
    if found[at].word.form in CONTESTED and before in DETERMINERS and following not in BREAKS | {"by", ""}:
        return False  # "patrols in the disputed waters"
    if found[at].word.role is Role.NOT:
        return following not in LIMITS and not (before == "a" and found[at].word.form in ("little", "few"))
    return found[at].word.form != "against" or before in BEFORE_AGAINST or before in BREAKS


def asides(text: str) -> list[tuple[int, int]]:
    """Where a text concedes ("although he hesitated") or sets a condition ("if the truce holds"), as offsets."""
    return [m.span() for m in CONCESSION.finditer(lowered(text))] + condition_spans(text)


def without(found: list[Token], spans: list[tuple[int, int]]) -> list[Token]:
    """The words outside the spans."""
    return [t for t in found if not _in(t, spans)] if spans else found


def within(found: list[Token], spans: list[tuple[int, int]]) -> list[Token]:
    """The words inside the spans."""
    return [t for t in found if _in(t, spans)] if spans else []


def _in(token: Token, spans: list[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in spans)
