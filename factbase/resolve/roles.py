"""The words of a role: of "French foreign minister" the title, the organisation and the country."""

import itertools
import re
from dataclasses import dataclass, replace

from factbase.resolve.complements import complement, is_body, is_field
from factbase.resolve.lexicon import (
    ABBREVIATED,
    BODIES,
    HONORIFICS,
    OFFICES,
    PERSON_NOUNS,
    PREPOSITIONS,
    QUALIFIERS,
    RELATIVES,
    SMALL_WORDS,
    STATE_ORGANS,
    is_agent,
    is_plural,
    singular,
)
from factbase.resolve.registry import Known, Registry, plain
from factbase.resolve.states import state_named

OWNERS = ("its", "their")
"""They stand for the body that a role belongs to until it is known which was meant."""
REPORTS = frozenset("said says told tells added wrote".split())
PARTIES = {
    "republican": "Republican Party", "gop": "Republican Party", "r": "Republican Party", "labour": "Labour Party",
    "democrat": "Democratic Party", "democratic": "Democratic Party", "d": "Democratic Party",
    "tory": "Conservative Party",
}  # fmt: skip
CHAMBERS = {
    "senator": "Senate", "representative": "House of Representatives", "congressman": "House of Representatives",
    "congresswoman": "House of Representatives",
}  # fmt: skip
SCHOLARS = frozenset(
    "student major professor lecturer teacher scholar instructor researcher fellow expert analyst".split()
)
"""Whose field stands in front: "English professor", "Korea analyst"."""
MINISTERS = frozenset(
    "minister secretary undersecretary vice-minister deputy-minister secretary-general under-secretary-general".split()
)
PARTY_MEMBERS = frozenset(("republican", "democrat", "conservative", "liberal"))
KIN = frozenset(
    "wife husband son daughter father mother brother sister uncle aunt cousin nephew niece friend ally opponent foe"
    " rival critic supporter widow fiance fiancee boyfriend girlfriend mate".split()
)
"""Relations to persons, not to organisations."""
AUXILIARIES = frozenset("has have had is are was were be will would can could may might did does do".split())
"""What begins a clause, not a role: "who has run the Friends of the Ferry"."""
COURTEOUS = re.compile(r"(?: (?:Dr|Mr|Mrs|Ms|Prof)\.?)+$")
PAST = ("former", "ex", "late", "incoming", "outgoing")
NO_BODY = (*PAST, "independent")
"""What a title may begin with in capitals without naming whom it is of: "Independent Senator"."""
LONG = 5  # words; a title is shorter
SHORT_TITLE = 4  # letters; "CEO" keeps its capitals
DETERMINERS = frozenset("a an the one his her its their our my".split())


@dataclass(frozen=True, slots=True)
class Role:
    """ "French President": role "President", organisation "France", country "FRA", nouns {"president"}."""

    title: str | None
    organisation: str | None = None
    country: str | None = None
    nouns: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    """All its words in lower case: "former", "republican"."""
    gender: str | None = None
    at: int = -1
    """Where in the text the name stands that it is told of."""

    @property
    def chamber(self) -> str | None:
        """The chamber that the role itself implies: a senator's is the Senate."""
        return next((CHAMBERS[n] for n in sorted(self.nouns) if n in CHAMBERS), None)

    @property
    def party(self) -> str | None:
        """The party that its words tell: "Republican strategist"."""
        return next((PARTIES[w] for w in sorted(self.words) if w in PARTIES), None)


NOW = frozenset(("now", "currently"))
PRESENT = frozenset(("current", "incumbent", "sitting"))


