"""What the network is taught by: the annotators' labels, and what trained networks think likely (distillation)."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.data import UNKNOWN, Batch
from training.network import Reader


@dataclass(frozen=True, slots=True)
class Taught:
    """Probabilities that teachers give, on average: that a cue begins (windows, length), and of every label
    (..., labels) of the roles for the annotated anchors and of the entities."""

    anchors: Tensor
    roles: Tensor
    entities: Tensor


def taught(teachers: Sequence[Reader], batch: Batch) -> Taught | None:
    """What teachers make of a batch, or None without teachers."""
    if not teachers:
        return None
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        said = [_said(teacher, batch) for teacher in teachers]
    return Taught(*(torch.stack(part).mean(dim=0) for part in zip(*said, strict=True)))


def _said(teacher: Reader, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    anchors, _, entities, asks, answers = teacher(*batch.inputs)
    roles = teacher.role_logits(asks[batch.rows, batch.anchors], answers[batch.rows], batch.anchors)
    return anchors.float().sigmoid(), roles.float().softmax(dim=-1), entities.float().softmax(dim=-1)


def losses(reader: Reader, batch: Batch, teaching: Taught | None = None, *, trust: float = 0.0) -> tuple[Tensor, ...]:
    """Negative log-likelihoods of anchors, roles, tags and entities, in nats for each attribution of the batch.

    `trust` is the share of the teachers in the targets; what has no label is not learnt from them either.
    """
    with torch.autocast("cpu", torch.bfloat16):
        anchor, tags, entities, asks, answers = reader(*batch.inputs)
        roles = reader.role_logits(asks[batch.rows, batch.anchors], answers[batch.rows], batch.anchors)
    count = max(1, len(batch.anchors))
    wanted = batch.is_anchor if teaching is None else (1 - trust) * batch.is_anchor + trust * teaching.anchors
    found = functional.binary_cross_entropy_with_logits(anchor.float(), wanted, reduction="none")
    soft = (None, None) if teaching is None else (teaching.roles, teaching.entities)
    return (
        (found * batch.weights).sum() / count,
        _nll(roles, batch.roles, soft[0], trust) / count,
        _nll(tags, batch.tags, None, 0.0) / count,
        _nll(entities, batch.entities, soft[1], trust) / count,
    )


def _nll(logits: Tensor, labels: Tensor, soft: Tensor | None, trust: float) -> Tensor:
    hard = functional.cross_entropy(logits.float().transpose(1, 2), labels, ignore_index=UNKNOWN, reduction="sum")
    if soft is None:
        return hard
    likely = -(soft * logits.float().log_softmax(dim=-1)).sum(dim=-1)
    return (1 - trust) * hard + trust * (likely * (labels != UNKNOWN)).sum()
