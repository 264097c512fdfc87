"""Several who speak at once: "the senators" who spoke together before, "the two countries", "both"."""

from collections import Counter
from dataclasses import replace

from factbase.document import Speaker, SpeakerKind
from factbase.resolve.called import called_together
from factbase.resolve.home import is_state
from factbase.resolve.items import Items
from factbase.resolve.lexicon import PERSON_NOUNS, is_plural, singular
from factbase.resolve.phrases import Phrase
from factbase.resolve.reading import ACCURACY, Found, Reading, named, together

NEAR = 3  # sentences before in which two states or persons are looked for
RECENT = 3  # earlier sources
STATES = frozenset("country nation state government neighbor neighbour".split())
OF_GENDER = {"man": "m", "woman": "f"}
BOTH = ("both", "the two")
ONE_OF_TWO = {"the former": 0, "the latter": 1}


def of_two(reading: Reading, items: Items) -> Found | None:
    """ "both" and "the two" are those just named, "the former" is the first of them. None if it is open."""
    words = " ".join(item.low for item in items)
    if words not in BOTH and words not in ONE_OF_TWO:
        return None
    pair = _pair(reading, items[0].span.start)
    if not pair:
        return None
    if words in BOTH:
        return together(reading, pair, how="role")
    return named(reading, pair[ONE_OF_TWO[words]], items[-1], how="role")


def several(reading: Reading, phrase: Phrase) -> Found | None:
    """Those who spoke together, or of whom "the senators" takes up the words. None if it is open."""
    return _together(reading, phrase) or _again(reading, phrase)


def _together(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the senators", who spoke together before."""
    figures = called_together(reading.talk, phrase) if phrase.definite else ()
    figures = figures or _two_states(reading, phrase) or _two_persons(reading, phrase)
    return together(reading, figures, how="role") if figures else None


def _two_states(reading: Reading, phrase: Phrase) -> tuple[int, ...]:
    """ "the two countries" are the two states that were named just before, else those named most often."""
    position, cast = phrase.head.span.start, reading.talk.cast
    if singular(phrase.head.low) not in STATES or not _is_two(reading, phrase):
        return ()
    states = [(span, i) for span, i in cast.mentions if is_state(reading.figure(i))]
    before = [i for s, i in states if s.start < position and reading.sentences_between(s.start, position) <= NEAR]
    near = tuple(dict.fromkeys(reversed(before)))[:2]
    often = tuple(i for i, _ in Counter(i for _, i in states).most_common(2))
    pair = near if len(near) > 1 else often
    return tuple(sorted(pair)) if len(pair) > 1 else ()


def _two_persons(reading: Reading, phrase: Phrase) -> tuple[int, ...]:
    """ "both ministers", "the two women": the persons just named."""
    noun = singular(phrase.head.low)
    if (noun not in PERSON_NOUNS and noun not in OF_GENDER) or not _is_two(reading, phrase):
        return ()
    return _pair(reading, phrase.head.span.start, noun)


def _is_two(reading: Reading, phrase: Phrase) -> bool:
    """ "the two ministers" or "both ministers", with nothing more."""
    position = phrase.head.span.start
    both = reading.document.text[max(0, position - 5) : position].lower() == "both "
    return (both or [w.low for w in phrase.core[:-1]] == ["the", "two"]) and not phrase.rest


def _pair(reading: Reading, position: int, noun: str = "") -> tuple[int, ...]:
    """Two who spoke together just before, else the last two persons named, in the order of their names. Empty if fewer.

    Of the persons near those are preferred who are told to be what `noun` says.
    """
    last = reading.talk.last(position)
    if last and len(last.figures) == 2 and reading.sentences_between(last.position, position) <= NEAR:
        return last.figures
    mentions = reading.talk.cast.mentions
    before = [(s, i) for s, i in mentions if s.start < position and reading.is_person(i)]
    near = [i for s, i in before if reading.sentences_between(s.start, position) <= NEAR]
    told = [i for i in near if noun in reading.figure(i).nouns]
    alike = [i for i in near if noun not in OF_GENDER or reading.figure(i).gender in (None, OF_GENDER[noun])]
    fit = told if len(set(told)) > 1 else alike
    two = tuple(dict.fromkeys(reversed(fit)))[:2]
    return tuple(sorted(two, key=fit.index)) if len(two) == 2 else ()


def _again(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the researchers" are the "researchers at the coast station" who spoke before."""
    if not phrase.definite or not phrase.is_bare:
        return None
    noun = singular(phrase.head.low)
    for _, speaker in reversed(reading.speakers[-RECENT:]):
        if speaker.kind in (SpeakerKind.UNNAMED, SpeakerKind.GROUP) and noun in _nouns(speaker):
            return (), replace(speaker, how="role", confidence=ACCURACY["role"])
    return None


def _nouns(speaker: Speaker) -> set[str]:
    return {singular(word) for word in speaker.name.split() if is_plural(word)}
