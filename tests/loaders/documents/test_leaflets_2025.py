"""Leaflets of subsidies: made-up leaflets in the real layout, and the whole document where it is at
hand.
"""

from __future__ import annotations

import random
import re

import pytest

from loaders.documents.family import Reading
from loaders.documents.leaflets_2025 import parser
from loaders.documents.leaflets_2025.bonuses import uplifts
from loaders.documents.leaflets_2025.pages import split
from loaders.text.lines import Line
from loaders.text.page import Page
from loaders.text.source import read_source
from tests.sources import source

LEAFLETS = "004_25f3c794d192b0f1.txt"

# a logo in pieces; frames as columns; an uplift whose condition a note explains
LOGO = """\
補助金

里
山

令和7年度補正予算

里山の中小企業の設備投資を支援します！

補助上限額
最大3,500万円

補助率
1/2～2/3



事業概要

事業の流れ

製品高付加価値化枠 グローバル枠

補助上限 600万円～2,000万円 2,500万円

補助率 中小企業1/2、小規模・再生2/3 中小企業1/2、小規模2/3

基本要件

中小企業が、里山の製品を開発し、

①製品の付加価値額が+4.0％以上増加

②従業員の給与支給総額が最低賃金と同じだけ増加又は

給与支給総額の年平均成長率が+3.0％以上増加

③次世代育成支援対策推進法に基づく一般事業主行動計画を公表（従業員31名以上のみ）

の基本要件を全て満たす事業計画に取り組むこと。

大幅な賃上げを急ぐ事業者のみなさまには、補助上限額を200～1,000万円上乗せ。

※大幅な賃上げ：(1)給与支給総額の伸び+7.0%以上 (2)事業所内最低賃金が最低賃金+60円以上の水準
※(1) (2)のどちらかに届かないときは、返還です。

令和7年度補正予算「里山革命事業」2,100億円の内数

里山補助金
総合サイト

電子申請について：satoyama-denshi@example.jp

お問い合わせは里山補助金事務局サポートセンターまで

０５０－１２３４ー５６７８
"""

# sums under a heading that stands apart; a loan of others; increments; dates of an opening and a
# closing
SHOP = """\


販路開拓に取り組む皆様へ

令和7年度補正予算

「浜辺事業者持続化補助金（創業型）」

80万円
（特例を活用した場合は最大300万円）

【補助率】
 ２／３

※ 従業員数が「商業(宿泊業を除く)」の場合7人以下である事業者

入金までのつなぎに活用できる浜辺の融資制度

「浜辺経営改善資金（ハマ経融資）」
◎限度額：1,000万円
※融資のご利用には、次の要件があります。
 例．3年以上浜辺で店を開いていること等

【補助上限】

申請受付開始：2026年５月７日（木）

申請受付締切：2026年６月12日（金）



概 要

○インボイス登録特例   ⇒ 浜辺の店でインボイス登録を受けた者
○賃金底上げ特例 ⇒ 店内の最低賃金を＋60円以上とした事業者

インボイス登録特例 インボイス登録特例の要件を満たす場合は、この補助上限額に60万円を上乗せ

賃金底上げ特例 賃金底上げ特例の要件を満たす場合は、この補助上限額に160万円を上乗せ

事前準備から事業終了までの流れ

https://hamabe.example.jp/
"""

# a table of head counts whose columns came out one under the other, the raised one first; rolling
# applications
TABLE = """\


設備投資に取り組む皆様へ

港町省力化補助金とは、港の人手不足に備える費用を国が補助することにより、中小企業の投資を促進する補助金です。

補助上限額
1,200万円



5名以下
6～20名

補助上限額従業員数

400万円

1,200万円

300万円

900万円

大幅な賃上げを
行う場合

補助上限額が高くなる【大幅賃上げ特例】の適用要件

①事業場内最低賃金+55円以上の水準 ②給与支給総額+8%以上
※①、②のどちらかに届かないときは返還。

随時公募受付のため、いつでもどうぞ。

お問い合わせ

港町補助金事務局 050-9876-5432
"""

