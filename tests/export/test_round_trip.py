"""What other programs read from the CSV is what was written: each cell, its type, and null."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factbase.export import Format, Layout, listing, write
from factbase.rows import StanceRow
from tests.export.cells import ROWS

DAYS = ("said_date", "said_from", "said_to", "published")
NUMBERS = {"score": int, "start": int, "end": int, "confidence": float}
COLUMNS = listing(ROWS, StanceRow).columns(Format.CSV)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def expected() -> Iterator[list[Any]]:
    """The cells as Python has them, days as days."""
    for row in ROWS:
        cells = {column.name: column.cell(row) for column in COLUMNS}
        yield [date.fromisoformat(str(v)) if n in DAYS and v is not None else v for n, v in cells.items()]


def written(folder: Path, **options: Any) -> str:
    file = folder / "stances.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        write(listing(ROWS, StanceRow), stream, Layout(Format.CSV, **options))
    return str(file)


def guarded(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


@pytest.mark.parametrize("raw", [True, False])
@pytest.mark.parametrize("excel", [True, False])
def test_duckdb(tmp_path: Path, raw: bool, excel: bool) -> None:
    """It finds the types by itself."""
    duckdb = pytest.importorskip("duckdb", reason="there is no wheel of duckdb here")
    file = written(tmp_path, raw=raw, excel=excel)
    with duckdb.connect() as connection:
        found = connection.sql(f"FROM read_csv('{file}', allow_quoted_nulls=false)")
        assert found.columns == [column.name for column in COLUMNS]
        rows = found.fetchall()
    assert rows == [tuple(row if raw else map(guarded, row)) for row in expected()]


@pytest.mark.parametrize("raw", [True, False])
@pytest.mark.parametrize("excel", [True, False])
def test_pandas(tmp_path: Path, raw: bool, excel: bool) -> None:
    """It tells no text without characters from null; the rest comes back."""
    pandas = pytest.importorskip("pandas", reason="there is no wheel of pandas here")
    file = written(tmp_path, raw=raw, excel=excel)
    texts = {column.name: "string" for column in COLUMNS if column.name not in {*DAYS, *NUMBERS}}
    frame = pandas.read_csv(
        file, encoding="utf-8-sig", dtype=texts, keep_default_na=False, na_values=[""], parse_dates=list(DAYS),
    )  # fmt: skip
    assert list(frame.columns) == [column.name for column in COLUMNS]
    assert all(str(frame[name].dtype).startswith("datetime64") for name in DAYS)
    cells = [[None if pandas.isna(v) else v for v in row] for row in frame.itertuples(index=False)]
    days = [[v.date() if isinstance(v, pandas.Timestamp) else v for v in row] for row in cells]
    assert days == [[None if v == "" else v if raw else guarded(v) for v in row] for row in expected()]
