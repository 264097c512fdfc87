"""What kind of speech a statement is: 18 acts after CAMEO's verbal codes, from its cue and its words.

1. A cue that names the act: "warned", "denied", "declined to comment", "would not rule out".
2. A neutral cue ("said", "told reporters", "in a statement"): the words decide: "must" is a demand, "we will" a pledge,
   "will" of others a prediction, "shameful" criticism.
3. Else it is a plain statement.
"""

import re
from functools import lru_cache

from factbase.document import Act

CUES = {
    Act.DECLINE_COMMENT: r"""
        (?:declin|refus)\w* (?:\w+ )?(?:to )?(?:\w+ )?(?:comment|answer|say|elaborat|discuss|respond|specify
        speculat|disclos|confirm)\w*
        no comment
        (?:would|did|could)(?: not|n['’]t) (?:immediately )?(?:comment|say|elaborate|respond|answer|return
        discuss|specify|confirm)
        (?:not|never) (?:immediately )?(?:commented|respond\w*)|unavailable for comment|silent
    """,
    Act.CONSIDER: r"""
        (?:not|n['’]t|never|without|nothing|refus\w*|declin\w*) (?:\w+ ){0,2}rul(?:e|es|ed|ing) (?:\w+ )?out
        consider\w*|weigh(?:s|ed|ing)?|mull\w*|ponder\w*|contemplat\w*|float(?:s|ed|ing)?|wonder\w*
        explor(?:e|es|ed|ing)|undecided|toy(?:s|ed|ing)? with|open to|debat(?:e|es|ed|ing) (?:whether|how|if)
    """,
    Act.APOLOGISE: r"""
        apolog\w*|regret\w*|sorry
    """,
    Act.REJECT: r"""
        reject\w*|reneg\w*|refus\w*|rul(?:e|es|ed|ing) (?:\w+ )?out|veto\w*|oppos(?:e|es|ed|ing|ition)
        rebuff\w*|balk(?:s|ed|ing)?|disagreements?|spurn\w*|repudiat\w*
        object(?:s|ed|ing|ions?)\b|dismiss\w*|declin\w*|turn(?:s|ed|ing)? down|resist\w*
        (?:would|could|will|can)(?: not|n['’]t|not) (?:\w+ )?(?:accept|support|back|allow|agree|endorse
        tolerate)
        vot(?:e|es|ed|ing) against|disagree\w*|against
    """,
    Act.DENY: r"""
        den(?:y|ies|ied|ying|ials?)\b|disput\w*|refut\w*|rebut\w*|contradict\w*|disavow\w*|debunk\w*|disown\w*
        disclaim\w*|(?:shoot|shot) down
    """,
    Act.THREATEN: r"""
        threat\w*|ultimatum|vow\w* (?:revenge|retaliation|to (?:retaliate|punish|destroy|attack|sue|strike))
    """,
    Act.WARN: r"""
        warn\w*|caution\w*|alert(?:s|ed|ing)?|sound\w* (?:the|an) alarm|fear\w*|worr(?:y|ies|ied|ying)
        concern(?:s|ed)?\b|alarm\w*
    """,
    Act.ACCUSE: r"""
        accus\w*|alleg\w*|blam(?:e|es|ed|ing)|charg(?:e|es|ed|ing)\b|implicat\w*|incriminat\w*|indict\w*
        denounc\w* \w+ for
    """,
    Act.DEMAND: r"""
        demand\w*|insist\w* (?:on|upon)|order(?:s|ed|ing)\b|instruct\w*|requir\w*|command\w*
        press(?:es|ed|ing)? (?:for|to)|pressur\w*|summon\w*|subpoena\w*|must
    """,
    Act.APPEAL: r"""
        urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:(?:up)?on\b|for\b)|ask(?:s|ed|ing)? (?:\w+ ){0,5}(?:to|for)\b
        appeal\w*|implor\w*|plead\w*|beg(?:s|ged|ging)?\b|request\w*|encourag\w*|recommend\w*|advis\w*
        advocat\w*
        propos\w*|suggest\w* that (?:\w+ )?should|exhort\w*|invit\w*|petition\w*|lobb(?:y|ies|ied|ying)
        rall(?:y|ies|ied|ying) (?:support|for)|push(?:es|ed|ing)? (?:hard )?for|mobili[sz]\w* support
        prod(?:s|ded|ding)?\b|entreat\w*|should
    """,
    Act.CRITICISE: r"""
        criti(?:c|que)\w*|condemn\w*|denounc\w*|slam\w*|blast(?:s|ed|ing)?|decr(?:y|ies|ied|ying)|deplor\w*
        rebuk\w*
        mock\w*|ridicul\w*|attack(?:s|ed|ing)?|assail\w*|lambast\w*|chid(?:e|ed|es)|chastis\w*|scold\w*
        complain\w*
        lament\w*|bemoan\w*|protest\w*|rall(?:y|ies|ied|ying) (?:over|against)|\bire\b|incensed|outraged
        furious
        angered|upset|frustrated|misgivings?|pound(?:s|ed|ing)|(?:go|goes|going|gone|went) after|duck(?:s|ed
        ing)
        disdain\w*|contempt for|reservations|unhappy|scorn\w*|disappoint\w*
        object\w* to|derid\w*|insult\w*|tak(?:es|ing|en)? aim|took aim|took issue|tak\w+ issue|scoff\w*|jab\w*
        knock(?:s|ed|ing)|rip(?:s|ped|ping)\b|hit(?:s|ting)? (?:out|back)|lash\w* out|rail(?:s|ed|ing)?
        belittl\w*
        disparag\w*|fault(?:s|ed|ing)?|castigat\w*|reprimand\w*|skewer\w*|bash(?:es|ed|ing)?|excoriat\w*
        hate[sd]?\b
        disapprov\w*|call(?:s|ed|ing)? out|sanctions against|(?:official|formal) protest|question(?:s|ed
        ing)\b
        doubt\w*
    """,
    Act.PRAISE: r"""
        prais\w*|hail\w*|laud\w*|applaud\w*|welcom\w*|commend\w*|congratulat\w*|thank\w*|celebrat\w*|salut\w*
        honou?r\w*|tout\w*|extol\w*|compliment\w*|admir\w*|cheer(?:s|ed|ing)|endors\w*|lov(?:e|es|ed|ing)\b
        tribute
        credit(?:s|ed|ing)|champion\w*|trumpet\w*|promot(?:es|ed|ing)|lik(?:es|ed)\b|impressed|enthusias\w*
    """,
    Act.DEFEND: r"""
        defend\w*|justif\w*|stood by|stands? by|standing by|stood up for|stick(?:s|ing)? (?:by|up for)
        excus\w*
        vindicat\w*|exonerat\w*|defen[cs]e of
    """,
    Act.PLEDGE: r"""
        pledg\w*|promis\w*|vow(?:s|ed|ing)?|commit(?:s|ted|ting|ment)?\b|swear\w*|swore|sworn|guarante\w*
        undert(?:ak|ook)\w*|offer(?:s|ed|ing)?|assur\w*|(?:willing|ready|prepared|determined) to|intend\w*
        plan(?:s|ned|ning)? to|volunteer\w*|determination|resolv(?:e|es|ed) to
    """,
    Act.PREDICT: r"""
        predict\w*|forecast\w*|expect\w*|foresee\w*|foresaw|anticipat\w*|project(?:s|ed|ing|ions?)\b
        bet(?:s|ting)? (?:on|that)|prophes\w*|envisag\w*|envision\w*|hop(?:e|es|ed|ing)\b
    """,
    Act.ACKNOWLEDGE: r"""
        acknowledg\w*|admit\w*|admission|conced\w*|concession|confess\w*|recogni[sz]\w*|own(?:s|ed) up
        come clean
        came clean|grant(?:s|ed) that
    """,
    Act.AGREE: r"""
        agree(?:s|d|ing|ment)?\b|accept\w*|concur\w*|consent\w*|support(?:s|ed|ing)?|back(?:s|ed|ing)\b
        approv\w*
        echo\w*|embrac\w*|in favou?r of|favou?rs?\b|favou?red|sid(?:e|es|ed|ing) with|assent\w*|ratif\w*
        sign(?:s|ed)? (?:up|on|off)|reach(?:es|ed|ing)? (?:a )?(?:consensus|agreement)|confirm\w*
        go(?:es|ing)? along|went along|allow(?:s|ed)?\b
    """,
}
"""What a cue says; the first act that matches counts. A new line stands for "|", inside parentheses too."""

