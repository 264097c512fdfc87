"""Which date expression dates which statement: the one in the words that do the attributing, not in what is said."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factbase.document import Attribution, Span
from factbase.text import Range, covering, met
from factbase.when.expressions import SPOKEN, Expression, within

# Words that begin another clause: a date beyond one is that clause's. Each was kept for what it did on dev articles.
WALL = re.compile(
    r"\b(?i:who|whom|whose|which|that|after|before|when|while|since|because|although|though|if|until|unless|whether|where"
    r"|following|ahead of|prior to|despite|amid|over|about|into|against|but|than|as(?! of| well| part))\b|[;(]|[—–] "
)
SUBORDINATE = re.compile(
    r"\W*(?i:and |but |even |just |only |shortly |soon |moments |hours )?"
    r"(?i:who|whom|whose|which|where|when|after|before|while|since|although|though"
    r"|despite|following|amid|if|because|as(?! of| part))\b"
)
CLAUSE = re.compile(
    r"\b(?i:who|whom|whose|which|that|after|before|when|while|since|because|until|unless|if|where|although|though"
    r"|ahead of|prior to|following|despite|amid)\b"
)
# "made that clear on Sunday when | he said": on that day.
WHEN_SAYING = re.compile(r",? (?i:when|as|where|(?:in|at|during) which) (?:[\w.’'-]+ ){0,3}")
# "Hamas' October 7 attack", "the May 3 vote": what is talked about; "in a Friday interview" is when something is said.
DETERMINED = re.compile(r"(?:\b(?:an?|the|its|his|her|their)|[sS]['’]|['’]s) $")
NOUN = re.compile(r",? (?!(?:and|or|to|in|at|on|by|that|when|as|he|she|it|they|who|which|after|before)\b)(?=[A-Za-z])")
AT_SPOKEN = re.compile(
    rf",? (?:\S+ ){{0,3}}?(?:{SPOKEN}|remarks|comments|arguments|session|event|show|service|edition)\b"
)
# "the attack, which | Reyes called a shame": "which" is what is talked about, even where a content has it.
RELATIVE = re.compile(r"\b(?:which|whom)\s*$")
# "Reyes, who became mayor on Monday, said": not when it is said, which "Reyes, who spoke on Monday, said" is.
WHO = re.compile(r",? (?:who|which|whose) ")
SAYS = re.compile(
    r"\b(?:spoke|speaking|said|told|addressed|wrote|announced|visited|attended|met|appeared|testified|came|flew|drove"
    r"|travell?ed|marched|gathered|joined|rally)\b"
)
HANDLE = re.compile(r"\(@\w+\)")
# "said when asked on Monday", "spoke while campaigning in Ohio on Monday": the same time.
MEANWHILE = re.compile(
    r"\b(?:when|while) (?:\w+ing|asked|pressed)\b|\b(?:came|comes|coming) as\b|\bas (?:he|she|they|it)\b"
)
# "When she ran in 2010, Reyes said it was a shame"
OPENS_WITH = re.compile(r"\W*(?:When|While|As)\b(?! of\b| part\b| for\b)")
SEGMENT = re.compile(r"[,;:(—–]\s")
# "In June, after the test failed, Reyes wrote": what stands between two commas shuts nothing off.
ASIDE = re.compile(r"(?<=, )(?:who|whose|which|when|after|before|while|as|following|amid|despite)\b[^,;]{1,120}(?=, )")
# "holds its vote on Saturday, and a poll shows": unless the day opens the sentence, it is that of the first half.
SECOND_HALF = re.compile(r", (?:and|but|while) ")
OPENING = re.compile(r"\W*(?:(?:But|And|Then|Later|Also|Yet|Still),? ?)?(?:(?i:in|at|during|on|by|over) [^,;]*)?")
EVENT = re.compile(
    rf"['’]s? (?:\S+ ){{0,3}}?(?:{SPOKEN}|remarks|comments|arguments|session|event|show|service|edition)\b"
    r"(?<!election)(?<!primary)(?<!primaries)(?<!race)"
)
AT_EVENT = re.compile(r"(?i:in|at|during|throughout)\b")
# "on Sunday’s “Meet the Press”", "on Monday’s Morning Joe": printed like a name, or called a show.
PROGRAMME = re.compile(
    r"['’]s? (?:[“\"‘][A-Z]"
    r"|(?:[A-Z&][\w&.-]*,? ){0,4}?(?:(?i:show|programme|program|broadcast|episode|edition|podcast)\b"
    r"|[A-Z][\w&.-]*(?= (?:with|host)\b|[.,;:’”\"]|$)))"
)
ON = re.compile(r"(?i:on)\b")
FUTURE = re.compile(
    r"\b(?i:will|shall|going to|plans? to|(?:is|are|was|were) (?:expected|set|due|scheduled|likely|poised|to)\b)"
    r"|(?<=\w)['’]ll\b"
)
# What people speak at.
SPEAKING = (
    "debate|rally|speech|address|town hall|(?:news |press )?conference|interview|hearing|convention|forum|summit"
    "|briefing|testimony|ceremony|vigil|protest|march|dinner|fundraiser|call|meeting|event|visit"
)
# "said after a rally in Ohio on Friday", "After a meeting Friday, she was asked": on the same day.
AFTER_SPEAKING = re.compile(
    rf"\b(?i:after) (?:an?|the|his|her|their) (?:[\w.’'-]+ ){{0,4}}?(?:{SPEAKING})\b"
    r"(?: (?:in|at|with|near|outside) [\w.,’' -]{1,40}?)?(?: on)?\s*$"
)
REACH = 600  # characters: what has no full stop for longer is a list or a table, and would cost time in its square
LONG = frozenset({"year", "decade", "unit"})
DATELINE = re.compile(r"\W{0,2}(?:\([^()\n]{2,40}\))? ?(?:—|–|--|-) ")
# "John Stumpf on Tuesday": capitals and small words only, so no noun or verb that could have a day of its own.
NAME_ONLY = re.compile(r"\W*(?:(?:[A-Z][\w.'’-]*|of|the|and|de|al|van|von|&),? )+$")
# "announced his candidacy last year": what is done by being said has the day of its object.
PERFORMED = re.compile(
    r"(?:\w+ly )?(?:announced|accepted|suspended|launched|signed|vetoed|endorsed|introduced|unveiled|passed|approved"
    r"|repealed)"
)
OBJECT = re.compile(r"(?:(?!(?:that|which|who|whose|where|when|after|before|of|for|to)\b)[\w’'.-]+ ){1,8}")


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around one statement's cue and source that are not what it says."""

    home: Range
    """The sentence of the cue, or what of it is near."""
    open: tuple[Range, ...]
    """What of it is nobody's content, in reading order."""
    anchors: tuple[Range, ...]
    """Cue and source inside it."""
    source: tuple[Range, ...]


