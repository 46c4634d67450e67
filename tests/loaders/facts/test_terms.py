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
    assert "輸出" in {t.term for t in export[:2]}
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


def test_at_most_twelve_terms_even_of_a_very_long_line() -> None:
    (terms,) = key_terms([page("輸出物流観光" * 20_000)], ["試し"])
    assert len(terms) <= PER_PAGE


def test_as_many_titles_as_pages() -> None:
    with pytest.raises(ValueError):
        key_terms([EXPORT], [])


def test_a_page_without_words_has_no_terms() -> None:
    assert key_terms([page("123", "45 %")], [""]) == [[]]
