"""The words that decide positions in political and diplomatic English, by what they do.

Entries are lemmas and stand for their inflections (see `stems`); fixed phrases are regular expressions whose words are
joined by an underscore before they are looked up.
"""

from enum import Enum

from factbase.stance.stems import IRREGULAR, stem


class Role(Enum):
    """What a word does to what it speaks of."""

    NONE = 0
    NOT = 1  # turns what follows round: "not", "never", "without"
    AGAINST = 2  # turns its object round and is a position by itself: "oppose", "ban", "stop"
    FOR = 3  # a position for its object: "back", "urge", "call for"
    GOOD = 4  # speaks well of what it is said of
    BAD = 5  # speaks ill of it
    HEDGE = 6  # takes certainty away: "might", "seem", "likely"
    DOUBT = 7  # a mild no: "warn", "concern", "unlikely"
    NEED = 8  # "should", "must", "need"


NOT = """
away_from barely cannot cease fail far_from hardly instead_of little_point little_reason neither never no no_longer
nobody none nor not nothing nowhere_near rather_than scarcely without
"""

AGAINST = """
abandon abolish abrogate against anti avoid ban banned banning bans bar barred barring bars block boycott cancel
conceal condemn contradict curb cut debunk decline decry defund delay denounce deny deplore disagree disapprove
disavow discourage dismantle dismiss disprove dispute downplay eliminate end exclude forbid halt hide ignore
moratorium object obstruct oppose overturn prevent prohibit protest quit rebuff rebut refusal refuse refute reject
renounce repeal repudiate rescind resist restrict revoke rule_out ruled_out rules_out ruling_out sabotage scrap seal
slash stop suspend thwart turn_down undermine unendorse veto vote_against withdraw withhold
"""

FOR = """
accede accept adopt advocate affirm agree allow applaud approve ask authorise authorize back backer call_for
called_for calling_for calls_for celebrate champion commend commit concur confirm defend demand determined eager echo
embrace enable encourage endorse exhort favor favour hail implore in_favor_of in_favour_of insist intend justify laud
permit petition plead pledge praise prepared press promise promote proponent propose push ratify recommend request
seek sign_up support supporter uphold urge vote_for vow want welcome willing wish
"""

GOOD = """
accomplishment accountable accurate achieve achievement admire advance affordable ally amazing appropriate authentic
beautiful beneficial benefit best brave brilliant capable compelling competent confidence constructive correct courage
courageous credible critical crucial decent delighted deserve dignity doable effective enthusiasm enthusiastic
equality essential ethical excellent experienced fabulous fair fantastic favorite favourite feasible fit free_up
friend genuine glad good great happy help helpful historic honest honorable honored honourable honoured hopeful humane
ideal impressive improve improvement indispensable innocent inspire inspiring integrity just justified lawful
legitimate loyal magic moral necessary needed opportunity optimistic outstanding overdue peaceful perfect pleased
popular positive possible powerful practical principled privilege productive progress promising proper prosper
prosperity prudent qualified realistic reasonable reliable remarkable respect respected responsible rightful robust
safe safer sensible sincere smart solid solution sound stability stable strength strengthen strong stronger succeed
success successful superior thorough transparency transparent tremendous triumph true trust trustworthy truth truthful
useful valuable viable victory vital welcome win winner wise wonderful workable worth worthwhile worthy
"""

