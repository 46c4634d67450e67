"""Measures as vectors: sparse ones whose dot product bounds the score of a pair from above, and
what differs or is not in common, which brings it down to the score.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack

from loaders.overlap.profiles import Profile
from loaders.overlap.weights import Brake, Difference, Short, Weights

THREADS = 2
_ACTIVITY = "activity"
# pairs whose differences fit into a processor's own memory
_AT_A_TIME = 20_000


@dataclass(frozen=True)
class Vectors:
    """Matrices with a row a measure."""

    all: csr_matrix
    """Dot products: what the signals of two measures come to at most."""
    activity: csr_matrix
    """Dot products: the part of it that differences take from."""
    audience: Mapping[str, np.ndarray]
    """By difference: what the page says of it, of length 1, or 0 where it does not say."""
    says: Mapping[str, np.ndarray]
    """By difference: whether the page says anything of it."""
    braking: Mapping[str, csr_matrix]
    """By brake: what must be alike, of length 1, or 0 where the page does not say."""
    words: np.ndarray
    """The number of different nouns and verbs of each page."""


@dataclass(frozen=True)
class Space:
    """What the columns of vectors mean."""

    weights: Weights
    """What signals and differences are worth."""
    columns: Mapping[str, Mapping[str, int]]
    """Aspect -> name -> column."""
    worth: Mapping[str, np.ndarray]
    """Aspect -> what each column is worth: rare names more, log((n + 1) / (df + 1/2))."""

    def vectors(self, profiles: Sequence[Profile]) -> Vectors:
        """Names that the space does not know are left out."""
        unit = {name: self.unit(name, profiles) for name in _used(self.weights)}
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
            {brake.of: unit[brake.of] for brake in self.weights.brakes},
            np.array([len(profile.names.get("word", ())) for profile in profiles]),
        )

    def unit(self, aspect: str, profiles: Sequence[Profile]) -> csr_matrix:
        """Rows of length 1 (0 where a profile says nothing of it)."""
        columns, names_of = self.columns[aspect], [profile.names[aspect] for profile in profiles]
        at = np.fromiter(
            map(columns.get, chain.from_iterable(names_of), repeat(-1)), dtype=np.int32
        )
        data = (
            np.fromiter(chain.from_iterable(names.values() for names in names_of), dtype=np.float64)
            * self.worth[aspect][at]
        )
        row = np.repeat(np.arange(len(names_of)), [len(names) for names in names_of])
        known = at >= 0
        matrix = csr_matrix(
            (data[known], (row[known], at[known])), shape=(len(names_of), max(1, len(columns)))
        )
        length = np.sqrt(matrix.multiply(matrix).sum(axis=1)).A1
        return diags(np.divide(1.0, length, out=np.zeros_like(length), where=length > 0)) @ matrix


def space_of(profiles: Sequence[Profile], weights: Weights) -> Space:
    """The space of a catalogue: what a name is worth hangs on how many of these measures it stands
    on; names of differences are all worth the same.
    """
    columns, worth = {}, {}
    audience = {difference.of for difference in weights.differences}
    for aspect in _used(weights):
        on = Counter(chain.from_iterable(profile.names[aspect] for profile in profiles))
        columns[aspect] = {name: at for at, name in enumerate(sorted(on))}
        worth[aspect] = np.array(
            [
                1.0 if aspect in audience else math.log((len(profiles) + 1) / (on[name] + 0.5))
                for name in columns[aspect]
            ]
            or [0.0]
        )
    return Space(weights, columns, worth)


def dots(a: csr_matrix, b: csr_matrix, rows: np.ndarray, partners: np.ndarray) -> np.ndarray:
    """Of each pair (a row of `a`, a row of `b`) the dot product."""
    product: np.ndarray = a[rows].multiply(b[partners]).sum(axis=1).A1
    return product


def kept_of(
    difference: Difference, a: Vectors, b: Vectors, rows: np.ndarray, partners: np.ndarray
) -> np.ndarray:
    """The part of a shared activity's worth that a difference leaves to each pair."""
    left, right = a.audience[difference.of], b.audience[difference.of]
    both_say = np.nonzero(a.says[difference.of][rows] & b.says[difference.of][partners])[0]
    kept = np.ones(len(rows))
    kept[both_say] = 1 - difference.takes * (
        1 - np.einsum("ij,ij->i", left[rows[both_say]], right[partners[both_say]])
    )
    return kept


