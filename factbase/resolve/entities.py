"""The network's names made whole: in order, apart from each other, without what it cut off or took along."""

import re
from collections.abc import Iterable
from functools import cache

from factbase.document import Entity, EntityKind, Span
from factbase.resolve.lexicon import ABBREVIATED, BODIES, OFFICES, PERSON_NOUNS, PORTFOLIOS, QUALIFIERS, singular
from factbase.resolve.names import PARTICLES, SUFFIX
from factbase.resolve.neighbours import joined, of_one_kind
from factbase.resolve.registry import OUTLETS, Registry, plain

FULL_STATE = re.compile(
    r"(?:[A-Z][\w’']+ ){0,3}(?:Republic|Kingdom|Commonwealth|States?) of (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)*"
)
RUN = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*")
GIVEN_BEFORE = re.compile(r"([A-Z][\w’'-]+) $")
INITIALS_BEFORE = re.compile(r"(?<![\w.])((?:[A-Z]\. ?)+)$")
PAPER_BEFORE = re.compile(
    r"\b(?:journal|magazine|newspaper|daily|weekly|tabloid|broadcaster|website) ((?:[A-Z][\w’'-]+ ){1,3})$"
)
MINISTRY_BEFORE = re.compile(r"(?<!\w)((?:Ministry|Department|Office|Bureau|Directorate) ((?:of|for) (?:the )?)?)$")
MEDIA_AFTER = re.compile(r" (?:daily|weekly|newspaper|newspapers|tabloid|magazine|broadcaster|news agency|TV|radio)\b")
HEADS_OF_GOVERNMENT = ("taoiseach", "tánaiste")
ON_AIR = ("TV", "Television", "Radio", "News")
NAME_ON_AIR = re.compile(r"(?<![.!?“\"] )\b((?:[A-Z][\w’'-]+ ){1,3})$")
FIRST_OF_TWO = re.compile(r"\b[Tt]he ((?:[A-Z][\w’'-]+ ){0,3}(?:[A-Z][\w’'-]+s|Research|Trade|Industry) and )$")
""" "The Hostages and" of "The Hostages and Missing Families Forum"."""
FIRST_OF_MINISTRY = re.compile(r"\b[Tt]he ((?:[A-Z][\w’'-]+,? ){1,4}and )$")
""" "The Science and" of "The Science and Higher Education Ministry"."""
MINISTRIES = frozenset(("Ministry", "Department"))
LABEL = re.compile(r" (?:Image|Photo|Photograph|Picture|Video|Audio|File|Credit|Source)s?$")
DOMAIN = re.compile(r"\.(?:com|org|net|edu|gov|info|co\.[a-z]{2})\b")
AND_MORE = re.compile(r" and (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
INITIALISM = re.compile(r" \([A-Z]{2,8}\)")
NAME_AFTER = re.compile(r" ((?:[A-Z]\. )?[A-Z][a-z][\w’'-]+)")
SUFFIX_AFTER = re.compile(r",? (?:Jr\.|Sr\.|III\b|II\b|IV\b)")
DOTTED = re.compile(r"(?:[A-Z]\.){2,}(?!\w)")
HYPHENATED = re.compile(r"-\w+")
CUT_AFTER_PARTICLE = re.compile(rf"(?: (?:{'|'.join(sorted(PARTICLES))}))+$")
FAMILY = re.compile(
    r"(?: (?:de|da|do|dos|das|di|del|della|van|von|der|den|bin|ibn|bint))(?: (?:la|las|los|der|den|het))?"
    r" [A-Z][\w’'-]+|(?: (?:al|el|ul|as|ad|an|ar|bin|ibn)-[A-Z][\w’'-]+)"
)
CAPITALS = re.compile(r"(?: (?:of|and|the|for|de) ?)*(?: ?[A-Z][\w’'-]+)+")
TIED = re.compile(r" (of|for|on|against|to) (?:the )?")
BODY_NOUNS = BODIES | frozenset(
    "community service staff executive directorate inspectorate ombudsman commissioner state front brigade"
    " corps".split()
)
"""Last words of bodies whose names go on with "of": "Security Service of Ukraine"."""


def with_first_states(
    text: str, lines: Iterable[tuple[int, int]], entities: tuple[Entity, ...], registry: Registry
) -> tuple[Entity, ...]:
    """With the states that open a paragraph, where the network often sees no name: "[France] and Germany said"."""
    marked = [e.span for e in entities]
    found = (first for start, _ in lines if (first := RUN.match(text, start)))
    missed = [
        Entity(Span(*first.span()), EntityKind.PLACE)
        for first in found
        if registry.state(first.group()) and not registry.gender(first.group())
        and not any(span.start < first.end() and first.start() < span.end for span in marked)
    ]  # fmt: skip
    return (*entities, *missed)


def with_full_states(text: str, entities: tuple[Entity, ...], registry: Registry) -> tuple[Entity, ...]:
    """With states of several words, of which it marks some: "the Republic of [Congo]", "Papua New [Guinea]"."""
    full = (m for m in FULL_STATE.finditer(text) if registry.state(m.group()))
    found = _longest(Span(*m.span()) for m in (*full, *_long_states(registry).finditer(text)))
    marked = [e.span for e in entities]
    whole = [s for s in found if not any(m.start <= s.start and s.end <= m.end and m != s for m in marked)]
    rest = (e for e in entities if not any(s.start < e.span.end and e.span.start < s.end for s in whole))
    return (*rest, *(Entity(span, EntityKind.PLACE) for span in whole))


def _longest(spans: Iterable[Span]) -> list[Span]:
    """Those that stand in no longer one."""
    every = sorted(set(spans), key=lambda s: (s.start, -s.end))
    return [s for s in every if not any(o.start <= s.start and s.end <= o.end and o != s for o in every)]


@cache
def _long_states(registry: Registry) -> re.Pattern[str]:
    """The names of states that have three words or more, and of capitals that have two: "Abu Dhabi"."""
    states = {name for known in registry.names.values() if known.type == "state" for name in (known.name, *known.names)}
    names = {name for name in states if name.count(" ") > 1}
    cities = {name.title() for name in registry.capitals if " " in name and name.isascii()}
    long = sorted((re.escape(name) for name in names | cities), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(long) or '(?!)'})\b(?! [A-Z])")


