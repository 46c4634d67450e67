"""A rule in one line."""

from __future__ import annotations

from dataclasses import replace

from commands.lines import rule_details
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import Raised


def test_what_one_print_enumerates_stands_once(book: RuleBook) -> None:
    rule = book.rules["rule:points"]
    both = (
        Raised("measure:1", "Measure", "窯元補助金", "窯元補助金、港町補助金"),
        Raised("programme:2", "Programme", "港町補助金", "港町補助金"),
    )
    assert rule_details(replace(rule, raises=both)).count("港町補助金") == 1


def test_whose_trade_a_page_does_not_say_is_told_as_that(book: RuleBook) -> None:
    rule = replace(book.rules["rule:points"], holder_industries=("農林水産業",))
    assert "(only for 農林水産業)" in rule_details(rule)
    assert "does not say whose trade" in rule_details(replace(rule, by_theme=True))
