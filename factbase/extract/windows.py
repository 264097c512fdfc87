"""A text as the network reads it: in windows that overlap."""

import numpy as np

from factbase.extract.features import Encoded, encode
from factbase.extract.tagger import Tagged, Tagger, Window

Parts = list[tuple[Window, Tagged]]


def tagged(text: str, tagger: Tagger) -> Parts:
    """The windows of a text, in order, with what the network says of each; none of a text without words."""
    pieces = encode(text, tagger.tokenizer)
    if not len(pieces):
        return []
    cut = windows(pieces, length=tagger.settings.window, overlap=tagger.settings.overlap)
    return [(window, tagger.tag(window)) for window in cut]


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
