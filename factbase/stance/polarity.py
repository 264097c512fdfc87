"""Which side the words of a statement take on a proposition, and how firmly.

Every reading of the words is a `Signal`: its weight is positive for the proposition and negative against it. The
weights are rough on purpose, a few sizes; `benchmarks/stances.py` prints what each rule is worth.
"""

from collections.abc import Iterator

from factbase.document import Act
from factbase.stance.cues import cue_signals
from factbase.stance.lexicon import NAMING, Role
from factbase.stance.relevance import Said
from factbase.stance.scope import REACH, Part, asides, turned, within, without
from factbase.stance.signals import Signal, total
from factbase.stance.topics import CompiledTopic
from factbase.stance.words import BREAKS, Token

ASSERTED, ACCUSED = 0.2, 0.7
"""Who speaks of a proposition mostly speaks for it, above all of a claim that says ill of somebody."""
ANSWERS = frozenset({"yes", "no"})
"""Signals of a content that is nothing but an answer."""
CERTAINLY = frozenset({"absolutely", "certainly"})
TONES = {Role.GOOD: 1, Role.BAD: -1}
WOULD = frozenset("would could might will can may".split())
GAINS = frozenset("allow enable help free_up ease improve boost save".split())
"""Good to bring about, whatever it is."""
ASKED = frozenset("ask asks asked asking wonder wonders wondered questions questioned".split())
QUESTIONS = frozenset("whether if why how what who when where".split())
WORKS = frozenset({"work", "works", "worked", "working"})
COPULAS = frozenset("is are was were be been remains remain".split())
NAMED = 0.4
PREPOSITIONS = frozenset("to of for with by".split())
EVIDENCE = frozenset("evidence proof sign signs indication indications basis".split())
BAD_VERDICTS = """
absurd appeasement betrayal blackmail capitulation catastrophe charade counterproductive dangerous diktat disaster
disastrous disgrace error farce folly foolish futile hasty illegal illegitimate immoral impossible inappropriate insane
insanity insult intolerable irresponsible madness mistake nonsense nonstarter out_of_the_question outrage pointless
premature provocation reckless red_line ridiculous senseless sham suicidal suicide taboo travesty unacceptable
unconstitutional undesirable unfair unjust unjustified unlawful unnecessary unrealistic unthinkable unwelcome unwise
useless wrong
""".split()
GOOD_VERDICTS = """
acceptable beneficial breakthrough crucial desirable essential feasible imperative in_line_with indispensable justified
lawful legitimate milestone necessary needed overdue realistic reasonable sensible vital welcome wise
""".split()
VERDICTS = dict.fromkeys(BAD_VERDICTS, -1) | dict.fromkeys(GOOD_VERDICTS, 1)
"""Words that judge a proposal rather than the state of things."""
COMING = frozenset(
    "inevitable unavoidable matter_of_time question_of_time question_of_when bound_to sooner_or_later".split()
)
"""What will come, wanted or not."""
ABOUT = frozenset("of about over at".split())
"""What follows a word of worry that tells what it is over: "weary of", "concerns about"."""
ENDS = frozenset(".!?…")
HAVING = frozenset("have has had express expressed voice voiced".split())
CHANCES = frozenset("chance chances prospect prospects hope hopes odds likelihood".split())
DIM = frozenset("dim slim bleak remote tenuous faint fading slender low zero poor minimal scant dwindling".split())


def signals(row: Said, topic: CompiledTopic, act: Act) -> list[Signal]:
    """All readings of one statement: `act` is what the cue alone says."""
    if (answer := _answer(row.content)) is not None:
        return [answer]
    said = _content(row, topic)
    return [*said, *cue_signals(row.cue, row.content, said, topic, act)]


