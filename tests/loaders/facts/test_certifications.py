"""Which certifications, recognised plans, declarations and registrations a page names."""

import pytest

from loaders.catalogue.records import CertificationMention
from loaders.facts.certifications import certifications
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str) -> list[CertificationMention]:
    return certifications(Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1))))


def names(*lines: str) -> list[str]:
    return [c.name for c in read(*lines)]


def test_each_once_in_order_with_the_line_of_its_first_mention() -> None:
    mentions = read("⚫ えるぼし認定やくるみん認定", "⚫ くるみんマークを使える。")
    assert [(c.name, c.line) for c in mentions] == [("えるぼし", 1), ("くるみん", 1)]


def test_tiers_are_told_apart() -> None:
    assert names("くるみん、トライくるみん、プラチナくるみん") == [
        "くるみん",
        "トライくるみん",
        "プラチナくるみん",
    ]


@pytest.mark.parametrize("lines", [("ＤＸ認定",), ("⚫ ＤＸ", "認定"), ("DX認定制度の申請",)])
def test_width_wraps_and_a_trailing_word_do_not_matter(lines: tuple[str, ...]) -> None:
    assert names(*lines) == ["DX認定"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("試験法に基づく試験振興計画の認定を受けた事業者", "試験振興計画"),
        ("試験振興計画の承認を受けた者", "試験振興計画"),
        ("「試験振興計画」に参加すること。", "試験振興計画"),
        ("試験振興計画に位置付けられた経営体", "試験振興計画"),
        ("安心試験認定の取得に向けた研修", "安心試験認定"),
        ("企業を「あおぞら銘柄」として選定する。", "あおぞら銘柄"),
        ("⚫ K&M支援機関の登録制度といった基盤", "K&M支援機関の登録制度"),
    ],
)
def test_what_no_vocabulary_knows_is_told_by_what_is_done_with_it(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "事業計画の策定を支援する。",
        "当該計画の認定を受けた者",
        "海外事業計画策定支援",
        "計画の認定を受ける。",
        "再生計画の策定",
        "「政府の中長期計画」に基づき、進める。",
        "登録支援機関の職員",
        "経営改善計画の策定を支援",
        "「2050年に向けた政府の中長期計画」に基づき、進める。",
        "早期事業再生計画を債権者に示す。",
    ],
)
def test_ordinary_plans_and_organisations_are_none(text: str) -> None:
    assert names(text) == []


def test_a_recognised_plan_stands_beside_the_plan() -> None:
    assert names("総合効率化計画の策定", "「認定総合効率化計画」に基づく輸送") == [
        "総合効率化計画",
        "認定総合効率化計画",
    ]


def test_a_plan_named_after_its_law_is_the_plan() -> None:
    assert names("女性活躍推進法に基づく一般事業主", "行動計画の策定") == ["一般事業主行動計画"]


def test_the_short_form_of_a_name_that_the_page_gives_in_full_is_no_other_plan() -> None:
    assert names(
        "⚫ 「山村振興施設整備計画」の認定を受ける。", "※整備計画の認定を受けた事業者"
    ) == ["山村振興施設整備計画"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("⚫ 山村における学生の取組表彰制度を設けた。", "山村における学生の取組表彰制度"),
        ("⚫ 第３回港町建設国際賞を授与した。", "港町建設国際賞"),
        ("⚫ 「山村販売者」登録の申請", "「山村販売者」登録"),
        ("⚫ 「山村開発拠点」として、令和２年度に３拠点を選抜した。", "山村開発拠点"),
    ],
)
def test_awards_registrations_and_chosen_places(text: str, name: str) -> None:
    assert names(text) == [name]


def test_two_boxes_of_a_drawing_make_no_name() -> None:
    assert names("会社が特定", "", "中堅企業者の港") == ["特定中堅企業者"]
    assert names("山村の", "会社を特定", "", "中堅企業者の港") == []
