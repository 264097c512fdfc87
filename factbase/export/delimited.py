"""CSV and TSV as RFC 4180 has them: CRLF, cells in quotation marks where they must be, nothing for null."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TextIO

from factbase.export.listing import Cell, Format, Layout, Listing
from factbase.export.plain import listed

BOM = "\ufeff"
DELIMITERS = {Format.CSV: ",", Format.TSV: "\t"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
IN_QUOTES = {output: re.compile(rf'[{delimiter}"\r\n]') for output, delimiter in DELIMITERS.items()}
EMPTY = '""'


def write_delimited(listing: Listing, stream: TextIO, layout: Layout) -> None:
    """One header and one line a row, in constant memory."""
    columns = listing.columns(layout.output)
    if layout.excel:
        stream.write(BOM)
    stream.write(_line((c.name for c in columns), layout))
    stream.writelines(_line((c.cell(row) for c in columns), layout) for row in listing.rows)


def _line(cells: Iterable[Cell], layout: Layout) -> str:
    line = DELIMITERS[layout.output].join(_printed(cell, layout) for cell in cells)
    return f"{line or EMPTY}\r\n"  # a row of one null: readers skip a line without characters


def _printed(cell: Cell, layout: Layout) -> str:
    """A cell as the file has it. Null is nothing, a text without characters two quotation marks: csv.writer, of
    Python 3.11, prints both alike."""
    match cell:
        case None | ():
            return ""
        case str():
            return _text(cell, layout)
        case tuple():
            return _text("; ".join(listed(cell)), layout)
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def _text(text: str, layout: Layout) -> str:
    """Text that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection)."""
    safe = f"'{text}" if text.startswith(FORMULA) and not layout.raw else text
    if not safe:
        return EMPTY
    return '"' + safe.replace('"', '""') + '"' if IN_QUOTES[layout.output].search(safe) else safe
