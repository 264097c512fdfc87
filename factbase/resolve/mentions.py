"""Where an article names persons: every mention, cleaned of titles."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from factbase.document import Entity, EntityKind, Span
from factbase.resolve.beside import role_after
from factbase.resolve.lexicon import ABBREVIATED, BODIES, HONORIFICS, OFFICES, PERSON_NOUNS, SMALL_WORDS, singular
from factbase.resolve.names import name_words, tidy
from factbase.resolve.page import Page
from factbase.resolve.registry import Registry, name_key, plain

CAPITAL = re.compile(r"\b[A-Z][\w’'-]{2,}")
NAME_GOES_ON = re.compile(r" [A-Z][a-z]")
FULL_NAME = re.compile(
    r"[A-Z][\w’'-]+ (?:[A-Z]\.? )?(?:(?:de|da|van|von|der|den|bin|al|el) )*([A-Z][\w’-]+)(?! [A-Z][a-z])"
)
PLACE_WORDS = frozenset(
    "beach river county city island islands lake mountain street avenue park airport hall house".split()
)
COMMON_GIVEN = frozenset("bill will mark grant hope faith joy rose chase".split())
"""Given names that are other words at the head of a headline."""
COURTESY = ("Mr. ", "Mr ", "Mrs. ", "Mrs ", "Ms. ", "Ms ", "Dr. ", "Dr ")
REGNAL = frozenset("king queen pope prince princess emperor sheikh sultan mother".split())
AFTER_PLACE_WORD = frozenset("in to from of at near".split())


@dataclass(frozen=True, slots=True)
class Mention:
    span: Span
    name: str


def marked_mentions(page: Page, registry: Registry) -> list[Mention]:
    """Those that the network marked, as what they are or as something else, and full names that it left out."""
    persons = [e for e in page.entities if e.kind is EntityKind.PERSON and not _is_body(page, e, registry)]
    clean = [(e, _without_title(page.text, e.span)) for e in persons]
    title_end = page.paragraphs[0][1] if page.paragraphs else 0
    full = {tidy(page.text[s.start : s.end]) for e, s in clean if s.start > title_end}
    full = {name for name in full if name.count(" ") > 0}
    surnames = {name_words(name)[-1] for name in full if name_words(name)}
    out = [
        Mention(*_cut_headline(page.text, span, full) if span.start <= title_end else (span, "")) for _, span in clean
    ]
    out = [Mention(m.span, m.name or tidy(page.text[m.span.start : m.span.end])) for m in out]
    others = [e for e in page.entities if e.kind is not EntityKind.PERSON]
    named = [span for e in others if (span := _named_in_full(page, e, registry))]
    out += [Mention(span, tidy(page.text[span.start : span.end])) for span in named]
    out += _unmarked_names(page, registry, {e.span.start for e in page.entities} | {m.span.start for m in out})
    given = {m.name.split()[0] for m in out if " " in m.name}
    surnames |= {name_words(m.name)[-1] for m in out if len(name_words(m.name)) > 1}
    out += [
        Mention(e.span, tidy(page.text[e.span.start : e.span.end]))
        for e in others
        if _only_surname(page, e, surnames, registry)
    ]
    return [m for m in out if m.name and not (m.name.lower() in COMMON_GIVEN and m.name not in given)]


def _is_body(page: Page, entity: Entity, registry: Registry) -> bool:
    """A known body, or a capital or an adjective that nobody in the article is called.

    "Pyongyang", "French"; not the "Sofia" of Sofia Roe, nor "Mr. French".
    """
    text = page.text[entity.span.start : entity.span.end]
    if registry.known(text):
        return True
    of_state = name_key(text) in registry.capitals or plain(text) in registry.adjectives
    if not of_state or text in registry.openings or page.text.endswith(COURTESY, 0, entity.span.start):
        return False
    return not any(
        text in words and len(words) > 1
        for e in page.entities
        if e.kind is EntityKind.PERSON
        for words in [page.text[e.span.start : e.span.end].split()]
    )


def _unmarked_names(page: Page, registry: Registry, taken: set[int]) -> list[Mention]:
    """Names that the network left out: a known person's, or a given name and a capital word below the headline."""
    out: list[Mention] = []
    title_end = page.paragraphs[0][1] if page.paragraphs else 0
    for found in CAPITAL.finditer(page.text):
        start, given = found.start(), registry.gender(found.group())
        inside = start in taken or (out and start < out[-1].span.end)
        if inside or (given is None and found.group() not in registry.openings):
            continue
        k = bisect_right(page.starts, start) - 1
        full = next((n for n in registry.openings.get(found.group(), ()) if page.text.startswith(n, start)), None)
        if full:
            out.append(Mention(Span(start, start + len(full)), full))
        elif (
            start > title_end
            and not (k >= 0 and start < page.entities[k].span.end)
            and (after := FULL_NAME.match(page.text, start))
        ):
            free = k + 1 >= len(page.starts) or page.starts[k + 1] >= after.end()
            if free and given and singular(after[1].lower()) not in BODIES and not _common(after[1]):
                out.append(Mention(Span(start, after.end()), tidy(after.group())))
    return out