def frames(sentences: list[Range], attributions: Sequence[Attribution]) -> list[Frame | None]:
    """One for each attribution; None where neither cue nor source stands in a sentence."""
    said_in: dict[int, list[Attribution]] = defaultdict(list)
    for one in attributions:
        for number in {n for span in one.content for n in met(sentences, *span)}:
            said_in[number].append(one)
    return [_frame(sentences, said_in, one) for one in attributions]


def _frame(sentences: list[Range], said_in: dict[int, list[Attribution]], one: Attribution) -> Frame | None:
    marks = (*one.cue, *one.source)
    at = covering(sentences, marks[0].start) if marks else None
    if at is None:
        return None
    position = marks[0].start
    home = near(sentences[at], position)
    free = [home]
    for other in said_in.get(at, ()):
        if other is not one and any(s.start <= position < s.end for s in other.content):
            free = [met for r in free for s in other.content if (met := _meet(r, s))]
        else:
            for taken in (s for s in other.content if _meet(home, s)):
                free = [piece for r in free for piece in _without(r, taken)]
    anchors = tuple((s.start, s.end) for s in marks if home[0] <= s.start < home[1])
    return Frame(home, tuple(free), anchors, tuple((s.start, s.end) for s in one.source))


def near(sentence: Range, position: int) -> Range:
    return max(sentence[0], position - REACH), min(sentence[1], position + REACH)


