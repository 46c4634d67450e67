"""Key terms: what a page speaks of and others do not, without the words that stand on
every sheet.
"""

import pytest

from loaders.catalogue.records import Term
from loaders.facts.terms import PER_PAGE, key_terms, term_lines
from loaders.text.lines import Line
from loaders.text.page import Page


def page(*lines: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))


EXPORT = page(
    "⚫ 農産物の輸出を支援する事業。輸出の商談会を開催する。",
    "⚫ 輸出に取り組む事業者への支援内容",
    "お問合せ先：試し省 輸出課（03-0000-0000）",
)
TRAINING = page(
    "⚫ 従業員の職業訓練を支援する事業。", "⚫ 職業訓練の受講料を助成する。ジェトロが実施する。"
)
TITLES = ["農産物輸出支援事業", "職業訓練事業"]


def test_the_best_term_is_what_the_page_speaks_of() -> None:
    export, training = key_terms([EXPORT, TRAINING], TITLES)
    assert export[0].term == "農産物輸出"
    assert training[0].term == "職業訓練"


def test_weights_run_from_one_downwards() -> None:
    for terms in key_terms([EXPORT, TRAINING], TITLES):
        weights = [t.weight for t in terms]
        assert (
            weights[0] == 1
            and weights == sorted(weights, reverse=True)
            and all(w > 0 for w in weights)
        )


@pytest.mark.parametrize(
    "word", ["事業", "支援", "支援内容", "お問合せ先", "輸出課", "ジェトロ", "試し省"]
)
def test_words_of_administration_contacts_and_bodies_are_no_terms(word: str) -> None:
    assert word not in {t.term for terms in key_terms([EXPORT, TRAINING], TITLES) for t in terms}


def test_a_word_is_read_across_the_end_of_a_line() -> None:
    terms, _ = key_terms(
        [page("⚫ 物流の効率化に向けて省", "力化投資を行う。省力化投資の例"), TRAINING],
        ["試し", "訓練"],
    )
    assert "省力化投資" in {t.term for t in terms}


def test_each_term_leads_to_the_line_that_first_says_it_or_to_that_of_the_name() -> None:
    made_up = page(
        "お問合せ先：物流課",
        "⚫ 物流の効率化に向けて省",
        "力化投資を行う。省力化投資とVEC",
        "⚫ EC",
    )
    terms = [Term(term=term, weight=1.0) for term in ("省力化投資", "物流", "EC", "試し")]
    assert term_lines(made_up, 1, terms) == [2, 2, 4, 1]


def test_the_same_pages_give_the_same_terms() -> None:
    assert key_terms([EXPORT, TRAINING], TITLES) == key_terms([EXPORT, TRAINING], TITLES)


OTHER = page("⚫ 別の話である。")


def terms_of(title: str, *lines: str) -> list[str]:
    told, _ = key_terms([page(*lines), OTHER], [title, "別の話"])
    return [t.term for t in told]


@pytest.mark.parametrize(
    "said",
    [
        "受付中",
        "年度末",
        "戦略的",
        "各分野",
        "念頭",
        "計上",
        "機会",
        "通知",
        "拡充",
        "北海道",
        "保守運用",
        "安全・安心",
        "併用不可",
        "港町銀行",
        "留意事項",
    ],
)
def test_words_that_say_nothing_are_no_terms(said: str) -> None:
    lines = [f"⚫ {said}の話、{said}の話、{said}の話、{said}の話、{said}の話"]
    assert said not in terms_of("試し", *lines)


def test_a_word_that_says_nothing_alone_counts_within_a_longer_term() -> None:
    assert "在庫管理" in terms_of("試し", "⚫ 在庫管理の話", "⚫ 在庫管理の例")


def test_a_word_of_two_characters_is_a_term_where_the_name_and_the_page_say_it() -> None:
    lines = "⚫ 肥料の話、肥料の種", "⚫ 飼料の例、飼料の話"
    assert {"飼料", "肥料"} & set(terms_of("飼料の支援", *lines)) == {"飼料"}
    assert "飼料" not in terms_of("飼料の支援", "⚫ 飼料の話")


def test_what_a_sentence_names_once_counts_less_than_what_another_page_speaks_of() -> None:
    def of_last(*others: Page) -> list[tuple[str, float]]:
        pages = [*others, page("⚫ 急速冷凍の例と、冷蔵倉庫の例")]
        return [(t.term, t.weight) for t in key_terms(pages, ["試し"] * len(pages))[-1]]

    assert of_last(OTHER) == [("急速冷凍", 1.0), ("冷蔵倉庫", 1.0)]
    spoken_of = page("⚫ 冷蔵倉庫の話", "⚫ 冷蔵倉庫の種")
    assert of_last(spoken_of) == [("冷蔵倉庫", 1.0), ("急速冷凍", 0.5)]


@pytest.mark.parametrize(
    "said",
    [
        "造船機会",
        "漁業経験",
        "同造船所",
        "北海道漁業",
        "漁業有力",
        "借用・返却",
        "意見交換会",
        "漁業化",
        "M漁業",
    ],
)
def test_what_is_named_once_is_no_term_where_it_says_too_little(said: str) -> None:
    assert terms_of("試し", f"⚫ {said}の話") == []


def test_what_no_sentence_goes_on_behind_is_no_term_when_it_stands_once() -> None:
    assert terms_of("試し", "急速冷凍", "冷蔵倉庫 3", "⚫ 別の話") == []


def test_a_name_by_first_letters_is_named_once() -> None:
    assert terms_of("試し", "⚫ 港のMMKを使う") == ["MMK"]


