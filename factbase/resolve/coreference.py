"""Who a pronoun means: "he", "it"; and what has been read so far."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from factbase.document import Reference, Span, SpeakerKind
from factbase.resolve.cast import Cast, Figure
from factbase.resolve.page import Page
from factbase.resolve.registry import Registry

MOST = 60  # mentions looked back at: no antecedent stands farther away, and a long list of names costs no more
WEIGHTS = {
    "sentence": 0.7,
    "paragraph": 0.2,
    "gender": 0.5,
    "speaker": 1.2,
    "last": 0.0,
    "subject": 0.6,
    "prep": 0.6,
    "poss": 0.3,
    "quoted": 1.0,
    "pointed": 0.3,
}
LEAST = 0.01  # chance that what the network does not point at has all the same
MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
CREDIT = re.compile(r"\b(?:Photo|Picture|Photograph|Image|Illustration|Graphic|Credit)s?(?: by|:) ?$")
"""What stands before the name of who took a picture."""
TOLD = re.compile(
    r"(?:he|she) (?:(?:has|had|also|then|later) )*(?:told|asked|urged|warned|reminded|assured|informed|thanked|praised"
    r"|accused|criticised|criticized|called) [^,;:.“”\"\n]*",
    re.IGNORECASE,
)
"""What leads from "he" to whom he speaks to or of."""
ASKED = re.compile(
    r"\W*(?:when |while |after |being )*(?:asked|pressed|questioned|challenged|quizzed) .{0,40}?\bby ", re.IGNORECASE
)
PREPOSITIONAL = frozenset("to of with for about by from against at on in over than like between and".split())


@dataclass(frozen=True, slots=True)
class Said:
    """Who a source further up was found to mean."""

    position: int
    figures: tuple[int, ...]
    """Empty where it is no figure of the cast."""


@dataclass(slots=True)
class Discourse:
    """What has been read so far, sources in order of place."""

    page: Page
    cast: Cast
    registry: Registry
    references: Mapping[int, Reference] = field(default_factory=dict)
    """What the network thinks that a pronoun or a description means, by the place of the word."""
    day: date | None = None
    """When the article was published."""
    history: list[Said] = field(default_factory=list)
    about: Mapping[int, int] = field(default_factory=dict)
    """Figures that the content at hand names, who are not its speaker, each with the place from which on a pronoun
    before it cannot mean them: "The minister slammed Roe"; in "Roe will go, her office said" it can.
    """

    def last(self, position: int) -> Said | None:
        return next((s for s in reversed(self.history[-6:]) if s.position < position), None)


def person_before(talk: Discourse, position: int, gender: str | None) -> int | None:
    """The person that "he" or "she" at `position` means.

    The highest of: near, named as a subject, the speaker of the statement before, of that gender for certain.
    """
    scores: dict[int, float] = {}
    pointed = pointed_at(talk, position)
    barred = {i for i, place in talk.about.items() if place > position} | {_asking(talk, position)}
    for place, figure, quality in _candidates(talk, position):
        if figure not in barred and _fits(talk.cast.figures[figure], gender):
            value = (
                quality
                + WEIGHTS["pointed"] * math.log(max(LEAST, pointed.get(figure, 0.0)) / LEAST)
                + _nearness(talk.page, place, position)
                + (WEIGHTS["gender"] if talk.cast.figures[figure].gender else 0.0)
            )
            scores[figure] = max(scores.get(figure, -99.0), value)
    if scores:
        best = max(scores, key=lambda i: (scores[i], -i))
        return best if scores[best] > -6 else None
    return _named_later(talk, position, gender)


def _asking(talk: Discourse, position: int) -> int | None:
    """ "Asked by Jane Roe about the treaty, he said": she who asks is not he who answers."""
    start, _ = talk.page.sentence_range(position)
    asked = ASKED.match(talk.page.text, start, position)
    named = talk.cast.at(asked.end(), position) if asked else ()
    return next((i for _, i in named if talk.cast.figures[i].kind is SpeakerKind.PERSON), None)


def pointed_at(talk: Discourse, position: int) -> dict[int, float]:
    """The figures that the network thinks the word at `position` may mean, each with its chance."""
    reference = talk.references.get(position)
    chances: dict[int, float] = {}
    for word, chance in reference.means if reference else ():
        for i in talk.cast.named_by(word):
            chances[i] = chances.get(i, 0.0) + chance
    return chances


def _candidates(talk: Discourse, position: int) -> list[tuple[int, int, float]]:
    """Mentions and earlier sources before `position`: place, figure, and how likely it is to be taken up again."""
    outer = talk.page.quoted(position)
    out = [
        (span.start, i, _prominence(talk, span, outer))
        for span, i in talk.cast.before(position, most=MOST)
        if talk.cast.figures[i].kind is SpeakerKind.PERSON
        and not CREDIT.search(talk.page.text, max(0, span.start - 30), span.start)
    ]
    for said in talk.history[-8:]:
        if said.position < position:
            people = [i for i in said.figures if talk.cast.figures[i].kind is SpeakerKind.PERSON]
            value = WEIGHTS["speaker"] if len(people) == 1 else 0.2
            value += WEIGHTS["last"] if said is talk.last(position) else 0
            inner = talk.page.quoted(said.position)
            value -= WEIGHTS["quoted"] if inner is not None and inner != outer else 0.0
            out += [(said.position, i, value) for i in people]
    return out


def _prominence(talk: Discourse, span: Span, outer: int | None) -> float:
    """A name that opens its sentence is a subject; one after a preposition or inside quotation marks is not."""
    text = talk.page.text
    start, _ = talk.page.sentence_range(span.start)
    value = WEIGHTS["subject"] if talk.cast.is_first(start, span) else 0.0
    before = text[max(start, span.start - 12) : span.start].split()
    if before and before[-1].lower() in PREPOSITIONAL and text[start : span.start] != "For ":
        value -= WEIGHTS["prep"]
    if text[span.end : span.end + 2] in ("'s", "’s"):
        value -= WEIGHTS["poss"]
    quote = talk.page.quoted(span.start)
    return value - (WEIGHTS["quoted"] if quote is not None and quote != outer else 0.0)


def _nearness(page: Page, place: int, position: int) -> float:
    return -WEIGHTS["sentence"] * (page.sentence(position) - page.sentence(place)) - WEIGHTS["paragraph"] * (
        page.paragraph(position) - page.paragraph(place)
    )


def _fits(figure: Figure, gender: str | None) -> bool:
    return gender is None or figure.gender is None or figure.gender == gender


def _named_later(talk: Discourse, position: int, gender: str | None) -> int | None:
    """ "In his speech, Brown said": the one person named further on in the sentence; not Brown of "he told Brown"."""
    _, end = talk.page.sentence_range(position)
    text = talk.page.text
    named = [(s, i) for s, i in talk.cast.at(position, end) if talk.cast.figures[i].kind is SpeakerKind.PERSON]
    later = [i for s, i in named if not TOLD.fullmatch(text, position, s.start)]
    fit = [i for i in later if i not in talk.about and _fits(talk.cast.figures[i], gender)]
    return fit[0] if fit else None


def body_before(talk: Discourse, position: int) -> int | None:
    """The organisation or state that "it" or "they" at `position` means."""
    last = talk.last(position)
    if last and len(last.figures) == 1 and talk.cast.figures[last.figures[0]].kind is not SpeakerKind.PERSON:
        return last.figures[0]
    here = talk.page.sentence(position)
    near = [
        (span, i)
        for span, i in talk.cast.before(position, most=MOST)
        if _may_be_it(talk.cast.figures[i]) and here - talk.page.sentence(span.start) <= 1
    ]
    subjects = [i for span, i in near if _prominence(talk, span, None) > 0]
    return subjects[0] if subjects else near[0][1] if near else None


def _may_be_it(figure: Figure) -> bool:
    """A body or a state; a town is where things happen."""
    return figure.kind is SpeakerKind.ORGANISATION or (
        figure.kind is SpeakerKind.GOVERNMENT and figure.country is not None
    )
