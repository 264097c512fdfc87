"""The state that the words around a name tell: "Taiwan's", "South Korean"."""

import re
from collections import Counter
from functools import lru_cache

from factbase.resolve.registry import Known, Registry, name_key, plain

HALVES = frozenset(("north", "south"))
DIVIDED = re.compile(r"\b(?:North|South) ([A-Z]\w+)")
CAPITAL = re.compile(r"\b[A-Z](?:\.[A-Z]\.|[\w]+)")
PAIR = re.compile(r"\b(?=([A-Z]\w+ [A-Z]\w+))")
OWNING = re.compile(r"((?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+)['’]s? $")


def state_in_front(text: str, start: int, registry: Registry) -> Known | None:
    """The state that owns what begins at `start`: "Taiwan's Mainland Affairs Council"."""
    owner = OWNING.search(text[max(0, start - 40) : start])
    if owner is None:
        return None
    words = owner[1].split()
    found = (registry.state(" ".join(words[-k:])) for k in range(len(words), 0, -1))
    return next((state for state in found if state), None)


def state_named(phrase: str, registry: Registry) -> Known | None:
    """The state whose adjective a phrase begins with: "South Korean Foreign Ministry"."""
    words = phrase.split()
    found = (registry.adjectives.get(plain(" ".join(words[:k]))) for k in range(min(3, len(words)), 0, -1))
    return next((known for known in found if known), None)


def state_at_end(name: str, registry: Registry) -> Known | None:
    """The state of "Security Service of Ukraine"."""
    _, _, last = name.rpartition(" of ")
    return registry.state(last) if last != name else None


def meant_here(text: str, name: str, registry: Registry) -> Known | None:
    """Whom the registry knows by that name: of namesakes in several countries the one whose country is named most."""
    known, others = registry.known(name), registry.namesakes.get(name_key(name), ())
    if known is None or not others:
        return known
    often = _countries(text, registry)
    return max((known, *others), key=lambda k: often[k.country or ""])


@lru_cache(maxsize=1)  # an article asks for each mention
def _countries(text: str, registry: Registry) -> Counter[str]:
    """How often the text has the names, adjectives and capitals of countries that are one word or two."""
    out: Counter[str] = Counter()
    for word in (*CAPITAL.findall(text), *PAIR.findall(text)):
        state = registry.adjectives.get(plain(word)) or registry.capitals.get(name_key(word)) or registry.state(word)
        if state and state.country:
            out[state.country] += 1
    return out


def half_named(text: str, half: str, registry: Registry) -> Known | None:
    """South Korea of "the South", where the text names one of the two Koreas; a state without a twin is never meant."""
    if half.lower() not in HALVES:
        return None
    twins = {land[1] for land in DIVIDED.finditer(text) if _are_states(land[1], registry)}
    return registry.known(f"{half.title()} {twins.pop()}") if len(twins) == 1 else None


def _are_states(land: str, registry: Registry) -> bool:
    return all(registry.state(f"{half.title()} {land}") for half in HALVES)
