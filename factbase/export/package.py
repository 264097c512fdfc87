"""A descriptor beside the CSV, by which programs know its columns: Data Package 2.0 (https://datapackage.org)."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from factbase.errors import FactbaseError
from factbase.export.fields import FIELDS
from factbase.export.listing import Layout

DESCRIPTOR = "datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"
HEAD = {
    "$schema": f"{PROFILES}/datapackage.json",
    "name": "factbase-export",
    "title": "Statements in news articles, as factbase read them",
}
DIALECT = {"header": True, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}
GUARDED = "Text that begins with = + - @, a tab or a carriage return has an apostrophe before it."
AS_IT_IS = "Text is as it is, also where a spreadsheet would take it for a formula."


def package(
    file: Path, columns: Sequence[str], layout: Layout, *, title: str, known: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The descriptor of `file`, a CSV that is written, with those columns.

    `known` is the descriptor that lies there already: other files of it and what people wrote into it (its name, its
    licences) are kept. Raises FactbaseError where that is no data package.
    """
    before = _resources(known or {})
    own = next((resource for resource in before if resource.get("path") == file.name), {})
    others = [resource for resource in before if resource is not own]
    described = {"title": title, **own, **_facts(file, columns, layout), "name": _name(file, others)}
    return {**HEAD, **(known or {}), "resources": [*others, described]}


def _resources(known: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = known.get("resources", []) if isinstance(known, Mapping) else None
    if not isinstance(found, list) or not all(isinstance(resource, dict) for resource in found):
        raise FactbaseError(f"{DESCRIPTOR} is there already and is no data package: move it away")
    return found


def _facts(file: Path, columns: Sequence[str], layout: Layout) -> dict[str, Any]:
    """Of the resource, what the file decides."""
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "type": "table",
        "path": file.name,
        "description": f"One row a line, dates as YYYY-MM-DD, empty for null. {AS_IT_IS if layout.raw else GUARDED}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{_sha256(file)}",
        "dialect": {"$schema": f"{PROFILES}/tabledialect.json", **DIALECT},
        "schema": _schema(columns),
    }


def _schema(columns: Sequence[str]) -> dict[str, Any]:
    key = {"primaryKey": ["row_id"]} if "row_id" in columns else {}
    fields = [FIELDS[name].descriptor(name) for name in columns]
    return {"$schema": f"{PROFILES}/tableschema.json", "fields": fields, "missingValues": [""], **key}


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _name(file: Path, others: Sequence[Mapping[str, Any]]) -> str:
    """Of the resource: told from the others'."""
    name = _slug(file.stem)
    return f"{name}.{file.suffix.lower().strip('.')}" if name in {other.get("name") for other in others} else name


def _slug(name: str) -> str:
    """Lower-case letters, digits, full stops, hyphens and underscores, as a descriptor asks for."""
    return re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("-") or "export"
