"""JSON and JSON Lines: one object a row, days as YYYY-MM-DD, null as null, lists as lists."""

import json
from collections.abc import Iterator
from datetime import date
from typing import TextIO

from factbase.export.listing import Format, Listing


def write_objects(listing: Listing, stream: TextIO, *, output: Format) -> None:
    """A line each; JSON puts them between brackets, so that it too is written row by row."""
    if output is Format.JSONL:
        stream.writelines(f"{line}\n" for line in _lines(listing, output))
        return
    separator = "[\n"
    for line in _lines(listing, output):
        stream.write(separator + line)
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def _lines(listing: Listing, output: Format) -> Iterator[str]:
    columns = listing.columns(output)
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_iso).encode
    return (encode({c.name: c.cell(row) for c in columns}) for row in listing.rows)


def _iso(cell: date) -> str:
    return cell.isoformat()
