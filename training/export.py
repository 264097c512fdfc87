"""Turn a checkpoint into the files that the program loads: ONNX, in whole numbers of 7 bits, per channel.

python -m training.export --checkpoint build/taught/epoch5.pt --encoder FOLDER --out factbase/extract/model
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from factbase.extract.features import FEATURE_VERSION
from factbase.extract.labels import ENTITIES, ROLES
from training.network import Reader, read

INPUTS = ["ids", "shapes", "quotes", "breaks"]
OUTPUTS = ["anchors", "entities", "asks", "answers", "points"]


class FusedAttention(torch.autograd.Function):
    """onnxruntime's own operator for attention, several times faster than its parts: query, key, value side by side."""

    @staticmethod
    def forward(ctx: object, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, heads: int) -> torch.Tensor:  # noqa: ARG004
        return q

    @staticmethod
    def symbolic(g: object, q: object, k: object, v: object, heads: int) -> object:
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


class Rows(torch.nn.Module):
    """A table of vectors in whole numbers of 8 bits, each row with a scale of its own."""

    def __init__(self, table: torch.Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(dim=1, keepdim=True) / 127
        self.register_buffer("rows", (table / scale.clamp(min=1e-12)).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        rows: torch.Tensor = self.get_buffer("rows")[ids].float() * self.get_buffer("scale")[ids]
        return rows


class Runtime(torch.nn.Module):
    """The reader without what only training needs: one window at a time, so nothing is padded or masked."""

    def __init__(self, reader: Reader, *, quantised: bool) -> None:
        super().__init__()
        self.reader = reader
        if quantised:
            reader.words = Rows(reader.words.weight.detach())  # type: ignore[assignment]

    def forward(self, *inputs: torch.Tensor) -> tuple[torch.Tensor, ...]:
        reader = self.reader
        x = reader.embed(*inputs)
        for layer in reader.layers:
            q, k, v = layer.qkv(x).split(reader.size.width, dim=-1)
            x = layer.join(x, FusedAttention.apply(q, k, v, layer.heads))
        return reader.anchor(x)[..., 0], reader.entities(x), reader.asks(x), reader.answers(x), reader.points(x)


def to_onnx(reader: Reader, path: Path, *, quantised: bool) -> None:
    sample = tuple(torch.ones((1, 16), dtype=torch.long) for _ in INPUTS)
    axes = {name: {1: "pieces"} for name in [*INPUTS, *OUTPUTS]}
    torch.onnx.export(
        Runtime(reader, quantised=quantised).eval(), sample, str(path), input_names=INPUTS, output_names=OUTPUTS,
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantise(path: Path, out: Path) -> None:
    """Matrices per channel, with 7 bits: 8 saturate on processors without VNNI, one scale for all loses 5 points."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(path), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            prepared, out, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
            weight_type=QuantType.QInt8,
        )  # fmt: skip


def write_tokenizer(source: Path, out: Path) -> None:
    """The encoder's tokenizer without its limits of length: windows are cut by the program."""
    found = json.loads(source.read_text(encoding="utf-8"))
    found |= {"truncation": None, "padding": None, "post_processor": None}
    out.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def mean(checkpoints: Sequence[Path]) -> Reader:
    """The mean of several checkpoints' weights."""
    readers = [read(path) for path in checkpoints]
    states = [reader.state_dict() for reader in readers]
    readers[0].load_state_dict({name: torch.stack([s[name] for s in states]).mean(dim=0) for name in states[0]})
    return readers[0]


def export(checkpoints: Sequence[Path], encoder: Path, out: Path, *, version: str, quantised: bool = True) -> None:
    out.mkdir(parents=True, exist_ok=True)
    reader = mean(checkpoints)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "reader.onnx"
        to_onnx(reader, whole, quantised=quantised)
        if quantised:
            quantise(whole, out / "reader.onnx")
        else:
            shutil.copy(whole, out / "reader.onnx")
    np.savez(
        out / "roles.npz",
        distance=reader.distance.weight.detach().numpy(),
        roles=reader.roles.weight.detach().numpy().T,
        bias=reader.roles.bias.detach().numpy(),
        back=reader.back.weight.detach().numpy()[:, 0],
    )
    write_tokenizer(encoder / "tokenizer.json", out / "tokenizer.json")
    settings = {
        "version": version, "features": FEATURE_VERSION, "roles": list(ROLES), "entities": list(ENTITIES),
        "window": 320, "overlap": 96, "threshold": 0.2, "nested_threshold": 0.5, "least_confidence": 0.0,
        "inner_confidence": 1.1, "calibration": [0.0, 1.0, *[0.0] * 7],
    }  # fmt: skip
    (out / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, nargs="+", required=True, help="of several the mean")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="dev")
    parser.add_argument("--float", action="store_true", help="leave the weights as they are")
    args = parser.parse_args()
    export(args.checkpoint, args.encoder, args.out, version=args.version, quantised=not args.float)


if __name__ == "__main__":
    main()
