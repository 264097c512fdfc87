"""Sources without a name: "the senator", whom the article names elsewhere, and "two aides", whom it does not."""

import re
from dataclasses import replace

from factbase.document import Speaker, SpeakerKind
from factbase.resolve.called import figure_called, owning_state
from factbase.resolve.cast import RULERS, Figure
from factbase.resolve.coreference import pointed_at
from factbase.resolve.documents import document_in_full
from factbase.resolve.home import home_country, is_state
from factbase.resolve.items import Item
from factbase.resolve.kinds import noun_kind
from factbase.resolve.lexicon import (
    BODIES,
    FORCES,
    GENDERS,
    OF_STATES,
    PERSON_NOUNS,
    QUANTIFIERS,
    STATE_ORGANS,
    WITHHELD,
    is_plural,
    singular,
)
from factbase.resolve.names import name_words
from factbase.resolve.phrases import ARTICLES, Phrase, described, plural
from factbase.resolve.pronouns import pronoun
from factbase.resolve.reading import ACCURACY, NOBODY, Found, Reading, named
from factbase.resolve.registry import Known, name_key, plain
from factbase.resolve.roles import PARTIES
from factbase.resolve.several import several
from factbase.resolve.ties import body_of, in_role

LEAD = 3  # paragraphs from the top whose "A judge" may be named further down
NEAR = 3  # sentences over which another word for the speaker before is understood
NAMELESS = frozenset("official source aide adviser advisor diplomat officer insider associate ally friend".split())
RECENT = 3  # earlier sources among which "the diplomat" is one whose name is withheld
AGE = re.compile(r"\d{1,3}-year-old")
NOT_NAMED = frozenset("people person persons individual".split())
KNOWING = re.compile(
    r"^(?:familiar with|close to|privy to|aware of|briefed on|involved in|with (?:\w+ )?(?:knowledge|insight))|\banonym"
)
"""Tells that those who speak do not want to be named, which makes them no group."""
PROMINENT = frozenset(
    "opposition political public senior religious military leading prominent key party establishment community"
    " government cultural sports industry business".split()
)
"""Of whom there are figures: "opposition figures" are persons, "official figures" are numbers."""
TITLES = (WITHHELD | PERSON_NOUNS) - {"someone", "somebody"} - NOT_NAMED
SHOWN = frozenset("reads read reading shows showed showing depicts depicted".split())
"""What the poster on a wall does; one who posts admits and writes."""
STAFFS = ("campaign", "administration")
OF_A_CENTRE = ("IND", "PAK")  # "the Centre" is the government of the whole
DEFINITE = ("the", "this", "that")
SURE = 0.5  # chance that the network gives whom it means
FAR = 40  # earlier sources among which "the poll" is looked for


