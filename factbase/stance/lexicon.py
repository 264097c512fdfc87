"""The words that decide positions in political and diplomatic English, by what they do.

Entries are lemmas and stand for their inflections (see `stems`); an underscore joins the words of a phrase, whose first
word may be inflected: "give_up" stands for "gave up".
"""

from enum import Enum

from factbase.stance.stems import IRREGULAR, root, stem


class Role(Enum):
    """What a word does to what it speaks of."""

    NONE = 0
    NOT = 1  # turns what follows round: "not", "never", "without"
    AGAINST = 2  # turns its object round and is a position by itself: "oppose", "ban", "stop"
    FOR = 3  # a position for its object: "back", "urge", "call for"
    GOOD = 4  # speaks well of what it is said of
    BAD = 5  # speaks ill of it
    HEDGE = 6  # takes certainty away: "might", "seem", "likely"
    DOUBT = 7  # turns what follows round, but mildly: "unlikely", "sceptical"
    WARNING = 8  # speaks of what might go wrong: "warn", "concern"
    NEED = 9  # "should", "must", "need"


NOT = """
absence_of away_from barely cannot cease fail far_from few hardly impossible_to instead_of lack_of little
little_chance little_hope little_point little_prospect little_reason neither never no no_longer nobody none nor not
nothing nowhere_near rarely rather_than refrain_from scarcely seldom shy_away_from stop_short_of unable unwilling
without yet_to
"""

AGAINST = """
abandon abolish abrogate against anti avoid axe back_away_from back_out_of ban banned banning bans bar barred barring
bars block boycott cancel conceal condemn contradict crack_down_on curb cut debunk decline decry defund delay denounce
deny deplore derail deter disagree disapprove disavow discourage dismantle dismiss disprove dispute dissuade ditch
do_without downplay drop_all drop_her drop_his drop_its drop_the drop_their drop_this eliminate end exclude foil forbid
forgo freeze give_up halt hamper hands_off hide hinder hold_back hold_off_on ignore impede lift miss moratorium object
objection obstruct oppose opposed_to opposition_to opt_out overturn phase_out prevent prohibit protest pull_out_of
put_off quit rebuff rebut refusal refuse refute reject relinquish renounce repeal repudiate rescind resist restrict
reverse revoke rule_out sabotage scrap scupper seal shelve shut_down slash snub stall stand_in_the_way_of shoot_down
stop strike_down suspend tear_up throw_out thwart torpedo turn_down turn_its_back_on undermine unendorse veto
vote_against vote_down walk_away_from withdraw withhold
"""

FOR = """
accede accept adopt advocate affirm agree allow applaud approve ask authorise authorize back backer call_for celebrate
champion commend commit concur confirm defend demand determined eager echo embrace enable encourage endorse exhort
favor favour hail implore in_favor_of in_favour_of insist intend justify laud permit petition plead pledge praise
prepared press promise promote proponent propose push ratify recommend request seek sign_up support supporter uphold
urge vote_for vow want welcome willing wish
"""

GOOD = """
acceptable accomplishment accountable accurate achieve achievement admire advance affordable ally amazing appropriate
authentic beautiful beneficial benefit best brave breakthrough brilliant capable compelling competent confidence
constructive correct courage courageous credible critical crucial decent delighted deserve dignity doable effective
enthusiasm enthusiastic equality essential ethical excellent experienced fabulous fair fantastic favorite favourite
feasible fit free_up friend genuine glad good great happy help helpful historic honest honorable honored honourable
honoured hopeful humane ideal impressive improve improvement in_line_with indispensable innocent inspire inspiring
integrity just justified lawful legitimate loyal magic milestone moral necessary needed opportunity optimistic
outstanding overdue peaceful perfect pleased popular positive possible powerful practical principled privilege
productive progress promising proper prosper prosperity prudent qualified realistic reasonable reliable remarkable
respect respected responsible rightful robust safe safer sensible sincere smart solid solution sound stability stable
strength strengthen strong stronger succeed success successful superior thorough transparency transparent tremendous
triumph true trust trustworthy truth truthful useful valuable viable victory vital welcome win winner wise wonderful
workable worth worthwhile worthy
"""

