"""Drawing a page with matplotlib: figures without pyplot, whose state is the process's."""

import io
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from typing import Any, BinaryIO, Literal, NamedTuple

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from factbase.document import Position
from factbase.plot import words
from factbase.plot.fit import Measure
from factbase.plot.page import EDGE, LATEST, LINE, SMALL, SUBTITLE, TITLE, WIDTH, Page, Row, page
from factbase.plot.stack import Axis, Placed, Scale
from factbase.plot.tooltips import with_tooltips
from factbase.rows import StanceRow

BLUE, ORANGE, WHITE = "#1f5fa8", "#b35806", "#ffffff"


class Step(NamedTuple):
    """How a position is drawn."""

    edge: str
    fill: str
    bar: str
    marker: str


# From blue to orange, which the common kinds of colour blindness keep apart. Without colour the triangle's direction
# tells for from against, and that it is full or hollow how strong.
STEPS = {
    Position.SUPPORT: Step(BLUE, BLUE, "#bcd7f0", "^"),
    Position.LEAN_SUPPORT: Step(BLUE, WHITE, "#eaf3fb", "^"),
    Position.OPEN: Step("#4d4d4d", WHITE, "#e8e8e8", "o"),
    Position.LEAN_OPPOSE: Step(ORANGE, WHITE, "#fff1de", "v"),
    Position.OPPOSE: Step(ORANGE, ORANGE, "#f8d3a3", "v"),
}
INK, GREY, RULE, BAND = "#1a1a1a", "#5f5f5f", "#cfcfcf", "#f5f5f5"
DPI = 300
BAR = 0.62  # of a mark's height
TALL = 5.0  # inches of lanes, above which the time axis is told at the top too
WEB = ("https://", "http://")

# Installed ones of these are asked in turn for what DejaVu Sans, which comes with matplotlib, lacks.
FALLBACKS = (
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Source Han Sans SC", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Arial Unicode MS",
    "Noto Sans Devanagari", "Noto Sans Thai", "Noto Sans Bengali", "Noto Sans Tamil", "Nirmala UI",
)  # fmt: skip
MISSING_GLYPH = re.compile(r"Glyph (\d+) .*missing from")


def save(rows: Sequence[StanceRow], stream: BinaryIO, *, output: Literal["svg", "png"]) -> str:
    """Write the picture; the characters that it could not draw, in no font."""
    with _settings(), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        measure = _measure()
        layout = page(rows, measure)
        figure, tips = _figure(layout, measure)
        drawn = io.BytesIO()
        figure.savefig(drawn, format=output, dpi=DPI, metadata=_metadata(layout, output))
    missing = _missing(caught)
    if output == "svg":
        title = f"{' '.join(layout.title)}: {layout.subtitle}"
        told = words.description([row.lane for row in layout.rows])
        stream.write(with_tooltips(drawn.getvalue(), tips, title=title, description=told))
        return ""  # an SVG holds text, which the reader's own fonts show
    stream.write(drawn.getvalue())
    return missing


@contextmanager
def _settings() -> Iterator[None]:
    """matplotlib's own defaults, whatever the user's matplotlibrc says, and the same bytes for the same rows."""
    with mpl.rc_context():
        mpl.rcdefaults()
        installed = set(font_manager.get_font_names())
        mpl.rcParams.update(
            {
                "font.family": "sans-serif",  # the SVG ends its list of fonts with it: where no DejaVu is, another sans
                "font.sans-serif": ["DejaVu Sans", *(name for name in FALLBACKS if name in installed)],
                "svg.hashsalt": "factbase",
                "svg.fonttype": "none",
                "text.parse_math": False,  # "$5 for a $10 note" is no formula
            }
        )
        yield


def _measure() -> Measure:
    """By the fonts that PNGs are drawn in; an SVG's reader may have others, mostly narrower ones."""
    figure = Figure(dpi=DPI)
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]  # matplotlib has no types

    @cache
    def measure(text: str, size: float, *, bold: bool = False) -> float:
        font = FontProperties(size=size, weight="bold" if bold else "normal")
        width, _, _ = renderer.get_text_width_height_descent(text, font, ismath=False)
        return float(width) / DPI

    return measure


