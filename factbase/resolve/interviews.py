"""Interviews set as questions and answers: "Q: Is it late? A: It is."."""

from factbase.document import Attribution, Span
from factbase.resolve.byline import author
from factbase.resolve.items import Item
from factbase.resolve.reading import NOBODY, Found, Reading, named
from factbase.resolve.registry import name_key

QUESTION = frozenset({"q", "question"})
ANSWER = frozenset({"a", "answer"})


def interviewed(reading: Reading, attribution: Attribution) -> Found | None:
    """Whoever asks has no name; who answers is the one person whom the text before the first answer names,
    its author aside.

    None where the statement is no turn of such an interview.
    """
    if reading.cue != ":" or not attribution.source:
        return None
    start, end = attribution.source[0]
    label = reading.document.text[start:end].lower()
    if label in QUESTION:
        return NOBODY
    return _answering(reading, attribution.source[0]) if label in ANSWER else None


def _answering(reading: Reading, label: Span) -> Found:
    if reading.answering is None:
        talk = reading.talk
        asks = name_key(author(reading.document, talk.page, talk.registry) or "")
        people = {i for _, i in talk.cast.at(0, label.start) if reading.is_person(i)}
        people = {i for i in people if name_key(reading.figure(i).name) != asks}
        reading.answering = people.pop() if len(people) == 1 else -1
    if reading.answering < 0:
        return NOBODY
    return named(reading, reading.answering, Item(reading.document.text[slice(*label)], label), how="role")
