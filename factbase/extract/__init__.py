"""Document -> statements: which words an article ascribes to somebody, by what cue, and to whom.

>>> tagger = Tagger()
>>> [extraction] = extract(["The mayor said on Friday that the bridge will open."], tagger)
"""

from collections.abc import Iterable, Iterator

from factbase.document import Extraction
from factbase.extract.attribution import decode, windows
from factbase.extract.features import encode
from factbase.extract.tagger import Tagger

__all__ = ["Tagger", "extract"]


def extract(texts: Iterable[str], tagger: Tagger) -> Iterator[Extraction]:
    """One Extraction a text, in order; each depends on its own text alone."""
    for text in texts:
        pieces = encode(text, tagger.tokenizer)
        cut = windows(pieces, length=tagger.settings.window, overlap=tagger.settings.overlap) if len(pieces) else []
        yield decode(text, [(window, tagger.tag(window)) for window in cut], tagger)
