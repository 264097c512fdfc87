"""From signals to positions: one for each statement of a document, or none.

1. `relevance`: is the statement of the topic?
2. What only reports others, and what is left open ("does not rule it out"), is told apart before any side is sought.
3. `signals`: what the words say, as a sum.
4. `model`: whether that is a position, and how sure its side, given what the same speaker says elsewhere.
5. Who is quoted agreeing with whom: "supported Macron's position".
6. `strength`: hedges, conditions and mere consequences make a side a leaning.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factbase.document import Act, Document, Method, Position, SpeakerKind, Stance, Statement, Topic
from factbase.extract.acts import act
from factbase.stance.evidence import Signal, total
from factbase.stance.lexicon import Role
from factbase.stance.model import ENOUGH_SAID, Evidence, supports, takes
from factbase.stance.polarity import WOULD, asks, fails, signals
from factbase.stance.references import referred
from factbase.stance.relevance import CONTEXT, ENOUGH, FEW, Said, relevance, said
from factbase.stance.reports import by_outlet, tells_deliberation
from factbase.stance.strength import condition, hedged, left_open
from factbase.stance.topics import CompiledTopic, compile_topic
from factbase.stance.words import Token

POSITION = 0.4
"""The least probability that a statement takes a position at all."""
SURE = 0.75
"""The least probability of its side: a wrong one is worse than none."""
LEANING = frozenset("risk benefit lack coming dim wary unopposed cue_warns cue_doubts cue_unopposed".split())
"""What speaks of consequences leans; it commits to nothing."""
CONFIDENCE = {"no": 0.9, "yes": 0.9, "reference": 0.7, "open": 0.6}
"""Share of right sides of what rules alone decide, on the gold of `benchmarks/stances.py`, drawn towards the mean where
cases are few."""
NAMING_ONLY = frozenset("asserted predicate term good against unopposed".split())
"""Signals that tell a side only beside others."""
REJECTING = frozenset("not_head contrary cue_rejects cue_doubts verdict dim swapped no_evidence".split())
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
OUTRIGHT_SURE = {1: 0.9, -1: 0.85}
"""Share of right sides among brief outright statements of the gold: 58 for, 40 against."""
ASSERTING = WOULD | {"is", "are"}
US = frozenset("we we're we'll we've us our ours".split())
QUOTES = re.compile('["“”„«»]')


@dataclass(frozen=True, slots=True)
class Decision:
    stance: Stance
    rule: str
    """The signal that weighed most: "head", "cue_rejects", "open" ..."""


@dataclass(frozen=True, slots=True)
class Read:
    """A statement of the topic with its signals; `open` holds the words that leave it open on purpose."""

    row: Said
    weight: float
    signals: tuple[Signal, ...] = ()
    open: str | None = None

    @property
    def answers(self) -> bool:
        """It says no more than "yes" or "no"."""
        return len(self.signals) == 1 and self.signals[0].name in CONFIDENCE

    @property
    def score(self) -> float:
        return total(self.signals)


def place(document: Document, statements: Sequence[Statement], topic: Topic) -> tuple[Stance | None, ...]:
    """The position of each statement on the topic's proposition; None where it takes none.

    Statements are all those of the document, in its order: who says what else helps to place what is left unsaid.
    """
    return tuple(found.stance if found else None for found in decide(document, statements, topic))


def decide(document: Document, statements: Sequence[Statement], topic: Topic) -> tuple[Decision | None, ...]:
    """The same with the rule that decided each."""
    compiled = compile_topic(topic)
    rows = [said(document, s, compiled) for s in statements]
    reads = [_read(row, w, compiled) for row, w in zip(rows, relevance(document, rows, compiled), strict=True)]
    sums = _sums(reads)
    found = [_decision(read, sums, topic.slug) if read else None for read in reads]
    placed = {i: f.stance.position for i, f in enumerate(found) if f}
    for i, row in enumerate(rows):
        if (position := referred(i, rows, placed, near=reads[i] is not None)) is not None:
            found[i] = _ruled("reference", position, topic.slug, words=row.cue_text)
    return tuple(found)


def _read(row: Said, weight: float, topic: CompiledTopic) -> Read | None:
    if weight < CONTEXT:
        return None
    if (words := left_open(row.cue_text, row.statement.text)) is not None:
        return Read(row, weight, open=words)
    says = act("", row.cue_text)
    if says is Act.DECLINE_COMMENT or asks(row.cue, row.content) or fails(row.cue):
        return None
    if tells_deliberation(row.statement) or (says is Act.STATE and topic.action and by_outlet(row.statement)):
        return None
    return Read(row, weight, tuple(signals(row, topic, says)))


def evidence(document: Document, statements: Sequence[Statement], topic: Topic) -> tuple[Evidence | None, ...]:
    """What the model weighs of each statement; None of what rules decide."""
    compiled = compile_topic(topic)
    rows = [said(document, s, compiled) for s in statements]
    reads = [_read(row, w, compiled) for row, w in zip(rows, relevance(document, rows, compiled), strict=True)]
    sums = _sums(reads)
    return tuple(_evidence(r, sums) if r and r.open is None and not r.answers else None for r in reads)


def _sums(reads: Sequence[Read | None]) -> dict[str, float]:
    """What each speaker says of the topic in this document, all in all."""
    found: dict[str, float] = {}
    for read in reads:
        if read and read.row.who:
            found[read.row.who] = found.get(read.row.who, 0.0) + _counted(read)
    return found


def _counted(read: Read) -> float:
    """What a statement tells of its speaker's others: nothing if it commits to nothing, or only its context ties it."""
    if read.weight < ENOUGH or _commits_to_nothing(read):
        return 0.0
    return max(-ENOUGH_SAID, min(ENOUGH_SAID, read.score))