def _content(row: Said, topic: CompiledTopic) -> list[Signal]:
    """What the words say, without what they concede or set as a condition, unless only that is of the topic."""
    spans = asides(row.statement.text)
    main = turned(without(row.content, spans), topic, row.places)
    aside = turned(within(row.content, spans), topic, row.places)
    asserted = Signal("asserted", ACCUSED if topic.tone < 0 and not topic.action else ASSERTED)
    if aside and not _mentions(main, topic):
        if _mentions(aside, topic) and (found := list(_hypothetical(main, aside, topic))):
            return [asserted, *found]
        main = turned(row.content, topic, row.places)
    main = _focus(main, topic)
    lack = list(_lack(main, topic))
    said = [asserted, *lack, *_swapped(row.content, topic)]
    said += [s for s in _predicate(main, topic) if not (lack and s.weight < 0)]
    said += [*_needs(main, topic, total(said)), *_against(main, topic), *_tone(main, topic)]
    said += _no_evidence(main)
    if not lack:
        said += _verdict(main, topic, total(said), cue=row.cue)
        said += _consequences(main, topic, total(said))
    return [*said, *_outlook(main, topic, total(said))]


def _focus(parts: list[Part], topic: CompiledTopic) -> list[Part]:
    """Of several sentences those that are of the topic, and what follows each; all of them where none is."""
    sentences: list[list[Part]] = [[]]
    for part in parts:
        sentences[-1].append(part)
        if part.token.word.form in ENDS:
            sentences.append([])
    named = [_mentions(sentence, topic) for sentence in sentences]
    if not any(named):
        return parts
    return [p for i, sentence in enumerate(sentences) if named[i] or (i and named[i - 1]) for p in sentence]


def _mentions(parts: list[Part], topic: CompiledTopic) -> bool:
    return any(part.term or _part_of(part, topic)[0] for part in parts)


