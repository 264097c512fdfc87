"""What can go wrong, each with a sentence that a user can act on.

FactbaseError
├── SourceError      a source cannot be read: it is skipped, the rest is kept
├── DatabaseError    no database there, an older schema, a broken connection
├── ModelError       the model file is missing or was made for other features
├── QueryError       a filter names what does not exist, or is ambiguous
├── JudgementError   a decision that cannot be made or undone
├── KnownSpeakerError  a list of known speakers, or a line of one, that cannot be taken in
└── TopicError       a topic that is not well formed
"""


class FactbaseError(Exception):
    """Its text is one sentence for the user."""


class SourceError(FactbaseError):
    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class DatabaseError(FactbaseError):
    pass


class ModelError(FactbaseError):
    pass


class QueryError(FactbaseError):
    pass


class JudgementError(FactbaseError):
    pass


class KnownSpeakerError(FactbaseError):
    pass


class TopicError(FactbaseError):
    pass
