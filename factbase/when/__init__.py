"""When a statement was made."""

from collections.abc import Sequence

from factbase.document import Attribution, Document, Said
from factbase.when.attachment import attached, frames
from factbase.when.expressions import Anchor, expressions


def date_statements(document: Document, attributions: Sequence[Attribution]) -> tuple[Said | None, ...]:
    text = document.text
    found = expressions(text)
    today = document.published_on
    anchor = Anchor(today, False) if today else None
    out = []
    for frame in frames(text, attributions):
        e = attached(text, frame, found) if frame and frame.anchors else None
        out.append(Said(e.read(anchor), text[e.start : e.end]) if e else None)
    return tuple(out)
