"""show: one statement in its context, with where all that is known of it comes from."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from factbase.cli.database import database_option, reading
from factbase.cli.example import example
from factbase.cli.output import stream_to
from factbase.export.plain import shown, wrap
from factbase.export.reading import decided, position, said

if TYPE_CHECKING:
    from factbase.query import StatementDetail
    from factbase.store.overruled import Overruled

LABEL = 14
WIDEST = 100
FOUND = {"speaker": "found as said by", "said": "found as said on", "content": "found as"}
"""How what the machine reads is told where people decided otherwise."""


@click.command("show", epilog=example("factbase show 3f9a1c"))
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@database_option
def show_(database: str | None, id_: str, *, as_json: bool) -> None:
    """Show one statement in its context, and where it comes from.

    ID is the statement's id or the first six or more characters of it, as listings print them.
    """
    from factbase import query  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    with reading(database) as session, stream_to(None) as stream:
        found = query.statement(session, id_.partition(":")[0])
        stream.writelines(f"{line}\n" for line in ([_json(found)] if as_json else _lines(found)))


def _json(found: "StatementDetail") -> str:
    return json.dumps(asdict(found), ensure_ascii=False, indent=1, default=date.isoformat)


def _lines(found: "StatementDetail") -> Iterator[str]:
    """The words in their context, then what is known of them, then where it comes from."""
    width = min(shutil.get_terminal_size((WIDEST, 40)).columns, WIDEST)
    yield from wrap(shown(f"… {found.before}»{found.words}«{found.after} …"), width)
    for facts in (_facts(found), _stances(found), _provenance(found)):
        yield ""
        for label, value in facts:
            if value:
                first, *rest = wrap(shown(value), width - LABEL)
                yield f"{label:<{LABEL}}{first}"
                yield from (" " * LABEL + line for line in rest)


def _facts(found: "StatementDetail") -> Iterator[tuple[str, str | None]]:
    row = found.row
    yield "speaker", row.speaker or "not known"
    yield "", _joined(row.speaker_kind, row.role, row.organisation, row.country)
    yield (
        "",
        found.speaker_how and _how(found),
    )
    yield "", row.found_as and f"found as {row.found_as}"
    for judgement in found.judgements:
        yield (
            "decided",
            f"{decided(judgement)}, by {judgement.by} on {judgement.at[:10]} (judgement {judgement.judgement})",
        )
        yield "", judgement.note
    yield "said", said(row) or "not known"
    yield "", found.said_words and f"from “{found.said_words}”{_sure(found.said_confidence)}"
    yield "occasion", found.occasion
    yield "kind", f"{row.quote_kind}, {row.act.replace('_', ' ')}{_sure(row.confidence)}"
    yield "cue", f"“{found.cue}”"
    yield "reported by", row.reported_by and f"{row.reported_by} (statement {found.quoted_in})"
    yield "checked", row.review and f"{row.review} by {row.reviewed_by}"
    for decision in found.decisions:
        what = f"{decision.decision} {decision.decided}" if decision.decided else decision.decision
        yield "decided", f"{what}, by {decision.by} on {decision.at[:10]} (judgement {decision.judgement})"
        yield "", decision.note
    for one in found.overruled:
        yield "overruled", f"{FOUND[one.what]} {one.machine or 'not known'}{_from(one)}"


def _from(one: "Overruled") -> str:
    if not one.how:
        return ""
    told = f"from “{one.how}”" if one.what == "said" else f"by the rule {one.how}"
    return f", {told}{_sure(one.confidence)}"


def _how(found: "StatementDetail") -> str:
    if found.speaker_how == "person":
        return "as people decided"
    return f"from “{found.source}” by the rule {found.speaker_how}{_sure(found.speaker_confidence)}"


def _stances(found: "StatementDetail") -> Iterator[tuple[str, str | None]]:
    for stance in found.stances:
        yield "position", f"{position(stance)} on {stance.topic}, by {stance.method}{_sure(stance.confidence)}"
        yield "", f"“{stance.proposition}”"
        yield "", stance.condition and f"on condition: {stance.condition}"


def _provenance(found: "StatementDetail") -> Iterator[tuple[str, str | None]]:
    row, origin = found.row, found.provenance
    yield "article", row.article_title
    yield "", _joined(row.outlet, row.published, row.article_url)
    yield "read from", f"{origin.source}, characters {row.start} to {row.end}"
    yield (
        "copy",
        f"{origin.fetched:%Y-%m-%d %H:%M}, {origin.reader}{'' if origin.is_newest else '; there is a newer one'}",
    )
    yield "text", f"sha256 {row.text_sha256}"
    yield "extracted", _joined(f"{origin.started:%Y-%m-%d %H:%M}", f"factbase {origin.program}", origin.model)
    yield "id", row.row_id


def _joined(*parts: str | None) -> str:
    return ", ".join(filter(None, parts))


def _sure(confidence: float | None) -> str:
    return "" if confidence is None else f" ({confidence:.0%} sure)"
