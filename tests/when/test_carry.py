"""Where a date goes on, and where it does not. The articles are of Friday 17 May 2024."""

from dataclasses import replace
from datetime import date

import pytest

from factbase.document import Speaker, SpeakerKind
from factbase.when import date_statements
from tests.when.marked import article, said

THURSDAY, MONDAY, APRIL = "2024-05-16", "2024-05-13", "2024-04-01 to 2024-04-30"
OTHERS = "Tom sang.\nIt rained.\nNobody left.\n"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "<1 Ana Reyes> {1 spoke} on Thursday of [1 the ban]. <2 She> {2 said} [2 it was over].\n"
            "[3 “At last,”] <3 Reyes> {3 added}.",
            ["2024-05-16"] * 3,
            id="pronoun and surname",
        ),
        pytest.param(
            "<1 Mayor Ana Reyes> {1 said} on Thursday [1 it was over]. [2 “At last,”] {2 added} <2 the mayor>.",
            ["2024-05-16"] * 2,
            id="office",
        ),
        pytest.param(
            "<1 Reyes> {1 said} on Thursday [1 it was over].\nA week earlier it had begun. <2 She> {2 said} [2 so].",
            ["2024-05-16"] * 2,
            id="background is no new scene",
        ),
        pytest.param(
            "<1 Reyes> {1 said} on Thursday [1 it was over].\nIn April the road was shut. <2 Reyes> {2 said} [2 so].",
            ["2024-05-16", None],
            id="a new time in between",
        ),
        pytest.param(
            "<1 Reyes> {1 said} on Thursday [1 it was over]. On Friday it began again, <2 Reyes> {2 said} [2 so].",
            ["2024-05-16", "2024-05-17"],
            id="a time of its own",
        ),
        pytest.param(
            "<1 Reyes> {1 said} on Thursday [1 it was over]. [2 “No,”] <2 Vane> {2 said}.",
            ["2024-05-16"] * 2,
            id="another speaker in the same paragraph",
        ),
        pytest.param(
            "<1 Reyes> {1 said} on Thursday [1 it was over]. On Monday it rained. [2 “No,”] <2 Vane> {2 said}.",
            ["2024-05-16", None],
            id="another speaker, after another day",
        ),
        pytest.param(
            "<1 Reyes> {1 said} on Thursday [1 it was over].\n[2 “No,”] <2 Vane> {2 said}.\n<3 Tom> {3 spoke} in April "
            "[3 of rain].",
            ["2024-05-16", None, "2024-04-01 to 2024-04-30"],
            id="another speaker in the next paragraph of an article of several days",
        ),
        pytest.param(
            "[1 “No,”] <1 Reyes> {1 said}.\n<2 Reyes> {2 spoke} Thursday [2 of it]. <3 Vane> {3 left} in April [3 it].",
            ["2024-05-16", "2024-05-16", "2024-04-01 to 2024-04-30"],
            id="the paragraph before",
        ),
        pytest.param(
            "<1 Reyes> {1 said} on Thursday [1 it was over]. <2 Reyes> {2 has long said} [2 so].",
            ["2024-05-16", None],
            id="no single utterance",
        ),
        pytest.param(
            "<1 Reyes> {1 said} last week [1 it was over]. <2 She> {2 added} [2 a word].\nRain fell.\nMore fell.\n"
            "<3 She> {3 said} [3 so].",
            ["2024-05-06 to 2024-05-12"] * 2 + [None],
            id="a week carries no further than the next paragraph",
        ),
        pytest.param(
            "<1 Mayor Reyes> {1 defends} [1 ban]\n\nIt is over.\n\n<2 Ana Reyes> {2 said} on Thursday [2 it was over].",
            ["2024-05-16"] * 2,
            id="headline",
        ),
        pytest.param(
            "<1 Lawmaker> {1 defends} [1 ban]\n\n<2 Ana Reyes> {2 said} on Thursday [2 it was over].",
            ["2024-05-16"] * 2,
            id="headline that names nobody",
        ),
        pytest.param(
            "<1 Lawmaker> {1 defends} [1 ban]\n\nIt rained.\nMore fell.\nIt froze.\n"
            "<2 Ana Reyes> {2 said} on Thursday [2 it was over].",
            [None, "2024-05-16"],
            id="headline above other news",
        ),
        pytest.param(
            "<1 Mayor> {1 defends} [1 ban on nets]\n\n<2 Ana Reyes> {2 defended} on Thursday [2 the ban on nets]. "
            "<3 Vane> {3 defended} on Monday [3 his cat].",
            ["2024-05-16", "2024-05-16", "2024-05-13"],
            id="headline that the body tells again",
        ),
        pytest.param(
            "On Sunday, Ana Reyes walked her dog. [1 “It was empty,”] <1 Reyes> {1 said}.", ["2024-05-12"], id="scene"
        ),
        pytest.param("On Sunday, Tom walked his dog. [1 “Empty,”] <1 Reyes> {1 said}.", [None], id="scene of another"),
        pytest.param(
            f"Ana Reyes met miners on Sunday.\n{OTHERS}[1 “Sad,”] <1 Reyes> {{1 said}}.\n[2 “No,”] <2 Tom> {{2 sang}}. "
            "On Monday it was dry. [3 “At last,”] <3 Tom> {3 said}. [4 “No,”] <4 Reyes> {4 said}.",
            ["2024-05-12", None, None, None],
            id="whom an article’s beginning tells of, until another time is told",
        ),
        pytest.param(
            f"Ana Reyes met miners on April 3.\n{OTHERS}[1 “Sad,”] <1 Reyes> {{1 said}}.",
            [None],
            id="a beginning of long ago",
        ),
        pytest.param(
            f"Ana Reyes met miners on Sunday.\n{OTHERS}<1 Reyes> {{1 backing}} [1 Vane] is a surprise.",
            [None],
            id="what somebody is for is of no day",
        ),
        pytest.param(
            "On Monday, <1 Reyes> {1 said} [1 no].\nLater that day <2 Vane> {2 said} [2 yes].\n"
            "The next day, <3 Tom> {3 said} [3 so].\n<4 Tom> {4 said} a day earlier [4 no].\n<5 He> {5 said} [5 so].",
            [MONDAY, MONDAY, "2024-05-14", MONDAY, "2024-05-14"],
            id="later that day, the next day, a day earlier",
        ),
        pytest.param(
            "Early Tuesday Reyes asked for it in a letter of Friday. Later in the day, <1 Vane> {1 said} [1 yes].",
            ["2024-05-14"],
            id="the day that a sentence opens with",
        ),
        pytest.param("The next day, <1 Vane> {1 said} [1 yes].", [None], id="the day after nothing"),
        pytest.param("On Sunday Reyes will speak. [1 “Empty,”] <1 Reyes> {1 said}.", [None], id="scene to come"),
        pytest.param(
            "<1 Reyes> {1 spoke} to Tom Vane on Sunday of [1 the ban].\n<2 VANE>{2 :} [2 Is it over?]\n"
            "<3 REYES>{3 :} [3 Yes.]",
            ["2024-05-12"] * 3,
            id="transcript",
        ),
        pytest.param(
            "Briefing, May 14, 2024\n\n<1 REYES>{1 :} [1 Hello.]\n\n<2 Q>{2 :} [2 Why?]\n\n<3 Vane> {3 said} [3 so].",
            ["2024-05-14", "2024-05-14", None],
            id="transcript of the day in its title",
        ),
        pytest.param(
            "<1 Ana Reyes> {1 said} Monday [1 it was over]. <2 She> {2 said} [2 so]. <3 She> {3 said} [3 more]. "
            "<4 Vane> {4 said} [4 little]. <5 Tom> {5 says} [5 nothing].",
            ["2024-05-13"] * 4 + [None],
            id="a report of one day",
        ),
        pytest.param(
            "<1 Ana Reyes> {1 said} Monday [1 it was over]. <2 She> {2 said} [2 so].\n<3 She> {3 said} Tuesday [3 so]. "
            "<4 Vane> {4 said} [4 little].",
            ["2024-05-13", "2024-05-13", "2024-05-14", "2024-05-14"],
            id="a report of two days",
        ),
    ],
)
def test_a_date_carries_while_the_utterance_goes_on(marked: str, expected: list[str | None]) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "<1 Reyes> {1 said} Thursday [1 it was over]. <2 She> {2 is determined} [2 to end it].\n"
            "<3 Her eagerness> {3 to win} [3 the vote] is known.",
            [THURSDAY, None, None],
            id="a standing view has no day",
        ),
        pytest.param(
            "<1 A study released Monday> {1 found} [1 so].\n<2 It> {2 says} [2 more].\n"
            "<3 The report> {3 names} [3 all].",
            [MONDAY] * 3,
            id="a report still says what it said",
        ),
        pytest.param(
            "<1 A new survey> {1 shows} [1 the ban ahead].\nRain fell.\nThe poll was released on Thursday.\n"
            "<2 The survey> {2 has} [2 more].",
            [THURSDAY, THURSDAY],
            id="the day a poll came out",
        ),
        pytest.param(
            "In late April, parents sent a letter to the mayor.\nRain fell.\n[1 “No more,”] <1 the letter> {1 reads}.",
            ["2024-04-21 to 2024-04-30"],
            id="the day a letter was sent",
        ),
        pytest.param(
            "The paper put it in its Monday editorial.\nRain.\nMore rain.\n<1 The editorial> {1 is} [1 no praise].",
            [MONDAY],
            id="the day of an editorial",
        ),
        pytest.param(
            "A poll was released Monday. A poll was released Thursday.\nRain.\nMore.\n<1 The poll> {1 shows} [1 all].",
            [None],
            id="two days of release",
        ),
        pytest.param(
            "A poll was taken on Monday, before the office released its report.\nRain.\n"
            "<1 The report> {1 shows} [1 all].",
            [None],
            id="a release in another clause",
        ),
        pytest.param(
            "<1 A Fox poll released Thursday> {1 found} [1 so].\n<2 The Gallup poll> {2 shows} [2 less].\n"
            "<3 Another poll> {3 shows} [3 more].",
            [THURSDAY, None, None],
            id="polls of others",
        ),
        pytest.param(
            "<1 A poll released Thursday> {1 found} [1 so]. <2 Its authors> {2 said} [2 it]. <3 Vane> {3 said} [3 no].",
            [THURSDAY, THURSDAY, None],
            id="people speak of a poll on days of their own",
        ),
        pytest.param(
            "<1 Reyes> {1 said} Thursday [1 it was over].\n<2 Vane> {2 replied} [2 that it was not].",
            [THURSDAY] * 2,
            id="a reply",
        ),
        pytest.param(
            "<1 Reyes> {1 said} Thursday [1 it was over].\nIn April it rained. "
            "<2 Vane> {2 replied} [2 that it was not].",
            [THURSDAY, None],
            id="a reply to something else",
        ),
        pytest.param(
            "When <1 Reyes> {1 raised} [1 the ban] on Thursday, <2 Vane> {2 defended} [2 it], "
            "which <3 Tom> {3 likes} [3 a lot].",
            [THURSDAY, THURSDAY, None],
            id="in one sentence",
        ),
        pytest.param(
            "<1 Reyes> {1 will speak} on Monday of [1 the ban], which <2 Vane> {2 praised} [2 a lot].",
            ["2024-05-20", None],
            id="in one sentence, but to come",
        ),
        pytest.param(
            "In April, <1 Reyes> {1 called} [1 it] [1 over].\nRain fell.\nMore fell.\n"
            "[2 “It is,”] <2 she> {2 said} at the time.",
            [APRIL] * 2,
            id="at the time",
        ),
        pytest.param(
            "<1 Reyes> {1 said} Thursday [1 a word].\n<2 She> {2 said} in a recent interview [2 no].\n"
            "<3 She> {3 said} [3 so].",
            [THURSDAY, None, None],
            id="another occasion",
        ),
        pytest.param(
            "<1 Reyes> {1 said} Thursday [1 she had lied in a recent interview].\n<2 She> {2 said} [2 so].",
            [THURSDAY] * 2,
            id="another occasion is spoken of",
        ),
        pytest.param(
            "<1 Reyes> {1 said} Thursday [1 a word].\n<2 Vane> {2 said} in a recent interview [2 no].\n"
            "<3 Reyes> {3 said} [3 so].",
            [THURSDAY, None, THURSDAY],
            id="another occasion, of somebody else",
        ),
        pytest.param(
            "Earlier this week, <1 Reyes> {1 called} [1 it] [1 over].\n<2 Vane> {2 said} Thursday [2 no].\n"
            "<3 Tom> {3 said} in April [3 yes].\n<4 Vane> {4 said} [4 never].",
            ["2024-05-13 to 2024-05-17", THURSDAY, APRIL, THURSDAY],
            id="a time of somebody else’s statement",
        ),
    ],
)  # fmt: skip
def test_what_goes_on_and_what_does_not(marked: str, expected: list[str | None]) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Monday’s debate was long. Rain fell.\n<1 Reyes> {1 told} the debate audience [1 so].", [MONDAY]),
        ("They met at a town hall in Lima on Monday.\nRain.\nIn the town hall, <1 Reyes> {1 said} [1 so].", [MONDAY]),
        ("On Monday, at a hearing, they sat.\nRain.\n<1 Reyes> {1 said} [1 so] at the hearing.", [MONDAY]),
        ("Monday’s debate was long.\nRain.\nAfter the debate, <1 Reyes> {1 said} [1 so].", [None]),
        ("Monday’s debate was long.\nRain.\nAt the hearing, <1 Reyes> {1 said} [1 so].", [None]),
        ("At the debate, <1 Reyes> {1 said} [1 so].\nMonday’s debate was long.", [None]),
        ("They will meet at the debate on Monday.\nAt the debate, <1 Reyes> {1 said} [1 so].", [None]),
        ("The debate of April was long.\nAt the debate, <1 Reyes> {1 said} [1 so].", [None]),
        (
            "At Thursday’s debate they shouted.\n<1 Vane> {1 called} [1 it] [1 a shame].\n"
            "<2 Reyes> {2 was glad of} [2 it].\n"
            "In April it was calm.\n<3 Tom> {3 said} [3 so].",
            [THURSDAY, None, None],
        ),
        ("A second debate began Thursday night.\n<1 Vane> {1 called} [1 it] [1 a shame].", [THURSDAY]),
        ("The opening minutes of Thursday’s debate were calm.\n<1 Vane> {1 called} [1 it] [1 a shame].", [THURSDAY]),
        ("Few who know her see the meaning of Thursday’s debate.\n<1 Vane> {1 called} [1 it] [1 a shame].", [None]),
        ("Ahead of Thursday’s debate, they sat.\n<1 Vane> {1 called} [1 it] [1 a shame].", [None]),
        ("At Monday’s debate they shouted.\n<1 Vane> {1 called} [1 it] [1 a shame].", [None]),
        ("At Thursday’s interview they sat.\n<1 Vane> {1 called} [1 it] [1 a shame].", [None]),
        ("<1 Tom> {1 said}: [1 “At Thursday’s debate they sat.”]\n<2 Vane> {2 called} [2 it] [2 bad].", [None, None]),
        ("<1 TOM>{1 :} [1 At Thursday’s debate they sat.]\n<2 Vane> {2 called} [2 it] [2 a shame].", [None, None]),
        ("At Thursday’s debate they shouted.\n<1 Vane> {1 has called} [1 it] [1 a shame].", [None]),
    ],
)  # fmt: skip
def test_an_event_that_is_dated_once(marked: str, expected: list[str | None]) -> None:
    assert said(marked) == expected


