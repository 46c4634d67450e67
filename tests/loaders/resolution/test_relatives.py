"""What is a part of what, and what came after what."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.catalogue.records import Related
from loaders.resolution.by_hand import HandVerdict
from loaders.resolution.evidence import NamedAppearance, Weights
from loaders.resolution.groups import groups
from loaders.resolution.relatives import relatives
from tests.made_up.named_appearances import MAFF, METI, MIDDLE, NEW, OLD, named

ORDER = {OLD: 0, MIDDLE: 1, NEW: 2}
DYEING = "沿岸の工房が藍を育てて染める設備を備える費用を補助する\n藍畑の整備と染液の管理を支援する"
OTHER = named(MIDDLE, "港湾冷凍事業", "港の倉庫に冷凍設備を置き魚介の輸送網を組む", start=300)


def edges(
    appearances: Sequence[NamedAppearance], by_hand: Sequence[HandVerdict] = ()
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """(part, whole) and (later, earlier) by the titles of the first appearance of each measure."""
    weights = Weights(appearances)
    members = groups(appearances, by_hand, weights).members
    found = relatives(appearances, members, by_hand, weights, ORDER)
    title = [appearances[group[0]].appearance.title for group in members]
    return {(title[a], title[b]) for a, b in found.part_of}, {
        (title[a], title[b]) for a, b in found.succeeds
    }


def verdict_on(a: NamedAppearance, b: NamedAppearance, verdict: str) -> HandVerdict:
    return HandVerdict.model_validate(
        {
            "a": a.id,
            "b": [b.id],
            "verdict": verdict,
            "names": "二つの施策",
            "reason": "made up for this test",
        }
    )


def test_a_course_is_part_of_the_grant_that_another_document_tells() -> None:
    parts, _ = edges(
        [
            named(OLD, "沿岸藍染助成金（青コース）", DYEING),
            named(NEW, "沿岸藍染助成金", DYEING),
            OTHER,
        ]
    )
    assert parts == {("沿岸藍染助成金（青コース）", "沿岸藍染助成金")}


def test_each_of_the_names_that_a_page_joins_is_part_of_it() -> None:
    joint = "沿岸藍染補助金／内陸部紅染補助金"
    parts, _ = edges(
        [
            named(NEW, joint, DYEING),
            named(OLD, "沿岸藍染補助金", DYEING),
            named(OLD, "内陸部紅花工房税制", DYEING, start=9),
            named(MIDDLE, "内陸部紅染事業", DYEING),
            OTHER,
        ]
    )
    assert parts == {("沿岸藍染補助金", joint), ("内陸部紅染事業", joint)}


def test_a_whole_of_another_ministry_is_none() -> None:
    assert edges(
        [
            named(OLD, "沿岸藍染助成金（青コース）", DYEING, (MAFF,)),
            named(NEW, "沿岸藍染助成金", DYEING, (METI,)),
            OTHER,
        ]
    ) == (set(), set())


def test_what_a_page_says_it_is_paid_from_is_its_whole() -> None:
    related = [
        Related(name="染色総合対策費補助金", relation="part_of", line=3),
        Related(name="港湾冷凍事業", relation="mentions", line=4),
    ]
    parts, _ = edges(
        [
            named(NEW, "青い工房", DYEING, related=related),
            named(OLD, "染色総合対策事業", DYEING),
            OTHER,
        ]
    )
    assert parts == {("青い工房", "染色総合対策事業")}


def test_an_item_of_a_list_on_a_page_about_the_same_is_part_of_it() -> None:
    page = named(
        NEW, "工房で働く人の雇用促進", f"①沿岸工房奨励金支給制度 ②沿岸工房訓練支援事業\n{DYEING}"
    )
    parts, _ = edges([page, named(OLD, "沿岸工房奨励金支給制度", DYEING), OTHER])
    assert parts == {("沿岸工房奨励金支給制度", "工房で働く人の雇用促進")}


def test_the_programmes_that_a_page_lists_are_its_parts_also_by_a_name_in_brackets() -> None:
    listed = [
        Related(name=name, relation="has_part", line=line)
        for line, name in enumerate(("沿岸工房奨励事業", "内陸工房相談事業", "工房への相談"), 3)
    ]
    page = named(NEW, "工房支援事業", "港に冷凍設備を置く", related=listed)
    parts, _ = edges(
        [
            page,
            named(OLD, "沿岸工房奨励事業", DYEING),
            named(OLD, "里の染色総合対策事業（内陸工房相談事業）", DYEING, start=50),
            named(OLD, "工房への相談", DYEING, (MAFF,), start=90),
        ]
    )
    assert parts == {
        ("沿岸工房奨励事業", "工房支援事業"),
        ("里の染色総合対策事業（内陸工房相談事業）", "工房支援事業"),
    }, "not what another ministry runs"


def test_a_course_under_another_grant_in_a_later_document_came_after_it() -> None:
    parts, later = edges(
        [
            named(OLD, "中途工房助成金（青コース）", DYEING),
            named(NEW, "早期工房助成金（青コース）", "別の要件\n別の額"),
            OTHER,
        ]
    )
    assert (parts, later) == (set(), {("早期工房助成金（青コース）", "中途工房助成金（青コース）")})


def test_a_judged_pair_is_kin_and_one_judged_different_is_not() -> None:
    fair, fund = (
        named(NEW, "青い見本市", DYEING),
        named(OLD, "染色活用支援事業", "展示会を開く"),
    )
    course, grant = (
        named(OLD, "沿岸藍染助成金（青コース）", DYEING, start=50),
        named(NEW, "沿岸藍染助成金", DYEING, start=50),
    )
    by_hand = [verdict_on(fair, fund, "part_of"), verdict_on(course, grant, "different")]
    assert edges([fair, fund, course, grant, OTHER], by_hand) == (
        {("青い見本市", "染色活用支援事業")},
        set(),
    )


def test_no_measure_is_part_of_itself_by_a_detour() -> None:
    a, b, c = (
        named(OLD, "青い工房", "一"),
        named(MIDDLE, "赤い工房", "二"),
        named(NEW, "黄の工房", "三"),
    )
    parts, _ = edges(
        [a, b, c],
        [verdict_on(a, b, "part_of"), verdict_on(b, c, "part_of"), verdict_on(c, a, "part_of")],
    )
    assert len(parts) == 2
