"""Lists with their counts, on both engines."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from factbase import query
from factbase.document import Position, SpeakerKind
from factbase.errors import QueryError
from factbase.query import Filters
from factbase.rows import ArticleRow, OrganisationRow, SpeakerRow, TopicRow


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, ["Ines Okafor", "Ada Roth", "Charles Brown Jr."]),
        ({"speaker": "brown"}, ["Charles Brown Jr."]),
        ({"organisation": "city of lund"}, ["Ines Okafor", "Okafor spokesman"]),
        ({"kind": SpeakerKind.GOVERNMENT}, ["Ministry of Transport"]),
        ({"topic": "bridge-sale"}, ["Ines Okafor", "Ada Roth", "Charles Brown Jr."]),
        ({"topic": "debt"}, ["Ines Okafor"]),
        ({"position": Position.OPEN}, ["Ines Okafor"]),
        ({"article": "4.html"}, ["Ines Okafor", "Charles Brown Jr."]),
        ({"article": "echo/2.txt"}, ["Ines Okafor", "Okafor spokesman"]),
    ],
)
def test_speakers(session: Session, filters: dict[str, Any], names: list[str]) -> None:
    """Most statements first; those with one each follow in any order."""
    found = [row.name for row in query.speakers(session, Filters(**filters))]
    assert found[0] == names[0]
    assert set(names) <= set(found)
    assert len(found) == len(names) or not filters


def test_a_speaker_counts_what_was_merged_into_it(session: Session) -> None:
    row = next(query.speakers(session, Filters(limit=1)))
    assert row == SpeakerRow(
        speaker_id=row.speaker_id,
        name="Ines Okafor",
        kind=SpeakerKind.PERSON,
        country="SWE",
        wikidata=None,
        aliases=("Okafor", "Inès Okafour"),
        found_as=("Inès Okafour",),
        statements=7,
        articles=3,
        first_said=date(2025, 2, 1),
        last_said=date(2025, 3, 31),
    )
    assert "Inès Okafour" not in [row.name for row in query.speakers(session)]


def test_organisations(session: Session) -> None:
    rows = list(query.organisations(session))
    assert rows[0] == OrganisationRow(name="City of Lund", kind="other", country=None, speakers=2, statements=8)
    assert {row.name for row in rows[1:]} == {"Harbour Union", "Ministry of Transport", "The Daily Crane"}
    assert [row.name for row in query.organisations(session, Filters(organisation="union"))] == ["Harbour Union"]
    assert len(list(query.organisations(session, Filters(limit=2)))) == 2


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        ({}, ["Union objects", "Okafor wavers", "Harbour bridge to be sold", "Roth speaks"]),
        ({"limit": 1}, ["Union objects"]),
        ({"since": date(2025, 3, 20)}, ["Union objects", "Okafor wavers"]),
        ({"until": date(2025, 3, 20)}, ["Okafor wavers", "Harbour bridge to be sold"]),
        ({"article": "echo/3.txt"}, ["Roth speaks"]),
    ],
)
def test_articles(session: Session, filters: dict[str, Any], titles: list[str]) -> None:
    assert [row.title for row in query.articles(session, Filters(**filters))] == titles


def test_an_article_and_its_copies(session: Session) -> None:
    row = next(query.articles(session, Filters(article="news/harbour.txt")))
    assert row == ArticleRow(
        article_id=row.article_id,
        published="2025-03-05",
        outlet="The Sundial",
        title="Harbour bridge to be sold",
        url=None,
        byline=None,
        language=None,
        statements=6,
        snapshots=2,
        article_source="news/harbour.txt",
    )


def test_topics(session: Session) -> None:
    sale = TopicRow(
        slug="bridge-sale",
        proposition="The city sells the harbour bridge",
        terms=("bridge", "sell"),
        stances=7,
        speakers=3,
    )
    debt = TopicRow(slug="debt", proposition="The city takes on new debts", terms=("debt",), stances=2, speakers=1)
    assert list(query.topics(session)) == [sale, debt]
    assert list(query.topics(session, Filters(topic="debt"))) == [debt]


@pytest.mark.parametrize(
    ("listing", "filters", "told"),
    [
        (query.speakers, {"about": "x"}, "speakers cannot be filtered by about"),
        (query.speakers, {"since": date(2025, 1, 1)}, "speakers cannot be filtered by since"),
        (query.organisations, {"speaker": "x"}, "organisations cannot be filtered by speaker"),
        (query.articles, {"kind": SpeakerKind.PERSON}, "articles cannot be filtered by kind"),
        (query.topics, {"position": Position.OPEN}, "topics cannot be filtered by position"),
        (query.speakers, {"topic": "weather"}, "There is no topic weather"),
    ],
)
def test_filters_that_do_not_fit(
    session: Session, listing: Callable[[Session, Filters], Iterator[Any]], filters: dict[str, Any], told: str
) -> None:
    with pytest.raises(QueryError, match=told):
        list(listing(session, Filters(**filters)))
