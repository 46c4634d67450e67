"""What changed from one document to another: like compared with like, each change with its places
in both.
"""

from __future__ import annotations

import pytest

from graph.errors import NotFound
from graph.store import Store
from queries.changes.diff import KINDS, Change, Diff, diff
from queries.changes.growth import Drawn, Growth, growth
from queries.measure.version import DocumentVersion
from queries.money.rule import Draw
from queries.sources import Source
from tests.made_up import catalogue as made_up
from tests.made_up.years import EARLIER, GONE


@pytest.fixture(scope="module")
def difference(store_of_two_years: Store) -> Diff:
    return diff(store_of_two_years, EARLIER, made_up.DOCUMENT)


def changes(difference: Diff, kind: str) -> dict[str, Change]:
    return {change.id: change for change in difference.changes if change.kind == kind}


def before(change: Change) -> DocumentVersion:
    assert change.before
    return change.before


def after(change: Change) -> DocumentVersion:
    assert change.after
    return change.after


def money(change: Change) -> Growth:
    assert change.money
    return change.money


def at(document: str, *lines: int) -> tuple[Source, ...]:
    return tuple(Source(document, line) for line in lines)


# --- between two documents ------------------------------------------------------------------------


def test_measures_are_new_and_gone_and_what_they_go_on_as_is_named(difference: Diff) -> None:
    assert set(changes(difference, "new")) == {made_up.MATCHING, made_up.KURUMIN_PAGE, made_up.LOAN}
    (gone,) = changes(difference, "gone").values()
    assert (gone.id, gone.after, before(gone).sources) == (GONE, None, at(EARLIER, 101))
    assert [(relative.relation, relative.id) for relative in gone.relatives] == [
        ("succeeded_by", made_up.MATCHING)
    ]
    assert [
        (relative.relation, relative.id)
        for relative in changes(difference, "new")[made_up.MATCHING].relatives
    ] == [
        ("succeeds", GONE),
        ("has_part", made_up.SALES),
    ]


def test_another_title_is_renamed_another_spelling_or_an_added_by_name_is_not(
    difference: Diff,
) -> None:
    (renamed,) = changes(difference, "renamed").values()
    assert (before(renamed).titles, after(renamed).titles) == (
        ("設備投資補助金",),
        ("ものづくり設備補助金",),
    )
    assert (before(renamed).sources, after(renamed).sources) == (
        at(EARLIER, 21),
        at(made_up.DOCUMENT, 51),
    )


def test_another_ministry_is_moved_and_fewer_beside_the_lead_are_other_partners(
    difference: Diff,
) -> None:
    (moved,) = changes(difference, "moved").values()
    assert (moved.id, before(moved).ministries, after(moved).ministries) == (
        made_up.EQUIPMENT,
        (made_up.CAO,),
        (made_up.METI,),
    )
    assert (before(moved).sources, after(moved).sources) == (
        at(EARLIER, 28),
        at(made_up.DOCUMENT, 90),
    )
    (partners,) = changes(difference, "partners").values()
    assert (partners.id, before(partners).ministries, after(partners).ministries) == (
        made_up.REGION_TAX,
        (made_up.CAO, made_up.METI),
        (made_up.CAO,),
    )


def test_a_ministry_that_is_only_derived_has_not_moved_anything(difference: Diff) -> None:
    assert made_up.SALES not in changes(difference, "moved") | changes(difference, "partners")


def test_money_grows_and_shrinks_by_kind(difference: Diff) -> None:
    grown, shrunk = changes(difference, "grown"), changes(difference, "shrunk")
    assert set(grown) == {made_up.EQUIPMENT, made_up.SALES} and set(shrunk) == {made_up.EQUIPMENT}
    equipment = grown[made_up.EQUIPMENT]
    assert (
        money(equipment).before.kind,
        money(equipment).before.yen,
        money(equipment).after.yen,
        money(equipment).sure,
    ) == ("supplementary", 8_000_000_000, 10_000_000_000, True)
    assert (before(equipment).sources, after(equipment).sources) == (
        at(EARLIER, 26),
        at(made_up.DOCUMENT, 55),
    )
    assert (
        money(shrunk[made_up.EQUIPMENT]).before.year,
        money(shrunk[made_up.EQUIPMENT]).after.year,
    ) == (2023, 2025)


def test_a_part_of_one_pot_is_at_most_and_not_sure(difference: Diff) -> None:
    sales = money(changes(difference, "grown")[made_up.SALES])
    assert (sales.before.at_most, sales.after.at_most, sales.sure) == (True, True, False)


