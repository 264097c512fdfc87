"""What is known of one article while its sources are read from top to bottom."""

from dataclasses import dataclass, field, replace

from factbase.document import Document, Span, Speaker, SpeakerKind
from factbase.resolve.cast import Figure
from factbase.resolve.coreference import Discourse
from factbase.resolve.items import Item
from factbase.resolve.names import name_words
from factbase.resolve.registry import name_key

# Share of right speakers by rule on the dev split, rounded down to a twentieth; drawn towards 0.7 where a rule had
# fewer than 20 cases. Measured by `python benchmarks/speakers.py ../shared`, key by_rule.
ACCURACY = {
    "name": 0.95, "registry": 0.95, "surname": 0.95, "pronoun": 0.85, "role": 0.85, "apposition": 0.85,
    "relative": 0.75, "several": 0.8, "author": 0.8, "body": 0.65, "description": 0.65, "continuation": 0.6,
    "variation": 0.65, "pointed": 0.65, "unmarked": 0.5,
}  # fmt: skip

Found = tuple[tuple[int, ...], Speaker | None]
"""The figures of the cast that a source means, and the speaker it makes."""
NOBODY: Found = ((), None)
EARLIER = 50  # pieces of what was said word for word among which a place is looked for


@dataclass(slots=True)
class Reading:
    document: Document
    talk: Discourse
    cue: str = ""
    """The words that ascribe the statement at hand, in lower case."""
    speakers: list[tuple[int, Speaker]] = field(default_factory=list)
    """Earlier sources that were resolved, with the place they stand at."""

    spoken: list[tuple[Span, Found]] = field(default_factory=list)
    """What was said word for word, and by whom, as far as it is known."""
    answering: int | None = None
    """Who answers in an interview of questions and answers; -1 for nobody, None where it was not yet asked."""

    def figure(self, i: int) -> Figure:
        return self.talk.cast.figures[i]

    def is_person(self, i: int | None) -> bool:
        return i is not None and self.figure(i).kind is SpeakerKind.PERSON

    def speaking(self, position: int) -> Found:
        """Who says the words at `position`: the innermost of those who are known to."""
        near = [(span, found) for span, found in self.spoken[-EARLIER:] if span.start <= position < span.end]
        return min(near, key=lambda held: held[0].end - held[0].start)[1] if near else NOBODY

    def sentences_between(self, first: int, second: int) -> int:
        return self.talk.page.sentence(second) - self.talk.page.sentence(first)


def named(reading: Reading, i: int, head: Item, *, how: str | None = None) -> Found:
    """The figure `i`, whom `head` names."""
    figure = _state_of_capital(reading, reading.figure(i))
    surname = len(name_words(head.text)) == 1 and " " in figure.name
    rule = figure.how if figure.how == "registry" else "surname" if surname else "name"
    return (i,), speaker_of(figure, how or rule)


def together(reading: Reading, figures: tuple[int, ...], *, how: str) -> Found:
    """Several figures as one speaker, of the first one's kind."""
    people = [reading.figure(i) for i in figures]
    name = "; ".join(figure.name for figure in people)
    return figures, replace(speaker_of(people[0], how), name=name, names=())


def _state_of_capital(reading: Reading, figure: Figure) -> Figure:
    """ "Warsaw" that speaks is Poland."""
    state = reading.talk.registry.capitals.get(name_key(figure.name))
    if state is None or figure.kind is not SpeakerKind.GOVERNMENT or figure.how == "registry":
        return figure
    names = (figure.name, *figure.names)
    return Figure(state.name, state.kind, names, country=state.country, wikidata=state.wikidata, how="registry")


def speaker_of(figure: Figure, how: str) -> Speaker:
    name, names = figure.name.replace("’", "'"), tuple(n.replace("’", "'") for n in figure.names)
    return Speaker(
        name, figure.kind, figure.role, figure.organisation, figure.country, figure.wikidata, names, ACCURACY[how], how
    )
