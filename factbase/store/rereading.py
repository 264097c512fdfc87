"""A stored snapshot, read again: what the machine finds now replaces what it had found; what people decided stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row
from sqlmodel import Session

from factbase.document import Reading, Spans
from factbase.rows import DifferenceRow
from factbase.store import corrections, tally
from factbase.store.affiliations import show_affiliations
from factbase.store.corrections import Ascribed, Body, Dated, Facts, Standing, shows
from factbase.store.differences import differences
from factbase.store.introduced import forget
from factbase.store.judgements import saving
from factbase.store.kinds import Review
from factbase.store.pairing import pair
from factbase.store.people import People, learn, save_people, standing_kinds
from factbase.store.rows import ids, insert_new
from factbase.store.save import day_columns, speaker_columns, uids, word_columns
from factbase.store.tables import affiliation, article, snapshot, speaker, stance, statement
from factbase.store.words import name_key

BEYOND_FACTS = ("kind", "act", "cue_spans", "source_spans", "confidence", "occasion")
"""What the machine reads of a statement and people do not correct."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of the statements of a snapshot, in numbers, and what would have become of what people decided."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    differences: tuple[DifferenceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement of the new reading: its columns, what of them people may correct, and the statement that it is."""

    columns: dict[str, Any]
    facts: Facts
    same: Standing | None
    """None for one that is new."""
    reporter: int | None
    """The index in the reading of the statement that reports it."""

    @property
    def uid(self) -> str:
        """Of the row that it has or gets."""
        number: str = self.same.row.uid if self.same else self.columns["uid"]
        return number

    @property
    def has_same_words(self) -> bool:
        return self.same is None or self.uid == self.columns["uid"]

    @property
    def read(self) -> Facts:
        """What the machine reads now of the statement that it is; its words are those by which it is known."""
        if self.same is None or self.has_same_words:
            return self.facts
        return replace(self.facts, content=self.same.read.content)

    @property
    def reads_otherwise(self) -> bool:
        return self.same is not None and self.read != self.same.read

    def columns_for(self, reporter: int | None) -> dict[str, Any]:
        """What is to be written beside the facts. What tells of other words does not tell of these, and what people
        accepted stays."""
        takes_all = self.same is not None and self.has_same_words and self.same.review is not Review.ACCEPTED
        return {"quoted_in": reporter} | {name: self.columns[name] for name in (BEYOND_FACTS if takes_all else ())}

    def has(self, columns: Mapping[str, Any]) -> bool:
        """The statement's row has these already."""
        there = self.same.row._asdict() if self.same else {"quoted_in": None}
        return all(there[name] == value for name, value in columns.items())


def save_again(session: Session, snapshot_id: int, reading: Reading, *, run: int) -> Reread:
    """Replaces what the machine had found in a snapshot.

    Statements that people judged stay, found again or not, and what they decided stands over what is read now. Nothing
    is written of what comes to the same.
    """
    connection = session.connection()
    saving(connection)
    copy = _locked(connection, snapshot_id)
    there = corrections.standing(connection, _numbers(connection, snapshot_id))
    numbers = uids(reading.statements, copy.uid)
    contents = (s.attribution.content for s in reading.statements)
    paired = pair(list(zip(numbers, contents, strict=True)), there)
    kept = {i: number for i, number in enumerate(numbers) if i not in paired.covered}
    told = [reading.statements[i] for i in kept]
    people = save_people(connection, told, list(kept.values()), article_id=copy.article_id)
    before = corrections.speakers_of(connection, there)
    touched = {*(each.number for each in before.values()), *people.speakers.values()}
    with tally.keeping(connection, touched, {snapshot_id}):
        learn(connection, dict.fromkeys(s.speaker for s in told if s.speaker), people)
        found = _findings(connection, reading, kept, people, paired.found)
        again = {f.uid for f in found.values()}
        gone = [each for each in there if not each.is_judged and each.row.uid not in again]
        left = [each for each in there if each.is_judged or each.row.uid in again]
        shown = _remove(connection, gone)
        shown += _add(connection, found, left, {"snapshot_id": snapshot_id, "run_id": run})
        changed = _change(connection, found, {i: each.row.uid for i, each in paired.covered.items()}, run)
        show_affiliations(connection, shown)
    forget(connection, before, where=statement.c.snapshot_id.in_(_copies(copy.article_id)))
    judged = corrections.standing(connection, [each.row.id for each in there if each.is_judged])
    now = {f.uid: f.facts for f in found.values()}
    return Reread(
        added=sum(f.same is None for f in found.values()),
        changed=changed,
        removed=len(gone),
        differences=tuple(differences(connection, judged, now)),
    )


def _locked(connection: Connection, snapshot_id: int) -> Row[Any]:
    """The snapshot; nobody else saves its article meanwhile."""
    row = connection.execute(sa.select(snapshot).where(snapshot.c.id == snapshot_id)).one()
    connection.execute(sa.select(article.c.id).where(article.c.id == row.article_id).with_for_update())
    return row


def _copies(article_id: int) -> sa.Select[int]:
    return sa.select(snapshot.c.id).where(snapshot.c.article_id == article_id)


def _numbers(connection: Connection, snapshot_id: int) -> Sequence[int]:
    return connection.scalars(sa.select(statement.c.id).where(statement.c.snapshot_id == snapshot_id)).all()


def _findings(
    connection: Connection, reading: Reading, kept: Mapping[int, str], people: People, same: Mapping[int, Standing]
) -> dict[int, Finding]:
    """By their indexes in the reading."""
    kinds = standing_kinds(connection, people)
    wanted = sa.select(speaker.c.id, speaker.c.uid).where(speaker.c.id.in_(sorted(kinds)))
    speakers = {row.id: row.uid for row in connection.execute(wanted)}
    found = {}
    for i, number in kept.items():
        told = reading.statements[i]
        columns = {"uid": number} | word_columns(told) | day_columns(told, reading.document)
        columns |= speaker_columns(told, people, kinds)
        facts = _facts(columns, speakers.get(columns["speaker_id"]), told.attribution.content)
        found[i] = Finding(columns, facts, same.get(i), told.quoted_in)
    return found


def _facts(columns: Mapping[str, Any], speaker_uid: str | None, content: Spans) -> Facts:
    first, last = columns["said_from"], columns["said_to"]
    name = columns["organisation"]
    return Facts(
        Ascribed(speaker_uid, columns["speaker_how"], columns["speaker_confidence"]),
        columns["role"],
        Body(name, name_key(name) if columns["organisation_id"] is not None else None),
        Dated(
            first and first.isoformat(), last and last.isoformat(), columns["said_words"], columns["said_confidence"]
        ),
        content,
    )


def _remove(connection: Connection, gone: Sequence[Standing]) -> list[tuple[int, int, str]]:
    """Takes statements out, and returns the affiliations that they had shown."""
    numbers = [each.row.id for each in gone]
    for table, column in ((stance, stance.c.statement_id), (affiliation, affiliation.c.statement_id)):
        connection.execute(sa.delete(table).where(column.in_(numbers)))
    inner = statement.c.quoted_in.in_(numbers)
    connection.execute(sa.update(statement).where(inner).values(quoted_in=None))
    connection.execute(sa.delete(statement).where(statement.c.id.in_(numbers)))
    return [shown for each in gone for shown in shows(each.row._asdict())]


def _add(
    connection: Connection, found: Mapping[int, Finding], left: Sequence[Standing], of_all: dict[str, int]
) -> list[tuple[int, int, str]]:
    """Puts new statements between those that are left, and returns the affiliations that they show."""
    again = {f.uid for f in found.values()}
    order = [(f.read.content, 0, i, f.uid) for i, f in found.items()]
    order += [(each.read.content, 1, each.row.id, each.row.uid) for each in left if each.row.uid not in again]
    places = {uid: place for place, (*_, uid) in enumerate(sorted(order))}
    _move(connection, left, places)
    rows = [f.columns | of_all | {"place": places[f.uid]} for f in found.values() if f.same is None]
    insert_new(connection, statement, rows)
    return [shown for row in rows for shown in shows(row)]


def _move(connection: Connection, left: Sequence[Standing], places: Mapping[str, int]) -> None:
    """By way of places that no statement has, since no two may have the same at any time."""
    moved = [each.row for each in left if places[each.row.uid] != each.row.place]
    for away in (True, False):
        for row in moved:
            place = -1 - row.id if away else places[row.uid]
            connection.execute(sa.update(statement).where(statement.c.id == row.id).values(place=place))


def _change(connection: Connection, found: Mapping[int, Finding], covered: dict[int, str], run: int) -> int:
    """Writes what is read otherwise of statements that were there, and who reports whom; how many changed."""
    indexed = {i: f.uid for i, f in found.items()} | covered
    numbers = ids(connection, statement.c.uid, sorted(indexed.values()))
    changed = [f for f in found.values() if _write(connection, f, numbers, indexed, run)]
    reread = {numbers[f.uid]: f.read for f in changed if f.reads_otherwise}
    corrections.write(connection, corrections.standing(connection, list(reread), read=reread))
    return sum(f.same is not None for f in changed)


def _write(
    connection: Connection, f: Finding, numbers: Mapping[str, int], indexed: Mapping[int, str], run: int
) -> bool:
    """All but the facts; whether anything of it is otherwise. Nobody reports himself."""
    number = numbers[f.uid]
    reporter = number if f.reporter is None else numbers[indexed[f.reporter]]
    columns = f.columns_for(reporter if reporter != number else None)
    if f.has(columns) and not f.reads_otherwise:
        return False
    connection.execute(sa.update(statement).where(statement.c.id == number).values(columns | {"run_id": run}))
    return True
