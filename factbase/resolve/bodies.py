"""The organisations, states and places an article names."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from factbase.document import EntityKind, Span, SpeakerKind
from factbase.resolve.kinds import SHORT_OFFICES
from factbase.resolve.lexicon import BODIES, MEMBERS, OF_STATES, PORTFOLIOS, SMALL_WORDS, STATE_ORGANS, singular
from factbase.resolve.names import tidy
from factbase.resolve.neighbours import is_explained
from factbase.resolve.page import Page
from factbase.resolve.registry import Known, Registry, name_key, plain
from factbase.resolve.roles import REPORTS
from factbase.resolve.states import half_named, meant_here, state_at_end, state_in_front, state_named

WORD = r"(?:(?:[A-Z]\.)+|[A-Z][\w&-]*)(?:['’]s?)?[ ]+"
BODY_PHRASE = re.compile(
    rf"\b((?:{WORD}){{1,4}}|{WORD}(?:[a-z]+[ ])?)"
    r"(campaign|administration|government|team|camp|committee|subcommittee|ministry|department|regime)\b"
)
DEFINITION = re.compile(r"\s\(([A-Z]{3,8})\)|, (?:or )?([A-Z]{3,8})(?=[,.]\s)")
SHORT_FORM = re.compile(r"\s*\(([A-Z][A-Za-z.&-]{1,9})\)")
BODY_AFTER = re.compile(r",\s+(?:which is\s+)?(?:an?|the|one of the)\s+([^,;:.()\n]{3,80})")
FORMAL_STATE = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w’']+ ){0,2}(?:Republic|Kingdom|Commonwealth|State|Federation) of (?:the )?"
)
HEAD = re.compile(r"([a-z]+) (?:of|for|on) ")
JOINTS = frozenset("of for on the and de du des la del di der und et y".split())
ARTICLES = ("the ", "The ")
COMPANY_WORDS = frozenset("inc co corp corporation company group news ltd llc plc ag holdings motor motors".split())


@dataclass(slots=True)
class Body:
    """An organisation, state or place while its mentions are gathered."""

    kind: SpeakerKind
    known: Known | None = None
    country: str | None = None
    names: dict[str, int] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)

    def add(self, name: str) -> None:
        self.names[name] = self.names.get(name, 0) + 1

    @property
    def name(self) -> str:
        return max(self.names, key=lambda n: (len(n.split()), not n.isupper(), len(n)))


def find_bodies(page: Page, registry: Registry, persons: set[int]) -> tuple[list[Body], list[tuple[Span, int]]]:
    """Organisations, states, places and what is named after a person: "the Trump campaign".

    `persons` are the places where a person's name begins or ends.
    """
    drafts: list[Body] = []
    mentions: list[tuple[Span, int]] = []
    by_key: dict[str, int] = {}
    short = _short_forms(page)
    for span, name, kind in sorted(_body_names(page, persons, registry)):
        state = state_in_front(page.text, span.start, registry)
        tidied = tidy(name)
        whole = tidied if registry.known(tidied) else _without_small_words(tidied) or name  # "Sunday Times"
        bare = _of_state(page.text, whole, state, registry)
        told = short.get(bare, bare)
        half = half_named(page.text, bare, registry) if page.text.endswith(ARTICLES, 0, span.start) else None
        known = half or _known(page.text, told, registry) or _state_organ(bare, registry)
        full = known.name if known else told
        full = _campaign(page.text, full)
        key = name_key(full)
        if key not in by_key:
            by_key[key] = len(drafts)
            home = known or state_named(full, registry) or state or state_at_end(full, registry)
            made = known.kind if known else _kind_of_name(full, kind, registry)
            drafts.append(Body(made, known, home.country if home else None))
        draft = drafts[by_key[key]]
        draft.add(bare)
        draft.add(full)
        if (after := BODY_AFTER.match(page.text, span.end)) and not REPORTS & set(after[1].split()[:6]):
            draft.nouns |= {singular(w) for w in after[1].split()[:6]} & BODIES
        mentions.append((span, by_key[key]))
    return drafts, _merged_short_names(mentions, drafts)


def _of_state(text: str, name: str, state: Known | None, registry: Registry) -> str:
    """ "Russia's Defence Ministry" and "Russia Defence Ministry" are the "Russian Defence Ministry".

    "The North's foreign ministry" is that of North Korea.
    """
    words = name.split()
    if state is None and len(words) > 1:
        first = registry.state(words[0]) or half_named(text, words[0], registry)
        state, words = (first, words[1:]) if first else (None, words)
    generic = {words[-1].lower(), words[0].lower()} & OF_STATES
    if state is None or not generic or _known(text, name, registry) not in (None, *_stateless(name, registry)):
        return name
    adjective = next((a for a, known in registry.adjectives.items() if known is state), None)
    return f"{adjective.title()} {' '.join(words)}" if adjective else name


def _stateless(name: str, registry: Registry) -> tuple[Known, ...]:
    """ "Ministry of Defence" is known, but many states have one."""
    known = registry.known(name)
    return (known,) if known and known.country is None and known.type == "ministry" else ()


def _known(text: str, name: str, registry: Registry) -> Known | None:
    """ "Boeing Co." and "Republic of Kenya" are Boeing and Kenya; "Congress" is whose country the text names most."""
    state = registry.known(FORMAL_STATE.sub("", name)) if FORMAL_STATE.match(name) else None
    return meant_here(text, name, registry) or registry.known(_without_company(name)) or state


def _without_small_words(name: str) -> str:
    """ "As Purple PAC" and "the Senate" without what does not belong to the name."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in SMALL_WORDS and first != "No" else name


