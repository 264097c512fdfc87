"""statement: what people decide of statements."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from factbase.cli.corrections import Given, correction_options
from factbase.cli.database import database_option, opened, reading
from factbase.cli.deciding import Signature, by_option, signature_options
from factbase.cli.example import example
from factbase.cli.output import Output, output_options
from factbase.export import listing
from factbase.export.reading import SHORT_ID
from factbase.rows import DecisionRow

if TYPE_CHECKING:
    from sqlmodel import Session

    from factbase.store import Decided

ids_argument = click.argument("ids", metavar="ID...", nargs=-1, required=True)


@click.group("statement", epilog=example("factbase statement history"))
def statement_() -> None:
    """Decide on statements, on record: accept, reject and correct them.

    Every decision is kept with its author, its time and its reason, stands whatever is read later, and can be undone.
    ID is a statement's id or the first six or more characters of it, as listings print them.
    """


@statement_.command("accept", epilog=example("factbase statement accept 3f9a1c --note 'as in the paper'"))
@ids_argument
@signature_options
@database_option
def accept(database: str | None, ids: Sequence[str], signed: Signature) -> None:
    """Say that statements are right: who says them, when, in which words. So they stay, whatever is read later."""
    from factbase import store  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    _decide(
        database,
        "accepted",
        lambda session: store.accept(session, _uids(session, ids), by=signed.by, note=signed.note),
    )


@statement_.command("reject", epilog=example("factbase statement reject 3f9a1c --note 'irony'"))
@ids_argument
@signature_options
@database_option
def reject(database: str | None, ids: Sequence[str], signed: Signature) -> None:
    """Say that these are no statements: they leave listings, counts and timelines; `show` still shows them."""
    from factbase import store  # noqa: PLC0415  as above

    _decide(
        database,
        "rejected",
        lambda session: store.reject(session, _uids(session, ids), by=signed.by, note=signed.note),
    )


@statement_.command("set", epilog=example("factbase statement set 3f9a1c --speaker Macron --said 2024-02"))
@ids_argument
@correction_options
@signature_options
@database_option
def set_(database: str | None, ids: Sequence[str], given: Given, signed: Signature) -> None:
    """Correct who says it, when, in which words, or which position it takes on a topic.

    What is not named stays as it is.
    """
    given.check(len(ids))
    _decide(database, "corrected", lambda session: _correct(session, ids, given, signed))


@statement_.command("undo", epilog=example("factbase statement undo 1"))
@click.argument("judgements", metavar="JUDGEMENT...", type=int, nargs=-1, required=True)
@by_option
@database_option
def undo(database: str | None, judgements: Sequence[int], by: str) -> None:
    """Take judgements back, by their numbers in the history: all is as if they had never been made."""
    from factbase import pipeline, store  # noqa: PLC0415  as above

    done = pipeline.decide(opened(database), lambda session: store.undo_on_statement(session, judgements, by=by))
    for made in done.judgements:
        click.echo(f"Judgement {made.judgement} on {made.statement[:SHORT_ID]} is undone.", err=True)


@statement_.command("history", epilog=example("factbase statement history 3f9a1c --json"))
@click.argument("id_", metavar="[ID]", required=False)
@output_options()
@database_option
def history(database: str | None, id_: str | None, output: Output) -> None:
    """List what was decided, of a statement or of all, the newest first: what stands and what was undone."""
    from factbase import query  # noqa: PLC0415  as above

    with reading(database) as session:
        uid = query.judged_uid(session, id_) if id_ else None
        output.write(listing(query.decisions(session, uid), DecisionRow))


def _correct(session: "Session", ids: Sequence[str], given: Given, signed: Signature) -> "Decided":
    """Facts and position are a judgement each."""
    from factbase import store  # noqa: PLC0415  as above

    uids, done = _uids(session, ids), store.Decided()
    if correction := given.correction(session):
        done += store.correct(session, uids, correction, by=signed.by, note=signed.note)
    if placing := given.placing():
        done += store.set_position(session, uids, placing, by=signed.by, note=signed.note)
    return done


def _uids(session: "Session", ids: Sequence[str]) -> list[str]:
    from factbase import query  # noqa: PLC0415  as above

    return [query.statement_uid(session, id_) for id_ in ids]


def _decide(database: str | None, what: str, decision: "Callable[[Session], Decided]") -> None:
    from factbase import pipeline  # noqa: PLC0415  as above

    for made in pipeline.decide(opened(database), decision).judgements:
        click.echo(
            f"Judgement {made.judgement}: {made.statement[:SHORT_ID]} is {what}. "
            f"`factbase statement undo {made.judgement}` takes it back.",
            err=True,
        )
