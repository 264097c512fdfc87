"""docs/export.md tells of each column what the data package tells."""

from pathlib import Path

from factbase.export.fields import FIELDS
from factbase.export.listing import TIMELINE
from factbase.rows import StatementRow

DOCS = Path(__file__).parents[2] / "docs" / "export.md"


def test_the_columns_in_the_docs() -> None:
    lines = [line for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    of_stances = {name for name in TIMELINE if name not in StatementRow.__slots__}
    assert lines[1:] == [
        f"| {name}{' *' if name in of_stances else ''} | {FIELDS[name].type} | {FIELDS[name].description} |"
        for name in TIMELINE
    ]
