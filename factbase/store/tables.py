"""The tables. Every enumeration is a CHECK that the database holds.

Some columns repeat what others say, so that a listing of a million statements needs one index and no sort. Each is kept
true: `statement.speaker_kind` by a foreign key that cascades; the days that statements and stances are sorted by, since
the snapshot that they come from never changes; the tallies of speakers and organisations by `tally.py`.
"""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from factbase.document import Act, Method, Position, QuoteKind, SpeakerKind
from factbase.linking import block
from factbase.store.columns import ROW, UID, Moment, choice, link, now, of, only
from factbase.store.kinds import Decision, OrganisationKind, Review, Subject

NEVER = date.min  # the sort key of what has no date: last where the newest come first
STANDING = only("stands = 1", "stands")  # `stands` is a column of these too: SQLite reads the row for it otherwise
SPOKEN_FOR = only("stands = 1 AND institution_id IS NOT NULL", "stands AND institution_id IS NOT NULL")
STANCE_ORDER = ("day", "published_on", "statement_id")
PLACED = (*STANCE_ORDER, "position", "said_to", "stands")


def _block(context: Any) -> str:
    return block(context.get_current_parameters()["key"])


class Table(SQLModel):
    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Outlet(Table, table=True):
    """A publisher; `key` is its name, folded: "guardian" for "The Guardian"."""

    __table_args__ = (sa.UniqueConstraint("key"),)

    id: int | None = of(ROW, default=None, primary_key=True)
    name: str
    key: str
    domain: str | None = None
    country: str | None = of(sa.String(3), default=None)


class Article(Table, table=True):
    """One article, whatever copies of it were taken; its title and dates are those of the newest."""

    __table_args__ = (
        sa.UniqueConstraint("uid"),
        sa.UniqueConstraint("url_key"),
        sa.Index(None, "published_on", "id"),
    )

    id: int | None = of(ROW, default=None, primary_key=True)
    uid: str = of(UID)
    outlet_id: int | None = link("outlet.id", default=None)
    url: str | None = None
    url_key: str | None = None  # the URL without what does not tell pages apart: scheme, "www.", fragment, tracking
    title: str | None = None
    byline: str | None = None
    language: str | None = None
    published: str | None = None  # ISO 8601, as precise as it was found
    published_from: str | None = None
    published_on: date = NEVER
    genre: str | None = None


class Snapshot(Table, table=True):
    """One frozen copy of an article. Statements of the newest copy are listed, those of older ones are kept."""

    __table_args__ = (
        sa.UniqueConstraint("uid"),
        sa.Index("uq_snapshot_newest", "article_id", unique=True, **only("newest = 1", "newest")),
    )

    id: int | None = of(ROW, default=None, primary_key=True)
    uid: str = of(UID)
    article_id: int = link("article.id")
    newest: bool = True
    document: str  # the id of the document: of a JSON Lines article, else the file's stem
    fetched: datetime = of(Moment, default_factory=now)
    source: str = Field(index=True)
    source_key: str | None = Field(default=None, index=True)  # absolute; null where it tells no article from another
    raw_sha256: str = of(sa.String(64))
    text_sha256: str = of(sa.String(64), index=True)
    reader: str
    published: str | None = None
    text: str


class Organisation(Table, table=True):
    """`speakers` and `statements` are tallies of itself and its people."""

    __table_args__ = (sa.UniqueConstraint("key"), sa.Index(None, "statements", "id"))

    id: int | None = of(ROW, default=None, primary_key=True)
    name: str
    key: str
    kind: OrganisationKind = of(choice(OrganisationKind, "kind"), default=OrganisationKind.OTHER)
    country: str | None = of(sa.String(3), default=None)
    parent_id: int | None = link("organisation.id", default=None)
    wikidata: str | None = of(sa.String(20), default=None)
    speakers: int = 0
    statements: int = 0


class Speaker(Table, table=True):
    """Anyone who can hold a position.

    `canonical_id` is the speaker that people merged it into, null for itself; the tallies of a merged speaker are with
    that one. `organisation_id` is the organisation that it is. The columns hold what stands; of those that people
    decided, `machine` keeps what the machine found, and goes on finding: {"name": "Okafor", "country": null}.
    """

    __table_args__ = (
        sa.UniqueConstraint("uid"),
        sa.UniqueConstraint("id", "kind"),
        sa.Index(None, "statements", "id"),
        sa.Index(None, "kind", "statements", "id"),
        sa.Index(None, "country", "statements", "id"),
        sa.CheckConstraint("canonical_id <> id", name="canonical"),
    )

    id: int | None = of(ROW, default=None, primary_key=True)
    uid: str = of(UID)
    kind: SpeakerKind = of(choice(SpeakerKind, "kind"))
    name: str
    country: str | None = of(sa.String(3), default=None)
    wikidata: str | None = of(sa.String(20), default=None)
    organisation_id: int | None = link("organisation.id", default=None)
    canonical_id: int | None = link("speaker.id", default=None)
    machine: dict[str, Any] | None = of(sa.JSON(none_as_null=True), default=None)
    statements: int = 0
    articles: int = 0
    first_said: date | None = None
    last_said: date | None = None


