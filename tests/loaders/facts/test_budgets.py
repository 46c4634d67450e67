"""Which sums of a page are budgets, of which year and kind."""

import pytest

from loaders.catalogue.records import Budget
from loaders.facts.budgets import budgets
from loaders.text.lines import Line
from loaders.text.page import Page


def page(text: str, first: int = 1) -> Page:
    return Page("made-up", tuple(Line(first + i, line) for i, line in enumerate(text.split("\n"))))


def read(text: str) -> list[Budget]:
    return budgets(page(text))


def brief(text: str) -> list[tuple[int, str | None, str | None]]:
    return [(b.yen, b.fiscal, b.kind) for b in read(text)]


def test_heading_and_sum_on_different_lines() -> None:
    [budget] = budgets(page("予算額\n令和６年度補正予算 ５０億円\n\n事業スキーム", first=40))
    assert (budget.yen, budget.fiscal, budget.year, budget.kind, budget.line) == (
        5_000_000_000,
        "R6補正",
        2024,
        "supplementary",
        41,
    )


def test_a_draft_budget_is_proposed() -> None:
    assert [
        b.proposed for b in read("予算額 令和７年度当初予算（案） 3億円、令和６年度補正予算 4億円")
    ] == [True, False]


def test_the_year_may_follow_in_brackets() -> None:
    assert brief("予算額\n12億円\n（令和６年度補正予算）") == [
        (1_200_000_000, "R6補正", "supplementary")
    ]


def test_a_year_in_brackets_belongs_to_the_sum_before_it() -> None:
    assert brief(
        "予算額\n6億円の内数（令和６年度補正予算額）\n2億円の内数（令和７年度当初予算額）"
    ) == [(600_000_000, "R6補正", "supplementary"), (200_000_000, "R7当初", "initial")]


def test_one_sum_over_two_years_is_of_neither_kind() -> None:
    [budget] = read("予算額 ２０億円（令和７年度当初予算（案）・令和６年度補正予算額計）")
    assert (budget.yen, budget.fiscal, budget.year, budget.kind) == (
        2_000_000_000,
        "R7当初+R6補正",
        None,
        None,
    )


def test_a_total_and_what_makes_it_up() -> None:
    assert brief(
        "予算額\n1.1億円\n（令和６年度補正予算額0.7億円＋令和7年度当初予算案額0.4億円）"
    ) == [
        (110_000_000, "R6補正+R7当初", None),
        (70_000_000, "R6補正", "supplementary"),
        (40_000_000, "R7当初", "initial"),
    ]


def test_a_part_of_a_named_pot() -> None:
    [budget] = read("予算額 地域産業振興交付金 1,200億円の内数（令和７年度当初予算（案）額）")
    assert (budget.yen, budget.part_of, budget.pot, budget.fiscal) == (
        120_000_000_000,
        True,
        "地域産業振興交付金",
        "R7当初",
    )


@pytest.mark.parametrize(
    ("text", "pot"),
    [
        ("予算額\n令和７年度 海外販路支援事業 27.9億円の内数", "海外販路支援事業"),
        ("予算額\n800億円の内数\n（令和6年度補正予算 設備革新推進事業の内数）", "設備革新推進事業"),
        (
            "予算額\n• 独立行政法人見本機構運営費交付金\n事業【令和8年度予算案額：173億円の内数】",
            "独立行政法人見本機構運営費交付金事業",
        ),
        ("見本支援事業\n■令和８年度予算案額： １３億円の内数", None),
        ("予算額\n令和8年度補正予算「見本推進事業」３４億円の内数", "見本推進事業"),
        ("予算額 見本機構（MIHON）運営費交付金13億円の内数", "見本機構(MIHON)運営費交付金"),
        ("予算額：（独）見本機構運営費交付金 13億円の内数", "(独)見本機構運営費交付金"),
    ],
)
def test_where_the_pot_is_named(text: str, pot: str | None) -> None:
    [budget] = read(text)
    assert (budget.part_of, budget.pot) == (True, pot)


