"""What a source says: its head, what belongs to it, and whether it is a name, a pronoun or a noun."""

import re
from dataclasses import dataclass
from itertools import pairwise

from factbase.document import Span
from factbase.resolve.items import MEDIA, OWNERS, POSSESSIVE, Item, Items, led
from factbase.resolve.lexicon import (
    ABBREVIATED,
    BODIES,
    COLLECTIVES,
    DOCUMENTS,
    MEMBERS,
    PARTITIVES,
    PARTS,
    PERSON_NOUNS,
    PREPOSITIONS,
    QUALIFIERS,
    QUANTIFIERS,
    WITHHELD,
    is_plural,
    singular,
)

POSTNOMINAL = frozenset(
    "familiar close privy aware briefed involved loyal opposed present knowledgeable critical able".split()
)
"""Adjectives that follow their noun: "sources familiar with the talks"."""
ARTICLES = frozenset(("the", "a", "an"))
DETERMINED = frozenset("the this that these those".split())
VERBAL = re.compile(
    r"(?:(?:e-)?[a-z]{2,}(?:ed|ing|wn|ade|ent)|seen|given|taken|written|held|found|heard|sold|told|kept)$"
)
NOUNS = MEMBERS | PERSON_NOUNS | DOCUMENTS | BODIES | COLLECTIVES | WITHHELD | PARTS


TIMES = frozenset((which, unit) for which in ("last", "this") for unit in ("week", "month", "year", "summer", "spring"))
OUT = frozenset("released published issued unveiled".split())
"""What happened to a paper, which its name leaves out: "report by a rights group released Tuesday"."""
NOT_BEFORE_NAME = PREPOSITIONS | {"the", "'s", "’s", "and", "or", "&", ","}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase: "two aides to the president, who asked not to be named" has the head "aides"."""

    core: Items
    """Up to the head, with what stands before it."""
    rest: Items
    """The complement that belongs to the head: "to the president"."""
    apposition: Items
    """What follows after a comma."""

    @property
    def head(self) -> Item:
        return self.core[-1]

    @property
    def definite(self) -> bool:
        return self.core[0].low in DETERMINED

    @property
    def is_bare(self) -> bool:
        """ "the senator" and no more."""
        return len(self.core) == 2 and not self.rest

    @property
    def owner(self) -> Item | None:
        """The possessor: "his" or "Clinton" of "Clinton's longtime aide"."""
        if self.core[0].low in OWNERS and len(self.core) > 1:
            return self.core[0]
        marks = [i for i, item in enumerate(self.core[:-1]) if item.text in POSSESSIVE and i]
        return self.core[marks[-1] - 1] if marks else None

    @property
    def after_owner(self) -> Items:
        marks = [i for i, item in enumerate(self.core[:-1]) if item.text in POSSESSIVE or item.low in OWNERS]
        return self.core[marks[-1] + 1 :] if marks else self.core


def parse(items: Items) -> Phrase | None:
    """The phrase that a source is; None if it holds no word."""
    items = led(items)
    if all(item.low in ARTICLES for item in items):
        return None
    main, apposition = _split_at_comma(_without_times(items))
    core, rest = _core(main)
    core, rest = _counted(core, rest)
    core = _named_type(core)
    return Phrase(core, rest, apposition) if core else None


def _without_times(items: Items) -> Items:
    """ "A survey last month by the board" is a survey by the board."""
    times = [i for i, pair in enumerate(pairwise(items)) if i and (pair[0].low, pair[1].low) in TIMES]
    return tuple(item for i, item in enumerate(items) if i not in times and i - 1 not in times)


def _named_type(core: Items) -> Items:
    """ "the Gannett newspaper chain" is Gannett."""
    end = len(core)
    while end > 1 and core[end - 1].low in MEDIA:
        end -= 1
    before = core[end - 1] if core else None
    return core[:end] if before is not None and before.figure is not None and " " not in before.text.strip() else core


def _split_at_comma(items: Items) -> tuple[Items, Items]:
    """Cuts at the first comma, dash, bracket or relative pronoun after a word.

    "A Harbour League (HL) spokesman, Jane Roe" goes on after its bracket.
    """
    items = _without_initialism(items)
    for i, item in enumerate(items):
        if i and item.text in (",", "(", "[", ";", "–", "—", "--", ":"):
            closing = (
                next((k for k in range(i, len(items)) if items[k].text in (")", "]")), i) if item.text in "([" else i
            )
            after = items[closing + 1 :]
            return items[:i], after[1:] if after and after[0].text == "," else after
        if i and item.low in ("who", "which", "whose", "whom"):
            return items[:i], ()
    return items, ()


def _without_initialism(items: Items) -> Items:
    at = next((i for i, item in enumerate(items) if i and item.text == "("), len(items))
    noted = [item.text for item in items[at : at + 4]]
    goes_on = len(noted) == 4 and noted[1].isupper() and noted[2] == ")" and singular(noted[3]) in NOUNS | QUALIFIERS
    return items[:at] + items[at + 3 :] if goes_on else items


def _core(main: Items) -> tuple[Items, Items]:
    """Ends the core before a preposition or a participle that follows the head."""
    for i, item in enumerate(main):
        if not i or item.figure is not None:
            continue
        if item.text == "Under" and main[i + 1 : i + 2] and main[i + 1].low.startswith("secretar"):
            continue  # "US Under Secretary of State"
        before = main[i - 1]
        after_noun = item.low in POSTNOMINAL and singular(before.low) in NOUNS
        boundary = (
            after_noun
            or item.low in PREPOSITIONS
            or item.low
            in (
                "that",
                "where",
                "when",
                "is",
                "are",
                "was",
                "were",
                "has",
                "have",
            )
        )
        participle = (
            VERBAL.match(item.text)
            and singular(item.low) not in PERSON_NOUNS  # "president" looks like "spent"
            and (before.figure is not None or (singular(before.low) in NOUNS and before.low not in ("most", "more")))
            and _stands_alone(main, i)
        )
        if boundary or participle:
            return (main, ()) if _titled_name(main, i) else (main[:i], main[i:])
    return main, ()


def _stands_alone(main: Items, i: int) -> bool:
    """A participle that no noun follows: "polls released Friday", but not "party-backed leaked documents"."""
    return not (i + 1 < len(main) and singular(main[i + 1].low) in NOUNS and main[i + 1].low not in ("that",))


def _titled_name(main: Items, i: int) -> bool:
    """ "Secretary of State John Kerry": a capital title without article goes on to a name, which "Officials from Poland
    and Lithuania" do not. So does "the head of the Ferry Board Jane Roe", whose name stands behind another one."""
    title = main[i - 1].low.strip(".")
    if singular(title) not in PERSON_NOUNS and title not in ABBREVIATED and not _of_body(main, i):
        return False
    named = [k for k in range(i + 2, len(main)) if main[k].figure is not None]
    if not named or named[-1] < len(main) - 1 or main[-2].low in NOT_BEFORE_NAME or is_plural(title):
        return False
    bare = main[0].text[0].isupper() and main[0].low not in QUANTIFIERS
    return bare or (main[0].low == "the" and title in PERSON_NOUNS and main[-2].figure is not None)


