"""World news, one sentence at a time: a floor under what benchmarks/world.py prints."""

import pytest

from benchmarks.world import Outcome, figures, placed, rows


@pytest.mark.parametrize(("half", "side", "wrong"), [("work", 83, 3), ("held", 70, 14)])
def test_no_fewer_right_and_no_more_wrong_than_measured(half: str, side: int, wrong: int) -> None:
    """On 28 November 2026 of 96 each: sides right 84 and 71, on a wrong side or placed for nothing 2 and 13."""
    found = figures([Outcome(row, placed(row)) for row in rows() if row.half == half])
    assert found["rows"] == 96
    assert found["side"] >= side
    assert found["wrong_side"] <= wrong
