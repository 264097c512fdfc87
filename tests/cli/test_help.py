"""Every command's help ends with an example, which works; the reference page is what --help prints."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from factbase.cli.reference import contexts, page
from tests.cli.conftest import TEXT, Command

COMMANDS = {ctx.command_path: ctx.command for ctx in contexts()}
EXAMPLES = re.compile(r"Example:\n((?:  \S.*(?:\n|$))+)\Z")
DOCS = Path(__file__).parents[2] / "docs" / "commands.md"


def example(path: str) -> list[str]:
    found = EXAMPLES.search((COMMANDS[path].epilog or "").rstrip())
    return found[1].splitlines() if found else []


@pytest.mark.parametrize("path", COMMANDS)
def test_help_ends_with_an_example(path: str) -> None:
    assert example(path), f"{path} --help has no example"
    assert all(line.startswith("  factbase ") for line in example(path))


@pytest.mark.parametrize("path", COMMANDS)
def test_help_says_what_everything_does(path: str) -> None:
    command = COMMANDS[path]
    assert command.help
    assert [p.name for p in command.params if isinstance(p, click.Option) and not p.help] == []


@pytest.mark.parametrize("line", sorted({line.strip() for path in COMMANDS for line in example(path)}))
def test_examples_run(facts: Path, factbase: Command, line: str) -> None:
    """Where articles, topics and an id are as the examples have them."""
    (facts / "articles").mkdir()
    (facts / "articles" / "ministers.txt").write_text(f"{TEXT}More.\n", encoding="utf-8")
    (facts / "article.txt").write_text(TEXT, encoding="utf-8")
    (facts / "seeds").symlink_to(Path(__file__).parents[2] / "seeds")
    (facts / "speakers.csv").write_text("name,country,aliases\nAna Kovač,SVN,Kovač\n", encoding="utf-8")
    if "sanctions" in line and " add " not in line:
        factbase("topic", "add", "sanctions", "The EU imposes sanctions")
    if "3f9a1c" in line:
        line = line.replace("3f9a1c", json.loads(factbase("statements", "--json").stdout)[0]["row_id"][:8])
    if line == "factbase speaker undo 1":
        factbase("speaker", "rename", "Macron", "E. Macron")
    if line == "factbase statement undo 1":
        factbase("statement", "accept", json.loads(factbase("statements", "--json").stdout)[0]["row_id"])
    if "import seeds" in line:
        factbase("topic", "remove", "nato-instructors")
    factbase(*shlex.split(line)[1:])


def test_the_reference_page_is_current() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "python -m factbase.cli.reference > docs/commands.md"


def test_version(factbase: Command) -> None:
    assert re.fullmatch(r"factbase \d+\.\d+\.\d+\S*\n", factbase("--version").stdout)


def test_no_such_command(factbase: Command) -> None:
    assert "No such command 'interview'" in factbase("interview", status=2).stderr


HEAVY = ("sqlalchemy", "sqlmodel", "onnxruntime", "trafilatura", "alembic", "matplotlib", "numpy", "tokenizers", "lxml")


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys, factbase.cli.reference as r; r.page(); print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def cpu_seconds(*words: str) -> float:
    before = os.times()
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def test_help_starts_fast() -> None:
    """At most 2.5 times what its two libraries take to import; processor time, the best of several in turn."""
    pairs = [(cpu_seconds("-m", "factbase", "--help"), cpu_seconds("-c", "import click, sqlmodel")) for _ in range(5)]
    assert min(ours for ours, _ in pairs) <= 2.5 * min(theirs for _, theirs in pairs)
