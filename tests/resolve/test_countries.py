import pytest

from factbase.resolve.countries import country_code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("EST", "EST"),
        ("est", "EST"),
        ("EE", "EST"),
        (" estonia ", "EST"),
        ("U.S.", "USA"),
        ("us", "USA"),
        ("UK", "GBR"),
        ("the Netherlands", "NLD"),
        ("Côte d’Ivoire", "CIV"),
        ("cote d'ivoire", "CIV"),
        ("South  Korea", "KOR"),
        ("Kosovo", "XKX"),
        ("Greenland", "GRL"),
        ("Niger", "NER"),
        ("Congo", None),
        ("DR Congo", "COD"),
        ("Norland", None),
        ("the", None),
        ("", None),
    ],
)
def test_countries(words: str, code: str | None) -> None:
    assert country_code(words) == code