def _meet(a: Range, b: Span) -> Range | None:
    start, end = max(a[0], b[0]), min(a[1], b[1])
    return (start, end) if start < end else None


def _without(a: Range, b: Span) -> list[Range]:
    return [r for r in ((a[0], min(a[1], b[0])), (max(a[0], b[1]), a[1])) if r[0] < r[1]]


def attached(text: str, frame: Frame, one: Attribution, found: list[Expression]) -> Expression | None:
    """The nearest expression of the frame that no other clause shuts off."""
    inside = [e for e in within(found, *frame.home) if e.names_days and _belongs(text, frame, e)]
    days = any(e.rule != "year_noun" for e in inside)  # "the 2017 report released yesterday": yesterday
    inside.sort(key=lambda e: (days and e.rule == "year_noun", distance(frame, (e.core, e.end))))
    return next(iter(inside), None) or _ends_object(text, one, found)


def _belongs(text: str, frame: Frame, e: Expression) -> bool:
    if not modifies_clause(text, frame.home, e) or not reaches(text, frame, (e.core, e.end)):
        return False
    if _is_announced(text, frame, e):
        return False
    holder = next((s for s in frame.source if s[0] <= e.core < s[1]), None)
    if holder and (clause := WHO.search(text, holder[0], e.start)) and not SAYS.search(text, clause.end(), e.start):
        return False
    if holder is None or e.rule not in LONG or "week" in e.found[0]:
        return True
    return e.end == holder[1] and "," not in text[holder[0] : e.start] and _precedes_cue(frame, e.end)


def _is_announced(text: str, frame: Frame, e: Expression) -> bool:
    """ "He is likely to appear in court Wednesday to hear what she said": to come, and no day of what is told."""
    cues = [a for a in frame.anchors if a not in frame.source]
    if any(FUTURE.search(text, _free_start(frame, start), end) for start, end in cues):
        return False
    before = segment_start(text, frame.home, e.start)
    clause = ((max(a, before), min(b, e.start)) for a, b in frame.open if max(a, before) < min(b, e.start))
    return any(FUTURE.search(ASIDE.sub("", text[a:b])) for a, b in (*clause, *_between(frame, (e.core, e.end))))


def _precedes_cue(frame: Frame, position: int) -> bool:
    """ "A panel in 2001 | found": the year is that of the finding, though a reader took it into the source."""
    return any(0 <= a - position <= 1 for a, _ in frame.anchors)


def reaches(text: str, frame: Frame, words: Range) -> bool:
    """The words stand in the frame, in one clause with cue or source."""
    start, end = words
    if not any(a <= start and end <= b for a, b in frame.open):
        return False
    if any(a <= start < b for a, b in frame.anchors):
        return True
    segment = segment_start(text, frame.home, start)
    after = AFTER_SPEAKING.search(text[frame.home[0] : start])
    opening = segment == frame.home[0] and OPENS_WITH.match(text, segment, start)
    if (
        not (after or opening)
        and SUBORDINATE.match(text, segment, start)
        and not _has_anchor(text, frame, segment, end)
    ):
        return False
    if any(WHEN_SAYING.fullmatch(text, end, a) for a, _ in frame.anchors):
        return True
    following = min((a for a, _ in frame.anchors if a >= end), default=end)
    if RELATIVE.search(text, end, following):
        return False
    opens = bool(OPENING.fullmatch(text, frame.home[0], start))
    return not any(_shuts_off(AFTER_SPEAKING.sub("", text[a:b]), opens=opens) for a, b in _between(frame, words))


