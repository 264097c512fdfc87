"""How likely two profiles are one speaker, and why: a score for the names, raised and lowered by all else that is told.

The figures are judgements, not frequencies: they order the cases so that `LINK` and `SUGGEST` in `choice.py` part them
where `python -m benchmarks.links` says that links are right.
"""

from dataclasses import dataclass
from typing import NamedTuple

from factbase.document import SpeakerKind
from factbase.linking import bodies
from factbase.linking.fields import Field, content, contradict, fields, may_follow
from factbase.linking.names import Likeness, alike
from factbase.linking.profile import Profile

NAMES = {
    Likeness.SAME: 0.90,
    Likeness.FULLER: 0.87,
    Likeness.VARIANT: 0.74,
    Likeness.INITIAL: 0.70,
    Likeness.SPELLING: 0.66,
    Likeness.FAMILY: 0.56,
    Likeness.SUFFIX: 0.47,  # "Donald Trump Jr." has his father's organisation and role: no evidence lifts it to LINK
}
GIVEN = 0.97
CERTAIN = 1.0
HIGHEST = 0.99
BARRED = 0.80  # where something contradicts, whatever else agrees: both may be professors, or senators of one name


class Evidence(NamedTuple):
    """What it adds to the score, and why; whether it keeps two speakers from being linked without asking."""

    worth: float
    reason: str
    bars: bool = False


@dataclass(frozen=True, slots=True)
class Likelihood:
    """`score` from 0 to 1; `reasons` are phrases, the one about the names first."""

    score: float
    reasons: tuple[str, ...]

    @property
    def reason(self) -> str:
        return "; ".join(self.reasons)


def compare(one: Profile, other: Profile) -> Likelihood | None:
    """None where the names alone tell them apart."""
    if one.wikidata and one.wikidata == other.wikidata:
        return Likelihood(CERTAIN, ("the same Wikidata item",))
    if one.wikidata and other.wikidata:
        return None
    by_name = _names(one, other)
    if by_name is None:
        return None
    found = [by_name, *_evidence(one, other)]
    most = BARRED if any(told.bars for told in found) else HIGHEST
    score = min(most, max(0.0, sum(told.worth for told in found)))
    return Likelihood(round(score, 2), tuple(told.reason for told in found))


def _names(one: Profile, other: Profile) -> Evidence | None:
    if one.kind is SpeakerKind.PERSON:
        return _of_persons(one, other)
    if _is_given(one, other):
        return Evidence(GIVEN, "a name that was given for it")
    found = bodies.names(one, other)
    return Evidence(*found) if found else None


def _of_persons(one: Profile, other: Profile) -> Evidence | None:
    """Two that share a surname which somebody gave for both are no more one than two of a family."""
    found = _likeness(one, other)
    if found is None:
        return None
    of_two = bool(one.full_names and other.full_names)
    if _is_given(one, other) and (not of_two or found is Likeness.SAME):
        return Evidence(GIVEN, "a name that was given for it")
    return Evidence(NAMES[found], found.value)


def _is_given(one: Profile, other: Profile) -> bool:
    return bool((one.given & other.names) or (other.given & one.names))


def _likeness(one: Profile, other: Profile) -> Likeness | None:
    """By full names where both have some: that two share a family name says nothing then."""
    pairs = one.full_names, other.full_names
    mine, theirs = pairs if all(pairs) else (one.names, other.names)
    found = {likeness for a in mine for b in theirs if (likeness := alike(a, b))}
    return next((likeness for likeness in Likeness if likeness in found), None)


def _evidence(one: Profile, other: Profile) -> list[Evidence]:
    """What else agrees or contradicts; what one of them does not tell is neither."""
    found = [_country(one, other)]
    if one.kind is SpeakerKind.PERSON:
        found += [_organisation(one, other), _role(one, other)]
    return [told for told in found if told]


def _country(one: Profile, other: Profile) -> Evidence | None:
    if not one.country or not other.country:
        return None
    if one.country == other.country:
        return Evidence(0.02, f"both of {one.country}")
    return Evidence(-0.25, "of different countries", bars=True)


def _organisation(one: Profile, other: Profile) -> Evidence | None:
    """Politicians are printed with a party, a chamber, a state and a campaign by turns, and with what they did before;
    others mostly have one."""
    if not one.organisations or not other.organisations:
        return None
    if shared := one.organisations & other.organisations:
        return Evidence(0.20, f"both of {min(shared)}")
    if shared := content(one.organisations) & content(other.organisations):
        return Evidence(0.05, f"organisations that share {min(shared)}")
    mine, theirs = fields(one.roles | one.organisations), fields(other.roles | other.organisations)
    if Field.POLITICS in mine & theirs or may_follow(mine, theirs):
        return Evidence(-0.02, "no organisation in common")
    return Evidence(-0.10, "no organisation in common", bars=True)


def _role(one: Profile, other: Profile) -> Evidence | None:
    if not one.roles or not other.roles:
        return None
    mine, theirs = fields(one.roles), fields(other.roles)
    if shared := content(one.roles) & content(other.roles):
        return Evidence(0.15, f"both {min(shared)}")
    if mine & theirs:
        return Evidence(0.08, f"both in {min(mine & theirs)}")
    if shared := one.roles & other.roles:
        return Evidence(0.05, f"both {min(shared)}")
    if contradict(mine, theirs):
        return Evidence(-0.20, " and ".join(sorted((min(mine), min(theirs)))), bars=True)
    return Evidence(-0.02, "no role in common")
