"""How often two mentions in different articles that became one speaker are one, and two that stayed apart are two.

    python -m benchmarks.links ../shared/corpora
    python -m benchmarks.links ../shared/corpora --sample > pairs.jsonl

Ingests 400 articles of PolNeAR's train split, drawn and ordered by a fixed seed, into a database of its own, and holds
what the program links against `links.jsonl`: pairs of mentions, read in their articles and judged by hand. Each
line has the documents' names, the offsets of the words that name the source, what the program made of the pair when it
was drawn ("link", "suggest" or "apart"), whether the two are one, and whether one of them is misread: taken for
somebody else in its own article, before any linking. `--sample` draws such pairs anew, not judged: 200 links and 200
pairs of speakers whose names are alike, each speaker in three at most.
"""

import argparse
import json
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine

from factbase import pipeline, query, store
from factbase.document import Document, SpeakerKind
from factbase.linking.bodies import GENERAL, SMALL, initials, is_name
from factbase.linking.names import parts
from factbase.read import read
from factbase.store.standing import CANONICAL
from factbase.store.tables import snapshot, speaker, statement
from factbase.store.words import fold, name_key

JUDGED = Path(__file__).with_name("links.jsonl")
SEED = 17
ARTICLES = 400
PAIRS = 200
MOST = 3  # pairs that a speaker is in, so that not all are about two candidates
LINKED = (SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an article that name who says something."""

    doc: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """`was` is what the program made of it when it was drawn; `same` is the verdict, None if there is none; `misread`
    says that one mention is resolved wrongly inside its article."""

    a: Mention
    b: Mention
    was: str
    same: bool | None = None
    misread: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A statement's source, and the canonical speaker that it became."""

    mention: Mention
    speaker: int
    name: str
    kind: SpeakerKind


def documents(corpora: Path) -> list[Document]:
    paths = sorted((corpora / "polnear/train/text").glob("*.txt"))
    random.Random(SEED).shuffle(paths)
    return [found for found in read(paths[:ARTICLES]) if isinstance(found, Document)]


def ingested(corpora: Path, folder: str) -> Engine:
    engine = store.open_engine(f"sqlite:///{folder}/links.db")
    store.prepare(engine)
    for _ in pipeline.ingest(engine, documents(corpora)):
        pass
    return engine


def all_said(engine: Engine) -> Iterator[Said]:
    """Of speakers that may be linked, where the text has words for the source."""
    canonical = speaker.alias("canonical")
    joined = (
        statement.join(snapshot)
        .join(speaker, speaker.c.id == statement.c.speaker_id)
        .join(canonical, canonical.c.id == CANONICAL)
    )
    wanted = sa.select(snapshot.c.document, snapshot.c.text, statement.c.source_spans, canonical)
    with engine.connect() as connection:
        rows = connection.execute(
            wanted.select_from(joined).where(canonical.c.kind.in_(LINKED)).order_by(statement.c.id)
        )
        for row in rows:
            if row.source_spans:
                start, end = row.source_spans[0][0], row.source_spans[-1][1]
                yield Said(Mention(row.document, start, end), row.id, row.name, row.kind)


def judged() -> list[Pair]:
    rows = (json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines())
    return [Pair(Mention(**row.pop("a")), Mention(**row.pop("b")), **row) for row in rows]


def figures(engine: Engine, pairs: Iterable[Pair]) -> dict[str, Any]:
    """What is linked now and what is not, by verdict; precision over all links, and over those of mentions that their
    own article's reading has right, which is what linking answers for."""
    by_doc: dict[str, list[Said]] = defaultdict(list)
    for said in all_said(engine):
        by_doc[said.mention.doc].append(said)
    now = [(_outcome(by_doc, pair), pair) for pair in pairs]
    counts = Counter(f"{outcome}_{'same' if pair.same else 'different'}" for outcome, pair in now)
    links = [pair for outcome, pair in now if outcome == "linked"]
    return {
        "pairs": len(now),
        **dict(sorted(counts.items())),
        "precision_of_links": _share(pair.same for pair in links),
        "precision_where_both_are_read_right": _share(pair.same for pair in links if not pair.misread),
    }


def _outcome(by_doc: dict[str, list[Said]], pair: Pair) -> str:
    one, other = (_who(by_doc[mention.doc], mention) for mention in (pair.a, pair.b))
    if one is None or other is None:
        return "not_found"
    return "linked" if one == other else "apart"


def _share(hits: Iterable[bool | None]) -> float | None:
    found = [bool(hit) for hit in hits]
    return round(sum(found) / len(found), 3) if found else None


def _who(said: Iterable[Said], mention: Mention) -> int | None:
    """The speaker of the source that overlaps most with these words."""

    def shared(other: Mention) -> int:
        return min(mention.end, other.end) - max(mention.start, other.start)

    best = max(said, key=lambda s: shared(s.mention), default=None)
    return best.speaker if best and shared(best.mention) > 0 else None


def sample(engine: Engine) -> Iterator[Pair]:
    """Not judged."""
    rng = random.Random(SEED)
    mentions = _named(engine)
    links = [(number, number) for number, docs in mentions.items() for _ in range(MOST) if len(docs) > 1]
    suggested = _suggested(engine)
    asked = sorted(pair for pair in suggested if set(pair) <= mentions.keys())
    apart = sorted(_alike(engine, mentions) - suggested)
    yield from _drawn(rng, links, mentions, "link", PAIRS)
    found = list(_drawn(rng, asked, mentions, "suggest", PAIRS // 2))
    yield from found
    yield from _drawn(rng, apart, mentions, "apart", PAIRS - len(found))


def _named(engine: Engine) -> dict[int, dict[str, Mention]]:
    """By speaker and article a mention that holds a word of the speaker's name, not a pronoun."""
    found: dict[int, dict[str, Mention]] = defaultdict(dict)
    texts = {row.document: row.text for row in _texts(engine)}
    for said in all_said(engine):
        words = fold(texts[said.mention.doc][said.mention.start : said.mention.end]).split()
        is_told = said.kind is SpeakerKind.PERSON or is_name(said.name)
        if is_told and set(words) & set(name_key(said.name, said.kind).split()):
            found[said.speaker].setdefault(said.mention.doc, said.mention)
    return found


def _texts(engine: Engine) -> list[sa.Row[Any]]:
    with engine.connect() as connection:
        return list(connection.execute(sa.select(snapshot.c.document, snapshot.c.text)))


def _suggested(engine: Engine) -> set[tuple[int, int]]:
    with store.reading(engine) as session:
        numbers = dict(session.connection().execute(sa.select(speaker.c.uid, speaker.c.id)).all())
        rows = list(query.suggestions(session))
    pairs = (sorted((numbers[row.speaker_id], numbers[row.other_id])) for row in rows)
    return {(first, second) for first, second in pairs}


def _alike(engine: Engine, mentions: dict[int, dict[str, Mention]]) -> set[tuple[int, int]]:
    """Persons of one family name, and bodies whose names share a word or initials."""
    groups: dict[tuple[SpeakerKind, str], set[int]] = defaultdict(set)
    for said in all_said(engine):
        key = name_key(said.name, said.kind)
        shared = (
            {parts(key).family}
            if said.kind is SpeakerKind.PERSON
            else {initials(key) or key, *key.split()} - GENERAL - SMALL
        )
        for word in shared if said.speaker in mentions else ():
            groups[said.kind, word].add(said.speaker)
    return {pair for group in groups.values() for pair in combinations(sorted(group), 2)}


def _drawn(
    rng: random.Random,
    speakers: list[tuple[int, int]],
    mentions: dict[int, dict[str, Mention]],
    was: str,
    number: int,
) -> Iterator[Pair]:
    """At most so many pairs, of two articles each, no speaker in more than `MOST`."""
    used: Counter[int] = Counter()
    seen: set[tuple[Mention, Mention]] = set()
    for one, other in rng.sample(speakers, len(speakers)):
        a, b = rng.choice(list(mentions[one].values())), rng.choice(list(mentions[other].values()))
        again = (a, b) in seen or (b, a) in seen
        if a.doc != b.doc and not again and max(used[one], used[other]) < MOST and len(seen) < number:
            used.update({one, other})
            seen.add((a, b))
            yield Pair(a, b, was)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sample", action="store_true", help="draw pairs to judge")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        engine = ingested(given.corpora, folder)
        if given.sample:
            sys.stdout.writelines(json.dumps(asdict(pair)) + "\n" for pair in sample(engine))
        else:
            print(json.dumps(figures(engine, judged()), indent=2))
        engine.dispose()


if __name__ == "__main__":
    main()
