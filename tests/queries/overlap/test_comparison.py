"""The card of a pair: measures and budget programmes in one form, each fact with its place."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from commands.overlap.card_printing import _said, card_lines
from graph.errors import NotFound
from graph.store import Store
from queries.overlap.compared_side import SideContact
from queries.overlap.comparison import Comparison, _words, comparison, thing_of
from queries.overlap.for_company import for_company
from queries.overlap.for_company_apart import company_difference
from queries.overlap.programme_side import money_of_programme
from queries.overlap.signals import ScoreSignal, signals_of
from queries.programmes.card import programme_card
from queries.sources import Source
from tests.made_up import catalogue as made_up
from tests.made_up.compared import A, B
from tests.made_up.overlaps import FAIR
from tests.made_up.review_sheets import csv_text, name_of

SHEET = "rs-2031"


@pytest.fixture
def store(store_of_compared: Store) -> Store:
    return store_of_compared


@pytest.fixture
def card(store: Store) -> Comparison:
    return comparison(store, A, B)


def test_a_pair_of_programmes_has_its_score_in_whatever_order(store: Store) -> None:
    for names in ((A, B), (B, A), ("7", "12"), ("budgetprogramme:7", "事業12")):
        found = comparison(store, *names)
        assert (found.a.id, found.b.id, found.score, found.grade) == (A, B, 0.3, 1)


def test_a_measure_comes_first_and_two_measures_are_a_pair_too(store: Store) -> None:
    mixed = comparison(store, A, made_up.SALES)
    assert (mixed.a.id, mixed.a.kind, mixed.b.id, mixed.score) == (
        made_up.SALES,
        "measure",
        A,
        0.5,
    )
    two = comparison(store, FAIR, made_up.SALES)
    assert (two.score, two.grade) == (0.9, 3)
    assert [name.name for name in two.words[0].shared] == ["輸出・海外販路の開拓"]
    assert two.a.contacts or two.b.contacts


def test_two_that_are_no_scored_pair_are_compared_without_a_score(store: Store) -> None:
    found = comparison(store, B, "programme:30")
    assert (found.score, found.grade, found.signals) == (None, None, ())


def test_terms_are_those_of_the_sheet_and_of_the_measure_that_is_the_same(card: Comparison) -> None:
    of_sheet = [(term.kind, term.japanese, term.english) for term in card.a.terms]
    assert of_sheet == [
        ("method", "補助", "subsidy"),
        ("rate", "1/2", "1/2"),
        ("rate", "定額", "fixed sum"),
        ("cap", "3,000万円", "¥30 m"),
    ]
    assert card.a.terms[1].sources == (Source(f"{SHEET}-1-4", 5),)
    assert any(
        source.document == made_up.DOCUMENT for term in card.b.terms for source in term.sources
    )


def test_money_of_the_same_fiscal_year_stands_side_by_side_with_execution(card: Comparison) -> None:
    assert card.money[0].year == 2030, "of both, and the latest"
    both = card.money[0]
    assert both.a is not None and both.b is not None
    assert [(one.kind, one.own, one.pots) for one in both.a.sums] == [
        ("initial", 390, None),
        ("supplementary", 10, None),
    ]
    assert (both.a.executed, both.a.available, both.a.execution) == (300, 400, 0.75)
    assert (both.b.executed, both.b.execution, both.b.executed_of) == (None, None, None)
    assert both.a.executed_of == A and both.a.sources == (Source(f"{SHEET}-2-1", 5),)


def test_a_measure_is_executed_as_the_programme_that_is_the_same(store: Store) -> None:
    found = comparison(store, made_up.LOAN, A)
    years = {beside.year: beside.a for beside in found.money}
    assert years[2030] is not None and years[2030].executed_of is None
    assert years[2030].available == 50
    assert found.a.paid_from[0].name == "事業7 (programme:7)"


def test_the_money_of_what_pays_for_a_measure_is_the_programmes_named_as_such(
    store: Store,
) -> None:
    found = comparison(store, made_up.LOAN, A)
    of_loan = {beside.year: beside.a for beside in found.money}[2030]
    assert of_loan is not None
    (paid,) = of_loan.programmes
    assert (paid.id, paid.name, paid.how, paid.available) == (B, "事業7", "same", 50)
    assert [(one.kind, one.own) for one in paid.sums] == [("initial", 40), ("supplementary", 10)]
    text = "\n".join(card_lines(found))
    assert "of programme:7: initial budget 40円, supplementary budget 10円" in text
    assert "could spend 50円" in text


def test_years_stand_the_latest_first_and_a_row_of_noughts_is_no_money(store: Store) -> None:
    found = comparison(store, made_up.EQUIPMENT, A)
    years = [beside.year for beside in found.money]
    assert years == sorted(years, key=lambda year: -(year or 0))
    programme = programme_card(store, A)
    (year, *_) = programme.money
    nought = replace(year, year=2031, initial=0, supplementary=0, available=0, executed=0)
    told = money_of_programme(replace(programme, money=(nought, *programme.money)))
    assert [each.year for each in told] == [2030, 2029]


def test_own_money_and_parts_of_a_pot_stand_apart(store: Store) -> None:
    found = comparison(store, made_up.SALES, made_up.MATCHING)
    sums = [
        one for beside in found.money for year in (beside.a, beside.b) if year for one in year.sums
    ]
    assert {one.pots for one in sums} >= {made_up.JETRO_POT}
    assert all(one.own is None or one.own != made_up.JETRO_POT for one in sums)


def test_what_one_says_of_the_other_comes_first_with_who_and_where(
    card: Comparison,
) -> None:
    told = [(said.side, said.of, said.named, said.by, said.says, said.table) for said in card.said]
    assert told == [
        (A, "other", B, "external", ("alike", "merge"), "4-1"),
        (B, "other", A, "sheet", ("other",), "1-5"),
        (A, "ministry", "経済産業省", "office", ("divide_roles",), "1-2"),
    ]
    first = card.said[0]
    assert (first.year, first.sources) == (2030, (Source(f"{SHEET}-4-1", 5),))
    assert first.column == "外部有識者による点検ー所見" and first.text is None


def test_a_review_that_names_nobody_is_told_as_such(store: Store) -> None:
    found = comparison(store, A, made_up.SALES)
    assert [(said.of, said.by, said.says) for said in found.said if said.side == A][-1] == (
        "others",
        "external",
        ("alike", "merge"),
    )


def test_what_stands_there_is_read_from_the_sheet_where_it_is_at_hand(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "事業7と類似しており、統合を検討すること。"
    rows = [({}, {})] * 3 + [({"programme": "12"}, {"external": f"よい事業である。{sentence}"})]
    file = f"{name_of('4-1')}.csv"
    held_file = csv_text("4-1", rows).encode("utf-8-sig")
    (tmp_path / file).write_bytes(held_file)
    monkeypatch.setenv("SHISAKU_SOURCES", str(tmp_path))
    held = [
        replace(document, file=file, sha256=hashlib.sha256(held_file).hexdigest())
        for document in _documents(store)
        if document.id == made_up.DOCUMENT
    ]
    monkeypatch.setattr(
        "queries.overlap.quoted.documents",
        lambda _: [replace(held[0], id=f"{SHEET}-4-1")],
    )
    found = comparison(store, A, B)
    assert found.said[0].text == sentence


def _documents(store: Store):
    from queries.documents import documents

    return documents(store)


def test_recipients_laws_and_plans_of_both(card: Comparison) -> None:
    (recipient,) = card.recipients
    assert (recipient.name, recipient.yen_a, recipient.yen_b) == ("養蜂会", 200, 30)
    assert (recipient.year_a, recipient.year_b) == (2030, 2030), "the year before the sheet"
    (law,) = card.laws
    assert (law.name, law.articles_a, law.articles_b) == ("養蜂振興法", ("第三条",), ())
    assert [(plan.kind, plan.name) for plan in card.plans] == [("plan", "養蜂計画")]


def test_without_sources_it_is_said_how_to_get_the_sentences(
    card: Comparison, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)
    assert "(set SHISAKU_SOURCES to the folder" in "\n".join(card_lines(card))
    monkeypatch.setenv("SHISAKU_SOURCES", str(tmp_path))
    assert "SHISAKU_SOURCES" not in "\n".join(card_lines(card))


def test_a_page_of_the_web_is_no_contact(card: Comparison) -> None:
    page = SideContact("", (), (), "https://example.org/bees", ())
    text = "\n".join(card_lines(replace(card, a=replace(card.a, contacts=(page,)))))
    assert "first: no contact printed" in text
    assert "first: described at https://example.org/bees" in text


def test_words_that_say_nothing_are_not_shown_among_those_of_both(card: Comparison) -> None:
    found = {"shared_terms": ["以下", "養蜂", "支援"]}
    side = replace(card.a, words=("養蜂", "以下", "花粉"))
    words = _words("terms", found, side, card.b)
    assert [each.name for each in words.shared] == ["養蜂"]
    assert [each.name for each in words.only_a] == ["花粉"]


def test_the_card_is_printed_in_words_without_codes(card: Comparison) -> None:
    told = replace(
        card.said[0], by="earlier", review="公開プロセス", says=("divide_roles", "new_one")
    )
    (line, *_) = _said(replace(card, said=(told,)))
    assert line.startswith(
        f"{A}, Public review process 2030 (earlier reviews): names the other: "
        "roles are divided, new one"
    )
    text = "\n".join(card_lines(card))
    assert "names the other: a related programme" in text and "split from" in text


def test_results_history_and_years(card: Comparison) -> None:
    (result,) = card.a.results
    assert (result.kind, result.name, result.unit) == ("アウトカム", "巣箱を更新した者", "者")
    assert [(p.year, p.target, p.result) for p in result.points] == [(2030, 12.0, 11.0)]
    (relative,) = card.a.history
    assert (relative.relation, relative.id) == ("split_from", "programme:40")
    assert (card.a.first_year, card.b.first_year) == (2029, None)


def test_which_company_would_use_which_is_told_from_what_is_printed(card: Comparison) -> None:
    assert card.a.japanese == (
        "「事業12」は、対象者の欄はないが名称・目的・概要が企業の規模に触れ、手段は補助、"
        "補助率は1/2、定額、1者への上限は最大3,000万円である。"
    )
    assert "1/2, fixed sum" in card.a.english and "helps by subsidy" in card.a.english


def test_methods_of_a_sheet_are_told_only_where_no_instrument_is(card: Comparison) -> None:
    term = card.a.terms[0]
    side = replace(
        card.a,
        terms=(
            term,
            replace(term, kind="instrument", japanese="融資・保証", english="Loans"),
            replace(term, kind="threshold", japanese="年数 ≥ 1年", english="years", vague=True),
        ),
    )
    assert for_company(side, "japanese").endswith(
        "触れ、手段は融資・保証で、補助率と上限の記載はない。"
    )
    assert "helps by loans; no rate" in for_company(side, "english")
    assert for_company(replace(side, terms=()), "japanese").endswith(
        "触れ、手段・補助率・上限の記載はない。"
    )


def test_a_closing_sentence_says_what_tells_the_two_apart(card: Comparison) -> None:
    size = replace(card.a.terms[0], kind="size", japanese="中堅企業", english="Mid-sized companies")
    small = replace(size, japanese="小規模事業者", english="Micro businesses")
    cap = replace(card.a.terms[-1], yen=10, japanese="10円", english="¥10")
    a = replace(card.a, terms=(size, *card.a.terms))
    b = replace(card.b, terms=(size, small, cap), ministries=card.a.ministries)
    assert company_difference(a, b, "japanese") == (
        "企業にとって両者を分けるのは、企業規模（後者のみ小規模事業者）、"
        "最も高い上限（前者は3,000万円、後者は10円）である。"
    )
    assert company_difference(a, b, "english") == (
        "For a company the two differ in sizes (only the second: micro businesses), "
        "the highest cap (the first: ¥30 m; the second: ¥10)."
    )
    office = replace(card.a.ministries[0], name="養蜂省", english="Bees")
    other = replace(card.a, ministries=(office,), offices=())
    assert company_difference(card.a, card.a, "japanese") == "企業にとって両者を分ける記載はない。"
    assert company_difference(card.a, other, "english").startswith(
        "Besides whom to turn to (the first: "
    )


def test_the_parts_of_a_score_are_likeness_times_weight_and_what_is_taken() -> None:
    kept = json.dumps(
        [
            {"of": "word", "weight": 0.4, "likeness": 0.5},
            {"of": "problem × word", "weight": 0.5, "likeness": 1.0},
        ]
    )
    assert signals_of({"parts": kept, "taken_by": ["size"], "taken": 0.1}) == (
        ScoreSignal(("problem", "word"), 1.0, 0.5, 0.5),
        ScoreSignal(("word",), 0.5, 0.4, 0.2),
        ScoreSignal(("size",), None, None, -0.1),
    )
    assert signals_of({}) == ()


@pytest.mark.parametrize("name", ["programme:999", "measure:none", "そんな事業はない"])
def test_what_is_nothing_is_said_in_one_line_with_what_to_type(store: Store, name: str) -> None:
    with pytest.raises(NotFound) as error:
        comparison(store, A, name)
    assert "programme:… with the number of the sheet" in str(error.value)
    assert "\n" not in str(error.value)


def test_two_names_of_one_thing_are_refused(store: Store) -> None:
    with pytest.raises(NotFound, match="are one thing, programme:7"):
        comparison(store, "7", "事業7")
    assert thing_of(store, " 7 ") == "budgetprogramme:7"
