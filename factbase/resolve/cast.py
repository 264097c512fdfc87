"""Who and what an article names: its mentions gathered into figures, before any pronoun is read."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from factbase.document import Span, SpeakerKind
from factbase.resolve.bodies import Body, are_of_name, find_bodies, is_organ
from factbase.resolve.evidence import countries_of, is_borne_out
from factbase.resolve.kinds import BODY_TYPES
from factbase.resolve.lexicon import ABBREVIATED, BODIES, HONORIFICS, singular
from factbase.resolve.names import name_words, tidy
from factbase.resolve.page import Page
from factbase.resolve.people import Person, find_people
from factbase.resolve.registry import Registry, name_key, plain
from factbase.resolve.roles import KIN, OWNERS, PARTY_MEMBERS, Role
from factbase.resolve.states import meant_here

NESTED = 4  # mentions that may begin before a word and hold it
FAR = 12  # mentions looked back at for the body that "its" means
POSSESSIVE = re.compile(
    r"(?<!People)(?<!Women)(?<!Children)(?<!Workers)(?<!Farmers)['’]s? (?!(?:office|department|station|house|bureau)\b)"
)
MALE = frozenset(("he", "him", "his", "himself"))
LOCAL = frozenset(
    "president mayor governor councilman councilwoman sheriff commissioner premier chief attorney prosecutor judge"
    " minister".split()
)
COURTESY = frozenset(("dr", "hon", "rev", "st"))
"""Forms of address, which are nobody's role."""
PEERS = frozenset("lord lady baroness baron viscount earl".split())
"""Ranks under which somebody is filed who has no given name: "Lord Roe"."""
ANYBODY = frozenset("person man woman boy girl winner star".split())
"""What everybody is."""
LONGEST = 2000  # characters of a sentence that is looked through; a list of names without a full stop is none
PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)


RULERS = frozenset("president premier minister chancellor king queen emperor sultan emir taoiseach".split())
"""Who speaks for a state wherever the article tells which."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One person, organisation, state or place, with where the article mentions it."""

    name: str
    kind: SpeakerKind
    names: tuple[str, ...] = ()
    gender: str | None = None
    role: str | None = None
    organisation: str | None = None
    country: str | None = None
    wikidata: str | None = None
    nouns: frozenset[str] = frozenset()
    """What it may be called: {"senator"}, {"bank"}, {"newspaper"}."""
    tied: frozenset[str] = frozenset()
    """Words of whom or what its roles are for: {"jane", "roe"} of a lawyer for Jane Roe."""
    words: frozenset[str] = frozenset()
    """Words of its roles: {"former", "republican", "senator"}."""
    how: str = "name"
    told_at: int = -1
    """Where its role is told."""
    house: str | None = None
    """The chamber or party that its roles imply."""


