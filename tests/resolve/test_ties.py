"""The body of those whom the article does not name, and the role that a description alone tells."""

import pytest

from tests.resolve.article import speakers

BODIES = [
    ("[Two Biden administration officials] said no.", {"person": "Biden"}, "Biden administration"),
    ("[A State Department spokesman] said no.", {"organisation": "State Department"}, "State Department"),
    ("[A senior EU diplomat] said no.", {"organisation": "EU"}, "European Union"),
    ("[A source in the Kremlin] said no.", {"organisation": "Kremlin"}, "Kremlin"),
    ("[Two managers at a Volta plant] said no.", {"organisation": "Volta"}, "Volta"),
    ("[Volta's lawyers] said no.", {"organisation": "Volta"}, "Volta"),
    ("[Workers in Lyon] said no.", {"place": "Lyon"}, None),
    ("[Estonian diplomats] said no.", {}, "Estonia"),
    ("[Western diplomats] said no.", {}, None),
    ("[Ruiz's aides] said no.", {"person": "Ruiz"}, None),
    ("[Lawyers for Jane Roe] said no.", {"person": "Jane Roe"}, None),
    ("[campaign aides] said no.", {}, None),
    ("[One Republican senator] said no.", {}, "Republican Party"),
    ("[Democratic leaders] said no.", {}, "Democratic Party"),
    ("[Republican voters] said no.", {}, None),
    ("[Experts] said no.", {}, None),
    ("[A Volta memo] said no.", {"organisation": "Volta"}, "Volta"),
    ("[A report by Volta Research] said no.", {"organisation": "Volta Research"}, "Volta Research"),
    ("[A report by Jane Roe] said no.", {"person": "Jane Roe"}, None),
]


@pytest.mark.parametrize(("marked", "named", "body"), BODIES)
def test_the_body_of_people_without_a_name_and_of_documents(marked: str, named: dict[str, str], body: str) -> None:
    [speaker] = speakers(marked, **named)
    assert speaker
    assert speaker.organisation == body


OFFICE = "[Hungary's Peter Roe] disagreed. [The foreign minister] said no. [Roe] left."


def test_a_description_tells_a_role() -> None:
    """Also for what the same person says elsewhere in the article."""
    found = speakers(OFFICE, person="Peter Roe; Roe", place="Hungary")
    assert [(s.name, s.role, s.country) for s in found if s] == [("Peter Roe", "foreign minister", "HUN")] * 3


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        ("Jane Roe came. [Roe] said no. [The woman] left.", None),
        ("Jane Roe came. [Roe] said no. [The former pilot] left.", "former pilot"),
    ],
)
def test_that_somebody_is_a_woman_is_no_role(marked: str, role: str | None) -> None:
    found = speakers(marked, person="Jane Roe; Roe")
    assert [(s.name, s.role) for s in found if s] == [("Jane Roe", role)] * 2
