"""Leaflets of subsidies: made-up leaflets in the real layout."""

from __future__ import annotations

from loaders.documents.family import Reading
from loaders.documents.leaflets_2025 import parser
from loaders.documents.leaflets_2025.bonuses import uplifts
from loaders.text.lines import Line
from loaders.text.page import Page
from tests.made_up.leaflets import LOGO, ROWS, SHOP, TABLE


def read(*leaflets: str) -> Reading:
    lines = [Line(number, line) for number, line in enumerate("\n\n".join(leaflets).split("\n"), 1)]
    return parser.read("made-up", lines, (), lambda done, of: None)


def one(leaflet: str):
    (appearance,) = read(leaflet).appearances
    return appearance


def bonuses(leaflet: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(b.benefit, b.value, tuple(b.condition)) for b in read(leaflet).bonuses]


def test_a_front_and_its_back_are_one_leaflet_and_its_name_is_found_where_it_is_said_whole():
    reading = read(LOGO, SHOP, TABLE, ROWS)
    assert [a.title for a in reading.appearances] == [
        "里山補助金",
        "浜辺事業者持続化補助金（創業型）",
        "港町省力化補助金",
        "高原新事業補助金",
    ]
    assert reading.problems == () and reading.found["sides"] == 8


def test_the_order_of_the_leaflets_does_not_matter():
    there, back = read(SHOP, TABLE, ROWS), read(ROWS, SHOP, TABLE)
    assert {a.id for a in there.appearances} == {a.id for a in back.appearances}


def test_a_leaflet_may_follow_the_back_of_another_at_once():
    joined = (SHOP.strip("\n") + "\n" + ROWS.strip("\n")).split("\n")
    reading = parser.read(
        "made-up", [Line(n, text) for n, text in enumerate(joined, 1)], (), lambda done, of: None
    )
    assert [a.title for a in reading.appearances] == [
        "浜辺事業者持続化補助金（創業型）",
        "高原新事業補助金",
    ]


def test_a_name_that_a_second_line_carries_on_is_whole():
    assert (
        one("初輸出９万者支援\nプログラム始動\n\n事業者 のみなさま\n").title
        == "初輸出９万者支援プログラム"
    )


def test_a_leaflet_without_a_name_is_a_problem():
    reading = read("お困りの皆様へ\n\n港町でお待ちしています。\n")
    assert reading.appearances == () and [p.what for p in reading.problems] == [
        "no name of a measure on this leaflet"
    ]


def test_two_leaflets_of_one_measure_for_different_readers_are_two_appearances_of_it():
    first, second = read(
        TABLE, TABLE.replace("設備投資に取り組む皆様へ", "販売事業者を募集！")
    ).appearances
    assert first.measure == second.measure and first.id != second.id


def test_two_leaflets_that_nothing_tells_apart_are_a_problem():
    assert len(read(TABLE, TABLE).problems) == 2


def test_a_missing_side_is_a_problem():
    fronts = ROWS.replace("高原新事業補助金", "高原新事業補助金\n\n詳しくは裏面").split("\n\n\n")
    assert [p.what for p in read("\n\n\n" + fronts[0].strip() + "\n", TABLE).problems] == [
        "the front points to a back, which is missing"
    ]
    backs = TABLE.split("\n\n\n")
    assert [p.what for p in read(TABLE, "\n\n\n" + backs[1].strip()).problems] == [
        "a back whose front is missing"
    ]


def test_the_newest_edition_dates_the_leaflets():
    assert (read(SHOP).date, read(SHOP, ROWS).date) == (None, "2026-04")


def test_no_ministry_is_printed_so_none_is_told():
    assert [(a.ministries, a.agencies) for a in read(LOGO, SHOP).appearances] == [([], [])] * 2


def test_a_range_of_limits_gives_its_upper_end_and_the_front_tells_the_most_with_the_uplift():
    assert [(c.yen, c.with_uplift) for c in one(LOGO).caps] == [
        (35_000_000, True),
        (20_000_000, False),
        (25_000_000, False),
    ]


