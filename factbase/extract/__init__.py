"""Document -> statements: which words an article ascribes to somebody, by what cue, and to whom.

    >>> tagger = Tagger()
    >>> [extraction] = extract(["The mayor said on Friday that the bridge will open."], tagger)
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from factbase.document import Extraction
from factbase.extract.attribution import decode, windows
from factbase.extract.features import encode
from factbase.extract.tagger import Tagged, Tagger, Window

__all__ = ["Tagger", "extract"]

ROUND = 64  # windows that are read together: enough to sort by length, few enough to keep memory flat


def extract(texts: Iterable[str], tagger: Tagger) -> Iterator[Extraction]:
    """One Extraction a text, in order. Texts are taken a few at a time, so a stream of any length will do."""
    waiting: list[tuple[str, list[Window]]] = []
    for text in texts:
        pieces = encode(text, tagger.tokenizer)
        cut = windows(pieces, length=tagger.settings.window, overlap=tagger.settings.overlap)
        waiting.append((text, cut if len(pieces) else []))
        if sum(len(found) for _, found in waiting) >= ROUND:
            yield from _round(waiting, tagger)
            waiting = []
    yield from _round(waiting, tagger)


def _round(waiting: list[tuple[str, list[Window]]], tagger: Tagger) -> Iterator[Extraction]:
    tagged: Iterator[Tagged] = chain.from_iterable(
        tagger.tag(group) for group in _groups([w for _, found in waiting for w in found])
    )
    for text, found in waiting:
        yield decode(text, [(window, next(tagged)) for window in found], tagger)


def _groups(found: list[Window]) -> Iterator[list[Window]]:
    for first in range(0, len(found), ROUND):
        yield found[first : first + ROUND]
