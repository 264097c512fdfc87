"""Days on the command line."""

import re
from calendar import monthrange
from datetime import date, datetime

import click

DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Day(click.ParamType[date]):
    """2024-05-16; a month or a year stands for its first day, or with `last` for its last."""

    name = "date"

    def __init__(self, *, last: bool = False) -> None:
        self.last = last

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return self._day(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date like 2024-05-16, 2024-05 or 2024", param, ctx)

    def _day(self, words: str) -> date:
        found = DAY.fullmatch(words)
        if found is None:
            raise ValueError(words)
        year, month, day = found.groups()
        first = date(int(year), int(month or (12 if self.last else 1)), 1)
        return first.replace(day=int(day or (monthrange(first.year, first.month)[1] if self.last else 1)))


class Published(click.ParamType[str]):
    """2024-05-17 or 2024-05-17T21:00:00-04:00."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date like 2024-05-17 or 2024-05-17T21:00:00Z", param, ctx)
        return str(value)
