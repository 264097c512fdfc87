"""Is it English?"""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

COMMON = frozenset(
    ("the", "of", "and", "that", "with", "to", "said", "by", "from", "which", "have", "has", "was", "is")
)
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 6_000
ENGLISH_SHARE = 0.15  # of the common words; news in English has 0.2 to 0.3, in other languages below 0.06
ENOUGH = 20  # words; below it names decide, and "Macron, Scholz, Tusk" is no language
CERTAIN = 0.99
LIKELY = 0.5  # enough in another script, where Russian and Bulgarian share the rest


def foreign(text: str) -> str | None:
    """The ISO 639 code of the language if it is plainly not English; None if it is English or cannot be told.

    >>> foreign("Der Präsident sagte am Freitag, er werde keine Truppen schicken. Das sei derzeit ganz ausgeschlossen, "
    ...     "erklärte er am Abend im Fernsehen, und daran werde sich nichts ändern.")
    'de'
    """
    sample = _sample(text)
    words = WORD.findall(sample.lower())
    if sum(word in COMMON for word in words) >= ENGLISH_SHARE * len(words):
        return None
    latin = 2 * sum(map(str.isascii, words)) > len(words)
    if latin and len(words) < ENOUGH:
        return None
    language, probability = _identifier().classify(sample)
    return language if language != "en" and probability >= (CERTAIN if latin else LIKELY) else None


def is_english(code: str) -> bool:
    """Of a declared language: "en", "en-GB", "EN_us", "eng", "English"."""
    return re.split(r"[-_]", code.strip().lower())[0] in {"en", "eng", "english"}


def _sample(text: str) -> str:
    """From the middle: what begins and ends an article is names, captions and notes."""
    start = max(0, (len(text) - SAMPLE) // 2)
    return text[start : start + SAMPLE]


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - unpacking its model takes 0.6 s

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
