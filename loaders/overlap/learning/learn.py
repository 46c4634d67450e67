"""Weights and cuts learned from a file of graded pairs, beside those of the package: what changes,
and how well both agree with the readers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import ShisakuError
from loaders.overlap.learning.agreement import Agreement, agreement, folds, mean
from loaders.overlap.learning.fitting import (
    LEAST_BESIDE_CUT,
    LEAST_FOR_WEIGHTS,
    can_move,
    enough_for_weights,
    fitted_cuts,
    fitted_weights,
)
from loaders.overlap.learning.graded_pairs import Graded
from loaders.overlap.learning.signals import Signals, signals_of
from loaders.overlap.own_weights import Kind
from loaders.overlap.weights import Grades, Weights, programme_weights, weights

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue

LEAST = 20  # pairs
_GROUPS, _DEALS = 5, 5
_GRADES = ("fragmentation", "overlap", "duplication")


@dataclass(frozen=True)
class Change:
    """A weight or a cut, before and after."""

    what: str
    """What it is of: the aspects of a signal, or a grade."""
    before: float
    """As the package has it."""
    after: float
    """As it was learned; 0 for a signal that is no use."""


@dataclass(frozen=True)
class Learned:
    """What pairs of a kind teach."""

    kind: Kind
    """Of measures alone, or with budget programmes."""
    pairs: int
    """How many pairs were learned from."""
    by_grade: tuple[int, int, int, int]
    """How many of them readers grade 0, 1, 2 and 3."""
    weights: Weights
    """The weights with what was learned."""
    signals: tuple[Change, ...]
    """The weight of each signal."""
    cuts: tuple[Change, ...]
    """The lowest score of each grade."""
    kept: tuple[str, ...]
    """What was left as it is, and why."""
    shipped: Agreement
    """How well the package's weights and cuts agree with the readers, on all pairs."""
    learned: Agreement
    """How well the learned ones do, on the pairs that they were learned from."""
    cross_validated: Agreement
    """How well what is learned does on pairs of things that it was not learned from: the mean over
    five deals. What is to be expected of other pairs.
    """

    @property
    def worse(self) -> bool:
        """Whether other pairs are to be graded worse by it than by what is shipped (kappa)."""
        return self.cross_validated.kappa < self.shipped.kappa


def learn(catalogue: Catalogue, pairs: Sequence[Graded], kind: Kind) -> Learned:
    """What the pairs of a kind teach; weights of signals where there are enough of them, else cuts
    alone. What differences take is left as it is.

    Raises ShisakuError where there are too few pairs to learn anything from, and where no two are
    alike in anything.
    """
    by = weights() if kind == "measures" else programme_weights()
    some = [pair for pair in pairs if pair.kind == kind]
    _check(np.array([pair.grade for pair in some]), kind)
    signals = signals_of(catalogue, some, kind, by)
    _check(signals.gold, kind)
    if not signals.worth.any():
        raise ShisakuError(
            f"none of the {len(signals.gold)} pairs of {kind} is alike in anything, so that nothing"
            " can be learned",
            None,
            "name with --catalogue a folder that holds their words and terms: `shisaku extract`"
            " writes it from the documents and sheets",
        )
    given = np.array([signal.weight for signal in by.signals])
    cuts = tuple(float(getattr(by.grades, name)) for name in _GRADES)
    found, new_cuts = _fitted(signals, given, cuts)
    scores, gold = signals.scores(given), signals.gold
    new_scores = signals.scores(found)
    names = [" × ".join(signal.of) for signal in by.signals]
    return Learned(
        kind,
        len(gold),
        _by_grade(gold),
        _with(by, found, new_cuts),
        tuple(map(Change, names, given.tolist(), found.tolist())),
        tuple(map(Change, _GRADES, cuts, new_cuts)),
        tuple(_kept(gold, bool(np.array_equal(given, found)), len(some))),
        agreement(scores, signals.grades(scores, cuts), gold),
        agreement(new_scores, signals.grades(new_scores, new_cuts), gold),
        _cross_validated(signals, given, cuts),
    )


def _by_grade(gold: np.ndarray) -> tuple[int, int, int, int]:
    none, some, strong, same = np.bincount(gold, minlength=4).tolist()
    return none, some, strong, same


def _check(gold: np.ndarray, kind: Kind) -> None:
    if len(gold) < LEAST or not can_move(gold, 1):
        raise ShisakuError(
            f"too few pairs of {kind} to learn from: {len(gold)}, {int(np.sum(gold >= 1))} of them"
            " graded 1 or more",
            None,
            f"grade at least {LEAST}, {LEAST_BESIDE_CUT} of them 0 and {LEAST_BESIDE_CUT} of them 1"
            " or more",
        )


def _fitted(
    signals: Signals, given: np.ndarray, cuts: tuple[float, ...], seed: int = 0
) -> tuple[np.ndarray, tuple[float, ...]]:
    """Weights as they are written down, with three decimals, and the cuts that go with them."""
    found = fitted_weights(signals, given, seed)
    if found is not given:
        found = found.round(3)
        found[int(found.argmax())] += 1.0 - found.sum()
        found = found.round(3)
    return found, fitted_cuts(signals.scores(found), signals.gold, cuts, signals.can)


def _cross_validated(signals: Signals, given: np.ndarray, cuts: tuple[float, ...]) -> Agreement:
    deals = []
    for seed in range(_DEALS):
        scores, grades = np.zeros(len(signals.gold)), np.zeros(len(signals.gold), dtype=np.int64)
        for fit, test in folds(signals.sides, _GROUPS, seed):
            found, new_cuts = _fitted(signals.some(fit), given, cuts, seed)
            other = signals.some(test)
            scores[test] = other.scores(found)
            grades[test] = other.grades(scores[test], new_cuts)
        deals.append(agreement(scores, grades, signals.gold))
    return mean(deals)


def _kept(gold: np.ndarray, same_weights: bool, told: int) -> list[str]:
    why = []
    if apart := told - len(gold):
        why.append(f"pairs of which one is not compared: {apart}, not learned from")
    if not enough_for_weights(gold):
        pairs, some, strong = LEAST_FOR_WEIGHTS
        why.append(
            f"weights of signals: too few pairs, cuts alone are learned (wanted: {pairs} pairs,"
            f" {some} of them graded 1 or more, {strong} of them 2 or more)"
        )
    elif same_weights:
        why.append("weights of signals: no others do better on pairs that they were not fitted on")
    why += [
        f"the cut of {name}: fewer than {LEAST_BESIDE_CUT} pairs lie on one side of it"
        for grade, name in enumerate(_GRADES, 1)
        if not can_move(gold, grade)
    ]
    return why


def _with(by: Weights, found: np.ndarray, cuts: tuple[float, ...]) -> Weights:
    """The weights with those that were found; a signal of weight 0 is left out."""
    signals = tuple(
        signal.model_copy(update={"weight": weight})
        for signal, weight in zip(by.signals, found.tolist(), strict=True)
        if weight > 0
    )
    grades = Grades(fragmentation=cuts[0], overlap=cuts[1], duplication=cuts[2])
    return by.model_copy(update={"signals": signals, "grades": grades})
