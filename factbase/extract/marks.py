"""Content and quotation marks: which it takes along, over which paragraphs it runs, and how much of it is quoted."""

import re
from collections.abc import Iterable
from itertools import pairwise

from factbase.document import QuoteKind, Span, Spans
from factbase.text import Quotation, Range, covering, met, trimmed

SCRAP = 2  # words
SHORT = 6  # words of a quotation that is left as it is read
WORDS = re.compile(r"\w+")
LABEL = r"(?:[A-Z][\w.'’-]* ){0,3}[A-Z][\w.'’-]*"
TURN = re.compile(rf"\s*{LABEL}: ")
OTHER_TURN = re.compile(rf"\s*[\"“„«]{LABEL}: ")
LABELLED = re.compile(rf"[\s\"“„«‘'`•*–-]*({LABEL})")
"""A paragraph's beginning up to its colon: who has the turn."""
CAPTION = re.compile(
    r"(?:[\w’'-]+ ){0,4}(?:image|photo|photograph|picture|video|audio|graphic|illustration|file|credit)s?"
    r"(?: (?:by|credit|courtesy))?",
    re.IGNORECASE,
)
"""What stands before the colon of "Image: Ana Roe" and "File photo: AP", and says nothing."""
RUBRICS = frozenset(
    "pmqs live watch video breaking exclusive analysis explained explainer timeline update updated related read more"
    " gallery podcast factbox listen latest recap preview".split()
)
"""Words above a headline: "Live: Talks go on", "Read more: Roe resigns"."""
UNNAMED = re.compile(
    r"\W*(?:(?:to )?not (?:to )?be (?:named|identified|quoted)|that (?:\w+ ){1,4}not be (?:named|identified|quoted)"
    r"|to (?:remain|stay) anonymous|(?:for |on (?:the )?condition of )?anonymity)\b"
)
REFUSED = re.compile(r"(?:\w+ )?(?:declin|refus)(?:ed|es|ing)\b")
TO_BE_NAMED = re.compile(r"(?:to )?be (?:named|identified|quoted)\b")
"""What somebody asks who speaks under no name: "not to be named because the talks go on"."""
EVENTS = frozenset(
    "election elections referendum budget brexit war crisis conflict attack attacks shooting bombing earthquake floods"
    " flood pandemic coronavirus covid strike strikes scandal row talks protest protests riots trial summit conference"
    " debate vote coup invasion hearing sanctions ceasefire truce deal case murder reform reforms".split()
)
"""What a headline is about: "Ukraine war: Talks go on", "Brexit: Roe resigns"."""
DATELINE = re.compile(r"(?:[A-Z][^\n()]{1,40}\([A-Z][\w ]{1,20}\)|[A-Z]{3,}[A-Z .]*(?:, [\w. ]{2,20})?) *[-–—]{1,2} ")
"""MOSCOW (Reuters) -", "BRUSSELS —", "PARIS, Oct. 3 —"."""


def with_marks(text: str, spans: Spans, quoted: list[Quotation]) -> Spans:
    """Content that begins or ends where a quotation does takes its marks along; spans that then touch are joined."""
    out: list[Span] = []
    for start, end in spans:
        first = min([start, *(q.start for q in quoted if q.start < start and not text[q.inner[0] : start].strip())])
        last = max([end, *(q.end for q in quoted if _ends_in(text, end, q))])
        if out and first <= out[-1].end:
            out[-1] = Span(out[-1].start, max(last, out[-1].end))
        else:
            out.append(Span(first, last))
    return tuple(span for span in out if has_words(text[slice(*span)]))


def turn(text: str, cue: Spans, source: Spans) -> Spans:
    """The source of a colon, where none was found or it begins with a mark: the name that opens the paragraph."""
    if not cue or text[slice(*cue[0])] != ":" or any(text[s].isalnum() for s, _ in source):
        return source
    label = LABELLED.fullmatch(text, _line(text, cue[0].start), cue[0].start)
    return (Span(*label.span(1)),) if label else source


