"""Readings made by hand: an article's text, and who says which of its words."""

from dataclasses import replace
from datetime import date

from factbase.document import (
    Act,
    Attribution,
    DateRange,
    Document,
    QuoteKind,
    Reading,
    Said,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)

PERSON, GOVERNMENT, ORGANISATION = SpeakerKind.PERSON, SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION
UNNAMED, GROUP = SpeakerKind.UNNAMED, SpeakerKind.GROUP

HARBOUR = (
    "Harbour bridge to be sold\n"
    "Mayor Ines Okafor said on Monday that the bridge is too dear to keep. “We will sell it in May,” Okafor said. "
    "The Ministry of Transport ruled out a subsidy. A person close to the talks said buyers don’t exist. "
    "The Daily Crane reported that Okafor warned of new debts."
)

DEAR, SELL, SUBSIDY, BUYERS = (
    "the bridge is too dear to keep",
    "We will sell it in May",
    "a subsidy",
    "buyers don’t exist",
)
"""The words of four statements in it."""

OKAFOR = Speaker(
    "Ines Okafor", PERSON, role="Mayor", organisation="City of Lund", country="SWE", names=("Okafor",), how="name"
)
MINISTRY = Speaker("Ministry of Transport", GOVERNMENT, country="SWE", how="name")
SOURCE = Speaker("person close to the talks", UNNAMED, how="description")
CRANE = Speaker("The Daily Crane", ORGANISATION, how="name")
MONDAY = Said(DateRange(date(2025, 3, 3), date(2025, 3, 3)), "on Monday")

FEBRUARY = Said(DateRange(date(2025, 2, 1), date(2025, 2, 28)), "in February")


def document(**changes: str | None) -> Document:
    """Harbour, read from harbour.txt, published on 5 March 2025 by The Sundial, unless told otherwise."""
    made = Document(
        id="harbour",
        text=HARBOUR,
        source="news/harbour.txt",
        raw_sha256="ab" * 32,
        reader="text 1",
        title="Harbour bridge to be sold",
        outlet="The Sundial",
        published="2025-03-05",
        published_from="option",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # mypy cannot see that only fields of text are given


def says(
    text: str, words: str, by: Speaker | None, *, said: Said | None = None, quoted_in: int | None = None
) -> Statement:
    start = text.index(words)
    is_direct = text[start - 1] in '“"'
    attribution = Attribution(
        content=(Span(start, start + len(words)),),
        cue=(Span(0, 1),),
        source=(),
        quote=QuoteKind.DIRECT if is_direct else QuoteKind.INDIRECT,
        act=Act.STATE,
        confidence=0.9,
    )
    return Statement(attribution, words, by, said, quoted_in=quoted_in)


def harbour(**changes: str | None) -> Reading:
    """Five statements of five kinds; the last is reported by the one before it."""
    made = document(**changes)
    text = made.text
    return Reading(
        made,
        (
            says(text, "the bridge is too dear to keep", OKAFOR, said=MONDAY),
            says(text, "We will sell it in May", OKAFOR),
            says(text, "a subsidy", MINISTRY, said=Said(None, "lately", 0.4)),
            says(text, "buyers don’t exist", SOURCE),
            says(text, "Okafor warned of new debts", CRANE),
            says(
                text,
                "new debts",
                OKAFOR,
                said=Said(DateRange(date(2025, 2, 1), date(2025, 2, 28)), "in February"),
                quoted_in=4,
            ),
        ),
    )
