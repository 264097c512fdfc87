"""Which statement of a snapshot each finding of a new reading is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from factbase.document import Spans
from factbase.store.corrections import Standing

MOST = 0.5
"""Whoever shares more than this part of the shorter one's characters has the same words."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """By the indexes of the findings."""

    found: dict[int, Standing] = field(default_factory=dict)
    """The same statement, found again."""
    covered: dict[int, Standing] = field(default_factory=dict)
    """Words that a statement covers on which people decided: no statement beside it."""


def pair(findings: Sequence[tuple[str, Spans]], there: Sequence[Standing]) -> Pairing:
    """Pairs (uid, content) of each finding with what is there.

    1. The same words are the same statement.
    2. A judged statement whose words are not found is the finding that shares most of them.
    3. What else shares most of its words with such a statement, or with words that a person set, is covered by it.
    """
    by_uid = {each.row.uid: each for each in there}
    found = {i: by_uid[uid] for i, (uid, _) in enumerate(findings) if uid in by_uid}
    again = {each.row.uid for each in found.values()}
    lost = [each for each in there if each.is_judged and each.row.uid not in again]
    found |= _nearest([(i, content) for i, (_, content) in enumerate(findings) if i not in found], lost)
    covering: list[tuple[Standing, Sequence[Spans]]] = [
        (each, (each.read.content, each.stands.content)) for each in lost
    ]
    covering += [(s, (s.stands.content,)) for s in found.values() if s.stands.content != s.read.content]
    left = ((i, content) for i, (_, content) in enumerate(findings) if i not in found)
    covered = {i: by for i, content in left if (by := _covering(content, covering))}
    return Pairing(found, covered)


def _nearest(findings: Sequence[tuple[int, Spans]], lost: Sequence[Standing]) -> dict[int, Standing]:
    """One to one, those that share most first."""
    shares = sorted(
        (-share, i, n)
        for i, content in findings
        for n, each in enumerate(lost)
        if (share := max(shared(content, each.read.content), shared(content, each.stands.content))) > MOST
    )
    pairs: dict[int, int] = {}
    for _, i, n in shares:
        if i not in pairs and n not in pairs.values():
            pairs[i] = n
    return {i: lost[n] for i, n in pairs.items()}


def _covering(content: Spans, by: Sequence[tuple[Standing, Sequence[Spans]]]) -> Standing | None:
    return next((each for each, contents in by if any(shared(content, one) > MOST for one in contents)), None)


def shared(one: Spans, other: Spans) -> float:
    """The part of the shorter one's characters that both have."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return common / min(sum(end - start for start, end in spans) for spans in (one, other))
