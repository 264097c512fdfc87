"""Questions that users ask of the database, answered in the rows of `factbase.rows`."""

from factbase.query.detail import Provenance, StatementDetail
from factbase.query.detail import statement_detail as statement
from factbase.query.filters import Filters
from factbase.query.lists import articles, organisations, speakers, topics
from factbase.query.stances import change, stances
from factbase.query.statements import statements

__all__ = [
    "Filters",
    "Provenance",
    "StatementDetail",
    "articles",
    "change",
    "organisations",
    "speakers",
    "stances",
    "statement",
    "statements",
    "topics",
]
