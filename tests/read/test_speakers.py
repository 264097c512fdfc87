"""Lists of known speakers, line by line."""

from datetime import date

import pytest

from factbase.document import KnownSpeaker, SpeakerKind
from factbase.errors import KnownSpeakerError
from factbase.read.speakers import known_speakers

HEADER = "name,kind,country,wikidata,aliases,role,organisation,from,to\n"
ROTH = KnownSpeaker(
    name="Ada Roth",
    kind=SpeakerKind.PERSON,
    country="SWE",
    wikidata="Q1",
    aliases=("Roth", "A. Roth"),
    role="Minister",
    organisation="Ministry of Transport",
    since=date(2020, 1, 1),
    until=date(2022, 6, 30),
)


def told(text: str | bytes) -> list[tuple[int, KnownSpeaker | str]]:
    """By line what was found, or the sentence that says why nothing was."""
    data = text.encode() if isinstance(text, str) else text
    return [(line.number, str(line.found) if isinstance(line.found, KnownSpeakerError) else line.found)
            for line in known_speakers(data)]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "Ada  Roth,person,swe,q1,Roth; A. Roth;,Minister,Ministry of Transport,2020,2022-06\n",
        "\ufeff" + HEADER + "Ada Roth,,SWE,Q1,Roth;A. Roth,Minister,Ministry of Transport,2020-01-01,2022-06-30\r\n",
        "to,from,organisation,role,aliases,wikidata,country,name\n"
        '2022-06,2020,Ministry of Transport,Minister,"Roth;A. Roth",Q1,SWE,Ada Roth',
    ],
)
def test_csv(text: str) -> None:
    assert told(text) == [(2, ROTH)]


@pytest.mark.parametrize("aliases", ['["Roth", "A. Roth"]', '"Roth;A. Roth"'])
def test_json_lines(aliases: str) -> None:
    line = (
        '{"name": "Ada Roth", "kind": "person", "country": "SWE", "wikidata": "Q1", "role": "Minister", '
        f'"organisation": "Ministry of Transport", "from": "2020", "to": "2022-06", "aliases": {aliases}}}'
    )
    assert told("\n" + line + "\n\n" + '{"name": "Bo", "aliases": null, "country": null}') == [
        (2, ROTH),
        (4, KnownSpeaker(name="Bo", kind=SpeakerKind.PERSON)),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (",person", "it has no name"),
        ("—,person", "it has no name"),
        ("Bo,planet", "'planet' is no kind of known speaker: person, organisation, government"),
        ("Bo,unnamed", "'unnamed' is no kind of known speaker: person, organisation, government"),
        ("Bo,,XYZ", "'XYZ' is no country's code: three letters of ISO 3166-1, as in FRA"),
        ("Bo,,,P31", "'P31' is no Wikidata id, which is Q and a number, as in Q3052772"),
        ("Bo,,,,,Minister", "a role or a date needs the organisation that it is in"),
        ("Bo,,,,,,,2020", "a role or a date needs the organisation that it is in"),
        ("Bo,,,,,,Lund,2020-13", "'2020-13' is no date like 2024-05-16, 2024-05 or 2024"),
        ("Bo,,,,,,Lund,soon", "'soon' is no date like 2024-05-16, 2024-05 or 2024"),
        ("Bo,,,,,,Lund,2021,2020", "it ends on 2020-12-31, before it begins on 2021-01-01"),
        ("Bo,,,,,,,,,", "it has too many cells"),
    ],
)
def test_lines_that_say_nothing(line: str, why: str) -> None:
    assert told(f"{HEADER}\n{line}\nAda\n") == [(3, why), (4, KnownSpeaker(name="Ada", kind=SpeakerKind.PERSON))]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "this is no JSON object"),
        ('["Bo"]', "this is no JSON object"),
        ('{"name": 7}', "name must be in quotation marks"),
        ('{"name": "Bo", "aliases": 7}', "aliases must be a list of names, or names parted by semicolons"),
        ('{"name": "Bo", "aliases": [7]}', "aliases must be a list of names, or names parted by semicolons"),
        ('{"nom": "Bo"}', "there is no field 'nom'"),
    ],
)
def test_json_that_says_nothing(line: str, why: str) -> None:
    [_, (number, found)] = told('{"name": "Ada"}\n' + line)
    assert number == 2
    assert isinstance(found, str)
    assert found.startswith(why)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"name\n\xff", "it is not in UTF-8"),
        (b"", "its first line must name the columns"),
        (b"nom,kind\n", "its first line must name the columns"),
        (b"name,age\n", "there is no column 'age'"),
        (b'name\n"Ada\n', "line 2 is no CSV"),
    ],
)
def test_files_that_are_no_list(data: bytes, why: str) -> None:
    with pytest.raises(KnownSpeakerError, match=why):
        told(data)
