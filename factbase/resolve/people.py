"""The persons an article names: every mention found, cleaned of titles, and placed with the person it means."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from factbase.document import Entity, EntityKind, Span
from factbase.resolve.lexicon import ABBREVIATED, BODIES, HONORIFICS, OFFICES, PERSON_NOUNS, SMALL_WORDS, singular
from factbase.resolve.names import SUFFIX, misspelt, name_words, same_person, tidy
from factbase.resolve.page import Page
from factbase.resolve.registry import Registry, name_key, plain
from factbase.resolve.roles import (
    Role,
    affiliation,
    is_subject_after,
    party_after,
    phrase_role,
    role_after,
    role_before,
    role_in_front,
)
from factbase.resolve.titles import title_phrase

OWNED = re.compile(r"['’]s? $")
EMPLOYED = re.compile(r"(?:,? (?P<of>of|from)|,? for) (?:the )?")
CLOSED = re.compile(r",| (?:says|said|told|tells|added|wrote|notes|noted)\b")
CAPITAL = re.compile(r"\b[A-Z][\w’'-]{2,}")
NAME_GOES_ON = re.compile(r" [A-Z][a-z]")
FULL_NAME = re.compile(
    r"[A-Z][\w’'-]+ (?:[A-Z]\.? )?(?:(?:de|da|van|von|der|den|bin|al|el) )*([A-Z][\w’-]+)(?! [A-Z][a-z])"
)
PLACE_WORDS = frozenset(
    "beach river county city island islands lake mountain street avenue park airport hall house".split()
)
COURTESY = ("Mr. ", "Mr ", "Mrs. ", "Mrs ", "Ms. ", "Ms ", "Dr. ", "Dr ")
MIDDLE = 4  # letters of a name that stands between a given name and the last one; "Lee" in "Robert Lee Roe" is short
MOST = 50  # persons of one name that are told apart; a telephone book has more
REGNAL = frozenset("king queen pope prince princess emperor sheikh sultan mother".split())
AFTER_PLACE_WORD = frozenset("in to from of at near".split())


@dataclass(frozen=True, slots=True)
class Mention:
    span: Span
    name: str


@dataclass(slots=True)
class Person:
    """A person while its mentions are gathered."""

    names: dict[str, int] = field(default_factory=dict)
    """How often each name was used."""
    roles: list[Role] = field(default_factory=list)
    gender: str | None = None
    """By given name."""
    party: str | None = None
    affiliation: str | None = None
    full_at: int = -1
    """Where it was last named in full."""

    @property
    def name(self) -> str:
        """The fullest of its names."""
        return max(self.names, key=lambda n: (len(name_words(n)), not n.isupper(), self.names[n], len(n)))


@dataclass(slots=True)
class People:
    persons: list[Person]
    by_word: dict[str, list[int]]
    """Numbers of persons by every word of their names."""
    placed: list[tuple[Span, int]]

    def open(self, name: str, gender: str | None) -> int:
        self.persons.append(Person(gender=gender))
        self.learn(len(self.persons) - 1, name)
        return len(self.persons) - 1

    def learn(self, i: int, name: str) -> None:
        self.persons[i].names.setdefault(name, 0)
        for word in name_words(name):
            numbers = self.by_word.setdefault(word, [])
            if i not in numbers:
                numbers.append(i)

    def candidates(self, name: str) -> list[int]:
        """Persons that `name` may mean, by surname if there are such, else by given name."""
        words = name_words(name)
        near = sorted({i for word in words[1:] or words for i in self.by_word.get(word, ())[:MOST]})
        fit = [i for i in near if any(same_person(name, n) for n in self.persons[i].names)]
        surname = [i for i in fit if any(name_words(n)[-len(words) :] == words for n in self.persons[i].names)]
        return surname or fit or self._by_second_name(words)

    def _by_second_name(self, words: tuple[str, ...]) -> list[int]:
        """ "Faki" is Moussa Faki Mahamat, "Restrepo" is Gustavo Restrepo de la Vega."""
        if len(words) != 1 or len(words[0]) < MIDDLE:
            return []
        near = self.by_word.get(words[0], ())[:MOST]
        return [i for i in near if words[0] in name_words(self.persons[i].name)[1:-1]]


def find_people(page: Page, registry: Registry) -> People:
    people = People([], {}, [])
    mentions = _entity_mentions(page, registry)
    for name in sorted({m.name for m in mentions if len(name_words(m.name)) > 1}, key=_longest_first):
        fit = [i for i in people.candidates(name) if _suffix_fits(name, people.persons[i])]
        gender = registry.gender(name.split()[0])
        if len(fit) == 1:
            people.learn(fit[0], name)
        else:
            people.open(name, gender)
    mentions += _surname_mentions(page, people, {m.span.start for m in mentions})
    # Titled mentions first: "Mr. Obama" tells who the bare "Obama" of the headline is.
    roles = [(m, _role_in_front(page, m, registry)) for m in mentions]
    for mention, role in sorted(
        roles, key=lambda pair: (not (pair[1] and (pair[1].gender or pair[1].nouns)), pair[0].span)
    ):
        _place(page, registry, people, mention, role)
    return people


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name_words(name)), name


def _role_in_front(page: Page, mention: Mention, registry: Registry) -> Role | None:
    start = mention.span.start
    floor, _ = page.sentence_range(start)
    role = role_before(page.text, start, floor, registry)
    if role and role.organisation:
        return role
    phrase = title_phrase(page.text, start, floor)
    longer = phrase_role(phrase, registry) if phrase else None
    return replace(longer, gender=longer.gender or role.gender) if longer and role else longer or role


def _entity_mentions(page: Page, registry: Registry) -> list[Mention]:
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
    surnames |= {name_words(m.name)[-1] for m in out if len(name_words(m.name)) > 1}
    out += [
        Mention(e.span, tidy(page.text[e.span.start : e.span.end]))
        for e in others
        if _only_surname(page, e, surnames, registry)
    ]
    return [m for m in out if m.name]


def _is_body(page: Page, entity: Entity, registry: Registry) -> bool:
    """A known body, or a capital that nobody in the article is called: "Pyongyang", not the "Sofia" of Sofia Roe."""
    text = page.text[entity.span.start : entity.span.end]
    if registry.known(text):
        return True
    if name_key(text) not in registry.capitals or text in registry.openings:
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


def _surname_mentions(page: Page, people: People, taken: set[int]) -> list[Mention]:
    """Surnames of persons named in full that the network did not mark."""
    surnames = {name_words(n)[-1] for p in people.persons for n in p.names if len(name_words(n)) > 1}
    firsts = {name_words(n)[0] for p in people.persons for n in p.names if len(name_words(n)) > 1}
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


def _suffix_fits(name: str, person: Person) -> bool:
    """Donald Trump Jr. is not Donald Trump."""
    mine = bool(SUFFIX.search(name))
    return any(bool(SUFFIX.search(n)) == mine or len(name_words(n)) != len(name_words(name)) for n in person.names)


def _place(page: Page, registry: Registry, people: People, mention: Mention, role: Role | None) -> None:
    start, end = mention.span
    i = _chosen(page, people, mention, role, registry)
    if i is None:
        i = people.open(mention.name, registry.gender(mention.name.split()[0]))
    person = people.persons[i]
    people.learn(i, mention.name)
    person.names[mention.name] += 1
    if len(name_words(mention.name)) > 1:
        person.full_at = max(person.full_at, start)
    floor, _ = page.sentence_range(start)
    _, ceiling = page.sentence_range(end - 1)  # "K.C." ends no sentence
    told = not is_subject_after(page.text, floor, mention.span, ceiling)
    after = role_after(page.text, end, ceiling, registry) if told else None
    in_front = role_in_front(page.text, mention.span, floor, registry)
    person.roles += [replace(r, at=start) for r in (role, after, in_front) if r]
    person.party = person.party or party_after(page.text, end)
    person.affiliation = person.affiliation or _beside(page, mention.span, registry)
    people.placed.append((mention.span, i))


def _beside(page: Page, span: Span, registry: Registry) -> str | None:
    known = affiliation(page.text, span.start, span.end, registry)
    return known or _owner(page, span.start) or _employer(page, span.end)


def _employer(page: Page, end: int) -> str | None:
    """The body that the network marked behind a name: "Jane Roe, of the Ferry Council", "Jane Roe for Volta said"."""
    tie = EMPLOYED.match(page.text, end)
    after = page.within(tie.end(), tie.end() + 1) if tie else ()
    if tie is None or not after or after[0].kind is not EntityKind.ORGANISATION:
        return None
    told = tie["of"] or CLOSED.match(page.text, after[0].span.end)
    return page.text[slice(*after[0].span)] if told else None


def _owner(page: Page, start: int) -> str | None:
    """The body that the network marked in front of a name: "Harbour Radio's Jane Roe"."""
    before = page.within(max(0, start - 60), start)[-1:]
    marked = before and before[0].kind is EntityKind.ORGANISATION
    return page.text[slice(*before[0].span)] if marked and OWNED.match(page.text, before[0].span.end, start) else None


def _chosen(page: Page, people: People, mention: Mention, role: Role | None, registry: Registry) -> int | None:
    name = mention.name
    fit = people.candidates(name) or _misspelt(people, name, registry)
    if len(name_words(name)) > 1:
        exact = [i for i in fit if name in people.persons[i].names]
        return next(iter(exact or fit), None)
    fit = [i for i in fit if _gender_fits(people.persons[i], role) and _rank_fits(people.persons[i], role)]
    if role and role.nouns and (known := registry.surnames.get(name_words(name)[0])):
        # "President Obama" is not the Michelle Obama named in full, if she was never called a president.
        fit = [
            i
            for i in fit
            if same_person(people.persons[i].name, known.name)
            or any(role.nouns & r.nouns for r in people.persons[i].roles)
        ]
    return _of_namesakes(page, people, fit, mention, role) if fit else None


def _misspelt(people: People, name: str, registry: Registry) -> list[int]:
    """ "Wines" is the one person whom the article names in full as Jane Wimes."""
    if len(name_words(name)) != 1 or plain(name) in registry.surnames:
        return []
    full = ((i, name_words(person.name)) for i, person in enumerate(people.persons[:MOST]))
    fit = [i for i, words in full if len(words) > 1 and misspelt(name, words[-1])]
    return fit if len(fit) == 1 else []


def _gender_fits(person: Person, role: Role | None) -> bool:
    asked = role.gender if role else None
    told = {r.gender for r in person.roles if r.gender} or ({person.gender} if person.gender else set())
    return asked is None or not told or asked in told


def _rank_fits(person: Person, role: Role | None) -> bool:
    """King Salman is not Crown Prince Mohammed bin Salman."""
    asked = role.nouns & REGNAL if role else frozenset()
    told = {n for r in person.roles for n in r.nouns & REGNAL}
    return not asked or not told or bool(asked & told)


def _of_namesakes(page: Page, people: People, fit: list[int], mention: Mention, role: Role | None) -> int:
    """Of several with one surname: whose title it is, who was named in full a sentence ago, who is named most often."""
    persons = people.persons
    if role and role.nouns and (titled := [i for i in fit if any(role.nouns & r.nouns for r in persons[i].roles)]):
        fit = titled
    here = page.sentence(mention.span.start)
    before = [i for i in fit if 0 <= persons[i].full_at < mention.span.start]
    recent = [i for i in before if here - page.sentence(persons[i].full_at) <= 1]
    most = max(fit, key=lambda i: (sum(persons[i].names.values()), -i))
    often = 3 * sum(persons[recent[0]].names.values()) if len(recent) == 1 else 0
    return recent[0] if often >= sum(persons[most].names.values()) > 0 else most
