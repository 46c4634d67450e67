"""What several certifications add together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import NotFound
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.together import together_by

LARGE = Profile(("大企業",))


def asking_both(book: RuleBook) -> RuleBook:
    """The book with a rule that asks for くるみん and DX認定."""
    first, second = (book.rules[f"rule:{name}"].requires[0] for name in ("points", "mark"))
    ways = (replace(first, group=1), replace(second, group=2))
    rule = replace(book.rules["rule:mark"], id="rule:of both", requires=ways)
    return replace(book, rules={**book.rules, rule.id: rule})


def test_a_rule_that_asks_for_all_is_had_only_together(book: RuleBook) -> None:
    answer = together_by(asking_both(book), LARGE, ["くるみん", "DX認定"])
    assert answer.only_together == ("rule:of both",)
    assert {"rule:points", "rule:mark", "rule:of both"} <= {each.rule.id for each in answer.adds}


def test_what_is_needed_before_them_is_told_and_what_is_held_left_out(book: RuleBook) -> None:
    answer = together_by(book, LARGE, ["プラチナくるみん", "くるみん"])
    assert [needed.name for needed in answer.needs] == ["経営力向上計画"]
    held = together_by(book, Profile(("大企業",), ("くるみん",)), ["くるみん"])
    assert (held.certifications, held.adds) == ((), ())


def test_an_unknown_name_gets_the_nearest(book: RuleBook) -> None:
    with pytest.raises(NotFound):
        together_by(book, LARGE, ["存在しない認定"])