WORDS = {
    Act.DECLINE_COMMENT: r"""
        ^\W*no comment\b
        \b(?:decline|refuse|unable|not going|not want|won['’]t|can['’]t|cannot) (?:\w+ )?(?:to )?(?:comment
        discuss|speculate|get into)\b
        \b(?:improper|inappropriate|premature) (?:for (?:\w+ ){1,2})?to (?:comment|speak|discuss|speculate)\b
    """,
    Act.APOLOGISE: r"""
        \b(?:i|we)(?:['’](?:m|re)| am| are)? (?:\w+ )?(?:apologi[sz]e|sorry|deeply regret|regret)\b
        ^\W*sorry\b
    """,
    Act.CONSIDER: r"""
        \b(?:not|n['’]t|nothing (?:should|can|could|will|must) be|no option|never) (?:\w+ ){0,2}rul(?:e|ed
        ing) (?:\w+ )?out\b
        \b(?:all|every) options?\b.{0,30}\btable\b|\b(?:consider|considering|weighing|exploring|mulling
        open to)\b
        \bhas(?: not|n['’]t) (?:yet )?decided\b|\b(?:no|not made a|n['’]t made a) (?:final )?decision\b
    """,
    Act.THREATEN: r"""
        \b(?:retaliat\w+|pay (?:a|the) (?:heavy |high )?price|face (?:\w+ )?consequences|will regret|crush
        annihilat\w+|wipe\w* out)\b
        \b(?:i|we|it|they|he|she) (?:will|would|shall) (?:boycott|withdraw|retaliate|strike|punish|sue
        blockade|impose|expel|halt|attack|no longer tolerate)\b
    """,
    Act.REJECT: r"""
        ^\W*no\W*$|\b(?:reject|oppose|refuse|veto|rule out|ruled out)(?:s|d|ing)?\b|\bout of the question\b
        \b(?:i|we|he|she|it|they|government|country|party)(?: will| would| shall| can
         could)?(?:['’]ll)? ?(?:won['’]t|can['’]t|cannot|not|never|wouldn['’]t) (?:\w+ )?(?:accept|allow
        support|send|agree|negotiate|meet|sign|join|deploy|recogni[sz]e|back|give|vote|surrender|yield
        compromise|participate|tolerate)\b
    """,
    Act.DENY: r"""
        \b(?:is|are|was|were)(?: (?:simply|just|absolutely|completely|totally|utterly|categorically
        not))? (?:false|untrue|a lie|lies|not true|fake|fabricat\w+|baseless)\b
        \b(?:had|has|have|there (?:is|was)) (?:absolutely )?(?:nothing to do|no (?:truth|involvement
        connection|evidence|basis))\b
        \b(?:i|we|he|she|they) (?:did not|didn['’]t|never|have never|had never|has never) \w+
    """,
    Act.WARN: r"""
        \b(?:grave|serious|real|growing|dangerous|existential) (?:threat|danger|risk|consequence)s?\b
        \b(?:beware|be careful|at risk|risks?|danger(?:s|ous)?|catastroph\w+|disast\w+|escalat\w+
        jeopardi[sz]\w+|slippery slope)\b
    """,
    Act.DEMAND: r"""
        \b(?:must(?! (?:have|be (?:a|the)))|demands?|ha(?:s|ve) to|got to|needs? to (?:stop|end|resign|leave
        withdraw|release|come clean|be held))\b
    """,
    Act.ACCUSE: r"""
        \b(?:accus\w+|guilty of|to blame for|responsible for|(?:is|was|are|were|been) (?:behind|complicit
        lying|cheating|corrupt))\b
    """,
    Act.APPEAL: r"""
        \b(?:should(?! (?:be (?:a|an|the) |have ))|ought to|please|let(?:['’]s| us)|urges?|call(?:s
        ing)? (?:on|for|upon)|appeals?|ask(?:s|ing)? (?:\w+ )?to|needs? to|it(?:['’]s| is| was) time (?:to|for))\b
    """,
    Act.PLEDGE: r"""
        \b(?:i|we)(?:['’]ll| will| shall| are going to|['’]re going to|['’]m going to| am going to| intend to
         promise| pledge)\b
        ^\W*(?:that )?(?:he|she|it|they)(?:['’]ll| will| would)(?! (?:not|be|have|never|likely|lose|win|fail
        face)\b)
        \b(?:is|are|was|were|am|be) (?:\w+ )?(?:willing|ready|prepared|determined|committed) to\b
        ^\W*(?:that )?(?:he|she|it|they|i|we) (?:plan|intend|mean)s? to\b|\b(?:his|her|its|their|our|my) commitment to\b
    """,
    Act.PREDICT: r"""
        \b(?:will|won['’]t|['’]ll|going to|is likely to|are likely to|expect(?:s|ed)? (?:\w+ )?to|inevitable|bound to
        eventually|hopefully)\b
    """,
    Act.PRAISE: r"""
        \b(?:thank|congratulat\w+|proud of|great (?:job|leader|honou?r|friend|work)|excellent|outstanding
        remarkable|tremendous|admire|brilliant|pleased with|welcome the|inspir\w+|hero\w*|a success
        the best|top of (?:his|her|their) game)\b
    """,
    Act.DEFEND: r"""
        \b(?:justified|(?:did|done) nothing wrong|did the right thing|cooperated fully|within (?:his|her|its|their|our
        my) rights?)\b
    """,
    Act.CRITICISE: r"""
        \b(?:deplorable|insult\w*|offend\w*|corrupt\w*|dishonest\w*|liars?|crook\w*|rigged|disgust\w*|stupid
        scandal\w*|sham|unfair\w*|obsolete|worst|divisive|bigot\w*|sexist|arrogan\w*|chaos|nonsense|illegal
        cruel\w*|inhuman\w*|brutal\w*|barbar\w+|provocati\w+|hateful|unhinged|out of control|a mess|a joke|broken
        burden\w*|(?:does|do|did)(?: not|n['’]t) (?:understand|care|know))\b
        \b(?:disgrac\w+|shame\w*|outrag\w+|terribl\w+|horribl\w+|awful|ridiculous|absurd|pathetic|failed
        failures?|unacceptable|appalling|hypocri\w+|incompeten\w+|reckless|irresponsible|unfit|unqualified
        disast\w+|offensive|racist|cynical|wrong|mistake)\b
    """,
    Act.ACKNOWLEDGE: r"""
        \b(?:admit\w*|acknowledg\w*|made (?:a|some)? ?mistakes?|i was wrong|we were wrong)\b
    """,
    Act.AGREE: r"""
        \b(?:agree(?:s|d)? (?:with|to)|i agree|we agree|i support|we support|in favou?r of|accepts?)\b
    """,
}
"""The same for the words of what a neutral cue introduces; they may match anywhere."""

