"""What PolNeAR has too little of, made of its own attributions: headlines, lists, transcripts, reports of reports.

Every maker takes an article and returns text with the attributions in it; `variant` puts some before and after the
first paragraphs of the article itself, so that each stands among real prose.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from training.corpus import Article, Attribution, Spans

PRONOUNS = frozenset("he she they it i we who you that which this these those his her their".split())
BULLETS = ("• ", "- ", "* ", "– ", "1. ")
REPORTS = ("reported", "wrote", "said", "reports", "writes", "claimed", "noted", "announced")
BODY = 900  # characters of the article that a variant keeps


@dataclass(frozen=True, slots=True)
class Made:
    """Text that was put together, with its attributions."""

    text: str
    attributions: tuple[Attribution, ...] = ()

    def __add__(self, other: "Made") -> "Made":
        return Made(
            self.text + other.text, self.attributions + tuple(_moved(a, len(self.text)) for a in other.attributions)
        )


def variant(article: Article, rng: random.Random) -> Article | None:
    """The article's beginning with made lines around it, or None if it has nothing to make them of."""
    usable = [p for a in article.attributions if (p := _parts(article, a))]
    if not usable:
        return None
    lines = [_headline(*rng.choice(usable), rng), _body(article)]
    lines += rng.sample([_list(usable, rng), _transcript(usable, rng)], k=rng.randint(1, 2))
    nested = [n for a in article.attributions if (n := _sentence(article, a))]
    if nested:
        lines.append(_report_of_report(rng.choice(nested), rng.choice(usable)[0], rng))
    made = Made("")
    for line in lines:
        made = made + line + Made(rng.choice(("\n", "\n\n")))
    return Article(f"{article.name}+", made.text, list(made.attributions))


def _parts(article: Article, a: Attribution) -> tuple[str, str] | None:
    """Source and content of an attribution that is short and in one piece each."""
    if len(a.source) != 1 or len(a.content) != 1:
        return None
    source, content = (article.text[slice(*spans[0])] for spans in (a.source, a.content))
    content = re.sub(r"^that ", "", content.strip("\"“”‘’'`,. \n"))
    if source.lower() in PRONOUNS or len(source.split()) > 5 or "\n" in source + content:
        return None
    return (source, content) if 3 <= len(content.split()) <= 22 else None


def _attributed(*pieces: str | tuple[str, str]) -> Made:
    """Text from pieces; a pair is (words, "source" | "cue" | "content")."""
    text = ""
    found: dict[str, Spans] = {"content": [], "source": [], "cue": []}
    for piece in pieces:
        words, role = piece if isinstance(piece, tuple) else (piece, None)
        if role:
            found[role].append((len(text), len(text) + len(words)))
        text += words
    return Made(text, (Attribution(**found),))


def _headline(source: str, content: str, rng: random.Random) -> Made:
    """ "Macron: …", "… – Macron", "…, says Macron", now and then in title case or capitals."""
    case = rng.choice((str, str, str.title, str.upper)) if rng.random() < 0.5 else str
    short = " ".join(content.split()[:14])
    said, who = (case(_upper(short)), "content"), (case(source), "source")
    quoted = (f"“{said[0]}”" if rng.random() < 0.5 else f"'{said[0]}'", "content")
    makers: list[Callable[[], Made]] = [
        lambda: _attributed(who, (":", "cue"), " ", said),
        lambda: _attributed(who, (":", "cue"), " ", quoted),
        lambda: _attributed(said, " ", (rng.choice("–—-"), "cue"), " ", who),
        lambda: _attributed(quoted, " ", (rng.choice("–—-"), "cue"), " ", who),
        lambda: _attributed(said, ", ", (case("says"), "cue"), " ", who),
        lambda: (
            _attributed(quoted, ": ", who)
            if rng.random() < 0.3
            else _attributed(quoted, ", ", (case("says"), "cue"), " ", who)
        ),
        lambda: _attributed(who, " ", (case("says"), "cue"), " ", (case(short), "content")),
    ]
    return rng.choice(makers)()


