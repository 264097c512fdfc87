"""The descriptor beside a CSV, held against the library of those who wrote the standard."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factbase.document import Act, Method, QuoteKind, SpeakerKind
from factbase.errors import FactbaseError
from factbase.export import Format, Layout, listing, write
from factbase.export.fields import FIELDS
from factbase.export.listing import BEYOND_CSV, TIMELINE
from factbase.export.package import DESCRIPTOR, package
from factbase.rows import StanceRow, StatementRow
from tests.export.cells import ROWS
from tests.rows import STANCE

POSITIONS = ["oppose", "lean_oppose", "open", "lean_support", "support"]


def packaged(
    folder: Path,
    rows: list[StanceRow],
    *,
    name: str = "stances.csv",
    kind: type[StatementRow] = StanceRow,
    raw: bool = False,
    excel: bool = False,
) -> dict[str, Any]:
    """Writes the rows and what describes them; the descriptor."""
    file, layout = folder / name, Layout(Format.CSV, raw=raw, excel=excel)
    found = listing(rows, kind)
    with file.open("w", encoding="utf-8", newline="") as stream:
        write(found, stream, layout)
    known = folder / DESCRIPTOR
    descriptor = package(
        file, [column.name for column in found.columns(Format.CSV)], layout, title="Stances",
        known=json.loads(known.read_text(encoding="utf-8")) if known.exists() else None,
    )  # fmt: skip
    known.write_text(json.dumps(descriptor), encoding="utf-8")
    return descriptor


def changed(**cells: Any) -> StanceRow:
    return replace(STANCE, **cells)


def complaints(folder: Path) -> list[list[Any]]:
    """What frictionless has against descriptor and data: types, constraints, keys, size and digest."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    found: list[list[Any]] = frictionless.validate(str(folder / DESCRIPTOR)).flatten(["fieldName", "type", "message"])
    return found


def fields(descriptor: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in descriptor["resources"][0]["schema"]["fields"]}


@pytest.mark.parametrize(("raw", "excel"), [(False, False), (True, False), (False, True)])
@pytest.mark.parametrize("kind", [StanceRow, StatementRow])
def test_the_data_are_as_described(tmp_path: Path, raw: bool, excel: bool, kind: type[StatementRow]) -> None:
    descriptor = packaged(tmp_path, ROWS, kind=kind, raw=raw, excel=excel)
    assert complaints(tmp_path) == []
    assert list(fields(descriptor)) == [c.name for c in listing([], kind).columns(Format.CSV)]


@pytest.mark.parametrize(
    ("rows", "column"),
    [
        ([STANCE, STANCE], None),  # the same id twice
        ([changed(score=3)], "score"),
        ([changed(act="shout")], "act"),
        ([changed(published="yesterday!")], "published"),
        ([changed(confidence=1.5)], "confidence"),
        ([changed(country="Slovenia")], "country"),
        ([changed(text_sha256="ab")], "text_sha256"),
        ([changed(quote=None)], "quote"),
        ([changed(start="x")], "start"),
    ],
)
def test_other_data_are_told_apart(tmp_path: Path, rows: list[StanceRow], column: str | None) -> None:
    packaged(tmp_path, rows)
    assert column in [complaint[0] for complaint in complaints(tmp_path)]


def test_a_changed_file_is_noticed(tmp_path: Path) -> None:
    packaged(tmp_path, ROWS)
    file = tmp_path / "stances.csv"
    file.write_bytes(file.read_bytes().replace(b"We will not", b"We shall not"))
    assert {kind for _, kind, _ in complaints(tmp_path)} == {"byte-count", "hash-count"}


def test_every_column_is_described() -> None:
    assert set(FIELDS) == {*TIMELINE, *BEYOND_CSV}
    assert [name for name, field in FIELDS.items() if not field.description.endswith((".", "…", "143."))] == []


