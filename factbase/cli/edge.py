"""Where errors become sentences and exit statuses: the one place for all commands."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from factbase.errors import FactbaseError

INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it
SOME_FAILED = 3


@contextmanager
def telling(ctx: click.Context) -> Iterator[None]:
    """FactbaseError and what the system refuses: one sentence and 1. Ctrl-C: 130 without a word. `| head`: 0."""
    try:
        yield
    except FactbaseError as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        ctx.exit(INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
        ctx.exit(0)
    except OSError as error:
        _drop_output()
        raise click.ClickException(f"{error.filename or 'output'}: {error.strerror or error}") from error


def _drop_output() -> None:
    """Python flushes standard output once more as it ends, and would complain there of what was told already."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # io.UnsupportedOperation: a stream of the caller's that is no file
        return
