"""Which known speakers the speakers of an article are: looked up here, chosen by `factbase.linking`.

What is chosen depends on what the database holds by then, so on the order of the articles, in three cases: two
spellings of one name ("Charles Brown", "Charles Q. Brown") are one speaker under the name that came first; of two
namesakes the first has the uid of the name alone; and a surname alone finds only who was there before it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from factbase.document import SpeakerKind
from factbase.linking import Candidate, Likelihood, Profile, block, choose
from factbase.linking.bodies import telling
from factbase.linking.names import alike, is_joint
from factbase.store import uid
from factbase.store.search import names_with
from factbase.store.standing import CANONICAL
from factbase.store.tables import affiliation, organisation, speaker, speaker_name, statement
from factbase.store.words import fold

LOCK = 0x6C696E6B  # "link": in PostgreSQL held shared by whoever saves, alone by whoever imports known speakers
RECENT = 100  # statements of a known speaker that are looked through for roles without an organisation


@dataclass(slots=True)
class Known:
    """A canonical speaker while it is gathered, with all that were merged into it."""

    row: Row[Any]
    members: list[int]
    own: set[str] = field(default_factory=set)
    """What each of them is called itself, and was called when it was made."""
    keys: dict[str, int] = field(default_factory=dict)
    """By each name the member that has it, the oldest if several do."""
    given: set[str] = field(default_factory=set)

    def number_for(self, names: Iterable[str]) -> int:
        """Who is meant by these names: so that a merge that is undone takes nobody's statements along."""
        return next((self.keys[name] for name in sorted(names) if name in self.keys), self.row.id)


def found(row: Row[Any], column: str) -> Any:
    """What the machine found of a speaker, whatever people decided."""
    return (row.machine or {}).get(column, getattr(row, column))


def match(connection: Connection, new: Sequence[Profile]) -> list[int | None]:
    """For each profile, all of one article, the number of the known speaker that it is; None where none is or more
    than one may be. Two of an article are never one, unless people merged them: the article parts them."""
    lock(connection, (of_name for profile in new for name in profile.names for of_name in (name, block(name))))
    known = known_by_name(connection, new)
    chosen_by_score = [(one, i) for i, profile in enumerate(new) if (one := _chosen(connection, profile, known))]
    chosen_by_score.sort(key=lambda pair: (-pair[0][0].score, pair[1]))
    taken: dict[int, int] = {}
    for (_, candidate), i in chosen_by_score:
        taken.setdefault(known[candidate.number].number_for(new[i].names), i)
    numbers: list[int | None] = [None] * len(new)
    for number, i in taken.items():
        numbers[i] = number
    return numbers


def sharing(connection: Connection) -> None:
    """Until the end of the transaction nobody imports known speakers; others may save. To be taken before any row."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock_shared(LOCK)))


def alone(connection: Connection) -> None:
    """Until the end of the transaction nobody else makes or matches speakers."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))


def lock(connection: Connection, words: Iterable[str]) -> None:
    """Until the end of the transaction no other process decides about these names. SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        numbers = sorted({int(uid.uid("name", word)[:15], 16) for word in words})
        keys = sa.select(sa.func.unnest(sa.cast(numbers, sa.ARRAY(sa.BigInteger))).label("key")).order_by("key")
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(keys.subquery().c.key))).all()


def profiles(connection: Connection, numbers: Sequence[int]) -> dict[int, Profile]:
    """What the database knows of these canonical speakers."""
    rows = connection.execute(sa.select(speaker).where(speaker.c.id.in_(numbers))).all()
    found = candidates(connection, list(_gathered(connection, rows).values()))
    return {candidate.number: candidate.profile for candidate in found}


def roles(connection: Connection, members: Iterable[int]) -> frozenset[str]:
    """Roles as printed with the last statements of a speaker and of those merged into it, folded."""
    found: set[str] = set()
    for number in members:
        ours = sa.select(statement.c.role).where(statement.c.speaker_id == number)
        last = ours.order_by(statement.c.day.desc(), statement.c.id.desc()).limit(RECENT).subquery()
        found |= {fold(role) for role in connection.scalars(sa.select(last.c.role).distinct()) if role}
    return frozenset(found)


def _chosen(connection: Connection, new: Profile, known: Mapping[int, Known]) -> tuple[Likelihood, Candidate] | None:
    blocks = {block(name) for name in new.names}
    near = [of for of in known.values() if _is_such(of, new) and _meets(of, new, blocks)]
    if not near:
        return None
    return choose(new, candidates(connection, near, with_roles=bool(new.roles)))


def candidates(connection: Connection, near: Sequence[Known], *, with_roles: bool = True) -> list[Candidate]:
    """With what the database knows of them; roles that no organisation goes with only if they are asked for."""
    told = _affiliations(connection, {of.row.id: of for of in near})
    found = []
    for of in near:
        more = roles(connection, of.members) if with_roles else frozenset()
        found.append(Candidate(of.row.id, _profile(of, *told[of.row.id], more=more), of.row.articles))
    return found


def _is_such(of: Known, new: Profile) -> bool:
    return new.kind in (of.row.kind, SpeakerKind(found(of.row, "kind"))) and not is_joint(found(of.row, "name"))


def _meets(of: Known, new: Profile, blocks: set[str]) -> bool:
    """They share a name or a block, or the new one's single word is in a name."""
    words = {name for name in new.names if " " not in name}
    return any(key in new.names or block(key) in blocks or words & set(key.split()) for key in of.keys)


