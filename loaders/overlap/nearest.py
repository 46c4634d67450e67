"""The best partners of measures among others, ministry by ministry in sparse products: nothing as large as all pairs is ever held.

Two measures can overlap if their ministries differ (where they differ in part too), or if inside the same ministries their agencies and bodies
do; a page that names a body alone can overlap with any other of its ministry. Measures of one family never do.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sparse_dot_topn import sp_matmul_topn

from loaders.overlap.profiles import Profile
from loaders.overlap.space import Space

THREADS = 2
# scores are at most 1: what this is taken from falls below 0, where no pair is kept
_OUT = 2.0
# entries for which room is made at a time
_ROOM = 5_000_000
Multiply = Callable[[csr_matrix, csr_matrix], csr_matrix]
Found = Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]


def best_pairs(space: Space, of: Sequence[Profile], among: Sequence[Profile], top: int) -> Found:
    """Of each measure its best `top` pairs between ministries and its best `top` inside: rows in `of`, rows in `among`, scores above 0; in batches."""
    return _found(space, of, among, lambda a, b: sp_matmul_topn(a, b, top_n=top, threshold=0.0, n_threads=THREADS))


def pairs_above(space: Space, of: Sequence[Profile], among: Sequence[Profile], least: float) -> Found:
    """All pairs whose score is above `least`, as `best_pairs` gives them."""
    return _found(space, of, among, lambda a, b: _above(a, b, least))


def _above(a: csr_matrix, b: csr_matrix, least: float) -> csr_matrix:
    """The product's entries above `least`, some rows at a time: room is made for every entry of a row."""
    step = max(1, _ROOM // b.shape[1])
    return vstack([sp_matmul_topn(a[at:at + step], b, top_n=b.shape[1], threshold=least, n_threads=THREADS) for at in range(0, a.shape[0], step)])


def _found(space: Space, of: Sequence[Profile], among: Sequence[Profile], multiply: Multiply) -> Found:
    rows, others = _Side(space, of), _Side(space, among)
    families = _columns([p.family for p in (*of, *among)])
    offices = _columns([p.printed_offices for p in (*of, *among)])
    for ministries, at in rows.by_ministries.items():
        inside = others.by_ministries.get(ministries, np.array([], dtype=np.int64))
        outside = np.setdiff1d(np.arange(len(among)), inside, assume_unique=True)
        for to, apart in ((outside, (families,)), (inside, (families, offices))):
            if len(to):
                left = hstack([rows.vectors[at], *(names[at] for names in apart)], format="csr")
                right = hstack([others.vectors[to], *(names[len(of) + to] * -_OUT for names in apart)], format="csr")
                product = multiply(left, right.T.tocsr()).tocoo()
                yield at[product.row], to[product.col], product.data


class _Side:
    """Profiles as rows, and which of them are of the same ministries."""

    def __init__(self, space: Space, profiles: Sequence[Profile]) -> None:
        self.vectors = space.vectors(profiles)
        groups: dict[frozenset[str], list[int]] = {}
        for at, profile in enumerate(profiles):
            groups.setdefault(profile.ministries, []).append(at)
        self.by_ministries = {ministries: np.array(rows) for ministries, rows in groups.items()}


def _columns(names: Sequence[Hashable]) -> csr_matrix:
    """A row a name with a 1 in the name's column; a row of zeros for None."""
    columns = {name: at for at, name in enumerate(dict.fromkeys(name for name in names if name is not None))}
    rows = [at for at, name in enumerate(names) if name is not None]
    at = [columns[name] for name in names if name is not None]
    return csr_matrix((np.ones(len(rows)), (rows, at)), shape=(len(names), max(1, len(columns))))
