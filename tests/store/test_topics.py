"""Topics, and stances of machines and people."""

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import Session

from factbase import store
from factbase.document import Method, Position, Stance, Topic
from factbase.errors import FactbaseError, QueryError, TopicError
from factbase.store import tables as t
from factbase.store.judgements import Judgement, append
from factbase.store.kinds import Decision, Subject
from tests.store.conftest import SALE


def stance(position: Position) -> Stance:
    return Stance(SALE.slug, position, 0.7, Method.MODEL, "words", "if it rains")


def test_topics_come_by_slug(engine: Engine) -> None:
    other = Topic("abc", "The alphabet has an order")
    with store.writing(engine) as session:
        store.add_topic(session, SALE)
        store.add_topic(session, other)
        store.add_topic(session, SALE)
    with store.reading(engine) as session:
        assert store.topics(session) == [other, SALE]
        assert store.topic(session, "abc") == other


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        (Topic("Bridge Sale", "The city sells"), "'Bridge Sale' is no slug"),
        (Topic("bridge-", "The city sells"), "is no slug"),
        (Topic("bridge", " "), "needs a proposition"),
        (
            Topic(SALE.slug, "The city keeps the harbour bridge"),
            "already with other words: `factbase topic set bridge-",
        ),
        (Topic("bridge", "The city sells", ("bridge", '"toll')), "'\"toll' is no search term"),
    ],
)
def test_topics_that_are_refused(full: Engine, topic: Topic, told: str) -> None:
    with pytest.raises(TopicError, match=told), store.writing(full) as session:
        store.add_topic(session, topic)


def by_hand(session: Session, position: Position | None) -> None:
    """A person's position on the statement that the machine placed."""
    connection = session.connection()
    machine = connection.execute(sa.select(t.stance)).one()._asdict()
    del machine["id"]
    values = {"method": Method.PERSON, "position": position, "stands": position is not None}
    connection.execute(sa.insert(t.stance).values(machine | values))


def test_a_changed_topic_keeps_the_positions_of_people_alone(full: Engine) -> None:
    changed = Topic(SALE.slug, "The city sells the bridge to a company", ("bridge", "compan*", "-toll"))
    with store.writing(full) as session:
        assert store.set_topic(session, SALE) == 0
        by_hand(session, Position.OPPOSE)
        assert store.set_topic(session, SALE) == 1
        assert session.connection().scalar(sa.select(sa.func.count()).select_from(t.stance)) == 2
        assert store.set_topic(session, changed) == 1
    with store.reading(full) as session:
        assert store.topic(session, SALE.slug) == changed
        left = session.connection().execute(sa.select(t.stance.c.method, t.stance.c.position)).all()
    assert [tuple(row) for row in left] == [(Method.PERSON, Position.OPPOSE)]


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        (Topic("nothing", "It is so"), "There is no topic nothing"),
        (Topic(SALE.slug, ""), "needs a proposition"),
        (Topic(SALE.slug, "The city sells", ("-",)), "'-' is no search term"),
    ],
)
def test_changes_that_are_refused(full: Engine, topic: Topic, told: str) -> None:
    with pytest.raises(FactbaseError, match=told), store.writing(full) as session:
        store.set_topic(session, topic)


def test_removing_a_topic_removes_its_stances(full: Engine) -> None:
    with store.writing(full) as session:
        store.remove_topic(session, SALE.slug)
    with store.reading(full) as session:
        assert store.topics(session) == []
        assert session.connection().scalar(sa.select(sa.func.count()).select_from(t.stance)) == 0
        with pytest.raises(QueryError, match="There is no topic bridge-sale"):
            store.topic(session, SALE.slug)
        with pytest.raises(QueryError, match="There is no topic bridge-sale"):
            store.remove_topic(session, SALE.slug)


def test_the_machine_replaces_its_own_stances(full: Engine) -> None:
    with store.writing(full) as session:
        found = [(0, stance(Position.OPPOSE)), (2, stance(Position.OPEN))]
        assert store.save_stances(session, 1, found, topic_slug=SALE.slug, run=1) == 2
    with store.reading(full) as session:
        wanted = sa.select(t.statement.c.place, t.stance.c.position, t.stance.c.condition, t.stance.c.words)
        rows = session.connection().execute(
            wanted.select_from(t.stance.join(t.statement)).order_by(t.statement.c.place)
        )
        assert [tuple(row) for row in rows] == [
            (0, Position.OPPOSE, "if it rains", "words"),
            (2, Position.OPEN, "if it rains", "words"),
        ]


def test_a_persons_stance_stays_and_overrules(full: Engine) -> None:
    with store.writing(full) as session:
        connection = session.connection()
        by_hand(session, None)
        store.save_stances(session, 1, [(1, stance(Position.OPPOSE))], topic_slug=SALE.slug, run=1)
        rows = connection.execute(sa.select(t.stance).order_by(t.stance.c.method)).all()
    assert [(row.method, row.position, row.stands) for row in rows] == [
        (Method.MODEL, Position.OPPOSE, False),
        (Method.PERSON, None, False),
    ]


def test_judgements_are_appended(engine: Engine) -> None:
    renamed = Judgement(Subject.SPEAKER, "a" * 32, Decision.RENAME, "Ana", {"name": "Inés Okafor"}, "as she writes it")
    with store.writing(engine) as session:
        assert [append(session, renamed), append(session, renamed)] == [1, 2]
        row = session.connection().execute(sa.select(t.judgement)).first()
    assert row is not None
    assert (row.subject, row.decision, row.by, row.value, row.note, row.undone_at) == (
        Subject.SPEAKER, Decision.RENAME, "Ana", {"name": "Inés Okafor"}, "as she writes it", None
    )  # fmt: skip
    assert row.at.tzinfo is not None
