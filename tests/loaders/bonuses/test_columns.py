"""Sums in columns, the last of them for everyone else."""

from __future__ import annotations

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page

HEADS = "【若い窯元※】 【左記以外】"
ROWS = ("里山移行コース", "窯の者を里に移す", "窯→里：", "港→里：")


def read(*lines: str) -> list[Bonus]:
    printed = tuple(Line(10 + at, line) for at, line in enumerate(lines))
    return bonuses(Page("booklet", printed), "measure:0", "試しの助成金")


def told(found: list[Bonus]) -> set[tuple[str, str | None, str | None]]:
    return {(b.benefit, b.value, b.raises and b.raises.frame) for b in found}


def test_columns_with_as_many_values_as_heads() -> None:
    [bonus] = read(HEADS, "80万円", "40万円")
    assert (bonus.condition, bonus.value, bonus.unstated) == (["若い窯元"], "80万円", [])
    assert read(HEADS, "80万円") == []


def test_a_second_row_before_the_heads() -> None:
    found = read(*ROWS, "40万円", "20万円", HEADS, "80万円", "40万円")
    assert told(found) == {
        ("grant_uplift", "80万円", "里山移行コース 窯→里"),
        ("base", "40万円", "里山移行コース 窯→里"),
        ("grant_uplift", "40万円", "里山移行コース 港→里"),
        ("base", "20万円", "里山移行コース 港→里"),
    }
    assert {(b.line, b.value) for b in found if b.benefit == "base"} == {
        (18, "40万円"),
        (15, "20万円"),
    }


def test_one_in_brackets_is_for_those_whom_the_page_names() -> None:
    note = "※（ ）は、大企業の場合の額。"
    found = read(
        note,
        *ROWS,
        "40万円（30万円）",
        "20万円（15万円）",
        HEADS,
        "80万円（60万円）",
        "40万円（30万円）",
    )
    assert {(b.size_class, b.value) for b in found if b.benefit == "grant_uplift"} == {
        ("中小企業", "80万円"),
        ("大企業", "60万円"),
        ("中小企業", "40万円"),
        ("大企業", "30万円"),
    }


def test_rows_that_read_otherwise_down_than_across_are_not_told() -> None:
    [bonus] = read(*ROWS, "30万円", "20万円", HEADS, "80万円", "40万円")
    assert bonus.raises and bonus.raises.frame is None
    assert (bonus.value, bonus.unstated) == ("80万円", ["frame"])
