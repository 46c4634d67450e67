"""Who may apply or receive: by the body of the page, not by the audience tag that nearly every page
bears.
"""

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.catalogue.records import Applicant, Scheme
from loaders.facts.applicants import any_size, applicant_lines, applicants, with_receivers
from loaders.text.lines import Line
from loaders.text.page import Page
from loaders.vocabulary.applicants import actors


def read(*lines: str, title: str = "沿岸設備支援事業") -> set[str]:
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    return set(applicants(page, title))


def test_the_body_counts_and_the_tag_does_not() -> None:
    assert read("⚫ 窯業を営む企業が行う設備の更新を支援します。", "中堅・中小企業") == {"企業"}


def test_a_label_says_it() -> None:
    assert read("補助対象者：地方公共団体、民間事業者、観光地域づくり法人等", "補助率：1/2") == {
        "企業",
        "地方公共団体",
        "団体・組合",
    }


def test_beside_a_label_a_statement_may_make_others_eligible() -> None:
    label = ("補助対象者：中小企業者", "補助率：1/2")
    assert read(*label, "・名物の出願については商工会、NPO法人等が対象。") == {
        "中小企業",
        "支援機関",
        "団体・組合",
    }
    assert read(*label, "⚫ 大学と連携し、その地の生産者の港町を支援する。") == {"中小企業"}


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    assert read("補助対象", "民間事業者、地方公共団体等", "補助率", "1/2") == {
        "企業",
        "地方公共団体",
    }


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("⚫ 農業者等を総合的に支援します。", {"その他"}),
        ("⚫ 里山への移住を検討している方に対し、相談に応じます。", {"個人・労働者"}),
        ("⚫ 創業期のスタートアップを対象に、専門家が助言します。", {"スタートアップ"}),
        ("⚫ 企業・団体等の課題に応じて技術相談を行い支援します。", {"企業", "団体・組合"}),
        (
            "⚫ 大学等の教職員、企業、地方公共団体等の関係者を対象に開催します。",
            {"大学・研究機関", "企業", "地方公共団体"},
        ),
        ("⚫ 補助率は大企業1/3、中小企業1/2です。", {"大企業", "中小企業"}),
    ],
)
def test_a_sentence_shows_who_receives(sentence: str, who: set[str]) -> None:
    assert read(sentence) == who


@pytest.mark.parametrize(
    "partner", ["大学等と連携して", "信用金庫を通じて", "商工会議所の支援を受けながら"]
)
def test_partners_and_go_betweens_are_no_applicants(partner: str) -> None:
    assert read(f"⚫ {partner}、製造業を営む企業が行う投資を支援します。") == {"企業"}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("⚫ 窯業組合等への要請を行い、企業を支援する。", {"企業"}),
        ("⚫ 窯元の労働者に手当を支給した中小企業事業主に助成する。", {"中小企業"}),
        ("⚫ 育休を取った労働者が生じた中小企業事業主に助成する。", {"中小企業"}),
        ("⚫ 自治体に対し通知文を送り、企業を支援する。", {"企業"}),
    ],
)
def test_who_is_asked_to_help_or_is_helped_by_the_applicant_is_none(
    sentence: str, who: set[str]
) -> None:
    assert read(sentence) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("⚫ 民間企業、自治体等より、灯台巡りの企画の公募を実施。", {"企業", "地方公共団体"}),
        ("⚫ 地域金融機関等20者を間接補助事業者として採択", {"金融機関"}),
        ("⚫ 農業者、中小企業等が、窯の更新を実施中。", {"その他", "中小企業"}),
        ("⚫ 地方公共団体による、焼き物の里を守る取組を支援する。", {"地方公共団体"}),
        (
            "⚫ 求職者や、山里で働く人の採用をする中堅企業等に対する案内を実施。",
            {"個人・労働者", "中堅企業"},
        ),
        ("⚫ 支援機関が中小企業の窯の更新を助ける方法を解説。", {"支援機関"}),
        ("⚫ 模倣品業者への対策費用を助成した。", set()),
        ("⚫ 窯元企業と大学等とのマッチング会を開催。", {"企業", "大学・研究機関"}),
        ("⚫ 地方公共団体へのあっせんを12件実施。", set()),
    ],
)
def test_a_follow_up_tells_who_received(sentence: str, who: set[str]) -> None:
    assert read(sentence) == who


def test_a_label_of_the_printed_frame_names_nobody() -> None:
    lines = ("対象者", "事業目的", "本事業は、中小企業を支援する。", "⚫ 中堅企業への支援を行う。")
    assert read(*lines) == {"中小企業", "中堅企業"}


