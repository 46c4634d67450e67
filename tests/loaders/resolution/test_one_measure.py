"""Which appearances are one measure, by evidence and by judgement."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from loaders.catalogue.records import Budget
from loaders.resolution.by_hand import HandVerdict
from loaders.resolution.evidence import NamedAppearance, Weights
from loaders.resolution.groups import Groups, groups
from tests.made_up.named_appearances import MAFF, METI, MIDDLE, MLIT, NEW, OLD, named

DYEING = "沿岸の工房が藍を育てて染める設備を備える費用を補助する\n藍畑の整備と染液の管理を支援する"
HARBOUR = "港の倉庫に冷凍設備を置き魚介の輸送網を組む\n漁港の荷役機械を更新する"


def grouped(appearances: Sequence[NamedAppearance], by_hand: Sequence[HandVerdict] = ()) -> Groups:
    return groups(appearances, by_hand, Weights(appearances))


def are_one(
    a: NamedAppearance,
    b: NamedAppearance,
    *others: NamedAppearance,
    by_hand: Sequence[HandVerdict] = (),
) -> bool:
    return any({0, 1} <= set(group) for group in grouped([a, b, *others], by_hand).members)


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


def test_one_title_of_one_ministry_in_two_years_is_one_measure() -> None:
    assert are_one(named(OLD, "沿岸藍染振興事業", DYEING), named(NEW, "沿岸藍染振興事業", DYEING))


def test_the_suffix_of_the_money_makes_no_other_measure() -> None:
    assert are_one(
        named(OLD, "沿岸藍染振興事業", DYEING), named(NEW, "沿岸藍染振興事業費補助金", DYEING)
    )


def test_one_title_of_two_ministries_with_other_texts_is_two() -> None:
    assert not are_one(
        named(OLD, "地域連携推進事業", DYEING, (MAFF,)),
        named(NEW, "地域連携推進事業", HARBOUR, (MLIT,)),
        named(NEW, "港湾冷凍事業", HARBOUR, (MLIT,)),
    )


def test_the_two_secretariats_of_the_cabinet_are_one_house() -> None:
    assert are_one(
        named(OLD, "沿岸人材事業", DYEING, ("内閣官房",)),
        named(NEW, "沿岸人材事業", DYEING, ("内閣府",)),
    )


def test_an_emergency_programme_beside_the_regular_one_is_another() -> None:
    old = [
        named(OLD, "藍染輸出拡大支援事業", DYEING),
        named(OLD, "藍染輸出拡大緊急支援事業", DYEING, start=20),
    ]
    new = [
        named(NEW, "藍染輸出拡大支援事業", DYEING),
        named(NEW, "藍染輸出拡大緊急支援事業", DYEING, start=20),
    ]
    assert {frozenset(g) for g in grouped([*old, *new]).members} == {
        frozenset({0, 2}),
        frozenset({1, 3}),
    }


def test_certifications_that_differ_in_kana_alone_are_two() -> None:
    assert not are_one(
        named(OLD, "あいぞめ認定企業への優遇措置", DYEING),
        named(NEW, "べにばな認定企業への優遇措置", DYEING),
    )


def test_two_titles_side_by_side_in_a_document_are_two_though_a_third_is_like_both() -> None:
    page = named(NEW, "沿岸藍染促進事業（金融庁）沿岸紅染確保給付金（経産省）", DYEING)
    assert {
        len(g)
        for g in grouped(
            [
                page,
                named(OLD, "沿岸藍染促進事業", DYEING),
                named(OLD, "沿岸紅染確保給付金", DYEING, start=20),
            ]
        ).members
    } == {1}


def test_the_name_of_an_office_is_one_measure_only_where_the_text_is_one() -> None:
    again = named(NEW, "産総研", HARBOUR)
    assert not are_one(named(OLD, "産総研", DYEING), again, named(MIDDLE, "港湾冷凍事業", HARBOUR))
    assert are_one(
        named(OLD, "産総研", DYEING),
        named(NEW, "産総研", DYEING),
        named(MIDDLE, "港湾冷凍事業", HARBOUR),
    )


def test_a_sum_of_one_year_bears_out_a_weak_form() -> None:
    sums = {
        "budgets": [
            Budget(fiscal="R5補正", year=2023, kind="supplementary", yen=200_000_000_000, line=2)
        ]
    }
    assert are_one(
        named(OLD, "中小企業藍染革命推進事業", DYEING, **sums),
        named(NEW, "藍染革命推進事業事業", "工房の税と加点\n" + HARBOUR, **sums),
        named(MIDDLE, "港湾冷凍事業", HARBOUR),
    )


def test_a_bracketed_programme_yields_to_the_one_that_bears_the_name() -> None:
    bracketed = named(NEW, "染色総合事業費（沿岸藍染振興事業）", DYEING)
    bearer = named(NEW, "沿岸藍染振興事業", DYEING, start=30)
    assert not are_one(named(OLD, "沿岸藍染振興事業", DYEING), bracketed, bearer)


def test_what_no_score_settles_a_judged_pair_does() -> None:
    lawyers, service = (
        named(OLD, "在外弁護士の活用促進事業", DYEING),
        named(NEW, "弁護士窓口", HARBOUR),
    )
    assert not are_one(lawyers, service)
    assert are_one(lawyers, service, by_hand=[verdict_on(lawyers, service, "same")])


@pytest.mark.parametrize("verdict", ["different", "part_of", "successor_of"])
def test_what_is_judged_otherwise_is_never_one(verdict: str) -> None:
    a, b = named(OLD, "沿岸藍染振興事業", DYEING), named(NEW, "沿岸藍染振興事業", DYEING)
    assert not are_one(a, b, by_hand=[verdict_on(a, b, verdict)])


def test_a_pair_judged_different_stays_apart_through_a_third() -> None:
    a, b, third = (named(where, "沿岸藍染振興事業", DYEING) for where in (OLD, MIDDLE, NEW))
    assert not are_one(a, b, third, by_hand=[verdict_on(a, b, "different")])


def test_what_bears_the_name_of_one_judged_the_same_comes_with_it() -> None:
    old_name, again, new_name = (
        named(MIDDLE, "沿岸再生支援事業", DYEING),
        named(MIDDLE, "沿岸再生支援事業", DYEING, start=20),
        named(MIDDLE, "工房活性化総合事業", DYEING, start=40),
    )
    again = NamedAppearance(
        again.appearance.model_copy(update={"id": f"appearance:{MIDDLE}:0000abcd"}), again.page
    )
    by_hand = [verdict_on(old_name, new_name, "same")]
    assert [
        len(g)
        for g in grouped(
            [old_name, again, new_name, named(NEW, "工房活性化総合事業", DYEING)], by_hand
        ).members
    ] == [4]


def test_it_says_how_many_pairs_were_settled_by_score_and_how_many_by_hand() -> None:
    a, b = named(OLD, "沿岸藍染振興事業", DYEING), named(NEW, "沿岸藍染振興事業", DYEING)
    c, d = (
        named(OLD, "港湾冷凍事業", HARBOUR, (METI,), start=40),
        named(NEW, "冷たい港", HARBOUR, start=40),
    )
    found = grouped([a, b, c, d], [verdict_on(c, d, "same")])
    assert (found.by_score, found.by_hand, len(found.members)) == (1, 1, 2)


def test_the_order_in_which_they_come_changes_nothing() -> None:
    appearances = [
        named(where, title, DYEING)
        for where in (OLD, MIDDLE, NEW)
        for title in ("沿岸藍染振興事業", "沿岸藍染振興緊急事業", "沿岸藍染税制の活用")
    ]
    there = {frozenset(appearances[n].id for n in group) for group in grouped(appearances).members}
    back = appearances[::-1]
    assert {frozenset(back[n].id for n in group) for group in grouped(back).members} == there
