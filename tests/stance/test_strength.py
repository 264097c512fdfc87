import pytest

from factbase.stance.strength import condition, left_open


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("we will send them if Russia attacks first, he said", "if Russia attacks first"),
        ("we will go only if the truce holds", "only if the truce holds"),
        ("not unless parliament agrees.", "unless parliament agrees"),
        ("yes, “provided that the costs are shared”", "provided that the costs are shared"),
        ("they stay as long as it takes", "as long as it takes"),
        ("it looks as if they will go", None),
        ("they go even if it rains", None),
        ("they asked if it rains", None),
        ("we will go", None),
        ("if", None),
    ],
)
def test_condition(content: str, expected: str | None) -> None:
    assert condition(content) == expected


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("did not rule out", "an attack", "not rule out"),
        ("said", "Nothing can be ruled out", "Nothing can be ruled out"),
        ("said", "we don’t exclude anything", "n’t exclude"),
        ("said", "every option is on the table", "every option is on the table"),
        ("said", "no decision has been made", "no decision"),
        ("said", "it is not clear whether they knew", "not clear whether"),
        ("is weighing", "an attack", "weighing"),
        ("weighed in on", "an attack", None),
        ("ruled out", "an attack", None),
        ("said", "they are considering it", None),
    ],
)
def test_left_open(cue: str, content: str, expected: str | None) -> None:
    assert left_open(cue, content) == expected
