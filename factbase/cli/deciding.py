"""Who decides and why, the same on every command that appends a judgement."""

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

import click

Command = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, and the reason that goes on record with it."""

    by: str
    note: str | None = None


def signature_options(command: Command) -> Command:
    """Passes `signed`, a Signature."""

    @click.option("--note", metavar="WORDS", help="Why; kept with the judgement.")
    @by_option
    @wraps(command)
    def with_signature(*args: object, by: str, note: str | None, **others: object) -> None:
        command(*args, signed=Signature(by, note), **others)

    return with_signature


def _user(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    name = value.strip() if value is not None else _system_user()
    if not name:
        raise click.BadParameter("a decision needs the name of who makes it", ctx, param)
    return name


def _system_user() -> str:
    """Empty where the system knows no name: in a container without a user, say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


by_option = click.option(
    "--by", metavar="NAME", callback=_user, help="Who decides.  [default: your name on this system]"
)
"""Passes `by`, the name of who decides or undoes."""
