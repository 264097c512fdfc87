import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

LINE = '{"slug": "targets", "proposition": "Trainers are targets", "terms": ["targets"]}'


def slugs(factbase: Command) -> list[str]:
    return [row["slug"] for row in json.loads(factbase("topics", "--json").stdout)]


@pytest.mark.usefixtures("facts")
def test_what_is_there_is_placed_at_once(factbase: Command) -> None:
    result = factbase("topic", "add", "sending", "Slovenia sends instructors to Ukraine", "--term", "instructors")
    assert result.stdout == ""
    assert "sending: 1 position found in the database." in result.stderr
    (row,) = json.loads(factbase("export", "stances", "--json", "--topic", "sending").stdout)
    assert (row["speaker"], row["position"]) == ("Ana Kovač", "oppose")


@pytest.mark.usefixtures("facts")
def test_apply_places_anew(factbase: Command) -> None:
    assert factbase("topic", "apply", "nato-instructors").stderr.startswith("nato-instructors: ")


@pytest.mark.usefixtures("facts")
def test_import(factbase: Command) -> None:
    Path("topics.jsonl").write_text(f"\ufeff{LINE}\n\n", encoding="utf-8")
    factbase("topic", "import", "topics.jsonl")
    factbase("topic", "import", "-", stdin=LINE.replace("targets", "others"))
    assert slugs(factbase) == ["nato-instructors", "others", "targets"]


def test_the_topics_that_come_with_the_program(folder: Path, factbase: Command) -> None:
    seeds = Path(__file__).parents[2] / "seeds" / "topics.jsonl"
    factbase("topic", "import", str(seeds))
    assert len(slugs(factbase)) == len(seeds.read_text(encoding="utf-8").splitlines())


@pytest.mark.usefixtures("facts")
def test_remove(factbase: Command) -> None:
    factbase("topic", "remove", "nato-instructors")
    assert slugs(factbase) == []
    assert factbase("export", "stances", "--jsonl").stdout == ""
    assert len(json.loads(factbase("statements", "--json").stdout)) == 3


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("no json", "line 2 is no topic: it needs a JSON object"),
        ("[1]", "line 2 is no topic: it needs a JSON object"),
        ('"words"', "line 2 is no topic: it needs a JSON object"),
        ('{"slug": "a"}', "line 2 is no topic: it needs a JSON object"),
        ('{"slug": 1, "proposition": "A"}', "line 2 is no topic: slug and proposition are words"),
        ('{"slug": "a", "proposition": "A", "terms": "b"}', "line 2 is no topic: slug and proposition are words"),
        ('{"slug": "A b", "proposition": "A"}', "is no slug"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_a_file_that_is_wrong_adds_nothing(factbase: Command, line: str, sentence: str) -> None:
    assert sentence in factbase("topic", "import", "-", stdin=f"{LINE}\n{line}\n", status=1).stderr
    assert slugs(factbase) == ["nato-instructors"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add", "nato-instructors", "Something else"], "already with other words"),
        (["apply", "nothing"], "There is no topic nothing"),
        (["remove", "nothing"], "There is no topic nothing"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_mistakes(factbase: Command, words: list[str], sentence: str) -> None:
    assert sentence in factbase("topic", *words, status=1).stderr