class SpeakerName(Table, table=True):
    """Every name a speaker goes by; `key` is the name, folded, which `name_search` indexes.

    `found` is whether an article has it; the others are people's, and go when their judgements are undone.
    `block` is what names that may mean one person share. A name that a person gave means its speaker wherever it is
    met, even if it is a single word.
    """

    __tablename__ = "speaker_name"
    __table_args__ = (sa.UniqueConstraint("speaker_id", "name"), sa.Index(None, "key"), sa.Index(None, "block"))

    id: int | None = of(ROW, default=None, primary_key=True)
    speaker_id: int = of(ROW, foreign_key="speaker.id")
    name: str
    key: str
    found: bool = Field(default=True, sa_column_kwargs={"server_default": sa.true()})
    block: str = Field(sa_column=sa.Column(sa.String, nullable=False, default=_block))
    given: bool = False


class Run(Table, table=True):
    """One use of the program: what read, with which options, how much."""

    id: int | None = of(ROW, default=None, primary_key=True)
    program: str
    model: str | None = None
    options: dict[str, Any] = of(sa.JSON, default_factory=dict)
    started: datetime = of(Moment, default_factory=now)
    finished: datetime | None = of(Moment, default=None)
    counts: dict[str, int] | None = of(sa.JSON, default=None)


