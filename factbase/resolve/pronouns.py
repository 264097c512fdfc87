"""Pronouns that stand for a source: "he", "they", "I", "we", "it"."""

import re
from dataclasses import replace

from factbase.document import Span, Speaker, SpeakerKind
from factbase.resolve.byline import author, editorial_voice
from factbase.resolve.coreference import FEMALE, MALE, body_before, person_before
from factbase.resolve.items import Item
from factbase.resolve.kinds import BODY_TYPES
from factbase.resolve.lexicon import GENDERS, is_plural
from factbase.resolve.page import Page
from factbase.resolve.reading import ACCURACY, NOBODY, Found, Reading, named, speaker_of, together
from factbase.resolve.registry import name_key

NEAR = 3  # sentences over which "they" goes back to the speaker before
ANYONE = re.compile(r"(?:an?|one|another) |the (?:[\w-]+ ){1,4}(?:of|for|from) ", re.IGNORECASE)
PAIRS = 8  # mentions among which two joined by "and" are looked for
JOINED = re.compile(r"(?: \([^()]*\))?,? and (?:[A-Z][\w.]* ){0,5}")
JOINTLY = re.compile(r"\b(?:together|jointly|each other|one another|both)\b")
UNNAMED_NEAR = 2  # sentences over which "he" goes back to somebody without a name
WILL = re.compile(r"\b(?:want|hope|plan|refuse|fear|agree|decline|vow|intend|wish|seek)(?:e?s|e?d|ing)?\b")
"""What no document does."""
OPEN = frozenset("you your this these those one there something anything nothing everything".split())
"""Words that no speaker is found for."""
READING = frozenset(("reads", "read", "wrote", "writes", "reported", "reports"))
"""What paper does: "it reads" goes back to the daily that was quoted."""


def pronoun(reading: Reading, head: Item) -> Found | None:
    """None if `head` is no pronoun that is read here."""
    low, position = head.low, head.span.start
    if low in MALE or low in FEMALE:
        gender = "m" if low in MALE else "f"
        if found := _unnamed(reading, position, gender):
            return found
        i = person_before(reading.talk, position, gender)
        return NOBODY if i is None else named(reading, i, head, how="pronoun")
    if low in ("i", "me", "my", "myself", "mine"):
        return _first_person(reading, head)
    if low in ("we", "us", "our", "ourselves"):
        return _we(reading, position)
    if low in ("they", "them", "their", "it", "its", "themselves", "itself"):
        return _third(reading, head)
    return NOBODY if low in OPEN else None


def _unnamed(reading: Reading, position: int, gender: str) -> Found | None:
    """ "One delegate … he": the one without a name who spoke last, if no person is named since."""
    if not reading.speakers:
        return None
    at, speaker = reading.speakers[-1]
    role = speaker.role or ""
    page, near = reading.talk.page, reading.sentences_between(at, position) <= UNNAMED_NEAR
    one = speaker.kind is SpeakerKind.UNNAMED and ANYONE.match(page.text, at) and not is_plural(role)
    told = GENDERS.get(role)
    if not one or not near or told not in (None, gender) or page.quoted(at) not in (None, page.quoted(position)):
        return None
    if any(reading.is_person(i) for _, i in reading.talk.cast.at(at + len(speaker.name), position)):
        return None
    return (), replace(speaker, how="pronoun", confidence=ACCURACY["pronoun"])


def _first_person(reading: Reading, head: Item) -> Found:
    """Inside quotation marks the one who is quoted, else the author."""
    talk = reading.talk
    if talk.page.quoted(head.span.start) is not None:
        return _quoted_speaker(reading, head.span.start)
    name = author(reading.document, talk.page, talk.registry)
    if name is None:
        return NOBODY
    i = talk.cast.by_name.get(name_key(name))
    if i is not None and reading.is_person(i):
        return named(reading, i, Item(name, Span(head.span.start, head.span.end)), how="author")
    return (), Speaker(name, SpeakerKind.PERSON, confidence=ACCURACY["author"], how="author")