def phrase_role(phrase: str, registry: Registry) -> Role | None:
    """The role that a noun phrase names: "the executive director of the Arms Control Association"."""
    words = phrase.split()
    determiner = words[0].lower() if words and words[0].lower() in DETERMINERS else ""
    while words and words[0].lower() in DETERMINERS | PRESENT:
        words = words[1:]
    if not words or words[0].lower() in PREPOSITIONS | AUXILIARIES or "''" in phrase:
        return None
    words = _first_role(words)
    today = next((i for i, w in enumerate(words[:-1]) if i and w in NOW and words[i + 1].lower() in PREPOSITIONS), 0)
    words = words[:today] + words[today + 1 :] if today else words  # "a former envoy now at Chatham House"
    core = _core(words)
    heads = [i for i, word in enumerate(core) if noun_of(word) in PERSON_NOUNS or noun_of(word) in PARTY_MEMBERS]
    if not heads:
        return _occupation(core) if determiner in ("a", "an", "the") else None
    last = heads[-1] + 2 if heads[-1] + 2 < len(core) and _joins(core, heads[-1] + 1) else heads[-1]
    role = role_of(core[: last + 1], registry) if _may_be_role(core, last) else None
    if role is None:
        return None
    owned = any(word.endswith(("'s", "’s", "s'", "s’")) for word in core[: heads[-1]])
    role = replace(role, organisation=None, country=None) if today else role
    subject = None if owned else role.organisation
    role = _with_complement(role, " ".join(words[last + 1 :]), core[heads[-1]], registry, subject=subject)
    return replace(role, organisation=role.organisation or (determiner if determiner in OWNERS else None))


def _may_be_role(core: list[str], head: int) -> bool:
    """Not "told a voter", "the Democrats" or "the leader board"."""
    goes_on = head + 1 < len(core) and not core[head + 1].endswith(("ing", "ed"))
    return not (goes_on or _is_clause(core[:head]) or is_several(core[head]))


def _occupation(core: list[str]) -> Role | None:
    """ "a retired welder": no noun of the lexicon, but one by its ending."""
    words = [word.strip(".") for word in core]
    if len(words) >= LONG or not words[-1].islower() or not is_agent(words[-1]):
        return None
    return Role(" ".join(words), None, None, frozenset(words[-1:]), frozenset(w.lower() for w in words))


def _is_clause(words: list[str]) -> bool:
    """ "told a voter", "met his wife": a verb, then a determiner."""
    pairs = itertools.pairwise(word.lower() for word in words)
    return any(word in DETERMINERS and before not in ("of", "the") for before, word in pairs)


def is_several(noun: str) -> bool:
    """ "Democrats" and "the senators" are nobody's role; "boss" is."""
    low = noun.lower().strip(".,'’")
    return is_plural(low) and low not in PERSON_NOUNS


def _first_role(words: list[str]) -> list[str]:
    """Of "the EU's foreign policy chief and a former Estonian prime minister" the first, which is told for today."""
    for i, word in enumerate(words[:-1]):
        if i and word == "and" and (words[i + 1].lower() in DETERMINERS or words[i + 1] == "former"):
            return words[:i]
    return words


def _core(words: list[str]) -> list[str]:
    """Up to the first preposition or relative pronoun."""
    for i, word in enumerate(words):
        low = word.lower()
        if i and (low in RELATIVES or low in REPORTS or (low in PREPOSITIONS and not _joins(words, i))):
            return words[:i]
    return words


def _joins(words: list[str], i: int) -> bool:
    """ "Secretary of State" is one title."""
    return words[i] == "of" and i + 1 < len(words) and words[i + 1] in ("State", "state", "staff", "Staff")


def _with_complement(role: Role, rest: str, head: str, registry: Registry, *, subject: str | None) -> Role:
    """Adds the organisation that the phrase goes on to name.

    What stands in front is then the `subject` of a "Geology student at Ashton College", if it is no body itself.
    """
    found = complement(rest, registry, after=head)
    if subject and found.organisation and is_body(found.organisation) and _may_be_subject(subject, role, registry):
        role = replace(role, title=f"{subject} {role.title}", organisation=None)
    title = f"{role.title} {found.title}" if found.title else role.title
    field = rest.startswith("for ") and registry.known(found.organisation or "") is None
    if role.nouns & MINISTERS and (field or is_field(found.organisation or "")):
        whole = f"{title} for {found.organisation}" if field and found.organisation and not found.title else title
        return replace(role, title=whole)
    if subject and role.nouns & SCHOLARS and role.country and found.organisation:  # "a Chad researcher for Quay Watch"
        role = replace(role, organisation=None, country=None)
    organisation, country = role.organisation or found.organisation, role.country or found.country
    return replace(role, title=title, organisation=organisation, country=country)


