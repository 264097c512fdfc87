import csv
import io
import json
from pathlib import Path

import pytest

from factbase.export.listing import TIMELINE
from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("filters", "speakers"),
    [
        ([], ["Ana Kovač", "Kremlin", "Emmanuel Macron"]),
        (["--speaker", "Macron"], ["Emmanuel Macron"]),
        (["--organisation", "Slovenia"], ["Ana Kovač"]),
        (["--country", "FRA"], ["Emmanuel Macron"]),
        (["--as-of", "2024-05-16"], []),
        (["--topic", "nato-instructors"], ["Ana Kovač", "Emmanuel Macron"]),
        (["--about", "targets"], ["Kremlin"]),
        (["--since", "2024-05-16", "--speaker", "Kovač"], ["Ana Kovač"]),
        (["--until", "2024-02"], ["Emmanuel Macron"]),
        (["--kind", "government"], ["Kremlin"]),
        (["--position", "open"], ["Emmanuel Macron"]),
        (["--article", "https://courier.example/ministers", "--about", "instructors"], ["Ana Kovač"]),
    ],
)
@pytest.mark.usefixtures("facts")
def test_filters(factbase: Command, filters: list[str], speakers: list[str]) -> None:
    rows = [json.loads(line) for line in factbase("statements", "--jsonl", *filters).stdout.splitlines()]
    assert sorted(row["speaker"] for row in rows) == sorted(speakers)


@pytest.mark.usefixtures("facts")
def test_at_most_so_many(factbase: Command) -> None:
    assert len(json.loads(factbase("statements", "--json", "-n", "2").stdout)) == 2


@pytest.mark.parametrize(
    ("command", "first"),
    [
        ("statements", "id "),
        ("speakers", "id "),
        ("organisations", "name "),
        ("articles", "published "),
        ("topics", "slug "),
    ],
)
@pytest.mark.usefixtures("facts")
def test_tables(factbase: Command, command: str, first: str) -> None:
    header, rule, *rows = factbase(command).stdout.splitlines()
    assert header.startswith(first)
    assert set(rule) == {"─", " "}
    assert rows


@pytest.mark.usefixtures("facts")
def test_counts(factbase: Command) -> None:
    (topic,) = json.loads(factbase("topics", "--json").stdout)
    assert (topic["slug"], topic["stances"], topic["speakers"]) == ("nato-instructors", 2, 2)
    speakers = {row["name"]: row["statements"] for row in json.loads(factbase("speakers", "--json").stdout)}
    assert speakers == {"Ana Kovač": 1, "Kremlin": 1, "Emmanuel Macron": 1}
    (article,) = json.loads(factbase("articles", "--json").stdout)
    assert (article["title"], article["statements"]) == ("Ministers at odds over trainers", 3)


@pytest.mark.parametrize("kind", ["statements", "stances", "speakers", "articles"])
@pytest.mark.usefixtures("facts")
def test_export_is_csv(factbase: Command, kind: str) -> None:
    text = factbase("export", kind).stdout_bytes.decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert text.endswith("\r\n")
    assert len(rows) == {"statements": 4, "stances": 3, "speakers": 4, "articles": 2}[kind]


@pytest.mark.usefixtures("facts")
def test_export_of_stances(factbase: Command) -> None:
    rows = list(csv.DictReader(io.StringIO(factbase("export", "stances").stdout)))
    assert tuple(rows[0]) == TIMELINE
    assert [(r["speaker"], r["said_date"], r["said_from"], r["said_to"], r["position"], r["score"]) for r in rows] == [
        ("Emmanuel Macron", "", "2024-02-01", "2024-02-29", "open", "0"),
        ("Ana Kovač", "2024-05-16", "2024-05-16", "2024-05-16", "oppose", "-2"),
    ]


@pytest.mark.parametrize(
    ("option", "begins"),
    [
        ("--table", "id "),
        ("--json", "[\n{"),
        ("--jsonl", "{"),
        ("--csv", "row_id,"),
        ("--tsv", "row_id\t"),
        ("--md", "| id |"),
        ("--excel", "\ufeffrow_id,"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_formats(factbase: Command, option: str, begins: str) -> None:
    assert factbase("statements", option).stdout_bytes.decode().startswith(begins)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.csv", b"row_id,"),
        ("a.tsv", b"row_id\t"),
        ("a.JSON", b"[\n{"),
        ("a.jsonl", b"{"),
        ("a.md", b"| id"),
        ("a", b"id  "),
    ],
)
def test_a_files_ending_chooses_its_format(facts: Path, factbase: Command, name: str, begins: bytes) -> None:
    assert factbase("statements", "-o", name).output == ""
    assert (facts / name).read_bytes().startswith(begins)


@pytest.mark.usefixtures("facts")
def test_chosen_columns(factbase: Command) -> None:
    text = factbase("statements", "--csv", "--columns", "speaker, act", "--about", "targets").stdout
    assert text.splitlines() == ["speaker,act", "Kremlin,warn"]


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_the_database_can_be_named(facts: Path, factbase: Command, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    (facts / "facts.db").rename(facts / "other.db")
    words = {
        "before": ["--database", "other.db", "topics", "--jsonl"],
        "after": ["topics", "--jsonl", "--database", f"sqlite:///{facts / 'other.db'}"],
        "environment": ["topics", "--jsonl"],
    }
    if place == "environment":
        monkeypatch.setenv("FACTBASE_DATABASE_URL", "other.db")
    assert json.loads(factbase(*words[place]).stdout)["slug"] == "nato-instructors"


@pytest.mark.usefixtures("folder")
def test_a_new_database_is_made_and_is_empty(factbase: Command) -> None:
    assert factbase("statements", "--jsonl").stdout == ""
