"""Polls, studies and reports in full: "a new poll" is the one that the article names."""

import re
from collections.abc import Iterator

from factbase.document import Speaker, SpeakerKind
from factbase.resolve.lexicon import SMALL_WORDS, singular
from factbase.resolve.phrases import Phrase
from factbase.resolve.reading import ACCURACY, Found, Reading
from factbase.resolve.registry import name_key

SAME = {"poll": "survey", "survey": "poll", "study": "report", "report": "study"}
"""What else a newspaper calls a document that it has named."""
NEAR = 3  # sentences over which "the poll" goes back to a name
LEAD = 3  # paragraphs from the top in which "a new poll" is one that is named further down
NAME = r"[A-Z][\w.&’'-]*(?:/[A-Z][\w.&’'-]*)*"
IN_FRONT = rf"((?:{NAME} )+(?:[a-z]+ )?)"
MADE = (
    r"(?: (?:being |to be )?(?:released|published|issued|conducted|commissioned|prepared|produced|compiled|written)"
    r"(?: [\w.]+){0,4}?)?"
)
BEHIND = rf"(?:by|from|for) (?:the )?({NAME}(?: (?:of |for |and )?(?:the )?{NAME})*)"


def document_in_full(reading: Reading, phrase: Phrase) -> Found | None:
    """The document by the name that the article has for it.

    The one of its kind; else of "the poll" the one named last before, of the "new poll" of a lead the one named next.
    """
    noun, text = phrase.head.low, reading.document.text
    counted = phrase.core[0].low in ("one", "another", "each")
    if noun not in SAME or counted or any(w.text[0].isupper() for w in phrase.core[1:-1]):
        return None
    names = list(_names(text, noun))
    if phrase.rest:
        name = next((name for at, name in names if at == phrase.head.span.start), None)
    else:
        name = _meant(reading, phrase, names or (list(_names(text, SAME[noun])) if phrase.definite else []))
    if name is None:
        return None
    body = _body(reading, name, noun)
    return (), Speaker(name, SpeakerKind.DOCUMENT, None, body, confidence=ACCURACY["role"], how="role")


def _body(reading: Reading, name: str, noun: str) -> str | None:
    """The organisation of the article that the name names: "Harbour Institute" of "Harbour Institute opinion poll"."""
    words = [word for word in name.removeprefix(f"{noun} by ").removesuffix(f" {noun}").split() if not word.islower()]
    i = reading.talk.cast.by_name.get(name_key(" ".join(words)))
    figure = reading.figure(i) if i is not None else None
    return figure.name if figure and figure.kind is SpeakerKind.ORGANISATION else None


def _meant(reading: Reading, phrase: Phrase, names: list[tuple[int, str]]) -> str | None:
    if len({name for _, name in names}) == 1:
        return names[0][1]
    here, page = phrase.head.span.start, reading.talk.page
    if phrase.definite:
        before = [(at, name) for at, name in names if at < here and reading.sentences_between(at, here) <= NEAR]
        return max(before)[1] if before else None
    after = [name for at, name in sorted(names) if at > here]
    return after[0] if after and page.paragraph(here) < LEAD else None


def _names(text: str, noun: str) -> Iterator[tuple[int, str]]:
    """ "Harbour Institute poll" and "poll by the Harbour Institute", with their places."""
    for found in re.finditer(rf"{IN_FRONT}{noun}\b", text):
        words = found[1].split()
        while words and singular(words[0].lower()) in SMALL_WORDS | {"latest", "new"}:
            words = words[1:]
        if words and words[0][0].isupper():
            yield found.start(), " ".join([*words, noun])
    for found in re.finditer(rf"\b{noun}{MADE} {BEHIND}", text):
        yield found.start(), f"{noun} by {found[1].rstrip('.') if ' ' in found[1] else found[1]}"
