"""At what occasion a statement was made: "in an interview with The Guardian", "at a rally in Ohio", "on Twitter"."""

import re
from collections.abc import Sequence

from factbase.text import Range
from factbase.when.attachment import Frame, distance, reaches
from factbase.when.place import Place

HEADS = (
    "interviews?|conversation|(?:news |press )?conference"
    "|(?:conference |phone )?call|(?:press )?briefing|statements?|speech|address"
    "|remarks|rally|rallies|debate|town hall|hearing|summit|meeting|forum|ceremony|event|appearance|podcast|broadcast"
    "|letter|memo|e-?mail|op-ed|essay|column|article|tweets?|posts?|video|message|report|filing|ruling|testimony"
    "|deposition|book|memoir|(?:press )?release|gala dinner|gala|dinner|fundraiser|convention|(?:campaign )?stop"
    "|session|panel|lecture|sermon|lawsuit|complaint|opinion|Q&A"
    "|communique|communiqué|declaration|note|telegram"
    "|gathering|visit|tour|episode|documentary"
)
NO_HEAD = (
    "(?!-| (?:probe|scandal|server|controversy|investigation|inquiry|row|leak|leaks|hack|season|stage|account)\\b)"
)
ON_HEADS = (
    "(?:conference |phone )?call|podcast|(?:TV |television |radio |talk )?show|program(?:me)?|broadcast|episode|visit"
    "|trip|tour|website|blog|page|account|feed|floor"
)
MODIFIERS = (
    "(?:(?!(?:in|at|on|of|to|that|which|who|and|or|with|said|says|told|was|is|as|response|favor|favour|front|addition"
    r"|before|after|since|until)\b)[\w'’.-]+ ){0,5}?"
)
DETERMINER = r"(?:an?|the|his|her|its|their|this|that|another|one|several|[A-Z][\w.]*(?: night)?['’]s?)"
CAPITAL = r"[A-Z](?:[\w.&-]*\w)?(?:['’]s?)?"
NO_DATE = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar\b|March|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
NAME = rf"{NO_DATE}{CAPITAL}(?: (?:of |the |and |for |& |de )*{NO_DATE}{CAPITAL})*"
MEDIUM = "(?:newspaper|magazine|broadcaster|channel|network|agency|daily|weekly|TV|radio|television|state|university)"
AUDIENCE = "reporters|journalists|supporters|lawmakers|parliament|voters|delegates"
QUOTED = r"[“\"‘][A-Z][^”\"’\n]{1,40}[”\"’]"
TITLE = f"(?:,? {QUOTED})?"
TAIL = (
    rf"(?: (?:with|to|from|at|in|on|for|by|outside|near|of) (?:the |a |an )?(?:{MEDIUM} )*"
    rf"(?:{NAME}|{AUDIENCE}|{QUOTED})"
    rf"(?: {MEDIUM})?)*{TITLE}"
)
SITES = (
    "Twitter|X|Facebook|Instagram|Truth Social|Telegram|TikTok|YouTube|Threads|Bluesky|Mastodon|LinkedIn|Weibo"
    "|WhatsApp|Reddit|Snapchat|social media|(?:state |national |live |public )*(?:television|radio|TV)|air"
)
OCCASION = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Dd]uring|[Vv]ia|[Tt]hrough) {DETERMINER} {MODIFIERS}(?:{HEADS})\b{NO_HEAD}{TAIL}"
    rf"|\b[Oo]n {DETERMINER} {MODIFIERS}(?:{ON_HEADS})\b{TAIL}"
    rf"|\b[Ii]n (?:remarks|testimony|comments|tweets|interviews|court|parliament)\b{TAIL}"
    rf"|\b[Oo]n (?:{SITES})\b(?! [A-Z])"
    rf"|\b[Oo]n (?:[A-Z]{{2,5}}|Fox News|Sky News|Al Jazeera)\b(?:['’]s?)?(?: {NAME})?{TITLE}"
    rf"|\b[Oo]n (?:{NAME} (?:show|program|programme) )?[“\"][A-Z][^”\"\n]{{2,40}}[”\"]"
    rf"|\b[Oo]n The [A-Z]\w+ (?:[A-Z]\w+ )?(?:Show|Report|Hour)\b"
)


def occasion(text: str, frame: Frame) -> Range | None:
    """The nearest in the words that do the attributing."""
    home = (m.span() for m in OCCASION.finditer(text, *frame.home))
    near = sorted((words for words in home if reaches(text, frame, words)), key=lambda words: distance(frame, words))
    return near[0] if near else None


def spread(places: Sequence[Place | None], found: Sequence[str | None]) -> list[str | None]:
    """`found` with each occasion taken to the same speaker's next statements, up to the next paragraph."""
    out = list(found)
    order = sorted((p.position, i) for i, p in enumerate(places) if p)
    last: dict[int, tuple[int, str]] = {}
    for _, i in order:
        here, words = places[i], found[i]
        if here is None or here.voice is None:
            continue
        paragraph, told = last.get(here.voice.number, (-2, ""))
        if words is None and here.past and told and here.paragraph - paragraph <= 1:
            out[i] = words = told
        if words:
            last[here.voice.number] = (here.paragraph, words)
    return out