def test_a_page_that_speaks_of_enough_has_no_more_terms() -> None:
    often = ["急速冷凍", "冷蔵倉庫", "船舶検査", "漁業図書館", "山村留学", "造船技術"]
    lines = [f"⚫ {word}の話。{word}の例" for word in often]
    assert set(terms_of("試し", *lines, "⚫ 外国語学習の話")) == set(often)


def test_words_that_say_little_are_a_topic_where_the_page_repeats_them() -> None:
    told = ["⚫ 協力雇用主の話", "⚫ 協力雇用主の例", "⚫ 協力雇用主を探す"]
    assert terms_of("試し", *told) == ["協力雇用主"]
    assert terms_of("試し", *told[:2]) == []


def test_the_short_name_of_what_is_paid_or_declared_is_a_term_whatever_its_words() -> None:
    assert terms_of("業務改善奨励金", "⚫ 業務改善奨励金の話")[0] == "業務改善奨励金"
    assert "50隻宣言" in terms_of("船を増やす【50隻宣言】", "⚫ 別の話")
    assert "造船税制" in terms_of("造船税制（船の税制）", "⚫ 別の話")


def test_a_name_with_dots_that_its_first_letters_follow_is_one_term() -> None:
    assert "ミナト・サンプル・ブリッジ" in terms_of(
        "試し", "⚫ ミナト・サンプル・ブリッジ（MSB）を開く。ミナト・サンプル・ブリッジ（MSB）の船"
    )


def test_what_most_pages_say_is_no_term() -> None:
    pages = [page("⚫ 冷蔵倉庫の話", "⚫ 冷蔵倉庫の種", f"⚫ 別の話{at}") for at in range(5)]
    assert key_terms(pages, ["試し"] * 5) == [[]] * 5
    assert key_terms(pages, ["冷蔵倉庫の支援"] * 5)[0][0].term == "冷蔵倉庫"


def test_what_the_policy_item_says_too_counts_and_what_it_alone_says_does_not() -> None:
    own = page("⚫ 冷蔵倉庫の話")
    item = page("⚫ 冷蔵倉庫と急速冷凍の話、急速冷凍の種")
    told, _ = key_terms([own, OTHER], ["試し", "別"], [item, None])
    assert [t.term for t in told] == ["冷蔵倉庫"]


def test_a_name_of_two_words_in_quotes_is_one_term() -> None:
    told = terms_of("試し", "⚫ 「山村の図書館」を建てる。", "⚫ 「山村の図書館」の本")
    assert told == ["山村の図書館"]


def test_labels_of_a_diagram_are_not_joined() -> None:
    lines = "⚫ 物流の流れ", "倉庫", "冷蔵", "倉庫", "冷蔵"
    assert "倉庫冷蔵" not in terms_of("試し", *lines)


def test_a_line_of_much_less_than_the_next_ones_length_is_a_heading_and_not_wrapped() -> None:
    heading = "網の繕いと港町の漁船修理"
    sentence = "山村調査から始まる港町の仕事を、はじめから終わりまで年を通じて手伝っていきます。"
    (told,) = key_terms([page(heading, sentence, heading, sentence)], ["港町"])
    words = {term.term for term in told}
    assert {"漁船修理", "山村調査"} <= words
    assert "漁船修理山村調査" not in words


def test_what_becomes_so_is_no_term_without_what_does() -> None:
    lines = "⚫ 強靱化の話、倉庫強靱化の話", "⚫ 強靱化の例、倉庫強靱化の例", "⚫ 強靱化の種"
    assert terms_of("試し", *lines) == ["倉庫強靱化"]


def test_a_piece_of_a_name_is_no_term() -> None:
    terms = terms_of(
        "育休中等業務代替コース", "⚫ 育休中等業務代替コースを", "⚫ 育休中等業務代替コースの"
    )
    assert "中等" not in terms


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("漁師・小規模事業者ワンストップ", "小規模事業者ワンストップ"),
        ("山村・漁船共生型ビジネス", "漁船共生型ビジネス"),
        ("水産物等漁船拡大施設", "漁船拡大施設"),
        ("第三次漁業革命図書館", "漁業革命図書館"),
    ],
)
def test_the_end_of_a_name_is_no_term(name: str, piece: str) -> None:
    assert piece not in terms_of(f"{name}事業", f"⚫ {name}の話", f"⚫ {name}の例")


def test_what_a_dot_joins_is_whole_where_it_is_short_or_an_act_stands_before() -> None:
    assert "漁業承継" in terms_of("漁業再生・漁業承継支援", "⚫ 漁業承継の話")
    assert "冷蔵倉庫図書館" in terms_of("市場開拓・冷蔵倉庫図書館支援", "⚫ 別の話")


def test_a_term_begins_and_ends_with_whole_words() -> None:
    terms = terms_of("試し", "⚫ 事業場内最低賃金を引き上げる", "⚫ 事業場内最低賃金の例")
    assert "事業場内最低賃金" in terms
    assert "場内最低賃金" not in terms
    assert terms_of("港町・小グループ化税制", "⚫ 別") == ["港町・小グループ化税制"]


def test_latin_words_that_belong_together_are_one_term() -> None:
    terms = terms_of("Minato Sample Bridge", "⚫ J-minatoの展示。J-minatoに出す。")
    assert "Minato Sample Bridge" in terms
    assert "J-minato" in terms
    assert not {"Sample", "minato"} & set(terms)


def test_no_more_terms_than_there_may_be_even_of_a_very_long_line() -> None:
    (terms,) = key_terms([page("輸出物流観光" * 1_900)], ["試し"])
    assert len(terms) <= PER_PAGE


def test_as_many_titles_as_pages() -> None:
    with pytest.raises(ValueError):
        key_terms([EXPORT], [])


def test_a_page_without_words_has_no_terms() -> None:
    assert key_terms([page("123", "45 %")], [""]) == [[]]
