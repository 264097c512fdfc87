"""A topic made ready: its search terms as one pattern, its proposition as concepts."""

import re
from dataclasses import dataclass
from functools import lru_cache

from factbase.document import Topic
from factbase.stance.lexicon import CONTRARIES, Role
from factbase.stance.stems import stem
from factbase.stance.words import Token, lowered, tokens

ENDINGS = r"(?:|e|s|es|ed|d|ing|er|ers|r|y|ies|ied|ion|ions|ation|ations|ment|ments|al|n|t|or|ors|'s|s')"
MODALS = frozenset("should must will would can could may might shall ought needs need has_to have_to need_to needs_to ought_to".split())
VERBS = frozenset("is are was were be has have had does did do deserves deserve".split())
NORMS = frozenset("should must shall ought ought_to has_to have_to need need_to needs needs_to deserve deserves".split())


@dataclass(frozen=True, slots=True)
class CompiledTopic:
    """`subject` and `predicate` are the concepts of the proposition before and from its first verb."""

    terms: re.Pattern[str] | None
    excluded: re.Pattern[str] | None
    subject: frozenset[str]
    predicate: frozenset[str]
    contrary: frozenset[str]
    normative: bool
    words: tuple[Token, ...]

    @property
    def concepts(self) -> frozenset[str]:
        return self.subject | self.predicate


@lru_cache(maxsize=256)
def compile_topic(topic: Topic) -> CompiledTopic:
    """Made once for each topic; the last 256 are kept."""
    found = tokens(topic.proposition)
    split = _first_verb(found)
    subject = frozenset(t.word.concept for t in found[:split] if t.word.concept)
    predicate = frozenset(t.word.concept for t in found[split:] if t.word.concept) - subject
    contrary = frozenset(c for concept in predicate for c in CONTRARIES.get(concept, ()))
    terms = [t.strip() for t in topic.terms]
    return CompiledTopic(
        terms=_pattern([t for t in terms if not t.startswith("-")]),
        excluded=_pattern([t[1:] for t in terms if t.startswith("-")]),
        subject=subject,
        predicate=predicate,
        contrary=contrary - subject - predicate,
        normative=any(t.word.form in NORMS for t in found),
        words=tuple(found),
    )


def _first_verb(found: list[Token]) -> int:
    """The index of the first auxiliary or "is"; without one the second third of the sentence counts as predicate."""
    for i, token in enumerate(found):
        if i and token.word.form in MODALS | VERBS:
            return i
    return max(1, len(found) // 3)


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
    root = word if exact or len(word) < 4 else _inflected(word)
    return re.escape(root) + ("" if exact else ENDINGS)


def _inflected(word: str) -> str:
    root = stem(word)
    return root if word.startswith(root) and len(root) >= 4 else word
