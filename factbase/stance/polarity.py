"""Which side the words of a statement take on a proposition, and how firmly.

Every reading of the words is a `Signal`: its weight is positive for the proposition and negative against it. The
weights are rough on purpose, a few sizes; `benchmarks/stances.py` prints what each rule is worth.
"""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from factbase.document import Act
from factbase.stance.lexicon import Role
from factbase.stance.topics import CompiledTopic
from factbase.stance.words import BREAKS, Token

REACH = 6
"""How many words a negation or a verb of rejection reaches."""
ASSERTED, ACCUSED = 0.2, 0.7
"""Who speaks of a proposition mostly speaks for it, above all of a claim that says ill of somebody."""
TONES = {Role.GOOD: 1, Role.BAD: -1}
WOULD = frozenset("would could might will can may".split())
GAINS = frozenset("allow enable help free_up ease improve boost save".split())
"""Good to bring about, whatever it is."""
ASKED = frozenset("ask asks asked asking wonder wonders wondered questions questioned".split())
QUESTIONS = frozenset("whether if why how what who when where".split())
WORKS = frozenset({"work", "works", "worked"})
COPULAS = frozenset("is are was were be been remains remain".split())
PREPOSITIONS = frozenset("to of for with by".split())
EVIDENCE = frozenset("evidence proof sign signs indication indications basis".split())
BAD_VERDICTS = """
unacceptable out_of_the_question impossible illegal unlawful wrong mistake error premature counterproductive pointless
unthinkable futile nonstarter irresponsible reckless unnecessary inappropriate disastrous dangerous unjustified
unrealistic
""".split()
GOOD_VERDICTS = "necessary essential overdue needed vital crucial justified legitimate imperative".split()
VERDICTS = dict.fromkeys(BAD_VERDICTS, -1) | dict.fromkeys(GOOD_VERDICTS, 1)
"""Words that judge a proposal rather than the state of things."""
RENEWS = frozenset("allow let want believe think expect support back accept agree permit intend plan".split())
"""Negated, these negate all that hangs on them: "cannot allow her to become president"."""


class Signal(NamedTuple):
    name: str
    weight: float
    token: Token | None = None
    """The word of the content that gave it; none for what the cue or the whole gives."""


class Part(NamedTuple):
    """A word and what the words before it make of it: 1 as it stands, -1 turned round."""

    token: Token
    sign: int
    term: bool
    """Whether it begins or continues a search term of the topic."""


def signals(cue: list[Token], content: list[Token], topic: CompiledTopic, act: Act, terms: Set[int]) -> list[Signal]:
    """All readings of one statement: `act` is what the cue alone says, `terms` where search terms begin."""
    if (answer := _answer(content)) is not None:
        return [answer]
    parts = turned(content, topic, terms)
    said = [
        Signal("asserted", ACCUSED if topic.tone < 0 and not topic.action else ASSERTED),
        *_predicate(parts, topic),
        *_swapped(content, topic),
    ]
    said += [*_needs(parts, topic, total(said)), *_against(parts, topic), *_tone(parts, topic)]
    said += [*_no_evidence(parts), *_verdict(parts, topic, total(said))]
    said += _consequences(parts, topic, total(said))
    return [*said, *_cue(cue, content, said, topic, act)]


def total(found: Sequence[Signal]) -> float:
    return sum(s.weight for s in found)


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
    """What an assertion must outweigh: a negation that reaches no word of the proposition, many sentences."""
    return 0.7 * any(t.word.role is Role.NOT for t in content) + 0.3 * (len(content) >= 60)


def asks(cue: list[Token], content: list[Token]) -> bool:
    """A question takes no position: "Why go?", "asked whether", "wondered why", "asked about"."""
    if next((t.word.form for t in reversed(content) if t.word.form in BREAKS), "") == "?":
        return True
    asked = any(t.word.form in ASKED for t in cue)
    if asked and cue[-1].word.form == "about":
        return True
    return bool(content) and content[0].word.form in QUESTIONS and (asked or content[0].word.form == "whether")


