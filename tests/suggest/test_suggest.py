"""Topics that a handful of articles suggest."""

from collections.abc import Sequence

import pytest

from factbase.document import Topic
from factbase.rows import SuggestionRow, Utterance
from factbase.suggest import suggest

FERRY = [
    "The ferry line is a waste of money",
    "The city should close the ferry line",
    "the ferry line keeps the island alive",
    "a ferry line is no bridge",
]
WATER = ["the drinking water is safe", "nobody drinks that drinking water", "Drinking water is a right"]
SMALL_TALK = [
    "the people are tired", "the people want a change", "the people know it", "the people of the north",
    "people come first", "it is time for the people", "a good day for the people", "the people have spoken",
]  # fmt: skip


def utterances(*articles: Sequence[str]) -> list[Utterance]:
    """Every statement by somebody else, but for every fourth, whose speaker nobody knows."""
    texts = [(str(n), text) for n, article in enumerate(articles) for text in article]
    return [
        Utterance(row_id=f"{i:032x}", words=text, speaker=None if i % 4 == 3 else f"s{i}", article=article)
        for i, (article, text) in enumerate(texts)
    ]


ARCHIVE = utterances(FERRY, WATER, *([text] for text in SMALL_TALK))


def slugs(found: Sequence[SuggestionRow]) -> list[str]:
    return [row.slug for row in found]


def test_what_several_speakers_share_and_what_everybody_says() -> None:
    first, second = suggest(ARCHIVE)
    assert first == SuggestionRow(
        slug="ferry-line",
        proposition="The city should close the ferry line",
        terms=("ferry line",),
        speakers=3,
        articles=1,
        statements=4,
        examples=(ARCHIVE[3].row_id, ARCHIVE[0].row_id, ARCHIVE[1].row_id),
    )
    assert (second.slug, second.proposition, second.statements) == ("drinking-water", None, 3)


def test_what_topics_cover_is_not_suggested_again() -> None:
    there = Topic("ferries", "The ferry line is closed", ("ferry",))
    assert slugs(list(suggest(ARCHIVE, topics=[there]))) == ["drinking-water"]
    other = Topic("drinking-water", "The tea is good", ("tea",))
    assert "drinking-water-2" in slugs(list(suggest(ARCHIVE, topics=[other])))


def test_people_and_outlets_are_no_topics() -> None:
    said = ["the Falk papers are here", "the papers were read", "all of the Falk papers"]
    gazette = ["read the Morning Gazette", "as the Morning Gazette has it", "ask the Morning Gazette"]
    found = list(suggest(utterances(said, gazette), names={"falk", "morning gazette"}))
    assert "papers" in slugs(found)
    assert not any("falk" in slug or slug == "morning-gazette" for slug in slugs(found))


def test_what_stands_together_is_one_topic() -> None:
    """The further term is met in the first one's statements more than elsewhere."""
    dam = [
        "the dam broke and the flood came",
        "a dam holds the flood",
        "no flood without the dam",
        "the dam is old",
        "mend the dam",
    ]
    rows = list(suggest(utterances(dam, *([text] for text in SMALL_TALK))))
    assert rows[0].terms == ("dam", "flood")
    assert slugs(rows) == ["dam"]


def test_slugs_are_plain_letters() -> None:
    said = ["the Çeşme café is shut", "a Çeşme café", "the Çeşme café again"]
    assert slugs(list(suggest(utterances(said))))[0] == "cesme-cafe"


@pytest.mark.parametrize("texts", [[], [""], ["Nobody knows."], ["東京"]])
def test_nothing_to_suggest(texts: list[str]) -> None:
    assert list(suggest(utterances(texts))) == []


def test_a_large_database_asks_for_more_speakers_and_articles() -> None:
    """Two speakers in one article are a topic among few, not among many."""
    pair = ["the toll road is dear", "the toll road is new"]
    many = [[f"the lamp number {n} of the street {n}"] for n in range(40)]
    assert "toll-road" in slugs(list(suggest(utterances(pair))))
    assert "toll-road" not in slugs(list(suggest(utterances(pair, *many))))
