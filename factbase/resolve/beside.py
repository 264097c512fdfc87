"""Roles and organisations as printed beside a name: in front of it and in apposition after it."""

import re
from dataclasses import replace

from factbase.document import Span
from factbase.resolve.complements import CHUNK
from factbase.resolve.lexicon import (
    ABBREVIATED,
    BODIES,
    HONORIFICS,
    OFFICES,
    PERSON_NOUNS,
    QUALIFIERS,
    SMALL_WORDS,
    singular,
)
from factbase.resolve.registry import Registry, plain
from factbase.resolve.roles import PARTIES, Role, noun_of, phrase_role, role_of

LONGEST = 160  # characters of an apposition
APPOSITION = re.compile(
    r"(?:\s*\((?P<note>[^()\n]{1,60})\))?"
    r"(?P<place>\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?"
    r"(?:\s*,\s*\d{1,3})?(?:\s*,\s*|\s+[—–-]{1,2}\s+|\s+(?=(?:is|was)\s+(?:a|an|the)\s))"
    r"(?:(?:who|which)\s+)?(?P<verb>(?:is|was|serves\s+as|served\s+as|works\s+as|worked\s+as|became)\s+(?:now\s+|also\s+)?)?"
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
ENVOYS = frozenset("ambassador representative envoy observer delegate nuncio commissioner".split())
INITIALISM = re.compile(r" \([A-Z][A-Z.&-]{1,7}\)(?= [A-Za-z])")
COURTEOUS = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Shri|Smt|Datuk|Alhaji)\.? )+$")
OF_NAME = re.compile(r"[A-Z][\w’'-]+, $")
BEFORE = re.compile(r"(?P<phrase>[^,;:“”\"()\n]{3,90})(?<!\s)(?:\s*\([^()\n]{1,60}\))?,\s*$")
IN_BRACKETS = re.compile(r"(?P<phrase>[Tt]he [^,;:()\n“”\"]{3,90}) \($")
"""Minutes of a parliament: "The Secretary of State for Defence (Jane Roe)"."""
ITS = re.compile(r"\b([Ii]ts|[Tt]heir) ([^,;:“”\"()\n]+)$")
BARE = re.compile(r"(?:But |And |Meanwhile, )?(?P<phrase>[A-Za-z][\w’'.-]*(?:\s[\w’'.-]+){0,4}),\s*$")
"""A role that opens its sentence: "Shadow chancellor, Jane Roe,"."""
NOTE = re.compile(r"\s*\(([^()\n]{1,30})\)|,\s+(Republican|Democrat)\s+of\s")
PARTY_NOTE = re.compile(r"^(R|D|I|Republican|Democrat)\b(?:-|\.|,|$)")
OWNER = re.compile(rf"(?:^|\s)(?:[Tt]he )?({CHUNK})['’]s? $")
OF_BODY = re.compile(rf"\s+(?:of|at|from)\s+(?:the\s+)?({CHUNK})")


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
    role = role_of(words, registry) if words else None
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
    before = INITIALISM.sub("", COURTEOUS.sub("", text[max(floor, start - 110) : start]))
    if text.startswith(")", span.end) and (office := IN_BRACKETS.match(before)):
        return phrase_role(office["phrase"], registry)
    closed = text.startswith(",", span.end) or text.startswith(",", span.end + 1)
    for opening in OPENING.finditer(before):
        if not closed and OF_NAME.search(before, 0, opening.end()):
            continue  # "For Jane Roe, a clerk, Poe was a legend"
        found = BEFORE.match(before, opening.end()) if closed or not opening.group()[:1].islower() else None
        if found and (role := phrase_role(found["phrase"], registry)):
            return role
    bare = BARE.match(before) if start - floor < 110 else None
    return phrase_role(bare["phrase"], registry) if bare else None


def _title_words(text: str, start: int, floor: int, registry: Registry) -> list[str]:
    """The words in front of a name that may belong to its title, from left to right."""
    before = INITIALISM.sub("", text[max(floor, start - 120) : start])
    if not before or not before[-1].isspace() or "\n" in before[-2:]:
        return []
    words = before.rpartition("\n")[2].split()
    out: list[str] = []
    while words:
        word = words[-1]
        under = word == "Under" and out and out[-1].lower().startswith("secretar")
        stands = under or _may_stand_in_title(word, registry) or _office_before(words)
        if not (
            stands or _envoy_before(words) or (out and (_body_before(words) or _state_before(words, out[-1], registry)))
        ):
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
        or noun_of(word) in PERSON_NOUNS
        or low in BODIES
        or plain(low) in registry.adjectives
    )


def _office_before(words: list[str]) -> bool:
    """ "of" and "the" inside "Chairman of the Joint Chiefs of Staff"."""
    left = [w for w in words[-5:] if w not in ("of", "the", "for", "and")]
    return (
        bool(left)
        and words[-1] in ("of", "the", "for")
        and any(w[0].isupper() and noun_of(w) in OFFICES for w in left[-3:])
    )


def _envoy_before(words: list[str]) -> bool:
    """ "to" and "the" inside "Ambassador to the United Nations"."""
    left = words[:-1] if words[-1] == "to" else words[:-2] if words[-2:] == ["to", "the"] else []
    return bool(left) and left[-1][0].isupper() and noun_of(left[-1]) in ENVOYS


def _state_before(words: list[str], last: str, registry: Registry) -> bool:
    """ "and" inside "Trinidad and Tobago's"."""
    name = " ".join((*words[-2:], re.sub(r"['’]s?$", "", last)))
    return words[-1] == "and" and registry.state(name) is not None


def _body_before(words: list[str]) -> bool:
    """ "of" inside "Bank of Japan" and "Council for the Rights of Divers"."""
    k = len(words)
    while k and (words[k - 1][0].isupper() or words[k - 1] in ("of", "for", "the")):
        k -= 1
        if words[k][0].isupper() and words[k].lower() in BODIES:
            return words[-1] in ("of", "for", "the") and k < len(words) - 1
    return False
