"""Reports inside reports, read by themselves.

The articles that the network learnt from ascribe nothing inside what is ascribed already, so there it is blind to cues.
A content that holds a verb of saying is read a second time as if it stood alone: "“As a result, officials have asked
for help,” the paper wrote" holds "officials have asked for help".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factbase.document import Attribution, Span, Spans
from factbase.extract.attribution import decode
from factbase.extract.marks import has_words, meets, quote_kind
from factbase.extract.shelf import Shelf
from factbase.extract.subjects import AS_SAYING, QUOTING
from factbase.extract.tagger import Tagger
from factbase.extract.windows import tagged
from factbase.text import Quotation, quotations

SHORT = 7  # words: what has fewer holds no report
MARKS = " \"'“”‘’«»„,"
SAYING = re.compile(
    r"""\b(?:
    according\ to|accus\w+|acknowledg\w+|admit\w*|announc\w+|argu(?:e|es|ed|ing)|ask(?:s|ed|ing)?|
    call(?:s|ed|ing)\ (?:for|on)|claim(?:s|ed|ing)?|complain\w*|conced\w+|confirm(?:s|ed|ing)?|declar\w+|
    demand(?:s|ed|ing)?|den(?:y|ies|ied|ying)|explain(?:s|ed|ing)?|insist\w*|pledg\w+|promis\w+|
    recommend(?:s|ed|ing)?|refus\w+|reject(?:s|ed|ing)?|report(?:s|ed|ing)?|sa(?:y|ys|id|ying)|stat(?:es|ed|ing)|
    suggest(?:s|ed|ing)?|t(?:ell|ells|old|elling)|threaten\w*|urg(?:e|es|ed|ing)|vow\w*|warn(?:s|ed|ing)?|
    wr(?:ites|ote|itten))\b""",
    re.I | re.X,
)

BLAMING = re.compile(
    r"\b(?:attack|blam|blast|condemn|criticis|criticiz|decri|denounc|deplor|dismiss|oppos|reject|repudiat|slamm?)"
    r"(?:e?s|ed|ing)\b"
)
OBLIGED = re.compile(r"(?:must|should|ought|needs? to|ha(?:s|ve) to|had to)\b")
"""Before a verb of what nobody has said yet."""
GIVING = re.compile(r"(?:say|stat|claim|argu|accus|call|alleg|add|insist|warn)ing\b")


def inner(text: str, found: Sequence[Attribution], tagger: Tagger) -> list[Attribution]:
    """The attributions inside the contents of those that were found, as offsets into the text."""
    cues = Shelf((span, [span]) for a in found for span in a.cue)
    out: list[Attribution] = []
    quoting = [a for a in found if QUOTING.search(" ".join(text[slice(*span)] for span in a.cue))]
    quoted = quotations(text) if quoting else []
    for a in (told for one in quoting if (told := _quoted(text, one, quoted))):
        out.append(a)
        cues.add(a.cue[0], a.cue)
    for span, outer in {span: one for one in found for span in one.content}.items():
        for a in _alone(text, span, tagger):
            if not meets(a.cue[0], cues.near(a.cue[:1])) and not _gives_reason(text, outer, a):
                out.append(a)
                cues.add(a.cue[0], a.cue)
    return out


def _gives_reason(text: str, outer: Attribution, a: Attribution) -> bool:
    """ "Roe denounced | the bill saying it was late": it is she who says so, and not the bill."""
    blamed = a.source[0].start == outer.content[0].start and a.source[-1].end + 1 == a.cue[0].start
    blaming = any(BLAMING.search(text, *span) for span in outer.cue)
    return blamed and blaming and GIVING.match(text, a.cue[0].start) is not None


def _quoted(text: str, a: Attribution, quoted: Sequence[Quotation]) -> Attribution | None:
    """ "The report quoted Jane Roe, a clerk, as saying it was late": what she said, and what the report did."""
    for k, (start, end) in enumerate(a.content):
        if found := AS_SAYING.match(text, start, end):
            rest = Span(found.end(), end)
            pieces = (*a.content[:k], *((rest,) if has_words(text[slice(*rest)]) else ()), *a.content[k + 1 :])
            who, cue = Span(*found.span("who")), Span(*found.span("cue"))
            kind = quote_kind(text, pieces, [q for q in quoted if meets(Span(q.start, q.end), pieces)])
            return replace(a, content=pieces, cue=(cue,), source=(who,), quote=kind) if pieces else None
    return None


def _alone(text: str, span: Span, tagger: Tagger) -> Iterator[Attribution]:
    """What a content ascribes to somebody, if that is sure enough."""
    words = text[slice(*span)].strip(MARKS).removeprefix("that ")
    if not SAYING.search(words) or len(words.split()) < SHORT:
        return
    start = text.index(words, span.start)
    for a in decode(words, tagged(words, tagger), tagger).attributions:
        sure = a.source and a.confidence >= tagger.settings.inner_confidence
        if (
            sure
            and not OBLIGED.match(words, a.cue[0].start)
            and any(SAYING.search(words[slice(*cue)]) for cue in a.cue)
        ):
            yield replace(a, content=_moved(a.content, start), cue=_moved(a.cue, start), source=_moved(a.source, start))


def _moved(spans: Spans, by: int) -> Spans:
    return tuple(Span(start + by, end + by) for start, end in spans)
