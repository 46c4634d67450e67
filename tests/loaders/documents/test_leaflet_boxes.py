"""What the text boxes of a leaflet say together: lists under the heading of another box, notes with
a number, names of loans.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from loaders.bonuses.draft import Draft
from loaders.catalogue.records import Cap
from loaders.documents.leaflets_2025.applicants import requirements
from loaders.documents.leaflets_2025.bonuses import uplifts
from loaders.documents.leaflets_2025.clawback import with_clawback
from loaders.documents.leaflets_2025.goals import with_frames
from loaders.documents.leaflets_2025.rates import shares
from loaders.text.lines import Line
from loaders.text.page import Page

LENT = """日本公庫による薪の融資

＊概要：基準金利から0.7%引き下げた融資制度

＊対象者 ：薪の値上がりで、利益が減った窯元の者

＊制度詳細：融資上限９億円
"""
GUARANTEED = """＊概要：里の相談所の助言で策定した窯の再建計画

を進めるお金を、保証付き融資で助ける

＊制度詳細：保証上限1.5億円・保証料率0.7％・据置期間最大２年
"""


def page(text: str) -> Page:
    return Page("leaflet", tuple(Line(at, line) for at, line in enumerate(text.split("\n"), 1)))


def read(text: str, caps: Sequence[Cap] = ()) -> list[Draft]:
    return uplifts(page(text), "里山補助金", caps)


def cap(line: int, frame: str | None) -> Cap:
    return Cap(yen=10**8, printed="１億円", line=line, frame=frame, scope="stated")


def test_a_list_in_other_boxes_is_for_those_of_whom_its_heading_speaks() -> None:
    text = "「100億宣言」のメリット\n\n里の皆様へ\n\n■ 窯元会議への参加\n\n■ 登録免許税の軽減\n"
    found = {(d.benefit, d.raises, d.condition.printed, d.line) for d in read(text)}
    assert found == {
        ("other", "窯元会議への参加", ("100億宣言",), 5),
        ("other", "登録免許税の軽減", ("100億宣言",), 7),
    }


RAISED = """窯を直せる【大幅賃上げ特例】の適用要件
①里の給与支給総額+7%以上増加 ②里の最低賃金+40円以上
※上記①、②が未達の場合、上限の差の分を返還。

補助率が3/4にアップする【最低賃金引き上げ特例】の適用要件
2か月以上地域別最低賃金+60円以内で雇用している従業員が全従業員数の20%以上いること

薪を買える【大幅賃上げ特例】の適用要件
①里の給与支給総額+5%以上 ②里の最低賃金+35円以上
※上記のいずれかでも未達の場合、補助額の減額とする。
"""
UPLIFTED = [
    cap(line, frame).model_copy(update={"with_uplift": True, "band": "5名以下"})
    for line, frame in ((20, "窯型"), (60, "カマド型"))
]


def test_a_rate_is_of_the_column_whose_wage_rise_stands_above_it() -> None:
    [rate] = [draft for draft in read(RAISED, UPLIFTED) if draft.benefit == "rate_uplift"]
    assert (rate.value, rate.frame) == ("3/4", "窯型")


def test_where_tables_and_explanations_do_not_match_up_a_rate_is_of_the_measure() -> None:
    [rate] = [draft for draft in read(RAISED, UPLIFTED[:1]) if draft.benefit == "rate_uplift"]
    assert rate.frame is None


def test_what_is_missed_is_paid_back() -> None:
    leaflet = page(RAISED)
    drafts = with_clawback(read(RAISED, UPLIFTED), leaflet)
    found = {(d.frame, d.clawback and (d.clawback.printed, d.clawback.line)) for d in drafts}
    assert found == {
        ("窯型（5名以下）", ("上限の差の分を返還", 3)),
        ("カマド型（5名以下）", ("補助額の減額", 10)),
        ("窯型", None),
    }


BASIC = """基本要件
①付加価値額の年平均成長率+6％以上増加
②給与支給総額の年平均成長率+4％以上増加
の基本要件を全て満たす計画
・基本要件②が未達の場合、足りない分だけ補助金返還を求める。
"""


def test_only_the_numbered_basic_requirement_is_paid_back() -> None:
    drafts = with_clawback(requirements(page(BASIC)), page(BASIC))
    assert {draft.line: draft.clawback and draft.clawback.line for draft in drafts} == {
        2: None,
        3: 5,
    }


GOALS = """村の者がカマドの一覧から選び「労働生産性 年5％向上」を目指す事業計画に取り組むものが対象

村の者が窯を作らせ「労働生産性 年8％向上」を目指す事業計画に取り組むものが対象
"""


def test_a_goal_is_of_the_frame_whose_name_its_paragraph_takes_up() -> None:
    drafts = with_frames(read(GOALS), page(GOALS), UPLIFTED)
    assert [(draft.line, draft.frame) for draft in drafts] == [(1, "カマド型"), (3, "窯型")]
    alike = GOALS.replace("窯を作らせ", "カマドを作らせ")
    assert {draft.frame for draft in with_frames(read(alike), page(alike), UPLIFTED)} == {None}


def test_a_loan_whose_rate_hangs_on_the_result_and_a_guarantee_for_the_small() -> None:
    text = """里の公庫による窯元ローン

＊制度詳細：融資上限６億円

決算に応じて２区分（赤字の場合は0.9％・黒字の場合は２％台）の利率が適用、日本公庫

