"""The network: a small BERT encoder with heads for anchors, roles, tags and entities.

An attribution is read in two steps. The anchor head finds the first word piece of every cue. The role head then
labels every piece of the window for one anchor at a time (content, source, cue), so that one source can serve
several cues and the pieces of one content need not touch. Tags and entities are further heads on the same encoder.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from factbase.extract.features import BREAKS, QUOTES, SHAPES
from factbase.extract.labels import BACK, DISTANCES, ENTITIES, ROLES, TAGS

MASK = 103  # the [MASK] of BERT's vocabulary


@dataclass(frozen=True, slots=True)
class Size:
    width: int = 384
    layers: int = 6
    heads: int = 12
    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 128
    steps: int = 0  # of places from one another that attention knows, in classes; none: their own place only


SIZES = {"small": Size(), "deep": Size(layers=8), "base": Size(width=768, layers=12, steps=32)}


class Layer(nn.Module):
    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.up = nn.Linear(size.width, 4 * size.width)
        self.down = nn.Linear(4 * size.width, size.width)
        self.norm1 = nn.LayerNorm(size.width, eps=1e-12)
        self.norm2 = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return self.join(x, mixed.transpose(1, 2).reshape(batch, length, width))

    def join(self, x: Tensor, mixed: Tensor) -> Tensor:
        """The layer's output from its input and what attention made of it."""
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Reader(nn.Module):
    def __init__(self, size: Size, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        self.words = nn.Embedding(size.vocabulary, size.width)
        self.places = nn.Embedding(size.positions, size.width)
        self.shapes = nn.Embedding(len(SHAPES), size.width)
        self.quotes = nn.Embedding(len(QUOTES), size.width)
        self.breaks = nn.Embedding(len(BREAKS), size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        if size.steps:
            self.steps = nn.Embedding(size.steps, size.heads)
        self.dropout = nn.Dropout(dropout)
        self.anchor = nn.Linear(size.width, 1)
        self.tags = nn.Linear(size.width, len(TAGS))
        self.entities = nn.Linear(size.width, len(ENTITIES))
        # of the anchor: what it asks; of every piece: what it answers; added and multiplied, they give its role
        self.asks = nn.Linear(size.width, 2 * size.hidden)
        self.answers = nn.Linear(size.width, 2 * size.hidden)
        self.distance = nn.Embedding(len(DISTANCES) + 1, size.hidden)
        self.roles = nn.Linear(2 * size.hidden, len(ROLES))
        # of a pronoun: whom it looks for; of every piece before it: what it offers
        self.points = nn.Linear(size.width, 2 * size.hidden)
        self.back = nn.Embedding(len(BACK) + 1, 1)
        nn.init.zeros_(self.back.weight)
        for table in (self.shapes, self.quotes, self.breaks):
            nn.init.normal_(table.weight, std=0.02)

    def embed(self, ids: Tensor, shapes: Tensor, quotes: Tensor, breaks: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places) + self.shapes(shapes) + self.quotes(quotes) + self.breaks(breaks)
        return self.dropout(self.norm(x))

    def forward(self, ids: Tensor, shapes: Tensor, quotes: Tensor, breaks: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """What `heads` makes of word pieces (batch, length), `mask` true where there is one."""
        return self.heads(self.encoded(ids, shapes, quotes, breaks, mask))

    def encoded(self, ids: Tensor, shapes: Tensor, quotes: Tensor, breaks: Tensor, mask: Tensor) -> Tensor:
        """The last layer's vectors (batch, length, width)."""
        x = self.embed(ids, shapes, quotes, breaks)
        attend = self.attention(mask)
        for layer in self.layers:
            x = layer(x, attend)
        return x

    def heads(self, x: Tensor) -> tuple[Tensor, ...]:
        """Anchors, tags, entities, asks, answers, points."""
        return self.anchor(x)[..., 0], self.tags(x), self.entities(x), self.asks(x), self.answers(x), self.points(x)

    def attention(self, mask: Tensor) -> Tensor:
        """What is added to the scores of attention, (batch, heads or 1, length or 1, length)."""
        hidden = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        if not self.size.steps:
            return hidden
        places = torch.arange(mask.shape[1])
        classes = _classes(places[None, :] - places[:, None], self.size.steps)
        return self.steps(classes).permute(2, 0, 1)[None] + hidden

    def role_logits(self, asks: Tensor, answers: Tensor, anchors: Tensor) -> Tensor:
        """(n, length, roles) for n anchors, of asks (n, 2h), answers (n, length, 2h), anchors' places (n,)."""
        h = self.size.hidden
        steps = torch.arange(answers.shape[1], device=answers.device)[None, :] - anchors[:, None]
        far = self.distance(torch.bucketize(steps, torch.tensor(DISTANCES, device=steps.device), right=True))
        added = functional.relu(asks[:, None, :h] + answers[..., :h] + far)
        return self.roles(torch.cat([added, asks[:, None, h:] * answers[..., h:]], dim=-1))

    def antecedent_logits(self, points: Tensor, pronouns: Tensor) -> Tensor:
        """(n, length) for n pronouns, of points (n, length, 2h) and the pronouns' places (n,): minus infinity where
        nothing stands before them."""
        h = self.size.hidden
        asked = points[torch.arange(len(pronouns)), pronouns, :h]
        back = pronouns[:, None] - torch.arange(points.shape[1])[None, :]
        far = self.back(torch.bucketize(back, torch.tensor(BACK), right=True))[..., 0]
        scores = torch.einsum("nh,nlh->nl", asked, points[..., h:]).float() / math.sqrt(h) + far
        return scores.masked_fill(back <= 0, -torch.inf)


def _classes(steps: Tensor, count: int) -> Tensor:
    """Classes of steps as MPNet counts them: half of them back, half forward, each exact at first, then ever wider."""
    half, exact = count // 2, count // 4
    far = steps.abs()
    wide = exact + (torch.log(far.clamp(min=1) / exact) / math.log(128 / exact) * (half - exact)).long()
    return torch.where(far < exact, far, wide.clamp(max=half - 1)) + torch.where(steps > 0, half, 0)


def pretrained(folder: Path, *, size: Size = SIZES["small"], dropout: float = 0.1) -> Reader:
    """A reader whose encoder starts from `model.safetensors`, a BERT or, where steps count, an MPNet, grown to as many
    layers as it has; its heads start at random."""
    weights = load_file(folder / "model.safetensors")
    reader = Reader(size, dropout=dropout)
    found = _mpnet(weights) if size.steps else _bert(weights)
    names = MPNET if size.steps else BERT
    depth = len({name.split(".")[2] for name in weights if name.startswith("encoder.layer.")})
    for part in ("weight", "bias"):
        found[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for i in range(depth):
            for ours, theirs in names.items():
                joined = torch.cat([weights[f"encoder.layer.{i}.{name}.{part}"] for name in theirs])
                found[f"layers.{i}.{ours}.{part}"] = joined
    reader.load_state_dict(reader.state_dict() | grown(found, size.layers))
    return reader


def read(checkpoint: Path) -> Reader:
    """A trained reader, to be asked and not to be trained."""
    weights = torch.load(checkpoint, weights_only=True)
    reader = Reader(next(size for size in SIZES.values() if _fits(weights, size)))
    reader.load_state_dict(weights)
    return reader.eval().requires_grad_(requires_grad=False)


def _fits(weights: dict[str, Tensor], size: Size) -> bool:
    return weights["words.weight"].shape[1] == size.width and _depth(weights) == size.layers


def _depth(weights: dict[str, Tensor]) -> int:
    return len({name.split(".")[1] for name in weights if name.startswith("layers.")})


def grown(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """The weights of a deeper network that reads as the one at hand does, nearly: of its layers every second, from the
    last on, is followed by one that sees the same and adds nothing until it has learnt to."""
    depth = _depth(weights)
    followed = {depth - 1 - 2 * i for i in range(layers - depth)}
    out = {name: weight for name, weight in weights.items() if not name.startswith("layers.")}
    at = 0
    for i in range(depth):
        found = {name.split(".", 2)[2]: w for name, w in weights.items() if name.startswith(f"layers.{i}.")}
        for layer in (found, _idle(found)) if i in followed else (found,):
            out |= {f"layers.{at}.{name}": weight for name, weight in layer.items()}
            at += 1
    return out


def _idle(layer: dict[str, Tensor]) -> dict[str, Tensor]:
    """A layer after this one that asks the same questions and passes on what it is given."""
    scale, shift = layer["norm2.weight"], layer["norm2.bias"]
    spread, centre = (scale.square().mean() + shift.var(correction=0)).sqrt(), shift.mean()
    idle = {name: torch.zeros_like(w) if name.startswith(("out", "down")) else w.clone() for name, w in layer.items()}
    for norm in ("norm1", "norm2"):
        idle |= {f"{norm}.weight": spread.expand_as(scale).clone(), f"{norm}.bias": centre.expand_as(shift).clone()}
    return idle


SAME = {"up": ("intermediate.dense",), "down": ("output.dense",), "norm2": ("output.LayerNorm",)}
BERT = SAME | {
    "qkv": ("attention.self.query", "attention.self.key", "attention.self.value"),
    "out": ("attention.output.dense",),
    "norm1": ("attention.output.LayerNorm",),
}
MPNET = SAME | {
    "qkv": ("attention.attn.q", "attention.attn.k", "attention.attn.v"),
    "out": ("attention.attn.o",),
    "norm1": ("attention.LayerNorm",),
}


def _bert(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    # there is one segment only, so its embedding is part of every place's
    places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    return {"words.weight": weights["embeddings.word_embeddings.weight"], "places.weight": places}


def _mpnet(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """MPNet's vocabulary is BERT's with four words before it and its own mask behind it; places count from 2."""
    words = weights["embeddings.word_embeddings.weight"]
    known = words[4:-1].clone()
    known[MASK] = words[-1]
    return {
        "words.weight": known,
        "places.weight": weights["embeddings.position_embeddings.weight"][2:],
        "steps.weight": weights["encoder.relative_attention_bias.weight"],
    }