@dataclass(frozen=True, slots=True)
class Cast:
    figures: tuple[Figure, ...]
    mentions: tuple[tuple[Span, int], ...]
    """Where each figure is named, in order: span and the figure's number."""
    starts: tuple[int, ...]
    by_word: dict[str, list[int]]
    """Figures by every word of their names."""
    by_name: dict[str, int]
    """Figures by the key of their name."""
    by_noun: dict[str, list[int]]
    """Figures by what they may be called."""
    persons: tuple[int, ...]

    def at(self, start: int, end: int) -> tuple[tuple[Span, int], ...]:
        """The mentions that begin in the range."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def named_by(self, word: Span) -> set[int]:
        """The figures whose mentions hold a word."""
        last = bisect_left(self.starts, word.end)
        return {i for span, i in self.mentions[max(0, last - NESTED) : last] if word.start < span.end}

    def is_first(self, start: int, span: Span) -> bool:
        """Whether no figure is named between `start` and the mention."""
        i = bisect_left(self.starts, start)
        return i >= len(self.starts) or self.starts[i] >= span.start

    def before(self, position: int, *, most: int) -> tuple[tuple[Span, int], ...]:
        """The last mentions that begin before `position`, the nearest first."""
        i = bisect_left(self.starts, position)
        return self.mentions[max(0, i - most) : i][::-1]


def make_cast(page: Page, registry: Registry) -> Cast:
    people = find_people(page, registry)
    bodies, mentions = find_bodies(page, registry, {at for span, _ in people.placed for at in span})
    countries = countries_of(page, (body.country for body in bodies), registry)
    taken = {person.name for person in people.persons}
    figures = [_person(person, registry, taken, countries) for person in people.persons]
    mentions = people.placed + [(span, i + len(figures)) for span, i in mentions]
    mentions.sort(key=lambda m: (m[0].start, -m[0].end))
    figures += [_body(body) for body in bodies]
    by_word: dict[str, list[int]] = {}
    by_noun: dict[str, list[int]] = {}
    for i, figure in enumerate(figures):
        for word in {w for n in (figure.name, *figure.names) for w in name_words(n)}:
            by_word.setdefault(word, []).append(i)
        for noun in figure.nouns:
            by_noun.setdefault(noun, []).append(i)
    by_name = {name_key(figure.name): i for i, figure in reversed(list(enumerate(figures)))}
    persons = tuple(i for i, figure in enumerate(figures) if figure.kind is SpeakerKind.PERSON)
    starts = tuple(span.start for span, _ in mentions)
    cast = Cast(tuple(figures), tuple(mentions), starts, by_word, by_name, by_noun, persons)
    return replace(cast, figures=tuple(_affiliated(cast, page.text, list(_gendered(cast, page)), registry)))


def _affiliated(cast: Cast, text: str, figures: list[Figure], registry: Registry) -> Iterable[Figure]:
    """Organisations of persons in the full form that the article has for them; a person or a place is none."""
    full = {name_key(n): f for f in figures if f.kind is not SpeakerKind.PERSON for n in (f.name, *f.names)}
    persons = {w for f in figures if f.kind is SpeakerKind.PERSON for n in (f.name, *f.names) for w in (name_key(n),)}
    for figure in figures:
        told = _told(cast, figure)
        if told is None:
            yield replace(figure, organisation=figure.house)
            continue
        key = name_key(told)
        body = full.get(key)
        place = body is not None and body.how == "name" and body.kind is SpeakerKind.GOVERNMENT
        local = place and body is not None and not is_organ(body.name)
        plain_word = body is None and " " not in told and not told.isupper() and registry.known(told) is None
        dropped = key in persons or plain_word or (local and not _is_local(figure))
        found = replace(figure, organisation=figure.house if dropped else body.name if body else told)
        yield _of_namesake(text, found, told, registry)


def _of_namesake(text: str, figure: Figure, told: str, registry: Registry) -> Figure:
    """Of "Congress leader Jane Roe" in an article on India the Congress of India."""
    first, meant = registry.known(told), meant_here(text, told, registry)
    if first is None or meant is None or meant == first:
        return figure
    country = meant.country if figure.country == first.country else figure.country
    return replace(figure, organisation=meant.name, country=country)


def _is_local(figure: Figure) -> bool:
    """Whether their role is one that a town or region has: "Gov.", "president" of Lyon."""
    words = [word.strip(".,") for word in (figure.role or "").lower().split()]
    return any(ABBREVIATED.get(word, word) in LOCAL for word in words)


def _told(cast: Cast, figure: Figure) -> str | None:
    """The organisation as printed; of "its spokesman" and "the union's leader" the body that was meant."""
    printed = figure.organisation
    if printed is None or figure.kind is not SpeakerKind.PERSON:
        return None
    noun = printed.lower()
    if noun in OWNERS or (printed[0].islower() and singular(noun) in BODIES):
        i = _body_meant(cast, None if noun in OWNERS else singular(noun), figure.told_at)
        return cast.figures[i].name if i is not None else None
    if printed[0].islower():
        longer = {f.name for f in cast.figures if _ends_so(f.name, printed)}
        return longer.pop() if len(longer) == 1 else printed
    state = "".join(re.findall(r"^[A-Z][\w ]+['’]s? (?=[A-Z])", printed))
    return POSSESSIVE.sub(" ", tidy(printed.removeprefix(state)))


def _ends_so(name: str, printed: str) -> bool:
    """ "Ashton Coast Guard" ends in "coast guard"."""
    words, short = name.split(), printed.split()
    ended = plain(name).endswith(f" {plain(printed)}")
    return ended and are_of_name(words[: -len(short)])


def _body_meant(cast: Cast, noun: str | None, at: int) -> int | None:
    """The body named last before, of those that the noun may call."""
    for _, i in cast.before(at, most=FAR):
        figure = cast.figures[i]
        body = figure.kind is SpeakerKind.ORGANISATION or figure.how == "registry"
        asked = {noun} | BODY_TYPES.get(noun, set()) if noun else figure.nouns
        if figure.kind is not SpeakerKind.PERSON and body and (noun is None or asked & figure.nouns):
            return i
    return None


def _body(draft: Body) -> Figure:
    known = draft.known
    name = known.name if known else max(draft.names, key=lambda n: (len(n.split()), not n.isupper()))
    words = name.split()
    heads = {words[-1], words[0], re.split(r" (?:of|for|on) ", name)[0].rpartition(" ")[2]}
    nouns = {singular(head) for head in heads} & BODIES | draft.nouns | ({known.type} if known else set())
    names = tuple(n for n in draft.names if n != name)
    how = "registry" if known else "name"
    wikidata = known.wikidata if known else None
    return Figure(name, draft.kind, names, None, None, None, draft.country, wikidata, frozenset(nouns), how=how)


def _person(draft: Person, registry: Registry, taken: set[str], countries: frozenset[str]) -> Figure:
    """`taken` are the names of the article's persons: a surname is not completed to somebody who is named beside it."""
    name = draft.name
    words = name_words(name)
    known = registry.person(name) if len(words) > 1 else registry.surnames.get(words[0]) if words else None
    if len(words) == 1 and known and known.name in taken:
        known = None
    nouns: frozenset[str] = frozenset().union(*(r.nouns for r in draft.roles))
    told = next((r.country for r in draft.roles if r.country), "USA" if draft.party else None)
    if known and not is_borne_out(known, nouns, told, countries, registry):
        known = None
    how = "registry" if known and len(words) == 1 else "name"
    titled = [r for r in draft.roles if r.title and r.title.lower().strip(".") not in COURTESY]
    titled = [replace(r, title=None) if r.nouns == {"counterpart"} else r for r in titled]
    best = max(titled, key=_worth, default=None)
    gender = next((r.gender for r in draft.roles if r.gender), None) or (known.gender if known else None)
    gender = gender or draft.gender
    full = known.name if known and how == "registry" else _with_rank(name, draft.roles)
    return Figure(
        full,
        SpeakerKind.PERSON,
        tuple(n for n in draft.names if n != full),
        gender or next((HONORIFICS[n] for r in titled for n in r.nouns if n in HONORIFICS), None),
        best.title if best else None,
        _organisation(draft, best) or _state_headed(best, told, registry),
        told or (known.country if known else None),
        known.wikidata if known else None,
        nouns,
        frozenset(w for r in draft.roles if r.organisation for w in name_words(r.organisation)),
        frozenset().union(*(r.words for r in draft.roles))
        | ({draft.party.split()[0].lower()} if draft.party else set()),
        how,
        best.at if best else -1,
        _house(draft, best),
    )