def one_paragraph(text: str, source: Spans, cue: Spans, paragraphs: list[Range]) -> Spans:
    """The source without what of it stands in another paragraph than the cue: "– Macron\nPresident Macron spoke"."""
    home = covering(paragraphs, cue[0].start) if cue else None
    if home is None:
        return source
    first, last = paragraphs[home]
    inside = tuple(Span(max(s, first), min(e, last)) for s, e in source if s < last and first < e)
    inside = tuple(_outside_bracket(text, span) for span in inside)
    return inside if any(has_words(text[slice(*span)]) for span in inside) else source


def _outside_bracket(text: str, span: Span) -> Span:
    """ "Jane Roe" of "(The [Herald) Jane Roe]"."""
    closing = text.find(")", *span)
    opening = text.find("(", *span)
    if closing < 0 or 0 <= opening < closing or not has_words(text[closing : span.end]):
        return span
    return stripped(text, Span(closing + 1, span.end))


def is_caption(text: str, cue: Spans, source: Spans) -> bool:
    """Whether a colon tells who took a picture, or what an article is or is about, not who says something."""
    if not cue or text[slice(*cue[0])].strip() != ":":
        return False
    label = " ".join(text[slice(*span)] for span in source)
    words = label.lower().split()
    rubric = bool(words) and (all(word in RUBRICS for word in words) or words[-1] in EVENTS)
    return rubric or CAPTION.fullmatch(label) is not None


def is_about_name(text: str, content: Spans, cue: Spans) -> bool:
    """Whether all that is said is that the speaker shall not be named: "asked not to be named", "declined to be"."""
    refused = cue and REFUSED.match(text, *cue[-1])
    pattern = TO_BE_NAMED if refused else UNNAMED
    return pattern.match(text, content[0].start, content[-1].end) is not None


def in_paragraphs(text: str, content: Spans, cue: Spans, paragraphs: list[Range], quoted: list[Quotation]) -> Spans:
    """Content cut where paragraphs end: what is told without quotation marks stays in the cue's paragraph.

    A list that the cue introduces, each point a paragraph, stays whole; what another says in a transcript does not, nor
    what nothing quotes in a paragraph far from the cue and from the piece before. Of a content that has words beside
    its cue nothing stands in a paragraph before, and in those after only what is quoted (of 19 pieces before one was
    right on the training split, of 16 unquoted ones after 7; what a quotation left open goes on with is joined later).
    """
    home = covering(paragraphs, cue[0].start) if cue else None
    beside = home is not None and any(home in met(paragraphs, *span) for span in content)
    alone = beside and text[paragraphs[home or 0][1] - 1] != ":"
    reach = home
    out: list[Span] = []
    for start, end in content:
        near = met(paragraphs, start, end)
        for k in near:
            piece = Span(max(paragraphs[k][0], start), min(paragraphs[k][1], end))
            of_another = home not in (None, k) and OTHER_TURN.match(text, _line(text, piece.start))
            goes_on = home not in near and not alone and (reach is None or k <= reach + 1)
            before = alone and home is not None and k < home and not _goes_over(piece, quoted)
            if k == home or (not (of_another or before) and (goes_on or _is_quoted(piece, quoted))):
                out.append(piece)
                reach = None if reach is None else max(reach, k)
    return tuple(out) or content


def _goes_over(piece: Span, quoted: list[Quotation]) -> bool:
    """Whether it is of a quotation that goes on in the next paragraph."""
    return any(q.start <= piece.start < q.end and q.left_open for q in quoted)


def _is_quoted(piece: Span, quoted: list[Quotation]) -> bool:
    return any(q.start <= piece.start < q.end for q in quoted)


def _line(text: str, position: int) -> int:
    """Where the line of a position begins."""
    return text.rfind("\n", 0, position) + 1


def without_scraps(text: str, content: Spans, attributing: Spans) -> Spans:
    """Content without a word or two that break off in the middle of something else: "“We go,” … Then" he left.

    "The deal, the ministry said, is dead" keeps "The deal", and "Yes he said" keeps "Yes".
    """
    kept = tuple(s for s in content if not _is_scrap(text, s, attributing))
    return kept or content


