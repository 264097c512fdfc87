"""The README's commands run as they stand there."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from factbase.cli import main

ROOT = Path(__file__).parents[1]


def commands() -> list[list[str]]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [block] = re.findall(r"## Ten lines that work\n\n```sh\n(.*?)```", text, re.S)
    lines = block.replace("\\\n", " ").splitlines()
    return [words for line in lines if (words := shlex.split(line, comments=True)) and words[0] == "factbase"]


def test_the_ten_lines_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    shutil.copy(ROOT / "seeds" / "nato-instructors.txt", tmp_path / "articles")
    shutil.copy(ROOT / "seeds" / "nato-instructors.txt", tmp_path / "article.txt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTBASE_DATABASE_URL", f"sqlite:///{tmp_path}/readme.db")
    found = commands()
    assert len(found) >= 8
    outputs = {}
    for words in found:
        done = CliRunner().invoke(main, words[1:])
        assert done.exit_code == 0, f"{shlex.join(words)}: {done.stderr}"
        outputs[" ".join(words[1:])] = done.stdout
    assert "Emmanuel Macron" in outputs["statements --speaker Macron"]
    assert "Landsbergis" in outputs["timeline nato-instructors"]
    assert "nothing should be ruled out" in (tmp_path / "stances.csv").read_text(encoding="utf-8")
    assert (tmp_path / "timeline.svg").stat().st_size > 1000


def test_links_lead_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
