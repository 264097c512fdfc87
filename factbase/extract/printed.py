"""An attribution that typography alone makes: who speaks is printed beside the words, without a verb."""

from factbase.document import Attribution, QuoteKind, Span, Spans
from factbase.extract.acts import act

CONFIDENCE = 0.95
"""Given, not learnt: as far as print can be trusted."""


def printed(text: str, content: Spans, cue: Span | None, source: Span) -> Attribution:
    """Words said by whoever is printed as `source`; `cue` is the dash or the colon between them, if there is one."""
    said = " ".join(text[slice(*span)] for span in content)
    return Attribution(
        content=content,
        cue=(cue,) if cue else (),
        source=(source,),
        quote=QuoteKind.DIRECT,
        act=act(said, text[slice(*cue)] if cue else ""),
        confidence=CONFIDENCE,
    )
