"""The example at the end of every command's help, which a test runs."""

HEAD = "\b\nExample:\n"


def example(*lines: str) -> str:
    """What click prints below the options, lines as they are: example("factbase ingest articles/")."""
    return HEAD + "\n".join(f"  {line}" for line in lines)