def _hypothetical(main: list[Part], aside: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    """ "If we recognise them, there will be war": what becomes of it tells the side on it."""
    if topic.tone > 0 or not (tones := [(p, sign) for p in main if (sign := _good(p))]):
        return
    part, sign = tones[0]
    sign *= -1 if total(_predicate(aside, topic)) < 0 else 1
    yield Signal("benefit" if sign > 0 else "risk", 0.8 * sign, part.token)


def _lack(parts: list[Part], topic: CompiledTopic) -> Iterator[Signal]:
    """ "Not sending them would be a disgrace", "without recognition there will be chaos": its lack is bad."""
    lacking, modal = False, False
    for part in parts:
        word = part.token.word
        if word.form in BREAKS:
            lacking, modal = False, False
        if part.sign < 0 and (part.term or word.concept in topic.predicate) and word.concept not in topic.contrary:
            lacking = not modal
        modal = modal or word.form in WOULD or word.form in COPULAS
        if lacking and modal and word.role is Role.BAD:
            yield Signal("lack", 1.5, part.token)
            return


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
    refusing = [t for t in words if t.word.role is Role.NOT]
    if refusing and all(t in refusing or t.word.form in CERTAINLY for t in words):
        return Signal("no", -2.0, words[0])
    if words[0].word.form in CERTAINLY | {"yes", "yeah"} and not refusing:
        return Signal("yes", 2.0, words[0])
    return None


def _predicate(parts: list[Part], topic: CompiledTopic) -> list[Signal]:
    """The proposition's own words, or their contrary: "will not send", "wants to keep" the law that should go."""
    found: dict[str, Signal] = {}
    named_only = bool(topic.light) and all(part.token.word.concept != topic.light for part in parts)
    for part in parts:
        key, sizes = _part_of(part, topic)
        if key == "head" and named_only and part.sign > 0:
            found.setdefault("predicate", Signal("predicate", NAMED, part.token))
        elif key:
            name = key if part.sign > 0 else f"not_{key}"
            found.setdefault(name, Signal(name, sizes[part.sign < 0], part.token))
    if "contrary" in found and "head" not in found:
        found.pop("predicate", None)
    return list(found.values())


def _part_of(part: Part, topic: CompiledTopic) -> tuple[str, tuple[float, float]]:
    """What of the proposition a word is, and its weight as it stands and turned round."""
    concept = part.token.word.concept
    if concept and concept in topic.heads:
        return "head", (1.0, -1.6)
    if concept in topic.predicate:
        return "predicate", (NAMED, -0.6 if part.term else -0.4)
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


def _verdict(parts: list[Part], topic: CompiledTopic, so_far: float, *, cue: list[Token]) -> Iterator[Signal]:
    """What is said of a proposal: "is unacceptable", "called it blackmail", "now is not the time", "do not work"."""
    named = any(t.word.form in NAMING for t in cue)
    about, naming = False, 0
    for i, part in enumerate(parts if topic.action and not topic.tone else ()):
        form = part.token.word.form
        about = form not in BREAKS and (about or part.term or part.token.word.concept in topic.predicate)
        naming = REACH if form in NAMING else 0 if form in BREAKS else naming - 1
        sign = _judges(parts, i, named=named or (about and naming > 0))
        if sign and (about or form == "time") and part.token.word.concept not in topic.concepts:
            name = "risk" if part.token.word.role is Role.WARNING else "verdict"
            yield Signal(name, 0.6 if sign > 0 else -1.2 - max(so_far, 0.0), part.token)
            return


def _judges(parts: list[Part], i: int, *, named: bool) -> int:
    """1 for a good word, -1 for an ill one, 0 for what is no verdict on the proposal."""
    part, form = parts[i], parts[i].token.word.form
    if part.sign < 0 and (form in WORKS or (form == "time" and _form(parts, i + 1) in ("for", "to", ""))):
        return -1
    before = parts[max(0, i - 3) : i]
    if form in VERDICTS and (named or _is_said_to_be(before)):
        return part.sign * VERDICTS[form]
    return _good(part) if named else 0


def _is_said_to_be(before: list[Part]) -> bool:
    """ "was a grave" comes before "mistake", not "are consequences to its" before "dangerous actions"."""
    forms = [p.token.word.form for p in before]
    at = next((i for i, form in enumerate(forms) if form in COPULAS), None)
    return at is not None and not PREPOSITIONS.intersection(forms[at:])


def _worries(parts: list[Part], i: int) -> bool:
    """ "Are weary of", "have concerns about"."""
    part, before = parts[i], {p.token.word.form for p in parts[max(0, i - 3) : i]}
    worried = part.token.word.role is Role.WARNING and part.sign > 0 and _form(parts, i + 1) in ABOUT
    return worried and bool(before & (COPULAS | HAVING))


def _form(parts: list[Part], i: int) -> str:
    return parts[i].token.word.form if i < len(parts) else ""


def _outlook(parts: list[Part], topic: CompiledTopic, so_far: float) -> Iterator[Signal]:
    """What may come of it, wanted or not: "is inevitable", "the prospects are dim", "are wary of it"."""
    for i, part in enumerate(parts):
        form = part.token.word.form
        if topic.action and topic.tone >= 0 and _worries(parts, i):
            yield Signal("wary", -1.2 - max(so_far, 0.0), part.token)
            return
        if form in COMING and part.sign > 0:
            yield Signal("coming", 0.8, part.token)
            return
        if form in CHANCES and any(p.token.word.form in DIM for p in parts[max(0, i - 3) : i + 9]):
            yield Signal("dim", -1.4 - max(so_far, 0.0), part.token)
            return


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
    """ "A ban", or "lift the ban": the last word of rejection in the first clause that has one."""
    last = None
    for part in parts:
        if part.token.word.form in BREAKS and last:
            break
        if part.token.word.role is Role.AGAINST and part.token.word.concept not in topic.concepts:
            last = part
    if last:
        yield Signal("against" if last.sign > 0 else "unopposed", -0.5 * last.sign * (topic.tone or 1), last.token)