def known_by_name(connection: Connection, new: Sequence[Profile]) -> dict[int, Known]:
    """The canonical speakers that these may be, by their numbers."""
    names = {name for profile in new for name in profile.names}
    people = {name for profile in new if profile.kind is SpeakerKind.PERSON for name in profile.names}
    near = sa.or_(speaker_name.c.key.in_(sorted(names)), speaker_name.c.block.in_(sorted({block(n) for n in people})))
    conditions = [near]
    for profile in new:
        if profile.kind is SpeakerKind.PERSON and (profile.roles or profile.organisations):
            alone = (name for name in profile.names if " " not in name)
            conditions += [speaker_name.c.id.in_(names_with(connection.dialect.name, name)) for name in alone]
    kinds = {profile.kind for profile in new}
    met = sa.union(*(sa.select(speaker_name.c.speaker_id).where(condition) for condition in conditions))
    such = sa.or_(speaker.c.kind.in_(kinds), speaker.c.machine.is_not(None))
    canonical = sa.select(CANONICAL).where(speaker.c.id.in_(met), such)
    rows = connection.execute(sa.select(speaker).where(speaker.c.id.in_(canonical)).order_by(speaker.c.id)).all()
    return _gathered(connection, rows)


def _gathered(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, Known]:
    known = {row.id: Known(row, [row.id]) for row in rows}
    merged = sa.select(speaker).where(speaker.c.canonical_id.in_(sorted(known))).order_by(speaker.c.id)
    members = {row.id: row for row in (*rows, *connection.execute(merged))}
    for row in members.values():
        if row.canonical_id is not None:
            known[row.canonical_id].members.append(row.id)
    named = sa.select(speaker_name).where(speaker_name.c.speaker_id.in_(sorted(members)))
    for name in connection.execute(named.order_by(speaker_name.c.id)):
        _add_name(known, members[name.speaker_id], name)
    return known


def _add_name(known: Mapping[int, Known], member: Row[Any], name: Row[Any]) -> None:
    group = known[member.canonical_id or member.id]
    group.keys.setdefault(name.key, member.id)
    if name.given:
        group.given.add(name.key)
    made_as = uid.of_speaker(SpeakerKind(found(member, "kind")), name.key, introduced_by="")
    if name.name in (member.name, found(member, "name")) or made_as == member.uid:
        group.own.add(name.key)


def _affiliations(
    connection: Connection, known: Mapping[int, Known]
) -> Mapping[int, tuple[frozenset[str], frozenset[str]]]:
    """By canonical speaker its roles, folded, and the keys of its organisations."""
    of = {member: number for number, group in known.items() for member in group.members}
    wanted = sa.select(affiliation.c.speaker_id, affiliation.c.role, organisation.c.key).join(organisation)
    told: dict[int, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for number, role, key in connection.execute(wanted.where(affiliation.c.speaker_id.in_(sorted(of)))):
        told[of[number]][0].update({fold(role)} - {""})
        told[of[number]][1].add(key)
    return {number: (frozenset(told[number][0]), frozenset(told[number][1])) for number in known}


def _profile(
    of: Known, known_roles: frozenset[str], bodies: frozenset[str], *, more: frozenset[str] = frozenset()
) -> Profile:
    """As the machine found it: what it finds next is held against that, whatever people decided since."""
    return Profile(
        kind=of.row.kind,
        names=frozenset(_telling(of)),
        given=frozenset(of.given),
        roles=known_roles | more,
        organisations=bodies,
        country=found(of.row, "country"),
        wikidata=found(of.row, "wikidata"),
    )


def _telling(of: Known) -> Iterator[str]:
    """The names that mean it outside of an article too. What articles call somebody else by mistake is none."""
    for name in of.keys:
        if of.row.kind is SpeakerKind.PERSON:
            is_its = any(alike(name, own) for own in of.own)
        else:
            is_its = all(name in telling(own, (name,)) for own in of.own)
        if is_its or name in of.own or name in of.given:
            yield name
