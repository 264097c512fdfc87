"""Every filter of a listing of statements, on both engines."""

import hashlib
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from factbase import query
from factbase.document import Act, Position, QuoteKind, SpeakerKind
from factbase.errors import QueryError
from factbase.query import Filters
from factbase.rows import StatementRow
from factbase.store import tables as t
from tests.store.examples import HARBOUR

DEAR, SELL, SUBSIDY, BUYERS = (
    "the bridge is too dear to keep",
    "We will sell it in May",
    "a subsidy",
    "buyers don’t exist",
)
WARNED, DEBTS = "Okafor warned of new debts", "new debts"
KEEP, LEASED, DEAL, STAYS = (
    "We might keep the bridge",
    "The bridge could be leased",
    "No deal is near",
    "The bridge stays",
)
DONT, MORE, NOT_SELL, DOCKERS = "Don’t sell it", "more", "We will not sell", "Nobody may sell what dockers built"
NEWEST_FIRST = [DOCKERS, NOT_SELL, STAYS, DEAL, LEASED, WARNED, BUYERS, SUBSIDY, SELL, DEAR, KEEP, DEBTS, MORE, DONT]
OKAFORS = [NOT_SELL, STAYS, LEASED, SELL, DEAR, KEEP, DEBTS]


def quotes(session: Session, **filters: Any) -> list[str]:
    return [row.quote for row in query.statements(session, Filters(**filters))]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, NEWEST_FIRST),
        ({"limit": 3}, NEWEST_FIRST[:3]),
        ({"limit": 0}, []),
        ({"min_confidence": 0.6}, NEWEST_FIRST),
        ({"min_confidence": 0.61}, [words for words in NEWEST_FIRST if words != DONT]),
        ({"min_confidence": 0.9, "about": "sell"}, [DOCKERS, NOT_SELL, SELL]),
        ({"min_confidence": 0.91}, []),
        # speaker
        ({"speaker": "Ines Okafor"}, OKAFORS),
        ({"speaker": "inés OKAFOR"}, OKAFORS),
        ({"speaker": "Okafor"}, OKAFORS),
        ({"speaker": "Mayor Okafor, Ines"}, []),
        ({"speaker": "President Okafor"}, OKAFORS),
        ({"speaker": "Inès Okafour"}, OKAFORS),
        ({"speaker": "Okaf"}, []),
        ({"speaker": "Gen. Brown"}, [DOCKERS]),
        ({"speaker": "Charles Brown"}, [DOCKERS]),
        ({"speaker": "spokesman"}, [DEAL]),
        ({"speaker": "the ministry of transport"}, [SUBSIDY]),
        ({"speaker": "transport"}, [SUBSIDY]),
        ({"speaker": "daily crane"}, [WARNED]),
        ({"speaker": ""}, []),
        ({"speaker": "\"*' OR 1=1 --"}, []),
        # organisation
        ({"organisation": "City of Lund"}, [row for row in NEWEST_FIRST if row in (*OKAFORS, DEAL)]),
        ({"organisation": "lund"}, [row for row in NEWEST_FIRST if row in (*OKAFORS, DEAL)]),
        ({"organisation": "Ministry of Transport"}, [SUBSIDY]),
        ({"organisation": "harbour union"}, [DOCKERS]),
        ({"organisation": "The Daily Crane"}, [WARNED]),
        ({"organisation": "uni"}, []),
        ({"organisation": "%"}, []),
        # topic and position
        ({"topic": "debt"}, [KEEP, DEBTS]),
        ({"topic": "bridge-sale"}, [DOCKERS, NOT_SELL, STAYS, LEASED, SELL, KEEP, DONT]),
        ({"topic": "bridge-sale", "position": Position.OPPOSE}, [DOCKERS, NOT_SELL, STAYS, DONT]),
        ({"position": Position.OPEN}, [KEEP]),
        ({"position": Position.LEAN_SUPPORT}, []),
        ({"topic": "bridge-sale", "speaker": "Brown"}, [DOCKERS]),
        ({"topic": "bridge-sale", "since": date(2025, 3, 19)}, [DOCKERS, NOT_SELL, STAYS, KEEP]),
        ({"topic": "bridge-sale", "article": "echo/2.txt"}, [STAYS, LEASED, KEEP]),
        # words
        ({"about": "bridge"}, [STAYS, LEASED, DEAR, KEEP]),
        ({"about": "BRIDGE keep"}, [DEAR, KEEP]),
        ({"about": '"the bridge"'}, [STAYS, LEASED, DEAR, KEEP]),
        ({"about": '"keep bridge"'}, []),
        ({"about": '"keep the bridge'}, [KEEP]),
        ({"about": "don't"}, [BUYERS, DONT]),
        ({"about": "don’t sell"}, [DONT]),
        ({"about": "sel*"}, []),
        ({"about": "sell*"}, [DOCKERS, NOT_SELL, SELL, DONT]),
        ({"about": "sell OR keep"}, []),
        ({"about": "NOT sell"}, [NOT_SELL]),
        ({"about": "words:sell"}, []),
        ({"about": "-sell (may)"}, [DOCKERS, SELL]),
        ({"about": "^sell ~ | & ! :* \\ ; '"}, [DOCKERS, NOT_SELL, SELL, DONT]),
        ({"about": '"'}, []),
        ({"about": "😀"}, []),
        ({"about": ""}, []),
        ({"about": "sell", "limit": 2}, [DOCKERS, NOT_SELL]),
        ({"about": "sell", "speaker": "okafor"}, [NOT_SELL, SELL]),
        ({"about": "sell", "since": date(2025, 3, 20)}, [DOCKERS, NOT_SELL]),
        ({"about": "sell", "until": date(2025, 3, 20)}, [SELL]),
        ({"about": "sell", "topic": "bridge-sale", "position": Position.SUPPORT}, [SELL]),
        ({"about": "sell", "article": "4.html"}, [DOCKERS, NOT_SELL]),
        # time: when it was said, else when it was published; a range counts if it reaches in
        ({"since": date(2025, 4, 1)}, [DOCKERS, NOT_SELL]),
        ({"since": date(2025, 3, 20)}, [DOCKERS, NOT_SELL, STAYS, DEAL, KEEP]),
        ({"since": date(2025, 3, 31)}, [DOCKERS, NOT_SELL, KEEP]),
        ({"since": date(2030, 1, 1)}, []),
        ({"until": date(2025, 3, 1)}, [KEEP, DEBTS]),
        ({"until": date(2025, 1, 31)}, []),
        ({"since": date(2025, 3, 2), "until": date(2025, 3, 4)}, [DEAR, KEEP]),
        ({"since": date(2025, 2, 28), "until": date(2025, 2, 28)}, [DEBTS]),
        # kind
        ({"kind": SpeakerKind.PERSON}, [DOCKERS, NOT_SELL, STAYS, LEASED, SELL, DEAR, KEEP, DEBTS, DONT]),
        ({"kind": SpeakerKind.UNNAMED}, [DEAL, BUYERS]),
        ({"kind": SpeakerKind.DOCUMENT}, []),
        ({"kind": SpeakerKind.UNNAMED, "organisation": "City of Lund"}, [DEAL]),
        ({"kind": SpeakerKind.UNNAMED, "since": date(2025, 3, 20)}, [DEAL]),
        # article
        ({"article": "https://www.sundial.example/4/#top"}, [DOCKERS, NOT_SELL]),
        ({"article": "echo/3.txt"}, [MORE, DONT]),
        ({"article": "news/harbour.txt"}, [WARNED, BUYERS, SUBSIDY, SELL, DEAR, DEBTS]),
        ({"article": "news/harbour.txt", "speaker": "Okafor", "about": "debts"}, [DEBTS]),
    ],
)  # fmt: skip
def test_filters(session: Session, filters: dict[str, Any], found: list[str]) -> None:
    assert quotes(session, **filters) == found


