"""The database: opened, given readings, and asked for what it was given. Questions of users go to `factbase.query`."""

from factbase.store.articles import known
from factbase.store.carried import carry
from factbase.store.decisions import Correction, Decided, Made, Nothing, Placing, accept, correct, reject, set_position
from factbase.store.decisions import undo as undo_on_statement
from factbase.store.differences import positions_otherwise
from factbase.store.engine import default_url, open_engine, reading, writing
from factbase.store.imported import begin_import, save_known
from factbase.store.introduced import NewSpeaker
from factbase.store.positions import Unplaced
from factbase.store.readings import article_numbers, documents, readings
from factbase.store.rereading import Reread, save_again
from factbase.store.runs import finish_run, start_run
from factbase.store.save import Saved, save_reading
from factbase.store.schema import Info, backup, check, info, prepare, upgrade
from factbase.store.speakers import Part, alias, keep_apart, merge, rename, set_facts, split
from factbase.store.speakers import undo as undo_on_speaker
from factbase.store.topics import add_topic, remove_topic, save_stances, save_stances_of, set_topic, topic, topics

__all__ = [
    "Correction",
    "Decided",
    "Info",
    "Made",
    "NewSpeaker",
    "Nothing",
    "Part",
    "Placing",
    "Reread",
    "Saved",
    "Unplaced",
    "accept",
    "add_topic",
    "alias",
    "article_numbers",
    "backup",
    "begin_import",
    "carry",
    "check",
    "correct",
    "default_url",
    "documents",
    "finish_run",
    "info",
    "keep_apart",
    "known",
    "merge",
    "open_engine",
    "positions_otherwise",
    "prepare",
    "reading",
    "readings",
    "reject",
    "remove_topic",
    "rename",
    "save_again",
    "save_known",
    "save_reading",
    "save_stances",
    "save_stances_of",
    "set_facts",
    "set_position",
    "set_topic",
    "split",
    "start_run",
    "topic",
    "topics",
    "undo_on_speaker",
    "undo_on_statement",
    "upgrade",
    "writing",
]
