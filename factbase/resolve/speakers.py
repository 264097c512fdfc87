"""From the words of a source to a speaker, one rule after the other."""

from dataclasses import dataclass, field, replace

from factbase.document import Attribution, Document, Extraction, Spans, Speaker, SpeakerKind
from factbase.resolve.byline import author, editorial_voice
from factbase.resolve.cast import Figure, make_cast
from factbase.resolve.coreference import FEMALE, MALE, Discourse, Said, body_before, called_together, figure_called, person_before
from factbase.resolve.kinds import BODY_TYPES, noun_kind
from factbase.resolve.lexicon import DOCUMENTS, HONORIFICS, MEMBERS, OFFICES, PARTS, PERSON_NOUNS, PREPOSITIONS, QUANTIFIERS, STATE_ORGANS, WITHHELD, is_plural, singular
from factbase.resolve.names import misspelt, name_words, same_person, tidy
from factbase.resolve.page import make_page
from factbase.resolve.phrases import NOUNS, Item, Items, Phrase, conjuncts, described, parse, plural, read_items
from factbase.resolve.registry import Registry, name_key, plain
from factbase.resolve.relatives import antecedent

ACCURACY = {
    "name": 0.95, "registry": 0.9, "surname": 0.93, "pronoun": 0.8, "role": 0.75, "apposition": 0.9,
    "relative": 0.7, "several": 0.85, "author": 0.85, "body": 0.6, "description": 0.8, "continuation": 0.6, "variation": 0.5,
}  # fmt: skip

READING = frozenset(("reads", "read", "wrote", "writes", "reported", "reports"))
"""What paper does: "it reads" goes back to the daily that was quoted."""

Found = tuple[tuple[int, ...], Speaker | None]
"""The figures that a source means, and the speaker it makes."""
NOBODY: Found = ((), None)


@dataclass(slots=True)
class Reading:
    """One article while its sources are read from top to bottom."""

    document: Document
    talk: Discourse
    cue: str = ""
    """The words that ascribe the statement at hand, in lower case."""
    speakers: list[tuple[int, Speaker]] = field(default_factory=list)
    """Earlier sources with the place they stand at."""


def resolve_sources(document: Document, extraction: Extraction, registry: Registry) -> tuple[Speaker | None, ...]:
    page = make_page(document.text, extraction.entities, registry)
    talk = Discourse(page, make_cast(page, registry), registry)
    reading = Reading(document, talk)
    out: list[Speaker | None] = [None] * len(extraction.attributions)
    for i in sorted(range(len(out)), key=lambda i: _place(extraction.attributions[i])):
        out[i] = _resolved(reading, extraction.attributions[i])
    return tuple(out)


