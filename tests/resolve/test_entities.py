"""The network's names, cut short or in two, made whole."""

import pytest

from factbase.document import Entity, EntityKind, Span
from factbase.resolve.entities import whole_entities
from tests.resolve.article import REGISTRY, unmark

KINDS = {
    "P": EntityKind.PERSON,
    "O": EntityKind.ORGANISATION,
    "L": EntityKind.PLACE,
    "X": EntityKind.OTHER,
}

# The text with what the network marks between brackets, the kinds of those, and the names that come out.
ROWS = [
    ("So [Lise Vang]-[Holm] said.", "PP", ["Lise Vang-Holm"]),
    ("So [Kassym]-[Jomart Roe] said.", "PP", ["Kassym-Jomart Roe"]),
    ("The [Clinton]-[Trump] debate.", "PP", ["Clinton", "Trump"]),
    ("The [Roe]-led talks.", "P", ["Roe"]),
    ("[Al Roe de] la [Vega] said.", "PO", ["Al Roe de la Vega"]),
    ("[Al Roe de] said.", "P", ["Al Roe de"]),
    ("[Ana Roe] da [Silva] said.", "PP", ["Ana Roe da Silva"]),
    ("[Faisal] bin Omar al-Roe said.", "P", ["Faisal bin Omar al-Roe"]),
    ("[Jane Roe], Jr., said.", "P", ["Jane Roe, Jr."]),
    ("So [Al Roe Jr]., a clerk, said.", "P", ["Al Roe Jr."]),
    ("The [Union of] Ferry Workers said.", "O", ["Union of Ferry Workers"]),
    ("The [Union of] said.", "O", ["Union"]),
    ("The [Security Service] of [Ukraine] said.", "OL", ["Security Service of Ukraine"]),
    ("The [Commission] on [Human Rights] met.", "OO", ["Commission on Human Rights"]),
    ("[Volta Motors] of [Ohio] said.", "OL", ["Volta Motors", "Ohio"]),
    ("The [Philippine] [Coast Guard] said.", "XO", ["Philippine Coast Guard"]),
    ("[Saudi] [Crown] Prince Al Roe said.", "XO", ["Saudi", "Crown"]),
    ("[Finland's] minister.", "L", ["Finland"]),
    ("The clerk, [Mr]. [Roe Vang], said.", "PP", ["Roe Vang"]),
    ("The [S.E].[C]. said.", "OL", ["S.E.C."]),
    ("The [U][.N.] said.", "LO", ["U.N."]),
    ("Minister [Jane] [Ann Roe] said.", "PP", ["Jane Ann Roe"]),
    ("The prime minister [Ashanti] [Ann Roe] said.", "PP", ["Ashanti Ann Roe"]),
    ("So tweeted [Balazs] [Vang], a clerk.", "PP", ["Balazs Vang"]),
    ("Rival [Democrat] [Ann Roe] said.", "PP", ["Democrat", "Ann Roe"]),
    ("[Ann Roe] [Max Poe] sat.", "PP", ["Ann Roe", "Max Poe"]),
    ("The leader of [Hamas Walid Roe] said.", "P", ["Hamas", "Walid Roe"]),
    ("The Sunday [Times] said.", "P", ["Sunday Times"]),
    ("The minister, [Mr] [Max Poe], said.", "PP", ["Max Poe"]),
    ("Miss [Harbour] [Ann Roe] said.", "PP", ["Harbour", "Ann Roe"]),
    ("[ ] [two\nlines] here.", "PO", ["two"]),
    ("So [K].[C. Vang] said.", "PP", ["K.C. Vang"]),
    ("So [B.J]. [Vang] said.", "PP", ["B.J. Vang"]),
    ("So T.[S. Vang] said.", "P", ["T.S. Vang"]),
    ("In the U.S. [Vang] said.", "P", ["Vang"]),
    ("The [PAC]. [Vang] said.", "OP", ["PAC", "Vang"]),
    ("Head of the [Ferry Council Jane] [Vang] said.", "OP", ["Ferry Council", "Jane Vang"]),
    ("Head of the [Ferry Council Zyx] [Vang] said.", "OP", ["Ferry Council", "Zyx Vang"]),
    ("Dean of [University of] [Ohio] [Ashton] [Jane Vang] said.", "OLOP", ["University of Ohio Ashton", "Jane Vang"]),
    ("The [New] [Zealand] [Herald] said.", "OLO", ["New Zealand Herald"]),
    ("The [Lyon] [Post] said.", "LO", ["Lyon Post"]),
    ("The [European Smelters]' [Alliance] said.", "OO", ["European Smelters' Alliance"]),
    ("The [Ghor Growers]’ [Union] said.", "OO", ["Ghor Growers’ Union"]),
    ("The [Growers]’ [Vang] said.", "OO", ["Growers", "Vang"]),
    ("The [Reef Fish Processors] and [Exporters Association] met.", "OO",
     ["Reef Fish Processors and Exporters Association"]),
    ("The [Reef Fisheries Research] and [Education Agency] met.", "OO",
     ["Reef Fisheries Research and Education Agency"]),
    ("The [Reef Alliance] and [Education Agency] met.", "OO", ["Reef Alliance", "Education Agency"]),
    ("The Ministry of [Livestock] and [Fisheries] met.", "OO", ["Ministry of Livestock and Fisheries"]),
    ("The [Bank for Reconstruction] and [Development] met.", "OO", ["Bank for Reconstruction and Development"]),
    ("The Ministry of [Transport] and [Logistic Services] met.", "OO", ["Ministry of Transport and Logistic Services"]),
    ("The [Ministry for the Ecological Transition] and the [Demographic Challenge] met.", "OO",
     ["Ministry for the Ecological Transition and the Demographic Challenge"]),
    ("The Ministry of [Transport] and [Ann Roe] met.", "OP", ["Ministry of Transport", "Ann Roe"]),
    ("The Ministry of [Transport] and [Ferry Council] met.", "OO", ["Ministry of Transport", "Ferry Council"]),
    ("The [Science] and [Higher Education Ministry] met.", "OO", ["Science and Higher Education Ministry"]),
    ("So [Zyxop] [News Agency] said.", "PO", ["Zyxop News Agency"]),
    ("So the [hilsa] is scarce.", "P", []),
    ("The [Lyon] [Senate] said.", "LO", ["Lyon", "Senate"]),
    ("The [Ferry Board New] [Zealand] said.", "OL", ["Ferry Board New Zealand"]),
    ("The [Ferry Board] [Ohio] said.", "OL", ["Ferry Board", "Ohio"]),
    ("On Monday [Jane Vang Photo]: harbour.", "P", ["Jane Vang"]),
    ("On Monday [Jane Vang]: no.", "P", ["Jane Vang"]),
    ("The journal Deep [Tides] said.", "O", ["Deep Tides"]),
    ("The firm [Harbourly].com said.", "O", ["Harbourly.com"]),
    ("The [Union of] [Free Divers] and Rowers ([UFDR]) met.", "OOO", ["Union of Free Divers and Rowers", "UFDR"]),
    ("The [Ministry of Ports] and Fisheries met.", "O", ["Ministry of Ports and Fisheries"]),
    ("The [Bank of Ohio] and [Volta] met.", "OO", ["Bank of Ohio", "Volta"]),
    ("[Crier] met. [Crier] sat. [Crier] stood.", "POO", ["Crier"] * 3),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "kinds", "names"), ROWS)
