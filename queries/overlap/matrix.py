"""Ministry × ministry: how many pairs, how much they are alike, and the money of the measures
involved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from graph.store import Store
from queries.cypher import ask_of_many
from queries.kept import kept
from queries.money.rule import Draw, Total, of_latest_years, totals
from queries.overlap.filter import BETWEEN_MINISTRIES, PairFilter
from queries.overlap.offices import Office, offices_of
from queries.overlap.pairs import ScoredPair
from queries.overlap.things import Things, measures_of, pairs_of_things


@dataclass(frozen=True)
class MatrixCell:
    """The pairs of two offices; within a ministry also those of one office with itself.

    A jointly run measure counts for each of its offices: cells must not be added up.
    """

    office_a: str
    """The office's id, the lower of the two."""
    office_b: str
    """The other office's id."""
    count: int
    """How many pairs they share."""
    by_grade: tuple[int, int, int, int]
    """How many pairs of each grade, 0 to 3."""
    score: float
    """The sum of the scores of the pairs."""
    money: tuple[Total, ...]
    """The budgets of the measures in them in yen, each once, of each measure those of its latest
    fiscal year, one total for each kind and year.
    """
    pairs: tuple[ScoredPair, ...]
    """The pairs, the best first."""


@dataclass(frozen=True)
class OverlapMatrix:
    """The offices that have a pair, and what each two of them share."""

    offices: tuple[Office, ...]
    """The offices, those in most pairs first, then by id."""
    cells: tuple[MatrixCell, ...]
    """One for each two offices with a pair, by ids."""
    in_no_cell: int = 0
    """How many pairs have a measure whose page names no office."""


@kept
def overlap_matrix(
    store: Store, pair_filter: PairFilter = BETWEEN_MINISTRIES, things: Things = "measures"
) -> OverlapMatrix:
    """The pairs that a filter lets through by office: ministries (printed, or supervising the body
    that runs it); within one ministry agencies and bodies. `things`: of measures alone, or also
    with budget programmes, those for companies or any; of these the money is not counted, for a
    sheet does not say which part of it is alike.

    Raises NotFound as `scored_pairs` does.
    """
    pairs = pairs_of_things(store, pair_filter, things)
    ids = sorted({measure for pair in pairs for measure in (pair.a, pair.b)})
    offices = offices_of(store, ids, within=pair_filter.mode == "within")
    draws: dict[str, list[Draw]] = defaultdict(list)
    for row in ask_of_many(store, "overlap/money", measures_of(ids)):
        draws[row["measure"]].append(Draw.of(row))
    of_cell: dict[tuple[str, str], list[ScoredPair]] = defaultdict(list)
    for pair in pairs:
        for cell in _cells_of(offices[pair.a], offices[pair.b]):
            of_cell[cell].append(pair)
    cells = tuple(_cell(a, b, in_cell, draws) for (a, b), in_cell in sorted(of_cell.items()))
    by_id = {office.id: office for of_measure in offices.values() for office in of_measure}
    return OverlapMatrix(
        tuple(by_id[office] for office in _most_pairs_first(cells)),
        cells,
        sum(not (offices[pair.a] and offices[pair.b]) for pair in pairs),
    )


def _cells_of(a: tuple[Office, ...], b: tuple[Office, ...]) -> list[tuple[str, str]]:
    """Every two offices of which one runs the first measure and one the second; an office with
    itself only where nobody else is in it.
    """
    every_two = {(min(x.id, y.id), max(x.id, y.id)) for x, y in product(a, b)}
    return sorted({(x, y) for x, y in every_two if x != y} or every_two)


def _cell(
    office_a: str, office_b: str, pairs: list[ScoredPair], draws: dict[str, list[Draw]]
) -> MatrixCell:
    grades = Counter(pair.grade for pair in pairs)
    measures = sorted({measure for pair in pairs for measure in (pair.a, pair.b)})
    return MatrixCell(
        office_a,
        office_b,
        len(pairs),
        (grades[0], grades[1], grades[2], grades[3]),
        round(sum(pair.score for pair in pairs), 4),
        totals(of_latest_years(draw for measure in measures for draw in draws[measure])),
        tuple(pairs),
    )


def _most_pairs_first(cells: Sequence[MatrixCell]) -> list[str]:
    counted: Counter[str] = Counter()
    for cell in cells:
        counted.update(dict.fromkeys((cell.office_a, cell.office_b), cell.count))
    return sorted(counted, key=lambda office: (-counted[office], office))
