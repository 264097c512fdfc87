import csv
import sys
from pathlib import Path

import pytest

from factbase.cli.demo import CONTENTS
from factbase.export.listing import TIMELINE
from tests.cli.conftest import Command

FILES = ["factbase.db", "stances.csv", "timeline.png", "timeline.svg"]


@pytest.mark.usefixtures("folder")
def test_in_this_order(factbase: Command) -> None:
    text = factbase("demo").stdout
    parts = [
        "Read 1 article, published on 2024-05-17:",
        "\nWho said what, when, and with what position\n",
        "Macron",
        "\nWhat the CSV holds\n",
        "\nWhere to find it\n",
        "factbase-demo/stances.csv",
        "factbase-demo/timeline.svg",
        "factbase-demo/timeline.png",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert max(map(len, text.splitlines())) <= 100


def test_fresh_each_time(folder: Path, factbase: Command) -> None:
    first = factbase("demo", "--folder", "shown").stdout
    (folder / "shown" / "mine.txt").touch()
    (folder / "shown" / "stances.csv").write_text("old")
    assert factbase("demo", "--folder", "shown").stdout == first
    assert sorted(p.name for p in (folder / "shown").iterdir() if "-" not in p.name) == sorted([*FILES, "mine.txt"])


def test_the_csv_holds_what_the_demo_says(folder: Path, factbase: Command) -> None:
    text = factbase("demo").stdout
    with (folder / "factbase-demo" / "stances.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert f"{len(rows)} rows, one for each position" in text
    assert tuple(rows[0]) == TIMELINE
    assert sorted(
        word for words in CONTENTS.values() for word in words.replace(":", ",").split(", ") if "_" in word
    ) == sorted(name for name in TIMELINE if "_" in name)


def test_without_matplotlib(folder: Path, factbase: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.delitem(sys.modules, "factbase.plot.picture", raising=False)
    text = factbase("demo").stdout
    assert "pip install 'factbase-news[plot]'" in text.replace("\n", " ")
    assert sorted(p.name for p in (folder / "factbase-demo").iterdir() if "-" not in p.name) == FILES[:2]


def test_what_stands_in_the_way_is_told(folder: Path, factbase: Command) -> None:
    (folder / "factbase-demo" / "stances.csv").mkdir(parents=True)
    assert factbase("demo", status=1).stderr.startswith("Error: factbase-demo/stances.csv: ")