NEGATED = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.I)
FAILED = re.compile(r"\bfail(?:s|ed|ing)?\b", re.I)
"""Who "failed to agree" did not agree, but rejects nothing."""
DECLINES = re.compile(r"\b(?:declin|refus)\w+ to (?:comment|discuss|speculate|answer|be drawn)\b", re.I)
"""The refusal may be parted between cue and content: "declined" "to comment"."""
OPPOSITES = {Act.AGREE: Act.REJECT, Act.PRAISE: Act.CRITICISE, Act.PLEDGE: Act.REJECT, Act.ACKNOWLEDGE: Act.DENY}
"""What a negated cue does: who "does not support" rejects. Other negated cues ("did not warn") are plain statements."""


def act(content: str, cue: str, *, following: str = "") -> Act:
    """The act of a statement: ("we will send them", "said") is a pledge, ("the plan", "rejected") a rejection.

    `following` is the mark right after the content: what a neutral cue introduces as a question only asks.
    """
    if DECLINES.search(f"{cue} {content[:20]}"):
        return Act.DECLINE_COMMENT
    if named := _cue_act(cue):
        return named
    if content.rstrip("\"'”’ ").endswith("?") or following.startswith("?"):
        return Act.STATE
    return next((kind for kind, pattern in WORD_PATTERNS if pattern.search(content)), Act.STATE)


@lru_cache(maxsize=65536)
def _cue_act(cue: str) -> Act | None:
    for kind, pattern in CUE_PATTERNS:
        if found := pattern.search(cue):
            if FAILED.search(cue[: found.start()]):
                return None
            if kind in (Act.DECLINE_COMMENT, Act.CONSIDER) or not NEGATED.search(cue[: found.start()]):
                return kind
            return OPPOSITES.get(kind)
    return None


def _compiled(table: dict[Act, str], before: str) -> tuple[tuple[Act, re.Pattern[str]], ...]:
    lines = {act: [line.strip() for line in block.splitlines() if line.strip()] for act, block in table.items()}
    return tuple((act, re.compile(f"{before}(?:{'|'.join(found)})", re.I)) for act, found in lines.items())


CUE_PATTERNS = _compiled(CUES, r"\b")
WORD_PATTERNS = _compiled(WORDS, "")
