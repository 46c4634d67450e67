"""Who may not apply though he is of the class that a page is for."""

from __future__ import annotations

import pytest

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str) -> list[Bonus]:
    page = Page("booklet", tuple(Line(10 + at, line) for at, line in enumerate(lines)))
    return bonuses(page, "measure:0", "窯替え補助金")


@pytest.mark.parametrize(
    "lines",
    [
        ("・中小企業者又は中小企業者の集まり。", "ただし、みなし大企業等を除く。"),
        ("・小規模事業者、中小企業者", "（みなし大企業等は対象外）"),
        ("窯を持つ中小企業で、かつみなし大企業等ではない者",),
    ],
)
def test_who_counts_as_large_is_left_out_of_those_who_apply(lines: tuple[str, ...]) -> None:
    [bonus] = read(*lines)
    assert (bonus.benefit, bonus.requires, bonus.size_class) == ("requirement", [], "中小企業")
    [who] = bonus.excluded
    assert (who.printed, who.document, who.line) == ("みなし大企業等", "booklet", bonus.line)
    assert bonus.line == 9 + len(lines)


def test_where_no_class_is_named_nobody_is_left_out_of_it() -> None:
    assert read("ただし、みなし大企業を除く。") == []
    assert read("みなし大企業の定めは次のとおり。") == []