def _is_scrap(text: str, span: Span, attributing: Spans) -> bool:
    dateline = DATELINE.match(text, _line(text, span.start))
    if dateline and span.end <= dateline.end():
        return True
    after = len(text) - len(text[span.end :].lstrip(" "))
    goes_on = text[after : after + 1].isalnum() and not any(s <= after < e for s, e in attributing)
    return goes_on and len(text[slice(*span)].split()) <= SCRAP


def _ends_in(text: str, end: int, quotation: Quotation) -> bool:
    """Whether what is left of the quotation is no more than a full stop and its mark."""
    return quotation.inner[0] < end <= quotation.end and not has_words(text[end : quotation.end])


def over_paragraphs(text: str, content: Spans, quoted: list[Quotation], taken: list[Spans]) -> Spans:
    """Content with the rest of a quotation of several paragraphs, each opened and only the last closed.

    "“First.\\n“Second,” he said" is one quotation of two pieces, unless its other paragraph is another's content.
    """
    whole = [
        Span(q.start, q.end)
        for chain in _chains(text, quoted)
        if any(_mostly_in(q, content) for q in chain)
        for q in chain
        if not any(meets(Span(q.start, q.end), other) for other in taken)
    ]
    return _merged([*content, *whole])


def whole_quotations(text: str, content: Spans, quoted: list[Quotation], taken: list[Spans]) -> Spans:
    """Content with all of a quotation that it has most words of or begins with, unless the rest holds what is `taken`.

    Measured on the training split: of the words so added to most of one 226 of 228 on 150 articles are of the same
    content, to a beginning 832 of 911 on all.
    """
    whole = [
        Span(q.start, q.end)
        for q in quoted
        if _goes_on(text, q, content) and not any(meets(rest, spans) for rest in _rest(q, content) for spans in taken)
    ]
    return _merged([*content, *whole]) if whole else content


def _goes_on(text: str, quotation: Quotation, content: Spans) -> bool:
    if not meets(Span(quotation.start, quotation.end), content):
        return False
    words = [m.start() for m in WORDS.finditer(text, *quotation.inner)]
    held = [any(s <= word < e for s, e in content) for word in words]
    return len(words) >= SHORT and not all(held) and (held[0] or 2 * sum(held) >= len(words))


def _rest(quotation: Quotation, content: Spans) -> list[Span]:
    """What of a quotation the content leaves out."""
    edges = [quotation.start, *(at for span in sorted(content) for at in span), quotation.end]
    gaps = [Span(max(a, quotation.start), min(b, quotation.end)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return [gap for gap in gaps if gap.start < gap.end]


def _merged(spans: list[Span]) -> Spans:
    """In order, those that overlap as one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def _chains(text: str, quoted: list[Quotation]) -> list[list[Quotation]]:
    """Quotations that a paragraph left open, each with the one that opens the paragraph after it.

    Unless that is another's turn in a transcript: "“WALLACE: Why?\\n“PENCE: Because.”".
    """
    chains: list[list[Quotation]] = []
    for one, two in pairwise(quoted):
        if one.left_open and not text[one.end : two.start].strip() and not TURN.match(text, two.inner[0]):
            if chains and chains[-1][-1] is one:
                chains[-1].append(two)
            else:
                chains.append([one, two])
    return chains


def _mostly_in(quotation: Quotation, content: Spans) -> bool:
    common = sum(max(0, min(quotation.end, e) - max(quotation.start, s)) for s, e in content)
    return 2 * common > quotation.end - quotation.start


def quote_kind(text: str, content: Spans, quoted: list[Quotation]) -> QuoteKind:
    """direct if all words stand between quotation marks, mixed if some do, indirect if none does."""
    inside = outside = False
    for start, end in content:
        position = start
        for first, last in (q.inner for q in quoted):
            if last <= start or first >= end:
                continue
            outside |= has_words(text[position : max(position, first)])
            inside |= has_words(text[max(first, start) : min(last, end)])
            position = max(position, last)
        outside |= has_words(text[position:end])
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.MIXED if outside else QuoteKind.DIRECT


def meets(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span has a character in common with one of the others."""
    return any(span.start < o.end and o.start < span.end for o in others)


def stripped(text: str, span: Span) -> Span:
    """Without white space at its ends, unless it holds nothing else."""
    return Span(*(trimmed(text, span) or span))


def has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)
