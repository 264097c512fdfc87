"""One reading, one transaction: article, snapshot, speakers, statements, tallies."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import Session

from factbase.document import Document, Reading, Spans, SpeakerKind, Statement
from factbase.store import tally, uid
from factbase.store.affiliations import Membership, Shown, save_affiliations, shown
from factbase.store.articles import Copy, save_copy
from factbase.store.judgements import saving
from factbase.store.people import People, learn, save_people, standing_kinds
from factbase.store.rows import ids, insert_new
from factbase.store.standing import settle
from factbase.store.tables import NEVER, organisation, speaker, statement
from factbase.store.words import fold


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a reading; `statements` and `speakers` are those of its snapshot, `replaced` is the snapshot that
    was its article's newest before."""

    status: Literal["new", "known", "changed"]
    article_uid: str
    snapshot_id: int
    statements: int
    speakers: int
    replaced: int | None = None


def save_reading(session: Session, reading: Reading, *, run: int) -> Saved:
    """Keeps a reading, unless its very copy is there: then nothing changes ("known").

    Another text or date of a known article becomes its newest copy ("changed"); the older one and its statements stay.
    """
    connection = session.connection()
    saving(connection)
    copy = save_copy(connection, reading.document)
    if copy.is_new:
        _save_statements(connection, reading, copy, run)
    status: Literal["new", "known", "changed"] = "known"
    if copy.is_new:
        status = "changed" if copy.replaced is not None else "new"
    counts = connection.execute(
        sa.select(sa.func.count(), sa.func.count(statement.c.speaker_id.distinct())).where(
            statement.c.snapshot_id == copy.snapshot_id
        )
    ).one()
    return Saved(status, copy.article_uid, copy.snapshot_id, *counts, copy.replaced)


def _save_statements(connection: Connection, reading: Reading, copy: Copy, run: int) -> None:
    numbers = uids(reading.statements, copy.snapshot_uid)
    people = save_people(connection, reading.statements, numbers, article_id=copy.article_id)
    settle(connection, sa.select(statement.c.id).where(statement.c.snapshot_id == copy.replaced))
    gone = tally.of_snapshot(connection, copy.replaced)
    touched = tally.canonical(connection, people.speakers.values()) | set(gone)
    tally.lock(connection, speaker, touched | set(people.speakers.values()))
    before = tally.shares(connection, touched)
    tally.lock(connection, organisation, {*before, *people.organisations.values()})
    learn(connection, dict.fromkeys(s.speaker for s in reading.statements if s.speaker), people)
    kinds = standing_kinds(connection, people)
    rows = [
        {"uid": n, "place": place, "snapshot_id": copy.snapshot_id, "run_id": run}
        | word_columns(s)
        | day_columns(s, reading.document)
        | speaker_columns(s, people, kinds)
        for place, (s, n) in enumerate(zip(reading.statements, numbers, strict=True))
    ]
    _insert(connection, rows, [s.quoted_in for s in reading.statements])
    tally.add_speakers(connection, gone, tally.of_snapshot(connection, copy.snapshot_id))
    tally.add_organisations(connection, before, tally.shares(connection, touched))


def uids(found: Sequence[Statement], snapshot_uid: str) -> list[str]:
    earlier: Counter[Spans] = Counter()
    numbers = []
    for statement_ in found:
        content = statement_.attribution.content
        numbers.append(uid.of_statement(snapshot_uid, content, earlier=earlier[content]))
        earlier[content] += 1
    return numbers


def _insert(connection: Connection, rows: Sequence[dict[str, Any]], quoted_in: Sequence[int | None]) -> None:
    insert_new(connection, statement, rows)
    made = ids(connection, statement.c.uid, [row["uid"] for row in rows])
    numbers = [made[row["uid"]] for row in rows]
    for number, reporter in zip(numbers, quoted_in, strict=True):
        if reporter is not None:
            inner = sa.update(statement).where(statement.c.id == number)
            connection.execute(inner.values(quoted_in=numbers[reporter]))
    save_affiliations(connection, (_shown(row, made[row["uid"]]) for row in rows if row["organisation_id"] is not None))


def _shown(row: dict[str, Any], number: int) -> Shown:
    of = Membership(row["speaker_id"], row["organisation_id"], row["role"] or "")
    return shown(of, row["day"], row["last_day"], row["uid"], number)


def word_columns(found: Statement) -> dict[str, Any]:
    a = found.attribution
    return {
        "content": found.text,
        "words": fold(found.text),
        "kind": a.quote,
        "act": a.act,
        "content_spans": [list(span) for span in a.content],
        "cue_spans": [list(span) for span in a.cue],
        "source_spans": [list(span) for span in a.source],
        "start": a.content[0].start,
        "end": a.content[-1].end,
        "confidence": a.confidence,
    }


def day_columns(found: Statement, document: Document) -> dict[str, Any]:
    published: date | None = document.published_on
    said = found.said
    told = said.range if said else None
    return {
        "said_from": told.start if told else None,
        "said_to": told.end if told else None,
        "said_words": said.words if said else None,
        "said_confidence": said.confidence if said else None,
        "occasion": found.occasion,
        "day": told.start if told else published or NEVER,
        "last_day": told.end if told else published or NEVER,
        "published_on": published or NEVER,
    }


def speaker_columns(found: Statement, people: People, kinds: Mapping[int, SpeakerKind]) -> dict[str, Any]:
    by = found.speaker
    return {
        "speaker_id": people.speaker(by) if by else None,
        "speaker_kind": kinds[people.speaker(by)] if by else None,
        "speaker_how": by.how if by else None,
        "speaker_confidence": by.confidence if by else None,
        "role": by.role if by else None,
        "organisation": by.organisation if by else None,
        "organisation_id": people.organisation(by.organisation) if by else None,
    }
