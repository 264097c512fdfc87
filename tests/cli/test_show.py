import json

import pytest

from tests.cli.conftest import Command


def uid(factbase: Command, words: str) -> str:
    (row,) = json.loads(factbase("statements", "--json", "--about", words).stdout)
    found: str = row["row_id"]
    return found


@pytest.mark.parametrize(
    "line",
    [
        "Defence Minister Ana Kovač said on Thursday. The Kremlin warned that trainers would be targets.",
        "speaker       Emmanuel Macron",
        "              person, FRA",
        "said          2024-02",
        "              from “in February” (100% sure)",
        "kind          indirect, consider (90% sure)",
        "cue           “said in”",
        "position      open on nato-instructors, by rule (80% sure)",
        "              “NATO countries send military instructors to Ukraine”",
        "article       Ministers at odds over trainers",
        "              The Courier, 2024-05-17, https://courier.example/ministers",
    ],
)
@pytest.mark.usefixtures("facts")
def test_what_is_known(factbase: Command, line: str) -> None:
    text = factbase("show", uid(factbase, '"rule it out"')).stdout
    assert line in text or line in text.replace("\n", " ")


@pytest.mark.usefixtures("facts")
def test_the_words_stand_in_their_context(factbase: Command) -> None:
    text = factbase("show", uid(factbase, "targets")).stdout
    assert "The Kremlin warned that »trainers would be targets«." in text.replace("\n", " ")


@pytest.mark.usefixtures("facts")
def test_the_beginning_of_an_id_will_do_and_that_of_a_stance(factbase: Command) -> None:
    whole = uid(factbase, "targets")
    assert factbase("show", whole[:8]).stdout == factbase("show", f"{whole}:nato-instructors").stdout


@pytest.mark.usefixtures("facts")
def test_json(factbase: Command) -> None:
    found = json.loads(factbase("show", "--json", uid(factbase, "targets")).stdout)
    assert (found["row"]["speaker"], found["cue"], found["stances"]) == ("Kremlin", "warned", [])


@pytest.mark.parametrize(("id_", "sentence"), [("abcdef", "There is no statement abcdef"), ("macron", "is no id")])
@pytest.mark.usefixtures("facts")
def test_no_such_statement(factbase: Command, id_: str, sentence: str) -> None:
    assert sentence in factbase("show", id_, status=1).stderr
