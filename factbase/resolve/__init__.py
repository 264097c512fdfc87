"""Who is speaking: each attribution's source becomes a person, an organisation, a government or a description."""

from factbase.document import Document, Extraction, Speaker
from factbase.resolve.registry import Registry, load_registry
from factbase.resolve.speakers import resolve_sources

__all__ = ["Registry", "load_registry", "resolve"]


def resolve(document: Document, extraction: Extraction, *, registry: Registry) -> tuple[Speaker | None, ...]:
    """The speaker of each attribution, in order; None where the article leaves it open."""
    return resolve_sources(document, extraction, registry)