def test_a_row_under_a_row_of_frames_gives_each_frame_its_own():
    told = one(LOGO)
    assert [(c.yen, c.frame) for c in told.caps if c.frame] == [
        (20_000_000, "製品高付加価値化枠"),
        (25_000_000, "グローバル枠"),
    ]
    assert [(r.printed, r.size_class, r.frame) for r in told.rates if r.frame] == [
        ("1/2", "中小企業", "製品高付加価値化枠"),
        ("2/3", "小規模事業者", "製品高付加価値化枠"),
        ("1/2", "中小企業", "グローバル枠"),
        ("2/3", "小規模事業者", "グローバル枠"),
    ]


def test_a_headline_gives_its_frame_to_the_table_that_comes_to_its_most():
    text = TABLE.replace(
        "補助上限額\n1,200万円\n", "簡単に選べる カタログ型 補助上限額\n\n1,200万円\n", 1
    )
    assert {c.frame for c in one(text).caps} == {"カタログ型"}


def test_columns_that_came_out_cell_by_cell_keep_their_first_and_last_frame():
    cells = (
        "承継枠 専門家枠 再挑戦枠\n\n補\n助\n上\n限\n\n700~900万円※\n※三年続けて賃上げする場合、"
        "補助上限を900万円に引き上げ\n"
        "\n買い手支援類型：\n500～600万円\n\n120万円\n"
    )
    text = ROWS.replace(
        "従業員数20人以下 1,500万円（1,800万円）\n従業員数21人以上 2,500万円（3,300万円）\n", cells
    )
    assert [(c.yen, c.frame) for c in one(text).caps] == [
        (7_000_000, "承継枠"),
        (9_000_000, "承継枠"),
        (6_000_000, "買い手支援類型"),
        (1_200_000, "再挑戦枠"),
    ]


def test_what_is_added_and_what_a_loan_gives_are_no_limits():
    assert [(c.yen, c.with_uplift) for c in one(SHOP).caps] == [(800_000, False), (3_000_000, True)]


def test_columns_that_came_out_one_under_the_other_are_put_to_their_head_counts():
    assert [(c.yen, c.band, c.with_uplift) for c in one(TABLE).caps] == [
        (12_000_000, None, True),
        (4_000_000, "5名以下", True),
        (12_000_000, "6~20名", True),
        (3_000_000, "5名以下", False),
        (9_000_000, "6~20名", False),
    ]


def test_a_limit_in_brackets_is_the_raised_one_where_a_note_says_so():
    assert [(c.yen, c.band, c.with_uplift) for c in one(ROWS).caps] == [
        (15_000_000, "従業員数20人以下", False),
        (18_000_000, "従業員数20人以下", True),
        (25_000_000, "従業員数21人以上", False),
        (33_000_000, "従業員数21人以上", True),
    ]


def test_a_range_that_a_note_raises_gives_both_ends():
    text = ROWS.replace(
        "従業員数20人以下 1,500万円（1,800万円）",
        "700~900万円※\n※三年続けて賃上げする場合、補助上限を900万円に引き上げ",
    )
    assert [(c.yen, c.with_uplift) for c in one(text).caps][:2] == [
        (7_000_000, False),
        (9_000_000, True),
    ]
    assert ("cap_uplift", "900万円", ("三年続けて賃上げする場合",)) in bonuses(text)


def test_rates_know_their_size_of_firm():
    assert {(r.printed, r.size_class) for r in one(LOGO).rates} == {
        ("1/2~2/3", None),
        ("1/2", "中小企業"),
        ("2/3", "小規模事業者"),
    }
    star = ROWS.replace(
        "補助率 1/2\n", "1/3・1/2※\n\n※窯元のうち、小規模事業者に該当する場合：1/2\n"
    )
    assert [(r.printed, r.size_class) for r in one(star).rates] == [
        ("1/3", "中小企業"),
        ("1/2", "小規模事業者"),
    ]


