"""The notation of search terms."""

import pytest

from factbase.errors import TopicError
from factbase.terms import Term, parse, parse_all


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("troops", Term(("troops",))),
        ("  tax  return ", Term(("tax", "return"))),
        ("e-mail", Term(("e", "mail"))),
        ("U.S.", Term(("U", "S"))),
        ("5G", Term(("5G",))),
        ('"tax return"', Term(("tax", "return"), is_exact=True)),
        ("“tax return”", Term(("tax", "return"), is_exact=True)),
        ("«tax return»", Term(("tax", "return"), is_exact=True)),
        ("negotiat*", Term(("negotiat*",))),
        ("peace negotiat*", Term(("peace", "negotiat*"))),
        ('"peace negotiat*"', Term(("peace", "negotiat*"), is_exact=True)),
        ("-budget", Term(("budget",), is_excluded=True)),
        ("- budget", Term(("budget",), is_excluded=True)),
        ('-"star wars"', Term(("star", "wars"), is_exact=True, is_excluded=True)),
        ("-star*", Term(("star*",), is_excluded=True)),
        ("Überwachung", Term(("Überwachung",))),
    ],
)
def test_terms(written: str, term: Term) -> None:
    assert parse(written) == term


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "holds no letter"),
        ("?!", "holds no letter"),
        ("-", "holds no letter"),
        ('"tax return', "quotation mark has no partner"),
        ('tax "return"', "quotation mark has no partner"),
        ('""', "quotation mark has no partner"),
        ('"', "quotation mark has no partner"),
        ("--budget", "one hyphen excludes"),
        ("*", "an asterisk stands at the end of a word"),
        ("*tax", "an asterisk stands at the end of a word"),
        ("t*x", "an asterisk stands at the end of a word"),
        ("tax**", "an asterisk stands at the end of a word"),
        ("tax * return", "an asterisk stands at the end of a word"),
        ("eu*", "a prefix has 3 letters or more"),
    ],
)
def test_malformed_terms(written: str, told: str) -> None:
    with pytest.raises(TopicError, match=told) as error:
        parse(written)
    assert str(error.value).startswith(f"{written!r} is no search term: ")


def test_each_term_counts_once() -> None:
    assert parse_all(["war", "war", "-cold war"]) == (Term(("war",)), Term(("cold", "war"), is_excluded=True))


@pytest.mark.parametrize("terms", [["war", "-war"], ["Cold War", '-"cold war"']])
def test_what_is_sought_cannot_be_excluded(terms: list[str]) -> None:
    with pytest.raises(TopicError, match="is both a search term and excluded"):
        parse_all(terms)
