"""Which article a document is, and which copy of it.

One article: the same URL; or the same text, where neither URL nor outlet contradict; or another text read from the same
file (for JSON Lines: the same file and id). Files of one name in two folders, lines without an id and what came by
standard input are never taken for a changed text: to hide an article behind another is worse than to keep one twice.

One copy: the same text and the same date. A document without a date equals any copy of its text; one with another date
is a new copy, because its statements are dated anew.
"""

import os.path
import re
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row
from sqlmodel import Session

from factbase.document import Document
from factbase.store import uid
from factbase.store.columns import now
from factbase.store.rows import insert_new
from factbase.store.tables import article, outlet, snapshot
from factbase.store.words import name_key

DATES = frozenset({"published", "published_from", "published_on"})
LINE = re.compile(r":[0-9]+$")


@dataclass(frozen=True, slots=True)
class Copy:
    """A snapshot that is in the database: its number, and whether it had to be made."""

    article_id: int
    article_uid: str
    snapshot_id: int
    snapshot_uid: str
    is_new: bool
    replaced: int | None = None
    """The snapshot that was the newest before it."""


def known(session: Session, document: Document) -> bool:
    """This very copy is there, and the document tells nothing of its article that is not known."""
    connection = session.connection()
    found = _find(connection, document)
    if found is None or _blanks(found, document):
        return False
    return _copy(connection, found.id, document) is not None


def save_copy(connection: Connection, document: Document) -> Copy:
    """The document's article and snapshot, made where they are not there yet; the article's row is locked."""
    outlet_id = _save_outlet(connection, document.outlet)
    found = _find(connection, document) or _insert(connection, document, outlet_id)
    connection.execute(sa.select(article.c.id).where(article.c.id == found.id).with_for_update())
    if blanks := _blanks(found, document):
        connection.execute(
            sa.update(article).where(article.c.id == found.id).values(_values(document, outlet_id, blanks))
        )
    if (there := _copy(connection, found.id, document)) is not None:
        return Copy(found.id, found.uid, there.id, there.uid, is_new=False)
    return _add_copy(connection, found, document, outlet_id)


def source_key(document: Document) -> str | None:
    """Where a document was read from, absolute: "/home/ana/news.jsonl/17"; None if that tells no two articles apart.

    The reader names a line without an id by its number ("news.jsonl:17"), and lines move.
    """
    source, line = document.source, LINE.search(document.source)
    if source == "-" or source.startswith(("-/", "-:")) or (line and document.id.endswith(line.group())):
        return None
    return uid.url_key(source) if "://" in source else os.path.abspath(source)  # noqa: PTH100  asks the disk nothing


def _save_outlet(connection: Connection, name: str | None) -> int | None:
    key = name_key(name) if name else ""
    if not key:
        return None
    insert_new(connection, outlet, [{"name": name, "key": key}])
    number: int | None = connection.scalar(sa.select(outlet.c.id).where(outlet.c.key == key))
    return number


def _find(connection: Connection, document: Document) -> Row[Any] | None:
    """The article that a document is, by URL, text or place, in this order."""
    wanted = sa.select(*article.c).outerjoin(outlet)
    if document.url:
        same_url = wanted.where(article.c.url_key == uid.url_key(document.url))
        if found := connection.execute(same_url).first():
            return found
        wanted = wanted.where(article.c.url_key.is_(None))
    if document.outlet:
        wanted = wanted.where(sa.or_(outlet.c.key.is_(None), outlet.c.key == name_key(document.outlet)))
    wanted = wanted.join(snapshot).order_by(article.c.id).limit(1)
    same_text = wanted.where(snapshot.c.text_sha256 == uid.text_sha256(document.text))
    if (found := connection.execute(same_text).first()) or (place := source_key(document)) is None:
        return found
    return connection.execute(wanted.where(snapshot.c.source_key == place)).first()


def _insert(connection: Connection, document: Document, outlet_id: int | None) -> Row[Any]:
    number = uid.of_article(document, outlet_key=name_key(document.outlet or ""))
    insert_new(connection, article, [{"uid": number, **_values(document, outlet_id)}])
    return connection.execute(sa.select(*article.c).where(article.c.uid == number)).one()


def _copy(connection: Connection, article_id: int, document: Document) -> Row[Any] | None:
    same = sa.select(*snapshot.c).where(
        snapshot.c.article_id == article_id, snapshot.c.text_sha256 == uid.text_sha256(document.text)
    )
    if document.published:
        same = same.where(snapshot.c.published == document.published)
    return connection.execute(same.order_by(snapshot.c.newest.desc(), snapshot.c.id)).first()


def _add_copy(connection: Connection, found: Row[Any], document: Document, outlet_id: int | None) -> Copy:
    """The snapshot becomes its article's newest, and what it tells of the article holds from now on."""
    ours = snapshot.c.article_id == found.id
    replaced = connection.scalar(sa.select(snapshot.c.id).where(ours, snapshot.c.newest))
    connection.execute(sa.update(snapshot).where(ours, snapshot.c.newest).values(newest=False))
    if told := _values(document, outlet_id):
        connection.execute(sa.update(article).where(article.c.id == found.id).values(told))
    number = uid.of_snapshot(found.uid, document)
    values = {
        "uid": number,
        "article_id": found.id,
        "newest": True,
        "document": document.id,
        "fetched": now(),
        "source": document.source,
        "source_key": source_key(document),
        "raw_sha256": document.raw_sha256,
        "text_sha256": uid.text_sha256(document.text),
        "reader": document.reader,
        "published": document.published,
        "text": document.text,
    }
    added: int = connection.scalar(sa.insert(snapshot).values(values).returning(snapshot.c.id))
    return Copy(found.id, found.uid, added, number, is_new=True, replaced=replaced)


def _values(document: Document, outlet_id: int | str | None, only: frozenset[str] | None = None) -> dict[str, Any]:
    """The columns of an article that a document fills; what it does not tell is left out."""
    told = {
        "outlet_id": outlet_id,
        "url": document.url,
        "url_key": uid.url_key(document.url) if document.url else None,
        "title": document.title,
        "byline": document.byline,
        "language": document.language,
        "published": document.published,
        "published_from": document.published_from,
        "published_on": document.published_on,
    }
    return {name: value for name, value in told.items() if value is not None and (only is None or name in only)}


def _blanks(found: Row[Any], document: Document) -> frozenset[str]:
    """The columns of an article that are empty and that the document could fill; its date is its snapshots' affair."""
    told = _values(document, outlet_id=name_key(document.outlet or "") or None)
    return frozenset(name for name in told if name not in DATES and getattr(found, name) is None)
