"""One article's sentences, paragraphs and quotations, and its names in order of place."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from factbase.document import Entity, EntityKind, Span
from factbase.resolve.names import SUFFIX
from factbase.resolve.registry import Registry
from factbase.text import covering, paragraphs, quotations, sentences

Range = tuple[int, int]
GIVEN_BEFORE = re.compile(r"([A-Z][\w’'-]+|[A-Z]\.) $")
NAME_AFTER = re.compile(r" ((?:[A-Z]\. )?[A-Z][a-z][\w’'-]+)")
SUFFIX_AFTER = re.compile(r",? (?:Jr\.|Sr\.|III\b|II\b|IV\b)")


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


def make_page(text: str, entities: tuple[Entity, ...], registry: Registry) -> Page:
    found = _apart(text, entities, registry)
    quoted = [(q.start, q.end) for q in quotations(text)]
    return Page(text, found, tuple(e.span.start for e in found), sentences(text), paragraphs(text), quoted)


def _apart(text: str, entities: tuple[Entity, ...], registry: Registry) -> tuple[Entity, ...]:
    """Entities in order; of two that overlap the first stays."""
    out: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (e.span.start, -e.span.end)):
        floor = out[-1].span.end if out else 0
        trimmed = _trimmed(text, Span(max(floor, entity.span.start), min(entity.span.end, len(text))))
        if trimmed is None:
            continue
        whole = _whole_name if entity.kind is EntityKind.PERSON else _whole_body
        span = whole(text, trimmed, floor, registry)
        out.append(Entity(span, entity.kind))
    return tuple(out)


def _trimmed(text: str, span: Span) -> Span | None:
    """One line, without white space around it."""
    start, end = span
    while start < end and not text[start].isalnum() and text[start] != "@":
        start += 1
    line = text.find("\n", start, end)
    end = line if line >= 0 else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _whole_name(text: str, span: Span, floor: int, registry: Registry) -> Span:
    """With the given name, surname or "Jr." that the network left out."""
    start, end = span
    before = GIVEN_BEFORE.search(text, max(floor, start - 20), start)
    if before and (before.group(1).endswith(".") or registry.gender(before.group(1))):
        start = before.start(1)
    if " " not in text[start:end] and registry.gender(text[start:end]):
        after = NAME_AFTER.match(text, end)
        end = after.end() if after else end
    suffix = SUFFIX_AFTER.match(text, end)
    if suffix and SUFFIX.search(text[start : suffix.end()]):
        end = suffix.end()
    return Span(start, end)


def _whole_body(text: str, span: Span, floor: int, registry: Registry) -> Span:
    """With the word before that makes it a known body: not "Rights Watch", but "Human Rights Watch"."""
    before = GIVEN_BEFORE.search(text, max(floor, span.start - 20), span.start)
    if before and before.group(1) != "The" and registry.known(text[before.start(1) : span.end]):
        return Span(before.start(1), span.end)
    return span
