import csv
import getpass
import io
import json
from typing import Any

import pytest

from tests.cli.conftest import TEXT, Command

SEND = TEXT.index("send")


def quote(factbase: Command, words: str) -> dict[str, Any]:
    (row,) = json.loads(factbase("statements", "--json", "--about", words).stdout)
    found: dict[str, Any] = row
    return found


def history(factbase: Command, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(factbase("statement", "history", "--json", *words).stdout)
    return found


@pytest.mark.usefixtures("facts")
def test_accept_several_by_the_beginnings_of_their_ids(factbase: Command) -> None:
    ids = [quote(factbase, words)["row_id"] for words in ("instructors", "targets")]
    told = factbase("statement", "accept", ids[0][:8], f"{ids[1]}:nato-instructors", "--by", "Ana", "--note", "ok")
    assert told.stdout == ""
    assert told.stderr.splitlines() == [
        f"Judgement {n}: {id_[:10]} is accepted. `factbase statement undo {n}` takes it back."
        for n, id_ in enumerate(ids, start=1)
    ]
    assert {(row["by"], row["note"], row["decision"]) for row in history(factbase)} == {("Ana", "ok", "accept")}
    assert (quote(factbase, "targets")["review"], quote(factbase, "targets")["reviewed_by"]) == ("accepted", "Ana")


@pytest.mark.usefixtures("facts")
def test_the_user_of_the_system_decides_unless_another_is_named(factbase: Command) -> None:
    factbase("statement", "accept", quote(factbase, "targets")["row_id"])
    assert history(factbase)[0]["by"] == getpass.getuser()


@pytest.mark.usefixtures("facts")
def test_a_rejected_statement_is_shown_and_listed_no_more(factbase: Command) -> None:
    id_ = quote(factbase, "instructors")["row_id"]
    factbase("statement", "reject", id_, "--by", "Ana", "--note", "irony")
    assert json.loads(factbase("statements", "--json", "--about", "instructors").stdout) == []
    assert id_ not in factbase("timeline", "nato-instructors", "--csv").stdout
    assert "Ana Kovač" not in factbase("speakers").stdout
    shown = factbase("show", id_).stdout
    assert "checked       rejected by Ana" in shown
    assert "decided       reject, by Ana on 20" in shown
    assert "              irony" in shown


@pytest.mark.usefixtures("facts")
def test_set_and_undo(factbase: Command) -> None:
    before = quote(factbase, "targets")
    start = TEXT.index("trainers would")
    told = factbase(
        "statement", "set", before["row_id"], "--by", "Ben",
        *("--speaker", "Macron", "--said", "2024-05-01..2024-05-03", "--content", f"{start}:{start + 8}"),
        *("--topic", "nato-instructors", "--position", "lean_oppose", "--condition", "if they come"),
    ).stderr  # fmt: skip
    after = quote(factbase, "trainers")
    assert (after["row_id"], after["speaker"], after["quote"]) == (before["row_id"], "Emmanuel Macron", "trainers")
    assert (after["said_from"], after["said_to"], after["review"]) == ("2024-05-01", "2024-05-03", "corrected")
    (stance,) = json.loads(factbase("export", "stances", "--json", "--position", "lean_oppose").stdout)
    assert (stance["condition"], stance["method"], stance["speaker"]) == ("if they come", "person", "Emmanuel Macron")
    assert [line.split(":")[0] for line in told.splitlines()] == ["Judgement 1", "Judgement 2"]
    undone = factbase("statement", "undo", "2", "1", "--by", "Cleo").stderr
    assert (
        undone
        == f"Judgement 2 on {before['row_id'][:10]} is undone.\nJudgement 1 on {before['row_id'][:10]} is undone.\n"
    )
    assert quote(factbase, "targets") == before
    assert {row["undone_by"] for row in history(factbase)} == {"Cleo"}


@pytest.mark.parametrize(
    ("options", "column", "value"),
    [
        (["--speaker", "none"], "speaker", None),
        (["--new-speaker", "Jo Bo", "--kind", "person"], "speaker", "Jo Bo"),
        (["--said", "2024-02"], "date_precision", "month"),
        (["--said", "2024-05-16"], "said_date", "2024-05-16"),
        (["--said", "2023 .. 2024"], "said_to", "2024-12-31"),
        (["--said", "none"], "said_from", None),
    ],
)
@pytest.mark.usefixtures("facts")
def test_what_can_be_set(factbase: Command, options: list[str], column: str, value: str | None) -> None:
    factbase("statement", "set", quote(factbase, "targets")["row_id"], *options)
    assert quote(factbase, "targets")[column] == value


@pytest.mark.usefixtures("facts")
def test_no_position(factbase: Command) -> None:
    id_ = quote(factbase, "instructors")["row_id"]
    factbase("statement", "set", id_, "--topic", "nato-instructors", "--position", "none")
    assert id_ not in factbase("export", "stances").stdout
    assert history(factbase, id_)[0]["decided"] == "no position on nato-instructors"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("speaker       Emmanuel Macron", "--speaker Macron"),
        ("              as people decided", "--speaker Macron"),
        ("overruled     found as said by Ana Kovač\n", "--speaker Macron"),
        ("overruled     found as said on 2024-05-16, from “on Thursday” (100% sure)", "--said none"),
        ("said          not known", "--said none"),
        ("decided       set speaker Emmanuel Macron; said on no known day, by Ana", "--said none --speaker Macron"),
        ("overruled     found as said by Ana Kovač", "--speaker none"),
        ('overruled     found as "We will not send instructors,"', f"--content {SEND}:{SEND + 4}"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_show_tells_what_was_decided_and_what_was_found(factbase: Command, line: str, words: str) -> None:
    id_ = quote(factbase, "instructors")["row_id"]
    factbase("statement", "set", id_, *words.split(), "--by", "Ana")
    assert line in factbase("show", id_).stdout


@pytest.mark.usefixtures("facts")
def test_history_in_every_format(factbase: Command) -> None:
    ids = [quote(factbase, words)["row_id"] for words in ("instructors", "targets")]
    factbase("statement", "accept", ids[0], "--by", "Ana")
    factbase("statement", "set", ids[1], "--said", "2024-05", "--by", "Ben", "--note", "a note")
    factbase("statement", "undo", "1", "--by", "Cleo")
    (row, undone) = csv.DictReader(io.StringIO(factbase("statement", "history", "--csv").stdout))
    assert (row["judgement"], row["statement_id"], row["decision"], row["decided"], row["note"], row["undone_at"]) == (
        "2", ids[1], "set", "said 2024-05-01 to 2024-05-31", "a note", ""
    )  # fmt: skip
    assert (undone["decision"], undone["undone_by"]) == ("accept", "Cleo")
    assert [row["judgement"] for row in history(factbase, ids[1][:6])] == [2]
    table = factbase("statement", "history").stdout
    assert "set said 2024-05-01 to 2024-05-31" in table
    assert factbase("statement", "history", "--md").stdout.startswith("| judgement | on | by | statement | decided |")
    assert len(factbase("statement", "history", "--jsonl").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ([], "there is nothing to set"),
        (["--speaker", "Macron", "--new-speaker", "Jo", "--kind", "person"], "--speaker or --new-speaker, not both"),
        (["--new-speaker", "Jo"], "--new-speaker and --kind go together"),
        (["--kind", "person"], "--new-speaker and --kind go together"),
        (["--topic", "nato-instructors"], "--topic and --position go together"),
        (["--position", "open"], "--topic and --position go together"),
        (["--said", "none", "--condition", "if"], "--condition goes with a --position"),
        (["--topic", "a", "--position", "none", "--condition", "if"], "--condition goes with a --position"),
        (["--said", "May"], "'May' is no date"),
        (["--content", "1-2"], "'1-2' is no START:END"),
        (["--content", "1:2,"], "is no START:END"),
        (["--position", "maybe", "--topic", "a"], "'maybe' is not one of"),
        (["--by", " ", "--said", "none"], "needs the name of who makes it"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_wrong_usage(factbase: Command, options: list[str], sentence: str) -> None:
    assert sentence in factbase("statement", "set", quote(factbase, "targets")["row_id"], *options, status=2).stderr


@pytest.mark.usefixtures("facts")
def test_content_is_of_one_statement(factbase: Command) -> None:
    assert "give one ID" in factbase("statement", "set", "abcdef", "fedcba", "--content", "0:9", status=2).stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["accept", "abcdef"], "There is no statement abcdef"),
        (["reject", "Macron"], "'Macron' is no id of a statement"),
        (["undo", "7"], "There is no judgement 7"),
        (["history", "abcdef"], "There is no statement abcdef"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_mistakes(factbase: Command, words: list[str], sentence: str) -> None:
    assert sentence in factbase("statement", *words, status=1).stderr


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--speaker", "Nobody"], "There is no speaker Nobody"),
        (["--topic", "nowhere", "--position", "open", "--said", "2024"], "There is no topic nowhere"),
        (["--content", "0:4000"], "0:4000 is no piece of the text"),
        (["--new-speaker", "Emmanuel Macron", "--kind", "person"], "is a person Emmanuel Macron already"),
        (["--said", "2024-05-02..2024-05-01"], "2024-05-01 is before 2024-05-02"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_a_mistake_decides_nothing(factbase: Command, options: list[str], sentence: str) -> None:
    before = quote(factbase, "targets")
    assert sentence in factbase("statement", "set", before["row_id"], *options, status=1).stderr
    assert quote(factbase, "targets") == before
    assert history(factbase) == []
