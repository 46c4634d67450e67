"""Which sums of a page limit what one applicant can get."""

import pytest

from loaders.catalogue.records import Cap
from loaders.facts.caps import caps
from loaders.text.lines import Line
from loaders.text.page import Page


def read(text: str) -> list[Cap]:
    return caps(Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1))))


@pytest.mark.parametrize(
    ("text", "yen"),
    [
        ("補助上限 50億円（補助率1/3以下）", 5_000_000_000),
        ("＜交付上限額＞\n・原則2,500万円", 25_000_000),
        ("補助率と補助上限額：1/3以内、２億円", 200_000_000),
        ("1件当たり補助上限額を5億円/年とし", 500_000_000),
        ("保証割合：借入れの40%（15億円まで）", 1_500_000_000),
        ("保証限度額：1法人当たり4億5千万円", 450_000_000),
        ("（委託契約の上限：1.2億円）", 120_000_000),
        ("補助上限額：100万円～3,000万円", 30_000_000),
        ("補助上限額：3,000万（補助率1/2以内）", 30_000_000),
        ("補 助 上 限 額 ： 3 ,0 0 0 万 円", 30_000_000),
        ("✓ 補助額：5億円以上、40億円以下", 4_000_000_000),
        ("補助上限 令和６年度補正 0.2億円", 20_000_000),
        ("500万円定額に加え、500万円を超える部分については4,000万円まで", 40_000_000),
        ("年間最大７２万円を支給", 720_000),
        ("補助上\n限 1,5\n00万円", 15_000_000),
    ],
)
def test_a_limit_is_read_in_yen(text: str, yen: int) -> None:
    assert [c.yen for c in read(text)] == [yen]


@pytest.mark.parametrize(
    "text",
    [
        "予算額 令和６年度補正予算 50億円",
        "上限人数：20人\n１事業所当たり 40万円",
        "資本金10億円以上の法人でないこと",
        "契約金額５千万円以下",
        "✓常勤雇用以外：年収×8%+20万円",
        "最低事業費：1,500万円",
        "税額控除上限：法人税額の20％",
    ],
)
def test_other_money_is_no_limit(text: str) -> None:
    assert read(text) == []


def test_a_raised_limit_needs_a_further_condition() -> None:
    assert [
        (c.yen, c.with_uplift) for c in read("補助上限額：２億円（窯元を支援する場合は３億円）")
    ] == [(200_000_000, False), (300_000_000, True)]
    assert [
        (c.yen, c.with_uplift)
        for c in read("・原則上限2,500万円。ただし融資の額によって最大5,000万円。")
    ] == [(25_000_000, False), (50_000_000, True)]


def test_a_condition_for_the_first_limit_raises_nothing() -> None:
    assert [c.with_uplift for c in read("要件を満たす場合、最大90万円を支給")] == [False]


def test_limits_in_a_row_with_their_frames() -> None:
    text = (
        "■補助上限額：（通常枠）単年4,500万円、３年間9,750万円\n（投資枠）単年１億円、３年間３億円"
    )
    assert [(c.yen, c.frame) for c in read(text)] == [
        (45_000_000, "通常枠"),
        (97_500_000, "通常枠"),
        (100_000_000, "投資枠"),
        (300_000_000, "投資枠"),
    ]


def test_the_frame_may_stand_behind() -> None:
    assert [
        (c.yen, c.frame) for c in read("給付上限額 450万円/人（転籍）※１\n 200万円/人（出向）※２")
    ] == [(4_500_000, "転籍"), (2_000_000, "出向")]


def test_limits_of_a_list_under_one_heading() -> None:
    text = "主な上限金額\n荷役機械 20万円（補助率1/6）(P)\n積載機械    60万円（補助率1/6）(P)"
    assert [(c.yen, c.frame, c.line) for c in read(text)] == [
        (200_000, "荷役機械", 2),
        (600_000, "積載機械", 3),
    ]


def test_a_limit_that_columns_tore_from_its_heading() -> None:
    text = (
        "窯元ごとの\n交付上限額\n• 里山の銀行等\n• 資本金12億円以上の法人でないこと\n•"
        " 年収に応じた金額\n• 50百万円（続ける場合、前の年と合わせて累計１億円）"
    )
    assert [c.yen for c in read(text)] == [50_000_000, 100_000_000]


def test_the_same_limit_of_the_same_frame_is_one() -> None:
    assert len(read("補助上限 5億円\n補助上限 5億円")) == 1


def test_a_floor_is_no_limit_though_it_follows_one() -> None:
    assert [
        c.yen
        for c in read(
            "①大規模補助金：補助上限額40億円\n\n※投資下限額は８億円\n\n②人材給付金：給付上限額350万円"
        )
    ] == [4_000_000_000, 3_500_000]


def test_the_case_of_a_bracket_is_what_its_limit_is_for() -> None:
    read_caps = read("補助上限2億円（桟橋も直す場合は3億円）、補助率1/2")
    assert [(c.yen, c.band) for c in read_caps] == [
        (200_000_000, None),
        (300_000_000, "桟橋も直す場合"),
    ]


def test_the_time_is_what_a_limit_is_for() -> None:
    read_caps = read(
        "■補助上限額：（港町枠）単年2億円、３年間5億円\n（山村枠）単年3億円、３年間8億円"
    )
    assert [(c.frame, c.band, c.yen) for c in read_caps] == [
        ("港町枠", "単年", 200_000_000),
        ("港町枠", "3年間", 500_000_000),
        ("山村枠", "単年", 300_000_000),
        ("山村枠", "3年間", 800_000_000),
    ]


def test_a_bracket_behind_a_limit_refers_to_a_part() -> None:
    [cap] = read("港で働いた場合、最大３５万円を支給します。（⇒施策②）")
    assert (cap.frame, cap.yen) == ("②", 350_000)


def test_the_applicants_of_a_table_tell_its_columns() -> None:
    row = "期間 1年 2年 3年\n費用 上限100万円※ 上限200万円 ※ 上限3億円"
    assert [c.band for c in read(f"申請者 漁師の会 船の会社 港の人\n{row}")] == [
        "漁師の会",
        "船の会社",
        "港の人",
    ]
    assert [c.band for c in read(f"港の数 五つ 六つ 七つ\n{row}")] == [None] * 3


def test_another_limit_in_the_bracket_of_one_is_for_those_it_names() -> None:
    found = read("補助上限額：500万円（認定を受けた会社は700万円）")
    assert [(c.yen, c.band) for c in found] == [
        (5_000_000, None),
        (7_000_000, "認定を受けた会社"),
    ]


def test_the_year_before_the_label_is_what_a_limit_behind_a_share_is_for() -> None:
    found = read("1年目：補助率2/3、上限900万円\n2年目：補助率1/2、上限500万円")
    assert [(c.yen, c.band) for c in found] == [(9_000_000, "1年目"), (5_000_000, "2年目")]


def test_a_part_of_a_limit_in_its_bracket_is_told() -> None:
    found = read("保証限度額：２億8,000万円（うち船の分8,000万円）")
    assert [(c.yen, c.band) for c in found] == [(280_000_000, None), (80_000_000, "うち船の分")]


def test_the_head_count_behind_a_limit_is_its_own() -> None:
    found = read("補助額　最大200万円（従業員9人以下）、最大500万円（10人以上）")
    assert [c.band for c in found] == ["従業員9人以下", "10人以上"]


def test_by_what_a_limit_is_counted_is_no_frame() -> None:
    assert [(cap.frame, cap.yen) for cap in read("補助上限額：一件につき三百万円")] == [
        (None, 3_000_000)
    ]
