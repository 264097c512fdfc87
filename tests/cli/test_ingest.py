"""Ingest and extract through the real model, on an article of a few lines."""

import json
from collections import Counter
from pathlib import Path

import pytest

from factbase.cli.ingest import summary
from tests.cli.conftest import TEXT, Command


@pytest.fixture
def article(folder: Path) -> Path:
    path = folder / "ministers.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.usefixtures("article")
def test_new_then_known_then_changed(factbase: Command) -> None:
    first = factbase("ingest", "ministers.txt", "--published", "2024-05-17", "--outlet", "The Courier")
    assert first.stdout == ""
    assert first.stderr.startswith("1 article: 1 new. ")
    assert factbase("ingest", "ministers.txt", "--published", "2024-05-17").stderr == "1 article: 1 known.\n"
    Path("ministers.txt").write_text(f'{TEXT}"We are ready," she said.\n', encoding="utf-8")
    assert factbase("ingest", "ministers.txt").stderr.startswith("1 article: 1 changed. ")
    rows = json.loads(factbase("statements", "--json", "--speaker", "Kovač").stdout)
    assert rows[0]["outlet"] == "The Courier"


def test_what_fails_is_told_and_the_rest_is_kept(article: Path, factbase: Command) -> None:
    (article.parent / "empty.txt").touch()
    result = factbase("ingest", "empty.txt", "ministers.txt", "nowhere.txt", status=3)
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["empty.txt", "nowhere.txt", "1 article"]
    assert result.stderr.endswith("2 sources failed.\n")
    assert json.loads(factbase("articles", "--json").stdout)[0]["statements"] > 0


@pytest.mark.usefixtures("folder")
def test_standard_input(factbase: Command) -> None:
    factbase("ingest", "-", "--published", "2024-05-17", stdin=TEXT)
    (row,) = json.loads(factbase("articles", "--json").stdout)
    assert (row["title"], row["article_source"]) == ("Ministers at odds over trainers", "-")


def test_extract_prints_offsets_into_the_text(article: Path, factbase: Command) -> None:
    (found,) = [
        json.loads(x) for x in factbase("extract", str(article), "--published", "2024-05-17").stdout.splitlines()
    ]
    assert found["doc"] == "ministers"
    first = found["statements"][0]
    assert list(first) == ["content", "cue", "source", "text", "quote", "act", "confidence", "speaker", "said"]
    assert " … ".join(TEXT[start:end] for start, end in first["content"]) == first["text"]
    assert set(first["speaker"]) == {"name", "kind", "role", "organisation"}
    assert first["said"] == {"from": "2024-05-16", "to": "2024-05-16", "text": "on Thursday"}
    assert not (article.parent / "facts.db").exists()


def test_a_date_that_nothing_tells_is_null(article: Path, factbase: Command) -> None:
    (found,) = [json.loads(x) for x in factbase("extract", str(article)).stdout.splitlines()]
    assert [s["said"] for s in found["statements"]] == [None] * len(found["statements"])


def test_extract_leaves_out_what_is_not_likely_enough(article: Path, factbase: Command) -> None:
    def found(*options: str) -> list[float]:
        [row] = [json.loads(line) for line in factbase("extract", str(article), *options).stdout.splitlines()]
        return [s["confidence"] for s in row["statements"]]

    every = found()
    middle = sorted(every)[len(every) // 2]
    assert found("--min-confidence", str(middle)) == [c for c in every if c >= middle] != []
    assert found("--min-confidence", "1") == []


def test_extract_keeps_on_after_what_fails(article: Path, factbase: Command) -> None:
    lines = [{"id": "one", "text": TEXT}, "no object", {"id": "two", "text": TEXT}]
    (article.parent / "all.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    result = factbase("extract", "all.jsonl", "-o", "found.jsonl", status=3)
    assert result.stdout == ""
    assert "all.jsonl" in result.stderr
    found = (article.parent / "found.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["doc"] for line in found] == ["one", "two"]


@pytest.mark.parametrize(
    ("counts", "statements", "sentence"),
    [
        ({"new": 2, "known": 1}, 41, "3 articles: 2 new, 1 known. 41 statements."),
        ({"known": 1}, 0, "1 article: 1 known."),
        ({"changed": 1200}, 1, "1,200 articles: 1,200 changed. 1 statement."),
        ({"new": 1, "failed": 1}, 0, "1 article: 1 new. 0 statements. 1 source failed."),
        ({"failed": 2}, 0, "2 sources failed."),
        ({}, 0, "0 articles."),
    ],
)
def test_summary(counts: dict[str, int], statements: int, sentence: str) -> None:
    assert summary(Counter(counts), statements) == sentence
