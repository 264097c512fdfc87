"""Rows to tables, CSV, TSV, JSON, JSON Lines and Markdown, row by row."""

from typing import TextIO

from factbase.export.delimited import DELIMITERS, write_delimited
from factbase.export.listing import Format, Layout, Listing, listing
from factbase.export.markdown import write_markdown
from factbase.export.objects import write_objects
from factbase.export.table import write_table
from factbase.export.timeline import write_moves, write_timeline
from factbase.export.wide import wide

__all__ = ["Format", "Layout", "Listing", "listing", "wide", "write", "write_moves", "write_timeline"]


def write(listing: Listing, stream: TextIO, layout: Layout) -> None:
    """Write all rows to a text stream that leaves line ends alone (opened with `newline=""`)."""
    if layout.output is Format.TABLE:
        write_table(listing, stream, columns=layout.columns)
    elif layout.output is Format.MARKDOWN:
        write_markdown(listing, stream)
    elif layout.output in DELIMITERS:
        write_delimited(listing, stream, layout)
    else:
        write_objects(listing, stream, output=layout.output)