def _of_body(main: Items, i: int) -> bool:
    """ "Council for the Rights of Divers spokesman Jane Roe": a capital body, and a role directly before the name."""
    body = main[i - 1].text
    return body[0].isupper() and singular(body) in BODIES and main[-2].low in PERSON_NOUNS


def _counted(core: Items, rest: Items) -> tuple[Items, Items]:
    """ "a number of other members of Congress" are members of Congress."""
    while core and rest and _counts(core[-1]) and rest[0].low in ("of", "among") and rest[1:] and not _is_them(rest[1]):
        core, rest = _core(rest[1:])
    return core, rest


def _is_them(item: Item) -> bool:
    """ "three of them" are not those before."""
    return item.low in ("them", "us", "you", "whom")


def _counts(item: Item) -> bool:
    return item.low in PARTITIVES or item.text.isdecimal()


def described(phrase: Phrase, owner: str | None = None) -> str:
    """A short description in the document's words: "Biden administration official"."""
    core = phrase.after_owner if owner else phrase.core
    while len(core) > 1 and core[0].figure is None and core[0].low in QUANTIFIERS:
        core = core[1:]
    words = _joined((_possessor(owner, core[0].span) if owner else ()) + core + _complement(phrase.rest))
    first = core[0]
    common = (singular(first.low) in NOUNS or first.low in NOUNS) and singular(first.low) not in MEMBERS
    plain_start = not owner and first.figure is None and first.text.istitle() and common
    return words[:1].lower() + words[1:] if plain_start else words


def _possessor(owner: str, span: Span) -> Items:
    return Item(owner, span), Item("’" if owner.endswith("s") else "’s", span)


def _complement(rest: Items) -> Items:
    """Prepositional complements of the head, without participles and what follows them."""
    out: list[Item] = []
    for item in rest[:14]:
        ends = item.low in ("that", "is", "are", "was", "were", "has", "have", "where", "when") or item.low in OUT
        if ends or (not out and item.low not in PREPOSITIONS | POSTNOMINAL):
            break
        out.append(item)
    return tuple(out)


def _joined(items: Items) -> str:
    out, end = "", -1
    for item in items:
        touches = item.span.start == end  # "EB-" and "5"
        out += item.text if not out or touches or item.text in (*POSSESSIVE, ",", ")", "%") else f" {item.text}"
        end = item.span.end
    return out.replace("’", "'")


def plural(phrase: Phrase) -> bool:
    head = phrase.head.low
    generals = head == "general" and len(phrase.core) > 1 and phrase.core[-2].low.endswith("s")  # "attorneys general"
    return is_plural(head) or generals or head in COLLECTIVES or head in ("people", "women", "men", "police")
