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
    OPEN = 8  # leaves it open
    NEED = 9  # "should", "must", "need"


NOT = "little_point little_reason rather_than instead_of far_from nowhere_near no_longer not no never nor neither without hardly barely scarcely nobody none nothing cannot fail cease"

AGAINST = """
oppose reject refuse rebuff veto block ban bar prohibit forbid prevent stop halt end abandon scrap cancel quit resist withhold deny
denounce condemn decry deplore repudiate renounce disavow dismiss decline disagree object protest boycott obstruct thwart
undermine sabotage overturn repeal abolish rescind revoke suspend delay against anti rule_out rules_out ruled_out
ruling_out vote_against turn_down moratorium cut slash curb restrict eliminate dismantle defund avoid
discourage refute rebut debunk contradict dispute disprove disapprove refusal opposition opponent exclude seal hide conceal
downplay ignore unendorse abrogate withdraw
"""

FOR = """
support back endorse approve favour favor embrace welcome advocate champion urge call_for calls_for called_for calling_for demand
recommend propose promote accept agree want wish back defend encourage justify vote_for in_favor_of in_favour_of ratify adopt
pledge promise vow commit intend request seek ask push press insist plead implore exhort petition allow permit enable
authorise authorize accede concur echo supporter proponent backer willing prepared determined eager applaud
praise hail laud commend uphold confirm affirm sign_up celebrate
"""

GOOD = """
good great best excellent fair just justified legitimate lawful wise smart sensible reasonable responsible
necessary essential crucial vital needed indispensable critical effective successful success succeed win winner strong
stronger strength strengthen benefit beneficial help helpful useful valuable worth worthy worthwhile positive progress improve improvement
safe safer peaceful stable stability prosper prosperity opportunity hopeful promising
possible feasible doable viable workable practical realistic affordable qualified fit competent capable experienced
credible honest truthful true truth sincere genuine authentic trust trustworthy integrity principled decent honourable honorable
brave courageous courage respect respected dignity admire happy pleased glad delighted honoured honored privilege brilliant outstanding remarkable tremendous fantastic wonderful amazing
beautiful perfect ideal fabulous impressive inspiring inspire powerful thorough constructive productive
humane moral ethical rightful correct accurate sound solid robust popular favourite favorite welcome advance achieve
accomplishment achievement victory triumph solution deserve innocent transparent transparency accountable
compelling magic enthusiasm enthusiastic confidence optimistic reliable loyal friend ally equality
prudent appropriate proper overdue historic superior free_up """

BAD = """
inappropriate improper impermissible unwise ill-advised unbearable overreact unseemly off-limits nonstarter
bad worse worst terrible horrible awful wrong mistake error mistaken misguided flawed flaw fail failure failing disaster disastrous
catastrophe catastrophic tragedy tragic danger dangerous risk risky threat threaten menace peril perilous harm harmful hurt
damage damaging destroy destructive undermine weak weaken weakness cost costly expensive waste wasteful burden burdensome
unfair unjust unjustified illegitimate illegal unlawful unconstitutional criminal crime corrupt corruption fraud fraudulent
scam con crooked cheat dishonest lie liar false falsehood untrue misleading mislead deceive deceptive deception phony fake bogus
hoax hypocrisy hypocrite hypocritical racist racism bigot bigotry bigoted prejudice xenophobia xenophobic sexist misogyny misogynist hate
hateful hatred divisive divide division stupid foolish idiotic dumb ignorant ignorance incompetent incompetence inept clueless unfit
unqualified unprepared unworthy unacceptable intolerable outrageous outrage disgrace disgraceful shame shameful ashamed embarrass
embarrassing embarrassment disgust disgusting appalling shocking ridiculous absurd ludicrous laughable nonsense crazy insane mad unhinged
reckless irresponsible careless extreme extremist radical violent brutal cruel inhumane immoral unethical evil
unnecessary useless pointless futile ineffective unworkable impossible unrealistic impractical unaffordable unsustainable counterproductive
premature hasty provocative provocation escalate escalation aggressive aggression illegally violate violation abuse abusive
exploit exploitation manipulate manipulation discriminate discrimination discriminatory insult insulting offensive collapse chaos chaotic mess plague demoralise demoralize demoralizing cripple handicap deteriorate suffer pain
blame fault guilty accuse problem trouble troubled troubling worry worrying concern concerned fear afraid scare scary
alarming alarm danger vulnerable vulnerability jeopardise jeopardize jeopardy expose desperate desperation
panic scandal smear vague unclear ambiguous confusing confused inconsistent contradictory
inadequate insufficient poor poorly lacking deficient incomplete rigged unsafe unstable instability toxic vicious nasty sick
narcissist dictator tyrant thug regret unfortunate unfortunately sad sadly disappoint disappointed disappointing
disappointment frustrate frustrated frustration anger angry furious upset unhappy dissatisfied hell nightmare devastate devastating
condemn denounce criticise criticize criticism slam blast mock ridicule disillusioned misgiving
reservation objection obstacle barrier pander pandering greedy selfish elitist weaponize mishandle rotten
bully coward cowardly traitor treason ransom crap garbage joke fiasco poison suppress oppress oppression persecution misinformation
distraction scapegoat cynical wreck harass fatal deadly unpopular betray betrayal shoddy overreach burdened red_line blur
"""

