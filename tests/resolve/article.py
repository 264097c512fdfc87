"""Articles made by hand: sources stand between square brackets, names are listed."""

import re

from factbase.document import (
    Act,
    Attribution,
    Document,
    Entity,
    EntityKind,
    Extraction,
    QuoteKind,
    Reference,
    Span,
    Speaker,
)
from factbase.resolve import load_registry, resolve

REGISTRY = load_registry()


def speakers(
    marked: str,
    *,
    person: str = "",
    organisation: str = "",
    place: str = "",
    other: str = "",
    byline: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    cue: str = "",
    means: str = "",
) -> list[Speaker | None]:
    """The speakers of the sources marked in the text: "[Jane Roe] said". An empty pair of brackets is no source.

    Names are given as "Jane Roe; Roe"; every place where one stands is an entity. `cue` stands after a source. The
    network thinks that the last word of every source means what `means` says.
    """
    text, sources = unmark(marked)
    attributions = tuple(_attribution(text, start, end, cue) for start, end in sources)
    kinds = zip(EntityKind, (person, organisation, place, other), strict=True)
    listed = [(kind, name) for kind, names in kinds for name in names.split("; ") if name]
    entities = tuple(entity for kind, name in listed for entity in _entities(text, name, kind))
    document = Document(
        "article", text, "article.txt", "0" * 64, "text 1", byline=byline, outlet=outlet, published=published
    )
    references = tuple(_reference(text, Span(*source), means) for source in sources if means)
    return list(resolve(document, Extraction(attributions, entities, references), registry=REGISTRY))


def _reference(text: str, source: Span, means: str) -> Reference:
    start, word = text.index(means), text[slice(*source)].rsplit(" ", 1)[-1]
    return Reference(Span(source.end - len(word), source.end), ((Span(start, start + len(means)), 0.99),))


def names(marked: str, **options: str) -> list[str | None]:
    return [speaker.name if speaker else None for speaker in speakers(marked, **options)]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and where they stood."""
    pieces = re.split(r"([\[\]])", marked)
    text, spans, start = "", [], 0
    for piece in pieces:
        if piece == "[":
            start = len(text)
        elif piece == "]":
            spans.append((start, len(text)))
        else:
            text += piece
    return text, spans


def _attribution(text: str, start: int, end: int, cue: str) -> Attribution:
    source = (Span(start, end),) if end > start else ()
    content = (Span(end, end + 1),)
    return Attribution(content, _cue(text, end, cue), source, QuoteKind.INDIRECT, Act.STATE, 1.0)


def _cue(text: str, end: int, cue: str) -> tuple[Span, ...]:
    return (Span(end + 1, end + 1 + len(cue)),) if cue and text.startswith(cue, end + 1) else ()


def _entities(text: str, name: str, kind: EntityKind) -> list[Entity]:
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return [Entity(Span(*m.span()), kind) for m in found]
