"""What the network says of word pieces, as labels of one anchor and as characters of the text.

A word is of the role of its first piece, and no span runs through a word.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from factbase.document import Entity, EntityKind, Span, Spans
from factbase.extract.features import Encoded, Ints
from factbase.extract.labels import ENTITIES, ROLES
from factbase.extract.marks import has_words
from factbase.extract.sequence import best_roles
from factbase.extract.tagger import Floats, Tagged, Tagger, Window
from factbase.text import Quotation, Range, paragraphs, quotations, sentences

WORD_INSIDE = "'’"
FAR = 20_000  # characters from a content within which its quotation may go on
EDGES = " \t\r\n,;:–—"


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what is known of it: for every piece the first piece of its word; its quotations,
    paragraphs and sentences."""

    text: str
    pieces: Encoded
    words: Ints
    quoted: list[Quotation]
    paragraphs: list[Range]
    sentences: list[Range]

    def near(self, spans: Spans) -> list[Quotation]:
        """The quotations that may be of the same statement."""
        first = bisect_left(self.quoted, spans[0].start - FAR, key=lambda q: q.end)
        return self.quoted[first : bisect_left(self.quoted, spans[-1].end + FAR, key=lambda q: q.start)]


@dataclass(frozen=True, slots=True)
class Reading:
    """One anchor's labels in one window, each with its probability."""

    start: int  # of the window, in pieces of the text
    anchor: float
    labels: Ints
    chances: Floats


def page_of(text: str, parts: Sequence[tuple[Window, Tagged]]) -> Page:
    pieces = parts[0][0].pieces
    return Page(text, pieces, _word_starts(text, pieces), quotations(text), paragraphs(text), sentences(text))


def readings(parts: Sequence[tuple[Window, Tagged]], i: int, tagger: Tagger) -> Iterator[Reading]:
    """The anchors of window i that no neighbour sees in a wider context."""
    window, tagged = parts[i]
    first = (window.start + parts[i - 1][0].end) // 2 if i else window.start
    last = (parts[i + 1][0].start + window.end) // 2 if i + 1 < len(parts) else window.end
    places = np.arange(window.start, window.end)
    at = np.flatnonzero((tagged.anchors >= tagger.settings.threshold) & (places >= first) & (places < last))
    if not len(at):
        return
    scores = tagger.roles(tagged, at)
    for k, labels in enumerate(best_roles(scores)):
        chances = np.exp(np.take_along_axis(scores[k], labels[:, None], axis=1))[:, 0]
        yield Reading(window.start, float(tagged.anchors[at[k]]), labels, chances)


def one_source(reading: Reading) -> Reading:
    """The labels with the surest source only: of 19,822 attributions of the training split 9 have one in two pieces."""
    begins = np.flatnonzero(reading.labels == ROLES.index("B-source"))
    if len(begins) < 2:
        return reading
    inside = ROLES.index("I-source")
    runs = []
    for begin in begins:
        end = begin + 1
        while end < len(reading.labels) and reading.labels[end] == inside:
            end += 1
        runs.append((float(reading.chances[begin:end].min()), begin, end))
    _, begin, end = max(runs)
    labels = np.where((reading.labels == inside) | (reading.labels == inside - 1), 0, reading.labels)
    labels[begin:end] = reading.labels[begin:end]
    return replace(reading, labels=labels)


def spans_of(page: Page, reading: Reading, name: str) -> Spans:
    """Runs of one role as characters; a word is of the role of its first piece."""
    begin = ROLES.index(f"B-{name}")
    inside = (reading.labels == begin) | (reading.labels == begin + 1)
    places = np.arange(len(inside)) + reading.start
    inside = inside[np.maximum(page.words[places] - reading.start, 0)]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8))) + reading.start
    offsets = page.pieces.offsets
    runs = [Span(int(offsets[a, 0]), int(offsets[b - 1, 1])) for a, b in edges.reshape(-1, 2)]
    return tuple(
        _trimmed(page.text, *span) or span for span in runs if name == "cue" or has_words(page.text[slice(*span)])
    )


def evidence(reading: Reading) -> tuple[float, ...]:
    """What a confidence is computed from.

    The anchor's log-odds; the logarithms of the mean and of the least probability of the content's pieces and of the
    mean of the source's; 1 if there is no source; the number of the content's pieces; the logarithm of its length; the
    logarithm of the least probability of what is left out.
    """
    content = (reading.labels == 1) | (reading.labels == 2)
    source = (reading.labels == 3) | (reading.labels == 4)
    outside = reading.labels == 0
    chances = np.clip(reading.chances, 1e-4, 1)
    odds = np.clip(reading.anchor, 1e-4, 1 - 1e-4)
    return (
        float(np.log(odds / (1 - odds))),
        float(np.log(chances[content].mean())) if content.any() else 0.0,
        float(np.log(chances[content].min())) if content.any() else 0.0,
        float(np.log(chances[source].mean())) if source.any() else 0.0,
        float(not source.any()),
        float((reading.labels == 1).sum()),
        float(np.log1p(content.sum())),
        float(np.log(chances[outside].min())) if outside.any() else 0.0,
    )


def entities_of(page: Page, parts: Sequence[tuple[Window, Tagged]]) -> Iterator[Entity]:
    """Names: runs of words whose first pieces are of one kind, cut where a B says that another begins."""
    offsets = page.pieces.offsets
    labels = np.zeros(len(offsets), dtype=np.int64)
    for i, (window, tagged) in enumerate(parts):
        first = (window.start + parts[i - 1][0].end) // 2 if i else 0
        labels[first : window.end] = tagged.entities[first - window.start :].argmax(axis=1)
    labels = labels[page.words]
    kinds = (labels + 1) // 2
    begins = (page.words == np.arange(len(labels))) & (labels % 2 == 1)
    change = np.flatnonzero(np.diff(kinds, prepend=0) | begins)
    for a, b in pairwise([*change, len(labels)]):
        span = _trimmed(page.text, int(offsets[a, 0]), int(offsets[b - 1, 1])) if kinds[a] else None
        if span and has_words(page.text[slice(*span)]):
            yield Entity(span, EntityKind(ENTITIES[2 * kinds[a]][2:]))


def _word_starts(text: str, pieces: Encoded) -> Ints:
    """For every piece the first piece of its word."""
    starts, ends = pieces.offsets[:, 0], pieces.offsets[:, 1]
    first = np.arange(len(pieces))
    for i in range(1, len(pieces)):
        if starts[i] == ends[i - 1] and _joined(text, int(starts[i])):
            first[i] = first[i - 1]
    return first


def _joined(text: str, place: int) -> bool:
    """Whether a word goes on at `place`: "Landsberg|is", "don|'t", "don'|t", "e|́", "2|.5", "2.|5", "2.5|%"."""
    before, after = text[place - 1], text[place]
    if before.isalnum() and after in WORD_INSIDE:
        return text[place + 1 : place + 2].isalnum()
    if before in WORD_INSIDE and after.isalnum():
        return text[place - 2 : place - 1].isalnum()
    if before.isdigit() and ((after in ".," and text[place + 1 : place + 2].isdigit()) or after == "%"):
        return True
    if before in ".," and after.isdigit():
        return text[place - 2 : place - 1].isdigit()
    return _wordlike(before) and _wordlike(after)


def _wordlike(character: str) -> bool:
    return (
        character.isalnum()
        or character == "_"
        or (
            not character.isascii()
            and not character.isspace()
            and (character.isidentifier() or ("a" + character).isidentifier())
        )
    )


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end) if start < end else None
