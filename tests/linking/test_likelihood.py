"""How likely two profiles are one speaker, and which of several is meant."""

from typing import Any

import pytest

from factbase.document import SpeakerKind
from factbase.linking import LINK, SUGGEST, Candidate, Profile, choose, compare


def person(*names: str, **told: Any) -> Profile:
    """Roles and organisations are given as tuples."""
    sets: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, tuple) else value for name, value in told.items()
    }
    return Profile(kind=SpeakerKind.PERSON, names=frozenset(names), **sets)


SENATOR = person("ada roth", roles=("senator",), organisations=("senate",), country="USA")


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        # by the name, where nothing else is told
        (person("ada roth"), person("ada roth"), "link"),
        (person("ada roth"), SENATOR, "link"),
        (person("ada roth"), person("ada q roth"), "link"),
        (person("a roth"), person("ada roth"), "suggest"),
        (person("roth"), person("ada roth"), "suggest"),
        (person("bob roth"), person("robert roth"), "suggest"),
        (person("ada roth"), person("ines roth"), None),
        (person("adam roth"), person("adam roth jr"), None),
        # what else is told agrees
        (person("bob roth", roles=("senator",)), person("robert roth", roles=("ohio senator",)), "link"),
        (person("roth", roles=("senator",), organisations=("senate",)), SENATOR, "link"),
        (person("roth", roles=("senator",)), SENATOR, "suggest"),
        (person("adam roth", roles=("mayor",)), person("adam roth jr", roles=("mayor",)), "suggest"),
        # another office of the same walk of life
        (person("ada roth", roles=("president",), country="USA"), SENATOR, "link"),
        (person("ada roth", roles=("nominee",), organisations=("democratic party",)), SENATOR, "link"),
        (person("ada roth", roles=("ceo",), organisations=("roth industries",)), SENATOR, "link"),
        (person("ada roth", roles=("general",)), SENATOR, "link"),
        # namesakes
        (person("ada roth", roles=("professor",)), SENATOR, "suggest"),
        (person("ada roth", roles=("ceo",)), person("ada roth", roles=("professor",)), "suggest"),
        (person("ada roth", roles=("spokeswoman",), organisations=("yale",)), SENATOR, "suggest"),
        (person("ada roth", roles=("quarterback",)), SENATOR, "suggest"),
        (person("ada roth", country="NOR"), SENATOR, "suggest"),
        (person("ada roth", roles=("sheriff",), organisations=("lund police",), country="SWE"), SENATOR, None),
        (person("ada roth", roles=("professor",), organisations=("yale",)),
         person("ada roth", roles=("professor",), organisations=("lund university",)), "suggest"),
        (person("ada roth", roles=("spokeswoman",), organisations=("yale",)),
         person("ada roth", roles=("spokeswoman",), organisations=("dockers union",)), "suggest"),
        (person("ada roth", organisations=("yale law school",)),
         person("ada roth", organisations=("yale",)), "link"),
        (person("ada roth", roles=("critic",)), person("ada roth", roles=("ally",)), "link"),
        (person("ada roth", roles=("spokeswoman",)), person("ada roth", roles=("spokeswoman",)), "link"),
        # a name or an item that means one alone
        (person("zelensky"), person("volodymyr zelenskyy", "zelensky", given=("zelensky",)), "link"),
        (person("ada roth", "zelensky", given=("zelensky",)), person("bo roth", "zelensky", given=("zelensky",)), None),
        (person("ada roth", wikidata="Q1"), person("ines okafor", wikidata="Q1"), "link"),
        (person("ada roth", wikidata="Q1"), person("ada roth", wikidata="Q2"), None),
    ],
)  # fmt: skip
def test_compare(one: Profile, other: Profile, outcome: str | None) -> None:
    found = compare(one, other)
    score = found.score if found else 0.0
    assert (None if score < SUGGEST else "link" if score >= LINK else "suggest") == outcome
    assert compare(other, one) == found


def test_reasons_are_told() -> None:
    found = compare(person("bob roth", roles=("quarterback",)), person("robert roth", roles=("senator",)))
    assert found
    assert found.reason == "a nickname or another spelling of the given name; politics and sport"


def candidate(number: int, profile: Profile, articles: int = 1) -> Candidate:
    return Candidate(number, profile, articles)


COACH = person("ada roth", roles=("coach",))
BROTHERS = (person("adam bush"), person("george w bush"), person("george hw bush"))


@pytest.mark.parametrize(
    ("new", "known", "number"),
    [
        (person("ada roth"), [SENATOR], 0),
        (person("ada roth"), [], None),
        (person("roth"), [SENATOR], None),
        (person("ada roth"), [SENATOR, COACH], None),
        (person("ada roth", roles=("senator",)), [COACH, SENATOR], 1),
        (person("george bush"), list(BROTHERS), None),
        (person("ada roth"), [person("ada roth"), person("ada roth", roles=("coach",))], 0),
    ],
)
def test_one_candidate_must_be_left(new: Profile, known: list[Profile], number: int | None) -> None:
    found = choose(new, [candidate(i, profile) for i, profile in enumerate(known)])
    assert (found[1].number if found else None) == number


def test_who_is_in_many_more_articles_is_meant() -> None:
    known = [candidate(0, COACH), candidate(1, SENATOR, articles=5)]
    found = choose(person("ada roth"), known)
    assert found
    assert found[1].number == 1
