"""From signals to positions: one for each statement of a document, or none.

1. `relevance`: is the statement of the topic?
2. Left open ("does not rule it out"), or only told of others: decided before any side is.
3. `signals`: the sum of what the words say, nudged by what the same speaker says elsewhere in the document.
4. Who is quoted agreeing with whom: "supported Macron's position".
5. `strength`: hedges and conditions make a side a leaning.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factbase.document import Document, Method, Position, Stance, Statement, Topic
from factbase.extract.acts import act
from factbase.stance.polarity import Signal, caution, signals
from factbase.stance.relevance import CONTEXT, ENOUGH, Said, relevance, said
from factbase.stance.strength import condition, hedged, leaves_open, others_deliberate
from factbase.stance.topics import CompiledTopic, compile_topic

FOR, AGAINST = 0.15, -0.75
"""The sums of signals from which a statement is for or against; between them it takes no position that words show."""
LEANING = frozenset({"risk", "benefit", "cue_warns"})
"""What speaks of consequences leans; it commits to nothing."""
CLEAR = 0.8
ELSEWHERE = 0.5


@dataclass(frozen=True, slots=True)
class Decision:
    stance: Stance
    rule: str
    """The signal that weighed most: "head", "cue_rejects", "open" ..."""


@dataclass(frozen=True, slots=True)
class Read:
    """A statement of the topic with its signals; `open` where it is left open on purpose."""

    row: Said
    weight: float
    signals: tuple[Signal, ...]
    open: bool = False

    @property
    def score(self) -> float:
        return sum(s.weight for s in self.signals)


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
    return tuple(read and _decision(read, sides, topic.slug) for read in reads)


def _read(row: Said, weight: float, topic: CompiledTopic) -> Read | None:
    if weight < CONTEXT:
        return None
    if leaves_open(row.cue_text, row.statement.text):
        return Read(row, weight, (), open=True)
    if others_deliberate(row.statement.text):
        return None
    return Read(row, weight, tuple(signals(row.cue, row.content, topic, act("", row.cue_text), set(row.places))))


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
    return ELSEWHERE * max(-1.0, min(1.0, sum(others) / len(others))) if others else 0.0


def _decision(read: Read, sides: dict[str, list[float]], slug: str) -> Decision | None:
    row = read.row
    if read.open:
        return Decision(Stance(slug, Position.OPEN, 0.6, Method.RULE, row.cue_text), "open")
    score = read.score + _nudge(read, sides)
    if AGAINST < score < FOR + caution(row.content) or (read.weight < ENOUGH and not _speaks(read)):
        return None
    strongest = max(read.signals, key=lambda s: s.weight * (1 if score > 0 else -1))
    bound = condition(row.statement.text)
    soft = strongest.name in LEANING or bound is not None or hedged(row.cue, row.content, strongest.token)
    words = row.statement.text[strongest.token.start : strongest.token.end] if strongest.token else row.statement.text
    return Decision(Stance(slug, _step(score, soft), 0.7, Method.RULE, words, bound), strongest.name)


def _speaks(read: Read) -> bool:
    """Whether a statement that only its context ties to the topic says enough by itself: "no", "that is doable"."""
    answers = any(s.name in ("yes", "no", "cue_rejects") for s in read.signals)
    return answers or hedged([], read.row.content)


def _step(score: float, soft: bool) -> Position:
    if score > 0:
        return Position.LEAN_SUPPORT if soft else Position.SUPPORT
    return Position.LEAN_OPPOSE if soft else Position.OPPOSE
