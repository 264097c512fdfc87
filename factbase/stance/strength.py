"""How firm a side is: what is left open on purpose, hedges, conditions."""

import re

from factbase.stance.lexicon import Role
from factbase.stance.words import Token, lowered

STUDIES = "weighing|considering|studying|reviewing|examining|assessing|mulling|looking (?:at|into)"
STUDIED = "discussed|considered|reviewed|negotiated|studied|examined|debated|weighed"
OPEN = re.compile(
    "|".join(
        (
            r"(?:n't|\b(?:not|never|nothing|no option|without|refus\w+ to|declin\w+ to)) (?:[\w']+ ){0,4}"
            r"(?:rul(?:e|ed|ing|es) (?:[\w']+ ){0,3}?out|exclud(?:e|ed|ing))\b",
            r"\b(?:all|every|no|any)\b (?:\w+ ){0,2}options?\b[^.;!?]{0,40}\b(?:on|off) the table\b",
            r"\b(?:undecided|open to|inconclusive|remains to be seen)\b|\bkeep(?:s|ing)? (?:\w+ ){0,3}open\b",
            r"(?:n't|\b(?:not|never|yet to)) (?:\w+ ){0,3}(?:decided?|made up|make up|(?:a|reached a) decision)\b",
            r"(?:n't|\b(?:not|never)) (?:\w+ ){0,3}(?:determined|established|concluded)\b|\bno (?:final )?decision\b",
            r"\btoo (?:early|soon) to\b|\bneither confirm\w* nor den\w+",
            r"(?:n't|\bnot) (?:\w+ ){0,2}(?:know|sure|clear|certain|confirm\w*) (?:\w+ ){0,3}?(?:whether|if)\b",
            r"\b(?:un(?:clear|certain|known)|d(?:id|oes|o)(?: not|n't) show) (?:whether|if)\b",
            r"\bstop(?:s|ped|ping)? short of\b",
            rf"\b(?:it|we|he|she|i)(?:'re|'m|'s| is| are| was| were| am) (?:\w+ )?(?:{STUDIES})\b",
            rf"\bunder (?:review|consideration|study|discussion)\b|\bstill being (?:{STUDIED})\b",
            r"\bneed(?:s|ed)? (?:more|further|additional) (?:time|discussion|study|talks|debate|work|consultation)s?\b",
            r"\bwhen (?:the )?(?:conditions|time) (?:are|is|were|was) (?:ripe|right)\b",
        )
    )
)
DELIBERATES = re.compile(
    r"\bweigh(?:s|ed|ing)?\b(?! in)|\b(?:mull|ponder|contemplat)\w*|\bconsider(?:s|ing)\b|"
    r"\b(?:whether|coy|noncommittal)\b"
)
CONDITION = re.compile(
    r"\b(?:if and only if|only if|if|unless|provid(?:ed|ing)(?: that)?|(?:as|so) long as|on (?:the )?condition that|"
    r"until|once(?= (?:the|it|we|they|he|she|there|all|(?-i:[A-Z]))\b)|only (?:when|after|once)|in case|subject to|"
    r"contingent on|in the event)"
    r"(?=\s+[\w'’“\"])[^.;:!?…,]*",
    re.I,
)
NO_CONDITION = re.compile(r"\b(?:as|even|ask\w*|wonder\w*|see|sure|know|what|say|tell)\s+$", re.I)
SENTENCE = re.compile(r"[.!?…]")
SHORT = 15
NEAR = 6
"""Words on either side."""


def left_open(cue: str, content: str) -> str | None:
    """The words that leave it open, as printed: "would not rule it out", "options are on the table", "too early to"."""
    text = f"{cue} {content}"
    low = lowered(text)
    found = OPEN.search(low) or DELIBERATES.search(low, 0, len(cue))
    return text[found.start() : found.end()] if found else None


def hedged(cue: list[Token], content: list[Token], near: Token | None, *, side: int) -> bool:
    """Whether a hedge stands with the word that decides; without one, anywhere in a cue or in a short content.

    Who is said to worry or doubt leans against a thing; who worries that it is so says that it is.
    """
    mild = (Role.HEDGE,) if side > 0 else (Role.HEDGE, Role.DOUBT, Role.WARNING)
    if any(t.word.role in mild for t in cue):
        return True
    if near is None:
        return len(content) <= SHORT and any(t.word.role is Role.HEDGE for t in content)
    at = content.index(near)
    return any(t.word.role in (Role.HEDGE, Role.DOUBT) for t in content[max(0, at - NEAR) : at + NEAR])


def condition(content: str, *, near: Token | None = None) -> str | None:
    """The words of a condition, as printed: "if Russia attacks first". "As if", "asked if", "even if" set none.

    With `near` only one in that word's sentence.
    """
    for start, end in condition_spans(content):
        if near is None or not SENTENCE.search(content, min(end, near.end), max(start, near.start)):
            return content[start:end].strip(" \t\r\n\"'“”‘’-–—")
    return None


def condition_spans(content: str) -> list[tuple[int, int]]:
    """Where conditions stand."""
    return [
        found.span()
        for found in CONDITION.finditer(content)
        if not NO_CONDITION.search(content, max(0, found.start() - 12), found.start())
    ]
