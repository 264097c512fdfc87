"""A proposition from a statement's own words of proposal: "Congress should pass the bill", never one of our making."""

import re
from collections.abc import Iterable

from factbase.stance.words import lowered

CLAUSE = re.compile(
    r"(?<![A-Z])[.!?](?=\W|$)|[;:…—–]|--|\s-\s|\.\.\.|,(?=[”\"']*(?: (?:and|but|or|so|because|which|who)\b|$))"
)
QUOTES = re.compile(r"[“”\"]|''|'$")
PROPOSAL = re.compile(r"\b(?:should|must|ought to|needs? to) (?!not\b|never\b|no\b)(?=[^\W\d_])", re.IGNORECASE)
REPORTING = re.compile(
    r"^.*\b(?:says?|said|believe[sd]?|thinks?|thought|argue[sd]?|suggest(?:s|ed)?|feels?|hopes?|insists?|whether|that) "
    r"(?:that )?",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^(?:(?:and|but|so|because|if|well|yes|no|now|look|also|then|however|obviously)\b[\s,]*)+", re.IGNORECASE
)
OPEN = frozenset(
    "i me my mine we us our ours you your yours he him she they them it this these those there here why how what when "
    "where who which today now then so same said".split()
)
"""Words that leave open of whom, when or whether it is said. "His" and "its" can be the subject's."""
BETWEEN = frozenset("may might could would never not hardly also and or but if when the a no any".split())
"""Words in front of the proposal that make another thing of it: "may need to", "the need to"."""
POINTING = re.compile(r"\bdo that\b|\bthat$")
FEWEST, MOST = 4, 16  # words


def proposition(statements: Iterable[str], term: re.Pattern[str]) -> str | None:
    """The shortest clause that proposes something, names its subject and holds the term; None if there is none.

    "that Congress should pass the reform bill" gives "Congress should pass the reform bill".
    """
    found = {made for text in statements for clause in CLAUSE.split(text) if (made := _made(clause, term))}
    return min(found, key=lambda made: (len(made.split()), made), default=None)


def _made(clause: str, term: re.Pattern[str]) -> str | None:
    words = " ".join(QUOTES.sub("", clause).split())
    proposal = PROPOSAL.search(words)
    if proposal is None or not term.search(lowered(words)):
        return None
    subject = LEAD.sub("", REPORTING.sub("", words[: proposal.start()]))
    made = (subject + words[proposal.start() :]).strip(" ,'’")
    if not FEWEST <= len(made.split()) <= MOST or not _is_subject(subject.split()) or _leaves_open(made):
        return None
    return made[0].upper() + made[1:]


def _is_subject(words: list[str]) -> bool:
    """It begins with a word, has no comma, and does not end in a word that weakens or joins."""
    return bool(words) and words[0][0].isalpha() and "," not in "".join(words) and words[-1].lower() not in BETWEEN


def _leaves_open(made: str) -> bool:
    words = [re.sub(r"['’].*", "", word.strip(",")).lower() for word in made.split()]
    return not OPEN.isdisjoint(words) or bool(POINTING.search(made)) or "(" in made or "[" in made
