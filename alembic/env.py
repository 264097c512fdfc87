"""Runs migrations on the connection that it is handed, else on FACTBASE_DATABASE_URL, else on the user's database."""

import os

from sqlalchemy import Connection

from alembic import context
from factbase.store import default_url, open_engine
from factbase.store.engine import BEGIN
from factbase.store.search import is_search
from factbase.store.tables import METADATA


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        include_object=lambda _thing, name, kind, *_: not is_search(name or "", kind),
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_by_itself() -> None:
    engine = open_engine(os.environ.get("FACTBASE_DATABASE_URL") or default_url())
    with engine.execution_options(**{BEGIN: "IMMEDIATE"}).connect() as connection:
        run(connection)
        connection.commit()
    engine.dispose()


handed = context.config.attributes.get("connection")
if handed is not None:
    run(handed)
else:
    run_by_itself()
