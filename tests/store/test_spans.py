"""Where a person may say that the words of a statement stand."""

import pytest

from factbase.document import Span
from factbase.errors import JudgementError
from factbase.store.spans import check_content

TEXT = "Ada\nShe doesn’t owe 1,000.50 to Kovac\u030c’s bank. “No” – she said; so b\ud83d\ude00 it is"


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


CUE = (span("she said"),)


@pytest.mark.parametrize(
    "words",
    [
        ["Ada\nShe"],
        ["doesn’t"],
        ["She", "owe"],
        ["She doesn’t owe 1,000.50 to", "bank."],
        ["“No” –"],
        ["No"],
        ["1,000.50 to Kovac\u030c’s"],
        ["so b\ud83d\ude00"],
    ],
)
def test_whole_words_are_taken(words: list[str]) -> None:
    check_content(TEXT, tuple(map(span, words)), beside=CUE)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ((), "one piece of the text at least"),
        ((Span(0, 1000),), rf"0:1000 is no piece of the text, which has the characters 0:{len(TEXT)}"),
        ((Span(7, 4),), "7:4 is no piece"),
        ((Span(4, 4),), "4:4 is no piece"),
        ((span("She"), span("Ada")), "0:3 does not come after 4:7, with a gap"),
        ((span("She "), span("doesn’t")), "8:15 does not come after 4:8, with a gap"),
        ((span("” –"),), "holds no word"),
        ((span("Ad"),), r"0:2 goes through the word “Ada” \(0:3\)"),
        ((span("da"),), r"goes through the word “Ada”"),
        ((span("doesn"),), "goes through the word “doesn’t”"),
        ((span("t owe"),), "goes through the word “doesn’t”"),
        ((span("1,000"),), r"goes through the word “1,000\.50”"),
        ((span("Kovac"),), "goes through the word “Kovac\u030c’s”"),
        ((span("b\ud83d"),), "goes through the two halves of one character"),
        ((span("\ude00 it"),), "goes through the two halves of one character"),
        ((span("“No” – she said"),), r"holds “she said” \(\d+:\d+\), which is the cue or the source"),
        ((span("said; so"),), "holds “she said” .*, which is the cue or the source"),
    ],
)
def test_what_is_no_piece_of_words_is_refused(content: tuple[Span, ...], sentence: str) -> None:
    with pytest.raises(JudgementError, match=sentence):
        check_content(TEXT, content, beside=CUE)
