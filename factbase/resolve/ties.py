"""What a description tells of whom it means: the body of "officials at Homeland Security" and of "a CBS poll", the role
of whom "the Democratic nominee" is.
"""

from dataclasses import replace

from factbase.document import Speaker, SpeakerKind
from factbase.resolve.cast import ANYBODY
from factbase.resolve.complements import STAFFS, is_body
from factbase.resolve.home import is_organ
from factbase.resolve.items import Item, Items
from factbase.resolve.lexicon import GENDERS, OFFICES, QUANTIFIERS, singular
from factbase.resolve.phrases import Phrase, described, plural
from factbase.resolve.reading import Reading
from factbase.resolve.roles import KIN, Role, phrase_role

TIES = frozenset("at of from by with for in on inside within".split())
LEADING = OFFICES | {"leader", "lawmaker", "official"}
"""Those of a group who speak for a body: "Democratic leaders", not "Democratic voters"."""


def body_of(reading: Reading, phrase: Phrase, kind: SpeakerKind) -> str | None:
    """The organisation named in the phrase, else that of "Biden administration officials" and "Democratic leaders"."""
    if named := _named(reading, phrase):
        return named
    leads = kind is SpeakerKind.GROUP and singular(phrase.head.low) in LEADING
    if kind is not SpeakerKind.UNNAMED and not leads:
        return None
    words = described(Phrase((*_bare(phrase.core), _one(phrase.head)), phrase.rest, ()))
    role = phrase_role(words, reading.talk.registry)
    if role is None:
        return None
    return role.organisation if role.organisation and _is_body(reading, role) else role.party


def _is_body(reading: Reading, role: Role) -> bool:
    """ "Obama administration officials" are of a body, "Obama’s aides" and "Western diplomats" are not."""
    name = role.organisation or ""
    is_named = any(i.kind is SpeakerKind.ORGANISATION and i.name == name for i in reading.talk.cast.figures)
    known = (
        (is_named and not name.islower()) or role.country is not None or reading.talk.registry.known(name) is not None
    )
    return known or (not name.islower() and (is_body(name) or name.rpartition(" ")[2] in STAFFS))


def in_role(reading: Reading, phrase: Phrase, speaker: Speaker) -> Speaker:
    """A person of whom the article tells no other role has the one that "the Democratic nominee" tells."""
    if speaker.kind is not SpeakerKind.PERSON or speaker.role or plural(phrase):
        return speaker
    words = described(Phrase((*_bare(phrase.core), phrase.head), phrase.rest, ()))
    role = phrase_role(words, reading.talk.registry)
    if role is None or role.nouns <= ANYBODY | KIN | GENDERS.keys():
        return speaker
    body = speaker.organisation or role.chamber or role.organisation or role.party
    return replace(speaker, role=role.title, organisation=body, country=speaker.country or role.country)


def _named(reading: Reading, phrase: Phrase) -> str | None:
    """ "State Department officials", "the bank's lawyers", "a report by Politico"."""
    for item in (*phrase.core[:-1], *_tied(phrase.rest)):
        figure = reading.figure(item.figure) if item.figure is not None else None
        if figure and (figure.kind is SpeakerKind.ORGANISATION or is_organ(figure)):
            return figure.name
    return None


def _tied(rest: Items) -> Items:
    """What the complement begins with: "Politico" of "by Politico in May"."""
    if not rest or rest[0].low not in TIES:
        return ()
    return rest[2:3] if rest[1:2] and rest[1].low in ("the", "a", "an") else rest[1:2]


def _bare(core: Items) -> Items:
    """What stands before the head, without "the two" and "several"."""
    before = core[:-1]
    while before and before[0].figure is None and before[0].low in QUANTIFIERS | {"the", "a", "an"}:
        before = before[1:]
    return before


def _one(head: Item) -> Item:
    """The role of each of them."""
    return Item(singular(head.low), head.span)
