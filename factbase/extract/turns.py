"""Transcripts and interviews: paragraphs that begin with who speaks and a colon, each speaker's turn one statement.

The network reads such a turn, but breaks off after a sentence or two. Minutes of parliaments set the name in a line of
its own: "Ana Roe (Hull) (Lab)".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factbase.document import Attribution, Entity, EntityKind, Span
from factbase.extract.marks import has_words, meets
from factbase.extract.printed import printed
from factbase.extract.shelf import Shelf
from factbase.text import Range

LEAST = 2  # speakers with as many turns each make a transcript
MANY = 3  # turns close to each other, where one speaker has several: "Reuters: ... Roe: ... AFP: ... Roe: ..."
APART = 8  # paragraphs between two turns that may still belong to the first
DENSE = 2.5  # paragraphs a turn, where a text is all transcript: then none is too far
MARKS = "\"“”„«»‘’'`"
OPENED = re.compile(rf"(?<!\w)[{MARKS}]")
WORD = r"(?:[A-Z][\w.'’-]*|\([^()\n]{1,40}\)|of|the|and|&)"
LABEL = re.compile(
    rf"[{MARKS}]*((?!The |In |On |And |But )[A-Z][\w.'’-]*(?: {WORD}){{0,5}}(?:, {WORD}(?: {WORD}){{0,6}})?) ?:"
    r"\s+(?=[^\s\d])"
)
""" "Ana Roe:", "Mr. ROE:", "Ana Roe, Official Spokesperson:"."""
ASKED = frozenset({"Q", "A", "Question", "Answer", "Reporter", "Moderator", "Host", "Interviewer", "Speaker"})
ALONE = re.compile(
    r"(?:(?:The |Mrs?\.? |Ms\.? |Dr\.? |Sir |Dame |Lord |Lady |Baroness |Madam |President )*"
    r"[^\W\d_][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|for|the|and|&)){0,9}(?: \([A-Z][^()\n]{1,60}\)){0,3}(?<!\.))"
)
CHAIR = re.compile(r"(?:Mr|Mrs|Madam|Mme)\.? (?:Deputy )?(?:Speaker|President|Chairman|Chair)")
ADDRESSES = re.compile(r"\b(?:I|I'm|I’m|we|We|my|My|our|Our|you|You|your|Your|Order)\b")
MOST = 0.6  # share of turns in which somebody says I, we or you: portraits one after the other are no speeches
HEADING = 150  # characters
STAGE = re.compile(r"[\[(][^\[\]()]*[\])]\.?")
"""(Applause.) or [END VIDEO CLIP], which nobody says."""


def turns(text: str, paragraphs: Sequence[Range], entities: Sequence[Entity]) -> list[Attribution]:
    """The turns of a transcript in reading order, the colon their cue; none where a text is no transcript."""
    speakers = (e.span for e in entities if e.kind in (EntityKind.PERSON, EntityKind.ORGANISATION))
    named = Shelf((span, [span]) for span in speakers)
    return _after_colons(text, paragraphs, named) or _below_names(text, paragraphs, named)


def _after_colons(text: str, paragraphs: Sequence[Range], named: Shelf[Span]) -> list[Attribution]:
    begun = [(i, m) for i, p in enumerate(paragraphs) if (m := LABEL.match(text, *p)) and _speaks(m, named)]
    often = Counter(_bare(m) for _, m in begun)
    # "Roe: We go" on top may be the headline.
    begun = [(i, m) for i, m in begun if i or often[_bare(m)] >= LEAST or "," in m[1]]
    dense = bool(begun) and begun[-1][0] - begun[0][0] < DENSE * len(begun)
    answering = sum(count >= LEAST for count in often.values())
    asked = {"Q", "Question"} & often.keys() and {"A", "Answer"} & often.keys()
    if answering < LEAST and not asked and not (answering and dense and len(often) >= LEAST and len(begun) >= MANY):
        return []
    found = []
    for k, (i, label) in enumerate(begun):
        end = begun[k + 1][0] if k + 1 < len(begun) else i + 1
        content = tuple(_pieces(text, label, paragraphs[i : end if dense or end - i <= APART else i + 1]))
        if content:
            colon = text.index(":", label.end(1))
            found.append(printed(text, content, Span(colon, colon + 1), Span(*label.span(1))))
    return found


def _bare(label: re.Match[str]) -> str:
    """ "ANA ROE, MAYOR" is "ANA ROE" from her second turn on."""
    return label[1].partition(",")[0]


def _below_names(text: str, paragraphs: Sequence[Range], named: Shelf[Span]) -> list[Attribution]:
    """ "Ana Roe (Hull) (Lab)\nI oppose it.": the name alone, what is said below it."""
    alone = [
        i
        for i, (start, end) in enumerate(paragraphs)
        if ALONE.fullmatch(text, start, end)
        and (CHAIR.fullmatch(text, start, end) or _is_named(Span(start, end), named))
    ]
    lines = set(alone)
    begun = [i for i in alone if i + 1 not in lines]
    if len(begun) <= LEAST or alone[-1] + 1 == len(paragraphs) or _opens_with_speech(text, paragraphs[: begun[0]]):
        return []  # names below what is said are signatures
    said = [
        tuple(Span(*p) for p in paragraphs[i + 1 : end] if not STAGE.fullmatch(text, *p))
        for i, end in zip(begun, [*begun[1:], len(paragraphs)], strict=True)
    ]
    spoken = [any(ADDRESSES.search(text, *span) for span in content) for content in said]
    if sum(spoken) < MOST * len(begun):
        return []
    pairs = zip(begun, said, strict=True)
    return [printed(text, content, None, Span(*paragraphs[i])) for i, content in pairs if content]


def _opens_with_speech(text: str, head: Sequence[Range]) -> bool:
    return any(end - start > HEADING and ADDRESSES.search(text, start, end) for start, end in head)


def _speaks(label: re.Match[str], named: Shelf[Span]) -> bool:
    """ "Ana Roe", "MS. ROE" and "Q" speak, "Age" and "Pros" do not."""
    words = label[1]
    return words in ASKED or (words.isupper() and len(words) > 1) or _is_named(Span(*label.span(1)), named)


def _is_named(label: Span, named: Shelf[Span]) -> bool:
    return meets(label, named.near([label]))


def _pieces(text: str, label: re.Match[str], held: Sequence[Range]) -> Iterator[Span]:
    """The words of a turn, paragraph by paragraph, without stage directions.

    Where the turn begins with a quotation mark, so does what it goes on with; the mark that closes it is left out.
    """
    marked = label.start() < label.start(1)
    for k, (start, end) in enumerate(held):
        first = label.end() if k == 0 else start
        if k and marked and text[first] not in MARKS:
            return
        if STAGE.fullmatch(text, first, end):
            continue
        closed = marked and text[end - 1] in MARKS and not OPENED.search(text, first, end - 1)
        last = end - 1 if closed else end
        if has_words(text[first:last]):
            yield Span(first, last)
