"""extract: articles to JSON Lines, without a database."""

import json
from typing import Any

import click

from factbase.cli.edge import SOME_FAILED
from factbase.cli.example import example
from factbase.cli.output import stream_to
from factbase.cli.sources import Sources, source_options, tell
from factbase.document import Reading, Said, Spans, Speaker, Statement
from factbase.errors import SourceError


@click.command("extract", epilog=example("factbase extract article.txt --published 2024-05-17"))
@source_options
@click.option("-o", "--output", "file", metavar="FILE", help="Write to FILE.")
@click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="0..1",
    help="Only statements that are as likely to be right: 0.9 leaves the surest.",
)
@click.pass_context
def extract_(ctx: click.Context, sources: Sources, file: str | None, *, least: float) -> None:
    """Print the statements of articles as JSON Lines, one object an article, and keep nothing."""
    from factbase import pipeline  # noqa: PLC0415  what it needs takes 300 ms to import

    failed = False
    with stream_to(file) as stream, sources.progress(pipeline.extract(sources.documents())) as readings:
        for found in readings:
            if isinstance(found, SourceError):
                failed = True
                tell(str(found))
            else:
                stream.write(json.dumps(as_object(found, least=least), ensure_ascii=False) + "\n")
    if failed:
        ctx.exit(SOME_FAILED)


def as_object(reading: Reading, *, least: float = 0.0) -> dict[str, Any]:
    """{"doc": "...", "statements": [...]} of at least the confidence `least`; offsets into the document's text."""
    kept = (s for s in reading.statements if s.attribution.confidence >= least)
    return {"doc": reading.document.id, "statements": [_statement(s) for s in kept]}


def _statement(statement: Statement) -> dict[str, Any]:
    found = statement.attribution
    return {
        "content": _spans(found.content),
        "cue": _spans(found.cue),
        "source": _spans(found.source),
        "text": statement.text,
        "quote": found.quote,
        "act": found.act,
        "confidence": round(found.confidence, 4),
        "speaker": statement.speaker and _speaker(statement.speaker),
        "said": statement.said and _said(statement.said),
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _speaker(speaker: Speaker) -> dict[str, str | None]:
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "role": speaker.role,
        "organisation": speaker.organisation,
    }


def _said(said: Said) -> dict[str, str] | None:
    """None also for words that tell no date: "last spring" in an article without one."""
    if said.range is None:
        return None
    return {"from": said.range.start.isoformat(), "to": said.range.end.isoformat(), "text": said.words}
