import json
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.cli.test_statement import quote


def listed(factbase: Command) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(factbase("statements", "--json").stdout)
    return found


@pytest.mark.usefixtures("facts")
def test_what_people_decided_stands_and_what_the_program_reads_is_told(factbase: Command) -> None:
    """The database was read by hand; the program reads its text otherwise."""
    id_ = quote(factbase, "instructors")["row_id"]
    factbase("statement", "set", id_, "--speaker", "Kremlin", "--by", "Ana")
    before = listed(factbase)
    dry = factbase("reprocess", "--dry-run", "--json")
    assert listed(factbase) == before
    assert dry.stderr.endswith("Nothing was kept.\n")
    done = factbase("reprocess", "--article", "ministers.txt", "--json")
    assert json.loads(done.stdout) == json.loads(dry.stdout)
    (difference,) = [row for row in json.loads(done.stdout) if row["what"] == "speaker"]
    assert difference["statement_id"] == id_
    assert difference["stands"].startswith("Kremlin (")
    assert difference["machine"].startswith("Ana Kovač (")
    assert quote(factbase, "instructors")["speaker"] == "Kremlin"
    assert done.stderr.startswith("1 article: ")
    assert "from what people decided, which stands." in done.stderr
    again = factbase("reprocess")
    assert "1 article: 0 statements added, 0 changed, 0 removed. " in again.stderr
    assert again.stdout.splitlines()[0].split() == ["statement", "what", "stands", "machine"]


@pytest.mark.usefixtures("facts")
def test_where_nothing_was_decided_nothing_is_printed(factbase: Command) -> None:
    done = factbase("reprocess", "--csv")
    assert done.stdout_bytes == b"statement_id,what,stands,machine\r\n"
    assert "differ" not in done.stderr


@pytest.mark.usefixtures("facts")
def test_an_article_that_is_not_there(factbase: Command) -> None:
    assert "There is no article nowhere" in factbase("reprocess", "--article", "nowhere", status=1).stderr
