from itertools import pairwise

import pytest

from factbase.document import Position
from factbase.plot.lanes import lanes
from factbase.plot.page import LOOSE
from factbase.plot.stack import COUNT, MOST_LEVELS, Axis, Placed, Stack
from factbase.rows import StanceRow
from tests.plot.measured import measure
from tests.rows import stance

OPEN, OPPOSE = Position.OPEN, Position.OPPOSE
FIRST = 738_886.0  # 1 January 2024
AXIS = Axis(FIRST, FIRST + 100, 2.0, 7.0)  # a twentieth of an inch a day; a mark is an eighth broad


def placed(*rows: StanceRow) -> list[Placed]:
    (lane,) = lanes(rows)
    return list(Stack(LOOSE, measure, AXIS, 8.0).placed(lane.marks))


@pytest.mark.parametrize(
    ("days", "levels"),
    [
        ([("2024-01-01", None), ("2024-01-06", None)], [0, 0]),
        ([("2024-01-01", None), ("2024-01-03", None)], [0, 1]),
        ([("2024-01-01", None), ("2024-01-03", None), ("2024-01-06", None)], [0, 1, 0]),
        ([("2024-01-01", "2024-01-31"), ("2024-01-28", None)], [0, 1]),
        ([("2024-01-01", "2024-01-31"), ("2024-02-03", None)], [0, 0]),
        ([("2024-01-01", "2024-01-02"), ("2024-01-05", None)], [0, 1]),  # the bar shows on either side
    ],
)
def test_marks_never_cover_one_another(days: list[tuple[str, str | None]], levels: list[int]) -> None:
    assert [found.level for found in placed(*(stance("Ana", OPEN, *pair) for pair in days))] == levels


def test_a_day_has_its_positions_from_support_down() -> None:
    found = placed(*(stance("Ana", position, "2024-01-11") for position in Position))
    assert [(each.mark.position.score, each.level) for each in found] == [(2, 0), (1, 1), (0, 2), (-1, 3), (-2, 4)]
    assert [each.x for each in found] == pytest.approx([2.0 + 10.5 / 20] * 5)


def test_the_number_beside_a_mark_has_room() -> None:
    alone = placed(stance("Ana", OPEN, "2024-01-01"), stance("Ana", OPEN, "2024-01-05"))
    twice = placed(*[stance("Ana", OPEN, "2024-01-01")] * 2, stance("Ana", OPEN, "2024-01-05"))
    assert ([found.level for found in alone], [found.level for found in twice]) == ([0, 0], [0, 1])


@pytest.mark.parametrize(
    ("last", "bar"),
    [("2024-01-31", (2.0, 2.0 + 31 / 20)), ("2024-01-02", (2.05 - 0.1075, 2.05 + 0.1075)), (None, None)],
)
def test_some_days_are_a_bar(last: str | None, bar: tuple[float, float] | None) -> None:
    (found,) = placed(stance("Ana", OPEN, "2024-01-01", last))
    assert found.bar == (bar and pytest.approx(bar))


def test_the_number_beside_a_bar_stands_after_its_end() -> None:
    (found,) = placed(*[stance("Ana", OPEN, "2024-01-01", "2024-01-31")] * 2)
    assert found.bar
    assert found.end(LOOSE) == pytest.approx(found.bar[1] + COUNT)


def test_what_has_no_date_stands_side_by_side_in_its_strip() -> None:
    rows = [*(stance("Ana", position, None) for position in Position), stance("Ana", OPEN, None)]
    found = placed(*rows)
    assert all(each.level == 0 and each.bar is None and each.x > 8.0 for each in found)
    assert all(right.x - left.x > LOOSE.mark for left, right in pairwise(found))
    (lane,) = lanes(rows)
    stack = Stack(LOOSE, measure, AXIS, 8.0)
    assert found[-1].x + LOOSE.mark / 2 < 8.0 + stack.breadth(lane.marks)
    assert stack.breadth([]) == 0.0


def test_a_lane_grows_only_so_far() -> None:
    days = [f"2024-01-{day:02}" for day in range(1, 29)]
    rows = [stance("Ana", OPEN, first, last) for first in days[:6] for last in days[20:26]]
    assert max(found.level for found in placed(*rows)) == MOST_LEVELS - 1
