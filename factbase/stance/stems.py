"""A word's stem, cut so that a verb, its inflections and its nouns meet: "deployed", "deployment" -> "deploy".

Cruder than Porter's on purpose: a proposition says "should be elected" where a speaker says "the election".
"""

from functools import lru_cache

IRREGULAR = {
    form: base
    for base, forms in {
        "send": "sent",
        "win": "won",
        "lose": "lost loss losses",
        "leave": "left",
        "lead": "led",
        "fight": "fought",
        "keep": "kept",
        "hold": "held",
        "give": "gave given",
        "take": "took taken",
        "get": "got gotten",
        "go": "went gone",
        "come": "came",
        "make": "made",
        "know": "knew known",
        "think": "thought",
        "say": "said",
        "tell": "told",
        "see": "saw seen",
        "speak": "spoke spoken speech",
        "rise": "rose risen",
        "fall": "fell fallen",
        "grow": "grew grown growth",
        "break": "broke broken",
        "choose": "chose chosen choice",
        "shoot": "shot shooting",
        "sell": "sold sale",
        "buy": "bought",
        "pay": "paid",
        "build": "built",
        "spend": "spent",
        "steal": "stole stolen",
        "lie": "lies lied lying liar",
        "die": "died dying death",
        "withdraw": "withdrew withdrawn withdrawal",
        "seek": "sought",
        "begin": "began begun",
        "bring": "brought",
        "teach": "taught",
        "hit": "hitting",
        "deny": "denied denial",
        "defend": "defence defense",
        "destroy": "destruction",
        "explode": "explosion",
        "succeed": "success",
        "extend": "extension",
        "expand": "expansion",
        "permit": "permission",
        "admit": "admission",
        "decide": "decision",
        "invade": "invasion",
        "persuade": "persuasion",
        "conclude": "conclusion",
        "include": "inclusion",
        "reduce": "reduction",
        "produce": "production",
        "renew": "renewal",
        "approve": "approval",
        "refuse": "refusal",
        "propose": "proposal",
        "arrive": "arrival",
        "believe": "belief",
        "prove": "proof",
        "respond": "response",
        "man": "men",
        "woman": "women",
        "child": "children",
    }.items()
    for form in forms.split()
}

WHOLE = frozenset({"police"})
"""What would meet a stranger if it were cut: "policy"."""
SUFFIXES = """
izations isations ization isation ational fulness ousness iveness ations ements ation ement ments ment nesses ness
ically ingly edly ities ity ions ion ings ing ers ors er or ists ist isms ism ances ance ences ence ancy ency ables
able ibles ible ious eous ous ives ive ally al ial ants ant ents ent izes ises ized ised ize ise fully ful lessly
less ies ied ed es ly s e y
""".split()
SHORT = frozenset("s ed es ing ies ied ly er e y ism ist".split())
"""What may be cut down to three letters; all else leaves four or more, and the next five: "terror", "repeal"."""
LONG = frozenset("or ors al ally".split())


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """The stem of one lower-case word. Names and short words stay what they are: "us", "nato", "iran"."""
    base = IRREGULAR.get(form, form)
    for _ in range(2):
        base = _cut(base)
    return base


def root(entry: str) -> str:
    """The stem of a word, or of a phrase by that of its first word: "gave_up" -> "give_up"."""
    first, mark, rest = entry.partition("_")
    return stem(first) + mark + rest


def _cut(form: str) -> str:
    if form in WHOLE:
        return form
    for suffix in SUFFIXES:
        if form.endswith(suffix):
            kept = form[: -len(suffix)]
            whole = form.endswith("ss") or (suffix == "y" and kept[-1:] in "aeiou")
            if len(kept) >= (3 if suffix in SHORT else 5 if suffix in LONG else 4) and not whole:
                return kept[:-1] if kept[-1] == kept[-2] and kept[-1] in "bdgmnprt" else kept
    return form
