"""What an applicant has to meet in numbers: conditions, not aims, not steps that only raise the
amount.
"""

import pytest

from loaders.catalogue.records import Threshold
from loaders.facts.thresholds import thresholds
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str) -> list[Threshold]:
    return thresholds(Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1))))


def brief(*lines: str) -> list[tuple[str, str, float | None, str]]:
    return [(t.of, t.op, t.amount, t.unit) for t in read(*lines)]


@pytest.mark.parametrize(
    ("sentence", "threshold"),
    [
        ("・資本金７億円未満の企業が対象", ("capital", "<", 700_000_000, "円")),
        ("・資本金３億円以上の法人でないこと", ("capital", "<", 300_000_000, "円")),
        ("※常用従業員1,500名以下の企業等の要件あり。", ("employees", "<=", 1500, "名")),
        ("※12億円以上の投資が要件", ("investment", ">=", 1_200_000_000, "円")),
        (
            "・対象事業における設備投資額が６億円以上であること",
            ("investment", ">=", 600_000_000, "円"),
        ),
        ("最低事業費：2,500万円（最低自己負担額300万）", ("investment", ">=", 25_000_000, "円")),
        ("※投資下限額は７億円", ("investment", ">=", 700_000_000, "円")),
        (
            "・一年のエネルギー使用量（原油での値）が1,200kl未満の窯が対象。",
            ("energy", "<", 1200, "kl"),
        ),
        ("※創業後５年以内の小規模事業者", ("age", "<=", 5, "年")),
        ("※開業日が公募締切時から起算して過去４か年の間であること。", ("years", "<=", 4, "か年")),
        ("※過去６年以内に実績が必要", ("years", "<=", 6, "年")),
        (
            "事業期間 令和９年度に着手し、最長４事業年度内で終了するもの",
            ("years", "<=", 4, "事業年度"),
        ),
        ("・賃金規定を４％以上増額改定することが要件", ("wage", ">=", 4, "%")),
        (
            "⚫成果目標（販売額の15％以上の増加）の基準を満たしていること。",
            ("sales", ">=", 15, "%"),
        ),
        ("※参画事業者（12社以上）を集めて申請を行うこと。", ("other", ">=", 12, "社")),
    ],
)
def test_a_condition(sentence: str, threshold: tuple[str, str, int, str]) -> None:
    assert brief(sentence) == [threshold]


@pytest.mark.parametrize(
    "sentence",
    [
        "成果目標：輸出額を15％以上増加することを目指す。",
        "・補助上限額は投資額５億円以上の場合に引き上げる。",
        "①労働生産性が４％以上向上した実績であった。",
        "・訓練修了の翌日から２か月以内に、窓口に支給申請するもの。",
        "・従業員101人以上の事業主に策定が義務づけられている場合の計画。",
        "従業員数５人以下 750万円",
        "・融資制度のご利用は、１年以上の事業が要件",
        "※操業後５年以内の船も対象とするよう団体等に要請。",
        "⚫漁の経験が２年以上の者を対象とすることを求めている旨を伝えた。",
    ],
)
def test_aims_amounts_results_and_deadlines_are_none(sentence: str) -> None:
    assert brief(sentence) == []


def test_a_condition_is_read_across_a_wrap_and_stands_on_the_line_of_its_number() -> None:
    (threshold,) = read(
        "※給付の対象は、資本金12億円未満かつ常用従業", "員2,500名以下の企業等の要件あり。"
    )[1:]
    assert (threshold.of, threshold.amount, threshold.line) == ("employees", 2500, 2)


def test_head_counts_listed_by_trade_are_all_of_employees() -> None:
    assert brief(
        "※従業員数が「小売（茶屋を除く）」の場合６人以下、窯業そのほかの業種の場合30人以下である事業者"
    ) == [("employees", "<=", 6, "人"), ("employees", "<=", 30, "人")]


def test_under_a_heading_of_conditions_the_bare_number_is_one() -> None:
    assert brief("●認定基準", "○ 直近３事業年度の離職率が25％以下。") == [("other", "<=", 25, "%")]


def test_the_first_step_of_a_tax_incentive_is_the_condition_the_next_raises_the_credit() -> None:
    assert brief(
        "窯で働く人の", "給与支給額（前年度比）", "税額控除率", "＋２％ ８％", "＋６％ １２％"
    ) == [("wage", ">=", 2, "%")]


def test_one_condition_printed_twice_is_one() -> None:
    assert len(brief("※資本金５億円未満の企業が対象。", "※対象要件：資本金５億円未満の企業")) == 1


def test_equal_numbers_of_two_quantities_are_two_conditions() -> None:
    text = "要件：付加価値の伸びが７％以上かつ利益の収益率が７％以上であること"
    assert brief(text) == [("other", ">=", 7, "%")] * 2
    again = "要件：収益率が７％以上であること。収益率が７％以上であることを確かめる。"
    assert len(brief(again)) == 1


def test_what_must_not_be_exceeded_is_an_upper_bound() -> None:
    assert brief("・従業員数が300人を超えない企業が対象") == [("employees", "<=", 300, "人")]


def test_a_note_behind_the_rate_is_a_sentence_of_its_own() -> None:
    assert brief("補助率：1/2以内 ※資本金３億円以下の企業が対象") == [
        ("capital", "<=", 300_000_000, "円")
    ]


def test_a_span_with_a_bound_has_two_ends() -> None:
    assert brief("※宣言できる企業は売上高８億円～90億円未満の中小企業です。") == [
        ("sales", ">=", 800_000_000, "円"),
        ("sales", "<", 9_000_000_000, "円"),
    ]


def test_another_number_in_the_bracket_of_one_is_for_those_it_names() -> None:
    found = read("要件：総投資額が２億円以上（山村は7,000万円以上）であること")
    assert [(t.amount, t.band) for t in found] == [(200_000_000, None), (70_000_000, "山村")]
    assert [t.band for t in read("対象：船を持つ会社（働く人の数９人以下）")] == [None]


def test_who_counts_as_small_is_told_in_heads_by_trades() -> None:
    small = "小規模事業者（商業・サービス業は５人以下、製造業その他は20人以下）"
    assert [
        (t.of, t.industry, t.amount)
        for t in thresholds(Page("made-up", (Line(1, f"■要件：{small}"),)))
    ] == [("employees", "商業・サービス業", 5), ("employees", "製造業その他", 20)]


def test_a_yearly_average_is_no_name_of_what_grows() -> None:
    [growth] = thresholds(Page("made-up", (Line(1, "■要件：付加価値額を年率平均3％以上増加"),)))
    assert growth.name == "付加価値額"
