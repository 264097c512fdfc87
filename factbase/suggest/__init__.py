"""Topics that the database itself suggests: what several speakers speak about."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import count

from factbase.document import Topic
from factbase.rows import SuggestionRow, Utterance
from factbase.stance.topics import compile_topic
from factbase.stance.words import lowered
from factbase.suggest.phrases import Key, Nouns, phrases, runs, surnames, tokenised
from factbase.suggest.proposals import proposition
from factbase.suggest.salience import Uses

__all__ = ["suggest"]

MOST_TERMS = 5
TOGETHER = 0.4
"""The share of a phrase's statements that hold another too, from which it is a further term of that one's topic."""
NEW = 0.5
"""The share of a phrase's statements that no topic has yet, from which it may make one."""
EXAMPLES = 3


def suggest(
    utterances: Sequence[Utterance],
    *,
    topics: Sequence[Topic] = (),
    names: Collection[str] = (),
    given: Collection[str] = (),
) -> Iterator[SuggestionRow]:
    """The weightiest first; what makes one of them, or is of one of `topics`, makes no other.

    `names` are people's names, word by word, and whole names of outlets; `given` are given names, all in lower case:
    who is spoken of is no topic.
    """
    uses = _uses(utterances, names, given)
    salient = [key for key in uses.salient() if not _is_name(uses.of[key].form, names)]
    taken = _covered(utterances, topics)
    slugs = {topic.slug for topic in topics}
    for key in salient:
        own = uses.of[key].statements
        if len(own - taken) >= NEW * len(own):
            keys = (key, *_related(key, salient, uses))
            row = _row(keys, uses, utterances, slugs)
            slugs.add(row.slug)
            taken |= set().union(*(uses.of[one].statements for one in keys))
            yield row


def _uses(utterances: Sequence[Utterance], names: Collection[str], given: Collection[str]) -> Uses:
    tokens = [tokenised(utterance.words) for utterance in utterances]
    people = {*names, *surnames(tokens, given)}
    parted = [list(runs(of, people)) for of in tokens]
    nouns = Nouns(run for of in parted for run in of)
    uses = Uses()
    for number, (utterance, of) in enumerate(zip(utterances, parted, strict=True)):
        found = (phrase for run in of for phrase in phrases(run, nouns))
        uses.add(found, statement=number, article=utterance.article, speaker=utterance.speaker)
    return uses


def _is_name(form: str, names: Collection[str]) -> bool:
    return form[:1].isupper() and form.lower() in names


def _covered(utterances: Sequence[Utterance], topics: Sequence[Topic]) -> set[int]:
    """Statements that hold a search term of a topic that is there."""
    patterns = [pattern for topic in topics if (pattern := compile_topic(topic).terms)]
    texts = [lowered(utterance.words) for utterance in utterances] if patterns else []
    return {number for number, text in enumerate(texts) if any(pattern.search(text) for pattern in patterns)}


def _related(key: Key, salient: Sequence[Key], uses: Uses) -> list[Key]:
    """The phrases that stand in its statements more than elsewhere, the closest first."""
    own = uses.of[key].statements
    shares: dict[Key, float] = {}
    for other in salient:
        both = len(own & uses.of[other].statements)
        if other != key and both > 1:
            shares[other] = both / len(uses.of[other].statements)
    close = [other for other in shares if shares[other] >= TOGETHER]
    return sorted(close, key=lambda other: -shares[other])[: MOST_TERMS - 1]


def _row(keys: Sequence[Key], uses: Uses, utterances: Sequence[Utterance], slugs: Collection[str]) -> SuggestionRow:
    """Counts are of the statements that hold any of the terms."""
    terms = tuple(uses.of[key].form for key in keys)
    held = sorted(set().union(*(uses.of[key].statements for key in keys)))
    ours = [utterances[number] for number in held]
    first, pattern = (_pattern(some) for some in (terms[:1], terms))
    return SuggestionRow(
        slug=_slug(terms[0], slugs),
        proposition=proposition((one.words for one in ours), first),
        terms=terms,
        speakers=len({one.speaker for one in ours if one.speaker}),
        articles=len({one.article for one in ours}),
        statements=len(ours),
        examples=tuple(_examples(ours, pattern)),
    )


def _examples(ours: Sequence[Utterance], pattern: re.Pattern[str]) -> Iterator[str]:
    """Of different speakers, those with most terms; of those the shortest."""
    seen: set[str | None] = set()
    in_order = sorted(ours, key=lambda one: (-len(set(pattern.findall(lowered(one.words)))), len(one.words)))
    for one in in_order:
        if one.speaker not in seen and len(seen) < EXAMPLES:
            seen.add(one.speaker)
            yield one.row_id


def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    found = compile_topic(Topic("", "", terms)).terms
    assert found is not None, "a phrase holds letters"
    return found


def _slug(term: str, slugs: Collection[str]) -> str:
    """tax-returns; another of that name is tax-returns-2."""
    letters = unicodedata.normalize("NFKD", term).lower()
    plain = "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c)))) or "topic"
    return next(slug for n in count(1) if (slug := plain if n == 1 else f"{plain}-{n}") not in slugs)
