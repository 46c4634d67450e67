"""What holders of a certification, a plan or a declaration get, as pages tell it."""

from __future__ import annotations

import pytest

from loaders.bonuses import bonuses, resolved
from loaders.catalogue.records import Bonus, Raises
from loaders.text.lines import Line
from loaders.text.page import Page


def page(*lines: str, start: int = 100) -> Page:
    return Page("booklet", tuple(Line(start + at, line) for at, line in enumerate(lines)))


def read(*lines: str, title: str = "試しの施策") -> list[Bonus]:
    return bonuses(page(*lines), "measure:0", title)


def only(unlocked: list[Bonus], benefit: str) -> Bonus:
    matching = [bonus for bonus in unlocked if bonus.benefit == benefit]
    assert len(matching) == 1, unlocked
    return matching[0]


def test_a_sentence_says_who_and_what() -> None:
    bonus = only(
        read(
            "✓ 里山でくるみん認定を受けた事業者は、日本政策金融公庫の「はたらき資金」を低金利"
            "で借りられます。"
        ),
        "low_interest_loan",
    )
    assert (bonus.condition, bonus.condition_kind, bonus.line) == (
        ["くるみん"],
        "certification",
        100,
    )
    assert bonus.applies_to == "日本政策金融公庫の「はたらき資金」"
    assert bonus.raises and bonus.raises.programme == "日本政策金融公庫の融資"


def test_holders_in_brackets_are_alternatives() -> None:
    bonus = only(
        read(
            "✓ 村の公共調達では、認定企業（トライくるみん認定企業、くるみん認",
            "定企業、プラチナくるみん認定企業）に加点します。",
        ),
        "procurement_points",
    )
    assert (bonus.condition, bonus.condition_mode) == (
        ["トライくるみん", "くるみん", "プラチナくるみん"],
        "any",
    )
    assert [alternative.what for alternative in bonus.requires[0]] == bonus.condition


@pytest.mark.parametrize(
    "who",
    ["くるみんマーク取得企業等へ", "くるみん認定企業に対して", "くるみんを取得している事業者へ"],
)
def test_how_holders_are_worded(who: str) -> None:
    assert only(
        read(f"⚫ 第２回公募を実施予定。（{who}の補助金の加点措置を実施）"), "screening_points"
    ).condition == ["くるみん"]


def test_the_recognised_company_of_the_page() -> None:
    unlocked = read(
        "⚫ 当該認定企業に対して、ⅰ看板でのマーク使用、ⅱ公共調達での加点、の二つを行う。",
        title="ユースエール認定制度",
    )
    assert {bonus.benefit for bonus in unlocked} == {"mark_use", "procurement_points"}


def test_who_is_chosen_is_shown_to_others() -> None:
    bonus = only(
        read(
            "⚫ 働き手を大切にする企業を「なでしこ銘柄」として選定し、投資家に紹介し"
            "て、資金を集めやすくする。"
        ),
        "public_listing",
    )
    assert bonus.condition == ["なでしこ銘柄"]


def test_items_under_a_heading_are_for_those_that_the_heading_names() -> None:
    unlocked = read(
        "えるぼし認定企業への優遇措置",
        "⚫ 公共調達での加点評価。",
        "⚫ 試し税制での税額控除率の上乗せ。",
        "公共調達における優遇措置",
    )
    assert {(bonus.benefit, *bonus.condition, bonus.applies_to) for bonus in unlocked} == {
        ("procurement_points", "えるぼし", "公共調達"),
        ("tax_credit_uplift", "えるぼし", "試し税制"),
    }


def test_a_heading_without_a_name_means_the_certification_of_the_page() -> None:
    unlocked = read(
        "認定を受けた事業者への支援策",
        "⚫看板にロゴマークを使用",
        "⚫信用保証枠の拡大、低利融資",
        "⚫補助金の審査での加点",
        title="「事業継続力強化計画」認定制度",
    )
    assert {bonus.benefit for bonus in unlocked} == {
        "mark_use",
        "low_interest_loan",
        "credit_guarantee",
        "screening_points",
    }
    assert {tuple(bonus.condition) for bonus in unlocked} == {("事業継続力強化計画",)}


def test_a_certification_that_no_vocabulary_knows_is_called_by_the_title() -> None:
    unlocked = read(
        "●認定基準",
        "●認定によるメリット",
        "○ 公共調達における加点評価",
        title="ほしぞら企業認定制度",
    )
    assert only(unlocked, "procurement_points").condition == ["ほしぞら企業認定"]


