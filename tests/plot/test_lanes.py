import pytest

from factbase.document import Position
from factbase.plot.lanes import MOST_LANES, MOST_LEVELS, busiest, lanes
from tests.rows import stance

SUPPORT, LEAN, OPEN, DOUBT, OPPOSE = reversed(Position)


def test_lanes_go_from_support_to_opposition_and_by_date() -> None:
    rows = [
        stance("Ana", OPPOSE, "2024-01-01"),
        stance("Ben", OPEN, "2024-03-01"),
        stance("Cara", SUPPORT, "2024-02-01"),
        stance("Dan", OPEN, "2024-01-01"),
        stance("Eva", OPEN, None),
    ]
    assert [lane.name for lane in lanes(rows, apart=1)] == ["Cara", "Dan", "Ben", "Eva", "Ana"]


@pytest.mark.parametrize(
    ("rows", "latest"),
    [
        ([stance("Ana", OPEN, "2024-01-01"), stance("Ana", OPPOSE, "2024-02-01")], OPPOSE),
        ([stance("Ana", OPPOSE, "2024-02-01"), stance("Ana", OPEN, "2024-01-01")], OPPOSE),
        ([stance("Ana", OPEN, "2024-01-01"), stance("Ana", OPPOSE, None)], OPEN),
        ([stance("Ana", OPEN, None, published="2024-05-02"), stance("Ana", OPPOSE, None, published=None)], OPEN),
    ],
)
def test_latest_position(rows: list, latest: Position) -> None:  # type: ignore[type-arg]
    (lane,) = lanes(rows, apart=1)
    assert lane.latest is latest


def test_namesakes_have_a_lane_each_and_the_unknown_share_one() -> None:
    rows = [
        stance("Ana", OPEN, None),
        stance("Ana M.", OPEN, None, speaker_id="id of Ana"),
        stance(None, OPEN, None),
        stance("Ana", OPPOSE, None, speaker_id="x"),
    ]
    assert [(lane.name, len(lane.undated)) for lane in lanes(rows, apart=1)] == [
        ("Ana M.", 2),
        ("Speaker not known", 1),
        ("Ana", 1),
    ]


@pytest.mark.parametrize(
    ("days", "levels"),
    [
        ([("2024-01-01", None), ("2024-01-09", None)], [0, 0]),
        ([("2024-01-01", None), ("2024-01-04", None)], [0, 1]),
        ([("2024-01-01", None), ("2024-01-04", None), ("2024-01-07", None)], [0, 1, 0]),
        ([("2024-01-01", None)] * 3, [0, 1, 2]),
        ([("2024-01-01", "2024-01-31"), ("2024-01-28", None)], [0, 1]),
        ([("2024-01-01", "2024-01-31"), ("2024-02-05", None)], [0, 0]),
    ],
)
def test_marks_never_cover_one_another(days: list[tuple[str, str | None]], levels: list[int]) -> None:
    (lane,) = lanes([stance("Ana", OPEN, *pair) for pair in days], apart=5)
    assert [mark.level for mark in lane.dated] == levels


def test_a_lane_grows_only_so_far() -> None:
    (lane,) = lanes([stance("Ana", OPEN, "2024-01-01")] * 40 + [stance("Ana", OPEN, None)] * 90, apart=1)
    assert lane.levels == MOST_LEVELS
    assert len({(mark.level, mark.slot) for mark in lane.undated}) == 72


@pytest.mark.parametrize(
    ("role", "organisation", "shown"),
    [
        ("Foreign Minister", "Latvia", "Foreign Minister, Latvia"),
        ("Chairman of the Joint Chiefs", "Joint Chiefs", "Chairman of the Joint Chiefs"),
        (None, "Latvia", "Latvia"),
        ("spokesman", None, "spokesman"),
        (None, None, None),
    ],
)
def test_role(role: str | None, organisation: str | None, shown: str | None) -> None:
    (lane,) = lanes([stance("Ana", OPEN, None, role=role, organisation=organisation)], apart=1)
    assert lane.role == shown


def test_too_many_speakers_leave_those_who_spoke_most() -> None:
    once = [stance(f"Speaker {n}", OPEN, "2024-01-01") for n in range(MOST_LANES + 5)]
    kept = busiest(lanes([*once, stance("Speaker 84", SUPPORT, "2024-01-02")], apart=1))
    assert len(kept) == MOST_LANES
    assert kept[0].name == "Speaker 84"