@pytest.mark.parametrize(
    ("column", "kind", "constraints"),
    [
        ("row_id", "string", {"required": True, "unique": True}),
        ("said_date", "date", None),
        ("score", "integer", {"required": True, "minimum": -2, "maximum": 2}),
        ("confidence", "number", {"required": True, "minimum": 0, "maximum": 1}),
        ("position", "string", {"required": True, "enum": POSITIONS}),
        ("previous_position", "string", {"enum": POSITIONS}),
        ("speaker_kind", "string", {"enum": [*map(str, SpeakerKind)]}),
        ("quote_kind", "string", {"required": True, "enum": [*map(str, QuoteKind)]}),
        ("act", "string", {"required": True, "enum": [*map(str, Act)]}),
        ("method", "string", {"required": True, "enum": [*map(str, Method)]}),
    ],
)
def test_types(tmp_path: Path, column: str, kind: str, constraints: dict[str, Any] | None) -> None:
    field = fields(packaged(tmp_path, []))[column]
    assert (field["type"], field.get("constraints")) == (kind, constraints)


def test_what_stands_beside_the_schema(tmp_path: Path) -> None:
    descriptor = packaged(tmp_path, ROWS)
    (resource,) = descriptor["resources"]
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (resource["path"], resource["name"], resource["type"]) == ("stances.csv", "stances", "table")
    assert resource["bytes"] == (tmp_path / "stances.csv").stat().st_size
    assert resource["hash"].startswith("sha256:")
    assert (resource["schema"]["primaryKey"], resource["schema"]["missingValues"]) == (["row_id"], [""])
    assert "licenses" not in descriptor


@pytest.mark.parametrize(("raw", "told"), [(False, "has an apostrophe before it"), (True, "Text is as it is")])
def test_apostrophes_are_told_of(tmp_path: Path, raw: bool, told: str) -> None:
    assert told in packaged(tmp_path, [], raw=raw)["resources"][0]["description"]


def test_columns_without_the_id_have_no_key(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"speaker\r\n")
    (resource,) = package(tmp_path / "a.csv", ["speaker"], Layout(Format.CSV), title="A")["resources"]
    assert "primaryKey" not in resource["schema"]


def test_two_files_share_a_package(tmp_path: Path) -> None:
    packaged(tmp_path, ROWS)
    packaged(tmp_path, ROWS[:2], name="statements.csv", kind=StatementRow)
    descriptor = packaged(tmp_path, ROWS[:3])
    assert [resource["path"] for resource in descriptor["resources"]] == ["statements.csv", "stances.csv"]
    assert complaints(tmp_path) == []


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["Ruled out, May 2024.csv"], ["ruled-out-may-2024"]),
        (["Ä.csv"], ["export"]),
        (["a b.csv", "a-b.csv"], ["a-b", "a-b.csv"]),
    ],
)
def test_names_are_fit_for_a_descriptor(tmp_path: Path, files: list[str], names: list[str]) -> None:
    *_, descriptor = [packaged(tmp_path, ROWS[:1], name=file) for file in files]
    assert [resource["name"] for resource in descriptor["resources"]] == names
    assert complaints(tmp_path) == []


def test_what_people_wrote_is_kept(tmp_path: Path) -> None:
    before = packaged(tmp_path, ROWS[:1])
    mine = {"name": "our-desk", "licenses": [{"name": "CC-BY-4.0"}]}
    before["resources"][0] |= {"title": "For the long read", "sources": [{"title": "The Courier"}], "bytes": 1}
    (tmp_path / DESCRIPTOR).write_text(json.dumps(before | mine), encoding="utf-8")
    after = packaged(tmp_path, ROWS)
    (resource,) = after["resources"]
    assert {key: after[key] for key in mine} == mine
    assert (resource["title"], resource["sources"]) == ("For the long read", [{"title": "The Courier"}])
    assert complaints(tmp_path) == []


@pytest.mark.parametrize("known", [["a"], "a", {"resources": "a"}, {"resources": ["a"]}])
def test_what_is_no_data_package_is_left_alone(tmp_path: Path, known: Any) -> None:
    (tmp_path / "a.csv").write_bytes(b"speaker\r\n")
    with pytest.raises(FactbaseError, match="is no data package: move it away"):
        package(tmp_path / "a.csv", ["speaker"], Layout(Format.CSV), title="A", known=known)
