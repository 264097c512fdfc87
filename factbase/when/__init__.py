"""When a statement was made."""

from collections.abc import Sequence

from factbase import text as units
from factbase.document import Attribution, Document, Said
from factbase.when.attachment import attached, frames
from factbase.when.carry import carried, place
from factbase.when.expressions import Anchor, find_expressions
from factbase.when.identity import identities


def date_statements(document: Document, attributions: Sequence[Attribution]) -> tuple[Said | None, ...]:
    text = document.text
    found = find_expressions(text)
    today = document.published_on
    anchor = Anchor(today, False) if today else None
    ps, ss = units.paragraphs(text), units.sentences(text)
    out = []
    for frame, a in zip(frames(ss, attributions), attributions, strict=True):
        e = attached(text, frame, a, found) if frame and frame.anchors else None
        r = e and e.read(anchor)
        if r and today and r.start > today: e = None
        out.append(Said(r, text[e.start : e.end], 0.85) if e else None)
    who = identities(text, attributions)
    places = [place(text, a, w, ps, ss) for a, w in zip(attributions, who, strict=True)]
    told = [e for e in found if not any(c.start <= e.core < c.end for a in attributions for c in a.content)]
    return tuple(carried(places, out, told))
