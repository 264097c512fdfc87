"""The options that choose statements, the same wherever statements are listed."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar

import click

from factbase.cli.countries import Country
from factbase.cli.days import Day
from factbase.document import Position, SpeakerKind

Command = Callable[..., None]

Choice = TypeVar("Choice", bound=StrEnum)


def choice(name: str, kinds: type[Choice], what: str) -> Callable[[Command], Command]:
    """An option whose words are the values of an enumeration; click's own choice would take their upper-case names."""
    return click.option(
        name,
        type=click.Choice([kind.value for kind in kinds]),
        callback=lambda _ctx, _param, value: value and kinds(value),
        help=what,
    )


OPTIONS: dict[str, Callable[[Command], Command]] = {
    "speaker": click.option("--speaker", metavar="NAME", help="Of this speaker, by any of its names."),
    "organisation": click.option("--organisation", metavar="NAME", help="Of this organisation and of its people."),
    "country": click.option(
        "--country", type=Country(), metavar="COUNTRY", help="Of speakers of this country: EST, EE or Estonia."
    ),
    "topic": click.option("--topic", metavar="SLUG", help="With a position on this topic."),
    "about": click.option(
        "--about", metavar="WORDS", help='That hold all these words; "in quotes" next to each other.'
    ),
    "since": click.option("--since", type=Day(), help="Of that day or later: 2024-05-16, 2024-05 or 2024."),
    "until": click.option("--until", type=Day(last=True), help="Of that day or earlier."),
    "as_of": click.option(
        "--as-of", type=Day(last=True), help="Only what had been published by that day, as far as that is known."
    ),
    "kind": choice("--kind", SpeakerKind, "Of speakers of this kind."),
    "position": choice("--position", Position, "With this position."),
    "min_confidence": click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="0..1",
        help="As likely to be right, by the program's own count: 0.9 leaves the surest.",
    ),
    "article": click.option(
        "--article", metavar="ID", help="Of this article: its id, its address, or where it was read from."
    ),
    "limit": click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="At most so many."),
}


def filter_options(*names: str) -> Callable[[Command], Command]:
    """Passes `filters`, a query.Filters; all options, or those named."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def with_filters(*args: object, **others: Any) -> None:
            from factbase.query import Filters  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

            given = {name: others.pop(name) for name in chosen}
            command(*args, filters=Filters(**given), **others)

        for name in reversed(chosen):
            OPTIONS[name](with_filters)
        return with_filters

    chosen = names or tuple(OPTIONS)
    return decorate
