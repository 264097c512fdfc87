"""What kind of speaker a common noun makes: "officials" are unnamed, "voters" a group, "a poll" a document."""

from factbase.document import SpeakerKind
from factbase.resolve.lexicon import (
    ABBREVIATED,
    BODIES,
    CLASSES,
    COLLECTIVES,
    DOCUMENTS,
    MEMBERS,
    PERSON_NOUNS,
    STATE_ORGANS,
    WITHHELD,
    is_agent,
    is_plural,
    singular,
)

BODY_TYPES = {
    "newspaper": {"newspaper"}, "paper": {"newspaper"}, "daily": {"newspaper"}, "weekly": {"magazine", "newspaper"},
    "tabloid": {"newspaper"}, "broadsheet": {"newspaper"}, "journal": {"newspaper", "magazine"},
    "magazine": {"magazine"}, "agency": {"agency", "intergovernmental", "ministry", "police"}, "wire": {"agency"},
    "network": {"broadcaster"}, "channel": {"broadcaster"},
    "broadcaster": {"broadcaster"}, "station": {"broadcaster"}, "website": {"site"}, "site": {"site"},
    "outlet": {"newspaper", "magazine", "site", "broadcaster", "agency"},
    "publication": {"newspaper", "magazine", "site"}, "publisher": {"newspaper", "site"},
    "company": {"company", "bank", "firm", "operator", "carrier", "utility", "giant", "maker", "start-up", "startup"},
    "firm": {"company", "bank"}, "corporation": {"company"}, "giant": {"company"},
    "bank": {"bank"}, "lender": {"bank"}, "party": {"party"}, "court": {"court"}, "union": {"union"},
    "organization": {"intergovernmental", "ngo", "other"}, "organisation": {"intergovernmental", "ngo"},
    "group": {"ngo", "other", "think tank"}, "nonprofit": {"ngo"}, "charity": {"ngo"}, "ngo": {"ngo"},
    "department": {"ministry"}, "ministry": {"ministry"}, "bloc": {"intergovernmental"},
    "alliance": {"intergovernmental"}, "body": {"intergovernmental"}, "militia": {"other", "military"},
    "panel": {"committee", "subcommittee", "commission"}, "committee": {"committee", "subcommittee"},
    "commission": {"commission"}, "parliament": {"seat", "legislature"},
    "country": {"state"}, "nation": {"state"}, "government": {"state"},
    "kingdom": {"state"}, "republic": {"state"}, "state": {"state"}, "movement": {"other"},
    "pollster": {"pollster"}, "watchdog": {"agency", "ngo"}, "regulator": {"agency"}, "bureau": {"agency"},
}  # fmt: skip
"""What types of known organisation a newspaper's noun may mean."""

SHORT_OFFICES = {short: ABBREVIATED[short] for short in ("mp", "mep", "pm", "fm", "dg", "ceo", "cfo")}
"""Offices that headlines and sentences write as a word: "MP calls for inquiry"."""


def noun_kind(noun: str) -> SpeakerKind | None:
    """None for a noun that nobody would quote."""
    low, base = noun.lower(), singular(noun)
    base = SHORT_OFFICES.get(base.rpartition("-")[2], base)  # "Euro-MPs", too
    several = is_plural(low) or low in ("people", "women", "men")
    for nouns, kind, kind_of_several in (
        ({"police"}, SpeakerKind.ORGANISATION, SpeakerKind.ORGANISATION),
        (COLLECTIVES | {"percent", "%"}, SpeakerKind.GROUP, SpeakerKind.GROUP),
        (MEMBERS | CLASSES, SpeakerKind.UNNAMED, SpeakerKind.GROUP),
        (WITHHELD, SpeakerKind.UNNAMED, SpeakerKind.UNNAMED),
        (PERSON_NOUNS, SpeakerKind.UNNAMED, SpeakerKind.GROUP),
        (DOCUMENTS, SpeakerKind.DOCUMENT, SpeakerKind.DOCUMENT),
        (STATE_ORGANS, SpeakerKind.GOVERNMENT, SpeakerKind.GROUP),
        (BODIES, SpeakerKind.ORGANISATION, SpeakerKind.GROUP),
    ):
        if base in nouns or low in nouns or base.rpartition("-")[2] in nouns:
            return kind_of_several if several else kind
    if noun.islower() and is_agent(base):
        return SpeakerKind.GROUP if several else SpeakerKind.UNNAMED
    return SpeakerKind.GROUP if several else None
