"""Where statements stand, and what their cues tell of the time: "said", "has long said", "said then", "replied"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factbase import text as units
from factbase.document import Attribution, QuoteKind
from factbase.text import Range, covering
from factbase.when.identity import RELATIVE, Voice

PERFECT_CUE = re.compile(r"(?i:^(?:has|have|had|'s|’s|’ve|'ve)\b)")
UNDATED_CUE = re.compile(
    r"\b(?i:will|would|could|can|may|might|should|often|always|long|previously|once"
    r"|repeatedly|regularly|frequently|never|recently|used to)\b"
)
TRANSCRIPT_CUE = re.compile(r"\s*:\s*")
PAST_CUE = re.compile(
    r"(?i:(?:also|then|later|further|just|first|\w+ly) ){0,2}"
    r"(?i:\w+ed|said|told|wrote|spoke|thought|felt|found|held|made|gave|took|went|began|put|swore|drew|sent|shot|struck"
    r"|sought|hit|laid|kept|met|ran|stood|threw|brought|got|did|didn['’]t|chose|broke|knew|saw|heard|read)\b"
)
PARTICIPLE_CUE = re.compile(r"(?i:(?:also|then|later|\w+ly) )?(?!according\b)[a-z]+ing\b")
REPLY_CUE = re.compile(
    r"(?i:(?:also|then|later|just|\w+ly) )?(?i:respond(?:ed|ing)|repl(?:ied|ying)|(?:re)?joined|retort(?:ed|ing)"
    r"|counter(?:ed|ing)|interject(?:ed|ing)|interrupt(?:ed|ing)|answer(?:ed|ing)|(?:shot|fired|hit|snapped) back"
    r"|quipped|concurred|echoed)\b"
)
# "a group backing Roe" does so at any time.
STANDING_CUE = re.compile(r"(?:backing|supporting|opposing|favou?ring|seeking)\b")
# Of no single day: "has vowed", "hope", "do not like".
LASTING_CUE = re.compile(
    r"(?i:(?:also |still |now |\w+ly )?(?:has|have|['’]ve|do|does|don['’]t|doesn['’]t|hopes?|fears?|(?:dis)?likes?"
    r"|opposes?|believes?|thinks?|wants?|needs?|feels?|knows?|plans?|appears?|seems?|sounds?|doubts?)\b)"
)
THEN = re.compile(r"\b(?i:at the time|back then)\b|\b(?i:said|told|wrote|added|argued) then\b|\bthen (?=said\b)")
LONG = re.compile(r"[^\W\d_]{4,}")
STEM = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands and who makes it."""

    position: int
    paragraph: int
    sentence: Range
    source: tuple[Range, ...]
    voice: Voice | None
    habitual: bool
    """Its cue tells of no single utterance: "often says", "would say"."""
    past: bool
    """ "said", "told": one utterance, over and done."""
    perfect: bool
    """ "has said": some time ago, but in a lead the news itself."""
    transcript: bool
    """Its cue is the mark after a name: "WALLACE: Are you sure?"."""
    in_turn: bool
    """It is reported in what somebody says in a transcript."""
    then: bool
    """ "said at the time": when what was told before happened."""
    reply: bool
    """ "replied", "shot back": at the same occasion as what it answers."""
    lasting: bool
    """ "has vowed", "hope": up to now."""
    goes_on: bool
    """An utterance: "said", "adding", ":"; not "is determined" or "his eagerness", which are of no day."""
    relative: bool
    """It stands in a clause that tells of a noun: "the attack, which Roe called", "Roe, who called"."""
    stems: frozenset[str]
    """Of the words of its cue and of what is said."""


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's units, all in order."""

    text: str
    paragraphs: list[Range]
    sentences: list[Range]
    turns: list[Range]
    """The words of a transcript."""


def layout(text: str, attributions: Sequence[Attribution]) -> Layout:
    return Layout(text, units.paragraphs(text), units.sentences(text), _turns(text, attributions))


def _turns(text: str, attributions: Sequence[Attribution]) -> list[Range]:
    """The words of a transcript, in order."""
    direct = (one for one in attributions if one.quote is QuoteKind.DIRECT)
    said = (one for one in direct if TRANSCRIPT_CUE.fullmatch(_cue(text, one)))
    return sorted((start, end) for one in said for start, end in one.content)


def _cue(text: str, one: Attribution) -> str:
    return " ".join(text[start:end] for start, end in one.cue)


def locate(layout: Layout, one: Attribution, voice: Voice | None) -> Place | None:
    """None where neither cue, source nor content stands in a sentence."""
    marks = one.cue or one.source or one.content
    position = marks[0].start if marks else -1
    paragraph, sentence = covering(layout.paragraphs, position), covering(layout.sentences, position)
    if paragraph is None or sentence is None:
        return None
    text, within = layout.text, layout.sentences[sentence]
    cue = _cue(text, one)
    return Place(
        position,
        paragraph,
        within,
        tuple((start, end) for start, end in one.source),
        voice,
        habitual=bool(UNDATED_CUE.search(cue)),
        past=bool(PAST_CUE.match(cue)),
        perfect=bool(PERFECT_CUE.search(cue)),
        transcript=bool(TRANSCRIPT_CUE.fullmatch(cue)),
        in_turn=covering(layout.turns, position) is not None,
        then=any(THEN.search(text, start, min(end + 14, within[1])) for start, end in one.cue),
        reply=bool(REPLY_CUE.match(cue)),
        lasting=bool(LASTING_CUE.match(cue)) and not (voice and voice.document),
        goes_on=any(c.match(cue) for c in (PAST_CUE, PARTICIPLE_CUE, TRANSCRIPT_CUE)) and not STANDING_CUE.match(cue),
        relative=_is_relative(text, within, one),
        stems=frozenset(
            word[:STEM] for span in (*one.cue, *one.content) for word in LONG.findall(text[slice(*span)].lower())
        ),
    )


def _is_relative(text: str, sentence: Range, one: Attribution) -> bool:
    first = (one.source or one.cue or one.content)[0]
    word = text[slice(*first)].lower() in RELATIVE
    return word or text[sentence[0] : first.start].rstrip().lower().endswith(tuple(f" {w}" for w in RELATIVE))
