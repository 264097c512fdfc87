import json
from pathlib import Path

import pytest
import sqlalchemy as sa

from factbase import store
from factbase.store.tables import stance
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


def topic(factbase: Command, slug: str) -> tuple[str, list[str]]:
    (row,) = (row for row in json.loads(factbase("topics", "--json").stdout) if row["slug"] == slug)
    return row["proposition"], row["terms"]


@pytest.mark.usefixtures("facts")
def test_set_changes_and_places_anew(factbase: Command) -> None:
    told = factbase("topic", "set", "nato-instructors", "--proposition", "Trainers are targets", "--term", "targets")
    assert told.stderr.startswith("nato-instructors: 1 position found in the database.")
    assert topic(factbase, "nato-instructors") == ("Trainers are targets", ["targets"])
    (row,) = json.loads(factbase("export", "stances", "--json").stdout)
    assert (row["speaker"], row["method"]) == ("Kremlin", "rule")


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (["--add-term", "-budget"], ["instructors", "trainers", "-budget"]),
        (["--drop-term", "trainers"], ["instructors"]),
        (["--term", "a b", "--term", "nego*", "--drop-term", "a b", "--add-term", '"c d"'], ["nego*", '"c d"']),
        (["--add-term", "trainers"], ["instructors", "trainers"]),
        ([], ["instructors", "trainers"]),
    ],
)
@pytest.mark.usefixtures("facts")
def test_terms_are_set_added_and_dropped(factbase: Command, words: list[str], terms: list[str]) -> None:
    factbase("topic", "set", "nato-instructors", *words)
    assert topic(factbase, "nato-instructors") == ("NATO countries send military instructors to Ukraine", terms)


def test_what_people_set_stays_and_is_told(facts: Path, factbase: Command) -> None:
    engine = store.open_engine(f"sqlite:///{facts / 'facts.db'}")
    with engine.begin() as connection:
        connection.execute(sa.update(stance).where(stance.c.position == "open").values(method="person"))
    engine.dispose()
    told = factbase("topic", "set", "nato-instructors", "--proposition", "Ministers agree", "--term", "nowhere").stderr
    assert told.splitlines()[0] == "nato-instructors: kept 1 position that people set."
    (row,) = json.loads(factbase("export", "stances", "--json").stdout)
    assert (row["speaker"], row["position"], row["method"]) == ("Emmanuel Macron", "open", "person")


@pytest.mark.usefixtures("facts")
def test_import_of_a_changed_topic(factbase: Command) -> None:
    changed = LINE.replace("targets", "nato-instructors", 1)
    refused = factbase("topic", "import", "-", stdin=f"{LINE}\n{changed}", status=1).stderr
    assert "`factbase topic import --replace FILE`" in refused
    assert slugs(factbase) == ["nato-instructors"]
    factbase("topic", "import", "--replace", "-", stdin=f"{LINE}\n{changed}")
    assert slugs(factbase) == ["nato-instructors", "targets"]
    assert topic(factbase, "nato-instructors") == topic(factbase, "targets")


@pytest.mark.usefixtures("facts")
def test_suggest(factbase: Command) -> None:
    assert json.loads(factbase("topic", "suggest", "--json").stdout) == []
    header, *rows = factbase("topic", "suggest", "--csv").stdout.splitlines()
    assert (header, rows) == ("slug,proposition,terms,speakers,articles,statements,examples", [])


def test_suggest_from_articles(folder: Path, factbase: Command) -> None:
    """The sample article has no topic yet."""
    seeds = Path(__file__).parents[2] / "seeds"
    factbase("ingest", str(seeds / "nato-instructors.txt"), "--published", "2024-05-17")
    (first,) = json.loads(factbase("topic", "suggest", "-n", "1", "--json").stdout)
    assert first["speakers"] > 1
    assert len(first["examples"]) > 1
    shown = factbase("topic", "suggest", "-n", "1").stdout
    assert first["examples"][0][:10] in shown
    factbase("show", first["examples"][0])
    assert factbase("topic", "suggest", "--about", "nowhere", "--jsonl").stdout == ""


@pytest.mark.usefixtures("facts")
def test_suggest_tells_where_it_stops(factbase: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factbase.cli.topic.NEWEST", 2)
    assert factbase("topic", "suggest").stderr.startswith("Of the newest 2 statements; --since, --until and --about")


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
        (["add", "targets", "Trainers are targets", "--term", '"targets'], "is no search term: a quotation mark"),
        (["add", "targets", "Trainers are targets", "--term", "a", "--term", "-a"], "both a search term and excluded"),
        (["set", "nato-instructors", "--drop-term", "nothing"], "is none of its search terms: instructors, trainers"),
        (["set", "nato-instructors", "--add-term", "eu*"], "a prefix has 3 letters or more"),
        (["set", "nothing", "--term", "a"], "There is no topic nothing"),
        (["apply", "nothing"], "There is no topic nothing"),
        (["remove", "nothing"], "There is no topic nothing"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_mistakes(factbase: Command, words: list[str], sentence: str) -> None:
    assert sentence in factbase("topic", *words, status=1).stderr
