"""Words into lines of a given breadth."""

from collections.abc import Iterator
from dataclasses import dataclass
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
        words = [piece for word in text.split() for piece in self._pieces(word)]
        for i, word in enumerate(words):
            joined = f"{found[-1]} {word}".lstrip()
            if self._fits(joined):
                found[-1] = joined
            elif len(found) < most:
                found.append(word)
            else:
                return [*found[:-1], self._cut([*found[-1].split(), *words[i:]])]
        return found

    def _fits(self, text: str) -> bool:
        return self.measure(text, self.size, bold=self.bold) <= self.room

    def _pieces(self, word: str) -> Iterator[str]:
        """A word that is longer than a line, in pieces that are not."""
        while not self._fits(word):
            most = max(n for n in range(1, len(word)) if n == 1 or self._fits(word[:n]))
            yield word[:most]
            word = word[most:]
        yield word

    def _cut(self, words: list[str]) -> str:
        """As many words as fit before …; of one that is alone too long its beginning."""
        kept = max((n for n in range(1, len(words)) if self._fits(" ".join(words[:n]) + "…")), default=0)
        if kept:
            return " ".join(words[:kept]) + "…"
        return words[0][: max(n for n in range(len(words[0]) + 1) if n < 2 or self._fits(words[0][:n] + "…"))] + "…"
