"""Whom and what frame the limits and rates of a leaflet are for."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Cap
from loaders.documents.leaflets_2025.caps import limits, with_cases
from loaders.documents.leaflets_2025.rates import shares
from loaders.text.lines import Line
from loaders.text.page import Page

_FRONT_END = 40


def page_of(text: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))


def test_size_classes_and_sectors_stand_before_limits_and_rates() -> None:
    page = page_of(
        "【補助上限】\n小規模事業者：50万円\n中小企業：90万円\n【補助率】\n漁業 1/2\n林業 1/3"
    )
    assert [cap.size_class for cap in limits(page, _FRONT_END)] == ["小規模事業者", "中小企業"]
    assert [rate.industry for rate in shares(page)] == ["漁業", "林業"]


@pytest.mark.parametrize(("first", "second"), [("港町枠", "山村枠"), ("【港町枠】", "【山村枠】")])
def test_limits_and_rates_stand_under_the_headings_of_frames(first: str, second: str) -> None:
    below = "補助上限額 500万円\n補助率 1/2"
    page = page_of(f"{first}\n{below}\n{second}\n{below}")
    assert [cap.frame for cap in limits(page, _FRONT_END)] == ["港町枠", "山村枠"]
    assert [rate.frame for rate in shares(page)] == ["港町枠", "山村枠"]


def test_who_applies_in_the_row_above_is_not_whom_a_limit_is_for() -> None:
    [cap] = limits(page_of("補助対象者 港を直す中小企業\n補助上限額 500万円"), _FRONT_END)
    assert cap.size_class is None


def test_fractions_in_a_row_whose_heads_stand_apart_are_not_read() -> None:
    assert shares(page_of("補助率\n1/2 2/3 小規模・\n再生")) == []


def test_a_raised_limit_tells_the_case_of_its_bracket_or_note() -> None:
    text = "30万円\n（港の特例を使う場合は最大90万円）\n山村型：4,000万円※２\n※２：船を直す場合"
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))
    raised = [
        Cap(yen=900_000, printed="90万円", with_uplift=True, line=2),
        Cap(yen=40_000_000, printed="4,000万円", with_uplift=True, line=3),
    ]
    assert [cap.band for cap in with_cases(page, raised)] == ["港の特例を使う場合", "船を直す場合"]


def test_a_raised_rate_of_a_leaflet_is_for_those_for_whom_it_is_raised() -> None:
    page = page_of(
        "補助率 1/2\n手当の上がる事業者については、補助率を2/3とします。\n"
        "補助率が3/4にアップする【港の手当特例】の適用要件"
    )
    assert [rate.band for rate in shares(page)] == [None, "手当の上がる事業者", "港の手当特例"]
