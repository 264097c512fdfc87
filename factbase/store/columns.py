"""What the columns of the tables are made of."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

UID = sa.String(32)
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")  # SQLite numbers rows by itself only for INTEGER


def now() -> datetime:
    return datetime.now(UTC)


class Moment(sa.TypeDecorator[datetime]):
    """A time with its zone, UTC. SQLite keeps none, so it is put on what comes back."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002  given by SQLAlchemy
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


def of(kind: Any, **options: Any) -> Any:
    """A field of this SQL type; SQLModel's own annotation takes classes alone, where a length needs an instance."""
    return Field(sa_type=kind, **options)


def link(target: str, **options: Any) -> Any:
    return of(ROW, foreign_key=target, index=True, **options)


def choice(values: type[StrEnum], name: str) -> sa.Enum:
    """Text that the database holds to these values, by a CHECK called `name`."""
    listed = [value.value for value in values]
    return sa.Enum(
        values, native_enum=False, create_constraint=True, name=name, length=20, values_callable=lambda _: listed
    )


def only(sqlite: str, postgresql: str = "") -> dict[str, Any]:
    """The condition of a partial index. To SQLite a Boolean is a number, and it must be asked as SQLAlchemy asks."""
    return {"sqlite_where": sa.text(sqlite), "postgresql_where": sa.text(postgresql or sqlite)}
