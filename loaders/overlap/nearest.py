"""The best partners of measures among others, ministry by ministry in sparse products: nothing as large as all pairs is ever held.

Two measures can overlap if their ministries differ (where they differ in part too), or if inside the same ministries their agencies and bodies
do; a page that names a body alone can overlap with any other of its ministry, and one of which no ministry is known with any that has one.
A measure never does with its part or whole, its predecessor or successor.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sparse_dot_topn import sp_matmul_topn

from loaders.overlap.profiles import Profile
from loaders.overlap.space import Space, scores

THREADS = 2
DECIMALS = 4
# differences change the order: so many times as many as are wanted are looked at
_WIDER = 2
# products are at most 1: what this is taken from falls below 0, where no pair is kept
_OUT = 2.0
# among so many all are looked at
_FEW = 1000
# entries for which room is made at a time
_ROOM = 5_000_000
Multiply = Callable[[csr_matrix, csr_matrix], csr_matrix]
# rows of those that partners are searched for, rows of the partners, scores (to four decimals)
Found = tuple[np.ndarray, np.ndarray, np.ndarray]


def best_pairs(space: Space, of: Sequence[Profile], among: Sequence[Profile], top: int) -> Iterator[Found]:
    """Of each measure its best `top` pairs between ministries and its best `top` inside, with a score above 0, in batches; of equals the first.

    Of many measures they are chosen among the twice as many that are best before differences.
    """
    for rows, others, values in _found(space, of, among, lambda a, b: _best(a, b, _WIDER * top)):
        # by row, best first; what is equal stays in the order of the partners (a score is at most 1, rows are 2 apart)
        order = np.argsort(2.0 * rows - values, kind="stable")
        rows = rows[order]
        chosen = np.arange(len(rows)) - np.searchsorted(rows, rows) < top
        yield rows[chosen], others[order[chosen]], values[order[chosen]]


def _best(a: csr_matrix, b: csr_matrix, top: int) -> csr_matrix:
    """The product's best entries of each row, all of them where there are few."""
    return sp_matmul_topn(a, b, top_n=b.shape[1] if b.shape[1] <= _FEW else top, threshold=0.0, n_threads=THREADS)


def pairs_above(space: Space, of: Sequence[Profile], among: Sequence[Profile], least: float) -> Iterator[Found]:
    """All pairs whose score is at least `least`, in batches."""
    for rows, others, values in _found(space, of, among, lambda a, b: _above(a, b, least)):
        chosen = values >= least
        yield rows[chosen], others[chosen], values[chosen]


def _above(a: csr_matrix, b: csr_matrix, least: float) -> csr_matrix:
    """The product's entries about `least` and above, some rows at a time: room is made for every entry of a row."""
    step = max(1, _ROOM // b.shape[1])
    return vstack([sp_matmul_topn(a[at:at + step], b, top_n=b.shape[1], threshold=0.999 * least, n_threads=THREADS) for at in range(0, a.shape[0], step)])


def _found(space: Space, of: Sequence[Profile], among: Sequence[Profile], multiply: Multiply) -> Iterator[Found]:
    """What `multiply` finds between the ministries' measures and inside, scored."""
    left = space.vectors(of)
    right = left if among is of else space.vectors(among)
    kin = _marked([[p.id] for p in of], [[p.id, *p.kin] for p in among])
    offices = _marked(*([[p.printed_offices] if p.printed_offices is not None else [] for p in side] for side in (of, among)))
    groups = _by_ministries(among)
    for ministries, at in _by_ministries(of).items():
        inside = groups.get(ministries, np.array([], dtype=np.int64))
        outside = np.setdiff1d(np.arange(len(among)), inside, assume_unique=True)
        for to, apart in ((outside, (kin,)), (inside, (kin, offices))):
            if len(to) and (ministries or to is outside):
                a = hstack([left.all[at], *(mine[at] for mine, _ in apart)], format="csr")
                b = hstack([right.all[to], *(theirs[to] * -_OUT for _, theirs in apart)], format="csr")
                product = multiply(a, b.T.tocsr())
                product.sort_indices()
                product = product.tocoo()
                rows, others = at[product.row], to[product.col]
                yield rows, others, scores(space.weights, left, right, rows, others, product.data).round(DECIMALS)


def _by_ministries(profiles: Sequence[Profile]) -> dict[frozenset[str], np.ndarray]:
    groups: dict[frozenset[str], list[int]] = {}
    for at, profile in enumerate(profiles):
        groups.setdefault(profile.ministries, []).append(at)
    return {ministries: np.array(rows) for ministries, rows in groups.items()}


def _marked(of: Sequence[Sequence[Hashable]], among: Sequence[Sequence[Hashable]]) -> tuple[csr_matrix, csr_matrix]:
    """Rows with a 1 for each mark, in columns that both sides share."""
    columns = {mark: at for at, mark in enumerate(dict.fromkeys(mark for marks in of for mark in marks))}
    return _ones(of, columns), _ones(among, columns)


def _ones(rows: Sequence[Sequence[Hashable]], columns: Mapping[Hashable, int]) -> csr_matrix:
    at = np.fromiter((columns.get(mark, -1) for marks in rows for mark in marks), dtype=np.int64)
    row, known = np.repeat(np.arange(len(rows)), [len(marks) for marks in rows]), at >= 0
    return csr_matrix((np.ones(known.sum()), (row[known], at[known])), shape=(len(rows), max(1, len(columns))))
