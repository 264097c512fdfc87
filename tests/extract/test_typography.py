"""The trained model on the typography of the press: what is read of each, as (source, content in its pieces).

Expectations leave marks at the ends out. A case that a new model no longer reads is a finding, not a nuisance: look at
it before the row is changed.
"""

import pytest

from factbase.extract import Tagger, extract

TAGGER = Tagger(threads=1)

Read = list[tuple[str, list[str]]]

CASES: list[tuple[str, str, Read]] = [
    (
        "two pieces around the cue",
        "The minister resigned on Friday.\n“I have had enough,” he said, “and so has my family.”",
        [("he", ["I have had enough", "and so has my family"])],
    ),
    (
        "British single marks",
        "The minister resigned on Friday.\n‘I have had enough,’ said the minister, ‘and so has my family.’",
        [("the minister", ["I have had enough", "and so has my family"])],
    ),
    (
        "straight single marks",
        "'We will not pay,' Greek finance minister Nikos Pappas told the BBC.",
        [("Greek finance minister Nikos Pappas", ["We will not pay"])],
    ),
    (
        "doubled marks",
        "``We will not pay,'' the Greek finance minister said.",
        [("the Greek finance minister", ["We will not pay"])],
    ),
    (
        "guillemets",
        "« We will not pay », said Nikos Pappas, the finance minister.",
        [("Nikos Pappas, the finance minister", ["We will not pay"])],
    ),
    (
        "an opening mark that is curly, a closing one that is straight",
        '“We will go," he said. Then he left.',
        [("he", ["We will go"])],
    ),
    (
        "a quotation in a quotation",
        "“He told me ‘never again’ and walked out,” said Anna Berg, his deputy.",
        [("Anna Berg, his deputy", ["He told me ‘never again’ and walked out"]), ("He", ["never again"])],
    ),
    (
        "the cue in the middle of indirect speech",
        "The deal, the ministry said, is dead.",
        [("the ministry", ["The deal", "is dead"])],
    ),
    (
        "a headline that ends in its source",
        "No deal without reform, says Merkel",
        [("Merkel", ["No deal without reform"])],
    ),
    (
        "a headline of a poll",
        "Poll: Most Poles want to stay in the EU\nThe survey was held in May among 1,000 adults. It has a margin of "
        "error of three points.",
        [("Poll", ["Most Poles want to stay in the EU"])],
    ),
    (
        "a headline that ends in a name",
        "Europe must arm itself – Macron\nFrance's president spoke at the Sorbonne on Thursday.",
        [("Macron", ["Europe must arm itself"])],
    ),
    (
        "a headline of a name and single marks",
        "Tusk: 'No deal' without Dublin",
        [("Tusk", ["No deal' without Dublin"])],
    ),
    (
        "a transcript without marks",
        "BLITZER: Senator, will you vote for the bill?\nGRAHAM: I will not. It is a bad bill.\nBLITZER: Why?",
        [
            ("BLITZER", ["Senator, will you vote for the bill?"]),
            ("GRAHAM", ["I will not. It is a bad bill"]),
            ("BLITZER", ["Why?"]),
        ],
    ),
    (
        "a transcript between marks, each paragraph opened and only the last closed",
        'Partial transcript of the interview:\n\n"WALLACE: Let us start with the news. Were you surprised?\n\n'
        '"PENCE: Well, the question should be why.\n\n"WALLACE: If I may, sir, we have little time.\n\n'
        '"PENCE: We will win."\n\nThen they left.',
        [
            ("WALLACE", ["Let us start with the news. Were you surprised?"]),
            ("PENCE", ["Well, the question should be why"]),
            ("WALLACE", ["If I may, sir, we have little time"]),
            ("PENCE", ["We will win"]),
        ],
    ),
    (
        "a transcript of long turns",
        "ROE: Good morning. The Secretary spoke to his counterpart. We agreed on a date.\nQUESTION: Which?\n"
        "ROE: I will not get ahead of that. Nothing is ruled out.\n(Laughter.)\nQUESTION: Thank you.",
        [
            ("ROE", ["Good morning. The Secretary spoke to his counterpart. We agreed on a date"]),
            ("QUESTION", ["Which?"]),
            ("ROE", ["I will not get ahead of that. Nothing is ruled out"]),
            ("QUESTION", ["Thank you"]),
        ],
    ),
    (
        "readers, credited after a dash, one with the wrong mark",
        "Readers on the bridge\n“It is a waste of money.” ― Ana Roe\n”We need it. They call it “hell” "
        "for a reason.” ― Jo Park, nurse",
        [
            ("Ana Roe", ["It is a waste of money"]),
            ("Jo Park, nurse", ["We need it. They call it “hell” for a reason"]),
        ],
    ),
    (
        "an embedded post",
        "The minister answered.\nThe treaty is dead. We will not sign. "
        "pic.twitter.com/Oqctx — Ana Roe (@anaroe) May 3, 2016",
        [("Ana Roe", ["The treaty is dead. We will not sign"])],
    ),
    (
        "an interview",
        "Interviewer: “Was it a mistake?”\nAna Ruiz: “It was the only way.”",
        [("Interviewer", ["Was it a mistake?"]), ("Ana Ruiz", ["It was the only way"])],
    ),
    (
        "two sentences around the cue",
        "“We have come a long way,” Varga said. “But we are not there yet.”",
        [("Varga", ["We have come a long way", "But we are not there yet"])],
    ),
    (
        "a mark that nothing closes",
        '"The bridge is closed, the minister said.\nThen the lights went out.',
        [("the minister", ["The bridge is closed"])],
    ),
    (
        "a list",
        "Reactions\n• Pappas: “Nobody will lose a euro.”\n• Merkel: “We need reforms first.”\n"
        "• The IMF said it would wait.",
        [
            ("Pappas", ["Nobody will lose a euro"]),
            ("Merkel", ["We need reforms first"]),
            ("The IMF", ["it would wait"]),
        ],
    ),
    (
        "a dateline",
        "MOSCOW (Reuters) - Russia rules out talks with Kyiv before spring, Kremlin spokesman Dmitry Peskov said on "
        "Tuesday.",
        [("Kremlin spokesman Dmitry Peskov", ["Russia rules out talks with Kyiv before spring"])],
    ),
    (
        "no verb of saying",
        "Beijing warned Washington against selling arms to Taipei.",
        [("Beijing", ["against selling arms to Taipei"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_typography(text: str, expected: Read) -> None:
    [found] = extract([text], TAGGER)
    read = [
        (
            " ".join(text[s:e] for s, e in a.source).strip(" ,"),
            [text[s:e].strip("“”‘’'\"`«» ,.") for s, e in a.content],
        )
        for a in found.attributions
    ]
    assert read == expected


def test_a_quotation_of_three_paragraphs_is_one_statement() -> None:
    text = (
        "Pappas spoke for an hour.\n“The banks have to open again.\n“Nobody will lose a single euro.\n"
        "“That is a promise,” he said.\nThen he left."
    )
    [found] = extract([text], TAGGER)
    [said] = [a for a in found.attributions if text[slice(*a.cue[0])] == "said"]
    assert " ".join(text[s:e] for s, e in said.content).replace("\n", " ") == (
        "“The banks have to open again. “Nobody will lose a single euro. “That is a promise,”"
    )
