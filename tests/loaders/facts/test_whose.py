"""Whose a number is by the words right around it."""

from __future__ import annotations

import pytest

from loaders.facts.caps import caps
from loaders.facts.rates import rates
from loaders.facts.thresholds import thresholds
from loaders.text.lines import Line
from loaders.text.page import Page


def page_of(text: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("補助率（中小企業）2/3（大企業）1/2", ["中小企業", "大企業"]),
        ("補助率：2/3（中小企業）1/2（大企業）", ["中小企業", "大企業"]),
        ("補助率：小規模事業者は3/4、中小企業は2/3", ["小規模事業者", "中小企業"]),
        ("補助率：小規模事業者（5人まで）は3/4、中堅企業1/2", ["小規模事業者", "中堅企業"]),
        ("補助率は、大企業は船の費用の1/3、中小企業は費用の1/2", ["大企業", "中小企業"]),
        (
            "・中小企業者等：船を買う費用の1/2を補助\n・大企業：同じく1/3を補助",
            ["中小企業", "大企業"],
        ),
        ("中小企業 大企業\n補助率 45％ 30％", ["中小企業", "大企業"]),
        ("助成率\n中小企業   大企業\n  45％   30％", ["中小企業", "大企業"]),
        ("区分 中小企業事業主 大企業事業主\n助成率 75％ 60％", ["中小企業", "大企業"]),
        ("補助率：中小 1/2、小規模 2/3", ["中小企業", "小規模事業者"]),
        ("税額控除（６％）", [None]),
    ],
)
def test_a_rate_is_that_of_the_size_class_named_around_it(
    text: str, sizes: list[str | None]
) -> None:
    assert [rate.size_class for rate in rates(page_of(text))] == sizes


def test_the_line_of_one_class_is_not_that_of_the_next() -> None:
    text = "（中小企業）補助率2/3、上限500万円\n（大企業）補助率1/2、上限900万円"
    told = [(cap.yen, cap.size_class, cap.frame) for cap in caps(page_of(text))]
    assert told == [(5_000_000, "中小企業", None), (9_000_000, "大企業", None)]
    assert [rate.size_class for rate in rates(page_of(text))] == ["中小企業", "大企業"]


def test_a_size_class_is_no_frame_of_a_limit() -> None:
    [small, medium] = caps(page_of("補助上限額\n小規模事業者は500万円、中小企業は900万円"))
    assert (small.size_class, small.frame) == ("小規模事業者", None)
    assert (medium.size_class, medium.frame) == ("中小企業", None)


def test_several_classes_together_and_all_others_are_bands() -> None:
    [both] = rates(page_of("補助率：中堅・中小企業は1/2"))
    assert (both.size_class, both.band) == (None, "中堅・中小企業")
    [small, others] = rates(page_of("補助率：小規模事業者は3/4、それ以外は2/3"))
    assert (small.size_class, others.size_class, others.band) == ("小規模事業者", None, "それ以外")


def test_sectors_stand_before_their_sums_or_in_brackets_behind() -> None:
    page = page_of("■補助上限額：製造業3,000万円、サービス業2,000万円\n補助率：製造業1/2、漁業1/3")
    assert [cap.industry for cap in caps(page)] == ["製造業", "サービス業"]
    assert [rate.industry for rate in rates(page)] == ["製造業", "漁業"]
    asked = "対象者\n資本金3億円以下（製造業）又は従業員50人以下（卸売業、小売業）であること"
    assert [(t.of, t.industry) for t in thresholds(page_of(asked))] == [
        ("capital", "製造業"),
        ("employees", "卸売業、小売業"),
    ]


def test_a_threshold_is_of_the_class_in_the_bracket_behind_it() -> None:
    text = "対象者：資本金10億円未満（中堅企業）、資本金1億円以下（中小企業）であること"
    assert [t.size_class for t in thresholds(page_of(text))] == ["中堅企業", "中小企業"]


def test_who_acts_or_is_left_out_is_not_whom_a_number_is_for() -> None:
    for text in ("中小企業が費用の1/2を補助", "補助率：中小企業以外1/3", "巨大企業の港で補助率1/3"):
        assert [rate.size_class for rate in rates(page_of(text))] == [None]


def test_a_share_of_a_turn_has_it_as_its_band() -> None:
    told = rates(page_of("積立率を1回目70%、2回目以降90%とする"))
    assert [(rate.printed, rate.band) for rate in told] == [("70%", "1回目"), ("90%", "2回目以降")]


def test_what_a_rate_was_before_and_what_must_be_reached_are_no_rates() -> None:
    assert [r.printed for r in rates(page_of("補助率の引上げ（45%→75%）"))] == ["75%"]
    assert rates(page_of("税額控除の要件 伸び率5%*2以上")) == []


def test_a_class_with_a_table_of_rates_of_its_own() -> None:
    text = """・適用対象：青色申告の全企業又は個人事業主
・適用対象：青色申告の従業員数2,000人以下の企業又は個人事業主
・適用対象：青色申告の中小企業者等（資本金１億円以下の法人）又は従業員数1,000人以下の個人事業主
給与等支給額（前年度比）
税額控除率
＋３％ １０％
＋４％ １５％
給与等支給額（前年度比）
税額控除率
＋３％ １０％
給与等支給額（前年度比）
税額控除率
＋２％ １５％"""
    assert [(rate.printed, rate.size_class) for rate in rates(page_of(text))] == [
        ("10%", "大企業"),
        ("15%", "大企業"),
        ("10%", "中堅企業"),
        ("15%", "中小企業"),
    ]