def test_firms_of_any_size_are_firms() -> None:
    assert "企業" in read(
        "⚫ 中堅企業等とのマッチングを行い、中堅企業を支援します。", "企業規模に関わらず使えます。"
    )


def test_the_lines_that_say_that_every_size_applies() -> None:
    page = Page(
        "made-up",
        (
            Line(7, "⚫ 中堅企業を支援します。"),
            Line(8, "⚫ 企業の規模や業種を問わ"),
            Line(9, "ず使えます。"),
        ),
    )
    assert any_size(page) == [8] and any_size(Page("made-up", page.lines[:1])) == []


def test_those_of_the_basic_act_are_small() -> None:
    assert read("⚫ 中小企業基本法で定める者であること。") == {"中小企業"}


def test_an_office_or_a_law_is_nobody_who_applies() -> None:
    assert read("⚫ 中小企業庁及び中小企業基盤整備機構が運営します。") == set()


def test_the_name_is_read_across_a_wrap() -> None:
    assert read("⚫ 製品を輸出する中小企", "業に対して、費用を助成します。") == {"中小企業"}


def test_where_the_body_shows_nobody_the_tag_is_no_answer() -> None:
    assert read("⚫ 港湾の設備を整える。", "中堅・中小企業") == set()


def test_a_box_a_desk_and_a_sum_show_who_applies() -> None:
    assert read("事業者", "（大企業、小規模事業者）", "(1) 申請") == {"大企業", "小規模事業者"}
    assert read("お問合せ先：（中堅企業向け）港町課") == {"中堅企業"}
    assert read("⚫ 漁業者の手当を助成します。※（ ）は、大企業の場合の額。") >= {"大企業"}


def test_those_whom_the_scheme_pays_in_the_end_apply() -> None:
    scheme = [
        Scheme(payer="国", receiver="民間団体等", how="補助(定額)", line=1),
        Scheme(payer="民間団体等", receiver="民間企業等", how="補助(1/2)", line=1),
        Scheme(payer="民間企業等", receiver="民間企業等", how="補助(1/2)", line=2),
    ]
    assert with_receivers(["大学・研究機関"], scheme) == ["大学・研究機関", "企業"]


def test_those_who_are_recognised_are_the_same_whom_the_page_tells_by_size() -> None:
    held = "⚫ 認定を受けた企業に対し、薪を補助します。"
    assert read("⚫ 窯業を営む中小企業に対して認定を行っています。", held) == {"中小企業"}
    assert read(held) == {"企業"}, "where nobody is told by size"


def test_the_title_adds_the_size_that_it_names() -> None:
    assert read("⚫ 技術相談により事業者を支援します。", title="中堅企業の技術連携") == {
        "企業",
        "中堅企業",
    }


def test_the_longest_word_counts() -> None:
    assert [a.kinds for a in actors("中堅・中小企業と大企業")] == [
        ("中堅企業", "中小企業"),
        ("大企業",),
    ]


def test_words_are_looked_for_behind_an_expression_that_takes_no_character(tmp_path: Path) -> None:
    path = tmp_path / "applicants.yaml"
    path.write_text("- {name: x, kinds: [企業], words: ['(?=港)', 社]}\n", encoding="utf-8")
    assert [(a.start, a.end) for a in actors("港の社", path)] == [(0, 0), (2, 3)]


def test_a_word_list_with_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "applicants.yaml"
    path.write_text("- name: x\n  kinds: [巨大企業]\n  words: [x]\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="kinds"):
        actors("x", path)


def test_a_word_list_with_a_broken_pattern_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "applicants.yaml"
    path.write_text("- name: x\n  kinds: [企業]\n  words: ['(x']\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="regular expression"):
        actors("x", path)


@pytest.mark.parametrize(
    ("kinds", "lines"),
    [
        (["企業", "地方公共団体"], [5, 6]),  # named under the label, wrapped or not
        (["中堅企業"], [7]),  # only the audience tag says it
        (["大学・研究機関"], [2]),  # named, though not as applying
        (["金融機関"], [1]),  # nowhere: the title's line
    ],
)
def test_each_kind_has_the_line_that_shows_it(kinds: list[Applicant], lines: list[int]) -> None:
    printed = (
        "沿岸設備支援事業",
        "⚫ 大学と連携して窯業を振",
        "興します。",
        "補助対象者：",
        "民間事業",
        "者、地方公共団体等",
        "中堅・中小企業",
    )
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(printed, 1)))
    assert applicants(page, "沿岸設備支援事業") == ["企業", "地方公共団体"]
    assert applicant_lines(page, "沿岸設備支援事業", 1, kinds) == lines
