"""A text as the network reads it: in windows that overlap."""

import re
from itertools import islice

import numpy as np

from factbase.extract.features import Encoded, encode
from factbase.extract.tagger import Tagged, Tagger, Window

Parts = list[tuple[Window, Tagged]]
TOWN = re.compile(r"^[^\S\n]*[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?=(: [A-Z][a-z].*))", re.MULTILINE)
LEAD = 700  # characters: the article's first paragraph begins in them
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
    """The text with a dash for the colon behind its one label in capitals, or in front of its lead, which is a place.

    "NEW DELHI: The council met" is to the network as a turn of a transcript; "NEW DELHI— The council met" is not.
    """
    for place, within in ((PLACED, len(text)), (TOWN, LEAD)):
        labels = list(islice(place.finditer(text), 2))
        if len(labels) == 1 and _is_place(text, labels[0], within=within, town=place is TOWN):
            return f"{text[: labels[0].end()]}—{text[labels[0].end() + 1 :]}"
    return text


def _is_place(text: str, label: re.Match[str], *, within: int, town: bool) -> bool:
    short = label.end(1) - label.start() < HEADLINE
    on_top = not text[: label.start()].strip()
    return label.start() < within and not (short and (on_top or town))


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