def test_speakers_with_many_statements_are_found_by_walking_the_days(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factbase.query.conditions.MANY", 0)
    assert quotes(session, speaker="okafor") == OKAFORS
    assert quotes(session, speaker="brown", topic="bridge-sale") == [DOCKERS]


def test_an_article_by_its_id(session: Session) -> None:
    uid = session.connection().scalar(sa.select(t.article.c.uid).where(t.article.c.title == "Roth speaks"))
    assert quotes(session, article=uid) == quotes(session, article=str(uid)[:6]) == [MORE, DONT]


def test_an_ambiguous_id_of_an_article(session: Session) -> None:
    """Two uids that begin alike are made so; the session is never committed."""
    numbers = session.connection().scalars(sa.select(t.article.c.id).limit(2)).all()
    for number, uid in zip(numbers, ("facade01" * 4, "facade02" * 4), strict=True):
        session.connection().execute(sa.update(t.article).where(t.article.c.id == number).values(uid=uid))
    with pytest.raises(QueryError, match="2 articles have an id that begins with facade"):
        quotes(session, article="facade")


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"topic": "weather"}, "There is no topic weather"),
        ({"article": "nowhere.txt"}, r"There is no article nowhere\.txt"),
        ({"article": "abcdef123456"}, "There is no article abcdef123456"),
        ({"article": "abcde"}, "There is no article abcde"),
    ],
)
def test_what_is_not_there(session: Session, filters: dict[str, Any], told: str) -> None:
    with pytest.raises(QueryError, match=told):
        quotes(session, **filters)


def test_a_row(session: Session) -> None:
    row = next(query.statements(session, Filters(about="debts", speaker="okafor")))
    okafor = session.connection().scalar(sa.select(t.speaker.c.uid).where(t.speaker.c.name == "Ines Okafor"))
    start = HARBOUR.index("new debts")
    assert row == StatementRow(
        row_id=row.row_id,
        said_date=None,
        said_from=date(2025, 2, 1),
        said_to=date(2025, 2, 28),
        date_precision="month",
        published="2025-03-05",
        speaker_id=str(okafor),
        speaker="Ines Okafor",
        speaker_kind=SpeakerKind.PERSON,
        role="Mayor",
        organisation="City of Lund",
        country="SWE",
        confidence=0.9,
        quote="new debts",
        quote_kind=QuoteKind.INDIRECT,
        act=Act.STATE,
        reported_by="The Daily Crane",
        outlet="The Sundial",
        article_title="Harbour bridge to be sold",
        article_url=None,
        start=start,
        end=start + 9,
        text_sha256=hashlib.sha256(HARBOUR.encode()).hexdigest(),
        review=None,
        reviewed_by=None,
        spans=((start, start + 9),),
        article_source="news/harbour.txt",
    )


def test_a_row_that_a_person_accepted(session: Session) -> None:
    row = next(query.statements(session, Filters(about="leased")))
    assert (row.said_date, row.date_precision, row.review, row.reviewed_by) == (
        date(2025, 3, 18), "day", "accepted", "Ana"
    )  # fmt: skip


def test_a_row_of_nobody_without_a_date(session: Session) -> None:
    row = next(query.statements(session, Filters(about="more")))
    assert {name for name in StatementRow.__slots__ if getattr(row, name) is None} == set(
        "said_date said_from said_to date_precision published speaker_id speaker speaker_kind role organisation "
        "country reported_by article_url review reviewed_by found_as".split()
    )
