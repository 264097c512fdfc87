"""topic: the questions that statements are placed on."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from factbase.cli.counts import many
from factbase.cli.database import database_option, opened, reading, writing
from factbase.cli.example import example
from factbase.cli.filters import filter_options
from factbase.cli.output import Output, output_options
from factbase.document import Topic
from factbase.errors import TopicError
from factbase.export import listing
from factbase.rows import SuggestionRow

if TYPE_CHECKING:
    from factbase.query import Filters

Command = Callable[..., None]
NEWEST = 50_000
"""Statements that topics are suggested from: a few seconds."""
TERMS = """\b
Search terms:
  troops           the word in any inflection: troop, troops'
  "tax return"     these words in this order, in any inflection
  '"tax return"'   in quotation marks: exactly as they stand
  negotiat*        whatever begins so
  -budget          what holds this is not of the topic; also -"star wars", -negotiat*
"""


@click.group("topic", epilog=example("factbase topic import seeds/topics.jsonl"))
def topic_() -> None:
    """Define the questions that statements are placed on."""


def terms_option(name: str, parameter: str, what: str) -> Callable[[Command], Command]:
    return click.option(name, parameter, multiple=True, metavar="TERM", help=f"{what}; may be repeated.")


@topic_.command(
    "add",
    epilog=TERMS
    + example('factbase topic add sanctions "The EU imposes further sanctions on Russia" --term sanctions'),
)
@click.argument("slug")
@click.argument("proposition")
@terms_option("--term", "terms", "What statements on it speak of")
@database_option
def add(database: str | None, slug: str, proposition: str, terms: tuple[str, ...]) -> None:
    """Add a topic, and place on it what the database holds already.

    SLUG is its short name, PROPOSITION a sentence that one can be for or against.
    """
    save([Topic(slug, proposition, terms)], database)


@topic_.command(
    "set", epilog=TERMS + example("factbase topic set sanctions --add-term embargo --add-term '-\"sanctions relief\"'")
)
@click.argument("slug")
@click.option("--proposition", metavar="SENTENCE", help="The new proposition.")
@terms_option("--term", "terms", "In place of all its terms")
@terms_option("--add-term", "added", "One term more")
@terms_option("--drop-term", "dropped", "One term less")
@database_option
def set_(  # noqa: PLR0913  click passes every option by name
    database: str | None,
    slug: str,
    *,
    proposition: str | None,
    terms: tuple[str, ...],
    added: tuple[str, ...],
    dropped: tuple[str, ...],
) -> None:
    """Change a topic, and place on it anew what the database holds.

    Positions that people set stay.
    """
    from factbase import store  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    with writing(database) as session:
        former = store.topic(session, slug)
        kept = _without(terms or former.terms, dropped)
        new = Topic(slug, proposition or former.proposition, tuple(dict.fromkeys((*kept, *added))))
        _tell_kept(slug, store.set_topic(session, new))
    _place([slug], database)


@topic_.command("import", epilog=example("factbase topic import seeds/topics.jsonl"))
@click.argument("file", type=click.File("rb"))
@click.option(
    "--replace", "replaces", is_flag=True, help="Change those that are there with other words, as `topic set` does."
)
@database_option
def import_(database: str | None, file: BinaryIO, *, replaces: bool) -> None:
    """Add the topics of FILE: JSON Lines with slug, proposition and terms."""
    try:
        lines = file.read().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise TopicError(f"{file.name} is not in UTF-8") from None
    save(list(parsed(lines)), database, replaces=replaces)


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
    from factbase import store  # noqa: PLC0415  as above

    with writing(database) as session:
        store.remove_topic(session, slug)


@topic_.command(
    "suggest",
    epilog=example("factbase topic suggest -n 5", "factbase topic suggest --since 2024 --jsonl -o topics.jsonl"),
)
@click.option(
    "-n",
    "--limit",
    "wanted",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="N",
    help="At most so many.",
)
@filter_options("about", "country", "kind", "since", "until")
@output_options()
@database_option
def suggest_(database: str | None, filters: "Filters", output: Output, *, wanted: int) -> None:
    """Suggest topics: what several speakers in the database speak about.

    Phrases that several speakers share, often together and in few of the articles, the weightiest first; of people's
    names and of what the topics cover that are there, nothing. Look the examples up with `show`. The proposition is
    one that a speaker worded; where there is none it is left to you. JSON Lines that have one go into `topic import`.
    """
    from factbase import query, store  # noqa: PLC0415  as above
    from factbase.resolve import load_registry  # noqa: PLC0415  as above
    from factbase.suggest import suggest  # noqa: PLC0415  as above

    with reading(database) as session:
        utterances = list(query.utterances(session, replace(filters, limit=NEWEST)))
        names, topics = query.spoken_of(session), store.topics(session)
    if len(utterances) == NEWEST:
        click.echo(f"Of the newest {many(NEWEST, 'statement')}; --since, --until and --about choose others.", err=True)
    found = suggest(utterances, topics=topics, names=names, given=frozenset(load_registry().genders))
    output.write(listing(islice(found, wanted), SuggestionRow))


def save(topics: Iterable[Topic], database: str | None, *, replaces: bool = False) -> None:
    """All of them or none; then what is in the database is placed on each."""
    from factbase import store  # noqa: PLC0415  as above

    found = list(topics)
    with writing(database) as session:
        there = {topic.slug for topic in store.topics(session)} if replaces else set()
        for topic in found:
            if topic.slug in there:
                _tell_kept(topic.slug, store.set_topic(session, topic))
            else:
                store.add_topic(session, topic)
    _place([topic.slug for topic in found], database)


def _without(terms: Iterable[str], dropped: Collection[str]) -> tuple[str, ...]:
    """Raises TopicError for one that is not there."""
    given = tuple(terms)
    if missing := [term for term in dropped if term not in given]:
        raise TopicError(f"{missing[0]!r} is none of its search terms: {', '.join(given) or 'it has none'}.")
    return tuple(term for term in given if term not in dropped)


def _tell_kept(slug: str, by_people: int) -> None:
    """They were set on the former words: whoever changes those may want to look."""
    if by_people:
        click.echo(f"{slug}: kept {many(by_people, 'position')} that people set.", err=True)


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
