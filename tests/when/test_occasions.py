import pytest

from factbase.document import Speaker, SpeakerKind
from factbase.when import occasions
from tests.when.marked import article


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("In an interview with The Guardian, <1 Reyes> {1 said} [1 it was over].", "In an interview with The Guardian"),
        ("<1 Reyes> {1 said} in an interview with Le Monde last week [1 that].", "in an interview with Le Monde"),
        ("<1 Reyes> {1 said} at a rally in Ohio on Saturday [1 that].", "at a rally in Ohio"),
        ("<1 Reyes> {1 wrote} on Twitter [1 that it was over].", "on Twitter"),
        ("<1 Reyes> {1 said} on CBS’s “Face the Nation” [1 that].", "on CBS’s “Face the Nation”"),
        ("<1 Reyes>, in an interview with “The Guardian,” {1 said} [1 that].", "in an interview with “The Guardian,”"),
        ("<1 Reyes> {1 said} in a statement [1 that].", "in a statement"),
        ("In Monday’s debate, <1 Reyes> {1 said} [1 that].", "In Monday’s debate"),
        ("<1 Reyes> {1 told} reporters at a news conference in Kyiv [1 that].", "at a news conference in Kyiv"),
        ("<1 Reyes> {1 said} on a conference call with reporters [1 that].", "on a conference call with reporters"),
        ("[1 “No,”] <1 Reyes> {1 told} parliament on Tuesday.", None),
        ("<1 Reyes> {1 said} [1 he lied in an interview with Le Monde].", None),
        ("<1 Reyes>, who was hurt at a rally in Ohio, {1 said} [1 that].", None),
        ("<1 Reyes>, cleared in the email probe, {1 said} [1 that].", None),
        ("<1 Reyes> {1 said} in April [1 that].", None),
        ("[1 That.]", None),
    ],
)
def test_the_occasion_is_told_by_the_words_that_attribute(marked: str, expected: str | None) -> None:
    assert occasions(*article(marked)) == (expected,)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("<2 She> {2 added} [2 that].", "At a rally in Ohio"),
        ("\n<2 Reyes> {2 said} [2 that].", "At a rally in Ohio"),
        ("\nA.\n<2 Reyes> {2 said} [2 that].", None),
        ("<2 She> {2 says} [2 that].", None),
        ("<2 Vane> {2 said} [2 that].", None),
        ("{2 Asked} [2 that].", None),
        ("<2 She> {2 wrote} on Facebook [2 that].", "on Facebook"),
    ],
)
def test_it_goes_on_with_the_same_speaker(second: str, expected: str | None) -> None:
    marked = f"At a rally in Ohio, <1 Ana Reyes> {{1 said}} [1 it was over]. {second}"
    assert occasions(*article(marked)) == ("At a rally in Ohio", expected)


def test_resolved_speakers_tell_whether_it_is_the_same() -> None:
    document, found = article("In a letter, <1 Reyes> {1 said} [1 nothing]. [2 “Never,”] <2 a tired woman> {2 wrote}.")
    reyes = Speaker("Ana Reyes", SpeakerKind.PERSON)
    assert occasions(document, found) == ("In a letter", None)
    assert occasions(document, found, speakers=[reyes, reyes]) == ("In a letter", "In a letter")
