"""Questions that users ask of the database, answered in the rows of `factbase.rows`."""

from factbase.query.detail import Provenance, StatementDetail
from factbase.query.detail import statement_detail as statement
from factbase.query.filters import Filters
from factbase.query.judgements import speaker_judgements
from factbase.query.lists import articles, organisations, speakers, topics
from factbase.query.people import Candidate, one_speaker
from factbase.query.stances import change, stances
from factbase.query.statements import statements

__all__ = [
    "Candidate",
    "Filters",
    "Provenance",
    "StatementDetail",
    "articles",
    "change",
    "one_speaker",
    "organisations",
    "speaker_judgements",
    "speakers",
    "stances",
    "statement",
    "statements",
    "topics",
]
