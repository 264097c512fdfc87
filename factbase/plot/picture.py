"""Drawing a page with matplotlib: figures without pyplot, whose state is the process's."""

import io
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from typing import Any, BinaryIO, Literal

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
from factbase.plot.stack import Placed
from factbase.plot.tooltips import with_tooltips
from factbase.rows import StanceRow

# From blue to orange, which the common kinds of colour blindness keep apart. Without colour the triangle's direction
# tells for from against, and that it is full or hollow how strong. Edge, fill, fill of a bar, marker.
BLUE, ORANGE = "#1f5fa8", "#b35806"
STEPS = {
    Position.SUPPORT: (BLUE, BLUE, "#bcd7f0", "^"),
    Position.LEAN_SUPPORT: (BLUE, "#ffffff", "#eaf3fb", "^"),
    Position.OPEN: ("#4d4d4d", "#ffffff", "#e8e8e8", "o"),
    Position.LEAN_OPPOSE: (ORANGE, "#ffffff", "#fff1de", "v"),
    Position.OPPOSE: (ORANGE, ORANGE, "#f8d3a3", "v"),
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
    figure = Figure(dpi=72)  # a pixel is a point
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]  # matplotlib has no types

    @cache
    def measure(text: str, size: float, *, bold: bool = False) -> float:
        font = FontProperties(size=size, weight="bold" if bold else "normal")
        width, _, _ = renderer.get_text_width_height_descent(text, font, ismath=False)
        return float(width) / 72

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
    _time(sheet, layout)
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


def _time(sheet: Axes, layout: Page) -> None:
    """Gridlines and their dates, the heading of the strip beside them and of the last column."""
    heads: dict[str, Any] = {"size": 8.5, "color": GREY, "va": "baseline"}
    sheet.text(WIDTH - EDGE - LATEST + 0.12, layout.top - 0.07, "latest position", **heads)
    if layout.undated:
        left, right = layout.undated
        sheet.text((left + right) / 2 if layout.axis else left, layout.top - 0.07, "not dated", **heads,
                   ha="center" if layout.axis else "left")  # fmt: skip
        sheet.vlines(left - 0.02, layout.top, layout.bottom, color=GREY, linewidth=0.8, linestyle=":")
    if not layout.axis:
        return
    tall = layout.bottom - layout.top > TALL
    for tick in layout.ticks:
        x = layout.axis.x(tick.at)
        sheet.vlines(x, layout.top, layout.bottom + 0.05, color=RULE, linewidth=0.6, zorder=1)
        for i, line in enumerate(filter(None, (tick.label, tick.year))):
            y = layout.bottom + 0.2 + i * LINE * 9
            sheet.text(x, y, line, size=9, color=GREY, ha="center", va="baseline")
        if tall:
            sheet.text(x, layout.top - 0.07, f"{tick.label} {tick.year}".rstrip(), **heads, ha="center")
    sheet.hlines(layout.bottom, layout.axis.left, layout.axis.right, color=GREY, linewidth=0.9, zorder=1.5)


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
    """Draw every mark; the tooltip for each by what it is called in the SVG."""
    tips: dict[str, str] = {}
    for row in layout.rows:
        for placed in row.marks:
            gid = f"statement-{len(tips) + 1}"
            tips[gid] = words.tip(placed.mark)
            _statement(sheet, placed, row.y(placed), layout, gid)
    return tips


def _statement(sheet: Axes, placed: Placed, y: float, layout: Page, gid: str) -> None:
    size, count = layout.scale.mark, len(placed.mark.rows)
    if placed.bar:
        sheet.add_patch(_bar(placed.mark.position, placed.bar, y, size))
    point = _mark(placed.mark.position, placed.x, y, size)
    point.set(gid=gid, url=_address(placed.mark.rows), zorder=3)
    sheet.add_line(point)
    if count > 1:
        x = placed.end(layout.scale)
        sheet.text(x, y, f"{count}", size=layout.scale.count, color=INK, va="center_baseline", zorder=3)


def _address(rows: Sequence[StanceRow]) -> str | None:
    """Of the one article that all are from, if it is on the web."""
    address, *others = {row.article_url or "" for row in rows}
    return address if address.startswith(WEB) and not others else None


def _bar(position: Position, reach: tuple[float, float], y: float, size: float) -> Rectangle:
    """Behind a mark of that size."""
    edge, _, fill, _ = STEPS[position]
    corner, breadth = (reach[0], y - size * BAR / 2), reach[1] - reach[0]
    return Rectangle(corner, breadth, size * BAR, facecolor=fill, edgecolor=edge, linewidth=0.6, zorder=2)


def _mark(position: Position, x: float, y: float, size: float) -> Line2D:
    edge, fill, _, marker = STEPS[position]
    return Line2D(
        [x], [y], marker=marker, markersize=size * 72, markerfacecolor=fill, markeredgecolor=edge, markeredgewidth=1.1,
        linestyle="none", clip_on=False,
    )  # fmt: skip
