"""One sentence a pair, in Japanese and English, from its facts alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from graph.errors import VocabularyError
from graph.store import Store
from queries.english import NAMES, read_names
from queries.money.rule import Draw
from queries.overlap.cards import overlaps, pair_card
from queries.overlap.filter import PairFilter
from queries.overlap.sentences import TEXTS, read_sentences, sentence
from queries.overlap.sides import ASPECTS
from tests.made_up import catalogue as made_up
from tests.made_up.overlaps import FAIR, LEASE

OVERLAP = NAMES.parent.parent / "loaders" / "overlap"


def test_what_is_shared_what_differs_the_money_and_the_grade(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, made_up.EQUIPMENT, LEASE)
    assert (
        card.japanese == "経済産業省「ものづくり設備補助金」と農林水産省「農業機械リース」は、"
        "キーワード（設備）、手段（補助金）、企業規模（中小企業）が共通し、"
        "支援を受ける者（前者は企業、後者は農林漁業者）、企業規模（前者のみ中堅企業）、"
        "補助上限（前者は8,000万円、後者は400万円）、業種（前者のみ製造業）が異なり、"
        "予算は前者が2025年度当初予算6億円と2024年度補正予算100億円、"
        "後者が20億円（種別の記載なし）であり、段階は2（重なり）、得点は0.62である。"
    )
    assert (
        card.english
        == "“ものづくり設備補助金” (Ministry of Economy, Trade and Industry) and “農業機械リース”"
        " (Ministry of Agriculture, Forestry and Fisheries) share the key term (設備), the"
        " instrument (subsidy) and the size class (small and medium-sized companies); they"
        " differ in beneficiaries (the first: companies; the second: farmers, foresters and"
        " fishers), size classes (only the first: mid-sized companies), highest grants (the"
        " first: ¥80 m; the second: ¥4 m) and industries (only the first: manufacturing); the"
        " first has ¥600 m (initial budget, FY 2025) and ¥10 bn (supplementary budget, FY 2024),"
        " the second ¥2 bn (kind not printed); the pair is graded 2 (overlap) with a score of"
        " 0.62."
    )


def test_a_pot_that_both_draw_on_is_told_once_and_as_one_of_which_they_get_a_part(
    store_of_overlaps: Store,
) -> None:
    card = pair_card(store_of_overlaps, made_up.SALES, made_up.MATCHING)
    assert "予算は両者とも同じ2025年度当初予算263億円の内数から出ており、" in card.japanese
    assert (
        "; both draw on the same money, a part of ¥26.3 bn (initial budget, FY 2025); "
        in card.english
    )


def test_a_pot_beside_money_of_ones_own(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, made_up.SALES, made_up.MATCHING)
    own = Draw(card.b.id, "own", "initial", 2025, 700_000_000, part_of=False, pot=None)
    card = replace(card, b=replace(card.b, draws=(*card.b.draws, own)))
    assert (
        "後者が2025年度当初予算7億円と2025年度当初予算263億円の内数"
        "（うち2025年度当初予算263億円の内数は両者が使う同じ予算）であり"
        in sentence(card, "japanese")
    )
    assert (
        "the second ¥700 m (initial budget, FY 2025) and a part of ¥26.3 bn (initial budget, FY"
        " 2025); in both it is the same money, a part of" in sentence(card, "english")
    )


def test_a_page_without_a_sum_is_said(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, made_up.EQUIPMENT, made_up.REGION_TAX)
    assert (
        "100億円で、後者は金額の記載がなく、" in card.japanese
        and ", the second prints no sum; " in card.english
    )
    neither = replace(card, a=replace(card.a, draws=()))
    assert "予算額はどちらにも記載がなく、" in sentence(
        neither, "japanese"
    ) and "; neither prints a sum; " in sentence(neither, "english")


def test_nothing_in_common_is_said(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, made_up.EQUIPMENT, made_up.REGION_TAX)
    assert (
        "は、共通点として読み取れるものがなく、手段（" in card.japanese
        and " share nothing that their pages name; they differ in " in card.english
    )


def test_who_runs_a_measure(store_of_overlaps: Store) -> None:
    through_a_body = pair_card(store_of_overlaps, made_up.SALES, FAIR)
    assert through_a_body.japanese.startswith(
        "日本貿易振興機構（経済産業省所管）「海外販路開拓支援」と農林水産省「"
    )
    assert through_a_body.english.startswith(
        "“海外販路開拓支援” (Japan External Trade Organization under Ministry of Economy, Trade and"
        " Industry) and “"
    )
    unsupervised = {
        kind: tuple(replace(fact, supervised=False) for fact in facts)
        for kind, facts in through_a_body.a.facts.items()
    }
    assert sentence(
        replace(through_a_body, a=replace(through_a_body.a, facts=unsupervised)), "english"
    ).startswith("“海外販路開拓支援” (Ministry of Economy, Trade and Industry) and “")
    (within,) = overlaps(store_of_overlaps, PairFilter(mode="within"))
    assert within.japanese.startswith(
        "中小企業庁「ものづくり設備補助金」と日本貿易振興機構「海外販路開拓支援」は、"
    )
    nobody = replace(within, a=replace(within.a, facts={}))
    assert sentence(nobody, "japanese").startswith("所管の記載のない「もの") and sentence(
        nobody, "english"
    ).startswith("“ものづくり設備補助金” (no ministry named) and")


def test_measures_of_different_years_are_dated_and_those_that_another_carries_on_say_so(
    store_of_overlaps: Store,
) -> None:
    card = pair_card(store_of_overlaps, made_up.EQUIPMENT, LEASE)
    earlier = replace(card, b=replace(card.b, date="2022-06", succeeded_by=("スマート農機リース",)))
    assert (
        "「ものづくり設備補助金」（2025年の資料）と農林水産省「農業機械リース」（2022年の資料）（後継は「スマート農機リース」）は、"
        in sentence(earlier, "japanese")
    )
    assert (
        "“農業機械リース” (Ministry of Agriculture, Forestry and Fisheries; told in 2022; succeeded"
        " by “スマート農機リース”) share" in sentence(earlier, "english")
    )
    assert "資料" not in card.japanese and "told in" not in card.english


def test_a_page_that_is_silent_does_not_differ(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, made_up.SALES, FAIR)
    assert not card.aspect("beneficiaries").only_a and card.aspect("beneficiaries").only_b
    assert "支援を受ける者" not in card.japanese and "beneficiaries" not in card.english


def test_long_lists_are_counted_not_told(store_of_overlaps: Store) -> None:
    card = pair_card(store_of_overlaps, made_up.SALES, FAIR)
    many = replace(card, aspects=(replace(card.aspect("terms"), shared=tuple("甲乙丙丁戊己")),))
    assert "キーワード（甲、乙、丙、丁、ほか2件）が共通し" in sentence(many, "japanese")
    assert "share key terms (甲, 乙, 丙, 丁, 2 more); " in sentence(many, "english")


def test_every_sentence_is_whole(store_of_overlaps: Store) -> None:
    cards = overlaps(store_of_overlaps, PairFilter(grade=0, mode="both"), None)
    assert len(cards) == 8
    for card in cards:
        assert (
            card.japanese.count("。") == 1
            and card.japanese.endswith("である。")
            and card.english.endswith(f"with a score of {card.score:.2f}.")
        )
        for text in (card.japanese, card.english):
            assert not re.search(r"[{}]|、、|（）|\(\)|, ,|; ;|  |「」|“”", text)


def test_the_words_of_both_languages_are_complete(tmp_path: Path) -> None:
    words = read_sentences(TEXTS)
    named = {*words.shared, *words.differs}
    assert named <= set(ASPECTS) and named == set(words.japanese.labels) == set(
        words.english.labels
    )
    broken = tmp_path / "sentences.yaml"
    broken.write_text(
        TEXTS.read_text(encoding="utf-8").replace(
            'shares_nothing: "share', 'share_nothing: "share'
        ),
        encoding="utf-8",
    )
    with pytest.raises(VocabularyError, match="english.share"):
        read_sentences(broken)


@pytest.mark.parametrize("file", ["problems", "activities"])
def test_problems_and_activities_have_their_english(file: str) -> None:
    names = [
        entry["name"]
        for entry in yaml.load(
            (OVERLAP / f"{file}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
        )
    ]
    assert [name for name in names if name not in read_names(NAMES)] == []
