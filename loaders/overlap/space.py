"""Measures as vectors: sparse ones whose dot product bounds the score of a pair from above, and
what differs, which brings it down to the score.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack

from loaders.overlap.profiles import Profile
from loaders.overlap.weights import Weights

_ACTIVITY = "activity"
# pairs whose differences fit into a processor's own memory
_AT_A_TIME = 20_000


@dataclass(frozen=True)
class Vectors:
    """A row a measure. Dot products: of `all` what the signals come to at most, of `activity` the
    part of it that differences take from.

    `audience`: per difference the rows of what pages say of it, of length 1, or 0 where one does
    not say; `says`: which rows do.
    """

    all: csr_matrix
    activity: csr_matrix
    audience: Mapping[str, np.ndarray]
    says: Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Space:
    """The columns: for each likeness its names in order, and what each is worth (rare names more:
    log((n + 1) / (df + 1/2))).
    """

    weights: Weights
    columns: Mapping[str, Mapping[str, int]]
    worth: Mapping[str, np.ndarray]

    def vectors(self, profiles: Sequence[Profile]) -> Vectors:
        """Names that the space does not know are left out."""
        unit = {name: self._unit(name, profiles) for name in _used(self.weights)}
        blocks = [
            (
                _ACTIVITY in signal.of,
                _product([unit[name] for name in signal.of]) * math.sqrt(signal.weight),
            )
            for signal in self.weights.signals
        ]
        active = [block for is_activity, block in blocks if is_activity]
        audience = {d.of: unit[d.of] for d in self.weights.differences}
        return Vectors(
            hstack([block for _, block in blocks], format="csr"),
            hstack(active, format="csr") if active else csr_matrix((len(profiles), 1)),
            {name: matrix.toarray() for name, matrix in audience.items()},
            {name: np.diff(matrix.indptr) > 0 for name, matrix in audience.items()},
        )

    def _unit(self, likeness: str, profiles: Sequence[Profile]) -> csr_matrix:
        """Rows of length 1 (0 where a profile says nothing of it)."""
        columns, said = self.columns[likeness], [profile.names[likeness] for profile in profiles]
        at = np.fromiter(map(columns.get, chain.from_iterable(said), repeat(-1)), dtype=np.int32)
        data = (
            np.fromiter(chain.from_iterable(names.values() for names in said), dtype=np.float64)
            * self.worth[likeness][at]
        )
        row = np.repeat(np.arange(len(said)), [len(names) for names in said])
        known = at >= 0
        matrix = csr_matrix(
            (data[known], (row[known], at[known])), shape=(len(said), max(1, len(columns)))
        )
        length = np.sqrt(matrix.multiply(matrix).sum(axis=1)).A1
        return diags(np.divide(1.0, length, out=np.zeros_like(length), where=length > 0)) @ matrix


def space_of(profiles: Sequence[Profile], weights: Weights) -> Space:
    """The space of a catalogue: what a name is worth hangs on how many of these measures it stands
    on; names of differences are all worth the same.
    """
    columns, worth = {}, {}
    audience = {difference.of for difference in weights.differences}
    for likeness in _used(weights):
        on = Counter(chain.from_iterable(profile.names[likeness] for profile in profiles))
        columns[likeness] = {name: at for at, name in enumerate(sorted(on))}
        worth[likeness] = np.array(
            [
                1.0 if likeness in audience else math.log((len(profiles) + 1) / (on[name] + 0.5))
                for name in columns[likeness]
            ]
            or [0.0]
        )
    return Space(weights, columns, worth)


def scores(
    weights: Weights, a: Vectors, b: Vectors, rows: np.ndarray, others: np.ndarray, most: np.ndarray
) -> np.ndarray:
    """The scores of pairs (rows of `a`, rows of `b`) whose signals come to `most`, after what
    differences take.
    """
    parts = [slice(at, at + _AT_A_TIME) for at in range(0, len(rows), _AT_A_TIME)]
    return (
        np.concatenate(
            [_scores(weights, a, b, rows[part], others[part], most[part]) for part in parts]
        )
        if parts
        else most.copy()
    )


def _scores(
    weights: Weights, a: Vectors, b: Vectors, rows: np.ndarray, others: np.ndarray, most: np.ndarray
) -> np.ndarray:
    kept = np.ones(len(rows))
    for difference in weights.differences:
        left, right = a.audience[difference.of], b.audience[difference.of]
        said = np.nonzero(a.says[difference.of][rows] & b.says[difference.of][others])[0]
        kept[said] *= 1 - difference.takes * (
            1 - np.einsum("ij,ij->i", left[rows[said]], right[others[said]])
        )
    lost = np.nonzero(kept < 1)[0]
    active = (
        a.activity[rows[lost]].multiply(b.activity[others[lost]]).sum(axis=1).A1
        if len(lost)
        else np.zeros(0)
    )
    found = most.copy()
    found[lost] -= (1 - kept[lost]) * active
    return found


def _used(weights: Weights) -> Iterable[str]:
    return dict.fromkeys(
        [
            *(name for signal in weights.signals for name in signal.of),
            *(difference.of for difference in weights.differences),
        ]
    )


def _product(matrices: Sequence[csr_matrix]) -> csr_matrix:
    """Row by row the products of all entries of one with all of the next: dot products of such rows
    multiply.
    """
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
    return csr_matrix(
        (a.data[at_a] * b.data[at_b], columns, starts), shape=(a.shape[0], a.shape[1] * b.shape[1])
    )
