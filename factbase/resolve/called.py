"""Whom a role or a type means: "the French president", "the campaign", "the American daily"."""

from collections.abc import Sequence

from factbase.document import SpeakerKind
from factbase.resolve.cast import Figure
from factbase.resolve.coreference import MOST, Discourse
from factbase.resolve.general import GENERAL, body_nearby
from factbase.resolve.kinds import BODY_TYPES, SHORT_OFFICES
from factbase.resolve.lexicon import GENDERS, OFFICES, PORTFOLIOS, QUALIFIERS, singular
from factbase.resolve.offices import holds
from factbase.resolve.phrases import Phrase
from factbase.resolve.registry import Registry, plain

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
    fit = _titled(figures, _at_body(talk, phrase, fit), noun, words)
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


def _titled(figures: Sequence[Figure], fit: set[int], noun: str, words: list[str]) -> set[int]:
    """ "The minority leader" is who is called so, and no president, if there is such a one."""
    title = {word for word in words if word in QUALIFIERS}
    called = {i for i in fit if title and noun in figures[i].nouns and title <= figures[i].words}
    return called or fit


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
    if state is None or SHORT_OFFICES.get(noun, noun) not in OFFICES | {"counterpart"}:
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
    if noun in ("ministry", "department"):
        return bool(({noun} | BODY_TYPES[noun]) & figure.nouns) and _has_portfolio(figure, words)
    return noun in figure.nouns or bool(BODY_TYPES.get(noun, set()) & figure.nouns)


def _has_portfolio(figure: Figure, words: list[str]) -> bool:
    """ "The Ecology Ministry" is not the "Economy Ministry"; "the ministry" is any."""
    asked = {word for word in words if word in PORTFOLIOS}
    return not asked or bool(asked & figure.words)


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
