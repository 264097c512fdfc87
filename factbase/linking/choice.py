"""Which known speaker an article's is, if one alone is left."""

from collections.abc import Sequence
from dataclasses import dataclass

from factbase.linking.likelihood import Likelihood, compare
from factbase.linking.profile import Profile

LINK = 0.85
"""From this score on a speaker is taken for a known one without asking."""
SUGGEST = 0.5
"""From this score on `factbase speaker suggest` asks."""
LEAD = 0.15
"""How much better than every other the one must be ..."""
DOMINANT = 5
"""... or in how many times as many articles; or the other is as likely to be the same as the one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known speaker: its row's number, what is known of it, in how many articles it speaks."""

    number: int
    profile: Profile
    articles: int


def choose(new: Profile, known: Sequence[Candidate]) -> tuple[Likelihood, Candidate] | None:
    """The one candidate that is left, and how likely it is; None where none is likely enough or two are."""
    scored = [(found, candidate) for candidate in known if (found := compare(new, candidate.profile))]
    scored.sort(key=lambda pair: (-pair[0].score, -pair[1].articles, pair[1].number))
    if not scored or scored[0][0].score < LINK:
        return None
    first, *others = scored
    return first if all(_is_beaten(other, first) for other in others) else None


def _is_beaten(other: tuple[Likelihood, Candidate], first: tuple[Likelihood, Candidate]) -> bool:
    behind = first[0].score - other[0].score
    if behind >= LEAD or first[1].articles >= DOMINANT * max(1, other[1].articles):
        return True
    same = compare(first[1].profile, other[1].profile)
    return same is not None and same.score >= LINK
