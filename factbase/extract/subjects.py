"""Who stands before a cue as its subject, where the network took somebody else or nobody.

The articles that it learnt from have hardly any "Roe was quoted as saying" or "Roe is understood to have told", and its
source is now and then in the line above: of 13 such in the training split 2 were right.
"""

import re
from dataclasses import dataclass

from factbase.document import Span, Spans
from factbase.extract.marks import has_words, meets, stripped
from factbase.text import Range

SAYING = (
    "said|saying|told|telling|asked|asking|warned|warning|promised|promising|pledged|pledging|called|calling|described|"
    "describing|suggested|suggesting|stated|stating|claimed|claiming|urged|urging|insisted|insisting|demanded|"
    "demanding|denied|denying|admitted|admitting|threatened|threatening|agreed|rejected|rejecting|expressed|complained|"
    "complaining|confirmed|confirming|declared|declaring|added|adding|remarked|remarking|argued|arguing|informed"
)
PASSIVE = re.compile(
    r"\b(?:is|are|was|were|(?:has|have|had) been)(?: \w+ly| also| later| since)?"
    r" (?:quoted|cited|reported|understood|believed|thought|said|rumou?red|alleged|heard|known)"
    rf"(?: (?:by|in) [^,.;:\n]{{2,50}}?)? (?:as|to have) (?:\w+ly )?(?:{SAYING})\b"
)
""" "was quoted by Tass as saying", "is understood to have told"."""
TO_SAY = (
    "tell|say|ask|warn|announce|insist|inform|brief|argue|demand|urge|propose|present|raise|call for|reject|declare"
    "|report|recommend|decide|unveil|outline|explain|set out|lay out|spell out|confirm|press for|seek"
)
EXPECTED = re.compile(
    r"\b(?:is|are|was|were)(?: also| \w+ly)? (?:expected|due|set|scheduled|likely|poised)(?:,? on \w+day,?)?"
    rf" to (?:\w+ly )?(?:{TO_SAY})\b"
)
""" "is expected to tell"."""
ADDRESSEE = re.compile(r"(?<=tell|form|rief|warn) (?!that\b|about\b)[^,.;:“”\"\n]{1,70}? (?=that\b|about\b)")
"""Whom it is told, up to what is told."""
NAME = r"[A-Z][\w'’.-]*(?:(?: (?:of|the|and|de|al|bin|van|von|der))* [A-Z][\w'’.-]*)*"
ADVERBS = (
    "also|then|later|earlier|further|again|now|already|repeatedly|reportedly|meanwhile|previously|recently|even|has|had|"
    "have|however|separately|today|yesterday|himself|herself|additionally|in turn"
)
SUBJECT = re.compile(rf"(?:^|(?<=[.!?”\"’'] ))(?:But |And |Meanwhile, |Still, )?({NAME})(?:,? (?:{ADVERBS}))*,?\s*$")
"""A name that begins a sentence and is all that stands before the cue: "Roe also" said."""
QUOTING = re.compile(r"\b(?:quot|cit)(?:ed|es|ing)\b")
AS_SAYING = re.compile(
    r"(?P<who>[^“”\"\n]{2,150}?),? (?P<cue>as (?:saying|telling|stating|warning|claiming|adding))\b[ ,:]*"
)
""" "Jane Roe, a clerk, as saying", after "the report quoted"."""
CLOSED = re.compile(r"(?:[,.!?]?[”\"’»]|''|[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Parts:
    """An attribution's words."""

    content: Spans
    cue: Spans
    source: Spans


def told_in_passive(text: str, parts: Parts, paragraph: Range) -> Parts:
    """The subject of a passive of saying is the source, not a piece of the content."""
    ways = (m for pattern in (PASSIVE, EXPECTED) for m in pattern.finditer(text, *paragraph))
    verb = next((m for m in ways if meets(Span(*m.span()), parts.cue)), None)
    if verb is None:
        return parts
    source = _before(text, verb.start(), parts, paragraph)
    told = ADDRESSEE.match(text, verb.end(), paragraph[1]) if verb.re is EXPECTED else None
    content = without(text, parts.content, Span(source.start, told.end() if told else verb.end())) if source else ()
    return Parts(content, (Span(*verb.span()),), (source,)) if source and content else parts


def _before(text: str, verb: int, parts: Parts, paragraph: Range) -> Span | None:
    """The words that lead to the verb: what the network took them for tells where they begin."""
    first = max([paragraph[0], *(m.end() for m in CLOSED.finditer(text, paragraph[0], verb))])
    near = [s for s in (*parts.source, *parts.content) if s.start < verb and not text[s.end : verb].strip(" ,")]
    start = max([first, *(s.start for s in near)]) if near else first
    words = text[start:verb].rstrip(" ,")
    named = near or re.fullmatch(NAME, words)
    return Span(start, start + len(words)) if named and has_words(words) else None


def in_own_sentence(text: str, parts: Parts, sentence: Range) -> Parts:
    """The subject before the cue in place of a source that stands in a sentence before it."""
    if not parts.source or parts.source[-1].end > sentence[0]:
        return parts
    subject = SUBJECT.search(text[sentence[0] : parts.cue[0].start])
    if subject is None:
        return parts
    source = Span(sentence[0] + subject.start(1), sentence[0] + subject.end(1))
    content = without(text, parts.content, source)
    return Parts(content, parts.cue, (source,)) if content else parts


def with_quoted(text: str, parts: Parts) -> Parts:
    """The content of "“No,” the paper quoted Roe as saying" with "Roe as saying", in which the report stands."""
    if not parts.cue or not QUOTING.search(text, *parts.cue[-1]):
        return parts
    after = AS_SAYING.match(text, parts.cue[-1].end)
    held = Span(after.start("who"), after.end("cue")) if after else None
    if held is None or meets(held, parts.content):
        return parts
    return Parts(tuple(sorted((*parts.content, stripped(text, held)))), parts.cue, parts.source)


def without(text: str, spans: Spans, hole: Span) -> Spans:
    """The spans less what of them is in the hole, and less white space at their new ends."""
    halves = (half for s, e in spans for half in (Span(s, min(e, hole.start)), Span(max(s, hole.end), e)))
    return tuple(dict.fromkeys(stripped(text, half) for half in halves if has_words(text[slice(*half)])))