def _list(usable: list[tuple[str, str]], rng: random.Random) -> Made:
    """Lines that begin with a mark: "• Macron: “…”", "- Macron said …"."""
    bullet, made = rng.choice(BULLETS), Made("")
    for source, content in rng.sample(usable, k=min(len(usable), rng.randint(2, 4))):
        who = (source, "source")
        line = (
            _attributed(bullet, who, (":", "cue"), " ", (f"“{_upper(content)}.”", "content"))
            if rng.random() < 0.6
            else _attributed(bullet, who, " ", ("said", "cue"), " ", (f"that {content}", "content"), ".")
        )
        made = made + line + Made("\n")
    return made


def _transcript(usable: list[tuple[str, str]], rng: random.Random) -> Made:
    """Turns of a conversation: "MACRON: …", with quotation marks or without."""
    made, capitals, marks = Made(""), rng.random() < 0.4, rng.random() < 0.4
    for source, content in rng.sample(usable, k=min(len(usable), rng.randint(2, 5))):
        said = f"“{_upper(content)}.”" if marks else f"{_upper(content)}."
        who = source.upper() if capitals else source
        made = made + _attributed((who, "source"), (":", "cue"), " ", (said, "content")) + Made("\n")
    return made


def _report_of_report(inner: Made, source: str, rng: random.Random) -> Made:
    """ "The Times wrote that …" or "“…,” the Times wrote." around a sentence that has an attribution of its own."""
    cue = rng.choice(REPORTS)
    if rng.random() < 0.5:
        head = f"{_upper(source)} {cue} "
        outer = _attributed((_upper(source), "source"), " ", (cue, "cue"), " ", (f"that {inner.text}", "content"), ".")
        return Made(outer.text, (*outer.attributions, *(_moved(a, len(head) + 5) for a in inner.attributions)))
    said = f"“{inner.text},”"
    outer = _attributed((said, "content"), " ", (source, "source"), " ", (cue, "cue"), ".")
    return Made(outer.text, (*outer.attributions, *(_moved(a, 1) for a in inner.attributions)))


def _sentence(article: Article, a: Attribution) -> Made | None:
    """A plain "X said that …" of the article, cut from its first word to its last."""
    if len(a.source) != 1 or len(a.content) != 1 or len(a.cue) != 1:
        return None
    start, end = a.source[0][0], a.content[0][1]
    words = article.text[start:end]
    if not a.source[0][1] <= a.cue[0][0] <= a.content[0][0] or re.search(r"[\n\"“”]", words) or len(words) > 250:
        return None
    if article.text[slice(*a.source[0])].lower() in PRONOUNS:
        return None
    return Made(words, (_moved(a, -start),))


def _body(article: Article) -> Made:
    """The first paragraphs of the article, with the attributions that lie wholly in them."""
    cut = article.text.rfind("\n", 0, BODY) + 1 or min(len(article.text), BODY)
    inside = [
        a for a in article.attributions if max(e for spans in (a.content, a.source, a.cue) for _, e in spans) <= cut
    ]
    # what the cut goes through is left out whole, with the text from its paragraph on
    for a in article.attributions:
        if a not in inside and (begin := min(s for spans in (a.content, a.source, a.cue) for s, _ in spans)) < cut:
            cut = min(cut, article.text.rfind("\n", 0, begin) + 1)
    kept = tuple(a for a in inside if max(e for spans in (a.content, a.source, a.cue) for _, e in spans) <= cut)
    return Made(article.text[:cut].rstrip("\n"), kept)


def _moved(a: Attribution, by: int) -> Attribution:
    def spans(found: Spans) -> Spans:
        return [(s + by, e + by) for s, e in found]

    return Attribution(spans(a.content), spans(a.source), spans(a.cue))


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