def _campaign(text: str, name: str) -> str:
    """ "the Trump team" and "the Trump camp" are the Trump campaign, if the article has one."""
    owner, _, noun = name.rpartition(" ")
    campaign = f"{owner} campaign"
    return campaign if noun in ("team", "camp") and owner and campaign in text else name


def _body_names(page: Page, persons: set[int], registry: Registry) -> Iterable[tuple[Span, str, EntityKind]]:
    taken = set(persons)
    for span, _ in _defined(page.text):
        taken |= {at for e in page.within(span.start, span.end) for at in e.span}
        yield span, page.text[span.start : span.end], EntityKind.ORGANISATION
    for found in BODY_PHRASE.finditer(page.text):
        start = found.start()
        first = found[1].split()[0]
        if first.lower() in SMALL_WORDS or first in ("Former",):
            start += len(first) + 1
        if start < found.start(2) and page.text[start : found.start(2)].split()[0].lower() in SMALL_WORDS:
            continue  # "But his campaign"
        if start < found.start(2):
            owner = re.sub(r"['’]s?\s", " ", page.text[start : found.end()])
            taken |= {e.span.start for e in page.within(start, found.end())}
            yield Span(start, found.end()), owner, EntityKind.ORGANISATION
    for entity in page.entities:
        text = page.text[entity.span.start : entity.span.end]
        marked = entity.kind in (EntityKind.ORGANISATION, EntityKind.PLACE)
        body = marked or registry.known(text) is not None or name_key(text) in registry.capitals
        if body and not taken & set(entity.span) and not _is_people(text):
            yield entity.span, text, entity.kind


def _defined(text: str) -> Iterable[tuple[Span, str]]:
    """ "Alliance to Reclaim Our Schools (AROS)", "Alliance of Towns, or AOT,": words with the initials that follow."""
    for found in DEFINITION.finditer(text):
        words = list(re.finditer(r"\S+", text[max(0, found.start() - 120) : found.start()]))
        short = found[1] or found[2]
        letters, k = list(short), len(words)
        while letters and k and (words[k - 1].group()[0] == letters[-1] or words[k - 1].group().islower()):
            k -= 1
            if words[k].group()[0] == letters[-1]:
                letters.pop()
        if not letters:
            yield Span(max(0, found.start() - 120) + words[k].start(), found.start()), short


