"""The pairs of mentions that were judged by hand: names of documents, offsets and verdicts, no text."""

from collections import Counter

from benchmarks.links import MOST, PAIRS, Mention, judged


def test_judged_pairs() -> None:
    pairs = judged()
    assert Counter(pair.was == "link" for pair in pairs) == {True: PAIRS, False: PAIRS}
    assert all(pair.same is not None for pair in pairs)
    assert all(pair.a.doc != pair.b.doc for pair in pairs)
    assert all(0 <= m.start < m.end for pair in pairs for m in (pair.a, pair.b))


def test_no_mention_is_in_many_pairs() -> None:
    """So that not all are about two candidates for president."""
    mentions: Counter[Mention] = Counter(m for pair in judged() if pair.was == "link" for m in (pair.a, pair.b))
    assert max(mentions.values()) <= 2 * MOST
