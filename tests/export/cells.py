"""Rows whose cells a reader of CSV may get wrong."""

from factbase.document import Position
from tests.rows import stance

TEXTS = (
    "We will not send anyone", '"no," he said', '"', '""', "a,b;c|d", "one\ntwo", "one\r\ntwo", "one\rtwo", "\n",
    "tab\tinside", " spaces around ", "=1+1", "+1 for peace", "-2", "@minister", "\tindented", "\rreturned",
    "'quoted'", "''", "NA", "N/A", "NULL", "null", "nan", "None", "-inf", "TRUE", "007", "1e5", "1.50", "1/2",
    "12345678901234567890", "2024-05-16", "50%", "# no comment", "back\\slash \\n \\\"", "naïve “curly” – „x“",
    "陈伟", "🇺🇦 𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "e\u0301", "line\u2028separator\u0085next", "\u00a0", "שלום",
)  # fmt: skip
DAYS = ((None, None), ("2024-05-16", "2024-05-16"), ("2024-02-01", "2024-02-29"), ("1987-12-31", "1988-01-01"))
CONFIDENCES = (0.1, 1 / 3, 1.0, 1e-05, 0.9034561276435852)

ROWS = [
    stance(
        None if i % 5 == 4 else text,
        list(Position)[i % 5],
        *DAYS[i % 4],
        row_id=f"{i:032x}:instructors",
        quote=text,
        role=None if i % 2 else "NA",
        country=None if i % 3 else "NAM",
        confidence=CONFIDENCES[i % 5],
        outlet=(None, "", 'The "Courier", Ltd')[i % 3],
        published=None if i % 7 == 0 else "2024-05-17",
        previous_position=list(Position)[i % 5] if i % 4 else None,
    )
    for i, text in enumerate(TEXTS)
]
"""One for each text; in `outlet` null, a text without characters, and a text take turns."""