def test_a_part_and_the_whole_side_by_side() -> None:
    assert [
        (b.yen, b.part_of, b.fiscal)
        for b in read("○予算額（令和７年度当初予算案）\n 4億円（9億円の内数）")
    ] == [(400_000_000, False, "R7当初"), (900_000_000, True, "R7当初")]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("予算額（令和７年度当初予算案）\n 4億円（9億円の内数）", True),
        ("予算額（令和７年度当初予算案）\n 4億円（総額9億円の内数）", True),
        (
            "令和７年度当初予算(案) 4億円 及び\n里山交付金 令和７年度当初予算(案)  9億円の内数",
            False,
        ),
        ("予算額（令和７年度当初予算案）\n 9億円（4億円の内数）", False),
    ],
)
def test_a_sum_whose_bracket_names_its_pot_is_a_share_of_it(text: str, share: bool) -> None:
    assert [b.share for b in read(text)] == [share, False]


def test_several_sums_share_the_word_part_of() -> None:
    assert [
        (b.yen, b.part_of)
        for b in read("予算額\n令和6年度補正で財政融資700億円、産業投資80\n億円の内数。")
    ] == [(70_000_000_000, True), (8_000_000_000, True)]


def test_the_previous_years_figure_in_brackets_is_no_budget() -> None:
    [budget] = read("令和７年度当初予算案 28百万円（34百万円）※（）は前年度の当初予算額")
    assert (budget.yen, budget.previous_yen) == (28_000_000, 34_000_000)


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("令和８年度予算額 5億円、前年度予算額：4億円", [(500_000_000, 400_000_000)]),
        ("令和８年度予算額 5億円\n前年度当初予算額 4億円", [(500_000_000, 400_000_000)]),
        ("予算額\n前年度予算額 4億円\n令和８年度予算額 5億円", [(500_000_000, 400_000_000)]),
        ("令和８年度予算額 5億円【4億円】", [(500_000_000, 400_000_000)]),
        ("予算額 5億円（昨年度 4億円）", [(500_000_000, 400_000_000)]),
    ],
)
def test_a_sum_that_is_told_as_the_year_before_s_is_no_budget_of_this_one(
    text: str, budget: list[tuple[int, int | None]]
) -> None:
    assert [(b.yen, b.previous_yen) for b in read(text)] == budget


def test_a_named_earlier_year_is_a_budget_of_its_own_and_the_previous_figure() -> None:
    now, then = read("予算額\n令和７年度予算案額 ０．８億円\n（令和６年度予算額 ０．９億円）")
    assert (now.yen, now.previous_yen, then.yen, then.fiscal, then.previous_yen) == (
        80_000_000,
        90_000_000,
        90_000_000,
        "R6年度",
        None,
    )


def test_a_year_by_its_letter_and_a_colon_is_the_year_of_what_stands_behind() -> None:
    now, then = read("予算額\n令和13年度予算案額 12.5億円（R12：11億円）")
    assert (now.year, now.previous_yen) == (2031, 1_100_000_000)
    assert (then.year, then.kind, then.yen) == (2030, None, 1_100_000_000)


def test_what_a_bracket_says_of_its_own_sum_is_not_said_of_the_one_before() -> None:
    assert brief("予算額 5億円（令和６年度補正予算額 4億円）") == [
        (500_000_000, None, None),
        (400_000_000, "R6補正", "supplementary"),
    ]