def whole_entities(text: str, entities: tuple[Entity, ...], registry: Registry) -> tuple[Entity, ...]:
    """Entities in order; of two that overlap the first stays."""
    out: list[Entity] = []
    ordered = sorted(entities, key=lambda e: (e.span.start, -e.span.end))
    starts = {e.span.start: e.kind for e in ordered}
    for entity in ordered:
        floor = out[-1].span.end if out else 0
        trimmed = _trimmed(text, Span(max(floor, entity.span.start), min(entity.span.end, len(text))))
        if trimmed is None or _is_courtesy(text, trimmed):
            continue
        if _is_title(text, trimmed) or (entity.kind is EntityKind.PERSON and text[slice(*trimmed)].islower()):
            continue
        person = entity.kind is EntityKind.PERSON and not _is_paper(text, trimmed, floor, registry)
        if person:
            if body := _body_in_front(text, trimmed, registry):
                out.append(Entity(body, EntityKind.ORGANISATION))
                trimmed = Span(body.end + 1, trimmed.end)
            span = _whole_name(text, trimmed, floor, registry)
        else:
            span = _whole_body(text, trimmed, floor, registry)
            span = _body_of(text, span, starts) if entity.kind is EntityKind.ORGANISATION else span
            if out and _is_one_body(text, out[-1].span, trimmed):
                span = Span(out.pop().span.start, span.end)
            if out and _is_adjective_of(text, out[-1], span, entity.kind, registry):
                span = Span(out.pop().span.start, span.end)
        paper = entity.kind is EntityKind.PERSON and (not person or MEDIA_AFTER.match(text, span.end))
        whole = Entity(span, EntityKind.ORGANISATION if paper else entity.kind)
        out[-1:] = joined(text, out[-1], whole, registry) if out else [whole]
    return of_one_kind(text, tuple(out), registry)


def _body_in_front(text: str, span: Span, registry: Registry) -> Span | None:
    """Hamas of "the leader of [Hamas Jane Roe]"."""
    first, *rest = text[slice(*span)].split(" ")
    known = registry.known(first) if len(rest) > 1 and registry.gender(first) is None else None
    return Span(span.start, span.start + len(first)) if known and known.type != "state" else None


def _is_paper(text: str, span: Span, floor: int, registry: Registry) -> bool:
    """Whether the "Times" of "The Sunday [Times]" is no person."""
    before = GIVEN_BEFORE.search(text, max(floor, span.start - 20), span.start)
    known = registry.known(text[before.start(1) : span.end]) if before else None
    return known is not None and known.type in OUTLETS


