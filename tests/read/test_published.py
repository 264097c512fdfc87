from datetime import UTC, datetime, timedelta

import pytest

from factbase.read.published import publication
from factbase.read.unreadable import Unreadable


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("2024-05-17", "2024-05-17"),
        (" 2024-05-17\n", "2024-05-17"),
        ("2024-05-17T21:00:00-04:00", "2024-05-17T21:00:00-04:00"),
        ("2024-05-17T21:00:00.123Z", "2024-05-17T21:00:00.123Z"),
        ("2024-05-17 21:00", "2024-05-17 21:00"),
        ("20240517", "2024-05-17"),
        ("20240517T210000Z", "2024-05-17T21:00:00+00:00"),
        ("Fri, 17 May 2024 21:00:00 GMT", "2024-05-17T21:00:00+00:00"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_kept_as_precise_as_given(value: str, kept: str) -> None:
    assert publication(value) == kept


@pytest.mark.parametrize(
    "value",
    ["yesterday", "2024", "2024-05", "17/05/2024", "2023-02-29", "2024-13-01", "2024-05-17T25:00", "1716000000"],
)
def test_what_is_no_date(value: str) -> None:
    with pytest.raises(Unreadable, match="not one like 2024-05-17 or 2024-05-17T21:00:00Z"):
        publication(value)


def test_tomorrow_is_today_somewhere_and_later_is_the_future() -> None:
    now = datetime.now(UTC)
    tomorrow = (now + timedelta(days=1)).date().isoformat()
    assert publication(tomorrow) == tomorrow
    with pytest.raises(Unreadable, match="in the future"):
        publication((now + timedelta(days=3)).isoformat())


def test_fillers_are_no_dates() -> None:
    with pytest.raises(Unreadable, match="before there were newspapers"):
        publication("0001-01-01T00:00:00")
