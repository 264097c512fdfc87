"""What a table and Markdown show of a row: few columns, some put together from several fields."""

from collections.abc import Callable, Mapping
from datetime import date
from operator import attrgetter
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

from factbase.document import DateRange
from factbase.rows import (
    ArticleRow,
    DecisionRow,
    DifferenceRow,
    JudgementRow,
    OrganisationRow,
    PairRow,
    SpeakerRow,
    StanceRow,
    StatementRow,
    SuggestionRow,
    TimelineRow,
    TopicRow,
)

SHORT_ID = 10  # of a uid's 64 hexadecimal digits: unique up to about a million statements, and `show` takes them


def said(row: StatementRow) -> str | None:
    return days(row.said_from, row.said_to)


def days(first: date | None, last: date | None) -> str | None:
    """2024-05-16, week of 2024-05-06, 2024-02, 2024, 2024-05-01 to 2024-05-17."""
    if first is None or last is None:
        return None
    match DateRange(first, last).precision:
        case "day":
            return first.isoformat()
        case "week":
            return f"week of {first}"
        case "month":
            return f"{first:%Y-%m}"
        case "year":
            return f"{first:%Y}"
        case _:
            return f"{first} to {last}"


def speaker(row: StatementRow) -> str | None:
    """The name, and the role as it was printed: Gabrielius Landsbergis, Foreign Minister; but military officials.

    Where people say that it is another than was found: Ines Okafor (found as Inès Okafour), Mayor.
    """
    if row.speaker is None:
        return None
    name = _as_found(row.speaker, row.found_as)
    return name if row.role is None or row.role.lower() in row.speaker.lower() else f"{name}, {row.role}"


def decided(row: JudgementRow) -> str:
    """merge Inès Okafour into Ines Okafor; rename Okafor to Ines Okafor; set kind government of Kremlin."""
    match row.decision:
        case "merge":
            return f"merge {row.speaker} into {row.value}"
        case "split":
            noun = "statement" if len(row.statements) == 1 else "statements"
            return f"split {row.value} off {row.speaker}: {len(row.statements):,} {noun}"
        case "rename":
            return f"rename {row.speaker} to {row.value}"
        case "alias":
            return f"call {row.speaker} also {row.value}"
        case _:
            return f"set {row.value} of {row.speaker}"


def position(row: StanceRow) -> str:
    """lean support; where the speaker moved, how: "oppose (reversal)"."""
    name = row.position.replace("_", " ")
    return f"{name} ({row.change})" if row.change and row.change != "same" else name


def article(row: StatementRow) -> str:
    """The outlet, else the title, else the name of the file."""
    return row.outlet or row.article_title or PurePath(row.article_source).name


def _as_found(name: str, found_as: str | None) -> str:
    return f"{name} (found as {found_as})" if found_as else name


def _speaker_name(row: SpeakerRow) -> str:
    return _as_found(row.name, ", ".join(row.found_as))


def _speaker_id(row: SpeakerRow | PairRow) -> str:
    return row.speaker_id[:SHORT_ID]


def _on(row: JudgementRow | DecisionRow) -> str:
    return row.at[:10]


def _undone(row: JudgementRow | DecisionRow) -> str | None:
    return row.undone_at and f"{row.undone_at[:10]} by {row.undone_by}"


def _said_before(row: TimelineRow) -> str | None:
    return days(row.previous_said_from, row.previous_said_to)


def _statement_id(row: StatementRow) -> str:
    return row.row_id[:SHORT_ID]


def _judged_id(row: DecisionRow | DifferenceRow) -> str:
    return row.statement_id[:SHORT_ID]


def _decision(row: DecisionRow) -> str:
    """accept; set speaker Ana Kovač, said 2024-05-16."""
    return f"{row.decision} {row.decided}" if row.decided else row.decision


def _other_id(row: PairRow) -> str:
    return row.other_id[:SHORT_ID]


def _published(row: StatementRow | ArticleRow) -> str | None:
    return row.published[:10] if row.published else None


def _title(row: ArticleRow) -> str:
    return row.title or row.article_source


def _fields(*names: str) -> dict[str, Callable[[Any], Any]]:
    return {name: attrgetter(name) for name in names}


READING: Mapping[type, Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        StatementRow: {
            "id": _statement_id,
            "said": said,
            "speaker": speaker,
            "quote": attrgetter("quote"),
            "article": article,
        },
        StanceRow: {
            "topic": attrgetter("topic"),
            "said": said,
            "speaker": speaker,
            "position": position,
            "quote": attrgetter("quote"),
            "article": article,
        },
        TimelineRow: {
            "speaker": speaker,
            "said before": _said_before,
            "position before": lambda row: row.previous_position and row.previous_position.replace("_", " "),
            "quote before": attrgetter("previous_quote"),
            "said": said,
            "position": position,
            "quote": attrgetter("quote"),
        },
        SpeakerRow: {
            "id": _speaker_id,
            "name": _speaker_name,
            **_fields("kind", "country", "statements", "articles", "first_said", "last_said"),
        },
        JudgementRow: {
            **_fields("judgement"),
            "on": _on,
            **_fields("by"),
            "decided": decided,
            **_fields("note"),
            "undone": _undone,
        },
        DecisionRow: {
            **_fields("judgement"),
            "on": _on,
            **_fields("by"),
            "statement": _judged_id,
            "decided": _decision,
            **_fields("quote", "note"),
            "undone": _undone,
        },
        DifferenceRow: {"statement": _judged_id, **_fields("what", "stands", "machine")},
        PairRow: {
            "id": _speaker_id,
            **_fields("speaker"),
            "other_id": _other_id,
            **_fields("other", "kind", "score", "reason"),
        },
        OrganisationRow: _fields("name", "kind", "country", "speakers", "statements"),
        ArticleRow: {
            "published": _published,
            **_fields("outlet"),
            "title": _title,
            **_fields("statements"),
        },
        SuggestionRow: {
            **_fields("slug", "proposition", "terms", "speakers", "articles", "statements"),
            "examples": lambda row: tuple(example[:SHORT_ID] for example in row.examples),
        },
        TopicRow: _fields("slug", "proposition", "terms", "stances", "speakers"),
    }
)