def _short_forms(page: Page) -> dict[str, str]:
    """ "IAEA" by "International Atomic Energy Agency (IAEA)", or by its initials; "CGT" by "CGT (Labour League)"."""
    out = {short: page.text[slice(*span)] for span, short in _defined(page.text)}
    names = [page.text[e.span.start : e.span.end] for e in page.entities if e.kind is EntityKind.ORGANISATION]
    initials = {"".join(w[0] for w in n.split() if w[0].isupper()): n for n in names if n.count(" ") > 1}
    for entity, name in zip((e for e in page.entities if e.kind is EntityKind.ORGANISATION), names, strict=True):
        if " " in name and (short := SHORT_FORM.match(page.text, entity.span.end)):
            out[short[1]] = name
        elif name.replace(".", "").isupper() and (full := initials.get(name.replace(".", ""))):
            out[name] = full
    for first, second in itertools.pairwise(page.entities):
        if is_explained(page.text, first, second):
            out[page.text[slice(*first.span)]] = page.text[slice(*second.span)]
    return {short: re.sub(r"^[Tt]he ", "", tidy(full)) for short, full in out.items()}


def _without_company(name: str) -> str:
    """ "Boeing Co." is "Boeing"."""
    first, _, last = name.rpartition(" ")
    return first if last.lower().strip(".,") in COMPANY_WORDS else name


def _state_organ(name: str, registry: Registry) -> Known | None:
    """ "Estonian government" is Estonia."""
    first, _, last = name.rpartition(" ")
    if last.lower() not in ("government", "regime"):
        return None
    return registry.adjectives.get(plain(first)) or registry.known(first)


def _kind_of_name(name: str, kind: EntityKind, registry: Registry) -> SpeakerKind:
    words = name.split()
    if words[-1].endswith("Ps") and singular(words[-1]) in SHORT_OFFICES:
        return SpeakerKind.GROUP  # "Labour MPs"
    place = kind is EntityKind.PLACE or name_key(name) in registry.capitals or words[0] == "City"
    return SpeakerKind.GOVERNMENT if place or is_organ(name) else SpeakerKind.ORGANISATION


def is_organ(name: str) -> bool:
    """ "Kenyan government", "Ministry of Ports", "Department for Transport" speak for a state and are no place."""
    words = name.split()
    department = words[0] == "Department" and len(words) > 2 and words[2].strip(",").lower() in PORTFOLIOS
    return department or words[-1].lower() in STATE_ORGANS or "Ministry" in words


def _merged_short_names(mentions: list[tuple[Span, int]], drafts: list[Body]) -> list[tuple[Span, int]]:
    """ "the Security Council" is the longer name that ends so, "the Church" that of Ashton, "Boeing" "Boeing Co."."""
    endings: dict[tuple[str, ...], set[int]] = {}
    numbers = sorted({i for _, i in mentions})
    for i in numbers:
        known = drafts[i].known
        name = known.name if known else drafts[i].name
        words = tuple(plain(name).split())
        for k in range(1, len(words)):
            if are_of_name(name.split()[:k]):
                endings.setdefault(words[k:], set()).add(i)
        if (head := HEAD.match(plain(name))) and head[1] in BODIES:
            endings.setdefault((head[1],), set()).add(i)
        if words[1:] and all(w.strip(".,") in COMPANY_WORDS for w in words[1:]):
            endings.setdefault(words[:1], set()).add(i)
    moved: dict[int, int] = {}
    for i in numbers:
        words = tuple(plain(drafts[i].name).split())
        place = drafts[i].kind is SpeakerKind.GOVERNMENT  # "New York" is not its Southern District
        longer = endings.get(words, set()) - {i} if not place and (len(words) > 1 or drafts[i].known is None) else set()
        if len(longer) == 1 and (target := next(iter(longer))) not in moved:
            moved[i] = target
            drafts[target].names |= drafts[i].names
    return [(span, moved.get(i, i)) for span, i in mentions]


def are_of_name(words: list[str]) -> bool:
    """Whether the words may begin a body's name: "Good critical of" does not."""
    return all(not word[0].islower() or word in JOINTS for word in words)


def _is_people(name: str) -> bool:
    """ "Democrats" and "Oversight Committee Republicans" are groups, and their singulars no name either."""
    return singular(name.rsplit(maxsplit=1)[-1]) in MEMBERS
