"""Transcripts and interviews: paragraphs that begin with who speaks and a colon, each speaker's turn one statement.

The network reads such a turn, but breaks off after a sentence or two.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factbase.document import Attribution, Entity, EntityKind, Span
from factbase.extract.marks import has_words, meets
from factbase.extract.printed import printed
from factbase.text import Range

LEAST = 2  # speakers with as many turns each make a transcript
APART = 8  # paragraphs between two turns that may still belong to the first
MARKS = "\"“”„«»‘’'`"
OPENED = re.compile(rf"(?<!\w)[{MARKS}]")
WORD = r"(?:[A-Z][\w.'’-]*|\([^()\n]{1,40}\)|of|the|and|&)"
LABEL = re.compile(rf"[{MARKS}]*((?!The |In |On |And |But )[A-Z][\w.'’-]*(?: {WORD}){{0,5}}) ?:\s+(?=[^\s\d])")
ASKED = frozenset({"Q", "A", "Question", "Answer", "Reporter", "Moderator", "Host", "Interviewer", "Speaker"})
STAGE = re.compile(r"[\[(][^\[\]()]*[\])]\.?")
"""(Applause.) or [END VIDEO CLIP], which nobody says."""


def turns(text: str, paragraphs: Sequence[Range], entities: Sequence[Entity]) -> list[Attribution]:
    """The turns of a transcript in reading order, the colon their cue; none where a text is no transcript."""
    named = [e.span for e in entities if e.kind in (EntityKind.PERSON, EntityKind.ORGANISATION)]
    begun = [(i, m) for i, p in enumerate(paragraphs) if (m := LABEL.match(text, *p)) and _speaks(m, named)]
    often = Counter(m[1] for _, m in begun)
    if sum(count >= LEAST for count in often.values()) < LEAST:
        return []
    found = []
    for k, (i, label) in enumerate(begun):
        end = begun[k + 1][0] if k + 1 < len(begun) else i + 1
        content = tuple(_pieces(text, label, paragraphs[i : end if end - i <= APART else i + 1]))
        if content:
            colon = text.index(":", label.end(1))
            found.append(printed(text, content, Span(colon, colon + 1), Span(*label.span(1))))
    return found


def _speaks(label: re.Match[str], named: Sequence[Span]) -> bool:
    """ "Ana Roe", "MS. ROE" and "Q" speak, "Age" and "Pros" do not."""
    words = label[1]
    return words in ASKED or (words.isupper() and len(words) > 1) or meets(Span(*label.span(1)), named)


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
        last = (
            end - 1 if marked and text[end - 1] in MARKS and not any(c in MARKS for c in text[first : end - 1]) else end
        )
        if has_words(text[first:last]):
            yield Span(first, last)
