"""A table in Markdown as GitHub, pandoc and most editors render it."""

import re
from typing import TextIO

from factbase.export.listing import Format, Listing
from factbase.export.plain import shown

MARKS = re.compile(r"([\\`*_\[\]<>|~&$])")  # what would be read as emphasis, link, HTML, entity, mathematics or cell
WEB_ADDRESS = re.compile(r"https?://[^\s<>]+")


def write_markdown(listing: Listing, stream: TextIO) -> None:
    columns = listing.columns(Format.MARKDOWN)
    stream.write(_line([c.name for c in columns]))
    stream.write(f"|{'|'.join('---' for _ in columns)}|\n")
    stream.writelines(_line([shown(c.cell(row)) for c in columns]) for row in listing.rows)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _cell(text: str) -> str:
    """Literal text; an address as a link, inside which a backslash would be part of it."""
    if WEB_ADDRESS.fullmatch(text):
        return f"<{text.replace('|', '%7C')}>"
    return MARKS.sub(r"\\\1", text)
