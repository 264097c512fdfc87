import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.stance.lexicon import Role
from factbase.stance.words import lowered, tokens, word


@pytest.mark.parametrize(
    ("form", "role"),
    [
        ("won't", Role.NOT),
        ("cannot", Role.NOT),
        ("opposed", Role.AGAINST),
        ("banning", Role.AGAINST),
        ("denies", Role.AGAINST),
        ("backs", Role.FOR),
        ("disgraceful", Role.BAD),
        ("wisely", Role.GOOD),
        ("should", Role.NEED),
        ("goods", Role.NONE),
        ("political", Role.NONE),
        ("democratic", Role.NONE),
    ],
)
def test_roles(form: str, role: Role) -> None:
    assert word(form).role is role


def test_phrases_are_one_word() -> None:
    assert [t.word.form for t in tokens("He ruled\nout it, rather than calling for it.")] == [
        "he", "ruled_out", "it", "rather_than", "calling_for", "it", ".",
    ]  # fmt: skip


def test_initials_are_one_word_and_no_pronoun() -> None:
    assert [t.word.form for t in tokens("U.S. troops help us")] == ["u.s.", "troops", "help", "us"]


@given(st.text())
def test_offsets_stay_those_of_the_text(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert all(0 <= t.start < t.end <= len(text) for t in tokens(text))


def test_letters_that_grow_in_lower_case_stay() -> None:
    assert lowered("İZMİR’s") == "İzmİr's"
