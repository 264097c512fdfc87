import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from factbase.extract.features import BREAKS, QUOTES, SHAPES, encode, load_tokenizer
from factbase.extract.tagger import MODEL


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_tokenizer(MODEL / "tokenizer.json")


def names(values: object, labels: tuple[str, ...]) -> list[str]:
    return [labels[i] for i in values]  # type: ignore[attr-defined]  # an array of whole numbers


def test_every_piece_knows_where_it_stands(tokenizer: Tokenizer) -> None:
    text = "Café “owners”\nsaid ``no''."
    pieces = encode(text, tokenizer)
    assert [text[s:e] for s, e in pieces.offsets] == ["Café", "“", "owners", "”", "said", "`", "no", "'", "."]


def test_typography_does_not_change_what_is_seen(tokenizer: Tokenizer) -> None:
    plain, curly = encode('He said "we don\'t".', tokenizer), encode("He said “we don’t”.", tokenizer)
    assert plain.ids.tolist() == curly.ids.tolist()
    assert plain.quotes.tolist() == curly.quotes.tolist()


@pytest.mark.parametrize("marks", ["“”", '""', ("``", "''"), "«»", "‘’", "''"])
def test_marks_of_all_kinds_are_one_to_the_network(tokenizer: Tokenizer, marks: tuple[str, str]) -> None:
    opening, closing = marks
    pieces = encode(f"She said {opening}we will go{closing} today.", tokenizer)
    assert tokenizer.decode(pieces.ids.tolist()) == 'she said " we will go " today.'
    assert names(pieces.quotes, QUOTES) == [
        *["outside"] * 2, "opening", *["inside"] * 3, "closing", *["outside"] * 2
    ]  # fmt: skip


def test_shapes(tokenizer: Tokenizer) -> None:
    pieces = encode("the Mayor of USA iPhone 42 A -", tokenizer)
    shapes = dict(
        zip(["the", "Mayor", "of", "USA", "iPhone", "42", "A", "-"], names(pieces.shapes, SHAPES), strict=True)
    )
    assert shapes == {
        "the": "lower", "Mayor": "title", "of": "lower", "USA": "upper", "iPhone": "mixed", "42": "digit",
        "A": "title", "-": "mark",
    }  # fmt: skip


def test_breaks(tokenizer: Tokenizer) -> None:
    pieces = encode("Title here\n\nFirst words\nSecond", tokenizer)
    assert names(pieces.breaks, BREAKS) == ["text", "none", "paragraph", "none", "paragraph"]


def test_an_empty_text_has_no_pieces(tokenizer: Tokenizer) -> None:
    assert len(encode("", tokenizer)) == 0
    assert len(encode(" \n\t", tokenizer)) == 0


@given(st.text(max_size=200))
def test_offsets_are_in_order_and_inside(text: str) -> None:
    pieces = encode(text, load_tokenizer(MODEL / "tokenizer.json"))
    offsets = pieces.offsets.tolist()
    assert all(0 <= s <= e <= len(text) for s, e in offsets)
    assert all(a[0] <= b[0] for a, b in itertools.pairwise(offsets))
