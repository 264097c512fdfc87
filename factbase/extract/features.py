"""What the network sees of a text: word pieces, their shape, quotation marks and paragraph breaks.

Training and prediction share this file. Whoever changes what it computes raises `FEATURE_VERSION`: a model that
was trained on other features is refused.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from factbase.text import paragraphs, quotations

FEATURE_VERSION = 2

BEGIN = 101
"""The [CLS] of BERT's vocabulary, which stands before every window. Without it the first word of a text was hardly ever
read as a cue: articles begin with headlines, tweets with "According to"."""

SHAPES = ("lower", "title", "upper", "mixed", "digit", "mark")
QUOTES = ("outside", "inside", "opening", "closing")
BREAKS = ("none", "paragraph", "text")

Ints = npt.NDArray[np.int64]

# One character for one character, so that offsets stay: the network never sees which typography a text uses.
PLAIN = str.maketrans("‘’‚‛`´" + "“”„‟«»" + "\u200b\u00ad\ufeff", "'" * 6 + '"' * 6 + " " * 3)
SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: no tokenizer takes it
DOUBLED = re.compile(r"``|''")


@dataclass(frozen=True, slots=True)
class Encoded:
    """One text as word pieces: every array has one row a piece; `offsets` are code points, half open."""

    ids: Ints
    shapes: Ints
    quotes: Ints
    breaks: Ints
    offsets: Ints

    def __len__(self) -> int:
        return len(self.ids)


def load_tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def encode(text: str, tokenizer: Tokenizer) -> Encoded:
    """The features of a whole text, of any length; windows are cut from them."""
    quoted = quotations(text)
    plain = _plain(text, [(q.start, q.inner[0]) for q in quoted] + [(q.inner[1], q.end) for q in quoted])
    pieces = tokenizer.encode(plain, add_special_tokens=False)
    offsets = np.array(pieces.offsets, dtype=np.int64).reshape(-1, 2)
    starts = offsets[:, 0]
    quotes = np.zeros(len(starts), dtype=np.int64)
    for q in quoted:
        quotes[slice(*np.searchsorted(starts, (q.start, q.inner[0])))] = QUOTES.index("opening")
        quotes[slice(*np.searchsorted(starts, q.inner))] = QUOTES.index("inside")
        quotes[slice(*np.searchsorted(starts, (q.inner[1], q.end)))] = QUOTES.index("closing")
    return Encoded(
        ids=np.array(pieces.ids, dtype=np.int64),
        shapes=np.array([_shape(text[s:e]) for s, e in pieces.offsets], dtype=np.int64),
        quotes=quotes,
        breaks=_breaks(text, starts),
        offsets=offsets,
    )


def _plain(text: str, marks: list[tuple[int, int]]) -> str:
    """The text with one form of quotation mark, no character longer or shorter."""
    plain = SURROGATE.sub(" ", DOUBLED.sub('" ', text).translate(PLAIN))
    out, position = [], 0
    for start, end in sorted(m for m in marks if m[1] > m[0]):
        out += [plain[position:start], '"', " " * (end - start - 1)]
        position = end
    return "".join([*out, plain[position:]])


def _shape(word: str) -> int:
    if word.islower():
        return 0
    if word[:1].isdigit():
        return 4
    if not word[:1].isalpha():
        return 5
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[:1].isupper() else 3


def _breaks(text: str, starts: Ints) -> Ints:
    """Marks the first piece of every paragraph, and that of the text."""
    breaks = np.zeros(len(starts), dtype=np.int64)
    begins = [start for start, _ in paragraphs(text)]
    firsts = np.searchsorted(starts, begins)
    breaks[firsts[firsts < len(starts)]] = BREAKS.index("paragraph")
    breaks[:1] = BREAKS.index("text")
    return breaks
