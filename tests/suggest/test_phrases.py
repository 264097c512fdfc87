import pytest

from factbase.suggest.phrases import Nouns, key_of, phrases, runs, surnames, tokenised


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Policies", "policy"), ("taxes", "tax"), ("churches", "church"), ("emails", "email"), ("bus", "bus"),
        ("news", "news"), ("crisis", "crisis"), ("class", "class"), ("Classes", "class"), ("ties", "tie"),
        ("city's", "city"), ("voters'", "voter"), ("gas", "gas"),
    ],
)  # fmt: skip
def test_keys(word: str, key: str) -> None:
    assert key_of(word) == key


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We will sell the harbour bridge", [("will", "sell"), ("the", "harbour bridge")]),
        ("Berg’s tax returns, his taxes", [("berg's", "tax returns"), ("his", "taxes")]),
        ("the city's debts", [("the", "city"), ("city's", "debts")]),
        ("won't close 3 ferries", [("won't", "close"), ("3", "ferries")]),
        ("Bill Berg's reform bill", [("berg's", "reform bill")]),
        ("", []),
    ],
)
def test_runs(text: str, found: list[tuple[str, str]]) -> None:
    assert [(run.before, " ".join(run.words)) for run in runs(tokenised(text), {"bill", "berg"})] == found


def test_surnames_follow_given_names_and_titles() -> None:
    texts = ["Anna Berg left", "Mr. Falk stayed", "Ms Roth's dog", "a mr nobody", "the dr. Okafor"]
    assert surnames(map(tokenised, texts), {"anna"}) == {"berg", "falk", "roth"}


def test_nouns_are_told_by_what_stands_around_them() -> None:
    texts = [
        "the tax return is late",
        "a tax return",
        "they sell the tax return",
        "to sell",
        "she will sell the bridge",
    ]
    parted = [run for text in texts for run in runs(tokenised(text), ())]
    nouns = Nouns(parted)
    assert {" ".join(p.key) for run in parted for p in phrases(run, nouns)} == {"return", "tax return", "bridge"}
