"""Runs the network. The only file that imports onnxruntime."""

import hashlib
import json
import math
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from factbase.errors import ModelError
from factbase.extract.features import BEGIN, FEATURE_VERSION, Encoded, Ints, load_tokenizer
from factbase.extract.labels import BACK, DISTANCES, ENTITIES, ROLES

MODEL = Path(__file__).parent / "model"
INPUTS = ("ids", "shapes", "quotes", "breaks")

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces `start` to `end` of a text."""

    pieces: Encoded
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the network says of one window of n word pieces.

    `anchors` (n,) are probabilities that a cue begins; `entities` (n, entity labels) are logits; `asks` and
    `answers` (n, 2 * hidden) are what the role head compares, `points` (n, 2 * hidden) that of antecedents.
    """

    anchors: Floats
    entities: Floats
    asks: Floats
    answers: Floats
    points: Floats


@dataclass(frozen=True, slots=True)
class Settings:
    """What training chose on the development split.

    A place is read as a cue's beginning if its anchor is at least `threshold`, inside another's content
    `nested_threshold`; what is read is a statement if its confidence is at least `least_confidence`, what is read in a
    content by itself (inner.py) `inner_confidence`. `calibration` are the weights of a logistic regression.
    """

    version: str
    features: int
    window: int
    overlap: int
    threshold: float
    nested_threshold: float
    least_confidence: float
    inner_confidence: float
    calibration: tuple[float, ...]


class Tagger:
    """The model in a folder: `reader.onnx`, `roles.npz`, `tokenizer.json` and `settings.json`.

    `threads` of 0 leaves the number to onnxruntime: one for each core.
    """

    def __init__(self, folder: Path = MODEL, *, threads: int = 0) -> None:
        self.folder = folder
        self.settings = _settings(folder)
        self.tokenizer = load_tokenizer(folder / "tokenizer.json")
        with np.load(folder / "roles.npz") as weights:
            self._distance: Floats = weights["distance"]
            self._roles: Floats = weights["roles"]
            self._bias: Floats = weights["bias"]
            self._back: Floats = weights["back"]
        self._session = _session(folder / "reader.onnx", threads)

    @cached_property
    def version(self) -> str:
        """The model's version and the first digits of its file's sha256."""
        digest = hashlib.sha256((self.folder / "reader.onnx").read_bytes()).hexdigest()
        return f"{self.settings.version}+{digest[:12]}"

    def tag(self, window: Window) -> Tagged:
        """Windows are run one by one: nothing is padded, and what is read of a text never depends on its neighbours
        (the scale of quantised activations is that of the whole input)."""
        feed = {name: _begun(name, getattr(window.pieces, name)[window.start : window.end]) for name in INPUTS}
        anchors, entities, asks, answers, points = (read[0, 1:] for read in self._session.run(None, feed))
        return Tagged(1 / (1 + np.exp(-anchors)), entities, asks, answers, points)

    def roles(self, tagged: Tagged, anchors: Ints) -> Floats:
        """Log-probabilities (anchors, n, role labels) of every piece's role for each anchor."""
        hidden = self._distance.shape[1]
        steps = np.arange(len(tagged.anchors))[None, :] - anchors[:, None]
        far = self._distance[np.searchsorted(DISTANCES, steps, side="right")]
        asks, answers = tagged.asks[anchors][:, None, :], tagged.answers[None]
        added = np.maximum(asks[..., :hidden] + answers[..., :hidden] + far, 0)
        matched = asks[..., hidden:] * answers[..., hidden:]
        logits = added @ self._roles[:hidden] + matched @ self._roles[hidden:] + self._bias
        return np.asarray(logits - _logsumexp(logits), dtype=np.float32)

    def antecedents(self, tagged: Tagged, pronouns: Ints) -> Floats:
        """Probabilities (pronouns, n) that a piece before each pronoun names what it means; 0 from there on, and for
        the first piece of all."""
        hidden = self._distance.shape[1]
        back = pronouns[:, None] - np.arange(len(tagged.points))[None, :]
        logits = tagged.points[pronouns, :hidden] @ tagged.points[:, hidden:].T / math.sqrt(hidden)
        logits = logits + self._back[np.searchsorted(BACK, back, side="right")]
        logits[back <= 0] = -1e9
        return np.asarray(np.exp(logits - _logsumexp(logits)), dtype=np.float32) * (back > 0)


def _begun(name: str, pieces: Ints) -> Ints:
    """One input of the network: a window with what stands before it."""
    return np.concatenate([[BEGIN if name == "ids" else 0], pieces])[None]


def _logsumexp(logits: Floats) -> Floats:
    top = logits.max(axis=-1, keepdims=True)
    return np.asarray(top + np.log(np.exp(logits - top).sum(axis=-1, keepdims=True)))


def _settings(folder: Path) -> Settings:
    try:
        found = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(f"no model in {folder}: settings.json is missing") from None
    if found["features"] != FEATURE_VERSION or found["roles"] != list(ROLES) or found["entities"] != list(ENTITIES):
        raise ModelError(
            f"the model in {folder} was trained on features {found['features']}, this program computes "
            f"{FEATURE_VERSION}: use the model that came with it, or train one (docs/model.md)"
        )
    return Settings(
        version=found["version"],
        features=found["features"],
        window=found["window"],
        overlap=found["overlap"],
        threshold=found["threshold"],
        nested_threshold=found["nested_threshold"],
        least_confidence=found["least_confidence"],
        inner_confidence=found["inner_confidence"],
        calibration=tuple(found["calibration"]),
    )


def _session(path: Path, threads: int) -> Any:  # onnxruntime ships no types
    # imported here since it takes 160 ms and only extraction needs it
    import onnxruntime  # noqa: PLC0415
    from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidProtobuf, NoSuchFile  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (Fail, InvalidProtobuf, NoSuchFile) as error:
        raise ModelError(f"the model {path} cannot be loaded: {str(error).splitlines()[0]}") from error
