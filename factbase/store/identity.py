"""Who a speaker is, as it stands: worked out from what the machine found and from the judgements that nobody undid.

Nothing else writes `canonical_id`, and `learn` and the names of articles alone write what the machine found. So what
stands depends on these two and never on the order in which judgements came and went: with the last one undone, all is
as the machine had it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from factbase.document import SpeakerKind
from factbase.store import tally
from factbase.store.judgements import standing
from factbase.store.kinds import Decision, Subject
from factbase.store.matching import found
from factbase.store.people import BODIES
from factbase.store.rows import insert_new
from factbase.store.standing import settle
from factbase.store.tables import judgement, speaker, speaker_name, statement
from factbase.store.words import name_key

Uid = str
COLUMNS = ("name", "kind", "country", "wikidata", "organisation_id")
"""What people decide of a speaker, or what follows from it; the machine's are in the row's `machine` meanwhile."""
NAMING = (Decision.RENAME, Decision.ALIAS)


@contextmanager
def changing(connection: Connection, speakers: Iterable[int]) -> Iterator[None]:
    """For judgements on these speakers, made or undone inside: afterwards all that follows from them does so.

    `judgements.deciding` must hold.
    """
    group = _group(connection, speakers)
    before, bodies = tally.shares(connection, group), _bodies(connection, group)
    yield
    moved = {*_stand(connection, group)}
    now = _bodies(connection, group)
    moved |= {number for number in group if bodies[number] != now[number]}
    settle(connection, _concerned(moved, {*bodies.values(), *now.values()} - {None}))
    tally.recount_speakers(connection, group)
    tally.add_organisations(connection, before, tally.shares(connection, group))


def _bodies(connection: Connection, group: Sequence[int]) -> dict[int, int | None]:
    """The organisation that each of these speakers is."""
    wanted = sa.select(speaker.c.id, speaker.c.organisation_id).where(speaker.c.id.in_(group))
    return {number: body for number, body in connection.execute(wanted)}  # noqa: C416  rows are no pairs to mypy


def _concerned(speakers: Iterable[int], bodies: Iterable[int | None]) -> sa.Select[int]:
    """Statements of these speakers, and of those who may be spokespersons of these organisations."""
    theirs = statement.c.speaker_id.in_(sorted(speakers))
    of_body = statement.c.organisation_id.in_(sorted(body for body in bodies if body is not None))
    return sa.select(statement.c.id).where(sa.or_(theirs, of_body))


def stand_all(connection: Connection) -> None:
    """All speakers that people ever decided on, and the tallies: after an upgrade of the schema."""
    ours = judgement.c.subject == Subject.SPEAKER
    named = sa.select(judgement.c.value["speaker"].as_string()).where(ours, judgement.c.decision == Decision.MERGE)
    decided = sa.union(sa.select(judgement.c.subject_uid).where(ours), named)
    numbers = connection.scalars(sa.select(speaker.c.id).where(speaker.c.uid.in_(decided))).all()
    if numbers:
        _stand(connection, _group(connection, numbers))
        tally.recount(connection)


def _group(connection: Connection, speakers: Iterable[int]) -> list[int]:
    """These speakers and all that are merged with one of them, directly or not."""
    roots = sorted(tally.canonical(connection, speakers))
    merged = sa.select(speaker.c.id).where(sa.or_(speaker.c.id.in_(roots), speaker.c.canonical_id.in_(roots)))
    return sorted(connection.scalars(merged))


def _stand(connection: Connection, group: Sequence[int]) -> list[int]:
    """Brings the rows of whole groups to what stands, and returns whose canonical speaker is another now."""
    rows = {row.uid: row for row in connection.execute(sa.select(speaker).where(speaker.c.id.in_(group)))}
    judgements = standing(connection, Subject.SPEAKER, sorted(rows))
    into = {j.subject_uid: j.value["speaker"] for j in judgements if j.decision is Decision.MERGE}
    decided: dict[Uid, dict[str, Any]] = {uid: {} for uid in rows}
    for j in judgements:
        if j.decision in (Decision.SET, Decision.RENAME):
            decided[j.subject_uid] |= j.value
    moved = []
    for uid, row in rows.items():
        root = rows[_root(uid, into)]
        kind = SpeakerKind(decided[root.uid].get("kind") or found(root, "kind"))
        values = _values(row, decided[uid], kind) | {"canonical_id": root.id if root is not row else None}
        if values["canonical_id"] != row.canonical_id:
            moved.append(row.id)
        connection.execute(sa.update(speaker).where(speaker.c.id == row.id).values(values))
    _name(connection, rows, [j for j in judgements if j.decision in NAMING])
    return moved


def _root(uid: Uid, into: Mapping[Uid, Uid]) -> Uid:
    while uid in into:
        uid = into[uid]
    return uid


def _values(row: Row[Any], decided: dict[str, Any], kind: SpeakerKind) -> dict[str, Any]:
    """What stands, and in `machine` what was found where people had a say. The kind is that of whom it is merged into;
    an organisation that people say is a person is no organisation."""
    machine = {name: found(row, name) for name in COLUMNS}
    stands = machine | decided | {"kind": kind}
    if kind not in BODIES:
        stands["organisation_id"] = None
    kept = {name: machine[name] for name in COLUMNS if name in decided or stands[name] != machine[name]}
    return {**stands, "machine": kept or None}


def _name(connection: Connection, rows: Mapping[Uid, Row[Any]], naming: Iterable[Row[Any]]) -> None:
    """Names that people gave are there while they stand, beside those that articles have."""
    kinds = dict(
        connection.execute(sa.select(speaker.c.uid, speaker.c.kind).where(speaker.c.uid.in_(sorted(rows)))).all()
    )
    wanted = {
        (rows[j.subject_uid].id, j.value["name"]): name_key(j.value["name"], kinds[j.subject_uid]) for j in naming
    }
    numbers = [row.id for row in rows.values()]
    given = sa.select(speaker_name).where(speaker_name.c.speaker_id.in_(numbers), ~speaker_name.c.found)
    gone = [row.id for row in connection.execute(given) if wanted.get((row.speaker_id, row.name)) != row.key]
    connection.execute(sa.delete(speaker_name).where(speaker_name.c.id.in_(gone)))
    new = [
        {"speaker_id": who, "name": name, "key": key, "found": False, "given": True}
        for (who, name), key in sorted(wanted.items())
    ]
    insert_new(connection, speaker_name, new)