BAD = """
absurd abuse abusive afraid aggression aggressive alarm alarming ambiguous anger angry appalling appeasement ashamed
awful backfire bad barrier baseless betray betrayal bigot bigoted bigotry blackmail bleak bloodshed blur bogus brutal
bully burden burdened burdensome capitulation careless catastrophe catastrophic chaos chaotic charade cheat clueless
collapse con concern concerned confused confusing contradictory cop_out corrupt corruption cost costly counterproductive
coward cowardly crap crazy crime criminal cripple crooked cruel cynical damage damaging danger dangerous dead_end deadly
deceive deception deceptive deficient demoralise demoralize demoralizing desperate desperation destabilise destabilize
destroy destructive deteriorate devastate devastating dictator difficult_to_imagine diktat disappoint disappointed
disappointing disappointment disaster disastrous discriminate discrimination discriminatory disgrace disgraceful disgust
disgusting dishonest disillusioned dissatisfied distraction divide division divisive dumb elitist embarrass embarrassing
embarrassment embolden error escalate escalation evil expensive exploit exploitation expose extreme extremist
fabrication fail failing failure fake false falsehood farce fatal fault fear fiasco flaw flawed folly foolish fraud
fraudulent frustrate frustrated frustration furious futile garbage gimmick greedy groundless guilty handicap harass
hard_to_imagine hard_to_see harm harmful hasty hate hateful hatred hell hit_back hoax hopeless horrible humiliate
humiliating humiliation hurt hypocrisy hypocrite hypocritical idiotic ignorance ignorant ill-advised illegal illegally
illegitimate immoral impermissible impossible impractical improper inadequate inappropriate incompetence incompetent
incomplete inconsistent ineffective inept inflame inhumane insane insanity instability insufficient insult insulting
intolerable irresponsible jeopardise jeopardize jeopardy joke lacking laughable liar lie ludicrous mad madness
manipulate manipulation menace mess misgiving misguided mishandle misinformation mislead misleading misogynist misogyny
mistake mistaken narcissist nasty nightmare nonsense nonstarter obstacle off-limits offensive oppress oppression outrage
outrageous overreach overreact pain pander pandering panic peril perilous persecution phony plague ploy pointless poison
poor poorly prejudice premature problem provocation provocative racism racist radical ransom recipe_for_disaster
reckless red_line regret reservation ridiculous rigged respond_in_kind risk risky rotten ruin sad sadly scam scandal
scapegoat scare scary selfish sexist sham shame shameful shocking shoddy sick smear smokescreen stunt stupid suffer
suicidal suicide suppress tenuous terrible threat threaten thug toxic tragedy tragic traitor travesty treason trouble
troubled troubling tyrant unacceptable unaffordable unbearable unclear unconstitutional undermine undesirable unethical
unfair unfit unfortunate unfortunately unfounded unhappy unhinged unjust unjustified unlawful unnecessary unpopular
unprepared unqualified unrealistic unsafe unseemly unstable unsustainable unthinkable untrue unwelcome unwise unworkable
unworthy upset useless vague vicious violate violation violent vulnerability vulnerable waste wasteful weak weaken
weakness weaponize witch_hunt worry worrying worse worst wreck wrong xenophobia xenophobic
"""

HEDGE = """
apparently appear bound_to chance conceivable could doable eventually expect expected feasible hopefully imaginable
in_principle in_time inevitable largely likely matter_of_time may maybe might mostly one_day ought_to_consider
over_time partly perhaps plausible possibility possible possibly potential potentially presumably probable probably
question_of_time question_of_when quite reasonable_grounds reportedly seem some_day somewhat sooner_or_later suggest
tend unavoidable within_reach
"""

DOUBT = """
doubt doubtful hesitant hesitate improbable reluctant sceptical skeptical unconvinced unlikely unpersuaded unsure
"""

WARNING = """
careful caution cautious concern fear misgiving misgivings premature question reluctance reservation risk scepticism
skepticism uneasy warn warning wary weary worried worry
"""

NEITHER = "lifts missing goods rights likes interests shot left lead leads leading led thing fined fines"
"""Forms that the lists above would take for something else."""

NEED = """
deserve had_to has_to have_to high_time must need need_to needs_to no_alternative_to no_choice_but no_option_but
nothing_less_than only_way ought ought_to require shall should time_has_come time_to
"""

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

LIGHT_VERBS = """
hold make take give keep get do bring put become remain continue go come use carry_out carry conduct launch
"""
LIGHT = frozenset(stem(w) for w in LIGHT_VERBS.split())
"""Verbs that say little: of "be held in contempt" the head is "contempt"."""

PLAIN = """
bring_home closed_door closed_hearing closed_meeting closed_session come_home free_up go_ahead go_home hand_over
no_doubt no_question no_secret not_just not_least not_merely not_only not_simply not_to_mention out_of_the_question
pull_back pull_out red_line sign_up step_down take_in united_kingdom united_nations united_states white_house
write_off
"""
"""Phrases that are one word and turn nothing round: "not only"."""

SAME = """
send deploy dispatch deliver supply ship hand_over
troop soldier force
instructor trainer adviser
weapon arms armament missile
war conflict fighting
truce ceasefire armistice
agree accept consent
ratify approve finalise finalize
return rejoin revive revival restore
join accede accession membership member
cancel forgive write_off waive
nuclear atomic
referendum plebiscite
independence secede secession
jail imprison detain arrest
expel deport
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
leave exit withdraw depart departure pull_out pull_back go_home come_home bring_home recall retreat brexit | stay remain
release publish disclose unseal reveal | withhold seal conceal hide secret private confidential
win winner victory | lose loser defeat
agree accept embrace | reject refuse
accept take_in host | expel turn_away
allow permit let | ban forbid prohibit outlaw bar block
impose tighten introduce | lift ease relax
give_up surrender relinquish renounce abandon phase_out retire forgo disarm denuclearise denuclearize | keep retain
build construct | demolish tear_down
arrest | free pardon
strengthen | weaken
fit qualified | unfit unqualified
begin start launch | end stop halt
keep preserve maintain renew reauthorize | repeal abolish scrap expire
true real | false hoax untrue
fair legitimate credible transparent clean | rigged steal fraudulent
open reopen | close shut closure
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
run operate | shut close shut_down switch_off decommission mothball
remove tow_away take_away | keep retain
""".strip().splitlines()
"""Words that mean the contrary of each other, one pair of groups a line."""