def test_names_made_whole(marked: str, kinds: str, names: list[str]) -> None:
    text, spans = unmark(marked)
    entities = tuple(Entity(Span(*span), KINDS[kind]) for span, kind in zip(spans, kinds, strict=True))
    whole = whole_entities(text, entities, REGISTRY)
    assert [text[slice(*e.span)] for e in whole] == names


KINDS_AGREED = [
    ("[Crier] met. [Crier] sat. [Crier] stood.", "POO", "OOO"),
    ("[Crier] met. [Crier] sat.", "PO", "OO"),
    ("[Vang] met. [Vang] sat. [Vang] stood.", "PPO", "PPP"),
    ("[Jane Vang] met. [Vang] sat. [Vang] stood. [Vang] left.", "POOP", "POOP"),
    ("[Vang] met. [Vang] sat.", "PL", "PL"),
    ("[Obama] met. [Obama] sat. [Obama] stood.", "POO", "POO"),
    ("[Jane Vang] met. [Jane Vang] sat.", "PO", "PO"),
]


@pytest.mark.parametrize(("marked", "kinds", "agreed"), KINDS_AGREED)
def test_one_name_has_one_kind(marked: str, kinds: str, agreed: str) -> None:
    text, spans = unmark(marked)
    entities = tuple(Entity(Span(*span), KINDS[kind]) for span, kind in zip(spans, kinds, strict=True))
    assert [e.kind for e in whole_entities(text, entities, REGISTRY)] == [KINDS[kind] for kind in agreed]
