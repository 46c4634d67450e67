"""Ministry × ministry: how many pairs, how much they are alike, and the money of the measures
involved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from graph.store import Store
from queries.cypher import ask
from queries.english import in_english
from queries.money.rule import Draw, Total, of_latest_years, totals_by_year
from queries.overlap.grades import GRADES
from queries.overlap.pairs import Asked, ScoredPair, scored_pairs


@dataclass(frozen=True)
class Office:
    """A ministry; within one ministry an agency or body, or the ministry for its measures that have
    neither.
    """

    id: str
    name: str
    english: str


@dataclass(frozen=True)
class MatrixCell:
    """The pairs of two offices (ids, the lower first; within a ministry also of one office with
    itself), best first.

    by_grade : how many pairs of each grade 0–3. score : the sum over the pairs. money : the budgets
    of the measures in them, each once (yen), of each measure those of its latest fiscal year, one
    total for each kind and year. A jointly run measure counts for each of its offices: cells must
    not be added up.
    """

    one: str
    other: str
    count: int
    by_grade: tuple[int, int, int, int]
    score: float
    money: tuple[Total, ...]
    pairs: tuple[ScoredPair, ...]


@dataclass(frozen=True)
class OverlapMatrix:
    """The offices that have a pair, those in most pairs first, then by id; and a cell for each two
    with a pair, by ids; `in_no_cell` pairs are in none, because the page of one of their measures
    names no office.
    """

    offices: tuple[Office, ...]
    cells: tuple[MatrixCell, ...]
    in_no_cell: int = 0


def overlap_matrix(store: Store, asked: Asked = Asked()) -> OverlapMatrix:
    """The pairs asked for by office: ministries (printed, or supervising the body that runs it);
    within one ministry agencies and bodies.

    Raises NotFound as `scored_pairs` does.
    """
    pairs = scored_pairs(store, asked)
    ids = sorted({measure for pair in pairs for measure in (pair.a, pair.b)})
    offices = offices_of(store, ids, within=asked.mode == "within")
    draws: dict[str, list[Draw]] = defaultdict(list)
    for row in ask(store, "overlap/money", ids=ids):
        draws[row["measure"]].append(Draw.of(row))
    of_cell: dict[tuple[str, str], list[ScoredPair]] = defaultdict(list)
    for pair in pairs:
        for cell in _cells_of(offices[pair.a], offices[pair.b]):
            of_cell[cell].append(pair)
    cells = tuple(_cell(one, other, own, draws) for (one, other), own in sorted(of_cell.items()))
    known = {office.id: office for own in offices.values() for office in own}
    return OverlapMatrix(
        tuple(known[each] for each in _most_pairs_first(cells)),
        cells,
        sum(not (offices[pair.a] and offices[pair.b]) for pair in pairs),
    )


def _cells_of(a: tuple[Office, ...], b: tuple[Office, ...]) -> list[tuple[str, str]]:
    """Every two offices of which one runs the one measure and the other the other; one with itself
    only where nobody else is in it.
    """
    both = {(min(x.id, y.id), max(x.id, y.id)) for x, y in product(a, b)}
    return sorted({(one, other) for one, other in both if one != other} or both)


def offices_of(
    store: Store, measures: Sequence[str], within: bool = False
) -> dict[str, tuple[Office, ...]]:
    """Measure id -> its ministries by id (none where its page names none); `within` a ministry its
    agencies and bodies, or the ministries where it has neither.
    """
    found: dict[str, list[tuple[str, Office]]] = {measure: [] for measure in measures}
    for row in ask(store, "overlap/offices", ids=list(measures)):
        found[row["measure"]].append(
            (row["type"], Office(row["id"], row["name"], row["english"] or in_english(row["name"])))
        )
    ministries = {
        measure: tuple(office for kind, office in own if kind == "Ministry")
        for measure, own in found.items()
    }
    if not within:
        return ministries
    return {
        measure: tuple(office for kind, office in own if kind != "Ministry") or ministries[measure]
        for measure, own in found.items()
    }


def _cell(
    one: str, other: str, pairs: list[ScoredPair], draws: dict[str, list[Draw]]
) -> MatrixCell:
    grades = Counter(pair.grade for pair in pairs)
    measures = sorted({measure for pair in pairs for measure in (pair.a, pair.b)})
    return MatrixCell(
        one,
        other,
        len(pairs),
        tuple(grades[grade] for grade in GRADES),
        round(sum(pair.score for pair in pairs), 4),
        totals_by_year(of_latest_years(draw for measure in measures for draw in draws[measure])),
        tuple(pairs),
    )


def _most_pairs_first(cells: Sequence[MatrixCell]) -> list[str]:
    counted: Counter[str] = Counter()
    for cell in cells:
        counted.update(dict.fromkeys((cell.one, cell.other), cell.count))
    return sorted(counted, key=lambda office: (-counted[office], office))
