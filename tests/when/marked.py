"""Articles with their statements marked: "<1 Reyes> {1 said} on Thursday [1 that it rained]."."""

from collections import defaultdict

from factbase.document import Act, Attribution, Document, QuoteKind, Span
from factbase.when import date_statements

CLOSERS = {"[": "]", "{": "}", "<": ">"}
ROLES = {"[": "content", "{": "cue", "<": "source"}


def article(marked: str, published: str | None = "2024-05-17") -> tuple[Document, list[Attribution]]:
    """The text without its marks, published on a Friday, and the statements by their numbers."""
    text, stack = "", []
    spans: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    position = 0
    while position < len(marked):
        mark = marked[position]
        if mark in CLOSERS:
            number, _, _ = marked[position + 1 :].partition(" ")
            stack.append((mark, number, len(text)))
            position += len(number) + 2
        elif stack and mark == CLOSERS[stack[-1][0]]:
            opener, number, start = stack.pop()
            spans[number][ROLES[opener]].append(Span(start, len(text)))
            position += 1
        else:
            text += mark
            position += 1
    assert not stack, "a mark is not closed"
    return Document("t", text, "t.txt", "0" * 64, "text 1", published=published), [
        Attribution(_of(found, "content"), _of(found, "cue"), _of(found, "source"), QuoteKind.INDIRECT, Act.STATE, 1.0)
        for _, found in sorted(spans.items(), key=lambda item: int(item[0]))
    ]


def _of(found: dict[str, list[Span]], role: str) -> tuple[Span, ...]:
    return tuple(sorted(found[role]))


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
