import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from factbase.document import SpeakerKind
from factbase.resolve import registry as module
from factbase.resolve.registry import load_registry, name_key, plain, seeds_folder

REGISTRY = load_registry()


def rows(name: str) -> Iterator[dict[str, str]]:
    with (seeds_folder() / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.mark.parametrize(
    ("printed", "name", "kind"),
    [
        ("the U.S.", "United States", SpeakerKind.GOVERNMENT),
        ("Britain", "United Kingdom", SpeakerKind.GOVERNMENT),
        ("the Kremlin", "Kremlin", SpeakerKind.GOVERNMENT),
        ("Elysee", "Élysée Palace", SpeakerKind.GOVERNMENT),
        ("WHO", "World Health Organization", SpeakerKind.ORGANISATION),
        ("I.M.F.", "International Monetary Fund", SpeakerKind.ORGANISATION),
        ("the Washington Post's", "The Washington Post", SpeakerKind.ORGANISATION),
        ("Pentagon", "Pentagon", SpeakerKind.GOVERNMENT),
    ],
)
def test_known_names(printed: str, name: str, kind: SpeakerKind) -> None:
    known = REGISTRY.known(printed)
    assert known
    assert (known.name, known.kind) == (name, kind)


@pytest.mark.parametrize("printed", ["who", "the Times", "Jane Roe", "", "us", "it"])
def test_what_is_no_or_no_single_name(printed: str) -> None:
    assert REGISTRY.known(printed) is None


def test_people() -> None:
    assert REGISTRY.surnames["putin"].name == "Vladimir Putin"
    assert "clinton" not in REGISTRY.surnames
    assert "brown" not in REGISTRY.surnames
    merkel = REGISTRY.person("Angela Merkel")
    assert merkel
    assert (merkel.country, merkel.gender) == ("DEU", "f")


def test_adjectives_and_capitals() -> None:
    assert REGISTRY.adjectives["north korean"].name == "North Korea"
    assert REGISTRY.peoples["poles"].country == "POL"
    assert REGISTRY.capitals["warsaw"].wikidata == "Q36"
    assert REGISTRY.gender("François") == "m"
    assert REGISTRY.gender("Xyzzy") is None


def test_every_state_is_there_once() -> None:
    states = list(rows("states.csv"))
    assert len(states) >= 195
    assert len({row["alpha3"] for row in states}) == len({row["wikidata"] for row in states}) == len(states)
    assert all(len(row["alpha3"]) == 3 and row["wikidata"].startswith("Q") for row in states)


@pytest.mark.parametrize("name", ["metonyms.csv", "organisations.csv", "outlets.csv", "people.csv"])
def test_names_are_unique_and_countries_known(name: str) -> None:
    countries = {row["alpha3"] for row in rows("states.csv")} | {"", "HKG"}
    table = list(rows(name))
    assert len({row["name"] for row in table}) == len(table)
    assert {row["alpha3"] for row in table} <= countries


def test_identifiers_are_given_once() -> None:
    tables = ("states.csv", "organisations.csv", "outlets.csv", "people.csv")
    given = [row["wikidata"] for name in tables for row in rows(name) if row["wikidata"]]
    assert len(given) == len(set(given))


def test_keys() -> None:
    assert name_key("The U.N.") == "UN"
    assert name_key("the  Élysée's") == "elysee"
    assert plain("São Tomé") == "sao tome"


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    for path in seeds_folder().glob("*.csv"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert load_registry(tmp_path).known("France") is None


def test_seeds_inside_the_package_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seeds_folder().name == "seeds"
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr(module, "PACKAGE", tmp_path)
    assert seeds_folder() == tmp_path / "seeds"
