"""Known speakers: states, seats of government, organisations, outlets, prominent people, given names.

The files lie in `seeds/`: at the top of a checkout, inside the package when installed from a wheel.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from factbase.document import SpeakerKind

PACKAGE = Path(__file__).parents[1]
ACRONYM = re.compile(r"[A-Z][A-Z0-9+&-]{1,6}")
POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
OUTLETS = frozenset(("newspaper", "magazine", "site", "broadcaster", "agency"))


@dataclass(frozen=True, slots=True)
class Known:
    """One known speaker."""

    name: str
    kind: SpeakerKind
    type: str
    """What the nouns of a newspaper call it: "state", "seat", "newspaper", "agency", "party", "court" ..."""
    country: str | None = None
    wikidata: str | None = None
    names: tuple[str, ...] = ()
    gender: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """Looked up by name. Every mapping's key comes from `name_key`, but that of `adjectives`, in lower case.

    Two are equal only if they are one, so what is found with it can be kept by it.
    """

    names: Mapping[str, Known]
    """By any name that means one speaker only, or is the own name of one."""
    namesakes: Mapping[str, tuple[Known, ...]]
    """Who in other countries is called what is the own name of one: "Congress" in India."""
    people: Mapping[str, Known]
    """Persons by full name."""
    surnames: Mapping[str, Known]
    """Persons by the single name that the world knows them by: "Obama"."""
    adjectives: Mapping[str, Known]
    """States by "french", "north korean"."""
    peoples: Mapping[str, Known]
    """States by "french", "north koreans"."""
    capitals: Mapping[str, Known]
    """States by the name of their capital."""
    openings: Mapping[str, tuple[str, ...]]
    """Full names of persons by their first word, the longest first."""
    genders: Mapping[str, str]
    """"m" or "f" by given name, in lower case without accents."""

    def known(self, name: str) -> Known | None:
        """The state, seat, organisation or outlet of that name."""
        known = self.names.get(name_key(name))
        return None if known and _is_common_word(name, known) else known

    def state(self, name: str) -> Known | None:
        """The state of that name, not its seat or its organs."""
        known = self.known(name)
        return known if known and known.type == "state" else None

    def state_of(self, country: str | None) -> Known | None:
        """The state that has this code."""
        return next((state for state in self.adjectives.values() if state.country == country), None)

    def person(self, name: str) -> Known | None:
        return self.people.get(name_key(name))

    def gender(self, given: str) -> str | None:
        return self.genders.get(plain(given))


def load_registry(folder: Path | None = None) -> Registry:
    """Reads `folder`, by default the seeds that come with the program. The result is shared: it is never changed."""
    return _load(folder or seeds_folder())


def seeds_folder() -> Path:
    """`factbase/seeds` in a wheel, else `seeds` beside the package."""
    inside = PACKAGE / "seeds"
    return inside if inside.is_dir() else PACKAGE.parent / "seeds"


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Lower case without accents and dots: "Élysée" and "Elysee" are one, "U.N." is "un"."""
    bare = unicodedata.normalize("NFKD", text).replace("’", "'").replace(".", "")
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """What two spellings of one name share. An acronym keeps its capitals: "WHO" is not "who"."""
    bare = POSSESSIVE.sub("", " ".join(name.split())).replace(".", "")
    for article in ("The ", "the "):
        bare = bare.removeprefix(article)
    return bare if ACRONYM.fullmatch(bare) else plain(bare)


def _is_common_word(name: str, known: Known) -> bool:
    """ "Liberation" is no newspaper, "Libération" is."""
    return known.type in OUTLETS and name.isascii() and " " not in known.name and not known.name.isascii()


@cache
def _load(folder: Path) -> Registry:
    states = list(_states(folder))
    people = list(_people(folder))
    bodies = [known for known, _ in states] + list(_bodies(folder))
    named = [(name, known) for known in bodies for name in (known.name, *known.names)]
    namesakes = _namesakes(named)
    elsewhere = {(key, known) for key, others in namesakes.items() for known in others}
    return Registry(
        names=_unambiguous((name, known) for name, known in named if (name_key(name), known) not in elsewhere),
        namesakes=namesakes,
        people=_unambiguous((name, known) for known, _ in people for name in (known.name, *known.names)),
        surnames=_unambiguous((name, known) for known, alone in people for name in alone),
        adjectives={plain(word): known for known, row in states for word in _listed(row["adjectives"])},
        peoples={plain(word): known for known, row in states for word in _listed(row["people"])},
        capitals=_unambiguous((city, known) for known, row in states for city in _listed(row["capitals"])),
        openings=_openings([known for known, _ in people]),
        genders={plain(row["name"]): row["gender"] for row in _rows(folder / "given_names.csv")},
    )


def _openings(people: list[Known]) -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for name in sorted((n for p in people for n in (p.name, *p.names) if " " in n), key=lambda n: (-len(n), n)):
        out.setdefault(name.split()[0], []).append(name)
    return {first: tuple(names) for first, names in out.items()}


def _states(folder: Path) -> Iterator[tuple[Known, dict[str, str]]]:
    for row in _rows(folder / "states.csv"):
        names = tuple(_listed(row["aliases"]))
        country, wikidata = row["alpha3"], row["wikidata"] or None
        yield Known(row["name"], SpeakerKind.GOVERNMENT, "state", country, wikidata, names), row


def _bodies(folder: Path) -> Iterator[Known]:
    for row in _rows(folder / "metonyms.csv"):
        yield _body(row, kind=row["kind"], type_="seat")
    for row in _rows(folder / "organisations.csv"):
        yield _body(row, kind=row["kind"], type_=row["type"])
    for row in _rows(folder / "outlets.csv"):
        yield _body(row, kind="organisation", type_=row["type"])


def _body(row: dict[str, str], *, kind: str, type_: str) -> Known:
    wikidata = row.get("wikidata") or None
    return Known(row["name"], SpeakerKind(kind), type_, row["alpha3"] or None, wikidata, tuple(_listed(row["aliases"])))


def _people(folder: Path) -> Iterator[tuple[Known, list[str]]]:
    """Each person with the single names that mean them alone."""
    for row in _rows(folder / "people.csv"):
        names = tuple(_listed(row["aliases"]))
        country, wikidata = row["alpha3"] or None, row["wikidata"] or None
        known = Known(row["name"], SpeakerKind.PERSON, "person", country, wikidata, names, row["gender"] or None)
        yield known, list(_listed(row["alone"]))


def _unambiguous(pairs: Iterable[tuple[str, Known]]) -> dict[str, Known]:
    """A name that two speakers share means neither."""
    found: dict[str, set[Known]] = {}
    for name, known in pairs:
        found.setdefault(name_key(name), set()).add(known)
    return {key: next(iter(known)) for key, known in found.items() if len(known) == 1}


def _namesakes(named: Iterable[tuple[str, Known]]) -> dict[str, tuple[Known, ...]]:
    """Of each name that is one speaker's own the others, of other countries, who are called so, too."""
    found: dict[str, dict[Known, None]] = {}
    for name, known in named:
        found.setdefault(name_key(name), {})[known] = None
    out: dict[str, tuple[Known, ...]] = {}
    for key, bearers in found.items():
        own = next((k for k in bearers if name_key(k.name) == key and k.country), None)
        if others := tuple(k for k in bearers if own and k.country and k.country != own.country):
            out[key] = others
    return out


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _listed(cell: str) -> Iterator[str]:
    return (word for word in cell.split(";") if word)
