"""The nouns by which newspapers speak of people, bodies and papers. Singular, lower case."""

import re

HONORIFICS = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "lord": "m", "lady": "f", "dame": "f", "king": "m",
    "queen": "f", "prince": "m", "princess": "f", "duke": "m", "duchess": "f", "pope": "m", "monsieur": "m",
    "madame": "f", "herr": "m", "frau": "f", "señor": "m", "señora": "f", "sheikh": "m", "sultan": "m", "emperor": "m",
    "ayatollah": "m", "imam": "m", "rabbi": "m", "father": "m", "sister": "f", "brother": "m", "first lady": "f",
    "congressman": "m", "congresswoman": "f", "assemblyman": "m", "assemblywoman": "f", "councilman": "m",
    "councilwoman": "f", "chairman": "m", "chairwoman": "f", "spokesman": "m", "spokeswoman": "f",
    "businessman": "m", "businesswoman": "f", "actor": "m", "actress": "f", "alderman": "m", "husband": "m",
    "wife": "f", "son": "m", "daughter": "f", "mother": "f", "widow": "f", "uncle": "m", "aunt": "f", "nephew": "m",
    "shri": "m", "smt": "f", "datuk": "m", "alhaji": "m", "hajiya": "f", "bwana": "m", "daw": "f", "mme": "f",
    "maulana": "m", "mawlawi": "m", "mullah": "m", "qari": "m", "haji": "m", "begum": "f", "niece": "f",
    "ex-wife": "f", "ex-husband": "m", "crown prince": "m", "baroness": "f", "baron": "m",
}  # fmt: skip
"""Titles and nouns that tell a gender."""
GENDERS = HONORIFICS | {"man": "m", "boy": "m", "woman": "f", "girl": "f"}
"""Nouns that do, of which some stand before no name."""

ABBREVIATED = {
    "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative", "gov": "governor",
    "govs": "governor", "gen": "general", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "maj": "major",
    "capt": "captain", "cmdr": "commander", "adm": "admiral", "brig": "brigadier", "rev": "reverend", "dr": "doctor",
    "prof": "professor", "pres": "president", "del": "delegate", "hon": "honourable", "atty": "attorney",
    "adv": "advocate", "engr": "engineer", "eng": "engineer", "barr": "barrister",
    "amb": "ambassador", "insp": "inspector", "supt": "superintendent", "det": "detective", "mp": "lawmaker",
    "mep": "lawmaker", "pm": "minister", "fm": "minister", "mr": "mr", "mrs": "mrs", "ms": "ms", "messrs": "mr",
    "ceo": "chief", "cfo": "chief", "vp": "president", "st": "saint", "dg": "director-general",
}  # fmt: skip

OFFICES = frozenset(
    """
    president chancellor premier minister secretary governor mayor senator congressman congresswoman representative
    lawmaker legislator assemblyman assemblywoman councilman councilwoman councillor councilor alderman deputy delegate
    speaker leader whip chairman chairwoman chairperson chair head chief director commissioner ambassador envoy
    administrator superintendent treasurer comptroller auditor prosecutor attorney judge justice sheriff marshal
    general colonel captain commander admiral brigadier lieutenant sergeant major corporal officer inspector detective
    king queen prince princess emperor sultan emir sheikh pope bishop archbishop cardinal rabbi imam ayatollah reverend
    pastor priest vicar minister monarch dictator strongman nominee candidate contender frontrunner front-runner
    incumbent challenger running-mate mate vice-president ex-president lady saint lord baroness baron parliamentarian
    politician statesman diplomat official regulator nuncio rapporteur coordinator negotiator mediator inspector
    undersecretary under-secretary subsecretary secretary-general under-secretary-general director-general
    governor-general taoiseach tánaiste tanaiste ombudsman registrar coroner
    """.split()
)

