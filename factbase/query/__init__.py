"""Questions that users ask of the database, answered in the rows of `factbase.rows`."""

from factbase.query.decisions import decisions
from factbase.query.detail import Provenance, StatementDetail, judged_uid, statement_uid
from factbase.query.detail import statement_detail as statement
from factbase.query.filters import Filters, articles_called
from factbase.query.judgements import speaker_judgements
from factbase.query.lists import articles, organisations, speakers, spoken_of, topics
from factbase.query.people import Candidate, one_speaker, speaker_of_id
from factbase.query.previous import change
from factbase.query.stances import stances
from factbase.query.statements import statements, utterances
from factbase.query.suggestions import suggestions
from factbase.query.timelines import moves, timeline

__all__ = [
    "Candidate",
    "Filters",
    "Provenance",
    "StatementDetail",
    "articles",
    "articles_called",
    "change",
    "decisions",
    "judged_uid",
    "moves",
    "one_speaker",
    "organisations",
    "speaker_judgements",
    "speaker_of_id",
    "speakers",
    "spoken_of",
    "stances",
    "statement",
    "statement_uid",
    "statements",
    "suggestions",
    "timeline",
    "topics",
    "utterances",
]
