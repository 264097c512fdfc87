import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factbase import store
from factbase.cli import main
from factbase.document import (
    Act,
    Attribution,
    DateRange,
    Document,
    Method,
    Position,
    QuoteKind,
    Reading,
    Said,
    Span,
    Spans,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    Topic,
)

Command = Callable[..., Result]

TOPIC = Topic("nato-instructors", "NATO countries send military instructors to Ukraine", ("instructors", "trainers"))
TEXT = """Ministers at odds over trainers
"We will not send instructors," Defence Minister Ana Kovač said on Thursday.
The Kremlin warned that trainers would be targets.
Macron said in February that he would not rule it out.
"""
KOVAC = Speaker("Ana Kovač", SpeakerKind.PERSON, role="Defence Minister", organisation="Slovenia", country="SVN")
KREMLIN = Speaker("Kremlin", SpeakerKind.GOVERNMENT, country="RUS")
MACRON = Speaker("Emmanuel Macron", SpeakerKind.PERSON, country="FRA", names=("Macron",))
THURSDAY = Said(DateRange(date(2024, 5, 16), date(2024, 5, 16)), "on Thursday")
FEBRUARY = Said(DateRange(date(2024, 2, 1), date(2024, 2, 29)), "in February")


def spans(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def said(  # noqa: PLR0917  a row of a table
    content: str, cue: str, source: str, quote: QuoteKind, act: Act, speaker: Speaker, when: Said | None
) -> Statement:
    attribution = Attribution(spans(content), spans(cue), spans(source), quote, act, 0.9)
    return Statement(attribution, content, speaker, when)


STATEMENTS = (
    said('"We will not send instructors,"', "said", "Ana Kovač", QuoteKind.DIRECT, Act.REJECT, KOVAC, THURSDAY),
    said("trainers would be targets", "warned", "The Kremlin", QuoteKind.INDIRECT, Act.WARN, KREMLIN, None),
    said("he would not rule it out", "said in", "Macron", QuoteKind.INDIRECT, Act.CONSIDER, MACRON, FEBRUARY),
)
STANCES = [
    (0, Stance(TOPIC.slug, Position.OPPOSE, 0.9, Method.RULE, "will not send")),
    (2, Stance(TOPIC.slug, Position.OPEN, 0.8, Method.RULE, "not rule it out")),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, which holds nothing yet; the database is facts.db in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTBASE_DATABASE_URL", f"sqlite:///{tmp_path / 'facts.db'}")
    return tmp_path


@pytest.fixture
def facts(folder: Path) -> Path:
    """A database of one article, three statements and a topic that two of them take a position on."""
    document = Document(
        id="ministers",
        text=TEXT,
        source="ministers.txt",
        raw_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        reader="text 1",
        title="Ministers at odds over trainers",
        url="https://courier.example/ministers",
        outlet="The Courier",
        language="en",
        published="2024-05-17",
        published_from="option",
    )
    engine = store.open_engine(f"sqlite:///{folder / 'facts.db'}")
    store.prepare(engine)
    with store.writing(engine) as session:
        run = store.start_run(session, program="test", model="test", options={})
        store.add_topic(session, TOPIC)
        saved = store.save_reading(session, Reading(document, STATEMENTS), run=run)
        store.save_stances(session, saved.snapshot_id, STANCES, topic_slug=TOPIC.slug, run=run)
    engine.dispose()
    return folder


@pytest.fixture
def factbase() -> Command:
    """Runs a command line; what is raised beyond its exit status comes out."""

    def run(*args: str, stdin: str | bytes | None = None, status: int = 0) -> Result:
        result = CliRunner().invoke(main, args, input=stdin, catch_exceptions=False)
        assert result.exit_code == status, result.output
        return result

    return run
