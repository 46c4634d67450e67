"""Who gets what at a programme, and by what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import NotFound
from graph.schema.size_classes import size_names
from queries.bonus.for_programme import programme_by
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.open_to import Opening


def test_every_rule_of_what_is_named_is_there_once(book: RuleBook) -> None:
    raised = book.rules["rule:uplift"].raises[0]
    answer = programme_by(book, raised.name)
    theirs = {r.id for r in book.rules.values() if any(x.id == raised.id for x in r.raises)}
    found = [rule.id for group in answer.now for rule in group.rules]
    assert sorted([*found, *(rule.id for rule in answer.over)]) == sorted(theirs)
    assert raised.name in answer.names
    assert programme_by(book, raised.id) == answer
    assert ("中小企業", ["rule:uplift"]) in [
        (group.size_class, [r.id for r in group.rules if r.id == "rule:uplift"])
        for group in answer.now
    ]


def test_what_is_over_stands_apart(book: RuleBook) -> None:
    card = replace(book.rules["rule:uplift"], status="not_restated")
    over = replace(book, rules={**book.rules, card.id: card})
    answer = programme_by(over, card.raises[0].id)
    assert card in answer.over
    assert all(card not in group.rules for group in answer.now)


def test_who_applies_is_told_where_a_rule_names_no_size(book: RuleBook) -> None:
    rule = next(card for card in book.rules.values() if not card.size_class and card.raises)
    raised = rule.raises[0].id
    one = replace(book, rules={rule.id: rule}, open_to={}, targets={})

    def told(of: RuleBook) -> tuple[tuple[str, ...], tuple[str, ...]]:
        (group,) = programme_by(of, raised).now
        return group.open_to, group.aimed_at

    def opened(*sizes: str) -> RuleBook:
        return replace(one, open_to={raised: Opening(raised, sizes, (), ())})

    assert told(one) == ((), ())
    assert told(replace(one, targets={raised: ("中小企業",)})) == ((), ("中小企業",))
    assert told(opened("小規模事業者")) == (("小規模事業者",), ())
    assert told(opened("中小企業", "中堅企業", "大企業")) == (size_names(), ())
    loan = replace(rule.raises[0], name="日本政策金融公庫の試し資金")
    lent = replace(one, rules={rule.id: replace(rule, raises=(loan,))})
    assert told(lent) == (("中小企業",), ())
    named = replace(one, rules={rule.id: replace(rule, size_class="大企業")})
    assert told(named) == ((), ())


def test_a_programme_that_no_rule_raises_gets_the_nearest(book: RuleBook) -> None:
    with pytest.raises(NotFound, match="no rule raises"):
        programme_by(book, "どこにもない制度")
