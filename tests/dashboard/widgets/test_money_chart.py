"""The small chart of money: own sums to scale, parts of larger sums hatched and outside it."""

from __future__ import annotations

import re

from dashboard.text.words import Words
from dashboard.widgets.money_chart import Bar, html, of_two, of_years
from queries.overlap.compared_side import SideSum, SideYear
from queries.overlap.comparison import YearBeside

OKU = 10**8


def _year(year: int | None, *sums: SideSum) -> SideYear:
    return SideYear(year, sums, None, None, None, None, ())


def _sum(kind: str, own: int | None, pots: int | None = None, proposed: bool = False) -> SideSum:
    return SideSum(kind, own, pots, proposed, ())


def _widths(shown: str) -> list[tuple[str, str]]:
    return re.findall(r'<span class="([a-z ]+)" style="width:([\d.]+)%">', shown)


def test_the_largest_own_sum_sets_the_scale_and_a_larger_pot_fades_out() -> None:
    bars = [
        Bar("2030年度 当初予算", "one", 4 * OKU, None),
        Bar("2029年度 当初予算", "one", OKU, 300 * OKU),
    ]
    shown = html(Words("ja"), bars)
    assert _widths(shown) == [("own", "100.0"), ("own", "25.0"), ("pot beyond", "100.0")]
    assert "300億円の内数" in shown and ">1億円<" in shown
    assert shown.count("2029年度") == 1, "a label is said once"


def test_where_only_pots_are_told_the_largest_sets_the_scale() -> None:
    bars = [Bar("x", "one", None, 10 * OKU), Bar("y", "one", None, 5 * OKU)]
    assert _widths(html(Words("en"), bars)) == [("pot", "100.0"), ("pot", "50.0")]


def test_nothing_has_no_bar_but_its_sum() -> None:
    shown = html(Words("ja"), [Bar("x", "one", 0, None)])
    assert not _widths(shown) and "0円" in shown


def test_two_stand_under_each_other_within_a_year_and_kind() -> None:
    beside = YearBeside(
        2030,
        _year(2030, _sum("initial", OKU), _sum("supplementary", 2 * OKU)),
        _year(2030, _sum("initial", None, 3 * OKU, proposed=True)),
    )
    bars = of_two(Words("en"), [beside])
    assert [(bar.label, bar.side) for bar in bars] == [
        ("FY2030 Initial budget", "a"),
        ("FY2030 Initial budget", "b"),
        ("FY2030 Supplementary budget", "a"),
    ]
    assert bars[1].note == "draft" and bars[1].own is None


def test_a_sum_without_a_year_says_so() -> None:
    (bar,) = of_years(Words("ja"), [_year(None, _sum("initial", OKU))])
    assert bar.label.startswith("年度の記載なし") and bar.side == "one"
