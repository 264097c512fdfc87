"""Organs of a state that is named elsewhere: "the country's foreign ministry", "its parliament"."""

from factbase.document import Speaker, SpeakerKind
from factbase.resolve.home import home_country
from factbase.resolve.lexicon import OF_STATES, STATE_ORGANS
from factbase.resolve.phrases import Phrase, described
from factbase.resolve.pronouns import pronoun
from factbase.resolve.reading import ACCURACY, Found, Reading, named
from factbase.resolve.registry import Known, name_key

LANDS = frozenset("country nation kingdom republic".split())
THIRD = ("its", "their")


def organ(reading: Reading, phrase: Phrase) -> Found | None:
    """The organ under the state's adjective, "Philippine foreign ministry"; None if the state is open."""
    last = phrase.head.low.rpartition(" ")[2]
    if last not in OF_STATES or phrase.rest:
        return None
    state = _owner(reading, phrase)
    adjective = next((a for a, known in reading.talk.registry.adjectives.items() if known is state), None)
    if state is None or adjective is None:
        return None
    name = f"{adjective.title()} {described(Phrase(phrase.after_owner, (), ()))}"
    if (i := reading.talk.cast.by_name.get(name_key(name))) is not None:
        return named(reading, i, phrase.head, how="role")
    kind = SpeakerKind.GOVERNMENT if last in STATE_ORGANS else SpeakerKind.ORGANISATION
    known = reading.talk.registry.known(name) or Known(name, kind, "", state.country)
    return (), Speaker(known.name, known.kind, None, None, known.country, known.wikidata, (), ACCURACY["role"], "role")


def _owner(reading: Reading, phrase: Phrase) -> Known | None:
    owner, talk = phrase.owner, reading.talk
    if owner is None:
        return None
    country = None
    if owner.low in LANDS:
        country = home_country(talk.cast, talk.page, owner.span.start, None, talk.registry)
    elif owner.low in THIRD and (found := pronoun(reading, owner)) and found[1]:
        country = found[1].country if found[1].kind is SpeakerKind.GOVERNMENT else None
    return talk.registry.state_of(country)
