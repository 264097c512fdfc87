"""Two names of the network that touch: one name that it cut in two, or one whose end belongs to the next."""

import re
from collections import Counter

from factbase.document import Entity, EntityKind, Span
from factbase.resolve.lexicon import BODIES, MEMBERS, PERSON_NOUNS, QUALIFIERS, singular
from factbase.resolve.registry import Registry, plain

INITIALS = re.compile(r"[A-Z](?:\. ?[A-Z]){0,2}\.?")
GIVEN = re.compile(r"[A-Z][^\W\d_]+")
PAPERS = frozenset(
    "herald times post tribune star news daily gazette chronicle courier mirror mail telegraph sun journal observer"
    " standard examiner inquirer press dispatch globe guardian express independent bulletin weekly".split()
)
"""What newspapers are called behind the name of their town: "Ashton Herald"."""


def joined(text: str, before: Entity, after: Entity, registry: Registry) -> tuple[Entity, ...]:
    """The two as they should be: both, one of both, or both with another border between them."""
    gap = text[before.span.end : after.span.start]
    whole = Span(before.span.start, after.span.end)
    if after.kind is EntityKind.PERSON and gap in ("", ".", ". ", " ") and _is_initials(text, before.span, registry):
        return (Entity(whole, EntityKind.PERSON),)
    if not gap:
        return (Entity(whole, max(before, after, key=lambda e: e.span.end - e.span.start).kind),)  # "U" and ".N."
    if is_explained(text, before, after):
        return Entity(before.span, EntityKind.ORGANISATION), after
    if gap != " ":
        return before, after
    if (before.kind, after.kind) == (EntityKind.ORGANISATION, EntityKind.PERSON):
        return _with_given_name(text, before, after, registry)
    kind = _kind_of_both(text, before, after, registry)
    return (Entity(whole, kind),) if kind else (before, after)


def is_explained(text: str, before: Entity, after: Entity) -> bool:
    """ "CGT" in front of "(General League of Labour)"."""
    bracket = text[before.span.end : after.span.start] == " (" and text.startswith(")", after.span.end)
    long = after.kind is EntityKind.ORGANISATION and " " in text[slice(*after.span)]
    return bracket and long and text[slice(*before.span)].isupper()


def _kind_of_both(text: str, before: Entity, after: Entity, registry: Registry) -> EntityKind | None:
    """What two names side by side make as one; None if they stay two."""
    whole, kinds = Span(before.span.start, after.span.end), (before.kind, after.kind)
    if kinds == (EntityKind.PERSON, EntityKind.PERSON):
        return EntityKind.PERSON if _are_one_person(text, before.span, after.span, registry) else None
    if (known := registry.known(text[slice(*whole)])) and known.type != "state":
        return EntityKind.ORGANISATION  # "White" and "House"
    if EntityKind.PERSON not in kinds and _is_state(text, whole, registry):
        return EntityKind.PLACE
    if kinds == (EntityKind.ORGANISATION, EntityKind.PLACE) and _ends_in_state(text, before.span, whole, registry):
        return EntityKind.ORGANISATION
    if kinds == (EntityKind.PERSON, EntityKind.ORGANISATION) and text[slice(*after.span)] == "News Agency":
        return EntityKind.ORGANISATION
    paper = set(text[slice(*after.span)].lower().split()) <= PAPERS
    return EntityKind.ORGANISATION if kinds == (EntityKind.PLACE, EntityKind.ORGANISATION) and paper else None


def _are_one_person(text: str, before: Span, after: Span, registry: Registry) -> bool:
    """ "Jane" and "Ann Roe", "Balazs" and "Vang"; not "Universe" and "Jane Roe" after "Miss"."""
    first, last = text[slice(*before)], text[slice(*after)]
    if " " in first and " " in last:
        return False
    if registry.gender(first.split()[0]):
        return True
    title = text[max(0, before.start - 30) : before.start].rpartition("\n")[2].split(" ")[-2:][0]
    low = plain(first)
    common = singular(low) in PERSON_NOUNS | MEMBERS | QUALIFIERS or low in registry.adjectives
    titled = not title[:1].isupper() or singular(title.lower().strip(".")) in PERSON_NOUNS
    return GIVEN.fullmatch(first) is not None and titled and not common


def _is_initials(text: str, span: Span, registry: Registry) -> bool:
    """ "K." in front of "C. Roe", but not "U.S."."""
    return INITIALS.fullmatch(text, span.start, span.end) is not None and registry.known(text[slice(*span)]) is None


def _is_state(text: str, span: Span, registry: Registry) -> bool:
    """ "New" and "Zealand"."""
    return registry.state(text[slice(*span)]) is not None


def _ends_in_state(text: str, before: Span, whole: Span, registry: Registry) -> bool:
    """ "Fisheries Board New" and "Zealand"."""
    first = text.rfind(" ", before.start, before.end) + 1
    return first > 0 and _is_state(text, Span(first, whole.end), registry)


def _with_given_name(text: str, before: Entity, after: Entity, registry: Registry) -> tuple[Entity, Entity]:
    """ "Harbour Council Jane" and "Roe": the given name is the person's.

    So is any word between the noun that makes the body and a lone surname.
    """
    words = text[slice(*before.span)].split()
    if len(words) < 3 or " " in text[slice(*after.span)]:
        return before, after
    ended = singular(words[-2].lower()) in BODIES and singular(words[-1].lower()) not in BODIES
    if registry.gender(words[-1]) is None and not ended:
        return before, after
    start = before.span.end - len(words[-1])
    short = Span(before.span.start, before.span.start + len(text[before.span.start : start].rstrip()))
    return Entity(short, before.kind), Entity(Span(start, after.span.end), after.kind)


def of_one_kind(text: str, entities: tuple[Entity, ...], registry: Registry) -> tuple[Entity, ...]:
    """A name that is now a person and now an organisation is in the whole article what it is more often.

    The name of a known person, one with a given name, and a surname whose bearer is named in full stay as they are.
    """
    kinds: dict[str, Counter[EntityKind]] = {}
    for entity in entities:
        if entity.kind in (EntityKind.PERSON, EntityKind.ORGANISATION):
            kinds.setdefault(text[slice(*entity.span)], Counter())[entity.kind] += 1
    full = [name for name, seen in kinds.items() if " " in name and EntityKind.PERSON in seen]
    surnames = {name.rsplit(maxsplit=1)[-1] for name in full}
    open_ = [name for name in kinds if name not in surnames and not _is_persons(name, registry)]
    mixed = {name: _most(kinds[name]) for name in open_ if len(kinds[name]) > 1}
    return tuple(Entity(e.span, _kind(text, e, mixed)) for e in entities)


def _is_persons(name: str, registry: Registry) -> bool:
    return registry.gender(name.split(maxsplit=1)[0]) is not None or plain(name) in registry.surnames


def _kind(text: str, entity: Entity, mixed: dict[str, EntityKind]) -> EntityKind:
    fixed = entity.kind not in (EntityKind.PERSON, EntityKind.ORGANISATION)
    return entity.kind if fixed else mixed.get(text[slice(*entity.span)], entity.kind)


def _most(seen: Counter[EntityKind]) -> EntityKind:
    """Of as many the organisation: a person is mostly named in full somewhere."""
    person = seen[EntityKind.PERSON] > seen[EntityKind.ORGANISATION]
    return EntityKind.PERSON if person else EntityKind.ORGANISATION