class Statement(Table, table=True):
    """One attribution. Spans are lists of [start, end] into the snapshot's text; `content` is their words.

    `day` and `last_day` are when it was said, else when it was published, else never: what listings sort and filter by.
    `words` is the content folded for search. `place` is its index in the reading that it came with. The columns hold
    what stands; `machine` keeps what the machine read where people decided otherwise (`corrections.py`).
    """

    __table_args__ = (
        sa.UniqueConstraint("uid"),
        sa.UniqueConstraint("snapshot_id", "place"),
        sa.ForeignKeyConstraint(
            ["speaker_id", "speaker_kind"],
            ["speaker.id", "speaker.kind"],
            onupdate="CASCADE",
            name="fk_statement_speaker",
        ),
        sa.CheckConstraint("(speaker_id IS NULL) = (speaker_kind IS NULL)", name="speaker"),
        sa.CheckConstraint('0 <= "start" AND "start" < "end"', name="span"),
        sa.CheckConstraint("said_from <= said_to AND (said_from IS NULL) = (said_to IS NULL)", name="said"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        sa.CheckConstraint("quoted_in <> id", name="quoted_in"),
        sa.Index(None, "day", "id", "last_day"),
        sa.Index(None, "speaker_id", "day", "id"),
        sa.Index(None, "speaker_kind", "day", "id"),
        sa.Index("ix_statement_range", "last_day", "day", **only("last_day > day")),
    )

    id: int | None = of(ROW, default=None, primary_key=True)
    uid: str = of(UID)
    snapshot_id: int = of(ROW, foreign_key="snapshot.id")
    place: int
    speaker_id: int | None = of(ROW, default=None)
    speaker_kind: SpeakerKind | None = of(choice(SpeakerKind, "speaker_kind"), default=None)
    speaker_how: str | None = None
    speaker_confidence: float | None = None
    role: str | None = None
    organisation: str | None = None
    organisation_id: int | None = link("organisation.id", default=None)
    content: str
    words: str
    kind: QuoteKind = of(choice(QuoteKind, "kind"))
    act: Act = of(choice(Act, "act"))
    content_spans: list[list[int]] = of(sa.JSON)
    cue_spans: list[list[int]] = of(sa.JSON)
    source_spans: list[list[int]] = of(sa.JSON)
    start: int
    end: int
    said_from: date | None = None
    said_to: date | None = None
    said_words: str | None = None
    said_confidence: float | None = None
    occasion: str | None = None
    day: date = NEVER
    last_day: date = NEVER
    published_on: date = NEVER
    confidence: float
    quoted_in: int | None = link("statement.id", default=None)
    run_id: int = link("run.id")
    review: Review | None = of(choice(Review, "review"), default=None)
    reviewed_by: str | None = None
    machine: dict[str, Any] | None = of(sa.JSON(none_as_null=True), default=None)


class Affiliation(Table, table=True):
    """That a speaker belonged to an organisation; `role` is "" if none was told.

    Either statements show it: then `statement_id` is the first of them, by day, and `since` and `until` are the first
    and the last day of all. Or a person told it, with the days as far as they are known: then `statement_id` is null.
    """

    __table_args__ = (
        sa.Index(
            "uq_affiliation_shown",
            "speaker_id",
            "organisation_id",
            "role",
            unique=True,
            **only("statement_id IS NOT NULL"),
        ),
        sa.Index(None, "speaker_id", "organisation_id"),
    )

    id: int | None = of(ROW, default=None, primary_key=True)
    speaker_id: int = of(ROW, foreign_key="speaker.id")
    organisation_id: int = link("organisation.id")
    role: str = ""
    since: date | None = None
    until: date | None = None
    statement_id: int | None = link("statement.id", default=None)


class Topic(Table, table=True):
    __table_args__ = (sa.UniqueConstraint("uid"), sa.UniqueConstraint("slug"))

    id: int | None = of(ROW, default=None, primary_key=True)
    uid: str = of(UID)
    slug: str
    proposition: str
    terms: list[str] = of(sa.JSON, default_factory=list)


class Stance(Table, table=True):
    """A statement's position on a topic: at most the machine's and a person's, which overrules the machine's.

    A person may say that there is none: then `position` is null. `stands` is whether listings show it, and `speaker_id`
    is the statement's canonical speaker; `institution_id` is the organisation that it counts for, which the speaker is
    or whose spokesperson; `said_to` is the statement's, null where nobody knows when it was said. `standing.py` works
    them out. `day` and `published_on` are the statement's. So a topic's count and a speaker's previous position are
    steps in one index.
    """

    __table_args__ = (
        sa.Index("uq_stance_machine", "statement_id", "topic_id", unique=True, **only("method <> 'person'")),
        sa.Index("uq_stance_person", "statement_id", "topic_id", unique=True, **only("method = 'person'")),
        sa.CheckConstraint("position IS NOT NULL OR (method = 'person' AND NOT stands)", name="decided"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        sa.Index(None, "statement_id"),
        sa.Index("ix_stance_day", *STANCE_ORDER, "speaker_id", "stands", **STANDING),
        sa.Index("ix_stance_topic_day", "topic_id", *STANCE_ORDER, "position", "stands", **STANDING),
        sa.Index("ix_stance_topic_speaker_day", "topic_id", "speaker_id", *PLACED, **STANDING),
        sa.Index("ix_stance_topic_institution_day", "topic_id", "institution_id", *PLACED, **SPOKEN_FOR),
        sa.Index("ix_stance_institution_day", "institution_id", *STANCE_ORDER, "stands", **SPOKEN_FOR),
        sa.Index("ix_stance_speaker_day", "speaker_id", *STANCE_ORDER, "position", "stands", **STANDING),
        sa.Index("ix_stance_position_day", "position", *STANCE_ORDER, "speaker_id", "stands", **STANDING),
    )

    id: int | None = of(ROW, default=None, primary_key=True)
    statement_id: int = of(ROW, foreign_key="statement.id")
    topic_id: int = of(ROW, foreign_key="topic.id")
    speaker_id: int | None = of(ROW, foreign_key="speaker.id", default=None)
    institution_id: int | None = of(ROW, foreign_key="organisation.id", default=None)
    day: date
    published_on: date
    said_to: date | None = None
    position: Position | None = of(choice(Position, "position"), default=None)
    condition: str | None = None
    confidence: float
    method: Method = of(choice(Method, "method"))
    words: str = ""
    stands: bool = False
    run_id: int | None = link("run.id", default=None)


class Judgement(Table, table=True):
    """What a person decided. Rows are only added; undoing one dates it."""

    __table_args__ = (
        sa.Index(None, "subject", "subject_uid", "id"),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone"),
    )

    id: int | None = of(ROW, default=None, primary_key=True)
    subject: Subject = of(choice(Subject, "subject"))
    subject_uid: str = of(UID)
    decision: Decision = of(choice(Decision, "decision"))
    value: dict[str, Any] = of(sa.JSON, default_factory=dict)
    by: str
    at: datetime = of(Moment, default_factory=now)
    note: str | None = None
    undone_at: datetime | None = of(Moment, default=None)
    undone_by: str | None = None


METADATA = Table.metadata
outlet = METADATA.tables["outlet"]
article = METADATA.tables["article"]
snapshot = METADATA.tables["snapshot"]
organisation = METADATA.tables["organisation"]
speaker = METADATA.tables["speaker"]
speaker_name = METADATA.tables["speaker_name"]
run = METADATA.tables["run"]
statement = METADATA.tables["statement"]
affiliation = METADATA.tables["affiliation"]
topic = METADATA.tables["topic"]
stance = METADATA.tables["stance"]
judgement = METADATA.tables["judgement"]
