"""Which statements of a document speak of a topic at all.

1. The content or the cue holds search terms that not every statement of the document holds.
2. The content holds most of the proposition's own words.
3. The content leaves open what it speaks of ("no", "that plan", "we'll get there"): its sentence tells, or the same
   speaker's statement just before.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factbase.document import Document, Span, Statement
from factbase.stance.lexicon import Role
from factbase.stance.topics import CompiledTopic
from factbase.stance.words import Token, lowered, tokens
from factbase.text import covering, sentences

ENOUGH = 0.5
"""The weight from which a statement is of the topic: one term that six of thirty statements hold has 0.42."""
FEW = 0.4
"""The weight from which words that say a side outright are of the topic: a term that half of a document holds."""
COMMON = 0.45
"""The least weight of a term that is no name."""
CONTEXT = 0.2
"""The weight of what only its context says to be of the topic."""
MANY = 40
"""Words of a statement that may speak of several things."""
POINTING = frozenset("it this that these those they so we he she there no yes nothing never not such".split())


@dataclass(frozen=True, slots=True)
class Said:
    """A statement's words made ready."""

    statement: Statement
    cue_text: str
    cue: list[Token]
    content: list[Token]
    terms: frozenset[int]
    """Which search terms the words hold."""
    places: frozenset[int]
    """Where they begin in the content."""
    excluded: bool
    """The words hold what the topic excludes."""

    @property
    def who(self) -> str | None:
        return self.statement.speaker.name if self.statement.speaker else None


def narrowed(statement: Statement, topic: CompiledTopic) -> Statement:
    """Of a statement of many sentences, a turn or a speech, those that hold search terms, with their neighbours."""
    if len(statement.text.split()) <= MANY:
        return statement
    parts = [statement.text[start:end] for start, end in sentences(statement.text)]
    held = {k for k, part in enumerate(parts) if terms_in(part, topic)}
    kept = [part for k, part in enumerate(parts) if held & {k - 1, k, k + 1}]
    return replace(statement, text=" ".join(kept)) if kept else statement


def said(document: Document, statement: Statement, topic: CompiledTopic) -> Said:
    cue = " ".join(document.text[start:end] for start, end in statement.attribution.cue)
    held = terms_in(statement.text, topic)
    source = " ".join(document.text[start:end] for start, end in statement.attribution.source)
    nobody = [t for t in tokens(source.partition(" ")[0]) if t.word.role is Role.NOT]
    return Said(
        statement,
        cue,
        nobody + tokens(cue),
        tokens(statement.text),
        frozenset(held.values()) | frozenset(terms_in(cue, topic).values()),
        frozenset(held),
        bool(topic.excluded and topic.excluded.search(lowered(f"{cue} {statement.text}"))),
    )


def terms_in(text: str, topic: CompiledTopic) -> dict[int, int]:
    """Where search terms begin, and which."""
    return {m.start(): m.lastindex or 0 for m in topic.terms.finditer(lowered(text))} if topic.terms else {}


def relevance(document: Document, rows: Sequence[Said], topic: CompiledTopic) -> list[float]:
    """One figure a statement; below `ENOUGH` it is not of the topic."""
    weights = _weights([row.terms for row in rows], topic)
    own = [0.0 if row.excluded else sum(weights[t] for t in row.terms) + _overlap(row.content, topic) for row in rows]
    context = _Context(document, topic)
    return [
        max(value, context.of(i, rows, own)) if value < ENOUGH and _points(row) and not row.excluded else value
        for i, (row, value) in enumerate(zip(rows, own, strict=True))
    ]


def _weights(held: Sequence[frozenset[int]], topic: CompiledTopic) -> dict[int, float]:
    """1 for a term of no statement, less the more hold it; a short document does not make its terms common.

    A name that everybody mentions says little; "trainers" in every statement means that all speak of trainers.
    """
    count = Counter(t for terms in held for t in terms)
    size = len(held) + 10
    rarity = {t: math.log(size / (n + 0.5)) / math.log(size / 0.5) for t, n in count.items()}
    return {t: weight if t in topic.names else max(COMMON, weight) for t, weight in rarity.items()}


def _overlap(content: Iterable[Token], topic: CompiledTopic) -> float:
    """Half of the proposition's words count as a term, all of them as two; a third or less is chance."""
    if not topic.concepts:
        return 0.0
    found = {t.word.concept for t in content} & topic.concepts
    return max(0.0, len(found) / len(topic.concepts) - 0.35) * (1.2 if topic.predicate & found else 0.4)


def _points(row: Said) -> bool:
    """Short, or it begins with a word that points back."""
    named = sum(1 for t in row.content if t.word.concept)
    first = next((t.word for t in row.content if t.word.form.isalnum()), None)
    return named <= 3 or (first is not None and first.form.split("'")[0] in POINTING and named <= 8)


class _Context:
    """The sentences of a document, found only if a statement points to them."""

    def __init__(self, document: Document, topic: CompiledTopic) -> None:
        self.text = document.text
        self.topic = topic
        self.sentences: list[tuple[int, int]] | None = None

    def of(self, i: int, rows: Sequence[Said], own: Sequence[float]) -> float:
        if i and own[i - 1] >= ENOUGH and rows[i].who is not None and rows[i].who == rows[i - 1].who:
            return CONTEXT
        return CONTEXT if terms_in(self._around(rows[i].statement.attribution.content[:1]), self.topic) else 0.0

    def _around(self, content: Sequence[Span]) -> str:
        """The sentence that the content begins in and the one before it; of a heading, the one after it."""
        if self.sentences is None:
            self.sentences = sentences(self.text)
        at = covering(self.sentences, content[0].start) if content else None
        if at is None:
            return ""
        first, last = self.sentences[max(0, at - 1)], self.sentences[at]
        if "\n" in self.text[first[1] : last[0]]:
            first = last
        if self.text[first[0] : last[1]].rstrip("\"'”’»)")[-1:].isalnum():
            last = self.sentences[min(at + 1, len(self.sentences) - 1)]
        return self.text[first[0] : last[1]]
