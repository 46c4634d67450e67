"""What goes by a name among all that rules raise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import NotFound
from graph.store import Store
from queries.bonus.called import raised_called, rules_called
from queries.bonus.cheapest import cheapest_by
from queries.bonus.for_programme import programme_by
from queries.bonus.matrix import bonus_matrix
from queries.bonus.paths import bonus_paths
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook, rule_book

LOAN = "働き方改革推進支援資金"  # what pages print for a loan of 日本政策金融公庫


def test_a_name_that_single_pages_print_is_that_of_their_rules_alone(
    bundled_store: Store,
) -> None:
    book = rule_book(bundled_store)
    rules = rules_called(book, LOAN)
    assert rules and all(any(LOAN in r.printed for r in rule.raises) for rule in rules)
    assert set(raised_called(book, LOAN)) == {raised.id for rule in rules for raised in rule.raises}
    assert len(rules_called(book, "日本政策金融公庫の融資")) > len(rules)
    answer = programme_by(book, LOAN)
    listed = [
        *(rule.id for group in answer.now for rule in group.rules),
        *(r.id for r in answer.over),
    ]
    assert sorted(listed) == sorted(rule.id for rule in rules)


def test_paths_and_the_fewest_certifications_find_printed_names(bundled_store: Store) -> None:
    book = rule_book(bundled_store)
    wanted = {rule.id for rule in rules_called(book, LOAN)}
    paths = bonus_paths(bundled_store, "くるみん", LOAN)
    assert paths and {path.nodes[-2].id for path in paths} <= wanted
    ways = cheapest_by(book, Profile(size=("中小企業",)), LOAN).ways
    assert ways and {result.rule.id for way in ways for result in way.unlocks} <= wanted
    with pytest.raises(NotFound, match="no rule raises"):
        bonus_paths(bundled_store, "くるみん", "どこにもない資金")


def test_a_whole_name_goes_before_a_part(book: RuleBook) -> None:
    rule = book.rules["rule:uplift"]
    raised = rule.raises[0]
    longer = replace(
        rule,
        id="rule:longer",
        raises=(replace(raised, id="x", name=f"{raised.name}別枠", printed=""),),
    )
    both = replace(book, rules={**book.rules, longer.id: longer})
    assert longer not in rules_called(both, raised.name)
    assert rules_called(both, f"{raised.name}別") == (longer,)


def test_a_word_for_a_kind_of_benefit_is_all_rules_of_the_kind(bundled_store: Store) -> None:
    book = rule_book(bundled_store)
    for word, kinds in (("低利融資", {"low_interest_loan"}), ("入札", {"procurement_points"})):
        rules = rules_called(book, word)
        of_kind = {rule.id for rule in book.rules.values() if rule.benefit in kinds}
        assert of_kind and of_kind <= {rule.id for rule in rules}
        raised = {r.id for rule in rules if rule.id in of_kind for r in rule.raises}
        assert raised <= set(raised_called(book, word))


def test_an_office_in_a_name_goes_by_its_other_names(bundled_store: Store, book: RuleBook) -> None:
    bundled = rule_book(bundled_store)
    assert rules_called(bundled, "経産省の補助金") == rules_called(bundled, "経済産業省の補助金")
    loans = rules_called(bundled, "日本政策金融公庫")
    assert rules_called(bundled, "政策公庫") == rules_called(bundled, "日本公庫") == loans
    with pytest.raises(NotFound):
        rules_called(book, "経産省の試しの制度")


def test_a_cell_says_how_many_rules_are_in_force(bundled_store: Store) -> None:
    cells = bonus_matrix(bundled_store)
    for cell in cells:
        assert sum(count for _, count in cell.statuses) == len(cell.rules)
        assert cell.in_force == sum(rule.status == "in_force" for rule in cell.rules)
    counts = [cell.in_force for cell in cells]
    assert counts == sorted(counts, reverse=True) and any(
        cell.in_force < len(cell.rules) for cell in cells
    )


@pytest.mark.parametrize(
    ("benefit", "value", "base", "stands"),
    [
        ("cap_uplift", "200万円", "600万円", True),
        ("cap_uplift", "200万円", "1,000万円以下の部分は１/２", False),
        ("rate_uplift", "2/3", "1/2", True),
        ("rate_uplift", "2/3", "600万円", False),
        ("tax_credit_uplift", "5%", "15%", True),
        ("grant_uplift", "20万円", "40万円", True),
    ],
)
def test_a_cap_stands_on_a_sum_and_a_rate_on_a_share(
    book: RuleBook, benefit: str, value: str, base: str, stands: bool
) -> None:
    rule = replace(
        book.rules["rule:points"],
        benefit=benefit,
        value=value,
        value_is="level",
        exclusive_group=None,
    )
    plain = replace(rule, benefit="base", value=base)
    assert rule.stands_on(plain) is stands


def test_a_rule_shows_the_plain_amount_that_it_stands_on(bundled_store: Store) -> None:
    rules = rule_book(bundled_store).rules.values()
    bases = {rule.id: [base for base in rules if rule.stands_on(base)] for rule in rules}
    standing = [rule for rule in rules if bases[rule.id]]
    assert standing and all(rule.value_is and rule.benefit != "base" for rule in standing)
    for rule in standing:
        assert rule.base == tuple(base.value for base in bases[rule.id] if base.value)
        assert {base.size_class for base in bases[rule.id]} <= {rule.size_class, None}
        assert rule.status != "in_force" or {base.status for base in bases[rule.id]} == {"in_force"}


def test_a_raised_cap_or_rate_shows_what_its_page_prints_without_it(bundled_store: Store) -> None:
    rules = rule_book(bundled_store).rules.values()
    raised = {
        (rule.benefit, rule.value, raised.frame): rule.base
        for rule in rules
        for raised in rule.raises
        if rule.benefit in ("cap_uplift", "rate_uplift") and rule.status == "in_force"
    }
    assert raised[("cap_uplift", "1億円", "一般型（101名以上）")] == ("8,000万円",)
    assert raised[("rate_uplift", "2/3", "一般型")] == ("1/2",)
    assert all(len(base) <= 1 for base in raised.values())
