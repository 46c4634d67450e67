"""Weights by an ordinal model that keeps close to those it begins with, and cuts by isotonic
regression.

Weights: logistic regression with one threshold for each grade (all-threshold loss: Rennie and
Srebro, 2005), weights not below 0, drawn to the given ones (ridge); how strongly is chosen by
average precision on pairs of things that it was not fitted on. Cuts: the chance that readers give a
grade or a higher one rises with the score (isotonic regression); a grade begins where it is even.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import isotonic_regression, minimize
from scipy.special import expit

from loaders.overlap.learning.agreement import average_precision, folds
from loaders.overlap.learning.signals import Signals

# a cut is moved only where so many pairs lie on either side of the readers' grade
LEAST_BESIDE_CUT = 5
# weights are fitted only to so many pairs, so many of them graded 1 or more, and 2 or more
LEAST_FOR_WEIGHTS = (100, 30, 10)
# how strongly weights are drawn to the given ones; beside these: not moved at all
_TRIED = (0.03, 0.3, 3.0)
_GROUPS = 3  # of things, for choosing among these
_OVERLAP = 2  # the grade that not every pair can have
_EVEN = 0.5
_STEP = 0.001  # what cuts are apart at least
_SMALLEST = 0.005  # a weight below it is none


def enough_for_weights(gold: np.ndarray) -> bool:
    """Whether weights can be fitted to so many pairs."""
    return all(int(np.sum(gold >= grade)) >= least for grade, least in enumerate(LEAST_FOR_WEIGHTS))


def can_move(gold: np.ndarray, grade: int) -> bool:
    """Whether there are pairs enough on either side of a grade."""
    above = int(np.sum(gold >= grade))
    return min(above, len(gold) - above) >= LEAST_BESIDE_CUT


def fitted_weights(signals: Signals, given: np.ndarray, seed: int = 0) -> np.ndarray:
    """Weights (one a signal, adding up to 1; 0 for a signal that is no use) for these pairs; the
    given ones where there are too few pairs, or where others do no better on pairs of things that
    they were not fitted on.
    """
    if not enough_for_weights(signals.gold):
        return given
    best = max([None, *_TRIED], key=lambda pull: _quality(signals, given, pull, seed))
    return given if best is None else _fitted(signals, given, best)


def _quality(signals: Signals, given: np.ndarray, pull: float | None, seed: int) -> float:
    """The sum of both average precisions, on pairs whose sides were not fitted on."""
    values = np.zeros(len(signals.gold))
    for fit, test in folds(signals.sides, _GROUPS, seed):
        some = signals.some(fit)
        usable = pull is not None and can_move(some.gold, 1) and bool((some.gold >= 2).any())
        weights = _fitted(some, given, pull) if pull is not None and usable else given
        values[test] = signals.worth[test] @ weights
    return average_precision(values, signals.gold >= 2) + average_precision(
        values, signals.gold >= 1
    )


def _fitted(signals: Signals, given: np.ndarray, pull: float) -> np.ndarray:
    grades = [grade for grade in (1, 2) if bool((signals.gold >= grade).any())]
    targets = np.stack([signals.gold >= grade for grade in grades], axis=1).astype(float)
    scale = _scale(signals.worth @ given, targets)
    size = len(given)

    def loss(told: np.ndarray) -> tuple[float, np.ndarray]:
        weights, cuts = told[:size], told[size:]
        value, by_score, by_cut = _loss(signals.worth @ weights, cuts, targets)
        moved = (weights - scale * given) / scale
        gradient = signals.worth.T @ by_score + 2 * pull * moved / scale
        return value + pull * float(moved @ moved), np.concatenate([gradient, by_cut])

    begin = np.concatenate([scale * given, np.linspace(2.0, 4.0, len(grades))])
    bounds = [(0.0, None)] * size + [(None, None)] * len(grades)
    found = minimize(loss, begin, jac=True, method="TNC", bounds=bounds).x[:size]
    found = np.where(found < _SMALLEST * found.sum(), 0.0, found)
    weights: np.ndarray = found / found.sum() if found.sum() > 0 else given
    return weights


def _scale(scores: np.ndarray, targets: np.ndarray) -> float:
    """How steeply grades hang on the scores as they are."""

    def loss(told: np.ndarray) -> tuple[float, np.ndarray]:
        value, by_score, by_cut = _loss(told[0] * scores, told[1:], targets)
        return value, np.concatenate([[float(scores @ by_score)], by_cut])

    begin = np.concatenate([[10.0], np.linspace(2.0, 4.0, targets.shape[1])])
    bounds = [(1.0, 100.0)] + [(None, None)] * targets.shape[1]
    return float(minimize(loss, begin, jac=True, method="TNC", bounds=bounds).x[0])


def _loss(
    scores: np.ndarray, cuts: np.ndarray, targets: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    """The mean loss over the pairs, and how it hangs on their scores and on the cuts."""
    far = scores[:, None] - cuts[None, :]
    value = float(np.sum(np.logaddexp(0.0, far) - targets * far)) / len(scores)
    wrong = (expit(far) - targets) / len(scores)
    return value, wrong.sum(axis=1), -wrong.sum(axis=0)


def fitted_cuts(
    scores: np.ndarray,
    gold: np.ndarray,
    given: tuple[float, ...],
    can: np.ndarray | None = None,
) -> tuple[float, ...]:
    """The lowest score of each grade above 0, rising; the given one of a grade that too few pairs
    tell of, or of which no score is sure. `can`: which pairs can be overlap (default: all).
    """
    cuts: list[float] = []
    for grade, shipped in enumerate(given, 1):
        # what can be no overlap is none, whatever its score
        told = scores if can is None or grade < _OVERLAP else np.where(can, scores, 0.0)
        found = _even(told, gold >= grade) if can_move(gold, grade) else None
        least = cuts[-1] + _STEP if cuts else _STEP
        most = 1.0 - _STEP * (len(given) - grade)  # there is room for those above
        cut = shipped if found is None else found
        if found is None and cut < least:  # the one below has passed it
            cut = (least + most) / 2
        cuts.append(round(min(most, max(least, cut)), 3))
    return tuple(cuts)


def _even(scores: np.ndarray, so: np.ndarray) -> float | None:
    """The score from which on a pair is so rather than not; None where there is none."""
    distinct, where, times = np.unique(scores, return_inverse=True, return_counts=True)
    share = np.bincount(where, weights=so.astype(float)) / times
    chance = isotonic_regression(share, weights=times).x
    above = np.nonzero(chance >= _EVEN)[0]
    if not len(above):
        return None
    first = int(above[0])
    if not first and not distinct[0]:  # so even where nothing is alike: scores do not tell
        return None
    below = float(distinct[first - 1]) if first else 0.0
    return (below + float(distinct[first])) / 2