def test_an_uplift_has_the_condition_that_its_note_explains():
    assert (
        "cap_uplift",
        "200~1,000万円",
        ("給与支給総額の伸び+7.0%以上", "事業所内最低賃金が最低賃金+60円以上の水準"),
    ) in bonuses(LOGO)
    assert bonuses(SHOP) == [
        ("cap_uplift", "60万円", ("浜辺の店でインボイス登録を受けた者",)),
        ("cap_uplift", "160万円", ("店内の最低賃金を+60円以上",)),
    ]


def test_each_head_count_of_a_raised_column_is_an_uplift():
    both = ("事業場内最低賃金+55円以上の水準", "給与支給総額+8%以上")
    assert bonuses(TABLE) == [("cap_uplift", "400万円", both), ("cap_uplift", "1,200万円", both)]
    both = ("店内の最低賃金+70円", "給与支給総額+9%")
    assert bonuses(ROWS)[:2] == [
        ("cap_uplift", "1,800万円", both),
        ("cap_uplift", "3,300万円", both),
    ]


def test_what_the_screening_looks_at_counts_where_it_is_held_or_a_wage_rise():
    assert {b[2] for b in bonuses(ROWS) if b[0] == "screening_points"} == {
        ("賃上げ率",),
        ("地域未来牽引企業",),
        ("パートナーシップ構築宣言",),
    }


LOAN = """＊概要：基準金利から0.7%引き下げた融資制度

＊対象者 ：薪の値上がりで、利益が減った窯元の者

＊制度詳細：融資上限９億円
"""


def test_a_loan_below_the_ordinary_rate_is_for_those_of_whom_the_leaflet_says_why():
    texts = (LOAN, "日本公庫による薪の融資\n\n" + LOAN)  # without the lender it is nobody's
    found = [
        draft
        for text in texts
        for draft in uplifts(
            Page("leaflet", tuple(Line(at, line) for at, line in enumerate(text.split("\n"), 1))),
            "薪の案内",
            [],
        )
    ]
    assert [(d.benefit, d.value, d.condition.printed, d.line) for d in found] == [
        ("low_interest_loan", "0.7%", ("薪の値上がりで、利益が減った窯元の者",), 3)
    ]


def test_the_basic_requirements_are_prerequisites():
    prerequisites = [b for b in read(LOGO).bonuses if b.benefit == "requirement"]
    assert [(b.condition_kind, b.condition_mode, len(b.condition)) for b in prerequisites] == [
        ("other", "all", 1),
        ("wage_raise", "any", 2),
        ("plan", "all", 1),
    ]
    assert [[(limit.op, limit.amount) for limit in b.limits] for b in prerequisites] == [
        [],
        [],
        [(">=", 31.0)],
    ]  # only of those with that many heads


SPECIAL = """里山登り窯補助金

補助率 1/2

基本要件

中小企業が、登り窯を開発し、①窯の付加価値額が+4.0％以上増加

②事業所内最低賃金が里の最低賃金+40円以上の水準

の基本要件を全て満たす窯の計画に限る。

※最低賃金引上げ特例事業者の場合、基本要件は①のみとします。

最低賃金の引き上げに取り組む事業者には、補助率を3/4に引き上げます。

※最低賃金の引き上げに取り組む事業者：2か月以上地域別最低賃金+70円以内で雇用している
従業員が全従業員数の25%以上いる事業者

※従業員がいない場合、小規模企業・小規模事業者については適用不可。
"""


