"""`--package`: datapackage.json beside a CSV."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from factbase.cli.files import replacing
from factbase.errors import FactbaseError
from factbase.export import Format, Layout
from factbase.export.package import DESCRIPTOR, package

package_option = click.option(
    "--package",
    "with_package",
    is_flag=True,
    help=f"Describe FILE.csv in {DESCRIPTOR} beside it: the types and the meaning of its columns.",
)


def check_package(file: str | None, layout: Layout) -> None:
    """Raises click.UsageError, before anything is written."""
    is_device = file is not None and Path(file).exists() and not Path(file).is_file()
    if file in (None, "-") or is_device or layout.output is not Format.CSV:
        raise click.UsageError("--package describes a CSV in a file: name it with -o FILE.csv.")


def write_package(file: Path, columns: Sequence[str], layout: Layout, *, title: str) -> None:
    descriptor = file.parent / DESCRIPTOR
    described = package(file, columns, layout, title=title, known=_known(descriptor))
    with replacing(descriptor) as stream:
        stream.write(f"{json.dumps(described, ensure_ascii=False, indent=2)}\n".encode())


def _known(descriptor: Path) -> dict[str, Any]:
    """What lies there already, or nothing."""
    if not descriptor.exists():
        return {}
    try:
        known: dict[str, Any] = json.loads(descriptor.read_bytes())
    except ValueError as error:
        raise FactbaseError(f"{descriptor}: is there already and is no JSON: move it away") from error
    return known
