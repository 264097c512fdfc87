"""The command line. Each command lives in a module of its own, which is imported when it is used."""

from importlib import import_module
from typing import Any

import click

from factbase.cli.edge import telling

MODULES = {
    "articles": "lists",
    "db": "db",
    "demo": "demo",
    "export": "export",
    "extract": "extract",
    "ingest": "ingest",
    "organisations": "lists",
    "reprocess": "reprocess",
    "show": "show",
    "speaker": "speaker",
    "speakers": "lists",
    "statement": "statement",
    "statements": "lists",
    "timeline": "timeline",
    "topic": "topic",
    "topics": "lists",
}

COMPLETION = """\b
Exit status: 0 fine, 1 an error, 2 wrong usage, 3 some sources failed and the rest was kept.
Completion by the Tab key: eval "$(_FACTBASE_COMPLETE=bash_source factbase)"   (or zsh_, fish_)

\b
Example:
  factbase demo
"""


class Lazy(click.Group):
    """A group that knows its commands by name and imports what is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return sorted(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as above
        if cmd_name not in MODULES:
            return None
        module = import_module(f"factbase.cli.{MODULES[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_")
        return command

    def invoke(self, ctx: click.Context) -> Any:
        with telling(ctx):
            return super().invoke(ctx)


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from importlib.metadata import version  # noqa: PLC0415  20 ms, for who asks

        click.echo(f"factbase {version('factbase-news')}")
        ctx.exit()


@click.group("factbase", cls=Lazy, epilog=COMPLETION, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--database", metavar="URL", help="The same as after the command.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def main(database: str | None) -> None:
    """Who said what, when, and what position does it take?

    factbase reads news articles, finds every statement that they attribute to somebody, and keeps it in a database
    with its speaker, its date, its position and the exact words.
    """
