"""Train the reader on PolNeAR's train split; a checkpoint after every epoch, from which an interrupted run goes on.

Two runs make a model, see the Makefile's target `model` and docs/model.md: one of a large network, and one in which the
large one teaches a small one.
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
from torch import nn

from factbase.extract.features import FEATURE_VERSION, SHAPES, load_tokenizer
from training import coreference
from training.augment import variant
from training.corpus import articles, sentences, silver_entities
from training.data import Batch, Labelled, Window, batches, collate, label, linked, unlabelled, windows
from training.losses import Taught, losses, taught
from training.network import MASK, SIZES, Reader, pretrained, read
from training.swaps import Swaps

REPORT = 50  # steps


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
    variants: float = 0.0  # share of articles of which an epoch reads a variant, too
    trust: float = 0.0  # share of the teacher in the targets
    taught: int = 4  # cuts into windows that the teacher reads; later epochs go through them again
    swapped_windows: float = 0.6  # windows in which the teacher reads other words
    swapped_words: float = 0.12  # of their words
    weights: tuple[float, ...] = (3.0, 1.0, 0.4, 0.2, 2.0, 10.0)
    """Of anchors, roles, tags, entities, antecedents, vectors."""


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

    def add(self, texts: Iterable[str]) -> None:
        """Texts of which a teacher alone has something to tell."""
        self.others += [unlabelled(text, self.tokenizer) for text in texts]

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
        if teacher:
            self._swaps = Swaps(split.tokenizer, teacher.words.weight)

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
        options = self.options
        ids = self._swaps(batch, windows=options.swapped_windows, words=options.swapped_words)
        return taught(teacher, replace(batch, ids=ids))

    def __len__(self) -> int:
        cuts = range(self.options.epochs) if self.teacher is None else range(self.options.taught)
        steps = [len(self.split.epoch(self.options, cut)) for cut in cuts]
        return sum(steps[epoch % len(steps)] for epoch in range(self.options.epochs))


class Pupil(nn.Module):
    """A reader that learns; `bridge` leads from its vectors to its teacher's."""

    def __init__(self, reader: Reader, teacher: Reader | None) -> None:
        super().__init__()
        self.reader = reader
        self.bridge = nn.Linear(reader.size.width, teacher.size.width) if teacher else None


def train(reader: Reader, lessons: Lessons, dev: Split, options: Options, out: Path) -> None:
    pupil = Pupil(reader, lessons.teacher)
    optimiser = _optimiser(pupil, options)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _rate(len(lessons), options.warmup))
    for epoch in range(_resume(pupil, optimiser, schedule, out), options.epochs):
        torch.manual_seed(options.seed * 1000 + epoch)
        _epoch(pupil, lessons.epoch(epoch), optimiser, schedule, options)
        state = {"pupil": pupil.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict()}
        torch.save(state | {"epoch": epoch + 1}, out / "last.pt")
        torch.save(reader.state_dict(), out / f"epoch{epoch + 1}.pt")
        print(json.dumps({"epoch": epoch + 1, "dev": evaluate(reader, dev, options)}), flush=True)


def _epoch(
    pupil: Pupil,
    lessons: Iterable[Lesson],
    optimiser: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    options: Options,
) -> None:
    pupil.train()
    started, seen, running = time.monotonic(), 0, torch.zeros(len(options.weights))
    for step, (plain, teaching) in enumerate(lessons, start=1):
        batch = mangle(plain, options)
        parts = torch.stack(losses(pupil.reader, batch, teaching, trust=options.trust, bridge=pupil.bridge))
        (parts @ torch.tensor(options.weights) / 10).backward()
        torch.nn.utils.clip_grad_norm_(pupil.parameters(), 1.0)
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


def _optimiser(pupil: Pupil, options: Options) -> torch.optim.Optimizer:
    # the vocabulary's vectors stay as they were pretrained: 600,000 words are too few to move them well
    for name, weight in pupil.reader.named_parameters():
        weight.requires_grad = not name.startswith(("words", "places", "steps"))
    encoder = [*pupil.reader.norm.parameters(), *pupil.reader.layers.parameters()]
    known = {id(weight) for weight in encoder}
    heads = [weight for weight in pupil.parameters() if weight.requires_grad and id(weight) not in known]
    groups = [
        {"params": encoder, "lr": options.encoder_rate},
        {"params": heads, "lr": options.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _rate(total: int, warmup: float) -> Callable[[int], float]:
    """Rises over the first steps, then falls to nothing along a line."""
    rising = max(1, int(total * warmup))
    return lambda step: min(step / rising, max(0.0, (total - step) / (total - rising)))


def _resume(
    pupil: Pupil, optimiser: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LambdaLR, out: Path
) -> int:
    path = out / "last.pt"
    if not path.exists():
        return 0
    state = torch.load(path)
    pupil.load_state_dict(state["pupil"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    return int(state["epoch"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", choices=SIZES, default="small", help="of the encoder in that folder")
    parser.add_argument("--epochs", type=int, default=Options.epochs)
    parser.add_argument("--seed", type=int, default=Options.seed)
    parser.add_argument(
        "--encoder-rate", type=float, default=Options.encoder_rate, help="of learning; the heads' is fixed"
    )
    parser.add_argument("--variants", type=float, default=Options.variants, help="share of articles made variants of")
    parser.add_argument("--inside", type=float, default=1.0, help="weight of no anchor inside contents")
    parser.add_argument("--antecedents", action="store_true", help="learn whom pronouns mean, too")
    parser.add_argument("--teacher", type=Path, help="a checkpoint of size base to learn from, too")
    parser.add_argument("--cuts", type=int, default=Options.taught, help="into windows that the teacher reads")
    parser.add_argument("--trust", type=float, default=0.0, help="share of the teacher in the targets")
    args = parser.parse_args()
    options = Options(
        epochs=args.epochs, seed=args.seed, encoder_rate=args.encoder_rate, variants=args.variants, trust=args.trust,
        taught=args.cuts,
    )  # fmt: skip
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    reader = pretrained(args.encoder, size=SIZES[args.size])
    tokenizer = load_tokenizer(args.encoder / "tokenizer.json")
    print(f"features {FEATURE_VERSION}, {options}", flush=True)
    split = Split(args.corpora, "train", tokenizer, inside=args.inside, antecedents=args.antecedents)
    dev = Split(args.corpora, "dev", tokenizer, antecedents=args.antecedents)
    teacher = read(args.teacher) if args.teacher else None
    if teacher:
        split.add(sentences(args.corpora / "factappeal" / "train.csv"))
    train(reader, Lessons(split, options, teacher), dev, options, args.out)


if __name__ == "__main__":
    main()
