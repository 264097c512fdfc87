import pytest

from factbase.export import Format, listing
from factbase.rows import StatementRow
from tests.export.printed import printed
from tests.rows import statement


def test_a_table() -> None:
    text = printed(listing([statement(role=None)], StatementRow), Format.MARKDOWN)
    assert text == (
        "| id | said | speaker | quote | article |\n"
        "|---|---|---|---|---|\n"
        "| a1b2c3d4e5 | 2024-05-16 | Ana Kovač | We will not send anyone | The Courier |\n"
    )


@pytest.mark.parametrize(
    ("words", "in_file"),
    [
        ("a | b", r"a \| b"),
        ("one\ntwo", "one two"),
        ("*very* `much` <b>", r"\*very\* \`much\` \<b\>"),
        ("[link](x) R&D $5", r"\[link\](x) R\&D \$5"),
        ("back\\slash", r"back\\slash"),
        ("https://a.example/b_c|d", "<https://a.example/b_c%7Cd>"),
        ("", "–"),
    ],
)
def test_words_stay_literal(words: str, in_file: str) -> None:
    text = printed(listing([statement(quote=words)], StatementRow).only(["quote"]), Format.MARKDOWN)
    assert text.splitlines()[2] == f"| {in_file} |"
