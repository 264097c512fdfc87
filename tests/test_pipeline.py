"""The whole way of the data with the trained model, on both databases; killed and run twice at once as a program."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine

from factbase import pipeline, store
from factbase.document import Document, Position, Reading, Span, SpeakerKind, Topic
from factbase.errors import QueryError, SourceError, TopicError
from factbase.query import Filters, stances, statements
from factbase.store import Correction, Placing
from tests.store.dump import dump

TEXT = (
    "Harbour bridge to stay shut until June\n"
    "The harbour bridge will not open before June, Transport Minister Ana Ruiz said on Monday. “We found cracks that "
    "nobody had seen,” she told reporters in Lisbon.\n"
    "The opposition rejected the closure of the bridge. “We oppose the closure,” said Joe Malik, who leads it.\n"
)
CLOSURE = Topic("closure", "The harbour bridge should be closed", ("bridge", "closure"))


def document(text: str = TEXT, *, source: str = "bridge.txt") -> Document:
    return Document(
        id="bridge", text=text, source=source, raw_sha256="0" * 64, reader="text 1",
        title=text.partition("\n")[0], published="2024-05-15", published_from="option",
    )  # fmt: skip


@pytest.fixture(scope="module")
def reading() -> Reading:
    return pipeline.read(document())


def test_words_speaker_and_date_are_read(reading: Reading) -> None:
    [told] = [s for s in reading.statements if "cracks" in s.text]
    assert told.text.startswith("“We found cracks that nobody had seen,”")
    assert told.speaker
    assert (told.speaker.name, told.speaker.kind) == ("Ana Ruiz", SpeakerKind.PERSON)
    assert told.speaker.role == "Transport Minister"
    [announced] = [s for s in reading.statements if "before June" in s.text]
    assert announced.said
    assert announced.said.range
    assert announced.said.range.start.isoformat() == "2024-05-13"


def test_the_text_of_a_statement_is_its_words(reading: Reading) -> None:
    for s in reading.statements:
        assert s.text == pipeline.words(TEXT, s.attribution.content)


def test_extract_passes_on_what_could_not_be_read() -> None:
    error = SourceError("x.txt", "it is empty")
    found = list(pipeline.extract([error, document()]))
    assert found[0] is error
    assert isinstance(found[1], Reading)


def test_outcomes(engine: Engine) -> None:
    changed = document(TEXT + "A correction was made.\n")
    sources: list[Document | SourceError] = [document(), SourceError("x.txt", "it is empty"), document(), changed]
    found = [(o.source, o.status, o.reason) for o in pipeline.ingest(engine, sources)]
    assert found == [
        ("bridge.txt", "new", None),
        ("x.txt", "failed", "it is empty"),
        ("bridge.txt", "known", None),
        ("bridge.txt", "changed", None),
    ]


def test_a_label_holds_in_a_changed_copy(engine: Engine) -> None:
    """The next copy is placed on the topic by machine, too; where a person set other words, these are."""
    with store.writing(engine) as session:
        store.add_topic(session, CLOSURE)
    list(pipeline.ingest(engine, [document()]))
    with store.reading(engine) as session:
        [refusal] = [row.row_id for row in statements(session) if "We oppose" in row.quote]
    start = TEXT.index("oppose the closure")
    words = Correction(content=(Span(start, start + len("oppose the closure")),))
    pipeline.decide(engine, lambda session: store.correct(session, [refusal], words, by="Ana"))
    label = Placing(CLOSURE.slug, Position.OPEN)
    pipeline.decide(engine, lambda session: store.set_position(session, [refusal], label, by="Ana"))
    list(pipeline.ingest(engine, [document(TEXT.replace("\n", "\nBy our staff\n", 1))]))
    assert positions(engine)["Joe Malik"] is Position.OPEN
    with store.reading(engine) as session:
        assert "oppose the closure" in [row.quote for row in statements(session)]
    assert store.check(engine) == []


def test_topics_are_applied_to_what_comes_and_to_what_is_there(engine: Engine) -> None:
    with store.writing(engine) as session:
        store.add_topic(session, CLOSURE)
    list(pipeline.ingest(engine, [document()]))
    before = positions(engine)
    assert before["Joe Malik"] is Position.OPPOSE
    assert pipeline.apply_topic(engine, "closure") == len(before)
    assert positions(engine) == before


def positions(engine: Engine) -> dict[str | None, Position]:
    with store.reading(engine) as session:
        return {row.speaker: row.position for row in stances(session, Filters(topic="closure"))}


def test_a_topic_that_is_not_there(engine: Engine) -> None:
    with pytest.raises((QueryError, TopicError), match="nowhere"):
        pipeline.apply_topic(engine, "nowhere")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("articles")
    for number in range(12):
        text = TEXT.replace("Harbour", f"Harbour {number}").replace("Joe Malik", f"Joe Malik{'ab'[number % 2]}")
        (out / f"article{number:02}.txt").write_text(text, encoding="utf-8")
    return out


def start(folder: Path, url: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "factbase", "ingest", str(folder), "--published", "2024-05-15", "--database", url]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process: "subprocess.Popen[str]") -> None:
    _, told = process.communicate(timeout=300)
    assert process.returncode == 0, told


def content(url: str) -> object:
    engine = store.open_engine(url)
    try:
        return dump(engine)
    finally:
        engine.dispose()


@pytest.fixture(scope="module")
def uninterrupted(folder: Path, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> object:
    path = tmp_path_factory.mktemp("whole") / "whole.db"
    path.write_bytes(sqlite_template.read_bytes())
    finish(start(folder, f"sqlite:///{path}"))
    return content(f"sqlite:///{path}")


@pytest.mark.parametrize("articles", [1, 4, 9])
def test_a_killed_run_is_completed_by_the_next(
    own_url: str, folder: Path, uninterrupted: object, articles: int
) -> None:
    process = start(folder, own_url)
    wait_for(own_url, articles)
    process.kill()
    process.communicate()
    finish(start(folder, own_url))
    assert content(own_url) == uninterrupted


def wait_for(url: str, articles: int) -> None:
    engine = store.open_engine(url)
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        with store.reading(engine) as session:
            if len({row.article_source for row in statements(session, Filters(limit=None))}) >= articles:
                break
        time.sleep(0.01)
    engine.dispose()


def test_two_runs_at_once_lose_nothing(own_url: str, folder: Path, uninterrupted: object) -> None:
    processes = [start(folder, own_url) for _ in range(2)]
    for process in processes:
        finish(process)
    assert content(own_url) == uninterrupted
