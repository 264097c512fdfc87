"""Letters of one breadth, for what is arithmetic."""


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """A tenth of an inch a letter at 10 points, an eighth if bold."""
    return len(text) * size / (80 if bold else 100)
