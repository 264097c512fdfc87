import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from factbase.cli.timeline import draw
from factbase.document import Position
from factbase.export.listing import BEFORE, TIMELINE
from tests.cli.conftest import Command
from tests.rows import stance


@pytest.mark.usefixtures("facts")
def test_a_section_a_speaker(factbase: Command) -> None:
    lines = factbase("timeline", "nato-instructors").stdout.splitlines()
    assert lines[:4] == [
        "NATO countries send military instructors to Ukraine",
        "2 positions in 2 timelines",
        "",
        "Ana Kovač, Defence Minister · 1 position",
    ]
    assert [line.split()[:2] for line in lines[4::3]] == [["2024-05-16", "oppose"], ["2024-02", "open"]]


@pytest.mark.usefixtures("facts")
def test_other_formats_are_flat(factbase: Command) -> None:
    rows = json.loads(factbase("timeline", "nato-instructors", "--json").stdout)
    assert [row["speaker"] for row in rows] == ["Emmanuel Macron", "Ana Kovač"]
    assert tuple(factbase("timeline", "nato-instructors", "--csv").stdout.splitlines()[0].split(",")) == TIMELINE
    header = factbase("timeline", "nato-instructors", "--md").stdout.splitlines()[0]
    assert header == "| said | speaker | position | quote | article |"
    chosen = factbase("timeline", "nato-instructors", "--columns", "speaker,score").stdout.splitlines()
    assert [line.split()[-1] for line in chosen] == ["score", "─────", "0", "-2"]


@pytest.mark.parametrize(
    ("filters", "speakers"),
    [
        (["--organisation", "Slovenia"], ["Ana Kovač"]),
        (["--country", "France"], ["Emmanuel Macron"]),
        (["--country", "si"], ["Ana Kovač"]),
        (["--since", "2024-05"], ["Ana Kovač"]),
        (["--until", "2024-04"], ["Emmanuel Macron"]),
        (["--as-of", "2024-05-16"], []),
        (["--as-of", "2024-05"], ["Emmanuel Macron", "Ana Kovač"]),
    ],
)
@pytest.mark.usefixtures("facts")
def test_filters(factbase: Command, filters: list[str], speakers: list[str]) -> None:
    rows = json.loads(factbase("timeline", "nato-instructors", "--json", *filters).stdout)
    assert [row["speaker"] for row in rows] == speakers
    header = factbase("timeline", "nato-instructors", "--wide", "--csv", *filters).stdout.splitlines()[0]
    assert header.split(",")[2:] == speakers


@pytest.mark.usefixtures("facts")
def test_changes(factbase: Command) -> None:
    assert factbase("timeline", "nato-instructors", "--changes").stdout.splitlines()[1:] == ["0 moves"]
    header = factbase("timeline", "nato-instructors", "--changes", "--csv").stdout.splitlines()
    assert header == [",".join((*TIMELINE, *BEFORE))]
    assert json.loads(factbase("timeline", "nato-instructors", "--changes", "--json").stdout) == []
    read = factbase("timeline", "nato-instructors", "--changes", "--md").stdout.splitlines()[0]
    assert read == "| speaker | said before | position before | quote before | said | position | quote |"


@pytest.mark.usefixtures("facts")
def test_of_one_speaker(factbase: Command) -> None:
    text = factbase(
        "timeline", "nato-instructors", "--speaker", "Macron", "--csv", "--columns", "speaker,position"
    ).stdout
    assert text.splitlines() == ["speaker,position", "Emmanuel Macron,open"]


@pytest.mark.usefixtures("facts")
def test_wide(factbase: Command) -> None:
    assert factbase("timeline", "nato-instructors", "--wide", "--csv").stdout.splitlines() == [
        "said_from,said_to,Emmanuel Macron,Ana Kovač",
        "2024-02-01,2024-02-29,open,",
        "2024-05-16,2024-05-16,,oppose",
    ]


def test_pictures(facts: Path, factbase: Command) -> None:
    for name in ("timeline.svg", "timeline.PNG"):
        result = factbase("timeline", "nato-instructors", "--plot", name)
        assert (result.stdout, result.stderr) == ("", f"{name}\n")
    assert (facts / "timeline.PNG").read_bytes().startswith(b"\x89PNG")
    assert "NATO countries send" in ET.parse(facts / "timeline.svg").getroot().findtext("{*}title", "")


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["timeline", "nato-instructors", "--plot", "timeline.pdf"], 2, "ends in .svg or .png"),
        (["timeline", "nato-instructors", "--country", "Norland"], 2, "'Norland' is no country: EST, EE or Estonia"),
        (["timeline", "nato-instructors", "--wide", "--changes"], 2, "three different views: give one"),
        (["timeline", "nothing"], 1, "There is no topic nothing"),
        (["timeline", "nato-instructors", "--speaker", "Kremlin", "--plot", "a.svg"], 1, "nothing to draw"),
        (["timeline", "nato-instructors", "--plot", "no/such/a.svg"], 1, "a.svg: cannot be written: No such file"),
    ],
)
def test_what_cannot_be_drawn(facts: Path, factbase: Command, words: list[str], status: int, sentence: str) -> None:
    assert sentence in factbase(*words, status=status).stderr
    assert sorted(p.name for p in facts.iterdir() if not p.name.startswith("facts.db")) == []


def test_characters_that_no_font_has_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "".join(map(chr, range(0xE100, 0xE10C)))  # twelve of the private use area
    draw([stance(f"Ana {name}", Position.OPEN, None)], folder / "a.png")
    told, where = capsys.readouterr().err.splitlines()
    assert told.endswith(
        "no installed font has " + " ".join(name[:10]) + " …; a font like Noto Sans CJK does, or take SVG."
    )
    assert where == str(folder / "a.png")
