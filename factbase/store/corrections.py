"""What stands of a statement: what the machine read, and over it what people decided, in the order they did.

The columns of `statement` hold what stands, so that every query and index reads them as they are. `statement.machine`
keeps what the machine read of those that differ. Whichever judgements are undone, in whatever order, the rest is laid
over the same readings again. A judgement's value names what was decided and leaves out what was not:

    {"speaker": uid or null, "role": words or null, "organisation": name or null, "said": [first, last] or null,
     "content": [[start, end], ...]}                                                        of a statement: accept, set
    {"topic": uid, "slug": slug, "position": position or null, "condition": words or null}      of its stance: set
    {"speaker": uid, "statements": [uid, ...]}                                                  of a speaker: split

To accept is to decide all that stands at that time.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from factbase.document import Position, Span, Spans, SpeakerKind
from factbase.store import tally
from factbase.store.affiliations import show_affiliations
from factbase.store.kinds import Decision, Review, Subject
from factbase.store.positions import Label, Unplaced, by_machine, replace_by, set_labels
from factbase.store.rows import BATCH, ids
from factbase.store.standing import settle
from factbase.store.tables import judgement, organisation, snapshot, speaker, stance, statement
from factbase.store.words import fold, name_key
from factbase.text import excerpt

PERSON = "person"
"""What `speaker_how` says where a person named the speaker."""
SUBJECTS = (Subject.STATEMENT, Subject.STANCE)
ASIDE = "stances"
"""The key in `machine` of the positions that the machine found in other words than those that stand."""


class Ascribed(NamedTuple):
    """To which speaker, by uid, and how that was found."""

    speaker: str | None = None
    how: str | None = None
    confidence: float | None = None


class Body(NamedTuple):
    """An organisation as printed, and the key of its row."""

    name: str | None = None
    key: str | None = None


class Dated(NamedTuple):
    """Days in ISO 8601, and the words that told them."""

    first: str | None = None
    last: str | None = None
    words: str | None = None
    confidence: float | None = None


class Numbered(NamedTuple):
    """The row of a speaker."""

    number: int
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class Facts:
    """What people may correct of a statement."""

    speaker: Ascribed
    role: str | None
    organisation: Body
    said: Dated
    content: Spans


FACTS = frozenset(f.name for f in fields(Facts))


@dataclass(frozen=True, slots=True)
class Standing:
    """A statement's row, what the machine read of it, and what stands after all judgements that were not undone."""

    row: Row[Any]
    read: Facts
    stands: Facts
    review: Review | None = None
    reviewed_by: str | None = None
    decided: frozenset[str] = frozenset()
    """The names of the facts that people decided, also where they agree with the machine."""
    labels: Mapping[str, Label] = field(default_factory=dict)
    """Positions that people set, by the topic's uid."""

    @property
    def is_judged(self) -> bool:
        return self.review is not None


def restate(connection: Connection, numbers: Collection[int]) -> list[Unplaced]:
    """Works out anew what stands of these statements, with all that follows from it: affiliations, tallies, stances.

    To be called after judgements were added or undone; whoever calls holds the articles. Returns the positions that are
    to be found anew, because other words stand now than those that they were found in.
    """
    if not numbers:
        return []
    found = standing(connection, numbers)
    people = [who.number for who in speakers_of(connection, found).values()]
    with tally.keeping(connection, people, {each.row.snapshot_id for each in found}):
        return write(connection, found)


def restate_all(connection: Connection) -> None:
    """All statements that people ever decided on, and the tallies: after an upgrade of the schema."""
    uids = set(connection.scalars(sa.select(judgement.c.subject_uid).where(judgement.c.subject.in_(SUBJECTS))))
    for value in connection.scalars(sa.select(judgement.c.value).where(judgement.c.decision == Decision.SPLIT)):
        uids |= set(value["statements"])
    numbers = sorted(ids(connection, statement.c.uid, sorted(uids)).values())
    for start in range(0, len(numbers), BATCH):
        restate(connection, numbers[start : start + BATCH])
    if numbers:
        tally.recount(connection)


def standing(
    connection: Connection, numbers: Collection[int], *, read: Mapping[int, Facts] | None = None
) -> list[Standing]:
    """What stands of these statements by the judgements of now; `read` is what the machine reads of them anew."""
    rows = connection.execute(_rows().where(statement.c.id.in_(sorted(numbers))).order_by(statement.c.id)).all()
    decided = judgements(connection, [row.uid for row in rows])
    again = read or {}
    return [_standing(row, again.get(row.id) or read_by_machine(row), decided[row.uid]) for row in rows]


