from hypothesis import given
from hypothesis import strategies as st

from factbase.document import Span
from factbase.extract.shelf import Shelf

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9000), st.integers(1, 5000))


@given(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=12), SPANS)
def test_all_that_meets_a_span_is_near_it_once_and_in_order(held: list[list[Span]], asked: Span) -> None:
    shelf = Shelf(enumerate(held))
    near = list(shelf.near([asked]))
    met = [i for i, spans in enumerate(held) if any(s.start < asked.end and asked.start < s.end for s in spans)]
    assert near == sorted(set(near))
    assert set(met) <= set(near)


def test_what_is_far_is_not_looked_at() -> None:
    assert list(Shelf([("a", [Span(0, 10)])]).near([Span(10_000, 10_010)])) == []
