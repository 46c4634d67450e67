"""What each signal comes to for graded pairs, so that other weights are tried in no time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from loaders.overlap.grading import can_overlap, held
from loaders.overlap.learning.agreement import graded
from loaders.overlap.learning.graded_pairs import Graded
from loaders.overlap.nearest import DECIMALS
from loaders.overlap.own_weights import Kind
from loaders.overlap.profiles import profiles
from loaders.overlap.programmes import compared
from loaders.overlap.space import Space, scores, space_of
from loaders.overlap.weights import Weights

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue


@dataclass(frozen=True)
class Signals:
    """Graded pairs, and what scores of theirs are made of."""

    sides: tuple[tuple[str, str], ...]
    """The ids of each pair."""
    gold: np.ndarray
    """The grade that readers give each pair, 0 to 3."""
    worth: np.ndarray
    """A row a pair, a column a signal: the likeness, after what differences take, 0 to 1."""
    can: np.ndarray
    """Whether each pair has in common what overlap needs besides its score."""

    def scores(self, weights: np.ndarray) -> np.ndarray:
        """The scores of the pairs by these weights (one a signal, adding up to 1)."""
        found: np.ndarray = np.minimum(1.0, self.worth @ weights).round(DECIMALS)
        return found

    def grades(self, scores: np.ndarray, cuts: Sequence[float]) -> np.ndarray:
        """The grades of the pairs where they have these scores, by the lowest score of each."""
        return held(graded(scores, cuts), self.can)

    def some(self, rows: np.ndarray) -> Signals:
        """Some of the pairs."""
        return Signals(
            tuple(self.sides[row] for row in rows.tolist()),
            self.gold[rows],
            self.worth[rows],
            self.can[rows],
        )


def signals_of(catalogue: Catalogue, pairs: Sequence[Graded], kind: Kind, by: Weights) -> Signals:
    """What the signals of `by` come to for pairs of a kind, in the space of all compared."""
    every = profiles(catalogue) if kind == "measures" else compared(catalogue)
    space = space_of(every, by)
    named = {id_ for pair in pairs for id_ in (pair.a, pair.b)}
    used = [each for each in every if each.id in named]
    at = {each.id: row for row, each in enumerate(used)}
    pairs = [pair for pair in pairs if pair.a in at and pair.b in at]
    first = np.array([at[pair.a] for pair in pairs], dtype=np.int64)
    second = np.array([at[pair.b] for pair in pairs], dtype=np.int64)
    columns = []
    for number in range(len(by.signals)):
        alone = Space(_alone(by, number), space.columns, space.worth)
        vectors = alone.vectors(used)
        most = vectors.all[first].multiply(vectors.all[second]).sum(axis=1).A1
        columns.append(scores(alone.weights, vectors, vectors, first, second, most))
    return Signals(
        tuple((pair.a, pair.b) for pair in pairs),
        np.array([pair.grade for pair in pairs], dtype=np.int64),
        np.stack(columns, axis=1),
        can_overlap(space, used, first, second),
    )


def _alone(by: Weights, number: int) -> Weights:
    """Weights by which one signal is all that counts."""
    signals = tuple(
        signal.model_copy(update={"weight": float(at == number)})
        for at, signal in enumerate(by.signals)
    )
    return by.model_copy(update={"signals": signals})
