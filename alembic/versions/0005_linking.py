"""Speakers are linked across articles: names by blocks and by who gave them, affiliations with days.

Revision: 0005
"""

import sqlalchemy as sa

from alembic import op
from factbase.linking import block

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BATCH = 1000
AFFILIATION = ("speaker_id", "organisation_id", "role")
UNIQUE = "uq_affiliation_speaker_id_organisation_id_role"
SHOWN = {"sqlite_where": sa.text("statement_id IS NOT NULL"), "postgresql_where": sa.text("statement_id IS NOT NULL")}

name = sa.table("speaker_name", sa.column("id"), sa.column("key"), sa.column("block"))


def upgrade() -> None:
    op.add_column("speaker_name", sa.Column("block", sa.String(), nullable=False, server_default=""))
    op.add_column("speaker_name", sa.Column("given", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE speaker_name SET given = NOT found")
    _fill_blocks(op.get_bind())
    op.create_index(op.f("ix_speaker_name_block"), "speaker_name", ["block"])
    with op.batch_alter_table("affiliation") as batch:
        batch.drop_constraint(UNIQUE, type_="unique")
    op.create_index("uq_affiliation_shown", "affiliation", list(AFFILIATION), unique=True, **SHOWN)
    op.create_index(op.f("ix_affiliation_speaker_id_organisation_id"), "affiliation", list(AFFILIATION[:2]))
    _fill_days()


def downgrade() -> None:
    """What people told of affiliations goes where statements show the same, and all but one of several periods."""
    op.drop_index("uq_affiliation_shown", "affiliation")
    op.drop_index(op.f("ix_affiliation_speaker_id_organisation_id"), "affiliation")
    same = " AND ".join(f"other.{column} = affiliation.{column}" for column in AFFILIATION)
    op.execute(
        "DELETE FROM affiliation WHERE statement_id IS NULL AND EXISTS (SELECT 1 FROM affiliation other "
        f"WHERE {same} AND (other.statement_id IS NOT NULL OR other.id < affiliation.id))"
    )
    op.execute("UPDATE affiliation SET since = NULL, until = NULL WHERE statement_id IS NOT NULL")
    with op.batch_alter_table("affiliation") as batch:
        batch.create_unique_constraint(UNIQUE, list(AFFILIATION))
    op.drop_index(op.f("ix_speaker_name_block"), "speaker_name")
    op.drop_column("speaker_name", "given")
    op.drop_column("speaker_name", "block")


def _fill_blocks(connection: sa.Connection) -> None:
    after = 0
    wanted = sa.select(name.c.id, name.c.key).order_by(name.c.id).limit(BATCH)
    while rows := connection.execute(wanted.where(name.c.id > after)).all():
        after = rows[-1].id
        values = [{"number": row.id, "new": block(row.key)} for row in rows]
        connection.execute(
            sa.update(name).where(name.c.id == sa.bindparam("number")).values(block=sa.bindparam("new")), values
        )


def _fill_days() -> None:
    """The first and the last day of the statements that print an affiliation; 0001-01-01 stands for no day."""
    shows = (
        "FROM statement WHERE statement.speaker_id = affiliation.speaker_id "
        "AND statement.organisation_id = affiliation.organisation_id "
        "AND COALESCE(statement.role, '') = affiliation.role AND statement.day > '0001-01-01'"
    )
    op.execute(
        f"UPDATE affiliation SET since = (SELECT MIN(statement.day) {shows}), "
        f"until = (SELECT MAX(statement.last_day) {shows}) WHERE statement_id IS NOT NULL"
    )
