"""What somebody ruled out, did not rule out or turned down, where the network read nothing: "He has ruled out a ban."

The articles that it learnt from have three such sentences; the language of diplomacy lives on them. Only plain ones are
read: a short subject that begins the sentence or a half of it, and what follows up to its end.
"""

import re
from collections.abc import Iterable, Iterator

from factbase.document import Attribution, Span
from factbase.extract.acts import act
from factbase.extract.marks import meets, quote_kind, stripped
from factbase.extract.shelf import Shelf
from factbase.text import Quotation, Range

CONFIDENCE = 0.6
"""Given, not learnt: about what the network says of such sentences where it reads them."""
NAME = r"[A-Z][\w’'.&-]*"
PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey)"
SUBJECT = (
    rf"(?:{PRONOUN}|(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) )?(?:[\w’'&-]+ ){{0,4}}?(?:{NAME}|[a-z]{{4,}})"
    rf"(?: (?:for|of|in|at|from) (?:the )?{NAME}(?: {NAME}){{0,3}})?)"
)
NOT = r"(?: not|n['’]t)(?: yet| explicitly| entirely| completely)?"
NO_WAY = r"(?! (?:the|a) (?:road|street|valley|path|lane|river|corner|volume|heat|heating|lights?)\b)"
CUE = (
    rf"(?:(?:did|does|do|would|will|could|can|has|have|had){NOT} ruled? out|(?:(?:has|have|had|also|later) )?"
    rf"(?:ruled out|turned down{NO_WAY})|rules out|turns down{NO_WAY}|(?:declined?|refused?)s? to rule out)"
)
OPENING = re.compile(r"\W*(?:(?:But|And|Still|However|Yet|Instead|Later|Meanwhile),? )?")
RULED = re.compile(rf"(?P<who>{SUBJECT})(?:, who [^,.;]{{2,60}},)? (?P<cue>{CUE}) (?P<what>[^.;:\n]*[^.;:,\n])")
HALF = re.compile(r", (?:and|but|though|although|while|whereas) |; |\b(?P<that>that) ")
END = re.compile(r",? (?:saying|adding|noting|insisting|stressing|arguing|but|although|though|while|whereas)\b")
NO_SUBJECT = re.compile(
    r"(?:After|Before|When|While|If|Although|Though|Because|Since|As|That|Which|Who|Whether|There|What)\b"
    r"|.*\b(?:who|that|which|has|have|had|was|were|is|are|said|says)\b"
)


def ruled(
    text: str, sentences: Iterable[Range], quoted: list[Quotation], found: Iterable[Attribution]
) -> Iterator[Attribution]:
    """Attributions where none of those `found` has its cue; inside a content only reports: "said that he ruled out"."""
    known = list(found)
    cues = Shelf((span, [span]) for a in known for span in a.cue)
    taken = Shelf((span, [span]) for a in known for span in (*a.content, *a.cue))
    for start, end in sentences:
        if "rule" not in text[start:end] and "turn" not in text[start:end]:
            continue
        opening = OPENING.match(text, start, end)
        halves = [(m.end(), m["that"] is not None) for m in HALF.finditer(text, start, end)]
        for at, reported in ((opening.end() if opening else start, False), *halves):
            one = RULED.match(text, at, end)
            if one and not NO_SUBJECT.match(one["who"]) and _is_free(one, quoted, cues if reported else taken):
                yield _attribution(text, one, quoted)


def _is_free(one: re.Match[str], quoted: list[Quotation], taken: Shelf[Span]) -> bool:
    here = Span(one.start("who"), one.end("cue"))
    in_quotes = any(q.start < here.start < q.end for q in quoted)
    return not in_quotes and not meets(here, taken.near([here]))


def _attribution(text: str, one: re.Match[str], quoted: list[Quotation]) -> Attribution:
    stop = END.search(text, *one.span("what"))
    start, end = one.start("what"), stop.start() if stop else one.end("what")
    content = (stripped(text, Span(start, end)),)
    said, cue = text[slice(*content[0])], one["cue"]
    return Attribution(
        content=content,
        cue=(Span(*one.span("cue")),),
        source=(Span(*one.span("who")),),
        quote=quote_kind(text, content, quoted),
        act=act(said, cue),
        confidence=CONFIDENCE,
    )
