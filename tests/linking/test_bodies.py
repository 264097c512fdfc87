"""Whether two names, folded, may be one body's."""

import pytest

from factbase.document import SpeakerKind
from factbase.linking import bodies
from factbase.linking.profile import Profile


def body(*names: str, country: str | None = None) -> Profile:
    return Profile(kind=SpeakerKind.ORGANISATION, names=frozenset(names), country=country)


@pytest.mark.parametrize(
    ("one", "other", "worth"),
    [
        (body("harbour union"), body("harbour union"), bodies.SAME),
        (body("supreme court"), body("supreme court"), bodies.UNSURE),
        (body("supreme court", country="SWE"), body("supreme court"), bodies.UNSURE),
        (body("supreme court", country="SWE"), body("supreme court", country="SWE"), bodies.SAME),
        (body("ministry of defence"), body("ministry of defense"), bodies.UNSURE),
        (body("ministry of defence", country="SWE"), body("ministry of defense", country="SWE"), bodies.SPELLING),
        (body("harbour labour union"), body("harbour labor union"), bodies.SPELLING),
        (body("jp morgan"), body("jpmorgan co"), bodies.SPELLING),
        (body("lund civil liberties union"), body("lclu"), bodies.ACRONYM),
        (body("lclu"), body("lund civil liberties union"), bodies.ACRONYM),
        (body("harbour union"), body("dockers union"), None),
        (body("group"), body("group"), bodies.UNSURE),
    ],
)
def test_names(one: Profile, other: Profile, worth: float | None) -> None:
    found = bodies.names(one, other)
    assert (found[0] if found else None) == worth


def test_what_means_a_body_outside_of_its_article() -> None:
    names = bodies.telling("white house", {"house", "the oval office", "white house"})
    assert names == {"white house", "the oval office"}


@pytest.mark.parametrize(
    ("printed", "is_one"),
    [("State Department", True), ("3M", True), ("the Kremlin", True), ("police", False), ("The organization", False)],
)
def test_is_name(printed: str, is_one: bool) -> None:
    assert bodies.is_name(printed) is is_one