@pytest.mark.parametrize(
    ("text", "fiscal", "kind", "proposed"),
    [
        ("予算額 R13FY補正：5億円", "R13補正", "supplementary", False),
        ("予算額 FY2031 5億円", "R13年度", None, False),
        ("令和13年度予算額 5億円", "R13年度", None, False),
        ("令和13年度概算要求額 5億円", "R13年度", None, True),
        ("概算要求額：5億円", None, None, True),
        ("令和13年度予算案額 5億円", "R13当初", "initial", True),
    ],
)
def test_a_year_without_a_kind_is_of_none(
    text: str, fiscal: str | None, kind: str | None, proposed: bool
) -> None:
    [budget] = read(text)
    assert (budget.fiscal, budget.kind, budget.proposed) == (fiscal, kind, proposed)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("予算額 国庫債務負担行為含む総額 1.3億円", "multi_year_total"),
        (
            "予算額\n令和8年度補正予算額等 総額 1,700億円 の内数\n（国庫債務負担行為等含む）",
            "multi_year_total",
        ),
        ("予算額\n基金総額 161億円", "fund_total"),
        ("予算額\n補助金により\n造成された基金 117億円", "fund_total"),
        ("予算額\n令和８年度補正予算 合計30億円を想定", "expected"),
        ("予算額\n975千円", None),
        ("補正予算額\n975千円", "supplementary"),
        ("予算額 令和８年度 975千円", None),
        ("補正予算額 令和８年度 975千円", "supplementary"),
        ("予算額\n975千円（当初予算）", "initial"),
    ],
)
def test_the_kind_of_a_budget_is_what_is_printed(text: str, kind: str | None) -> None:
    assert [b.kind for b in read(text)] == [kind]


def test_equal_sums_that_are_added_up_are_two_and_a_repetition_is_none() -> None:
    text = (
        "予算額\n国庫債務負担行為含む総額\n4,000億円（採択済み）＋4,000億円（新規公募分）\n事業スキーム\n"
        "⚫ 令和６年度補正予算において、２年・4,000億円の追加予算を置く。"
    )
    assert [(b.yen, b.kind) for b in read(text)] == [(400_000_000_000, "multi_year_total")] * 2


def test_the_year_heads_its_bullets() -> None:
    assert brief(
        "予算額\nR6補正予算額\n・見本交付金 等 21.1億円\nR7予算額（案）\n・見本交付金 6.2億円"
    ) == [(2_110_000_000, "R6補正", "supplementary"), (620_000_000, "R7当初", "initial")]


@pytest.mark.parametrize(
    "text",
    [
        "補助上限 令和６年度補正 0.2億円（補助率1/２）",
        "対象は資本金10億円未満の企業",
        "※10億円以上の投資が要件",
        "平均投資額：50億円",
        "成果目標\n輸出額の拡大（３兆円［2031年度まで］）",
        "売上高100億円を目指す企業を支援",
        "給付上限額 450万円/人",
    ],
)
def test_other_money_is_no_budget(text: str) -> None:
    made_up = page(text)
    assert (budgets(made_up), made_up.refused) == ([], [])


def test_a_sub_total_lies_inside_the_sum_before_it() -> None:
    assert [
        b.yen for b in read("R6補正予算+R7当初予算（案） 8.8億円\n（うち、窯の修理費：8.1億円）")
    ] == [880_000_000]


@pytest.mark.parametrize(
    "text",
    [
        "予算\n額 令和６年度\n補正予算額 1,0\n00億\n円の\n内数",
        "予算額 令和６年度補正予算額 1,000億円の内数",
    ],
)
def test_wraps_change_nothing(text: str) -> None:
    [budget] = read(text)
    assert (budget.yen, budget.fiscal, budget.part_of) == (100_000_000_000, "R6補正", True)


def test_a_circled_number_is_no_digit_of_the_sum() -> None:
    assert [b.yen for b in read("予算額\n①5億円（令和６年度補正予算）")] == [500_000_000]


def test_a_budget_that_cannot_be_read_is_a_problem() -> None:
    made_up = page("施策名\n予算額\n調整中\n事業スキーム", first=10)
    assert budgets(made_up) == []
    [problem] = made_up.refused
    assert (problem.document, problem.line) == ("made-up", 11)


def test_what_stands_under_the_sum_is_not_its_pot() -> None:
    [budget] = read(
        "●予算額 3.9億円の内数（令和８年度当初予算案）\n●認定基準\n○ 前の年度の離職率が30％以下。"
    )
    assert (budget.yen, budget.part_of, budget.pot) == (390_000_000, True, None)


