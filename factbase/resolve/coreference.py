"""Who a pronoun or a role means: "he", "the senator", "the campaign"."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from factbase.document import Reference, Span, SpeakerKind
from factbase.resolve.cast import Cast, Figure
from factbase.resolve.general import GENERAL, body_nearby
from factbase.resolve.kinds import BODY_TYPES
from factbase.resolve.lexicon import GENDERS, OFFICES, singular
from factbase.resolve.offices import holds
from factbase.resolve.page import Page
from factbase.resolve.phrases import Phrase
from factbase.resolve.registry import Registry, plain

MOST = 60  # mentions looked back at: no antecedent stands farther away, and a long list of names costs no more
WEIGHTS = {
    "sentence": 0.7,
    "paragraph": 0.2,
    "gender": 0.5,
    "speaker": 1.2,
    "last": 0.0,
    "subject": 0.6,
    "prep": 0.6,
    "poss": 0.3,
    "quoted": 1.0,
    "pointed": 0.3,
}
LEAST = 0.01  # chance that what the network does not point at has all the same
MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
ASKED = re.compile(
    r"\W*(?:when |while |after |being )*(?:asked|pressed|questioned|challenged|quizzed) .{0,40}?\bby ", re.IGNORECASE
)
PREPOSITIONAL = frozenset("to of with for about by from against at on in over than like between and".split())
HYPERNYMS = {
    "lawmaker": {"senator", "representative", "congressman", "congresswoman", "lawmaker", "legislator", "delegate"},
    "legislator": {"senator", "representative", "congressman", "congresswoman", "lawmaker"},
    "congressman": {"representative"}, "congresswoman": {"representative"},
    "representative": {"congressman", "congresswoman"},
    "politician": {"senator", "representative", "governor", "mayor", "minister", "president", "lawmaker", "leader"},
    "candidate": {"nominee", "contender", "hopeful", "challenger", "candidate"}, "nominee": {"candidate", "nominee"},
    "contender": {"candidate", "nominee"}, "minister": {"secretary"},
    "premier": {"minister"}, "pm": {"minister"}, "chancellor": {"chancellor"},
    "official": {"secretary", "director", "commissioner", "minister", "official", "deputy", "administrator"},
    "leader": {"president", "minister", "leader", "chancellor", "chairman", "premier", "speaker"},
    "diplomat": {"ambassador", "envoy", "minister", "secretary", "diplomat"}, "envoy": {"ambassador"},
    "lawyer": {"attorney", "counsel"}, "attorney": {"lawyer", "counsel"}, "judge": {"justice", "judge"},
    "spokesman": {"spokesperson", "secretary"}, "spokeswoman": {"spokesperson", "secretary"},
    "spokesperson": {"spokesman", "spokeswoman"}, "chairman": {"chair", "head"}, "chair": {"chairman", "chairwoman"},
    "chief": {"director", "head", "commissioner", "chairman", "chief"},
    "head": {"director", "chief", "chairman", "president"},
    "businessman": {"billionaire", "mogul", "tycoon", "executive"}, "billionaire": {"mogul", "tycoon", "businessman"},
    "mogul": {"billionaire", "businessman", "tycoon"}, "tycoon": {"billionaire", "businessman", "mogul"},
    "general": {"general", "commander"}, "secretary-general": {"general"}, "director-general": {"general"},
    "officer": {"captain", "colonel", "major", "lieutenant", "sergeant"},
    "academic": {"professor"}, "scholar": {"professor", "fellow"}, "professor": {"scholar"},
    "expert": {"analyst", "professor", "economist", "fellow"}, "filmmaker": {"director"}, "director": {"filmmaker"},
    "monarch": {"king", "queen"}, "pontiff": {"pope"}, "reporter": {"journalist", "correspondent"},
    "journalist": {"reporter", "correspondent"}, "author": {"writer"}, "aide": {"adviser", "advisor", "spokesman"},
    "adviser": {"advisor", "aide"}, "advisor": {"adviser", "aide"}, "host": {"anchor"}, "moderator": {"anchor", "host"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """Who a source further up was found to mean."""

    position: int
    figures: tuple[int, ...]
    """Empty where it is no figure of the cast."""


@dataclass(slots=True)
class Discourse:
    """What has been read so far, sources in order of place."""

    page: Page
    cast: Cast
    registry: Registry
    references: Mapping[int, Reference] = field(default_factory=dict)
    """What the network thinks that a pronoun or a description means, by the place of the word."""
    day: date | None = None
    """When the article was published."""
    history: list[Said] = field(default_factory=list)
    about: Mapping[int, int] = field(default_factory=dict)
    """Figures that the content at hand names, who are not its speaker, each with the place from which on a pronoun
    before it cannot mean them: "The minister slammed Roe"; in "Roe will go, her office said" it can.
    """

    def last(self, position: int) -> Said | None:
        return next((s for s in reversed(self.history[-6:]) if s.position < position), None)


def person_before(talk: Discourse, position: int, gender: str | None) -> int | None:
    """The person that "he" or "she" at `position` means.

    The highest of: near, named as a subject, the speaker of the statement before, of that gender for certain.
    """
    scores: dict[int, float] = {}
    pointed = pointed_at(talk, position)
    barred = {i for i, place in talk.about.items() if place > position} | {_asking(talk, position)}
    for place, figure, quality in _candidates(talk, position):
        if figure not in barred and _fits(talk.cast.figures[figure], gender):
            value = (
                quality
                + WEIGHTS["pointed"] * math.log(max(LEAST, pointed.get(figure, 0.0)) / LEAST)
                + _nearness(talk.page, place, position)
                + (WEIGHTS["gender"] if talk.cast.figures[figure].gender else 0.0)
            )
            scores[figure] = max(scores.get(figure, -99.0), value)
    if scores:
        best = max(scores, key=lambda i: (scores[i], -i))
        return best if scores[best] > -6 else None
    return _named_later(talk, position, gender)


def _asking(talk: Discourse, position: int) -> int | None:
    """ "Asked by Jane Roe about the treaty, he said": she who asks is not he who answers."""
    start, _ = talk.page.sentence_range(position)
    asked = ASKED.match(talk.page.text, start, position)
    named = talk.cast.at(asked.end(), position) if asked else ()
    return next((i for _, i in named if talk.cast.figures[i].kind is SpeakerKind.PERSON), None)


def pointed_at(talk: Discourse, position: int) -> dict[int, float]:
    """The figures that the network thinks the word at `position` may mean, each with its chance."""
    reference = talk.references.get(position)
    chances: dict[int, float] = {}
    for word, chance in reference.means if reference else ():
        for i in talk.cast.named_by(word):
            chances[i] = chances.get(i, 0.0) + chance
    return chances


def _candidates(talk: Discourse, position: int) -> list[tuple[int, int, float]]:
    """Mentions and earlier sources before `position`: place, figure, and how likely it is to be taken up again."""
    outer = talk.page.quoted(position)
    out = [
        (span.start, i, _prominence(talk, span, outer))
        for span, i in talk.cast.before(position, most=MOST)
        if talk.cast.figures[i].kind is SpeakerKind.PERSON
    ]
    for said in talk.history[-8:]:
        if said.position < position:
            people = [i for i in said.figures if talk.cast.figures[i].kind is SpeakerKind.PERSON]
            value = WEIGHTS["speaker"] if len(people) == 1 else 0.2
            value += WEIGHTS["last"] if said is talk.last(position) else 0
            inner = talk.page.quoted(said.position)
            value -= WEIGHTS["quoted"] if inner is not None and inner != outer else 0.0
            out += [(said.position, i, value) for i in people]
    return out


def _prominence(talk: Discourse, span: Span, outer: int | None) -> float:
    """A name that opens its sentence is a subject; one after a preposition or inside quotation marks is not."""
    text = talk.page.text
    start, _ = talk.page.sentence_range(span.start)
    value = WEIGHTS["subject"] if talk.cast.is_first(start, span) else 0.0
    before = text[max(start, span.start - 12) : span.start].split()
    if before and before[-1].lower() in PREPOSITIONAL and text[start : span.start] != "For ":
        value -= WEIGHTS["prep"]
    if text[span.end : span.end + 2] in ("'s", "’s"):
        value -= WEIGHTS["poss"]
    quote = talk.page.quoted(span.start)
    return value - (WEIGHTS["quoted"] if quote is not None and quote != outer else 0.0)


def _nearness(page: Page, place: int, position: int) -> float:
    return -WEIGHTS["sentence"] * (page.sentence(position) - page.sentence(place)) - WEIGHTS["paragraph"] * (
        page.paragraph(position) - page.paragraph(place)
    )


def _fits(figure: Figure, gender: str | None) -> bool:
    return gender is None or figure.gender is None or figure.gender == gender


def _named_later(talk: Discourse, position: int, gender: str | None) -> int | None:
    """ "In his speech, Brown said": the one person named further on in the sentence."""
    _, end = talk.page.sentence_range(position)
    later = [i for _, i in talk.cast.at(position, end) if talk.cast.figures[i].kind is SpeakerKind.PERSON]
    fit = [i for i in later if i not in talk.about and _fits(talk.cast.figures[i], gender)]
    return fit[0] if fit else None


def body_before(talk: Discourse, position: int) -> int | None:
    """The organisation or state that "it" or "they" at `position` means."""
    last = talk.last(position)
    if last and len(last.figures) == 1 and talk.cast.figures[last.figures[0]].kind is not SpeakerKind.PERSON:
        return last.figures[0]
    here = talk.page.sentence(position)
    near = [
        (span, i)
        for span, i in talk.cast.before(position, most=MOST)
        if _may_be_it(talk.cast.figures[i]) and here - talk.page.sentence(span.start) <= 1
    ]
    subjects = [i for span, i in near if _prominence(talk, span, None) > 0]
    return subjects[0] if subjects else near[0][1] if near else None


def _may_be_it(figure: Figure) -> bool:
    """A body or a state; a town is where things happen."""
    return figure.kind is SpeakerKind.ORGANISATION or (
        figure.kind is SpeakerKind.GOVERNMENT and figure.country is not None
    )


def figure_called(talk: Discourse, phrase: Phrase, position: int) -> int | None:
    """The figure that a role or a type means: "the French president", "the campaign", "the American daily"."""
    noun = singular(phrase.head.low.strip("."))
    words = [w.low.strip(".,") for w in phrase.core[:-1]]
    if words and words[-1] in ("vice", "deputy", "assistant"):
        noun = f"{words[-1]}-{noun}"
    if words and noun == "general" and words[-1] in ("secretary", "director", "governor"):
        noun = f"{words[-1]}-general"
    state = _state(talk.registry, words) or owning_state(talk, phrase)
    asked = {noun} | HYPERNYMS.get(noun, set()) | BODY_TYPES.get(noun, set())
    near = sorted({i for word in asked for i in talk.cast.by_noun.get(word, ())})
    figures = talk.cast.figures
    fit = {i for i in near if _called(figures[i], noun, words) and _of_state(figures[i], state)} - talk.about.keys()
    fit = _at_body(talk, phrase, fit)
    if not fit and noun not in GENERAL:
        chief = _of_body(talk, phrase, noun)
        told = chief if chief is not None else _by_office(talk, phrase, state)
        return told if told is not None else _by_state(talk, state, noun)
    last = talk.last(position)
    if last and len(last.figures) == 1 and last.figures[0] in fit:
        return last.figures[0]
    if state is None and words == ["the"] and noun in GENERAL:
        return body_nearby(talk.cast, talk.page, fit, position)
    return _of_several(talk, fit, position)


def _of_several(talk: Discourse, fit: set[int], position: int) -> int | None:
    """The one there is, else the one named last before, else the one named next."""
    if len(fit) == 1:
        return next(iter(fit))
    before = next((i for _, i in talk.cast.before(position, most=10 * MOST) if i in fit), None)
    if before is not None:
        return before
    return next((i for _, i in talk.cast.at(position, len(talk.page.text)) if i in fit), None)


def _at_body(talk: Discourse, phrase: Phrase, fit: set[int]) -> set[int]:
    """ "the WTO chief" is nobody who is told to be of another organisation."""
    figures = talk.cast.figures
    bodies = {figures[w.figure].name for w in phrase.core[:-1] if w.figure is not None and _is_body(figures[w.figure])}
    if not bodies:
        return fit
    told = {i for i in fit if figures[i].organisation in bodies}
    return told or {i for i in fit if figures[i].kind is not SpeakerKind.PERSON or figures[i].organisation is None}


def _is_body(figure: Figure) -> bool:
    return figure.kind is SpeakerKind.ORGANISATION


def _of_body(talk: Discourse, phrase: Phrase, noun: str) -> int | None:
    """ "the UN chief" is the one person who is told to be of the United Nations."""
    bodies = {talk.cast.figures[w.figure].name for w in phrase.core[:-1] if w.figure is not None}
    if noun not in ("chief", "head", "boss") or not bodies:
        return None
    fit = [i for i in talk.cast.persons if talk.cast.figures[i].organisation in bodies]
    return fit[0] if len(fit) == 1 else None


def _by_office(talk: Discourse, phrase: Phrase, state: str | None) -> int | None:
    """ "the GOP nominee", "the senator from Vermont": the one person named who is known to have held that office."""
    if talk.day is None or not (phrase.definite or owning_state(talk, phrase)):
        return None
    adjectives = talk.registry.adjectives
    words = [w.low.strip(".,") for w in (*phrase.after_owner, *phrase.rest) if w.low not in ("of", "from", "the")]
    asked = [part for w in words if plain(w) not in adjectives for part in w.split()]
    figures = talk.cast.figures
    fit = [i for i in talk.cast.persons if holds(_known_name(talk, figures[i]), asked, state, talk.day)]
    return fit[0] if len(fit) == 1 else None


def _known_name(talk: Discourse, figure: Figure) -> str:
    known = talk.registry.person(figure.name)
    return known.name if known else figure.name


def _by_state(talk: Discourse, state: str | None, noun: str) -> int | None:
    """ "the Polish prime minister", "his Hungarian counterpart": the state's one person whose office is not told."""
    if state is None or noun not in OFFICES | {"counterpart"}:
        return None
    figures = talk.cast.figures
    fit = [i for i in talk.cast.persons if figures[i].country == state and not figures[i].nouns & OFFICES]
    return fit[0] if len(fit) == 1 else None