def _may_be_subject(words: str, role: Role, registry: Registry) -> bool:
    titled = any(noun_of(word) in PERSON_NOUNS for word in words.split())
    return bool(role.nouns & SCHOLARS) and not (titled or role.country or is_body(words) or registry.known(words))


def noun_of(word: str) -> str:
    """The office or trade that a word names: "senator" for "Sen."."""
    low = word.lower().strip(".,\"'“”")
    if low in ABBREVIATED:
        return ABBREVIATED[low]
    base = singular(low)
    return base if base in PERSON_NOUNS else base.rpartition("-")[2]


def role_of(words: list[str], registry: Registry) -> Role | None:
    """Splits "Trump campaign spokesman" into organisation and title."""
    heads = [i for i, word in enumerate(words) if noun_of(word) in PERSON_NOUNS or noun_of(word) in PARTY_MEMBERS]
    gender = next((HONORIFICS[w.lower().rstrip(".")] for w in words if w.lower().rstrip(".") in HONORIFICS), None)
    if not heads:
        return Role(None, gender=gender) if gender else None
    served = " ".join(words[heads[-1] + 2 :]) if len(heads) > 1 and _serves(words, heads) else ""
    head = heads[-2] if served else heads[-1]
    first = _with_portfolio(words, _title_start(words, head, registry), head, registry)
    title, front = " ".join(words[first : heads[-1] + 1]), words[:first]
    if words[-1] != words[heads[-1]] and "of" in words[heads[0] :]:
        title = " ".join(words[first:])
    title = COURTEOUS.sub("", title)
    nouns = frozenset(office(words, i) for i in (heads[:-1] if served else heads))
    low = frozenset(w.lower() for w in words)
    if title.endswith("s") and singular(title.split()[-1]) in OFFICES and title.split()[-1].lower() not in OFFICES:
        title = title[:-1]  # "Senators Jane Roe and John Doe"
    organisation, state = (served, registry.known(served)) if served else _front(front, registry)
    state = state or (state_named(organisation, registry) if organisation else None)
    if front and front[-1].lower() == "campaign":
        title = f"campaign {title}"  # "Roe campaign manager": campaign manager of the Roe campaign
    if nouns & KIN:
        organisation, state = None, None
    return Role(
        _ended(_former(title, front)),
        organisation,
        state.country if state else None,
        nouns,
        low,
        gender,
    )


def _serves(words: list[str], heads: list[int]) -> bool:
    """The secretary of "Press Secretary of the President of Chad", in which the president is somebody else."""
    between, after = words[heads[-2] + 1 : heads[-1]], words[heads[-1] + 1 :]
    return between == ["of", "the"] and after[:1] == ["of"]


def _ended(title: str) -> str:
    """Without the mark that ends its sentence; "Gov." keeps its own."""
    bare = title.rstrip(".,")
    if bare.isupper() and len(bare) > SHORT_TITLE:
        return bare.title()  # "PRIME MINISTER" of a transcript's label
    last = bare.split()[-1]
    return title.rstrip(",") if last.lower() in ABBREVIATED and not last.isupper() else bare


def _former(title: str, front: list[str]) -> str:
    """ "former Danish prime minister": former prime minister, of Denmark."""
    before = next((word for word in PAST if word in (w.lower() for w in front)), None)
    return f"{before} {title}" if before else title.removeprefix("then ").removeprefix("a ")


