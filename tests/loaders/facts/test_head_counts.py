"""The head counts for which limits and shares hold: spans, columns, brackets."""

from __future__ import annotations

import pytest

from loaders.facts.caps import caps
from loaders.facts.rates import rates
from loaders.text.lines import Line
from loaders.text.page import Page


def page_of(text: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))


@pytest.mark.parametrize(
    ("span", "band"),
    [
        ("7人～30人", "7人~30人"),
        ("7～30人", "7~30人"),
        ("7人超30人以下", "7人超30人以下"),
        ("7人以上30人以下", "7人以上30人以下"),
    ],
)
def test_a_span_is_one_band(span: str, band: str) -> None:
    limits = caps(page_of(f"補助上限額\n{span}　300万円\n31人以上　900万円"))
    assert [(cap.yen, cap.band) for cap in limits] == [(3_000_000, band), (9_000_000, "31人以上")]


def test_a_size_alone_raises_no_limit() -> None:
    limits = caps(page_of("補助上限額 30人以下の場合300万円、31人以上の場合900万円"))
    assert [cap.with_uplift for cap in limits] == [False, False]
    raised = caps(page_of("補助上限額 300万円、網の要件を満たす場合900万円"))
    assert [cap.with_uplift for cap in raised] == [False, True]


def test_the_columns_of_a_table_may_be_head_counts() -> None:
    page = page_of(
        "従業員数 7人以下 8～30人 31人以上\n補助上限額 300万円 500万円 900万円\n補助率 1/2 1/2 2/3"
    )
    bands = ["7人以下", "8~30人", "31人以上"]
    assert [cap.band for cap in caps(page)] == bands
    assert [(r.printed, r.band) for r in rates(page)] == list(
        zip(("1/2", "1/2", "2/3"), bands, strict=True)
    )


def test_whom_a_share_is_for_stands_in_the_bracket_behind_it() -> None:
    behind = rates(page_of("補助率：2/3（従業員30人以下の企業）、1/2（それ以外）"))
    assert [(r.printed, r.band) for r in behind] == [("2/3", "従業員30人以下"), ("1/2", "それ以外")]
    inside = rates(page_of("補助率 1/2（小規模事業者は2/3、離島は3/4）"))
    assert [(r.printed, r.size_class, r.band) for r in inside] == [
        ("1/2", None, None),
        ("2/3", "小規模事業者", None),
        ("3/4", None, "離島"),
    ]
