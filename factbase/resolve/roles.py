"""Roles and organisations as printed beside a name, in front of it and in apposition after it."""

import itertools
import re
from dataclasses import dataclass, replace

from factbase.document import Span
from factbase.resolve.complements import CHUNK, complement, is_body, is_field
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

WORD = re.compile(r"\S+")
LONGEST = 160  # characters of an apposition
APPOSITION = re.compile(
    r"(?:\s*\((?P<note>[^()\n]{1,60})\))?"
    r"(?P<place>\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?"
    r"(?:\s*,\s*\d{1,3})?(?:\s*,\s*|\s+[—–-]{1,2}\s+|\s+(?=(?:is|was)\s+(?:a|an|the)\s))"
    r"(?:(?:who|which)\s+)?(?P<verb>(?:is|was|serves\s+as|served\s+as|works\s+as|worked\s+as)\s+(?:now\s+|also\s+)?)?"
    rf"(?P<phrase>[^,;:()\n“”\"—–]{{3,{LONGEST}}})"
)
OPENED = re.compile(
    r"\s*(?:According to|Like|Unlike|For|To|With|Without|Among|From|By|As for|In addition to) (?:[A-Z][\w.’'-]+ ){0,4}$"
)
"""A phrase in front of the main clause: of "According to Roe, a clerk left" the comma ends it, the clerk is another."""
LEADS = re.compile(
    r"(?:\s*\([^()\n]{1,60}\))?\s*,\s*who\s+(?P<verb>heads|leads|chairs|runs|directs|founded|headed|led|chaired|ran)\s+"
    rf"(?:the\s+)?(?P<organisation>{CHUNK})"
)
LEAD_NOUN = {
    "chairs": "chair",
    "chaired": "chair",
    "directs": "director",
    "founded": "founder",
    "leads": "leader",
    "led": "leader",
}
OPENING = re.compile(
    r"(?:^(?:(?:Also|But|And|Then|Now|Later|Earlier|Meanwhile|Yesterday|Today|Still)\s)?|[.,;:“\")]\s*|[—–-]+\s+|\b[a-z]+\s)"
    r"(?=(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[A-Z]\w+['’]s)\s)"
)
OF_NAME = re.compile(r"[A-Z][\w’'-]+, $")
BEFORE = re.compile(r"(?P<phrase>[^,;:“”\"()\n]{3,90})(?<!\s)(?:\s*\([^()\n]{1,60}\))?,\s*$")
OWNERS = ("its", "their")
"""They stand for the body that a role belongs to until it is known which was meant."""
ITS = re.compile(r"\b([Ii]ts|[Tt]heir) ([^,;:“”\"()\n]+)$")
BARE = re.compile(r"(?:But |And |Meanwhile, )?(?P<phrase>[A-Za-z][\w’'.-]*(?:\s[\w’'.-]+){0,4}),\s*$")
"""A role that opens its sentence: "Shadow chancellor, Jane Roe,"."""
REPORTS = frozenset("said says told tells added wrote".split())
NOTE = re.compile(r"\s*\(([^()\n]{1,30})\)|,\s+(Republican|Democrat)\s+of\s")
PARTY_NOTE = re.compile(r"^(R|D|I|Republican|Democrat)\b(?:-|\.|,|$)")
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
MINISTERS = frozenset("minister secretary undersecretary vice-minister deputy-minister".split())
PARTY_MEMBERS = frozenset(("republican", "democrat", "conservative", "liberal"))
KIN = frozenset(
    "wife husband son daughter father mother brother sister uncle aunt cousin nephew niece friend ally opponent foe"
    " rival critic supporter widow fiance fiancee boyfriend girlfriend mate".split()
)
"""Relations to persons, not to organisations."""
OWNER = re.compile(rf"(?:^|\s)(?:[Tt]he )?({CHUNK})['’]s? $")
OF_BODY = re.compile(rf"\s+(?:of|at|from)\s+(?:the\s+)?({CHUNK})")
AUXILIARIES = frozenset("has have had is are was were be will would can could may might did does do".split())
"""What begins a clause, not a role: "who has run the Friends of the Ferry"."""
PAST = ("former", "ex", "late")
LONG = 5  # words; a title is shorter
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


def affiliation(text: str, start: int, end: int, registry: Registry) -> str | None:
    """The known body of "CNN's Jane Roe", "Jane Roe of Reuters" and "Jane Roe at the National Review"."""
    found = OWNER.search(text[max(0, start - 60) : start]) or OF_BODY.match(text, end)
    if found is None:
        return None
    if known := registry.known(found[1]):
        return known.name if known.type not in ("state", "seat") else None
    return found[1] if singular(found[1].split()[-1].lower()) in BODIES and " " in found[1] else None


def role_before(text: str, start: int, floor: int, registry: Registry) -> Role | None:
    """What stands directly in front of a name: "Lithuanian Foreign Minister", "Trump campaign spokesman", "Mr."."""
    words = _title_words(text, start, floor, registry)
    role = _role(words, registry) if words else None
    if role is None or role.title is None or role.organisation:
        return role
    if role.title in ("major", "general"):
        return None  # "a major Roe donor"; an officer has a capital
    owned = ITS.search(text[max(floor, start - 120) : start])
    return replace(role, organisation=owned[1].lower()) if owned and len(owned[2].split()) == len(words) else role


