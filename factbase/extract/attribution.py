"""From what the network says of word pieces to attributions: content, cue and source as offsets.

1. Anchors: the places where a cue may begin.
2. `best_roles`: for each anchor the best labels of all pieces that BIO allows.
3. Spans: runs of one label as characters, never through a word, quotation marks taken along.
4. Of two readings of the same words the likelier stays, if it is likely enough.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from factbase.document import Act, Attribution, Entity, EntityKind, Extraction, QuoteKind, Span, Spans
from factbase.extract.acts import act
from factbase.extract.credited import credited
from factbase.extract.features import Encoded, Ints
from factbase.extract.labels import ENTITIES, ROLES
from factbase.extract.marks import (
    has_words,
    in_paragraphs,
    is_caption,
    meets,
    one_paragraph,
    over_paragraphs,
    quote_kind,
    turn,
    whole_quotations,
    with_marks,
    without_scraps,
)
from factbase.extract.sequence import best_roles
from factbase.extract.shelf import Shelf
from factbase.extract.tagger import Floats, Settings, Tagged, Tagger, Window
from factbase.extract.turns import turns
from factbase.text import Quotation, Range, paragraphs, quotations

SAME = 0.5  # share of characters in common from which two readings are of the same statement

WORD_INSIDE = "'’"
FAR = 20_000  # characters from a content within which its quotation may go on
EDGES = " \t\r\n,;:–—"


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what is known of it: for every piece the first piece of its word; its quotations and paragraphs."""

    text: str
    pieces: Encoded
    words: Ints
    quoted: list[Quotation]
    paragraphs: list[Range]

    def near(self, spans: Spans) -> list[Quotation]:
        """The quotations that may be of the same statement."""
        first = bisect_left(self.quoted, spans[0].start - FAR, key=lambda q: q.end)
        return self.quoted[first : bisect_left(self.quoted, spans[-1].end + FAR, key=lambda q: q.start)]


