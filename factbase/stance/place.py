"""From signals to positions: one for each statement of a document, or none.

1. `relevance`: is the statement of the topic?
2. What only reports others, and what is left open ("does not rule it out"), is told apart before any side is sought.
3. `signals`: what the words say, as a sum.
4. `model`: whether that is a position, and how sure its side, given what the same speaker says elsewhere.
5. Who is quoted agreeing with whom: "supported Macron's position".
6. `strength`: hedges, conditions and mere consequences make a side a leaning.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factbase.document import Document, Method, Position, Stance, Statement, Topic
from factbase.stance.lexicon import Role
from factbase.stance.model import Evidence, supports, takes
from factbase.stance.polarity import WOULD
from factbase.stance.readings import REJECTING, Read, commits_to_nothing, reads, sums, weighed
from factbase.stance.references import referred
from factbase.stance.relevance import ENOUGH, Said, narrowed, said
from factbase.stance.signals import Signal
from factbase.stance.strength import condition, hedged
from factbase.stance.topics import compile_topic
from factbase.stance.words import Token

POSITION = 0.45
"""The least probability that a statement takes a position at all."""
SURE = 0.7
"""The least probability of its side: a wrong one is worse than none."""
LEANING = frozenset("risk benefit lack coming dim wary unopposed cue_warns cue_doubts cue_unopposed".split())
"""What speaks of consequences leans; it commits to nothing."""
CONFIDENCE = {"no": 0.9, "yes": 0.9, "reference": 0.7, "open": 0.6}
"""Share of right sides of what rules alone decide, on the gold of `benchmarks/stances.py`, drawn towards the mean where
cases are few."""
NAMING_ONLY = frozenset("asserted predicate term good against unopposed".split())
"""Signals that tell a side only beside others."""
OUTRIGHT = (
    REJECTING
    | LEANING
    | frozenset(
        "head need verdict cue_supports cue_head not_contrary bad cue_criticises cue_negated not_need not_term "
        "not_predicate".split()
    )
)
"""Signals that say a side."""
BRIEF = 18
"""Words of a statement short enough for its signals to be all that it says."""
LONGER = 40
"""The same of what speaks of consequences, which takes more words and stands in one clause."""
AFFIRMS, REJECTS = 0.8, -0.5
"""The least sums of signals for and against."""
OUTRIGHT_SURE = {1: 0.88, -1: 0.83}
"""Share of right sides among brief outright statements of the gold: 58 for, 40 against."""
GOING_ON_SURE = 0.7
"""A hedge that goes on about the topic is a guess."""
ASSERTING = WOULD | {"is", "are"}


@dataclass(frozen=True, slots=True)
class Decision:
    stance: Stance
    rule: str
    """The signal that weighed most: "head", "cue_rejects", "open" ..."""


def place(document: Document, statements: Sequence[Statement], topic: Topic) -> tuple[Stance | None, ...]:
    """The position of each statement on the topic's proposition; None where it takes none.

    Statements are all those of the document, in its order: who says what else helps to place what is left unsaid.
    """
    return tuple(found.stance if found else None for found in decide(document, statements, topic))


def decide(document: Document, statements: Sequence[Statement], topic: Topic) -> tuple[Decision | None, ...]:
    """The same with the rule that decided each."""
    compiled = compile_topic(topic)
    rows = [said(document, narrowed(s, compiled), compiled) for s in statements]
    found_reads = reads(document, rows, compiled)
    in_all = sums(found_reads)
    found = [_decision(read, in_all, topic.slug) if read else None for read in found_reads]
    placed = {i: f.stance.position for i, f in enumerate(found) if f}
    for i, row in enumerate(rows):
        if compiled.head and compiled.head in {t.word.concept for t in row.cue}:
            continue  # on "Falk endorses Berg", who "endorsed Berg" says so himself
        if (position := referred(i, rows, placed, near=found_reads[i] is not None)) is not None:
            found[i] = _ruled("reference", position, topic.slug, words=row.cue_text)
    return tuple(found)


def _decision(read: Read, in_all: dict[str, float], slug: str) -> Decision | None:
    if read.open is not None:
        return _ruled("open", Position.OPEN, slug, words=read.open)
    if read.answers:
        answer = read.signals[0]
        position = Position.SUPPORT if answer.weight > 0 else Position.OPPOSE
        return _ruled(answer.name, position, slug, words=read.row.statement.text)
    found = weighed(read, in_all)
    if _bare(read, found):
        return None
    if side := _outright(read, found):
        sure = GOING_ON_SURE if found.by_context else OUTRIGHT_SURE[side]
        return _sided(read, side, sure, Method.RULE, slug)
    probability = supports(found)
    if takes(found) < POSITION or max(probability, 1 - probability) < SURE:
        return None
    side = 1 if probability > 0.5 else -1
    return _sided(read, side, max(probability, 1 - probability), Method.MODEL, slug)


def _outright(read: Read, found: Evidence) -> int:
    """1 or -1 of a short statement that says its side in so many words, unless its speaker says otherwise elsewhere."""
    side = 1 if found.score > AFFIRMS else -1 if found.score < REJECTS else 0
    names = {s.name for s in read.signals if s.weight * side > 0}
    if found.by_context:  # "we'll get there in time" goes on about it
        return int(found.score > 0 and hedged([], read.row.content, None, side=1))
    brief = found.words <= (LONGER if commits_to_nothing(read) else BRIEF)
    clear = brief and names & OUTRIGHT
    return side if clear and found.elsewhere * side > -ENOUGH else 0


def _bare(read: Read, found: Evidence) -> bool:
    """It names the topic in words that judge, want and expect nothing: "two soldiers were wounded near the border".

    A negation that reaches no word of the proposition tells nothing either: "the soldiers are not in the barracks".
    """
    if (
        found.quoted
        or found.we
        or abs(found.elsewhere) > ENOUGH
        or any(s.name not in NAMING_ONLY for s in read.signals)
    ):
        return False
    return found.negations > 0 or all(map(_plain, read.row.content))


def _plain(token: Token) -> bool:
    return token.word.role is Role.NONE and token.word.form not in ASSERTING


def _sided(read: Read, side: int, sure: float, method: Method, slug: str) -> Decision:
    row = read.row
    strongest = max(read.signals, key=lambda s: s.weight * side)
    bound = condition(row.statement.text, near=strongest.token)
    soft = (
        strongest.name in LEANING
        or _unopposed(read)
        or bound is not None
        or hedged(row.cue, row.content, strongest.token, side=side)
    )
    position = _step(side, soft=soft)
    return Decision(Stance(slug, position, round(sure, 2), method, _words(row, strongest), bound), strongest.name)


def _unopposed(read: Read) -> bool:
    """Its cue says no more than that its speaker is not against it: "did not object to"."""
    return any(s.name == "cue_unopposed" for s in read.signals)


def _step(side: int, *, soft: bool) -> Position:
    if side > 0:
        return Position.LEAN_SUPPORT if soft else Position.SUPPORT
    return Position.LEAN_OPPOSE if soft else Position.OPPOSE


def _words(row: Said, signal: Signal) -> str:
    """What decided, as printed: a word of the content with its neighbours, the cue, or all that was said."""
    if signal.token is None:
        return row.cue_text if signal.name.startswith("cue") else row.statement.text
    at = row.content.index(signal.token)
    first, last = row.content[max(0, at - 3)], row.content[min(len(row.content) - 1, at + 2)]
    return row.statement.text[first.start : last.end]


def _ruled(rule: str, position: Position, slug: str, *, words: str) -> Decision:
    return Decision(Stance(slug, position, CONFIDENCE[rule], Method.RULE, words), rule)
