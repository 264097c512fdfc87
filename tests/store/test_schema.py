"""Making, upgrading and checking the schema, on both engines."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine

from alembic import command
from factbase import store
from factbase.document import Document, KnownSpeaker, Method, Position, Reading, Speaker, SpeakerKind, Stance
from factbase.errors import DatabaseError
from factbase.store import identity, schema
from factbase.store import tables as t
from tests.query.conftest import save as save_archive
from tests.store.conftest import SALE
from tests.store.deciding import NONE, by, content, decide, position, said, undo
from tests.store.dump import dump
from tests.store.examples import MONDAY, PERSON, harbour, says
from tests.store.test_save import column, save

CHECKOUT = Path(__file__).parents[2]
LINKING = "0005"


@pytest.fixture
def url(own_url: str) -> str:
    return own_url


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch, url: str) -> Config:
    """As `alembic` has it at the top of the checkout."""
    monkeypatch.setenv("FACTBASE_DATABASE_URL", url)
    return Config(CHECKOUT / "alembic.ini")


def test_prepare_makes_the_schema_once(empty_url: str) -> None:
    engine = store.open_engine(empty_url)
    store.prepare(engine)
    store.prepare(engine)
    assert set(t.METADATA.tables) < set(sa.inspect(engine).get_table_names())
    store.upgrade(engine)
    engine.dispose()


def test_prepare_does_not_import_alembic(url: str) -> None:
    """Of a current database: 0.4 s on every command."""
    program = (
        "import sys; from factbase import store; store.prepare(store.open_engine(sys.argv[1])); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, url], check=True, capture_output=True, text=True)
    assert "factbase.store.schema" in done.stdout
    assert "alembic" not in done.stdout


def test_the_revisions_are_those_of_the_migrations() -> None:
    names = sorted(path.stem.partition("_")[0] for path in (schema.migrations() / "versions").glob("*.py"))
    assert tuple(names) == schema.REVISIONS


@pytest.mark.parametrize(
    ("revision", "told"),
    [("0000", "older schema; run `factbase db upgrade`"), ("zzzz", "made by a newer factbase")],
)
def test_prepare_refuses_another_schema(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, revision: str, told: str
) -> None:
    monkeypatch.setattr(schema, "REVISIONS", ("0000", *schema.REVISIONS))
    with engine.begin() as connection:
        connection.execute(sa.text(f"UPDATE alembic_version SET version_num = '{revision}'"))
    with pytest.raises(DatabaseError, match=told):
        store.prepare(engine)


def test_upgrade_refuses_what_it_does_not_know(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = 'zzzz'"))
    with pytest.raises(DatabaseError, match="schema zzzz is not known"):
        store.upgrade(engine)


@pytest.mark.parametrize("table", ["photos", "alembic_version"])
def test_prepare_refuses_the_database_of_another_program(empty_url: str, table: str) -> None:
    engine = store.open_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(sa.text(f"CREATE TABLE {table} (version_num TEXT)"))
        connection.execute(sa.text("CREATE TABLE photos_too (id INTEGER)"))
    with pytest.raises(DatabaseError, match="tables of another program"):
        store.prepare(engine)
    engine.dispose()


def test_models_and_migrations_agree(config: Config) -> None:
    command.check(config)


def test_a_missing_table_is_noticed(config: Config, engine: Engine) -> None:
    """That `check` can fail: it leaves out only what search adds."""
    with engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE judgement"))
    with pytest.raises(CommandError, match="New upgrade operations detected"):
        command.check(config)


def test_down_and_up_with_data(config: Config, engine: Engine) -> None:
    save(engine, harbour())
    before = dump(engine)
    command.downgrade(config, "base")
    left = {name for name in sa.inspect(engine).get_table_names() if name != "alembic_version"}
    assert left == set()
    command.upgrade(config, "head")
    save(engine, harbour())
    assert dump(engine) == before


def test_decisions_on_speakers_outlive_a_downgrade(config: Config, engine: Engine) -> None:
    """The older schema has what was found; the judgements bring the rest back."""
    save(engine, harbour())
    found = _speakers(engine)
    with store.writing(engine) as session:
        uids = {row.name: row.uid for row in found}
        store.rename(session, uids["Ines Okafor"], "Ada Lind", by="Ana")
        store.alias(session, uids["Ines Okafor"], "Lind", by="Ana")
        store.set_facts(session, uids["The Daily Crane"], {"kind": "person", "country": "SWE"}, by="Ana")
        store.merge(session, uids["Ines Okafor"], uids["The Daily Crane"], by="Ana")
    before = dump(engine)
    command.downgrade(config, "0001")
    assert [(row.name, row.kind, row.country) for row in _speakers(engine)] == [
        (row.name, row.kind, row.country) for row in found
    ]
    command.upgrade(config, "head")
    with store.writing(engine) as session:
        identity.stand_all(session.connection())
    assert dump(engine) == before


def _speakers(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(sa.text("SELECT uid, name, kind, country FROM speaker ORDER BY id")))


def test_decisions_on_statements_survive_a_schema_that_has_no_room_for_them(config: Config, engine: Engine) -> None:
    """There the statements are as the machine read them; an upgrade lays over them again what was decided."""
    with store.writing(engine) as session:
        save_archive(session)
    undecided = dump(engine)["statement"]
    words = "We will sell it in May"
    decide(
        engine,
        by(words, "Ada Roth"),
        said(words, "2025-01-01"),
        by("a subsidy", NONE),
        said("the bridge is too dear to keep", None),
        position(words, SALE.slug, None),
        content(words, "We will", "in May"),
    )
    before = dump(engine)
    command.downgrade(config, "0002")
    with engine.connect() as connection:
        names = sorted({column.name for column in t.statement.c} - {"machine", "review", "reviewed_by"})
        rows = connection.execute(sa.select(*(t.statement.c[name] for name in names))).all()
        assert words in {row.content for row in rows}
        assert {(row.speaker_how, row.said_words) for row in rows if row.content == words} == {("name", None)}
    store.upgrade(engine)
    assert dump(engine) == before
    undo(engine, *range(6, 0, -1))
    assert dump(engine)["statement"] == undecided


def test_the_timelines_of_an_older_database(config: Config, full: Engine) -> None:
    """The migration works out what saving works out, of stances with and without a day and an institution."""
    ernst = Speaker("Jo Ernst", SpeakerKind.PERSON, role="press secretary", organisation="City of Lund")
    text = "We sell it. We do not."
    found = (says(text, "We sell it", ernst, said=MONDAY), says(text, "We do not", ernst))
    reading = Reading(Document("b", text, "b.txt", "0" * 64, "text 1"), found)
    with store.writing(full) as session:
        saved = store.save_reading(session, reading, run=1)
        placed = [(i, Stance(SALE.slug, Position.SUPPORT, 0.8, Method.RULE)) for i in range(2)]
        store.save_stances(session, saved.snapshot_id, placed, topic_slug=SALE.slug, run=1)
    before = dump(full)
    with full.connect() as connection:
        rows = connection.execute(sa.select(t.stance.c.institution_id.is_not(None), t.stance.c.said_to)).all()
    assert sorted(rows, key=str) == [(False, None), (True, None), (True, MONDAY.range and MONDAY.range.end)]
    older = ScriptDirectory.from_config(config).get_revision("0004").down_revision
    command.downgrade(config, str(older))
    assert "said_to" not in {column["name"] for column in sa.inspect(full).get_columns("stance")}
    command.upgrade(config, "head")
    assert dump(full) == before
    command.check(config)


def test_linking_comes_and_goes_with_data(config: Config, engine: Engine) -> None:
    """What people told of affiliations goes with the columns that hold it, where statements show the same."""
    save(engine, harbour())
    with store.writing(engine) as session:
        store.begin_import(session)
        for since in (date(2020, 1, 1), date(2024, 1, 1), None):
            told = KnownSpeaker(name="Ines Okafor", kind=PERSON, role="Mayor", organisation="City of Lund", since=since)
            store.save_known(session, told)
    assert len(column(engine, t.affiliation.c.id)) == 4
    before = [column(engine, c) for c in (t.affiliation.c.since, t.affiliation.c.until, t.speaker_name.c.block)]
    earlier = ScriptDirectory.from_config(config).get_revision(LINKING).down_revision
    assert isinstance(earlier, str)
    command.downgrade(config, earlier)
    command.upgrade(config, "head")
    after = [column(engine, c) for c in (t.affiliation.c.since, t.affiliation.c.until, t.speaker_name.c.block)]
    assert after == [before[0][:1], before[1][:1], before[2]]
    assert column(engine, t.speaker_name.c.given) == [False] * len(before[2])
    assert store.check(engine) == []


def test_alembic_by_hand_makes_the_default_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("FACTBASE_DATABASE_URL", raising=False)
    command.upgrade(Config(CHECKOUT / "alembic.ini"), "head")
    engine = store.open_engine(store.default_url())
    assert store.info(engine).schema == schema.REVISIONS[-1]
    engine.dispose()


def test_info(engine: Engine, dialect: str) -> None:
    save(engine, harbour())
    found = store.info(engine)
    assert found.place.endswith(("factbase.db", *("_0123456789")))
    assert found.engine.lower().startswith(dialect)
    assert found.schema == schema.REVISIONS[-1]
    assert found.bytes > 100_000
    assert found.counts["statement"] == 6
    assert found.counts["stance"] == 0


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_backup(engine: Engine, tmp_path: Path) -> None:
    save(engine, harbour())
    store.backup(engine, tmp_path / "copy.db")
    copy = store.open_engine(f"sqlite:///{tmp_path}/copy.db")
    store.prepare(copy)
    assert dump(copy) == dump(engine)
    copy.dispose()
    with pytest.raises(DatabaseError, match=r"copy\.db: there is a file already"):
        store.backup(engine, tmp_path / "copy.db")


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
def test_backup_of_postgresql_is_its_own_affair(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="pg_dump"):
        store.backup(engine, tmp_path / "copy.db")


def test_check_finds_wrong_tallies(engine: Engine) -> None:
    save(engine, harbour())
    assert store.check(engine) == []
    with engine.begin() as connection:
        connection.execute(sa.update(t.organisation).where(t.organisation.c.key == "city of lund").values(speakers=3))
    assert store.check(engine) == ["The tally of City of Lund is not what counting gives."]


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_check_finds_broken_links(engine: Engine) -> None:
    save(engine, harbour())
    with engine.connect() as connection:
        connection.execute(sa.text("COMMIT"))
        connection.execute(sa.text("PRAGMA foreign_keys = OFF"))
        connection.execute(sa.text("BEGIN"))
        connection.execute(sa.delete(t.run))
        connection.commit()
    assert len(store.check(engine)) == 6
    assert "of statement names a row of run that is not there" in store.check(engine)[0]


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("speaker", {"kind": "robot"}),
        ("speaker", {"canonical_id": 1}),
        ("organisation", {"kind": "club"}),
        ("statement", {"kind": "shouted"}),
        ("statement", {"act": "sing"}),
        ("statement", {"speaker_kind": None}),
        ("statement", {"speaker_id": 99}),
        ("statement", {"speaker_kind": "person"}),
        ("statement", {"start": -1}),
        ("statement", {"end": 0}),
        ("statement", {"said_from": "2025-04-01"}),
        ("statement", {"said_to": None}),
        ("statement", {"confidence": 1.5}),
        ("statement", {"review": "maybe"}),
        ("statement", {"run_id": 99}),
        ("snapshot", {"article_id": 99}),
        ("topic", {"slug": None}),
        ("stance", {"position": "maybe"}),
        ("stance", {"position": None}),
        ("stance", {"method": "guess"}),
        ("stance", {"topic_id": 99}),
        ("judgement", {"decision": "guess"}),
        ("judgement", {"subject": "photo"}),
        ("judgement", {"undone_by": "Ana"}),
    ],
)
def test_the_database_refuses(full: Engine, table: str, values: dict[str, object]) -> None:
    names = ", ".join(f'"{name}" = :{name}' for name in values)
    with pytest.raises(sa.exc.IntegrityError), full.begin() as connection:
        connection.execute(sa.text(f"UPDATE {table} SET {names}"), values)


def test_a_changed_kind_reaches_the_statements(full: Engine) -> None:
    with full.begin() as connection:
        ours = t.speaker.c.name == "The Daily Crane"
        connection.execute(sa.update(t.speaker).where(ours).values(kind="document"))
        kinds = connection.scalars(sa.select(t.statement.c.speaker_kind).order_by(t.statement.c.id)).all()
    assert [kind.value for kind in kinds] == ["person", "person", "government", "unnamed", "document", "person"]
