"""Who pays whom, where a page draws it or says it."""

import pytest

from loaders.facts.scheme import left_open, lumps_passed_on, scheme
from loaders.text.lines import Line
from loaders.text.page import Page


def brief(*lines: str) -> list[tuple[str, str, str | None]]:
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    return [(s.payer, s.receiver, s.how) for s in scheme(page)]


def test_an_arrow_says_it() -> None:
    assert brief("※この講座は委託により開いています。（厚生労働省→株式会社等）") == [
        ("厚生労働省", "株式会社等", "委託")
    ]


def test_an_entrustment_goes_out_from_the_state() -> None:
    assert brief("事業スキーム", "独立行政法人沿岸振興機構へ委託") == [
        ("国", "独立行政法人沿岸振興機構", "委託")
    ]


def test_a_row_of_boxes_with_a_label_on_money_is_a_flow() -> None:
    assert brief("（事業の流れ）", "国 基金管理団体 民間団体", "定額 定額")[0][:2] == (
        "国",
        "基金管理団体",
    )


def test_the_state_whose_box_comes_last_in_the_text_still_pays_first() -> None:
    assert brief("補助", "（2/3）", "民間企業等 民間企業等国", "補助", "（定額）") == [
        ("国", "民間企業等", "補助(定額)"),
        ("民間企業等", "民間企業等", "補助(2/3)"),
    ]


def test_a_name_that_begins_on_the_line_before_is_whole() -> None:
    assert (
        brief("定額補助", "国立研究開発法人沿岸医療", "研究開発機構（ABED） 民間企業等国")[0][1]
        == "国立研究開発法人沿岸医療研究開発機構(ABED)"
    )


def test_a_row_of_names_without_money_is_no_flow() -> None:
    assert brief("国 基金管理団体 民間団体") == []


def test_a_box_of_the_state_alone_leaves_open_who_is_paid() -> None:
    def of(*lines: str) -> list[int]:
        return left_open(Page("made-up", tuple(Line(i, t) for i, t in enumerate(lines, 1))))

    assert of("港の協議会", "国", "船主等", "補助") == [2]
    assert of("全", "国", "の", "港") == [], "upright text is no box"
    assert of("国 沿岸団体 民間団体", "補助") == [] and of("港", "国", "↓補助", "民間団体") == []


def test_a_heading_alone_gives_nothing() -> None:
    assert brief("事業スキーム", "⚫ 企業の投資を支援") == []


def test_what_the_state_pays_itself_or_sets_aside_with_a_body_goes_out_from_the_state() -> None:
    assert brief("港町の設備の費用を国が助成することにより、中小企業の投資を促す。") == [
        ("国", "中小企業", "助成")
    ]
    assert brief("令和７年度補正予算で沿岸振興機構に措置") == [("国", "沿岸振興機構", "措置")]


def test_whose_work_the_state_pays_for() -> None:
    assert brief("⚫ 交通費を支給する地方公", "共団体の取組を国が支援する。") == [
        ("国", "地方公共団体", "支援")
    ]
    assert brief("⚫ 国が地方公共団体と取り組む。") == []


def test_a_lump_that_a_body_passes_on_stands_on_its_arrow_and_is_no_rate() -> None:
    lines = (
        "定額補助",
        "沿岸研究機構（ＥＫＫ） 民間企業等国",
        "【大企業には1/4補助、港の中小企業には3/4補助、大学等には委託】",
    )
    assert brief(*lines) == [
        ("国", "沿岸研究機構(EKK)", "補助(定額)"),
        ("沿岸研究機構(EKK)", "民間企業等", "補助(1/4、3/4)"),
        ("沿岸研究機構(EKK)", "大学等", "委託"),
    ]
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    assert lumps_passed_on(page) == {1}
    assert lumps_passed_on(Page("made-up", (Line(1, "定額補助"), Line(2, "国 民間団体")))) == set()


def test_a_sentence_or_a_bracket_says_who_has_the_order() -> None:
    assert brief("⚫ 里の民間団体に事業を委託し、窯を守る。") == [("国", "民間団体", "委託")]
    assert brief("⚫ 窯業訓練機関等（都道府県からの委託）にて行う。") == [
        ("都道府県", "窯業訓練機関等", "委託")
    ]
    assert brief("実施主体", "国の窓口", "委託事業（民間企業等）") == [("国", "民間企業等", "委託")]


def test_a_sentence_says_who_pays_whom() -> None:
    assert brief("⚫ 港町県の費用は、国が港町振興機構に補助する。") == [
        ("国", "港町振興機構", "補助")
    ]
    assert brief("⚫ 漁業を営む中小企業者等に対して、沿岸金融公庫において低利融資を実施した。") == [
        ("沿岸金融公庫", "中小企業者等", "融資")
    ]
    assert brief("⚫ 国が民間団体等と協力し、港の船に補助する。") == []


def test_the_grant_for_the_work_of_a_body_goes_out_from_the_state() -> None:
    assert brief("・独立行政法人沿岸振興機構運営費交付金 ３億円の内数") == [
        ("国", "独立行政法人沿岸振興機構", "交付金")
    ]


def test_a_sentence_without_a_payer_tells_of_the_state_and_one_with_a_subject_of_it() -> None:
    assert brief("✓ 港を直し、その様子を知らせた港町雇", "用主に対して、奨励金を支給します。") == [
        ("国", "港町雇用主", "支給")
    ]
    assert brief("✓ 港町観察所が、港に詳しい民間団体に事業を委託し、話を聞きます。") == [
        ("港町観察所", "民間団体", "委託")
    ]
    assert brief("✓ 港を直す事業主に対し、相談の場を設けます。") == []


@pytest.mark.parametrize(
    ("line", "payment"),
    [
        ("網を直した中小企業事業主等に助成。", ("国", "中小企業事業主等", "助成")),
        ("⚫ 網を直した事業主に対して包括的に助成。", ("国", "事業主", "助成")),
        (
            "⚫ 網を盗まれた中小企業等に対し、番、柵などにかかる費用の 2 / 3 を助成。",
            ("国", "中小企業等", "助成"),
        ),
        ("⚫ 船を買う事業者に対して利子補給を行う。", ("国", "事業者", "利子補給")),
        (
            "MSK本部が窓口となり、漁業者、中小企業等が網を干す際に要する費用の一部を助成します。",
            ("MSK", "中小企業等", "助成"),
        ),
        ("⚫ 人を雇った沿岸企業への補助を広げる。", ("国", "沿岸企業", "補助")),
        ("・執行団体：沿岸振興機構（MSK）", ("国", "沿岸振興機構(MSK)", None)),
        (
            "沿岸団体に選ばれた一般財団法人沿岸研究所において、基金を造成。",
            ("国", "一般財団法人沿岸研究所", "基金"),
        ),
        ("令和７年度MSK交付金３億円の内数", ("国", "MSK", "交付金")),
    ],
)
def test_who_is_paid_is_told_in_sentences_without_a_payer(
    line: str, payment: tuple[str, str, str | None]
) -> None:
    assert brief(line) == [payment]


def test_whose_money_others_are_paid_with_is_not_paid_himself() -> None:
    assert brief("沿岸団体が選んだ船主に対し、網に要する費用の一部を助成する。") == []
