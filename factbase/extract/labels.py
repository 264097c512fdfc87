"""The network's labels, in the order of its outputs."""


def _bio(*names: str) -> tuple[str, ...]:
    return ("O", *(f"{prefix}-{name}" for name in names for prefix in "BI"))


ROLES = _bio("content", "source", "cue")
"""What a word piece is to one anchor."""

TAGS = _bio("content", "source", "cue")
"""What a word piece is to any attribution: helps the encoder while it is trained."""

ENTITIES = _bio("person", "organisation", "place", "other")

DISTANCES = (-128, -64, -32, -16, -8, -4, -2, -1, 0, 1, 2, 3, 5, 9, 17, 33, 65, 129)
"""Steps from the anchor, as the lower bounds of the buckets above the first."""

BACK = (1, 3, 6, 11, 21, 41, 81, 161)
"""Steps back from a pronoun, as the lower bounds of the buckets above the first."""
