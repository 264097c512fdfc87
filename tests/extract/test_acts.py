import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbase.document import Act
from factbase.extract.acts import act


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "state"),
        ("told reporters", "state"),
        ("in a statement", "state"),
        ("predicted", "predict"),
        ("admitted", "acknowledge"),
        ("acknowledges", "acknowledge"),
        ("flatly denied", "deny"),
        ("declined to comment on", "decline_comment"),
        ("would not say", "decline_comment"),
        ("did not immediately respond", "decline_comment"),
        ("failed to agree on", "state"),
        ("would not rule out", "consider"),
        ("refused to rule out", "consider"),
        ("is weighing", "consider"),
        ("ruled out", "reject"),
        ("refuses", "reject"),
        ("vetoed", "reject"),
        ("does not support", "reject"),
        ("urged", "appeal"),
        ("called on ministers for", "appeal"),
        ("asked the board to", "appeal"),
        ("demanded", "demand"),
        ("pledged", "pledge"),
        ("is ready to", "pledge"),
        ("hailed", "praise"),
        ("thanked", "praise"),
        ("defended", "defend"),
        ("stood by", "defend"),
        ("apologised for", "apologise"),
        ("condemned", "criticise"),
        ("lashed out at", "criticise"),
        ("accused", "accuse"),
        ("warned", "warn"),
        ("threatened", "threaten"),
        ("backed", "agree"),
        ("echoed", "agree"),
        ("did not warn", "state"),
        ("did not praise", "criticise"),
    ],
)
def test_the_cue_decides(cue: str, expected: str) -> None:
    assert act("the plan", cue) is Act(expected)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the harvest was poor", "state"),
        ("the harvest will be poor", "predict"),
        ("“We will send help,”", "pledge"),
        ("he will sign the treaty", "pledge"),
        ("they are prepared to leave", "pledge"),
        ("the minister must resign", "demand"),
        ("the minister should resign", "appeal"),
        ("“Let’s stop this”", "appeal"),
        ("No.", "reject"),
        ("we will never accept it", "reject"),
        ("that is out of the question", "reject"),
        ("the report is simply false", "deny"),
        ("nothing should be ruled out", "consider"),
        ("all options are on the table", "consider"),
        ("I am deeply sorry", "apologise"),
        ("they will face severe consequences", "threaten"),
        ("it would be a slippery slope", "warn"),
        ("the bank is guilty of theft", "accuse"),
        ("it is a disgrace", "criticise"),
        ("we are proud of them", "praise"),
        ("I agree with her", "agree"),
        ("mistakes were made, he admitted", "acknowledge"),
        ("no comment", "decline_comment"),
    ],
)
def test_a_neutral_cue_leaves_it_to_the_words(content: str, expected: str) -> None:
    assert act(content, "said") is Act(expected)


@pytest.mark.parametrize(
    ("content", "following"), [("Should he resign?", ""), ("should he resign", "?"), ("“Must I?”", ",")]
)
def test_a_question_only_asks(content: str, following: str) -> None:
    assert act(content, "said", following=following) is Act.STATE


@given(st.text(), st.text(), st.text(max_size=1))
def test_any_words_have_an_act(content: str, cue: str, following: str) -> None:
    assert act(content, cue, following=following) in Act


def test_a_refusal_to_comment_may_be_parted() -> None:
    assert act("to comment on the report", "declined") is Act.DECLINE_COMMENT
    assert act("to join the talks", "refused") is Act.REJECT
