"""A topic made ready: its search terms as one pattern, its proposition as concepts."""

import itertools
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from factbase.document import Topic
from factbase.errors import TopicError
from factbase.stance.lexicon import CLAIMS, CONTRARIES, ENDED, ENDERS, LIGHT, LIGHT_VERBS, VERBS, Role
from factbase.stance.words import Token, lowered, tokens
from factbase.terms import Term, parse

ENDINGS = r"(?:|e|s|es|ed|d|ing|ings|er|ers|r|ion|ions|ation|ations|ment|ments|al|n|or|ors|'s|s')"
CUT = tuple("ations ation ments ment ions ings ion ing ers ors er or ed es s e".split())
MODALS = frozenset(
    "should must will would can could may might shall ought needs need has_to have_to need_to needs_to".split()
)
AUXILIARIES = frozenset("is are was were be been has have had does did do deserve deserves".split())
PRAISE = frozenset("well right better important free equal prepared confident works working safe leader hero".split())
"""Good in a proposition's predicate; in a statement they are mostly other words ("well, ...", "right now")."""
DETERMINERS = frozenset("the a an its their his her".split())
AFTER_NOUN = frozenset("in of on for to with at by from against as between over under until before after".split())
NORMS = frozenset("should must shall ought has_to have_to need need_to needs needs_to deserve deserves".split())


@dataclass(frozen=True, slots=True)
class CompiledTopic:
    """What a statement is compared with.

    `heads` are `head` and, where something is to end, all words that end it: "withdraws" is also "abandons".
    `head` is the concept of the proposition's verb or quality ("send", "fit"), or the summit that is
    held, where who names it says nothing for it without the `light` verb; `tone` says whether its predicate speaks
    well (1) or ill (-1) of its subject, `action` whether it is about what is to be done rather than about what is.
    """

    terms: re.Pattern[str] | None
    excluded: re.Pattern[str] | None
    names: frozenset[int]
    subject: frozenset[str]
    predicate: frozenset[str]
    contrary: frozenset[str]
    head: str
    heads: frozenset[str]
    light: str
    before: frozenset[str]
    after: frozenset[str]
    tone: int
    action: bool

    @property
    def concepts(self) -> frozenset[str]:
        return self.subject | self.predicate | self.heads


@lru_cache(maxsize=256)
def compile_topic(topic: Topic) -> CompiledTopic:
    """Made once for each topic; the last 256 are kept."""
    found = tokens(topic.proposition)
    split = _first_verb(found, topic.proposition)
    rest = [t for t in found[split:] if t.word.form not in NORMS]
    subject = _concepts(found[:split])
    rest, replaced = _apart(rest)
    other = _concepts(replaced) - subject
    predicate = _concepts(rest) - subject - other
    aux = found[split].word.form if split < len(found) else ""
    to_do = any(t.word.form in NORMS for t in found)
    light, thing = _thing(rest, predicate) if to_do else ("", "")
    head = thing or next((t.word.concept for t in rest if t.word.concept in predicate - LIGHT), "")
    at = next((i for i, t in enumerate(found) if t.word.concept == head), split)
    terms = list(_readable(topic.terms))
    sought = sorted((t for t in terms if not t.is_excluded), key=_length, reverse=True)
    return CompiledTopic(
        terms=_pattern(sought),
        excluded=_pattern([t for t in terms if t.is_excluded]),
        names=frozenset(i for i, term in enumerate(sought, 1) if term.words[0][0].isupper()),
        subject=subject,
        predicate=predicate,
        contrary=(other | _contraries(predicate, rest)) - subject - predicate,
        head=head,
        heads=frozenset({head} - {""}) | (ENDERS if head in ENDED else frozenset()),
        light=light,
        before=_names(found[:at], topic.proposition),
        after=_names(found[at + 1 :], topic.proposition),
        tone=_tone(rest),
        action=to_do or aux not in MODALS | AUXILIARIES | CLAIMS,
    )


def _thing(rest: list[Token], predicate: frozenset[str]) -> tuple[str, str]:
    """A verb of little meaning and the noun that it leads to: of "carry out a major operation in" the operation."""
    at = next((i for i, t in enumerate(rest) if t.word.concept in predicate), len(rest))
    if at == len(rest) or rest[at].word.concept not in LIGHT:
        return "", ""
    phrase = itertools.takewhile(lambda t: t.word.form not in AFTER_NOUN, rest[at + 1 :])
    named = [t.word.concept for t in phrase if t.word.concept in predicate - LIGHT]
    return (rest[at].word.concept, named[-1]) if named else ("", "")


