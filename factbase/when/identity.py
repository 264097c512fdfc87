"""Which statements of an article plainly have the same speaker, as far as their source words tell.

Dating needs only this much, and needs it where `factbase.resolve` has not run.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factbase.document import Attribution, Speaker, SpeakerKind
from factbase.text import Range

PRONOUNS = frozenset("he she they it i we him her his its their".split())
PARTICIPLE = re.compile(r"[a-z]+ing\b")
RELATIVE = frozenset({"who", "which", "that"})
BEFORE_RELATIVE = re.compile(r"[\s,]+$|^\S*\s")
TITLES = frozenset("the a an jr sr mr mrs ms dr sen rep gov gen president".split())
ARTICLES = frozenset("the a an his her its their".split())
NAME = re.compile(r"[A-Z][\w'’.-]*\w")
WORD = re.compile(r"\w[\w'’.-]*\w|\w")
# What a report, a poll, a letter is called again: "a new survey", then "the poll"; "the study", then "its authors".
GENERA = (
    "poll survey",
    "study report analysis paper findings research researchers authors review examination investigation inquiry",
    "e-mail email letter memo message note",
    "editorial column op-ed essay article story",
    "ruling decision order opinion",
    "lawsuit complaint filing brief submission suit indictment papers",
    "ad spot commercial",
    "statement release",
)
DOCUMENTS = {word: genus.split()[0] for genus in GENERA for word in genus.split()}
AFTER_HEAD = r",| \(|\b(?:of|at|in|for|from|with|who|whose|which|on|by|to)\b"
HEAD_END = re.compile(rf"{AFTER_HEAD}|$")

WORDS = "|".join(DOCUMENTS)
OUT = "released|published|issued|unveiled|posted|sent|filed|circulated|made public"
# "the 800-page report that was released", "a letter sent to the board"
BEFORE_DAY = re.compile(rf"\b(?P<word>{WORDS})\b[^.;:“”\"]{{0,60}}\b(?:{OUT})\b[\w ,]{{0,30}}$")
# "their Friday editorial", "Tuesday's report"
AFTER_DAY = re.compile(rf"(?:['’]s)? (?:[\w-]+ ){{0,2}}?(?P<word>{WORDS})\b")
# "In late September, parents sent a letter"
CLAUSE = re.compile(r"\b(?:after|before|since|until|when|while|which|that|who|because)\b")
SENT = re.compile(rf"\b(?:{OUT}|wrote) (?:(?:an?|the|his|her|its|their) )?(?:[\w-]+ ){{0,2}}?(?P<word>{WORDS})\b")
ANOTHER = re.compile(r"(?i:(?:an?|the|one) )?(?i:another|other|second|third|separate|previous|earlier)\b")
DOCUMENT_END = re.compile(rf"{AFTER_HEAD}|(?<=\w) \w+(?:ed|ing)\b|$")


class Voice(NamedTuple):
    """A speaker of one article."""

    number: int
    """The same for the same speaker."""
    name: str
    """The word that a sentence about it has: "clinton", "mayor"; in lower case."""
    document: bool = False
    """A report, a poll, a letter."""
    another: bool = False
    """A document named after one of its kind: "A second poll", "The Gallup poll" after "a Fox poll"."""
    person: bool = False
    """Somebody with a name."""
    members: frozenset[int] = frozenset()
    """The voices that speak here together: of "Reyes and Vane" those of Reyes and of Vane."""


def resolved(text: str, attributions: Sequence[Attribution], speakers: Sequence[Speaker | None]) -> list[Voice | None]:
    """The voices of speakers that resolution has told apart; documents, and what it left open, go by their words."""
    numbers: dict[str, int] = {}
    found: list[Voice | None] = []
    same: dict[int, Voice] = {}
    for speaker, worded in zip(speakers, voices(text, attributions), strict=True):
        voice = _named(speaker, numbers)
        if worded is not None and worded.document:
            voice = worded._replace(number=-1 - worded.number)
        elif worded is not None and voice is not None:
            same[worded.number] = voice
        elif worded is not None:
            voice = same.get(worded.number) or worded._replace(number=-1 - worded.number)
        found.append(voice)
    return found


def _named(speaker: Speaker | None, numbers: dict[str, int]) -> Voice | None:
    if speaker is None:
        return None
    names = speaker.name.split("; ") if speaker.kind is SpeakerKind.PERSON else []  # countries act again and again
    members = frozenset(numbers.setdefault(name, len(numbers)) for name in names if name != speaker.name)
    number = numbers.setdefault(speaker.name, len(numbers))
    return Voice(number, _key(speaker.name), person=speaker.kind is SpeakerKind.PERSON, members=members)


def voices(text: str, attributions: Sequence[Attribution]) -> list[Voice | None]:
    """One for each statement; None where the source is empty or only a pronoun that nobody comes before.

    "Hillary Clinton", "Clinton", "Mrs. Clinton" and then "she" are one; "the mayor" is the last one whose source had
    that word ("Mayor Bill de Blasio").
    """
    known: list[set[str]] = []
    recent: list[Voice] = []
    found: list[Voice | None] = [None] * len(attributions)
    order = sorted((marks[0].start, i) for i, one in enumerate(attributions) if (marks := one.source or one.cue))
    for start, i in order:
        found[i] = voice = _voice(_named_by(text, attributions[i], start), known, recent)
        if voice is not None:
            recent[:] = [v for v in recent if v.number != voice.number] + [voice]
    return found


def _named_by(text: str, one: Attribution, start: int) -> str:
    """The words that name the speaker: for "who" those before it, for a bare ", adding" as good as "he"."""
    words = " ".join(text[a:b] for a, b in one.source)
    if words.lower() in RELATIVE:
        before = BEFORE_RELATIVE.sub("", text[max(0, start - 80) : start]).rsplit(",", 1)[-1]
        return before.rsplit("according to ", 1)[-1]
    if not words and PARTICIPLE.match(text, start):
        return "he"
    return words


def _voice(words: str, known: list[set[str]], recent: list[Voice]) -> Voice | None:
    if words.strip(" ,.’'").lower() in PRONOUNS:
        return recent[-1] if recent else None
    word = _document(words)
    name = word or _key(words)
    if not name:
        return None
    key = DOCUMENTS.get(name, name)
    number = next((v.number for v in reversed(recent) if key in known[v.number]), len(known))
    another = word is not None and number < len(known) and _is_another(words, known[number])
    number = len(known) if another else number
    if number == len(known):
        known.append(set())
    known[number] |= {key} | {_bare(w) for w in WORD.findall(words)} - ARTICLES
    known[number] |= _publishers(words) if word else set()
    return Voice(number, name, document=word is not None, another=another, person=word is None and _is_named(words))


def _is_named(words: str) -> bool:
    """ "Ana Reyes", "Mayor Reyes": not "voters" or "the mayor"."""
    return any(w.lower().strip(".") not in TITLES for w in NAME.findall(words))


def _is_another(words: str, known: set[str]) -> bool:
    """Of a kind that is known already, but a second one, or of other publishers."""
    publishers = {w for w in known if w[0].isupper()}
    names = _publishers(words)
    return bool(ANOTHER.match(words)) or bool(names and publishers and not publishers & names)


def _publishers(words: str) -> set[str]:
    """ "Fox", "News" of "The latest Fox News poll"."""
    end = DOCUMENT_END.search(words)
    names = NAME.findall(words[: end.start()] if end and end.start() else words)
    return {w for w in names if w.lower() not in ARTICLES | DOCUMENTS.keys() | {"new", "latest"}}


def released(text: str, sentence: Range, day: Range) -> str | None:
    """The document that a sentence says came out on a day."""
    found = (
        BEFORE_DAY.search(text[sentence[0] : day[0]])
        or AFTER_DAY.match(text, day[1], sentence[1])
        or _sent(text, sentence, day)
    )
    return found["word"] if found else None


def _sent(text: str, sentence: Range, day: Range) -> re.Match[str] | None:
    """Not beyond another clause: "taken last month, before the office released its findings"."""
    found = SENT.search(text, *sentence)
    if found is None:
        return None
    start, end = sorted((*found.span(), *day))[1:3]
    return None if CLAUSE.search(text, start, end) else found


def _document(words: str) -> str | None:
    """The noun of a source that is one: "survey" of "the latest survey released on Friday"."""
    end = DOCUMENT_END.search(words)
    head = WORD.findall(words[: end.start()] if end and end.start() else words)
    word = head[-1].lower() if head else ""
    return word if word in DOCUMENTS else None


def _key(words: str) -> str:
    """The surname, or the noun that describes: "clinton" for "Mrs. Clinton", "mayor" for "the mayor of London"."""
    end = HEAD_END.search(words)
    head = words[: end.start()] if end and end.start() else words
    names = [w for w in NAME.findall(head) if w.lower().strip(".") not in TITLES]
    plain = names or WORD.findall(head)
    return _bare(plain[-1]) if plain else ""


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")
