"""What people decided of an article, taken over to its next copy: newspapers change a headline, and a person's word
stands."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row
from sqlmodel import Session

from factbase.document import Span, Spans
from factbase.errors import JudgementError
from factbase.store.corrections import FACTS, Standing, judgements, restate, standing
from factbase.store.judgements import Judgement, append
from factbase.store.kinds import Decision, Subject
from factbase.store.positions import Unplaced
from factbase.store.spans import check_content
from factbase.store.tables import statement
from factbase.store.words import fold
from factbase.text import excerpt

CARRIED = "carried"
"""The key in a judgement's value of the judgement on the copy before that it repeats."""


def carry(session: Session, *, before: int, after: int) -> list[Unplaced]:
    """Repeats what people decided of the statements of one snapshot for those of the next that have the same words.

    Each is a judgement of its own, by whoever made the first, and can be undone. What was set of words that the next
    copy does not have is left out. To be called in the transaction that saves the copy, after its stances.
    """
    connection = session.connection()
    there = _of(connection, before)
    judged = [each for each in there if each.is_judged]
    same = _same_words(there, _of(connection, after)) if judged else {}
    decided = judgements(connection, [each.row.uid for each in judged if each.row.uid in same])
    for each in judged:
        for one in decided.get(each.row.uid, ()):
            if repeated := _repeated(one, each, same[each.row.uid]):
                append(session, repeated)
    return restate(connection, sorted(same[uid].row.id for uid in decided))


def _of(connection: Connection, snapshot_id: int) -> list[Standing]:
    numbers = connection.scalars(sa.select(statement.c.id).where(statement.c.snapshot_id == snapshot_id)).all()
    return sorted(standing(connection, numbers), key=lambda each: each.read.content)


def _same_words(before: Sequence[Standing], after: Sequence[Standing]) -> dict[str, Standing]:
    """By uid the statement of the next copy; words that stand more often in one copy than in the other are left."""
    first, second = _by_words(before), _by_words(after)
    pairs = ((first[words], second.get(words, [])) for words in first)
    return {
        old.row.uid: new for olds, news in pairs if len(olds) == len(news) for old, new in zip(olds, news, strict=True)
    }


def _by_words(found: Sequence[Standing]) -> dict[str, list[Standing]]:
    """By what the machine reads, since people may have set other words."""
    out: dict[str, list[Standing]] = defaultdict(list)
    for each in found:
        out[fold(excerpt(each.row.text, each.read.content))].append(each)
    return out


def _repeated(decided: Row[Any], old: Standing, new: Standing) -> Judgement | None:
    """The same decision on the statement of the next copy. Of a split its own part: by whom it is."""
    value = {name: told for name, told in decided.value.items() if name not in ("statements", "content")}
    if content := _content(decided.value.get("content"), old, new):
        value["content"] = content
    is_split = decided.decision is Decision.SPLIT
    subject = Subject.STATEMENT if is_split else decided.subject
    decision = Decision.SET if is_split else decided.decision
    if subject is Subject.STATEMENT and decision is Decision.SET and not value.keys() & FACTS:
        return None
    return Judgement(subject, new.row.uid, decision, decided.by, value | {CARRIED: decided.id}, decided.note)


def _content(told: list[list[int]] | None, old: Standing, new: Standing) -> list[list[int]] | None:
    """Where the words stand that a person confirmed or set; None if they stand there no more."""
    if told is None:
        return None
    spans = tuple(Span(start, end) for start, end in told)
    moved = new.read.content if spans == old.read.content else _moved(spans, old, new)
    return [list(span) for span in moved] if moved else None


def _moved(spans: Spans, old: Standing, new: Standing) -> Spans | None:
    """The same words, each piece as near as can be to where the statement has gone."""
    by = new.read.content[0].start - old.read.content[0].start
    out = []
    for start, end in spans:
        found = [m.start() for m in re.finditer(re.escape(old.row.text[start:end]), new.row.text)]
        if not found:
            return None
        place = min(found, key=lambda at: abs(at - start - by))
        out.append(Span(place, place + end - start))
    try:
        beside = (*new.row.cue_spans, *new.row.source_spans)
        check_content(new.row.text, tuple(out), beside=tuple(Span(*span) for span in beside))
    except JudgementError:
        return None
    return tuple(out)
