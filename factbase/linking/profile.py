"""What is known of a speaker: in one article, or in all that the database holds."""

from dataclasses import dataclass

from factbase.document import SpeakerKind
from factbase.linking.names import is_full


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Names, roles and organisations come folded, titles and "the" left out."""

    kind: SpeakerKind
    names: frozenset[str]
    given: frozenset[str] = frozenset()
    """Those of its names that a person says are its own, by an import or a judgement: even a single word means it."""
    roles: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    country: str | None = None
    wikidata: str | None = None

    @property
    def full_names(self) -> frozenset[str]:
        """Of a person: with a given name."""
        return frozenset(name for name in self.names if is_full(name))
