"""The network: a small BERT encoder with heads for anchors, roles, tags and entities.

An attribution is read in two steps. The anchor head finds the first word piece of every cue. The role head then
labels every piece of the window for one anchor at a time (content, source, cue), so that one source can serve
several cues and the pieces of one content need not touch. Tags and entities are further heads on the same encoder.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from factbase.extract.features import BREAKS, QUOTES, SHAPES
from factbase.extract.labels import DISTANCES, ENTITIES, ROLES, TAGS


@dataclass(frozen=True, slots=True)
class Size:
    width: int = 384
    layers: int = 6
    heads: int = 12
    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 128


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
        self.dropout = nn.Dropout(dropout)
        self.anchor = nn.Linear(size.width, 1)
        self.tags = nn.Linear(size.width, len(TAGS))
        self.entities = nn.Linear(size.width, len(ENTITIES))
        # of the anchor: what it asks; of every piece: what it answers; added and multiplied, they give its role
        self.asks = nn.Linear(size.width, 2 * size.hidden)
        self.answers = nn.Linear(size.width, 2 * size.hidden)
        self.distance = nn.Embedding(len(DISTANCES) + 1, size.hidden)
        self.roles = nn.Linear(2 * size.hidden, len(ROLES))
        for table in (self.shapes, self.quotes, self.breaks):
            nn.init.normal_(table.weight, std=0.02)

    def embed(self, ids: Tensor, shapes: Tensor, quotes: Tensor, breaks: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places) + self.shapes(shapes) + self.quotes(quotes) + self.breaks(breaks)
        return self.dropout(self.norm(x))

    def forward(self, ids: Tensor, shapes: Tensor, quotes: Tensor, breaks: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Of word pieces (batch, length), `mask` true where there is one: anchors, tags, entities, asks, answers."""
        x = self.embed(ids, shapes, quotes, breaks)
        attend = torch.zeros(mask.shape, dtype=x.dtype, device=x.device).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attend.to(x.dtype))
        return self.anchor(x)[..., 0], self.tags(x), self.entities(x), self.asks(x), self.answers(x)

    def role_logits(self, asks: Tensor, answers: Tensor, anchors: Tensor) -> Tensor:
        """(n, length, roles) for n anchors, of asks (n, 2h), answers (n, length, 2h), anchors' places (n,)."""
        h = self.size.hidden
        steps = torch.arange(answers.shape[1], device=answers.device)[None, :] - anchors[:, None]
        far = self.distance(torch.bucketize(steps, torch.tensor(DISTANCES, device=steps.device), right=True))
        added = functional.relu(asks[:, None, :h] + answers[..., :h] + far)
        return self.roles(torch.cat([added, asks[:, None, h:] * answers[..., h:]], dim=-1))


def pretrained(folder: Path, *, dropout: float = 0.1) -> Reader:
    """A reader whose encoder starts from a BERT in `model.safetensors`; its heads start at random."""
    weights = load_file(folder / "model.safetensors")
    reader = Reader(Size(), dropout=dropout)
    state = reader.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"]
    state["places.weight"] = weights["embeddings.position_embeddings.weight"]
    # there is one segment only, so its embedding is part of every place's
    state["places.weight"] = state["places.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for i in range(reader.size.layers):
            old, new = f"encoder.layer.{i}", f"layers.{i}"
            state[f"{new}.qkv.{part}"] = torch.cat(
                [weights[f"{old}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
            for ours, theirs in (
                ("out", "attention.output.dense"),
                ("norm1", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm2", "output.LayerNorm"),
            ):
                state[f"{new}.{ours}.{part}"] = weights[f"{old}.{theirs}.{part}"]
    reader.load_state_dict(state)
    return reader
