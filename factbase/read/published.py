"""Dates of publication: kept as precise as they are given, checked, never guessed."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from factbase.read.unreadable import Unreadable

EXTENDED = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
FIRST_NEWSPAPER = 1600  # earlier years are fillers: .NET writes 0001-01-01 for a date that was never set


def publication(value: str) -> str:
    """A date or a date and time as ISO 8601, unchanged if it is that already. Raises Unreadable.

    >>> publication("2024-05-17T21:00:00-04:00"), publication("20240517"), publication("Fri, 17 May 2024 21:00:00 GMT")
    ('2024-05-17T21:00:00-04:00', '2024-05-17', '2024-05-17T21:00:00+00:00')
    """
    value = value.strip()
    iso = _iso(value) or _mail(value)
    if iso is None:
        raise Unreadable(f"has the date of publication {value[:40]!r}, not one like 2024-05-17 or 2024-05-17T21:00:00Z")
    day = date.fromisoformat(iso[:10])
    if day > latest():
        raise Unreadable(f"has the date of publication {iso}, which is in the future")
    if day.year < FIRST_NEWSPAPER:
        raise Unreadable(f"has the date of publication {iso}, which is before there were newspapers")
    return iso


def latest() -> date:
    """Tomorrow in UTC: east of Greenwich a day begins up to 14 hours earlier."""
    return datetime.now(UTC).date() + timedelta(days=1)


def _iso(value: str) -> str | None:
    for kind in (date, datetime):
        try:
            parsed = kind.fromisoformat(value)
        except ValueError:
            continue
        return value if EXTENDED.match(value) else parsed.isoformat()
    return None


def _mail(value: str) -> str | None:
    """As feeds write it: "Fri, 17 May 2024 21:00:00 GMT"."""
    try:
        return parsedate_to_datetime(value).isoformat()
    except ValueError:
        return None
