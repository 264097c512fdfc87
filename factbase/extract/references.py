"""Whom the network thinks that pronouns and descriptions mean: words before them, each with its chance."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np

from factbase.document import Attribution, Reference, Span
from factbase.extract.features import Encoded, Ints
from factbase.extract.tagger import Floats, Tagger
from factbase.extract.windows import Parts

PRONOUNS = frozenset("he she him her his hers himself herself they them their themselves it its itself".split())
DESCRIPTION = re.compile(r"(?:the|this|that) (?P<words>[^,;:.]+)", re.IGNORECASE)
"""A source of this form, "the Democratic nominee" of "the Democratic nominee, who …"."""
LONGEST = 8  # words of a description that are asked about
AFTER = 16  # word pieces that a window should hold behind a word; before it, the more the better
LEAST = 0.01  # chance of a word that is told


def references(text: str, parts: Parts, attributions: Iterable[Attribution], tagger: Tagger) -> Iterator[Reference]:
    """One for every personal pronoun of the third person and every word of a source like "the senator"."""
    if not parts:
        return
    pieces = parts[0][0].pieces
    yield from references_at(np.union1d(_pronouns(text, pieces), _described(text, pieces, attributions)), parts, tagger)


def references_at(places: Ints, parts: Parts, tagger: Tagger) -> Iterator[Reference]:
    """One for each of the word pieces at `places`, in order, but for the first of the text."""
    pieces = parts[0][0].pieces
    ends = [window.end - AFTER for window, _ in parts[:-1]]
    cuts = np.searchsorted(places, [0, *ends, len(pieces)])
    for (window, tagged), (first, last) in zip(parts, pairwise(cuts), strict=True):
        here = places[first:last] - window.start
        if len(here):
            chances = tagger.antecedents(tagged, here)
            for place, row in zip(here, chances, strict=True):
                if place > 0:
                    yield _reference(pieces, window.start, int(place), row)


def _pronouns(text: str, pieces: Encoded) -> Ints:
    """Their word pieces; each is one piece of the vocabulary."""
    found = [i for i, (start, end) in enumerate(pieces.offsets.tolist()) if text[start:end].lower() in PRONOUNS]
    return np.array(found, dtype=np.int64)


def _described(text: str, pieces: Encoded, attributions: Iterable[Attribution]) -> Ints:
    """The first pieces of the words of descriptions among the sources; which of them is the noun, resolution knows."""
    starts: set[int] = set()
    for start, end in {span for a in attributions for span in a.source}:
        if found := DESCRIPTION.match(text, start, end):
            begun = re.finditer(r"\S+", found["words"])
            starts |= {found.start("words") + word.start() for word, _ in zip(begun, range(LONGEST), strict=False)}
    at = np.searchsorted(pieces.offsets[:, 0], sorted(starts))
    return np.asarray(at[at < len(pieces)], dtype=np.int64)


def _reference(pieces: Encoded, first: int, place: int, chances: Floats) -> Reference:
    at = np.flatnonzero(chances >= LEAST)
    means = tuple((_span(pieces, first + i), float(chances[i])) for i in at.tolist())
    return Reference(_span(pieces, first + place), means)


def _span(pieces: Encoded, i: int) -> Span:
    start, end = pieces.offsets[i].tolist()
    return Span(start, end)
