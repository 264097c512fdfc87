"""What is told of others is no position of who tells it."""

import re

from factbase.document import SpeakerKind, Statement
from factbase.stance.words import lowered

OUTLET = re.compile(
    r"\b(?:Times|Post|Journal|News|Tribune|Herald|Guardian|Telegraph|Gazette|Press|Reuters|AFP|Bloomberg|BBC|CNN|"
    r"Politico|Agency|Daily|Weekly|Zeitung|Monde|Figaro|Independent|Economist|Magazine|Radio|Television|TV|Broadcast\w*)\b"
)
NORM = re.compile(r"\b(?:should|must|ought|needs? to)\b")
DELIBERATION = re.compile(
    r"\b(?:is|are|was|were|been) (?:(?!not\b)\w+ )?"
    r"(?:weighing|considering|mulling|debating|discussing|studying|reviewing|assessing)\b"
)


def tells_deliberation(statement: Statement) -> bool:
    """ "NATO countries are considering sending instructors": nobody's position yet, least of all the reporter's."""
    return bool(DELIBERATION.search(lowered(statement.text)))


def by_outlet(statement: Statement) -> bool:
    """A newspaper that tells what others do; one that says what should be done speaks for itself."""
    speaker = statement.speaker
    if speaker is None or speaker.kind is not SpeakerKind.ORGANISATION:
        return False
    return bool(OUTLET.search(speaker.name)) and not NORM.search(statement.text)
