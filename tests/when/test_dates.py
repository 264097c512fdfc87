"""Which statement a date belongs to. The articles are of Friday 17 May 2024."""

from datetime import date

import pytest

from factbase.when import date_statements
from tests.when.marked import article, said


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
        ("<1 Reyes> {1 said} on Tuesday’s “Harbour Hour” [1 that the road was shut].", "2024-05-14"),
        ("On Tuesday’s Lima Tonight show, <1 Reyes> {1 said} [1 the road was shut].", "2024-05-14"),
        ("<1 Reyes> {1 defended} [1 the ban] when asked by reporters Monday.", "2024-05-13"),
        ("<1 Reyes> {1 mocked} [1 the ban] as she opened the road on Monday.", "2024-05-13"),
        ("The vote on Monday came as <1 Reyes> {1 opposed} [1 the ban].", "2024-05-13"),
        ("When she ran for mayor in 2010, <1 Reyes> {1 attacked} [1 the ban].", "2010-01-01 to 2010-12-31"),
        ("They met on Saturday, where <1 Reyes> {1 said} [1 the road was shut].", "2024-05-11"),
        ("Vane had an essay out last week, in which <1 he> {1 called for} [1 a ban].", "2024-05-06 to 2024-05-12"),
        ("[1 “It will be,”] <1 she> {1 said} at Tuesday’s rally.", "2024-05-14"),
        ("<1 Reyes> {1 announced} [1 her candidacy last year].", "2023-01-01 to 2023-12-31"),
        ("This week <1 Reyes> {1 has defended} [1 the ban].", "2024-05-13 to 2024-05-17"),
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
        ("<1 Reyes, a clerk who had sung on Monday>, {1 said} [1 the road was shut].", None),
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
        ("<1 Reyes> {1 announced} [1 plans for a vote last year].", None),
        ("<1 Reyes> {1 condemned} [1 the march last year].", None),
        ("<1 Reyes> {1 has vowed} [1 to shut the road] and spoke of nets on Monday.", None),
        ("On Monday rain fell, and <1 voters> {1 hope} [1 for more].", None),
        ("<1 Reyes> {1 recently told} Radio Uno on a Monday [1 that the road was shut].", None),
        ("On Tuesday’s road, <1 Reyes> {1 said} [1 it was wet].", None),
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
    assert (one.words, one.confidence) == ("late on Thursday night", 0.87)
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
