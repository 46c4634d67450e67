"""Which certification to go for next, who gives on whose word, and all ways from a certification to
what it raises.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import NotFound
from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from queries.bonus.for_company import bonuses_by
from queries.bonus.matrix import bonus_matrix, matrix_by, without_issuer
from queries.bonus.next import NextStep, next_by, next_certifications
from queries.bonus.paths import bonus_paths
from queries.bonus.profile import Profile
from queries.bonus.records import matrix_records, next_records
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.open_to import Opening
from queries.bonus.rule_book.rules import Raised
from tests.made_up import bonuses as made_up_bonuses
from tests.made_up import catalogue as made_up


def by_name(steps: tuple[NextStep, ...]) -> dict[str, NextStep]:
    return {step.certification.name: step for step in steps}


def test_each_certification_that_is_not_held_with_what_it_adds_best_first(
    bonus_store: Store, book: RuleBook
) -> None:
    steps = next_certifications(bonus_store, Profile(("中小企業",), employees=10))
    assert [step.certification.name for step in steps] == [
        "くるみん",
        "プラチナくるみん",
        "DX認定",
        "経営力向上計画",
        "SECURITY ACTION",
        "トライくるみん",
    ]
    assert {result.rule.id for result in by_name(steps)["くるみん"].adds} == {
        "rule:points",
        "rule:either",
        "rule:uplift",
        "rule:door",
    } and next_by(book, Profile(("中小企業",), employees=10)) == steps


@pytest.mark.parametrize(
    "profile",
    [
        Profile(),
        Profile(("大企業",), ("くるみん",)),
        Profile(
            ("小規模事業者",), ("経営力向上計画",), ("賃上げ+6%", "インボイス登録"), employees=3
        ),
    ],
)
def test_what_a_certification_adds_is_what_holding_it_unlocks_besides(
    book: RuleBook, profile: Profile
) -> None:
    before = {result.rule.id for result in bonuses_by(book, profile).unlocked}
    for step in next_by(book, profile):
        held = Profile(
            profile.size,
            (*profile.hold, step.certification.name),
            profile.does,
            **profile.numbers(),
        )
        after = {
            result.rule.id
            for result in bonuses_by(book, held).unlocked
            if result.outranked_by is None
        }
        assert {result.rule.id for result in step.adds} == after - before


def test_prerequisites_come_in_the_order_in_which_they_can_be_had(book: RuleBook) -> None:
    steps = by_name(next_by(book, Profile(("中小企業",))))
    assert [named.name for named in steps["プラチナくるみん"].needs] == [
        "経営力向上計画",
        "くるみん",
    ] and steps["DX認定"].needs == ()
    assert steps["プラチナくるみん"].first_here == ("rule:platinum",), (
        "the rest comes with くるみん already"
    )
    assert [
        named.name
        for named in by_name(next_by(book, Profile(hold=("経営力向上計画",))))[
            "プラチナくるみん"
        ].needs
    ] == ["くるみん"]
    assert by_name(next_by(book, Profile(hold=("くるみん",))))["プラチナくるみん"].needs == ()


def test_what_is_held_or_contained_in_it_is_no_next_step(book: RuleBook) -> None:
    assert set(by_name(next_by(book, Profile(hold=("プラチナくるみん",))))) == {
        "DX認定",
        "SECURITY ACTION",
    }, "nor is what was needed for it"


def test_what_is_outranked_by_what_is_met_is_no_gain(book: RuleBook) -> None:
    first, second = (
        replace(book.rules[name], exclusive_group="points", rank=rank)
        for name, rank in (("rule:points", 1), ("rule:twenty heads", 2))
    )
    ranked = replace(book, rules={**book.rules, first.id: first, second.id: second})
    profile = Profile(("中小企業",), ("くるみん",), employees=10)
    assert "rule:twenty heads" in {
        result.rule.id for result in by_name(next_by(book, profile))["DX認定"].adds
    } - {result.rule.id for result in by_name(next_by(ranked, profile))["DX認定"].adds}
    assert (
        next(
            result
            for result in bonuses_by(ranked, profile).almost
            if result.rule.id == "rule:twenty heads"
        ).outranked_by
        == "rule:points"
    )


def test_values_are_listed_as_stated_and_never_added_to_what_is_not(book: RuleBook) -> None:
    steps = by_name(next_by(book, Profile(("大企業",))))
    assert steps["くるみん"].values == (("screening_points", (), 1), ("procurement_points", (), 1))
    assert steps["プラチナくるみん"].values == (
        ("tax_credit_uplift", ("5%",), 0),
        ("screening_points", ("3点",), 0),
    )


def test_prerequisites_ministries_and_programmes_are_listed(book: RuleBook) -> None:
    steps = by_name(next_by(book, Profile(("中小企業",), employees=10)))
    assert (steps["経営力向上計画"].prerequisites, steps["くるみん"].prerequisites) == (
        ("rule:door",),
        (),
    )
    assert steps["くるみん"].ministries == (made_up.CAO, made_up.METI) and set(
        steps["くるみん"].programmes
    ) == {"ものづくり設備補助金", "公共調達", "地域拠点税制"}
    assert (steps["SECURITY ACTION"].in_documents, steps["SECURITY ACTION"].adds) == (False, ())


def test_within_a_step_what_is_no_longer_restated_comes_after_what_is_planned(
    book: RuleBook,
) -> None:
    loans = [
        result.rule.status
        for result in by_name(next_by(book, Profile()))["DX認定"].adds
        if result.rule.benefit == "low_interest_loan"
    ]
    assert loans == ["planned", "not_restated"]


def test_a_certification_whose_page_is_for_other_sizes_is_marked_and_comes_after_the_others(
    book: RuleBook,
) -> None:
    dx = "certification:DX認定"
    described = replace(
        book,
        described={dx: ((made_up_bonuses.TAX, "小規模事業者"), (made_up_bonuses.TAX, "中小企業"))},
    )
    assert next_by(book, Profile(("大企業",)))[-1].certification.id != dx
    steps = next_by(described, Profile(("大企業",)))
    assert {step.certification.id: step.aimed_at for step in steps if step.aimed_at} == {
        dx: ("小規模事業者", "中小企業")
    } and steps[-1].certification.id == dx
    assert next_by(described, Profile(capital=5 * 10**8))[-1].aimed_at, "so say the numbers, too"
    assert not any(
        step.aimed_at
        for profile in (Profile(), Profile(("中小企業",)))
        for step in next_by(described, profile)
    )
    every = replace(
        described,
        open_to={
            made_up_bonuses.TAX: Opening(
                made_up_bonuses.TAX, ("小規模事業者", "中小企業", "中堅企業", "大企業"), (), ()
            )
        },
    )
    assert not any(step.aimed_at for step in next_by(every, Profile(("大企業",)))), (
        "unless its page says that companies of every size apply"
    )


def test_a_higher_tier_is_told_for_what_it_adds_to_the_lower_ones_alone(book: RuleBook) -> None:
    steps = by_name(next_by(book, Profile(("中小企業",))))
    assert [named.name for named in steps["プラチナくるみん"].below] == [
        "トライくるみん",
        "くるみん",
    ] and steps["プラチナくるみん"].first_here == ("rule:platinum",)
    assert {"rule:points", "rule:platinum"} <= {
        result.rule.id for result in steps["プラチナくるみん"].adds
    }
    rules = {name: rule for name, rule in book.rules.items() if name != "rule:platinum"}
    same = by_name(next_by(replace(book, rules=rules), Profile(("中小企業",))))
    assert (
        {result.rule.id for result in same["プラチナくるみん"].adds}
        == {result.rule.id for result in same["くるみん"].adds}
        and same["プラチナくるみん"].first_here == ()
        and same["くるみん"].first_here
    )


def test_a_certification_that_a_company_of_this_size_cannot_have_comes_last(book: RuleBook) -> None:
    dx = "certification:DX認定"
    steps = next_by(
        replace(book, holders={dx: (Opening(made_up_bonuses.GRANT, ("中小企業",), (), ()),)}),
        Profile(("大企業",)),
    )
    assert (
        steps[-1].certification.id == dx
        and steps[-1].outside
        and not any(step.outside for step in steps[:-1])
    )


def test_the_rule_book_is_read_anew_only_when_the_graph_is_another(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as store:
        load(made_up_bonuses.catalogue(), store)
        first = rule_book(store)
        assert rule_book(store) is first
        load(replace(made_up_bonuses.catalogue(), bonuses=(), rules=()), store)
        assert first.rules and not rule_book(store).rules


def test_the_records_are_those_of_the_contract(book: RuleBook) -> None:
    record = next_records(next_by(book, Profile(("中小企業",))))[0]
    assert {"certification", "adds", "needs"} <= set(record) and record["adds"][0]["id"].startswith(
        "rule:"
    )


def test_a_ministrys_certification_that_raises_anothers_measure_is_a_cell(
    bonus_store: Store,
) -> None:
    cells = {(cell.issuer, cell.raised): cell for cell in bonus_matrix(bonus_store)}
    labour = cells[made_up.MHLW, made_up.METI]
    assert (
        [rule.id for rule in labour.rules],
        labour.certifications,
        labour.benefits,
        labour.kind,
    ) == (
        ["rule:platinum", "rule:points"],
        ("くるみん", "プラチナくるみん"),
        (("screening_points", 2),),
        "Ministry",
    )
    assert cells[made_up.MHLW, "公共調達"].kind == "Programme" and cells[
        made_up.MHLW, made_up.CAO
    ].benefits == (("tax_credit_uplift", 2),)
    assert (made_up.METI, made_up.METI) not in cells, "what a ministry gives on its own word"
    assert (
        matrix_records(bonus_matrix(bonus_store))[0]["count"]
        >= matrix_records(bonus_matrix(bonus_store))[-1]["count"]
    )


def test_rules_of_whose_certifications_no_ministry_is_known_are_counted(book: RuleBook) -> None:
    kurumin = {
        named: issuers
        for named, issuers in book.issuers.items()
        if named == "certification:くるみん"
    }
    assert without_issuer(book) == 0
    assert without_issuer(replace(book, issuers=kurumin)) == 8, (
        "not the three that くるみん is enough for or the five that ask for no certification"
    )


def test_an_agencys_certification_is_its_ministrys(book: RuleBook) -> None:
    assert book.issuers["certification:経営力向上計画"] == (made_up.METI,)


def test_all_simple_paths_the_shortest_first(bonus_store: Store) -> None:
    found = bonus_paths(bonus_store, "プラチナくるみん", made_up_bonuses.GRANT)
    assert [[n.id.partition(":")[2] for n in path.nodes[1:-1]] for path in found] == [
        ["platinum"],
        ["くるみん", "points"],
        ["くるみん", "経営力向上計画", "both"],
        ["くるみん", "経営力向上計画", "door"],
    ]
    assert (
        bonus_paths(bonus_store, "プラチナくるみん", made_up_bonuses.GRANT, max_length=2)
        == found[:1]
        == bonus_paths(bonus_store, "プラチナくるみん", made_up_bonuses.GRANT, limit=1)
    )


def test_every_step_of_a_path_can_be_walked(bonus_store: Store) -> None:
    found = bonus_paths(bonus_store, "くるみん", "公共調達")
    assert [[n.id for n in path.nodes] for path in found] == [
        ["certification:くるみん", "rule:either", "programme:公共調達"]
    ], "nobody gets DX認定 by a rule that it would meet too"
    assert not any(
        "プラチナくるみん" in n.id
        for path in bonus_paths(bonus_store, "くるみん", made_up_bonuses.GRANT)
        for n in path.nodes
    ), "nor a higher tier by holding a lower one"


def test_where_no_way_leads_there_is_none(bonus_store: Store) -> None:
    assert (
        bonus_paths(bonus_store, "SECURITY ACTION", "公共調達")
        == ()
        == bonus_paths(bonus_store, "くるみん", "くるみん")
    )
    with pytest.raises(NotFound):
        bonus_paths(bonus_store, "くるみん", "存在しない制度")


def test_a_plan_of_the_minister_of_a_field_counts_for_that_ministry_alone(book: RuleBook) -> None:
    rule = book.rules["rule:points"]
    [asked] = {way.id for way in rule.requires}
    measure = replace(rule.raises[0], id="measure:x", type="Measure", name="試し事業")
    programme = replace(measure, id="programme:x", type="Programme", name="試し枠")

    def cells(by_field: bool, raised: Raised, page: str) -> set[tuple[str, str]]:
        known = replace(book.certifications[asked], by_field=by_field)
        one = replace(rule, raises=(raised,), stated_on=((page, "試し"),))
        of_field = replace(
            book,
            rules={rule.id: one},
            certifications={**book.certifications, asked: known},
            issuers={asked: ("経済産業省", "農林水産省", "財務省")},
            offices={"measure:x": ("農林水産省",), "measure:other": ("経済産業省",)},
        )
        return {(cell.issuer, cell.raised) for cell in matrix_by(of_field)}

    assert cells(False, measure, "measure:x") == {
        ("経済産業省", "農林水産省"),
        ("財務省", "農林水産省"),
    }
    assert cells(True, measure, "measure:x") == set()
    assert cells(True, programme, "measure:x") == {("農林水産省", "試し枠")}
    assert cells(True, programme, "measure:y") == set()