# rows of head counts with the raised limit in brackets; deadlines without a year; examples of what
# the screening looks at
ROWS = """\


新規事業に取り組む中小企業の皆様へ

高原新事業補助金

令和8年4月
時点版



項目 内容

従業員数20人以下 1,500万円（1,800万円）
従業員数21人以上 2,500万円（3,300万円）

※補助下限400万円
※大幅賃上げ特例適用事業者（事業終了時で①店内の最低賃金＋70円、②給与支給総額＋9%を達成）の場合、補助上限額に上乗せ。（カッコ内の額は特例の上限です。）

補助率 1/2

投資額２億円以上

第２次申請締切日 ６月18日

第３次申請締切日 １月10日

審査のポイント

■波及効果：賃上げへの取組、適切な取引姿勢。（地域未来牽引企業、パートナーシップ構築宣言、賃上げ率 等）

高原補助金事務局 （コールバックの申込み）
https://kougen.example.jp/
"""


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
        ("1/2", None),
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


def test_the_basic_requirements_open_doors():
    doors = [b for b in read(LOGO).bonuses if b.benefit == "requirement"]
    assert [(b.condition_kind, b.condition_mode, len(b.condition)) for b in doors] == [
        ("other", "all", 1),
        ("wage_raise", "any", 2),
        ("plan", "all", 1),
    ]
    assert [[(limit.op, limit.amount) for limit in b.limits] for b in doors] == [
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
    assert not next(
        b for b in read(SPECIAL).bonuses if b.condition == ["窯の付加価値額が+4.0%以上増加"]
    ).not_for


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
        ("employees", 31),
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


# --- the whole document ---------------------------------------------------------------------------


def whole() -> tuple[Line, ...]:
    return read_source(source(LEAFLETS)).lines


def of(leaflets: list[list[str]]) -> Reading:
    lines = [line for leaflet in leaflets for line in (*leaflet, "", "", "")]
    return parser.read(
        "leaflets-2025",
        [Line(n, text) for n, text in enumerate(lines, 1)],
        (),
        lambda done, of: None,
    )


def texts() -> list[list[str]]:
    return [
        [line.text for line in leaflet.page.lines] for leaflet in split("leaflets-2025", whole())
    ]


@pytest.mark.sources
def test_every_leaflet_of_the_document_is_read_without_a_correction():
    reading = parser.read("leaflets-2025", whole(), (), lambda done, of: None)
    assert (
        reading.problems == () and len(reading.appearances) == 13 and reading.found["sides"] == 25
    )
    assert all(a.caps and a.rates for a in reading.appearances)


@pytest.mark.sources
@pytest.mark.parametrize("seed", range(3))
def test_shuffled_leaflets_give_the_same_measures(seed: int):
    leaflets = texts()
    told = {(a.id, a.title, tuple(c.yen for c in a.caps)) for a in of(leaflets).appearances}
    random.Random(seed).shuffle(leaflets)
    assert {(a.id, a.title, tuple(c.yen for c in a.caps)) for a in of(leaflets).appearances} == told


@pytest.mark.sources
def test_other_names_sums_and_numbers_are_read_as_printed():
    before = of(texts()).appearances
    changed = [
        [
            re.sub(
                r"補助金",
                "港補助金",
                re.sub(
                    r"(?<![\d.,])([1-9])(?=[\d,.]*[万億]円)",
                    lambda m: str(int(m[1]) % 9 + 1),
                    (
                        re.sub(
                            r"(\d{4})(?=\D*$)",
                            lambda m: (
                                m[1] if m[1].startswith("20") else f"{(int(m[1]) + 1) % 10000:04}"
                            ),
                            line,
                        )
                        if re.search(r"\d-\d{3,4}-\d{4}", line)
                        else line
                    ),
                ),
            )
            for line in leaflet
        ]
        for leaflet in texts()
    ]
    after = of(changed).appearances
    assert len(after) == len(before)
    assert sum(a.title != b.title for a, b in zip(after, before, strict=True)) == sum(
        "補助金" in b.title for b in before
    )
    assert [len(a.caps) for a in after] == [len(b.caps) for b in before]
