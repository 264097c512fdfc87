"""Words that part noun phrases or name no subject. Lower case."""

PARTING = frozenset(
    """
a an the this that these those it its he him his she her hers they them their theirs we us our ours you your yours i me
my mine one ones who whom whose which what whatever when whenever where wherever why how here there of to in on at by
for from with without about into over under above below after before during between among across through throughout
against around behind beyond despite except inside outside near within onto upon toward towards since until till than
then as so if unless whether and or but nor yet because while although though is are was were be been being am isn't
aren't wasn't weren't do does did done doing don't doesn't didn't have has had having haven't hasn't hadn't will would
shall should can could may might must ought won't wouldn't shouldn't can't cannot couldn't not no never none nothing
nobody neither also just only even very too more most much less least many few several some any all both each every
either other others another such own same again once still already now ever always often sometimes usually really
actually simply probably perhaps maybe certainly clearly likely almost nearly quite rather pretty enough else like
instead together away back up down out off per via i'm i've i'd i'll you're you've we're we've we'll they're they've
he's she's it's that's there's let's what's who's said say says saying tell told tells get gets got getting go goes
going gone went come comes came coming make makes made making take takes took taken taking give gives gave given giving
put puts see sees saw seen seeing know knows knew known think thinks thought want wants wanted need needs needed try
tries tried trying let lets keep keeps kept seem seems seemed look looks looked become becomes became feel feels felt
believe believes believed mean means meant happen happens happened show shows showed find finds found use used using
work works worked working help helps helped call calls called ask asks asked talk talks talked talking speak
speaks spoke run runs ran running
""".split()
)
"""Determiners, pronouns, prepositions, conjunctions, auxiliaries, particles, and verbs that go with any subject."""

VAGUE = frozenset(
    """
thing things people person persons man men woman women guy guys folks everyone everybody someone somebody anyone anybody
something anything everything time times day days week weeks month months year years hour hours minute minutes moment
morning evening night today tomorrow yesterday decade decades century way ways kind kinds sort sorts lot lots bit part
parts place places point points fact facts case cases side sides number numbers end ends start beginning rest example
examples idea ideas question questions answer answers issue issues problem problems matter reason reasons result results
change changes level levels group groups member members life lives world country countries nation nations state states
city cities home house area word words name names story stories line lot hand hands head face eyes heart mind job work
percent hundred hundreds thousand thousands million millions billion billions dozen dozens half majority first second
third last next new old big great good bad better best worse worst right wrong little long short high low large small
many real true sure important different able possible certain own whole full entire clear hard easy ready early late
american americans united national federal public local major top chance chances sense attention opportunity situation
conversation comment comments statement statements interview speech remark remarks report reports news article
mr mrs ms dr sen rep gov gen president secretary senator governor former january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday sunday
two three four five six seven eight nine ten twice lot family families friend friends child children kid kids
official officials spokesman spokeswoman adviser advisers leader leaders citizen citizens
""".split()
)
"""Words that everybody uses of everything: no subject by themselves, though part of one ("climate change")."""

NOUN_AHEAD = frozenset(
    """
a an the this that these those my your his her its our their whose of in on at for from with without about into over
under against between among through during after before by some any no each every many few several more most all
another other such
""".split()
)
"""What stands before a noun phrase."""

VERB_AHEAD = frozenset(
    "i you he she it we they who to will would shall should can could may might must not n't don't didn't doesn't "
    "won't can't cannot couldn't wouldn't shouldn't never and let's please".split()
)
"""What stands before a verb; "to" and "and" before nouns as well."""

HONORIFICS = frozenset("mr mrs ms dr miss sen rep gov gen lt sgt capt prof judge justice president mayor".split())
