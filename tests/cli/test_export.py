import csv
import io
import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize(("kind", "rows"), [("stances", 2), ("statements", 3)])
def test_a_package_describes_the_file_beside_it(facts: Path, factbase: Command, kind: str, rows: int) -> None:
    (facts / "out").mkdir()
    assert factbase("export", kind, "-o", f"out/{kind}.csv", "--package").output == ""
    (resource,) = json.loads((facts / "out" / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    text = (facts / "out" / f"{kind}.csv").read_bytes()
    header, *found = csv.reader(io.StringIO(text.decode(), newline=""))
    assert [field["name"] for field in resource["schema"]["fields"]] == header
    assert (resource["path"], resource["bytes"], len(found)) == (f"{kind}.csv", len(text), rows)


def test_a_package_of_chosen_columns(facts: Path, factbase: Command) -> None:
    factbase("export", "stances", "-o", "a.csv", "--package", "--columns", "speaker,spans")
    (resource,) = json.loads((facts / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert [field["name"] for field in resource["schema"]["fields"]] == ["speaker", "spans"]


@pytest.mark.parametrize(
    "words", [[], ["-o", "-"], ["-o", "a.tsv"], ["-o", "a.csv", "--json"], ["--excel"], ["-o", os.devnull]]
)
def test_a_package_needs_a_csv_in_a_file(facts: Path, factbase: Command, words: list[str]) -> None:
    told = factbase("export", "stances", "--package", *words, status=2).stderr
    assert "--package describes a CSV in a file: name it with -o FILE.csv." in told
    assert [p.name for p in facts.iterdir() if not p.name.startswith("facts.db")] == []


@pytest.mark.parametrize(
    ("there", "sentence"),
    [("{", "is there already and is no JSON"), ("[1]", "is there already and is no data package")],
)
def test_another_datapackage_json_is_left_alone(facts: Path, factbase: Command, there: str, sentence: str) -> None:
    (facts / "datapackage.json").write_text(there)
    assert sentence in factbase("export", "stances", "-o", "a.csv", "--package", status=1).stderr
    assert (facts / "datapackage.json").read_text() == there


def test_lists_have_no_package(facts: Path, factbase: Command) -> None:
    assert "No such option" in factbase("speakers", "-o", "a.csv", "--package", status=2).stderr
