"""What a table and Markdown show of a row: few columns, some put together from several fields."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

from factbase.document import DateRange
from factbase.rows import ArticleRow, OrganisationRow, SpeakerRow, StanceRow, StatementRow, TopicRow

SHORT_ID = 10  # of a uid's 64 hexadecimal digits: unique up to about a million statements, and `show` takes them


def said(row: StatementRow) -> str | None:
    """2024-05-16, week of 2024-05-06, 2024-02, 2024, 2024-05-01 to 2024-05-17."""
    if row.said_from is None or row.said_to is None:
        return None
    match DateRange(row.said_from, row.said_to).precision:
        case "day":
            return row.said_from.isoformat()
        case "week":
            return f"week of {row.said_from}"
        case "month":
            return f"{row.said_from:%Y-%m}"
        case "year":
            return f"{row.said_from:%Y}"
        case _:
            return f"{row.said_from} to {row.said_to}"


def speaker(row: StatementRow) -> str | None:
    """The name, and the role as it was printed: Gabrielius Landsbergis, Foreign Minister; but military officials."""
    if row.speaker is None or row.role is None or row.role.lower() in row.speaker.lower():
        return row.speaker
    return f"{row.speaker}, {row.role}"


def position(row: StanceRow) -> str:
    """lean support; where the speaker moved, how: "oppose (reversal)"."""
    name = row.position.replace("_", " ")
    return f"{name} ({row.change})" if row.change and row.change != "same" else name


def article(row: StatementRow) -> str:
    """The outlet, else the title, else the name of the file."""
    return row.outlet or row.article_title or PurePath(row.article_source).name


def _statement_id(row: StatementRow) -> str:
    return row.row_id[:SHORT_ID]


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
        SpeakerRow: _fields("name", "kind", "country", "statements", "articles", "first_said", "last_said"),
        OrganisationRow: _fields("name", "kind", "country", "speakers", "statements"),
        ArticleRow: {
            "published": _published,
            **_fields("outlet"),
            "title": _title,
            **_fields("statements"),
        },
        TopicRow: _fields("slug", "proposition", "terms", "stances", "speakers"),
    }
)
