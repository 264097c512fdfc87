"""Several who speak at once: "the senators" who spoke together before, "the two countries"."""

from collections import Counter
from dataclasses import replace

from factbase.document import Speaker, SpeakerKind
from factbase.resolve.called import called_together
from factbase.resolve.home import is_state
from factbase.resolve.lexicon import is_plural, singular
from factbase.resolve.phrases import Phrase
from factbase.resolve.reading import ACCURACY, Found, Reading, together

NEAR = 3  # sentences before in which two states are looked for
RECENT = 3  # earlier sources
STATES = frozenset("country nation state government neighbor neighbour".split())


def several(reading: Reading, phrase: Phrase) -> Found | None:
    """Those who spoke together, or of whom "the senators" takes up the words. None if it is open."""
    return _together(reading, phrase) or _again(reading, phrase)


def _together(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the senators", who spoke together before."""
    figures = called_together(reading.talk, phrase) if phrase.definite else ()
    figures = figures or _two_states(reading, phrase)
    return together(reading, figures, how="role") if figures else None


def _two_states(reading: Reading, phrase: Phrase) -> tuple[int, ...]:
    """ "the two countries" are the two states that were named just before, else those named most often."""
    counted = [w.low for w in phrase.core[:-1]]
    position, cast = phrase.head.span.start, reading.talk.cast
    two = counted == ["the", "two"] or reading.document.text[max(0, position - 5) : position].lower() == "both "
    if singular(phrase.head.low) not in STATES or not two or phrase.rest:
        return ()
    states = [(span, i) for span, i in cast.mentions if is_state(reading.figure(i))]
    before = [i for s, i in states if s.start < position and reading.sentences_between(s.start, position) <= NEAR]
    near = tuple(dict.fromkeys(reversed(before)))[:2]
    often = tuple(i for i, _ in Counter(i for _, i in states).most_common(2))
    pair = near if len(near) > 1 else often
    return tuple(sorted(pair)) if len(pair) > 1 else ()


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
