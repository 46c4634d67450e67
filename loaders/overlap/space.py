"""Measures as sparse vectors whose dot product is the score of a pair, so that all pairs are one sparse product."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack

from loaders.overlap.profiles import Profile
from loaders.overlap.weights import Weights


@dataclass(frozen=True)
class Space:
    """The columns: for each likeness its names in order, and what each is worth (rare names more: log((n + 1) / (df + 1/2)))."""

    weights: Weights
    columns: Mapping[str, Mapping[str, int]]
    worth: Mapping[str, np.ndarray]

    def vectors(self, profiles: Sequence[Profile]) -> csr_matrix:
        """A row a profile; the dot product of two rows is their score (0 to 1). Names that the space does not know are left out."""
        used = {name for signal in self.weights.signals for name in signal.of}
        single = {name: self._unit(name, profiles) for name in used}
        blocks = [_product([single[name] for name in signal.of]) * math.sqrt(signal.weight) for signal in self.weights.signals]
        return hstack(blocks, format="csr")

    def _unit(self, likeness: str, profiles: Sequence[Profile]) -> csr_matrix:
        """Rows of length 1 (0 where a profile says nothing of it)."""
        columns, worth = self.columns[likeness], self.worth[likeness]
        data, indices, starts = [], [], [0]
        for profile in profiles:
            for name, weight in profile.likenesses[likeness].items():
                if (at := columns.get(name)) is not None:
                    indices.append(at)
                    data.append(weight * worth[at])
            starts.append(len(indices))
        matrix = csr_matrix((np.array(data, dtype=np.float64), np.array(indices, dtype=np.int32), np.array(starts, dtype=np.int32)), shape=(len(profiles), max(1, len(columns))))
        length = np.sqrt(matrix.multiply(matrix).sum(axis=1)).A1
        return diags(np.divide(1.0, length, out=np.zeros_like(length), where=length > 0)) @ matrix


def space_of(profiles: Sequence[Profile], weights: Weights) -> Space:
    """The space of a catalogue: what a name is worth hangs on how many of these measures it stands on."""
    columns, worth = {}, {}
    for likeness in {name for signal in weights.signals for name in signal.of}:
        on = Counter(name for profile in profiles for name in profile.likenesses[likeness])
        columns[likeness] = {name: at for at, name in enumerate(sorted(on))}
        worth[likeness] = np.array([math.log((len(profiles) + 1) / (on[name] + 0.5)) for name in columns[likeness]])
    return Space(weights, columns, worth)


def _product(matrices: Sequence[csr_matrix]) -> csr_matrix:
    """Row by row the product of all entries of one with all of the next: dot products of such rows multiply."""
    first, *others = matrices
    for other in others:
        first = _row_product(first, other)
    return first


def _row_product(a: csr_matrix, b: csr_matrix) -> csr_matrix:
    left, right = np.diff(a.indptr), np.diff(b.indptr)
    sizes = left * right
    starts = np.concatenate([[0], np.cumsum(sizes)])
    row = np.repeat(np.arange(a.shape[0]), sizes)
    within = np.arange(starts[-1]) - starts[:-1][row]
    at_a, at_b = a.indptr[row] + within // right[row], b.indptr[row] + within % right[row]
    columns = a.indices[at_a].astype(np.int64) * b.shape[1] + b.indices[at_b]
    return csr_matrix((a.data[at_a] * b.data[at_b], columns, starts), shape=(a.shape[0], a.shape[1] * b.shape[1]))
