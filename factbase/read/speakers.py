"""Lists of known speakers: CSV with a header, or JSON Lines, one speaker and one affiliation a line."""

import csv
import io
import json
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from factbase.document import KnownSpeaker, SpeakerKind
from factbase.errors import KnownSpeakerError

FIELDS = ("name", "kind", "country", "wikidata", "aliases", "role", "organisation", "from", "to")
KINDS = (SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT)
WIKIDATA = re.compile(r"Q[1-9][0-9]*")
DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
SEPARATOR = ";"
COUNTRIES = frozenset(
    """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR
    BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP
    CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB
    GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN
    KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD
    MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN
    PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM
    SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR
    UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM XKX YEM ZAF ZMB ZWE
    """.split()
)
"""ISO 3166-1 alpha-3, and XKX, which is in use for Kosovo."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, the header counted: what it says, or why it says nothing."""

    number: int
    found: KnownSpeaker | KnownSpeakerError


def known_speakers(data: bytes) -> Iterator[Line]:
    """Every line that is not empty. Raises KnownSpeakerError for a file that is neither form, or not in UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KnownSpeakerError("it is not in UTF-8") from None
    rows = _json_lines(text) if text.lstrip()[:1] == "{" else _csv(text)
    for number, row in rows:
        yield Line(number, row if isinstance(row, KnownSpeakerError) else _read(row))


def _json_lines(text: str) -> Iterator[tuple[int, dict[str, Any] | KnownSpeakerError]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            yield number, row if isinstance(row, dict) else KnownSpeakerError("this is no JSON object")


def _csv(text: str) -> Iterator[tuple[int, dict[str, Any] | KnownSpeakerError]]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip().lower() for name in next(rows, [])]
        _check_header(header)
        for cells in rows:
            if any(cell.strip() for cell in cells):
                fits = len(cells) <= len(header)
                row = dict(zip(header, cells, strict=False)) if fits else KnownSpeakerError("it has too many cells")
                yield rows.line_num, row
    except csv.Error as error:
        raise KnownSpeakerError(f"line {rows.line_num} is no CSV: {error}") from None


def _check_header(header: list[str]) -> None:
    if "name" not in header:
        raise KnownSpeakerError(f"its first line must name the columns, of which it needs name: {', '.join(FIELDS)}")
    if unknown := [name for name in header if name not in FIELDS]:
        raise KnownSpeakerError(f"there is no column {unknown[0]!r}; the columns are {', '.join(FIELDS)}")


def _read(row: Mapping[str, Any]) -> KnownSpeaker | KnownSpeakerError:
    try:
        if unknown := [name for name in row if name not in FIELDS]:
            raise KnownSpeakerError(f"there is no field {unknown[0]!r}; the fields are {', '.join(FIELDS)}")
        return _speaker({name: _word(row, name) for name in FIELDS if name != "aliases"}, _aliases(row.get("aliases")))
    except KnownSpeakerError as error:
        return error


def _speaker(words: Mapping[str, str], aliases: tuple[str, ...]) -> KnownSpeaker:
    since, until = _day(words["from"], last=False), _day(words["to"], last=True)
    made = KnownSpeaker(
        name=words["name"],
        kind=_kind(words["kind"]),
        country=_country(words["country"]),
        wikidata=words["wikidata"].upper() or None,
        aliases=aliases,
        role=words["role"] or None,
        organisation=words["organisation"] or None,
        since=since,
        until=until,
    )
    _check(made)
    return made


def _check(made: KnownSpeaker) -> None:
    if not any(c.isalnum() for c in made.name):
        raise KnownSpeakerError("it has no name")
    if made.wikidata and not WIKIDATA.fullmatch(made.wikidata):
        raise KnownSpeakerError(f"{made.wikidata!r} is no Wikidata id, which is Q and a number, as in Q3052772")
    if not made.organisation and (made.role or made.since or made.until):
        raise KnownSpeakerError("a role or a date needs the organisation that it is in")
    if made.since and made.until and made.since > made.until:
        raise KnownSpeakerError(f"it ends on {made.until}, before it begins on {made.since}")


def _word(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise KnownSpeakerError(f"{name} must be in quotation marks")
    return " ".join(value.split())


def _aliases(value: object) -> tuple[str, ...]:
    """A list, or words parted by semicolons."""
    words = value.split(SEPARATOR) if isinstance(value, str) else [] if value is None else value
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise KnownSpeakerError("aliases must be a list of names, or names parted by semicolons")
    return tuple(dict.fromkeys(" ".join(word.split()) for word in words if any(c.isalnum() for c in word)))


def _kind(word: str) -> SpeakerKind:
    if not word:
        return SpeakerKind.PERSON
    if word.lower() not in list(KINDS):
        raise KnownSpeakerError(f"{word!r} is no kind of known speaker: {', '.join(KINDS)}")
    return SpeakerKind(word.lower())


def _country(word: str) -> str | None:
    if word and word.upper() not in COUNTRIES:
        raise KnownSpeakerError(f"{word!r} is no country's code: three letters of ISO 3166-1, as in FRA")
    return word.upper() or None


def _day(word: str, *, last: bool) -> date | None:
    """2024-05-16; a month or a year stands for its first or its last day."""
    if not word:
        return None
    found = DAY.fullmatch(word)
    try:
        year, month, day = found.groups() if found else ("", "", "")
        first = date(int(year), int(month or (12 if last else 1)), 1)
        return first.replace(day=int(day or (monthrange(first.year, first.month)[1] if last else 1)))
    except ValueError:
        raise KnownSpeakerError(f"{word!r} is no date like 2024-05-16, 2024-05 or 2024") from None
