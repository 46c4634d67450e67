"""The wage credit as the booklet prints it: three size classes, base rates by rung, uplifts for
training and for certifications. Needs the source documents.
"""

from __future__ import annotations

from functools import cache

import pytest

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import Rule
from loaders.extract import extract
from tests.sources import BOOKLET, source

pytestmark = pytest.mark.sources

RUNGS = {
    "大企業": [
        (3.0, "base", "10%"),
        (4.0, "tax_credit_uplift", "15%"),
        (5.0, "tax_credit_uplift", "20%"),
        (7.0, "tax_credit_uplift", "25%"),
    ],
    "中堅企業": [(3.0, "base", "10%"), (4.0, "tax_credit_uplift", "25%")],
    "中小企業": [(1.5, "base", "15%"), (2.5, "tax_credit_uplift", "30%")],
}
TRAINING = {"大企業": (10.0, "5%"), "中堅企業": (10.0, "5%"), "中小企業": (5.0, "10%")}
CARRIED_OVER = "5年間の繰越し"
COUNTED = "other"  # what is paid back for an employee counts as a wage
MARKS = {
    "大企業": {("プラチナくるみん", False), ("プラチナえるぼし", False)},
    "中堅企業": {("プラチナくるみん", False), ("えるぼし3段階目", True)},
    "中小企業": {("くるみん", True), ("えるぼし2段階目", True)},
}


@cache
def booklet() -> Catalogue:
    return extract([source(BOOKLET)]).catalogue


def credit() -> list[Rule]:
    [measure] = [measure.id for measure in booklet().measures if measure.title == "賃上げ促進税制"]
    return [rule for rule in booklet().rules if rule.raises and rule.raises.measure == measure]


def of_kind(what: str) -> list[Rule]:
    return [
        rule for rule in credit() if rule.requires[0][0].what == what and rule.value != CARRIED_OVER
    ]


def test_every_rule_is_of_a_size_class_and_in_force() -> None:
    assert {(rule.size_class, rule.status) for rule in credit()} == {
        (size, "in_force") for size in RUNGS
    }
    assert len(credit()) == sum(map(len, RUNGS.values())) + len(TRAINING) + len(MARKS) + 2
    [carried_over] = [rule for rule in credit() if rule.value == CARRIED_OVER]
    [counted] = [rule for rule in credit() if rule.benefit == COUNTED]
    assert carried_over.size_class == counted.size_class == "中小企業"


@pytest.mark.parametrize("size", RUNGS)
def test_the_rate_by_wage_rise(size: str) -> None:
    rungs = sorted(
        (rule for rule in of_kind("賃上げ") if rule.size_class == size),
        key=lambda rule: rule.requires[0][0].amount or 0,
    )
    assert [(rule.requires[0][0].amount, rule.benefit, rule.value) for rule in rungs] == RUNGS[size]
    assert [rule.rank for rule in rungs] == list(range(len(rungs), 0, -1)) and len(
        {rule.exclusive_group for rule in rungs}
    ) == 1


@pytest.mark.parametrize("size", TRAINING)
def test_more_for_training(size: str) -> None:
    [rule] = [rule for rule in of_kind("教育訓練費") if rule.size_class == size]
    assert (rule.requires[0][0].amount, rule.value, rule.exclusive_group) == (*TRAINING[size], None)


@pytest.mark.parametrize("size", MARKS)
def test_more_for_certifications(size: str) -> None:
    [rule] = [
        rule
        for rule in credit()
        if rule.requires[0][0].kind == "certification" and rule.size_class == size
    ]
    assert (rule.condition_mode, rule.value) == ("any", "5%")
    assert {(way.what, way.tier_or_above) for way in rule.requires[0]} == MARKS[size]


def test_the_page_says_in_numbers_who_is_of_which_class() -> None:
    [page] = [
        appearance for appearance in booklet().appearances if appearance.title == "賃上げ促進税制"
    ]
    ways = [
        (test.size_class, test.whom, {(limit.of, limit.op, limit.amount) for limit in test.limits})
        for test in page.size_tests
    ]
    assert ways == [
        ("大企業", None, set()),
        ("中堅企業", None, {("employees", "<=", 2_000.0), ("group_employees", "<=", 10_000.0)}),
        ("中小企業", "法人", {("capital", "<=", 100_000_000.0)}),
        ("中小企業", "個人事業主", {("employees", "<=", 1_000.0)}),
    ]
