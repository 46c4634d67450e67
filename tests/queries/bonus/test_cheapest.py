"""The fewest certifications by which something is had."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import NotFound
from queries.bonus.cheapest import Unlocking, cheapest_by
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook

LARGE = Profile(("大企業",))


def sets(answer: Unlocking) -> list[list[str]]:
    return [[held.name for held in way.hold] for way in answer.ways]


def test_the_smallest_set_counts_what_is_needed_before_it(book: RuleBook) -> None:
    assert sets(cheapest_by(book, LARGE, "procurement_points")) == [["DX認定"]], (
        "くるみん is enough too, and needs a plan before it"
    )
    assert sets(cheapest_by(book, LARGE, "tax_credit_uplift")) == [
        ["経営力向上計画", "くるみん", "プラチナくるみん"]
    ]


def test_a_rule_that_asks_for_two_needs_both(book: RuleBook) -> None:
    first, second = (book.rules[f"rule:{name}"].requires[0] for name in ("door", "mark"))
    both = replace(
        book.rules["rule:mark"],
        id="rule:of both",
        benefit="other",
        requires=(replace(first, group=1), replace(second, group=2)),
    )
    asking = replace(book, rules={**book.rules, both.id: both})
    (way,) = cheapest_by(asking, LARGE, "other").ways
    assert {held.name for held in way.hold} == {"経営力向上計画", "DX認定"}


def test_what_is_had_already_has_no_ways(book: RuleBook) -> None:
    answer = cheapest_by(book, Profile(("大企業",), ("DX認定",)), "公共調達")
    assert [each.rule.id for each in answer.held] == ["rule:either"] and answer.ways == ()


def test_where_none_is_enough_there_is_none(book: RuleBook) -> None:
    answer = cheapest_by(book, LARGE, "rate_uplift")
    assert (answer.held, answer.ways, answer.rules) == ((), (), 1), "it hangs on a wage rise"
    assert answer.by_deeds == (), "who applies must hold something besides"
    alone = replace(book, rules={"rule:any rise": book.rules["rule:any rise"]})
    [rise] = cheapest_by(alone, LARGE, "rate_uplift").by_deeds
    assert [[way.name for way in ways] for ways in rise.missing] == [["賃上げ"]]
    assert cheapest_by(book, LARGE, "procurement_points").by_deeds == ()
    with pytest.raises(NotFound):
        cheapest_by(book, LARGE, "存在しない補助金")


def test_what_applying_asks_for_must_be_held_too(book: RuleBook) -> None:
    door, points = book.rules["rule:door"], book.rules["rule:mark"]
    [entered] = {way.id for way in door.requires}
    asked = replace(points, benefit="screening_points", raises=door.raises, status="in_force")
    gate = replace(book, rules={"rule:door": replace(door, size_class=None), asked.id: asked})
    name = door.raises[0].name
    answer = cheapest_by(gate, LARGE, name)
    assert sets(answer) == [[book.certifications[entered].name]], "points alone open nothing"
    held = Profile(("大企業",), tuple(book.certifications[way.id].name for way in points.requires))
    assert cheapest_by(gate, held, name).held == ()
    (way,) = cheapest_by(gate, held, name).ways
    assert {each.rule.id for each in way.unlocks} == {"rule:door", asked.id}


def test_longer_ways_are_told_and_none_that_only_has_a_higher_tier(book: RuleBook) -> None:
    answer = cheapest_by(book, LARGE, "公共調達の加点")
    assert sets(answer) == [["DX認定"]]
    longer = [[held.name for held in way.hold] for way in answer.longer]
    assert ["経営力向上計画", "くるみん"] in longer
    assert not any("プラチナくるみん" in names for names in longer)
    for names in longer:
        assert not set(sets(answer)[0]) <= set(names), "no part of it is enough"


def test_what_others_recommend_is_a_way_only_where_there_is_none_else(book: RuleBook) -> None:
    known = replace(book.certifications["certification:DX認定"], name="J-Startup")
    chosen = replace(book, certifications={**book.certifications, known.id: known})
    answer = cheapest_by(chosen, LARGE, "procurement_points")
    assert sets(answer) == [["経営力向上計画", "くるみん"]]
    assert ["J-Startup"] in [[held.name for held in way.hold] for way in answer.longer]
    without = {k: v for k, v in chosen.rules.items() if k in ("rule:either", "rule:door")}
    [asked] = [way for way in chosen.rules["rule:either"].requires if way.id == known.id]
    alone = {**without, "rule:either": replace(without["rule:either"], requires=(asked,))}
    assert sets(cheapest_by(replace(chosen, rules=alone), LARGE, "公共調達")) == [["J-Startup"]]


def test_all_that_is_asked_for_by_one_grant_opens_it_together(book: RuleBook) -> None:
    door = replace(book.rules["rule:door"], size_class=None)
    mark = book.rules["rule:mark"]
    second = replace(
        door, id="rule:second door", requires=mark.requires, exclusive_group=None, base=()
    )
    gate = replace(book, rules={door.id: door, second.id: second})
    asked = {way.id for rule in (door, second) for way in rule.requires}
    (way,) = cheapest_by(gate, LARGE, door.raises[0].name).ways
    assert {held.id for held in way.hold} == asked
    assert {each.rule.id for each in way.unlocks} == {door.id, second.id}
    of_a_frame = replace(second, raises=(replace(second.raises[0], frame="窯の枠"),))
    apart = replace(book, rules={door.id: door, second.id: of_a_frame})
    assert len(cheapest_by(apart, LARGE, door.raises[0].name).ways[0].hold) == 1
