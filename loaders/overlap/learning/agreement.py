"""How well scores and grades of pairs agree with those of readers, and how pairs are dealt so that
nothing is both fitted on and measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Right:
    """How far the printed grades of so much or more are right."""

    precision: float | None
    """The part of the pairs printed so that readers grade so; None where none is printed so."""
    recall: float | None
    """The part of the pairs that readers grade so that is printed so; None where there is none."""


@dataclass(frozen=True)
class Agreement:
    """How well scores and grades agree with readers."""

    ap_overlap: float
    """Average precision for grade 2 and more."""
    ap_fragmentation: float
    """Average precision for grade 1 and more."""
    kappa: float
    """Cohen's kappa of the grades, with quadratic weights."""
    fragmentation: Right
    """Of the printed grades 1 and more."""
    overlap: Right
    """Of the printed grades 2 and more."""


def agreement(scores: np.ndarray, grades: np.ndarray, gold: np.ndarray) -> Agreement:
    """All figures, of scores and grades against those of readers (arrays of one length)."""
    return Agreement(
        average_precision(scores, gold >= 2),
        average_precision(scores, gold >= 1),
        kappa(gold, grades),
        _right(grades >= 1, gold >= 1),
        _right(grades >= 2, gold >= 2),
    )


def mean(of: Sequence[Agreement]) -> Agreement:
    """Figure by figure the mean; of those that are known."""

    def middle(values: Sequence[float | None]) -> float | None:
        known = [value for value in values if value is not None]
        return float(np.mean(known)) if known else None

    def of_right(rights: Sequence[Right]) -> Right:
        return Right(middle([r.precision for r in rights]), middle([r.recall for r in rights]))

    return Agreement(
        float(np.mean([each.ap_overlap for each in of])),
        float(np.mean([each.ap_fragmentation for each in of])),
        float(np.mean([each.kappa for each in of])),
        of_right([each.fragmentation for each in of]),
        of_right([each.overlap for each in of]),
    )


def _right(said: np.ndarray, true: np.ndarray) -> Right:
    both = float(np.sum(said & true))
    return Right(
        both / float(said.sum()) if said.any() else None,
        both / float(true.sum()) if true.any() else None,
    )


def average_precision(scores: np.ndarray, relevant: np.ndarray) -> float:
    """Mean of the precision at each relevant pair, best score first; 0 where none is relevant."""
    hit = relevant[np.argsort(-scores, kind="stable")]
    at = np.nonzero(hit)[0]
    return float(np.mean(np.arange(1, len(at) + 1) / (at + 1))) if len(at) else 0.0


def kappa(a: np.ndarray, b: np.ndarray) -> float:
    """Cohen's kappa with quadratic weights; 1 where both grade all pairs as one."""
    apart = float(np.mean((a - b) ** 2))
    chance = float(np.mean((a[:, None] - b[None, :]) ** 2))
    return 1 - apart / chance if chance else 1.0


def graded(scores: np.ndarray, cuts: Sequence[float]) -> np.ndarray:
    """The grades that scores come to, by the lowest score of each grade above 0."""
    grades: np.ndarray = np.sum([scores >= cut for cut in cuts], axis=0)
    return grades


def folds(
    sides: Sequence[tuple[str, str]], groups: int, seed: int
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows to fit on and rows to measure on: every pair is measured once, and nothing that is
    compared stands in both.

    Ids are dealt into groups; the pairs between two groups (or inside one) are measured, those
    that touch neither are fitted on.
    """
    names = sorted({name for pair in sides for name in pair})
    dealt = dict(
        zip(names, np.random.default_rng(seed).permutation(len(names)) % groups, strict=True)
    )
    of_two = np.array([sorted((dealt[a], dealt[b])) for a, b in sides])
    for held in sorted({tuple(two) for two in of_two.tolist()}):
        test = (of_two == held).all(axis=1)
        yield np.nonzero(~np.isin(of_two, held).any(axis=1))[0], np.nonzero(test)[0]
