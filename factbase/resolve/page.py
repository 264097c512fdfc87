"""One article's sentences, paragraphs and quotations, and its names in order of place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from factbase.document import Entity
from factbase.resolve.entities import whole_entities, with_first_states, with_full_states
from factbase.resolve.registry import Registry
from factbase.text import covering, paragraphs, quotations, sentences

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    entities: tuple[Entity, ...]
    """In order, apart from each other, without white space at their ends."""
    starts: tuple[int, ...]
    sentences: list[Range]
    paragraphs: list[Range]
    quotations: list[Range]

    def sentence(self, position: int) -> int:
        """The index of the sentence at or before `position`."""
        return max(0, bisect_right(self.sentences, (position, len(self.text) + 1)) - 1)

    def paragraph(self, position: int) -> int:
        return max(0, bisect_right(self.paragraphs, (position, len(self.text) + 1)) - 1)

    def sentence_range(self, position: int) -> Range:
        return self.sentences[self.sentence(position)] if self.sentences else (0, len(self.text))

    def quoted(self, position: int) -> int | None:
        """The index of the quotation that holds `position`."""
        return covering(self.quotations, position)

    def within(self, start: int, end: int) -> tuple[Entity, ...]:
        """The entities that begin in the range."""
        return self.entities[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def make_page(text: str, entities: tuple[Entity, ...], registry: Registry, *, verbatim: Iterable[Range] = ()) -> Page:
    """`verbatim` are words that somebody says without quotation marks, in a transcript or a post."""
    lines = paragraphs(text)
    marked = with_full_states(text, with_first_states(text, lines, entities, registry), registry)
    found = whole_entities(text, marked, registry)
    quoted = _quoted([(q.start, q.end) for q in quotations(text)], verbatim)
    return Page(text, found, tuple(e.span.start for e in found), sentences(text), lines, quoted)


def _quoted(marked: list[Range], verbatim: Iterable[Range]) -> list[Range]:
    """Quotations in order, those in what is verbatim anyway left out."""
    more = [span for span in sorted(verbatim) if covering(marked, span[0]) is None]
    return sorted([*more, *(span for span in marked if covering(more, span[0]) is None)])
