"""What the network is taught by: the annotators' labels, and what a larger network thinks likely (distillation)."""

from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.data import UNKNOWN, Batch
from training.network import Reader

POSSIBLE = 0.1  # chance from which a place that nobody annotated is taught as a cue's beginning, too
USUAL = 40  # pieces of an article for each of its attributions


@dataclass(frozen=True, slots=True)
class Taught:
    """Probabilities that a teacher gives, in halves to save memory: that a cue begins (windows, length), and of every
    label (..., labels) of the roles for the batch's anchors and of the entities. `weights` (n,) are what each anchor
    counts. `vectors` (windows, length, width) are those of its last layer, each of mean 0 and variance 1."""

    anchors: Tensor
    roles: Tensor
    entities: Tensor
    weights: Tensor
    vectors: Tensor


def taught(teacher: Reader, batch: Batch) -> tuple[Batch, Taught]:
    """What a teacher makes of a batch, which is given back with the anchors that only the teacher sees."""
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        x = teacher.encoded(*batch.inputs)
        found, _, entities, asks, answers, _ = teacher.heads(x)
        chances = found.float().sigmoid()
        batch, weights = _with_possible(batch, chances)
        roles = teacher.role_logits(asks[batch.rows, batch.anchors], answers[batch.rows], batch.anchors)
    told, named = (logits.float().softmax(dim=-1).half() for logits in (roles, entities))
    return batch, Taught(chances.half(), told, named, weights, _standard(x).half())


def _with_possible(batch: Batch, chances: Tensor) -> tuple[Batch, Tensor]:
    likely = (chances >= POSSIBLE) & (batch.is_anchor == 0) & batch.mask
    rows, anchors = likely.nonzero(as_tuple=True)
    unknown = torch.full((len(rows), batch.mask.shape[1]), UNKNOWN)
    weights = torch.cat([torch.ones(len(batch.rows)), chances[rows, anchors]])
    more = replace(
        batch,
        rows=torch.cat([batch.rows, rows]),
        anchors=torch.cat([batch.anchors, anchors]),
        roles=torch.cat([batch.roles, unknown]),
    )
    return more, weights


def losses(
    reader: Reader, batch: Batch, teaching: Taught | None = None, *, trust: float = 0.0, bridge: nn.Linear | None = None
) -> tuple[Tensor, ...]:
    """Negative log-likelihoods of anchors, roles, tags and entities, in nats for each attribution of the batch, and of
    antecedents, in nats for each pronoun; and how far the vectors, through `bridge`, are from the teacher's.

    `trust` is the share of the teacher in the targets; where nothing is labelled, the teacher alone is learnt from.
    """
    with torch.autocast("cpu", torch.bfloat16):
        x = reader.encoded(*batch.inputs)
        anchor, tags, entities, asks, answers, points = reader.heads(x)
        roles = reader.role_logits(asks[batch.rows, batch.anchors], answers[batch.rows], batch.anchors)
        far = x.sum() * 0.0 if teaching is None or bridge is None else _distance(bridge(x), teaching.vectors, batch)
    # where hardly anything is attributed, what is learnt from a batch must not count for many times as much
    count = max(1.0, int(batch.is_anchor.sum()), 0.0 if teaching is None else int(batch.mask.sum()) / USUAL)
    return (
        _anchors(anchor.float(), batch, teaching, trust) / count,
        _roles(roles, batch, teaching, trust) / count,
        _nll(tags, batch.tags).sum() / count,
        _entities(entities, batch, teaching) / count,
        _antecedents(reader, batch, points),
        far,
    )


def _standard(x: Tensor) -> Tensor:
    return functional.layer_norm(x.float(), x.shape[-1:])


def _distance(x: Tensor, vectors: Tensor, batch: Batch) -> Tensor:
    return (x.float() - vectors.float()).square().mean(dim=-1)[batch.mask].mean()


def _anchors(logits: Tensor, batch: Batch, teaching: Taught | None, trust: float) -> Tensor:
    wanted, weights = batch.is_anchor, batch.weights
    if teaching is not None:
        known = (weights > 0).any(dim=1, keepdim=True)
        share = torch.where(known, trust, 1.0)
        wanted = (1 - share) * wanted + share * teaching.anchors.float()
        weights = torch.where(known, weights, batch.mask.float())
    return (functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * weights).sum()


def _nll(logits: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(logits.float().transpose(1, 2), labels, ignore_index=UNKNOWN, reduction="none")


def _likely(logits: Tensor, chances: Tensor) -> Tensor:
    return -(chances.float() * logits.float().log_softmax(dim=-1)).sum(dim=-1)


def _roles(logits: Tensor, batch: Batch, teaching: Taught | None, trust: float) -> Tensor:
    hard = _nll(logits, batch.roles)
    if teaching is None:
        return hard.sum()
    known = (batch.roles != UNKNOWN).any(dim=1, keepdim=True)
    share = torch.where(known, trust, 1.0)
    soft = _likely(logits, teaching.roles) * batch.mask[batch.rows]
    return (((1 - share) * hard + share * soft) * teaching.weights[:, None]).sum()


def _entities(logits: Tensor, batch: Batch, teaching: Taught | None) -> Tensor:
    hard = _nll(logits, batch.entities)
    if teaching is None:
        return hard.sum()
    unknown = (batch.entities == UNKNOWN) & batch.mask  # of names the labels are better than the teacher
    return (hard + unknown * _likely(logits, teaching.entities)).sum()


def _antecedents(reader: Reader, batch: Batch, points: Tensor) -> Tensor:
    """That a pronoun points at any piece of what it means."""
    if not len(batch.pronouns):
        return points.sum() * 0.0
    rows, places = batch.pronouns.unbind(dim=1)
    logits = reader.antecedent_logits(points[rows], places)
    right = logits.masked_fill(~batch.antecedents, -torch.inf)
    return (logits.logsumexp(dim=1) - right.logsumexp(dim=1)).mean()
