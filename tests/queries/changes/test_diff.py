"""What changed from one document to another: like compared with like, each change with its places
in both.
"""

from __future__ import annotations

import pytest

from graph.errors import NotFound
from graph.store import Store
from queries.changes.diff import KINDS, Change, Diff, diff
from queries.changes.growth import Drawn, Growth, growth
from queries.changes.names import TellsOf, is_one_name, tells_renaming
from queries.changes.otherwise import stand_ins
from queries.measure.version import DocumentVersion
from queries.money.rule import Draw
from queries.sources import Source
from tests.made_up import catalogue as made_up
from tests.made_up.years import EARLIER, GONE, ITEM_NEW


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


def test_a_measure_is_first_told_no_longer_told_or_told_otherwise(difference: Diff) -> None:
    assert set(changes(difference, "first_told")) == {made_up.KURUMIN_PAGE, made_up.LOAN}
    (gone,) = changes(difference, "no_longer_told").values()
    assert (gone.id, gone.after, before(gone).sources) == (GONE, None, at(EARLIER, 101))
    assert [(relative.relation, relative.id) for relative in gone.relatives] == [
        ("succeeded_by", made_up.MATCHING)
    ]
    (otherwise,) = changes(difference, "stand_ins").values()
    assert (otherwise.id, otherwise.before) == (made_up.MATCHING, None)
    assert [(relative.relation, relative.id) for relative in otherwise.relatives] == [
        ("succeeds", GONE),
        ("has_part", made_up.SALES),
    ]
    assert [(told.how, told.id) for told in otherwise.told_as] == [("part", made_up.SALES)]
    assert {place.document for told in otherwise.told_as for place in told.sources} == {EARLIER}


def test_an_item_that_covers_a_measure_and_a_pot_of_its_name_tell_of_it(
    store_of_two_years: Store,
) -> None:
    titles = {GONE: ["地域デジタル化事業"], "measure:ffffffff": ["地域デジタル化"]}
    told = stand_ins(store_of_two_years, EARLIER, titles, {})
    assert {measure: [(t.how, t.id) for t in tells] for measure, tells in told.items()} == {
        GONE: [("item", ITEM_NEW)]
    }
    pots = stand_ins(
        store_of_two_years,
        made_up.DOCUMENT,
        {"measure:ffffffff": ["JETRO運営費交付金", "ほか"]},
        {},
    )
    assert [(t.how, t.name) for t in pots["measure:ffffffff"]] == [("pot", "JETRO運営費交付金")]


@pytest.mark.parametrize(
    ("before_", "after_", "same"),
    [
        ("教育訓練給付", "教育訓練給付金", True),
        ("設備強靱化事業", "設備強靭化事業", True),
        ("地方拠点税制の活用促進", "地方拠点税制", True),
        ("賃上げ等への助成【港町改善助成金】", "港町改善助成金", True),
        ("港町改善助成金第2期", "港町改善助成金第3期", False),
        ("港町助成", "山村助成", False),
        ("税制", "地方拠点税制", False),
        ("営業秘密相談窓口事業", "営業秘密支援窓口", False),
        ("港町税制の創設", "港町税制", True),
        ("EPAの利活用について", "EPA利活用促進", True),
        ("港町・食品産業技術総合研究機構", "港研機構", True),
        ("港町技術機構(MGK)", "MGK", True),
        ("港町輸出緊急対策事業", "港町緊急対策支援事業", False),
    ],
)
def test_a_rename_is_more_than_a_misprint_or_what_a_document_does(
    before_: str, after_: str, same: bool
) -> None:
    assert is_one_name({before_}, {after_}) is same


def test_renamed_is_what_a_page_prints_or_what_has_one_scheme() -> None:
    row: dict[str, str] = dict.fromkeys(("rates", "caps", "scheme", "related"), "[]")
    rates = '[{"size_class": null, "value": 0.5}]'
    caps = '[{"size_class": null, "yen": 5000000}]'
    former = '[{"name": "港町助成", "relation": "succeeds"}]'
    none, with_rate, with_both, names_it = (
        TellsOf().with_page(row | told)
        for told in ({}, {"rates": rates}, {"rates": rates, "caps": caps}, {"related": former})
    )
    assert tells_renaming(with_rate, with_both, ["港町助成"], ["山村助成"])
    assert tells_renaming(with_rate, with_rate, ["港町助成"], ["山村助成"])
    assert tells_renaming(none, names_it, ["港町助成"], ["山村助成"])
    assert not tells_renaming(none, none, ["港町助成"], ["山村助成"])
    assert not tells_renaming(none, with_rate, ["港町助成"], ["山村助成"])
    assert not tells_renaming(none, names_it, ["里の助成"], ["山村助成"])


def test_another_title_is_told_another_spelling_or_an_added_by_name_is_not(
    difference: Diff,
) -> None:
    (renamed,) = changes(difference, "retitled").values()
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
    mirrored = {"first_told": "no_longer_told", "grown": "shrunk"}
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


def test_a_part_of_a_larger_sum_is_never_compared_with_a_sum_of_its_own() -> None:
    assert told([drawn(5, part_of=True)], [drawn(9, year=2025)]) == ([], True)
    assert told([drawn(9)], [drawn(5, year=2025, part_of=True)]) == ([], True)
    assert told([drawn(12)], [drawn(8, year=2025), drawn(3, year=2025, part_of=True)]) == (
        [],
        True,
    )


def test_the_same_money_and_the_same_rounded_are_no_change() -> None:
    assert told([drawn(5, budget="x")], [drawn(5, budget="x")]) == ([], False)
    assert told([drawn(300_000_000)], [drawn(302_000_000, year=2025)])[0] == []


def test_money_that_only_one_document_prints_is_no_change() -> None:
    assert told([], [drawn(5)]) == told([drawn(5)], []) == ([], False)