def _metadata(layout: Page, output: str) -> dict[str, Any]:
    title = " ".join(layout.title)
    if output == "svg":
        return {"Title": title, "Creator": "factbase", "Date": None}
    return {"Title": title, "Software": "factbase"}


def _missing(caught: Sequence[warnings.WarningMessage]) -> str:
    """The characters that warnings are about; every other warning goes its way."""
    characters = set()
    for warning in caught:
        if found := MISSING_GLYPH.match(str(warning.message)):
            characters.add(chr(int(found[1])))
        else:
            warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)
    return "".join(sorted(characters))


def _figure(layout: Page, measure: Measure) -> tuple[Figure, dict[str, str]]:
    """The figure, and for each mark's id the tooltip."""
    figure = Figure(figsize=(WIDTH, layout.height), facecolor="white")
    FigureCanvasAgg(figure)
    sheet = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(layout.height, 0))
    sheet.axis("off")
    _words_around(sheet, layout)
    _legend(sheet, layout, measure)
    _bands(sheet, layout)
    _heads(sheet, layout)
    if layout.axis:
        _time(sheet, layout, layout.axis)
    for row in layout.rows:
        _lane(sheet, layout, row)
    return figure, _statements(sheet, layout)


def _words_around(sheet: Axes, layout: Page) -> None:
    spaced = LINE * 72 / 1.164  # matplotlib's line is 1.164 of the size in DejaVu Sans
    sheet.text(EDGE, EDGE, "\n".join(layout.title), size=TITLE, weight="bold", color=INK, va="top", linespacing=spaced)
    sheet.text(EDGE, layout.subtitle_top, layout.subtitle, size=SUBTITLE, color=GREY, va="top")
    sheet.text(EDGE, layout.source_top, "\n".join(layout.source), size=SMALL, color=GREY, va="top", linespacing=spaced)


def _legend(sheet: Axes, layout: Page, measure: Measure) -> None:
    x = EDGE
    for sign, breadth, label in _signs(layout):
        sheet.add_artist(sign(x))
        sheet.text(x + breadth, layout.legend, label, size=9, color=INK, va="center_baseline")
        x += breadth + measure(label, 9) + 0.24


def _signs(layout: Page) -> Iterator[tuple[Callable[[float], Artist], float, str]]:
    """What stands left of each word of the legend, and its breadth; bar and number only where there are any."""
    y, placed = layout.legend, [mark for row in layout.rows for mark in row.marks]
    for position in STEPS:
        yield partial(_sign, position, y), 0.2, words.named(position)
    if any(mark.bar for mark in placed):
        yield lambda x: _bar(Position.OPEN, (x, x + 0.24), y, 0.125), 0.31, "some day of a week, month …"
    if any(len(mark.mark.rows) > 1 for mark in placed):
        yield lambda x: Text(x, y, "2, 3 …", size=8, color=INK, va="center_baseline"), 0.46, "number of statements"


def _sign(position: Position, y: float, x: float) -> Artist:
    return _mark(position, x + 0.07, y, 0.125)


def _bands(sheet: Axes, layout: Page) -> None:
    """Every second lane on grey, and a line where the latest position changes."""
    left, right = EDGE - 0.1, WIDTH - EDGE + 0.1
    for i, row in enumerate(layout.rows):
        if i % 2 == 0:
            sheet.add_patch(
                Rectangle((left, row.top), right - left, row.bottom - row.top, color=BAND, linewidth=0, zorder=0)
            )
    for above, below in zip(layout.rows, layout.rows[1:], strict=False):
        if above.lane.latest is not below.lane.latest:
            sheet.hlines(below.top, left, right, color="#9a9a9a", linewidth=0.7, zorder=1.5)


