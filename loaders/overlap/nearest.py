"""The best partners of measures among others, ministry by ministry in sparse products: nothing as
large as all pairs is ever held.

Two measures can overlap if their ministries differ (where they differ in part too), or if inside
the same ministries their agencies and bodies do; a page that names a body alone can overlap with
any other of its ministry. One of which no ministry is known has none that another's could differ
from, so that it is in no pair. A measure never overlaps with its part or whole, its predecessor or
successor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sparse_dot_topn import sp_matmul_topn

from loaders.overlap.profiles import Profile
from loaders.overlap.space import THREADS, Space, braked, unbraked

# rows times columns from which a product is shared between threads: smaller ones are sooner done
# than threads are started
_SHARED = 10_000_000
DECIMALS = 4
# differences change the order: so many times as many as are wanted are looked at
_WIDER = 2
# products are at most 1: what this is taken from falls below 0, where no pair is kept
_OUT = 2.0
# a group of more than one in so many is multiplied apart
_LARGE = 8
# scores are rounded: what is as near as this to the least may reach it
_ABOUT = 0.999
# among so many all are looked at
_FEW = 1000
# entries for which room is made at a time
_ROOM = 5_000_000
Multiply = Callable[[csr_matrix, csr_matrix], csr_matrix]
# rows of those that partners are searched for, rows of the partners, scores (to four decimals)
Found = tuple[np.ndarray, np.ndarray, np.ndarray]


def best_pairs(
    space: Space, of: Sequence[Profile], among: Sequence[Profile], top: int
) -> Iterator[Found]:
    """Of each measure its best `top` pairs between ministries and its best `top` inside, with a
    score above 0, in batches; of equals the first.

    Of many measures they are chosen among the twice as many that are best before differences, and
    before brakes.
    """
    many = len(among) > _FEW

    def promising(rows: np.ndarray, values: np.ndarray) -> np.ndarray:
        return _first(rows, values, top) if many else np.arange(len(rows))

    for rows, partners, values in _found(
        space, of, among, lambda a, b: _best(a, b, _WIDER * top), promising
    ):
        chosen = _first(rows, values, top)
        yield rows[chosen], partners[chosen], values[chosen]


def _first(rows: np.ndarray, values: np.ndarray, top: int) -> np.ndarray:
    """Where the best `top` of each row are, by row, best first; what is equal stays in the order of
    the partners.
    """
    # a score is at most 1, rows are 2 apart
    order = np.argsort(2.0 * rows - values, kind="stable")
    in_order = rows[order]
    first: np.ndarray = order[np.arange(len(in_order)) - np.searchsorted(in_order, in_order) < top]
    return first


def _best(a: csr_matrix, b: csr_matrix, top: int) -> csr_matrix:
    """The product's best entries of each row, all of them where there are few."""
    return _product(a, b, b.shape[1] if b.shape[1] <= _FEW else top, 0.0)


def _product(a: csr_matrix, b: csr_matrix, top: int, least: float) -> csr_matrix:
    """The best `top` entries of each row of the product, above `least`."""
    threads = THREADS if a.shape[0] * b.shape[1] >= _SHARED else 1
    return sp_matmul_topn(a, b, top_n=top, threshold=least, n_threads=threads)


def pairs_above(
    space: Space, of: Sequence[Profile], among: Sequence[Profile], least: float
) -> Iterator[Found]:
    """All pairs whose score is at least `least`, in batches."""
    for rows, partners, values in _found(
        space,
        of,
        among,
        lambda a, b: _above(a, b, least),
        lambda _, values: np.nonzero(values >= _ABOUT * least)[0],
    ):
        chosen = values >= least
        yield rows[chosen], partners[chosen], values[chosen]