def test_an_event_has_no_day_in_an_article_without_a_date() -> None:
    assert said("At Thursday’s debate they sat.\nAt the debate, <1 Vane> {1 said} [1 so].", None) == [None]


def test_a_source_that_is_not_resolved_goes_by_its_words() -> None:
    document, found = article(
        "<1 Ana Reyes> {1 said} on Monday [1 it was over].\n<2 She> {2 said} [2 so].\n"
        "<3 A poll> {3 found} [3 so] on Thursday.\n"
        "<4 The survey> {4 says} [4 more].\n<5 Vane> {5 said} [5 no].\n<6 He> {6 said} [6 so]."
    )
    reyes, poll = Speaker("Ana Reyes", SpeakerKind.PERSON), Speaker("poll", SpeakerKind.DOCUMENT)
    dates = date_statements(document, found, speakers=[reyes, None, poll, None, None, None])
    days = [date(2024, 5, 13)] * 2 + [date(2024, 5, 16)] * 2
    assert [one.range.start for one in dates if one and one.range] == days


def test_two_who_speak_together_then_speak_one_by_one() -> None:
    document, found = article(
        "<1 Ana Reyes and Tom Vane> {1 spoke} on Monday of [1 the ban].\n<2 Vane> {2 said} [2 so].\n"
        "<3 Reyes> {3 said} [3 no].\n<4 Peru> {4 said} [4 nothing].\n<5 Chile> {5 said} [5 so] on Friday."
    )
    both, peru = Speaker("Ana Reyes; Tom Vane", SpeakerKind.PERSON), Speaker("Peru", SpeakerKind.GOVERNMENT)
    reyes, vane = Speaker("Ana Reyes", SpeakerKind.PERSON), Speaker("Tom Vane", SpeakerKind.PERSON)
    chile, states = replace(peru, name="Chile"), replace(peru, name="Chile; Peru")
    dated = date_statements(document, found, speakers=[both, vane, reyes, peru, chile])
    assert [one and one.words for one in dated] == ["on Monday", "on Monday", "on Monday", None, "on Friday"]
    assert date_statements(document, found, speakers=[states, vane, reyes, peru, chile])[3] is None