BAD = """
absurd abuse abusive afraid aggression aggressive alarm alarming ambiguous anger angry appalling ashamed awful bad
barrier betray betrayal bigot bigoted bigotry blur bogus brutal bully burden burdened burdensome careless catastrophe
catastrophic chaos chaotic cheat clueless collapse con concern concerned confused confusing contradictory corrupt
corruption cost costly counterproductive coward cowardly crap crazy crime criminal cripple crooked cruel cynical
damage damaging danger dangerous deadly deceive deception deceptive deficient demoralise demoralize demoralizing
desperate desperation destroy destructive deteriorate devastate devastating dictator disappoint disappointed
disappointing disappointment disaster disastrous discriminate discrimination discriminatory disgrace disgraceful
disgust disgusting dishonest disillusioned dissatisfied distraction divide division divisive dumb elitist embarrass
embarrassing embarrassment error escalate escalation evil expensive exploit exploitation expose extreme extremist fail
failing failure fake false falsehood fatal fault fear fiasco flaw flawed foolish fraud fraudulent frustrate frustrated
frustration furious futile garbage greedy guilty handicap harass harm harmful hasty hate hateful hatred hell hoax
horrible hurt hypocrisy hypocrite hypocritical idiotic ignorance ignorant ill-advised illegal illegally illegitimate
immoral impermissible impossible impractical improper inadequate inappropriate incompetence incompetent incomplete
inconsistent ineffective inept inhumane insane instability insufficient insult insulting intolerable irresponsible
jeopardise jeopardize jeopardy joke lacking laughable liar lie ludicrous mad manipulate manipulation menace mess
misgiving misguided mishandle misinformation mislead misleading misogynist misogyny mistake mistaken narcissist nasty
nightmare nonsense nonstarter objection obstacle off-limits offensive oppress oppression outrage outrageous overreach
overreact pain pander pandering panic peril perilous persecution phony plague pointless poison poor poorly prejudice
premature problem provocation provocative racism racist radical ransom reckless red_line regret reservation ridiculous
rigged risk risky rotten sad sadly scam scandal scapegoat scare scary selfish sexist shame shameful shocking shoddy
sick smear stupid suffer suppress terrible threat threaten thug toxic tragedy tragic traitor treason trouble troubled
troubling tyrant unacceptable unaffordable unbearable unclear unconstitutional undermine unethical unfair unfit
unfortunate unfortunately unhappy unhinged unjust unjustified unlawful unnecessary unpopular unprepared unqualified
unrealistic unsafe unseemly unstable unsustainable untrue unwise unworkable unworthy upset useless vague vicious
violate violation violent vulnerability vulnerable waste wasteful weak weaken weakness weaponize worry worrying worse
worst wreck wrong xenophobia xenophobic
"""

HEDGE = """
apparently appear chance conceivable could doable eventually expect expected feasible hopefully in_time inevitable
largely likely may maybe might mostly one_day ought_to_consider over_time partly perhaps plausible possibility
possible possibly potential potentially presumably probably quite reportedly seem some_day somewhat sooner_or_later
suggest tend within_reach
"""

DOUBT = """
careful caution cautious concern doubt doubtful fear hesitant hesitate misgiving misgivings premature question
reluctance reluctant reservation risk sceptical skeptical uneasy unlikely unsure warn warning wary worried worry
"""

NEITHER = "goods rights likes interests shot left lead leads leading led thing fined fines"
"""Forms that the lists above would take for something else."""

NEED = (
    "should must need ought shall let have_to has_to have_to had_to needs_to need_to ought_to deserve time_to require"
)

FUNCTION = frozenset(
    """
a an the this that these those it its he him his she her hers they them their theirs we us our ours you your i me my
mine who whom whose which what when where why how there here of to in on at by for from with about into over under
after before during between through as than then so if unless and or but nor yet because since while although though
is are was were be been being am do does did done doing have has had having will would shall should can could may
might must ought not no never also just only even very too more most much many some any all both each every other
another such own same again once still already now s t re ve ll d m don up down out off one two three mr mrs ms dr
say said says saying tell told make made let get got go going come came himself herself itself themselves toward
towards upon per via
""".split()
)

LIGHT = frozenset(
    stem(w) for w in "hold make take give keep get do bring put become remain continue go come use".split()
)
"""Verbs that say little: of "be held in contempt" the head is "contempt"."""

PHRASES = (
    r"rul(?:e|es|ed|ing) out",
    r"call(?:s|ed|ing)? for",
    r"in favou?r of",
    r"vot(?:e|es|ed|ing) (?:for|against)",
    r"(?:has|have|had|needs?|ought) to",
    r"time to",
    r"free up",
    r"pull(?:s|ed|ing)? (?:out|back)",
    r"com(?:e|es|ing) home",
    r"bring(?:s|ing)? home",
    r"red line",
    r"sign(?:s|ed)? up",
    r"over time",
    r"sooner or later",
    r"(?:some|one) day",
    r"turn(?:s|ed|ing)? down",
    r"little (?:point|reason)",
    r"rather than",
    r"instead of",
    r"closed (?:doors?|sessions?|hearings?|meetings?)",
    r"within reach",
    r"out of the question",
    r"far from",
    r"away from",
    r"nowhere near",
    r"no longer",
    r"united (?:states|kingdom|nations)",
    r"white house",
)
"""What stands for one word."""

SAME = """
send deploy dispatch
troop soldier force
instructor trainer adviser
weapon arms armament missile
war conflict fighting
truce ceasefire armistice
talk negotiate dialogue diplomacy
sanction penalty embargo
ally partner
treaty pact accord agreement deal
elect elected vote
president presidency white_house potus presidential
repeal abolish scrap rescind
release disclose publish unseal unsealing public reveal
resign quit
investigate probe inquiry
racism racist racial bigotry prejudice xenophobia hatred hate
liar lie falsehood dishonest mislead
fraud scam con swindle
bomb explosion explosive blast
kill murder slay
terror terrorism terrorist
hack hacking hacker cyberattack
tax taxes taxation
money fund funding investment
rich wealthy
job employment
trouble problem
fit qualified qualification
unfit unqualified
sincere genuine
phony fake
endorse endorsement back support
climate warming
immigrant migrant immigration
police officer cop
student pupil
school education
border frontier
trade export import
help aid assist
lead leader leadership
debate debating
broken break
strong strength
retaliate retaliation retaliatory respond
""".strip().splitlines()
"""Words that mean the same to a proposition, one group a line; the first names the concept."""

