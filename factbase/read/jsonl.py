"""JSON Lines to Documents, one line in memory at a time."""

import codecs
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factbase.document import Document
from factbase.errors import SourceError
from factbase.read import bytes as raw
from factbase.read import html, language, plain
from factbase.read.article import Given, finished
from factbase.read.dateline import printed_date
from factbase.read.html import Pages
from factbase.read.sources import Found
from factbase.read.unreadable import Unreadable

READER = "jsonl 1"
LIMIT = 25_000_000  # bytes of one line: a page, escaped
FIELDS = ("id", "text", "html", "title", "url", "published", "outlet", "byline", "language")


@dataclass(frozen=True, slots=True)
class Line:
    """The fields of one article; what is not given is None."""

    id: str | None
    text: str | None
    html: str | None
    title: str | None
    url: str | None
    published: str | None
    outlet: str | None
    byline: str | None
    language: str | None


def documents(stream: io.BufferedReader, found: Found, given: Given, pages: Pages) -> Iterator[Document | SourceError]:
    """An article or an error for every line but blank ones. Raises OSError and Unreadable where the stream breaks."""
    for number, data in enumerate(raw.lines(stream, limit=LIMIT), start=1):
        if data is not None and not data.strip():
            continue
        try:
            if data is None:
                raise Unreadable(f"is longer than {LIMIT // 1_000_000} MB, too much for one article")
            yield document(data.removeprefix(codecs.BOM_UTF8), found, number, given, pages)
        except Unreadable as error:
            yield SourceError(found.name, f"line {number} {error}")


def document(data: bytes, found: Found, number: int, given: Given, pages: Pages) -> Document:
    """The article of one line. Raises Unreadable with what is wrong with it."""
    line = parse(data)
    if line.language and not language.is_english(line.language):
        raise Unreadable(f"is not in English: its language is {line.language!r}")
    name = {"source": source(line, found, number), "stem": line.id or f"{found.stem}:{number}"}
    if line.text and line.text.strip():
        article = _from_text(line.text, data, **name)
    elif line.html:
        article = html.from_source(line.html, pages, raw=data, **name)
    else:
        raise Unreadable("has no text: neither its text nor its html holds anything")
    return finished(_with_fields(article, line), given, surely_english=line.language is not None)


def source(line: Line, found: Found, number: int) -> str:
    """Where a line's article was read from, the same when lines are added above it: "dump.jsonl/ID", else its
    address, else "dump.jsonl:12"."""
    if line.id:
        return f"{found.name}/{line.id}"
    return line.url or f"{found.name}:{number}"


def parse(data: bytes) -> Line:
    """Raises Unreadable on what is no JSON object, on fields of other types and on half characters ("\\ud800")."""
    try:
        fields = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise Unreadable("is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"is not JSON: {error.msg.lower()} at character {error.pos + 1}") from None
    except ValueError:
        raise Unreadable("holds a number too long to read") from None
    except RecursionError:
        raise Unreadable("is nested too deep") from None
    if not isinstance(fields, dict):
        raise Unreadable("is JSON, but not an object with a text or html")
    return Line(**{name: _string(name, fields.get(name)) for name in FIELDS})


def _string(name: str, value: object) -> str | None:
    if name == "id" and type(value) is int:
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Unreadable(f"has a {name} that is no text")
    return value if name in ("text", "html") else value.strip() or None


def _from_text(text: str, data: bytes, *, source: str, stem: str) -> Document:
    if len(text) > plain.LIMIT:
        raise Unreadable(f"is longer than {plain.LIMIT // 1_000_000} million characters, too much for one article")
    digest = hashlib.sha256(data).hexdigest()
    day = printed_date(text)
    return Document(
        id=stem, text=text, source=source, raw_sha256=digest, reader=READER,
        published=day, published_from="text" if day else None,
    )  # fmt: skip


def _with_fields(article: Document, line: Line) -> Document:
    """What the line says wins over what its page says."""
    return replace(
        article,
        title=line.title or article.title,
        url=line.url or article.url,
        outlet=line.outlet or article.outlet,
        byline=line.byline or article.byline,
        language=line.language or article.language,
        published=line.published or article.published,
        published_from="field" if line.published else article.published_from,
    )
