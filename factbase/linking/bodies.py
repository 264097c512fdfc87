"""Names of organisations and governments across articles, folded."""

from collections.abc import Iterable

from factbase.linking.profile import Profile

SAME, SPELLING, UNSURE, ACRONYM = 0.93, 0.76, 0.74, 0.70
GENERAL = frozenset(
    """
    the ministry minister department office agency bureau authority administration government cabinet council board
    committee subcommittee commission court courts supreme high constitutional appeals district circuit parliament
    senate house representatives assembly congress legislature national state federal regional central city county
    municipal town police fire army navy air force military bank election elections electoral public general of for the
    and on foreign home interior internal external affairs defence defense finance treasury justice health education
    labour labor energy environment agriculture transport transportation trade commerce economy economic culture sports
    tourism housing security intelligence social welfare veterans urban development planning human services resources
    natural water mayor governor president presidential prosecutor attorney embassy consulate mission conservative
    liberal democratic socialist communist green party opposition coalition union chamber school university hospital
    company club association organization organisation group news newspaper
    """.split()
)
"""Words that make the names which every country or town has a body of: "Ministry of Defence", "Supreme Court"."""
SMALL = frozenset("of the and for on in a s".split())
BRITISH = (
    ("isation", "ization"),
    ("centre", "center"),
    ("defence", "defense"),
    ("labour", "labor"),
    ("programme", "program"),
)
COMPANY = frozenset("inc co corp corporation company ltd llc plc ag sa gmbh group holdings".split())


def is_name(printed: str) -> bool:
    """ "State Department" and "3M" are names; "police" and "the organization" describe, and so many bodies."""
    words = [word for word in printed.split() if word.casefold() != "the"]
    return any(c.isupper() or c.isdigit() for word in words for c in word)


def is_general(name: str) -> bool:
    """Every country or town has one of this name."""
    return all(word in GENERAL for word in name.split())


def names(one: Profile, other: Profile) -> tuple[float, str] | None:
    """What the names are worth, and in which way they agree."""
    shared = {plain(name) for name in one.names} & {plain(name) for name in other.names}
    if (
        shared
        and not (one.country and other.country)
        and all(is_general(n) for n in one.names & other.names or one.names)
    ):
        return UNSURE, "a name that many bodies have, and no country"
    if one.names & other.names:
        return SAME, "the same name"
    if shared:
        return SPELLING, "the same name in another spelling"
    if _initials(one) & other.names or _initials(other) & one.names:
        return ACRONYM, "initials of the name"
    return None


def telling(main: str, names: Iterable[str]) -> frozenset[str]:
    """The names of a body that mean it outside of an article too: not "house" for "white house"."""
    words = set(main.split())
    return frozenset((main, *(name for name in names if not set(name.split()) <= words)))


def plain(name: str) -> str:
    """American, without the words for a company and without spaces: "jpmorgan" for "jp morgan" and "jp morgan co"."""
    for british, american in BRITISH:
        name = name.replace(british, american)
    return "".join(w for w in name.split() if w not in COMPANY and w not in SMALL) or name


def initials(name: str) -> str | None:
    """ "american civil liberties union" is "aclu"; None for fewer than three words."""
    words = [w for w in name.split() if w not in SMALL]
    return "".join(w[0] for w in words) if len(words) > 2 else None


def _initials(of: Profile) -> set[str]:
    return {short for name in of.names if (short := initials(name))}
