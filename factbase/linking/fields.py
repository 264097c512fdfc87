"""Walks of life, by the words of a role or an organisation: a quarterback is no senator; a general may become one."""

from enum import StrEnum


class Field(StrEnum):
    POLITICS = "politics"
    LAW = "law"
    FORCES = "forces"
    BUSINESS = "business"
    MEDIA = "media"
    LEARNING = "learning"
    ARTS = "arts"
    MEDICINE = "medicine"
    CLERGY = "clergy"
    POLICE = "police"
    SPORT = "sport"
    PRIVATE = "private life"


WORDS = {
    Field.POLITICS: (
        "president chancellor premier minister secretary governor gov mayor senator sen congressman congresswoman "
        "representative rep lawmaker legislator assemblyman assemblywoman councilman councilwoman councillor alderman "
        "delegate ambassador envoy diplomat candidate nominee contender politician statesman republican democrat "
        "whip parliamentarian comptroller strategist campaigner pollster operative presidential "
        "senate congress representatives parliament party campaign democratic democrats republicans gop administration"
    ),
    Field.LAW: "lawyer attorney judge justice prosecutor solicitor barrister counsel",
    Field.FORCES: "general gen colonel captain commander admiral brigadier lieutenant sergeant major soldier veteran",
    Field.BUSINESS: (
        "ceo cfo executive businessman businesswoman billionaire millionaire mogul tycoon investor banker trader "
        "broker entrepreneur owner developer financier"
    ),
    Field.MEDIA: (
        "journalist reporter correspondent columnist commentator pundit editor publisher anchor host moderator "
        "presenter blogger broadcaster photographer"
    ),
    Field.LEARNING: "professor lecturer scholar historian economist scientist sociologist physicist biologist chemist",
    Field.ARTS: (
        "actor actress comedian singer musician rapper artist filmmaker novelist poet playwright painter composer "
        "drummer guitarist bassist"
    ),
    Field.MEDICINE: "doctor physician surgeon neurosurgeon nurse psychiatrist epidemiologist pediatrician",
    Field.CLERGY: "pope bishop archbishop cardinal rabbi imam ayatollah reverend pastor priest vicar evangelist",
    Field.POLICE: "sheriff police policeman policewoman detective trooper constable firefighter",
    Field.SPORT: (
        "player coach quarterback striker goalkeeper midfielder defender pitcher athlete golfer boxer wrestler "
        "sprinter swimmer footballer cricketer jockey"
    ),
    Field.PRIVATE: (
        "student teacher resident voter farmer worker mother father neighbor neighbour retiree pensioner driver "
        "protester passenger shopper waitress bartender plumber electrician homeowner"
    ),
}
FIELDS = {word: field for field, words in WORDS.items() for word in words.split()}
WAYS_INTO_POLITICS = frozenset((Field.BUSINESS, Field.LAW, Field.FORCES, Field.MEDIA))
"""Walks of life that politicians come from and go to."""
NO_CONTENT = frozenset(
    "a an the of for and in at to on former ex then longtime long time current senior junior chief deputy vice acting "
    "interim assistant associate top lead national state federal county city local us american president general "
    "executive director head leader member chair chairman chairwoman official spokesman spokeswoman "
    "spokesperson".split()
)
"""Words of a role that people of any walk have."""


def fields(roles: frozenset[str]) -> frozenset[Field]:
    return frozenset(FIELDS[word] for role in roles for word in role.split() if word in FIELDS)


def content(roles: frozenset[str]) -> frozenset[str]:
    """The words of roles that tell one from another: "ohio", "senator"."""
    return frozenset(word for role in roles for word in role.split() if word not in NO_CONTENT)


def contradict(one: frozenset[Field], other: frozenset[Field]) -> bool:
    """Both are told, they share none, and people do not go from the one to the other."""
    return bool(one and other) and not one & other and not may_follow(one, other)


def may_follow(one: frozenset[Field], other: frozenset[Field]) -> bool:
    """One is politics, and the other leads there: a chief executive who becomes a candidate."""
    walks = one ^ other
    return Field.POLITICS in walks and bool(one and other) and walks - {Field.POLITICS} <= WAYS_INTO_POLITICS
