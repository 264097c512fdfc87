"""What the machine found, beside what people decided of a speaker; and which names articles have.

Revision: 0002
"""

import sqlalchemy as sa

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

speaker = sa.table(
    "speaker",
    sa.column("id", sa.BigInteger),
    sa.column("machine", sa.JSON),
    *(sa.column(name, sa.String) for name in ("kind", "name", "country", "wikidata")),
    sa.column("organisation_id", sa.BigInteger),
)


def upgrade() -> None:
    op.add_column("speaker", sa.Column("machine", sa.JSON(), nullable=True))
    op.add_column("speaker_name", sa.Column("found", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    """The older schema has no room for what people decided beside what was found: what was found comes back."""
    connection = op.get_bind()
    rows = connection.execute(sa.select(speaker.c.id, speaker.c.machine)).all()
    for row in rows:
        if row.machine:
            connection.execute(sa.update(speaker).where(speaker.c.id == row.id).values(row.machine))
    op.execute("DELETE FROM speaker_name WHERE NOT found")
    op.drop_column("speaker_name", "found")
    op.drop_column("speaker", "machine")
