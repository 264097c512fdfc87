"""Processes that write at the same time, and processes that are killed."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from factbase import query, store
from factbase.document import Speaker
from factbase.store import corrections
from factbase.store import tables as t
from tests.store.dump import dump
from tests.store.examples import harbour
from tests.store.saving import ARTICLES, save_all
from tests.store.test_matching import COACH, SENATOR, article
from tests.store.test_save import column, save

CHECKOUT = Path(__file__).parents[2]
SERIES = 8


def start(url: str, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.saving", url, *options]
    return subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What one process that nothing disturbs comes to."""
    url = f"sqlite:///{tmp_path_factory.mktemp('alone')}/alone.db"
    save_all(url)
    return content(url)


def content(url: str) -> dict[str, list[str]]:
    engine = store.open_engine(url)
    assert store.check(engine) == []
    found = dump(engine)
    engine.dispose()
    return found


def test_two_processes_lose_nothing(empty_url: str, expected: dict[str, list[str]]) -> None:
    """Neither the schema, which both make, nor an article, of which each comes twice."""
    processes = [start(empty_url), start(empty_url, "backwards")]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert (process.returncode, errors) == (0, "")
    assert content(empty_url) == expected


@pytest.mark.parametrize("after", [0, ARTICLES // 2])
def test_a_killed_process_is_completed_by_the_next(empty_url: str, expected: dict[str, list[str]], after: int) -> None:
    process = start(empty_url)
    assert process.stdout is not None
    while process.stdout.readline().strip() != str(after):
        assert process.poll() is None
    process.kill()
    process.communicate()
    assert process.returncode == -9
    save_all(empty_url)
    assert content(empty_url) == expected


def test_two_processes_decide_at_once(own_url: str) -> None:
    """No judgement is lost, and what stands is what all that stand come to."""
    engine = store.open_engine(own_url)
    save(engine, harbour())
    before = dump(engine)
    command = [sys.executable, "-m", "tests.store.quarrelling", own_url]
    for process in [subprocess.Popen([*command, name], cwd=CHECKOUT) for name in ("Ana", "Cleo")]:
        assert process.wait(timeout=240) == 0
    with store.reading(engine) as session:
        made = list(query.decisions(session))
    assert {name: sum(row.by == name for row in made) for name in ("Ana", "Cleo")} == dict.fromkeys(
        ("Ana", "Cleo"), 102
    )
    stands = content(own_url)
    with store.writing(engine) as session:
        corrections.restate_all(session.connection())
    assert dump(engine) == stands
    for row in made:
        if row.undone_at is None:
            with store.writing(engine) as session:
                store.undo_on_statement(session, [row.judgement], by="Ben")
    assert content(own_url) == before
    engine.dispose()


def test_namesakes_that_meet_stay_two(url: str) -> None:
    """Whoever comes first in which process: the other sees it before it decides."""
    with ThreadPoolExecutor(2) as processes:
        list(processes.map(save_series, (url, url), ((SENATOR, 0), (COACH, 100))))
    engine = store.open_engine(url)
    assert store.check(engine) == []
    assert column(engine, t.speaker.c.statements) == [SERIES, SERIES]
    engine.dispose()


def save_series(url: str, of: tuple[Speaker, int]) -> None:
    who, first = of
    engine = store.open_engine(url)
    for number in range(first, first + SERIES):
        save(engine, article(number, who))
    engine.dispose()
