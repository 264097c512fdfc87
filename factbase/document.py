"""The values that travel from stage to stage. All are frozen; offsets are code points into `Document.text`."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


Spans = tuple[Span, ...]
"""Ranges in reading order that neither touch nor overlap."""


class SpeakerKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    GROUP = "group"
    UNNAMED = "unnamed"
    DOCUMENT = "document"


class QuoteKind(StrEnum):
    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What kind of speech it is, after CAMEO's verbal codes."""

    STATE = "state"
    PREDICT = "predict"
    ACKNOWLEDGE = "acknowledge"
    DENY = "deny"
    DECLINE_COMMENT = "decline_comment"
    CONSIDER = "consider"
    APPEAL = "appeal"
    DEMAND = "demand"
    PLEDGE = "pledge"
    PRAISE = "praise"
    DEFEND = "defend"
    APOLOGISE = "apologise"
    CRITICISE = "criticise"
    ACCUSE = "accuse"
    WARN = "warn"
    THREATEN = "threaten"
    REJECT = "reject"
    AGREE = "agree"


class Position(StrEnum):
    """Where a statement stands on a proposition, in five steps; none at all is no Position."""

    OPPOSE = "oppose"
    LEAN_OPPOSE = "lean_oppose"
    OPEN = "open"
    LEAN_SUPPORT = "lean_support"
    SUPPORT = "support"

    @property
    def score(self) -> int:
        """-2 (oppose) to 2 (support)."""
        return list(Position).index(self) - 2


class Method(StrEnum):
    """What decided a position."""

    RULE = "rule"
    MODEL = "model"
    PERSON = "person"


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days, both included."""

    start: date
    end: date

    @property
    def precision(self) -> str:
        """day, week, month, year or other."""
        first, last = self.start, self.end
        if first == last:
            return "day"
        if first.weekday() == 0 and (last - first).days == 6:
            return "week"
        next_day = date.fromordinal(last.toordinal() + 1)
        if first.day == 1 and next_day.day == 1:
            if (next_day.year, next_day.month) == (first.year + first.month // 12, first.month % 12 + 1):
                return "month"
            if first.month == 1 and next_day.month == 1 and next_day.year == first.year + 1:
                return "year"
        return "other"


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read. `text` is stored untouched; every offset of a statement is into it."""

    id: str
    """The id of a JSON Lines article, else the file's stem."""
    text: str
    source: str
    """The path or URL that it was read from; "-" for standard input."""
    raw_sha256: str
    """Of the bytes that were read, as 64 hexadecimal digits."""
    reader: str
    """Name and version of what read it: "text 1", "html 1", "jsonl 1"."""
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    published: str | None = None
    """ISO 8601, a date or a date and time, as precise as it was found."""
    published_from: str | None = None
    """How that was found: "option", "field", "page" or "text", where a line at its head is a date."""

    @property
    def published_on(self) -> date | None:
        return date.fromisoformat(self.published[:10]) if self.published else None


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text, as the network sees it."""

    span: Span
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """What extraction finds: words, who they are ascribed to, and the words that do the ascribing."""

    content: Spans
    cue: Spans
    source: Spans
    """Empty where the text names nobody."""
    quote: QuoteKind
    act: Act
    confidence: float


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or a word of a description ("the senator"), and what it may mean: words before it, with chances."""

    word: Span
    means: tuple[tuple[Span, float], ...]
    """In order of place; words that are hardly meant are left out."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the network reads from one document, attributions and references in reading order."""

    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a statement is ascribed to, resolved inside its article."""

    name: str
    """The fullest name: "Gabrielius Landsbergis"; for the unnamed a description: "Biden administration official"."""
    kind: SpeakerKind
    role: str | None = None
    """As printed: "Foreign Minister"."""
    organisation: str | None = None
    """"Lithuania", "Joint Chiefs of Staff"."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    wikidata: str | None = None
    names: tuple[str, ...] = ()
    """Every other name the article uses for it."""
    confidence: float = 1.0
    how: str = ""
    """The rule that decided: "name", "surname", "pronoun", "apposition", "registry" ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSpeaker:
    """Somebody whom a user knows, with one affiliation at most: a line of a list that is imported."""

    name: str
    kind: SpeakerKind
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    """Names that mean this speaker alone, wherever they are met: "Zelensky"."""
    role: str | None = None
    organisation: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was made. A relative expression that cannot be resolved keeps its words and has no range."""

    range: DateRange | None
    words: str
    """The words that told it: "on Thursday"."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution with all that is known of it."""

    attribution: Attribution
    text: str
    """The content's words; pieces are joined by " … "."""
    speaker: Speaker | None
    said: Said | None
    occasion: str | None = None
    """"in an interview with The Guardian"."""
    quoted_in: int | None = None
    """The index of the statement of this document that reports this one."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A question that statements are placed on."""

    slug: str
    proposition: str
    """A declarative sentence: "NATO countries send military instructors to Ukraine"."""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """A statement's position on a topic; a statement that takes none has none."""

    topic: str
    position: Position
    confidence: float
    method: Method
    words: str = ""
    """The words that decided it."""
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One document through the whole pipeline: what the store is given."""

    document: Document
    statements: tuple[Statement, ...] = field(default=())