def _place(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _resolved(reading: Reading, attribution: Attribution) -> Speaker | None:
    position = _place(attribution)
    reading.cue = " ".join(reading.document.text[start:end] for start, end in attribution.cue).lower()
    if not attribution.source:
        figures, speaker = _continued(reading, attribution)
    else:
        figures, speaker = _source(reading, attribution.source)
    if figures or speaker:
        reading.talk.history.append(Said(position, figures))
    if speaker:
        reading.speakers.append((position, speaker))
    return speaker


def _source(reading: Reading, spans: Spans) -> Found:
    items = read_items(reading.document.text, spans, reading.talk.cast)
    parts = conjuncts(items)
    if len(parts) > 1:
        return _several(reading, parts)
    phrase = parse(items)
    return _phrase(reading, phrase) if phrase else NOBODY


def _several(reading: Reading, parts: list[Items]) -> Found:
    """Ryan and McConnell" is "Paul Ryan; Mitch McConnell", of the first one's kind."""
    found = [_phrase(reading, phrase) for part in parts if (phrase := parse(part))]
    speakers = [speaker for _, speaker in found if speaker]
    if not speakers:
        return NOBODY
    name = "; ".join(dict.fromkeys(s.name for s in speakers))
    figures = tuple(i for numbers, _ in found for i in numbers)
    return figures, replace(speakers[0], name=name, names=(), how="several", confidence=ACCURACY["several"])


def _phrase(reading: Reading, phrase: Phrase) -> Found:
    """The cases, in order."""
    head = phrase.head
    # 1. a pronoun: "he", "they", "who", "I"
    if len(phrase.core) == 1 and (found := _pronoun(reading, head)):
        return found
    # 2. a name: "Sen. Jane Roe", "the Kremlin"
    if head.figure is not None:
        return _named(reading, head.figure, head)
    # 3. a role with the name after it: "A lawyer for the outlets, Jane Roe,"
    if (figure := _apposed(reading, phrase)) is not None:
        return _named(reading, figure, head, how="apposition")
    # 4. what a person speaks with: "in his eyes", "Clinton's words"
    if head.low in PARTS and (owner := _owner(reading, phrase)):
        return owner
    # 5. a name that the network did not see
    if found := _unseen(reading, phrase):
        return found
    # 6. a role or a type of somebody named: "the senator", "the daily"
    if (found := _role(reading, phrase)) is not None:
        return found
    # 7. a description: "two aides", "a poll"
    return _description(reading, phrase)


def _named(reading: Reading, i: int, head: Item, *, how: str | None = None) -> Found:
    figure = reading.talk.cast.figures[i]
    words = name_words(head.text)
    rule = how or (figure.how if figure.how == "registry" else "surname" if len(words) == 1 and " " in figure.name else "name")
    return (i,), _speaker(figure, rule)


def _speaker(figure: Figure, how: str) -> Speaker:
    return Speaker(
        figure.name.replace("’", "'"), figure.kind, figure.role, figure.organisation, figure.country, figure.wikidata, figure.names,
        ACCURACY[how], how,
    )  # fmt: skip


def _pronoun(reading: Reading, head: Item) -> Found | None:
    low, position = head.low, head.span.start
    if low in MALE | FEMALE:
        i = person_before(reading.talk, position, "m" if low in MALE else "f")
        return NOBODY if i is None else _named(reading, i, head, how="pronoun")
    if low in ("i", "me", "my", "myself"):
        return _first_person(reading, position)
    if low in ("we", "us", "our"):
        return _we(reading, position)
    if low in ("they", "them", "their", "it", "its"):
        return _third(reading, head)
    if low in ("who", "which", "that", "whom", "whose", "where"):
        return _relative(reading, head)
    return ((), None) if low in ("you", "this", "these", "those", "one") else None


def _first_person(reading: Reading, position: int) -> Found:
    """Inside quotation marks the one who is quoted, else the author."""
    if reading.talk.page.quoted(position) is not None:
        return _quoted_speaker(reading, position)
    name = author(reading.document, reading.talk.page, reading.talk.registry)
    if name is None:
        return NOBODY
    for i, figure in enumerate(reading.talk.cast.figures):
        if figure.kind is SpeakerKind.PERSON and plain(figure.name) == plain(name):
            return _named(reading, i, Item(name, reading.talk.page.entities[0].span), how="author")
    return (), Speaker(name, SpeakerKind.PERSON, confidence=ACCURACY["author"], how="author")


def _quoted_speaker(reading: Reading, position: int) -> Found:
    last = reading.talk.last(position)
    if last and last.figures and reading.speakers:
        return last.figures, replace(reading.speakers[-1][1], how="pronoun", confidence=ACCURACY["pronoun"])
    return NOBODY


def _we(reading: Reading, position: int) -> Found:
    if reading.talk.page.quoted(position) is not None:
        return _quoted_speaker(reading, position)
    name = editorial_voice(reading.document, reading.talk.page, reading.talk.registry)
    registry = reading.talk.registry
    known = (registry.known(name) or registry.known(name.upper())) if name else None
    if name is None:
        return NOBODY
    speaker = Speaker(known.name if known else name, SpeakerKind.ORGANISATION, confidence=ACCURACY["author"], how="author")
    return (), replace(speaker, country=known.country, wikidata=known.wikidata) if known else speaker


def _third(reading: Reading, head: Item) -> Found:
    """ "they" and "it": the group, document or body that spoke last, else the nearest organisation."""
    position = head.span.start
    page, outer = reading.talk.page, reading.talk.page.quoted(head.span.start)
    recent = [(p, s) for p, s in reading.speakers[-6:] if p < position and page.quoted(p) in (None, outer)]
    written = [s for _, s in recent if s.kind is SpeakerKind.DOCUMENT or _is_outlet(reading, s)]
    if reading.cue in READING and head.low == "it" and written:
        return (), replace(written[-1], how="pronoun", confidence=ACCURACY["pronoun"])
    one = (SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.UNNAMED)
    wanted = one if head.low in ("it", "its") else (SpeakerKind.DOCUMENT,)
    last = reading.talk.last(position)
    if recent and recent[-1][1].kind not in wanted and (recent[-1][1].kind is not SpeakerKind.PERSON or ";" in recent[-1][1].name):
        near = reading.talk.page.sentence(position) - reading.talk.page.sentence(recent[-1][0]) <= 3
        if near:
            figures = last.figures if last else ()
            return figures, replace(recent[-1][1], how="pronoun", confidence=ACCURACY["body"])
    i = body_before(reading.talk, position)
    return NOBODY if i is None else _named(reading, i, head, how="body")


def _is_outlet(reading: Reading, speaker: Speaker) -> bool:
    known = reading.talk.registry.known(speaker.name)
    return known is not None and known.type in BODY_TYPES["outlet"]


def _relative(reading: Reading, head: Item) -> Found:
    """ "who": the noun it is attached to."""
    items = antecedent(reading.talk.page, reading.talk.cast, head.span.start)
    phrase = parse(items) if items else None
    if phrase is None or phrase.head.span == head.span:
        return NOBODY
    parts = conjuncts(items)
    figures, speaker = _several(reading, parts) if len(parts) > 1 else _phrase(reading, phrase)
    if head.low in ("who", "whose", "whom") and (speaker is None or speaker.kind is SpeakerKind.GOVERNMENT):
        start, _ = reading.talk.page.sentence_range(head.span.start)
        people = [i for _, i in reading.talk.cast.at(start, head.span.start) if _is_person(reading, i)]
        people = [i for i in people if " " in reading.talk.cast.figures[i].name] or people
        return _named(reading, people[-1], head, how="relative") if people else NOBODY
    return figures, replace(speaker, how="relative", confidence=ACCURACY["relative"]) if speaker else None


def _apposed(reading: Reading, phrase: Phrase) -> int | None:
    """The person named after the comma, if the phrase before it is a role."""
    if singular(phrase.head.low) not in PERSON_NOUNS or not phrase.apposition:
        return None
    people = [k for k, item in enumerate(phrase.apposition[:8]) if item.figure is not None and _is_person(reading, item.figure)]
    before = phrase.apposition[: people[0]] if people else phrase.apposition
    barred = QUANTIFIERS | {"of", "for", "who", "at", "like", "including", ",", "'s", "’s"}
    return None if not people or any(item.low in barred for item in before) else phrase.apposition[people[0]].figure


def _is_person(reading: Reading, i: int) -> bool:
    return reading.talk.cast.figures[i].kind is SpeakerKind.PERSON


def _owner(reading: Reading, phrase: Phrase) -> Found | None:
    owner = phrase.owner
    if owner is None:
        return None
    if owner.figure is not None:
        return _named(reading, owner.figure, owner)
    return _pronoun(reading, owner)


def _unseen(reading: Reading, phrase: Phrase) -> Found | None:
    """A name without an entity: one of the registry, or capital words that no lexicon knows."""
    words = [w for w in phrase.core if w.low not in QUANTIFIERS or w.low == phrase.head.low]
    text = reading.document.text[words[0].span.start : words[-1].span.end] if words else ""
    known = reading.talk.registry.known(text) if text else None
    if known:
        figure = Figure(known.name, known.kind, country=known.country, wikidata=known.wikidata, nouns=frozenset((known.type,)))
        return (), _speaker(figure, "registry")
    if len(words) == 1 and words[0].text[0].isupper() and (i := _bearer(reading, tidy(words[0].text))) is not None:
        return _named(reading, i, words[0])
    if not _looks_named(words) or singular(words[-1].low) in MEMBERS or (noun_kind(words[-1].text.lower()) is not None and len(words) < 3):
        return _long_name(reading, phrase)
    name = tidy(text)
    if not name:
        return None
    if (i := _bearer(reading, name)) is not None:
        return _named(reading, i, Item(name, phrase.head.span))
    acronym = name.isupper() and " " not in name and len(name) < 7
    kind = SpeakerKind.ORGANISATION if acronym or any(w.low in ("of", "the", "&") for w in words) else SpeakerKind.PERSON
    return (), Speaker(name, kind, confidence=0.6, how="name")


def _bearer(reading: Reading, name: str) -> int | None:
    """The person of the article that an unmarked name may mean: "Ban" is Ban Ki-moon."""
    people = [i for i, f in enumerate(reading.talk.cast.figures) if f.kind is SpeakerKind.PERSON]
    fit = [i for i in people if same_person(name, reading.talk.cast.figures[i].name)]
    surname = [i for i in fit if name_words(reading.talk.cast.figures[i].name)[-1:] == name_words(name)[-1:]]
    fit = surname or fit or [i for i in people if _misspelt(name, reading.talk.cast.figures[i])]
    return fit[0] if len(fit) == 1 else None


def _misspelt(name: str, figure: Figure) -> bool:
    words = name_words(figure.name)
    return len(words) > 1 and misspelt(name, words[-1])


def _long_name(reading: Reading, phrase: Phrase) -> Found | None:
    """ "Citizens for Tax Justice": capital words around a preposition, whose first is no common noun of the news."""
    words = [w for w in phrase.core if w.low not in QUANTIFIERS]
    rest = [w for w in phrase.rest if w.low not in PREPOSITIONS | QUANTIFIERS]
    if not words or not rest or not all(w.text[0].isupper() for w in [*words, *rest]) or singular(words[-1].low) in NOUNS - {"citizen"}:
        return None
    name = tidy(reading.document.text[words[0].span.start : phrase.rest[-1].span.end])
    return (), Speaker(name, SpeakerKind.ORGANISATION, confidence=0.6, how="name")


def _looks_named(words: list[Item]) -> bool:
    return bool(words) and all(w.text[0].isupper() or w.text[0] == "@" or w.low in ("of", "the", "de") for w in words)


def _role(reading: Reading, phrase: Phrase) -> Found | None:
    """None goes on to a description; nobody is final."""
    noun = singular(phrase.head.low)
    if plural(phrase) and phrase.head.low != "police":
        return None
    if noun in DOCUMENTS and (found := _document_again(reading, phrase)):
        return found
    if noun_kind(noun) is SpeakerKind.DOCUMENT:
        return None
    if not phrase.definite and phrase.owner is None and not _opens_article(reading, phrase):
        return None
    if phrase.head.low == "police" and (i := _police(reading)) is not None:
        return _named(reading, i, phrase.head, how="role")
    i = figure_called(reading.talk, phrase, phrase.head.span.start)
    if phrase.owner is not None and (i is None or not _belongs(reading, i, phrase.owner)):
        return None
    if i is not None:
        return _named(reading, i, phrase.head, how="role")
    if phrase.core[0].low == "the" and (i := _elegant_variation(reading, phrase)) is not None:
        return _named(reading, i, phrase.head, how="variation")
    if phrase.core[0].low == "the" and len(phrase.core) == 2 and not phrase.rest and noun in PERSON_NOUNS:
        return NOBODY
    return None


def _police(reading: Reading) -> int | None:
    """The one police force that the article names."""
    fit = [i for i, f in enumerate(reading.talk.cast.figures) if "police" in f.name.lower() and f.kind is not SpeakerKind.PERSON]
    return fit[0] if len(fit) == 1 else None


def _belongs(reading: Reading, i: int, owner: Item) -> bool:
    """ "Roe's lawyer" is the man called "a lawyer for Jane Roe"."""
    figure = reading.talk.cast.figures[i]
    found = ((owner.figure,), None) if owner.figure is not None else _pronoun(reading, owner)
    names = {w for k in (found[0] if found else ()) for w in name_words(reading.talk.cast.figures[k].name)[-1:]}
    return bool(names & {plain(w) for w in f"{figure.role} {figure.organisation}".split()})


def _opens_article(reading: Reading, phrase: Phrase) -> bool:
    """Headline and lead say "A judge" of whom the next paragraph names."""
    return reading.talk.page.paragraph(phrase.head.span.start) < 3


def _elegant_variation(reading: Reading, phrase: Phrase) -> int | None:
    """ "the 34-year-old mother of three": whoever spoke last, if nothing else is known of them."""
    position, noun = phrase.head.span.start, singular(phrase.head.low)
    last = reading.talk.last(position)
    if last is None or len(last.figures) != 1 or noun not in PERSON_NOUNS or noun in WITHHELD:
        return None
    figure = reading.talk.cast.figures[last.figures[0]]
    near = reading.talk.page.sentence(position) - reading.talk.page.sentence(last.position) <= 3
    gender = HONORIFICS.get(noun)
    fits = figure.kind is SpeakerKind.PERSON and gender in (None, figure.gender)
    return last.figures[0] if near and fits and not (noun in OFFICES and figure.nouns & OFFICES) else None


def _document_again(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the poll" is the poll that was quoted before."""
    if not phrase.definite or len(phrase.core) > 2:
        return None
    noun = singular(phrase.head.low)
    for _, speaker in reversed(reading.speakers):
        if speaker.kind is SpeakerKind.DOCUMENT and noun in {singular(w.lower()) for w in speaker.name.split()}:
            return (), replace(speaker, how="role", confidence=ACCURACY["role"])
    return None


def _description(reading: Reading, phrase: Phrase) -> Found:
    head = phrase.head
    kind = noun_kind(head.text)
    if phrase.definite and is_plural(head.low) and (together := called_together(reading.talk, phrase)):
        people = [reading.talk.cast.figures[i] for i in together]
        name = "; ".join(p.name for p in people)
        return together, replace(_speaker(people[0], "role"), name=name, names=())
    joint = [k for k, w in enumerate(phrase.core) if w.low == "and" and k]
    if joint and is_plural(phrase.core[joint[0] - 1].low):
        kind = noun_kind(phrase.core[joint[0] - 1].text)
    owner = phrase.owner
    if kind is None:
        kind = SpeakerKind.GROUP if head.text[0].isupper() and head.low.endswith("s") else None
    if kind is None:
        return NOBODY
    if kind is SpeakerKind.ORGANISATION and phrase.definite and len(phrase.core) == 2 and not phrase.rest:
        return NOBODY
    owned = None
    if owner is not None and owner.figure is None and owner.low not in ("whose",):
        found = _pronoun(reading, owner)
        owned = found[1].name if found and found[1] else None
    name = described(phrase, owned)
    if singular(head.low) in STATE_ORGANS and (state := _state_of(reading, phrase)):
        return state
    role = head.low if kind is SpeakerKind.UNNAMED and singular(head.low) in WITHHELD | PERSON_NOUNS else None
    return (), Speaker(name, kind, role=role, confidence=ACCURACY["description"], how="description")


def _state_of(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the French government" is France."""
    key = plain(" ".join(w.low for w in phrase.core[:-1] if w.low != "the"))
    known = reading.talk.registry.adjectives.get(key)
    if known is None:
        return None
    name = name_key(known.name)
    for i, figure in enumerate(reading.talk.cast.figures):
        if name_key(figure.name) == name:
            return _named(reading, i, phrase.head, how="registry")
    return (), Speaker(known.name, known.kind, None, None, known.country, known.wikidata, (), ACCURACY["registry"], "registry")


def _continued(reading: Reading, attribution: Attribution) -> Found:
    """No source: the one quoted in the paragraph before, if a quotation opens this one and nothing else is in it."""
    start = attribution.content[0].start if attribution.content else 0
    page = reading.talk.page
    here = page.paragraph(start)
    if not page.paragraphs or page.quoted(start) is None:
        return NOBODY
    opening, _ = page.paragraphs[here]
    last = reading.talk.last(start)
    if last is None or page.quoted(opening) is None or not reading.speakers or here - page.paragraph(last.position) != 1:
        return NOBODY
    return last.figures, replace(reading.speakers[-1][1], how="continuation", confidence=ACCURACY["continuation"])
