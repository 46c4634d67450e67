"""How well scores and grades of pairs agree with those that readers gave: average precision, nDCG,
quadratic kappa.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from loaders.overlap.learning.agreement import average_precision, graded, kappa


@dataclass(frozen=True)
class Graded:
    """A pair of measures that readers graded."""

    a: str
    """id of the one"""
    b: str
    """id of the other"""
    grade: int
    """0 to 3"""


@dataclass(frozen=True)
class Figures:
    """How well scores agree with readers."""

    overlap: float
    """average precision for grade 2 and more"""
    fragmentation: float
    """average precision for grade 1 and more"""
    ndcg: float
    """mean nDCG@10 of the measures with three pairs or more"""
    kappa: float
    """quadratic kappa of the grades"""

    def __str__(self) -> str:
        return (
            f"AP(≥2) {self.overlap:.2f}, AP(≥1) {self.fragmentation:.2f}, nDCG@10 {self.ndcg:.2f},"
            f" kappa {self.kappa:.2f}"
        )


def figures(pairs: Sequence[Graded], scores: np.ndarray, grades: np.ndarray) -> Figures:
    """All four, of scores and grades given to the pairs."""
    gold = np.array([pair.grade for pair in pairs])
    return Figures(
        average_precision(scores, gold >= 2),
        average_precision(scores, gold >= 1),
        mean_ndcg(pairs, scores),
        kappa(gold, grades),
    )


def mean_ndcg(pairs: Sequence[Graded], scores: np.ndarray, best: int = 10) -> float:
    """Mean over the measures of the discounted gain (2^grade - 1) of their best pairs, as a part of
    what is possible.
    """
    of: defaultdict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        of[pair.a].append(at)
        of[pair.b].append(at)
    grades = np.array([pair.grade for pair in pairs])
    paired = [
        _gain(grades[at][np.argsort(-scores[at], kind="stable")][:best]) / ideal
        for at in map(np.array, of.values())
        if len(at) >= 3 and (ideal := _gain(np.sort(grades[at])[::-1][:best]))
    ]
    return float(np.mean(paired)) if paired else 0.0


def _gain(grades: np.ndarray) -> float:
    return float(np.sum((2.0**grades - 1) / np.log2(np.arange(len(grades)) + 2)))


def best_cuts(scores: np.ndarray, gold: np.ndarray) -> tuple[float, float]:
    """The scores from which grades 1 and 2 begin that give the highest kappa."""
    at = np.unique(np.quantile(scores, np.linspace(0.5, 1, 41)))
    return max(combinations(at.tolist(), 2), key=lambda cuts: kappa(gold, graded(scores, cuts)))
