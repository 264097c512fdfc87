"""Train the reader on PolNeAR's train split; a checkpoint after every epoch, from which an interrupted run goes on.

python -m training.train --corpora ../shared/corpora --encoder FOLDER --out build/model
"""

import argparse
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch.nn import functional

from factbase.extract.features import FEATURE_VERSION, SHAPES, load_tokenizer
from training.corpus import articles, silver_entities
from training.data import UNKNOWN, Batch, Labelled, batches, collate, label, windows
from training.network import Reader, pretrained

MASK = 103  # the [MASK] of BERT's vocabulary


@dataclass(frozen=True)
class Options:
    epochs: int = 8
    seed: int = 1
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    window: int = 320
    overlap: int = 20
    pieces: int = 12 * 320  # in one batch, padding counted
    word_dropout: float = 0.05
    case_dropout: float = 0.08  # windows whose letters all look like small ones
    quote_dropout: float = 0.04  # windows whose quotation marks are not seen
    weights: tuple[float, float, float, float] = (3.0, 1.0, 0.4, 0.2)  # anchors, roles, tags, entities


def load(corpora: Path, split: str, tokenizer_path: Path) -> list[Labelled]:
    tokenizer = load_tokenizer(tokenizer_path)
    names = silver_entities(corpora / "polnear" / f"corenlp-{split}.jsonl.gz")
    return [label(a, tokenizer, names.get(a.name)) for a in articles(corpora / "polnear" / split)]


def losses(reader: Reader, batch: Batch) -> tuple[torch.Tensor, ...]:
    """Negative log-likelihoods of anchors, roles, tags and entities, in nats for each attribution of the batch."""
    with torch.autocast("cpu", torch.bfloat16):
        anchor, tags, entities, asks, answers = reader(*batch.inputs)
        roles = reader.role_logits(asks[batch.rows, batch.anchors], answers[batch.rows], batch.anchors)
    count = max(1, len(batch.anchors))

    def nll(logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        return (
            functional.cross_entropy(logits.float().transpose(1, 2), target, ignore_index=UNKNOWN, reduction="sum")
            / count
        )

    found = functional.binary_cross_entropy_with_logits(anchor.float(), batch.is_anchor, reduction="none")[batch.mask]
    return found.sum() / count, nll(roles, batch.roles), nll(tags, batch.tags), nll(entities, batch.entities)


def mangle(batch: Batch, options: Options, draw: torch.Generator) -> Batch:
    """The batch as worse typography would show it: words unseen, capitals gone, quotation marks lost."""

    def chosen(share: float, *shape: int) -> torch.Tensor:
        return torch.rand(*shape, generator=draw) < share

    rows, length = batch.ids.shape
    unseen = chosen(options.word_dropout, rows, length) & (batch.is_anchor == 0)
    small = chosen(options.case_dropout, rows, 1) & ((batch.shapes > 0) & (batch.shapes < SHAPES.index("digit")))
    return replace(
        batch,
        ids=batch.ids.masked_fill(unseen, MASK),
        shapes=batch.shapes.masked_fill(small, 0),
        quotes=batch.quotes.masked_fill(chosen(options.quote_dropout, rows, 1), 0),
    )


def train(reader: Reader, data: list[Labelled], dev: list[Labelled], options: Options, out: Path) -> None:
    # the vocabulary's vectors stay as they were pretrained: 900,000 words are too few to move them well
    for table in (reader.words, reader.places):
        table.weight.requires_grad = False
    encoder = [p for n, p in reader.named_parameters() if p.requires_grad and n.startswith(("layers", "norm"))]
    heads = [p for n, p in reader.named_parameters() if p.requires_grad and not n.startswith(("layers", "norm"))]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": options.encoder_rate}, {"params": heads, "lr": options.head_rate}],
        weight_decay=0.01, fused=True,
    )  # fmt: skip
    total = options.epochs * len(_epoch(data, options, 0))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _rate(total, options.warmup))
    first = _resume(reader, optimiser, schedule, out)
    for epoch in range(first, options.epochs):
        started, seen, running = time.monotonic(), 0, torch.zeros(4)
        draw = torch.Generator().manual_seed(options.seed * 1000 + epoch)
        torch.manual_seed(options.seed * 1000 + epoch)
        reader.train()
        groups = _epoch(data, options, epoch)
        for step, group in enumerate(groups, start=1):
            batch = mangle(collate(group), options, draw)
            parts = losses(reader, batch)
            loss = sum(w * part for w, part in zip(options.weights, parts, strict=True)) / 10
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            seen += int(batch.mask.sum())
            running += torch.tensor([float(p.detach()) for p in parts])
            if step % 50 == 0:
                speed = seen / (time.monotonic() - started)
                print(
                    epoch, step, len(groups), [round(float(x) / 50, 3) for x in running], f"{speed:.0f}/s", flush=True
                )
                running.zero_()
        torch.save({"reader": reader.state_dict(), "optimiser": optimiser.state_dict(),
                    "schedule": schedule.state_dict(), "epoch": epoch + 1}, out / "last.pt")  # fmt: skip
        torch.save(reader.state_dict(), out / f"epoch{epoch + 1}.pt")
        print(json.dumps({"epoch": epoch + 1, "dev": evaluate(reader, dev, options)}), flush=True)


def evaluate(reader: Reader, data: list[Labelled], options: Options) -> list[float]:
    reader.eval()
    found = [w for article in data for w in windows(article, length=options.window, overlap=options.overlap)]
    groups = batches(found, pieces=options.pieces, rng=random.Random(0))
    with torch.no_grad():
        parts = torch.tensor([[float(p) for p in losses(reader, collate(group))] for group in groups])
    return [round(float(x), 4) for x in parts.mean(dim=0)]


def _epoch(data: list[Labelled], options: Options, epoch: int) -> list[list]:
    rng = random.Random(options.seed * 1000 + epoch)
    found = [
        w for article in data
        for w in windows(article, length=options.window, overlap=options.overlap,
                         shift=rng.randrange(options.window // 2) if epoch else 0)
    ]  # fmt: skip
    return batches(found, pieces=options.pieces, rng=rng)


def _rate(total: int, warmup: float) -> Callable[[int], float]:
    """Rises over the first steps, then falls to nothing along a line."""
    rising = max(1, int(total * warmup))
    return lambda step: min(step / rising, max(0.0, (total - step) / (total - rising)))


def _resume(
    reader: Reader, optimiser: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LambdaLR, out: Path
) -> int:
    path = out / "last.pt"
    if not path.exists():
        return 0
    state = torch.load(path)
    reader.load_state_dict(state["reader"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    return int(state["epoch"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=Options.epochs)
    parser.add_argument("--seed", type=int, default=Options.seed)
    args = parser.parse_args()
    options = Options(epochs=args.epochs, seed=args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    reader = pretrained(args.encoder)
    tokenizer = args.encoder / "tokenizer.json"
    print(f"features {FEATURE_VERSION}, {options}", flush=True)
    train(reader, load(args.corpora, "train", tokenizer), load(args.corpora, "dev", tokenizer), options, args.out)


if __name__ == "__main__":
    main()
