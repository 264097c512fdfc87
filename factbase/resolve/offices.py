"""Who held which office when: facts that tell whom "the Vermont senator" and "the former prime minister" mean.

`seeds/offices.csv` has one row for each term: name (as in people.csv), the words the office goes by, ISO code, first
and last day. Only persons whom the article names are ever found by it.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from factbase.resolve.lexicon import singular
from factbase.resolve.registry import name_key, plain, seeds_folder

SAME = {"gop": "republican", "defence": "defense", "nominees": "nominee", "hopeful": "candidate"}
IDLE = frozenset("the this that former then current presumptive u.s us american one-time".split())
"""Words that do not tell which office is meant."""


@dataclass(frozen=True, slots=True)
class Office:
    words: frozenset[str]
    country: str
    start: date
    end: date | None

    def held(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    def past(self, day: date) -> bool:
        return self.end is not None and self.end < day


@cache
def offices() -> dict[str, tuple[Office, ...]]:
    """The offices of each person, by the key of the name."""
    out: dict[str, tuple[Office, ...]] = {}
    for name, office in _rows():
        out[name] = (*out.get(name, ()), office)
    return out


def holds(name: str, asked: Iterable[str], country: str | None, day: date) -> bool:
    """Whether the person held on `day`, or before if "former" is asked, an office of all these words.

    >>> holds("Bernie Sanders", ["the", "Vermont", "senator"], None, date(2016, 5, 1))
    True
    """
    words = [plain(w) for w in asked]
    wanted = {SAME.get(w, singular(w)) for w in words if w not in IDLE}
    former = "former" in words
    return bool(wanted) and any(
        wanted <= office.words and country in (None, office.country) and (office.past if former else office.held)(day)
        for office in offices().get(name_key(name), ())
    )


def has_held(name: str, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns told of a person fits an office they ever held."""
    return any(nouns & office.words for office in offices().get(name_key(name), ()))


def _rows() -> Iterator[tuple[str, Office]]:
    with (seeds_folder() / "offices.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = frozenset(SAME.get(w, singular(w)) for w in plain(row["role"]).split())
            end = date.fromisoformat(row["until"]) if row["until"] else None
            yield name_key(row["name"]), Office(words, row["alpha3"], date.fromisoformat(row["from"]), end)
