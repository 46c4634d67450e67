"""What a certification unlocks, and which bodies work for several ministries."""

from __future__ import annotations

import pytest

from graph.errors import NotFound
from graph.store import Store
from queries.bonus.certification_facts import CertificationFacts
from queries.bonus.of_certification import bonus_tiers, bonuses_of
from queries.overlap.shared_bodies import shared_bodies
from queries.sources import Source
from tests.made_up import catalogue as made_up


def test_a_certification_unlocks_the_rules_that_ask_for_it_in_force_first(
    made_up_store: Store,
) -> None:
    answer = bonuses_of(made_up_store, "くるみん")
    assert (answer.name, answer.in_documents) == ("くるみん", True)
    assert [(r.id, r.status) for r in answer.rules] == [
        ("rule:1", "in_force"),
        ("rule:4", "considered"),
    ]
    rule = answer.rules[0]
    assert (
        rule.benefit,
        rule.raises[0].name,
        rule.raises[0].type,
        rule.stated_on,
        rule.sources,
    ) == (
        "screening_points",
        "ものづくり設備補助金",
        "Measure",
        ((made_up.EQUIPMENT, "ものづくり設備補助金"),),
        (Source(made_up.DOCUMENT, 75),),
    )


def test_what_is_known_of_a_certification_stands_with_what_it_unlocks(
    made_up_store: Store,
) -> None:
    facts = bonuses_of(made_up_store, "DX認定").facts
    assert (facts.issuers, facts.source) == ((made_up.METI,), "試験認定法 3条")
    assert facts.holders == ("corporation", "sole_proprietor")
    assert [(t.what, t.says, t.source) for t in facts.terms] == [
        ("cost", "無料", f"{made_up.DOCUMENT}:76")
    ]
    bare = bonuses_of(made_up_store, "SECURITY ACTION").facts
    assert bare == CertificationFacts((), False, (), None, (), None)


def test_a_higher_tier_meets_what_asks_for_a_lower_one(made_up_store: Store) -> None:
    assert [rule.id for rule in bonuses_of(made_up_store, "プラチナくるみん").rules] == [
        "rule:1",
        "rule:3",
        "rule:4",
    ]
    assert bonuses_of(made_up_store, "トライくるみん").rules == ()


def test_the_tiers_of_a_family_the_lowest_first_and_what_each_step_adds(
    made_up_store: Store,
) -> None:
    tiers = bonus_tiers(made_up_store, "トライくるみん")
    assert [(tier.certification.name, tier.tier) for tier in tiers] == [
        ("トライくるみん", 1),
        ("くるみん", 2),
        ("プラチナくるみん", 3),
    ]
    assert [[[rule.id for rule in step.adds] for step in tier.sizes] for tier in tiers] == [
        [[]] * 4,
        [["rule:1", "rule:4"]] * 2 + [["rule:4"]] * 2,
        [["rule:3"]] * 4,
    ]
    assert [[rule.id for rule in step.rules] for step in tiers[2].sizes] == [
        ["rule:1", "rule:3", "rule:4"]
    ] * 2 + [["rule:3", "rule:4"]] * 2, "small firms alone apply for what the first raises"
    assert [tier.certification.name for tier in bonus_tiers(made_up_store, "DX認定")] == [
        "DX認定"
    ], "one without a family"


def test_a_rule_for_one_size_class_counts_for_that_and_the_classes_in_it(
    made_up_store: Store,
) -> None:
    (plan,) = bonus_tiers(made_up_store, "経営力向上計画")
    assert [(step.size, [rule.id for rule in step.adds]) for step in plan.sizes] == [
        ("小規模事業者", ["rule:2"]),
        ("中小企業", ["rule:2"]),
        ("中堅企業", []),
        ("大企業", []),
    ]


def test_a_rule_says_all_that_it_asks_for(made_up_store: Store) -> None:
    (rule,) = bonuses_of(made_up_store, "経営力向上計画").rules
    assert [(q.group, q.name, q.kind, q.amount, q.unit) for q in rule.requires] == [
        (1, "賃上げ 3%", "wage_raise", 3, "%"),
        (2, "経営力向上計画", "plan", None, None),
    ]
    assert (rule.condition_mode, rule.value, rule.size_class) == ("all", "8,000万円", "中小企業")
    assert [
        (r.type, r.name) for r in bonuses_of(made_up_store, "プラチナくるみん").rules[1].raises
    ] == [("Programme", "公共調達")]


def test_one_that_no_document_names_is_answered_honestly(made_up_store: Store) -> None:
    answer = bonuses_of(made_up_store, "security action")
    assert (answer.in_documents, answer.rules) == (False, ())


def test_what_is_no_certification_is_not_found(made_up_store: Store) -> None:
    with pytest.raises(NotFound, match="did you mean くるみん"):
        bonuses_of(made_up_store, "くるみ")
    with pytest.raises(NotFound):
        bonuses_of(made_up_store, "経済産業省")


def test_bodies_that_serve_several_ministries(made_up_store: Store) -> None:
    first, second = shared_bodies(made_up_store)
    assert (first.name, first.ministries) == (
        "日本貿易振興機構",
        (("厚生労働省", 1), ("経済産業省", 1)),
    )
    assert [(m.title, m.role, m.ministries, m.sources) for m in first.measures] == [
        ("海外販路開拓支援", "implements", (), (Source(made_up.DOCUMENT, 110),)),
        (
            "海外人材マッチング",
            "operates",
            ("厚生労働省", "経済産業省"),
            (Source(made_up.DOCUMENT, 160),),
        ),
    ]
    assert second.name == "地域金融機関"
    assert "日本政策金融公庫" not in {b.name for b in shared_bodies(made_up_store)}, (
        "its measure's ministries are derived, not printed"
    )
