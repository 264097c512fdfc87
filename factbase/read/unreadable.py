"""What a reader says of a source that it cannot read; the front page adds which source it was."""


class Unreadable(Exception):  # noqa: N818 - it never leaves this package: the front page turns it into a SourceError
    """Its text completes "PATH: ...": "is empty", "is a PDF document, not text"."""
