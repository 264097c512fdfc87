"""Who does not speak: whom a statement names, and who is known to say the words that it stands in.

"The minister slammed Roe" is not Roe's, nor is "He refuses" in Roe's own words.
"""

from factbase.document import Attribution, QuoteKind
from factbase.resolve.reading import Reading


def spoken_of(reading: Reading, attribution: Attribution, place: int) -> dict[int, int]:
    """Figures with the place in the text before which no pronoun means them; `place` is that of the source.

    "Roe will go, her office said" may be Roe's office, and "Roe was late, he said" Roe, unless another spoke just
    before. Who is quoted names himself by no name.
    """
    cast, never = reading.talk.cast, len(reading.document.text)
    alone = len(reading.document.text[slice(*attribution.source[0])].split()) == 1 if attribution.source else False
    told: dict[int, int] = {}
    for start, end in attribution.content:
        for span, i in cast.at(start, end):
            if reading.is_person(i):
                another = alone and (attribution.quote is QuoteKind.DIRECT or _follows_another(reading, i, place))
                told.setdefault(i, never if another else span.start)
    return told | dict.fromkeys(_says_all(reading, attribution), never)


def _follows_another(reading: Reading, figure: int, place: int) -> bool:
    """Whether one other person spoke before."""
    last = reading.talk.last(place)
    return (
        last is not None and len(last.figures) == 1 and last.figures[0] != figure and reading.is_person(last.figures[0])
    )


def _says_all(reading: Reading, attribution: Attribution) -> tuple[int, ...]:
    """Who is known to say source and content alike, word for word."""
    says = {reading.speaking(span.start)[0] for span in (*attribution.source, *attribution.content)}
    return says.pop() if attribution.source and len(says) == 1 else ()