def _worth(role: Role) -> tuple[bool, bool, bool, int]:
    """What a person is, above what they were, above whose wife or supporter they are, with the organisation told."""
    mere = bool(role.nouns & KIN) or role.nouns <= ANYBODY or (role.title or "").lower() in PEERS
    mere = mere or (role.nouns <= PARTY_MEMBERS and role.organisation in (None, role.party))
    return not mere, "former" not in role.words, role.organisation is not None, len((role.title or "").split())


def _with_rank(name: str, roles: list[Role]) -> str:
    """ "Lord Roe" keeps his rank, "Lord Al Roe" does not need it."""
    rank = next((r.title for r in roles if r.title and r.title.lower() in PEERS), None)
    return f"{rank} {name}" if rank and len(name_words(name)) == 1 else name


def _house(draft: Person, best: Role | None) -> str | None:
    """The chamber or party of the role that is told, else of another one."""
    own = (best.chamber or best.party) if best else None
    chamber = next((r.chamber for r in draft.roles if r.chamber), None)
    return own or chamber or next((r.party for r in draft.roles if r.party), None) or draft.party


def _organisation(draft: Person, best: Role | None) -> str | None:
    """What a role names, else the paper or body beside the name; a senator "of Ashton" is of the Senate."""
    seated = any(role.chamber for role in draft.roles)
    return (best.organisation if best else None) or (None if seated else draft.affiliation)


def _state_headed(best: Role | None, country: str | None, registry: Registry) -> str | None:
    """ "Prime Minister Jane Roe", whom the article calls "Hungary's Roe", speaks for Hungary."""
    if best is None or country is None or best.party or best.chamber or not best.nouns & RULERS:
        return None
    state = registry.state_of(country)
    return state.name if state else None


def _gendered(cast: Cast, page: Page) -> Iterable[Figure]:
    """Persons whose name and titles tell no gender take that of the pronouns in the sentences that name them alone."""
    votes: dict[int, list[int]] = {}
    unknown = {i for i, f in enumerate(cast.figures) if f.kind is SpeakerKind.PERSON and f.gender is None}
    for span, i in cast.mentions if unknown else ():
        if i not in unknown:
            continue
        start, end = page.sentence_range(span.start)
        if end - start > LONGEST:
            continue
        if {j for _, j in cast.at(start, end) if cast.figures[j].kind is SpeakerKind.PERSON} != {i}:
            continue
        words = [w.lower() for w in PRONOUN.findall(page.text, span.end, end)]
        tally = votes.setdefault(i, [0, 0])
        tally[0] += sum(w in MALE for w in words)
        tally[1] += sum(w not in MALE for w in words)
    for i, figure in enumerate(cast.figures):
        male, female = votes.get(i, (0, 0))
        yield figure if male == female else replace(figure, gender="m" if male > female else "f")
