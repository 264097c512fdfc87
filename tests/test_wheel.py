"""The wheel, built from the tree and installed into an empty environment outside it, does the main job alone."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(out), str(ROOT), cwd=out)
    [found] = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("empty")
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel), cwd=home)
    return home / "bin" / "factbase"


def run(*command: str, cwd: Path) -> str:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("FACTBASE", "PYTHON", "COVERAGE", "COV_"))}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode and "Could not find a version" in done.stderr and "Temporary failure" in done.stderr:
        pytest.skip("no package index to install the wheel's dependencies from")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_model_migrations_and_seeds_are_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "factbase/extract/model/reader.onnx",
        "factbase/extract/model/CARD.md",
        "factbase/store/migrations/env.py",
        "factbase/seeds/nato-instructors.txt",
        "factbase/seeds/states.csv",
    } <= names
    assert not [n for n in names if n.startswith(("tests/", "training/", "benchmarks/"))]
    assert wheel.stat().st_size < 30_000_000


def test_demo_runs_and_its_database_is_migrated(program: Path, tmp_path: Path) -> None:
    assert "Gabrielius" in run(str(program), "demo", cwd=tmp_path)
    assert (tmp_path / "factbase-demo" / "stances.csv").stat().st_size > 1000
    url = f"sqlite:///{tmp_path}/factbase-demo/factbase.db"
    run(str(program), "db", "upgrade", "--database", url, cwd=tmp_path)
    run(str(program), "db", "check", "--database", url, cwd=tmp_path)


def test_an_empty_database_is_migrated(program: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new.db"
    run(str(program), "db", "upgrade", "--database", url, cwd=tmp_path)
    run(str(program), "db", "check", "--database", url, cwd=tmp_path)
    assert run(str(program), "statements", "--database", url, "--json", cwd=tmp_path).strip() == "[]"