HEDGE = """
might may could perhaps maybe possibly probably likely seem appear apparently suggest potentially potential inevitable eventually expect
expected somewhat largely partly mostly quite chance possible plausible possibility tend hopefully conceivable doable feasible
presumably reportedly ought_to_consider some_day one_day sooner_or_later in_time over_time
"""

DOUBT = """
doubt doubtful sceptical skeptical unlikely warn warning caution cautious wary hesitant reluctant reluctance concern worry
worried misgiving reservation fear hesitate uneasy question unsure risk premature careful misgivings
"""

OPEN = """
undecided not_rule_out nothing_ruled_out on_the_table weigh consider mull ponder contemplate whether unknown undetermined
not_decided neither_confirm keep_options too_early too_soon too_early_to not_yet_decided wait_and_see no_decision unclear remains_to_be_seen
"""

NEITHER = "goods rights likes interests shot left lead leads leading led thing fined fines"
"""Forms that the lists above would take for something else."""

NEED = (
    "should must need ought shall let have_to has_to have_to had_to needs_to need_to ought_to deserve time_to require"
)

FUNCTION = frozenset(
    """
a an the this that these those it its he him his she her hers they them their theirs we us our ours you your i me my mine who whom
whose which what when where why how there here of to in on at by for from with about into over under after before during between
through as than then so if unless and or but nor yet because since while although though is are was were be been being am do does
did done doing have has had having will would shall should can could may might must ought not no never also just only even very
too more most much many some any all both each every other another such own same again once still already now s t re ve ll d m don
up down out off one two three mr mrs ms dr say said says saying tell told make made let get got go going come came
himself herself itself themselves toward towards upon per via
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
    r"red line",
    r"sign(?:s|ed)? up",
    r"over time",
    r"sooner or later",
    r"(?:some|one) day",
    r"on the table",
    r"too (?:early|soon)",
    r"wait and see",
    r"remains to be seen",
    r"turn(?:s|ed|ing)? down",
    r"no decision",
    r"little (?:point|reason)",
    r"rather than",
    r"instead of",
    r"far from",
    r"nowhere near",
    r"no longer",
    r"united (?:states|kingdom|nations)",
    r"white house",
)
"""What stands for one word."""

SAME = """
send deploy dispatch station
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
release publish disclose unseal reveal | withhold seal conceal hide secret private privacy closed confidential off-limits
win winner victory | lose loser defeat
accept embrace | reject refuse
allow permit let | ban forbid prohibit bar block
strengthen | weaken
fit qualified | unfit unqualified
begin start launch | end stop halt
keep preserve maintain renew reauthorize | repeal abolish scrap expire
true real | false hoax untrue
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


def _roles() -> dict[str, Role]:
    """A word's first role in this order wins: who "opposes" is against before he is bad."""
    lists = (
        (Role.OPEN, OPEN),
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
    for line in (*SAME, *(half for line in OPPOSED for half in line.split("|"))):
        first = found.get(stem(line.split()[0]), stem(line.split()[0]))
        for entry in line.split():
            found.setdefault(stem(entry), first)
    return found


def _contraries() -> dict[str, frozenset[str]]:
    """Concept -> the concepts that say the contrary."""
    found: dict[str, set[str]] = {}
    for line in OPPOSED:
        left, right = ({CONCEPTS.get(stem(w), stem(w)) for w in half.split()} for half in line.split("|"))
        for one, other in ((left, right), (right, left)):
            for concept in one:
                found.setdefault(concept, set()).update(other - one)
    return {concept: frozenset(others) for concept, others in found.items()}


VERBS = frozenset(
    stem(w)
    for w in f"""{AGAINST} {FOR} {" ".join(IRREGULAR.values())} help cause bring cover spread
exploit mishandle benefit send deploy raise need hack kill invade occupy control violate change perform cover include help save create
finance fund supply arm train receive provide influence interfere threaten harm protect represent attend""".split()
)

ROLES = _roles()
CONCEPTS = _concepts()
CONTRARIES = _contraries()
