"""Credits of named taxes by type."""

from __future__ import annotations

from loaders.bonuses import bonuses
from loaders.text.lines import Line
from loaders.text.page import Page

DOOR = "※都道府県から里山再生法に基づく整備計画の認定を受けた事業者の移転が対象"
TAXES = (
    "○薪窯減税：窯の取得価額に対して税額控除等",
    "○里雇用税制：増加した従業員※に対して税額控除",
)


def read(*lines: str) -> set[tuple[str | None, str | None, int]]:
    printed = tuple(Line(10 + at, line) for at, line in enumerate(lines))
    found = bonuses(Page("booklet", printed), "measure:0", "試しの税制")
    return {
        (bonus.raises and bonus.raises.frame, bonus.value, bonus.line)
        for bonus in found
        if bonus.benefit == "base"
        and [way.kind for group in bonus.requires for way in group] == ["plan"]
    }


def test_a_share_is_of_the_price_and_a_sum_by_heads() -> None:
    typed = ("税額控除  ６％（里型）/ ３％（港型）", "最大", "80万円（里型）/20万円（港型）")
    assert read(DOOR, *TAXES, *typed) == {
        ("薪窯減税 里型", "税額控除6%", 13),
        ("薪窯減税 港型", "税額控除3%", 13),
        ("里雇用税制 里型", "80万円", 15),
        ("里雇用税制 港型", "20万円", 15),
    }


def test_what_may_be_of_either_tax_is_left_out() -> None:
    either = (
        "○薪窯減税：窯の取得価額に対して税額控除",
        "○里港税制：建物の取得価額に対して税額控除",
    )
    assert read(DOOR, *either, "税額控除 ６％（里型）/ ３％（港型）") == set()


def test_without_a_plan_or_a_named_tax_there_is_no_credit() -> None:
    assert read(*TAXES, "税額控除 ６％（里型）/ ３％（港型）") == set()
    assert read(DOOR, "税額控除 ６％（里型）/ ３％（港型）") == set()
