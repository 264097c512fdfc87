"""The cue's side times the side of its object: who opposes a ban is for what it bans."""

import itertools
from collections.abc import Iterator

from factbase.document import Act
from factbase.stance.lexicon import NAMING, Role
from factbase.stance.scope import REACH, turns_round
from factbase.stance.signals import Signal, total
from factbase.stance.topics import CompiledTopic
from factbase.stance.words import Token

ABOUT_DOING = frozenset({"head", "not_head", "contrary"})
ABOUT = ABOUT_DOING | {"predicate", "term"}
"""What must be in the words for a warning, or short criticism, to be of what is proposed."""
TURNED = frozenset({"not_head", "contrary", "not_term", "not_need", "bad"})
"""Signals that say the object is the proposition's contrary."""
SPOKEN_ILL = TURNED | {"verdict", "risk", "wary"}
"""The same of whom one contradicts: "those who call it a threat"; who "dismissed it as a threat" says so himself."""
OBJECT = 3
"""The first words of a content, in which its object is named: "condemned | the new tariffs as unjust"."""
SIDED = frozenset({Act.AGREE, Act.APPEAL, Act.DEMAND, Act.PLEDGE, Act.PRAISE, Act.DEFEND})
ILL = frozenset({Act.CRITICISE, Act.ACCUSE, Act.WARN})
GOING_ON = frozenset("by with in saying".split())
"""What a cue ends on that ends, or cuts in, "by saying"."""


def cue_signals(
    cue: list[Token], content: list[Token], said: list[Signal], topic: CompiledTopic, act: Act
) -> Iterator[Signal]:
    so_far = total(said)
    turned = any(s.name in TURNED and s.weight < 0 for s in said) or _asks_to_reject(content, act)
    back = so_far < 0 and turned
    turns = _turns(cue, topic)
    if topic.heads & {t.word.concept for t in cue} and act not in (Act.REJECT, Act.DENY):
        yield Signal("cue_head", _reversed(so_far, back=back) if _negated(cue + content) else 1.2)
    elif turns and turns % 2 == 0:
        yield Signal("cue_unopposed", -0.8 if back else 0.8)
    elif act in (Act.REJECT, Act.DENY) or (act not in ILL and _rejects(cue, topic)):
        ill = so_far < 0 and not _names(cue) and any(s.name in SPOKEN_ILL and s.weight < 0 for s in said)
        yield Signal("cue_rejects", _reversed(so_far, back=ill or back))
    elif any(t.word.role is Role.DOUBT for t in cue):
        yield Signal("cue_doubts", _reversed(so_far, back=back))
    elif act in ILL:
        yield _ill(content, said, topic, act, back=back)
    elif act in SIDED:
        yield Signal("cue_supports", (0.8 if topic.action or topic.tone else 0.3) * (-1 if back else 1))
    elif any(t.word.role is Role.WARNING for t in cue):
        yield Signal("cue_warns", -1.2 * _about(content, said, topic, act) - max(so_far, 0.0))
    elif _negated(cue):
        yield Signal("cue_negated", _reversed(so_far, back=back))


def _asks_to_reject(content: list[Token], act: Act) -> bool:
    """ "Urged | lawmakers to vote down the bill"."""
    asked = content[1 : REACH + 1] if act in (Act.APPEAL, Act.DEMAND) else []
    return any(
        before.word.form == "to" and after.word.role is Role.AGAINST
        for before, after in itertools.pairwise([*content[:1], *asked])
    )


def _ill(content: list[Token], said: list[Signal], topic: CompiledTopic, act: Act, *, back: bool) -> Signal:
    name = "cue_warns" if act is Act.WARN else "cue_criticises"
    about = _about(content, said, topic, act)
    if act is Act.WARN and about > 0 and (back or any(s.name == "lack" for s in said)):
        return Signal(name, -0.4 if back else 0.4)  # "warned against going", "warned that not going would cost lives"
    return Signal(name, _reversed(total(said), back=back) if about > 0 else -0.8 * about)


def _about(content: list[Token], said: list[Signal], topic: CompiledTopic, act: Act) -> int:
    """1 where ill words of the object are against the proposition, -1 where for it, 0 where neither is known."""
    names = {s.name for s in said}
    short = len(content) <= 5 or any(t.word.concept in topic.predicate for t in content[:OBJECT])
    enough = ABOUT if act is Act.WARN or short else ABOUT_DOING
    if topic.action and topic.tone < 0 and names & ABOUT_DOING:
        return 1  # of "pulling out", and not of what is pulled out
    return topic.tone or int(topic.action and bool(names & enough))


def _turns(cue: list[Token], topic: CompiledTopic) -> int:
    """How many words of a cue turn its object round: two in "refused to oppose"."""
    return sum(turns_round(cue, i) and t.word.concept not in topic.concepts for i, t in enumerate(cue))


def _rejects(cue: list[Token], topic: CompiledTopic) -> bool:
    """ "promised to block", "went to court to stop": the last word that says something is against its object."""
    last = next((t for t in reversed(cue) if t.word.concept), None)
    against = last is not None and last.word.role is Role.AGAINST and last.word.concept not in topic.concepts
    return against and cue[-1].word.form not in GOING_ON


def _names(cue: list[Token]) -> bool:
    """ "dismissed the deal as a diktat"."""
    return any(t.word.form in NAMING for t in cue)


def _negated(cue: list[Token]) -> bool:
    return any(t.word.role is Role.NOT for t in cue)


def _reversed(so_far: float, *, back: bool) -> float:
    """The weight that turns a sum round: to a clear no, or where the object was a no already, to a yes."""
    return 0.9 - so_far if back else -1.2 - max(so_far, 0.0)
