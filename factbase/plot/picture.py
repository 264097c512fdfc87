"""Drawing a page with matplotlib: figures without pyplot, whose state is the process's."""

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, Literal

import matplotlib as mpl
from matplotlib import dates, font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from factbase.document import Position
from factbase.export.plain import cut
from factbase.export.reading import article, said
from factbase.plot.lanes import UNKNOWN, Mark
from factbase.plot.page import EDGE, LATEST, LEVEL, MARK, SLOT, WIDTH, Page, page
from factbase.plot.tooltips import with_tooltips
from factbase.rows import StanceRow

# Orange to blue, which the common kinds of colour blindness keep apart. How strong is told by dark and light too, and
# for or against by where the triangle points, so that a copy in black and white still has five steps.
STEPS = {
    Position.SUPPORT: ("#2166ac", "^"),
    Position.LEAN_SUPPORT: ("#a9d1ea", "^"),
    Position.OPEN: ("#ffffff", "o"),
    Position.LEAN_OPPOSE: ("#fdc980", "v"),
    Position.OPPOSE: ("#b35806", "v"),
}
INK, GREY, RULE, BAND = "#1a1a1a", "#666666", "#cccccc", "#f4f4f4"
DPI = 200
BAR = 0.09
SHORTEST_BAR = 0.3  # that it shows beside its mark: a week on an axis of ten years
WEB = ("https://", "http://")
DATE_FORMATS = {
    "formats": ["%Y", "%b", "%d %b", "%d %b", "%d %b", "%d %b"],
    "zero_formats": ["", "%b\n%Y", "%d %b", "%d %b", "%d %b", "%d %b"],
    "offset_formats": ["", "%Y", "%Y", "%Y", "%Y", "%Y"],
}
EPOCH = 719_163  # 1 January 1970, from which matplotlib counts days, as an ordinal

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
        layout = page(rows)
        figure, tips = _figure(layout)
        drawn = io.BytesIO()
        figure.savefig(drawn, format=output, dpi=DPI, metadata=_metadata(layout, output))
    missing = _missing(caught)
    if output == "svg":
        stream.write(with_tooltips(drawn.getvalue(), tips, label=f"{layout.title}: {layout.subtitle}"))
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


def _metadata(layout: Page, output: str) -> dict[str, Any]:
    title = layout.title.replace("\n", " ")
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


def _figure(layout: Page) -> tuple[Figure, dict[str, str]]:
    """The figure, and for each mark's id the tooltip."""
    figure = Figure(figsize=(WIDTH, layout.height), facecolor="white")
    FigureCanvasAgg(figure)
    sheet = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(layout.height, 0))
    sheet.axis("off")
    _words_around(sheet, layout)
    _legend(figure, layout)
    _lanes(sheet, layout)
    time = _time_axes(figure, layout) if layout.span else sheet
    if layout.span is None:
        sheet.text(
            sum(layout.time) / 2, layout.bottom + 0.2, "nothing here has a date", size=9, color=GREY, ha="center"
        )
    return figure, _statements(layout, sheet, time)


def _first_level(layout: Page) -> float:
    return 0.23 if layout.roles else 0.135


def _words_around(sheet: Axes, layout: Page) -> None:
    sheet.text(EDGE, EDGE, layout.title, size=15, weight="bold", color=INK, va="top", linespacing=1.25)
    sheet.text(EDGE, layout.legend - 0.2, layout.subtitle, size=10, color=GREY, va="top")
    sheet.text(EDGE, layout.bottom + 0.55, layout.source, size=8, color=GREY, va="top", linespacing=1.3)
    heads: dict[str, Any] = {"size": 8.5, "color": GREY, "va": "bottom"}
    sheet.text(WIDTH - EDGE - LATEST + 0.1, layout.top - 0.1, "latest", **heads)
    if layout.undated:
        sheet.text(_undated_left(layout) + layout.undated / 2, layout.top - 0.1, "not dated", ha="center", **heads)


def _undated_left(layout: Page) -> float:
    return WIDTH - EDGE - LATEST - layout.undated


def _legend(figure: Figure, layout: Page) -> None:
    steps = [_mark(position, [], []) for position in STEPS]
    bar = Rectangle((0, 0), 1, 1, facecolor=RULE, edgecolor=GREY, linewidth=0.6)
    figure.legend(
        [*steps, bar],
        [*(_named(position) for position in STEPS), "some time within a week, month ..."],
        loc="upper left", bbox_to_anchor=(0.05 / WIDTH + EDGE / WIDTH - 0.01, 1 - layout.legend / layout.height),
        ncols=len(STEPS) + 1, frameon=False, fontsize=9, labelcolor=INK, handlelength=1.2, handletextpad=0.5,
        columnspacing=1.5, borderpad=0.2, handleheight=0.5,
    )  # fmt: skip


