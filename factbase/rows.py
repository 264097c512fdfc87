"""What a query returns: plain values, ready to print, export or plot. Field names are the columns of the CSV."""

from dataclasses import dataclass
from datetime import date

from factbase.document import Act, Method, Position, QuoteKind, SpeakerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement, its speaker under the canonical name. `start` to `end` runs from its first to its last piece."""

    row_id: str
    """The statement's uid; a stance's row adds the topic: "UID:slug"."""
    said_date: date | None
    """Only if exact to the day."""
    said_from: date | None
    said_to: date | None
    date_precision: str | None
    """day, week, month, year or other."""
    published: str | None
    speaker_id: str | None
    speaker: str | None
    speaker_kind: SpeakerKind | None
    role: str | None
    organisation: str | None
    country: str | None
    confidence: float
    quote: str
    quote_kind: QuoteKind
    act: Act
    reported_by: str | None
    """Who reports it inside the article: the speaker of the statement that this one is quoted in."""
    outlet: str | None
    article_title: str | None
    article_url: str | None
    start: int
    end: int
    text_sha256: str
    review: str | None
    """The standing judgement of a person: "accepted" or "corrected"; null if none has looked."""
    reviewed_by: str | None
    spans: tuple[tuple[int, int], ...]
    article_source: str
    found_as: str | None = None
    """The speaker's name before people decided otherwise; null where they did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRow(StatementRow):
    """One statement's position on one topic. `confidence` is that of the position."""

    topic: str
    proposition: str
    position: Position
    score: int
    previous_position: Position | None
    """Of the same speaker on the same topic, by date said, then published; an institution's by its spokespersons too.

    Null where this one or all others have no date, or where none is surely earlier: "in May" says nothing of 9 May.
    """
    change: str | None
    """From the previous position: "reversal" (the side changed), "support" or "hedge" (towards 2 or towards -2 on
    one side or from or to open), "same"; null for a speaker's first."""
    condition: str | None
    method: Method

    @property
    def is_move(self) -> bool:
        return self.change not in (None, "same")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow(StanceRow):
    """A position in the timeline of the one whom it counts for, beside the position before it in that timeline."""

    timeline_id: str
    timeline_of: str | None
    """The speaker, or the institution that it is or was spokesperson of."""
    spoken_by: str | None
    """The spokesperson, where the timeline is the institution's."""
    previous_row_id: str | None
    previous_said_from: date | None
    previous_said_to: date | None
    previous_quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    speaker_id: str
    name: str
    kind: SpeakerKind
    country: str | None
    wikidata: str | None
    aliases: tuple[str, ...]
    found_as: tuple[str, ...] = ()
    """What articles call it that people say is this: the name before it was renamed, those that were merged into it."""
    statements: int
    articles: int
    first_said: date | None
    last_said: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """Two speakers that may be one; `other` has more statements."""

    speaker_id: str
    speaker: str
    other_id: str
    other: str
    kind: SpeakerKind
    score: float
    """From 0 to 1; from 0.85 on speakers of two articles are linked without asking, if one alone is left."""
    reason: str
    statements: int
    other_statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    name: str
    kind: str
    country: str | None
    speakers: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    article_id: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    byline: str | None
    language: str | None
    statements: int
    snapshots: int
    article_source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    slug: str
    proposition: str
    terms: tuple[str, ...]
    stances: int
    speakers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """What a person decided of a speaker. Names are those that the machine found."""

    judgement: int
    speaker_id: str
    speaker: str | None
    decision: str
    value: str | None
    """The name that was given, the facts that were set, or what the speaker in `other_id` is called."""
    other_id: str | None
    """Into whom it was merged, or who was split off."""
    statements: tuple[str, ...]
    """Those that were split off, by id."""
    by: str
    at: str
    """ISO 8601, UTC."""
    note: str | None
    undone_at: str | None
    undone_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What a person decided of a statement or of its position on a topic."""

    judgement: int
    statement_id: str
    quote: str | None
    """The words that stand now; null where the machine no longer finds a statement whose judgements were all undone."""
    decision: str
    """accept, reject or set."""
    decided: str | None
    """What was set: "speaker Ana Kovač; said 2024-05-16"; and of one that was taken over from an older copy of the
    article "as judgement 12 on the copy before"."""
    by: str
    at: str
    """ISO 8601, UTC."""
    note: str | None
    undone_at: str | None
    undone_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceRow:
    """One thing that people decided and the machine would have changed."""

    statement_id: str
    what: str
    """speaker, role, organisation, said, content, "position on SLUG"; or statement: whether it is one."""
    stands: str
    machine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionRow:
    """A topic that the database suggests."""

    slug: str
    proposition: str | None
    """A statement's own words of proposal; null where none can be made of them."""
    terms: tuple[str, ...]
    speakers: int
    articles: int
    statements: int
    examples: tuple[str, ...]
    """Ids of statements, of different speakers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A statement as the search for topics sees it; `speaker` and `article` tell one from another."""

    row_id: str
    words: str
    speaker: str | None
    article: str
