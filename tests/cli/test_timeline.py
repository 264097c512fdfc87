from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from factbase.cli.timeline import draw
from factbase.document import Position
from tests.cli.conftest import Command
from tests.rows import stance


@pytest.mark.usefixtures("facts")
def test_positions_by_the_day_said(factbase: Command) -> None:
    lines = factbase("timeline", "nato-instructors").stdout.splitlines()
    assert lines[0].split() == ["said", "speaker", "position", "quote", "article"]
    assert [line.split()[0] for line in lines[2:]] == ["2024-02", "2024-05-16"]


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