def test_a_note_leaves_a_size_out_of_an_uplift():
    uplift = next(b for b in read(SPECIAL).bonuses if b.benefit == "rate_uplift")
    assert uplift.value == "3/4" and [
        (left.size_class, SPECIAL.split("\n")[left.line - 1][:8]) for left in uplift.not_for
    ] == [("小規模事業者", "※従業員がいない")]
    assert [(out.printed, out.document) for out in uplift.excluded] == [
        ("従業員がいない場合", uplift.document)
    ], "who is no size class is told in the words of the note"
    basic = next(
        b for b in read(SPECIAL).bonuses if b.condition == ["窯の付加価値額が+4.0%以上増加"]
    )
    assert not basic.not_for and not basic.excluded


def test_a_special_case_that_a_note_spares_from_a_requirement_will_do_as_well():
    growth, alone, wages = (b for b in read(SPECIAL).bonuses if b.benefit == "requirement")
    assert [[way.what for way in ways] for ways in growth.requires] == [["付加価値額"]]
    assert [[(way.what, way.amount) for way in ways] for ways in wages.requires] == [
        [("最低賃金水準", 40.0), ("最低賃金近傍", 25.0)]
    ] and wages.condition_mode == "any"
    assert [left.size_class for left in wages.not_for] == ["小規模事業者"], (
        "whom the special case leaves out"
    )
    assert (alone.size_class, [[way.what for way in ways] for ways in alone.requires]) == (
        "小規模事業者",
        [["最低賃金水準"]],
    ), "is asked for the requirement itself"


def test_an_uplift_and_the_special_case_whose_users_do_not_get_it_are_a_choice():
    raised = (
        SPECIAL
        + """
大幅な賃上げに取り組む事業者には、補助上限額を400万円上乗せします。

※大幅な賃上げ：(1)給与支給総額の伸び+7.0％以上 (2)事業所内最低賃金が里の最低賃金+60円以上の水準
※窯が無い場合、最低賃金引上げに係る窯の特例
事業者については適用不可。
"""
    )
    cap, rate = (
        next(b for b in read(raised).bonuses if b.benefit == benefit)
        for benefit in ("cap_uplift", "rate_uplift")
    )
    assert (
        cap.exclusive_group
        and cap.exclusive_group == rate.exclusive_group
        and (cap.rank, rate.rank) == (None, None)
    )
    assert all(b.exclusive_group is None for b in read(SPECIAL).bonuses)


def test_the_numbers_that_applicants_have_to_meet_are_not_those_of_uplifts_bands_and_loans():
    assert [(t.of, t.amount) for t in one(SHOP).thresholds] == [("employees", 7)]
    assert one(TABLE).thresholds == []
    assert [(t.of, t.amount) for t in one(LOGO).thresholds] == [
        ("other", 4.0),
        ("wage", 3.0),
    ]


def test_deadlines_are_iso_dates_without_a_printed_year_of_the_edition_or_the_next():
    assert [(w.what, w.opens, w.closes) for w in one(SHOP).windows] == [
        ("申請受付", "2026-05-07", "2026-06-12")
    ]
    assert [(w.what, w.closes) for w in one(ROWS).windows] == [
        ("第2次申請", "2026-06-18"),
        ("第3次申請", "2027-01-10"),
    ]


def test_a_desk_has_its_numbers_in_any_width_and_its_addresses():
    assert [(c.org, c.phones, c.emails) for c in one(LOGO).contacts] == [
        ("里山補助金事務局サポートセンター", ["050-1234-5678"], ["satoyama-denshi@example.jp"])
    ]
    assert [c.org for c in one(ROWS).contacts] == ["高原補助金事務局"]


def test_numbers_set_apart_digit_by_digit_are_read():
    (desk,) = one(
        TABLE.replace(
            "港町補助金事務局 050-9876-5432",
            "（お問い合わせ先）中小企業庁港町課（ 0 3 - 3 1 2 3 - 4 5 6 7）",
        )
    ).contacts
    assert (desk.org, desk.phones) == ("中小企業庁港町課", ["03-3123-4567"])


def test_the_part_of_a_programmes_budget():
    assert [(b.yen, b.part_of) for b in one(LOGO).budgets] == [(210_000_000_000, True)]
