"""Pairs of speakers that may be one, for a person to decide."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Row
from sqlmodel import Session

from factbase.document import SpeakerKind
from factbase.linking import SUGGEST, Likelihood, Profile, compare
from factbase.linking.bodies import initials, is_name, plain
from factbase.linking.names import alike, is_joint, parts, sound
from factbase.query import filters as meant
from factbase.query.filters import EVERYTHING, Filters
from factbase.rows import PairRow
from factbase.store.judgements import apart
from factbase.store.matching import profiles
from factbase.store.rows import BATCH
from factbase.store.standing import CANONICAL
from factbase.store.tables import speaker, speaker_name

KINDS = (SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT)
Pair = tuple[int, int]


def suggestions(session: Session, filters: Filters = EVERYTHING) -> Iterator[PairRow]:
    """The likeliest first: for each speaker the one, among those with more statements, that it may be.

    Pairs that people merged or judged different do not come again. Raises QueryError for a filter but `speaker`, of
    whom one of the two must be, and `kind`.
    """
    meant.refuse_others(filters, "suggestions", {"speaker", "kind"})
    rows = _speakers(session, filters)
    pairs = _alike(session, rows) - _judged_different(session, rows)
    if filters.speaker is not None:
        called = set(meant.speakers_called(session, filters.speaker))
        pairs = {pair for pair in pairs if called & set(pair)}
    best = _best(session, rows, pairs)
    for found, one, other in sorted(best, key=lambda s: (-s[0].score, -s[2].statements, s[1].uid))[: filters.limit]:
        yield _row(found, one, other)


def _speakers(session: Session, filters: Filters) -> dict[int, Row[Any]]:
    """Canonical ones that a name may tell, by their numbers."""
    kinds = (filters.kind,) if filters.kind is not None else KINDS
    wanted = sa.select(speaker).where(speaker.c.canonical_id.is_(None), speaker.c.kind.in_(kinds))
    return {row.id: row for row in session.connection().execute(wanted) if _is_told_by_name(row)}


def _is_told_by_name(row: Row[Any]) -> bool:
    return not is_joint(row.name) if row.kind is SpeakerKind.PERSON else is_name(row.name)


def _alike(session: Session, rows: dict[int, Row[Any]]) -> set[Pair]:
    """Pairs of speakers, one of which at least has spoken, whose names may be one's."""
    found: set[Pair] = set()
    for (kind, _), names in _groups(session, rows).items():
        for (a, one), (b, other) in combinations(sorted(names), 2):
            has_spoken = rows[one].statements or rows[other].statements
            if one != other and has_spoken and (kind is not SpeakerKind.PERSON or alike(a, b)):
                found.add((min(one, other), max(one, other)))
    return found


def _groups(session: Session, rows: dict[int, Row[Any]]) -> dict[tuple[SpeakerKind, str], set[tuple[str, int]]]:
    """Names with their speakers: persons by family name as it sounds, bodies by name and initials."""
    named = sa.select(CANONICAL.label("who"), speaker_name.c.key).select_from(speaker.join(speaker_name))
    groups: dict[tuple[SpeakerKind, str], set[tuple[str, int]]] = defaultdict(set)
    for number, key in session.connection().execute(named.where(_is_linked())):
        if number in rows:
            kind = rows[number].kind
            for shared in _shared(kind, key):
                groups[kind, shared].add((key, number))
    return groups


def _is_linked() -> ColumnElement[bool]:
    return speaker.c.kind.in_(KINDS)


def _shared(kind: SpeakerKind, key: str) -> Iterable[str]:
    if kind is SpeakerKind.PERSON:
        return (sound(parts(key).family),)
    return {word for word in (plain(key), initials(key)) if word}


def _judged_different(session: Session, rows: dict[int, Row[Any]]) -> set[Pair]:
    """Pairs that somebody said are two, and did not take back."""
    numbers = {row.uid: number for number, row in rows.items()}
    told = ((j.subject_uid, j.value.get("speaker")) for j in apart(session.connection()))
    pairs = (sorted(numbers[uid] for uid in pair) for pair in told if all(uid in numbers for uid in pair))
    return {(first, second) for first, second in pairs}


def _best(
    session: Session, rows: dict[int, Row[Any]], pairs: set[Pair]
) -> Iterator[tuple[Likelihood, Row[Any], Row[Any]]]:
    known = _profiles(session, sorted({number for pair in pairs for number in pair}))
    found: dict[int, list[tuple[Likelihood, Row[Any]]]] = defaultdict(list)
    for pair in pairs:
        small, big = sorted(pair, key=lambda n: (rows[n].statements, -n))
        likelihood = compare(known[small], known[big])
        if likelihood and likelihood.score >= SUGGEST:
            found[small].append((likelihood, rows[big]))
    for small, others in found.items():
        likelihood, big_row = max(others, key=lambda o: (o[0].score, o[1].statements, -o[1].id))
        yield likelihood, rows[small], big_row


def _profiles(session: Session, numbers: Sequence[int]) -> dict[int, Profile]:
    found: dict[int, Profile] = {}
    for start in range(0, len(numbers), BATCH):
        found |= profiles(session.connection(), numbers[start : start + BATCH])
    return found


def _row(found: Likelihood, one: Row[Any], other: Row[Any]) -> PairRow:
    return PairRow(
        speaker_id=one.uid,
        speaker=one.name,
        other_id=other.uid,
        other=other.name,
        kind=one.kind,
        score=found.score,
        reason=found.reason,
        statements=one.statements,
        other_statements=other.statements,
    )