def judgements(connection: Connection, uids: Collection[str]) -> dict[str, list[Row[Any]]]:
    """Those that stand, of these statements, of their stances, and of speakers that they were split off, in order."""
    stands = judgement.c.undone_at.is_(None)
    wanted = sa.select(judgement).where(
        judgement.c.subject.in_(SUBJECTS), judgement.c.subject_uid.in_(sorted(uids)), stands
    )
    split = sa.select(judgement).where(judgement.c.decision == Decision.SPLIT, stands)
    found: dict[str, list[Row[Any]]] = {uid: [] for uid in uids}
    for row in sorted((*connection.execute(wanted), *connection.execute(split)), key=lambda row: row.id):
        of = row.value["statements"] if row.decision is Decision.SPLIT else [row.subject_uid]
        for uid in found.keys() & of:
            found[uid].append(row)
    return found


def speakers_of(connection: Connection, found: Iterable[Standing]) -> dict[str, Numbered]:
    """All speakers that the machine, people or the rows as they are ascribe these statements to, by uid."""
    uids = {
        uid for each in found for uid in (each.row.speaker_uid, each.read.speaker.speaker, each.stands.speaker.speaker)
    }
    wanted = sa.select(speaker.c.uid, speaker.c.id, speaker.c.kind).where(speaker.c.uid.in_(sorted(filter(None, uids))))
    return {uid: Numbered(number, kind) for uid, number, kind in connection.execute(wanted)}


def write(connection: Connection, found: Sequence[Standing]) -> list[Unplaced]:
    """Brings the rows to what stands; whoever calls keeps the tallies."""
    people = speakers_of(connection, found)
    bodies = ids(connection, organisation.c.key, sorted({k for each in found if (k := each.stands.organisation.key)}))
    shown: list[tuple[int, int, str]] = []
    unplaced: list[Unplaced] = []
    for each in found:
        columns = _columns(each, people, bodies)
        if any(each.row._mapping[name] != value for name, value in columns.items()):
            connection.execute(sa.update(statement).where(statement.c.id == each.row.id).values(columns))
            shown += [*shows(each.row._asdict()), *shows(columns)]
        unplaced += _place(connection, each)
    show_affiliations(connection, shown)
    settle(connection, sa.select(statement.c.id).where(statement.c.id.in_([each.row.id for each in found])))
    return unplaced


def read_by_machine(row: Row[Any]) -> Facts:
    """What the machine read of a statement: its columns, but for those that people decided otherwise."""
    stands = Facts(
        Ascribed(row.speaker_uid, row.speaker_how, row.speaker_confidence),
        row.role,
        Body(row.organisation, row.organisation_key),
        Dated(_iso(row.said_from), _iso(row.said_to), row.said_words, row.said_confidence),
        _spans(row.content_spans),
    )
    kept = (row.machine or {}).items()
    return replace(stands, **{name: _made(name, value) for name, value in kept if name != ASIDE})


def _made(name: str, kept: Any) -> Any:
    """A field of Facts as `machine` keeps it."""
    match name:
        case "speaker":
            return Ascribed(*kept)
        case "organisation":
            return Body(*kept)
        case "said":
            return Dated(*kept)
        case "content":
            return _spans(kept)
    return kept


def laid(facts: Facts, decided: Mapping[str, Any]) -> Facts:
    """The facts after one more judgement. What it only confirms keeps the rule and the words that told it."""
    changes: dict[str, Any] = {}
    if "speaker" in decided and decided["speaker"] != facts.speaker.speaker:
        changes["speaker"] = Ascribed(decided["speaker"], PERSON, 1.0) if decided["speaker"] else Ascribed()
    if "role" in decided:
        changes["role"] = decided["role"]
    if "organisation" in decided and decided["organisation"] != facts.organisation.name:
        name = decided["organisation"]
        changes["organisation"] = Body(name, name_key(name) or None) if name else Body()
    if "said" in decided and (days := decided["said"] or [None, None]) != [facts.said.first, facts.said.last]:
        changes["said"] = Dated(days[0], days[1], None, 1.0) if decided["said"] else Dated()
    if "content" in decided:
        changes["content"] = _spans(decided["content"])
    return replace(facts, **changes)


def as_decided(facts: Facts) -> dict[str, Any]:
    """The value of a judgement that accepts them."""
    days = [facts.said.first, facts.said.last]
    return {
        "speaker": facts.speaker.speaker,
        "role": facts.role,
        "organisation": facts.organisation.name,
        "said": days if facts.said.first else None,
        "content": [list(span) for span in facts.content],
    }