def _has_anchor(text: str, frame: Frame, start: int, end: int) -> bool:
    """Between a segment's start and the comma after its date: "though in a statement last week he said"."""
    comma = SEGMENT.search(text, end, frame.home[1])
    stop = comma.start() if comma else frame.home[1]
    return any(start <= a < stop for a, _ in frame.anchors)


def _shuts_off(between: str, *, opens: bool) -> bool:
    between = HANDLE.sub("", between)
    if SECOND_HALF.search(between) and not opens:
        return True
    return bool(WALL.search(MEANWHILE.sub("", ASIDE.sub("", between))))


def _between(frame: Frame, words: Range) -> Iterator[Range]:
    """The open words between these and the nearest of cue and source."""
    near = min(frame.anchors, key=lambda r: max(r[0] - words[1], words[0] - r[1], 0))
    start, end = (words[1], near[0]) if words[1] <= near[0] else (near[1], words[0])
    return ((max(a, start), min(b, end)) for a, b in frame.open if max(a, start) < min(b, end))


def distance(frame: Frame, words: Range) -> int:
    """How many characters of the frame part them from cue or source."""
    return sum(end - start for start, end in _between(frame, words))


def modifies_clause(text: str, home: Range, e: Expression) -> bool:
    """Not for "Friday's attack" or "the protests of Friday"; "in Monday's debate" is where something is said."""
    lead = text[e.start : e.core]
    if text[e.end : e.end + 1] in ("'", "’"):
        held = EVENT.match(text, e.end, home[1]) and AT_EVENT.match(lead)
        return bool(held or (PROGRAMME.match(text, e.end, home[1]) and ON.match(lead)))
    if DETERMINED.search(text, home[0], e.start) and (noun := NOUN.match(text, e.end, home[1])):
        return bool(AT_SPOKEN.match(text, noun.start()))
    return not re.match(r"(?:of|for|until|till)\b", lead)


def sets_scene(text: str, home: Range, e: Expression) -> bool:
    """Not in "after a test in January", "who was shot on Friday", "will speak on Friday" or "PARIS, May 3 (AP) — "."""
    segment = segment_start(text, home, e.start)
    if CLAUSE.search(text, segment, e.start) or FUTURE.search(text, segment, home[1]):
        return False
    return modifies_clause(text, home, e) and not (e.core < home[0] + 60 and DATELINE.match(text, e.end, home[1]))


def is_future(text: str, frame: Frame, one: Attribution) -> bool:
    """ "will say on Monday", "is expected to announce"."""
    return any(FUTURE.search(text, _free_start(frame, s.start), s.end) for s in one.cue)


def _free_start(frame: Frame, cue: int) -> int:
    """From where the words before a cue tell of it: not what somebody says."""
    return max(cue - 16, frame.home[0], *(start for start, _ in frame.open if start <= cue))


def segment_start(text: str, home: Range, position: int) -> int:
    """Where the words between two commas begin that hold `position`."""
    return max((m.end() for m in SEGMENT.finditer(text, home[0], position)), default=home[0])


def _ends_object(text: str, one: Attribution, found: list[Expression]) -> Expression | None:
    """The day behind what a verb is about, though a reader took it into the content.

    "grilled John Stumpf on Tuesday for his role": a bare name has no day, so it is that of the grilling.
    "announced his candidacy last year": nor has what is done by being said another day than the saying.
    """
    if not one.cue or not one.content or one.content[0].start < one.cue[-1].end:
        return None
    start, end = one.content[0]
    first = next(iter(within(found, start, end)), None)
    if first is None or not first.names_days:
        return None
    if NAME_ONLY.fullmatch(text, start, first.start):
        return first
    performed = PERFORMED.fullmatch(text, *one.cue[-1]) and OBJECT.fullmatch(text, start, first.start)
    return first if performed and first.end >= end - 1 else None