＊概要：小規模事業者で窯が３基以下の者を対象とした、90％の保証が可能な制度

＊制度詳細：保証上限700万円
"""
    found = {
        (d.benefit, d.value, d.raises, d.size_class, d.line)
        for d in read(text, [cap(3, "窯元ローン"), cap(9, "窯元保証")])
    }
    assert found == {
        ("low_interest_loan", "0.9%", "窯元ローン", None, 5),
        ("credit_guarantee", "保証上限700万円・90%の保証", "窯元保証", "小規模事業者", 7),
    }


def test_a_sum_that_is_added_where_frames_are_combined() -> None:
    text = "40万円※\n\n※大窯枠、小窯枠と併用申請する場合は、それぞれの補助上限に加算\n"
    found = read(text, [cap(1, "窯じまい枠")])
    assert {(d.benefit, d.value, d.value_is, d.frame) for d in found} == {
        ("cap_uplift", "40万円", "added", "大窯枠"),
        ("cap_uplift", "40万円", "added", "小窯枠"),
    }
    assert {draft.condition.printed for draft in found} == {
        ("窯じまい枠を大窯枠、小窯枠と併用申請する場合",)
    }


def test_another_kind_of_item_ends_the_list() -> None:
    text = "「100億宣言」のメリット\n\n■ 窯元会議への参加\n\n⚫ 登録免許税の軽減\n"
    assert [d.raises for d in read(text)] == ["窯元会議への参加"]


def test_a_certificate_is_asked_for_in_a_sentence_over_two_boxes() -> None:
    text = "※申請には、里が発行した、里山研修\n\nを受けたことの証明書の写しが必要になります。\n"
    [draft] = read(text)
    assert (draft.benefit, draft.line) == ("requirement", 1)
    assert draft.condition.printed == ("里山研修を受けたことの証明書",)


def test_a_guarantee_has_its_limit_and_rate_for_those_with_such_a_plan() -> None:
    [draft] = read(GUARANTEED)
    assert (draft.benefit, draft.value, draft.raises, draft.line) == (
        "credit_guarantee",
        "保証上限1.5億円・保証料率0.7%",
        "信用保証",
        5,
    )
    assert draft.condition.printed == ("里の相談所の助言で策定した窯の再建計画",)


def test_a_guarantee_for_loans_put_together_has_its_limit_and_share() -> None:
    [draft] = read(
        "＊概要：里の銀行の貸付と保証付き貸付を組み合わせることなどで薪を増やす制度\n\n"
        "＊制度詳細：保証上限1.2億円・保証割合70％・据置期間２年\n"
    )
    assert (draft.benefit, draft.value, draft.line) == (
        "credit_guarantee",
        "保証上限1.2億円・保証割合70%",
        3,
    )
    assert draft.condition.printed == ("里の銀行の貸付と保証付き貸付を組み合わせる",)


def test_a_loan_and_a_guarantee_go_by_the_name_of_their_box() -> None:
    named = [cap(7, "日本公庫による薪の金利引下げ")]
    assert [d.raises for d in read(LENT, named)] == ["日本公庫による薪の金利引下げ"]
    assert [d.raises for d in read(LENT, [cap(40, "遠い箱")])] == ["日本政策金融公庫の融資"]
    assert [d.raises for d in read(GUARANTEED, [cap(5, "窯元保証")])] == ["窯元保証"]


def test_what_a_numbered_note_adds_is_for_the_frames_that_bear_its_mark() -> None:
    text = (
        "買い手類型：\n600～800万円※１\n売り手類型：\n600～800万円※１\n廃業枠：\n150万円\n"
        "※１：800万円を上限に、窯の費用を申請する場合150万円を加算\n"
    )
    caps = [cap(2, "買い手類型"), cap(4, "売り手類型"), cap(6, "廃業枠")]
    added = [d for d in read(text, caps) if d.value == "150万円"]
    assert [d.frame for d in added] == ["買い手類型", "売り手類型"]
    of_all = [d for d in read(text, [cap(2, None)]) if d.value == "150万円"]
    assert [d.frame for d in of_all] == [None]


def test_a_rate_above_a_sum_says_whether_that_is_one_of_the_subsidy() -> None:
    text = "補助率\n※補助金額900万円までは1/2、900万円を超える部分は1/4。\n"
    assert ("1/4", "補助金額900万円を超える部分") in [
        (rate.printed, rate.band) for rate in shares(page(text))
    ]
    bare = "補助率\n※900万円を超える部分は1/4。\n"
    assert ("1/4", "900万円を超える部分") in [
        (rate.printed, rate.band) for rate in shares(page(bare))
    ]


SERVICES = "商業・サービス業は５人以下"


@pytest.mark.parametrize(
    ("whom", "asked"),
    [
        (f"小規模企業者従業員２０人以下（{SERVICES}）の者等", 0),
        ("小規模企業者（従業員20人以下）等", 0),
        ("小規模事業者で窯が３基以下の者", 1),
    ],
)
def test_who_is_small_by_law_need_do_no_more(whom: str, asked: int) -> None:
    text = f"＊概要：{whom}を対象とした、90％の保証が可能な制度\n\n＊制度詳細：保証上限7万円\n"
    [draft] = read(text, [cap(3, "窯元保証")])
    assert len(draft.condition.requires) == asked and draft.size_class == "小規模事業者"
    assert len(draft.condition.printed) == asked