def _named(position: Position) -> str:
    return position.replace("_", " ")


def _lanes(sheet: Axes, layout: Page) -> None:
    """Bands across the page, a name at the left of each, the latest position at the right."""
    for i, (lane, top, end) in enumerate(zip(layout.lanes, layout.tops, layout.tops[1:], strict=False)):
        if i % 2 == 0:
            sheet.add_patch(Rectangle((EDGE - 0.1, top), WIDTH - 2 * EDGE + 0.2, end - top, color=BAND, linewidth=0))
        middle = top + _first_level(layout)
        role = layout.roles and lane.role
        name = cut(" ".join(lane.name.split()), 32)
        sheet.text(EDGE, middle - 0.01, name, size=10, color=INK, va="bottom" if role else "center")
        if role:
            sheet.text(EDGE, middle + 0.025, cut(" ".join(role.split()), 44), size=7.5, color=GREY, va="top")
        sheet.text(WIDTH - EDGE - LATEST + 0.1, middle, _named(lane.latest), size=9, color=INK, va="center")
    if layout.undated:
        sheet.vlines(_undated_left(layout) - 0.03, layout.top, layout.bottom, color=GREY, linewidth=0.8, linestyle=":")


def _time_axes(figure: Figure, layout: Page) -> Axes:
    """Days from left to right, inches from top to bottom as on the sheet."""
    left, right = layout.time
    first, last = layout.span or (0.0, 1.0)
    box = (left / WIDTH, 1 - layout.bottom / layout.height, (right - left) / WIDTH, layout.lanes_height / layout.height)
    axes = figure.add_axes(
        box, xlim=(first - EPOCH, last - EPOCH), ylim=(layout.bottom, layout.top), facecolor="none",
    )  # fmt: skip
    locator = dates.AutoDateLocator(minticks=3, maxticks=8)  # type: ignore[no-untyped-call]  # matplotlib has no types
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator, **DATE_FORMATS))  # type: ignore[no-untyped-call]  # as above
    axes.xaxis.get_offset_text().set(size=9, color=GREY)
    axes.tick_params(axis="x", labelsize=9, labelcolor=GREY, color=RULE, labeltop=not layout.roles)
    axes.yaxis.set_visible(False)
    axes.grid(axis="x", color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["left", "right", "top"]].set_visible(False)
    axes.spines["bottom"].set_color(GREY)
    return axes


def _statements(layout: Page, sheet: Axes, time: Axes) -> dict[str, str]:
    """Draw every statement; the tooltip for each by what it is called in the SVG."""
    tips: dict[str, str] = {}
    for lane, top in zip(layout.lanes, layout.tops, strict=False):
        first = top + _first_level(layout)
        for mark in (*lane.dated, *lane.undated):
            gid = f"statement-{len(tips) + 1}"
            tips[gid] = _tip(mark.row)
            y = first + mark.level * LEVEL
            if mark.row.said_from:
                _dated(time, mark, y, gid)
            else:
                _point(sheet, mark.row, _undated_left(layout) + SLOT * (mark.slot + 1.25), y, gid)
    return tips


def _dated(axes: Axes, mark: Mark, y: float, gid: str) -> None:
    """A point in the middle of the day; for a week or a month on a bar from its first day to its last."""
    first, last = mark.days
    if last - first > 1:
        breadth = max(last - first, SHORTEST_BAR * _days_an_inch(axes))
        corner = (mark.middle - EPOCH - breadth / 2, y - BAR / 2)
        axes.add_patch(Rectangle(corner, breadth, BAR, facecolor=RULE, edgecolor=GREY, linewidth=0.6))
    _point(axes, mark.row, mark.middle - EPOCH, y, gid)


def _days_an_inch(axes: Axes) -> float:
    first, last = axes.get_xlim()
    return (last - first) / (axes.get_position().width * WIDTH)


def _point(axes: Axes, row: StanceRow, x: float, y: float, gid: str) -> None:
    mark = _mark(row.position, [x], [y])
    mark.set(gid=gid, url=row.article_url if (row.article_url or "").startswith(WEB) else None, clip_on=False, zorder=3)
    axes.add_line(mark)


def _mark(position: Position, x: Sequence[float], y: Sequence[float]) -> Line2D:
    fill, marker = STEPS[position]
    return Line2D(
        x, y, marker=marker, markersize=MARK * 72, markerfacecolor=fill, markeredgecolor=INK, markeredgewidth=0.7,
        linestyle="none",
    )  # fmt: skip


def _tip(row: StanceRow) -> str:
    """Ana Kovač, 2024-05-16, oppose: “We will not send anyone” (The Courier)"""
    return (
        f"{row.speaker or UNKNOWN}, {said(row) or 'not dated'}, {_named(row.position)}: “{row.quote}” ({article(row)})"
    )
