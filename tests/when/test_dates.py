"""Which statement a date belongs to. The articles are of Friday 17 May 2024."""

from dataclasses import replace
from datetime import date

import pytest

from factbase.document import Speaker, SpeakerKind
from factbase.when import date_statements
from tests.when.marked import article


def said(marked: str, published: str | None = "2024-05-17") -> list[str | None]:
    """For each statement its day, "first to last" if there are several, "? words" where the days are unknown."""
    out: list[str | None] = []
    for one in date_statements(*article(marked, published)):
        if one is None or one.range is None:
            out.append(f"? {one.words}" if one else None)
        elif one.range.start == one.range.end:
            out.append(str(one.range.start))
        else:
            out.append(f"{one.range.start} to {one.range.end}")
    return out


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<1 Reyes> {1 said} on Thursday [1 that the road was shut].", "2024-05-16"),
        ("On Thursday, <1 Reyes> {1 said} [1 the road was shut].", "2024-05-16"),
        ("[1 “The road is shut,”] <1 Reyes> {1 said} Monday.", "2024-05-13"),
        ("[1 “The road is shut,”] {1 said} <1 Ana Reyes, the mayor>, on Monday.", "2024-05-13"),
        ("In a statement Tuesday, <1 Reyes> {1 said} [1 the road was shut].", "2024-05-14"),
        ("<1 Reyes> {1 told} Radio Uno in February [1 that the road was shut].", "2024-02-01 to 2024-02-29"),
        ("In an interview last week, <1 Reyes> {1 defended} [1 the ban].", "2024-05-06 to 2024-05-12"),
        ("<1 Reyes> {1 rejected} [1 that claim] in a ruling released on Thursday.", "2024-05-16"),
        ("In Monday’s debate, <1 Reyes> {1 said} [1 the road was shut].", "2024-05-13"),
        ("At a rally in Lima on Saturday, <1 Reyes> {1 said} [1 the road was shut].", "2024-05-11"),
        ("<1 Reyes> {1 grilled} [1 Tom Vane on Tuesday for his part in the ban].", "2024-05-14"),
        ("The row broke out on Tuesday: <1 Reyes> {1 said} [1 the road was shut].", "2024-05-14"),
        ("<1 A poll released Tuesday> {1 found} [1 that most want the road open].", "2024-05-14"),
        ("<1 Reyes> {1 said Tuesday} [1 that the road was shut].", "2024-05-14"),
        ("Earlier this month <1 Reyes> {1 called} [1 the ban] [1 a disgrace].", "2024-05-01 to 2024-05-17"),
        ("<1 Reyes> {1 will say} on Monday [1 that the road is shut].", "2024-05-20"),
        ("On Fox News Sunday, <1 Reyes> {1 said} [1 the road was shut].", "2024-05-12"),
        ("In June 2009, after the road was shut, <1 Reyes> {1 wrote} [1 to Vane].", "2009-06-01 to 2009-06-30"),
        ("It held, though in a speech last week <1 Reyes> {1 said} [1 it would not].", "2024-05-06 to 2024-05-12"),
        ("<1 Reyes> {1 has said} in 2024 [1 that the road is shut].", "2024-01-01 to 2024-05-17"),
        ("LIMA, May 3 (AP) — On Thursday <1 Reyes> {1 said} [1 the road was shut].", "2024-05-16"),
        # what is talked about is no date of the talk
        ("<1 Reyes> {1 said} [1 the deal would be signed Friday].", None),
        ("[1 “I leave on Monday,”] {1 said} <1 Reyes>.", None),
        ("[1 “I left on Monday,”] <1 she> {1 said}. [1 “On Sunday I came back.”]", None),
        ("<1 Reyes> {1 condemned} [1 Friday’s attack].", None),
        ("After Friday’s attack, <1 Reyes> {1 said} [1 the road was shut].", None),
        ("<1 Reyes>, who was hurt on Monday, {1 said} [1 the road was shut].", None),
        ("After a test in January, <1 Reyes> {1 imposed} [1 a ban].", None),
        ("Since Monday, <1 Reyes> {1 said}, [1 the road has been shut].", None),
        ("On the eve of Friday, <1 Reyes> {1 said} [1 it was shut].", None),
        ("<1 Last year’s budget> {1 shows} [1 that the road costs too much].", None),
        ("<1 Reyes> {1 talked} after Monday’s debate of [1 the ban].", None),
        ("<1 Reyes>, winner of Tuesday’s primary, {1 said} [1 the road was shut].", None),
        ("Monday’s debate over, <1 Reyes> {1 said} [1 the road was shut].", None),
        ("At Tuesday’s election <1 Reyes> {1 backed} [1 the ban].", None),
        ("In the last year <1 Reyes> {1 backed} [1 the ban].", None),
        ("<1 Reyes, the mayor in 2012>, {1 said} [1 the road was shut].", None),
        ("LIMA, May 3 (AP) — <1 Reyes> {1 said} [1 the road was shut].", None),
        ("Published on Thursday\n<1 Reyes> {1 said} [1 the road was shut].", None),
        ("The town votes on Saturday, and <1 a poll> {1 shows} [1 the ban ahead].", None),
        ("<1 Reyes> {1 said} on Jan. 5, 2025 [1 the road was shut].", None),
        ("The day after the vote, <1 Reyes> {1 said} [1 the road was shut].", None),
        ("<1 Reyes> {1 said} [1 the road was shut].", None),
    ],
)
def test_a_date_belongs_to_the_words_that_attribute(marked: str, expected: str | None) -> None:
    assert said(marked) == [expected]


