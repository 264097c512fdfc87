"""The reference page, from --help: python -m factbase.cli.reference > docs/commands.md"""

from collections.abc import Iterator

import click

from factbase.cli import main

HEAD = """# Commands

What `--help` prints, command by command. Written by `python -m factbase.cli.reference > docs/commands.md`.
"""
WIDTH = 100


def contexts(command: click.Command = main, parent: click.Context | None = None) -> Iterator[click.Context]:
    """Every command with its full name as `command_path`, groups before what they hold."""
    ctx = click.Context(
        command, parent, command.name, terminal_width=WIDTH, max_content_width=WIDTH, **command.context_settings
    )
    yield ctx
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            if found := command.get_command(ctx, name):
                yield from contexts(found, ctx)


def page() -> str:
    sections = (f"\n## {ctx.command_path}\n\n```text\n{ctx.get_help().rstrip()}\n```\n" for ctx in contexts())
    return HEAD + "".join(sections)


if __name__ == "__main__":
    click.echo(page(), nl=False)