def _heads(sheet: Axes, layout: Page) -> None:
    """Of the last column, and of the strip beside the time axis."""
    heads: dict[str, Any] = {"size": 8.5, "color": GREY, "va": "baseline"}
    y = layout.top - 0.07
    sheet.text(WIDTH - EDGE - LATEST + 0.12, y, "latest position", **heads)
    if layout.undated:
        left, right = layout.undated
        x, side = ((left + right) / 2, "center") if layout.axis else (left, "left")
        sheet.text(x, y, "not dated", ha=side, **heads)
        sheet.vlines(left - 0.02, layout.top, layout.bottom, color=GREY, linewidth=0.8, linestyle=":")


def _time(sheet: Axes, layout: Page, axis: Axis) -> None:
    """Gridlines and their dates."""
    letters: dict[str, Any] = {"color": GREY, "ha": "center", "va": "baseline"}
    for tick in layout.ticks:
        x = axis.x(tick.at)
        sheet.vlines(x, layout.top, layout.bottom + 0.05, color=RULE, linewidth=0.6, zorder=1)
        for i, line in enumerate(filter(None, (tick.label, tick.year))):
            sheet.text(x, layout.bottom + 0.2 + i * LINE * 9, line, size=9, **letters)
        if layout.bottom - layout.top > TALL:
            sheet.text(x, layout.top - 0.07, f"{tick.label} {tick.year}".rstrip(), size=8.5, **letters)
    sheet.hlines(layout.bottom, axis.left, axis.right, color=GREY, linewidth=0.9, zorder=1.5)


def _lane(sheet: Axes, layout: Page, row: Row) -> None:
    """The name at the left, the latest position at the right."""
    scale = layout.scale
    letters = [(line, scale.name, INK) for line in row.name]
    letters += [(line, scale.role, GREY) for line in row.role if scale.role]
    y = row.middle - LINE * sum(size for _, size, _ in letters) / 2
    for line, size, color in letters:
        sheet.text(EDGE, y + LINE * size / 2, line, size=size, color=color, va="center_baseline")
        y += LINE * size
    latest = words.named(row.lane.latest)
    sheet.text(WIDTH - EDGE - LATEST + 0.12, row.middle, latest, size=scale.name - 1, color=INK, va="center_baseline")


def _statements(sheet: Axes, layout: Page) -> dict[str, str]:
    """Draw every mark; the tooltip for each, and for its bar, by what it is called in the SVG."""
    tips: dict[str, str] = {}
    placed = [(mark, row.y(mark)) for row in layout.rows for mark in row.marks]
    for number, (mark, y) in enumerate(placed, 1):
        for name, artist in _statement(mark, y, layout.scale):
            artist.set(gid=f"{name}-{number}", url=_address(mark.mark.rows))
            sheet.add_artist(artist)
            tips[f"{name}-{number}"] = words.tip(mark.mark)
    return tips


def _statement(placed: Placed, y: float, scale: Scale) -> Iterator[tuple[str, Artist]]:
    position, count = placed.mark.position, len(placed.mark.rows)
    if placed.bar:
        yield "days", _bar(position, placed.bar, y, scale.mark)
    yield "statement", _mark(position, placed.x, y, scale.mark)
    if count > 1:
        x = placed.end(scale)
        yield "number", Text(x, y, f"{count}", size=scale.count, color=INK, va="center_baseline", zorder=3)


def _address(rows: Sequence[StanceRow]) -> str | None:
    """Of the one article that all are from, if it is on the web."""
    address, *others = {row.article_url or "" for row in rows}
    return address if address.startswith(WEB) and not others else None


def _bar(position: Position, reach: tuple[float, float], y: float, size: float) -> Rectangle:
    """Behind a mark of that size."""
    step = STEPS[position]
    corner, breadth = (reach[0], y - size * BAR / 2), reach[1] - reach[0]
    return Rectangle(corner, breadth, size * BAR, facecolor=step.bar, edgecolor=step.edge, linewidth=0.6, zorder=2)


def _mark(position: Position, x: float, y: float, size: float) -> Line2D:
    step = STEPS[position]
    return Line2D(
        [x], [y], marker=step.marker, markersize=size * 72, markerfacecolor=step.fill, markeredgecolor=step.edge,
        markeredgewidth=1.1, linestyle="none", zorder=3,
    )  # fmt: skip
