"""World news, written for this test: who each source is, of what kind, with role, organisation and country.

`world/NAME.txt` is the article, its sources between square brackets, below the names that the network marks in it,
kind by kind, as it cuts them ("Lise Vang; Holm"). `world/NAME.tsv` has a row for each source: name, kind, role,
organisation, country.
"""

from pathlib import Path

import pytest

from tests.resolve.article import speakers

WORLD = Path(__file__).parent / "world"
ARTICLES = sorted(path.stem for path in WORLD.glob("*.txt"))


def read(name: str) -> tuple[str, dict[str, str]]:
    head, _, text = (WORLD / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    marked = dict(line.split(": ", 1) for line in head.splitlines())
    return text, marked


def expected(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (WORLD / f"{name}.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", ARTICLES)
def test_world_news(name: str) -> None:
    text, marked = read(name)
    found = speakers(text, published="2024-09-20", **marked)
    told = [[s.name, s.kind, s.role or "", s.organisation or "", s.country or ""] if s else [""] * 5 for s in found]
    assert told == expected(name)


def test_there_are_ten_articles() -> None:
    assert len(ARTICLES) == 10
