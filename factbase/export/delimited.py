"""CSV and TSV as RFC 4180 has them: CRLF, cells in quotation marks where they must be, nothing for null."""

import csv
from datetime import date
from typing import TextIO

from factbase.export.listing import Cell, Format, Layout, Listing
from factbase.export.plain import listed

BOM = "\ufeff"
DELIMITERS = {Format.CSV: ",", Format.TSV: "\t"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_delimited(listing: Listing, stream: TextIO, layout: Layout) -> None:
    """One header and one line a row, in constant memory."""
    columns = listing.columns(layout.output)
    if layout.excel:
        stream.write(BOM)
    writer = csv.writer(stream, delimiter=DELIMITERS[layout.output], lineterminator="\r\n")
    writer.writerow([_plain(c.name, raw=layout.raw) for c in columns])
    writer.writerows([_plain(c.cell(row), raw=layout.raw) for c in columns] for row in listing.rows)


def _plain(cell: Cell, *, raw: bool) -> str | int | float | None:
    """A cell as the file has it. Text that a spreadsheet would run as a formula gets a leading apostrophe
    (OWASP, CSV injection); numbers never do: -2 stays -2."""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, tuple):
        cell = "; ".join(listed(cell))
    if isinstance(cell, str) and not raw and cell.startswith(FORMULA):
        return f"'{cell}"
    return cell
