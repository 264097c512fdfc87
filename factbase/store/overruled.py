"""What the machine reads of a statement where people decided otherwise, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from factbase.store.corrections import standing
from factbase.store.differences import days
from factbase.store.tables import speaker
from factbase.text import excerpt


@dataclass(frozen=True, slots=True)
class Overruled:
    """`how` is the rule or the words that told it, with its confidence; both are null where the machine knows none."""

    what: str
    machine: str | None
    how: str | None = None
    confidence: float | None = None


def overruled(connection: Connection, number: int) -> Iterator[Overruled]:
    """Of the statement of this row: speaker, said, content."""
    [found] = standing(connection, [number])
    read, stands = found.read, found.stands
    if read.speaker.speaker != stands.speaker.speaker:
        name = connection.scalar(sa.select(speaker.c.name).where(speaker.c.uid == read.speaker.speaker))
        yield Overruled("speaker", name, read.speaker.how, read.speaker.confidence)
    if days(read.said) != days(stands.said):
        yield Overruled("said", read.said.first and days(read.said), read.said.words, read.said.confidence)
    if read.content != stands.content:
        yield Overruled("content", excerpt(found.row.text, read.content))
