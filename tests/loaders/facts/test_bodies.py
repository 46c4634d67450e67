"""Which bodies a reader of a page notes: those at work there, each once, by the fullest name that
the text gives.
"""

import pytest

from loaders.catalogue.records import BodyMention
from loaders.facts.bodies import bodies
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str) -> list[BodyMention]:
    return bodies(Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1))))


def names(*lines: str) -> list[str]:
    return [b.name for b in read(*lines)]


def titled(title: str, *lines: str) -> list[tuple[str, str]]:
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate((title, *lines), 1)))
    return [(b.name, b.role) for b in bodies(page, title)]


def test_a_name_with_its_acronym_is_one_body_and_its_line_is_where_it_stands() -> None:
    (body,) = read(
        " 海外の相談",
        "⚫ 独立行政法人日本貿易振興機構（JETRO）が相談会を開く。",
        "・JETROの窓口で受け付ける。",
    )
    assert (body.name, body.line) == ("独立行政法人日本貿易振興機構(JETRO)", 2)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("⚫ 独立行政法人日本貿", "易振興機構（JETRO）が相談会を開く。"),
        ("⚫ 独立行政法人日本貿易振興機構", "（JETRO）が相談会を開く。"),
    ],
)
def test_a_name_is_found_wherever_its_line_is_wrapped(first: str, second: str) -> None:
    assert names(first, second) == ["独立行政法人日本貿易振興機構(JETRO)"]


def test_the_text_names_a_body_better_than_the_contact_line() -> None:
    assert names(
        "⚫ 中小機構が施設を運営する。", "お問合せ先：中小企業基盤整備機構 支援部（03-0000-0000）"
    ) == ["中小機構"]


def test_a_body_that_only_the_contact_line_names_is_noted_as_contact() -> None:
    (body,) = read(
        "⚫ 試験の費用を支援する。",
        "お問合せ先：国立研究開発法人 科学技術振興機構 推進部（03-0000-0000）",
    )
    assert (body.name, body.role) == ("国立研究開発法人科学技術振興機構", "contact")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("日本政策金融公庫の低利融資を受けられる。", "finances"),
        ("信用保証協会による保証を受ける。", "guarantees"),
        ("NEDOが実施する。", "implements"),
        ("INPITの専門家による助言", "advises"),
        ("中小機構が運営する施設", "operates"),
        ("JETROへ委託", "implements"),
        ("JETRO運営費交付金", "implements"),
        ("民間団体の例として、JETROが運営する場の枠組みを通じて、融資する。", "operates"),
        ("JETROと連携して", "other"),
        ("JETROのホームページでも知らせる。", "other"),
        ("日本商工会議所との業務提携に努める。", "other"),
        ("最寄りの地方運輸局等にお問い合わせください。", "contact"),
        ("基金管理団体に指定された一般財団法人港町研究所において", "operates"),
        ("日本政策金融公庫等による劣後ローンの実績", "finances"),
        ("INPITから専門家を派遣する。", "implements"),
        ("中小機構による審査", "implements"),
        ("委託港町法（※1）に基づく認定港町機関等（商工会議所等）", "implements"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert [b.role for b in read(text)] == [role]


def test_what_is_said_behind_a_list_holds_for_all_of_it() -> None:
    partners = read("全国の商工会・商工会議所等の協力を得て")
    assert [(b.name, b.role) for b in partners] == [("商工会", "other"), ("商工会議所", "other")]
    doers = read("JETRO及び中小機構による支援")
    assert [(b.name, b.role) for b in doers] == [
        ("JETRO", "implements"),
        ("中小機構", "implements"),
    ]


def test_who_examines_certifies_only_where_the_measure_awards() -> None:
    assert titled("試し認定制度", "IPAが審査を行う。") == [("IPA", "certifies")]
    assert titled("試し補助金", "IPAが審査を行う。") == [("IPA", "implements")]
    assert titled("試し認定制度", "IPAが審査を行い、港湾大臣が認定") == [("IPA", "implements")]


def test_who_is_supported_does_not_carry_the_measure_out() -> None:
    for said in ("への支援", "を支援する", "が実施する窯元の取組を促進するための支援"):
        assert titled("試し事業", f"⚫ 各地の商工会議所{said}。") == [("商工会議所", "other")]


def test_who_runs_another_programme_does_not_carry_the_measure_out() -> None:
    text = "情報処理推進機構（IPA）で実施している港町事業の応募件数を増やす。"
    assert [b.role for b in read(text)] == ["other"]
    assert titled("港町事業の広報", text) == [("情報処理推進機構(IPA)", "implements")]


def test_whose_name_the_title_bears_carries_the_measure_out() -> None:
    assert titled("NEXI試し保険の活用", "港町") == [("NEXI", "implements")]


def test_a_measure_is_no_body_of_its_own() -> None:
    title = "生産性向上人材育成支援センター事業"
    assert titled(title) == []
    assert titled(title, "生産性向上人材育成支援センターとは、総合窓口である。") == []
    assert titled(title, "生産性向上人材育成支援センターにおいて相談に応じる。") == [
        ("生産性向上人材育成支援センター", "advises")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "①商工会法、商工会議所法に基づき設立された法人",
        "②港町組合法に規定する港町の中小企業団体中央会",
        "産業競争力強化法（※1）に基づく認定支援機関が相談に応じる。",
    ],
)
def test_a_body_in_the_name_of_a_law_or_of_another_law_is_not_noted(text: str) -> None:
    assert names(text) == []


