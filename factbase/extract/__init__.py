"""Document -> statements: which words an article ascribes to somebody, by what cue, and to whom.

>>> tagger = Tagger()
>>> [extraction] = extract(["The mayor said on Friday that the bridge will open."], tagger)
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factbase.document import Extraction
from factbase.extract.attribution import decode
from factbase.extract.inner import inner
from factbase.extract.references import references
from factbase.extract.tagger import Tagger
from factbase.extract.windows import tagged

__all__ = ["Tagger", "extract"]


def extract(texts: Iterable[str], tagger: Tagger) -> Iterator[Extraction]:
    """One Extraction a text, in order; each depends on its own text alone."""
    for text in texts:
        parts = tagged(text, tagger)
        found = decode(text, parts, tagger)
        every = [*found.attributions, *inner(text, found.attributions, tagger)]
        order = tuple(sorted(every, key=lambda a: (a.content[0], a.content)))
        yield replace(found, attributions=order, references=tuple(references(text, parts, order, tagger)))
