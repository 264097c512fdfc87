"""Who and what an article names: its mentions gathered into figures, before any pronoun is read."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from factbase.document import Entity, EntityKind, Span, SpeakerKind
from factbase.resolve.lexicon import BODIES, HONORIFICS, STATE_ORGANS, singular
from factbase.resolve.names import SUFFIX, name_words, same_person, tidy
from factbase.resolve.page import Page
from factbase.resolve.registry import Known, Registry, name_key, plain
from factbase.resolve.roles import Role, party_after, role_after, role_before, role_in_front

BODY_PHRASE = re.compile(
    r"\b((?:[A-Z][\w.&-]*(?:['’]s?)?\s+){1,4}|[A-Z][\w.&-]*(?:['’]s?)?\s+(?:[a-z]+\s)?)"
    r"(campaign|administration|government|team|committee|subcommittee|panel|ministry|department|regime)\b"
)
SHORT_FORM = re.compile(r"\s*\(([A-Z][A-Za-z.&-]{1,9})\)")
BODY_AFTER = re.compile(r",\s+(?:which is\s+)?(?:an?|the|one of the)\s+([^,;:.()\n]{3,80})")
COMPANY_WORDS = frozenset("inc co corp corporation company group news ltd llc plc ag holdings motor motors".split())
PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)


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
    words: frozenset[str] = frozenset()
    """Words of its roles: {"former", "republican", "senator"}."""
    how: str = "name"


@dataclass(frozen=True, slots=True)
class Cast:
    figures: tuple[Figure, ...]
    mentions: tuple[tuple[Span, int], ...]
    """Where each figure is named, in order: span and the figure's number."""
    starts: tuple[int, ...]

    def at(self, start: int, end: int) -> tuple[tuple[Span, int], ...]:
        """The mentions that begin in the range."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, position: int, *, most: int) -> tuple[tuple[Span, int], ...]:
        """The last mentions that begin before `position`, the nearest first."""
        i = bisect_left(self.starts, position)
        return self.mentions[max(0, i - most) : i][::-1]


@dataclass(slots=True)
class _Draft:
    """A figure while its mentions are gathered."""

    kind: SpeakerKind
    names: dict[str, int] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    votes: dict[str, int] = field(default_factory=dict)
    known: Known | None = None
    nouns: set[str] = field(default_factory=set)
    party: str | None = None
    full_at: int = -1
    """Where it was last named in full."""

    def add(self, name: str) -> None:
        self.names[name] = self.names.get(name, 0) + 1

    @property
    def name(self) -> str:
        return max(self.names, key=_fullness)


def _fullness(name: str) -> tuple[int, bool, int]:
    return len(name_words(name)), not name.isupper(), len(name)


def make_cast(page: Page, registry: Registry) -> Cast:
    drafts: list[_Draft] = []
    mentions = _persons(page, registry, drafts) + _bodies(page, registry, drafts)
    mentions.sort(key=lambda m: (m[0].start, -m[0].end))
    figures = tuple(_figure(draft, registry) for draft in drafts)
    cast = Cast(figures, tuple(mentions), tuple(span.start for span, _ in mentions))
    return Cast(tuple(_gendered(cast, page)), cast.mentions, cast.starts)


def _persons(page: Page, registry: Registry, drafts: list[_Draft]) -> list[tuple[Span, int]]:
    found = [(e, tidy(page.text[e.span.start : e.span.end])) for e in page.entities if e.kind is EntityKind.PERSON]
    found = [(entity, name) for entity, name in found if name]
    by_word: dict[str, list[int]] = {}
    for name in sorted({n for _, n in found if len(name_words(n)) > 1}, key=lambda n: (-len(name_words(n)), n)):
        i = _same_full(name, by_word, drafts)
        if i is None:
            drafts.append(_Draft(SpeakerKind.PERSON))
            i = len(drafts) - 1
        drafts[i].add(name)
        for word in name_words(name):
            if i not in by_word.setdefault(word, []):
                by_word[word].append(i)
    return [(e.span, _place(page, registry, drafts, by_word, e, name)) for e, name in found]


def _same_full(name: str, by_word: dict[str, list[int]], drafts: list[_Draft]) -> int | None:
    """The one person met so far that a name of two words or more may mean."""
    candidates = {i for word in name_words(name) for i in by_word.get(word, ())}
    fit = [i for i in sorted(candidates) if any(same_person(name, n) for n in drafts[i].names) and _suffix_fits(name, drafts[i])]
    return fit[0] if len(fit) == 1 else None


def _suffix_fits(name: str, draft: _Draft) -> bool:
    """Donald Trump Jr. is not Donald Trump, unless nobody is named without the suffix."""
    mine = SUFFIX.search(name)
    theirs = {bool(SUFFIX.search(n)) for n in draft.names}
    return bool(mine) in theirs or len(name_words(name)) != len(name_words(draft.name))


def _place(
    page: Page, registry: Registry, drafts: list[_Draft], by_word: dict[str, list[int]], entity: Entity, name: str
) -> int:  # fmt: skip
    """The number of the figure that one mention means."""
    first, last = page.sentence_range(entity.span.start)
    role = role_before(page.text, entity.span.start, first, registry)
    i = _chosen(page, drafts, by_word, entity, name, role)
    if i is None:
        drafts.append(_Draft(SpeakerKind.PERSON))
        i = len(drafts) - 1
        for word in name_words(name):
            by_word.setdefault(word, []).append(i)
    draft = drafts[i]
    draft.add(name)
    if len(name_words(name)) > 1:
        draft.full_at = entity.span.start
    near = (role, role_after(page.text, entity.span.end, last, registry), role_in_front(page.text, entity.span.start, first, registry))
    draft.roles += [r for r in near if r]
    draft.party = draft.party or party_after(page.text, entity.span.end)
    return i


def _chosen(
    page: Page, drafts: list[_Draft], by_word: dict[str, list[int]], entity: Entity, name: str, role: Role | None
) -> int | None:  # fmt: skip
    words = name_words(name)
    exact = [i for i in by_word.get(words[-1], ()) if name in drafts[i].names] if len(words) > 1 else []
    if exact:
        return exact[0]
    candidates = [i for i in by_word.get(words[-1], ()) if any(same_person(name, n) for n in drafts[i].names)] if words else []
    by_surname = [i for i in candidates if any(name_words(n)[-len(words):] == words for n in drafts[i].names)]
    fit = [i for i in by_surname or candidates if _gender_fits(drafts[i], role)]
    if len(fit) < 2:
        return fit[0] if fit else None
    return _of_namesakes(page, drafts, fit, entity, role)


def _gender_fits(draft: _Draft, role: Role | None) -> bool:
    told = {r.gender for r in draft.roles if r.gender}
    return not (role and role.gender and told and role.gender not in told)


def _of_namesakes(page: Page, drafts: list[_Draft], fit: list[int], entity: Entity, role: Role | None) -> int:
    """Of several with one surname: whose title it is, who was named in full in this sentence or the one before, or who
    the article names in full most often.
    """
    if role and role.nouns and (titled := [i for i in fit if any(role.nouns & r.nouns for r in drafts[i].roles)]):
        fit = titled
    here = page.sentence(entity.span.start)
    recent = [i for i in fit if drafts[i].full_at >= 0 and here - page.sentence(drafts[i].full_at) <= 1]
    if len(recent) == 1 and recent[0] in fit:
        return recent[0]
    return max(fit, key=lambda i: sum(drafts[i].names.values()))


def _bodies(page: Page, registry: Registry, drafts: list[_Draft]) -> list[tuple[Span, int]]:
    """Organisations, states, places and what is named after a person: "the Trump campaign"."""
    mentions: list[tuple[Span, int]] = []
    by_key: dict[str, int] = {}
    short = _short_forms(page)
    for span, name, kind in sorted(_body_names(page)):
        bare = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", tidy(name)) or name
        known = registry.known(short.get(bare, bare)) or _state_organ(bare, registry)
        full = known.name if known else short.get(bare, bare)
        key = name_key(full)
        if key not in by_key:
            by_key[key] = len(drafts)
            drafts.append(_Draft(known.kind if known else _kind_of_name(full, kind), known=known))
        draft = drafts[by_key[key]]
        draft.add(bare)
        draft.add(full)
        if after := BODY_AFTER.match(page.text, span.end):
            draft.nouns |= {singular(w) for w in after[1].split()[:6]} & BODIES
        mentions.append((span, by_key[key]))
    return _merged_short_names(mentions, drafts)


def _body_names(page: Page) -> Iterable[tuple[Span, str, EntityKind]]:
    taken: set[int] = set()
    for found in BODY_PHRASE.finditer(page.text):
        start = found.start()
        first = found[1].split()[0]
        if first in ("The", "A", "An", "His", "Her", "Their", "Its", "But", "And", "Former"):
            start += len(first) + 1
        if start < found.start(2):
            owner = re.sub(r"['’]s?\s", " ", page.text[start : found.end()])
            taken |= {e.span.start for e in page.within(start, found.end())}
            yield Span(start, found.end()), owner, EntityKind.ORGANISATION
    for entity in page.entities:
        if entity.kind is not EntityKind.PERSON and entity.span.start not in taken:
            yield entity.span, page.text[entity.span.start : entity.span.end], entity.kind


def _short_forms(page: Page) -> dict[str, str]:
    """ "IAEA" by "International Atomic Energy Agency (IAEA)", or by its initials."""
    out: dict[str, str] = {}
    names = [page.text[e.span.start : e.span.end] for e in page.entities if e.kind is EntityKind.ORGANISATION]
    initials = {"".join(w[0] for w in n.split() if w[0].isupper()): n for n in names if n.count(" ") > 1}
    for entity, name in zip((e for e in page.entities if e.kind is EntityKind.ORGANISATION), names, strict=True):
        if " " in name and (short := SHORT_FORM.match(page.text, entity.span.end)):
            out[short[1]] = name
        elif name.replace(".", "").isupper() and (full := initials.get(name.replace(".", ""))):
            out[name] = full
    return {short: re.sub(r"^[Tt]he ", "", tidy(full)) for short, full in out.items()}


def _state_organ(name: str, registry: Registry) -> Known | None:
    """ "Estonian government" is Estonia."""
    first, _, last = name.rpartition(" ")
    if last.lower() not in ("government", "regime"):
        return None
    return registry.adjectives.get(plain(first)) or registry.known(first)


def _kind_of_name(name: str, kind: EntityKind) -> SpeakerKind:
    last = name.split()[-1].lower()
    if kind is EntityKind.PLACE or last in STATE_ORGANS or name.split()[0] in ("Ministry", "City"):
        return SpeakerKind.GOVERNMENT
    return SpeakerKind.ORGANISATION


def _merged_short_names(mentions: list[tuple[Span, int]], drafts: list[_Draft]) -> list[tuple[Span, int]]:
    """ "the Security Council" is the one longer name that ends so; "Boeing" is "Boeing Co."."""
    endings: dict[tuple[str, ...], set[int]] = {}
    numbers = sorted({i for _, i in mentions})
    for i in numbers:
        words = tuple(plain(drafts[i].known.name if drafts[i].known else drafts[i].name).split())
        for k in range(1, len(words)):
            endings.setdefault(words[k:], set()).add(i)
        if words[1:] and all(w.strip(".,") in COMPANY_WORDS for w in words[1:]):
            endings.setdefault(words[:1], set()).add(i)
    moved: dict[int, int] = {}
    for i in numbers:
        words = tuple(plain(drafts[i].name).split())
        longer = endings.get(words, set()) - {i} if len(words) > 1 or drafts[i].known is None else set()
        if len(longer) == 1 and (target := next(iter(longer))) not in moved:
            moved[i] = target
            drafts[target].names |= drafts[i].names
    return [(span, moved.get(i, i)) for span, i in mentions]


def _figure(draft: _Draft, registry: Registry) -> Figure:
    if draft.kind is SpeakerKind.PERSON:
        return _person(draft, registry)
    known = draft.known
    name = known.name if known else max(draft.names, key=lambda n: (len(n.split()), not n.isupper()))
    words = name.split()
    nouns = {singular(words[-1]), singular(words[0])} & BODIES | draft.nouns | ({known.type} if known else set())
    names = tuple(n for n in draft.names if n != name)
    how = "registry" if known else "name"
    country, wikidata = (known.country, known.wikidata) if known else (None, None)
    return Figure(name, draft.kind, names, None, None, None, country, wikidata, frozenset(nouns), how=how)


def _person(draft: _Draft, registry: Registry) -> Figure:
    name, how = draft.name, "name"
    words = name_words(name)
    known = registry.person(name)
    if known is None and len(words) == 1 and (known := registry.surnames.get(words[0])):
        how = "registry"
    titled = [r for r in draft.roles if r.title]
    best = next((r for r in titled if r.organisation), titled[0] if titled else None)
    country = next((r.country for r in draft.roles if r.country), known.country if known else None)
    gender = next((r.gender for r in draft.roles if r.gender), None) or (known.gender if known else None)
    gender = gender or (registry.gender(words[0]) if len(words) > 1 else None)
    full = known.name if known and how == "registry" else name
    return Figure(
        full,
        SpeakerKind.PERSON,
        tuple(n for n in draft.names if n != full),
        gender or next((HONORIFICS[n] for r in titled for n in r.nouns if n in HONORIFICS), None),
        best.title if best else None,
        (best.organisation if best else None) or draft.party,
        country or ("USA" if draft.party else None),
        known.wikidata if known else None,
        frozenset().union(*(r.nouns for r in draft.roles)),
        frozenset().union(*(r.words for r in draft.roles)) | ({draft.party.split()[0].lower()} if draft.party else set()),
        how,
    )


def _gendered(cast: Cast, page: Page) -> Iterable[Figure]:
    """Persons whose name and titles tell no gender take that of the pronouns in the sentences that name them alone."""
    votes: dict[int, list[int]] = {}
    unknown = {i for i, f in enumerate(cast.figures) if f.kind is SpeakerKind.PERSON and f.gender is None}
    for span, i in cast.mentions if unknown else ():
        if i not in unknown:
            continue
        start, end = page.sentence_range(span.start)
        if {j for _, j in cast.at(start, end) if cast.figures[j].kind is SpeakerKind.PERSON} != {i}:
            continue
        words = [w.lower() for w in PRONOUN.findall(page.text, span.end, end)]
        tally = votes.setdefault(i, [0, 0])
        tally[0] += sum(w.startswith("h") and w[1] != "e" or w == "he" for w in words)
        tally[1] += sum(w[0] == "s" or w.startswith("her") for w in words)
    for i, figure in enumerate(cast.figures):
        male, female = votes.get(i, (0, 0))
        yield figure if male == female else _with_gender(figure, "m" if male > female else "f")


def _with_gender(figure: Figure, gender: str) -> Figure:
    values = {name: getattr(figure, name) for name in Figure.__slots__}
    return Figure(**values | {"gender": gender})
