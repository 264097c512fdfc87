"""What `write` writes, as one text."""

import io
from typing import Any

from factbase.export import Format, Layout, Listing, write


def printed(listing: Listing, output: Format, **options: Any) -> str:
    stream = io.StringIO(newline="")
    write(listing, stream, Layout(output, **options))
    return stream.getvalue()
