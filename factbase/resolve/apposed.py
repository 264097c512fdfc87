"""Who stands behind a comma or a role: "the mayor, Jane Roe", "She and her Danish counterpart, Tom Poe"."""

import re
from itertools import pairwise

from factbase.document import SpeakerKind
from factbase.resolve.home import is_state
from factbase.resolve.items import OWNERS, POSSESSIVE, Items
from factbase.resolve.kinds import SHORT_OFFICES
from factbase.resolve.lexicon import ABBREVIATED, BODIES, PERSON_NOUNS, PREPOSITIONS, QUANTIFIERS, singular
from factbase.resolve.phrases import Phrase
from factbase.resolve.reading import Found, Reading, named
from factbase.resolve.ties import in_role

BARRED = QUANTIFIERS | POSSESSIVE | {"of", "for", "who", "at", "like", "including", ","}
"""What between a role and a name shows that the name is not in apposition."""
STATES = frozenset("ally neighbour neighbor rival partner power adversary foe country nation state".split())
"""What a state is called that is named in apposition: "its old rival, Chad"."""
GIVES_NAME = re.compile(r"\b(?:gave (?:his|her|their) names?|identified (?:him|her|them)sel(?:f|ves))(?: only)? as$")


def by_own_word(reading: Reading, items: Items) -> Found | None:
    """Jane Roe of "a grower who gave her name as Jane Roe"."""
    for k, item in enumerate(items):
        if reading.is_person(item.figure) and GIVES_NAME.search(" ".join(before.low for before in items[:k])):
            return by_name(reading, Phrase((item,), (), ()))
    return None


def by_name(reading: Reading, phrase: Phrase) -> Found | None:
    """A name, or the person behind the comma: "The deputy leader of the opposition Quay Party, Jane Roe," is Roe."""
    if phrase.head.figure is None:
        return None
    role = any(_is_role(item.low) and after.low in PREPOSITIONS for item, after in pairwise(phrase.core[:-1]))
    body = not reading.is_person(phrase.head.figure) or " " not in phrase.head.text
    behind = _person(reading, phrase.apposition) if role and body else None
    return behind or named(reading, phrase.head.figure, phrase.head)


def by_apposition(reading: Reading, phrase: Phrase) -> Found | None:
    """The person, body or state named after the comma, if the phrase before it is a role, a type or what states are.

    Or the person named without one behind a body: "a member of the ruling party Jane Roe".
    """
    if phrase.head.low in STATES and (state := _state(reading, phrase)) is not None:
        return named(reading, state, phrase.head)
    if singular(phrase.head.low) in BODIES:
        return _body(reading, phrase)
    if not _is_role(phrase.head.low):
        return None
    behind = _person(reading, phrase.apposition)
    last = phrase.rest[-1].figure if _ends_in_person(reading, phrase.rest) else None
    if last is None or (behind and " " not in phrase.rest[-1].text):
        return behind
    figures, speaker = named(reading, last, phrase.rest[-1])
    return figures, in_role(reading, Phrase(phrase.core, phrase.rest[:-1], ()), speaker) if speaker else None


def two_persons(reading: Reading, items: Items) -> list[Items]:
    """The words for each of two persons of whom one is told more; empty if it is another phrase."""
    return _with_notes(reading, items) or _with_another(reading, items)


def _is_role(low: str) -> bool:
    return singular(low).rpartition("-")[2] in PERSON_NOUNS | SHORT_OFFICES.keys()  # "vice-chairman" is a chairman


def _person(reading: Reading, apposition: Items) -> Found | None:
    """The person named first behind a role: ", Deputy Mayor Jane Roe", ", the former MP Jane Roe", ", Chad's Jane Roe".

    So, too, behind an initialism, ", QP, Jane Roe", and a place: ", Ashton Rep. Jane Roe".
    """
    if len(apposition) > 2 and apposition[0].text.isupper() and apposition[1].text == ",":
        apposition = apposition[2:]
    if len(apposition) > 2 and apposition[1].text in POSSESSIVE and _is_state(reading, apposition[0].figure):
        apposition = apposition[2:]
    if apposition and apposition[0].low == "the":
        apposition = apposition[1:]
    for k, item in enumerate(apposition[:8]):
        if item.low in BARRED:
            return None
        titled = k + 1 < len(apposition) and apposition[k + 1].low.strip(".") in ABBREVIATED
        if reading.is_person(item.figure) and not titled:
            return by_name(reading, Phrase((item,), (), ()))
    return None


def _body(reading: Reading, phrase: Phrase) -> Found | None:
    """Volta of "the rail union, Volta": one name, where the phrase before it has none."""
    if len(phrase.apposition) != 1 or phrase.core[0].low != "the" or any(i.figure is not None for i in phrase.core):
        return None
    item = phrase.apposition[0]
    if item.figure is None or reading.figure(item.figure).kind is not SpeakerKind.ORGANISATION:
        return None
    return named(reading, item.figure, item)


def _ends_in_person(reading: Reading, rest: Items) -> bool:
    """ "of the ruling party Jane Roe" and "of state for inland ports Jane Roe"."""
    if len(rest) < 3 or not reading.is_person(rest[-1].figure):
        return False
    before = rest[-2]
    plain = before.low == before.text and before.figure is None and before.low not in BARRED | PREPOSITIONS
    portfolio = rest[0].low == "of" and plain and singular(before.low) not in PERSON_NOUNS
    return portfolio or singular(before.low) in BODIES


def _state(reading: Reading, phrase: Phrase) -> int | None:
    """South Korea of "their neighbour, South Korea"."""
    after = [item for item in phrase.apposition[:3] if item.low not in ("the", ",")]
    return after[0].figure if len(after) == 1 and _is_state(reading, after[0].figure) else None


def _is_state(reading: Reading, figure: int | None) -> bool:
    return figure is not None and is_state(reading.figure(figure))


def _with_notes(reading: Reading, items: Items) -> list[Items]:
    """ "Jane Roe, who chairs the group, and Tom Poe, a deputy mayor": what stands between commas is about the first."""
    marks = [k for k, item in enumerate(items) if item.text == ","]
    second = next((k for k in marks[1:] if k + 1 < len(items) and items[k + 1].low == "and"), None)
    if second is None:
        return []
    first, told, rest = items[: marks[0]], items[marks[0] + 1 : second], items[second + 2 :]
    at = next((k for k, item in enumerate(rest) if reading.is_person(item.figure)), None)
    alone = first and reading.is_person(first[-1].figure) and not any(reading.is_person(i.figure) for i in told)
    if at is None or not alone or any(item.low in BARRED - {","} for item in (*first, *rest[:at])):
        return []
    start = max((k + 1 for k in range(at) if rest[k].text == ","), default=0)
    return [first, rest[start : at + 1]] if _ends_at(rest, at) else []


def _with_another(reading: Reading, items: Items) -> list[Items]:
    """ "She and her Danish counterpart, Tom Poe": the second is named behind a comma."""
    at = next((k for k, item in enumerate(items) if item.low == "and"), len(items))
    first, second = items[:at], items[at + 1 :]
    behind = next((k + 1 for k, item in enumerate(second) if item.text == ","), len(second))
    named_there = behind < len(second) and reading.is_person(second[behind].figure)
    if not named_there or second[0].low not in (*OWNERS, "the") or len(first) != 1:
        return []
    one = first[0].low in ("he", "she") or reading.is_person(first[0].figure)
    return [first, second[behind : behind + 1]] if one and _ends_at(second, behind) else []


def _ends_at(items: Items, at: int) -> bool:
    """Nothing follows, or a comma."""
    return at + 1 == len(items) or items[at + 1].text == ","
