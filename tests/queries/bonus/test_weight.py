"""What a step is worth, and why it stands where it does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from queries.bonus.next import NextStep, next_by
from queries.bonus.profile import Profile
from queries.bonus.records import next_records
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.weight import WORTHS, order_of

SMALL = Profile(("中小企業",), employees=10)


def changed(book: RuleBook, name: str, **values: Any) -> RuleBook:
    """The book with one rule changed."""
    return replace(
        book, rules={**book.rules, f"rule:{name}": replace(book.rules[f"rule:{name}"], **values)}
    )


def named(steps: tuple[NextStep, ...]) -> dict[str, NextStep]:
    return {step.certification.name: step for step in steps}


def test_a_stated_value_goes_before_more_rules_that_state_none(book: RuleBook) -> None:
    without = changed(book, "uplift", value=None)
    assert next_by(book, SMALL)[0].certification.name == "くるみん"
    steps = next_by(without, SMALL)
    assert [step.certification.name for step in steps][:2] == ["プラチナくるみん", "DX認定"]
    entered = changed(without, "door", status="ended")  # nothing is needed besides
    assert [step.certification.name for step in next_by(entered, SMALL)][:2] == [
        "DX認定",
        "プラチナくるみん",
    ], "a stated cap before stated points, which stand for the lower tier now"


def test_history_is_never_counted_and_a_step_of_history_alone_is_none(book: RuleBook) -> None:
    names = {"twenty heads", "mark", "loan", "either"}
    past = book
    for name in names:
        past = changed(past, name, status="ended")
    step = named(next_by(past, SMALL))["DX認定"]
    assert {gain.worth for gain in step.gains} == {"history"} and not step.worthwhile
    assert step.why.startswith("told by no document any more")


def test_marks_come_after_what_is_planned(book: RuleBook) -> None:
    step = named(next_by(book, Profile(("大企業",))))["DX認定"]
    worths = [gain.worth for gain in step.gains]
    assert worths == sorted(worths, key=WORTHS.index) and "mark" in worths
    planned = changed(book, "mark", benefit="low_interest_loan", status="planned")
    only = {"rule:either", "rule:twenty heads", "rule:gone", "rule:loan"}
    marks, later = (
        replace(each, rules={name: rule for name, rule in each.rules.items() if name not in only})
        for each in (book, planned)
    )
    assert order_of(named(next_by(later, SMALL))["DX認定"].gains) < order_of(
        named(next_by(marks, SMALL))["DX認定"].gains
    )


def test_a_higher_tier_stands_for_a_lower_one_that_is_worth_less(book: RuleBook) -> None:
    steps = named(next_by(book, Profile(("大企業",))))
    platinum, lower = steps["プラチナくるみん"], steps["くるみん"]
    assert lower.certification in platinum.instead_of
    assert lower.part_of == platinum.certification and not lower.worthwhile
    assert "instead of くるみん" in platinum.why and "2 to be held before it" in platinum.why
    small = named(next_by(book, SMALL))
    assert small["くるみん"].part_of is None, "as good, and needed before it"


def test_a_place_in_public_procurement_is_had_once(book: RuleBook) -> None:
    profile = Profile(("大企業",), ("くるみん",))
    two = changed(book, "either", requires=book.rules["rule:points"].requires)
    other = replace(
        two.rules["rule:either"], id="rule:other", requires=book.rules["rule:mark"].requires
    )
    both = replace(two, rules={**two.rules, other.id: other})
    held, free = (named(next_by(both, each))["DX認定"] for each in (profile, Profile(("大企業",))))
    assert "procurement_points" in {gain.benefit for gain in free.gains}
    assert "procurement_points" not in {gain.benefit for gain in held.gains}
    assert "rule:other" in held.first_here, "the rule is listed all the same"


def test_points_of_two_rules_may_add_up(book: RuleBook) -> None:
    points = replace(
        book.rules["rule:points"], id="rule:other", requires=book.rules["rule:mark"].requires
    )
    both = replace(book, rules={**book.rules, points.id: points})
    step = named(next_by(both, Profile(("中小企業",), ("くるみん",))))["DX認定"]
    assert "screening_points" in {gain.benefit for gain in step.gains}


def test_the_record_says_why(book: RuleBook) -> None:
    record = next_records(next_by(book, SMALL))[0]
    assert record["why"].startswith("in force and with a stated value: 5% tax_credit_uplift of")
    assert record["gains"][0]["worth"] == "stated" and record["gains"][0]["rules"]


def test_what_nobody_can_apply_for_on_the_day_comes_after_what_is_open(book: RuleBook) -> None:
    first = next_by(book, SMALL)[0]
    best = first.gains[0]
    closed = named(next_by(book, SMALL, best.rules))[first.certification.name]
    gone = {gain.text: gain.worth for gain in closed.gains}
    assert best.worth == "stated" and gone[best.text] == "closed"
    everything = named(next_by(book, SMALL, book.rules))
    assert {gain.worth for step in everything.values() for gain in step.gains} <= {
        "closed",
        "later",
        "way",
        "mark",
        "history",
    }


def test_the_terms_of_a_step_are_those_that_are_known_of_it(book: RuleBook) -> None:
    step = named(next_by(book, SMALL))["DX認定"]
    assert [(term.what, term.says) for term in step.terms] == [("cost", "無料")]
    assert next_records([step])[0]["terms"][0]["source"]


def renamed(book: RuleBook, id_: str, name: str) -> RuleBook:
    """The book with one certification called otherwise."""
    known = replace(book.certifications[id_], name=name)
    return replace(book, certifications={**book.certifications, id_: known})


def test_what_needs_more_to_apply_is_worth_less_and_says_so(book: RuleBook) -> None:
    step = named(next_by(book, SMALL))["DX認定"]
    assert "besides" in {gain.worth for gain in step.gains}
    needing = next(gain for gain in step.gains if gain.worth == "besides")
    assert needing.besides and f"(who applies needs {needing.besides} besides)" in needing.text
    entered = replace(SMALL, hold=("経営力向上計画",))
    after = named(next_by(book, entered))["DX認定"]
    assert not any(gain.besides for gain in after.gains) and after.gains[0].worth == "stated"


def test_what_others_recommend_comes_after_what_one_applies_for(book: RuleBook) -> None:
    id_ = "certification:くるみん"
    before = next_by(book, Profile(("中小企業",), employees=10))
    chosen = next_by(renamed(book, id_, "J-Startup"), SMALL)
    assert before[0].certification.id == id_ and chosen[0].certification.id != id_
    step = named(chosen)["J-Startup"]
    assert (step.had, step.gains[0].worth) == ("chosen", "chosen")
    assert "others recommend" in step.why


def test_what_the_law_asks_for_anyway_is_no_step(book: RuleBook) -> None:
    plan = renamed(book, "certification:経営力向上計画", "一般事業主行動計画（試し法）")
    for profile, obliged in (
        (Profile(("大企業",)), True),
        (Profile(("中小企業",), employees=101), True),
        (Profile(("中小企業",), employees=100), False),
        (Profile(("大企業",), employees=100), False),
        (Profile(("中小企業",)), False),
    ):
        step = named(next_by(plan, profile))["一般事業主行動計画（試し法）"]
        assert (step.had == "obliged") is obliged
        assert not (obliged and step.worthwhile)
        assert ("the law asks" in step.why) is (obliged and bool(step.gains))


def test_a_plan_of_several_laws_is_one_step_with_that_under_the_better_law(
    book: RuleBook,
) -> None:
    general, lower = "certification:くるみん", "certification:トライくるみん"
    variants = ("certification:甲", "certification:乙")
    known = {
        id_: replace(book.certifications[general], id=id_, name=f"くるみん（{id_[-1]}法）")
        for id_ in variants
    }
    two = replace(
        book,
        certifications={**book.certifications, **known},
        implied={**book.implied, **{v: frozenset((v, general, lower)) for v in variants}},
    )
    assert two.variants == {general: variants}
    steps = named(next_by(two, SMALL))
    first, second = (steps[f"くるみん（{name}法）"] for name in "乙甲")
    assert steps["くるみん"].part_of == first.certification, "the first by id of two alike"
    assert first.gains == steps["くるみん"].gains and not second.gains