def shows(columns: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """The affiliation that a statement shows: speaker, organisation, role."""
    if columns["speaker_id"] is not None and columns["organisation_id"] is not None:
        yield columns["speaker_id"], columns["organisation_id"], columns["role"] or ""


def _rows() -> sa.Select[Any]:
    tables = statement.outerjoin(speaker, speaker.c.id == statement.c.speaker_id).join(snapshot)
    tables = tables.outerjoin(organisation, organisation.c.id == statement.c.organisation_id)
    others = (speaker.c.uid.label("speaker_uid"), organisation.c.key.label("organisation_key"), snapshot.c.text)
    return sa.select(statement, *others).select_from(tables)


def _standing(row: Row[Any], read: Facts, decided: Sequence[Row[Any]]) -> Standing:
    found = Standing(row, read, read)
    for each in decided:
        found = _after(found, each)
    return found


def _after(found: Standing, decided: Row[Any]) -> Standing:
    """A rejected statement stays so, whatever else is decided of it, until it is accepted; a position of a person's
    leaves an accepted one accepted."""
    if decided.decision is Decision.REJECT:
        return replace(found, review=Review.REJECTED, reviewed_by=decided.by)
    if decided.subject is Subject.STANCE:
        position = decided.value["position"]
        label = Label(position and Position(position), decided.value["condition"])
        found = replace(found, labels={**found.labels, decided.value["topic"]: label})
    else:
        names = found.decided | (decided.value.keys() & FACTS)
        found = replace(found, stands=laid(found.stands, decided.value), decided=names)
    if decided.decision is Decision.ACCEPT:
        return replace(found, review=Review.ACCEPTED, reviewed_by=decided.by)
    if found.review is Review.REJECTED or (found.review and decided.subject is Subject.STANCE):
        return found
    return replace(found, review=Review.CORRECTED, reviewed_by=decided.by)


def _columns(each: Standing, people: Mapping[str, Numbered], bodies: Mapping[str, int]) -> dict[str, Any]:
    stands, row = each.stands, each.row
    who = people[stands.speaker.speaker] if stands.speaker.speaker else None
    first, last = (day and date.fromisoformat(day) for day in (stands.said.first, stands.said.last))
    return {
        "speaker_id": who and who.number,
        "speaker_kind": who and who.kind,
        "speaker_how": stands.speaker.how,
        "speaker_confidence": stands.speaker.confidence,
        "role": stands.role,
        "organisation": stands.organisation.name,
        "organisation_id": bodies.get(stands.organisation.key or ""),
        "said_from": first,
        "said_to": last,
        "said_words": stands.said.words,
        "said_confidence": stands.said.confidence,
        "day": first or row.published_on,
        "last_day": last or row.published_on,
        "review": each.review,
        "reviewed_by": each.reviewed_by,
        **(_words(row.text, stands.content) if stands.content != _spans(row.content_spans) else {}),
    }


def _words(text: str, content: Spans) -> dict[str, Any]:
    words = excerpt(text, content)
    spans = {"content_spans": _plain(content), "start": content[0].start, "end": content[-1].end}
    return {"content": words, "words": fold(words), **spans}


def _place(connection: Connection, each: Standing) -> Iterator[Unplaced]:
    """The statement's positions: people's; the machine's put aside where it read other words, and put back after.

    A stance has the days of its statement.
    """
    now = connection.execute(sa.select(statement).where(statement.c.id == each.row.id)).one()
    days = {"day": now.day, "published_on": now.published_on}
    if now.day != each.row.day:
        connection.execute(sa.update(stance).where(stance.c.statement_id == now.id).values(days))
    set_labels(connection, now, each.labels)
    aside = (each.row.machine or {}).get(ASIDE)
    differs = each.stands.content != each.read.content
    if now.content_spans != each.row.content_spans:
        aside = by_machine(connection, now.id) if aside is None else aside
        missing = replace_by(connection, now, {} if differs else aside)
        if missing:
            yield Unplaced(now.id, now.snapshot_id, now.place, missing)
    machine = _machine(each) | ({ASIDE: aside} if differs else {})
    if machine != (now.machine or {}):
        connection.execute(sa.update(statement).where(statement.c.id == now.id).values(machine=machine or None))


def _machine(each: Standing) -> dict[str, Any]:
    both = {f.name: (getattr(each.read, f.name), getattr(each.stands, f.name)) for f in fields(Facts)}
    return {name: _plain(read) for name, (read, stands) in both.items() if read != stands}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _spans(stored: Iterable[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in stored)


def _plain(value: Any) -> Any:
    """Tuples as JSON has them."""
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
