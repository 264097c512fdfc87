"""The likeliest labels of all word pieces of a window together, for each anchor."""

import numpy as np
import numpy.typing as npt

from factbase.extract.features import Ints
from factbase.extract.labels import ROLES
from factbase.extract.tagger import Floats


def best_roles(scores: Floats) -> Ints:
    """Labels (anchors, n) of the likeliest sequences in which every I follows a B or I of its own kind."""
    labels: Ints = scores.argmax(axis=-1)
    # where the likeliest label of each piece by itself makes such a sequence, it is the likeliest: three in four do
    broken = np.flatnonzero(_is_broken(labels))
    if len(broken):
        # after the last other label an O goes with whatever stands before it
        end = np.flatnonzero((labels[broken] > 0).any(axis=0))[-1] + 1
        labels[broken, :end] = _viterbi(scores[broken, :end])
    return labels


def _is_broken(labels: Ints) -> npt.NDArray[np.bool_]:
    """Of sequences (anchors, n): whether an I follows another label than its own B or I."""
    before = np.concatenate([np.zeros_like(labels[:, :1]), labels[:, :-1]], axis=1)
    inside = (labels > 0) & (labels % 2 == 0)
    return np.asarray((inside & (before != labels) & (before != labels - 1)).any(axis=1))


def _viterbi(scores: Floats) -> Ints:
    count, length, labels = scores.shape
    allowed = np.full((labels, labels), -np.inf, dtype=np.float32)
    for after, name in enumerate(ROLES):
        for before, earlier in enumerate(ROLES):
            if not name.startswith("I-") or earlier[2:] == name[2:]:
                allowed[before, after] = 0
    best = scores[:, 0] + allowed[0]
    came = np.zeros((length, count, labels), dtype=np.int64)
    for step in range(1, length):
        through = best[:, :, None] + allowed
        came[step] = through.argmax(axis=1)
        best = through.max(axis=1) + scores[:, step]
    path = np.zeros((length, count), dtype=np.int64)
    path[-1] = best.argmax(axis=1)
    each = np.arange(count)
    for step in range(length - 1, 0, -1):
        path[step - 1] = came[step, each, path[step]]
    return path.T
