import pytest

from factbase.document import Position
from factbase.plot.lanes import MOST_LANES, busiest, lanes
from factbase.rows import StanceRow
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
    assert [lane.name for lane in lanes(rows)] == ["Cara", "Dan", "Ben", "Eva", "Ana"]


@pytest.mark.parametrize(
    ("rows", "latest"),
    [
        ([stance("Ana", OPEN, "2024-01-01"), stance("Ana", OPPOSE, "2024-02-01")], OPPOSE),
        ([stance("Ana", OPPOSE, "2024-02-01"), stance("Ana", OPEN, "2024-01-01")], OPPOSE),
        ([stance("Ana", OPEN, "2024-01-01"), stance("Ana", OPPOSE, None)], OPEN),
        ([stance("Ana", OPEN, None, published="2024-05-02"), stance("Ana", OPPOSE, None, published=None)], OPEN),
        ([stance("Ana", OPEN, "2024-01-01", "2024-12-31"), stance("Ana", OPPOSE, "2024-02-01")], OPPOSE),
        ([stance("Ana", OPPOSE, "2024-02-01", start=90), stance("Ana", OPEN, "2024-02-01", start=10)], OPPOSE),
    ],
)
def test_latest_position(rows: list[StanceRow], latest: Position) -> None:
    (lane,) = lanes(rows)
    assert lane.latest is latest


def test_namesakes_have_a_lane_each_and_the_unknown_share_one() -> None:
    rows = [
        stance("Ana", OPEN, None),
        stance("Ana M.", OPEN, None, speaker_id="id of Ana"),
        stance(None, OPEN, None),
        stance("Ana", OPPOSE, None, speaker_id="x"),
    ]
    assert [(lane.name, lane.statements) for lane in lanes(rows)] == [
        ("Ana M.", 2),
        ("Speaker not known", 1),
        ("Ana", 1),
    ]


def test_what_is_said_on_one_day_in_one_position_is_one_mark() -> None:
    rows = [
        stance("Ana", OPPOSE, "2024-01-01", quote="no"),
        stance("Ana", OPEN, "2024-01-01", "2024-01-31"),
        stance("Ana", SUPPORT, "2024-01-01"),
        stance("Ana", OPPOSE, "2024-01-01", quote="never", start=500),
        stance("Ana", OPPOSE, None),
        stance("Ana", OPPOSE, None),
        stance("Ana", OPEN, None),
    ]
    (lane,) = lanes(rows)
    assert [(mark.position, len(mark.rows), mark.days is not None) for mark in lane.marks] == [
        (SUPPORT, 1, True),
        (OPPOSE, 2, True),
        (OPEN, 1, True),
        (OPEN, 1, False),
        (OPPOSE, 2, False),
    ]
    assert [row.quote for row in lane.marks[1].rows] == ["no", "never"]


@pytest.mark.parametrize(
    ("role", "organisation", "shown"),
    [
        ("Foreign Minister", "Latvia", "Foreign Minister, Latvia"),
        ("Chairman of the Joint Chiefs", "Joint Chiefs", "Chairman of the Joint Chiefs"),
        (None, "Latvia", "Latvia"),
        ("spokesman", None, "spokesman"),
        ("Ana", None, None),
        (None, None, None),
    ],
)
def test_role(role: str | None, organisation: str | None, shown: str | None) -> None:
    (lane,) = lanes([stance("Ana", OPEN, None, role=role, organisation=organisation)])
    assert lane.role == shown


def test_too_many_speakers_leave_those_who_spoke_most() -> None:
    once = [stance(f"Speaker {n}", OPEN, "2024-01-01") for n in range(MOST_LANES + 5)]
    kept = busiest(lanes([*once, stance("Speaker 84", SUPPORT, "2024-01-02")]))
    assert len(kept) == MOST_LANES
    assert kept[0].name == "Speaker 84"
