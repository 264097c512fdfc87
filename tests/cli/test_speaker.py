import getpass
import json
from typing import Any

import pytest

from tests.cli.conftest import Command


def speakers(factbase: Command) -> dict[str, Any]:
    return {row["name"]: row for row in json.loads(factbase("speakers", "--json").stdout)}


def history(factbase: Command, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(factbase("speaker", "history", "--json", *words).stdout)
    return found


def quote(factbase: Command, words: str) -> dict[str, Any]:
    (row,) = json.loads(factbase("statements", "--json", "--about", words).stdout)
    found: dict[str, Any] = row
    return found


@pytest.mark.usefixtures("facts")
def test_merge(factbase: Command) -> None:
    told = factbase("speaker", "merge", "Kovač", "Macron", "--by", "Ana", "--note", "a test").stderr
    ids = {name: row["speaker_id"] for name, row in speakers(factbase).items()}
    assert told.startswith("Judgement 1: Ana Kovač (")
    assert f"is listed as Emmanuel Macron ({ids['Emmanuel Macron'][:10]}). `factbase speaker undo 1` takes" in told
    assert speakers(factbase)["Emmanuel Macron"]["found_as"] == ["Ana Kovač"]
    row = quote(factbase, "instructors")
    assert (row["speaker"], row["found_as"]) == ("Emmanuel Macron", "Ana Kovač")
    assert "Emmanuel Macron (found as Ana Kovač), Defence Minister" in factbase("statements").stdout
    assert "Emmanuel Macron (found as Ana Kovač)" in factbase("speakers").stdout


@pytest.mark.parametrize(
    "line",
    [
        "speaker       E. Macron",
        "              found as Ana Kovač",
        "decided       merge Ana Kovač into Emmanuel Macron, by Ana on 20",
        "              as he signs",
        "decided       rename Emmanuel Macron to E. Macron, by Ben on 20",
    ],
)
@pytest.mark.usefixtures("facts")
def test_show_tells_what_applies(factbase: Command, line: str) -> None:
    factbase("speaker", "merge", "Kovač", "Macron", "--by", "Ana", "--note", "as he signs")
    factbase("speaker", "alias", "Macron", "Emmanuel", "--by", "Ben")
    factbase("speaker", "rename", "Macron", "E. Macron", "--by", "Ben")
    factbase("speaker", "set", "Kremlin", "--country", "BLR")
    text = factbase("show", quote(factbase, "instructors")["row_id"]).stdout
    assert line in text
    assert "BLR" not in text
    assert "also" not in text


@pytest.mark.usefixtures("facts")
def test_distinct(factbase: Command) -> None:
    told = factbase("speaker", "distinct", "Kovač", "Macron", "--by", "Ana", "--note", "two people").stderr
    assert told.startswith("Judgement 1: Ana Kovač (")
    assert " are two. `factbase speaker undo 1` takes it back." in told
    for name in ("Kovač", "Macron"):
        assert [(row["decision"], row["note"]) for row in history(factbase, name)] == [("reject", "two people")]
    assert factbase("speaker", "distinct", "Macron", "Kovač", status=1).stderr.count("\n") == 1
    factbase("speaker", "undo", "1")
    factbase("speaker", "distinct", "Macron", "Kovač")


@pytest.mark.usefixtures("facts")
def test_rename_and_alias(factbase: Command) -> None:
    factbase("speaker", "rename", "Kremlin", "Presidential Administration of Russia")
    assert "Judgement 2: Presidential" in factbase("speaker", "alias", "kremlin", "Старая площадь").stderr
    for name in ("kremlin", "старая площадь", "presidential administration"):
        (row,) = json.loads(factbase("statements", "--json", "--speaker", name).stdout)
        assert (row["speaker"], row["found_as"]) == ("Presidential Administration of Russia", "Kremlin")


@pytest.mark.usefixtures("facts")
def test_set(factbase: Command) -> None:
    told = factbase(
        "speaker", "set", "Kremlin", "--kind", "organisation", "--country", "none", "--wikidata", "q133"
    ).stderr
    assert "has kind organisation, country none, wikidata Q133." in told
    row = speakers(factbase)["Kremlin"]
    assert (row["kind"], row["country"], row["wikidata"]) == ("organisation", None, "Q133")


@pytest.mark.usefixtures("facts")
def test_undo_and_history(factbase: Command) -> None:
    before = speakers(factbase)
    factbase("speaker", "merge", "Kovač", "Macron", "--by", "Ana", "--note", "one person")
    factbase("speaker", "set", "Macron", "--country", "none")
    assert "Judgement 1, the merge of Ana, is undone." in factbase("speaker", "undo", "1", "--by", "Ben").stderr
    factbase("speaker", "undo", "2")
    assert speakers(factbase) == before
    second, first = history(factbase)
    assert (first["judgement"], first["speaker"], first["value"], first["by"], first["note"], first["undone_by"]) == (
        1, "Ana Kovač", "Emmanuel Macron", "Ana", "one person", "Ben"
    )  # fmt: skip
    assert (second["speaker"], second["decision"], second["value"]) == ("Emmanuel Macron", "set", "no country")
    assert second["by"] == second["undone_by"] == getpass.getuser()
    assert first["at"] <= first["undone_at"]


@pytest.mark.usefixtures("facts")
def test_history_of_one_speaker(factbase: Command) -> None:
    """Its own judgements, those of what was merged into it, and merges into it that were undone."""
    factbase("speaker", "rename", "Kovač", "Ana Kovač-Novak")
    factbase("speaker", "set", "Kremlin", "--country", "BLR")
    factbase("speaker", "merge", "Kovač", "Macron")
    assert [row["judgement"] for row in history(factbase, "Macron")] == [3, 1]
    factbase("speaker", "undo", "3")
    assert [row["judgement"] for row in history(factbase, "Macron")] == [3]
    assert [row["judgement"] for row in history(factbase, "Kovač")] == [3, 1]
    assert [row["judgement"] for row in history(factbase)] == [3, 2, 1]


@pytest.mark.parametrize(
    ("option", "begins"),
    [
        ("--table", "judgement  on "),
        ("--json", "[\n{"),
        ("--jsonl", '{"judgement": 1'),
        ("--csv", "judgement,speaker_id,speaker,decision,"),
        ("--tsv", "judgement\tspeaker_id\t"),
        ("--md", "| judgement |"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_formats_of_the_history(factbase: Command, option: str, begins: str) -> None:
    factbase("speaker", "rename", "Kovač", "Ana Kovač-Novak")
    assert factbase("speaker", "history", option).stdout.startswith(begins)


@pytest.mark.usefixtures("facts")
def test_what_was_decided_in_words(factbase: Command) -> None:
    factbase("speaker", "rename", "Kovač", "Ana Novak")
    factbase("speaker", "alias", "Kovač", "Kovač-Novak")
    factbase("speaker", "set", "Kovač", "--country", "HRV", "--wikidata", "Q1")
    factbase("speaker", "merge", "Kovač", "Macron")
    factbase("speaker", "split", "Macron", "Ada Roth", quote(factbase, "rule")["row_id"])
    text = factbase("speaker", "history").stdout
    places = [
        text.index(words)
        for words in (
            "split Ada Roth off Emmanuel Macron: 1 statement",
            "merge Ana Kovač into Emmanuel Macron",
            "set country HRV, wikidata Q1 of Ana Kovač",
            "call Ana Kovač also Kovač-Novak",
            "rename Ana Kovač to Ana Novak",
        )
    ]
    assert places == sorted(places)


@pytest.mark.usefixtures("facts")
def test_split(factbase: Command) -> None:
    factbase("speaker", "merge", "Kovač", "Macron")
    before = speakers(factbase)
    ids = [quote(factbase, words)["row_id"] for words in ("instructors", "rule")]
    told = factbase("speaker", "split", "Macron", "Ada Roth", ids[1][:8], "--note", "her sister").stderr
    assert "Judgement 2: 1 statement of Emmanuel Macron (" in told
    assert "is listed as Ada Roth. `factbase speaker undo 2`" in told
    assert {name: row["statements"] for name, row in speakers(factbase).items()} == {
        "Emmanuel Macron": 1, "Ada Roth": 1, "Kremlin": 1
    }  # fmt: skip
    row = quote(factbase, "rule")
    assert (row["speaker"], row["found_as"], row["review"]) == ("Ada Roth", "Emmanuel Macron", "corrected")
    text = factbase("show", ids[1]).stdout
    assert "decided       split Ada Roth off Emmanuel Macron: 1 statement, by" in text
    factbase("speaker", "split", "Macron", row["speaker_id"], ids[0])
    assert speakers(factbase)["Ada Roth"]["statements"] == 2
    assert "There is no judgement 9" in factbase("speaker", "undo", "3", "9", status=1).stderr
    assert speakers(factbase)["Ada Roth"]["statements"] == 2
    told = factbase("speaker", "undo", "2", "3", "--by", "Ben").stderr
    assert [line.partition(",")[0] for line in told.splitlines()] == ["Judgement 2", "Judgement 3"]
    assert speakers(factbase) == before
    told = factbase("speaker", "rename", row["speaker_id"], "Ada", status=1).stderr
    assert "any more: judgement 2, which introduced it, was undone by Ben on 20" in told
    assert [each["value"] for each in history(factbase)] == ["Ada Roth", "Ada Roth", "Emmanuel Macron"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["merge", "Nobody", "Macron"], "There is no speaker Nobody; `factbase speakers` lists those that there are."),
        (["merge", "Macron", "emmanuel macron"], "Both are Emmanuel Macron ("),
        (["merge", "Macron", "Kremlin"], "is of kind person and Kremlin ("),
        (["rename", "Macron", "—"], "'—' is no name"),
        (["set", "Macron"], "There is nothing to set"),
        (["set", "Macron", "--country", "France"], "'FRANCE' is no country's code"),
        (["undo", "7"], "There is no judgement 7; `factbase speaker history` lists those that there are."),
        (["history", "Nobody"], "There is no speaker Nobody"),
        (["split", "Macron", "Ada Roth", "abcdef"], "There is no statement abcdef"),
        (["split", "abcdef", "Ada Roth", "abcdef"], "There is no speaker abcdef; `factbase speakers` lists"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_mistakes(factbase: Command, words: list[str], sentence: str) -> None:
    assert sentence in factbase("speaker", *words, status=1).stderr
    assert history(factbase) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["merge", "Kovač"], "Missing argument 'INTO'"),
        (["set", "Kovač", "--kind", "robot"], "'robot' is not one of 'person'"),
        (["undo", "first"], "'first' is not a valid integer"),
        (["undo", "1", "--by", " "], "a decision needs the name of who makes it"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_wrong_usage(factbase: Command, words: list[str], sentence: str) -> None:
    assert sentence in factbase("speaker", *words, status=2).stderr


@pytest.mark.usefixtures("facts")
def test_a_user_without_a_name_must_give_one(factbase: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container whose user has no entry."""
    monkeypatch.setattr("os.getuid", lambda: 4_000_000_000)
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    words = ("speaker", "rename", "Kovač", "Ana Novak")
    assert "a decision needs the name of who makes it" in factbase(*words, status=2).stderr
    factbase(*words, "--by", "Ana")
