"""From what the network says of word pieces to attributions: content, cue and source as offsets.

1. Anchors: the places where a cue may begin.
2. `best_roles`: for each anchor the best labels of all pieces that BIO allows.
3. Spans: runs of one label as characters, never through a word, quotation marks taken along.
4. Of two readings of the same words the likelier stays, if it is likely enough.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np

from factbase.document import Act, Attribution, Entity, Extraction, QuoteKind, Span, Spans
from factbase.extract.acts import act
from factbase.extract.credited import credited
from factbase.extract.marks import (
    in_paragraphs,
    is_about_name,
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
from factbase.extract.reading import FAR, Page, Reading, entities_of, evidence, one_source, page_of, readings, spans_of
from factbase.extract.ruled import ruled
from factbase.extract.shelf import Shelf
from factbase.extract.subjects import Parts, in_own_sentence, told_in_passive, with_quoted
from factbase.extract.tagger import Settings, Tagged, Tagger, Window
from factbase.extract.turns import turns
from factbase.text import covering

SAME = 0.5  # share of characters in common from which two readings are of the same statement


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
    page = page_of(text, parts)
    entities = tuple(entities_of(page, parts))
    printed = [*credited(text, page.quoted, page.paragraphs), *turns(text, page.paragraphs, entities)]
    read = [*printed, *(c.attribution for c in _candidates(page, parts, tagger, printed))]
    found = sorted([*read, *ruled(text, page.sentences, page.quoted, read)], key=lambda a: (a.content[0], a.content))
    begins = {a.content[0].start for a in found}
    return Extraction(tuple(with_whole_names(text, _after_that(text, a, begins), entities) for a in found), entities)


def candidates(text: str, parts: Sequence[tuple[Window, Tagged]], tagger: Tagger) -> list[Candidate]:
    """The attributions of `decode` with their evidence."""
    return _candidates(page_of(text, parts), parts, tagger)


def _candidates(
    page: Page, parts: Sequence[tuple[Window, Tagged]], tagger: Tagger, printed: Sequence[Attribution] = ()
) -> list[Candidate]:
    """What the network reads, beside what print alone ascribes."""
    read = (r for i in range(len(parts)) for r in readings(parts, i, tagger))
    found = (_candidate(page, r, tagger.settings) for r in read)
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


def _candidate(page: Page, reading: Reading, settings: Settings) -> Candidate | None:
    text = page.text
    bare = spans_of(page, reading, "content")
    quoted = page.near(bare) if bare else []
    content = with_marks(text, bare, quoted)
    if not content:
        return None
    cue = _without(spans_of(page, reading, "cue")[:1], content)
    source = _without(spans_of(page, one_source(reading), "source"), content)
    source = turn(text, cue, one_paragraph(text, source, cue, page.paragraphs))
    if is_caption(text, cue, source) or is_about_name(text, content, cue):
        return None
    content = without_scraps(text, in_paragraphs(text, content, cue, page.paragraphs, quoted), (*cue, *source))
    found = evidence(reading)
    parts = _with_subject(page, Parts(content, cue, source))
    attribution = Attribution(
        content=parts.content,
        cue=parts.cue,
        source=parts.source,
        quote=QuoteKind.INDIRECT,  # told, as the act is, once it is known to stay: `_whole`
        act=Act.STATE,
        confidence=_confidence(found, settings.calibration),
    )
    return Candidate(attribution, reading.anchor, found)


def _with_subject(page: Page, parts: Parts) -> Parts:
    if not parts.cue:
        return parts
    at = parts.cue[0].start
    paragraph, sentence = covering(page.paragraphs, at), covering(page.sentences, at)
    if paragraph is None or sentence is None:
        return parts
    told = told_in_passive(page.text, with_quoted(page.text, parts), page.paragraphs[paragraph])
    return in_own_sentence(page.text, told, page.sentences[sentence])


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