def left_by(
    brake: Brake, a: Vectors, b: Vectors, rows: np.ndarray, partners: np.ndarray
) -> np.ndarray:
    """The part of its score that a brake leaves to each pair; all of it where one of the two says
    nothing.
    """
    left, right = a.braking[brake.of], b.braking[brake.of]
    both_say = np.nonzero((np.diff(left.indptr)[rows] > 0) & (np.diff(right.indptr)[partners] > 0))[
        0
    ]
    alike = dots(left, right, rows[both_say], partners[both_say])
    kept = np.ones(len(rows))
    kept[both_say] = 1 - brake.takes * np.clip(1 - alike / brake.below, 0, 1)
    return kept


def left_by_length(
    short: Short, a: Vectors, b: Vectors, rows: np.ndarray, partners: np.ndarray
) -> np.ndarray:
    """The part of its score that the shorter page leaves to each pair."""
    fewest = np.minimum(a.words[rows], b.words[partners])
    left: np.ndarray = 1 - short.takes * np.clip(1 - fewest / short.words, 0, 1)
    left[fewest == 0] = 1
    return left


def scores(
    weights: Weights,
    a: Vectors,
    b: Vectors,
    rows: np.ndarray,
    partners: np.ndarray,
    most: np.ndarray,
) -> np.ndarray:
    """The scores of pairs (rows of `a`, rows of `b`) whose signals come to `most`, after what
    differences and brakes take.
    """
    left = unbraked(weights, a, b, rows, partners, most)
    return braked(weights, a, b, rows, partners, left)


def unbraked(
    weights: Weights,
    a: Vectors,
    b: Vectors,
    rows: np.ndarray,
    partners: np.ndarray,
    most: np.ndarray,
) -> np.ndarray:
    """The same after what differences take."""

    def reduced(stretch: slice) -> np.ndarray:
        kept = np.ones(len(rows[stretch]))
        for difference in weights.differences:
            kept *= kept_of(difference, a, b, rows[stretch], partners[stretch])
        lost = np.nonzero(kept < 1)[0]
        left = most[stretch].copy()
        left[lost] -= (1 - kept[lost]) * dots(
            a.activity, b.activity, rows[stretch][lost], partners[stretch][lost]
        )
        return left

    return _in_stretches(reduced, len(rows))


def braked(
    weights: Weights,
    a: Vectors,
    b: Vectors,
    rows: np.ndarray,
    partners: np.ndarray,
    left: np.ndarray,
) -> np.ndarray:
    """The scores of pairs to which differences leave `left`, after what brakes take."""

    def reduced(stretch: slice) -> np.ndarray:
        score = left[stretch].copy()
        for brake in weights.brakes:
            score *= left_by(brake, a, b, rows[stretch], partners[stretch])
        if weights.short:
            score *= left_by_length(weights.short, a, b, rows[stretch], partners[stretch])
        return score

    return _in_stretches(reduced, len(rows))


def _in_stretches(reduced: Callable[[slice], np.ndarray], count: int) -> np.ndarray:
    """What `reduced` gives for so many pairs, some at a time."""
    stretches = [slice(at, at + _AT_A_TIME) for at in range(0, count, _AT_A_TIME)]
    if len(stretches) < 2:
        return reduced(slice(count))
    with ThreadPoolExecutor(THREADS) as pool:
        return np.concatenate(list(pool.map(reduced, stretches)))


def _used(weights: Weights) -> Iterable[str]:
    return dict.fromkeys(
        [
            *(name for signal in weights.signals for name in signal.of),
            *(difference.of for difference in weights.differences),
            *(brake.of for brake in weights.brakes),
            *(need.of for need in weights.needs),
        ]
    )


def _product(matrices: Sequence[csr_matrix]) -> csr_matrix:
    """Row by row the products of all entries of one with all of the next: dot products of such rows
    multiply.
    """
    first, *factors = matrices
    for factor in factors:
        first = _row_product(first, factor)
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
