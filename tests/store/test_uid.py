"""What two spellings have in common, and what tells things apart."""

import pytest

from factbase.document import SpeakerKind
from factbase.store.uid import url_key
from factbase.store.words import fold, name_key


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://Example.com/a/b", "example.com/a/b"),
        ("http://www.example.com:80/a/b/", "example.com/a/b"),
        ("https://user:secret@example.com:8443/a", "example.com:8443/a"),
        ("https://example.com/a?id=1&utm_source=x&fbclid=y#top", "example.com/a?id=1"),
        ("https://example.com/a?b=2&a=", "example.com/a?b=2&a="),
        ("https://example.com/A", "example.com/A"),
        ("https://example.com/", "example.com"),
    ],
)
def test_url_key(url: str, key: str) -> None:
    assert url_key(url) == key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Don’t shoot!", "don t shoot"),
        ("The U.S. and the U.S.-led force", "the us and the us led force"),
        ("U.N.", "un"),
        ("at 5 a.m.", "at 5 am"),
        ("end of it.The next", "end of it the next"),
        ("Žižek, Müller & Ångström", "zizek muller angstrom"),
        ("STRASSE straße", "strasse strasse"),
        ("snake_case and/or 1,000", "snake case and or 1 000"),
        ("😀 — …", ""),
        ("Зеленський", "зеленськии"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Lt. Gen. Ada Roth Jr.", SpeakerKind.PERSON, "ada roth jr"),
        ("Major", SpeakerKind.PERSON, "major"),
        ("General Motors", SpeakerKind.ORGANISATION, "general motors"),
        ("The White House", SpeakerKind.GOVERNMENT, "white house"),
        ("The The", SpeakerKind.ORGANISATION, "the"),
        ("the", None, "the"),
        ("Jean-Luc O’Neil", SpeakerKind.PERSON, "jean luc o neil"),
    ],
)
def test_name_key(name: str, kind: SpeakerKind | None, key: str) -> None:
    assert name_key(name, kind) == key
