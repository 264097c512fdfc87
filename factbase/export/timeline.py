"""The timeline for a newsroom: a section for each speaker and institution, its positions by day, moves marked.

Ana Kovač, Defence Minister · 3 positions, 1 undated
  2024-02          open                      “We would not rule it out”       3f9a1c2b7d
  2024-05-16       oppose        ↓ hedge     “We will not send instructors”   77ab0c13e0
  undated
  pub. 2024-05-20  oppose                    “Never”                          b0c1d2e3f4
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from operator import attrgetter
from typing import TextIO

from factbase.document import Position
from factbase.export.plain import cut, shown, width, wrap
from factbase.export.reading import SHORT_ID, days
from factbase.rows import TimelineRow

UNKNOWN = "unknown speaker"
MARKS = {"support": "↑ support", "hedge": "↓ hedge", "reversal": "⇄ reversal"}
GAP, INDENT, ARROW = "  ", "  ", "  →  "
LONGEST = 100  # of a quote, in columns, where no terminal bounds it
NARROWEST = 24  # that a quote is given on a terminal
MOST_LINES = 3  # of a quote on a terminal
MOST_BESIDE = 12  # lines of each quote of a move; `show` has all of it


@dataclass(frozen=True, slots=True)
class Section:
    """One speaker's or institution's positions, in order."""

    rows: tuple[TimelineRow, ...]

    @property
    def dated(self) -> list[TimelineRow]:
        return [row for row in self.rows if row.said_from]

    @property
    def undated(self) -> list[TimelineRow]:
        return [row for row in self.rows if not row.said_from]

    @property
    def name(self) -> str:
        return self.rows[0].timeline_of or UNKNOWN

    @property
    def title(self) -> str:
        """With the role that was printed last, if it is the speaker's own timeline."""
        roles = [row.role for row in self.rows if row.role and row.timeline_of and row.spoken_by is None]
        named = self.name if not roles or roles[-1].lower() in self.name.lower() else f"{self.name}, {roles[-1]}"
        return f"{shown(named)} · {_counted(len(self.rows), 'position')}{_some(len(self.undated), 'undated')}"


def write_timeline(rows: Iterable[TimelineRow], stream: TextIO, *, proposition: str, columns: int | None) -> None:
    """All rows of one topic, in order; `columns` is the terminal's width, None leaves a row on one line."""
    found = sections(rows)
    everything = [row for section in found for row in section.rows]
    stream.write(f"{shown(proposition)}\n{_summary(found)}\n")
    widths = [max([0, *(width(cells(row)[i]) for row in everything)]) for i in range(5)]
    if columns is not None:
        left = columns - len(INDENT) - sum(widths) + widths[3] - len(GAP) * 4
        widths[3] = min(widths[3], max(left, NARROWEST))
    for section in found:
        stream.write(f"\n{section.title}\n")
        stream.writelines(_lines(section.dated, widths))
        if section.undated:
            stream.write(f"{INDENT}undated\n")
            stream.writelines(_lines(section.undated, widths))


def write_moves(rows: Iterable[TimelineRow], stream: TextIO, *, proposition: str, columns: int | None) -> None:
    """Those of the rows that are another position than the one before, with both quotes side by side."""
    found = sections(row for row in rows if row.is_move)
    stream.write(f"{shown(proposition)}\n{_counted(sum(len(s.rows) for s in found), 'move')}\n")
    half = ((columns or LONGEST) - len(INDENT) - len(ARROW)) // 2
    for section in found:
        stream.write(f"\n{shown(section.name)}\n")
        for i, row in enumerate(section.rows):
            stream.writelines([*(["\n"] if i else []), *_beside(_before(row), _after(row), half)])


def sections(rows: Iterable[TimelineRow]) -> list[Section]:
    """Who has most positions first, what nobody is known to have said last; the rows of one stay in their order."""
    by_timeline = sorted(rows, key=attrgetter("timeline_id"))
    found = [Section(tuple(own)) for _, own in groupby(by_timeline, key=attrgetter("timeline_id"))]
    return sorted(found, key=lambda s: (s.rows[0].timeline_of is None, -len(s.rows), s.name))


def cells(row: TimelineRow) -> tuple[str, str, str, str, str]:
    """said, position, change, quote, id: the quote with who spoke, where it is the institution's timeline."""
    when = days(row.said_from, row.said_to) or (f"pub. {row.published[:10]}" if row.published else "no date at all")
    quote = f"{_speaker(row)}: {shown(row.quote)}" if row.spoken_by else shown(row.quote)
    return when, _step(row.position), MARKS.get(row.change or "", ""), cut(quote, LONGEST), row.row_id[:SHORT_ID]


def _lines(rows: Iterable[TimelineRow], widths: Sequence[int]) -> Iterator[str]:
    for row in rows:
        when, step, mark, quote, number = cells(row)
        first, *rest = _wrapped(quote, widths[3], MOST_LINES)
        yield _line([when, step, mark, first, number], widths)
        yield from (_line(["", "", "", line, ""], widths) for line in rest)


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    return (INDENT + GAP.join(map(_padded, texts, widths))).rstrip() + "\n"


def _before(row: TimelineRow) -> tuple[str, str, str]:
    step = _step(row.previous_position) if row.previous_position else ""
    when = days(row.previous_said_from, row.previous_said_to) or ""
    return f"{when}  {step}", shown(row.previous_quote), (row.previous_row_id or "")[:SHORT_ID]


def _after(row: TimelineRow) -> tuple[str, str, str]:
    when, step, mark, _, number = cells(row)
    quote = f"{_speaker(row)}: {shown(row.quote)}" if row.spoken_by else shown(row.quote)
    return f"{when}  {step}  {mark}", quote, number


def _beside(before: tuple[str, str, str], after: tuple[str, str, str], half: int) -> Iterator[str]:
    """Head, quote and id of the one beside those of the other."""
    for i, (left, right) in enumerate(zip(before, after, strict=True)):
        both = (_wrapped(text, half, MOST_BESIDE) for text in (left, right))
        for j, (one, other) in enumerate(zip_longest(*both, fillvalue="")):
            between = ARROW if i == j == 0 else " " * len(ARROW)
            yield f"{INDENT}{_padded(one, half)}{between}{other}".rstrip() + "\n"


def _summary(found: Sequence[Section]) -> str:
    """Each statement once, though it may stand in two timelines."""
    rows = {row.row_id: row for section in found for row in section.rows}.values()
    moved = len({row.row_id for section in found for row in section.rows if row.is_move})
    undated = sum(1 for row in rows if not row.said_from)
    return (
        f"{_counted(len(rows), 'position')} in {_counted(len(found), 'timeline')}"
        f"{_some(moved, 'move' if moved == 1 else 'moves')}{_some(undated, 'undated')}"
    )


def _speaker(row: TimelineRow) -> str:
    return shown(f"{row.spoken_by}, {row.role}" if row.role else row.spoken_by)


def _step(position: Position) -> str:
    return position.replace("_", " ")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _some(count: int, what: str) -> str:
    return f", {count:,} {what}" if count else ""


def _wrapped(text: str, columns: int, most: int) -> list[str]:
    lines = wrap(text, columns)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), columns)]


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
