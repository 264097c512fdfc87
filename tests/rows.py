"""Rows made by hand, for the tests of what prints and draws them."""

from dataclasses import replace
from datetime import date
from typing import Any

from factbase.document import Act, DateRange, Method, Position, QuoteKind, SpeakerKind
from factbase.rows import StanceRow, StatementRow

STATEMENT = StatementRow(
    row_id="a1b2c3d4e5f60718",
    said_date=date(2024, 5, 16),
    said_from=date(2024, 5, 16),
    said_to=date(2024, 5, 16),
    date_precision="day",
    published="2024-05-17T08:30:00+02:00",
    speaker_id="5eaf00d5eaf00d55",
    speaker="Ana Kovač",
    speaker_kind=SpeakerKind.PERSON,
    role="Defence Minister",
    organisation="Slovenia",
    country="SVN",
    confidence=0.91,
    quote="We will not send anyone",
    quote_kind=QuoteKind.DIRECT,
    act=Act.REJECT,
    reported_by=None,
    outlet="The Courier",
    article_title="Ministers meet in Ljubljana",
    article_url="https://courier.example/a?x=1",
    start=120,
    end=143,
    text_sha256="ab" * 32,
    review=None,
    reviewed_by=None,
    spans=((120, 130), (133, 143)),
    article_source="courier/ministers.html",
)

STANCE = StanceRow(
    **{name: getattr(STATEMENT, name) for name in StatementRow.__slots__},
    topic="instructors",
    proposition="Allies send instructors",
    position=Position.OPPOSE,
    score=-2,
    previous_position=Position.OPEN,
    change="hedge",
    condition=None,
    method=Method.RULE,
)


def statement(**changes: Any) -> StatementRow:
    return replace(STATEMENT, **changes)


def stance(
    speaker: str | None, position: Position, first: str | None, last: str | None = None, **more: Any
) -> StanceRow:
    """A speaker's position, said on a day, between two days, or nobody knows when."""
    said = DateRange(date.fromisoformat(first), date.fromisoformat(last or first)) if first else None
    given = {"speaker_id": speaker and f"id of {speaker}"} | more
    return replace(
        STANCE,
        speaker=speaker,
        position=position,
        score=position.score,
        said_date=said.start if said and said.precision == "day" else None,
        said_from=said.start if said else None,
        said_to=said.end if said else None,
        date_precision=said.precision if said else None,
        **given,
    )