def role(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the senator", "the daily", "the poll", "Roe's lawyer": who the article names so. None if it is open."""
    noun = singular(phrase.head.low)
    if phrase.head.low == "police":
        return _police(reading, phrase)
    if plural(phrase):
        return several(reading, phrase)
    if noun_kind(noun) is SpeakerKind.DOCUMENT:
        return _document_again(reading, phrase) or document_in_full(reading, phrase)
    if AGE.fullmatch(phrase.head.low) and phrase.definite:
        return _aged(reading, phrase)
    if government := _government(reading, phrase):
        return government
    return _unnamed_again(reading, phrase) or _staff_of(reading, phrase) or _figure(reading, phrase)


def _aged(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the 54-year-old" is the person of that age, else the one who spoke last."""
    position, age = phrase.head.span.start, phrase.head.low.partition("-")[0]
    text, cast = reading.document.text, reading.talk.cast
    aged = {i for span, i in cast.mentions if reading.is_person(i) and text.startswith(f", {age}", span.end)}
    last = reading.talk.last(position)
    near = last and len(last.figures) == 1 and reading.sentences_between(last.position, position) <= NEAR
    fit = aged or {i for i in (last.figures if last and near else ()) if reading.is_person(i)}
    return named(reading, fit.pop(), phrase.head, how="variation") if len(fit) == 1 else None


def _staff_of(reading: Reading, phrase: Phrase) -> Found | None:
    """ "his campaign" and "Clinton's campaign" are the Clinton campaign."""
    owner = phrase.owner
    if owner is None or phrase.head.low not in STAFFS or phrase.rest:
        return None
    found = ((owner.figure,), None) if owner.figure is not None else pronoun(reading, owner)
    if not found or len(found[0]) != 1 or not reading.is_person(found[0][0]):
        return None
    name = f"{reading.figure(found[0][0]).name.split()[-1]} {phrase.head.low}"
    i = reading.talk.cast.by_name.get(name_key(name))
    if i is not None:
        return named(reading, i, phrase.head, how="role")
    kind = SpeakerKind.GOVERNMENT if phrase.head.low in STATE_ORGANS else SpeakerKind.ORGANISATION
    return (), Speaker(name, kind, confidence=ACCURACY["role"], how="role")


def _figure(reading: Reading, phrase: Phrase) -> Found | None:
    anyone = not phrase.definite and phrase.owner is None
    if anyone and (phrase.core[0].low in QUANTIFIERS - ARTICLES or not _in_lead(reading, phrase)):
        return None
    i = figure_called(reading.talk, phrase, phrase.head.span.start)
    noun = singular(phrase.head.low)
    if anyone and i is not None and noun in NAMELESS and noun not in reading.figure(i).nouns:
        return None  # "A diplomat" is no minister, who would be "the diplomat"
    owned = phrase.owner if phrase.head.low != "counterpart" else None
    if i is not None and (owned is None or _belongs(reading, i, owned)):
        return _called(reading, phrase, i, how="role")
    if phrase.core[0].low not in DEFINITE or phrase.owner is not None:
        return None
    varied = _variation(reading, phrase) if phrase.core[0].low == "the" else None
    return varied or _pointed(reading, phrase)


def _pointed(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the bank", "the woman", "the local executive": whom the network is sure of, if nothing told is against it."""
    noun = singular(phrase.head.low)
    gender = GENDERS.get(noun)
    chances = pointed_at(reading.talk, phrase.head.span.start)
    fit = [
        i
        for i, chance in chances.items()
        if chance >= SURE
        and i not in reading.talk.about
        and not _of_other_office(reading.figure(i), phrase)
        and not (noun in OF_STATES and _is_party(reading, reading.figure(i)))
        and not _of_other_state(reading, reading.figure(i), phrase)
        and noun_kind(noun) in _may_be(reading.figure(i))
        and not _of_other_party(reading.figure(i), phrase)
        and (gender is None or reading.figure(i).gender in (None, gender))
    ]
    return _called(reading, phrase, fit[0], how="pointed") if len(fit) == 1 else None


def _called(reading: Reading, phrase: Phrase, i: int, *, how: str) -> Found:
    figures, speaker = named(reading, i, phrase.head, how=how)
    return figures, in_role(reading, phrase, speaker) if speaker else None


def _may_be(figure: Figure) -> tuple[SpeakerKind, ...]:
    """The kinds of nouns for a figure: a person's are those of one who is not named."""
    return (SpeakerKind.PERSON, SpeakerKind.UNNAMED) if figure.kind is SpeakerKind.PERSON else (figure.kind,)


def description(reading: Reading, phrase: Phrase) -> Found:
    """ "two Biden administration officials", "a poll", "the French government"."""
    head = phrase.head
    kind = SpeakerKind.GROUP if plain(head.text) in reading.talk.registry.peoples else _kind(reading, phrase)
    untold = phrase.definite and phrase.is_bare and kind in (SpeakerKind.ORGANISATION, SpeakerKind.UNNAMED)
    if kind is None or untold:
        return NOBODY
    if singular(head.low) in STATE_ORGANS and (found := _state(reading, phrase)):
        return found
    title = head.low if kind is SpeakerKind.UNNAMED and singular(head.low) in TITLES else None
    name = described(phrase, _owner_name(reading, phrase))
    if peer := _counterpart(reading, phrase):
        title, name = peer, peer + described(Phrase((head,), phrase.rest, ())).removeprefix(head.text)
    adjectives = reading.talk.registry.adjectives
    states = {state.country for w in phrase.core if (state := adjectives.get(plain(w.text)))}
    country = states.pop() if len(states) == 1 else None if states else owning_state(reading.talk, phrase)
    body, sure = None if len(states) > 1 else body_of(reading, phrase, kind), ACCURACY["description"]
    return (), Speaker(name, kind, title, body, country, confidence=sure, how="description")


def _government(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the government" of the state the article is about, if it does not speak of "the Roe government".

    In India and Pakistan that of the whole country is "the Centre".
    """
    centre = phrase.head.text == "Centre"
    if not (centre or phrase.head.low == "government") or phrase.core[0].low != "the" or not phrase.is_bare:
        return None
    position, cast, talk = phrase.head.span.start, reading.talk.cast, reading.talk
    called = [reading.figure(i) for _, i in cast.before(position, most=FAR) if _may_govern(reading.figure(i))]
    if called and not is_state(called[0]):
        return None
    last = talk.last(position)
    near = last and len(last.figures) == 1 and reading.sentences_between(last.position, position) <= NEAR
    spoken = [reading.figure(i).country for i in last.figures if is_state(reading.figure(i))] if last and near else []
    country = home_country(cast, talk.page, position, next(iter(spoken), None), talk.registry)
    known = talk.registry.state_of(country)
    if centre and country not in OF_A_CENTRE:
        return None
    return _state_found(reading, phrase, known, how="role") if known else description(reading, phrase)


def _may_govern(figure: Figure) -> bool:
    return is_state(figure) or "government" in figure.nouns


def _kind(reading: Reading, phrase: Phrase) -> SpeakerKind | None:
    """Of "leaders and diplomats" the first noun decides; a capital plural that no lexicon knows is a group."""
    if singular(phrase.head.low) == "poster" and reading.cue in SHOWN:
        return SpeakerKind.DOCUMENT
    if told := _first_of_several(phrase):
        return noun_kind(told.text)
    if singular(phrase.head.low) == "guard" and len(phrase.core) > 1 and phrase.core[-2].low in FORCES:
        return SpeakerKind.ORGANISATION
    if singular(phrase.head.low) in NOT_NAMED and KNOWING.search(
        " ".join(w.low for w in (*phrase.rest, *phrase.apposition))
    ):
        return SpeakerKind.UNNAMED
    if phrase.head.low == "figures" and PROMINENT & {w.low for w in phrase.core[:-1]}:
        return SpeakerKind.GROUP
    return noun_kind(phrase.head.text)


def _first_of_several(phrase: Phrase) -> Item | None:
    """ "leaders" of "leaders and diplomats", "attorneys" of "attorneys general"."""
    joint = next((k for k, w in enumerate(phrase.core) if w.low == "and" and k), None)
    if joint and is_plural(phrase.core[joint - 1].low):
        return phrase.core[joint - 1]
    return phrase.core[-2] if phrase.head.low == "general" and plural(phrase) else None


def _owner_name(reading: Reading, phrase: Phrase) -> str | None:
    """The possessor that a pronoun stands for: "his lawyer" is "John Roe's lawyer"."""
    owner = phrase.owner
    if owner is None or owner.figure is not None:
        return None
    found = pronoun(reading, owner)
    return found[1].name if found and found[1] else None


def _counterpart(reading: Reading, phrase: Phrase) -> str | None:
    """What "her counterpart from Chad" is after "the representative of Benin": a representative from Chad."""
    last = reading.speakers[-1][1] if reading.speakers else None
    if phrase.head.low != "counterpart" or not phrase.rest or last is None or last.kind is not SpeakerKind.UNNAMED:
        return None
    return last.role


def _police(reading: Reading, phrase: Phrase) -> Found | None:
    """The one police force that the article names."""
    fit = [i for i in reading.talk.cast.by_word.get("police", ()) if not reading.is_person(i)]
    return named(reading, fit[0], phrase.head, how="role") if len(fit) == 1 else None


def _in_lead(reading: Reading, phrase: Phrase) -> bool:
    """Headline and lead say "A judge" of whom the next paragraph names."""
    return reading.talk.page.paragraph(phrase.head.span.start) < LEAD


def _belongs(reading: Reading, i: int, owner: Item) -> bool:
    """ "Roe's lawyer" is the man called "a lawyer for Jane Roe"."""
    found = ((owner.figure,), None) if owner.figure is not None else pronoun(reading, owner)
    names = {w for k in (found[0] if found else ()) for w in name_words(reading.figure(k).name)[-1:]}
    states = {reading.figure(k).country for k in (found[0] if found else ()) if not reading.is_person(k)} - {None}
    return bool(names & reading.figure(i).tied) or reading.figure(i).country in states


def _variation(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the 34-year-old mother of three": whoever spoke last, if the article tells no role of theirs."""
    position, noun = phrase.head.span.start, singular(phrase.head.low)
    last = reading.talk.last(position)
    if last is None or len(last.figures) != 1 or noun not in (PERSON_NOUNS - NAMELESS) | (BODIES - STATE_ORGANS):
        return None
    figure = reading.figure(last.figures[0])
    fits = figure.kind is SpeakerKind.PERSON and GENDERS.get(noun) in (None, figure.gender)
    if noun in BODIES:
        fits = figure.kind is SpeakerKind.ORGANISATION and not figure.nouns
    former = phrase.core[1].low == "former" and noun not in figure.nouns
    told = bool(figure.nouns) and not former
    if not fits or told or _of_other_party(figure, phrase) or reading.sentences_between(last.position, position) > NEAR:
        return None
    return _called(reading, phrase, last.figures[0], how="variation")


def _of_other_office(figure: Figure, phrase: Phrase) -> bool:
    """ "The prime minister" is nobody who was told to be a president alone."""
    noun = singular(phrase.head.low)
    return noun in RULERS and bool(figure.nouns & RULERS) and noun not in figure.nouns


def _is_party(reading: Reading, figure: Figure) -> bool:
    known = reading.talk.registry.known(figure.name)
    return known is not None and known.type == "party"


def _of_other_state(reading: Reading, figure: Figure, phrase: Phrase) -> bool:
    """ "The representative of Chad" is nobody who is not told to be of Chad."""
    told = [reading.figure(item.figure) for item in phrase.rest[1:3] if item.figure is not None]
    tied = phrase.rest[0].low in ("of", "for", "from") if phrase.rest else False
    return tied and any(is_state(land) and land.country != figure.country for land in told)


def _of_other_party(figure: Figure, phrase: Phrase) -> bool:
    """ "the Democratic candidate" is nobody who was told to be a Republican."""
    asked = {PARTIES[w.low] for w in phrase.core[:-1] if w.low in PARTIES}
    told = {PARTIES[w] for w in figure.words if w in PARTIES}
    return bool(asked and told) and not asked & told


def _document_again(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the poll" is the poll that was quoted before."""
    if not phrase.definite or not phrase.is_bare:
        return None
    noun = singular(phrase.head.low)
    for _, speaker in reversed(reading.speakers[-FAR:]):
        if speaker.kind is SpeakerKind.DOCUMENT and noun in {singular(w) for w in speaker.name.split()}:
            return (), replace(speaker, how="role", confidence=ACCURACY["role"])
    return None


def _unnamed_again(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the diplomat" is the "senior EU diplomat" who spoke just before, not a minister whom the article names."""
    if not phrase.definite or not phrase.is_bare or phrase.owner is not None or not reading.speakers:
        return None
    noun = singular(phrase.head.low)
    for _, speaker in reversed(reading.speakers[-RECENT:]):
        if speaker.kind is SpeakerKind.UNNAMED and speaker.role and singular(speaker.role) == noun:
            return (), replace(speaker, how="role", confidence=ACCURACY["role"])
    return None


def _state(reading: Reading, phrase: Phrase) -> Found | None:
    """ "the French government" is France."""
    known = reading.talk.registry.adjectives.get(plain(" ".join(w.low for w in phrase.core[:-1] if w.low != "the")))
    if known is None:
        return None
    return _state_found(reading, phrase, known, how="registry")


def _state_found(reading: Reading, phrase: Phrase, known: Known, *, how: str) -> Found:
    """The state as a figure of the article, or as the registry has it."""
    i = reading.talk.cast.by_name.get(name_key(known.name))
    if i is not None:
        return named(reading, i, phrase.head, how=how)
    return (), Speaker(known.name, known.kind, None, None, known.country, known.wikidata, (), ACCURACY[how], how)