def test_a_declaration_in_the_words_of_its_page() -> None:
    unlocked = read(
        "⚫ パートナーシップ構築宣言とは、社長の名で約束を示すものです。",
        "⚫ 宣言をした事業者は、いくつかの補助金の審査で加点されます。",
    )
    bonus = only(unlocked, "screening_points")
    assert bonus.raises
    assert (bonus.condition, bonus.condition_kind, bonus.raises.programme) == (
        ["パートナーシップ構築宣言"],
        "declaration",
        "補助金",
    )


def test_listed_guarantees_and_loans_belong_to_the_plan_that_the_page_asks_for() -> None:
    unlocked = read(
        "・やまと機構の債務保証",
        "保証割合：借入れの40%（20億円まで）",
        "保証期間：5年",
        "・日本政策金融公庫の低利融資（長期） ※中小企業のみ",
        "貸せる額：要る額の7割",
        "・日本政策金融公庫の債務保証（試し保証）",
        "証限度額：1法人当たり3億円",
        "⚫ 「みらい計画」の認定を受けた場合に、日本政策金融公庫の低利融資などを使える。",
    )
    [guarantee, lower], loan = (
        [bonus for bonus in unlocked if bonus.benefit == "credit_guarantee"],
        only(unlocked, "low_interest_loan"),
    )
    assert lower.raises
    assert (lower.value, lower.raises.programme) == (
        "1法人当たり3億円",
        "日本政策金融公庫の債務保証(試し保証)",
    )
    assert (
        guarantee.condition,
        guarantee.condition_kind,
        guarantee.value,
        guarantee.applies_to,
    ) == (["みらい計画"], "plan", "借入れの40%(20億円まで)", "やまと機構の債務保証")
    assert (loan.size_class, loan.line) == ("中小企業", 103)


def test_what_plan_holders_may_use_besides_is_all_that_the_line_lists() -> None:
    unlocked = read(
        "※里山法に基づく整備計画の認定を受けた事業者が対象",
        "○日本政策金融公庫による融資やみなと創生交付金、中小機構による債務保証等も併用可",
    )
    assert {
        (bonus.benefit, bonus.applies_to, bonus.line)
        for bonus in unlocked
        if bonus.benefit != "requirement"
    } == {
        ("other", "みなと創生交付金", 101),
        ("credit_guarantee", "中小機構による債務保証", 101),
        ("other", "日本政策金融公庫による融資", 101),
    }


def test_a_size_in_a_note_under_the_item() -> None:
    unlocked = read(
        "・日本政策金融公庫の低利融資",
        "※中小企業のみ",
        "⚫ 「みらい計画」の認定を受けた場合に、これらを使える。",
    )
    assert only(unlocked, "low_interest_loan").size_class == "中小企業"


def test_a_bonus_that_the_page_tells_twice_is_one() -> None:
    unlocked = read(
        "⚫ くるみん認定企業に対して、公共調達の加点評価等の優遇措置。",
        "公共調達の加点評価",
        "✓ 公共調達で、くるみん認定企業やプラチナくるみん認定企業を加点評価します。",
    )
    assert only(unlocked, "procurement_points").line == 102


def test_companies_that_are_described_are_those_of_the_notes_and_one_outranks_the_other() -> None:
    unlocked = read(
        "※１ 加点は①＞②の順とし、どちらにも当たるときは①のみを数える。",
        "※２ 法律（子ども法）に基づき、大臣が「応援企業」（くるみん）を認定する制度。",
        "※３ 法律（子ども法）に基づき、大きな事業主が策定しなければならない計画。",
        "⚫ 経済産業省の補助金において、子育て支援企業に対して加点措置を実施します。",
    )
    ranked = {bonus.rank: bonus for bonus in unlocked}
    assert (ranked[1].condition, ranked[2].condition) == (["くるみん"], ["子ども法に基づく計画"])
    assert ranked[1].exclusive_group == ranked[2].exclusive_group == "measure:0 ①>②"
    assert (
        ranked[1].unstated == ranked[2].unstated == ["ranked"]
    )  # the table that said what ① and ② are is lost


def test_ranks_are_left_open_where_the_notes_do_not_settle_them() -> None:
    unlocked = read(
        "※１ 加点は①＞②の順とし、どちらにも当たるときは①のみを数える。",
        "※２ 大臣が「応援企業」（くるみん）を認定する制度。",
        "⚫ 経済産業省の補助金において、子育て支援企業に対して加点措置を実施します。",
    )
    assert only(unlocked, "screening_points").rank is None
    assert only(unlocked, "screening_points").exclusive_group


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("加点措置を実施します。", "in_force"),
        ("加点措置を実施する予定。", "planned"),
        ("加点措置を検討する。", "considered"),
    ],
)
def test_status(words: str, status: str) -> None:
    assert (
        only(read(f"⚫ 補助金において、くるみん認定企業に対して{words}"), "screening_points").status
        == status
    )


