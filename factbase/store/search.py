"""Full-text search: FTS5 on SQLite, tsvector on PostgreSQL, the same statements found by both.

What is indexed is folded text (`words.fold`), so neither engine's own idea of a word, an accent or a stop word counts.
A query is words, all of which must occur; words in double quotation marks must follow each other. Nothing in it is
syntax to the engine: each word is folded, then quoted, then bound.

In SQLite the index numbers its rows by day and then by statement, so that it hands out the newest first without
sorting: the 50 newest of 300,000 that hold a common word cost as much as 50.
"""

import re
from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from factbase.store.tables import speaker_name
from factbase.store.words import fold

PHRASE = re.compile(r'"([^"]*)"?|(\S+)')
DAY_SHIFT = 40  # in a row's number the day stands above the statement's number
STATEMENT_MASK = (1 << DAY_SHIFT) - 1

statement_search = sa.table("statement_search", sa.column("rowid", sa.BigInteger()), sa.column("statement_search"))
name_search = sa.table("name_search", sa.column("rowid", sa.BigInteger()), sa.column("name_search"))


def phrases(query: str) -> list[str]:
    """Folded, in order: ["western troops", "don t"] for '"Western troops" don’t'; none for "?!" or an emoji."""
    found = (fold(quoted or word) for quoted, word in PHRASE.findall(query))
    return [phrase for phrase in found if phrase]


def sqlite_match(index: sa.TableClause, wanted: Sequence[str]) -> ColumnElement[bool]:
    """`index MATCH '"western troops" "don t"'`; wants one phrase at least."""
    return index.c[index.name].op("MATCH", is_comparison=True)(" ".join(f'"{phrase}"' for phrase in wanted))


def postgresql_match(table: str, wanted: Sequence[str]) -> ColumnElement[bool]:
    """`table.search @@ (phraseto_tsquery('simple', 'western troops') && ...)`; wants one phrase at least."""
    first, *others = (sa.func.phraseto_tsquery(sa.literal_column("'simple'"), phrase) for phrase in wanted)
    query: ColumnElement[object] = first
    for other in others:
        query = query.op("&&")(other)
    return sa.literal_column(f"{table}.search").op("@@", is_comparison=True)(query)


def names_with(dialect: str, words: str) -> sa.Select[int]:
    """Numbers of the names in which all these words occur, whole and in any order."""
    wanted = words.split()
    if not wanted:
        return sa.select(speaker_name.c.id).where(sa.false())
    if dialect == "sqlite":
        return sa.select(name_search.c.rowid).where(sqlite_match(name_search, wanted))
    return sa.select(speaker_name.c.id).where(postgresql_match("speaker_name", wanted))


def first_rowid(day: date) -> int:
    """The least number that a statement of this day can have in `statement_search`."""
    return (day.toordinal() - 1) << DAY_SHIFT


def last_rowid(day: date) -> int:
    """The greatest number that a statement of this day can have in `statement_search`."""
    return first_rowid(day) | STATEMENT_MASK


def is_search(name: str, kind: str) -> bool:
    """What the migrations make for search, which `alembic check` must not look for in `tables.py`."""
    return (kind == "table" and bool(re.match(r"(statement|name)_search", name))) or name in (
        "search",
        "ix_statement_search",
        "ix_speaker_name_search",
    )