OPPOSED = """
raise increase hike expand grow boost extend | cut reduce lower slash curb shrink limit decrease moratorium
leave exit withdraw brexit | stay remain
release publish disclose unseal reveal | withhold seal conceal hide secret private confidential
win winner victory | lose loser defeat
accept embrace | reject refuse
allow permit let | ban forbid prohibit bar block
strengthen | weaken
fit qualified | unfit unqualified
begin start launch | end stop halt
keep preserve maintain renew reauthorize | repeal abolish scrap expire
true real | false hoax untrue
fair legitimate | rigged steal fraudulent
open | close shut
guilty | innocent
strong | weak
success succeed | failure fail
sincere genuine | phony fake pandering
lead ahead | trail behind
join enter | leave quit
include cover | exclude omit
clear | vague unclear ambiguous
legal lawful | illegal unlawful
safe | dangerous unsafe
rise | fall
necessary | unnecessary
reform overhaul change | protect
globalization | tariff protectionism protectionist
peace | war
recognise recognize | derecognise
invest | divest
arm | disarm
attack invade | defend
escalate | de-escalate
""".strip().splitlines()
"""Words that mean the contrary of each other, one pair of groups a line."""


def _inflections(entry: str) -> set[str]:
    """ "refuse" -> refuse, refuses, refused, refusing; forms that do not exist do no harm."""
    if len(entry) < 4 or "_" in entry:
        return {entry}
    if entry.endswith("y") and entry[-2] not in "aeiou":
        return {entry, entry[:-1] + "ies", entry[:-1] + "ied", entry + "ing", entry[:-1] + "ily"}
    base = entry.removesuffix("e")
    double = entry + entry[-1] if entry[-1] in "bdgmnprt" and entry[-2] in "aeiou" else base
    return {entry, entry + "s", entry + "es", base + "ed", base + "ing", double + "ed", double + "ing", entry + "ly"}


CLASHES = """
send | withdraw recall pull_out come_home bring_home
stop | continue keep
leave | remain
attack | defend
support | oppose
believe | doubt
public release | closed_door closed_session closed_hearing closed_meeting
""".strip().splitlines()
"""The same where the words on one side are no synonyms."""


def _roles() -> dict[str, Role]:
    """A word's first role in this order wins: who "opposes" is against before he is bad."""
    lists = (
        (Role.NEED, NEED),
        (Role.AGAINST, AGAINST),
        (Role.FOR, FOR),
        (Role.DOUBT, DOUBT),
        (Role.HEDGE, HEDGE),
        (Role.NOT, NOT),
        (Role.GOOD, GOOD),
        (Role.BAD, BAD),
    )
    found: dict[str, Role] = {}
    for role, words in lists:
        for entry in words.split():
            for form in _inflections(entry) | {f for f, b in IRREGULAR.items() if b == entry}:
                found.setdefault(form, role)
    for form in NEITHER.split():
        found.pop(form, None)
    return found


def _concepts() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in (*SAME, *(half for line in OPPOSED for half in line.split("|"))):
        words = group.split()
        first = found.get(stem(words[0]), stem(words[0]))
        for entry in words:
            found.setdefault(stem(entry), first)
    return found


def _contraries() -> dict[str, frozenset[str]]:
    """Concept -> the concepts that say the contrary."""
    found: dict[str, set[str]] = {}
    for pair in (*OPPOSED, *CLASHES):
        left, right = ({CONCEPTS.get(stem(w), stem(w)) for w in half.split()} for half in pair.split("|"))
        for one, other in ((left, right), (right, left)):
            for concept in one:
                found.setdefault(concept, set()).update(other - one)
    return {concept: frozenset(others) for concept, others in found.items()}


DOINGS = """
arm attend benefit bring cause change control cover create deploy exploit finance fund hack harm help include influence
interfere invade kill mishandle need occupy perform protect provide raise receive represent save send
spread supply threaten train violate
"""
VERBS = frozenset(stem(w) for w in (*AGAINST.split(), *FOR.split(), *DOINGS.split(), *IRREGULAR.values()))
"""What a proposition's predicate may begin with."""

ROLES = _roles()
CONCEPTS = _concepts()
CONTRARIES = _contraries()
