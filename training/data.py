"""PolNeAR as windows to train on: features, anchors, the role of every piece for every anchor, tags, entities."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor

from factbase.extract.features import BEGIN, Encoded, Ints, encode
from factbase.extract.labels import ENTITIES, ROLES, TAGS
from training.coreference import Link
from training.corpus import Article, Spans

Floats = npt.NDArray[np.float32]

UNKNOWN = -100  # torch's label for what has none


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article's features and targets; `roles` has one row for each of `anchors`.

    `weights` is how much the anchor head learns from each piece. `links` are pronouns, each with the pieces of the
    names and descriptions before it that mean the same.
    """

    name: str
    pieces: Encoded
    anchors: list[int]
    roles: Ints
    tags: Ints
    entities: Ints
    weights: Floats
    links: list[tuple[int, Ints]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Window:
    article: Labelled
    start: int
    end: int


def label(
    article: Article, tokenizer: Tokenizer, names: list[tuple[int, int, str]] | None, *, inside: float = 1.0
) -> Labelled:
    """Features and targets.

    `inside` is how much is learnt from there being no anchor inside a content: articles do not annotate the reports
    inside what is reported ("He said that she had told him …"), variants do.
    """
    pieces = encode(article.text, tokenizer)
    anchored = sorted(
        ((int(_indices(pieces, (a.cue or a.source or a.content)[:1])[0]), a) for a in article.attributions),
        key=lambda pair: pair[0],
    )
    tags = np.zeros(len(pieces), dtype=np.int64)
    roles = np.zeros((len(anchored), len(pieces)), dtype=np.int64)
    for row, (_, a) in zip(roles, anchored, strict=True):
        for name, spans in (("content", a.content), ("source", a.source), ("cue", a.cue)):
            _mark(row, pieces, spans, name, ROLES)
            _mark(tags, pieces, spans, name, TAGS)
    entities = np.full(len(pieces), UNKNOWN if names is None else 0, dtype=np.int64)
    for start, end, kind in names or ():
        _mark(entities, pieces, [(start, end)], kind, ENTITIES)
    weights = np.ones(len(pieces), dtype=np.float32)
    weights[((roles == 1) | (roles == 2)).any(axis=0)] = inside
    weights[[i for i, _ in anchored]] = 1
    return Labelled(article.name, pieces, [i for i, _ in anchored], roles, tags, entities, weights)


def linked(article: Labelled, links: Iterable[Link]) -> Labelled:
    """The article with its pronouns, what they mean as word pieces."""
    found = [
        (int(at[0]), _indices(article.pieces, link.antecedents))
        for link in links
        if len(at := _indices(article.pieces, [link.word]))
    ]
    return replace(article, links=sorted(found, key=lambda pair: pair[0]))


def unlabelled(text: str, tokenizer: Tokenizer) -> Labelled:
    """A text of whose attributions nothing is known."""
    pieces = encode(text, tokenizer)
    unknown = np.full(len(pieces), UNKNOWN, dtype=np.int64)
    none = np.zeros((0, len(pieces)), dtype=np.int64)
    return Labelled("", pieces, [], none, unknown, unknown, np.zeros(len(pieces), dtype=np.float32))


def _indices(pieces: Encoded, spans: Spans) -> Ints:
    starts, ends = pieces.offsets[:, 0], pieces.offsets[:, 1]
    inside = np.zeros(len(pieces), dtype=bool)
    for start, end in spans:
        inside |= (starts < end) & (ends > start)
    return np.flatnonzero(inside)


def _mark(row: Ints, pieces: Encoded, spans: Spans, name: str, labels: tuple[str, ...]) -> None:
    for span in spans:
        at = _indices(pieces, [span])
        row[at] = labels.index(f"I-{name}")
        row[at[:1]] = labels.index(f"B-{name}")


def windows(article: Labelled, *, length: int, overlap: int, shift: int = 0) -> Iterator[Window]:
    """Windows over an article; the first is cut `shift` pieces short, which varies them from epoch to epoch."""
    start, end = 0, min(length - shift, len(article.pieces))
    while True:
        yield Window(article, start, end)
        if end >= len(article.pieces):
            return
        start, end = end - overlap, min(end - overlap + length, len(article.pieces))


def batches(found: Iterable[Window], *, pieces: int, rng: random.Random) -> list[list[Window]]:
    """Batches of windows of about one length, of at most `pieces` word pieces with their padding; shuffled."""
    out: list[list[Window]] = [[]]
    for window in sorted(found, key=lambda w: (w.end - w.start, rng.random())):
        if (window.end - window.start) * (len(out[-1]) + 1) > pieces:
            out.append([])
        out[-1].append(window)
    rng.shuffle(out)
    return out


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, each after the piece that begins it: places count from that piece."""

    ids: Tensor
    shapes: Tensor
    quotes: Tensor
    breaks: Tensor
    mask: Tensor
    is_anchor: Tensor
    weights: Tensor
    tags: Tensor
    entities: Tensor
    rows: Tensor  # (n,) which window an anchor is of
    anchors: Tensor  # (n,) its place in that window
    roles: Tensor  # (n, length)
    pronouns: Tensor  # (m, 2) which window a pronoun is of, its place in that window
    antecedents: Tensor  # (m, length) true where a piece of an antecedent is

    @property
    def inputs(self) -> tuple[Tensor, ...]:
        return self.ids, self.shapes, self.quotes, self.breaks, self.mask


def collate(group: list[Window]) -> Batch:
    length = 1 + max(w.end - w.start for w in group)

    def stack(values: list[Ints], fill: int, *, first: int) -> Tensor:
        out = np.full((len(values), length), fill, dtype=np.int64)
        out[:, 0] = first
        for row, value in zip(out, values, strict=True):
            row[1 : 1 + len(value)] = value
        return torch.from_numpy(out)

    def cut(name: str, *, first: int = 0) -> Tensor:
        return stack([getattr(w.article.pieces, name)[w.start : w.end] for w in group], 0, first=first)

    def labels(values: list[Ints]) -> Tensor:
        return stack(values, UNKNOWN, first=UNKNOWN)

    inside = [(i, k, w) for i, w in enumerate(group) for k, a in enumerate(w.article.anchors) if w.start <= a < w.end]
    rows = torch.tensor([i for i, _, _ in inside], dtype=torch.long)
    anchors = torch.tensor([w.article.anchors[k] - w.start + 1 for _, k, w in inside], dtype=torch.long)
    mask = stack([np.ones(w.end - w.start, dtype=np.int64) for w in group], 0, first=1).bool()
    is_anchor = torch.zeros(mask.shape)
    is_anchor[rows, anchors] = 1.0
    weights = torch.zeros(mask.shape)
    for row, w in zip(weights, group, strict=True):
        row[1 : 1 + w.end - w.start] = torch.from_numpy(w.article.weights[w.start : w.end])
    roles = [w.article.roles[k, w.start : w.end] for _, k, w in inside]
    pronouns, antecedents = _pronouns(group, length)
    return Batch(
        cut("ids", first=BEGIN), cut("shapes"), cut("quotes"), cut("breaks"), mask, is_anchor, weights,
        labels([w.article.tags[w.start : w.end] for w in group]),
        labels([w.article.entities[w.start : w.end] for w in group]),
        rows, anchors, labels(roles) if roles else torch.zeros((0, length), dtype=torch.long),
        pronouns, antecedents,
    )  # fmt: skip


def _pronouns(group: list[Window], length: int) -> tuple[Tensor, Tensor]:
    """The pronouns of a batch that have an antecedent in their window."""
    pronouns: list[tuple[int, int]] = []
    antecedents: list[Tensor] = []
    for i, w in enumerate(group):
        for place, means in w.article.links:
            inside = means[(means >= w.start) & (means < place)]
            if w.start <= place < w.end and len(inside):
                pronouns.append((i, place - w.start + 1))
                row = torch.zeros(length, dtype=torch.bool)
                row[inside - w.start + 1] = True
                antecedents.append(row)
    if not pronouns:
        return torch.zeros((0, 2), dtype=torch.long), torch.zeros((0, length), dtype=torch.bool)
    return torch.tensor(pronouns), torch.stack(antecedents)
