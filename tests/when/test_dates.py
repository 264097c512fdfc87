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
        ("Reyes made that clear on Sunday when <1 she> {1 said} [1 the road was shut].", "2024-05-12"),
        ("<1 Reyes> (@reyes) {1 said} on Thursday [1 the road was shut].", "2024-05-16"),
        ("[1 The road is shut.] {1 —} <1 Ana Reyes> (@reyes) May 14, 2024", "2024-05-14"),
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
        ("<1 Reyes> {1 said} after a rally in Lima on Saturday [1 that the road was shut].", "2024-05-11"),
        ("After a meeting Monday, <1 Reyes> {1 said} [1 the road was shut].", "2024-05-13"),
        ("<1 A panel in 2001> {1 found} [1 the road unsafe].", "2001-01-01 to 2001-12-31"),
        ("On Monday, <1 Reyes>, who will retire soon, {1 said} [1 the road was shut].", "2024-05-13"),
        ("The row broke out on Tuesday after <1 Reyes> {1 called} [1 the ban] [1 a shame].", "2024-05-14"),
        ("In April rain shut the road, but <1 Reyes> {1 called} [1 it] [1 safe].", "2024-04-01 to 2024-04-30"),
        ("<1 They> {1 shouted} [1 “Open it!”] as rain fell on Tuesday.", "2024-05-14"),
        ("LIMA, May 3 (AP) — On Thursday <1 Reyes> {1 said} [1 the road was shut].", "2024-05-16"),
        ("<1 The 2017 report released> yesterday {1 named} [1 the police].", "2024-05-16"),
        # what is talked about is no date of the talk
        ("The row over the ban of Friday, which <1 Reyes> {1 called} [1 a shame], went on.", None),
        ("It rained on Monday on the square, [1 which] <1 Reyes> {1 called} [1 a shame].", None),
        ("They wept over its May 3 attack as <1 Reyes> {1 called} [1 it] [1 a shame].", None),
        ("At its May 3 meeting, <1 Reyes> {1 said} [1 the road was shut].", "2024-05-03"),
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
        ("On a May 3 Harbour House readout <1 Reyes> {1 said} [1 nothing].", None),
        ("At a May 3 Harbour House briefing <1 Reyes> {1 said} [1 nothing].", "2024-05-03"),
        ("<1 Reyes, who became mayor on Monday,> {1 said} [1 the road was shut].", None),
        ("<1 Reyes, who spoke on Monday,> {1 said} [1 the road was shut].", "2024-05-13"),
        ("<1 Reyes> {1 called for} [1 a ban] until Monday.", None),
        ("<1 Reyes, the mayor in 2012>, {1 said} [1 the road was shut].", None),
        ("LIMA, May 3 (AP) — <1 Reyes> {1 said} [1 the road was shut].", None),
        ("Published on Thursday\n<1 Reyes> {1 said} [1 the road was shut].", None),
        ("The town votes on Saturday, and <1 a poll> {1 shows} [1 the ban ahead].", None),
        ("Tom is likely to appear in court Monday to hear what <1 Reyes> {1 said} of [1 him].", None),
        ("In Monday’s debate, Vane will face the ban that <1 Reyes> {1 called} [1 a shame].", None),
        ("<1 They> {1 shouted} [1 “Open it!”] as rain fell in April.", None),
        ("On Tuesday rain fell and on Monday it stopped, but <1 Reyes> {1 called} [1 the road] [1 safe].", None),
        ("In April <1 Reyes> {1 would say} [1 the road was shut].", None),
        ("<1 Reyes> {1 used to say} in 2008 [1 that the road was safe].", None),
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
            "<1 Mayor> {1 defends} [1 ban on nets]\n\n<2 Ana Reyes> {2 defended} on Thursday [2 the ban on nets]. "
            "<3 Vane> {3 defended} on Monday [3 his cat].",
            ["2024-05-16", "2024-05-16", "2024-05-13"],
            id="headline that the body tells again",
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
            ["2024-05-13", "2024-05-13", "2024-05-14", None],
            id="a report of two days",
        ),
    ],
)
def test_a_date_carries_while_the_utterance_goes_on(marked: str, expected: list[str | None]) -> None:
    assert said(marked) == expected


THURSDAY, MONDAY, APRIL = "2024-05-16", "2024-05-13", "2024-04-01 to 2024-04-30"


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
            [THURSDAY, None, None],
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
