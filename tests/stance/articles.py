"""Documents made by hand: one line a statement, "Speaker | cue | content"."""

from factbase.document import Attribution, Document, QuoteKind, Span, Spans, Speaker, SpeakerKind, Statement, Topic
from factbase.extract.acts import act

TROOPS = Topic("troops", "Norland sends troops to Sudania", ("troops", "soldiers", "deployment"))
GAS = Topic("gas", "Norland should stop buying Eastern gas", ("gas", "pipeline"))
FIT = Topic("fit", "Anna Berg is fit to lead the party", ("Berg", "party", "unfit"))
BLAST = Topic("blast", "The blast was caused by a missile", ("blast", "missile"))
LEAD = Topic("lead", "Berg leads Falk in the race", ("leads", "leading", "poll"))
TRUCE = Topic("truce", "Israel and Hamas should agree to a ceasefire", ("ceasefire", "truce"))
JOINS = Topic("joins", "Ukraine joins NATO", ("NATO", "membership", "accession", "alliance"))
WITHDRAWS = Topic(
    "withdraws", "The United Nations withdraws its peacekeepers from Sudania", ("peacekeepers", "mission")
)
SANCTIONS = Topic("sanctions", "The European Union should impose sanctions on Belarus", ("sanctions", "Belarus"))
NUCLEAR = Topic("nuclear", "Iran is building a nuclear weapon", ("nuclear", "bomb", "weapon"))
STOLEN = Topic("stolen", "The election was stolen", ("election", "stolen", "fraud", "rigged"))
MISSILES = Topic("missiles", "Germany delivers Taurus missiles to Ukraine", ("Taurus", "missiles"))
BORDER = Topic("border", "The border should be closed", ("border", "closure"))
DRILL = Topic("drill", "Norland should carry out a major drill in Sudania", ("drill", "Sudania"))
SPREADS = Topic("spreads", "The channel spreads lies about the vote", ("lies", "channel"))


def article(*lines: str, kinds: dict[str, SpeakerKind] | None = None) -> tuple[Document, tuple[Statement, ...]]:
    """A line "Falk | said | we will not go" is the sentence "Falk said we will not go." and its statement."""
    text, statements = "", []
    for line in lines:
        source, cue, content = (part.strip() for part in line.split("|"))
        spans: list[Spans] = []
        for part in (source, cue, content):
            start = len(text) + 1 if text and not text.endswith("\n") else len(text)
            text += (" " if start > len(text) else "") + part
            spans.append((Span(start, len(text)),) if part else ())
        text += "" if text.endswith((".", "?", "!")) else "."  # between one statement and the next a blank
        statements.append(_statement(source, cue, content, spans, (kinds or {}).get(source, SpeakerKind.PERSON)))
    return Document("made", text, "made.txt", "0" * 64, "text 1"), tuple(statements)


def _statement(source: str, cue: str, content: str, spans: list[Spans], kind: SpeakerKind) -> Statement:
    found = Attribution(spans[2], spans[1], spans[0], QuoteKind.INDIRECT, act(content, cue), 1.0)
    return Statement(found, content, Speaker(source, kind) if source else None, None)
