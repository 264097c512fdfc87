"""What a role goes on with: the body it is for, or the field it is of."""

import re
from dataclasses import dataclass

from factbase.resolve.lexicon import BODIES, OF_STATES, PREPOSITIONS, QUALIFIERS, SMALL_WORDS, singular
from factbase.resolve.registry import Registry, plain
from factbase.resolve.states import state_named

CHUNK = (
    r"[A-Z][\w.&’'/-]*(?:\s+(?:(?:of|for|on|and|de|&)\s+(?:the\s+)?(?=[A-Z]))?[A-Z][\w.&’'/-]*"
    r"|\s+(?:campaign|administration|government)\b)*"
)
COMPLEMENT = re.compile(
    r"\b(of|for|at|with|in|from|on|to|by)\s+(?:(?:the|a|an|its|his|her)\s+)?"
    rf"(?:(?!(?:of|for|at|with|in|from|on|to|by|and|as)\b)[a-z-]+\s+){{0,4}}?({CHUNK})"
)
FIELD = re.compile(
    r"of (?!(?:the|an?|his|her|its|their|all|some|many|any|one)\b)[a-z-]+(?: (?:and )?[a-z-]+){0,2}(?=\.?$)"
)
"""What a title goes on with: "director of economic development"."""
WHEN = re.compile(
    r"(?:^|\s)(?:(?:between|from|since|until|in|on) (?:[A-Z][a-z]+ \d{1,2}\b|(?:[A-Z][a-z]+ )?\d{4}\b)|during the\b)"
)
COMMON_BODY = re.compile(r"\b(of|for|at|with|in)\s+(?:the|a|an)\s+((?:[a-z’'-]+\s){0,3}?([a-z-]+))$")
NAMED = re.compile(rf"\s+({CHUNK})")
OWNER = re.compile(r"([A-Z][\w-]+)['’]s?\s[a-z -]+$")
STAFFS = ("campaign", "administration")
WHOLE = re.compile(rf"\s+of\s+(?:the\s+)?({CHUNK})")
COMMON_WORDS = re.compile(r"\s[a-z-]+(?:\s[a-z-]+){0,2}(?![\w’'-])")
AREAS = frozenset("county state province region district".split())
PARTS = frozenset("chapter branch division section wing arm unit office bureau".split())
"""What a larger body has: "the Lyon chapter of the Ferry League"."""
ENDS = BODIES | frozenset("study project programme program survey initiative".split())
"""Nouns in small letters that end the name of what has a director or a spokesman."""


@dataclass(frozen=True, slots=True)
class Complement:
    title: str = ""
    """What belongs to the title: "for policy" of a "vice president for policy"."""
    organisation: str | None = None
    country: str | None = None


def complement(rest: str, registry: Registry, *, after: str) -> Complement:
    """What the words behind a role's noun `after` tell: "of economic development", "for the Center for Work".

    Nothing from where they tell when: "of Ashton from 1990 to 1995", "during the rule of Jane Roe".
    """
    rest = WHEN.split(rest, maxsplit=1)[0].rstrip()
    found = COMPLEMENT.search(rest)
    if found is None:
        field, common = FIELD.match(rest), COMMON_BODY.search(rest)
        body = common[2] if common and singular(common[3]) in BODIES | {"guard"} else None
        return Complement(field[0] if field else "", body)
    between = rest[: found.start()].strip()
    organisation, end = _body(rest, found, registry)
    if found[1] == "on" and after.lower().startswith("spokes"):
        return Complement(rest[:end].rstrip(".,"))  # "spokesman on Foreign Affairs"
    if found[1] == "in" and not is_body(organisation) and rest.startswith(organisation, found.start(2)):
        return Complement()  # "a nurse in Lyon"
    title = between if between and between.split()[0] in PREPOSITIONS else ""
    if after.istitle() and not between and (found[1] == "of" or (found[1] == "for" and is_field(organisation))):
        title = rest[:end].rstrip(".,")
    known = registry.known(organisation)
    state = known or (state_named(organisation, registry) if organisation.split()[-1] in OF_STATES else None)
    return Complement(title, known.name if known else organisation, state.country if state else None)


def is_body(name: str) -> bool:
    """ "Ashton College" and "County Fair Board" by their last word, "University of Ashton" by its first."""
    words = [singular(word.lower()) for word in name.split()]
    return words[-1] in BODIES | AREAS or (len(words) > 1 and words[0] in BODIES)


def is_field(name: str) -> bool:
    """ "Foreign Affairs" and "Education" are what a minister is for, and no body."""
    words = [word.lower() for word in name.split() if word not in ("of", "and", "the", "for", "&")]
    return all(word in QUALIFIERS - BODIES for word in words)


def _body(rest: str, found: re.Match[str], registry: Registry) -> tuple[str, int]:
    """With the common noun that ends its name: "Kenyan military", "Ashton Sheriff's office"; not of "Iran's army".

    Of "the Roe's re-election campaign" the Roe campaign, of "the Italian daily Il Ponte" Il Ponte.
    """
    start, end = found.start(2), found.end(2)
    if registry.known(found[2]) is None:
        end = _end_of_name(rest, end)
    noun = rest[start:end].rpartition(" ")[2]
    if singular(noun) in STAFFS and (owner := OWNER.search(rest, start, end)):
        return f"{owner[1]} {noun}", end
    if noun in PARTS and (whole := WHOLE.match(rest, end)):
        start, end = whole.span(1)
    if plain(found[2]) in registry.adjectives and (named := NAMED.match(rest, end)):
        start, end = named.span(1)
    return rest[start:end].rstrip(".,").removesuffix("'s").removesuffix("’s"), end


def _end_of_name(rest: str, end: int) -> int:
    """One to three common words, the last of which is a noun for a body."""
    tail = COMMON_WORDS.match(rest, end)
    words = tail[0].split() if tail else []
    for k in range(1, len(words) + 1):
        if any(word in SMALL_WORDS for word in words[:k]):
            break
        if singular(words[k - 1]) in ENDS:
            return end + len(" ".join(["", *words[:k]]))
    return end
