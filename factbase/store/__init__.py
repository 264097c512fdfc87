"""The database: opened, given readings, and asked for what it was given. Questions of users go to `factbase.query`."""

from factbase.store.articles import known
from factbase.store.engine import default_url, open_engine, reading, writing
from factbase.store.readings import readings
from factbase.store.runs import finish_run, start_run
from factbase.store.save import Saved, save_reading
from factbase.store.schema import Info, backup, check, info, prepare, upgrade
from factbase.store.speakers import alias, merge, rename, set_facts
from factbase.store.speakers import undo as undo_on_speaker
from factbase.store.topics import add_topic, remove_topic, save_stances, topic, topics

__all__ = [
    "Info",
    "Saved",
    "add_topic",
    "alias",
    "backup",
    "check",
    "default_url",
    "finish_run",
    "info",
    "known",
    "merge",
    "open_engine",
    "prepare",
    "reading",
    "readings",
    "remove_topic",
    "rename",
    "save_reading",
    "save_stances",
    "set_facts",
    "start_run",
    "topic",
    "topics",
    "undo_on_speaker",
    "upgrade",
    "writing",
]