def test_a_statement_inside_another_has_its_own_date() -> None:
    marked = "On Monday <1 Reyes> {1 said} [1 that <2 Vane> {2 had promised} in February [2 to shut the road]]."
    assert said(marked) == ["2024-05-13", "2024-02-01 to 2024-02-29"]


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
            ["2024-05-16", None],
            id="another speaker",
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
            "<1 Vane> {1 defends} [1 ban]\n\n<2 Ana Reyes> {2 said} on Thursday [2 it was over].",
            [None, "2024-05-16"],
            id="headline of another",
        ),
        pytest.param(
            "On Sunday, Ana Reyes walked her dog. [1 “It was empty,”] <1 Reyes> {1 said}.", ["2024-05-12"], id="scene"
        ),
        pytest.param("On Sunday, Tom walked his dog. [1 “Empty,”] <1 Reyes> {1 said}.", [None], id="scene of another"),
        pytest.param("On Sunday Reyes will speak. [1 “Empty,”] <1 Reyes> {1 said}.", [None], id="scene to come"),
        pytest.param(
            "<1 Reyes> {1 spoke} to Tom Vane on Sunday of [1 the ban].\n<2 VANE>{2 :} [2 Is it over?]\n"
            "<3 REYES>{3 :} [3 Yes.]",
            ["2024-05-12"] * 3,
            id="transcript",
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
            ["2024-05-13", "2024-05-13", "2024-05-14", None],
            id="a report of two days",
        ),
    ],
)
def test_a_date_carries_while_the_utterance_goes_on(marked: str, expected: list[str | None]) -> None:
    assert said(marked) == expected


def test_resolved_speakers_tell_where_the_date_goes() -> None:
    document, found = article(
        "<1 Reyes> {1 said} on Monday [1 it was over].\n[2 “At last,”] {2 said} <2 a tired woman>."
    )
    assert date_statements(document, found)[1] is None
    reyes = Speaker("Ana Reyes", SpeakerKind.PERSON)
    first, second = date_statements(document, found, speakers=[reyes, replace(reyes, how="role")])
    assert first
    assert second
    assert (second.range, second.words) == (first.range, "on Monday")
    assert second.confidence < first.confidence
    assert date_statements(document, found, speakers=[reyes, None])[1] is None


@pytest.mark.parametrize(
    ("published", "marked", "expected"),
    [
        (None, "<1 Reyes> {1 said} on Thursday [1 it was over].", "? on Thursday"),
        (None, "<1 Reyes> {1 said} on May 3, 2019, [1 it was over].", "2019-05-03"),
        ("2024-01-02", "<1 Reyes> {1 said} on Thursday [1 it was over].", "2023-12-28"),
        ("2024-01-02", "<1 Reyes> {1 said} in December [1 it was over].", "2023-12-01 to 2023-12-31"),
        ("2024-05-17", "<1 Reyes> {1 said} on Friday [1 it was over].", "2024-05-17"),
        ("2024-05-17T01:30:00+09:00", "<1 Reyes> {1 said} on Friday [1 it was over].", "2024-05-17"),
        ("2024-03-01", "<1 Reyes> {1 said} yesterday [1 it was over].", "2024-02-29"),
        ("0001-01-01", "<1 Reyes> {1 said} yesterday [1 it was over].", "? yesterday"),
        ("9999-12-31", "<1 Reyes> {1 will say} tomorrow [1 it is over].", "? tomorrow"),
    ],
)
def test_the_day_of_publication(published: str | None, marked: str, expected: str) -> None:
    assert said(marked, published) == [expected]


def test_words_and_confidence() -> None:
    (one,) = date_statements(*article("<1 Reyes> {1 said} late on Thursday night [1 it was over]."))
    assert one
    assert (one.words, one.confidence) == ("late on Thursday night", 0.9)
    assert one.range
    assert one.range.start == date(2024, 5, 16)


def test_statements_without_cue_or_source_have_no_date_of_their_own() -> None:
    assert said("[1 It was over on Thursday.] On Friday it rained.") == [None]
    assert date_statements(*article("")) == ()


SEED = (
    "but <1 General Charles Brown Jr., Chairman of the Joint Chiefs of Staff>, {1 stated} on Thursday "
    '[1 that the deployment of NATO instructors seems inevitable]. [2 "We’ll get there eventually, over time,"] '
    "<2 he> {2 said}.\n"
    "[3 For now], <3 he> {3 added}, [3 efforts in Ukraine would expose a group of NATO trainers to risk].\n"
    "<4 The White House> {4 has firmly stated} [4 that it will not deploy American soldiers], which <5 a Biden "
    "administration official> {5 reiterated} on Thursday (9:00 PM EDT).\n"
    'However, <6 French President Emmanuel Macron> {6 said} in February [6 that "nothing should be ruled out"].\n'
    'Last week, <7 Lithuanian Foreign Minister Gabrielius Landsbergis>, in an interview with "The Guardian," '
    '{7 supported} [7 Macron\'s position]. [8 "Our troops have been training Ukrainians,"] <8 he> {8 said}, '
    '{9 adding}, [9 "So returning to this tradition might be quite doable."]'
)


def test_the_sample_article() -> None:
    thursday, last_week = "2024-05-16", "2024-05-06 to 2024-05-12"
    expected = [
        thursday,
        thursday,
        thursday,
        None,
        thursday,
        "2024-02-01 to 2024-02-29",
        last_week,
        last_week,
        last_week,
    ]
    assert said(SEED) == expected
