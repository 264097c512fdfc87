"""Noun phrases of statements, found without a grammar: what ends in a noun in the runs between words that part."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from factbase.suggest.words import HONORIFICS, NOUN_AHEAD, PARTING, VERB_AHEAD

TOKEN = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[^\w\s]")
LONGEST = 3  # words
Key = tuple[str, ...]
"""A phrase's words in lower case and in the singular: what "tax return" and "Tax Returns" share."""


@dataclass(frozen=True, slots=True)
class Phrase:
    key: Key
    form: str
    """As printed: "tax returns"."""


@dataclass(frozen=True, slots=True)
class Run:
    before: str
    """The word in front of it, in lower case."""
    words: tuple[str, ...]
    """Without possessive endings."""


def tokenised(text: str) -> list[str]:
    """Words with their hyphens and apostrophes, and each mark by itself."""
    return TOKEN.findall(text.replace("’", "'"))


def surnames(statements: Iterable[Sequence[str]], given: Collection[str]) -> set[str]:
    """Words in lower case that follow a given name or a "Mr."."""
    found = set()
    for tokens in statements:
        for before, mark, word in zip(["", *tokens], tokens, tokens[1:], strict=False):
            ahead = before if mark == "." else mark
            if word[:1].isupper() and ahead[:1].isupper() and (ahead.lower() in given or ahead.lower() in HONORIFICS):
                found.add(_bare(word).lower())
    return found


def runs(tokens: Iterable[str], names: Collection[str]) -> Iterator[Run]:
    """The words between those that part, punctuation, numbers and `names`; a possessive ends a run.

    Bill Falk is a name, "the bill" is none: names part where they have a capital.
    """
    before, words = "", list[str]()
    for token in tokens:
        word, low = _bare(token), token.lower()
        is_name = word[:1].isupper() and word.lower() in names
        parts = is_name or not word[:1].isalpha() or low in PARTING or low.endswith("n't")
        if not parts:
            words.append(word)
        if words and (parts or word != token):
            yield Run(before, tuple(words))
            words = []
        before = before if words else low
    if words:
        yield Run(before, tuple(words))


class Nouns:
    """Which words are nouns, told by all statements: by what stands before them ("the old wall", but "to wall"), and
    that they end what they stand in ("a tax return", but "an environmental law")."""

    def __init__(self, parted: Iterable[Run]) -> None:
        self._noun: Counter[str] = Counter()
        self._verb: Counter[str] = Counter()
        self._last: Counter[str] = Counter()
        self._all: Counter[str] = Counter()
        for run in parted:
            keys = [key_of(word) for word in run.words]
            self._all.update(keys)
            self._last[keys[-1]] += 1
            if run.before in NOUN_AHEAD or run.before.endswith("'s"):
                self._noun[keys[-1]] += 1
            elif run.before in VERB_AHEAD:
                self._verb[keys[0]] += 1

    def ends(self, key: Key) -> bool:
        """The phrase ends in a noun; after another word less evidence will do ("climate change")."""
        word = key[-1]
        needed = 2 * self._verb[word] if len(key) == 1 else self._verb[word] / 2
        return self._noun[word] > needed and 2 * self._last[word] >= self._all[word] and not word.endswith("ly")


def phrases(run: Run, nouns: Nouns) -> Iterator[Phrase]:
    """All of one to three words in a run."""
    keys = [key_of(word) for word in run.words]
    for end in range(1, len(keys) + 1):
        for start in range(max(0, end - LONGEST), end):
            key = tuple(keys[start:end])
            if nouns.ends(key):
                yield Phrase(key, " ".join(run.words[start:end]))


def key_of(word: str) -> str:
    """Lower case and singular: policy for "policies", tax for "Taxes"; "news", "crisis" and "class" stay."""
    low = _bare(word).lower()
    if len(low) < 4 or not low.endswith("s") or low.endswith(("ss", "us", "is", "news")):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    return low[:-2] if low.endswith(("ches", "shes", "xes", "sses", "zes")) else low[:-1]


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")