def role_after(text: str, end: int, ceiling: int, registry: Registry) -> Role | None:
    """What follows a name: ", Lithuania's foreign minister,", ", who heads the Budget Office"."""
    ceiling = min(ceiling, end + 240)
    if leads := LEADS.match(text, end, ceiling):
        noun = LEAD_NOUN.get(leads["verb"], "head")
        return Role(noun, leads["organisation"], None, frozenset((noun,)), frozenset((noun,)))
    found = APPOSITION.match(text, end, ceiling)
    return phrase_role(found["phrase"], registry) if found else None


def is_subject_after(text: str, floor: int, span: Span, ceiling: int) -> bool:
    """Whether what follows a name is the subject of the main clause: "According to Roe, a clerk at the port left"."""
    found = APPOSITION.match(text, span.end, ceiling) if OPENED.fullmatch(text, floor, span.start) else None
    return found is not None and len(found["phrase"]) < LONGEST and not text.startswith(",", found.end())


def party_after(text: str, end: int) -> str | None:
    """The party of "(R-Ohio)", "(D-Mass.)" and ", Republican of Iowa,"."""
    note = NOTE.match(text, end)
    found = PARTY_NOTE.match((note[1] or note[2] or "").strip()) if note else None
    return PARTIES.get(found[1].lower()) if found else None


def role_in_front(text: str, span: Span, floor: int, registry: Registry) -> Role | None:
    """A role that the name stands in apposition to: "The foreign minister of France, Jane Roe,".

    Inside a sentence a comma closes it: "it has hurt the nominee, Roe said" tells no role of Roe.
    """
    start = span.start
    before = text[max(floor, start - 110) : start]
    closed = text.startswith(",", span.end) or text.startswith(",", span.end + 1)
    for opening in OPENING.finditer(before):
        if not closed and OF_NAME.search(before, 0, opening.end()):
            continue  # "For Jane Roe, a clerk, Poe was a legend"
        found = BEFORE.match(before, opening.end()) if closed or not opening.group()[:1].islower() else None
        if found and (role := phrase_role(found["phrase"], registry)):
            return role
    bare = BARE.match(before) if start - floor < 110 else None
    return phrase_role(bare["phrase"], registry) if bare else None


def phrase_role(phrase: str, registry: Registry) -> Role | None:
    """The role that a noun phrase names: "the executive director of the Arms Control Association"."""
    words = phrase.split()
    determiner = words[0].lower() if words and words[0].lower() in DETERMINERS else ""
    while words and words[0].lower() in DETERMINERS:
        words = words[1:]
    if not words or words[0].lower() in PREPOSITIONS | AUXILIARIES or "''" in phrase:
        return None
    words = _first_role(words)
    core = _core(words)
    heads = [i for i, word in enumerate(core) if _noun(word) in PERSON_NOUNS or _noun(word) in PARTY_MEMBERS]
    if not heads:
        return _occupation(core) if determiner in ("a", "an", "the") else None
    role = _role(core[: heads[-1] + 1], registry) if _may_be_role(core, heads[-1]) else None
    if role is None:
        return None
    owned = any(word.endswith(("'s", "’s", "s'", "s’")) for word in core[: heads[-1]])
    subject = None if owned else role.organisation
    role = _with_complement(role, " ".join(words[heads[-1] + 1 :]), core[heads[-1]], registry, subject=subject)
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
    if role.nouns & MINISTERS and is_field(found.organisation or ""):
        return replace(role, title=title)
    organisation, country = role.organisation or found.organisation, role.country or found.country
    return replace(role, title=title, organisation=organisation, country=country)


def _may_be_subject(words: str, role: Role, registry: Registry) -> bool:
    titled = any(_noun(word) in PERSON_NOUNS for word in words.split())
    return bool(role.nouns & SCHOLARS) and not (titled or role.country or is_body(words) or registry.known(words))


def _title_words(text: str, start: int, floor: int, registry: Registry) -> list[str]:
    """The words in front of a name that may belong to its title, from left to right."""
    before = text[max(floor, start - 120) : start]
    if not before or not before[-1].isspace() or "\n" in before[-2:]:
        return []
    words = before.rpartition("\n")[2].split()
    out: list[str] = []
    while words:
        word = words[-1]
        if not (_may_stand_in_title(word, registry) or _office_before(words) or (out and _body_before(words))):
            if word.endswith(("'s", "’s", "s'", "s’")) and out:
                out.append(word)
            break
        out.append(words.pop())
        if out[-1].endswith(("'s", "’s", "s’")) and not out[-1][0].isupper():
            break
    return out[::-1]


def _may_stand_in_title(word: str, registry: Registry) -> bool:
    low = word.lower().rstrip(".")
    if (
        word[-1] in ',;:—–)]”"?!'
        or word[0] in '“"(‘'
        or (word.endswith(".") and low not in ABBREVIATED and len(low) > 3)
    ):
        return False
    if low in SMALL_WORDS and low not in HONORIFICS:
        return False
    return (
        word[0].isupper()
        or low in QUALIFIERS
        or _noun(word) in PERSON_NOUNS
        or low in BODIES
        or plain(low) in registry.adjectives
    )


