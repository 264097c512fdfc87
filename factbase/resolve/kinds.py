"""What kind of speaker a common noun makes: "officials" are unnamed, "voters" a group, "a poll" a document."""

from factbase.document import SpeakerKind
from factbase.resolve.lexicon import (
    BODIES,
    CLASSES,
    COLLECTIVES,
    DOCUMENTS,
    MEMBERS,
    PERSON_NOUNS,
    STATE_ORGANS,
    WITHHELD,
    is_plural,
    singular,
)

BODY_TYPES = {
    "newspaper": {"newspaper"}, "paper": {"newspaper"}, "daily": {"newspaper"}, "weekly": {"magazine", "newspaper"},
    "tabloid": {"newspaper"}, "broadsheet": {"newspaper"}, "journal": {"newspaper", "magazine"}, "magazine": {"magazine"},
    "agency": {"agency"}, "wire": {"agency"}, "network": {"broadcaster"}, "channel": {"broadcaster"},
    "broadcaster": {"broadcaster"}, "station": {"broadcaster"}, "website": {"site"}, "site": {"site"},
    "outlet": {"newspaper", "magazine", "site", "broadcaster", "agency"},
    "publication": {"newspaper", "magazine", "site"}, "publisher": {"newspaper", "site"},
    "company": {"company", "bank"}, "firm": {"company", "bank"}, "corporation": {"company"}, "giant": {"company"},
    "bank": {"bank"}, "lender": {"bank"}, "party": {"party"}, "court": {"court"}, "union": {"union"},
    "organization": {"intergovernmental", "ngo"}, "organisation": {"intergovernmental", "ngo"},
    "group": {"ngo", "other", "think tank"}, "nonprofit": {"ngo"}, "charity": {"ngo"}, "ngo": {"ngo"},
    "department": {"ministry"}, "ministry": {"ministry"}, "bloc": {"intergovernmental"},
    "alliance": {"intergovernmental"}, "body": {"intergovernmental"}, "militia": {"other", "military"},
    "panel": {"committee", "subcommittee", "commission"}, "committee": {"committee", "subcommittee"},
    "commission": {"commission"}, "parliament": {"seat", "legislature"}, "country": {"state"}, "nation": {"state"}, "government": {"state"},
    "kingdom": {"state"}, "republic": {"state"}, "state": {"state"}, "movement": {"other"},
    "pollster": {"pollster"}, "watchdog": {"agency", "ngo"}, "regulator": {"agency"}, "bureau": {"agency"},
}  # fmt: skip
"""What types of known organisation a newspaper's noun may mean."""


def noun_kind(noun: str) -> SpeakerKind | None:
    """None for a noun that nobody would quote."""
    low, base = noun.lower(), singular(noun)
    several = is_plural(low) or low in ("people", "women", "men", "police")
    tail = base.rpartition("-")[2]
    if low == "police":
        return SpeakerKind.ORGANISATION
    if low in COLLECTIVES or low in ("percent", "%"):
        return SpeakerKind.GROUP
    if base in MEMBERS:
        return SpeakerKind.GROUP if several else SpeakerKind.UNNAMED
    if base in WITHHELD or tail in WITHHELD:
        return SpeakerKind.GROUP if several and base in CLASSES else SpeakerKind.UNNAMED
    if base in PERSON_NOUNS or tail in PERSON_NOUNS:
        return SpeakerKind.GROUP if several else SpeakerKind.UNNAMED
    if base in DOCUMENTS or low in DOCUMENTS:
        return SpeakerKind.DOCUMENT
    if base in STATE_ORGANS:
        return SpeakerKind.GROUP if several else SpeakerKind.GOVERNMENT
    if base in BODIES:
        return SpeakerKind.GROUP if several else SpeakerKind.ORGANISATION
    return SpeakerKind.GROUP if several else None
