"""From the words of a source to a speaker, one rule after the other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factbase.document import Attribution, Document, Extraction, QuoteKind, Span, Spans, Speaker, SpeakerKind
from factbase.resolve.apposed import by_apposition, by_name, by_own_word, two_persons
from factbase.resolve.cast import make_cast
from factbase.resolve.coreference import Discourse, Said
from factbase.resolve.descriptions import description, role
from factbase.resolve.families import family
from factbase.resolve.interviews import interviewed
from factbase.resolve.items import Item, Items, conjuncts, read_items
from factbase.resolve.lexicon import PARTS
from factbase.resolve.organs import organ
from factbase.resolve.page import Page, make_page
from factbase.resolve.phrases import Phrase, parse
from factbase.resolve.pronouns import pronoun
from factbase.resolve.reading import ACCURACY, NOBODY, Found, Reading, named
from factbase.resolve.registry import Registry
from factbase.resolve.relatives import LONGEST, antecedent
from factbase.resolve.several import of_two
from factbase.resolve.spoken_of import spoken_of
from factbase.resolve.unmarked import unmarked

DESCRIBED = ("role", "pointed", "variation")
RELATIVE = frozenset("who which that whom whose where".split())
HEADLINE = 150  # characters
DATELINE = re.compile(r"[A-Z][A-Z .]{2,30}(?:, [A-Z][\w. ]{1,20})?(?:\([A-Z][\w ]{1,20}\) ?)?(?::| *[-–—]{1,2}) ")
""" "NEW DELHI: ", "PARIS (Reuters) - "."""
PARTICIPLE = re.compile(r"[A-Za-z][a-z]+ing\b")


def resolve_sources(document: Document, extraction: Extraction, registry: Registry) -> tuple[Speaker | None, ...]:
    """The speaker of each attribution; sources are read in order of place, whatever order they come in."""
    verbatim = [span for a in extraction.attributions if a.quote is QuoteKind.DIRECT for span in a.content]
    page = make_page(document.text, extraction.entities, registry, verbatim=verbatim)
    references = {r.word.start: r for r in extraction.references}
    talk = Discourse(page, make_cast(page, registry), registry, references, document.published_on)
    reading = Reading(document, talk)
    out: list[Speaker | None] = [None] * len(extraction.attributions)
    for i in sorted(range(len(out)), key=lambda i: _place(extraction.attributions[i])):
        out[i] = _resolved(reading, extraction.attributions[i])
    return tuple(_in_roles(_with_subjects(reading, extraction.attributions, out)))


def _with_subjects(
    reading: Reading, attributions: Sequence[Attribution], found: list[Speaker | None]
) -> list[Speaker | None]:
    """Without a source it is the subject of the sentence that speaks, where its cue leans on that."""
    page, out = reading.talk.page, list(found)
    first: dict[int, tuple[int, Speaker | None]] = {}
    for a, speaker in sorted(zip(attributions, found, strict=True), key=lambda pair: _place(pair[0])):
        if a.source and page.quoted(a.source[0].start) is None:
            first.setdefault(page.sentence(a.source[0].start), (a.source[0].start, speaker))
    for i, a in enumerate(attributions):
        if a.cue and not a.source and found[i] is None:
            subject = _noting(page, a.cue[0], first) or _of_headline(reading, a.cue[0])
            out[i] = subject and replace(subject, how="relative", confidence=ACCURACY["relative"])
    return out


def _noting(page: Page, cue: Span, first: Mapping[int, tuple[int, Speaker | None]]) -> Speaker | None:
    """ "Noting that it was late, Roe said": she notes it; so does she in "Roe refused, noting that it was late".

    And it is she who does both in "Roe refused it and called it late".
    """
    if not page.sentences:
        return None
    at = page.sentence(cue.start)
    begin = page.sentences[at][0]
    begin = dateline.end() if (dateline := DATELINE.match(page.text, begin)) else begin
    source, speaker = first.get(at, (-1, None))
    participle = PARTICIPLE.match(page.text, *cue)
    follows = source == begin and page.text.endswith(", " if participle else " and ", source, cue.start)
    opens = participle and not page.text[begin : cue.start].strip(' “"')
    return speaker if follows or opens else None


def _of_headline(reading: Reading, cue: Span) -> Speaker | None:
    """ "Roe meets the Pope, calls for peace": who opens the headline."""
    page, cast = reading.talk.page, reading.talk.cast
    if (
        not page.paragraphs
        or page.paragraph(cue.start)
        or cue.start > HEADLINE
        or not page.text.endswith((", ", " and "), 0, cue.start)
    ):
        return None
    named = cast.at(page.paragraphs[0][0], page.paragraphs[0][0] + 1)
    return _name_alone(reading, named[0]) if named else None


def _name_alone(reading: Reading, mention: tuple[Span, int]) -> Speaker | None:
    span, i = mention
    return named(reading, i, Item(reading.document.text[slice(*span)], span))[1]


def _in_roles(found: list[Speaker | None]) -> Iterator[Speaker | None]:
    """What a description alone told of a person, "the Democratic nominee", holds for the article's other statements."""
    told = {s.name: s for s in found if s and s.role and s.how in DESCRIBED}
    for speaker in found:
        of = told.get(speaker.name) if speaker and speaker.kind is SpeakerKind.PERSON and not speaker.role else None
        yield (
            replace(speaker, role=of.role, organisation=of.organisation, country=of.country)
            if speaker and of
            else speaker
        )


