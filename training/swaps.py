"""Words in the place of others of their kind, so that a teacher has more to tell than the articles hold."""

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.data import Batch

LIKE = 8  # words that may take the place of one
LETTERS = 3  # of the shortest word that is swapped
COMMONEST = 40  # words ("the", "with") that are left as they are; the vocabulary begins with the most frequent
CHUNK = 2000


class Swaps:
    """For every whole word of the vocabulary those whose pretrained vectors point most nearly its way."""

    def __init__(self, tokenizer: Tokenizer, vectors: Tensor) -> None:
        """`vectors` are the vocabulary's, (words, width)."""
        words = sorted((place, word) for word, place in tokenizer.get_vocab().items())
        long = [place for place, word in words if word.isascii() and word.isalpha() and len(word) >= LETTERS]
        whole = torch.tensor(long[COMMONEST:])
        unit = functional.normalize(vectors[whole], dim=1)
        nearest = [(part @ unit.T).topk(LIKE + 1).indices[:, 1:] for part in unit.split(CHUNK)]
        self.like = torch.zeros((len(words), LIKE), dtype=torch.long)
        self.like[whole] = whole[torch.cat(nearest)]
        self.goes_on = torch.tensor([word.startswith("##") for _, word in words])

    def __call__(self, batch: Batch, *, windows: float, words: float) -> Tensor:
        """The batch's word pieces with this share of words swapped in this share of windows."""
        ids = batch.ids
        begun = functional.pad(self.goes_on[ids][:, 1:], (0, 1))
        where = (torch.rand(ids.shape) < words) & (torch.rand(len(ids), 1) < windows)
        where &= (self.like[ids][..., 0] > 0) & ~begun  # words alone have any like them
        others = self.like[ids].gather(2, torch.randint(LIKE, (*ids.shape, 1)))[..., 0]
        return torch.where(where, others, ids)
