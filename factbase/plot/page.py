"""Where everything stands, in inches from the page's upper left corner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factbase.plot import words
from factbase.plot.fit import Column, Measure
from factbase.plot.lanes import Lane, busiest, lanes
from factbase.plot.stack import Axis, Placed, Scale, Stack
from factbase.plot.ticks import Tick, ticks
from factbase.rows import StanceRow

WIDTH = 11.0
EDGE = 0.35
NAMES = 2.75
LATEST = 1.05
UNDATED = 0.85  # at least, for its heading
TIGHT_FROM = 21  # lanes: they stand closer, and the roles are left out
SHORTEST = 10  # days that the time axis shows at least
TICK = 0.7  # from one to the next, at least
TITLE, SUBTITLE, SMALL = 15.0, 10.0, 8.0
LINE = 1.3 / 72  # from a line of letters to the next, for each point of their size

LOOSE = Scale(name=10, role=7.5, count=7.5, mark=0.125, level=0.19, margin=0.075)
TIGHT = Scale(name=8, role=None, count=6.5, mark=0.105, level=0.145, margin=0.035)


@dataclass(frozen=True, slots=True)
class Row:
    """A lane on the page."""

    lane: Lane
    top: float
    bottom: float
    name: tuple[str, ...]
    role: tuple[str, ...]
    marks: tuple[Placed, ...]
    level: float
    """From a mark to the one below it."""

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def y(self, placed: Placed) -> float:
        """Of a mark's middle: the levels stand around the middle of the lane, and so does what has no date."""
        lowest = max(mark.level for mark in self.marks) if placed.mark.days else 0
        return self.middle + self.level * (placed.level - lowest / 2)


@dataclass(frozen=True, slots=True)
class Page:
    """What is drawn, and where."""

    title: tuple[str, ...]
    subtitle: str
    source: tuple[str, ...]
    scale: Scale
    axis: Axis | None
    """None where nothing is dated."""
    ticks: tuple[Tick, ...]
    undated: tuple[float, float] | None
    """The strip for what has no date; None where everything has one."""
    rows: tuple[Row, ...]

    @property
    def subtitle_top(self) -> float:
        return EDGE + LINE * TITLE * len(self.title) + 0.04

    @property
    def legend(self) -> float:
        """The middle of its line."""
        return self.subtitle_top + 0.38

    @property
    def top(self) -> float:
        return self.rows[0].top

    @property
    def bottom(self) -> float:
        return self.rows[-1].bottom

    @property
    def source_top(self) -> float:
        return self.bottom + (0.55 if self.axis else 0.2)

    @property
    def height(self) -> float:
        return self.source_top + LINE * SMALL * len(self.source) + EDGE - 0.1


def page(rows: Sequence[StanceRow], measure: Measure) -> Page:
    every = lanes(rows)
    kept = busiest(every)
    scale = LOOSE if len(kept) < TIGHT_FROM else TIGHT
    title = Column(WIDTH - 2 * EDGE, TITLE, measure, bold=True).lines(rows[0].proposition, most=4)
    below = EDGE + LINE * TITLE * len(title) + 1.0
    small = Column(WIDTH - 2 * EDGE, SMALL, measure)
    source = [*small.lines(words.source(rows), most=2), *small.lines(words.notes(rows, len(every)), most=2)]
    undated = _undated(kept, Stack(scale, measure, None, 0.0))
    axis = _axis(rows, right=undated[0] - 0.2 if undated else WIDTH - EDGE - LATEST)
    if undated and not axis:
        undated = (EDGE + NAMES, undated[1])
    stack = Stack(scale, measure, axis, undated[0] if undated else WIDTH)
    return Page(
        title=tuple(title),
        subtitle=words.subtitle(rows, len(every)),
        source=tuple(source),
        scale=scale,
        axis=axis,
        ticks=tuple(ticks(axis.first, axis.last, most=int((axis.right - axis.left) / TICK))) if axis else (),
        undated=undated,
        rows=tuple(_rows(kept, stack, below)),
    )


def _undated(kept: Sequence[Lane], stack: Stack) -> tuple[float, float] | None:
    breadth = max(stack.breadth(lane.marks) for lane in kept)
    right = WIDTH - EDGE - LATEST
    return (right - max(breadth, UNDATED), right) if breadth else None


def _axis(rows: Sequence[StanceRow], *, right: float) -> Axis | None:
    days = [(row.said_from, row.said_to) for row in rows if row.said_from and row.said_to]
    if not days:
        return None
    first, last = min(d[0] for d in days).toordinal(), max(d[1] for d in days).toordinal() + 1
    margin = max((last - first) * 0.03, (SHORTEST - (last - first)) / 2)
    return Axis(max(first - margin, 1.0), min(last + margin, date.max.toordinal() - 1.0), EDGE + NAMES, right)


def _rows(kept: Sequence[Lane], stack: Stack, top: float) -> Iterator[Row]:
    scale = stack.scale
    room = NAMES - 0.15
    for lane in kept:
        name = Column(room, scale.name, stack.measure).lines(lane.name, most=2)
        role = Column(room, scale.role, stack.measure).lines(lane.role, most=2) if lane.role and scale.role else []
        marks = stack.placed(lane.marks)
        letters = LINE * (scale.name * len(name) + (scale.role or 0.0) * len(role))
        height = max(letters, scale.level * (1 + max(mark.level for mark in marks))) + 2 * scale.margin
        yield Row(lane, top, top + height, tuple(name), tuple(role), marks, scale.level)
        top += height