def _commits_to_nothing(read: Read) -> bool:
    return any(s.name in LEANING for s in read.signals)


def _evidence(read: Read, sums: dict[str, float]) -> Evidence:
    row = read.row
    alone = _commits_to_nothing(read) or row.who not in sums
    speaker = row.statement.speaker
    return Evidence(
        score=read.score,
        elsewhere=0.0 if alone else sums[row.who or ""] - _counted(read),
        rejects=any(s.weight < 0 and s.name in REJECTING for s in read.signals),
        negations=sum(t.word.role is Role.NOT for t in row.content),
        relevance=read.weight,
        by_context=read.weight < FEW,
        quoted=bool(QUOTES.search(row.statement.text)),
        nameless=speaker is None,
        by_document=speaker is not None and speaker.kind is SpeakerKind.DOCUMENT,
        words=len(row.content),
        we=any(t.word.form in US for t in row.content),
    )


def _decision(read: Read, sums: dict[str, float], slug: str) -> Decision | None:
    if read.open is not None:
        return _ruled("open", Position.OPEN, slug, words=read.open)
    if read.answers:
        answer = read.signals[0]
        position = Position.SUPPORT if answer.weight > 0 else Position.OPPOSE
        return _ruled(answer.name, position, slug, words=read.row.statement.text)
    found = _evidence(read, sums)
    if _bare(read, found):
        return None
    if side := _outright(read, found):
        return _sided(read, side, OUTRIGHT_SURE[side], Method.RULE, slug)
    probability = supports(found)
    if takes(found) < POSITION or max(probability, 1 - probability) < SURE:
        return None
    side = 1 if probability > 0.5 else -1
    return _sided(read, side, max(probability, 1 - probability), Method.MODEL, slug)


def _outright(read: Read, found: Evidence) -> int:
    """1 or -1 of a short statement that says its side in so many words, if its speaker does not say otherwise elsewhere."""
    side = 1 if found.score > AFFIRMS else -1 if found.score < REJECTS else 0
    names = {s.name for s in read.signals if s.weight * side > 0}
    if found.by_context:  # "we'll get there in time" goes on about it
        return int(found.score > 0 and hedged([], read.row.content, None, side=1))
    brief = found.words <= (LONGER if _commits_to_nothing(read) else BRIEF)
    clear = brief and names & OUTRIGHT
    return side if clear and found.elsewhere * side > -ENOUGH else 0


def _bare(read: Read, found: Evidence) -> bool:
    """It names the topic in words that judge, want and expect nothing: "two soldiers were wounded near the border"."""
    says = any(s.name not in NAMING_ONLY for s in read.signals)
    return not (says or found.quoted or found.we or abs(found.elsewhere) > ENOUGH) and all(
        map(_plain, read.row.content)
    )


def _plain(token: Token) -> bool:
    return token.word.role is Role.NONE and token.word.form not in ASSERTING


def _sided(read: Read, side: int, sure: float, method: Method, slug: str) -> Decision:
    row = read.row
    strongest = max(read.signals, key=lambda s: s.weight * side)
    bound = condition(row.statement.text, near=strongest.token)
    soft = strongest.name in LEANING or bound is not None or hedged(row.cue, row.content, strongest.token, side=side)
    position = _step(side, soft=soft)
    return Decision(Stance(slug, position, round(sure, 2), method, _words(row, strongest), bound), strongest.name)


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
