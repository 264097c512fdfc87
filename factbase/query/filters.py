"""What a user asks for, and whom and what those words mean in the database."""

import os.path
import re
from dataclasses import dataclass, fields
from datetime import date

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
    topic: str | None = None
    """A slug."""
    about: str | None = None
    """Words that all occur in the statement; "in quotation marks" next to each other."""
    since: date | None = None
    until: date | None = None
    kind: SpeakerKind | None = None
    position: Position | None = None
    article: str | None = None
    """An id or six or more digits of one, a URL, or the path that it was read from."""
    limit: int | None = None


EVERYTHING = Filters()


def refuse_others(filters: Filters, listing: str, allowed: set[str]) -> None:
    """Raises QueryError if a filter is given that a listing cannot apply."""
    for field in fields(filters):
        if getattr(filters, field.name) is not None and field.name not in allowed | {"limit"}:
            raise QueryError(f"A list of {listing} cannot be filtered by {field.name}.")


def speakers_called(session: Session, words: str) -> sa.Select[int]:
    """Canonical speakers by name: who is called exactly so and persons whose name holds the words; if there are none,
    others whose name holds them; if there are none again, the same without titles ("President Macron")."""
    key = name_key(words)
    bare = " ".join(without_titles(key.split()))
    dialect = session.connection().dialect.name
    for wanted in dict.fromkeys((key, bare)):
        named = speaker_name.c.id.in_(names_with(dialect, wanted))
        exactly = speaker_name.c.key == wanted
        by_name = sa.or_(exactly, sa.and_(speaker.c.kind == SpeakerKind.PERSON, named))
        for condition in (by_name, named):
            found = _named(condition)
            if session.connection().scalar(found.limit(1)) is not None:
                return found
    return _named(sa.false())


def members(canonical: sa.Select[int]) -> sa.CompoundSelect[int]:
    """These canonical speakers and all that were merged into them."""
    return sa.union(canonical, sa.select(speaker.c.id).where(speaker.c.canonical_id.in_(canonical)))


def organisations_called(session: Session, words: str) -> sa.Select[int]:
    """By exact name, else by whole words of it. "State Department" means "US State Department" where that is all."""
    key = name_key(words)
    exactly = sa.select(organisation.c.id).where(organisation.c.key == key)
    if session.connection().scalar(exactly) is not None:
        return exactly
    padded = sa.literal(" ") + organisation.c.key + " "
    held = [padded.contains(f" {word} ", autoescape=True) for word in key.split()]
    return sa.select(organisation.c.id).where(*(held or [sa.false()]))


def speakers_of(organisations: sa.Select[int]) -> sa.CompoundSelect[int]:
    """Canonical speakers that are one of these organisations or have an affiliation to one."""
    itself = sa.select(CANONICAL).where(speaker.c.organisation_id.in_(organisations))
    joined = affiliation.join(speaker, speaker.c.id == affiliation.c.speaker_id)
    people = sa.select(CANONICAL).select_from(joined).where(affiliation.c.organisation_id.in_(organisations))
    return sa.union(itself, people)


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


def _named(condition: ColumnElement[bool]) -> sa.Select[int]:
    joined = speaker_name.join(speaker, speaker.c.id == speaker_name.c.speaker_id)
    return sa.select(CANONICAL).select_from(joined).where(condition).distinct()