def _above(a: csr_matrix, b: csr_matrix, least: float) -> csr_matrix:
    """The product's entries about `least` and above, some rows at a time: room is made for every
    entry of a row.
    """
    step = max(1, _ROOM // b.shape[1])
    return vstack(
        [
            _product(a[at : at + step], b, b.shape[1], _ABOUT * least)
            for at in range(0, a.shape[0], step)
        ]
    )


def _found(
    space: Space,
    of: Sequence[Profile],
    among: Sequence[Profile],
    multiply: Multiply,
    promising: Callable[[np.ndarray, np.ndarray], np.ndarray],
) -> Iterator[Found]:
    """What `multiply` finds between the ministries' measures and inside, scored, as far as it is
    `promising` (rows, scores before brakes -> where).
    """
    left = space.vectors(of)
    right = left if among is of else space.vectors(among)
    mine, theirs = _barred(of, among)
    for block in _blocks(of, among):
        a = hstack([left.all[block.rows], mine[block.rows], *block.marks[:1]], format="csr")
        b = hstack(
            [
                right.all[block.others],
                theirs[block.others] * -_OUT,
                *(marks * -_OUT for marks in block.marks[1:]),
            ],
            format="csr",
        )
        product = multiply(a, b.T.tocsr())
        product.sort_indices()
        product = product.tocoo()
        rows, partners = block.rows[product.row], block.others[product.col]
        values = unbraked(space.weights, left, right, rows, partners, product.data)
        chosen = promising(rows, values)
        rows, partners, values = rows[chosen], partners[chosen], values[chosen]
        yield (
            rows,
            partners,
            braked(space.weights, left, right, rows, partners, values).round(DECIMALS),
        )


# --- which can be a pair --------------------------------------------------------------------------


@dataclass(frozen=True)
class Block:
    """Rows of those that partners are searched for, and of the partners; what has a mark in common
    (a 1 in a column of both `marks`) is no pair.
    """

    rows: np.ndarray
    """The rows of those that partners are searched for."""
    others: np.ndarray
    """The rows of the partners."""
    marks: tuple[csr_matrix, ...] = ()
    """Matrices of 0 and 1, of `rows` and of `others`, with a column a mark; none where every pair
    counts.
    """


def _blocks(of: Sequence[Profile], among: Sequence[Profile]) -> Iterator[Block]:
    """Each of `of` once with measures of other ministries, and once with those of other offices
    inside its ministries.
    """
    mine, theirs = _numbered([p.ministries for p in of], [p.ministries for p in among])
    rows, partners = _alike_together(of), _alike_together(among)
    yield from _of_other_groups(
        mine,
        theirs,
        rows[[bool(of[row].ministries) for row in rows]],
        partners[[bool(among[row].ministries) for row in partners]],
    )
    # one that names a body alone is of no group: it can overlap with all of its ministry
    offices = _numbered([p.printed_offices for p in of], [p.printed_offices for p in among])
    known = np.unique(
        [number for number, profile in zip(mine.tolist(), of, strict=True) if profile.ministries]
    )
    for ministries in known:
        yield from _of_other_groups(
            *offices, rows[mine[rows] == ministries], partners[theirs[partners] == ministries]
        )


def _alike_together(profiles: Sequence[Profile]) -> np.ndarray:
    """The rows; those of many by their problems, so that what is multiplied with each other lies
    close in memory.
    """
    return np.array(
        (
            sorted(range(len(profiles)), key=lambda row: sorted(profiles[row].names["problem"]))
            if len(profiles) > _FEW
            else range(len(profiles))
        ),
        dtype=np.int64,
    )


def _of_other_groups(
    mine: np.ndarray, theirs: np.ndarray, rows: np.ndarray, partners: np.ndarray
) -> Iterator[Block]:
    """Large groups each with what is left of the others, so that little is multiplied in vain;
    small ones together, marked.
    """
    numbers, sizes = np.unique(theirs[partners], return_counts=True)
    large = [
        number
        for number, size in zip(numbers.tolist(), sizes.tolist(), strict=True)
        if number >= 0 and _LARGE * size > len(partners)
    ]
    blocks = [
        Block(rows[mine[rows] == number], partners[theirs[partners] != number]) for number in large
    ]
    rest = rows[~np.isin(mine[rows], large)]
    columns = max(mine.max(initial=0), theirs.max(initial=0)) + 1
    blocks.append(
        Block(rest, partners, (_marks(mine[rest], columns), _marks(theirs[partners], columns)))
    )
    yield from (block for block in blocks if len(block.rows) and len(block.others))


def _numbered(
    mine: Sequence[frozenset[str] | None], theirs: Sequence[frozenset[str] | None]
) -> tuple[np.ndarray, np.ndarray]:
    """The number of each group, −1 for none."""
    numbers = {
        group: number
        for number, group in enumerate(
            dict.fromkeys(group for group in (*mine, *theirs) if group is not None)
        )
    }

    def number_of(group: frozenset[str] | None) -> int:
        return -1 if group is None else numbers[group]

    return np.fromiter(map(number_of, mine), dtype=np.int64), np.fromiter(
        map(number_of, theirs), dtype=np.int64
    )


def _marks(numbers: np.ndarray, columns: int) -> csr_matrix:
    has_group = numbers >= 0
    return csr_matrix(
        (np.ones(has_group.sum()), numbers[has_group], np.concatenate([[0], np.cumsum(has_group)])),
        shape=(len(numbers), columns),
    )


def _barred(of: Sequence[Profile], among: Sequence[Profile]) -> tuple[csr_matrix, csr_matrix]:
    """Marks that a measure has in common with itself, its parts and wholes, predecessors and
    successors (with few measures if it has none of these).
    """
    barred = [(*p.relatives, p.id) if p.printed_offices is None else p.relatives for p in among]
    columns = {measure: at for at, measure in enumerate(dict.fromkeys(chain.from_iterable(barred)))}
    width, column = (
        max(1, len(columns)),
        np.fromiter(map(columns.get, chain.from_iterable(barred)), dtype=np.int64),
    )
    ends = np.concatenate([[0], np.cumsum(np.fromiter(map(len, barred), dtype=np.int64))])
    columns_of_own = np.fromiter((columns.get(p.id, -1) for p in of), dtype=np.int64)
    return _marks(columns_of_own, width), csr_matrix(
        (np.ones(len(column)), column, ends), shape=(len(among), width)
    )
