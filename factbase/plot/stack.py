"""Where marks go in a lane, so that none covers another. Plain arithmetic, in inches from the page's left edge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factbase.plot.fit import Measure
from factbase.plot.lanes import Mark

BAR = 0.045  # shows at least on either side of its mark: of a week on an axis of ten years
GAP = 0.04  # between two on one level
COUNT = 0.02  # between a mark and the number beside it
SLOT = 0.09  # between two that have no date
MOST_LEVELS = 12  # what is more stands on the last one, over each other


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes of what a lane holds: letters in points, the rest in inches."""

    name: float
    role: float | None
    """None leaves the roles out."""
    count: float
    mark: float
    level: float
    """From a mark to the one below it."""
    margin: float
    """Above and below what is in a lane."""


@dataclass(frozen=True, slots=True)
class Axis:
    """From days, as ordinals, to inches."""

    first: float
    last: float
    left: float
    right: float

    def x(self, day: float) -> float:
        return self.left + (day - self.first) / (self.last - self.first) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Placed:
    mark: Mark
    x: float
    bar: tuple[float, float] | None
    """From where to where its days reach, if they are more than one."""
    level: int = 0
    """From 0: what would cover one another stands below each other."""

    def end(self, scale: Scale) -> float:
        """Of the mark and its bar, where the number of statements begins."""
        return max(self.x + scale.mark / 2, self.bar[1] if self.bar else 0.0) + COUNT


@dataclass(frozen=True, slots=True)
class Stack:
    """Places the marks of one lane after the other."""

    scale: Scale
    measure: Measure
    axis: Axis | None
    undated: float
    """Where the strip begins for what has no date."""

    def placed(self, marks: Sequence[Mark]) -> tuple[Placed, ...]:
        dated = [self._on_axis(mark, self.axis) for mark in marks if mark.days and self.axis]
        return *self._stacked(dated), *self._side_by_side([mark for mark in marks if not mark.days])

    def breadth(self, marks: Sequence[Mark]) -> float:
        """What those without a date take in their strip."""
        undated = [mark for mark in marks if not mark.days]
        return SLOT + sum(self._breadth(mark) + SLOT for mark in undated) if undated else 0.0

    def _on_axis(self, mark: Mark, axis: Axis) -> Placed:
        """In the middle of the day, or of a bar from the first day to the last."""
        first, last = mark.days or (0.0, 0.0)
        x = axis.x((first + last) / 2)
        half = max((axis.x(last) - axis.x(first)) / 2, self.scale.mark / 2 + BAR)
        return Placed(mark, x, (x - half, x + half) if last - first > 1 else None)

    def _stacked(self, dated: Sequence[Placed]) -> Iterator[Placed]:
        """Each on the first level where it is clear of what stands there already."""
        ends: list[float] = []
        for placed in sorted(dated, key=lambda placed: self._reach(placed)[0]):
            left, right = self._reach(placed)
            level = next((i for i, end in enumerate(ends) if end + GAP <= left), len(ends))
            ends[level:] = [right, *ends[level + 1 :]]
            yield replace(placed, level=min(level, MOST_LEVELS - 1))

    def _side_by_side(self, undated: Sequence[Mark]) -> Iterator[Placed]:
        left = self.undated + SLOT
        for mark in undated:
            yield Placed(mark, left + self.scale.mark / 2, None)
            left += self._breadth(mark) + SLOT

    def _reach(self, placed: Placed) -> tuple[float, float]:
        left = min(placed.x - self.scale.mark / 2, placed.bar[0] if placed.bar else placed.x)
        return left, placed.end(self.scale) + self._number(placed.mark)

    def _breadth(self, mark: Mark) -> float:
        return self.scale.mark + COUNT + self._number(mark)

    def _number(self, mark: Mark) -> float:
        """The breadth of what tells of several statements."""
        return self.measure(f"{len(mark.rows)}", self.scale.count) if len(mark.rows) > 1 else 0.0
