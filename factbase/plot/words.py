"""The words around the picture, and those that it says to who cannot see it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from factbase.document import Method, Position
from factbase.export.reading import article, said
from factbase.plot.lanes import MOST_LANES, UNKNOWN, Lane, Mark
from factbase.rows import StanceRow

OUTLETS = 3


def named(position: Position) -> str:
    return position.replace("_", " ")


def subtitle(rows: Sequence[StanceRow], speakers: int) -> str:
    """12 statements by 7 speakers, 1 February 2024 to 16 May 2024"""
    days = {day for row in rows for day in (row.said_from, row.said_to) if day}
    when = " to ".join(_day(day) for day in (min(days), max(days))[: len(days)]) if days else "not dated"
    return f"{many(len(rows), 'statement')} by {many(speakers, 'speaker')}, {when}"


def source(rows: Sequence[StanceRow]) -> str:
    """Source: The Courier, The Herald, The Star and 2 more (7 articles)."""
    outlets = [name for name, _ in Counter(article(row) for row in rows).most_common()]
    listed = ", ".join(outlets[:OUTLETS]) + (f" and {len(outlets) - OUTLETS} more" if len(outlets) > OUTLETS else "")
    return f"Source: {listed} ({many(len({row.text_sha256 for row in rows}), 'article')})."


def notes(rows: Sequence[StanceRow], speakers: int) -> str:
    """Positions read by machine, 3 of 12 checked by a person. Made with factbase."""
    more = speakers - MOST_LANES
    left_out = (
        f"Shown are the {MOST_LANES} speakers with the most statements; {more} more are not. " if more > 0 else ""
    )
    checked = sum(row.review is not None or row.method is Method.PERSON for row in rows)
    by_hand = f"{checked:,} of {len(rows):,} checked by a person" if checked else "none checked by a person"
    return f"{left_out}Positions read by machine, {by_hand}. Made with factbase."


def tip(mark: Mark) -> str:
    """Ana Kovač, 2024-05-16, oppose: “We will not send anyone” (The Courier); of several statements a line each."""
    first = mark.rows[0]
    head = f"{first.speaker or UNKNOWN}, {said(first) or 'not dated'}, {named(mark.position)}:"
    quotes = [f"“{row.quote}” ({article(row)})" for row in mark.rows]
    return f"{head} {quotes[0]}" if len(quotes) == 1 else "\n".join((head, *quotes))


def description(lanes: Sequence[Lane]) -> str:
    """Speakers from support to opposition, each with the latest position: Ana Kovač: oppose (2 statements); ..."""
    each = (f"{lane.name}: {named(lane.latest)} ({many(lane.statements, 'statement')})" for lane in lanes)
    return f"Speakers from support to opposition, each with the latest position: {'; '.join(each)}."


def many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _day(day: date) -> str:
    """16 May 2024, in English on every machine."""
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"
