"""Which side the words of a statement take on a proposition, and how firmly.

Every reading of the words is a `Signal`: its weight is positive for the proposition and negative against it. The
weights are rough on purpose, a few sizes; `benchmarks/stances.py` prints what each rule is worth.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from factbase.document import Act
from factbase.stance.lexicon import Role
from factbase.stance.topics import CompiledTopic
from factbase.stance.words import BREAKS, Token

REACH = 5
"""How many words a negation or a verb of rejection reaches."""
ASSERTED = {1: 0.0, 0: 0.2, -1: 0.7}
"""By the proposition's tone: who speaks of one mostly speaks for it, above all where it says ill of somebody."""
TONES = {Role.GOOD: 1, Role.BAD: -1}
WOULD = frozenset("would could might will can may".split())
GAINS = frozenset("allow enable help free_up ease improve boost save".split())
RENEWS = frozenset("allow let want believe think expect support back accept agree permit intend plan".split())
"""Negated, these negate all that hangs on them: "cannot allow her to become president"."""


@dataclass(frozen=True, slots=True)
class Signal:
    name: str
    weight: float
    token: Token | None = None
    """The word of the content that gave it; none for what the cue or the whole gives."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word and what the words before it make of it: 1 as it stands, -1 turned round."""

    token: Token
    sign: int
    term: bool
    """Whether it begins or continues a search term of the topic."""


def signals(cue: list[Token], content: list[Token], topic: CompiledTopic, act: Act, terms: Set[int]) -> list[Signal]:
    """All readings of one statement: `act` is what the cue alone says, `terms` where search terms begin."""
    parts = turned(content, topic, terms)
    if (answer := _answer(content)) is not None:
        return [answer]
    said = [*_predicate(parts, topic), *_swapped(content, topic), *_needs(parts, topic), *_tone(parts, topic)]
    return [Signal("asserted", ASSERTED[topic.tone]), *said, *_against(parts, topic), *_cue(cue, said, topic, act)]


def turned(found: list[Token], topic: CompiledTopic, terms: Set[int]) -> list[Part]:
    """Each word with its sign: "not", "refuse to", "ban on" turn the next five words of the clause, two cancel out.

    A word of the proposition itself turns nothing: "called for the repeal" is for "the law should be repealed".
    """
    parts, sign, left = [], 1, 0
    for token in found:
        if token.word.form in BREAKS:
            sign, left = 1, 0
        parts.append(Part(token, sign if left else 1, token.start in terms))
        left = max(0, left - 1)
        turns = token.word.role in (Role.NOT, Role.AGAINST) and token.word.concept not in topic.concepts
        if turns:
            sign = -sign if left else -1
        if turns or (left and sign < 0 and token.word.form in RENEWS):
            left = REACH
    return parts


def caution(content: list[Token]) -> float:
    """What an assertion must outweigh: a negation that reaches no word of the proposition, length, a question."""
    negated = any(t.word.role is Role.NOT for t in content)
    asked = next((t.word.form for t in reversed(content) if t.word.form in BREAKS), "") == "?"
    return 0.7 * negated + 0.3 * (len(content) >= 60) + 1.0 * asked


def _answer(content: list[Token]) -> Signal | None:
    """A content that says nothing but "no" or "yes"."""
    words = [t for t in content if t.word.form not in BREAKS]
    if not words or len(words) > 2:
        return None
    if all(t.word.role is Role.NOT or t.word.form in ("absolutely", "certainly") for t in words):
        return Signal("no", -2.0, words[0])
    if words[0].word.form in ("yes", "yeah", "absolutely"):
        return Signal("yes", 2.0, words[0])
    return None


def _predicate(parts: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    """The proposition's own words, or their contrary: "will not send", "wants to keep" the law that should go."""
    seen = set()
    for part in parts:
        concept = part.token.word.concept
        if concept and concept == topic.head:
            key, weight = "head", 1.0 if part.sign > 0 else -1.6
        elif concept in topic.predicate:
            key, weight = "predicate", 0.4 if part.sign > 0 else -0.4
        elif concept in topic.contrary:
            key, weight = "contrary", -1.2 * part.sign
        elif part.term and part.token.word.role is Role.NONE:
            key, weight = "term", 0.0 if part.sign > 0 else -0.6
        else:
            continue
        if (key, part.sign) not in seen:
            seen.add((key, part.sign))
            yield Signal(key if part.sign > 0 else f"not_{key}", weight, part.token)


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
            yield Signal("not_need" if negated else "need", -1.2 if negated else 0.8, part.token)
            return


def _tone(parts: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    """Good and bad words. On "X is fit" they speak of X; on what is to be done only its consequences count.

    Who says that a plan "would put trainers at risk" is against it; who says that "the situation is dangerous" may well
    be for it (measured: 26 of 35 such statements on proposals were).
    """
    for i, part in enumerate(parts):
        sign = _good(part, topic)
        if not sign or part.token.word.concept in topic.concepts:
            continue
        if topic.tone > 0:
            yield Signal("good" if sign > 0 else "bad", 0.4 if sign > 0 else -1.0, part.token)
            return
        if not topic.tone and topic.action and any(p.token.word.form in WOULD for p in parts[max(0, i - 4) : i]):
            yield Signal("benefit" if sign > 0 else "risk", 0.6 if sign > 0 else -1.6, part.token)
            return


def _good(part: Part, topic: CompiledTopic) -> int:
    """1 for good, -1 for bad, 0 for neither; what a proposal "would allow" or "would help" is good of it."""
    role, form = part.token.word.role, part.token.word.form
    gains = not topic.tone and topic.action and form in GAINS
    return part.sign * (1 if gains else TONES.get(role, 0))


def _against(parts: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    for part in parts:
        if part.token.word.role is Role.AGAINST and part.token.word.concept not in topic.concepts:
            yield Signal("against", -0.5 * part.sign * (topic.tone or 1), part.token)
            return


def _cue(cue: list[Token], said: list[Signal], topic: CompiledTopic, act: Act) -> Iterator[Signal]:
    """Who opposes a ban is for it to be lifted: the cue's side times the side of its object."""
    turned_by = -sum(s.weight for s in said if s.name in TURNED)
    about = topic.tone or (1 if any(s.name in ABOUT for s in said) else 0)
    if turned_by > 1 and act in (Act.REJECT, Act.DENY, Act.CRITICISE, Act.ACCUSE, Act.WARN):
        yield Signal("cue_rejects", turned_by + 0.8)
    elif act in (Act.REJECT, Act.DENY):
        yield Signal("cue_rejects", -1.8)
    elif act in (Act.CRITICISE, Act.ACCUSE):
        yield Signal("cue_criticises", -1.2 * about)
    elif act in (Act.AGREE, Act.APPEAL, Act.DEMAND, Act.PLEDGE, Act.PRAISE, Act.DEFEND):
        yield Signal("cue_supports", (0.8 if topic.action or topic.tone else 0.3) * (-1 if turned_by > 1 else 1))
    elif act is Act.WARN or any(t.word.role is Role.DOUBT for t in cue):
        yield Signal("cue_warns", -1.8 * about)
    elif any(t.word.role is Role.NOT for t in cue):
        yield Signal("cue_negated", turned_by + 0.8 if turned_by > 1 else -1.6)


ABOUT = frozenset({"head", "predicate", "term"})
TURNED = frozenset({"not_head", "contrary"})
"""Signals that say the object is the proposition's contrary."""
