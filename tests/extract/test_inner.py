"""Reports inside reports, by the trained model: (source, content) of those that another statement holds."""

import pytest

from factbase.extract import Tagger, extract
from factbase.extract.reports import reports

TAGGER = Tagger(threads=1)

CASES = [
    (
        "in a quotation of a newspaper",
        "“As a result, Norwegian officials have told their Swedish counterparts that the strait is shut,” the daily "
        "wrote on Monday. The strait is open.",
        [("Norwegian officials", "that the strait is shut")],
    ),
    (
        "in indirect speech",
        "The Financial Times reported on Monday that Turkey’s finance minister said the loan would not be repaid.",
        [("Turkey’s finance minister", "the loan would not be repaid")],
    ),
    (
        "at the head of indirect speech",
        "The New York Times reported that American officials said the missile had been fired from the sea.",
        [("American officials", "the missile had been fired from the sea")],
    ),
    (
        "in what a person tells",
        "“The Germans told us that they would never accept the plan,” Mr. Varga said.",
        [("The Germans", "that they would never accept the plan")],
    ),
    (
        "whom somebody quotes",
        "“The bridge was never safe,” the report quoted Ana Roe, an engineer at the port, as saying.",
        [("Ana Roe, an engineer at the port", "“The bridge was never safe,”")],
    ),
    (
        "whom somebody quotes, before the words",
        "The report quoted an engineer as saying that the bridge was never safe.",
        [("an engineer", "that the bridge was never safe")],
    ),
    (
        "in what a report tells",
        "Ana Roe quoted the report saying that the bridge in the harbour was safe.",
        [("the report", "that the bridge in the harbour was safe")],
    ),
    (
        "none, where who denounces it gives a reason",
        "Ana Roe denounced the initiative accusing the mayor of trying to scrap the limit in the law.",
        [],
    ),
    (
        "none, where somebody must do so",
        "Ana Roe said the mayor must tell the council what was spent on the bridge in the harbour.",
        [],
    ),
    ("none, where a quotation only tells", "“The snow fell all night and the roads were closed,” she said.", []),
    ("none, where its own cue is all there is", "He said that the minister was late for the third time this week.", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_reports_inside_reports(text: str, expected: list[tuple[str, str]]) -> None:
    [found] = extract([text], TAGGER)
    held = [a for a, by in zip(found.attributions, reports(found.attributions), strict=True) if by is not None]
    read = [(" ".join(text[s:e] for s, e in a.source), " ".join(text[s:e] for s, e in a.content)) for a in held]
    assert read == expected
