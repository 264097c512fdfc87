import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.usefixtures("facts")
def test_info(factbase: Command) -> None:
    facts = dict(line.split(maxsplit=1) for line in factbase("db", "info").stdout.splitlines())
    assert facts["database"].endswith("facts.db")
    assert (facts["statement"], facts["stance"], facts["article"]) == ("3", "2", "1")
    found = json.loads(factbase("db", "info", "--json").stdout)
    assert (found["schema"], found["counts"]["statement"]) == (facts["schema"], 3)


@pytest.mark.usefixtures("facts")
def test_check(factbase: Command) -> None:
    result = factbase("db", "check")
    assert (result.stdout, result.stderr) == ("", "Nothing is wrong.\n")


def test_check_of_a_damaged_database(facts: Path, factbase: Command) -> None:
    with sqlite3.connect(facts / "facts.db") as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM snapshot")
    connection.close()
    assert "snapshot" in factbase("db", "check", status=1).stdout


def test_backup(facts: Path, factbase: Command) -> None:
    factbase("db", "backup", "copy.db")
    assert len(json.loads(factbase("statements", "--json", "--database", "copy.db").stdout)) == 3
    assert "does not overwrite" in factbase("db", "backup", "copy.db", status=1).stderr


@pytest.mark.usefixtures("folder")
def test_upgrade(factbase: Command) -> None:
    assert "facts.db has schema" in factbase("db", "upgrade").stderr
    assert factbase("db", "check").stderr == "Nothing is wrong.\n"
