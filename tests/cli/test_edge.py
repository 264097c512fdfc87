"""What users run into: mistakes, pipes that close, Ctrl-C, full disks, terminals."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Command

PROGRAM = (sys.executable, "-m", "factbase")


@pytest.mark.parametrize(
    ("args", "status", "sentence"),
    [
        (["statements", "--since", "yesterday"], 2, "'yesterday' is no date like 2024-05-16"),
        (["statements", "--kind", "politician"], 2, "'politician' is not one of 'person', 'organisation'"),
        (["statements", "-n", "0"], 2, "0 is not in the range x>=1"),
        (["statements", "--topic", "nothing"], 1, "There is no topic nothing"),
        (["statements", "--columns", "speeker"], 1, "there is no column 'speeker'"),
        (["statements", "-o", "no/such/file.csv"], 1, "no/such/file.csv: cannot be written: No such file or directory"),
        (["statements", "--database", "mysql://localhost/x"], 1, "SQLite or PostgreSQL, not in mysql"),
        (["statements", "--database", "no/such/facts.db"], 1, "no/such/facts.db: "),
        (["statements", "--database", "ministers.txt"], 1, "this file is no SQLite database"),
        (["ingest"], 2, "Missing argument 'SOURCE...'"),
        (["ingest", "x.txt", "--published", "May"], 2, "'May' is no date like 2024-05-17"),
        (["topic", "import", "nowhere.jsonl"], 2, "No such file or directory"),
        (["topic", "import", "latin.jsonl"], 1, "latin.jsonl"),
        (["show", "zz"], 1, "is no id of a statement"),
    ],
)
def test_mistakes_are_told_in_a_sentence(
    facts: Path, factbase: Command, args: list[str], status: int, sentence: str
) -> None:
    (facts / "ministers.txt").write_text("Ministers at odds, and no database. " * 200, encoding="utf-8")
    (facts / "latin.jsonl").write_bytes('{"slug": "a", "proposition": "Č"}'.encode("latin2"))
    result = factbase(*args, status=status)
    assert result.stdout == ""
    assert sentence in result.stderr


@pytest.mark.usefixtures("facts")
def test_a_pipe_that_closes_ends_it_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*PROGRAM, "statements", "--csv"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.usefixtures("facts")
def test_a_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, "statements", "--csv"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"Error: output: No space left on device\n")


@pytest.mark.usefixtures("facts")
def test_ctrl_c_ends_it_quietly() -> None:
    process = subprocess.Popen(
        [*PROGRAM, "topic", "import", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(1.5)  # by then it waits for its input
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")


def on_terminal(*args: str, columns: int) -> str:
    """What a terminal of that width shows."""
    terminal, line = pty.openpty()
    environment = os.environ | {"COLUMNS": str(columns), "TERM": "xterm"}
    process = subprocess.Popen([*PROGRAM, *args], stdin=line, stdout=line, stderr=line, env=environment)
    os.close(line)
    shown = b""
    while select.select([terminal], [], [], 30)[0]:
        try:
            shown += os.read(terminal, 4096)
        except OSError:  # EIO: the program is gone
            break
    process.wait(timeout=30)
    os.close(terminal)
    return shown.decode()


@pytest.mark.usefixtures("facts")
def test_a_table_fits_its_terminal() -> None:
    lines = on_terminal("statements", columns=60).splitlines()
    assert max(map(len, lines)) == 60
    assert len(lines) > 2 + 3


def test_a_bar_and_what_failed_on_a_terminal(facts: Path) -> None:
    for name in "abc":
        (facts / f"{name}.txt").touch()
    shown = on_terminal("ingest", "a.txt", "b.txt", "c.txt", columns=80)
    assert "Reading" in shown
    assert "3/3" in shown
    assert [f"\r\033[K{name}.txt: is empty\r\n" in shown for name in "abc"] == [True] * 3
    assert shown.endswith("3 sources failed.\r\n")


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
@pytest.mark.usefixtures("facts")
def test_utf_8_whatever_the_locale(locale: str) -> None:
    done = subprocess.run(
        [*PROGRAM, "statements", "--csv"],
        env=os.environ | {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert "Ana Kovač" in done.stdout.decode("utf-8")
