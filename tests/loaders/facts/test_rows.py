"""Rows in which each number stands behind what it is for."""

import pytest

from loaders.facts.caps import caps
from loaders.facts.rates import rates
from loaders.text.lines import Line
from loaders.text.page import Page


def page_of(text: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))


@pytest.mark.parametrize(
    ("row", "frames"),
    [
        ("■補助率　港の整備 1/2　網の購入 2/3以内", ["港の整備", "網の購入"]),
        ("補助率：沿岸枠1/2、沖合枠2/3", ["沿岸枠", "沖合枠"]),
        ("補助率 漁師向け：定額（予定）、町向け：1/2", ["漁師向け", "町向け"]),
        ("補助率 港の整備 1/2 港の整備 1/3", [None, None]),
        ("補助率 船の経費 1/2 網の経費 1/3", [None, None]),
        ("補助率 港の整備 1/2 を助成し、網の購入 1/3", [None, None]),
    ],
)
def test_each_share_of_a_row_has_its_name(row: str, frames: list[str | None]) -> None:
    assert [rate.frame for rate in rates(page_of(row))] == frames


def test_each_limit_of_a_row_has_its_name() -> None:
    found = caps(page_of("船の購入：上限２億円　見回り：上限5,000万円\n補助率1/2"))
    assert [(cap.yen, cap.frame) for cap in found] == [
        (200_000_000, "船の購入"),
        (50_000_000, "見回り"),
    ]


def test_a_name_that_is_a_size_class_or_somebody_is_no_frame() -> None:
    found = rates(page_of("補助率 港の組合 1/2 山の組合 1/3"))
    assert [(rate.frame, rate.band) for rate in found] == [("港の組合", None), ("山の組合", None)]


def test_one_frame_a_line_behind_the_label_or_below_it() -> None:
    page = page_of(
        "補助限度額　一般枠　300万円\n　　賃上げ枠　500万円\n補助率　一般枠　1/2\n　　賃上げ枠　2/3"
    )
    assert [(c.yen, c.frame, c.with_uplift) for c in caps(page)] == [
        (3_000_000, "一般枠", False),
        (5_000_000, "賃上げ枠", False),
    ]
    assert [(r.printed, r.frame) for r in rates(page)] == [("1/2", "一般枠"), ("2/3", "賃上げ枠")]


def test_a_name_that_another_reader_has_found_does_not_hide_the_next() -> None:
    found = rates(page_of("＜補助率＞沿岸事業：1/2、沖合事業：定額"))
    assert [rate.frame for rate in found] == ["沿岸事業", "沖合事業"]