OCCUPATIONS = frozenset(
    """
    spokesman spokeswoman spokesperson publicist aide adviser advisor strategist consultant analyst economist expert
    scholar professor lecturer teacher student researcher scientist historian author writer novelist poet playwright
    journalist reporter correspondent columnist commentator pundit editor publisher anchor host moderator broadcaster
    presenter blogger photographer filmmaker director producer actor actress comedian comic singer musician rapper
    artist designer architect engineer developer programmer lawyer attorney barrister solicitor counsel doctor nurse
    physician psychologist psychiatrist surgeon physicist chemist biologist epidemiologist sociologist politologist
    executive founder co-founder cofounder owner co-owner partner manager boss mogul tycoon billionaire millionaire
    businessman businesswoman entrepreneur investor banker trader broker financier developer contractor salesman
    activist campaigner organizer organiser advocate lobbyist operative fundraiser donor pollster volunteer supporter
    proponent skeptic sceptic detractor backer foe rival peer counterpart citizen hopeful observer
    critic opponent ally surrogate confidant friend neighbor neighbour colleague father mother son daughter wife
    husband brother sister uncle aunt cousin widow parent ex-wife ex-husband grandfather grandmother
    soldier veteran fighter rebel militant policeman policewoman firefighter pilot astronaut farmer worker resident
    voter protester demonstrator refugee migrant survivor victim witness suspect defendant plaintiff player coach
    quarterback athlete star celebrity model winner member fellow staffer insider whistleblower dissident
    chairman-elect president-elect governor-elect chef driver priest nun monk theologian philosopher scholar
    biographer translator interpreter curator librarian clerk accountant auditor physicist meteorologist
    associate organizer organiser man woman boy girl person caller listener reader viewer user customer
    passenger patient coauthor instructor trainer referee umpire goalkeeper striker midfielder defender skipper cyclist
    archaeologist astronomer geologist seismologist botanist zoologist anthropologist archivist sculptor painter
    poster commenter forecaster ranger warden paramedic lifeguard fisherman sailor
    co-director co-chair co-chairman co-author co-host cochair principal dean provost rector trustee retiree pensioner
    """.split()
)

PERSON_NOUNS = OFFICES | OCCUPATIONS

QUALIFIERS = frozenset(
    """
    former acting interim deputy vice assistant associate senior junior chief lead top co late longtime long-time
    veteran retired outgoing incoming then then- ex- ex first prime foreign home interior defence defense finance
    justice economy health education trade energy presidential vice-presidential national state federal city county
    local press communications policy political executive managing general attorney solicitor under permanent
    special military legal conservative liberal progressive independent far-right left-wing right-wing
    centrist moderate opposition ruling majority minority ranking house senate parliamentary congressional gubernatorial
    senatorial republican democratic radio television tv talk news sports business real estate tech technology
    security intelligence army navy police fire human rights civil supreme district appeals circuit high court crown
    joint staff media social digital deputy regional global european international nuclear climate constitutional
    running hedge fund vice-chair eldest youngest oldest younger older elder presumptive
    external affairs relations works welfare public economic social medical technical sporting
    transport transportation agriculture farm environment culture labour labor housing development tourism immigration
    migration border industry commerce planning infrastructure science research sport youth treasury veterans homeland
    water mining mines oil petroleum electricity fisheries forestry families pensions employment cabinet shadow
    information law railway railways power revenue religious rural urban innovation aviation disaster maritime shipping
    irrigation highways broadcasting arts heritage textiles coal
    """.split()
)

FORCES = frozenset("coast national border presidential revolutionary".split())
"""Guards of these kinds are bodies: "the coast guard", but "a prison guard"."""

MEMBERS = frozenset(
    """
    republican democrat conservative liberal tory labourite socialist communist libertarian nationalist islamist
    muslim christian jew catholic protestant evangelical mormon latino latina hispanic african-american asian-american
    native american kurd arab serb sunni shiite shia populist leftist progressive moderate centrist brexiteer remainer
    """.split()
)
"""People of one party, faith or descent."""