def test_how_long_a_project_may_run_is_counted_in_years() -> None:
    told = thresholds(page_of("補助事業期間：３年以内\n据置期間：５年以内"))
    assert [(t.of, t.op, t.amount) for t in told] == [("years", "<=", 3)]


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("補助率　地方公共団体１／２、民間事業者１／３", ["地方公共団体", "民間事業者"]),
        ("補助率：1/2（大学等）、1/3（企業等）", ["大学等", "企業等"]),
        ("補助率：製造業1/2、その他の業種1/3", [None, "その他の業種"]),
        ("助成率：1/2（中小企業以外は1/3）", [None, "中小企業以外"]),
    ],
)
def test_kinds_of_applicants_and_all_others_are_bands(text: str, bands: list[str | None]) -> None:
    assert [rate.band for rate in rates(page_of(text))] == bands


def test_who_applies_is_a_band_of_a_limit_and_no_frame() -> None:
    told = caps(page_of("補助上限額　個人事業主：50万円　法人：100万円"))
    assert [(cap.frame, cap.band) for cap in told] == [(None, "個人事業主"), (None, "法人")]
    [_, medium] = caps(page_of("補助上限額：1億円（中小企業等の場合は、2億円）"))
    assert (medium.size_class, medium.band) == ("中小企業", None)
    [each, _] = caps(page_of("支給額：1人につき最大60万円（中小企業以外は45万円）"))
    assert (each.size_class, each.band) == ("中小企業", None)


def test_a_limit_with_a_name_of_its_own_is_not_of_the_frame_before() -> None:
    told = caps(page_of("融資限度額：港町基本事業7億円、国民生活事業7,200万円"))
    assert [cap.frame for cap in told] == ["港町基本事業", "国民生活事業"]


@pytest.mark.parametrize(
    "text",
    [
        "対象者：製造業にあっては資本金3億円以下、卸売業にあっては1億円以下であること",
        "対象者：資本金が製造業3億円以下、卸売業1億円以下であること",
        "対象者：資本金3億円以下（製造業その他）、1億円以下（卸売業）であること",
        "補助対象者：中小企業（製造業：資本金3億円以下、卸売業：資本金1億円以下）であること",
    ],
)
def test_thresholds_by_sector(text: str) -> None:
    read = [t.industry for t in thresholds(page_of(text))]
    assert [(industry or "")[:2] for industry in read] == ["製造", "卸売"]


def test_a_size_class_is_no_sector_of_a_threshold() -> None:
    text = "対象者\n・中小企業：資本金3億円以下であること\n・中堅企業：従業員2,000人以下であること"
    assert [(t.size_class, t.industry) for t in thresholds(page_of(text))] == [
        ("中小企業", None),
        ("中堅企業", None),
    ]


def test_a_threshold_of_a_frame_in_its_clause_or_bracket() -> None:
    text = "対象者：港町枠は従業員10人以上、山村枠は従業員20人以上であること"
    assert [t.frame for t in thresholds(page_of(text))] == ["港町枠", "山村枠"]
    text = "対象者：売上高10億円以上（港町枠）又は1億円以上（山村枠）であること"
    assert [t.frame for t in thresholds(page_of(text))] == ["港町枠", "山村枠"]


def test_fractions_in_a_row_and_before_a_sum_are_told_apart() -> None:
    page = page_of("枠 補助率 補助上限額\n港町枠 1/2 500万円\n山村枠 2/3 900万円")
    assert [(r.printed, r.frame) for r in rates(page)] == [("1/2", "港町枠"), ("2/3", "山村枠")]
    assert [(c.yen, c.frame) for c in caps(page)] == [
        (5_000_000, "港町枠"),
        (9_000_000, "山村枠"),
    ]
    assert page.refused == []
    row = rates(page_of("区分 港町枠 山村枠\n補助率 1/2 2/3"))
    assert [(rate.printed, rate.frame) for rate in row] == [("1/2", "港町枠"), ("2/3", "山村枠")]
    assert [r.printed for r in rates(page_of("補助率：1/2\n2．山の人は別に定める"))] == ["1/2"]


def test_rates_of_a_table_with_a_note_on_what_is_in_brackets() -> None:
    text = """助成率 注（ ）内は中堅企業を含む中小企業者等以外
港の人の訓練の費用と、その間の賃金の一部について、次のとおり定めるところにより港の人に
港町コース
正規：45(30)%
75% －
山村コース 山の人の訓練 60(45)% 800(400)円"""
    others = "中堅企業を含む中小企業者等以外"
    told = [(r.printed, r.frame, r.size_class, r.band) for r in rates(page_of(text))]
    assert told == [
        ("45%", "港町コース(正規)", "中小企業", "中堅企業を含む"),
        ("30%", "港町コース(正規)", None, others),
        ("75%", "港町コース", None, None),
        ("60%", "山村コース", "中小企業", "中堅企業を含む"),
        ("45%", "山村コース", None, others),
    ]