PERU = Speaker("Peru", SpeakerKind.GOVERNMENT)
REYES, VANE = Speaker("Ana Reyes", SpeakerKind.PERSON), Speaker("Tom Vane", SpeakerKind.PERSON)
REJECTED = "<1 Peru> {1 rejected} on Thursday [1 the deal].\n"
BODIES = [
    (REJECTED + "[2 “No,”] <2 Reyes> {2 told} them. <3 Vane> {3 says} [3 so].\nIt rained.\n<4 Reyes> {4 said} [4 so].",
     [PERU, REYES, VANE, REYES], [THURSDAY, THURSDAY, None, None]),
    (REJECTED + "On Monday it rained. [2 “No,”] <2 Vane> {2 said}.", [PERU, VANE], [THURSDAY, None]),
    (REJECTED + "[2 “No,”] <2 Vane> {2 said}.\n<3 Peru> {3 spoke} in April [3 of it].", [REYES, VANE, PERU],
     [THURSDAY, None, "2024-04-01"]),
    ("<1 A poll> {1 found} [1 so] on Thursday. <2 Vane> {2 said} [2 no].",
     [Speaker("poll", SpeakerKind.DOCUMENT), VANE], [THURSDAY, None]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "speakers", "expected"), BODIES)
def test_what_a_lead_reports_of_a_body(marked: str, speakers: list[Speaker | None], expected: list[str | None]) -> None:
    dated = date_statements(*article(marked), speakers=speakers)
    assert [one and one.range and str(one.range.start) for one in dated] == expected


def test_a_date_is_no_surer_than_what_it_is_taken_from() -> None:
    marked = (
        "At Thursday’s debate they sat.\n<1 Vane> {1 called} [1 it] [1 bad]. <2 He> {2 says} [2 no]. "
        "<3 Ana> {3 replied} [3 so]."
    )
    first, _, third = date_statements(*article(marked))
    assert first
    assert third
    assert third.confidence <= first.confidence < 0.7


def test_resolved_speakers_tell_where_the_date_goes() -> None:
    document, found = article(
        "<1 Reyes> {1 said} on Monday [1 it was over].\n[2 “At last,”] {2 said} <2 a tired woman>.\n"
        "<3 Vane> {3 said} in April [3 so]."
    )
    assert date_statements(document, found)[1] is None
    reyes = Speaker("Ana Reyes", SpeakerKind.PERSON)
    first, second, _ = date_statements(document, found, speakers=[reyes, replace(reyes, how="role"), None])
    assert first
    assert second
    assert (second.range, second.words) == (first.range, "on Monday")
    assert second.confidence < first.confidence
    assert date_statements(document, found, speakers=[reyes, None, None])[1] is None
