"""The card of a budget programme, and what stands under a law."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import NotFound
from graph.files.sources import VARIABLE
from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from loaders.review_sheets.registers import kind_of
from queries.measure.card import measure_card
from queries.programmes.card import programme_card
from queries.programmes.law import under_law
from queries.programmes.paid import paid
from queries.search.search import find
from queries.sources import Source
from shisaku import cli
from tests.made_up import catalogue as made_up
from tests.made_up import programmes
from tests.made_up.review_sheets import HARBOUR, MORE, ROWS, WORKSHOP, written


def test_a_card_tells_what_the_sheets_say_with_table_and_line(store_of_programmes: Store) -> None:
    card = programme_card(store_of_programmes, "7")
    assert (card.name, card.number, card.sheets) == (WORKSHOP["name"], 7, (2031,))
    assert [(office.name, office.lead) for office in card.offices] == [
        ("中小企業庁", True),
        ("経済産業省", True),
        ("農林水産省", False),
    ]
    assert (card.began, card.ends, card.methods) == (2029, 2033, ("subsidy",))
    assert [(law.name, bool(law.how)) for law in card.laws] == [("発酵振興法", True)]
    assert (card.plans, card.plans_at) == (("発酵基本計画",), (Source("rs-2031-1-3", 2),))
    assert (len(card.policies), card.policies_at) == (1, (Source("rs-2031-1-3", 2),))
    assert [(m.id, m.how) for m in card.measures] == [(made_up.LOAN, ("funds", "named_in_text"))]
    assert [(r.name, r.how) for r in card.related] == [(HARBOUR["name"], ("merged_into",))]
    assert [(p.name, p.yen, p.direct) for p in card.recipients] == [
        ("一般社団法人発酵会", 300_000_000, True),
        ("株式会社里山", 50_000_000, False),
    ]
    assert {(r.by, r.outcome, r.asks, r.on_overlap) for r in card.reviews} == {
        ("external", None, ("coordinate",), True),
        ("team", "縮減", ("improve",), False),
    }
    places = [
        s for part in (card.laws, card.related, card.recipients) for p in part for s in p.sources
    ]
    assert {place.document for place in places} == {"rs-2031-1-3", "rs-2031-1-5", "rs-2031-5-3"}
    assert all(place.line for place in places)


def test_money_is_told_by_year_and_what_is_not_known_is_none(store_of_programmes: Store) -> None:
    latest, before = programme_card(store_of_programmes, WORKSHOP["name"]).money
    assert (latest.year, latest.available, latest.executed, latest.execution) == (
        2031,
        500_000_000,
        None,
        None,
    )
    assert before.execution == pytest.approx(390 / 410)
    assert before.source == Source("rs-2031-2-1", 4)


def test_a_programme_answers_to_its_number_name_and_id_alone(store_of_programmes: Store) -> None:
    cards = [
        programme_card(store_of_programmes, name)
        for name in ("12", "programme:12", HARBOUR["name"])
    ]
    assert cards[0] == cards[1] == cards[2]
    with pytest.raises(NotFound, match="no review sheet has the number 13"):
        programme_card(store_of_programmes, "13")
    with pytest.raises(NotFound):
        programme_card(store_of_programmes, made_up.LOAN)


def test_a_law_has_all_that_stands_under_it_by_ministry(store_of_programmes: Store) -> None:
    answer = under_law(store_of_programmes, "発酵振興法")
    assert [(u.id, u.ministries) for u in answer.under] == [
        ("budgetprogramme:12", ("国土交通省",)),
        ("budgetprogramme:7", ("経済産業省", "農林水産省")),
    ]
    assert answer.ministries == (("国土交通省", 1), ("経済産業省", 1), ("農林水産省", 1))
    assert all(u.articles and u.sources for u in answer.under)
    of_measures = under_law(store_of_programmes, "雇用保険法")
    assert [u.type for u in of_measures.under] == ["Measure"]
    with pytest.raises(NotFound):
        under_law(store_of_programmes, "どこにもない法")


def test_the_commands_print_both_and_json_has_all(graph_of_programmes: Path) -> None:
    def run(*arguments: str) -> str:
        done = CliRunner().invoke(cli, [*arguments, "--store", str(graph_of_programmes)])
        assert done.exit_code == 0, done.output
        return done.stdout

    text = run("programme", "7")
    for part in (
        "ministry    農林水産省 (too)   rs-2031-1-1:",
        "3.9億円",
        "95%",
        "paid        3億円 to 一般社団法人発酵会 (foundation, block A)   rs-2031-5-3:",
        "(on overlap)",
    ):
        assert part in text
    assert json.loads(run("programme", "7", "--json"))["number"] == 7
    law = run("law", "発酵振興法")
    assert "発酵振興法   law:503AC0000000900: 2 programmes and measures" in law
    assert len(json.loads(run("law", "発酵振興法", "--json"))["under"]) == 2


def test_who_is_paid_by_several_ministries_with_what_is_paid_directly_alone(
    store_of_programmes: Store,
) -> None:
    one = paid(store_of_programmes, ministries=1)
    assert [(r.name, r.yen, r.ministries) for r in one.recipients] == [
        ("一般社団法人発酵会", 300_000_000, (("経済産業省", 300_000_000),))
    ], "what is handed on is no payment of the programme"
    assert [t.name for t in one.recipients[0].through] == [WORKSHOP["name"]]
    assert one.recipients[0].through[0].sources and one.public == ()
    assert paid(store_of_programmes, ministries=2).recipients == ()
    assert paid(store_of_programmes, ministries=1, least=300_000_001).recipients == ()


def test_whom_sheets_do_not_name_is_not_told_as_one(tmp_path: Path) -> None:
    own = programmes.catalogue(tmp_path / "sheets")
    unnamed = tuple(r.model_copy(update={"kind": kind_of("その他")}) for r in own.recipients)
    assert (kind_of("株式会社Ａ"), kind_of("株式会社Ａ", "1020001071491")) == ("unnamed", "company")
    with open_store(tmp_path / "graph.lbug") as opened:
        load(replace(own, recipients=unnamed), opened)
        assert paid(opened, ministries=1).recipients == ()
        assert programme_card(opened, "7").recipients, "the card has what its sheet says"


def test_paid_on_the_command_line(graph_of_programmes: Path) -> None:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["paid", "--store", str(graph_of_programmes), *arguments])

    text = run("--ministries", "1", "--least", "1億円").stdout
    assert "3億円  一般社団法人発酵会 (foundation), sheets of 2031" in text
    assert "    経済産業省  3億円  里山発酵設備導入促進事業   rs-2031-5-3:" in text
    assert len(json.loads(run("--ministries", "1", "--json").stdout)["recipients"]) == 1
    wrong = run("--least", "たくさん")
    assert wrong.exit_code == 2 and "is no sum" in wrong.output


def test_a_measure_names_the_programmes_that_pay_for_it(
    store_of_programmes: Store, graph_of_programmes: Path
) -> None:
    (paying,) = measure_card(store_of_programmes, made_up.LOAN).programmes
    assert (paying.id, paying.name, paying.kind) == ("budgetprogramme:7", WORKSHOP["name"], "funds")
    shown = (
        CliRunner().invoke(cli, ["show", made_up.LOAN, "--store", str(graph_of_programmes)]).stdout
    )
    assert f"paid by       {WORKSHOP['name']} (funds, named_in_text)   budgetprogramme:7" in shown
    assert measure_card(store_of_programmes, made_up.SALES).programmes == ()


@pytest.mark.parametrize(
    "typed", ["７", "シート7", "予算事業ID 7", "事業番号：7", "rs-2031 7", "7番"]
)
def test_a_number_is_found_as_people_type_it(store_of_programmes: Store, typed: str) -> None:
    assert programme_card(store_of_programmes, typed).number == 7


def test_show_tells_which_command_shows_a_programme_or_law(graph_of_programmes: Path) -> None:
    def said(item: str) -> str:
        return str(
            CliRunner().invoke(cli, ["show", item, "--store", str(graph_of_programmes)]).exception
        )

    assert "`shisaku programme budgetprogramme:7`" in said("7")
    assert "`shisaku law law:503AC0000000900`" in said("発酵振興法")
    assert "nothing answers to 'なにもない'" in said("なにもない")


def test_purpose_and_outline_are_live_from_the_sheet(
    graph_of_programmes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*more: str) -> Result:
        return CliRunner().invoke(
            cli, ["programme", "7", "--store", str(graph_of_programmes), *more]
        )

    monkeypatch.delenv(VARIABLE, raising=False)
    assert "name the folder of the sheets in SHISAKU_SOURCES" in run().stderr
    assert json.loads(run("--json").stdout)["prose"] == {}
    monkeypatch.setenv(VARIABLE, str(written(tmp_path / "sheets", ["1-2"])))
    assert "  事業の目的: 小規模事業者の設備" in run().stdout
    assert json.loads(run("--json").stdout)["prose"]["事業の目的"] == "小規模事業者の設備"


def test_programmes_and_recipients_are_found_by_words(store_of_programmes: Store) -> None:
    assert ("BudgetProgramme", WORKSHOP["name"]) in [
        (h.type, h.name) for h in find(store_of_programmes, "発酵")
    ]
    assert {h.type for h in find(store_of_programmes, "発酵会", ["Recipient"])} == {"Recipient"}
    assert [h.name for h in find(store_of_programmes, "1020001071491", ["Recipient"])] == [
        "一般社団法人発酵会"
    ]


def test_targets_and_contracts_are_told_where_their_tables_are_at_hand(tmp_path: Path) -> None:
    graph = tmp_path / "graph.lbug"
    with open_store(graph) as store:
        load(programmes.catalogue(tmp_path / "sheets", (*ROWS, *MORE)), store)
        card = programme_card(store, "7")
    (target,) = card.targets
    assert (target.indicator, target.unit) == ("発酵樽を更新した事業者", "者")
    assert [(of.year, of.target, of.result) for of in target.years] == [
        (2030, 1200, 1100),
        (2031, 1500.5, None),
    ]
    assert target.source == Source("rs-2031-3-1", 2)
    granted, handed_on = card.recipients
    assert granted.sources == (Source("rs-2031-5-1", 3),)
    assert [(each.method, each.bidders, each.award_rate) for each in granted.contracts] == [
        ("補助金等交付", None, None),
        ("一般競争契約（最低価格）", 1, 98.5),
    ]
    assert (granted.yen, handed_on.yen) == (420_000_000, 50_000_000)
    printed = CliRunner().invoke(cli, ["programme", "7", "--store", str(graph)]).output
    assert "発酵樽を更新した事業者 (者) 2030: 1,100 of 1,200, 2031: ? of 1,500.5" in printed
    assert "補助金等交付; 一般競争契約（最低価格）, 1 bidder, at 98.5 %" in printed