def _common(word: str) -> bool:
    return word.lower() in SMALL_WORDS or singular(word.lower()) in PERSON_NOUNS | PLACE_WORDS


def _without_title(text: str, span: Span) -> Span:
    """Cuts "Mayor" and "Manhattan Supreme Court Justice" off; monarchs and popes keep theirs."""
    words = [(m.group(), m.start() + span.start) for m in re.finditer(r"\S+", text[span.start : span.end])]
    first = 0
    for i, (word, _) in enumerate(words[:-1]):
        low = word.lower().strip(".,")
        base = ABBREVIATED.get(low, singular(low))
        if (
            (base in OFFICES or low in HONORIFICS or (not i and low in SMALL_WORDS))
            and low not in REGNAL
            and base != "saint"
        ):
            first = i + 1
    return Span(words[first][1], span.end) if words else span


def _cut_headline(text: str, span: Span, full: set[str]) -> tuple[Span, str]:
    """In a headline every word is capital: "Jane Roe Slams Bank" is the Jane Roe of the text below."""
    words = list(re.finditer(r"\S+", text[span.start : span.end]))
    for k in range(2, len(words)):
        end = span.start + words[k - 1].end()
        if (name := tidy(text[span.start : end])) in full:
            return Span(span.start, end), name
    first = words[0].group() if len(words) > 1 else ""
    if first and plain(first) in {name_words(n)[-1] for n in full if name_words(n)}:
        return Span(span.start, span.start + len(first)), first
    return span, ""


def _only_surname(page: Page, entity: Entity, surnames: set[str], registry: Registry) -> bool:
    """A surname that was taken for a place or a company."""
    text = page.text[entity.span.start : entity.span.end]
    words = name_words(text)
    if len(words) != 1 or words[0] not in surnames:
        return False
    before = page.text[max(0, entity.span.start - 6) : entity.span.start].split()
    known = registry.known(text)
    place = entity.kind is EntityKind.PLACE and before and before[-1].lower() in AFTER_PLACE_WORD
    return not (place or (known and known.type != "state"))


def _named_in_full(page: Page, entity: Entity, registry: Registry) -> Span | None:
    """A person that was taken for something else: after a title, before a role, or known."""
    text = page.text[entity.span.start : entity.span.end]
    if registry.known(text):
        return None
    if registry.person(text):
        return entity.span
    short = _without_title(page.text, entity.span)
    words = page.text[short.start : short.end].split()
    if any(singular(w.lower()) in BODIES | {"staff"} for w in words):
        return None
    if short.start > entity.span.start:
        return short if len(words) == 1 or (registry.gender(words[0]) and len(words) < 4) else None
    return entity.span if len(words) in (2, 3) and _is_person(page, entity, words, registry) else None


def _is_person(page: Page, entity: Entity, words: list[str], registry: Registry) -> bool:
    """A given name that no "in" or "from" stands before, or what a role follows: ", who", ", the mayor of Lyon"."""
    if entity.kind is EntityKind.PLACE:
        before = page.text[max(0, entity.span.start - 6) : entity.span.start].split()
        placed = bool(before) and before[-1].lower() in AFTER_PLACE_WORD
        return registry.gender(words[0]) is not None and not _common(words[-1]) and not placed
    after = page.text[entity.span.end : entity.span.end + 6]
    role = role_after(page.text, entity.span.end, page.sentence_range(entity.span.start)[1], registry)
    return after == ", who " or (role is not None and role.title is not None)


def surname_mentions(page: Page, full: Iterable[str], taken: set[int]) -> list[Mention]:
    """Surnames of the persons with these full names that the network did not mark."""
    names = [words for name in full if len(words := name_words(name)) > 1]
    firsts, surnames = {words[0] for words in names}, {words[-1] for words in names}
    ends = [e.span.end for e in page.entities]
    starts = page.starts
    sentence_starts = {start for start, _ in page.sentences}
    out = []
    for found in CAPITAL.finditer(page.text) if surnames else ():
        word = found.group()
        bare = plain(word.removesuffix("'s").removesuffix("’s"))
        titled = bare in firsts and page.text.endswith(COURTESY, 0, found.start())
        if found.start() in taken or not (bare in surnames or titled):
            continue
        k = bisect_right(starts, found.start()) - 1
        inside = k >= 0 and found.start() < ends[k]
        if inside or NAME_GOES_ON.match(page.text, found.end()) or _common_here(page.text, found, sentence_starts):
            continue
        out.append(
            Mention(Span(found.start(), found.start() + len(word.removesuffix("'s").removesuffix("’s"))), tidy(word))
        )
    return [m for m in out if m.name]


def _common_here(text: str, found: re.Match[str], sentence_starts: set[int]) -> bool:
    """ "King" at the start of a sentence, in an article that has a "king" too."""
    low = found.group().lower()
    return found.start() in sentence_starts and (singular(low) in PERSON_NOUNS or f" {low} " in text)
