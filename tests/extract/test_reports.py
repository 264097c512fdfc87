from factbase.document import Act, Attribution, QuoteKind, Span
from factbase.extract.reports import reports


def attribution(*, content: tuple[int, int], cue: tuple[int, int] | None) -> Attribution:
    return Attribution((Span(*content),), (Span(*cue),) if cue else (), (), QuoteKind.INDIRECT, Act.STATE, 1.0)


def test_the_shortest_that_holds_both_cue_and_content_reports() -> None:
    found = [
        attribution(content=(10, 100), cue=(5, 9)),
        attribution(content=(20, 90), cue=(15, 19)),
        attribution(content=(40, 80), cue=(30, 35)),
        attribution(content=(95, 100), cue=(101, 105)),
        attribution(content=(50, 60), cue=None),
    ]
    assert reports(found) == [None, 0, 1, None, None]