def _quoted_speaker(reading: Reading, position: int) -> Found:
    figures, speaker = reading.speaking(position)
    if speaker:
        return figures, replace(speaker, how="pronoun", confidence=ACCURACY["pronoun"])
    last = reading.talk.last(position)
    if last and reading.speakers and (last.figures or reading.speakers[-1][0] == last.position):
        return last.figures, replace(reading.speakers[-1][1], how="pronoun", confidence=ACCURACY["pronoun"])
    return NOBODY


def _we(reading: Reading, position: int) -> Found:
    """Inside quotation marks the one who is quoted, else the paper where no author is known."""
    talk = reading.talk
    if talk.page.quoted(position) is not None:
        return _quoted_speaker(reading, position)
    name = editorial_voice(reading.document, talk.page, talk.registry)
    if name is None:
        return NOBODY
    known = talk.registry.known(name) or talk.registry.known(name.upper())
    speaker = Speaker(name, SpeakerKind.ORGANISATION, confidence=ACCURACY["author"], how="author")
    return (), replace(speaker, name=known.name, country=known.country, wikidata=known.wikidata) if known else speaker


def _third(reading: Reading, head: Item) -> Found:
    """The outlet that "it reads" quotes, the group, document or body that spoke last, else the nearest organisation."""
    position, one = head.span.start, head.low in ("it", "its", "itself")
    if not one and (two := _two_persons(reading, position)):
        return together(reading, two, how="pronoun")
    page, outer = reading.talk.page, reading.talk.page.quoted(position)
    earlier = [(at, s) for at, s in reading.speakers[-8:] if at < position and page.quoted(at) in (None, outer)]
    written = [s for _, s in earlier if s.kind is SpeakerKind.DOCUMENT or _is_outlet(reading, s)]
    if one and written and reading.cue in READING:
        return (), replace(written[-1], how="pronoun", confidence=ACCURACY["pronoun"])
    at, last = earlier[-1] if earlier else (0, None)
    wills = last and last.kind is SpeakerKind.DOCUMENT and WILL.search(reading.cue)
    if last and not wills and _may_be(last, one=one) and reading.sentences_between(at, position) <= NEAR:
        figures = next((s.figures for s in reversed(reading.talk.history) if s.position == at), ())
        return figures, replace(last, how="pronoun", confidence=ACCURACY["body"])
    i = body_before(reading.talk, position)
    return NOBODY if i is None else ((i,), speaker_of(reading.figure(i), "body"))


def _two_persons(reading: Reading, position: int) -> tuple[int, ...]:
    """ "Mr. Roe and Mr. Poe … they", if nobody has spoken in between, or they do something together."""
    talk, page = reading.talk, reading.talk.page
    spoken = reading.speakers[-1][0] if reading.speakers and not _is_joint(page, position) else -1
    later: tuple[Span, int] | None = None
    for span, i in talk.cast.before(position, most=PAIRS):
        if span.start < spoken or reading.sentences_between(span.start, position) > UNNAMED_NEAR:
            return ()
        if not reading.is_person(i):
            continue
        between = page.text[span.end : later[0].start] if later else ""
        if later and JOINED.fullmatch(between):
            return (i, later[1])
        later = (span, i)
    return ()


def _is_joint(page: Page, position: int) -> bool:
    return JOINTLY.search(page.text, position, page.sentence_range(position)[1]) is not None


def _may_be(speaker: Speaker, *, one: bool) -> bool:
    """Whether "it", or "they", may take up this speaker."""
    if one:
        return speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.UNNAMED)
    return ";" in speaker.name or speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.DOCUMENT)


def _is_outlet(reading: Reading, speaker: Speaker) -> bool:
    known = reading.talk.registry.known(speaker.name)
    return known is not None and known.type in BODY_TYPES["outlet"]