WITHHELD = frozenset(
    """
    official source aide adviser advisor staffer insider spokesman spokeswoman spokesperson diplomat officer commander
    investigator prosecutor lawyer attorney judge operative strategist consultant person people friend associate
    confidant colleague employee worker executive manager representative counsel member witness caller donor organizer
    organiser bundler delegate speechwriter surrogate neighbor neighbour relative man woman men women doctor physician
    negotiator minister lawmaker senator congressman reporter correspondent journalist guest participant attendee
    policeman soldier general ally personnel nurse teacher poster commenter someone somebody independent
    """.split()
)
"""Plural, these are certain people whose names are withheld, not a class of people."""

CLASSES = frozenset(
    """
    lawmaker lawmakers ally allies member members senator minister delegate donor organizer organiser surrogate worker
    executive employee soldier doctor teacher neighbor neighbour reporter journalist correspondent participant women
    men people strategist operative consultant physician nurse relative representative guest attendee woman man
    colleague poster commenter independent
    """.split()
)
"""Of those, the ones that in the plural are a class of people all the same."""

COLLECTIVES = frozenset(
    """
    public crowd audience family electorate community population youth media press elite establishment opposition
    majority minority middle-class left right base world west east everyone everybody nobody no-one anyone anybody
    others most many some few several all both half rest people folks police populace diaspora
    citizenry clergy staff troops public readership viewership couple duo trio pair jury panelists men women children
    authorities those none nation country countries nations crew industry faithful
    """.split()
)

DOCUMENTS = frozenset(
    """
    poll survey study report analysis review assessment audit paper article story piece op-ed editorial column essay
    handout circular minutes draft readout
    book memoir novel chapter document memo memorandum letter email e-mail mail message text note tweet post posting
    blog statement release transcript script brief filing lawsuit suit complaint indictment affidavit warrant petition
    motion ruling decision opinion verdict order law bill act statute legislation constitution amendment treaty
    agreement accord convention charter resolution declaration communique communiqué deal contract regulation rule
    directive policy plan program programme platform manifesto budget proposal ad advert advertisement commercial
    video footage clip film movie documentary tape recording audio photo photograph image picture slide presentation
    chart graph map statistics statistic data figure figures numbers number database research finding findings result
    results evidence record records file files website site page headline caption banner sign slogan leaflet
    return returns account accounts newsletter bulletin broadcast episode interview speech remarks testimony excerpt
    excerpts summary conclusion index ranking census forecast estimate projection model average dossier cable
    commentary submission section sentence fact-check graphic infographic timeline estimates analyses theory case
    average
    """.split()
)

BODIES = frozenset(
    """
    campaign camp company corporation firm bank agency newspaper paper daily weekly magazine outlet network channel
    station broadcaster website site publication publisher party committee commission council panel court tribunal union
    association organisation organization federation foundation fund institute institution center centre think-tank
    tank group coalition alliance league charity nonprofit nongovernmental ngo university college school academy church
    hospital bureau office department ministry administration government authority board parliament congress senate
    house assembly legislature duma army navy military militia police force team movement society club chain
    conglomerate giant startup start-up manufacturer automaker carmaker airline retailer lender insurer regulator
    gallery museum library theatre theater orchestra observatory laboratory clinic zoo chapter branch division brigade
    municipality trust consortium syndicate cooperative
    watchdog service studio label platform lobby caucus conference delegation embassy consulate mission
    secretariat junta regime kremlin palace treasury chamber cabinet bloc body pac super-pac newsroom wire tabloid
    broadsheet journal exchange bourse
    """.split()
)

STATE_ORGANS = frozenset("government administration regime ministry embassy consulate junta cabinet kremlin".split())
"""Bodies that speak for a state or its executive."""

OF_STATES = frozenset(
    "ministry parliament staff guard army navy court bank police senate government military assembly cabinet".split()
)
"""Bodies that every state has."""

PORTFOLIOS = frozenset(
    """
    agriculture aquaculture climate commerce communications cooperation culture defence defense development ecology
    economy education employment energy environment finance fisheries food foreign forestry forests health home housing
    industry infrastructure interior irrigation justice labor labour livestock mines mining planning railways science
    security shipping sport sports sustainability technology tourism trade training transport treasury water welfare
    women youth
    """.split()
)
"""What ministries are for: "of Livestock and [Fisheries]", "the [Ecology] Ministry"."""

