"""How firm a side is: hedges, conditions, and what is left open on purpose."""

import re

from factbase.stance.lexicon import Role
from factbase.stance.words import Token, lowered

OPEN = re.compile(
    r"\b(?:not|n't|never|nothing|no option|without|refus\w+ to|declin\w+ to)\b (?:[\w']+ ){0,4}rul(?:e|ed|ing|es) (?:[\w']+ ){0,3}?out\b|"
    r"\b(?:all|every|no|any)\b (?:\w+ ){0,2}options? (?:\w+ ){0,4}(?:on|off) the table\b|\bundecided\b|\bopen to\b|\bkeep(?:s|ing)? (?:\w+ ){0,3}open\b|"
    r"\b(?:not|n't|never|yet to) (?:\w+ ){0,3}(?:decide|decided|made up|make up|a decision|reached a decision)\b|\bno (?:final )?decision\b|"
    r"\btoo (?:early|soon) to\b|\bremains to be seen\b|\b(?:not|n't) (?:\w+ ){0,2}(?:know|sure|clear|certain|confirm\w*) (?:\w+ ){0,3}?(?:whether|if)\b|"
    r"\b(?:not|n't|never) (?:\w+ ){0,3}(?:determined|established|concluded)\b|\binconclusive\b|\b(?:un(?:clear|certain|known)|did(?: not|n't) show) (?:whether|if)\b|"
    r"\bneither confirm\w* nor den\w+"
)
DELIBERATES = re.compile(
    r"\bweigh(?:s|ed|ing)?\b(?! in)|\b(?:mull|ponder|contemplat)\w*|\bconsider(?:s|ing)\b|\bwhether\b|\bcoy\b|\bnoncommittal\b"
)
CONDITION = re.compile(
    r"\b(?:only if|if and only if|if|unless|provided(?: that)?|as long as|so long as|on (?:the )?condition that|until|only when|only after|in case|should)\b"
    r"(?=\s+[\w'’“\"])[^.;:!?…]*?(?=,|[.;:!?…]|$)",
    re.I,
)
NO_CONDITION = re.compile(r"\b(?:as|even|ask\w*|wonder\w*|see|sure|know|not|what) if\b", re.I)


SHORT = 15
NEAR = 6
"""Words on either side."""


def leaves_open(cue: str, content: str, *, spoken: str = "") -> bool:
    """ "would not rule it out", "all options are on the table", "has not decided whether"."""
    text = lowered(f"{cue} {content}{spoken}")
    return bool(OPEN.search(text) or DELIBERATES.search(lowered(cue)))


def others_deliberate(content: str) -> bool:
    """The content reports that somebody else is considering it: no position of who says so."""
    return bool(
        re.search(
            r"\b(?:is|are|was|were|been) (?:\w+ )?(?:weighing|considering|mulling|debating|discussing)\b",
            lowered(content),
        )
    )


def hedged(cue: list[Token], content: list[Token], near: Token | None = None) -> bool:
    """Whether a hedge stands with the word that decides; without one, anywhere in a cue or in a short content."""
    if any(t.word.role is Role.HEDGE for t in cue):
        return True
    if near is None:
        return len(content) <= SHORT and any(t.word.role is Role.HEDGE for t in content)
    at = content.index(near)
    return any(t.word.role is Role.HEDGE for t in content[max(0, at - NEAR) : at + NEAR])


def condition(content: str) -> str | None:
    """The words of a condition, as printed: "if Russia attacks first". "As if", "asked if" and "even if" set none."""
    for found in CONDITION.finditer(content):
        if found.group().lower().startswith("should") and found.start() > 1:
            continue
        if not NO_CONDITION.search(content[max(0, found.start() - 8) : found.start() + 2]):
            return found.group().strip()
    return None
