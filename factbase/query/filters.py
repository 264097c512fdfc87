"""What a user asks for, and whom and what those words mean in the database."""

import os.path
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import Session

from factbase.document import Position, SpeakerKind
from factbase.errors import QueryError
from factbase.store import uid
from factbase.store.search import names_with
from factbase.store.standing import CANONICAL
from factbase.store.tables import affiliation, article, organisation, snapshot, speaker, speaker_name, topic
from factbase.store.words import name_key, without_titles

UID_PREFIX = re.compile(r"[0-9a-f]{6,32}")


@dataclass(frozen=True, slots=True)
class Filters:
    """All given ones must hold. `since` and `until` ask when a statement was said, else when it was published."""

    speaker: str | None = None
    """A name or part of one in whole words: "Landsbergis", "gen. brown", "State Department"."""
    organisation: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    topic: str | None = None
    """A slug."""
    about: str | None = None
    """Words that all occur in the statement; "in quotation marks" next to each other."""
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    """Only what had been said and published by then; an article without a date is left out."""
    kind: SpeakerKind | None = None
    position: Position | None = None
    min_confidence: float | None = None
    """From 0 to 1: of statements the chance that words and source are right, of positions also that of the side."""
    article: str | None = None
    """An id or six or more digits of one, a URL, or the path that it was read from."""
    limit: int | None = None


EVERYTHING = Filters()


def refuse_others(filters: Filters, listing: str, allowed: set[str]) -> None:
    """Raises QueryError if a filter is given that a listing cannot apply."""
    for field in fields(filters):
        if getattr(filters, field.name) is not None and field.name not in allowed | {"limit"}:
            raise QueryError(f"A list of {listing} cannot be filtered by {field.name}.")


def speakers_called(session: Session, words: str) -> list[int]:
    """Canonical speakers by name: who is called exactly so and persons whose name holds the words; if there are none,
    others whose name holds them; if there are none again, the same without titles ("President Macron")."""
    key = name_key(words)
    bare = " ".join(without_titles(key.split()))
    for wanted in dict.fromkeys((key, bare)):
        named = names_holding(session, wanted)
        meant = {number for number, kind, name in named if kind is SpeakerKind.PERSON or name == wanted}
        if found := meant or {number for number, _, _ in named}:
            return sorted(found)
    return []


def members(session: Session, canonical: Sequence[int]) -> list[int]:
    """These canonical speakers and all that were merged into them."""
    merged = sa.select(speaker.c.id).where(among(speaker.c.canonical_id, canonical))
    return [*canonical, *session.connection().scalars(merged)]


def organisations_called(session: Session, words: str) -> list[int]:
    """By exact name, else by whole words of it: "State Department" means "US State Department" where that is all."""
    key = name_key(words)
    exactly = list(session.connection().scalars(sa.select(organisation.c.id).where(organisation.c.key == key)))
    padded = sa.literal(" ") + organisation.c.key + " "
    held = [padded.contains(f" {word} ", autoescape=True) for word in key.split()]
    if exactly or not held:
        return exactly
    return list(session.connection().scalars(sa.select(organisation.c.id).where(*held)))


def speakers_of(session: Session, organisations: Sequence[int]) -> list[int]:
    """Canonical speakers that are one of these organisations or have an affiliation to one."""
    itself = sa.select(CANONICAL).where(among(speaker.c.organisation_id, organisations))
    joined = affiliation.join(speaker, speaker.c.id == affiliation.c.speaker_id)
    people = sa.select(CANONICAL).select_from(joined).where(among(affiliation.c.organisation_id, organisations))
    return list(session.connection().scalars(sa.union(itself, people)))


def bodies_called(session: Session, words: str) -> list[int]:
    """Organisations that are speakers of this name, after merges, or are called exactly so."""
    itself = sa.select(speaker.c.organisation_id).where(
        among(speaker.c.id, speakers_called(session, words)), speaker.c.organisation_id.is_not(None)
    )
    called = sa.select(organisation.c.id).where(organisation.c.key == name_key(words))
    return list(session.connection().scalars(sa.union(itself, called)))


def among(column: sa.Column[Any], numbers: Sequence[int]) -> ColumnElement[bool]:
    """`column IN (1, 2, 3)`, written out: a name may mean more speakers than a statement may have bound values."""
    return column.in_(sa.bindparam(None, list(numbers), expanding=True, literal_execute=True))


def topic_called(session: Session, slug: str) -> int:
    """Raises QueryError if there is none."""
    number: int | None = session.connection().scalar(sa.select(topic.c.id).where(topic.c.slug == slug))
    if number is None:
        raise QueryError(f"There is no topic {slug}; `factbase topics` lists those that there are.")
    return number


def articles_called(session: Session, name: str) -> list[int]:
    """Articles by id, URL or the path that they were read from. Raises QueryError if there is none."""
    connection = session.connection()
    if UID_PREFIX.fullmatch(name) and (
        found := connection.execute(sa.select(article).where(begins(article, name))).all()
    ):
        if len(found) > 1:
            raise QueryError(f"{len(found)} articles have an id that begins with {name}; give more of it.")
        return [found[0].id]
    by_url = sa.select(article.c.id).where(article.c.url_key == uid.url_key(name))
    read_from = sa.or_(snapshot.c.source == name, snapshot.c.source_key == os.path.abspath(name))  # noqa: PTH100  as saved
    by_source = sa.select(snapshot.c.article_id).where(read_from).distinct()
    numbers = list(connection.scalars(by_url)) or list(connection.scalars(by_source))
    if not numbers:
        raise QueryError(f"There is no article {name}; `factbase articles` lists those that there are.")
    return numbers


def begins(table: sa.Table, prefix: str) -> ColumnElement[bool]:
    """The uid begins so: a range, so that the index serves it ("g" comes after every hexadecimal digit)."""
    return sa.and_(table.c.uid >= prefix, table.c.uid < prefix + "g")


def names_holding(session: Session, words: str) -> Sequence[tuple[int, SpeakerKind, str]]:
    """(canonical speaker, kind, key of the name) of every name that holds the words."""
    connection = session.connection()
    joined = speaker_name.join(speaker, speaker.c.id == speaker_name.c.speaker_id)
    wanted = sa.select(CANONICAL, speaker.c.kind, speaker_name.c.key).select_from(joined)
    return connection.execute(wanted.where(speaker_name.c.id.in_(names_with(connection.dialect.name, words)))).all()
