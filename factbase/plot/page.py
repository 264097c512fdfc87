"""Where everything stands, in inches from the page's upper left corner, and the words around the picture."""

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factbase.document import Method
from factbase.export.reading import article
from factbase.plot.lanes import MOST_LANES, UNDATED_ABREAST, Lane, busiest, lanes
from factbase.rows import StanceRow

WIDTH = 11.0
EDGE = 0.35
NAMES = 2.75
LATEST = 1.0
UNDATED = 0.85  # at least, for its heading
LEVEL = 0.21  # from a mark to the one below it
SLOT = 0.2  # from an undated mark to the next
MARK = 0.125  # across
TIGHT = 20  # lanes, above which they stand closer and the roles are left out
SHORTEST = 20  # days that the time axis shows at least
OUTLETS = 3


@dataclass(frozen=True, slots=True)
class Page:
    """What is drawn, and the room for it."""

    lanes: Sequence[Lane]
    title: str
    """In lines."""
    subtitle: str
    source: str
    """In lines."""
    span: tuple[float, float] | None
    """First and last day of the time axis, as ordinals; None where nothing is dated."""

    @property
    def roles(self) -> bool:
        return len(self.lanes) <= TIGHT

    @property
    def undated(self) -> float:
        """The width of the margin for what has no date."""
        most = max(len(lane.undated) for lane in self.lanes)
        return max(SLOT * (min(most, UNDATED_ABREAST) + 1.5), UNDATED) if most else 0.0

    @property
    def legend(self) -> float:
        return EDGE + 0.27 * (self.title.count("\n") + 1) + 0.25

    @property
    def top(self) -> float:
        return self.legend + 0.75

    @property
    def tops(self) -> list[float]:
        """Where each lane begins, and where the last ends."""
        edges = [self.top]
        for lane in self.lanes:
            edges.append(edges[-1] + LEVEL * (lane.levels - 1) + (0.46 if self.roles else 0.27))
        return edges

    @property
    def bottom(self) -> float:
        return self.tops[-1]

    @property
    def lanes_height(self) -> float:
        return self.bottom - self.top

    @property
    def height(self) -> float:
        return self.bottom + 0.75 + 0.15 * (self.source.count("\n") + 1)

    @property
    def time(self) -> tuple[float, float]:
        """From where to where the time axis runs."""
        return EDGE + NAMES, WIDTH - EDGE - LATEST - self.undated - (0.1 if self.undated else 0.0)


def page(rows: Sequence[StanceRow]) -> Page:
    span = _span(rows)
    # Two marks are a little more than a mark's breadth apart; the axis is at least half the page.
    apart = (span[1] - span[0]) * 1.1 * MARK / (WIDTH / 2) if span else 1.0
    every = lanes(rows, apart=apart)
    kept = busiest(every)
    title = "\n".join(textwrap.wrap(" ".join(rows[0].proposition.split()), 76))
    source = "\n".join(textwrap.wrap(" ".join(filter(None, (_source(rows), _left_out(every)))), 170))
    return Page(kept, title, _subtitle(rows, len(every)), source, span)


def _span(rows: Sequence[StanceRow]) -> tuple[float, float] | None:
    days = [(row.said_from, row.said_to) for row in rows if row.said_from and row.said_to]
    if not days:
        return None
    first, last = min(d[0] for d in days).toordinal(), max(d[1] for d in days).toordinal() + 1
    margin = max((last - first) * 0.03, (SHORTEST - (last - first)) / 2)
    return max(first - margin, 1.0), min(last + margin, date.max.toordinal() - 1.0)


def _subtitle(rows: Sequence[StanceRow], speakers: int) -> str:
    days = {day for row in rows for day in (row.said_from, row.said_to) if day}
    when = " to ".join(_words(day) for day in (min(days), max(days))[: len(days)]) if days else "not dated"
    return f"{_many(len(rows), 'statement')} by {_many(speakers, 'speaker')}, {when}"


def _source(rows: Sequence[StanceRow]) -> str:
    """Source: The Courier, The Herald and 2 more (7 articles). Positions read by machine, 3 of 12 checked by ..."""
    outlets = [name for name, _ in Counter(article(row) for row in rows).most_common()]
    named = ", ".join(outlets[:OUTLETS]) + (f" and {len(outlets) - OUTLETS} more" if len(outlets) > OUTLETS else "")
    articles = len({row.text_sha256 for row in rows})
    checked = sum(row.review is not None or row.method is Method.PERSON for row in rows)
    by_hand = f"{checked} of {len(rows)} checked by a person" if checked else "none checked by a person"
    return f"Source: {named} ({_many(articles, 'article')}). Positions read by machine, {by_hand}. Made with factbase."


def _left_out(every: Sequence[Lane]) -> str:
    more = len(every) - MOST_LANES
    return f"Shown are the {MOST_LANES} speakers with the most statements; {more} more are not." if more > 0 else ""


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _words(day: date) -> str:
    """16 May 2024, in English on every machine."""
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"
