"""Where paragraphs, sentences and quotations stand in a text.

Everything here returns half-open ranges of code points into the text as it was given; nothing is rewritten.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Range = tuple[int, int]

BLANK_LINE = re.compile(r"\n[ \t\r\f\v\u00a0]*(?:\n[ \t\r\f\v\u00a0]*)+")
LINE_END = re.compile(r"\r?\n")
POINT = re.compile(r"\s*(?:[-*•·|>]|\d{1,2}[.)])\s")
"""How a point of a list, a row of a table and a quotation in a mail begin, which no line above them goes on with."""
WRAPPED_LINE = range(40, 101)  # the length of lines that a mail program or an editor has folded

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov gen lt col sgt maj capt cmdr adm brig rev hon pres st jr sr inc ltd co "
    "corp vs etc al no nos vol pp ed est fig jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu "
    "thurs fri sat sun calif conn fla ga ill ky la mass mich minn miss mo neb nev okla ore pa tenn tex va vt wash wis "
    "wyo ariz ark colo del kan md mont ind ala u.s u.k u.n e.u d.c a.m p.m i.e e.g ph.d".split()
)
SENTENCE_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)""")

OPENERS = {"“": "”", "„": "”“", "‟": "”", "«": "»", "``": "''"}
CLOSERS = {"”": "”", "»": "»«"}
"""Marks that mostly close, with those that close them where they open: ”so”, »so«, »so»."""
CLOSED_BY = OPENERS | CLOSERS
REOPENS = {"”": "“"}
"""What opens inside of those."""
NEAR = 20  # marks after the first that closes, among which another may close what is quoted inside
DOUBLE_MARK = re.compile(r"[“”„‟«»\"]|``|''")
SINGLE_MARK = re.compile(r"[‘’'‚‛]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `start` to `end` with the marks, `inner` without them."""

    start: int
    end: int
    inner: Range
    paragraph: Range

    @property
    def left_open(self) -> bool:
        """Whether it ends with its paragraph, without a closing mark."""
        return self.inner[1] == self.end == self.paragraph[1]


def excerpt(text: str, spans: Iterable[Range]) -> str:
    """The exact words at these places; pieces that are apart are joined by " … "."""
    return " … ".join(text[start:end] for start, end in spans)


def paragraphs(text: str) -> list[Range]:
    """Paragraphs without their surrounding white space, in order.

    Every line is a paragraph, unless the text is folded to a width: then blank lines part them.
    """
    breaks = BLANK_LINE if _is_folded(text) else LINE_END
    return [span for piece in _pieces(text, breaks) if (span := trimmed(text, piece))]


def sentences(text: str) -> list[Range]:
    """Sentences, none of which runs over the end of a paragraph. "Gen. Brown" and "U.S. troops" are not ends."""
    return [
        span
        for start, end in paragraphs(text)
        for piece in _sentence_pieces(text, start, end)
        if (span := trimmed(text, piece))
    ]


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations: curly, straight, doubled ('' and ``), guillemets, low and single marks.

    A quotation that a paragraph leaves open ends with that paragraph, which is how a quotation of several
    paragraphs is set: each opened, only the last closed.
    """
    return [found for start, end in paragraphs(text) for found in _in_paragraph(text, start, end)]


def covering(ranges: list[Range], position: int) -> int | None:
    """The index of the range that holds `position`, in sorted ranges that do not overlap."""
    i = bisect_right(ranges, (position, float("inf"))) - 1
    return i if i >= 0 and ranges[i][0] <= position < ranges[i][1] else None


def met(ranges: list[Range], start: int, end: int) -> range:
    """The indices of the ranges that have a position in common with another one, as `covering`."""
    first = bisect_right(ranges, start, key=lambda r: r[1])
    return range(first, bisect_left(ranges, end, key=lambda r: r[0]))


def _is_folded(text: str) -> bool:
    """Blank lines part the paragraphs, and lines inside them are of one editor's width, as most others are."""
    if not BLANK_LINE.search(text):
        return False
    lines = text.splitlines()
    written = [len(line) for line in lines if line.strip()]
    if sum(length > WRAPPED_LINE.stop for length in written) * 4 > len(written):
        return False
    inner = sorted(
        len(a.rstrip()) for a, b in itertools.pairwise(lines) if a.strip() and b.strip() and not POINT.match(b)
    )
    return len(inner) >= 3 and inner[len(inner) // 2] in WRAPPED_LINE and inner[-1] < 2 * WRAPPED_LINE.stop


def _pieces(text: str, breaks: re.Pattern[str]) -> Iterator[Range]:
    start = 0
    for found in breaks.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def trimmed(text: str, piece: Range) -> Range | None:
    """The range without white space at its ends; None if it holds nothing else."""
    start, end = piece
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _sentence_pieces(text: str, start: int, end: int) -> Iterator[Range]:
    for found in SENTENCE_END.finditer(text, start, end):
        if _ends_sentence(text, start, end, found):
            yield start, found.end()
            start = found.end()
    yield start, end


def _ends_sentence(text: str, start: int, end: int, found: re.Match[str]) -> bool:
    after = text[found.end() : end].lstrip()
    if not after or after[0].islower():
        return False
    if found.group()[0] != ".":
        return True
    word = text[max(start, found.start() - 12) : found.start()].split()[-1:] or [""]
    bare = word[0].strip("(\"'“‘[").lower()
    return bare not in ABBREVIATIONS and not (len(bare) == 1 and bare.isalpha() and bare != "i")


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    doubles = list(_doubles(text, start, end))
    covered = [(q.start, q.end) for q in doubles]
    singles = [q for q in _singles(text, start, end) if _free(q, covered)]
    yield from sorted(doubles + singles, key=lambda q: q.start)


def _free(quotation: Quotation, covered: list[Range]) -> bool:
    return all(quotation.end <= start or end <= quotation.start for start, end in covered)


def _doubles(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Pairs of double marks; a mark of the wrong side is ignored, an open one runs to the paragraph's end.

    One that mostly closes, in the middle of a paragraph, is only open if another closes it.
    """
    marks = list(DOUBLE_MARK.finditer(text, start, end))
    at = -1
    while (at := at + 1) < len(marks):
        opened = marks[at]
        if not _opens(text, start, end, opened):
            continue
        close = _close(marks, at)
        if close is not None:
            yield Quotation(opened.start(), marks[close].end(), (opened.end(), marks[close].start()), (start, end))
            at = close
        elif opened.end() < end and (opened.group() not in CLOSERS or opened.start() == start):
            yield Quotation(opened.start(), end, (opened.end(), end), (start, end))
            return


def _close(marks: list[re.Match[str]], at: int) -> int | None:
    """Which mark closes the one at `at`: "“They call it “hell” here.”" ends at its last, if all are closed."""
    opener, first, unclosed = marks[at].group(), None, 1
    for k in range(at + 1, len(marks)):
        if marks[k].group() == (opener if opener in OPENERS else REOPENS.get(opener)):
            unclosed += 1
        elif _closes(opener, marks[k].group()):
            unclosed -= 1
            first = k if first is None else first
        if not unclosed:
            return k
        if first is not None and k - first > NEAR:
            break
    return first


def _opens(text: str, start: int, end: int, mark: re.Match[str]) -> bool:
    """“ always opens; ” only before a word, where no word is before it; a mark that looks the same on both sides does
    before whatever is no space."""
    if mark.group() in OPENERS:
        return True
    if mark.group() in CLOSERS:
        alone = mark.start() == start or text[mark.start() - 1].isspace()
        return alone and mark.end() < end and text[mark.end()].isalnum()
    return mark.end() < end and not text[mark.end()].isspace() and not _after_digit(text, start, mark)


def _after_digit(text: str, start: int, mark: re.Match[str]) -> bool:
    """6'2" is a height, and 12" a length."""
    return mark.start() > start and text[mark.start() - 1].isdigit()


def _closes(opener: str, mark: str) -> bool:
    return mark == opener if opener in ('"', "''") else mark in CLOSED_BY[opener] or mark == '"'


def _singles(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Pairs of single marks that are no apostrophes; one that is never closed is no quotation."""
    position = start
    while mark := SINGLE_MARK.search(text, position, end):
        position = mark.end()
        if not _single_opens(text, start, end, mark):
            continue
        if close := _single_close(text, position, end):
            yield Quotation(mark.start(), close.end(), (mark.end(), close.start()), (start, end))
            position = close.end()


def _single_opens(text: str, start: int, end: int, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    return mark.group() != "’" and not before.isalnum() and before not in "’'" and (after.isalnum() or after in "[($")


def _single_close(text: str, start: int, end: int) -> re.Match[str] | None:
    """The mark that closes: after punctuation if there is one ("… workers’ rights,’ she said"), else after a word."""
    marks = [
        m
        for m in SINGLE_MARK.finditer(text, start, end)
        if m.group() in "’'"
        and m.start() > start
        and not text[m.start() - 1].isspace()
        and (m.end() >= end or not text[m.end()].isalnum())
    ]
    after_stop = [m for m in marks if text[m.start() - 1] in ",.?!…"]
    return next(iter(after_stop or marks), None)