def _office_before(words: list[str]) -> bool:
    """ "of" and "the" inside "Chairman of the Joint Chiefs of Staff"."""
    left = [w for w in words[-5:] if w not in ("of", "the", "for", "and")]
    return (
        bool(left)
        and words[-1] in ("of", "the", "for")
        and any(w[0].isupper() and _noun(w) in OFFICES for w in left[-3:])
    )


def _body_before(words: list[str]) -> bool:
    """ "of" inside "Bank of Japan" and "Council for the Rights of Divers"."""
    k = len(words)
    while k and (words[k - 1][0].isupper() or words[k - 1] in ("of", "for", "the")):
        k -= 1
        if words[k][0].isupper() and words[k].lower() in BODIES:
            return words[-1] in ("of", "for", "the") and k < len(words) - 1
    return False


def _noun(word: str) -> str:
    low = word.lower().strip(".,\"'“”")
    if low in ABBREVIATED:
        return ABBREVIATED[low]
    base = singular(low)
    return base if base in PERSON_NOUNS else base.rpartition("-")[2]


def _role(words: list[str], registry: Registry) -> Role | None:
    """Splits "Trump campaign spokesman" into organisation and title."""
    heads = [i for i, word in enumerate(words) if _noun(word) in PERSON_NOUNS or _noun(word) in PARTY_MEMBERS]
    gender = next((HONORIFICS[w.lower().rstrip(".")] for w in words if w.lower().rstrip(".") in HONORIFICS), None)
    if not heads:
        return Role(None, gender=gender) if gender else None
    first = _title_start(words, heads[-1], registry)
    title, front = " ".join(words[first : heads[-1] + 1]), words[:first]
    if words[-1] != words[heads[-1]] and "of" in words[heads[0] :]:
        title = " ".join(words[first:])
    nouns = frozenset(office(words, i) for i in heads)
    low = frozenset(w.lower() for w in words)
    if title.endswith("s") and singular(title.split()[-1]) in OFFICES and title.split()[-1].lower() not in OFFICES:
        title = title[:-1]  # "Senators Jane Roe and John Doe"
    organisation, state = _front(front, registry)
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


def _ended(title: str) -> str:
    """Without the mark that ends its sentence; "Gov." keeps its own."""
    bare = title.rstrip(".,")
    last = bare.split()[-1]
    return title.rstrip(",") if last.lower() in ABBREVIATED and not last.isupper() else bare


def _former(title: str, front: list[str]) -> str:
    """ "former Danish prime minister": former prime minister, of Denmark."""
    before = next((word for word in PAST if word in (w.lower() for w in front)), None)
    return f"{before} {title}" if before else title.removeprefix("then ").removeprefix("a ")


def office(words: list[str], i: int) -> str:
    """The noun at `i`; a vice president is no president."""
    deputy = i and words[i - 1].lower() in ("vice", "deputy", "assistant", "under")
    return f"{words[i - 1].lower()}-{_noun(words[i])}" if deputy else _noun(words[i])


def _title_start(words: list[str], head: int, registry: Registry) -> int:
    """Where the title begins: the nouns and qualifiers in a row before its head."""
    first = head
    while (
        first
        and (
            words[first - 1].lower() in QUALIFIERS
            or _noun(words[first - 1]) in PERSON_NOUNS
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


def _names_office(words: list[str], first: int) -> bool:
    """ "Staff" of "Chairman of the Joint Chiefs of Staff General"; not "Japan" of "Bank of Japan governor"."""
    joined = first > 1 and words[first - 2].lower() in ("of", "the") and words[first - 1][0].isupper()
    return joined and any(_noun(w) in OFFICES for w in words[: first - 1])


def _front(words: list[str], registry: Registry) -> tuple[str | None, Known | None]:
    """The organisation that stands before a title: a state's adjective, a possessor, or a name."""
    while words and (words[0].lower() in DETERMINERS | SMALL_WORDS or words[0].endswith("-based")):
        words = words[1:]
    while words and words[0].lower() in QUALIFIERS and (words[0].islower() or words[0].lower() in PAST):
        words = words[1:]
    if words and words[-1].endswith(("-based", "-winning")):
        return None, None
    phrase = " ".join(words).rpartition(" and ")[2].removesuffix("'s").removesuffix("’s")
    for adjective in (" ".join(words[-2:]), words[-1] if words else ""):
        if state := registry.adjectives.get(plain(adjective.removesuffix("'s").removesuffix("’s"))):
            return state.name, state
    known = registry.known(phrase) if phrase else None
    if known:
        return known.name, known
    if not phrase or not (phrase[0].isupper() or words[-1].lower().rstrip("'s’") in BODIES):
        return None, None
    if words[-1].lower() in STATE_ORGANS and (state := registry.adjectives.get(plain(" ".join(words[:-1])))):
        return state.name, state
    return phrase, None
