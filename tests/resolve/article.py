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

    What is said may stand in braces, one pair a source: "{“It rains,”} [Jane Roe] said".
    Names are given as "Jane Roe; Roe"; every place where one stands is an entity. `cue` stands after a source. The
    network thinks that the last word of every source means what `means` says.
    """
    text, sources, contents = _unmark(marked)
    contents = contents or [(end, end + 1) for _, end in sources]
    pairs = zip(sources, contents, strict=True)
    attributions = tuple(_attribution(text, Span(*source), Span(*content), cue) for source, content in pairs)
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
    return _unmark(marked)[:2]


def _unmark(marked: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """The text without its marks, where the brackets stood, and where the braces did, in order of their beginnings."""
    text, opened = "", []
    found: dict[str, list[tuple[int, int]]] = {"[": [], "{": []}
    for piece in re.split(r"([\[\]{}])", marked):
        if piece in found:
            opened.append((piece, len(text)))
        elif piece in ("]", "}"):
            mark, start = opened.pop()
            found[mark].append((start, len(text)))
        else:
            text += piece
    return text, sorted(found["["]), sorted(found["{"])


def _attribution(text: str, source: Span, content: Span, cue: str) -> Attribution:
    told = (source,) if source.end > source.start else ()
    quote = QuoteKind.DIRECT if text.startswith("“", content.start) else QuoteKind.INDIRECT
    return Attribution((content,), _cue(text, source.end, cue), told, quote, Act.STATE, 1.0)


def _cue(text: str, end: int, cue: str) -> tuple[Span, ...]:
    return (Span(end + 1, end + 1 + len(cue)),) if cue and text.startswith(cue, end + 1) else ()


def _entities(text: str, name: str, kind: EntityKind) -> list[Entity]:
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return [Entity(Span(*m.span()), kind) for m in found]