def _is_courtesy(text: str, span: Span) -> bool:
    """The "Mr" of "Mr. Roe" and "Mr Roe" is no name."""
    word = plain(text[slice(*span)])
    return (word in ABBREVIATED and text.startswith(". ", span.end)) or (
        word in ("mr", "mrs", "ms", "dr") and text.startswith(" ", span.end)
    )


def _is_title(text: str, span: Span) -> bool:
    """The "Permanent Observer" for a state is an office, no name."""
    *before, last = text[slice(*span)].lower().split() or [""]
    if not before and last in HEADS_OF_GOVERNMENT:
        return True
    office = bool(before) and singular(last) in PERSON_NOUNS and all(w in QUALIFIERS for w in before)
    return office and text.startswith((" of ", " for ", " to "), span.end)


def _trimmed(text: str, span: Span) -> Span | None:
    """One line, without white space around it and the possessive behind it."""
    start, end = span
    while start < end and not text[start].isalnum() and text[start] != "@":
        start += 1
    line = text.find("\n", start, end)
    end = line if line >= 0 else end
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):  # as Markdown has "**Jane Roe**"
        end -= 1
    if text.endswith(("'s", "’s"), start, end):
        end -= 2
    if dotted := DOTTED.match(text, start):
        end = max(end, dotted.end())
    if text.endswith((" Jr", " Sr"), start, end) and text.startswith(".", end):
        end += 1
    if domain := DOMAIN.match(text, end):
        end = domain.end()
    label = LABEL.search(text, start, end)
    if label and text.startswith(":", end):
        end = label.start()
    return Span(start, end) if start < end else None


def _whole_name(text: str, span: Span, floor: int, registry: Registry) -> Span:
    """With the given name, surname, second half or "Jr." that the network left out."""
    start, end = span
    initials = INITIALS_BEFORE.search(text, max(floor, start - 10), start)
    if initials and registry.known(initials[1].strip()) is None:
        start = initials.start()
    before = GIVEN_BEFORE.search(text, max(floor, start - 20), start)
    if before and registry.gender(before[1]):
        start = before.start(1)
    if " " not in text[start:end] and registry.gender(text[start:end]):
        after = NAME_AFTER.match(text, end)
        end = after.end() if after else end
    end = _hyphenated(text, start, end, registry)
    end = _family_name(text, start, end)
    suffix = SUFFIX_AFTER.match(text, end)
    if suffix and SUFFIX.search(text[start : suffix.end()]):
        end = suffix.end()
    return Span(start, end)


def _hyphenated(text: str, start: int, end: int, registry: Registry) -> int:
    """ "Lise Vang" and "Kassym" that the network cut at a hyphen; "Clinton-Trump" are two persons."""
    after = HYPHENATED.match(text, end)
    if after is None or not after.group()[1].isupper() or plain(text[start:end]) in registry.surnames:
        return end
    if " " in text[start:end]:
        return after.end()
    more = NAME_AFTER.match(text, after.end())
    return more.end() if more else end


def _family_name(text: str, start: int, end: int) -> int:
    """ "Gustavo Roe" with " de la Vega", "Faisal" with " bin Farhan al-Saud"."""
    if cut := CUT_AFTER_PARTICLE.search(text, start, end):
        end = cut.start()
    while after := FAMILY.match(text, end):
        end = after.end()
    return cut.end() if cut and end == cut.start() else end


def _whole_body(text: str, span: Span, floor: int, registry: Registry) -> Span:
    """With the word before that makes it a known body: not "Rights Watch", but "Human Rights Watch".

    Of "the magazine Tides Today" the whole name.
    """
    if paper := PAPER_BEFORE.search(text, max(floor, span.start - 40), span.start):
        return Span(paper.start(1), span.end)
    ministry = MINISTRY_BEFORE.search(text, max(floor, span.start - 40), span.start)
    if ministry and (ministry[2] or text.startswith("of ", span.start)):
        return Span(ministry.start(1), span.end)
    bare = text[slice(*span)]
    if bare in ON_AIR and (name := NAME_ON_AIR.search(text, max(floor, span.start - 40), span.start)):
        return Span(name.start(1), span.end)
    if _ends_body(bare) and (first := FIRST_OF_TWO.search(text, max(floor, span.start - 40), span.start)):
        return Span(first.start(1), span.end)
    before = GIVEN_BEFORE.search(text, max(floor, span.start - 20), span.start)
    if before and before.group(1) != "The" and registry.known(text[before.start(1) : span.end]):
        return Span(before.start(1), span.end)
    return span


