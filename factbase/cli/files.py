"""Files that are whole or not there at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from factbase.errors import FactbaseError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes its name once all is written; if anything fails, what was there stays.

    A link stays a link, and a device or a pipe is written to as it comes. Raises FactbaseError.
    """
    target = path.resolve()
    direct = target.exists() and not target.is_file()
    partial = target if direct else target.with_name(f".{target.name}.{token_hex(4)}.part")
    try:
        stream = partial.open("wb" if direct else "xb")
    except OSError as error:
        raise FactbaseError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        with stream:
            yield stream
        if not direct:
            _settle(partial, target)
    except BaseException:  # Ctrl-C too leaves nothing half-written; what was raised goes on
        if not direct:
            partial.unlink(missing_ok=True)
        raise


def _settle(partial: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, partial)
    partial.replace(target)
