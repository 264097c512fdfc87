"""Train the reader on PolNeAR's train split; a checkpoint after every epoch, from which an interrupted run goes on.

The model that the program ships was made in two runs, see the Makefile's target `model`: one on the articles, one
that goes on from it at lower rates on articles and variants of them (training/augment.py).
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from factbase.extract.features import FEATURE_VERSION, SHAPES, load_tokenizer
from training import coreference
from training.augment import variant
from training.corpus import articles, silver_entities
from training.data import Batch, Labelled, Window, batches, collate, label, linked, unlabelled, windows
from training.losses import Taught, losses, taught
from training.network import MASK, SIZES, Reader, pretrained, read

REPORT = 50  # steps


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
    trust: float = 0.0  # share of the teacher in the targets
    taught: int = 2  # cuts into windows that the teacher reads; later epochs go through them again
    weights: tuple[float, ...] = (3.0, 1.0, 0.4, 0.2, 5.0)  # anchors, roles, tags, entities, antecedents


class Split:
    """One split of the corpus, labelled; makes the batches of every epoch."""

    def __init__(
        self, corpora: Path, name: str, tokenizer: Tokenizer, *, inside: float = 1.0, antecedents: bool = False
    ) -> None:
        self.tokenizer = tokenizer
        self.articles = articles(corpora / "polnear" / name)
        names = silver_entities(corpora / "polnear" / f"corenlp-{name}.jsonl.gz")
        self.labelled = [label(a, tokenizer, names.get(a.name), inside=inside) for a in self.articles]
        self.others: list[Labelled] = []
        if antecedents:
            texts = {a.name: a.text for a in self.articles}
            links = coreference.silver(corpora / "polnear" / f"corenlp-{name}.jsonl.gz", texts)
            self.labelled = [linked(a, links.get(a.name, ())) for a in self.labelled]
            by_hand = [
                *coreference.gum(corpora / "gum", name),
                *coreference.gap(corpora / "gap" / coreference.GAP[name]),
            ]
            self.others = [linked(unlabelled(text, tokenizer), links) for text, links in by_hand]

    def epoch(self, options: Options, epoch: int) -> list[list[Window]]:
        """The articles cut at other places each time, and variants of some."""
        rng = random.Random(options.seed * 1000 + epoch)
        read = [*self.labelled, *self.others, *self._variants(options.variants, rng)]
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


Lesson = tuple[Batch, Taught | None]


class Lessons:
    """The batches of every epoch, with what a teacher makes of them, who sees the text as it is."""

    def __init__(self, split: Split, options: Options, teacher: Reader | None) -> None:
        self.split, self.options, self.teacher = split, options, teacher
        self._told: dict[int, list[Lesson]] = {}

    def epoch(self, epoch: int) -> Iterator[Lesson]:
        if self.teacher is None:
            yield from ((collate(group), None) for group in self.split.epoch(self.options, epoch))
            return
        cut = epoch % self.options.taught
        if cut in self._told:
            random.Random(self.options.seed + epoch).shuffle(self._told[cut])
            yield from self._told[cut]
            return
        told = []
        for group in self.split.epoch(self.options, cut):
            told.append(self._taught(self.teacher, collate(group)))
            yield told[-1]
        self._told[cut] = told

    def _taught(self, teacher: Reader, batch: Batch) -> Lesson:
        return taught(teacher, batch) if len(batch.rows) else (batch, None)

    def __len__(self) -> int:
        cuts = range(self.options.epochs) if self.teacher is None else range(self.options.taught)
        steps = [len(self.split.epoch(self.options, cut)) for cut in cuts]
        return sum(steps[epoch % len(steps)] for epoch in range(self.options.epochs))


def train(reader: Reader, lessons: Lessons, dev: Split, options: Options, out: Path) -> None:
    optimiser = _optimiser(reader, options)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _rate(len(lessons), options.warmup))
    for epoch in range(_resume(reader, optimiser, schedule, out), options.epochs):
        torch.manual_seed(options.seed * 1000 + epoch)
        _epoch(reader, lessons.epoch(epoch), optimiser, schedule, options)
        state = {"reader": reader.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict()}
        torch.save(state | {"epoch": epoch + 1}, out / "last.pt")
        torch.save(reader.state_dict(), out / f"epoch{epoch + 1}.pt")
        print(json.dumps({"epoch": epoch + 1, "dev": evaluate(reader, dev, options)}), flush=True)


def _epoch(
    reader: Reader,
    lessons: Iterable[Lesson],
    optimiser: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    options: Options,
) -> None:
    reader.train()
    started, seen, running = time.monotonic(), 0, torch.zeros(len(options.weights))
    for step, (plain, teaching) in enumerate(lessons, start=1):
        batch = mangle(plain, options)
        parts = torch.stack(losses(reader, batch, teaching, trust=options.trust))
        (parts @ torch.tensor(options.weights) / 10).backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
        seen += int(batch.mask.sum())
        running += parts.detach() / REPORT
        if step % REPORT == 0:
            speed = seen / (time.monotonic() - started)
            print(step, [round(x, 3) for x in running.tolist()], f"{speed:.0f} pieces/s", flush=True)
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
    for name, weight in reader.named_parameters():
        weight.requires_grad = not name.startswith(("words", "places", "steps"))
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
    parser.add_argument("--size", choices=SIZES, default="small", help="of the encoder in that folder")
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from, instead of the encoder alone")
    parser.add_argument("--epochs", type=int, default=Options.epochs)
    parser.add_argument("--seed", type=int, default=Options.seed)
    parser.add_argument(
        "--encoder-rate", type=float, default=Options.encoder_rate, help="of learning; the heads' is fixed"
    )
    parser.add_argument("--rate", type=float, default=Options.rate, help="times the learning rates")
    parser.add_argument("--variants", type=float, default=Options.variants, help="share of articles made variants of")
    parser.add_argument("--inside", type=float, default=1.0, help="weight of no anchor inside contents")
    parser.add_argument("--antecedents", action="store_true", help="learn whom pronouns mean, too")
    parser.add_argument("--teacher", type=Path, help="a checkpoint of size base to learn from, too")
    parser.add_argument("--trust", type=float, default=0.0, help="share of the teacher in the targets")
    args = parser.parse_args()
    options = Options(
        epochs=args.epochs, seed=args.seed, encoder_rate=args.encoder_rate, rate=args.rate, variants=args.variants,
        trust=args.trust,
    )  # fmt: skip
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    reader = pretrained(args.encoder, size=SIZES[args.size])
    if args.start:
        reader.load_state_dict(torch.load(args.start, weights_only=True))
    tokenizer = load_tokenizer(args.encoder / "tokenizer.json")
    print(f"features {FEATURE_VERSION}, {options}", flush=True)
    split = Split(args.corpora, "train", tokenizer, inside=args.inside, antecedents=args.antecedents)
    dev = Split(args.corpora, "dev", tokenizer, antecedents=args.antecedents)
    teacher = read(args.teacher, SIZES["base"]) if args.teacher else None
    train(reader, Lessons(split, options, teacher), dev, options, args.out)


if __name__ == "__main__":
    main()
