"""The sample article of the project, its sources marked by hand."""

from pathlib import Path

from factbase.document import SpeakerKind
from tests.resolve.article import speakers

TEXT = (Path(__file__).parents[2] / "seeds/nato-instructors.txt").read_text(encoding="utf-8")
SOURCES = [  # the words before a source, the source
    ('reports "', "The New York Times"),
    ('war," ', "it"),
    ("writes ", "the American daily"),
    ("a result, ", "Ukrainian officials"),
    ('deployment," ', "it"),
    ("So far, ", "the United States"),
    ("but ", "General Charles Brown Jr., Chairman of the Joint Chiefs of Staff"),
    ('time," ', "he"),
    ("now, ", "he"),
    ("near the battlefield, ", "General Brown"),
    ("into the war.\n", "The White House"),
    ("which ", "a Biden administration official"),
    ("However, ", "French President Emmanuel Macron"),
    ("troops to Ukraine.\n", "The Estonian government"),
    ("Last week, ", "Lithuanian Foreign Minister Gabrielius Landsbergis"),
    ('before the war," ', "he"),
    ('be quite doable."\n', "Military officials"),
]


def marked() -> str:
    text, position = TEXT.replace("”", '"').replace("“", '"'), 0
    for before, source in SOURCES:
        position = text.index(before + source, position) + len(before)
        text = f"{text[:position]}[{source}]{text[position + len(source) :]}"
        position += len(source) + 2
    return text


def test_every_speaker_of_the_sample() -> None:
    found = speakers(
        marked(),
        person="Charles Brown Jr.; Brown; Emmanuel Macron; Macron; Gabrielius Landsbergis; Biden",
        organisation="The New York Times; White House; NATO; Joint Chiefs of Staff; The Guardian",
        place="United States; Ukraine; Russia; Kharkiv; Brussels; Europe",
        other="American; Ukrainian; French; Estonian; Lithuanian",
        cue="reads",
    )
    brown, landsbergis, paper = "Charles Brown Jr.", "Gabrielius Landsbergis", "The New York Times"
    assert [s.name if s else None for s in found] == [
        paper, paper, paper, "Ukrainian officials", paper, "United States", brown, brown, brown, brown, "White House",
        "Biden administration official", "Emmanuel Macron", "Estonia", landsbergis, landsbergis, "military officials",
    ]  # fmt: skip
    told = {s.name: s for s in found if s}
    assert (told[brown].role, told[brown].organisation) == (
        "Chairman of the Joint Chiefs of Staff",
        "Joint Chiefs of Staff",
    )
    assert (told["Emmanuel Macron"].role, told["Emmanuel Macron"].organisation) == ("President", "France")
    assert (told[landsbergis].role, told[landsbergis].organisation) == ("Foreign Minister", "Lithuania")
    assert told["White House"].kind is told["Estonia"].kind is SpeakerKind.GOVERNMENT
    assert told["military officials"].kind is SpeakerKind.UNNAMED
