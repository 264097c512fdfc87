"""speaker suggest and speaker import."""

import json
from pathlib import Path

import pytest

from factbase import store
from factbase.document import Speaker, SpeakerKind
from tests.cli.conftest import Command
from tests.store.test_matching import article
from tests.store.test_save import save

LIST = """name,kind,country,aliases,role,organisation,from,to
Ada Roth,person,SWE,Roth,Minister,Ministry of Transport,2020,2022-06
Bo Ek,planet,,,,,,
Robert Ek,,,,,,,
Ada Roth,,NOR,,,,,
"""


@pytest.fixture
def alike(facts: Path) -> Path:
    """Two speakers more, whose names may be one's."""
    engine = store.open_engine(f"sqlite:///{facts / 'facts.db'}")
    people = ("Robert Ek", "Robert Ek", "Bob Ek")
    save(engine, *(article(i, Speaker(name, SpeakerKind.PERSON)) for i, name in enumerate(people)))
    engine.dispose()
    return facts


@pytest.mark.usefixtures("alike")
def test_suggest_for_reading(factbase: Command) -> None:
    header, _, row = factbase("speaker", "suggest").stdout.splitlines()
    assert header.split("  ")[0] == "id"
    assert "Bob Ek" in row
    assert "Robert Ek" in row
    assert row.endswith("a nickname or another spelling of the given name")


@pytest.mark.parametrize("layout", ["--json", "--jsonl", "--csv", "--tsv", "--md"])
@pytest.mark.usefixtures("alike")
def test_suggest_in_every_format(factbase: Command, layout: str) -> None:
    assert "Bob Ek" in factbase("speaker", "suggest", layout, "--speaker", "Ek").stdout
    assert "Bob Ek" not in factbase("speaker", "suggest", layout, "--speaker", "Macron").stdout


@pytest.mark.usefixtures("alike")
def test_suggest_as_json(factbase: Command) -> None:
    [row] = json.loads(factbase("speaker", "suggest", "--json").stdout)
    assert (row["speaker"], row["other"], row["score"]) == ("Bob Ek", "Robert Ek", 0.74)
    assert (row["statements"], row["other_statements"], row["kind"]) == (1, 2, "person")
    assert len(row["speaker_id"]) == len(row["other_id"]) == 32


def test_import(folder: Path, factbase: Command) -> None:
    (folder / "known.csv").write_text(LIST, encoding="utf-8")
    first = factbase("speaker", "import", "known.csv", status=3)
    assert first.stderr.splitlines() == [
        "Line 3: 'planet' is no kind of known speaker: person, organisation, government.",
        "3 lines taken in: 3 new. 1 line failed.",
    ]
    assert first.stdout == ""
    again = factbase("speaker", "import", "known.csv", status=3)
    assert again.stderr.splitlines()[-1] == "3 lines taken in: 3 known. 1 line failed."


def test_import_from_standard_input(folder: Path, factbase: Command) -> None:
    line = json.dumps({"name": "Ada Roth", "wikidata": "Q1", "country": "SWE"})
    assert factbase("speaker", "import", "-", stdin=line).stderr == "1 line taken in: 1 new.\n"
    contradiction = json.dumps({"name": "Ada Roth", "wikidata": "Q1", "country": "NOR"})
    told = factbase("speaker", "import", "-", stdin=contradiction, status=3).stderr.splitlines()
    assert told == [
        "Line 1: Ada Roth has the country SWE in the database, not NOR.",
        "0 lines taken in. 1 line failed.",
    ]
    assert (folder / "facts.db").is_file()


def test_a_file_that_is_no_list(folder: Path, factbase: Command) -> None:
    (folder / "known.csv").write_text("nom,age\n", encoding="utf-8")
    told = factbase("speaker", "import", "known.csv", status=1).stderr
    assert told.startswith("Error: known.csv: its first line must name the columns, of which it needs name: name, kind")