def _is_one_body(text: str, before: Span, span: Span) -> bool:
    """ "Al Jazeera" and "TV", "Smelters" and "Alliance", "Hostages" and "Missing Families Forum" after one article."""
    gap = text[before.end : span.start]
    if gap == " ":
        return text[slice(*span)] in ON_AIR
    if not _ends_body(text[slice(*span)]):
        return False
    if gap in ("' ", "’ "):
        return text[before.end - 1] == "s" and text[before.start].isupper()
    first = FIRST_OF_MINISTRY if text[slice(*span)].rpartition(" ")[2] in MINISTRIES else FIRST_OF_TWO
    return gap == " and " and first.search(text, max(0, before.start - 4), span.start) is not None


def _ends_body(name: str) -> bool:
    last = name.rpartition(" ")[2].lower()
    return last in BODIES | {"forum"}


def _body_of(text: str, span: Span, starts: dict[int, EntityKind]) -> Span:
    """With what the name goes on with: "Security Service" of Ukraine, "Commission" on Human Rights."""
    words = text[span.start : span.end].split()
    if len(words) > 1 and words[-1] in ("of", "for", "on"):
        more = CAPITALS.match(text, span.end)
        end = _before_person(text, span.end, more.end(), starts) if more else span.end - len(words[-1]) - 1
        return Span(span.start, _with_second(text, Span(span.start, end), starts))
    if any(word in ("of", "for") for word in words):
        return Span(span.start, _with_second(text, span, starts))
    tied = TIED.match(text, span.end)
    kind = starts.get(tied.end()) if tied else None
    fits = kind in (EntityKind.ORGANISATION, EntityKind.PLACE) if tied and tied[1] == "of" else False
    fits = fits or kind is EntityKind.ORGANISATION
    if not tied or not fits or singular(words[-1].lower()) not in BODY_NOUNS:
        return span
    more = CAPITALS.match(text, tied.end() - 1)
    if more is None:
        return span
    end = _before_person(text, tied.end(), more.end(), starts)
    return Span(span.start, _with_second(text, Span(span.start, end), starts))


def _before_person(text: str, start: int, end: int, starts: dict[int, EntityKind]) -> int:
    """ "University of Ohio" ends where the "Jane Roe" of "University of Ohio Jane Roe" begins."""
    person = next((at for at in range(start + 2, end) if starts.get(at) is EntityKind.PERSON), None)
    return start + len(text[start:person].rstrip()) if person is not None else end


def _with_second(text: str, span: Span, starts: dict[int, EntityKind]) -> int:
    """Where "Ministry of Health" ends that goes on with "and Welfare".

    An initialism after it shows that it is one body, else a head noun for what has no name of its own.
    """
    between = " of " if " of " in text[slice(*span)] else " for "
    head, _, rest = text[slice(*span)].partition(between)
    more = AND_MORE.match(text, span.end)
    if more is None or not rest or singular(head.rsplit(maxsplit=1)[-1].lower()) not in BODY_NOUNS:
        return span.end
    ministry = head.rsplit(maxsplit=1)[-1] in MINISTRIES and starts.get(more.start(1)) is not EntityKind.PERSON
    if more[1].lower() in PORTFOLIOS or (ministry and not _ends_body(more[1])):
        return more.end(1)
    first = span.start + len(head) + len(between)
    named = more.start(1) in starts or any(first <= at < span.end for at, k in starts.items() if k is EntityKind.PLACE)
    return more.end(1) if INITIALISM.match(text, more.end(1)) or not named else span.end


def _is_adjective_of(text: str, before: Entity, span: Span, kind: EntityKind, registry: Registry) -> bool:
    """ "Philippine" before "Coast Guard", unless the body is known without it or the two stand in a title."""
    if kind is not EntityKind.ORGANISATION or text[before.span.end : span.start] != " ":
        return False
    body = text[span.start : span.end]
    after = text[span.end : span.end + 20].split()[:1]
    titled = bool(after) and after[0][0].isupper() and singular(after[0].lower()) in OFFICES
    known = registry.known(body)
    everywhere = known is not None and known.type == "ministry" and known.country is None
    return plain(text[slice(*before.span)]) in registry.adjectives and not titled and (known is None or everywhere)
