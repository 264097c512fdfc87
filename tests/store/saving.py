"""A process that saves a series of articles into a database, and prints the number of each when it is in.

    python -m tests.store.saving URL [backwards]

The articles are always the same: four statements each, by speakers that occur again and again in both orders.
"""

import sys
from collections.abc import Iterable

from factbase import store
from factbase.document import Document, Method, Position, Reading, Speaker, Stance
from tests.store.conftest import SALE
from tests.store.examples import GOVERNMENT, PERSON, UNNAMED, says

ARTICLES = 40
PEOPLE = [Speaker(f"Ada Roth {n}", PERSON, organisation=f"Party {n % 3}") for n in range(5)]
MINISTRY = Speaker("Ministry of Transport", GOVERNMENT, country="SWE")


def article(number: int) -> Reading:
    text = f"Article {number}. One is red. Two are blue. Three are green. Four are gone."
    people = PEOPLE if number % 2 else PEOPLE[::-1]
    first, second = people[number % 4], people[number % 4 + 1]
    found = (
        says(text, "red", first),
        says(text, "blue", second),
        says(text, "green", MINISTRY, quoted_in=1),
        says(text, "gone", Speaker("a clerk", UNNAMED)),
    )
    return Reading(Document(f"{number}", text, f"news/{number}.txt", "0" * 64, "text 1", outlet="The Sundial"), found)


def save_all(url: str, numbers: Iterable[int] = range(ARTICLES)) -> None:
    engine = store.open_engine(url)
    store.prepare(engine)
    with store.writing(engine) as session:
        run = store.start_run(session, program="0", model="hand", options={})
        store.add_topic(session, SALE)
    for number in numbers:
        with store.writing(engine) as session:
            saved = store.save_reading(session, article(number), run=run)
            stance = Stance(SALE.slug, Position.OPEN, 0.5, Method.RULE)
            store.save_stances(session, saved.snapshot_id, [(0, stance)], topic_slug=SALE.slug, run=run)
        print(number, flush=True)  # noqa: T201  the parent reads it
    engine.dispose()


if __name__ == "__main__":
    save_all(sys.argv[1], range(ARTICLES) if len(sys.argv) == 2 else range(ARTICLES - 1, -1, -1))
