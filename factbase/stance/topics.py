"""A topic made ready: its search terms as one pattern, its proposition as concepts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from factbase.document import Topic
from factbase.stance.lexicon import CLAIMS, CONTRARIES, LIGHT, VERBS, Role
from factbase.stance.words import Token, lowered, tokens

ENDINGS = r"(?:|e|s|es|ed|d|ing|ings|er|ers|r|ion|ions|ation|ations|ment|ments|al|n|or|ors|'s|s')"
CUT = tuple("ations ation ments ment ions ings ion ing ers ors er or ed es s e".split())
MODALS = frozenset(
    "should must will would can could may might shall ought needs need has_to have_to need_to needs_to".split()
)
AUXILIARIES = frozenset("is are was were be been has have had does did do deserve deserves".split())
PRAISE = frozenset("well right better important free equal prepared confident works working safe leader hero".split())
"""Good in a proposition's predicate; in a statement they are mostly other words ("well, ...", "right now")."""
NORMS = frozenset("should must shall ought has_to have_to need need_to needs needs_to deserve deserves".split())


@dataclass(frozen=True, slots=True)
class CompiledTopic:
    """What a statement is compared with.

    `head` is the concept of the proposition's verb or quality ("send", "fit"), `tone` says whether its predicate speaks
    well (1) or ill (-1) of its subject, `action` whether it is about what is to be done rather than about what is.
    """

    terms: re.Pattern[str] | None
    excluded: re.Pattern[str] | None
    names: frozenset[int]
    subject: frozenset[str]
    predicate: frozenset[str]
    contrary: frozenset[str]
    head: str
    before: frozenset[str]
    after: frozenset[str]
    tone: int
    action: bool

    @property
    def concepts(self) -> frozenset[str]:
        return self.subject | self.predicate


@lru_cache(maxsize=256)
def compile_topic(topic: Topic) -> CompiledTopic:
    """Made once for each topic; the last 256 are kept."""
    found = tokens(topic.proposition)
    split = _first_verb(found)
    rest = [t for t in found[split:] if t.word.form not in NORMS]
    subject = _concepts(found[:split])
    rest, replaced = _apart(rest)
    other = _concepts(replaced) - subject
    predicate = _concepts(rest) - subject - other
    head = next((t.word.concept for t in rest if t.word.concept in predicate - LIGHT), "")
    at = next((i for i, t in enumerate(found) if t.word.concept == head), split)
    terms = [t.strip() for t in topic.terms]
    aux = found[split].word.form if split < len(found) else ""
    return CompiledTopic(
        terms=_pattern([t for t in terms if not t.startswith("-")]),
        excluded=_pattern([t[1:] for t in terms if t.startswith("-")]),
        names=_named([t for t in terms if not t.startswith("-")]),
        subject=subject,
        predicate=predicate,
        contrary=(other | _contraries(predicate, rest)) - subject - predicate,
        head=head,
        before=_names(found[:at], topic.proposition),
        after=_names(found[at + 1 :], topic.proposition),
        tone=_tone(rest),
        action=any(t.word.form in NORMS for t in found) or aux not in MODALS | AUXILIARIES | CLAIMS,
    )


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


def _first_verb(found: list[Token]) -> int:
    """The index of the first auxiliary; without one, of the first word known as a verb."""
    for known in (MODALS | AUXILIARIES, VERBS):
        for i, token in enumerate(found):
            if i and (token.word.form in known or token.word.concept in known):
                return i
    return min(2, len(found) // 2)


def _named(terms: list[str]) -> frozenset[int]:
    """The numbers of the terms that are names: those may stand in every statement without being its subject."""
    kept = [term for term in sorted(terms, key=len, reverse=True) if _term(lowered(term))]
    return frozenset(i for i, term in enumerate(kept, 1) if term.lstrip('"')[:1].isupper())


def _pattern(terms: list[str]) -> re.Pattern[str] | None:
    """'"tax returns"' as it stands, "talk*" as a prefix, "tax returns" in any inflection; the longest first."""
    parts = [p for term in sorted(terms, key=len, reverse=True) if (p := _term(lowered(term)))]
    return re.compile("|".join(f"({p})" for p in parts)) if parts else None


def _term(term: str) -> str:
    quoted = len(term) > 2 and term[0] == term[-1] == '"'
    words = re.findall(r"[^\W_]+\*?", term)
    if not words:
        return ""
    return r"\b" + r"[\W_]+".join(_word(w, exact=quoted) for w in words) + r"\b"


def _word(word: str, *, exact: bool) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1]) + r"\w*"
    if exact or len(word) < 4:
        return re.escape(word) + ("" if exact else "(?:s|'s)?")
    if word.endswith("y") and word[-2] not in "aeiou":
        return re.escape(word[:-1]) + "(?:y|y's|ies|ied|ying)"
    cut = next((c for c in CUT if word.endswith(c) and len(word) - len(c) >= 4), "")
    return re.escape(word.removesuffix(cut)) + ENDINGS