CLASHES = """
send | withdraw withhold hold_back
stop give_up | continue keep remain
return restore | leave abandon scrap
cancel | repay
leave | remain
attack | defend
support | oppose
believe | doubt
public release | closed_door closed_session closed_hearing closed_meeting
""".strip().splitlines()
"""The same where the words on one side are no synonyms."""


def _inflections(entry: str) -> set[str]:
    """ "refuse" -> refuse, refuses, refused, refusing; "give_up" -> gave_up ...; forms that do not exist do no harm."""
    first, mark, rest = entry.partition("_")
    irregular = {form for form, base in IRREGULAR.items() if base == first}
    regular = _regular(first) if mark or len(first) > 3 else {first}
    return {form + mark + rest for form in regular | irregular}


def _regular(entry: str) -> set[str]:
    if entry.endswith("y") and entry[-2:-1] not in "aeiou":
        return {entry, entry[:-1] + "ies", entry[:-1] + "ied", entry + "ing", entry[:-1] + "ily"}
    base = entry.removesuffix("e")
    double = entry + entry[-1] if entry[-1] in "bdgmnprt" and entry[-2:-1] in "aeiou" else base
    return {entry, entry + "s", entry + "es", base + "ed", base + "ing", double + "ed", double + "ing", entry + "ly"}


def _roles() -> dict[str, Role]:
    """A word's first role in this order wins: who "opposes" is against before he is bad."""
    lists = (
        (Role.NEED, NEED),
        (Role.AGAINST, AGAINST),
        (Role.FOR, FOR),
        (Role.DOUBT, DOUBT),
        (Role.WARNING, WARNING),
        (Role.HEDGE, HEDGE),
        (Role.NOT, NOT),
        (Role.GOOD, GOOD),
        (Role.BAD, BAD),
    )
    found: dict[str, Role] = {}
    for role, words in lists:
        for entry in words.split():
            for form in _inflections(entry):
                found.setdefault(form, role)
    for form in NEITHER.split():
        found.pop(form, None)
    return found


def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The first word of each phrase -> what may follow it, the longest first."""
    groups = (*SAME, *OPPOSED, *CLASHES, PLAIN)
    entries = {w for line in groups for w in line.replace("|", " ").split() if "_" in w}
    forms = {form for form in ROLES if "_" in form} | {form for entry in entries for form in _inflections(entry)}
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        first, *rest = form.split("_")
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}


def _concepts() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in (*SAME, *(half for line in OPPOSED for half in line.split("|"))):
        words = group.split()
        first = found.get(root(words[0]), root(words[0]))
        for entry in words:
            found.setdefault(root(entry), first)
    return found


def _contraries() -> dict[str, frozenset[str]]:
    """Concept -> the concepts that say the contrary."""
    found: dict[str, set[str]] = {}
    for pair in (*OPPOSED, *CLASHES):
        left, right = ({CONCEPTS.get(root(w), root(w)) for w in half.split()} for half in pair.split("|"))
        for one, other in ((left, right), (right, left)):
            for concept in one:
                found.setdefault(concept, set()).update(other - one)
    return {concept: frozenset(others) for concept, others in found.items()}


DOINGS = """
arm attend benefit bring cause change control cover create deploy exploit finance fund hack harm help include influence
interfere invade kill mishandle need occupy perform protect provide raise receive represent save send
spread supply threaten train violate
"""
CLAIMS = frozenset(
    "make makes cause causes bring brings change changes hurt hurts harm harms spread spreads perpetuate perpetuates "
    "undermine undermines threaten threatens want wants exist exists mean means show shows reflect reflects represent "
    "represents cost costs benefit benefits damage damages boost boosts fuel fuels lead leads influence influences "
    "interfere interferes win wins lose loses help helps work works cover covers exploit exploits".split()
)
"""Verbs that tell what is, where others tell what is to be done: "Debates change elections"."""
NAMING = frozenset(
    "call calls called calling brand brands branded label labels labelled labeled describe describes described dub "
    "dubbed deem deemed declare declares declared denounce denounced dismiss dismissed".split()
)
"""Verbs whose object is said to be something: "called the quotas blackmail"."""
VERBS = frozenset(root(w) for w in (*AGAINST.split(), *FOR.split(), *DOINGS.split(), *IRREGULAR.values()))
"""What a proposition's predicate may begin with."""

ROLES = _roles()
CONCEPTS = _concepts()
ENDERS = frozenset(
    CONCEPTS.get(root(w), root(w)) for w in "end stop halt terminate abandon discontinue scrap wind_down".split()
)
ENDED = frozenset(
    CONCEPTS.get(root(w), root(w)) for w in "withdraw remove repeal end stop close cancel terminate abandon".split()
)
"""What a proposition may have for the end of something."""
CONTRARIES = _contraries()
FOLLOWING = _phrases()
