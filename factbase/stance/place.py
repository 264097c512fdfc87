"""From signals to positions: one for each statement of a document, or none.

1. `relevance`: is the statement of the topic?
2. What only reports others, and what is left open ("does not rule it out"), is told apart before any side is sought.
3. `signals`: the sum of what the words say, nudged by what the same speaker says elsewhere in the document.
4. Who is quoted agreeing with whom: "supported Macron's position".
5. `strength`: hedges, conditions and mere consequences make a side a leaning.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factbase.document import Act, Document, Method, Position, Stance, Statement, Topic
from factbase.extract.acts import act
from factbase.stance.evidence import Signal, total
from factbase.stance.polarity import asks, caution, fails, signals
from factbase.stance.references import referred
from factbase.stance.relevance import CONTEXT, ENOUGH, FEW, Said, relevance, said
from factbase.stance.reports import by_outlet, tells_deliberation
from factbase.stance.strength import condition, hedged, left_open
from factbase.stance.topics import CompiledTopic, compile_topic

FOR, AGAINST = 0.15, -0.75
"""The sums of signals from which a statement is for or against; between them it takes no position that words show."""
CLEAR = 0.8
"""A sum that says something of the speaker."""
ELSEWHERE = 0.5
"""What a speaker's clear statements elsewhere in the document add at most."""
OUTRIGHT = frozenset(
    "yes no head not_head contrary not_contrary need not_need risk benefit bad swapped verdict lack coming dim wary "
    "cue_rejects cue_doubts cue_unopposed cue_criticises cue_supports cue_warns".split()
)
"""Signals that make one common search term enough."""
LEANING = frozenset(
    {"risk", "benefit", "lack", "coming", "dim", "wary", "unopposed", "cue_warns", "cue_doubts", "cue_unopposed"}
)
"""What speaks of consequences leans; it commits to nothing."""
USUAL = 0.8
CONFIDENCE = {
    "contrary": 0.9, "not_contrary": 0.9, "not_head": 0.9, "not_term": 0.9, "no": 0.9, "yes": 0.9,
    "bad": 0.85, "predicate": 0.85, "swapped": 0.85,
    "cue_rejects": 0.75, "cue_head": 0.75,
    "cue_warns": 0.75, "reference": 0.7,
    "benefit": 0.6, "good": 0.6, "against": 0.6, "open": 0.6,
}  # fmt: skip
"""Share of right sides by rule on the gold of `benchmarks/stances.py`, drawn towards the mean where cases are few."""


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
    sides = _sides(reads)
    found = [_decision(read, sides, topic.slug) if read else None for read in reads]
    placed = {i: f.stance.position for i, f in enumerate(found) if f}
    for i, row in enumerate(rows):
        if (position := referred(i, rows, placed, near=reads[i] is not None)) is not None:
            found[i] = _decided("reference", position, topic.slug, words=row.cue_text)
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


def _sides(reads: Sequence[Read | None]) -> dict[str, list[float]]:
    """The clear scores of each speaker in this document."""
    found: dict[str, list[float]] = {}
    for read in reads:
        if read and read.row.who and read.weight >= ENOUGH and abs(read.score) >= CLEAR:
            found.setdefault(read.row.who, []).append(read.score)
    return found


def _nudge(read: Read, sides: dict[str, list[float]]) -> float:
    others = list(sides.get(read.row.who or "", ()))
    if read.score in others:
        others.remove(read.score)
    if not others or any(s.name in LEANING for s in read.signals):
        return 0.0
    return ELSEWHERE * max(-1.0, min(1.0, sum(others) / len(others)))


def _decision(read: Read, sides: dict[str, list[float]], slug: str) -> Decision | None:
    if read.open is not None:
        return _decided("open", Position.OPEN, slug, words=read.open)
    row, score = read.row, read.score + _nudge(read, sides)
    if AGAINST < score < FOR + caution(row.content) or not _speaks(read):
        return None
    strongest = max(read.signals, key=lambda s: s.weight * (1 if score > 0 else -1))
    bound = condition(row.statement.text)
    soft = strongest.name in LEANING or bound is not None or hedged(row.cue, row.content, strongest.token)
    return _decided(strongest.name, _step(score, soft=soft), slug, words=_words(row, strongest), bound=bound)


def _speaks(read: Read) -> bool:
    """Whether a statement that little ties to the topic says enough by itself: "asked for trainers", "no", "doable"."""
    names = {s.name for s in read.signals}
    if read.weight >= FEW:
        return read.weight >= ENOUGH or bool(names & OUTRIGHT)
    return bool(names & {"yes", "no"}) or hedged([], read.row.content)


def _step(score: float, *, soft: bool) -> Position:
    if score > 0:
        return Position.LEAN_SUPPORT if soft else Position.SUPPORT
    return Position.LEAN_OPPOSE if soft else Position.OPPOSE


def _words(row: Said, signal: Signal) -> str:
    """What decided, as printed: a word of the content with its neighbours, the cue, or all that was said."""
    if signal.token is None:
        return row.cue_text if signal.name.startswith("cue") else row.statement.text
    at = row.content.index(signal.token)
    first, last = row.content[max(0, at - 3)], row.content[min(len(row.content) - 1, at + 2)]
    return row.statement.text[first.start : last.end]


def _decided(rule: str, position: Position, slug: str, *, words: str, bound: str | None = None) -> Decision:
    return Decision(Stance(slug, position, CONFIDENCE.get(rule, USUAL), Method.RULE, words, bound), rule)