def called_together(talk: Discourse, phrase: Phrase) -> tuple[int, ...]:
    """ "the senators": the last two or more that spoke at once, if one is told to be a senator."""
    noun = singular(phrase.head.low.strip("."))
    for said in reversed(talk.history[-12:]):
        if len(said.figures) > 1 and any(_called(talk.cast.figures[i], noun, []) for i in said.figures):
            return said.figures
    return ()


def _state(registry: Registry, words: list[str]) -> str | None:
    found = next((registry.adjectives[plain(w)] for w in words if plain(w) in registry.adjectives), None)
    return found.country if found else None


def owning_state(talk: Discourse, phrase: Phrase) -> str | None:
    """The country of "Israel's prime minister"."""
    owner = phrase.owner.figure if phrase.owner else None
    figure = talk.cast.figures[owner] if owner is not None else None
    return figure.country if figure and figure.kind is SpeakerKind.GOVERNMENT and figure.how == "registry" else None


def _of_state(figure: Figure, state: str | None) -> bool:
    return state is None or figure.country in (None, state)


def _called(figure: Figure, noun: str, words: list[str]) -> bool:
    if figure.kind is SpeakerKind.PERSON:
        return _person_called(figure, noun, words)
    return noun in figure.nouns or bool(BODY_TYPES.get(noun, set()) & figure.nouns)


def _person_called(figure: Figure, noun: str, words: list[str]) -> bool:
    gender = GENDERS.get(noun)
    if gender and figure.gender not in (None, gender):
        return False
    if noun not in figure.nouns and not HYPERNYMS.get(noun, set()) & figure.nouns:
        return False
    if noun.startswith("spokes") and "secretary" in figure.nouns and "press" not in figure.words:
        return False  # a press secretary is a spokesman, a secretary of state is none
    tests = {"former", "republican", "democratic", "gop", "vice", "first", "prime", "foreign", "defense", "defence"}
    mine = {"republican" if w in ("gop", "r") else w for w in figure.words}
    asked = {"republican" if w == "gop" else w for w in words} & tests
    return asked <= mine or (noun not in OFFICES and bool(asked & mine))
