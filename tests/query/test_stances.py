"""Positions through time, on both engines."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from factbase import query
from factbase.document import Method, Position, SpeakerKind
from factbase.query import Filters
from tests.query.test_statements import (
    DEAR,
    DEBTS,
    DOCKERS,
    DONT,
    KEEP,
    LEASED,
    NOT_SELL,
    SELL,
    STAYS,
)

SALE = {"topic": "bridge-sale"}


def quotes(session: Session, **filters: Any) -> list[str]:
    return [row.quote for row in query.stances(session, Filters(**filters))]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, [DONT, DEBTS, KEEP, KEEP, SELL, LEASED, STAYS, NOT_SELL, DOCKERS]),
        ({"min_confidence": 0.7, "limit": 2}, [DEBTS, KEEP]),
        ({"min_confidence": 0.81}, []),
        ({"limit": 3}, [DONT, DEBTS, KEEP]),
        (SALE, [DONT, KEEP, SELL, LEASED, STAYS, NOT_SELL, DOCKERS]),
        ({"topic": "debt"}, [DEBTS, KEEP]),
        ({**SALE, "speaker": "okafor"}, [KEEP, SELL, LEASED, STAYS, NOT_SELL]),
        ({"speaker": "okafor"}, [DEBTS, KEEP, KEEP, SELL, LEASED, STAYS, NOT_SELL]),
        ({"speaker": "nobody"}, []),
        ({**SALE, "organisation": "harbour union"}, [DOCKERS]),
        ({"position": Position.SUPPORT}, [SELL]),
        ({**SALE, "position": Position.OPPOSE}, [DONT, STAYS, NOT_SELL, DOCKERS]),
        ({**SALE, "since": date(2025, 3, 18)}, [KEEP, LEASED, STAYS, NOT_SELL, DOCKERS]),
        ({**SALE, "until": date(2025, 3, 18)}, [KEEP, SELL, LEASED]),
        ({**SALE, "kind": SpeakerKind.GROUP}, []),
        ({**SALE, "article": "4.html"}, [NOT_SELL, DOCKERS]),
        ({"about": "sell"}, [DONT, SELL, NOT_SELL, DOCKERS]),
        ({"about": "sell", "limit": 2}, [DONT, SELL]),
        ({"about": "sell", "limit": 2, "since": date(2025, 3, 20)}, [NOT_SELL, DOCKERS]),
        ({"about": "bridge", "topic": "debt"}, [KEEP]),
        ({"about": "zebra", "limit": 2}, []),
        ({"about": "?!"}, []),
        ({"about": "dear"}, []),
    ],
)
def test_filters(session: Session, filters: dict[str, Any], found: list[str]) -> None:
    assert DEAR not in found
    assert quotes(session, **filters) == found


@pytest.mark.parametrize("many", [0, 20_000])
def test_kinds_with_many_statements_are_found_by_walking_the_days(
    session: Session, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr("factbase.query.conditions.MANY", many)
    everyone = [DONT, DEBTS, KEEP, KEEP, SELL, LEASED, STAYS, NOT_SELL, DOCKERS]
    assert quotes(session, kind=SpeakerKind.PERSON) == everyone
    assert quotes(session, kind=SpeakerKind.PERSON, topic="debt") == [DEBTS, KEEP]
    assert quotes(session, kind=SpeakerKind.UNNAMED) == []


def test_each_stands_beside_the_one_before(session: Session) -> None:
    """Here none is surely before another: all have no day, or their days overlap."""
    rows = query.stances(session, Filters(topic="bridge-sale", speaker="okafor"))
    assert [(row.quote, row.previous_position, row.change) for row in rows] == [
        (quote, None, None) for quote in (KEEP, SELL, LEASED, STAYS, NOT_SELL)
    ]


def test_what_filters_hide_is_still_before(session: Session) -> None:
    row = next(query.stances(session, Filters(topic="debt", about="bridge")))
    assert (row.previous_position, row.change) == (Position.OPPOSE, "support")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (Position.SUPPORT, Position.OPPOSE, "reversal"),
        (Position.LEAN_OPPOSE, Position.LEAN_SUPPORT, "reversal"),
        (Position.OPEN, Position.OPPOSE, "hedge"),
        (Position.OPEN, Position.LEAN_SUPPORT, "support"),
        (Position.OPPOSE, Position.OPEN, "support"),
        (Position.SUPPORT, Position.LEAN_SUPPORT, "hedge"),
        (Position.OPPOSE, Position.LEAN_OPPOSE, "support"),
        (Position.OPEN, Position.OPEN, "same"),
        (None, Position.OPEN, None),
    ],
)
def test_change(before: Position | None, after: Position, told: str | None) -> None:
    assert query.change(before, after) == told


def test_a_row(session: Session) -> None:
    row = next(query.stances(session, Filters(topic="debt", position=Position.OPPOSE)))
    statement = next(query.statements(session, Filters(about="debts", speaker="okafor")))
    assert row.row_id == f"{statement.row_id}:debt"
    assert (row.topic, row.proposition, row.score) == ("debt", "The city takes on new debts", -2)
    assert (row.confidence, row.condition, row.method) == (0.8, "if rates fall", Method.RULE)
    assert (row.speaker, row.reported_by, row.spans) == ("Ines Okafor", "The Daily Crane", statement.spans)
