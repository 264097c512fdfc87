"""What a stance's place in a timeline needs: the end of its days, whom it counts for; speakers by country.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

PLACED = ["day", "published_on", "statement_id", "position"]
STANDING = {"sqlite_where": sa.text("stands = 1"), "postgresql_where": sa.text("stands")}
SPOKEN_FOR = {
    "sqlite_where": sa.text("stands = 1 AND institution_id IS NOT NULL"),
    "postgresql_where": sa.text("stands AND institution_id IS NOT NULL"),
}

# As `standing.py` has it at this revision. Where the speaker is an organisation, that one; else, where the role is a
# spokesperson's, the organisation that stands on the statement, or what people merged it into.
INSTITUTION = """
    SELECT coalesce(canonical.organisation_id, CASE WHEN (
        lower(statement.role) LIKE '%spokes%' OR lower(statement.role) LIKE '%press secretary%'
        OR lower(statement.role) LIKE '%press officer%' OR lower(statement.role) LIKE '%communications director%'
        OR lower(statement.role) LIKE '%press attach%'
    ) AND lower(statement.role) NOT LIKE '%former%' AND lower(statement.role) NOT LIKE 'ex-%'
    AND lower(statement.role) NOT LIKE '% ex-%' AND lower(statement.role) NOT LIKE '%one-time%'
    AND lower(statement.role) NOT LIKE '%onetime%' THEN coalesce((
        SELECT min(target.organisation_id) FROM speaker AS merged JOIN speaker AS target
        ON target.id = merged.canonical_id WHERE merged.organisation_id = statement.organisation_id
    ), statement.organisation_id) END)
    FROM statement JOIN speaker AS own ON own.id = statement.speaker_id
    JOIN speaker AS canonical ON canonical.id = coalesce(own.canonical_id, own.id)
    WHERE statement.id = stance.statement_id
"""


def upgrade() -> None:
    op.create_index("ix_speaker_country_statements_id", "speaker", ["country", "statements", "id"])
    op.add_column("stance", sa.Column("said_to", sa.Date(), nullable=True))
    number = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    # By hand: Alembic would not add a foreign key to a table of SQLite without copying all of it.
    op.execute(
        f"ALTER TABLE stance ADD COLUMN institution_id {number} "
        "CONSTRAINT fk_stance_institution_id REFERENCES organisation (id)"
    )
    op.execute(
        "UPDATE stance SET said_to = (SELECT said_to FROM statement WHERE statement.id = stance.statement_id), "
        f"institution_id = ({INSTITUTION})"
    )
    op.drop_index("ix_stance_topic_speaker_day", "stance")
    covered = [*PLACED, "said_to", "stands"]
    op.create_index("ix_stance_topic_speaker_day", "stance", ["topic_id", "speaker_id", *covered], **STANDING)
    op.create_index("ix_stance_topic_institution_day", "stance", ["topic_id", "institution_id", *covered], **SPOKEN_FOR)
    op.create_index("ix_stance_institution_day", "stance", ["institution_id", *PLACED[:3], "stands"], **SPOKEN_FOR)


def downgrade() -> None:
    for name in ("ix_stance_institution_day", "ix_stance_topic_institution_day", "ix_stance_topic_speaker_day"):
        op.drop_index(name, "stance")
    op.create_index("ix_stance_topic_speaker_day", "stance", ["topic_id", "speaker_id", *PLACED, "stands"], **STANDING)
    op.execute("ALTER TABLE stance DROP COLUMN institution_id")
    op.execute("ALTER TABLE stance DROP COLUMN said_to")
    op.drop_index("ix_speaker_country_statements_id", "speaker")
