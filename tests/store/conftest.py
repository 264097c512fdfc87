import pytest
from sqlalchemy import Engine

from factbase import store
from factbase.document import Method, Position, Stance, Topic
from factbase.store.judgements import Judgement, append
from factbase.store.kinds import Decision, Subject
from tests.store.examples import harbour

SALE = Topic("bridge-sale", "The city sells the harbour bridge", ("bridge", "sell"))


@pytest.fixture
def full(engine: Engine) -> Engine:
    """A row in every table."""
    with store.writing(engine) as session:
        run = store.start_run(session, program="0", model="hand", options={})
        saved = store.save_reading(session, harbour(), run=run)
        store.add_topic(session, SALE)
        stance = Stance(SALE.slug, Position.SUPPORT, 0.8, Method.RULE, "will sell")
        store.save_stances(session, saved.snapshot_id, [(1, stance)], topic_slug=SALE.slug, run=run)
        append(session, Judgement(Subject.STATEMENT, "0" * 32, Decision.ACCEPT, "Ana"))
    return engine