def test_a_body_that_its_own_law_recognises_is_noted() -> None:
    assert names("中小企業等経営強化法に基づく認定支援機関が相談に応じる。") == ["認定支援機関"]


def test_a_chamber_is_noted_with_its_place() -> None:
    assert names("会場は（港町商工会議所）である。") == ["港町商工会議所"]
    assert names("最寄りの商工会議所と連携する。") == ["商工会議所"]


@pytest.mark.parametrize(
    "text", ["「港町交流フォーラム」を計３回開催する。", "港町分析支援センターの装置を使う。"]
)
def test_events_and_owners_of_things_are_no_bodies(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "金融機関等との調整を行う。",
        "対象者：中小企業者、商工会議所等",
        "商標については商工会議所、商工会等が対象。",
        "各経済産業局と連携する。",
        "都道府県の計画に沿う。",
        "desk@jetro.go.jp",
        "各地のセンターで受け付ける。",
    ],
)
def test_who_only_applies_or_acts_no_part_is_not_noted(text: str) -> None:
    assert names(text) == []


def test_a_chamber_that_is_a_partner_is_noted() -> None:
    assert names("各地の商工会議所と連携してセミナーを開く。") == ["商工会議所"]


def test_a_special_office_stands_for_the_general_one() -> None:
    assert names("新卒応援ハローワークで相談に応じる。", "ハローワークの網を使う。") == [
        "新卒応援ハローワーク"
    ]


@pytest.mark.parametrize(
    "text", ["実施主体 国（都道府県労働局）", "最寄りの都道府県労働局にお問い合わせください。"]
)
def test_a_regional_office_is_noted_where_it_does_the_work(text: str) -> None:
    assert names(text) == ["都道府県労働局"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("試験技術官民協議会の会員であること。", "試験技術官民協議会"),
        ("試験産業海外展開協議会（TESTC）の運営を行う。", "試験産業海外展開協議会(TESTC)"),
        ("独立行政法人試験産業振興機構が行う。", "独立行政法人試験産業振興機構"),
        ("窓口である「試験・交流の庭」を駅前に開く。", "試験・交流の庭"),
    ],
)
def test_bodies_that_no_vocabulary_knows_are_told_by_their_shape(text: str, name: str) -> None:
    assert names(text) == [name]


def test_the_formal_name_with_the_short_one_in_brackets_is_the_fullest() -> None:
    assert names(
        "⚫ JETRO（独立行政法人日本貿易振興機構）が催す見本市",
        "⚫ 日本貿易振興機構（JETRO）が支援する。",
    ) == ["日本貿易振興機構(JETRO)"]


def test_a_name_with_its_legal_form_is_fuller_than_a_short_one() -> None:
    assert names(
        "■全国の中小機構の専門家が助ける。", "⚫ 独立行政法人 中小企業基盤整備機構が運営する場"
    ) == ["独立行政法人中小企業基盤整備機構"]


def test_a_short_name_inside_another_word_gives_way_to_the_contact() -> None:
    assert names(
        "■公募時期： INPITホームページで公表する。",
        "お問合せ先：独立行政法人 工業所有権情報・研修館（INPIT）（03-0000-0000）",
    ) == ["独立行政法人工業所有権情報・研修館(INPIT)"]


@pytest.mark.parametrize(
    "text",
    [
        "全国の自治体、地域金融機関、大学等がパートナーとして加わる。",
        "担い手として、地域金融機関、IT企業、商社の取組に期待する。",
    ],
)
def test_a_kind_of_body_that_is_one_of_several_in_a_row_is_not_noted(text: str) -> None:
    assert names(text) == []


def test_a_character_that_ran_into_a_name_is_none_of_it() -> None:
    assert names(
        "うち『試験の場青空産官連携協議会の運営』",
        "⚫ 青空産官連携協議会では、会員を募っています。",
    ) == ["青空産官連携協議会"]


def test_who_commissions_a_desk_is_not_part_of_its_name() -> None:
    (body,) = read("【経済産業省委託事業ABC相談デスク】", "質問を受け付ける。")
    assert (body.name, body.role) == ("ABC相談デスク", "advises")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("○ 日本貿易振興機構などでPRを行う ○ 認定企業に限る催し", "implements"),
        ("日本貿易振興機構による助言（計画認定を受けた者に対して）", "advises"),
    ],
)
def test_a_recognition_beside_a_body_is_not_its_own(text: str, role: str) -> None:
    assert [b.role for b in read(text)] == [role]


def test_an_empty_page_names_none() -> None:
    assert names("") == []


def test_a_consortium_is_a_body_unless_it_is_the_measure_or_a_branch_of_it() -> None:
    text = "「港町人材活躍地域コンソーシアム」にて企業向けの講座を開く。"
    assert titled("港町事業", text) == [("港町人材活躍地域コンソーシアム", "implements")]
    assert titled("人材活躍コンソーシアム", "山村版人材活躍コンソーシアムを設ける。") == []


def test_who_registers_and_entrusts_others_runs_it_wherever_it_stands() -> None:
    read_bodies = read(
        "※ハローワークは、全国５００箇所に置かれています。",
        "✓ 使うには、最寄りのハローワークへの登録が必要となります。",
    )
    assert [(b.name, b.role) for b in read_bodies] == [("ハローワーク", "operates")]
