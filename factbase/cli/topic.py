"""topic: the questions that statements are placed on."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import click

from factbase.cli.counts import many
from factbase.cli.database import database_option, opened, writing
from factbase.cli.example import example
from factbase.document import Topic
from factbase.errors import TopicError


@click.group("topic", epilog=example("factbase topic import seeds/topics.jsonl"))
def topic_() -> None:
    """Define the questions that statements are placed on."""


@topic_.command(
    "add", epilog=example('factbase topic add sanctions "The EU imposes further sanctions on Russia" --term sanctions')
)
@click.argument("slug")
@click.argument("proposition")
@click.option("--term", "terms", multiple=True, metavar="WORD", help="What statements on it speak of; may be repeated.")
@database_option
def add(database: str | None, slug: str, proposition: str, terms: tuple[str, ...]) -> None:
    """Add a topic, and place on it what the database holds already.

    SLUG is its short name, PROPOSITION a sentence that one can be for or against.
    """
    save([Topic(slug, proposition, terms)], database)


@topic_.command("import", epilog=example("factbase topic import seeds/topics.jsonl"))
@click.argument("file", type=click.File("rb"))
@database_option
def import_(database: str | None, file: BinaryIO) -> None:
    """Add the topics of FILE: JSON Lines with slug, proposition and terms."""
    try:
        lines = file.read().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise TopicError(f"{file.name} is not in UTF-8") from None
    save(list(parsed(lines)), database)


@topic_.command("apply", epilog=example("factbase topic apply sanctions"))
@click.argument("slug")
@database_option
def apply(database: str | None, slug: str) -> None:
    """Place on a topic anew what the database holds; what people decided stays."""
    _place([slug], database)


@topic_.command("remove", epilog=example("factbase topic remove sanctions"))
@click.argument("slug")
@database_option
def remove(database: str | None, slug: str) -> None:
    """Remove a topic and all positions on it; the statements stay."""
    from factbase import store  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    with writing(database) as session:
        store.remove_topic(session, slug)


def save(topics: Iterable[Topic], database: str | None) -> None:
    """All of them or none; then what is in the database is placed on each."""
    from factbase import store  # noqa: PLC0415  as above

    found = list(topics)
    with writing(database) as session:
        for topic in found:
            store.add_topic(session, topic)
    _place([topic.slug for topic in found], database)


def parsed(lines: Iterable[str]) -> Iterator[Topic]:
    """{"slug": "sanctions", "proposition": "The EU imposes ...", "terms": ["sanctions"]} on each line."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _topic(line, number)


def _topic(line: str, number: int) -> Topic:
    try:
        fields: Any = json.loads(line)
        slug, proposition, terms = fields["slug"], fields["proposition"], fields.get("terms", [])
    except (ValueError, TypeError, LookupError, AttributeError):
        raise TopicError(
            f"line {number} is no topic: it needs a JSON object with slug, proposition and terms"
        ) from None
    if not isinstance(slug, str) or not isinstance(proposition, str) or not _are_words(terms):
        raise TopicError(f"line {number} is no topic: slug and proposition are words, terms a list of words")
    return Topic(slug, proposition, tuple(terms))


def _are_words(terms: object) -> bool:
    return isinstance(terms, list) and all(isinstance(term, str) for term in terms)


def _place(slugs: Iterable[str], database: str | None) -> None:
    from factbase import pipeline  # noqa: PLC0415  as above

    engine = opened(database)
    for slug in slugs:
        placed = pipeline.apply_topic(engine, slug)
        click.echo(f"{slug}: {many(placed, 'position')} found in the database.", err=True)
