"""Names that the network did not mark as such."""

from factbase.document import Speaker, SpeakerKind
from factbase.resolve.cast import Figure
from factbase.resolve.items import Item
from factbase.resolve.kinds import SHORT_OFFICES, noun_kind
from factbase.resolve.lexicon import MEMBERS, OFFICES, PARTITIVES, PERSON_NOUNS, PREPOSITIONS, QUANTIFIERS, singular
from factbase.resolve.names import misspelt, name_words, same_person, tidy
from factbase.resolve.phrases import NOUNS, Phrase
from factbase.resolve.reading import ACCURACY, Found, Reading, named, speaker_of
from factbase.resolve.registry import name_key, plain
from factbase.resolve.states import half_named, meant_here


def unmarked(reading: Reading, phrase: Phrase) -> Found | None:
    """A name of the registry, of a person named elsewhere in the article, or capital words that no lexicon knows."""
    if phrase.head.low in PARTITIVES and phrase.rest and phrase.rest[0].low == "of":
        return None  # "Three of them"
    words = [w for w in phrase.core if w.low not in QUANTIFIERS or w.low == phrase.head.low]
    text = reading.document.text[words[0].span.start : words[-1].span.end]
    registry = reading.talk.registry
    known = meant_here(reading.document.text, text, registry) or registry.capitals.get(name_key(text))
    known = known or (half_named(reading.document.text, text, registry) if phrase.core[0].low == "the" else None)
    if known and not text.islower():  # "an independent" is no newspaper
        figure = Figure(known.name, known.kind, country=known.country, wikidata=known.wikidata)
        return (), speaker_of(figure, "registry")
    name = tidy(text)
    if name and words[0].text[0].isupper() and (i := _bearer(reading, name)) is not None:
        return named(reading, i, Item(name, phrase.head.span))
    if known := reading.talk.registry.surnames.get(plain(name)):
        figure = Figure(known.name, known.kind, country=known.country, wikidata=known.wikidata)
        return (), speaker_of(figure, "registry")
    if not name or not _looks_named(words) or _is_any_word(reading, words):
        return _long_name(reading, phrase)
    kind = _kind(name, words, turn=reading.cue == ":")
    titled = len(words) == 1 and phrase.core[0].low == "the"  # "the Wave" is no surname
    return (), _new(name, SpeakerKind.ORGANISATION if titled else kind)


def _is_any_word(reading: Reading, words: list[Item]) -> bool:
    """A single word that opens a sentence has its capital from there; "Chinese" and "Kenyans" are no names anywhere."""
    if len(words) == 1 and plain(words[0].text) in reading.talk.registry.peoples:
        return True
    if len(words) > 1 or words[0].text[0] == "@" or words[0].text.isupper():
        return False
    opening, _ = reading.talk.page.sentence_range(words[0].span.start)
    return words[0].span.start == opening or plain(words[0].text) in reading.talk.registry.adjectives


def _looks_named(words: list[Item]) -> bool:
    """ "Osama bin Laden", "@janeroe", "U.N. Women"; not "Voters" nor "Oversight Committee Republicans"."""
    last = words[-1]
    if len(words) == 1 and last.text.isupper() and len(last.text) > 1:
        return singular(last.low) not in SHORT_OFFICES.keys() | PERSON_NOUNS
    if last.low == "general" and len(words) > 1 and words[-2].low in OFFICES:
        return False  # "NATO Secretary General"
    class_of = singular(last.low).rpartition("-")[2]
    common = noun_kind(last.low) is not None and len(words) < 3 and (last.text.isalpha() or last.low in OFFICES)
    if class_of in MEMBERS | SHORT_OFFICES.keys() or common:
        return False
    return all(w.text[0].isupper() or w.text[0] == "@" or w.low in JOINTS for w in words)


MOST = 50  # persons among whom the bearer of a name is looked for
ON_AIR = frozenset("tv television radio news".split())
JOINTS = frozenset("of the de da van von der den bin al el del la le and &".split())


def _kind(name: str, words: list[Item], *, turn: bool) -> SpeakerKind:
    """In a transcript four capitals and more are a surname: "PENCE: Well, look"."""
    acronym = name.isupper() and " " not in name and len(name) < (4 if turn else 7)
    joined = any(w.low in ("of", "the", "&", "and") for w in words)
    body = acronym or joined or words[-1].low in ON_AIR or noun_kind(words[-1].low)
    return SpeakerKind.ORGANISATION if body else SpeakerKind.PERSON


def _bearer(reading: Reading, name: str) -> int | None:
    """The one person of the article that the name may mean: "Ban" is Ban Ki-moon, "Wimms" is Jane Wimes."""
    cast, words = reading.talk.cast, name_words(name)
    near = {i for word in words[1:] or words for i in cast.by_word.get(word, ())[:MOST]}
    fit = [i for i in sorted(near) if reading.is_person(i) and same_person(name, reading.figure(i).name)]
    surname = [i for i in fit if name_words(reading.figure(i).name)[-1:] == words[-1:]]
    fit = surname or fit or [i for i in cast.persons[:MOST] if _is_misspelt(name, reading.figure(i))]
    return fit[0] if len(fit) == 1 else None


def _is_misspelt(name: str, figure: Figure) -> bool:
    words = name_words(figure.name)
    return len(words) > 1 and misspelt(name, words[-1])


def _long_name(reading: Reading, phrase: Phrase) -> Found | None:
    """ "Citizens for Tax Justice": capital words around a preposition, whose first is no common noun of the news."""
    words = [w for w in phrase.core if w.low not in QUANTIFIERS]
    rest = [w for w in phrase.rest if w.low not in PREPOSITIONS | QUANTIFIERS]
    capital = all(w.text[0].isupper() for w in [*words, *rest])
    if not words or not rest or not capital or singular(words[-1].low) in NOUNS - {"citizen"}:
        return None
    name = tidy(reading.document.text[words[0].span.start : phrase.rest[-1].span.end])
    return ((), _new(name, SpeakerKind.ORGANISATION)) if name else None


def _new(name: str, kind: SpeakerKind) -> Speaker:
    return Speaker(name, kind, confidence=ACCURACY["unmarked"], how="unmarked")