def _place(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _resolved(reading: Reading, attribution: Attribution) -> Speaker | None:
    position = _place(attribution)
    reading.talk.about = spoken_of(reading, attribution, position)
    reading.cue = " ".join(reading.document.text[start:end] for start, end in attribution.cue).lower()
    read = interviewed(reading, attribution) or (
        _source(reading, attribution.source) if attribution.source else _continued(reading, attribution)
    )
    figures, speaker = read
    if figures or speaker:
        reading.talk.history.append(Said(position, figures))
    if speaker:
        reading.speakers.append((position, speaker))
        if attribution.quote is QuoteKind.DIRECT:
            reading.spoken += [(span, read) for span in attribution.content]
    return speaker


def _source(reading: Reading, spans: Spans) -> Found:
    near = tuple(Span(start, min(end, start + LONGEST)) for start, end in spans)
    items = read_items(reading.document.text, near, reading.talk.cast)
    return _items(reading, items)


def _items(reading: Reading, items: Items) -> Found:
    if found := of_two(reading, items) or by_own_word(reading, items):
        return found
    parts = two_persons(reading, items) or conjuncts(items)
    if len(parts) > 1:
        return _several(reading, parts)
    phrase = parse(items)
    return _phrase(reading, phrase) if phrase else NOBODY


def _several(reading: Reading, parts: list[Items]) -> Found:
    """ "Ryan and McConnell" is "Paul Ryan; Mitch McConnell", of the first one's kind."""
    found = [_phrase(reading, phrase) for part in parts if (phrase := parse(part))]
    speakers = [speaker for _, speaker in found if speaker]
    if not speakers:
        return NOBODY
    name = "; ".join(dict.fromkeys(s.name for s in speakers))
    figures = tuple(i for numbers, _ in found for i in numbers)
    return figures, replace(speakers[0], name=name, names=(), how="several", confidence=ACCURACY["several"])


def _phrase(reading: Reading, phrase: Phrase) -> Found:
    """The first case that applies.

    1. a pronoun: "he", "they", "I", "who"
    2. a family: "the Roes"
    3. an organ of a state: "the country's parliament"
    4. a name: "Sen. Jane Roe", "the Kremlin"
    5. a role or a state's with the name after it: "A lawyer for the outlets, Jane Roe,", "their neighbour, Chad"
    6. what a person speaks with: "in his eyes", "Clinton's words"
    7. a name that the network did not mark
    8. a role or a type of somebody named elsewhere: "the senator", "the daily"
    9. a description: "two aides", "a poll"
    """
    for case in (_pronoun, family, organ, by_name, by_apposition, _part, unmarked, role):
        found = case(reading, phrase)
        if found is not None:
            return found
    return description(reading, phrase)


def _pronoun(reading: Reading, phrase: Phrase) -> Found | None:
    head = phrase.head
    if len(phrase.core) > 1 or head.figure is not None or (head.low in ("those", "these") and phrase.rest):
        return None  # "those around him" are a group
    return _relative(reading, head) if head.low in RELATIVE else pronoun(reading, head)


def _part(reading: Reading, phrase: Phrase) -> Found | None:
    owner = phrase.owner
    if phrase.head.low not in PARTS or owner is None:
        return None
    return named(reading, owner.figure, owner) if owner.figure is not None else pronoun(reading, owner)


def _relative(reading: Reading, head: Item) -> Found:
    """ "who": the noun it is attached to."""
    items = antecedent(reading.talk.page, reading.talk.cast, head.span.start)
    phrase = parse(items)
    if phrase is None or phrase.head.low in RELATIVE:
        return NOBODY
    figures, speaker = _items(reading, items)
    unlikely = speaker is None or speaker.kind is SpeakerKind.GOVERNMENT or speaker.how == "unmarked"
    if head.low in ("who", "whose", "whom") and unlikely:
        return _person_of_sentence(reading, head)
    if head.low == "which" and speaker is not None and speaker.kind is SpeakerKind.PERSON:
        return _body_of_sentence(reading, head)
    return figures, replace(speaker, how="relative", confidence=ACCURACY["relative"]) if speaker else None


def _person_of_sentence(reading: Reading, head: Item) -> Found:
    """ "Jane Roe, 59, of Ashton, Md., who": the last person named before, in full if there is one."""
    start, _ = reading.talk.page.sentence_range(head.span.start)
    start = max(start, head.span.start - LONGEST)
    people = [i for _, i in reading.talk.cast.at(start, head.span.start) if reading.is_person(i)]
    people = [i for i in people if " " in reading.figure(i).name] or people
    return named(reading, people[-1], head, how="relative") if people else NOBODY


def _body_of_sentence(reading: Reading, head: Item) -> Found:
    """ "The league, founded by Jane Roe, which": no person, so the last body named before."""
    start, _ = reading.talk.page.sentence_range(head.span.start)
    start = max(start, head.span.start - LONGEST)
    bodies = [i for _, i in reading.talk.cast.at(start, head.span.start) if not reading.is_person(i)]
    return named(reading, bodies[-1], head, how="relative") if bodies else NOBODY


def _continued(reading: Reading, attribution: Attribution) -> Found:
    """No source: whoever was quoted in the paragraph before, if this one opens with a quotation."""
    page = reading.talk.page
    start = attribution.content[0].start if attribution.content else 0
    last = reading.talk.last(start)
    if last is None or page.quoted(start) is None or not reading.speakers:
        return NOBODY
    here = page.paragraph(start)
    opens = page.quoted(page.paragraphs[here][0]) is not None
    if not opens or here - page.paragraph(last.position) != 1:
        return NOBODY
    return last.figures, replace(reading.speakers[-1][1], how="continuation", confidence=ACCURACY["continuation"])
