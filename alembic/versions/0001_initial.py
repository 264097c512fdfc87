"""The first schema: all tables, and the indexes of full-text search.

Revision: 0001
"""

import sqlalchemy as sa

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# What a row of statement_search is numbered by: its day, counted from 0001-01-01, above the statement's number.
STATEMENT = "((CAST(julianday({row}.day) - 1721425.5 AS INTEGER) << 40) | {row}.id)"
NAME = "{row}.id"

POSTGRESQL = (
    "ALTER TABLE statement ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED",
    "CREATE INDEX ix_statement_search ON statement USING gin (search)",
    "ALTER TABLE speaker_name ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', key)) STORED",
    "CREATE INDEX ix_speaker_name_search ON speaker_name USING gin (search)",
)


def choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=20)


def only(sqlite: str, postgresql: str = "") -> dict[str, sa.TextClause]:
    return {"sqlite_where": sa.text(sqlite), "postgresql_where": sa.text(postgresql or sqlite)}


def create_sqlite_search(index: str, table: str, words: str, number: str, changes: str) -> None:
    """An index of words alone (content='') that triggers keep; the text is in the table."""
    op.execute(f"CREATE VIRTUAL TABLE {index} USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')")
    add = f"INSERT INTO {index}(rowid, words) VALUES ({number.format(row='new')}, new.{words});"
    drop = f"INSERT INTO {index}({index}, rowid, words) VALUES ('delete', {number.format(row='old')}, old.{words});"
    op.execute(f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER {index}_update AFTER UPDATE OF {changes} ON {table} BEGIN {drop} {add} END")


def upgrade() -> None:
    op.create_table(
        "judgement",
        sa.Column("id", ROW, nullable=False),
        sa.Column("subject", choice("subject", "speaker", "statement", "stance"), nullable=False),
        sa.Column("subject_uid", sa.String(length=32), nullable=False),
        sa.Column(
            "decision",
            choice("decision", "accept", "reject", "set", "merge", "split", "rename", "alias"),
            nullable=False,
        ),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name=op.f("ck_judgement_undone")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_subject_subject_uid_id"), "judgement", ["subject", "subject_uid", "id"])
    op.create_table(
        "organisation",
        sa.Column("id", ROW, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column(
            "kind",
            choice(
                "kind",
                "state",
                "government_body",
                "military",
                "party",
                "campaign",
                "company",
                "media",
                "ngo",
                "intergovernmental",
                "other",
            ),
            nullable=False,
        ),
        sa.Column("country", sa.String(length=3), nullable=True),
        sa.Column("parent_id", ROW, nullable=True),
        sa.Column("wikidata", sa.String(length=20), nullable=True),
        sa.Column("speakers", sa.Integer(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["organisation.id"], name=op.f("fk_organisation_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("key", name=op.f("uq_organisation_key")),
    )
    op.create_index(op.f("ix_organisation_parent_id"), "organisation", ["parent_id"])
    op.create_index(op.f("ix_organisation_statements_id"), "organisation", ["statements", "id"])
    op.create_table(
        "outlet",
        sa.Column("id", ROW, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("domain", sa.String(), nullable=True),
        sa.Column("country", sa.String(length=3), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet")),
        sa.UniqueConstraint("key", name=op.f("uq_outlet_key")),
    )
    op.create_table(
        "run",
        sa.Column("id", ROW, nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=True),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=True),
        sa.Column("counts", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    op.create_table(
        "topic",
        sa.Column("id", ROW, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("proposition", sa.String(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
        sa.UniqueConstraint("slug", name=op.f("uq_topic_slug")),
        sa.UniqueConstraint("uid", name=op.f("uq_topic_uid")),
    )
    op.create_table(
        "article",
        sa.Column("id", ROW, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("outlet_id", ROW, nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("url_key", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("byline", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_from", sa.String(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("genre", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name=op.f("fk_article_outlet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("uid", name=op.f("uq_article_uid")),
        sa.UniqueConstraint("url_key", name=op.f("uq_article_url_key")),
    )
    op.create_index(op.f("ix_article_outlet_id"), "article", ["outlet_id"])
    op.create_index(op.f("ix_article_published_on_id"), "article", ["published_on", "id"])
    op.create_table(
        "speaker",
        sa.Column("id", ROW, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column(
            "kind",
            choice("kind", "person", "organisation", "government", "group", "unnamed", "document"),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(length=3), nullable=True),
        sa.Column("wikidata", sa.String(length=20), nullable=True),
        sa.Column("organisation_id", ROW, nullable=True),
        sa.Column("canonical_id", ROW, nullable=True),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("first_said", sa.Date(), nullable=True),
        sa.Column("last_said", sa.Date(), nullable=True),
        sa.CheckConstraint("canonical_id <> id", name=op.f("ck_speaker_canonical")),
        sa.ForeignKeyConstraint(["canonical_id"], ["speaker.id"], name=op.f("fk_speaker_canonical_id")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_speaker_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speaker")),
        sa.UniqueConstraint("id", "kind", name=op.f("uq_speaker_id_kind")),
        sa.UniqueConstraint("uid", name=op.f("uq_speaker_uid")),
    )
    op.create_index(op.f("ix_speaker_canonical_id"), "speaker", ["canonical_id"])
    op.create_index(op.f("ix_speaker_kind_statements_id"), "speaker", ["kind", "statements", "id"])
    op.create_index(op.f("ix_speaker_organisation_id"), "speaker", ["organisation_id"])
    op.create_index(op.f("ix_speaker_statements_id"), "speaker", ["statements", "id"])
    op.create_table(
        "snapshot",
        sa.Column("id", ROW, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("article_id", ROW, nullable=False),
        sa.Column("newest", sa.Boolean(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("fetched", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_key", sa.String(), nullable=True),
        sa.Column("raw_sha256", sa.String(length=64), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_snapshot_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("uid", name=op.f("uq_snapshot_uid")),
    )
    op.create_index(op.f("ix_snapshot_article_id"), "snapshot", ["article_id"])
    op.create_index(op.f("ix_snapshot_source"), "snapshot", ["source"])
    op.create_index(op.f("ix_snapshot_source_key"), "snapshot", ["source_key"])
    op.create_index(op.f("ix_snapshot_text_sha256"), "snapshot", ["text_sha256"])
    op.create_index(
        "uq_snapshot_newest",
        "snapshot",
        ["article_id"],
        unique=True,
        **only("newest = 1", "newest"),
    )
    op.create_table(
        "speaker_name",
        sa.Column("id", ROW, nullable=False),
        sa.Column("speaker_id", ROW, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_speaker_name_speaker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speaker_name")),
        sa.UniqueConstraint("speaker_id", "name", name=op.f("uq_speaker_name_speaker_id_name")),
    )
    op.create_index(op.f("ix_speaker_name_key"), "speaker_name", ["key"])
    op.create_table(
        "statement",
        sa.Column("id", ROW, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("snapshot_id", ROW, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("speaker_id", ROW, nullable=True),
        sa.Column(
            "speaker_kind",
            choice("speaker_kind", "person", "organisation", "government", "group", "unnamed", "document"),
            nullable=True,
        ),
        sa.Column("speaker_how", sa.String(), nullable=True),
        sa.Column("speaker_confidence", sa.Float(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("organisation", sa.String(), nullable=True),
        sa.Column("organisation_id", ROW, nullable=True),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("kind", choice("kind", "direct", "mixed", "indirect"), nullable=False),
        sa.Column(
            "act",
            choice(
                "act",
                "state",
                "predict",
                "acknowledge",
                "deny",
                "decline_comment",
                "consider",
                "appeal",
                "demand",
                "pledge",
                "praise",
                "defend",
                "apologise",
                "criticise",
                "accuse",
                "warn",
                "threaten",
                "reject",
                "agree",
            ),
            nullable=False,
        ),
        sa.Column("content_spans", sa.JSON(), nullable=False),
        sa.Column("cue_spans", sa.JSON(), nullable=False),
        sa.Column("source_spans", sa.JSON(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("said_from", sa.Date(), nullable=True),
        sa.Column("said_to", sa.Date(), nullable=True),
        sa.Column("said_words", sa.String(), nullable=True),
        sa.Column("said_confidence", sa.Float(), nullable=True),
        sa.Column("occasion", sa.String(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("quoted_in", ROW, nullable=True),
        sa.Column("run_id", ROW, nullable=False),
        sa.Column("review", choice("review", "accepted", "corrected", "rejected"), nullable=True),
        sa.Column("reviewed_by", sa.String(), nullable=True),
        sa.CheckConstraint("(speaker_id IS NULL) = (speaker_kind IS NULL)", name=op.f("ck_statement_speaker")),
        sa.CheckConstraint('0 <= "start" AND "start" < "end"', name=op.f("ck_statement_span")),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_statement_confidence")),
        sa.CheckConstraint("quoted_in <> id", name=op.f("ck_statement_quoted_in")),
        sa.CheckConstraint(
            "said_from <= said_to AND (said_from IS NULL) = (said_to IS NULL)", name=op.f("ck_statement_said")
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_statement_organisation_id")),
        sa.ForeignKeyConstraint(["quoted_in"], ["statement.id"], name=op.f("fk_statement_quoted_in")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_statement_run_id")),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name=op.f("fk_statement_snapshot_id")),
        sa.ForeignKeyConstraint(
            ["speaker_id", "speaker_kind"],
            ["speaker.id", "speaker.kind"],
            name="fk_statement_speaker",
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint("snapshot_id", "place", name=op.f("uq_statement_snapshot_id_place")),
        sa.UniqueConstraint("uid", name=op.f("uq_statement_uid")),
    )
    op.create_index(op.f("ix_statement_day_id_last_day"), "statement", ["day", "id", "last_day"])
    op.create_index(op.f("ix_statement_organisation_id"), "statement", ["organisation_id"])
    op.create_index(op.f("ix_statement_quoted_in"), "statement", ["quoted_in"])
    op.create_index(
        "ix_statement_range",
        "statement",
        ["last_day", "day"],
        **only("last_day > day"),
    )
    op.create_index(op.f("ix_statement_run_id"), "statement", ["run_id"])
    op.create_index(op.f("ix_statement_speaker_id_day_id"), "statement", ["speaker_id", "day", "id"])
    op.create_index(op.f("ix_statement_speaker_kind_day_id"), "statement", ["speaker_kind", "day", "id"])
    op.create_table(
        "affiliation",
        sa.Column("id", ROW, nullable=False),
        sa.Column("speaker_id", ROW, nullable=False),
        sa.Column("organisation_id", ROW, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("statement_id", ROW, nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_affiliation_organisation_id")),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_affiliation_speaker_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_affiliation_statement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_affiliation")),
        sa.UniqueConstraint(
            "speaker_id", "organisation_id", "role", name=op.f("uq_affiliation_speaker_id_organisation_id_role")
        ),
    )
    op.create_index(op.f("ix_affiliation_organisation_id"), "affiliation", ["organisation_id"])
    op.create_index(op.f("ix_affiliation_statement_id"), "affiliation", ["statement_id"])
    op.create_table(
        "stance",
        sa.Column("id", ROW, nullable=False),
        sa.Column("statement_id", ROW, nullable=False),
        sa.Column("topic_id", ROW, nullable=False),
        sa.Column("speaker_id", ROW, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column(
            "position", choice("position", "oppose", "lean_oppose", "open", "lean_support", "support"), nullable=True
        ),
        sa.Column("condition", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("method", choice("method", "rule", "model", "person"), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("run_id", ROW, nullable=True),
        sa.CheckConstraint(
            "position IS NOT NULL OR (method = 'person' AND NOT stands)", name=op.f("ck_stance_decided")
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_stance_confidence")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_stance_run_id")),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_stance_speaker_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_stance_statement_id")),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_stance_topic_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stance")),
    )
    op.create_index(op.f("ix_stance_run_id"), "stance", ["run_id"])
    op.create_index(op.f("ix_stance_statement_id"), "stance", ["statement_id"])
    order = ["day", "published_on", "statement_id"]
    for name, first, last in (
        ("ix_stance_day", [], "speaker_id"),
        ("ix_stance_topic_day", ["topic_id"], "position"),
        ("ix_stance_topic_speaker_day", ["topic_id", "speaker_id"], "position"),
        ("ix_stance_speaker_day", ["speaker_id"], "position"),
        ("ix_stance_position_day", ["position"], "speaker_id"),
    ):
        op.create_index(name, "stance", [*first, *order, last, "stands"], **only("stands = 1", "stands"))
    both = ["statement_id", "topic_id"]
    op.create_index("uq_stance_machine", "stance", both, unique=True, **only("method <> 'person'"))
    op.create_index("uq_stance_person", "stance", both, unique=True, **only("method = 'person'"))
    if op.get_bind().dialect.name == "sqlite":
        create_sqlite_search("statement_search", "statement", "words", STATEMENT, "words, day, id")
        create_sqlite_search("name_search", "speaker_name", "key", NAME, "key, id")
    else:
        for command in POSTGRESQL:
            op.execute(command)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE statement_search")
        op.execute("DROP TABLE name_search")
    for table in (
        "stance",
        "affiliation",
        "judgement",
        "statement",
        "speaker_name",
        "snapshot",
        "speaker",
        "article",
        "topic",
        "run",
        "outlet",
        "organisation",
    ):
        op.drop_table(table)
