"""Train the reader on PolNeAR's train split; a checkpoint after every epoch, from which an interrupted run goes on.

The model that the program ships was made in two runs, see the Makefile's target `model`: one on the articles, one
that goes on from it at lower rates on articles and variants of them (training/augment.py).
"""

import argparse
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from factbase.extract.features import FEATURE_VERSION, SHAPES, load_tokenizer
from training.augment import variant
from training.corpus import articles, silver_entities
from training.data import UNKNOWN, Batch, Labelled, Window, batches, collate, label, windows
from training.network import Reader, pretrained

REPORT = 50  # steps

MASK = 103  # the [MASK] of BERT's vocabulary


@dataclass(frozen=True)
class Options:
    epochs: int = 8
    seed: int = 1
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    rate: float = 1.0  # times both
    warmup: float = 0.06
    window: int = 320
    overlap: int = 20
    pieces: int = 12 * 320  # in one batch, padding counted
    word_dropout: float = 0.05
    case_dropout: float = 0.08  # windows whose letters all look like small ones
    quote_dropout: float = 0.04  # windows whose quotation marks are not seen
    variants: float = 0.0  # share of articles of which an epoch reads a variant, too
    weights: tuple[float, float, float, float] = (3.0, 1.0, 0.4, 0.2)  # anchors, roles, tags, entities


class Split:
    """One split of the corpus, labelled; makes the batches of every epoch."""

    def __init__(self, corpora: Path, name: str, tokenizer: Tokenizer, *, inside: float = 1.0) -> None:
        self.tokenizer = tokenizer
        self.articles = articles(corpora / "polnear" / name)
        names = silver_entities(corpora / "polnear" / f"corenlp-{name}.jsonl.gz")
        self.labelled = [label(a, tokenizer, names.get(a.name), inside=inside) for a in self.articles]

    def epoch(self, options: Options, epoch: int) -> list[list[Window]]:
        """The articles cut at other places each time, and variants of some."""
        rng = random.Random(options.seed * 1000 + epoch)
        read = [*self.labelled, *self._variants(options.variants, rng)]
        shifts = [rng.randrange(options.window // 2) if epoch else 0 for _ in read]
        found = [
            window
            for article, shift in zip(read, shifts, strict=True)
            for window in windows(article, length=options.window, overlap=options.overlap, shift=shift)
        ]
        return batches(found, pieces=options.pieces, rng=rng)

    def _variants(self, share: float, rng: random.Random) -> list[Labelled]:
        made = (variant(a, rng) for a in self.articles if rng.random() < share)
        return [label(a, self.tokenizer, None) for a in made if a]


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

    found = functional.binary_cross_entropy_with_logits(anchor.float(), batch.is_anchor, reduction="none")
    return (
        (found * batch.weights).sum() / count,
        nll(roles, batch.roles),
        nll(tags, batch.tags),
        nll(entities, batch.entities),
    )


def mangle(batch: Batch, options: Options) -> Batch:
    """The batch as worse typography would show it: words unseen, capitals gone, quotation marks lost."""

    def chosen(share: float, *shape: int) -> torch.Tensor:
        return torch.rand(*shape) < share

    rows, length = batch.ids.shape
    unseen = chosen(options.word_dropout, rows, length) & (batch.is_anchor == 0)
    small = chosen(options.case_dropout, rows, 1) & ((batch.shapes > 0) & (batch.shapes < SHAPES.index("digit")))
    return replace(
        batch,
        ids=batch.ids.masked_fill(unseen, MASK),
        shapes=batch.shapes.masked_fill(small, 0),
        quotes=batch.quotes.masked_fill(chosen(options.quote_dropout, rows, 1), 0),
    )


def train(reader: Reader, split: Split, dev: Split, options: Options, out: Path) -> None:
    optimiser = _optimiser(reader, options)
    total = sum(len(split.epoch(options, epoch)) for epoch in range(options.epochs))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _rate(total, options.warmup))
    for epoch in range(_resume(reader, optimiser, schedule, out), options.epochs):
        torch.manual_seed(options.seed * 1000 + epoch)
        _epoch(reader, split.epoch(options, epoch), optimiser, schedule, options)
        state = {"reader": reader.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict()}
        torch.save(state | {"epoch": epoch + 1}, out / "last.pt")
        torch.save(reader.state_dict(), out / f"epoch{epoch + 1}.pt")
        print(json.dumps({"epoch": epoch + 1, "dev": evaluate(reader, dev, options)}), flush=True)


def _epoch(
    reader: Reader,
    groups: list[list[Window]],
    optimiser: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    options: Options,
) -> None:
    reader.train()
    started, seen, running = time.monotonic(), 0, torch.zeros(len(options.weights))
    for step, group in enumerate(groups, start=1):
        batch = mangle(collate(group), options)
        parts = torch.stack(losses(reader, batch))
        (parts @ torch.tensor(options.weights) / 10).backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
        seen += int(batch.mask.sum())
        running += parts.detach() / REPORT
        if step % REPORT == 0:
            speed = seen / (time.monotonic() - started)
            print(step, len(groups), [round(x, 3) for x in running.tolist()], f"{speed:.0f} pieces/s", flush=True)
            running.zero_()


def evaluate(reader: Reader, split: Split, options: Options) -> list[float]:
    """The mean losses; what the program finds with the model is measured by training.tune."""
    reader.eval()
    plain = replace(options, variants=0.0)
    with torch.no_grad():
        parts = torch.tensor([[float(p) for p in losses(reader, collate(group))] for group in split.epoch(plain, 0)])
    return [round(float(x), 4) for x in parts.mean(dim=0)]


def _optimiser(reader: Reader, options: Options) -> torch.optim.Optimizer:
    # the vocabulary's vectors stay as they were pretrained: 600,000 words are too few to move them well
    for table in (reader.words, reader.places):
        table.weight.requires_grad = False
    learnt = [(name.startswith(("layers", "norm")), p) for name, p in reader.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for encoder, p in learnt if encoder], "lr": options.encoder_rate * options.rate},
        {"params": [p for encoder, p in learnt if not encoder], "lr": options.head_rate * options.rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


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
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, instead of the encoder alone")
    parser.add_argument("--epochs", type=int, default=Options.epochs)
    parser.add_argument("--seed", type=int, default=Options.seed)
    parser.add_argument("--rate", type=float, default=Options.rate, help="times the learning rates")
    parser.add_argument("--variants", type=float, default=Options.variants, help="share of articles made variants of")
    parser.add_argument("--inside", type=float, default=1.0, help="weight of no anchor inside contents")
    args = parser.parse_args()
    options = Options(epochs=args.epochs, seed=args.seed, rate=args.rate, variants=args.variants)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    reader = pretrained(args.encoder)
    if args.start:
        reader.load_state_dict(torch.load(args.start, weights_only=True))
    tokenizer = load_tokenizer(args.encoder / "tokenizer.json")
    print(f"features {FEATURE_VERSION}, {options}", flush=True)
    split = Split(args.corpora, "train", tokenizer, inside=args.inside)
    dev = Split(args.corpora, "dev", tokenizer)
    train(reader, split, dev, options, args.out)


if __name__ == "__main__":
    main()
