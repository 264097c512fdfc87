"""What each column of the CSV holds, in the terms of Table Schema (Frictionless Data): for people and for programs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from factbase.document import Act, Method, Position, QuoteKind, SpeakerKind


@dataclass(frozen=True, slots=True)
class Field:
    description: str
    type: str = "string"
    constraints: Mapping[str, Any] = field(default_factory=dict)

    def descriptor(self, name: str) -> dict[str, Any]:
        """As a schema has it."""
        told = {"name": name, "type": self.type, "format": "default", "description": self.description}
        return told | ({"constraints": dict(self.constraints)} if self.constraints else {})


def _always(description: str, type_: str = "string", **constraints: Any) -> Field:
    return Field(description, type_, {"required": True, **constraints})


def _one_of(values: Iterable[str], description: str, *, required: bool = False) -> Field:
    named = [str(value) for value in values]
    return Field(description, "string", {"required": True, "enum": named} if required else {"enum": named})


FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "row_id": _always(
            "The statement, the same on every machine; on a stance timeline followed by a colon and the topic.",
            unique=True,
        ),
        "said_date": Field("The day it was said, only if that is known to the day.", "date"),
        "said_from": Field("The first day on which it may have been said.", "date"),
        "said_to": Field("The last day on which it may have been said.", "date"),
        "date_precision": _one_of(
            ("day", "week", "month", "year", "other"), "How exactly the day is known; empty if it is not known at all."
        ),
        "published": Field("The day the article was published.", "date"),
        "speaker_id": Field("Who says it, under one id whatever name the article uses."),
        "speaker": Field("The speaker's name; empty if it could not be told."),
        "speaker_kind": _one_of(SpeakerKind, "What the speaker is."),
        "role": Field("The speaker's role, as the article prints it."),
        "organisation": Field("The organisation or state that the speaker is said to speak for."),
        "country": Field("The speaker's country, ISO 3166-1 alpha-3.", "string", {"pattern": "[A-Z]{3}"}),
        "topic": _always("The short name of the proposition."),
        "proposition": _always("The sentence that the position is on."),
        "position": _one_of(Position, "Where the statement stands on the proposition.", required=True),
        "score": _always("The position in numbers, -2 (oppose) to 2 (support).", "integer", minimum=-2, maximum=2),
        "previous_position": _one_of(Position, "The speaker's position on this topic before; empty for the first."),
        "change": _one_of(
            ("reversal", "support", "hedge", "same"),
            "From the previous position: reversal (to the other side), support (up), hedge (down) or same.",
        ),
        "condition": Field("The words that the position depends on."),
        "confidence": _always(
            "How likely the row is right: for a stance its position, for a statement its words and speaker.",
            "number", minimum=0, maximum=1,
        ),
        "quote": _always("The words, as the article has them; pieces are joined by …"),
        "quote_kind": _one_of(QuoteKind, "Quoted, paraphrased, or both.", required=True),
        "act": _one_of(Act, "What kind of speech it is, after CAMEO's verbal codes.", required=True),
        "reported_by": Field("Who reports it inside the article: the speaker of the statement that it is quoted in."),
        "outlet": Field("The publisher of the article."),
        "article_title": Field("The title of the article."),
        "article_url": Field("The address of the article."),
        "start": _always("Where the words begin in the article's text, in Unicode code points.", "integer", minimum=0),
        "end": _always("Where the words end, the first code point after them.", "integer", minimum=0),
        "text_sha256": _always("The SHA-256 of the article's text in UTF-8.", pattern="[0-9a-f]{64}"),
        "method": _one_of(Method, "What decided the position.", required=True),
        "review": _one_of(("accepted", "corrected"), "What a person decided on it; empty if none has looked."),
        "reviewed_by": Field("Who decided that."),
        "spans": _always("Every piece of the words: 120-130; 133-143."),
        "article_source": _always("The file or address that the article was read from."),
        "found_as": Field("The speaker's name before people decided otherwise; empty where they did not."),
    }
)  # fmt: skip
"""Of statements and stances; every column that `--columns` can ask for."""
