"""The files of known speakers: complete, and each name means one."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from factbase.document import SpeakerKind
from factbase.read.speakers import COUNTRIES
from factbase.resolve import registry as module
from factbase.resolve.registry import Known, load_registry, name_key, seeds_folder

UNITED_NATIONS = frozenset(
    """
    AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF
    CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI
    FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN
    KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT
    MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT
    ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON
    TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
    """.split()
)
OBSERVERS_AND_OTHERS = frozenset(("VAT", "PSE", "XKX", "TWN"))
FILES = ("states.csv", "metonyms.csv", "organisations.csv", "outlets.csv", "people.csv")
REGISTRY = load_registry()


def rows(name: str) -> Iterator[dict[str, str]]:
    with (seeds_folder() / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def names() -> Iterator[tuple[str, str]]:
    """(key of a name, whom it means) of everybody but persons, whose names the registry holds apart."""
    folder = seeds_folder()
    known: list[Known] = [state for state, _ in module._states(folder)] + list(module._bodies(folder))
    for one in known:
        yield from ((name_key(name), f"{one.name} ({one.type})") for name in (one.name, *one.names))


def test_every_state() -> None:
    assert len(UNITED_NATIONS) == 193
    assert {row["alpha3"] for row in rows("states.csv")} == UNITED_NATIONS | OBSERVERS_AND_OTHERS


def test_every_state_but_some_has_its_people_and_its_capital() -> None:
    bare = [row["name"] for row in rows("states.csv") if not row["capitals"]]
    assert all(name in {r["name"] for r in rows("states.csv") if r["adjectives"]} for name in bare)


@pytest.mark.parametrize(
    ("file", "types", "least"),
    [
        ("organisations.csv", {"intergovernmental"}, 60),
        ("organisations.csv", {"ministry"}, 30),
        ("outlets.csv", {"newspaper", "magazine", "broadcaster", "site"}, 80),
        ("outlets.csv", {"agency"}, 40),
    ],
)
def test_there_are_enough(file: str, types: set[str], least: int) -> None:
    assert len([row for row in rows(file) if row["type"] in types]) >= least


def test_outlets_are_of_the_whole_world() -> None:
    assert len({row["alpha3"] for row in rows("outlets.csv")} - {""}) >= 50


@pytest.mark.parametrize("file", FILES)
def test_countries_are_of_iso_3166(file: str) -> None:
    assert len(COUNTRIES) == 250  # 249 and Kosovo
    assert {row["alpha3"] for row in rows(file)} <= COUNTRIES | {""}


@pytest.mark.parametrize("file", [file for file in FILES if file != "metonyms.csv"])
def test_wikidata_ids_are_well_formed(file: str) -> None:
    assert all(re.fullmatch(r"Q[1-9][0-9]*", row["wikidata"]) for row in rows(file) if row["wikidata"])


@pytest.mark.parametrize("file", ["metonyms.csv", "organisations.csv"])
def test_kinds(file: str) -> None:
    assert {row["kind"] for row in rows(file)} <= {SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT}


@pytest.mark.parametrize("file", FILES)
def test_nobody_is_there_twice(file: str) -> None:
    table = [name_key(row["name"]) for row in rows(file)]
    assert len(set(table)) == len(table)


def test_a_name_of_two_is_noted() -> None:
    """The registry takes it for neither, or for whose own name it is; `ambiguous.csv` says which two."""
    meant: dict[str, set[str]] = defaultdict(set)
    for key, whom in names():
        meant[key].add(whom)
    noted = {name_key(row["name"]): row["note"] for row in rows("ambiguous.csv")}
    assert {key for key, whom in meant.items() if len(whom) > 1} == set(noted)
    assert all(noted.values())
    shared = [row["name"] for row in rows("ambiguous.csv") if name_key(row["name"]) not in REGISTRY.namesakes]
    assert all(REGISTRY.known(name) is None for name in shared)
    assert shared


@pytest.mark.parametrize(
    ("printed", "name", "country"),
    [
        ("the Foreign Ministry", "Ministry of Foreign Affairs", None),
        ("Defense Ministry", "Ministry of Defence", None),
        ("FAO", "Food and Agriculture Organization", None),
        ("CARICOM", "Caribbean Community", None),
        ("the Yomiuri Shimbun", "Yomiuri Shimbun", "JPN"),
        ("Ritzau", "Ritzau", "DNK"),
        ("Rosenbad", "Rosenbad", "SWE"),
        ("the Holy See", "Vatican City", "VAT"),
    ],
)
def test_known(printed: str, name: str, country: str | None) -> None:
    known = REGISTRY.known(printed)
    assert known
    assert (known.name, known.country) == (name, country)
