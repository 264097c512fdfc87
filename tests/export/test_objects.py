import json

import pytest

from factbase.document import Position
from factbase.export import Format, listing
from factbase.export.listing import TIMELINE
from factbase.rows import StanceRow, TopicRow
from tests.export.printed import printed
from tests.rows import STANCE, stance

ROWS = [STANCE, stance(None, Position.OPEN, None, quote='a "b"\n\u2028陈')]


def test_json_holds_the_timelines_columns_and_three_more() -> None:
    found = json.loads(printed(listing(ROWS, StanceRow), Format.JSON))
    assert list(found[0]) == [*TIMELINE, "spans", "article_source", "found_as"]
    assert found[0]["spans"] == [[120, 130], [133, 143]]
    assert found[0]["article_source"] == "courier/ministers.html"
    assert found[0]["published"] == "2024-05-17T08:30:00+02:00"
    assert (found[0]["said_from"], found[0]["score"], found[0]["position"]) == ("2024-05-16", -2, "oppose")
    assert found[1]["said_from"] is None
    assert found[1]["quote"] == 'a "b"\n\u2028陈'


def test_json_lines_are_the_same_objects() -> None:
    lines = printed(listing(ROWS, StanceRow), Format.JSONL).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == json.loads(printed(listing(ROWS, StanceRow), Format.JSON))


@pytest.mark.parametrize(("output", "text"), [(Format.JSON, "[]\n"), (Format.JSONL, "")])
def test_nothing_found(output: Format, text: str) -> None:
    assert printed(listing([], StanceRow), output) == text


def test_names_are_a_list() -> None:
    topic = TopicRow(slug="a", proposition="B", terms=("c", "d e"), stances=0, speakers=0)
    assert json.loads(printed(listing([topic], TopicRow), Format.JSONL))["terms"] == ["c", "d e"]