def fails(cue: list[Token]) -> bool:
    """ "failed to agree on": who fails takes no side by it."""
    return any(t.word.form in ("fail", "fails", "failed", "failing") for t in cue)


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


def _predicate(parts: list[Part], topic: CompiledTopic) -> list[Signal]:
    """The proposition's own words, or their contrary: "will not send", "wants to keep" the law that should go."""
    found: dict[str, Signal] = {}
    for part in parts:
        key, sizes = _part_of(part, topic)
        if key:
            name = key if part.sign > 0 else f"not_{key}"
            found.setdefault(name, Signal(name, sizes[part.sign < 0], part.token))
    if "contrary" in found and "head" not in found:
        found.pop("predicate", None)
    return list(found.values())


def _part_of(part: Part, topic: CompiledTopic) -> tuple[str, tuple[float, float]]:
    """What of the proposition a word is, and its weight as it stands and turned round."""
    concept = part.token.word.concept
    if concept and concept == topic.head:
        return "head", (1.0, -1.6)
    if concept in topic.predicate:
        return "predicate", (0.4, -0.6 if part.term else -0.4)
    if concept in topic.contrary:
        return "contrary", (-1.2, 1.2)
    return ("term", (0.0, -0.6)) if part.term and part.token.word.role is Role.NONE else ("", (0.0, 0.0))


def _swapped(content: list[Token], topic: CompiledTopic) -> Iterator[Signal]:
    """ "Trump is leading Clinton" where the proposition has it the other way: the names right before and after."""
    named = [t for t in content if t.word.concept]
    for left, verb, right in zip(named, named[1:], named[2:], strict=False):
        if verb.word.concept == topic.head and topic.head:
            if left.word.concept in topic.after and right.word.concept in topic.before:
                yield Signal("swapped", -2.5, verb)
            return


def _needs(parts: list[Part], topic: CompiledTopic, so_far: float) -> Iterator[Signal]:
    """What is to be done, or its contrary: "should", "there is no need to", "the troops must come home"."""
    for i, part in enumerate(parts):
        if part.token.word.role is Role.NEED and topic.action:
            negated = part.sign < 0 or any(p.token.word.role is Role.NOT for p in parts[i + 1 : i + 2])
            weight = -1.2 if negated else 0.8 if so_far > -0.5 else -0.4
            yield Signal("need" if weight > 0 else "not_need", weight, part.token)
            return


