"""The persons an article names: every mention placed with the person it means."""

import re
from dataclasses import dataclass, field, replace

from factbase.document import EntityKind, Span
from factbase.resolve.beside import (
    affiliation,
    is_subject_after,
    party_after,
    role_after,
    role_before,
    role_in_front,
)
from factbase.resolve.mentions import REGNAL, Mention, marked_mentions, surname_mentions
from factbase.resolve.names import SUFFIX, family_name, misspelt, name_words, same_person
from factbase.resolve.page import Page
from factbase.resolve.registry import Registry, plain
from factbase.resolve.roles import Role, phrase_role
from factbase.resolve.states import state_in_front
from factbase.resolve.titles import title_phrase

OWNED = re.compile(r"['’]s? $")
EMPLOYED = re.compile(r"(?:,? (?P<of>of|from)|,? for) (?:the )?")
CLOSED = re.compile(r",| (?:says|said|told|tells|added|wrote|notes|noted)\b")
MIDDLE = 4  # letters of a name that stands between a given name and the last one; "Lee" in "Robert Lee Roe" is short
MOST = 50  # persons of one name that are told apart; a telephone book has more


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

    def names(self) -> list[str]:
        """All names of all persons."""
        return [name for person in self.persons for name in person.names]

    def candidates(self, name: str) -> list[int]:
        """Persons that `name` may mean, by surname if there are such, else by given name."""
        words = name_words(name)
        near = sorted({i for word in words[1:] or words for i in self.by_word.get(word, ())[:MOST]})
        fit = [i for i in near if any(same_person(name, n) for n in self.persons[i].names)]
        surname = [i for i in fit if any(_ends_in(n, words) for n in self.persons[i].names)]
        return surname or fit or self._by_second_name(words)

    def _by_second_name(self, words: tuple[str, ...]) -> list[int]:
        """ "Faki" is Moussa Faki Mahamat, "Restrepo" is Gustavo Restrepo de la Vega."""
        if len(words) != 1 or len(words[0]) < MIDDLE:
            return []
        near = self.by_word.get(words[0], ())[:MOST]
        return [i for i in near if words[0] in name_words(self.persons[i].name)[1:-1]]


def _ends_in(name: str, words: tuple[str, ...]) -> bool:
    """Whether the words are all of a name from somewhere on, or the family name."""
    return words == (family_name(name),) if len(words) == 1 else name_words(name)[-len(words) :] == words


def find_people(page: Page, registry: Registry) -> People:
    people = People([], {}, [])
    mentions = marked_mentions(page, registry)
    for name in sorted({m.name for m in mentions if len(name_words(m.name)) > 1}, key=_longest_first):
        fit = [i for i in people.candidates(name) if _suffix_fits(name, people.persons[i])]
        gender = registry.gender(name.split()[0])
        if len(fit) == 1:
            people.learn(fit[0], name)
        else:
            people.open(name, gender)
    mentions += surname_mentions(page, people.names(), {m.span.start for m in mentions})
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
    state = state_in_front(page.text, start, registry)  # "Hungary's Jane Roe"
    of = Role(None, country=state.country) if state else None
    person.roles += [replace(r, at=start) for r in (role, after, in_front, of) if r]
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
    if len(recent) > 1 and len({page.sentence(persons[i].full_at) for i in recent}) == 1:
        recent = [min(recent, key=lambda i: persons[i].full_at)]  # "Jane Roe, the sister of John Roe": the subject
    most = max(fit, key=lambda i: (sum(persons[i].names.values()), -i))
    often = 3 * sum(persons[recent[0]].names.values()) if len(recent) == 1 else 0
    return recent[0] if often >= sum(persons[most].names.values()) > 0 else most
