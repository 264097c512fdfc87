"""What is set apart with its author after a dash: a quotation and whose it is, a post of a social network.

Nothing but typography tells who speaks here, and the articles that the network learnt from hardly have it, so a rule
reads it: "“We need the bridge.” — Ana Roe, nurse", "“Nothing is ruled out” – Macron", "No deal. — Ana Roe (@anaroe)
October 3, 2016". The name may stand in a line of its own.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factbase.document import Attribution, Span
from factbase.extract.marks import has_words
from factbase.extract.printed import printed
from factbase.text import Quotation, Range

DASH = r"(?P<dash>[–—―]|--|(?:(?<=\s)|^)-(?=[^\W\d_]|\s))"
CREDIT = re.compile(rf"\s*{DASH}\s*(?P<label>[^\n]{{2,100}}?)\.?")
NAMED = re.compile(rf"[•*·\s-]*(?P<label>[^\W\d_][^\n]{{1,100}}?)\s*{DASH}\s*")
DATE = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}"
POSTED = re.compile(rf"{DASH}\s*(?P<label>[^()\n]{{2,50}}?) \(@\w{{1,30}}\),? {DATE}\.?\s*$")
LEAD = re.compile(r"[^:\n]{2,80}\b(?:tweet|post|wrote|writes|said)[^:\n]{0,30}:\s+")
LINKS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S+)+\s*$")
SMALL = frozenset("of for the and de del der den van von la le du da do dos al bin ibn el &".split())
TELLS = re.compile(r"\b(?:said|says|wrote|writes|told|tells|asked|asks|added|adds|is|was|are|were)\b")
MOST = 8  # words of a name with its title


def credited(text: str, quoted: Sequence[Quotation], paragraphs: Sequence[Range]) -> list[Attribution]:
    """Attributions in reading order; the dash is the cue."""
    found = [*_quotations(text, quoted, paragraphs), *_posts(text, paragraphs)]
    return sorted(found, key=lambda a: a.content)


def _quotations(text: str, quoted: Sequence[Quotation], paragraphs: Sequence[Range]) -> Iterator[Attribution]:
    """Quotations that are all of their paragraph but for the credit, which may be the paragraph after it."""
    after = dict(pairwise(paragraphs))
    yield from _after_names(text, quoted)
    for q in quoted:
        if q.start != q.paragraph[0] or q.inner[1] == q.end or _is_title(text[slice(*q.inner)]):
            continue
        start, end = (q.end, q.paragraph[1]) if q.end < q.paragraph[1] else after.get(q.paragraph, (q.end, q.end))
        credit = CREDIT.fullmatch(text, start, end)
        if credit and _is_author(credit["label"]):
            yield printed(text, (Span(q.start, q.end),), *_beside(credit))


def _after_names(text: str, quoted: Sequence[Quotation]) -> Iterator[Attribution]:
    """ "• Ana Roe, nurse — “We need it.”", as lists of reactions have it."""
    for q in quoted:
        named = NAMED.fullmatch(text, q.paragraph[0], q.start)
        if named and q.inner[1] < q.end == q.paragraph[1] and _is_author(named["label"].replace("*", "")):
            cue, source = _beside(named)
            yield printed(text, (Span(q.start, q.end),), cue, source)


def _posts(text: str, paragraphs: Sequence[Range]) -> Iterator[Attribution]:
    """Posts as they are embedded: the words, links, a dash, the author, the handle, the day."""
    before: Range | None = None
    for start, end in paragraphs:
        credit = POSTED.search(text, start, end)
        words = (start, credit.start()) if credit and credit.start() > start else before
        if credit and words and text[words[0]] != "<" and (content := _without_links(text, *words)):
            yield printed(text, (content,), *_beside(credit))
        before = start, end


def _beside(credit: re.Match[str]) -> tuple[Span, Span]:
    return Span(*credit.span("dash")), Span(*credit.span("label"))


def _without_links(text: str, start: int, end: int) -> Span | None:
    lead, links = LEAD.match(text, start, end), LINKS.search(text, start, end)
    start = lead.end() if lead else start
    words = text[start : links.start() if links else end].rstrip()
    return Span(start, start + len(words)) if has_words(words) else None


def _is_title(words: str) -> bool:
    """Of a book or a song: "Born to Run" - Jo Roe."""
    long = [w for w in words.split() if len(w) > 3]
    return len(long) > 1 and words[-1:].isalnum() and all(w[0].isupper() for w in long)


def _is_author(label: str) -> bool:
    """A name in capitals, with what follows a comma or stands in brackets, and no sentence."""
    name = re.split(r"[,(]", label, maxsplit=1)[0].split()
    return (
        0 < len(name) <= MOST
        and name[0][0].isupper()
        and all(w[0].isupper() or w in SMALL for w in name)
        and not TELLS.search(label)
        and not re.search(r"[!?;:@\"“”]", label)
    )