@pytest.mark.parametrize(
    "line",
    [
        "⚫ DX認定によるメリット（取得した窯元へのアンケート）",
        "⚫ 漁具法に基づく日本政策公庫の低利融資を行う。",
        "⚫ 賃上げへの貢献が大きい企業の投資を支援。",
        "⚫ 投資後３年間で約20％の賃上げにコミット。",
        "⚫ 認定経営革新等支援機関の支援を受けて計画の策定を支援。",
    ],
)
def test_surveys_aims_examples_and_offers_without_a_condition_are_no_bonuses(line: str) -> None:
    assert read(line) == []


def test_what_a_measure_of_the_booklet_raises_is_found_by_its_title() -> None:
    [bonus] = resolved(
        read("えるぼし認定企業への優遇措置", "⚫ 試し税制での税額控除率の上乗せ。"),
        {"試し税制": "measure:9"},
    )
    assert bonus.raises == Raises(measure="measure:9", printed="試し税制")


def test_a_measure_is_found_by_its_title_behind_the_size_that_it_is_named_for() -> None:
    [bonus] = resolved(
        read("えるぼし認定企業への優遇措置", "⚫ 中小企業向け試し税制での税額控除率の上乗せ。"),
        {"試し税制": "measure:9"},
    )
    assert bonus.raises and bonus.raises.measure == "measure:9"


def test_ids_do_not_hang_on_the_place() -> None:
    text = "✓ くるみん認定を受けた事業主は、公共調達で加点評価を受けます。"
    assert (
        bonuses(page(text, start=1), "measure:0", "あ")[0].id
        == bonuses(page("", text, start=900), "measure:0", "あ")[0].id
    )


def test_final_ids_number_what_a_document_states_of_a_measure_in_its_order() -> None:
    stated = read(
        "✓ くるみん認定を受けた事業主は、公共調達で加点評価を受けます。",
        "✓ くるみん認定を受けた事業主は、日本政策金融公庫による低利融資を受けます。",
    )
    again = [
        bonus.model_copy(update={"line": 190}) for bonus in stated
    ]  # stated once more elsewhere
    assert [(bonus.id, bonus.line) for bonus in resolved([*again, *stated], {})] == [
        ("bonus:booklet:0-01", 100),
        ("bonus:booklet:0-02", 101),
        ("bonus:booklet:0-03", 190),
        ("bonus:booklet:0-04", 190),
    ]


def test_a_certification_that_needs_another() -> None:
    unlocked = read(
        "※プラチナえるぼしは、えるぼし認定を取得した企業のうち、さらに進んだものを認定。",
        title="えるぼし認定",
    )
    bonus = only(unlocked, "requirement")
    assert (bonus.condition, bonus.applies_to) == (["えるぼし"], "プラチナえるぼし")


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        ("※漁具法第９条による供給確保計画の認定を受けた事業者が対象", "供給確保計画"),
        ("➁「売上高100億円を目指す宣言」を公表していること", "100億宣言"),
        ("対象者：地域経済牽引事業計画*３の承認を得た者", "地域経済牽引事業計画"),
        (
            "※30億円以上の投資、町の最低賃金の伸びを上回る賃上げ等が要件",
            "町の最低賃金の伸びを上回る賃上げ",
        ),
    ],
)
def test_what_a_condition_is_a_prerequisite_of(line: str, condition: str) -> None:
    required = [bonus.condition for bonus in read(line) if bonus.benefit == "requirement"]
    assert [condition] in required


def test_a_course_of_whose_payment_the_sentence_speaks_is_what_is_raised() -> None:
    bonus = only(
        read(
            "⚫ 窯守コースの弟子が増えた場合の助成について、くるみん認定事業主への",
            "支給額の加算を行う。",
        ),
        "grant_uplift",
    )
    assert bonus.raises and (bonus.raises.frame, bonus.raises.printed) == (
        "窯守コース",
        "試しの施策 窯守コース",
    )


def test_how_much_is_lent_to_those_whose_plan_is_recognised() -> None:
    unlocked = read(
        "⚫ 窯元が作る「事業再編計画」の認定を受けた場合、支援を受けることができます。",
        "・里山公庫の低利融資",
        "貸付限度額：負担額の６割",
        "償還期限：８年以内",
    )
    assert only(unlocked, "low_interest_loan").value == "負担額の6割"
