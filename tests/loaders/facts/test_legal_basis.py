"""The laws that a measure rests on, each once; not those that its page only mentions."""

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.catalogue.records import LegalBasis
from loaders.facts.legal_basis import legal_basis
from loaders.text.lines import Line
from loaders.text.page import Page
from loaders.vocabulary.law_mentions import laws


def read(*lines: str) -> list[LegalBasis]:
    return legal_basis(Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1))))


def brief(*lines: str) -> list[tuple[str, str | None]]:
    return [(basis.law, basis.article) for basis in read(*lines)]


@pytest.mark.parametrize(
    ("sentence", "law"),
    [
        (
            "⚫ 次世代育成支援対策推進法（平成20年法律第99号）に基づき認定する。",
            ("次世代育成支援対策推進法", None),
        ),
        ("※経済安全保障推進法第11条の規定に基づく計画", ("経済安全保障推進法", "第11条")),
        (
            "⚫ 「情報処理の促進に関する法律」第29条に基づき認定する。",
            ("情報処理の促進に関する法律", "第29条"),
        ),
        ("⚫ 「留学」などの入管法別表第３の在留資格", ("入管法", "別表第3")),
        ("⚫ 特定活動告示第４６号の対象に加えた。", ("特定活動告示", "第46号")),
    ],
)
def test_a_law_with_its_article(sentence: str, law: tuple[str, str | None]) -> None:
    assert brief(sentence) == [law]


@pytest.mark.parametrize(
    ("sentence", "law"),
    [
        ("⚫ 沿岸漁具再利用促進法により認定された計画", "沿岸漁具再利用促進法"),
        ("⚫ 里山法第３条の計画", "里山法"),
        (
            "⚫ 海藻の養殖及び加工の促進に関する法律の規定による認定",
            "海藻の養殖及び加工の促進に関する法律",
        ),
    ],
)
def test_a_law_that_no_list_holds_is_known_by_its_form(sentence: str, law: str) -> None:
    assert [name for name, _ in brief(sentence)] == [law]


@pytest.mark.parametrize(
    "sentence",
    [
        "⚫ 新しい方法に基づき、支援手法を定める。",
        "⚫ 司法の手続、寸法の検査、製法の改善",
        "⚫ 同法第３条に定める者",
        "⚫ 法人税額から控除する。",
        "⚫ ＥＰＡの活用法に関する研修",
        "⚫ 株式会社法人部の担当",
    ],
)
def test_words_that_end_so_are_no_laws(sentence: str) -> None:
    assert brief(sentence) == []


def test_a_wrapped_name_is_rejoined_and_stands_where_it_begins() -> None:
    (basis,) = read("⚫ 施設の整備について、農業競争力強", "化支援法に基づき認定する。")
    assert (basis.law, basis.line) == ("農業競争力強化支援法", 1)


def test_a_listed_name_counts_whatever_the_next_cell_has_glued_to_it() -> None:
    assert brief("認定", "女性活躍推進法に基づく計画") == [("女性活躍推進法", None)]


def test_two_laws_in_one_bracket_are_two() -> None:
    assert [
        law for law, _ in brief("※法律（女性活躍推進法・次世代育成支援対策推進法）に基づく認定")
    ] == ["女性活躍推進法", "次世代育成支援対策推進法"]


def test_the_short_and_the_full_name_are_one_law() -> None:
    assert brief("⚫ 女性活躍推進法に基づく計画。", "※女活法に基づく認定") == [
        ("女性活躍推進法", None)
    ]


def test_a_short_name_in_brackets_behind_the_full_one_is_the_same_law() -> None:
    assert brief("⚫ 海藻養殖促進法（以下「海藻法」という。）に基づく計画") == [
        ("海藻養殖促進法", None)
    ]


def test_two_articles_of_one_law_are_two_records() -> None:
    assert brief("※産競法第34条の２第２項による措置", "※産競法第40条による措置") == [
        ("産競法", "第34条の2第2項"),
        ("産競法", "第40条"),
    ]


