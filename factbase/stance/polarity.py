"""Which side the words of a statement take on a proposition, and how firmly.

Every reading of the words is a `Signal`: its weight is positive for the proposition and negative against it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factbase.document import Act
from factbase.stance.lexicon import Role
from factbase.stance.topics import CompiledTopic
from factbase.stance.words import BREAKS, Token

REACH = 5
"""How many words a negation or a verb of rejection reaches."""


@dataclass(frozen=True, slots=True)
class Signal:
    name: str
    weight: float
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A word and what the words before it make of it: 1 as it stands, -1 turned round."""

    token: Token
    sign: int


def turned(found: list[Token], topic: CompiledTopic) -> list[Part]:
    """Each word with its sign: "not", "refuse to", "ban on" turn the next five words of the clause, two cancel out.

    A word of the proposition itself turns nothing: "called for the repeal" is for "the law should be repealed".
    """
    parts, sign, left = [], 1, 0
    for token in found:
        if token.word.form in BREAKS:
            sign, left = 1, 0
        parts.append(Part(token, sign if left else 1))
        left = max(0, left - 1)
        if token.word.role in (Role.NOT, Role.AGAINST) and token.word.concept not in topic.concepts:
            sign, left = (-sign if left else -1), REACH
    return parts


def signals(cue: list[Token], content: list[Token], topic: CompiledTopic, act: Act) -> list[Signal]:
    parts = turned(content, topic)
    said = [
        BASE[topic.tone],
        *_predicate(parts, topic),
        *_swapped(content, topic),
        *_needs(parts, topic),
        *_tone(parts, topic),
    ]
    return [*said, *_against(parts, topic), *_cue(cue, said, topic, act)]


def _predicate(parts: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    """The proposition's own words, or their contrary: "will not send", "wants to keep" the law that should go."""
    seen = set()
    for part in parts:
        concept = part.token.word.concept
        if concept in topic.predicate:
            head = concept == topic.head
            key, weight = ("head", 1.0) if head else ("predicate", 0.4)
            weight = weight if part.sign > 0 else -1.6 if head else -0.6
        elif concept in topic.contrary:
            key, weight = "contrary", -1.2 * part.sign
        else:
            continue
        if (key, part.sign) not in seen:
            seen.add((key, part.sign))
            yield Signal(key if weight > 0 else f"not_{key}", weight, part.token)


def _swapped(content: list[Token], topic: CompiledTopic) -> Iterator[Signal]:
    """ "Trump is leading Clinton" where the proposition has it the other way."""
    at = next((i for i, t in enumerate(content) if t.word.concept == topic.head), None)
    if not topic.head or at is None or not topic.before or not topic.after:
        return
    left = {t.word.concept for t in content[:at]}
    right = {t.word.concept for t in content[at + 1 :]}
    if left & topic.after and right & topic.before and not left & topic.before:
        yield Signal("swapped", -2.5, content[at])


def _needs(parts: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    """ "should", "must", "there is no need to" on what is to be done."""
    for i, part in enumerate(parts):
        if part.token.word.role is Role.NEED and topic.action:
            negated = part.sign < 0 or any(p.token.word.role is Role.NOT for p in parts[i + 1 : i + 2])
            yield Signal("need", -1.2 if negated else 0.8, part.token)
            return


def _tone(parts: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    """Good and bad words. On "X is fit" they speak of X; on what is to be done only its consequences count.

    Who says that a plan "would put trainers at risk" is against it; who says that "the situation is dangerous" may well
    be for it (measured: 26 of 35 such statements on proposals were).
    """
    told = [p for p in parts if p.token.word.concept not in topic.concepts]
    for part, sign in [(p, s * p.sign) for p in told if (s := TONES.get(p.token.word.role, 0))]:
        if topic.tone > 0:
            yield Signal("good" if sign > 0 else "bad", 0.4 if sign > 0 else -1.0, part.token)
            return
        if topic.tone == 0 and topic.action and _is_consequence(part, parts):
            yield Signal("benefit" if sign > 0 else "risk", 0.6 if sign > 0 else -1.0, part.token)
            return


def _is_consequence(part: Part, parts: list[Part]) -> bool:
    at = parts.index(part)
    return any(p.token.word.form in WOULD for p in parts[max(0, at - 4) : at])


def _against(parts: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    for part in parts:
        if part.token.word.role is Role.AGAINST and part.token.word.concept not in topic.concepts:
            yield Signal("against", -0.5 * part.sign * (topic.tone or 1), part.token)
            return


def _cue(cue: list[Token], said: list[Signal], topic: CompiledTopic, act: Act) -> Iterator[Signal]:
    """Who opposes a ban is for it to be lifted: the cue's side times the side of its object."""
    direction = -1 if sum(s.weight for s in said if s.name in CONTRARY) < -1 else 1
    token = next((t for t in cue if t.word.role not in (Role.NONE, Role.HEDGE)), None)
    if act in (Act.REJECT, Act.DENY):
        yield Signal("cue_rejects", -1.8 * direction, token)
    elif act in (Act.CRITICISE, Act.ACCUSE):
        about = topic.tone or (1 if any(s.name in ("head", "predicate") for s in said) else 0)
        yield Signal("cue_criticises", -1.2 * about, token)
    elif act in (Act.AGREE, Act.APPEAL, Act.DEMAND, Act.PLEDGE, Act.PRAISE, Act.DEFEND):
        yield Signal("cue_supports", (0.8 if topic.action or topic.tone else 0.3) * direction, token)
    elif act is Act.WARN:
        yield Signal("cue_warns", -0.8 * (topic.tone or 1), token)
    elif any(t.word.role is Role.NOT for t in cue):
        yield Signal("cue_negated", -1.6 * direction, token)


BASE = {1: Signal("asserted", 0.0), 0: Signal("asserted", 0.2), -1: Signal("asserted", 0.7)}
"""Whoever speaks of a proposition mostly speaks for it, above all of one that says ill of somebody."""
TONES = {Role.GOOD: 1, Role.BAD: -1}
WOULD = frozenset("would could might will can may risks".split())
CONTRARY = frozenset({"not_head", "not_contrary"})