def office(words: list[str], i: int) -> str:
    """The noun at `i`; a vice president is no president."""
    deputy = i and words[i - 1].lower() in ("vice", "deputy", "assistant", "under")
    return f"{words[i - 1].lower()}-{noun_of(words[i])}" if deputy else noun_of(words[i])


def _title_start(words: list[str], head: int, registry: Registry) -> int:
    """Where the title begins: the nouns and qualifiers in a row before its head."""
    first = head
    while (
        first
        and (
            words[first - 1].lower() in QUALIFIERS
            or noun_of(words[first - 1]) in PERSON_NOUNS
            or words[first - 1].lower() in ("of", "the", "and", "for", "gop")
            or (words[first - 1][0].islower() and words[first - 1].lower() not in BODIES)
            or (_names_office(words, first))
        )
        and plain(words[first - 1]) not in registry.adjectives
        and not words[first - 1].endswith(("'s", "’s"))
        and registry.known(" ".join(words[:first])) is None
    ):
        first -= 1
    while words[first].lower() in ("of", "the", "and", "for") and first < head:
        first += 1
    return first


def _with_portfolio(words: list[str], first: int, head: int, registry: Registry) -> int:
    """ "Europe Minister" of "Dutch Europe Minister": what stands between a state and its minister is the ministry."""
    if noun_of(words[head]) not in MINISTERS:
        return first
    state = next((k for k in (2, 1) if plain(" ".join(words[:k])) in registry.adjectives), first)
    between = words[state:first]
    told = all(word[0].isupper() and word.lower() not in PARTIES for word in between)
    return state if state < first and told and registry.known(" ".join(between)) is None else first


def _names_office(words: list[str], first: int) -> bool:
    """ "Staff" of "Chairman of the Joint Chiefs of Staff General"; not "Japan" of "Bank of Japan governor"."""
    joined = first > 1 and words[first - 2].lower() in ("of", "the") and words[first - 1][0].isupper()
    return joined and any(noun_of(w) in OFFICES for w in words[: first - 1])


def _front(words: list[str], registry: Registry) -> tuple[str | None, Known | None]:
    """The organisation that stands before a title, and the state."""
    return _of_land(words, registry) or _one_in_front(words, registry)


def _of_land(words: list[str], registry: Registry) -> tuple[str, Known] | None:
    """ "French UN" in front of an ambassador."""
    body = registry.known(" ".join(words[1:])) if len(words) > 1 else None
    land = registry.adjectives.get(plain(words[0])) if body and body.type == "intergovernmental" else None
    return (body.name, land) if body and land else None


def _one_in_front(words: list[str], registry: Registry) -> tuple[str | None, Known | None]:
    """The organisation that stands before a title: a state's adjective, a possessor, or a name."""
    while words and (words[0].lower() in DETERMINERS | SMALL_WORDS or words[0].endswith("-based")):
        words = words[1:]
    while words and words[0].lower() in QUALIFIERS and (words[0].islower() or words[0].lower() in NO_BODY):
        words = words[1:]
    if words and words[-1].endswith(("-based", "-winning")):
        return None, None
    phrase = " ".join(words).removesuffix("'s").removesuffix("’s")
    phrase = phrase if registry.known(phrase) else phrase.rpartition(" and ")[2]  # "Trinidad and Tobago's"
    body = registry.known(phrase) if len(words) > 1 else None  # "Reform UK leader"
    for adjective in (" ".join(words[-2:]), words[-1] if words else ""):
        state = registry.adjectives.get(plain(adjective.removesuffix("'s").removesuffix("’s")))
        if state and not body:
            return state.name, state
    known = body or (registry.known(phrase) if phrase else None)
    if known:
        return known.name, known
    if not phrase or not (phrase[0].isupper() or words[-1].lower().rstrip("'s’") in BODIES):
        return None, None
    if words[-1].lower() in STATE_ORGANS and (state := registry.adjectives.get(plain(" ".join(words[:-1])))):
        return state.name, state
    return phrase, None
