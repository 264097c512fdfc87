"""Speakers, organisations, articles and topics, each with how much the database holds of it."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Row
from sqlmodel import Session

from factbase.document import SpeakerKind
from factbase.query import filters as meant
from factbase.query.columns import pages, stream
from factbase.query.conditions import speakers_meant, with_stance
from factbase.query.filters import EVERYTHING, Filters
from factbase.rows import ArticleRow, OrganisationRow, SpeakerRow, TopicRow
from factbase.store.matching import found
from factbase.store.standing import CANONICAL, KEPT
from factbase.store.tables import (
    NEVER,
    article,
    organisation,
    outlet,
    snapshot,
    speaker,
    speaker_name,
    stance,
    statement,
    topic,
)

SPEAKER_FILTERS = {"speaker", "organisation", "country", "kind", "topic", "position", "article"}


def speakers(session: Session, filters: Filters = EVERYTHING) -> Iterator[SpeakerRow]:
    """Speakers of listed statements, those with most first; of the topic, position or article asked for.

    Counts are of all their statements. Raises QueryError for `about` and for days, and as `statements` does.
    """
    meant.refuse_others(filters, "speakers", SPEAKER_FILTERS)
    wanted = sa.select(speaker).where(speaker.c.canonical_id.is_(None), speaker.c.statements > 0)
    wanted = wanted.where(*_speaker_conditions(session, filters))
    if filters.speaker is None and filters.organisation is None and filters.article is None:
        wanted = wanted.with_hint(speaker, f"INDEXED BY ix_speaker_{_speaker_index(filters)}_id", "sqlite")
    wanted = wanted.order_by(speaker.c.statements.desc(), speaker.c.id.desc()).limit(filters.limit)
    for page in pages(session, wanted):
        names, found_as = _names(session, page), _found_as(session, page)
        for row in page:
            yield _speaker(row, names.get(row.id, []), found_as.get(row.id, []))


def organisations(session: Session, filters: Filters = EVERYTHING) -> Iterator[OrganisationRow]:
    """Organisations that are or whose people are speakers of listed statements, those with most statements first."""
    meant.refuse_others(filters, "organisations", {"organisation", "country"})
    wanted = sa.select(organisation).where(organisation.c.statements > 0)
    if filters.country is not None:
        wanted = wanted.where(organisation.c.country == filters.country)
    if filters.organisation is not None:
        wanted = wanted.where(meant.among(organisation.c.id, meant.organisations_called(session, filters.organisation)))
    order = (organisation.c.statements.desc(), organisation.c.id.desc())
    for row in stream(session, wanted.order_by(*order).limit(filters.limit)):
        yield OrganisationRow(
            name=row.name,
            kind=row.kind.value,
            country=row.country,
            speakers=row.speakers,
            statements=row.statements,
        )


def articles(session: Session, filters: Filters = EVERYTHING) -> Iterator[ArticleRow]:
    """Articles, the newest first; `since` and `until` ask when they were published."""
    meant.refuse_others(filters, "articles", {"article", "since", "until"})
    wanted = _articles().where(*_article_conditions(session, filters))
    wanted = wanted.order_by(article.c.published_on.desc(), article.c.id.desc()).limit(filters.limit)
    for row in stream(session, wanted):
        yield ArticleRow(**row._mapping)


def topics(session: Session, filters: Filters = EVERYTHING) -> Iterator[TopicRow]:
    """Topics by slug, with how many statements take a position on each, and of how many speakers."""
    meant.refuse_others(filters, "topics", {"topic"})
    wanted = sa.select(topic).order_by(topic.c.slug).limit(filters.limit)
    if filters.topic is not None:
        wanted = wanted.where(topic.c.id == meant.topic_called(session, filters.topic))
    for row in session.connection().execute(wanted).all():
        yield _topic(session, row)


def spoken_of(session: Session) -> set[str]:
    """Names in lower case by which people and outlets are spoken of: of people each word, of outlets the whole."""
    named = speaker_name.join(speaker, speaker.c.id == speaker_name.c.speaker_id)
    people = sa.select(speaker_name.c.name).select_from(named).where(speaker.c.kind == SpeakerKind.PERSON)
    words = (word.lower() for name in session.connection().scalars(people) for word in name.split())
    outlets = (name.lower().removeprefix("the ") for name in session.connection().scalars(sa.select(outlet.c.name)))
    return {*words, *outlets}


def _speaker_index(filters: Filters) -> str:
    if filters.country is not None:
        return "country_statements"
    return "kind_statements" if filters.kind is not None else "statements"


def _speaker_conditions(session: Session, filters: Filters) -> list[ColumnElement[bool]]:
    kept = [meant.among(speaker.c.id, chosen) for chosen in speakers_meant(session, filters)]
    if filters.kind is not None:
        kept.append(speaker.c.kind == filters.kind)
    if filters.country is not None:
        kept.append(speaker.c.country == filters.country)
    if filters.topic is not None or filters.position is not None:
        kept.append(speaker.c.id.in_(sa.select(stance.c.speaker_id).where(*with_stance(session, filters))))
    if filters.article is not None:
        joined = statement.join(speaker, speaker.c.id == statement.c.speaker_id).join(snapshot)
        there = snapshot.c.article_id.in_(meant.articles_called(session, filters.article))
        kept.append(speaker.c.id.in_(sa.select(CANONICAL).select_from(joined).where(there, snapshot.c.newest)))
    return kept


def _names(session: Session, page: Sequence[Row[Any]]) -> dict[int, list[str]]:
    """The names of these speakers and of those that were merged into them, as they were found."""
    numbers = [row.id for row in page]
    group = sa.or_(speaker.c.id.in_(numbers), speaker.c.canonical_id.in_(numbers))
    wanted = sa.select(CANONICAL, speaker_name.c.name).select_from(
        speaker.join(speaker_name, speaker_name.c.speaker_id == speaker.c.id)
    )
    names: dict[int, list[str]] = {}
    for number, name in session.connection().execute(wanted.where(group).order_by(speaker_name.c.id)):
        names.setdefault(number, []).append(name)
    return names


def _found_as(session: Session, page: Sequence[Row[Any]]) -> dict[int, list[str]]:
    """What the machine calls these speakers and those that were merged into them, where people say otherwise."""
    numbers = [row.id for row in page]
    renamed = sa.and_(speaker.c.id.in_(numbers), speaker.c.machine.is_not(None))
    wanted = sa.select(speaker).where(sa.or_(renamed, speaker.c.canonical_id.in_(numbers))).order_by(speaker.c.id)
    found_as: dict[int, list[str]] = {}
    for row in session.connection().execute(wanted):
        found_as.setdefault(row.canonical_id or row.id, []).append(found(row, "name"))
    return found_as


def _speaker(row: Row[Any], names: list[str], found_as: list[str]) -> SpeakerRow:
    return SpeakerRow(
        speaker_id=row.uid,
        name=row.name,
        kind=row.kind,
        country=row.country,
        wikidata=row.wikidata,
        aliases=tuple(dict.fromkeys(name for name in names if name != row.name)),
        found_as=tuple(dict.fromkeys(name for name in found_as if name != row.name)),
        statements=row.statements,
        articles=row.articles,
        first_said=row.first_said,
        last_said=row.last_said,
    )


def _articles() -> sa.Select[Any]:
    newest = sa.and_(snapshot.c.article_id == article.c.id, snapshot.c.newest)
    copies = snapshot.alias("copies")
    return sa.select(
        article.c.uid.label("article_id"),
        article.c.published,
        outlet.c.name.label("outlet"),
        article.c.title,
        article.c.url,
        article.c.byline,
        article.c.language,
        sa.select(sa.func.count())
        .where(statement.c.snapshot_id == snapshot.c.id, KEPT)
        .scalar_subquery()
        .label("statements"),
        sa.select(sa.func.count()).where(copies.c.article_id == article.c.id).scalar_subquery().label("snapshots"),
        snapshot.c.source.label("article_source"),
    ).select_from(article.outerjoin(snapshot, newest).outerjoin(outlet, outlet.c.id == article.c.outlet_id))


def _article_conditions(session: Session, filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.article is not None:
        yield article.c.id.in_(meant.articles_called(session, filters.article))
    if filters.since is not None:
        yield article.c.published_on >= filters.since
    if filters.until is not None:
        yield article.c.published_on <= filters.until
        yield article.c.published_on > NEVER


def _topic(session: Session, row: Row[Any]) -> TopicRow:
    """Two counts of one index: half as long as `count(*), count(DISTINCT ...)`, which sorts."""
    ours = sa.select(stance.c.speaker_id).where(stance.c.topic_id == row.id, stance.c.stands)
    ours = ours.with_hint(stance, "INDEXED BY ix_stance_topic_speaker_day", "sqlite")
    return TopicRow(
        slug=row.slug,
        proposition=row.proposition,
        terms=tuple(row.terms),
        stances=_size(session, ours),
        speakers=_size(session, ours.where(stance.c.speaker_id.is_not(None)).distinct()),
    )


def _size(session: Session, wanted: sa.Select[Any]) -> int:
    return session.connection().scalar(sa.select(sa.func.count()).select_from(wanted.subquery())) or 0
