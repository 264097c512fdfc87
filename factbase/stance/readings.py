"""A document's statements read for one topic: the signals of each, and what they amount to for the model."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factbase.document import Act, Document, SpeakerKind
from factbase.extract.acts import act
from factbase.stance.lexicon import Role
from factbase.stance.model import ENOUGH_SAID, Evidence
from factbase.stance.polarity import ANSWERS, asks, fails, signals
from factbase.stance.relevance import CONTEXT, ENOUGH, FEW, Said, relevance
from factbase.stance.reports import by_outlet, tells_deliberation
from factbase.stance.signals import Signal, total
from factbase.stance.strength import left_open
from factbase.stance.topics import CompiledTopic

CONSEQUENCES = frozenset("risk benefit coming cue_warns".split())
"""What somebody may say for it and against it in one breath, so that what he says elsewhere tells nothing of it."""
REJECTING = frozenset("not_head contrary cue_rejects cue_doubts verdict dim swapped no_evidence".split())
"""Signals that say no in so many words."""
US = frozenset("we we're we'll we've us our ours".split())
QUOTES = re.compile('["“”„«»]')


@dataclass(frozen=True, slots=True)
class Read:
    """A statement of the topic with its signals; `open` holds the words that leave it open on purpose."""

    row: Said
    weight: float
    signals: tuple[Signal, ...] = ()
    open: str | None = None

    @property
    def answers(self) -> bool:
        """It says no more than "yes" or "no"."""
        return len(self.signals) == 1 and self.signals[0].name in ANSWERS

    @property
    def score(self) -> float:
        return total(self.signals)


def reads(document: Document, rows: Sequence[Said], topic: CompiledTopic) -> list[Read | None]:
    """One for each statement; None for what is not of the topic, asks, declines to say or tells of others."""
    return [_read(row, w, topic) for row, w in zip(rows, relevance(document, rows, topic), strict=True)]


def _read(row: Said, weight: float, topic: CompiledTopic) -> Read | None:
    if weight < CONTEXT:
        return None
    if (words := left_open(row.cue_text, row.statement.text)) is not None:
        return Read(row, weight, open=words)
    says = act("", row.cue_text)
    if says is Act.DECLINE_COMMENT or asks(row.cue, row.content) or fails(row.cue):
        return None
    if tells_deliberation(row.statement) or (says is Act.STATE and topic.action and by_outlet(row.statement)):
        return None
    return Read(row, weight, tuple(signals(row, topic, says)))


def sums(found_reads: Sequence[Read | None]) -> dict[str, float]:
    """What each speaker says of the topic in this document, all in all."""
    found: dict[str, float] = {}
    for read in found_reads:
        if read and read.row.who:
            found[read.row.who] = found.get(read.row.who, 0.0) + _counted(read)
    return found


def _counted(read: Read) -> float:
    """What a statement tells of its speaker's others: nothing if only its context ties it to the topic."""
    if read.weight < ENOUGH:
        return 0.0
    return max(-ENOUGH_SAID, min(ENOUGH_SAID, read.score))


def commits_to_nothing(read: Read) -> bool:
    return any(s.name in CONSEQUENCES for s in read.signals)


def weighed(read: Read, said_in_all: dict[str, float]) -> Evidence:
    row = read.row
    alone = commits_to_nothing(read) or row.who not in said_in_all
    speaker = row.statement.speaker
    return Evidence(
        score=read.score,
        elsewhere=0.0 if alone else said_in_all[row.who or ""] - _counted(read),
        rejects=any(s.weight < 0 and s.name in REJECTING for s in read.signals),
        negations=sum(t.word.role is Role.NOT for t in row.content),
        relevance=read.weight,
        by_context=read.weight < FEW,
        quoted=bool(QUOTES.search(row.statement.text)),
        nameless=speaker is None,
        by_document=speaker is not None and speaker.kind is SpeakerKind.DOCUMENT,
        words=len(row.content),
        we=any(t.word.form in US for t in row.content),
    )