@dataclass(frozen=True, slots=True)
class Reading:
    """One anchor's labels in one window, each with its probability."""

    start: int  # of the window, in pieces of the text
    anchor: float
    labels: Ints
    chances: Floats


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution with the evidence that its confidence is computed from, see `evidence`."""

    attribution: Attribution
    anchor: float
    evidence: tuple[float, ...]


def decode(text: str, parts: Sequence[tuple[Window, Tagged]], tagger: Tagger) -> Extraction:
    """Attributions and entities of one text from its windows, in reading order."""
    if not parts:
        return Extraction((), ())
    page = _page(text, parts)
    entities = tuple(_entities(page, parts))
    printed = [*credited(text, page.quoted, page.paragraphs), *turns(text, page.paragraphs, entities)]
    read = [c.attribution for c in _candidates(page, parts, tagger, printed)]
    found = sorted([*printed, *read], key=lambda a: (a.content[0], a.content))
    begins = {a.content[0].start for a in found}
    return Extraction(tuple(with_whole_names(text, _after_that(text, a, begins), entities) for a in found), entities)


def candidates(text: str, parts: Sequence[tuple[Window, Tagged]], tagger: Tagger) -> list[Candidate]:
    """The attributions of `decode` with their evidence."""
    return _candidates(_page(text, parts), parts, tagger)


def _candidates(
    page: Page, parts: Sequence[tuple[Window, Tagged]], tagger: Tagger, printed: Sequence[Attribution] = ()
) -> list[Candidate]:
    """What the network reads, beside what print alone ascribes."""
    readings = [r for i in range(len(parts)) for r in _readings(parts, i, tagger)]
    found = (_candidate(page, r, tagger.settings) for r in readings)
    likely = [c for c in found if c and c.attribution.confidence >= tagger.settings.least_confidence]
    by_print = Shelf((p, p.content) for p in printed)
    apart = [c for c in likely if all(_apart(c.attribution, p) for p in by_print.near(c.attribution.content))]
    kept = _surely_reported(_unique(apart), printed, tagger.settings.nested_threshold)
    # a doubtful reading of one paragraph does not break up a quotation that runs on for a surer one
    surest = [(p, 1.0) for p in printed] + [(c.attribution, c.attribution.confidence) for c in kept]
    shelf = Shelf(((a, sure), a.content) for a, sure in surest)
    return _unique([_whole(page, c, list(_surer(c.attribution, shelf))) for c in kept])


def _surer(one: Attribution, shelf: Shelf[tuple[Attribution, float]]) -> Iterator[Spans]:
    """The contents near it of what is as sure."""
    near = shelf.near([Span(max(0, one.content[0].start - FAR), one.content[-1].end + FAR)])
    return (a.content for a, sure in near if a is not one and sure >= one.confidence)


def _whole(page: Page, candidate: Candidate, others: list[Spans]) -> Candidate:
    """The candidate with all paragraphs of its quotation, and what that makes it: how quoted, and which act."""
    a, text = candidate.attribution, page.text
    quoted = page.near(a.content)
    taken = [*others, a.source, a.cue]
    content = over_paragraphs(text, whole_quotations(text, a.content, quoted, taken), quoted, taken)
    said, cue = (" ".join(text[s:e] for s, e in spans) for spans in (content, a.cue))
    after = text[content[-1].end : content[-1].end + 1]
    told = replace(a, content=content, quote=quote_kind(text, content, quoted), act=act(said, cue, following=after))
    return replace(candidate, attribution=told)


def _surely_reported(found: list[Candidate], printed: Sequence[Attribution], threshold: float) -> list[Candidate]:
    """Without the doubtful reports of reports: training articles say nothing of what is ascribed inside a content."""
    shelf = Shelf((a, a.content) for a in (*printed, *(c.attribution for c in found)))
    return [c for c in found if c.anchor >= threshold or not _is_inner(c.attribution, shelf)]


def _is_inner(one: Attribution, shelf: Shelf[Attribution]) -> bool:
    return any(_inside(one.cue, other.content) for other in shelf.near(one.cue) if other is not one)


def _inside(cue: Spans, content: Spans) -> bool:
    return any(s <= c.start and c.end <= e for c in cue for s, e in content)


def _after_that(text: str, a: Attribution, begins: Set[int]) -> Attribution:
    """The source without the "that" by which the report begins that it stands in: "[that [officials] said …]"."""
    source = tuple(
        Span(start + 5, end) if start in begins and text[start : start + 5].lower() == "that " else Span(start, end)
        for start, end in a.source
    )
    return replace(a, source=source)


def with_whole_names(text: str, a: Attribution, entities: Sequence[Entity]) -> Attribution:
    """The source with all of a name that it begins or ends in, or that it leads to.

    Not "The New York", but "The New York Times"; not "India and", but "India and Pakistan".
    """
    taken = (*a.content, *a.cue)
    source = []
    for start, end in a.source:
        reach = end + len(" ?") if text.endswith((" and", " or"), start, end) else end
        cut = [e.span for e in entities if e.span.start < reach and start < e.span.end]
        whole = Span(min([start, *(s.start for s in cut)]), max([end, *(s.end for s in cut)]))
        source.append(Span(start, end) if meets(whole, taken) else whole)
    return replace(a, source=tuple(source))


def _page(text: str, parts: Sequence[tuple[Window, Tagged]]) -> Page:
    pieces = parts[0][0].pieces
    return Page(text, pieces, _word_starts(text, pieces), quotations(text), paragraphs(text))


def _readings(parts: Sequence[tuple[Window, Tagged]], i: int, tagger: Tagger) -> Iterator[Reading]:
    """The anchors of window i that no neighbour sees in a wider context."""
    window, tagged = parts[i]
    first = (window.start + parts[i - 1][0].end) // 2 if i else window.start
    last = (parts[i + 1][0].start + window.end) // 2 if i + 1 < len(parts) else window.end
    places = np.arange(window.start, window.end)
    at = np.flatnonzero((tagged.anchors >= tagger.settings.threshold) & (places >= first) & (places < last))
    if not len(at):
        return
    scores = tagger.roles(tagged, at)
    for k, labels in enumerate(best_roles(scores)):
        chances = np.exp(np.take_along_axis(scores[k], labels[:, None], axis=1))[:, 0]
        yield Reading(window.start, float(tagged.anchors[at[k]]), labels, chances)


def _candidate(page: Page, reading: Reading, settings: Settings) -> Candidate | None:
    text = page.text
    bare = _spans(page, reading, "content")
    quoted = page.near(bare) if bare else []
    content = with_marks(text, bare, quoted)
    if not content:
        return None
    cue = _without(_spans(page, reading, "cue")[:1], content)
    source = _without(_spans(page, _one_source(reading), "source"), content)
    source = turn(text, cue, one_paragraph(text, source, cue, page.paragraphs))
    if is_caption(text, cue, source):
        return None
    content = without_scraps(text, in_paragraphs(text, content, cue, page.paragraphs, quoted), (*cue, *source))
    found = evidence(reading)
    attribution = Attribution(
        content=content,
        cue=cue,
        source=source,
        quote=QuoteKind.INDIRECT,  # told, as the act is, once it is known to stay: `_whole`
        act=Act.STATE,
        confidence=_confidence(found, settings.calibration),
    )
    return Candidate(attribution, reading.anchor, found)


def _one_source(reading: Reading) -> Reading:
    """The labels with the surest source only: of 19,822 attributions of the training split 9 have one in two pieces."""
    begins = np.flatnonzero(reading.labels == ROLES.index("B-source"))
    if len(begins) < 2:
        return reading
    inside = ROLES.index("I-source")
    runs = []
    for begin in begins:
        end = begin + 1
        while end < len(reading.labels) and reading.labels[end] == inside:
            end += 1
        runs.append((float(reading.chances[begin:end].min()), begin, end))
    _, begin, end = max(runs)
    labels = np.where((reading.labels == inside) | (reading.labels == inside - 1), 0, reading.labels)
    labels[begin:end] = reading.labels[begin:end]
    return replace(reading, labels=labels)


def evidence(reading: Reading) -> tuple[float, ...]:
    """What a confidence is computed from.

    The anchor's log-odds; the logarithms of the mean and of the least probability of the content's pieces and of the
    mean of the source's; 1 if there is no source; the number of the content's pieces; the logarithm of its length; the
    logarithm of the least probability of what is left out.
    """
    content = (reading.labels == 1) | (reading.labels == 2)
    source = (reading.labels == 3) | (reading.labels == 4)
    outside = reading.labels == 0
    chances = np.clip(reading.chances, 1e-4, 1)
    odds = np.clip(reading.anchor, 1e-4, 1 - 1e-4)
    return (
        float(np.log(odds / (1 - odds))),
        float(np.log(chances[content].mean())) if content.any() else 0.0,
        float(np.log(chances[content].min())) if content.any() else 0.0,
        float(np.log(chances[source].mean())) if source.any() else 0.0,
        float(not source.any()),
        float((reading.labels == 1).sum()),
        float(np.log1p(content.sum())),
        float(np.log(chances[outside].min())) if outside.any() else 0.0,
    )


def _spans(page: Page, reading: Reading, name: str) -> Spans:
    """Runs of one role as characters; a word is of the role of its first piece."""
    begin = ROLES.index(f"B-{name}")
    inside = (reading.labels == begin) | (reading.labels == begin + 1)
    places = np.arange(len(inside)) + reading.start
    inside = inside[np.maximum(page.words[places] - reading.start, 0)]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8))) + reading.start
    offsets = page.pieces.offsets
    runs = [Span(int(offsets[a, 0]), int(offsets[b - 1, 1])) for a, b in edges.reshape(-1, 2)]
    return tuple(
        _trimmed(page.text, *span) or span for span in runs if name == "cue" or has_words(page.text[slice(*span)])
    )


def _word_starts(text: str, pieces: Encoded) -> Ints:
    """For every piece the first piece of its word."""
    starts, ends = pieces.offsets[:, 0], pieces.offsets[:, 1]
    first = np.arange(len(pieces))
    for i in range(1, len(pieces)):
        if starts[i] == ends[i - 1] and _joined(text, int(starts[i])):
            first[i] = first[i - 1]
    return first


def _joined(text: str, place: int) -> bool:
    """Whether a word goes on at `place`: "Landsberg|is", "don|'t", "don'|t", "e|́"."""
    before, after = text[place - 1], text[place]
    if before.isalnum() and after in WORD_INSIDE:
        return text[place + 1 : place + 2].isalnum()
    if before in WORD_INSIDE and after.isalnum():
        return text[place - 2 : place - 1].isalnum()
    return _wordlike(before) and _wordlike(after)


def _wordlike(character: str) -> bool:
    return (
        character.isalnum()
        or character == "_"
        or (
            not character.isascii()
            and not character.isspace()
            and (character.isidentifier() or ("a" + character).isidentifier())
        )
    )


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end) if start < end else None


def _without(spans: Spans, content: Spans) -> Spans:
    """The spans less those that meet the content."""
    return tuple(s for s in spans if not meets(s, content))


def _confidence(found: tuple[float, ...], calibration: tuple[float, ...]) -> float:
    """The chance that content and source are right: a logistic regression on the evidence, see training/tune.py."""
    bias, *weights = calibration
    return round(float(1 / (1 + np.exp(-(bias + np.dot(weights, found))))), 4)


def _unique(found: list[Candidate]) -> list[Candidate]:
    """In reading order; of readings that share most of their content the likelier only."""
    kept: list[Candidate] = []
    shelf: Shelf[Attribution] = Shelf()
    for c in sorted(found, key=lambda c: -c.attribution.confidence):
        if all(_apart(c.attribution, k) for k in shelf.near(c.attribution.content)):
            kept.append(c)
            shelf.add(c.attribution, c.attribution.content)
    return sorted(kept, key=lambda c: (c.attribution.content[0], c.attribution.content))


def _apart(a: Attribution, b: Attribution) -> bool:
    """Whether less than half of the shorter content is the other's, or one is reported in the other."""
    if a.content[-1].end <= b.content[0].start or b.content[-1].end <= a.content[0].start:
        return True
    common = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a.content for y in b.content)
    shorter, longer = sorted(sum(s.end - s.start for s in c.content) for c in (a, b))
    if _inside(a.cue, b.content) or _inside(b.cue, a.content):
        return common < SAME * longer
    return common < SAME * shorter


def _entities(page: Page, parts: Sequence[tuple[Window, Tagged]]) -> Iterator[Entity]:
    """Names: runs of words whose first pieces are of one kind, cut where a B says that another begins."""
    offsets = page.pieces.offsets
    labels = np.zeros(len(offsets), dtype=np.int64)
    for i, (window, tagged) in enumerate(parts):
        first = (window.start + parts[i - 1][0].end) // 2 if i else 0
        labels[first : window.end] = tagged.entities[first - window.start :].argmax(axis=1)
    labels = labels[page.words]
    kinds = (labels + 1) // 2
    begins = (page.words == np.arange(len(labels))) & (labels % 2 == 1)
    change = np.flatnonzero(np.diff(kinds, prepend=0) | begins)
    for a, b in pairwise([*change, len(labels)]):
        if kinds[a] and (span := _trimmed(page.text, int(offsets[a, 0]), int(offsets[b - 1, 1]))):
            yield Entity(span, EntityKind(ENTITIES[2 * kinds[a]][2:]))
