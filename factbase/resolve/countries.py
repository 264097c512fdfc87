"""Which country a word means: by ISO 3166-1 code of two or three letters, or by an English name of it."""

import csv
from collections.abc import Iterator
from functools import cache

from factbase.resolve.registry import plain, seeds_folder


def country_code(words: str) -> str | None:
    """The alpha-3 code for "EE", "est", "Estonia", "the Netherlands", "U.K."; None where it is no country.

    Kosovo has XKX and XK, which are in use but not in the standard.
    """
    key = plain(" ".join(words.split()))
    return _codes().get(key) or _codes().get(key.removeprefix("the "))


@cache
def _codes() -> dict[str, str]:
    """Codes by name; what stands first wins, so that a code is never taken for the short name of another country."""
    found: dict[str, str] = {}
    for code, name in [*_iso(), *_states()]:
        found.setdefault(plain(name), code)
    return found


def _iso() -> Iterator[tuple[str, str]]:
    rows = list(_rows("countries.csv"))
    yield from ((row["alpha3"], row["alpha3"]) for row in rows)
    yield from ((row["alpha3"], row["alpha2"]) for row in rows)
    yield from ((row["alpha3"], name) for row in rows for name in row["names"].split(";") if name)


def _states() -> Iterator[tuple[str, str]]:
    for row in _rows("states.csv"):
        yield from ((row["alpha3"], name) for name in (row["name"], *row["aliases"].split(";")) if name)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (seeds_folder() / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
