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
from factbase.stance.relevance import CONTEXT, ENOUGH, Said, relevance, said
from factbase.stance.reports import by_outlet, tells_deliberation
from factbase.stance.strength import condition, hedged, left_open
from factbase.stance.topics import CompiledTopic, compile_topic
from factbase.stance.words import Token

POSITION = 0.4
"""The least probability that a statement takes a position at all."""
SURE = 0.75
"""The least probability of its side: a wrong one is worse than none."""
LEANING = frozenset(
    "risk benefit lack coming dim wary unopposed cue_warns cue_doubts cue_unopposed".split()
)
"""What speaks of consequences leans; it commits to nothing."""
CONFIDENCE = {"no": 0.9, "yes": 0.9, "reference": 0.7, "open": 0.6}
"""Share of right sides of what rules alone decide, on the gold of `benchmarks/stances.py`, drawn towards the mean where
cases are few."""
NAMING_ONLY = frozenset("asserted predicate term good against unopposed".split())
"""Signals that tell a side only beside others."""
REJECTING = frozenset("not_head contrary cue_rejects cue_doubts verdict dim swapped no_evidence".split())
US = frozenset("we we're we'll we've us our ours".split())
QUOTES = re.compile("[\"“”„«»]")


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
        if read and read.row.who and read.weight >= ENOUGH:
            found[read.row.who] = found.get(read.row.who, 0.0) + _bounded(read.score)
    return found


def _bounded(score: float) -> float:
    return max(-ENOUGH_SAID, min(ENOUGH_SAID, score))


def _evidence(read: Read, sums: dict[str, float]) -> Evidence:
    row, own = read.row, _bounded(read.score) if read.weight >= ENOUGH else 0.0
    speaker = row.statement.speaker
    return Evidence(
        score=read.score,
        elsewhere=sums[row.who] - own if row.who in sums else 0.0,
        rejects=any(s.weight < 0 and s.name in REJECTING for s in read.signals),
        negations=sum(t.word.role is Role.NOT for t in row.content),
        relevance=read.weight,
        by_context=read.weight < ENOUGH,
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
    probability = supports(found)
    if takes(found) < POSITION or max(probability, 1 - probability) < SURE:
        return None
    return _weighed(read, probability, slug)


def _bare(read: Read, found: Evidence) -> bool:
    """It names the topic in words that judge, want and expect nothing: "two soldiers were wounded near the border"."""
    says = any(s.name not in NAMING_ONLY for s in read.signals)
    return not (says or found.quoted or abs(found.elsewhere) > ENOUGH) and all(map(_plain, read.row.content))


def _plain(token: Token) -> bool:
    return token.word.role is Role.NONE and token.word.form not in WOULD


def _weighed(read: Read, probability: float, slug: str) -> Decision:
    row, side = read.row, 1 if probability > 0.5 else -1
    strongest = max(read.signals, key=lambda s: s.weight * side)
    bound = condition(row.statement.text, near=strongest.token)
    soft = strongest.name in LEANING or bound is not None or hedged(row.cue, row.content, strongest.token, side=side)
    sure = round(max(probability, 1 - probability), 2)
    stance = Stance(slug, _step(side, soft=soft), sure, Method.MODEL, _words(row, strongest), bound)
    return Decision(stance, strongest.name)


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
