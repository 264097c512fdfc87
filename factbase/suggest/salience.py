"""Which phrases are subjects: several speakers share them, in few of the articles and often there.

A word that everybody uses of everything ("people") spreads over the articles of a database as chance would have it;
a subject comes in clusters. So a phrase weighs more the more speakers use it, the rarer it is in the database, and the
more its statements keep together, measured against an even spread (as residual IDF does: Church and Gale, 1995).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from factbase.suggest.phrases import Key, Phrase
from factbase.suggest.words import VAGUE

SMALL = 20
"""Speakers or articles in a database below which two speakers, or one article, are enough."""
LONGER = 1.5  # what more than one word counts: it says more
NAME = 0.6  # what a single capitalised word counts: mostly who or where, not what
WITHIN = 0.5  # the share of its statements that have a word in a longer phrase, from which it is no phrase of its own


@dataclass(slots=True)
class Use:
    """Where a phrase is used: numbers of statements, articles and speakers."""

    statements: set[int] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def form(self) -> str:
        """As it is printed most often."""
        return min(self.forms, key=lambda form: (-self.forms[form], form))


class Uses:
    """All phrases of a database, each with where it is used."""

    def __init__(self) -> None:
        self.of: defaultdict[Key, Use] = defaultdict(Use)
        self.statements = 0
        self._articles: set[str] = set()
        self._speakers: set[str] = set()

    def add(self, found: Iterable[Phrase], *, statement: int, article: str, speaker: str | None) -> None:
        self.statements += 1
        self._articles.add(article)
        self._speakers |= {speaker} if speaker else set()
        for phrase in found:
            use = self.of[phrase.key]
            use.statements.add(statement)
            use.articles.add(article)
            use.forms[phrase.form] += 1
            if speaker:
                use.speakers.add(speaker)

    def salient(self) -> list[Key]:
        """Phrases that can be subjects, the weightiest first."""
        within = self._within()
        kept = [
            key
            for key, use in self.of.items()
            if self._is_shared(use) and _says_what(key) and len(within[key]) < max(1, WITHIN * len(use.statements))
        ]
        return sorted(kept, key=lambda key: (-self.weight(key), key))

    def weight(self, key: Key) -> float:
        use = self.of[key]
        together = math.log(self._spread(len(use.statements)) / len(use.articles))
        rarity = math.log(1 + self.statements / len(use.statements))
        return math.log(1 + len(use.speakers)) * rarity * (0.5 + together) * self._shape(key)

    def _spread(self, statements: int) -> float:
        """How many articles so many statements would be in, each in any."""
        articles = len(self._articles)
        return articles * (1 - (1 - 1 / articles) ** statements) if articles > 1 else 1.0

    def _shape(self, key: Key) -> float:
        if len(key) > 1:
            return LONGER
        form = self.of[key].form
        return NAME if form[:1].isupper() and not form.isupper() else 1.0

    def _is_shared(self, use: Use) -> bool:
        speakers = 3 if len(self._speakers) >= SMALL else 2
        articles = 2 if len(self._articles) >= SMALL else 1
        return len(use.speakers) >= speakers and len(use.articles) >= articles

    def _within(self) -> defaultdict[Key, set[int]]:
        """For each phrase the statements that have it inside a longer one of two speakers or more."""
        found: defaultdict[Key, set[int]] = defaultdict(set)
        for key, use in self.of.items():
            if len(key) > 1 and len(use.speakers) > 1:
                for part in _parts(key):
                    found[part] |= use.statements
        return found


def _parts(key: Key) -> Iterator[Key]:
    size = len(key)
    return (key[i:j] for i in range(size) for j in range(i + 1, size + 1) if j - i < size)


def _says_what(key: Key) -> bool:
    return not all(word in VAGUE for word in key) and all(len(word) > 2 for word in key)
