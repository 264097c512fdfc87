"""speaker: what people decide of speakers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from factbase.cli.counts import many
from factbase.cli.database import database_option, reading, writing
from factbase.cli.deciding import Signature, by_option, signature_options
from factbase.cli.example import example
from factbase.cli.filters import choice
from factbase.cli.known import import_, suggest
from factbase.cli.output import Output, output_options
from factbase.document import SpeakerKind
from factbase.export import listing
from factbase.export.reading import SHORT_ID
from factbase.rows import JudgementRow

if TYPE_CHECKING:
    from factbase.query import Candidate

NONE = "none"  # for a country or a Wikidata id: there is none


@click.group("speaker", epilog=example("factbase speaker history"))
def speaker_() -> None:
    """Decide who is who, on record: merge, rename and correct speakers.

    Every decision is kept with its author, its time and its reason, holds for all articles to come, and can be undone.
    Speakers are named by their id, as `factbase speakers` prints it, or by a name that one speaker alone has.
    """


speaker_.add_command(suggest)
speaker_.add_command(import_)


@speaker_.command("merge", epilog=example("factbase speaker merge Kovač Macron --note 'one person, two names'"))
@click.argument("speaker")
@click.argument("into")
@signature_options
@database_option
def merge(database: str | None, speaker: str, into: str, signed: Signature) -> None:
    """Say that SPEAKER is INTO, under whose name all that both say is listed from now on."""
    from factbase import query, store  # noqa: PLC0415  sqlmodel: 300 ms, not for --help

    with writing(database) as session:
        one, other = query.one_speaker(session, speaker), query.one_speaker(session, into)
        number = store.merge(session, one.speaker_id, other.speaker_id, by=signed.by, note=signed.note)
    _tell(number, f"{_called(one)} is listed as {_called(other)}")


@speaker_.command("distinct", epilog=example("factbase speaker distinct Kovač Macron --note 'two men'"))
@click.argument("speaker")
@click.argument("other")
@signature_options
@database_option
def distinct(database: str | None, speaker: str, other: str, signed: Signature) -> None:
    """Say that SPEAKER and OTHER are two, so that `factbase speaker suggest` never asks again."""
    from factbase import query, store  # noqa: PLC0415  as above

    with writing(database) as session:
        one, two = query.one_speaker(session, speaker), query.one_speaker(session, other)
        number = store.keep_apart(session, one.speaker_id, two.speaker_id, by=signed.by, note=signed.note)
    _tell(number, f"{_called(one)} and {_called(two)} are two")


@speaker_.command("rename", epilog=example("factbase speaker rename Macron 'Emmanuel Jean-Michel Macron'"))
@click.argument("speaker")
@click.argument("name")
@signature_options
@database_option
def rename(database: str | None, speaker: str, name: str, signed: Signature) -> None:
    """List SPEAKER as NAME; the names that it had still find it."""
    from factbase import query, store  # noqa: PLC0415  as above

    with writing(database) as session:
        one = query.one_speaker(session, speaker)
        number = store.rename(session, one.speaker_id, name, by=signed.by, note=signed.note)
    _tell(number, f"{_called(one)} is listed as {name}")


@speaker_.command("alias", epilog=example("factbase speaker alias Kremlin 'the Russian presidency'"))
@click.argument("speaker")
@click.argument("name")
@signature_options
@database_option
def alias(database: str | None, speaker: str, name: str, signed: Signature) -> None:
    """Let NAME find SPEAKER too."""
    from factbase import query, store  # noqa: PLC0415  as above

    with writing(database) as session:
        one = query.one_speaker(session, speaker)
        number = store.alias(session, one.speaker_id, name, by=signed.by, note=signed.note)
    _tell(number, f"{_called(one)} also goes by {name}")


@speaker_.command("set", epilog=example("factbase speaker set Kovač --country HRV --wikidata none"))
@click.argument("speaker")
@choice("--kind", SpeakerKind, "What it is.")
@click.option("--country", metavar="CODE", help="Its country, in three letters of ISO 3166-1: FRA; or none.")
@click.option("--wikidata", metavar="ID", help="Its id on Wikidata: Q3052772; or none.")
@signature_options
@database_option
def set_(  # noqa: PLR0913, PLR0917  click passes every option by name
    database: str | None,
    speaker: str,
    kind: SpeakerKind | None,
    country: str | None,
    wikidata: str | None,
    signed: Signature,
) -> None:
    """Correct what SPEAKER is: its kind, its country, its Wikidata id."""
    from factbase import query, store  # noqa: PLC0415  as above

    codes = {"country": country, "wikidata": wikidata}
    facts: dict[str, str | None] = {"kind": kind} if kind else {}
    facts |= {name: _code(value) for name, value in codes.items() if value is not None}
    with writing(database) as session:
        one = query.one_speaker(session, speaker)
        number = store.set_facts(session, one.speaker_id, facts, by=signed.by, note=signed.note)
    _tell(number, f"{_called(one)} has {', '.join(f'{name} {value or NONE}' for name, value in facts.items())}")


@speaker_.command("split", epilog=example("factbase speaker split Kremlin 'Dmitry Peskov' 3f9a1c"))
@click.argument("speaker")
@click.argument("name")
@click.argument("statements", metavar="STATEMENT...", nargs=-1, required=True)
@signature_options
@database_option
def split(database: str | None, speaker: str, name: str, statements: Sequence[str], signed: Signature) -> None:
    """Take STATEMENTs, by their ids, out of a SPEAKER that lumps two together, and give them to a new one of NAME.

    Where NAME is the id of a speaker that there is, they go to that one.
    """
    from factbase import query, store  # noqa: PLC0415  as above

    with writing(database) as session:
        one, there = query.one_speaker(session, speaker), query.speaker_of_id(session, name)
        uids = [query.statement_uid(session, words) for words in statements]
        into = there.speaker_id if there else store.NewSpeaker(name, one.kind)
        number = store.split(session, one.speaker_id, store.Part(uids, into), by=signed.by, note=signed.note)
    count = len(set(uids))
    verb = "is" if count == 1 else "are"
    _tell(number, f"{many(count, 'statement')} of {_called(one)} {verb} listed as {there.name if there else name}")


@speaker_.command("undo", epilog=example("factbase speaker undo 1"))
@click.argument("judgements", metavar="JUDGEMENT...", type=int, nargs=-1, required=True)
@by_option
@database_option
def undo(database: str | None, judgements: Sequence[int], by: str) -> None:
    """Take judgements back, by their numbers in the history: all is as if they had never been made."""
    from factbase import store  # noqa: PLC0415  as above

    with writing(database) as session:
        undone = [store.undo_on_speaker(session, number, by=by) for number in judgements]
    for judgement in undone:
        click.echo(f"Judgement {judgement.id}, the {judgement.decision} of {judgement.by}, is undone.", err=True)


@speaker_.command("history", epilog=example("factbase speaker history Macron"))
@click.argument("speaker", required=False)
@output_options()
@database_option
def history(database: str | None, speaker: str | None, output: Output) -> None:
    """List what was decided, of SPEAKER or of all, the newest first: what stands and what was undone."""
    from factbase import query  # noqa: PLC0415  as above

    with reading(database) as session:
        uid = query.one_speaker(session, speaker).speaker_id if speaker else None
        output.write(listing(query.speaker_judgements(session, uid), JudgementRow))


def _code(value: str) -> str | None:
    return None if value.lower() == NONE else value.upper()


def _called(one: "Candidate") -> str:
    return f"{one.name} ({one.speaker_id[:SHORT_ID]})"


def _tell(number: int, what: str) -> None:
    click.echo(f"Judgement {number}: {what}. `factbase speaker undo {number}` takes it back.", err=True)