def test_a_whole_sum_against_a_part_of_a_larger_one_cannot_be_compared(difference: Diff) -> None:
    assert difference.uncompared == (made_up.WORKSTYLE,)


def test_changes_are_counted_and_stand_in_one_order(difference: Diff) -> None:
    assert difference.measures == (5, 7, 4)
    assert difference.counts == {kind: len(changes(difference, kind)) for kind in KINDS}
    assert list(difference.changes) == sorted(
        difference.changes, key=lambda change: (KINDS.index(change.kind), change.id)
    )
    assert all(
        place.line
        for change in difference.changes
        for side in (change.before, change.after)
        if side
        for place in side.sources
    )


def test_the_way_back_is_the_mirror_and_says_so(
    store_of_two_years: Store, difference: Diff
) -> None:
    back = diff(store_of_two_years, made_up.DOCUMENT, "試しの取組方針")
    mirrored = {"new": "gone", "grown": "shrunk"}
    assert (back.backwards, difference.backwards) == (True, False)
    assert {back.counts[backwards] for forwards, backwards in mirrored.items()} == {
        difference.counts[forwards] for forwards in mirrored
    }
    assert diff(store_of_two_years, EARLIER, EARLIER).changes == ()


@pytest.mark.parametrize("name", ["booklet-1999", ""])
def test_a_document_that_is_not_there_is_told_with_those_that_are(
    store_of_two_years: Store, name: str
) -> None:
    with pytest.raises(
        NotFound, match=f"there is no document '{name}' — there are booklet-2025, followup-2023"
    ):
        diff(store_of_two_years, EARLIER, name)


# --- what can be compared -------------------------------------------------------------------------


def drawn(
    yen: int,
    kind: str = "initial",
    year: int | None = 2023,
    part_of: bool = False,
    pot: str | None = None,
    budget: str | None = None,
) -> Drawn:
    return Drawn(
        Draw("m", budget or f"{yen}{kind}{year}{pot}", kind, year, yen, part_of, pot),
        (Source("d", 1),),
    )


def told(before: list[Drawn], after: list[Drawn]) -> tuple[list[tuple[str, bool]], bool]:
    changes, unclear = growth(before, after)
    return [(change.change, change.sure) for change in changes], unclear


def test_the_latest_year_of_a_kind_is_compared() -> None:
    assert told([drawn(9), drawn(5, year=2024)], [drawn(9), drawn(7, year=2025)]) == (
        [("grown", True)],
        False,
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([drawn(5)], [drawn(9, "supplementary", 2024)]),
        ([drawn(5, "unstated")], [drawn(9, "unstated", 2024)]),
        ([drawn(5)], [drawn(9)]),
        ([drawn(5)], [drawn(9, year=None), drawn(3, year=2025)]),
        ([drawn(5, year=None)], [drawn(5, year=None, budget="a"), drawn(5, year=None, budget="b")]),
        ([drawn(5)], [drawn(9, year=2025, part_of=True, pot="基金")]),
        ([drawn(9, part_of=True, pot="基金")], [drawn(5, year=2025)]),
        ([drawn(9, part_of=True, pot="基金")], [drawn(5, year=2025, part_of=True, pot="別の基金")]),
    ],
    ids=[
        "another kind",
        "no kind",
        "one year told otherwise",
        "years mixed with none",
        "several without a year",
        "whole and part",
        "part and whole",
        "two pots",
    ],
)
def test_what_is_not_alike_is_not_compared(before: list[Drawn], after: list[Drawn]) -> None:
    assert told(before, after) == ([], True)


def test_a_part_that_cannot_reach_the_other_sum_is_a_sure_change() -> None:
    assert told([drawn(5, part_of=True)], [drawn(9, year=2025)]) == ([("grown", True)], False)
    assert told([drawn(9)], [drawn(5, year=2025, part_of=True)]) == ([("shrunk", True)], False)
    assert told([drawn(12)], [drawn(8, year=2025), drawn(3, year=2025, part_of=True)]) == (
        [("shrunk", True)],
        False,
    )


def test_the_same_money_and_the_same_rounded_are_no_change() -> None:
    assert told([drawn(5, budget="x")], [drawn(5, budget="x")]) == ([], False)
    assert told([drawn(300_000_000)], [drawn(302_000_000, year=2025)])[0] == []


def test_money_that_only_one_document_prints_is_no_change() -> None:
    assert told([], [drawn(5)]) == told([drawn(5)], []) == ([], False)
