"""Numbers in sentences."""


def many(count: int, noun: str) -> str:
    """1 statement, 1,204 statements."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
