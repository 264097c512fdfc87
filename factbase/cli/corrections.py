"""What a person sets of statements, on the command line."""

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from factbase.cli.days import Day
from factbase.cli.filters import choice
from factbase.document import DateRange, Position, Span, Spans, SpeakerKind

if TYPE_CHECKING:
    from sqlmodel import Session

    from factbase.store import Correction, Placing

Command = Callable[..., None]
NONE = "none"
PIECE = re.compile(r"\s*(\d+):(\d+)\s*")


class Days(click.ParamType[DateRange | str]):
    """2024-05-16, 2024-05, 2024-05-16..2024-05-18, or none."""

    name = "days"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> DateRange | str:
        if value == NONE or isinstance(value, DateRange):
            return value
        first, _, last = str(value).partition("..")
        return DateRange(
            Day().convert(first.strip(), param, ctx), Day(last=True).convert((last or first).strip(), param, ctx)
        )


class Pieces(click.ParamType[Spans]):
    """120:143 or 120:130,133:143."""

    name = "pieces"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Spans:
        found = [PIECE.fullmatch(piece) for piece in str(value).split(",")]
        if not all(found):
            self.fail(f"{value!r} is no START:END like 120:143 or 120:130,133:143", param, ctx)
        return tuple(Span(int(piece[1]), int(piece[2])) for piece in found if piece)


@dataclass(frozen=True, slots=True)
class Given:
    """What the options of `statement set` say; None for what is left as it is."""

    speaker: str | None
    new_speaker: str | None
    kind: SpeakerKind | None
    said: DateRange | str | None
    content: Spans | None
    topic: str | None
    position: str | None
    condition: str | None

    def check(self, ids: int) -> None:
        """Raises UsageError for options that do not go together, of a command for so many statements."""
        for wrong, told in (
            (all(value is None for value in asdict(self).values()), "there is nothing to set: see --help"),
            (self.speaker is not None and self.new_speaker is not None, "give --speaker or --new-speaker, not both"),
            ((self.new_speaker is None) is not (self.kind is None), "--new-speaker and --kind go together"),
            ((self.topic is None) is not (self.position is None), "--topic and --position go together"),
            (self.condition is not None and self.position in (None, NONE), "--condition goes with a --position"),
            (self.content is not None and ids > 1, "--content is of one statement: give one ID"),
        ):
            if wrong:
                raise click.UsageError(told)

    def correction(self, session: "Session") -> "Correction | None":
        from factbase import query, store  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

        nothing = store.Nothing.NOTHING
        who: Any = None
        if self.new_speaker is not None and self.kind is not None:
            who = store.NewSpeaker(self.new_speaker, self.kind)
        elif self.speaker is not None:
            who = nothing if self.speaker == NONE else query.one_speaker(session, self.speaker).speaker_id
        said = nothing if isinstance(self.said, str) else self.said
        correction = store.Correction(who, said, self.content)
        return correction if correction != store.Correction() else None

    def placing(self) -> "Placing | None":
        from factbase import store  # noqa: PLC0415  as above

        if self.topic is None or self.position is None:
            return None
        position = None if self.position == NONE else Position(self.position)
        return store.Placing(self.topic, position, self.condition)


def correction_options(command: Command) -> Command:
    """Passes `given`, a Given."""

    @wraps(command)
    def with_given(*args: object, **others: Any) -> None:
        given = Given(**{name: others.pop(name) for name in Given.__slots__})
        command(*args, given=given, **others)

    decorated: Command = with_given
    for option in reversed(OPTIONS):
        decorated = option(decorated)
    return decorated


OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.option("--speaker", metavar="NAME", help="Who says it: an id, a name that one speaker alone has, or none."),
    click.option("--new-speaker", metavar="NAME", help="Who says it: somebody whom the database does not know."),
    choice("--kind", SpeakerKind, "What the new speaker is."),
    click.option("--said", type=Days(), help="When: 2024-05-16, 2024-05, 2024-05-16..2024-05-18; or none."),
    click.option(
        "--content",
        type=Pieces(),
        metavar="START:END,...",
        help="Which characters of the article's text are its words: 120:143 or 120:130,133:143.",
    ),
    click.option("--topic", metavar="SLUG", help="The topic that it takes the position on."),
    click.option("--position", type=click.Choice([*(p.value for p in Position), NONE]), help="Its position."),
    click.option("--condition", metavar="WORDS", help="On what condition it takes the position."),
)
