"""Ministry × ministry: pairs, the sum of their scores, and each pot once."""

from __future__ import annotations

from graph.store import Store
from queries.overlap.filter import PairFilter
from queries.overlap.matrix import MatrixCell, OverlapMatrix, _cells_of, overlap_matrix
from queries.overlap.offices import Office
from queries.overlap.pairs import ScoredPair
from tests.made_up import catalogue as made_up
from tests.made_up.overlaps import FAIR, MAFF

METI = f"ministry:{made_up.METI}"


def cells(matrix: OverlapMatrix) -> dict[tuple[str, str], MatrixCell]:
    return {
        (cell.office_a.partition(":")[2], cell.office_b.partition(":")[2]): cell
        for cell in matrix.cells
    }


def test_a_cell_counts_the_pairs_of_two_ministries_by_grade(store_of_overlaps: Store) -> None:
    of_offices = cells(overlap_matrix(store_of_overlaps))
    assert {key: cell.count for key, cell in of_offices.items()} == {
        (made_up.MHLW, made_up.METI): 2,
        (made_up.METI, MAFF): 3,
        (made_up.MHLW, MAFF): 2,
    }
    both = of_offices[made_up.METI, MAFF]
    assert (both.by_grade, both.score) == ((0, 1, 1, 1), 2.02)
    assert both.pairs[0] == ScoredPair(made_up.SALES, FAIR, 0.9, 3)


def test_a_joint_measure_counts_for_each_of_its_ministries_but_no_pair_twice_in_a_cell(
    store_of_overlaps: Store,
) -> None:
    of_offices = cells(overlap_matrix(store_of_overlaps))
    matching = ScoredPair(made_up.MATCHING, FAIR, 0.5, 1)
    assert [
        matching in of_offices[ministry, MAFF].pairs for ministry in (made_up.METI, made_up.MHLW)
    ] == [True, True]
    assert [(pair.a, pair.b) for pair in of_offices[made_up.MHLW, made_up.METI].pairs] == [
        (made_up.SALES, made_up.MATCHING),
        (made_up.EQUIPMENT, made_up.WORKSTYLE),
    ]


def test_a_pot_in_a_cell_is_counted_once_however_many_of_its_measures_draw_on_it(
    store_of_overlaps: Store,
) -> None:
    initial = cells(overlap_matrix(store_of_overlaps))[made_up.METI, MAFF].money[0]
    assert (initial.kind, initial.own, initial.pots) == (
        "initial",
        600_000_000 + 300_000_000,
        made_up.JETRO_POT,
    )


def test_the_grade_is_a_floor_and_offices_without_a_pair_are_left_out(
    store_of_overlaps: Store,
) -> None:
    matrix = overlap_matrix(store_of_overlaps, PairFilter(grade=3))
    assert [office.id for office in matrix.offices] == [METI, f"ministry:{MAFF}"] and len(
        matrix.cells
    ) == 1
    assert [office.name for office in overlap_matrix(store_of_overlaps).offices] == [
        made_up.METI,
        MAFF,
        made_up.MHLW,
    ]
    assert overlap_matrix(store_of_overlaps, PairFilter(ministry="内閣府")) == OverlapMatrix((), ())


def test_inside_a_ministry_the_offices_are_agencies_and_bodies(store_of_overlaps: Store) -> None:
    (cell,) = overlap_matrix(store_of_overlaps, PairFilter(mode="within")).cells
    assert (cell.office_a, cell.office_b, cell.count) == (
        "agency:中小企業庁",
        "body:日本貿易振興機構",
        1,
    )


def test_two_measures_of_one_body_are_in_its_cell_with_itself() -> None:
    first, second = (Office(f"body:{name}", name, name) for name in "甲乙")
    assert _cells_of((first,), (first,)) == [(first.id, first.id)]
    assert _cells_of((first,), (first, second)) == [(second.id, first.id)]
