"""Whom the network thinks that pronouns mean: words before them, each with its chance."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from factbase.document import Reference, Span
from factbase.extract.features import Encoded
from factbase.extract.tagger import Floats, Tagger
from factbase.extract.windows import Parts

PRONOUNS = frozenset("he she him her his hers himself herself they them their themselves it its itself".split())
AFTER = 16  # word pieces that a window should hold behind a pronoun; before it, the more the better
LEAST = 0.01  # chance of a word that is told


def references(text: str, parts: Parts, tagger: Tagger) -> Iterator[Reference]:
    """One for every personal pronoun of the third person that has words before it."""
    if not parts:
        return
    pieces = parts[0][0].pieces
    places = np.array(_pronouns(text, pieces), dtype=np.int64)
    ends = [window.end - AFTER for window, _ in parts[:-1]]
    cuts = np.searchsorted(places, [0, *ends, len(pieces)])
    for (window, tagged), (first, last) in zip(parts, pairwise(cuts), strict=True):
        here = places[first:last] - window.start
        if len(here):
            chances = tagger.antecedents(tagged, here)
            for place, row in zip(here, chances, strict=True):
                if place > 0:
                    yield _reference(pieces, window.start, int(place), row)


def _pronouns(text: str, pieces: Encoded) -> list[int]:
    """Their word pieces; each is one piece of the vocabulary."""
    return [i for i, (start, end) in enumerate(pieces.offsets.tolist()) if text[start:end].lower() in PRONOUNS]


def _reference(pieces: Encoded, first: int, place: int, chances: Floats) -> Reference:
    at = np.flatnonzero(chances >= LEAST)
    means = tuple((_span(pieces, first + i), float(chances[i])) for i in at.tolist())
    return Reference(_span(pieces, first + place), means)


def _span(pieces: Encoded, i: int) -> Span:
    start, end = pieces.offsets[i].tolist()
    return Span(start, end)