def test_the_bracket_with_a_total_of_its_own_does_not_make_the_years_sum_a_total() -> None:
    text = "令和６年度補正予算額 1,200億円 （国庫債務負担を含め新しい公募の総額2,500億円）"
    assert [(b.yen, b.kind) for b in read(text)] == [
        (120_000_000_000, "supplementary"),
        (250_000_000_000, "multi_year_total"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "予算額\n令和13年度当初予算 10億円（対前年度▲2億円）",
        "予算額\n令和13年度当初予算 10億円（前年度比＋２億円）",
        "予算額\n令和13年度当初予算 10億円（▲2億円）",
        "予算額\n令和13年度当初予算 10億円（前年度予算額から2億円の減）",
        "予算額\n令和13年度当初予算 10億円（2億円増）",
        "予算額\n令和13年度当初予算 10億円（対前年度予算額：△2億円）",
    ],
)
def test_the_difference_to_the_year_before_is_no_budget(text: str) -> None:
    assert [(b.yen, b.previous_yen) for b in read(text)] == [(10**9, None)]


@pytest.mark.parametrize(
    ("text", "year", "kind"),
    [
        ("2031年度補正予算 12億円", 2031, "supplementary"),
        ("令和13（2031）年度当初予算案 12億円", 2031, "initial"),
        ("令和13年度（2031年度）補正予算額 12億円", 2031, "supplementary"),
        ("12億円（2031年度補正予算）", 2031, "supplementary"),
        ("令和十三年度補正予算 12億円", 2031, "supplementary"),
    ],
)
def test_a_year_is_read_however_it_is_printed(text: str, year: int, kind: str) -> None:
    [budget] = read(f"予算額\n{text}")
    assert (budget.yen, budget.year, budget.kind) == (1_200_000_000, year, kind)


@pytest.mark.parametrize(
    "text",
    [
        "令和99,9年度補正予算 12億円",
        "令和●年度予算額 12億円",
        "令和13（2030）年度補正予算 12億円",
        "令和6・7年度予算 12億円",
        "令和99,9年度 12億円",
        "12億円（令和99,9年度補正予算）",
    ],
)
def test_a_budget_of_a_year_that_cannot_be_read_is_refused_with_its_line(text: str) -> None:
    made_up = page(f"予算額\n{text}")
    assert budgets(made_up) == []
    assert [(refused.line, "fiscal year" in refused.what) for refused in made_up.refused][:1] == [
        (2, True)
    ]


def test_a_year_in_a_bracket_behind_a_supplementary_budget_says_no_kind() -> None:
    assert [
        (b.year, b.kind) for b in read("予算額\n2031年度補正予算 12億円（2030年度 10億円）")
    ] == [
        (2031, "supplementary"),
        (2030, None),
    ]
    assert brief("補正予算額 令和８年度 3億円（令和７年度 2億円）") == [
        (300_000_000, "R8補正", "supplementary"),
        (200_000_000, "R7年度", None),
    ]


def test_a_western_year_before_a_target_makes_no_budget_of_it() -> None:
    assert read("目標\n2030年度5兆円の輸出") == []


@pytest.mark.parametrize(
    "printed", ["45億円のうち数", "45億円の内", "45億円の一部", "内数（45億円）", "内数：45億円"]
)
def test_a_part_of_a_sum_is_a_part_however_it_is_said(printed: str) -> None:
    [budget] = read(f"予算額\n令和13年度当初予算 {printed}")
    assert (budget.yen, budget.part_of) == (4_500_000_000, True)


@pytest.mark.parametrize("printed", ["45億円の内訳は次のとおり", "45億円のうち数社へ"])
def test_what_is_no_part_stays_whole(printed: str) -> None:
    [budget] = read(f"予算額\n令和13年度当初予算 {printed}")
    assert not budget.part_of


def test_an_era_has_no_year_nought_and_its_letter_may_bear_a_dot() -> None:
    made_up = page("予算額\n令和0年度当初予算 12億円")
    assert budgets(made_up) == []
    assert made_up.refused
    assert brief("予算額\nR.13年度当初予算 12億円") == [(1_200_000_000, "R13当初", "initial")]
