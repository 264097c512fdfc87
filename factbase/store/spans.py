"""Where a person says that the words of a statement stand."""

import re

from factbase.document import Spans
from factbase.errors import JudgementError

WORD = re.compile(r"\w(?:[\w\u0300-\u036f\u200d]|['’](?=\w)|(?<=\d)[.,](?=\d))*")
"""One that no content begins or ends inside: "don’t", "1,000", "Kovač" with its accent apart."""
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def check_content(text: str, content: Spans, *, beside: Spans) -> None:
    """Raises JudgementError unless these are whole words of the text, in order, apart from each other and from what is
    `beside` them: the cue and the source."""
    if not content:
        raise JudgementError("The content of a statement is one piece of the text at least.")
    previous = 0
    for number, (start, end) in enumerate(content):
        told = f"{start}:{end}"
        if not 0 <= start < end <= len(text):
            raise JudgementError(f"{told} is no piece of the text, which has the characters 0:{len(text)}.")
        if number and start <= previous:
            raise JudgementError(f"{told} does not come after {content[number - 1][0]}:{previous}, with a gap.")
        if not WORD.search(text, start, end):
            raise JudgementError(f"{told} holds no word.")
        for edge in (start, end):
            _check_edge(text, edge, told)
        for other in beside:
            if start < other.end and other.start < end:
                raise JudgementError(
                    f"{told} holds “{text[slice(*other)]}” ({other.start}:{other.end}), which is the cue or the source."
                )
        previous = end


def _check_edge(text: str, edge: int, told: str) -> None:
    if PAIR.fullmatch(text, max(edge - 1, 0), edge + 1):
        raise JudgementError(f"{told} goes through the two halves of one character at {edge}.")
    line = text.rfind("\n", 0, edge) + 1
    for found in WORD.finditer(text, line):
        if found.start() >= edge:
            return
        if edge < found.end():
            raise JudgementError(f"{told} goes through the word “{found.group()}” ({found.start()}:{found.end()}).")