def _concepts(found: Iterable[Token]) -> frozenset[str]:
    return frozenset(t.word.concept for t in found if t.word.concept)


def _apart(rest: list[Token]) -> tuple[list[Token], list[Token]]:
    """What a proposition says, and what it sets aside: "terror", "rather than ordinary crimes"."""
    at = next((i for i, t in enumerate(rest) if t.word.form in ("rather_than", "instead_of")), len(rest))
    return rest[:at], rest[at + 1 :]


def _contraries(predicate: frozenset[str], rest: list[Token]) -> frozenset[str]:
    found = {c for p in predicate for c in CONTRARIES.get(p, ())}
    found |= {prefix + p for p in predicate for prefix in ("un", "non")}
    return frozenset(found | {"less", "fewer", "lower"} if any(t.word.form == "more" for t in rest) else found)


def _names(found: list[Token], text: str) -> frozenset[str]:
    return frozenset(t.word.concept for t in found if t.word.concept and text[t.start].isupper())


def _tone(predicate: list[Token]) -> int:
    """ "is fit" 1, "should be repealed" -1, "covers mothers" 0; a negation turns it round."""
    roles = [t.word.role for t in predicate]
    forms = {t.word.form for t in predicate}
    score = roles.count(Role.GOOD) - roles.count(Role.BAD) - roles.count(Role.AGAINST) + len(forms & PRAISE)
    sign = -1 if Role.NOT in roles else 1
    return sign * ((score > 0) - (score < 0))


def _first_verb(found: list[Token], text: str) -> int:
    """The index of the first auxiliary; without one, of the first word known as a verb, or that looks like one:
    "China patrols the sea", "Ministers phase out coal".
    """
    aux = next((i for i, t in enumerate(found) if i and t.word.form in MODALS | AUXILIARIES), None)
    if aux is not None:
        return aux
    known = (i for i, t in enumerate(found) if i and (t.word.form in VERBS or t.word.concept in VERBS))
    likely = (i for i in range(1, len(found)) if _looks_like_a_verb(found, i, text))
    plural = len(found) > 2 and found[0].word.form.endswith("s") and found[1].word.form not in AFTER_NOUN
    return min((*known, *likely), default=1 if plural else min(2, len(found) // 2))


def _looks_like_a_verb(found: list[Token], at: int, text: str) -> bool:
    """ "China patrols", "the parliament passes the", "ministers lower the"; not the "donations" of "Political donations
    make"."""
    before, token = found[at - 1], found[at]
    after = found[at + 1].word.form if at + 1 < len(found) else ""
    if not text[token.start].islower() or "'" in token.word.form:
        return False
    if not token.word.form.endswith("s"):
        return before.word.form.endswith("s") and after in DETERMINERS
    return after in DETERMINERS or (text[before.start].isupper() and after not in LIGHT_VERBS.split())


def _readable(written: Iterable[str]) -> Iterator[Term]:
    """A database may hold terms from before they were checked: those that say nothing match nothing."""
    for term in written:
        with suppress(TopicError):
            yield parse(term)


def _length(term: Term) -> int:
    return sum(map(len, term.words)) + len(term.words)


def _pattern(terms: Iterable[Term]) -> re.Pattern[str] | None:
    """One group a term, in their order: of two that begin at one place the first counts."""
    parts = [_term(term) for term in terms]
    return re.compile("|".join(f"({part})" for part in parts)) if parts else None


def _term(term: Term) -> str:
    return r"\b" + r"[\W_]+".join(_word(lowered(word), exact=term.is_exact) for word in term.words) + r"\b"


def _word(word: str, *, exact: bool) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1]) + r"\w*"
    if exact or len(word) < 4:
        return re.escape(word) + ("" if exact else "(?:s|'s)?")
    if word.endswith("y") and word[-2] not in "aeiou":
        return re.escape(word[:-1]) + "(?:y|y's|ies|ied|ying)"
    cut = next((c for c in CUT if word.endswith(c) and len(word) - len(c) >= 4), "")
    return re.escape(word.removesuffix(cut)) + ENDINGS
