"""A text as the network reads it: in windows that overlap."""

import re
from itertools import islice

import numpy as np

from factbase.extract.features import Encoded, encode
from factbase.extract.tagger import Tagged, Tagger, Window

Parts = list[tuple[Window, Tagged]]
PLACED = re.compile(r"^[^\S\n]*[A-Z][A-Z .,'’-]{2,40}(?=(: [A-Z][a-z].*))", re.MULTILINE)
HEADLINE = 110  # characters: "ROE: We go" on top, which is shorter, tells who says so


def tagged(text: str, tagger: Tagger) -> Parts:
    """The windows of a text, in order, with what the network says of each; none of a text without words."""
    pieces = encode(_with_dash(text), tagger.tokenizer)
    if not len(pieces):
        return []
    cut = windows(pieces, length=tagger.settings.window, overlap=tagger.settings.overlap)
    return [(window, tagger.tag(window)) for window in cut]


def _with_dash(text: str) -> str:
    """The text with a dash for the colon behind its one label in capitals, which is where it was written.

    "NEW DELHI: The council met" is to the network as a turn of a transcript; "NEW DELHI— The council met" is not.
    """
    labels = list(islice(PLACED.finditer(text), 2))
    if len(labels) != 1:
        return text
    [label] = labels
    on_top = not text[: label.start()].strip()
    if on_top and label.end(1) - label.start() < HEADLINE:
        return text
    return f"{text[: label.end()]}—{text[label.end() + 1 :]}"


def windows(pieces: Encoded, *, length: int, overlap: int) -> list[Window]:
    """Windows that overlap, the next beginning with a paragraph where one begins in the overlap."""
    out, start = [], 0
    while True:
        end = min(start + length, len(pieces))
        out.append(Window(pieces, start, end))
        if end >= len(pieces):
            return out
        begins = np.flatnonzero(pieces.breaks[end - overlap : end - overlap // 2])
        start = end - overlap + (int(begins[0]) if len(begins) else 0)
