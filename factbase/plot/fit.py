"""Words into lines of a given breadth."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Protocol


class Measure(Protocol):
    def __call__(self, text: str, size: float, *, bold: bool = False) -> float:
        """How many inches a text takes, `size` in points."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines of one kind of letters go."""

    room: float
    """Inches."""
    size: float
    """Points."""
    measure: Measure
    bold: bool = False

    def lines(self, text: str, *, most: int) -> list[str]:
        """At most `most` lines, broken at spaces; the last ends in … where words are left out."""
        found = [""]
        for word in chain.from_iterable(map(self._pieces, text.split())):
            joined = f"{found[-1]} {word}".lstrip()
            if self._fits(joined):
                found[-1] = joined
            elif len(found) < most:
                found.append(word)
            else:
                return [*found[:-1], self._cut([*found[-1].split(), word])]
        return found

    def _fits(self, text: str) -> bool:
        return self.measure(text, self.size, bold=self.bold) <= self.room

    def _pieces(self, word: str) -> Iterator[str]:
        """A word that is longer than a line, in pieces that are not."""
        while len(word) > 1 and not self._fits(word):
            most = self._most(word)
            yield word[:most]
            word = word[most:]
        yield word

    def _cut(self, words: list[str]) -> str:
        """As many words as fit before …; of one that is alone too long its beginning."""
        kept = max((n for n in range(1, len(words)) if self._fits(" ".join(words[:n]) + "…")), default=0)
        return (" ".join(words[:kept]) or words[0][: self._most(words[0], "…")]) + "…"

    def _most(self, word: str, after: str = "") -> int:
        """How many characters fit, one at least."""
        return max(bisect_left(range(len(word) + 1), True, key=lambda n: not self._fits(word[:n] + after)), 2) - 1
