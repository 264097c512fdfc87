"""From signals to positions: one for each statement of a document, or none."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factbase.document import Act, Document, Method, Position, SpeakerKind, Stance, Statement, Topic
from factbase.extract.acts import act
from factbase.stance.polarity import Signal, signals
from factbase.stance.relevance import ENOUGH, Said, relevance, said, takes_side
from factbase.stance.strength import condition, hedged, leaves_open, others_deliberate
from factbase.stance.topics import CompiledTopic, compile_topic

FOR, AGAINST = 0.1, -0.3
"""The sums of signals from which a statement is for or against; between them it takes no position that words show."""


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
    rows = [said(document, s, compiled) for s in statements]
    weights = relevance(document, rows, compiled)
    return tuple(_decision(row, w, compiled, topic) for row, w in zip(rows, weights, strict=True))


def _decision(row: Said, weight: float, topic: CompiledTopic, name: Topic) -> Decision | None:
    if weight < ENOUGH:
        return None
    text = row.statement.text
    if leaves_open(row.cue_text, text):
        return Decision(Stance(name.slug, Position.OPEN, 0.6, Method.RULE, row.cue_text), "open")
    if others_deliberate(text):
        return None
    found = signals(row.cue, row.content, topic, act("", row.cue_text))
    score = sum(s.weight for s in found)
    if AGAINST < score < FOR:
        return None
    strongest = max((s for s in found if s.weight * score > 0), key=lambda s: abs(s.weight))
    bound = condition(text)
    soft = hedged(row.cue, row.content) is not None or bound is not None
    position = _step(score, soft)
    words = text[strongest.token.start : strongest.token.end] if strongest.token else text
    return Decision(Stance(name.slug, position, 0.7, Method.RULE, words, bound), strongest.name)


def _step(score: float, soft: bool) -> Position:
    if score > 0:
        return Position.LEAN_SUPPORT if soft else Position.SUPPORT
    return Position.LEAN_OPPOSE if soft else Position.OPPOSE