PARTITIVES = frozenset(
    """
    number group majority minority array handful dozen dozens hundreds thousands millions scores lot lots couple pair
    some many most several one two three four five six seven eight nine ten all half series host string range
    variety bunch chorus list share quarter third each any none few both either neither plenty slew raft
    two-thirds three-quarters one-third quarter-million nine-tenths million billion
    generation sort kind wave crowd crowds line groups meeting session sitting
    """.split()
)
"""What stands before "of" and only counts: "a number of members" are members."""

QUANTIFIERS = frozenset(
    """
    the a an some many several most all both few more other another such these those this that every each any no
    certain various numerous countless multiple fellow one two three four five six seven eight nine ten dozens only
    even at least about nearly almost up also just roughly
    """.split()
)
"""Words that a description leaves out at its front."""

PARTS = frozenset(
    """
    eyes eye view mind words heart voice opinion belief hope hopes fear fears claim claims argument message position
    thinking remark remarks comments comment response answer reply tone look face record stance
    """.split()
)
"""What a person speaks with: "in his eyes", "her view"."""

PREPOSITIONS = frozenset(
    """
    of for in at by from with on to about near inside within among under over between against like including such as
    into through during after before since without across around behind toward towards despite via per regarding
    concerning according than
    """.split()
)

RELATIVES = frozenset("who which that whose whom where when while because if although though".split())

SMALL_WORDS = (
    PREPOSITIONS
    | RELATIVES
    | frozenset(
        """
        and or but nor so yet the a an this these those his her their its my our your it he she they we you i not also
        then said says say told tells tell added adds wrote writes asked is are was were be been being has have had do
        does did will would can could may might must should now just only even still there here what how why once
        meanwhile however earlier later yesterday today tomorrow monday tuesday wednesday thursday friday saturday
        sunday january february march april may june july august september october november december mr mrs ms no yes
        all some many most several few both each every another other such one two three his
        until unless instead beyond inside amid despite
        """.split()
    )
)
"""Words that stand before a name without belonging to it."""

IRREGULAR = {
    "people": "person", "women": "woman", "men": "man", "children": "child", "countrymen": "countryman",
    "businessmen": "businessman", "spokesmen": "spokesman", "congressmen": "congressman", "analyses": "analysis",
    "spokeswomen": "spokeswoman", "media": "media", "news": "news", "police": "police", "series": "series",
    "data": "data", "statistics": "statistics", "congresswomen": "congresswoman", "wives": "wife",
}  # fmt: skip


def singular(noun: str) -> str:
    """ "officials" is "official", "agencies" "agency", "boss" "boss"."""
    word = noun.lower()
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


AGENT = re.compile(r"[a-z-]{3,}(?:er|or|ist|ian|man|woman|eer|ee|goer)$")
THINGS = frozenset(
    """
    answer banner barrier border buffer center centre chapter character color colour computer container corner counter
    cover danger dinner disaster discover disorder door drawer encounter error factor fever filter finger flavor flower
    folder fiber frontier gender harbor header helicopter hunger indicator labor layer letter ladder laughter lumber
    major manner marker master matter meter minor mirror monitor motor murder never number offer order other outer
    over paper pepper power prayer proper quarter ratchet rather register river rumor sector semester server shelter
    shoulder sister slander sponsor summer surrender terror theater theatre thunder timber tower trailer transfer
    trigger tumor upper vector vapor water weather whether winter wonder under after later former latter twitter
    committee guarantee degree coffee fee knee refugee tree three list twist consist exist assist mist fist
    specimen omen abdomen human roman german lawsuit floor actor-list calendar behavior behaviour harbour honour favour
    """.split()
)


def is_agent(noun: str) -> bool:
    """A noun for someone who does something, by its ending: "welder", "hiker", "violinist", "gunman"."""
    low = noun.lower()
    return bool(AGENT.fullmatch(low)) and low not in THINGS and low.rpartition("-")[2] not in THINGS


def is_plural(noun: str) -> bool:
    return singular(noun) != noun.lower() and noun.lower() not in ("analyses",)