def _tone(parts: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    """Good and bad words where the proposition says something good: on "X is fit" they speak of X."""
    if topic.tone <= 0:
        return
    found = [(p, s) for p in parts if p.token.word.concept not in topic.concepts and (s := _good(p))]
    bad = [p for p, sign in found if sign < 0]
    if bad and found[0][1] < 0:
        yield Signal("bad", -1.0 if len(bad) == 1 else -1.4, bad[0].token)
    elif found:
        yield Signal("good", 0.4, found[0][0].token)


def _good(part: Part) -> int:
    return TONES.get(part.token.word.role, 0) * part.sign


def _no_evidence(parts: list[Part]) -> Iterator[Signal]:
    """ "found no evidence of", "there is no sign that"."""
    for part in parts:
        if part.sign < 0 and part.token.word.form in EVIDENCE:
            yield Signal("no_evidence", -1.2, part.token)
            return


def _verdict(parts: list[Part], topic: CompiledTopic, so_far: float) -> Iterator[Signal]:
    """What is said of a proposal itself: "is unacceptable", "was a mistake", "do not work"."""
    for i, part in enumerate(parts if topic.action and not topic.tone else ()):
        form = part.token.word.form
        fails = part.sign < 0 and form in WORKS
        if fails or (form in VERDICTS and _is_said_to_be(parts[max(0, i - 3) : i])):
            weight = part.sign * (1 if form in WORKS else VERDICTS[form])
            yield Signal("verdict", 0.6 if weight > 0 else -1.2 - max(so_far, 0.0), part.token)
            return


def _is_said_to_be(before: list[Part]) -> bool:
    """ "was a grave" comes before "mistake", not "are consequences to its" before "dangerous actions"."""
    forms = [p.token.word.form for p in before]
    at = next((i for i, form in enumerate(forms) if form in COPULAS), None)
    return at is not None and not PREPOSITIONS.intersection(forms[at:])


def _consequences(parts: list[Part], topic: CompiledTopic, so_far: float) -> Iterator[Signal]:
    """What doing it would bring: "would put trainers at risk", "could help to end the war".

    On what is to be done only these count: who says that "the situation is dangerous" may well be for doing it
    (measured: 26 of 35 such statements on proposals were). A risk outweighs the words that name what is risked.
    """
    for i, part in enumerate(parts if topic.action and not topic.tone else ()):
        word = part.token.word
        before = [p.token.word.form for p in parts[max(0, i - 4) : i]]
        sign = part.sign * (-1 if "only" in before else 1) if word.form in GAINS else _good(part)
        if sign and word.concept not in topic.concepts and WOULD.intersection(before):
            yield Signal("benefit" if sign > 0 else "risk", 0.6 if sign > 0 else -1.2 - max(so_far, 0.0), part.token)
            return


def _against(parts: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    for part in parts:
        if part.token.word.role is Role.AGAINST and part.token.word.concept not in topic.concepts:
            yield Signal("against", -0.5 * part.sign * (topic.tone or 1), part.token)
            return


def _cue(
    cue: list[Token], content: list[Token], said: list[Signal], topic: CompiledTopic, act: Act
) -> Iterator[Signal]:
    """The cue's side times the side of its object: who opposes a ban is for what it bans."""
    so_far = total(said)
    back = any(s.name in TURNED and s.weight < 0 for s in said) and so_far < 0
    enough = ABOUT if act is Act.WARN or len(content) <= 5 else ABOUT_DOING
    about = topic.tone or (1 if topic.action and any(s.name in enough for s in said) else 0)
    if topic.head in {t.word.concept for t in cue} - {""} and act not in (Act.REJECT, Act.DENY):
        yield Signal("cue_head", _reversed(so_far, back=back) if _negated(cue + content) else 1.2)
    elif act in (Act.REJECT, Act.DENY):
        yield Signal("cue_rejects", _reversed(so_far, back=back))
    elif act in (Act.CRITICISE, Act.ACCUSE, Act.WARN):
        name = "cue_warns" if act is Act.WARN else "cue_criticises"
        yield Signal(name, _reversed(so_far, back=back) if about > 0 else -0.8 * about)
    elif act in (Act.AGREE, Act.APPEAL, Act.DEMAND, Act.PLEDGE, Act.PRAISE, Act.DEFEND):
        yield Signal("cue_supports", (0.8 if topic.action or topic.tone else 0.3) * (-1 if back else 1))
    elif any(t.word.role is Role.DOUBT for t in cue):
        yield Signal("cue_warns", -1.2 * about - max(so_far, 0.0))
    elif _negated(cue):
        yield Signal("cue_negated", _reversed(so_far, back=back))


def _negated(cue: list[Token]) -> bool:
    return any(t.word.role is Role.NOT for t in cue)


def _reversed(so_far: float, *, back: bool) -> float:
    """The weight that turns a sum round: to a clear no, or where the object was a no already, to a yes."""
    return 0.9 - so_far if back else -1.2 - max(so_far, 0.0)


ABOUT_DOING = frozenset({"head", "not_head", "contrary"})
ABOUT = ABOUT_DOING | {"predicate", "term"}
"""What must be in the words for a warning, or short criticism, to be of what is proposed."""
TURNED = frozenset({"not_head", "contrary", "not_term", "not_need", "bad"})
"""Signals that say the object is the proposition's contrary."""