def test_a_law_that_changes_another_keeps_its_long_title() -> None:
    title = "沿岸業法及び港湾の適正化の促進に関する法律の一部を改正する法律"
    assert [law for law, _ in brief(f"⚫ 令和６年に成立した「{title}」において定められた。")] == [
        title
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "※中小企業基本法（昭和39年法律第155号）第３条第２項各号に当たる者",
        "※中小企業基本法に定める港町の会社、会社法上の企業でない者",
        "※過疎地域の持続的発展の支援に関する特別措置法等において規定される市町村",
        "①商店街振興組合法に基づき設立された法人",
        "⚫ 港町の中小企業者等（中小企業支援法第２条）による出願",
        "⚫ 中小企業等協同組合法に基づき港町の店が組織する組合を助ける。",
        "産業競争力強化法に基づく「認定市区町村」が行う支援を受けた者",
        "④次世代育成支援対策推進法に基づく行動計画を公表すること",
        "※里山整備法第５条の規定に基づく計画の認定を受けた事業者が対象",
        "⚫ 里山整備法に基づく大臣認定を受けた窯に、資金を貸し付ける。",
        "※里山整備法による登録を受けていること",
        "※里山整備法に基づく指針により、工房にも応募の機会を求めています。",
        "※里山整備法に基づき、補助金の返還を命じることがあります。",
        "※２ 里山整備法に基づき、大臣が里の窯を認定する制度。",
        "⚫ 加点の対象は、里山窯元計画（里山整備法に基づき認定）とする。",
        "⚫ 手続（例：里山整備法に基づく届出）を代わりに行う。",
        "⚫ 里山整備法に基づく基準を守ると誓約した工房",
        "⚫ 里山整備法に基づく営業許可を有する工房",
        "⚫ 里山整備法に基づく「里の窯」認定企業を先に採る。",
        "⚫ 里山整備法に基づく植林を行う自治体が対象",
        "⚫ 里山整備法の改正を踏まえ、窯の直し方を教える。",
        "⚫ 里山整備法第９条の適用を受けるための相談",
        "⚫ 里山整備法により設立された組合",
        "⚫ 個人情報保護法に基づき、名簿を管理する。",
        "⚫ 入管法や、やさしい日本語に関する講義を配信した。",
        "⚫ 女性活躍推進法に関する説明会と、女性活躍推進法の周知・広報",
    ],
)
def test_a_law_that_says_who_somebody_is_or_what_one_learns_is_no_basis(sentence: str) -> None:
    assert brief(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "⚫ 里山整備法（仮称）に基づく設備",
        "※３里山整備法において新設する認定",
        "⚫ 里山整備法を改正し、認定制度を設けた。",
        "⚫ 里山整備法案（仮称）を国会に提出する。",
        "⚫ 里山整備法の各種計画に基づく支援",
        "⚫ 里山整備法に基づく事業者向けの指針により",
        "⚫ 里山整備法に基づき、里の工房が出す計画を大臣が認定する制度。",
        "※１ 里山整備法に基づく計画を認定する。",
    ],
)
def test_a_law_that_the_measure_rests_on(sentence: str) -> None:
    assert len(brief(sentence)) == 1


def test_what_a_bracket_explains_rests_on_its_law_where_it_is_the_measure_itself() -> None:
    page = Page("made-up", (Line(1, "⚫ 里山窯元計画（里山整備法に基づき認定）を受け付ける。"),))
    assert legal_basis(page, "窯の補助金") == []
    assert [basis.law for basis in legal_basis(page, "里山窯元計画の認定")] == ["里山整備法"]


def test_a_law_in_the_title_is_one_wherever_the_page_says_it() -> None:
    page = Page("made-up", (Line(1, "里山整備法の活用"), Line(2, "⚫ 里山整備法の周知")))
    assert legal_basis(page) == []
    (basis,) = legal_basis(page, "里山整備法の活用")
    assert (basis.law, basis.line) == ("里山整備法", 1)


@pytest.mark.parametrize("law", ["物流効率化法", "物流総合効率化法"])
def test_one_law_has_one_name_however_it_is_printed(law: str) -> None:
    (basis,) = read(f"⚫ {law}に基づく計画")
    assert (basis.law, basis.name) == (law, "流通業務の総合化及び効率化の促進に関する法律")


def test_a_listed_law_has_its_number_and_its_id_in_the_database_of_laws() -> None:
    law = laws().get("産競法")
    assert law is not None
    assert (law.name, law.number, law.egov) == (
        "産業競争力強化法",
        "平成25年法律第98号",
        "425AC0000000098",
    )
    assert laws().get("里山整備法") is None


def test_a_short_name_of_a_drawing_is_read_behind_a_blank() -> None:
    (basis,) = read("委託 産競法（※１）に", "基づく認定機関等", "（※１）産業競争力強化法")
    assert (basis.law, basis.name, basis.line) == ("産競法", "産業競争力強化法", 1)


def test_a_short_name_that_the_page_itself_gives_is_followed() -> None:
    in_brackets = read(
        "⚫ 里山の整備の促進に関する法律（以下「里山整備法」という。）の周知",
        "⚫ 里山整備法に基づく計画",
    )
    by_a_note = read("・里整法（※２）に基づく計画", "（※２）里山の整備の促進に関する法律")
    for (basis,) in (in_brackets, by_a_note):
        assert basis.name == "里山の整備の促進に関する法律"


def test_a_word_list_that_lacks_a_part_is_refused(tmp_path: Path) -> None:
    words = tmp_path / "law_words.yaml"
    words.write_text("- name: law\n  words: [促進法]\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="no_law"):
        laws(words=words)


def test_a_tax_break_rests_on_the_law_under_which_its_users_are_recognised() -> None:
    line = "※地域再生法に基づく港町計画の認定を受けた者の引っ越しが対象"
    lines = tuple(Line(i, text) for i, text in enumerate((line,), 1))
    told = legal_basis(Page("made-up", lines), "港町引っ越し税制")
    assert [basis.law for basis in told] == ["地域再生法"]
    assert legal_basis(Page("made-up", lines), "港町補助金") == []


def test_what_a_survey_is_about_is_no_law_that_it_rests_on() -> None:
    assert brief("②港町調査：外為法に基づく決まりの実務の基盤となる調査。") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "対象：商工会法に基づく商工会、商工会議所法に基づく商工会議所",
        "銀行法第2条第1項に規定する銀行が貸し付ける。",
        "女性活躍推進法に基づく一般事業主行動計画を策定していること。",
    ],
)
def test_a_law_that_says_who_somebody_is_or_what_one_has_done_is_no_basis(sentence: str) -> None:
    assert brief(sentence) == []


def test_a_law_under_its_label_is_the_basis_whatever_follows() -> None:
    assert brief("根拠法令：港町振興法第46条") == [("港町振興法", "第46条")]
    assert brief("【根拠法】港町振興法") == [("港町振興法", None)]
